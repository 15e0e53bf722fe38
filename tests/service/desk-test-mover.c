/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-mover.h"

#include "desk-close-day.h"
#include "desk-explain.h"

#define DAY (24 * DESK_MOVER_HOUR)
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
  "[feature accessible]\ntext=step-free\n"
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
  "[limit associate upgrade]\namount=50.00\n[limit associate rate]\namount=40.00\n"
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

void
desk_mover_run (DeskTestHouse *test,
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

gint64
desk_mover_ask (DeskTestHouse *test,
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
char *
desk_mover_dump (DeskTestHouse *test,
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

DeskPlan *
desk_mover_plan (DeskTestHouse *test,
                 DeskAction    *action)
{
  g_autoptr (GError) error = NULL;
  DeskPlan *planned = desk_action_plan (test->house, &test->context, action, &error);

  g_assert_no_error (error);
  return planned;
}

/* Every night has a room, every room-night one party, every party in house one room. */
void
desk_mover_check_rooms (DeskTestHouse *test)
{
  static const char *const none[] = {
    "SELECT count (*) FROM stay_night WHERE room_id IS NULL",
    "SELECT count (*) FROM stay_night n JOIN stay s ON s.id = n.stay_id LEFT JOIN room_night k "
    "ON k.room_id = n.room_id AND k.night = n.date WHERE k.occupancy_id IS NULL "
    "OR k.occupancy_id <> s.occupancy_id",
    "SELECT count (*) FROM room_night k WHERE NOT EXISTS (SELECT 1 FROM stay_night n "
    "JOIN stay s ON s.id = n.stay_id WHERE n.room_id = k.room_id AND n.date = k.night "
    "AND s.occupancy_id = k.occupancy_id)",
    "SELECT (SELECT count (*) FROM room WHERE occupied = 1) - "
    "(SELECT count (DISTINCT occupancy_id) FROM stay WHERE state = 'in-house')",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (desk_mover_ask (test, none[i]), ==, 0);
}

DeskOutcome *
desk_mover_act (DeskTestHouse *test,
                DeskAction    *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) shown = desk_mover_plan (test, action);
  DeskOutcome *outcome;

  if (shown->refused->len > 0)
    g_error ("refused: %s", ((DeskMessage *) g_ptr_array_index (shown->refused, 0))->code);
  outcome = desk_action_do (test->house, &test->context, action, shown->digest, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->plan->departure_after, ==, shown->departure_after);
  desk_test_assert_verifies (test->house);
  desk_mover_check_rooms (test);
  return outcome;
}

static void
check_in (DeskTestHouse *test,
          gint64         stay_id)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_CHECK_IN, stay_id);
  g_autoptr (DeskOutcome) outcome = NULL;

  action->override_reason = g_strdup ("test");
  outcome = desk_mover_act (test, action);
}

void
desk_mover_close_day (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  DeskDate date;

  g_assert_true (desk_house_get_business_date (test->house, &date, &error));
  g_assert_true (desk_close_day (test->house, &test->context, date, NULL, &error));
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
  posted = desk_mover_act (test, taken);
  paid->code = g_strdup ("CARD");
  paid->amount_minor = 10000;
  received = desk_mover_act (test, paid);
}

/* The afternoon of 4 September: Anna, Sindre and Petter are in house. */
DeskTestHouse *
desk_mover_new_house (void)
{
  DeskTestHouse *test = desk_test_house_new_with (property);

  test->now = ARRIVAL_DAY;
  desk_test_house_import (test, stays);
  check_in (test, 1);
  fill_folio (test);
  desk_mover_close_day (test);
  check_in (test, 2);
  check_in (test, 4);
  desk_mover_close_day (test);
  return test;
}

DeskAction *
desk_mover_new_action (gint64      stay_id,
                       const char *room,
                       const char *reason)
{
  DeskAction *action = desk_action_new (DESK_VERB_MOVE, stay_id);

  action->room = g_strdup (room);
  action->reason = g_strdup (reason);
  return action;
}

char *
desk_mover_say (DeskTestHouse     *test,
                const DeskMessage *message)
{
  return desk_message_render (message, desk_catalog_get_default (),
                              desk_house_get_property (test->house));
}

const DeskMessage *
desk_mover_find (const GPtrArray *messages,
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

gint64
desk_mover_get_room (DeskTestHouse *test,
                     gint64         stay_id,
                     const char    *date)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT CAST (r.number AS INTEGER) FROM stay_night n JOIN room r "
                     "ON r.id = n.room_id WHERE n.stay_id = %" G_GINT64_FORMAT
                     " AND n.date = '2026-09-%s'", stay_id, date);

  return desk_mover_ask (test, sql);
}

void
desk_mover_check_room (DeskTestHouse *test,
                       const char    *number,
                       const char    *clean,
                       gboolean       occupied)
{
  g_autofree char *sql = g_strdup_printf ("SELECT clean || occupied FROM room WHERE number = '%s'",
                                          number);
  g_autofree char *is = desk_mover_dump (test, sql);
  g_autofree char *should = g_strdup_printf ("%s%d\n", clean, occupied);

  g_assert_cmpstr (is, ==, should);
}
