/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-close-day.h"
#include "desk-db.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-fold.h"
#include "desk-line.h"
#include "desk-rack.h"
#include "desk-room-number.h"
#include "desk-test-house.h"

/* Rooms: what is said of them in the line, what it does, what refuses it, and undo. */

static const char more_property[] =
  "\n[room 98]\ntype=SUP\nfloor=0\n\n[room 401]\ntype=SUP\nfloor=4\n\n[room 402]\ntype=SUP\n"
  "floor=4\n\n[room 403]\ntype=DLX\nfloor=4\nfeatures=quiet\n\n[room 404]\ntype=SUP\nfloor=4\n\n"
  "[room 410]\ntype=SUP\nfloor=4\n\n"
  "[feature quiet]\ntext=quiet\ntext[lt]=tylus\n\n"
  "[reason defect]\nkind=move;goodwill;out-of-order\ntext=Something is broken\n";

#define STAY(conf, name, room, type, from, to, nights)                                      \
  "{\"confirmation\": \"" conf "\", \"guest\": {\"name\": \"" name "\", \"lang\": \"en\"},"   \
  " \"adults\": 1, \"children_ages\": [], \"arrival\": \"" from "\","                          \
  " \"departure\": \"" to "\", \"rate_plan\": \"FLEX\", \"collects\": \"hotel\","             \
  " \"rate_shown\": true, \"references\": [], \"nights\": [" nights "]}"
#define NIGHT(date, room, type) \
  "{\"date\": \"" date "\", \"room\": \"" room "\", \"room_type\": \"" type "\"}"

static const char stays[] =
  "[" STAY ("AM-0001", "Anna Kowalska", "412", "SUP", "2024-02-26", "2024-02-28",
            NIGHT ("2024-02-26", "412", "SUP") "," NIGHT ("2024-02-27", "412", "SUP"))
  "," STAY ("AM-0002", "Bo Hansen", "404", "SUP", "2024-02-28", "2024-03-01",
            NIGHT ("2024-02-28", "404", "SUP") "," NIGHT ("2024-02-29", "404", "SUP"))
  "," STAY ("AM-0003", "Chen Li", "402", "SUP", "2024-02-26", "2024-02-27",
            NIGHT ("2024-02-26", "402", "SUP"))
  "]";

