/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-action-private.h"
#include "desk-close-day.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-move.h"
#include "desk-test-house.h"
#include "desk-verify.h"
#include "desk-views.h"

/* Moving house by house: the two moves of the demo's script to the cent, what stops
 * a move, exchanges, sharers, and that nobody ever loses a room. */

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)
/* 2026-09-02 14:00 UTC */
#define ARRIVAL_DAY G_GINT64_CONSTANT (1788357600000000)

#define ROOM(number, type, floor, features) \
  "[room " number "]\ntype=" type "\nfloor=" floor "\nfeatures=" features "\n"
#define PRICES(std, sup, dlx) "price[STD]=" std "\nprice[SUP]=" sup "\nprice[DLX]=" dlx "\n"

static const char property[] =
  "[property]\nname=Hotel Aurora\ncurrency=EUR\nminor-digits=2\ntime-zone=Europe/Helsinki\n"
  "business-date=2026-09-02\nvat-level=invoice\n"
  ROOM ("106", "STD", "1", "accessible")
  ROOM ("229", "SUP", "2", "")
  ROOM ("233", "STD", "2", "")
  ROOM ("404", "SUP", "4", "accessible")
  ROOM ("412", "SUP", "4", "lift")
  ROOM ("415", "DLX", "4", "quiet")
  ROOM ("510", "DLX", "5", "quiet;view")
  "[rate-plan FLEX]\nprice=119.00\ncode=ROOMBB\n" PRICES ("119.00", "139.00", "169.00")
  "[rate-plan FLEXRO]\nprice=99.00\ncode=ROOM\n" PRICES ("99.00", "119.00", "149.00")
  "[rate-plan PLAIN]\ncode=ROOM\n"
  "[code ROOM]\nkind=charge\nclass=room\n"
  "[code ROOMBB]\nkind=charge\nclass=room\n"
  "[code MINI]\nkind=charge\nclass=food\nprice=54.00\n"
  "[code LEVY]\nkind=tax\ntax=levy\n"
  "[code CARD]\nkind=payment\n"
  "[tax vat]\nclass=room;food\nkind=percent\nrate=13.5\nmode=inclusive\n"
  "[tax levy]\nclass=room\nkind=person-night\namount=2.00\nmin-age=18\nmode=exclusive\n"
  "[reason noise]\nkind=move;goodwill\nfeatures=quiet\n"
  "[reason defect]\nkind=move;goodwill;out-of-order\n"
  "[reason price]\nkind=correction\n"
  "[user anna]\nname=Anna Bakker\nrole=associate\npin=4711\n";

#define STAY(confirmation, name, adults, from, to, plan, nights) \
  "{\"confirmation\": \"" confirmation "\", \"guest\": {\"name\": \"" name "\"}, " \
  "\"adults\": " adults ", \"children_ages\": [], \"arrival\": \"2026-09-" from "\", " \
  "\"departure\": \"2026-09-" to "\", \"rate_plan\": \"" plan "\", \"nights\": [" nights "]}"
#define NIGHT(room, type, date, price) \
  "{\"date\": \"2026-09-" date "\", \"room\": \"" room "\", \"room_type\": \"" type "\", " \
  "\"price\": \"" price "\"}"

/* Anna and Sindre of the script, Ida who comes later, and Petter beside them. */
static const char stays[] =
  "["
  STAY ("MV-1", "Anna Kowalska", "2", "02", "06", "FLEX",
        NIGHT ("412", "SUP", "02", "129.00") "," NIGHT ("412", "SUP", "03", "129.00") ","
        NIGHT ("412", "SUP", "04", "129.00") "," NIGHT ("412", "SUP", "05", "129.00")) ","
  STAY ("MV-2", "Sindre Haugerud", "1", "03", "06", "FLEXRO",
        NIGHT ("404", "SUP", "03", "119.00") "," NIGHT ("404", "SUP", "04", "119.00") ","
        NIGHT ("404", "SUP", "05", "119.00")) ","
  STAY ("MV-3", "Ida Sørlie", "1", "05", "07", "FLEX",
        NIGHT ("510", "DLX", "05", "169.00") "," NIGHT ("510", "DLX", "06", "169.00")) ","
  STAY ("MV-4", "Petter Lundgaard", "1", "03", "05", "FLEX",
        NIGHT ("229", "SUP", "03", "139.00") "," NIGHT ("229", "SUP", "04", "139.00"))
  "]";

