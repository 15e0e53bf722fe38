/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-action.h"
#include "desk-close-day.h"
#include "desk-explain.h"
#include "desk-test-books.h"
#include "desk-test-hotel.h"

/*
 * The night makes its lines before it takes the file, and posts them in batches. It comes to
 * the same wherever a batch ends, wherever it is stopped, and whatever desks do meanwhile.
 */

/* Guests of so many days are in the house. */
#define DAYS 3

/* With a clock that goes on by this at each look, a batch is a stay or two. */
#define SLOW_US 8000

static gint64
slow_now (gpointer source)
{
  DeskTestHouse *test = source;

  test->now += SLOW_US;
  return test->now;
}

static DeskDate
get_date (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  DeskDate date;

  desk_house_get_business_date (test->house, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
act (DeskHouse         *house,
     const DeskContext *context,
     DeskAction        *action)
{
  g_autoptr (DeskAction) owned = action;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome = desk_action_do (house, context, owned, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}

static void
check_in (DeskTestHouse *test,
          gint64         stay_id)
{
  act (test->house, &test->context, desk_action_new (DESK_VERB_CHECK_IN, stay_id));
}

static void
close_day (DeskTestHouse   *test,
           const DeskWatch *watch)
{
  g_autoptr (GError) error = NULL;

  desk_close_day (test->house, &test->context, get_date (test), watch, &error);
  g_assert_no_error (error);
}

/* The evening of the last day: everybody is there, and one has had breakfast. */
static DeskTestHouse *
new_evening (void)
{
  DeskTestHouse *test = desk_test_hotel_new (DAYS + 1);
  DeskAction *breakfast;
  gint64 stay_id = 1;
  guint day;
  guint i;

  for (day = 0; day < DAYS; day++)
    {
      if (day > 0)
        close_day (test, NULL);
      for (i = 0; i < DESK_TEST_HOTEL_ARRIVALS; i++)
        check_in (test, stay_id++);
    }
  breakfast = desk_action_new (DESK_VERB_POST, stay_id - 1);
  breakfast->code = g_strdup ("BFST");
  breakfast->quantity = 2;
  act (test->house, &test->context, breakfast);
  return test;
}

/* The lines of the ledger, and which nights stand. */
static char *
dup_lines (DeskTestHouse *test)
{
  static const char sql[] =
    "SELECT group_concat (t, ';') FROM (SELECT p.id || ' ' || p.folio_id || ' ' || p.line || ' ' "
    "|| p.code || ' ' || p.business_date || ' ' || coalesce (p.room, '-') || ' ' "
    "|| p.amount_minor || p.steps AS t FROM posting p UNION ALL "
    "SELECT n.stay_id || ' ' || n.date || ' ' || n.posted || ' ' || n.version FROM stay_night n)";
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (desk_house_get_db (test->house), sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (desk_stmt_step (stmt, &row, &error));
  return g_strdup (desk_stmt_get_text (stmt, 0));
}

static gint64
count_batches (DeskTestHouse *test)
{
  return desk_test_query (test->house,
                          "SELECT count (*) FROM audit_entry WHERE verb = 'night' "
                          "AND business_date = (SELECT max (business_date) FROM seal)");
}

static void
assert_sound (DeskTestHouse *test)
{
  desk_test_assert_books (test->house);
  desk_test_assert_verifies (test->house);
}

/* What the preview says of a stay is what is posted. */
static void
test_as_planned (void)
{
  g_autoptr (DeskTestHouse) test = new_evening ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskCloseDayPlan) plan = desk_close_day_plan (test->house, &test->context, &error);
  guint i;
  guint j;

  g_assert_no_error (error);
  close_day (test, NULL);
  g_assert_cmpuint (plan->stays->len, >, DESK_TEST_HOTEL_ARRIVALS);
  for (i = 0; i < plan->stays->len; i++)
    {
      const DeskNightPreview *preview = g_ptr_array_index (plan->stays, i);

      for (j = 0; j < preview->lines->len; j++)
        {
          const DeskPosting *line = g_ptr_array_index (preview->lines, j);
          g_autofree char *sql = g_strdup_printf (
            "SELECT count (*) FROM posting WHERE folio_id = %" G_GINT64_FORMAT " AND line = %d "
            "AND code = '%s' AND amount_minor = %" G_GINT64_FORMAT " AND room IS '%s'",
            line->folio_id, line->line, line->code, line->amount_minor, line->room);

          g_assert_cmpint (desk_test_query (test->house, sql), ==, 1);
        }
    }
  assert_sound (test);
}

/* A day begins at midnight where the hotel is. */
static void
test_early (void)
{
  static const struct
  {
    const char *now;
    gboolean    early;
  } cases[] = {
    { "2026-03-01T21:59:59Z", TRUE }, { "2026-03-01T22:00:00Z", FALSE },
    { "2026-03-02T21:00:00Z", FALSE }, { "2026-03-03T03:00:00Z", FALSE },
    { "2025-03-03T03:00:00Z", TRUE },
  };
  g_autoptr (DeskTestHouse) test = desk_test_hotel_new (1);
  g_autoptr (GError) error = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *said_early = cases[i].early ? "2\u00a0March\u00a02026 has not begun by the "
                                                  "clock." : NULL;
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (cases[i].now, NULL);
      g_autoptr (DeskCloseDayPlan) plan = NULL;
      g_autofree char *said = NULL;

      test->now = g_date_time_to_unix (now) * G_USEC_PER_SEC;
      plan = desk_close_day_plan (test->house, &test->context, &error);
      g_assert_no_error (error);
      if (plan->early != NULL)
        said = desk_message_render (plan->early, desk_catalog_get_default (), NULL);
      g_assert_cmpstr (said, ==, said_early);
    }
}

static void
test_batches (void)
{
  g_autoptr (DeskTestHouse) one = new_evening ();
  g_autoptr (DeskTestHouse) many = new_evening ();
  g_autofree char *in_one = NULL;
  g_autofree char *in_many = NULL;

  close_day (one, NULL);
  many->context.now = slow_now;
  close_day (many, NULL);

  in_one = dup_lines (one);
  in_many = dup_lines (many);
  g_assert_cmpstr (in_one, ==, in_many);
  g_assert_cmpint (count_batches (one), ==, 1);
  g_assert_cmpint (count_batches (many), >, 3);
  assert_sound (many);
}

static void
cancel_cb (guint    done,
           guint    total,
           gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* Stopped after each batch, by a desk that is then started anew. */
static void
test_stopped (void)
{
  g_autoptr (DeskTestHouse) one = new_evening ();
  g_autoptr (DeskTestHouse) test = new_evening ();
  DeskDate date = get_date (test);
  g_autofree char *in_one = NULL;
  g_autofree char *stopped = NULL;
  gboolean closed = FALSE;
  guint n_stops;

  close_day (one, NULL);
  test->context.now = slow_now;
  for (n_stops = 0; !closed; n_stops++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (n_stops, <, 100);
      closed = desk_close_day (test->house, &test->context, date,
                               &(DeskWatch){ cancellable, n_stops % 2 == 0 ? cancel_cb : NULL,
                                             cancellable },
                               &error);
      if (!closed)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_pointer (&test->house, desk_house_close);
      test->house = desk_house_open (test->path, NULL);
      assert_sound (test);
    }

  in_one = dup_lines (one);
  stopped = dup_lines (test);
  g_assert_cmpuint (n_stops, >, 1);
  g_assert_cmpstr (in_one, ==, stopped);
}

/**
 * Other:
 * @at: the batch before which it acts, counted from 1; 0: before each
 * @n_batches: how many have begun
 *
 * Another desk, which acts when the lines of a batch are made and not yet written.
 */
typedef struct
{
  DeskTestHouse *test;
  DeskHouse     *house;
  void         (*act) (DeskHouse *house, const DeskContext *context);
  guint          at;
  guint          n_batches;
} Other;

static gboolean
on_point_cb (DeskDbPoint   point,
             const char   *sql,
             gpointer      user_data,
             GError      **error)
{
  Other *other = user_data;

  if (point != DESK_DB_POINT_BEGIN || !g_str_equal (sql, "BEGIN IMMEDIATE"))
    return TRUE;
  other->n_batches++;
  if (other->at == 0 || other->at == other->n_batches)
    other->act (other->house, &other->test->context);
  return TRUE;
}

static DeskTestHouse *
close_beside (void     (*what) (DeskHouse *house, const DeskContext *context),
              guint      at)
{
  DeskTestHouse *test = new_evening ();
  Other other = { .test = test, .act = what, .at = at };
  g_autoptr (GError) error = NULL;

  other.house = desk_house_open (test->path, &error);
  g_assert_no_error (error);
  test->context.now = slow_now;
  desk_db_set_fault (desk_house_get_db (test->house), on_point_cb, &other);
  close_day (test, NULL);
  desk_db_set_fault (desk_house_get_db (test->house), NULL, NULL);
  desk_house_close (other.house);
  assert_sound (test);
  g_assert_cmpint (desk_test_query (test->house,
                                    "SELECT count (*) FROM stay s JOIN stay_night n "
                                    "ON n.stay_id = s.id AND n.date = "
                                    "(SELECT max (business_date) FROM seal) "
                                    "WHERE s.state = 'in-house' AND n.posted = 0"),
                   ==, 0);
  return test;
}

/* The last stay that has come is still to be posted, and stays for more than a night. */
#define LAST "(SELECT max (id) FROM stay WHERE state = 'in-house')"

static void
post_last (DeskHouse         *house,
           const DeskContext *context)
{
  DeskAction *action = desk_action_new (DESK_VERB_POST, desk_test_query (house, "SELECT " LAST));

  action->code = g_strdup ("BFST");
  action->quantity = 1;
  act (house, context, action);
}

static void
reprice_last (DeskHouse         *house,
              const DeskContext *context)
{
  DeskAction *action = desk_action_new (DESK_VERB_RATE, desk_test_query (house, "SELECT " LAST));

  action->has_unit = TRUE;
  action->unit_minor = 4321;
  action->reason = g_strdup ("noise");
  act (house, context, action);
}

/* Before the night came to them. */
static void
check_out_last (DeskHouse         *house,
                const DeskContext *context)
{
  DeskAction *action = desk_action_new (DESK_VERB_OUT, desk_test_query (house, "SELECT " LAST));

  action->code = g_strdup ("CARD");
  action->now = TRUE;
  act (house, context, action);
}

static void
test_posted_meanwhile (void)
{
  g_autoptr (DeskTestHouse) test = close_beside (post_last, 1);

  g_assert_cmpint (desk_test_query (test->house,
                                    "SELECT count (*) FROM posting p JOIN folio f "
                                    "ON f.id = p.folio_id AND f.stay_id = " LAST
                                    " WHERE p.code = 'BFST' AND p.line <= 4 AND p.parent IS NULL"),
                   >=, 2);
}

static void
test_priced_meanwhile (void)
{
  g_autoptr (DeskTestHouse) test = close_beside (reprice_last, 1);

  g_assert_cmpint (desk_test_query (test->house,
                                    "SELECT sum (p.unit_minor) FROM posting p JOIN folio f "
                                    "ON f.id = p.folio_id AND f.stay_id = " LAST
                                    " WHERE p.code = 'ROOM'"),
                   ==, 4321);
}

static void
test_left_meanwhile (void)
{
  g_autoptr (DeskTestHouse) test = close_beside (check_out_last, 1);
  gint64 n_left = desk_test_query (test->house,
                                   "SELECT count (*) FROM stay WHERE state = 'departed'");

  g_assert_cmpint (n_left, ==, 1);
  g_assert_cmpint (desk_test_query (test->house,
                                    "SELECT count (*) FROM stay_night n JOIN stay s "
                                    "ON s.id = n.stay_id WHERE s.state = 'departed' "
                                    "AND n.posted = 1"),
                   ==, 0);
}

/* Whatever was made before is never what is written. */
static void
test_always_meanwhile (void)
{
  g_autoptr (DeskTestHouse) test = close_beside (post_last, 0);

  g_assert_cmpint (count_batches (test), >, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/close-day/as-planned", test_as_planned);
  g_test_add_func ("/service/close-day/early", test_early);
  g_test_add_func ("/service/close-day/batches", test_batches);
  g_test_add_func ("/service/close-day/stopped", test_stopped);
  g_test_add_func ("/service/close-day/posted-meanwhile", test_posted_meanwhile);
  g_test_add_func ("/service/close-day/priced-meanwhile", test_priced_meanwhile);
  g_test_add_func ("/service/close-day/left-meanwhile", test_left_meanwhile);
  g_test_add_func ("/service/close-day/always-meanwhile", test_always_meanwhile);
  return g_test_run ();
}