static gint64
ask (DeskTestHouse *test,
     const char    *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (desk_house_get_db (test->house), sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (desk_stmt_step (stmt, &row, &error));
  return row ? desk_stmt_get_int64 (stmt, 0) : -1;
}

static DeskLine *
read_line (DeskTestHouse *test,
           const char    *text)
{
  g_autoptr (GError) error = NULL;
  DeskLine *line = desk_line_parse (test->house, text, 0, desk_catalog_get_default (), &error);

  g_assert_no_error (error);
  g_assert_cmpint (line->kind, ==, DESK_LINE_ACTION);
  return line;
}

static gint64
do_line (DeskTestHouse *test,
         const char    *text)
{
  g_autoptr (DeskLine) line = read_line (test, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome = desk_action_do (test->house, &test->context, line->action,
                                                    NULL, NULL, &error);

  g_assert_no_error (error);
  return outcome->entry_id;
}

static void
refuse_line (DeskTestHouse *test,
             const char    *text,
             const char    *code)
{
  g_autoptr (DeskLine) line = read_line (test, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = desk_action_plan (test->house, &test->context, line->action, &error);
  gint64 before = desk_test_house_count (test, "audit_entry");

  g_assert_no_error (error);
  g_assert_cmpuint (plan->refused->len, >, 0);
  g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (plan->refused, 0))->code, ==, code);
  g_assert_cmpuint (plan->effects->len, ==, 0);
  g_assert_null (desk_action_do (test->house, &test->context, line->action, NULL, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, before);
}

/* Anna is in 412; Bo comes into 404 on the 28th; Chen comes into 402 today. */
static DeskTestHouse *
new_house (void)
{
  g_autofree char *property = g_strconcat (desk_test_property (), more_property, NULL);
  DeskTestHouse *test = desk_test_house_new_with (property);

  desk_test_house_import (test, stays);
  do_line (test, "AM-0001 in");
  return test;
}

/**
 * DoCase:
 * @before: (nullable): a line that was done
 * @sql: what is asked afterwards
 * @answer: and answered
 */
typedef struct
{
  const char *path;
  const char *before;
  const char *line;
  const char *sql;
  gint64      answer;
} DoCase;

#define COUNT(where) "SELECT count (*) FROM room WHERE " where
#define BLOCKED(number) \
  "SELECT count (*) FROM room_night k JOIN room r ON r.id = k.room_id " \
  "WHERE k.block_id IS NOT NULL AND r.number = '" number "'"

static const DoCase do_cases[] = {
  { "/rooms/do/dirty", NULL, "401 dirty", COUNT ("clean = 'dirty' AND number = '401'"), 1 },
  { "/rooms/do/clean", "401 dirty", "401 clean", COUNT ("clean = 'dirty'"), 0 },
  { "/rooms/do/inspected", NULL, "401 inspected", COUNT ("clean = 'inspected'"), 1 },
  { "/rooms/do/pickup", NULL, "401 pickup", COUNT ("clean = 'pickup'"), 1 },
  { "/rooms/do/range", NULL, "401-410 dirty", COUNT ("clean = 'dirty'"), 5 },
  { "/rooms/do/range-of-one", NULL, "401-401 dirty", COUNT ("clean = 'dirty'"), 1 },
  { "/rooms/do/list", NULL, "401+403 dirty", COUNT ("clean = 'dirty'"), 2 },
  { "/rooms/do/list-twice", NULL, "401+401 dirty", COUNT ("clean = 'dirty'"), 1 },
  { "/rooms/do/some-are-so", "401 dirty", "401-403 dirty", COUNT ("clean = 'dirty'"), 3 },
  { "/rooms/do/occupied", NULL, "412 dirty", COUNT ("clean = 'dirty' AND occupied = 1"), 1 },
  { "/rooms/do/rush", "401 dirty", "401 rush", COUNT ("rush = 1"), 1 },
  { "/rooms/do/rush-over", "401-404 dirty", "401-404 rush", COUNT ("rush = 1"), 4 },
  { "/rooms/do/seen-occupied", NULL, "401 seen occupied", COUNT ("hk_occupied = 1"), 1 },
  { "/rooms/do/seen-vacant", NULL, "401 seen vacant", COUNT ("hk_occupied = 0"), 1 },
  { "/rooms/do/ooo", NULL, "403 ooo till 9 mar defect: shower cold",
    COUNT ("service = 'ooo' AND service_till = '2024-03-09' AND service_reason = 'defect'"), 1 },
  { "/rooms/do/ooo-nights", NULL, "403 ooo till 9 mar defect", BLOCKED ("403"), 12 },
  { "/rooms/do/ooo-tonight", NULL, "404 ooo defect", BLOCKED ("404"), 1 },
  { "/rooms/do/ooo-up-to-arrival", NULL, "404 ooo till 28 feb defect", BLOCKED ("404"), 2 },
  { "/rooms/do/ooo-text-only", NULL, "404 ooo: no water", BLOCKED ("404"), 1 },
  { "/rooms/do/ooo-longer", "403 ooo defect", "403 ooo till 2024-02-29 defect", BLOCKED ("403"),
    3 },
  { "/rooms/do/ooo-shorter", "403 ooo till 9 mar defect", "403 ooo till tomorrow defect",
    BLOCKED ("403"), 1 },
  { "/rooms/do/ooo-back", "403 ooo till 9 mar defect", "403 back", BLOCKED ("403"), 0 },
  { "/rooms/do/ooo-back-dirty", "403 ooo till 9 mar defect", "403 back",
    COUNT ("service = 'in' AND clean = 'dirty' AND number = '403'"), 1 },
  { "/rooms/do/ooo-to-oos", "403 ooo till 9 mar defect", "403 oos defect", BLOCKED ("403"), 0 },
  { "/rooms/do/oos", NULL, "404 oos till 9 mar defect", COUNT ("service = 'oos'"), 1 },
  { "/rooms/do/oos-open-end", NULL, "404 oos defect", COUNT ("service_till IS NULL"), 9 },
  { "/rooms/do/oos-occupied", NULL, "412 oos defect", COUNT ("service = 'oos'"), 1 },
  { "/rooms/do/oos-back", "404 oos defect", "404 back",
    COUNT ("service = 'in' AND clean = 'clean' AND number = '404'"), 1 },
};

static void
test_do (gconstpointer data)
{
  const DoCase *one = data;
  g_autoptr (DeskTestHouse) test = new_house ();
  gint64 before;

  if (one->before != NULL)
    do_line (test, one->before);
  if (g_str_has_suffix (one->line, "rush") && one->before == NULL)
    g_assert_not_reached ();
  before = desk_test_house_count (test, "audit_entry");
  do_line (test, one->line);
  g_assert_cmpint (ask (test, one->sql), ==, one->answer);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, before + 1);
  desk_test_assert_verifies (test->house);
}

typedef struct
{
  const char *path;
  const char *before;
  const char *line;
  const char *code;
} RefuseCase;

static const RefuseCase refuse_cases[] = {
  { "/rooms/refuse/is-so", NULL, "401 clean", "room-is-so" },
  { "/rooms/refuse/all-are-so", NULL, "401-404 clean", "room-is-so" },
  { "/rooms/refuse/rush-clean", NULL, "401 rush", "room-is-so" },
  { "/rooms/refuse/rush-ooo", "403 ooo defect", "403 rush", "room-out-of-order" },
  { "/rooms/refuse/back", NULL, "401 back", "room-is-so" },
  { "/rooms/refuse/ooo-occupied", NULL, "412 ooo defect", "room-occupied" },
  { "/rooms/refuse/ooo-taken", NULL, "404 ooo till 9 mar defect", "room-taken" },
  { "/rooms/refuse/ooo-arrival", NULL, "402 ooo defect", "room-taken" },
  { "/rooms/refuse/ooo-one-of-many", NULL, "401-404 ooo defect", "room-taken" },
  { "/rooms/refuse/ooo-no-reason", NULL, "401 ooo till 9 mar", "reason-needed" },
  { "/rooms/refuse/oos-no-reason", NULL, "401 oos", "reason-needed" },
  { "/rooms/refuse/ooo-other-reason", NULL, "401 ooo noise", "reason-unknown" },
  { "/rooms/refuse/ooo-past", NULL, "401 ooo till 2024-02-25 defect", "till-wrong" },
  { "/rooms/refuse/ooo-today", NULL, "401 ooo till today defect", "till-wrong" },
  { "/rooms/refuse/ooo-far", NULL, "401 ooo till 2027-01-01 defect", "till-wrong" },
  { "/rooms/refuse/ooo-same", "403 ooo till 9 mar defect", "403 ooo till 9 mar defect",
    "room-is-so" },
  { "/rooms/refuse/undo-nothing", NULL, "undo", "nothing-to-undo" },
};

static void
test_refuse (gconstpointer data)
{
  const RefuseCase *one = data;
  g_autoptr (DeskTestHouse) test = new_house ();

  if (one->before != NULL)
    do_line (test, one->before);
  refuse_line (test, one->line, one->code);
}

/* The names of whoever has the room stand in what is said. */
static void
test_names (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskLine) line = read_line (test, "404 ooo till 9 mar defect");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = desk_action_plan (test->house, &test->context, line->action, &error);
  g_autofree char *text = desk_message_render (g_ptr_array_index (plan->refused, 0),
                                               desk_catalog_get_default (),
                                               desk_house_get_property (test->house));

  g_assert_cmpuint (plan->refused->len, ==, 1);
  g_assert_nonnull (strstr (text, "Bo Hansen"));
  g_assert_nonnull (strstr (text, "AM-0002"));
}