static void
run_sql (DeskTestHouse *test,
         const char    *sql)
{
  g_autoptr (GError) error = NULL;
  g_auto (DeskTx) tx = { NULL };

  g_assert_true (desk_tx_begin (&tx, desk_house_get_db (test->house), &error));
  {
    g_autoptr (DeskStmt) stmt = desk_db_prepare (desk_house_get_db (test->house), sql, &error);

    g_assert_no_error (error);
    g_assert_true (desk_stmt_run (stmt, &error));
  }
  g_assert_true (desk_tx_commit (&tx, &error));
}

static gint64
ask_sql (DeskTestHouse *test,
         const char    *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (desk_house_get_db (test->house), sql, &error);
  gboolean row = FALSE;

  g_assert_no_error (error);
  g_assert_true (desk_stmt_step (stmt, &row, &error));
  return row ? desk_stmt_get_int64 (stmt, 0) : -1;
}

/* All rows of a query as text, to see whether anything changed. */
static char *
dump_sql (DeskTestHouse *test,
          const char    *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (desk_house_get_db (test->house), sql, &error);
  GString *text = g_string_new (NULL);
  gboolean row;

  g_assert_no_error (error);
  while (desk_stmt_step (stmt, &row, &error) && row)
    g_string_append_printf (text, "%s\n", desk_stmt_get_text (stmt, 0));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static DeskPlan *
plan (DeskTestHouse *test,
      DeskAction    *action)
{
  g_autoptr (GError) error = NULL;
  DeskPlan *planned = desk_action_plan (test->house, &test->context, action, &error);

  g_assert_no_error (error);
  return planned;
}

static void
assert_verifies (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskVerdict) verdict = desk_verify (test->house, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->why, ==, NULL);
  g_assert_true (verdict->ok);
}

/* Every night has a room, every room-night one party, every party in house one room. */
static void
assert_rooms (DeskTestHouse *test)
{
  g_assert_cmpint (ask_sql (test, "SELECT count (*) FROM stay_night WHERE room_id IS NULL"), ==, 0);
  g_assert_cmpint (ask_sql (test, "SELECT count (*) FROM stay_night n JOIN stay s "
                                  "ON s.id = n.stay_id LEFT JOIN room_night k "
                                  "ON k.room_id = n.room_id AND k.night = n.date "
                                  "WHERE k.occupancy_id IS NULL "
                                  "OR k.occupancy_id <> s.occupancy_id"), ==, 0);
  g_assert_cmpint (ask_sql (test, "SELECT count (*) FROM room_night k WHERE NOT EXISTS (SELECT 1 "
                                  "FROM stay_night n JOIN stay s ON s.id = n.stay_id "
                                  "WHERE n.room_id = k.room_id AND n.date = k.night "
                                  "AND s.occupancy_id = k.occupancy_id)"), ==, 0);
  g_assert_cmpint (ask_sql (test, "SELECT (SELECT count (*) FROM room WHERE occupied = 1) - "
                                  "(SELECT count (DISTINCT occupancy_id) FROM stay "
                                  "WHERE state = 'in-house')"), ==, 0);
}

static DeskOutcome *
act (DeskTestHouse *test,
     DeskAction    *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) shown = plan (test, action);
  DeskOutcome *outcome;

  if (shown->refused->len > 0)
    g_error ("refused: %s", ((DeskMessage *) g_ptr_array_index (shown->refused, 0))->code);
  outcome = desk_action_do (test->house, &test->context, action, shown->digest, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->plan->departure_after, ==, shown->departure_after);
  assert_verifies (test);
  assert_rooms (test);
  return outcome;
}

static void
check_in (DeskTestHouse *test,
          gint64         stay_id)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_CHECK_IN, stay_id);
  g_autoptr (DeskOutcome) outcome = NULL;

  action->override_reason = g_strdup ("test");
  outcome = act (test, action);
}