typedef struct
{
  const char *path;
  const char *line;
  gint        code;
} WrongCase;

static const WrongCase wrong_cases[] = {
  { "/rooms/wrong/no-room", "499 clean", DESK_ERROR_NOT_FOUND },
  { "/rooms/wrong/no-room-in-range", "401-499 clean", DESK_ERROR_NOT_FOUND },
  { "/rooms/wrong/no-room-in-list", "401+499 clean", DESK_ERROR_NOT_FOUND },
  { "/rooms/wrong/backwards", "404-401 clean", DESK_ERROR_USAGE },
  { "/rooms/wrong/no-status", "401-404", DESK_ERROR_USAGE },
  { "/rooms/wrong/slip", "401-404 claen", DESK_ERROR_USAGE },
  { "/rooms/wrong/verb", "401+402 pay", DESK_ERROR_USAGE },
  { "/rooms/wrong/more", "401 clean till 9 mar", DESK_ERROR_USAGE },
  { "/rooms/wrong/seen", "401 seen", DESK_ERROR_USAGE },
  { "/rooms/wrong/seen-what", "401 seen ghosts", DESK_ERROR_USAGE },
  { "/rooms/wrong/till-what", "401 ooo till", DESK_ERROR_USAGE },
  { "/rooms/wrong/till-twice", "401 ooo till 9 mar till 8 mar", DESK_ERROR_USAGE },
  { "/rooms/wrong/no-such-day", "401 ooo till 31.2. defect", DESK_ERROR_INVALID },
};

static void
test_wrong (gconstpointer data)
{
  const WrongCase *one = data;
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = desk_line_parse (test->house, one->line, 0,
                                               desk_catalog_get_default (), &error);

  if (one->code < 0)
    {
      g_assert_cmpint (line->kind, ==, DESK_LINE_FIND);
      return;
    }
  g_assert_null (line);
  g_assert_error (error, DESK_ERROR, one->code);
}

/* What a room was comes back, for each status, and only once. */
static void
test_undo (void)
{
  static const char *const lines[] = {
    "401 dirty", "401-404 inspected", "404 ooo defect", "404 oos till 9 mar defect",
    "401 seen occupied",
  };
  g_autoptr (DeskTestHouse) test = new_house ();
  static const char state[] =
    "SELECT sum (unicode (clean) * id + length (service) * 100 + coalesce (hk_occupied, 7) * 1000 "
    "+ coalesce (length (service_till), 0) * 10000 + 7 * (service = 'ooo')) FROM room";
  gint64 before = ask (test, state);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      do_line (test, lines[i]);
      g_assert_cmpint (ask (test, state), !=, before);
      do_line (test, "undo");
      g_assert_cmpint (ask (test, state), ==, before);
      g_assert_cmpint (ask (test, BLOCKED ("404")), ==, 0);
      refuse_line (test, "undo", "nothing-to-undo");
    }
  desk_test_assert_verifies (test->house);
}

static DeskAction *
new_undo (gint64 entry_id)
{
  DeskAction *action = desk_action_new (DESK_VERB_UNDO, 0);

  action->entry_id = entry_id;
  return action;
}

static void
refuse_undo (DeskTestHouse *test,
             gint64         entry_id,
             const char    *code)
{
  g_autoptr (DeskAction) action = new_undo (entry_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = desk_action_plan (test->house, &test->context, action, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plan->refused->len, >, 0);
  g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (plan->refused, 0))->code, ==, code);
}

/* Until somebody leans on it: a later status, a guest who came, the close of the day. */
static void
test_undo_leans (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (GError) error = NULL;
  gint64 first = do_line (test, "401-404 inspected");
  gint64 second = do_line (test, "403 dirty");
  gint64 third;

  refuse_undo (test, first, "acted-since");
  desk_test_house_sign_in_as (test, "anna", DESK_ROLE_ASSOCIATE);
  refuse_undo (test, second, "not-yours");
  desk_test_house_sign_in_as (test, "maria", DESK_ROLE_MANAGER);
  do_line (test, "undo");
  refuse_undo (test, second, "already-undone");
  do_line (test, "AM-0003 in");
  refuse_undo (test, first, "acted-since");

  third = do_line (test, "410 dirty");
  g_assert_true (desk_close_day (test->house, &test->context, desk_date_from_dmy (26, 2, 2024),
                                 NULL, &error));
  g_assert_no_error (error);
  refuse_undo (test, third, "day-closed");
}