static void
close_day (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  DeskDate date;

  g_assert_true (desk_house_get_business_date (test->house, &date, &error));
  g_assert_true (desk_close_day (test->house, &test->context, date, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  test->now += DAY;
}

/* What Anna took, and the deposit she paid before. */
static void
fill_folio (DeskTestHouse *test)
{
  g_autoptr (DeskAction) taken = desk_action_new (DESK_VERB_POST, 1);
  g_autoptr (DeskAction) paid = desk_action_new (DESK_VERB_PAY, 1);
  g_autoptr (DeskOutcome) posted = NULL;
  g_autoptr (DeskOutcome) received = NULL;

  taken->code = g_strdup ("MINI");
  posted = act (test, taken);
  paid->code = g_strdup ("CARD");
  paid->amount_minor = 10000;
  received = act (test, paid);
}

/* The afternoon of 4 September: Anna, Sindre and Petter are in house. */
static DeskTestHouse *
new_house (void)
{
  DeskTestHouse *test = desk_test_house_new_with (property);

  test->now = ARRIVAL_DAY;
  desk_test_house_import (test, stays);
  check_in (test, 1);
  fill_folio (test);
  close_day (test);
  check_in (test, 2);
  check_in (test, 4);
  close_day (test);
  return test;
}

static DeskAction *
move (gint64      stay_id,
      const char *room,
      const char *reason)
{
  DeskAction *action = desk_action_new (DESK_VERB_MOVE, stay_id);

  action->room = g_strdup (room);
  action->reason = g_strdup (reason);
  return action;
}

static char *
say (DeskTestHouse     *test,
     const DeskMessage *message)
{
  return desk_message_render (message, desk_catalog_get_default (),
                              desk_house_get_property (test->house));
}

static const DeskMessage *
find_message (const GPtrArray *messages,
              const char      *code)
{
  guint i;

  for (i = 0; i < messages->len; i++)
    {
      const DeskMessage *message = g_ptr_array_index (messages, i);

      if (g_strcmp0 (message->code, code) == 0)
        return message;
    }
  return NULL;
}

static gint64
room_of (DeskTestHouse *test,
         gint64         stay_id,
         const char    *date)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT CAST (r.number AS INTEGER) FROM stay_night n JOIN room r "
                     "ON r.id = n.room_id WHERE n.stay_id = %" G_GINT64_FORMAT
                     " AND n.date = '2026-09-%s'", stay_id, date);

  return ask_sql (test, sql);
}

static void
assert_room (DeskTestHouse *test,
             const char    *number,
             const char    *clean,
             gboolean       occupied)
{
  g_autofree char *sql = g_strdup_printf ("SELECT clean || occupied FROM room WHERE number = '%s'",
                                          number);
  g_autofree char *is = dump_sql (test, sql);
  g_autofree char *should = g_strdup_printf ("%s%d\n", clean, occupied);

  g_assert_cmpstr (is, ==, should);
}

/* Stay 3: noise from the lift, and the quiet room is of a better type. */
static void
test_lift (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (1, NULL, "noise");
  g_autoptr (DeskPlan) shown = plan (test, action);
  g_autofree char *sentence = say (test, shown->sentence);
  g_autofree char *why = NULL;
  const DeskGiving *giving;

  g_assert_cmpstr (sentence, ==, "Move Anna Kowalska 412 → 415 (DLX), tonight to Sun 6 Sep, "
                                 "2 nights; the price stays.");
  g_assert_nonnull (find_message (shown->warnings, "room-fits"));
  why = say (test, find_message (shown->warnings, "room-fits"));
  g_assert_cmpstr (why, ==, "Room 415 fits: DLX, clean, floor 4, quiet.");
  g_assert_nonnull (find_message (shown->warnings, "room-not-inspected"));
  g_assert_cmpint (shown->balance_after, ==, shown->balance_before);
  g_assert_cmpint (shown->departure_before, ==, 48600);
  g_assert_cmpint (shown->departure_after, ==, 48600);
  g_assert_cmpuint (shown->givings->len, ==, 1);
  giving = g_ptr_array_index (shown->givings, 0);
  g_assert_cmpstr (giving->kind, ==, "upgrade");
  g_assert_cmpint (giving->value_minor, ==, 6000);
  g_assert_cmpint (giving->quantity, ==, 2);

  run_sql (test, "INSERT INTO request (id, kind, stay_id, room_id, department, state, made_at, "
                 "made_by, version) SELECT 77, 'wake-up', 1, id, 'desk', 'open', 1, 'anna', 1 "
                 "FROM room WHERE number = '412'");
  g_clear_pointer (&shown, desk_plan_free);
  {
    g_autoptr (DeskOutcome) outcome = act (test, action);

    g_assert_nonnull (find_message (outcome->plan->warnings, "requests-follow"));
  }
  g_assert_cmpint (room_of (test, 1, "03"), ==, 412);
  g_assert_cmpint (room_of (test, 1, "04"), ==, 415);
  g_assert_cmpint (room_of (test, 1, "05"), ==, 415);
  assert_room (test, "412", "dirty", FALSE);
  assert_room (test, "415", "clean", TRUE);
  g_assert_cmpint (ask_sql (test, "SELECT CAST (r.number AS INTEGER) FROM request q JOIN room r "
                                  "ON r.id = q.room_id WHERE q.id = 77"), ==, 415);
  g_assert_cmpint (ask_sql (test, "SELECT count (*) FROM posting WHERE room = '412' "
                                  "AND folio_id = 1 AND code <> 'MINI'"), ==, 4);
  close_day (test);
  g_assert_cmpint (ask_sql (test, "SELECT count (*) FROM posting WHERE room = '415' "
                                  "AND folio_id = 1"), ==, 2);
}