/* A room that is back was given away: it cannot be out of order again by an undo. */
static void
test_undo_back (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  gint64 back;

  do_line (test, "403 ooo till 9 mar defect");
  back = do_line (test, "403 back");
  do_line (test, "412 move 403 from tomorrow noise: lift");
  refuse_undo (test, back, "room-taken");
}

/* What one desk plans, another may have done first. */
static void
test_two_desks (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskLine) line = read_line (test, "401+402 dirty");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) shown = desk_action_plan (test->house, &test->context, line->action, &error);
  g_autoptr (DeskOutcome) first = NULL;
  g_autoptr (DeskOutcome) again = NULL;

  do_line (test, "402 inspected");
  g_assert_null (desk_action_do (test->house, &test->context, line->action, shown->digest, NULL,
                                 &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_cmpint (ask (test, COUNT ("clean = 'dirty'")), ==, 0);

  /* Sent twice it happens once. */
  first = desk_action_do (test->house, &test->context, line->action, NULL, "key", &error);
  g_assert_no_error (error);
  again = desk_action_do (test->house, &test->context, line->action, NULL, "key", &error);
  g_assert_no_error (error);
  g_assert_true (again->repeated);
  g_assert_cmpint (again->entry_id, ==, first->entry_id);
  g_assert_cmpuint (again->plan->effects->len, ==, 2);
}

/* Only who works the desk says something of rooms. */
static void
test_roles (void)
{
  static const struct { DeskRole role; gboolean may; } roles[] = {
    { DESK_ROLE_NONE, FALSE }, { DESK_ROLE_CASHIER, FALSE }, { DESK_ROLE_ASSOCIATE, TRUE },
    { DESK_ROLE_SUPERVISOR, TRUE }, { DESK_ROLE_NIGHT_AUDITOR, TRUE },
    { DESK_ROLE_ADMINISTRATOR, FALSE },
  };
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskLine) line = read_line (test, "401 dirty");
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskPlan) plan = NULL;

      desk_test_house_sign_in_as (test, "x", roles[i].role);
      plan = desk_action_plan (test->house, &test->context, line->action, &error);
      g_assert_true ((plan != NULL) == roles[i].may);
      if (!roles[i].may)
        g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
    }
}