/* Stay 4, in the evening: a lower type, charged as such from tonight on. */
static void
test_shower_by_evening (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (2, "106", "defect");
  g_autoptr (DeskOutcome) outcome = NULL;
  const DeskGiving *giving;

  action->price = DESK_MOVE_NEW;
  outcome = act (test, action);
  g_assert_cmpint (outcome->plan->balance_before, ==, 12100);
  g_assert_cmpint (outcome->plan->balance_after, ==, 12100);
  g_assert_cmpint (outcome->plan->departure_before, ==, 36300);
  g_assert_cmpint (outcome->plan->departure_after, ==, 32300);
  g_assert_cmpuint (outcome->plan->givings->len, ==, 1);
  giving = g_ptr_array_index (outcome->plan->givings, 0);
  g_assert_cmpstr (giving->kind, ==, "rate");
  g_assert_cmpint (giving->value_minor, ==, 4000);
  g_assert_true (giving->evidence);

  g_assert_cmpint (ask_sql (test, "SELECT count (*) FROM request q JOIN room r "
                                  "ON r.id = q.room_id WHERE q.department = 'maintenance' "
                                  "AND r.number = '404'"), ==, 1);
  close_day (test);
  close_day (test);
  g_assert_cmpint (ask_sql (test, "SELECT balance_minor FROM folio WHERE stay_id = 2"), ==, 32300);
  assert_verifies (test);
}

/* Stay 4 again, at 03:10, when the night has been posted. */
static void
test_shower_after_close (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (2, "106", "defect");
  g_autoptr (DeskOutcome) outcome = NULL;
  const DeskPosting *line;

  close_day (test);
  test->now -= 14 * HOUR;
  action->price = DESK_MOVE_NEW;
  action->now = TRUE;
  outcome = act (test, action);
  g_assert_cmpint (outcome->plan->balance_before, ==, 24200);
  g_assert_cmpint (outcome->plan->balance_after, ==, 22200);
  g_assert_cmpint (outcome->plan->departure_after, ==, 32300);
  g_assert_cmpuint (outcome->plan->lines->len, ==, 1);
  line = g_ptr_array_index (outcome->plan->lines, 0);
  g_assert_cmpint (line->kind, ==, DESK_POSTING_ALLOWANCE);
  g_assert_cmpint (line->amount_minor, ==, -2000);
  g_assert_cmpint (line->answers, ==, 3);
  g_assert_cmpstr (line->room, ==, "404");
  g_assert_cmpuint (outcome->plan->givings->len, ==, 2);
  assert_room (test, "404", "dirty", FALSE);
  assert_room (test, "106", "dirty", TRUE);
  g_assert_cmpint (room_of (test, 2, "04"), ==, 106);

  close_day (test);
  g_assert_cmpint (ask_sql (test, "SELECT balance_minor FROM folio WHERE stay_id = 2"), ==, 32300);
  assert_verifies (test);
}

/* In the afternoon "now" is tonight: the night that was slept stays as it was. */
static void
test_now_by_day (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (2, "106", "defect");
  g_autoptr (DeskOutcome) outcome = NULL;

  action->price = DESK_MOVE_NEW;
  action->now = TRUE;
  outcome = act (test, action);
  g_assert_cmpuint (outcome->plan->lines->len, ==, 0);
  g_assert_cmpint (room_of (test, 2, "03"), ==, 404);
  g_assert_cmpint (room_of (test, 2, "04"), ==, 106);
}

/**
 * StopCase:
 * @before: (nullable): what has happened
 * @code: what it is refused for
 * @soft: whether a reason passes it
 */
typedef struct
{
  const char *path;
  gint64      stay_id;
  const char *room;
  const char *reason;
  const char *before;
  const char *code;
  gboolean    soft;
} StopCase;

#define SET_ROOM(what, number) "UPDATE room SET " what " WHERE number = '" number "'"

static const StopCase stop_cases[] = {
  { "/move/stop/no-such-room", 1, "999", "noise", NULL, "no-such-room", FALSE },
  { "/move/stop/same-room", 1, "412", "noise", NULL, "same-room", FALSE },
  { "/move/stop/no-reason", 1, "415", NULL, NULL, "reason-needed", FALSE },
  { "/move/stop/other-reason", 1, "415", "price", NULL, "reason-unknown", FALSE },
  { "/move/stop/unknown-reason", 1, "415", "moon", NULL, "reason-unknown", FALSE },
  { "/move/stop/departed", 1, "415", "noise", "UPDATE stay SET state = 'departed' WHERE id = 1",
    "stay-closed", FALSE },
  { "/move/stop/cancelled", 3, "415", NULL, "UPDATE stay SET state = 'cancelled' WHERE id = 3",
    "stay-closed", FALSE },
  { "/move/stop/out-of-order", 1, "415", "noise", SET_ROOM ("service = 'ooo'", "415"),
    "room-out-of-order", FALSE },
  { "/move/stop/retired", 1, "415", "noise", SET_ROOM ("retired = 1", "415"),
    "room-out-of-order", FALSE },
  { "/move/stop/taken", 1, "510", "noise", NULL, "room-taken", FALSE },
  { "/move/stop/occupied", 1, "229", "noise",
    "DELETE FROM room_night WHERE room_id = (SELECT id FROM room WHERE number = '229')",
    "room-occupied", FALSE },
  { "/move/stop/dirty", 1, "415", "noise", SET_ROOM ("clean = 'dirty'", "415"), "room-dirty",
    TRUE },
  { "/move/stop/pickup", 1, "415", "noise", SET_ROOM ("clean = 'pickup'", "415"), "room-dirty",
    TRUE },
  { "/move/stop/out-of-service", 1, "415", "noise", SET_ROOM ("service = 'oos'", "415"),
    "room-out-of-service", TRUE },
  { "/move/stop/seen-occupied", 1, "415", "noise", SET_ROOM ("hk_occupied = 1", "415"),
    "room-seen-occupied", TRUE },
  { "/move/stop/accessible", 2, "415", "defect", NULL, "room-lacks", TRUE },
  { "/move/stop/do-not-move", 1, "415", "noise", "UPDATE stay SET do_not_move = 1 WHERE id = 1",
    "do-not-move", TRUE },
};

static void
test_stop (gconstpointer data)
{
  const StopCase *one = data;
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (one->stay_id, one->room, one->reason);
  g_autoptr (DeskPlan) shown = NULL;
  g_autoptr (DeskPlan) passed = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (one->before != NULL)
    run_sql (test, one->before);
  shown = plan (test, action);
  g_assert_cmpuint (shown->refused->len, >, 0);
  g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (shown->refused, 0))->code, ==, one->code);
  g_assert_null (desk_action_do (test->house, &test->context, action, NULL, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);

  action->override_reason = g_strdup ("asked housekeeping by telephone");
  passed = plan (test, action);
  g_assert_cmpint (passed->refused->len > 0, ==, !one->soft);
  if (!one->soft)
    return;
  g_assert_nonnull (find_message (passed->warnings, one->code));
  outcome = act (test, action);
  g_assert_cmpint (ask_sql (test, "SELECT count (*) FROM audit_entry WHERE verb = 'move' "
                                  "AND detail LIKE '%override%'"), ==, 1);
}

/* Whose night it is stands in the refusal. */
static void
test_taken_by (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (1, "510", "noise");
  g_autoptr (DeskPlan) shown = plan (test, action);
  g_autofree char *text = say (test, g_ptr_array_index (shown->refused, 0));

  g_assert_nonnull (strstr (text, "MV-3"));
  g_assert_nonnull (strstr (text, "swap"));
}

static void
test_arrival_waits (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (4, "510", "noise");
  g_autoptr (DeskPlan) shown = plan (test, action);
  g_autoptr (DeskPlan) later = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_cmpuint (shown->refused->len, ==, 0);
  g_assert_nonnull (find_message (shown->warnings, "arrival-next"));

  /* At night, when the day was closed, that arrival is today's. */
  close_day (test);
  test->now -= 14 * HOUR;
  action->now = TRUE;
  later = plan (test, action);
  g_assert_nonnull (find_message (later->refused, "arrival-waits"));

  /* Nothing is left to be posted, and still he is in another room for the rest of it. */
  action->override_reason = g_strdup ("leaves at seven, she comes in the evening");
  outcome = act (test, action);
  g_assert_cmpint (room_of (test, 4, "04"), ==, 510);
  g_assert_cmpint (outcome->plan->departure_after, ==, outcome->plan->departure_before);
  assert_room (test, "510", "dirty", TRUE);
}