/* The night ends what ends, and forgets what was seen; what is out of order keeps its nights. */
static void
test_night (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (GError) error = NULL;

  do_line (test, "401 ooo defect");
  do_line (test, "403 ooo till 9 mar defect");
  do_line (test, "410 seen occupied");
  g_assert_true (desk_close_day (test->house, &test->context, desk_date_from_dmy (26, 2, 2024),
                                 NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (test, COUNT ("number = '401' AND service = 'in' AND clean = 'dirty'")), ==,
                   1);
  g_assert_cmpint (ask (test, COUNT ("number = '403' AND service = 'ooo'")), ==, 1);
  g_assert_cmpint (ask (test, COUNT ("hk_occupied IS NOT NULL")), ==, 0);
  do_line (test, "401 ooo till 28 feb defect");
  do_line (test, "401 back");
  g_assert_cmpint (ask (test, BLOCKED ("401")), ==, 1);
  desk_test_assert_verifies (test->house);
}

static const DeskRackRow *
find_row (const DeskRack *rack,
          const char     *number)
{
  guint i;

  for (i = 0; i < rack->rows->len; i++)
    {
      const DeskRackRow *row = g_ptr_array_index (rack->rows, i);

      if (strcmp (row->number, number) == 0)
        return row;
    }
  g_assert_not_reached ();
}

/* The rack: order, parties, discrepancies; and the room by itself. */
static void
test_rack (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRack) rack = NULL;
  g_autoptr (DeskRoomView) view = NULL;
  const DeskRackRow *row;
  const DeskRoomEvent *event;

  do_line (test, "412 seen vacant");
  do_line (test, "401 seen occupied");
  do_line (test, "403 ooo till 9 mar defect: shower cold");
  rack = desk_rack_load (test->house, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rack->rows->len, ==, 9);
  g_assert_cmpstr (((DeskRackRow *) g_ptr_array_index (rack->rows, 0))->number, ==, "98");
  row = find_row (rack, "412");
  g_assert_cmpstr (row->inside->guest_name, ==, "Anna Kowalska");
  g_assert_true (row->occupied);
  g_assert_cmpint (desk_rack_row_get_discrepancy (row), ==, DESK_DISCREPANCY_VACANT);
  g_assert_cmpint (desk_rack_row_get_discrepancy (find_row (rack, "401")), ==,
                   DESK_DISCREPANCY_SLEPT_IN);
  g_assert_cmpstr (find_row (rack, "402")->due->guest_name, ==, "Chen Li");
  g_assert_cmpstr (find_row (rack, "404")->next->guest_name, ==, "Bo Hansen");
  g_assert_true (desk_rack_row_is (find_row (rack, "403"), rack->business_date, "ooo"));
  g_assert_false (desk_rack_row_is (find_row (rack, "403"), rack->business_date, "clean"));

  view = desk_room_view_load (test->house, find_row (rack, "403")->room_id, &error);
  g_assert_no_error (error);
  g_assert_true (((DeskRoomNight *) g_ptr_array_index (view->nights, 0))->blocked);
  g_assert_cmpuint (view->events->len, ==, 1);
  event = g_ptr_array_index (view->events, 0);
  g_assert_cmpstr (event->note, ==, "shower cold");
  g_assert_cmpstr (event->by, ==, "maria");
}

/* By number, by who is in it or comes, and by a feature as the reader calls it. */
static void
test_words (void)
{
  static const struct
  {
    const char *number;
    const char *text;
    const char *lang;
    gboolean    has;
  } cases[] = {
    { "403", "", "en", TRUE }, { "403", "40", "en", TRUE }, { "403", "404", "en", FALSE },
    { "403", "quiet", "en", TRUE }, { "403", "Tylus 403", "lt", TRUE },
    { "403", "quiet", "lt", TRUE }, { "403", "tylus", "en", FALSE },
    { "412", "kowalska", "en", TRUE }, { "402", "CHEN", "en", TRUE },
    { "401", "tylus", "lt", FALSE },
  };
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRack) rack = desk_rack_load (test->house, &error);
  gsize i;

  g_assert_no_error (error);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = desk_fold_words (cases[i].text);

      g_test_message ("%s %s", cases[i].number, cases[i].text);
      g_assert_cmpint (desk_rack_row_has_words (find_row (rack, cases[i].number), words,
                                                desk_house_get_property (test->house),
                                                cases[i].lang), ==, cases[i].has);
    }
}

/* Arrivals respect what is said of rooms. */
static void
test_check_in (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();

  do_line (test, "402 oos defect");
  refuse_line (test, "AM-0003 in", "room-out-of-service");
  do_line (test, "402 back");
  do_line (test, "402 dirty");
  do_line (test, "402 rush");
  refuse_line (test, "AM-0003 in", "room-dirty");
  do_line (test, "402 clean");
  g_assert_cmpint (ask (test, COUNT ("rush = 1")), ==, 0);
  do_line (test, "403 ooo defect");
  refuse_line (test, "AM-0003 in 403", "room-out-of-order");
  do_line (test, "402 oos defect");
  do_line (test, "AM-0003 in: knows about the lamp");
}

/* A room that is dirty and done next is proposed before the others that are dirty. */
static void
test_move_rush (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskLine) line = read_line (test, "412 move SUP from now noise: lift");
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const DeskMessage *fits;
  g_autofree char *text = NULL;

  do_line (test, "401-410 dirty");
  do_line (test, "98+501 dirty");
  do_line (test, "410 rush");
  do_line (test, "401 ooo defect");
  g_free (line->action->override_reason);
  line->action->override_reason = g_strdup ("nothing else");
  plan = desk_action_plan (test->house, &test->context, line->action, &error);
  g_assert_no_error (error);
  fits = g_ptr_array_index (plan->warnings, 0);
  text = desk_message_render (fits, desk_catalog_get_default (),
                              desk_house_get_property (test->house));
  g_assert_nonnull (strstr (text, "410"));
}