static void
test_prices (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (1, "415", "noise");
  g_autoptr (DeskPlan) no_price = NULL;
  g_autoptr (DeskPlan) dearer = NULL;
  g_autoptr (DeskPlan) stated = NULL;
  g_autoptr (DeskPlan) cheap = NULL;
  const DeskGiving *giving;

  action->price = DESK_MOVE_AT;
  no_price = plan (test, action);
  g_assert_nonnull (find_message (no_price->refused, "price-needed"));

  action->price = DESK_MOVE_NEW;
  dearer = plan (test, action);
  g_assert_cmpint (dearer->departure_after, ==, 48600 + 2 * 4000);
  g_assert_cmpuint (dearer->givings->len, ==, 0);

  /* 10.00 more for what is worth 30.00 more. */
  action->price = DESK_MOVE_AT;
  action->has_unit = TRUE;
  action->unit_minor = 13900;
  stated = plan (test, action);
  g_assert_cmpint (stated->departure_after, ==, 48600 + 2 * 1000);
  giving = g_ptr_array_index (stated->givings, 0);
  g_assert_cmpstr (giving->kind, ==, "upgrade");
  g_assert_cmpint (giving->value_minor, ==, 4000);

  /* A better room for less: a gift, and nothing shows that it was due. */
  action->unit_minor = 10000;
  cheap = plan (test, action);
  g_assert_cmpuint (cheap->givings->len, ==, 2);
  giving = g_ptr_array_index (cheap->givings, 1);
  g_assert_cmpstr (giving->kind, ==, "rate");
  g_assert_cmpint (giving->value_minor, ==, 5800);
  g_assert_false (giving->evidence);
}

static void
test_later (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (1, "415", "noise");
  g_autoptr (DeskAction) again = move (1, "415", "noise");
  g_autoptr (DeskOutcome) ordered = NULL;
  g_autoptr (DeskOutcome) done = NULL;
  g_autoptr (DeskPlan) past = NULL;
  g_autoptr (DeskPlan) after = NULL;

  action->from = desk_date_from_dmy (3, 9, 2026);
  past = plan (test, action);
  g_assert_nonnull (find_message (past->refused, "move-past"));
  action->from = desk_date_from_dmy (6, 9, 2026);
  after = plan (test, action);
  g_assert_nonnull (find_message (after->refused, "no-night-left"));

  action->from = desk_date_from_dmy (5, 9, 2026);
  ordered = act (test, action);
  g_assert_cmpint (room_of (test, 1, "04"), ==, 412);
  g_assert_cmpint (room_of (test, 1, "05"), ==, 415);
  assert_room (test, "412", "dirty", TRUE);
  assert_room (test, "415", "clean", FALSE);

  /* The day has come: the same line again takes them over. */
  close_day (test);
  done = act (test, again);
  assert_room (test, "412", "dirty", FALSE);
  assert_room (test, "415", "clean", TRUE);
  g_assert_cmpuint (done->plan->givings->len, ==, 0);
}

/* Before arrival rooms are reassigned without a reason, and nobody is disturbed. */
static void
test_booked (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (3, "415", NULL);
  g_autoptr (DeskOutcome) outcome = act (test, action);

  g_assert_cmpint (room_of (test, 3, "05"), ==, 415);
  g_assert_cmpint (room_of (test, 3, "06"), ==, 415);
  assert_room (test, "415", "clean", FALSE);
  assert_room (test, "510", "clean", FALSE);
}

static void
test_best_fit (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) needs = move (2, NULL, "defect");
  g_autoptr (DeskAction) type = move (1, NULL, "noise");
  g_autoptr (DeskAction) none = move (1, NULL, "noise");
  g_autoptr (DeskPlan) accessible = plan (test, needs);
  g_autoptr (DeskPlan) standard = NULL;
  g_autoptr (DeskPlan) nothing = NULL;
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = say (test, accessible->sentence);

  g_assert_nonnull (strstr (text, "404 → 106 (STD)"));

  type->room_type = g_strdup ("STD");
  g_assert_true (desk_move_list_rooms (test->house, &test->context, type, &rooms, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rooms->len, ==, 2);
  g_assert_cmpstr (((DeskMoveRoom *) g_ptr_array_index (rooms, 0))->number, ==, "233");
  g_assert_cmpint (((DeskMoveRoom *) g_ptr_array_index (rooms, 0))->upgrade_minor, ==, 0);
  standard = plan (test, type);
  g_assert_nonnull (find_message (standard->warnings, "room-lacks"));

  none->features = g_strsplit ("quiet;sauna", ";", -1);
  nothing = plan (test, none);
  g_assert_nonnull (find_message (nothing->refused, "no-room-fits"));
}

static void
test_swap (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (1, "229", "noise");
  g_autoptr (DeskAction) nobody = move (1, "233", "noise");
  g_autoptr (DeskPlan) shown = plan (test, action);
  g_autoptr (DeskPlan) empty = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_nonnull (find_message (shown->refused, "room-taken"));
  nobody->swap = TRUE;
  empty = plan (test, nobody);
  g_assert_nonnull (find_message (empty->refused, "swap-nobody"));

  action->swap = TRUE;
  outcome = act (test, action);
  g_assert_cmpint (room_of (test, 1, "03"), ==, 412);
  g_assert_cmpint (room_of (test, 1, "04"), ==, 229);
  g_assert_cmpint (room_of (test, 1, "05"), ==, 229);
  g_assert_cmpint (room_of (test, 4, "03"), ==, 229);
  g_assert_cmpint (room_of (test, 4, "04"), ==, 412);
  assert_room (test, "412", "dirty", TRUE);
  assert_room (test, "229", "dirty", TRUE);
  close_day (test);
  assert_verifies (test);
}

/* One party is in house, the other comes tomorrow: only the nights both have. */
static void
test_swap_with_arrival (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (1, "510", "noise");
  g_autoptr (DeskOutcome) outcome = NULL;

  action->swap = TRUE;
  outcome = act (test, action);
  g_assert_cmpint (room_of (test, 1, "04"), ==, 510);
  g_assert_cmpint (room_of (test, 1, "05"), ==, 510);
  g_assert_cmpint (room_of (test, 3, "05"), ==, 412);
  g_assert_cmpint (room_of (test, 3, "06"), ==, 412);
  assert_room (test, "412", "dirty", FALSE);
  assert_room (test, "510", "clean", TRUE);
}

/* Who share a room move together, each with the own nights. */
static void
test_sharers (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (1, "415", "noise");
  g_autoptr (DeskOutcome) outcome = NULL;

  run_sql (test, "DELETE FROM room_night WHERE occupancy_id = "
                 "(SELECT occupancy_id FROM stay WHERE id = 4)");
  run_sql (test, "UPDATE room SET occupied = 0 WHERE number = '229'");
  run_sql (test, "UPDATE stay SET occupancy_id = 1 WHERE id = 4");
  run_sql (test, "UPDATE stay_night SET room_id = (SELECT id FROM room WHERE number = '412') "
                 "WHERE stay_id = 4");
  assert_rooms (test);
  outcome = act (test, action);
  g_assert_cmpint (room_of (test, 1, "04"), ==, 415);
  g_assert_cmpint (room_of (test, 4, "03"), ==, 412);
  g_assert_cmpint (room_of (test, 4, "04"), ==, 415);
  g_assert_cmpint (((DeskGiving *) g_ptr_array_index (outcome->plan->givings, 0))->value_minor, ==,
                   6000);
}