/* Whatever is said of rooms in whichever order, nights and states agree. */
static void
test_random (void)
{
  static const char *const words[] = {
    "dirty", "clean", "inspected", "pickup", "rush", "ooo defect", "ooo till 28 feb defect",
    "oos defect", "back", "seen occupied", "seen vacant",
  };
  static const char *const rooms[] = { "401", "402", "403", "404", "410", "412", "401-404" };
  g_autoptr (DeskTestHouse) test = new_house ();
  guint i;

  for (i = 0; i < 150; i++)
    {
      gboolean undo = g_test_rand_int_range (0, 4) == 0;
      g_autofree char *text =
        g_strdup_printf ("%s %s", rooms[g_test_rand_int_range (0, G_N_ELEMENTS (rooms))],
                         words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      g_autoptr (DeskLine) line = read_line (test, undo ? "undo" : text);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskOutcome) outcome = desk_action_do (test->house, &test->context, line->action,
                                                        NULL, NULL, &error);

      if (outcome == NULL)
        g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
      g_assert_cmpint (ask (test, "SELECT count (DISTINCT room_id) FROM room_night "
                            "WHERE block_id IS NOT NULL"), ==,
                       ask (test, COUNT ("service = 'ooo'")));
      g_assert_cmpint (ask (test, COUNT ("service = 'ooo' AND occupied = 1")), ==, 0);
      g_assert_cmpint (ask (test, COUNT ("rush = 1 AND clean IN ('clean', 'inspected')")), ==, 0);
    }
  desk_test_assert_verifies (test->house);
}

static void
test_numbers (void)
{
  g_assert_cmpint (desk_room_number_compare ("98", "101"), <, 0);
  g_assert_cmpint (desk_room_number_compare ("A10", "A2"), >, 0);
  g_assert_cmpint (desk_room_number_compare ("12", "12a"), <, 0);
  g_assert_cmpint (desk_room_number_compare ("401", "401"), ==, 0);
  g_assert_true (desk_room_number_is_range ("401", "415"));
  g_assert_false (desk_room_number_is_range ("415", "401"));
  g_assert_false (desk_room_number_is_range ("A1", "B9"));
  g_assert_true (desk_room_number_in_range ("405", "401", "415"));
  g_assert_false (desk_room_number_in_range ("416", "401", "415"));
  g_assert_false (desk_room_number_in_range ("A405", "401", "415"));
}

int
main (int   argc,
      char *argv[])
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (do_cases); i++)
    g_test_add_data_func (do_cases[i].path, &do_cases[i], test_do);
  for (i = 0; i < G_N_ELEMENTS (refuse_cases); i++)
    g_test_add_data_func (refuse_cases[i].path, &refuse_cases[i], test_refuse);
  for (i = 0; i < G_N_ELEMENTS (wrong_cases); i++)
    g_test_add_data_func (wrong_cases[i].path, &wrong_cases[i], test_wrong);
  g_test_add_func ("/rooms/names", test_names);
  g_test_add_func ("/rooms/undo", test_undo);
  g_test_add_func ("/rooms/undo/leans", test_undo_leans);
  g_test_add_func ("/rooms/undo/back", test_undo_back);
  g_test_add_func ("/rooms/two-desks", test_two_desks);
  g_test_add_func ("/rooms/roles", test_roles);
  g_test_add_func ("/rooms/night", test_night);
  g_test_add_func ("/rooms/rack", test_rack);
  g_test_add_func ("/rooms/words", test_words);
  g_test_add_func ("/rooms/check-in", test_check_in);
  g_test_add_func ("/rooms/move-rush", test_move_rush);
  g_test_add_func ("/rooms/random", test_random);
  g_test_add_func ("/rooms/numbers", test_numbers);
  return g_test_run ();
}