/* Two desks want one room: the second is told whose it is. */
static void
test_race (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) first = move (1, "415", "noise");
  g_autoptr (DeskAction) second = move (4, "415", "noise");
  g_autoptr (DeskPlan) shown = plan (test, first);
  g_autoptr (DeskPlan) other_shown = plan (test, second);
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (DeskPlan) refreshed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  DeskHouse *other_desk = desk_house_open (test->path, &error);

  g_assert_no_error (error);
  outcome = act (test, first);
  g_assert_null (desk_action_do (other_desk, &test->context, second, other_shown->digest, NULL,
                                 &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_assert_null (desk_action_do (other_desk, &test->context, second, NULL, NULL, &refused));
  g_assert_error (refused, DESK_ERROR, DESK_ERROR_REFUSED);
  desk_house_close (other_desk);
  refreshed = plan (test, second);
  g_assert_nonnull (find_message (refreshed->refused, "room-taken"));
  assert_rooms (test);
}

/* Sent twice it happens once; and only who may. */
static void
test_once (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (1, "415", "noise");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) first =
    desk_action_do (test->house, &test->context, action, NULL, "once", &error);
  g_autoptr (DeskOutcome) second =
    desk_action_do (test->house, &test->context, action, NULL, "once", &error);

  g_assert_no_error (error);
  g_assert_true (second->repeated);
  g_assert_cmpint (first->entry_id, ==, second->entry_id);
  desk_test_house_sign_in_as (test, "cash", DESK_ROLE_CASHIER);
  g_assert_null (desk_action_plan (test->house, &test->context, action, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
}

static const char state[] =
  "SELECT 'night ' || stay_id || date || room_id || room_type || coalesce (price_minor, '-') "
  "FROM stay_night UNION ALL SELECT 'held ' || room_id || night || occupancy_id FROM room_night "
  "UNION ALL SELECT 'room ' || number || clean || occupied FROM room "
  "UNION ALL SELECT 'open ' || id || room_id FROM request WHERE state = 'open' ORDER BY 1";

/* What a move changed can be taken back from what it kept: from and to exchanged. */
static void
check_reversible (gint64         stay_id,
                  const char    *room,
                  const char    *reason,
                  DeskMovePrice  price,
                  gboolean       swap)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAction) action = move (stay_id, room, reason);
  g_autoptr (DeskPlan) back = desk_plan_new ("undo");
  g_autofree char *before = dump_sql (test, state);
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (DeskTx) tx = { NULL };
  guint i;

  action->price = price;
  action->swap = swap;
  action->override_reason = g_strdup ("test");
  outcome = act (test, action);
  for (i = outcome->plan->effects->len; i > 0; i--)
    {
      const DeskEffect *effect = g_ptr_array_index (outcome->plan->effects, i - 1);

      desk_plan_add_effect (back, effect->kind, effect->id, effect->key, effect->to, effect->from);
    }
  g_assert_true (desk_tx_begin (&tx, desk_house_get_db (test->house), &error));
  desk_apply_plan (test->house, &test->context, back, &error);
  g_assert_no_error (error);
  g_assert_true (desk_tx_commit (&tx, &error));
  after = dump_sql (test, state);
  g_assert_cmpstr (before, ==, after);
  assert_rooms (test);
}

static void
test_reversible (void)
{
  check_reversible (1, "415", "noise", DESK_MOVE_KEEP, FALSE);
  check_reversible (2, "106", "defect", DESK_MOVE_NEW, FALSE);
  check_reversible (1, "229", "noise", DESK_MOVE_KEEP, TRUE);
  check_reversible (1, "510", "noise", DESK_MOVE_NEW, TRUE);
  check_reversible (3, "415", NULL, DESK_MOVE_KEEP, FALSE);
}

/* Whatever is asked for, in whatever order: nobody loses a room or gets another's. */
static void
test_random (void)
{
  static const char *const rooms[] = { "106", "229", "233", "404", "412", "415", "510", NULL };
  g_autoptr (DeskTestHouse) test = new_house ();
  guint n_done = 0;
  guint i;

  for (i = 0; i < 400; i++)
    {
      g_autoptr (DeskAction) action =
        move (g_test_rand_int_range (1, 5), rooms[g_test_rand_int_range (0, 8)], "defect");
      g_autoptr (DeskOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;

      action->override_reason = g_strdup ("test");
      action->swap = g_test_rand_bit ();
      action->price = (DeskMovePrice) g_test_rand_int_range (0, 3);
      action->has_unit = TRUE;
      action->unit_minor = g_test_rand_int_range (0, 20000);
      if (g_test_rand_bit ())
        action->from = desk_date_from_dmy (g_test_rand_int_range (3, 8), 9, 2026);
      outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
      if (outcome == NULL)
        g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
      n_done += outcome != NULL;
      assert_rooms (test);
    }
  g_assert_cmpuint (n_done, >, 20);
  assert_verifies (test);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/move/lift", test_lift);
  g_test_add_func ("/move/shower/evening", test_shower_by_evening);
  g_test_add_func ("/move/shower/after-close", test_shower_after_close);
  g_test_add_func ("/move/now-by-day", test_now_by_day);
  for (i = 0; i < G_N_ELEMENTS (stop_cases); i++)
    g_test_add_data_func (stop_cases[i].path, &stop_cases[i], test_stop);
  g_test_add_func ("/move/taken-by", test_taken_by);
  g_test_add_func ("/move/arrival-waits", test_arrival_waits);
  g_test_add_func ("/move/prices", test_prices);
  g_test_add_func ("/move/later", test_later);
  g_test_add_func ("/move/booked", test_booked);
  g_test_add_func ("/move/best-fit", test_best_fit);
  g_test_add_func ("/move/swap", test_swap);
  g_test_add_func ("/move/swap-with-arrival", test_swap_with_arrival);
  g_test_add_func ("/move/sharers", test_sharers);
  g_test_add_func ("/move/race", test_race);
  g_test_add_func ("/move/once", test_once);
  g_test_add_func ("/move/reversible", test_reversible);
  g_test_add_func ("/move/random", test_random);
  return g_test_run ();
}
