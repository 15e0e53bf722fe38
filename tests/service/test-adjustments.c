/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustments.h"
#include "desk-line.h"
#include "desk-test-aurora.h"

/* The audit's list: each adjustment once, with what it was and became, and a sum that
 * is the ledger's. */

static const DeskTestStay eero = { "HO-9H0B6", "Eero Vainionpää", 1, "[]", -3, 1,
                                   "218", "105.00", NULL };
static const DeskTestStay anna = { "HO-C03S9", "Anna Kowalska", 2, "[]", -1, 2,
                                   "412", "129.00", NULL };
static const DeskTestStay ida = { "HO-FPRYX", "Ida Sørlie", 2, "[]", -1, 2,
                                  "402", "125.00", NULL };

static void
say (DeskTestHouse *test,
     const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = desk_line_parse (test->house, text, 0, desk_catalog_get_default (),
                                               &error);

  g_assert_no_error (error);
  desk_test_aurora_do (test, line->action);
  test->now += G_USEC_PER_SEC;
}

/* Nuts at the wrong price today, a beer too many yesterday, a noise, a lower price. */
static DeskTestHouse *
new_house (void)
{
  DeskTestHouse *test = desk_test_aurora_new ();

  desk_test_aurora_arrive (test, &eero);
  desk_test_aurora_arrive (test, &anna);
  desk_test_aurora_arrive (test, &ida);
  say (test, "218 post beer 2x");
  desk_test_aurora_close (test);

  say (test, "402 post barnuts 3x at 9.50");
  say (test, "402 fix 3 6.50 price");
  say (test, "218 fix 5 1x twice: the slip says one");
  say (test, "412 off 10% on 1 noise");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  say (test, "402 rate 110 from tonight wait");
  say (test, "218 fix 5 none twice: no slip");
  return test;
}

static GPtrArray *
load (DeskTestHouse              *test,
      const DeskAdjustmentFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAdjustmentPage) page = desk_adjustments_load_all (test->house, NULL, filter, NULL,
                                                                   &error);

  g_assert_no_error (error);
  return g_ptr_array_ref (page->rows);
}

/* "218 aino allowance twice 5: 1500 -> 750, -750" */
static char *
describe (const DeskAdjustment *adjustment)
{
  const DeskAdjustmentRecord *row = adjustment->record;

  return g_strdup_printf ("%s %s %s %s %d: %" G_GINT64_FORMAT " -> %" G_GINT64_FORMAT
                          ", %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          row->room, row->by, row->kind, row->reason, row->original,
                          row->original_minor, row->became_minor,
                          row->amount_minor + row->right_minor, row->value_minor);
}

static const char *const expected[] = {
  "402 aino correction price 3: 2850 -> 1950, -900 900",
  "218 aino allowance twice 5: 1500 -> 750, -750 750",
  "412 aino goodwill noise 1: 12900 -> 11610, -1290 1290",
  "402 mika rate wait 0: 0 -> 0, 0 1500",
  "402 mika rate wait 0: 0 -> 0, 0 1500",
  "218 mika allowance twice 5: 1500 -> 0, -750 750",
};

static void
test_list (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  const DeskAdjustmentFilter today = { DESK_TEST_T, DESK_TEST_T, NULL, NULL, NULL };
  g_autoptr (GPtrArray) rows = load (test, &today);
  guint i;

  for (i = 0; i < rows->len && i < G_N_ELEMENTS (expected); i++)
    {
      const DeskAdjustment *adjustment = g_ptr_array_index (rows, i);
      const DeskAdjustmentRecord *row = adjustment->record;
      g_autofree char *described = describe (adjustment);

      g_assert_cmpstr (described, ==, expected[i]);
      g_assert_cmpint (row->policy, ==, 1);
      g_assert_cmpint (row->business_date, ==, DESK_TEST_T);
      g_assert_nonnull (row->guest_name);
      g_assert_cmpint (row->role, ==, i < 3 ? DESK_ROLE_ASSOCIATE : DESK_ROLE_SUPERVISOR);
      g_assert_true ((row->posting_id == 0) == (i == 3 || i == 4));
    }
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  /* Both nights were lowered in one go. */
  for (i = 0; i < rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (rows, i);
      const DeskAdjustment *before = i > 0 ? g_ptr_array_index (rows, i - 1) : NULL;

      g_assert_cmpint (
        desk_adjustment_follows (row->record, before != NULL ? before->record : NULL), ==, i == 4);
    }
  g_assert_cmpint (((DeskAdjustment *) g_ptr_array_index (rows, 2))->record->case_id, >, 0);
}

/* Page by page it is the same list; a page has whole days. */
static void
test_pages (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  const DeskAdjustmentFilter ever = { DESK_TEST_T - 3, DESK_DATE_NONE, NULL, NULL, NULL };
  DeskDate day = DESK_DATE_NONE;
  guint n = 0;
  guint i;

  desk_test_aurora_close (test);
  say (test, "218 fix 7 none twice: no slip");
  do
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskAdjustmentPage) page = desk_adjustments_load (test->house, NULL, &ever, day,
                                                                   1, &error);

      g_assert_no_error (error);
      for (i = 0; i < page->rows->len; i++, n++)
        {
          g_autofree char *described = describe (g_ptr_array_index (page->rows, i));

          if (n < G_N_ELEMENTS (expected))
            g_assert_cmpstr (described, ==, expected[n]);
        }
      g_assert_true (page->next == DESK_DATE_NONE || page->next > day);
      day = page->next;
    }
  while (day != DESK_DATE_NONE);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected) + 1);
}

static void
test_filters (void)
{
  static const struct
  {
    DeskAdjustmentFilter filter;
    guint                n;
  } cases[] = {
    { { 1, 0, NULL, NULL, NULL }, 6 },
    { { 1, 0, "aino", NULL, NULL }, 3 },
    { { 1, 0, "mika", NULL, NULL }, 3 },
    { { 1, 0, "nobody", NULL, NULL }, 0 },
    { { 1, 0, NULL, "twice", NULL }, 2 },
    { { 1, 0, NULL, NULL, "402" }, 3 },
    { { 1, 0, "mika", "twice", "218" }, 1 },
    { { 1, 1, NULL, NULL, NULL }, 0 },
  };
  g_autoptr (DeskTestHouse) test = new_house ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = load (test, &cases[i].filter);

      g_assert_cmpuint (rows->len, ==, cases[i].n);
    }
}

/* A room that is none is no room without rows; one that was given up still has its own. */
static void
test_room (void)
{
  const DeskAdjustmentFilter unknown = { .from = 1, .room = "999" };
  const DeskAdjustmentFilter given_up = { .from = 1, .room = "402" };
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAdjustmentPage) page = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  page = desk_adjustments_load_all (test->house, NULL, &unknown, NULL, &error);
  g_assert_null (page);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no room 999.");
  g_clear_error (&error);

  desk_db_exec (desk_house_get_db (test->house), "UPDATE room SET retired = 1 WHERE number = '402'",
                &error);
  g_assert_no_error (error);
  rows = load (test, &given_up);
  g_assert_cmpuint (rows->len, ==, 3);
}

/* Who did it, by name; whose account is gone, by login. */
static void
test_who (void)
{
  static const struct
  {
    const char *by;
    const char *allowed_by;
    const char *who;
  } cases[] = {
    { "aino", NULL, "Aino Lehtonen" },
    { "aino", "tuula", "Aino Lehtonen + Tuula Laine" },
    { "gone", "mika", "gone + Mika Korhonen" },
    { "", NULL, "" },
  };
  const DeskAdjustmentFilter named = { .from = 1, .text = "LEHTÖNEN twice" };
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (GPtrArray) rows = load (test, &named);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DeskAdjustmentRecord record = {
        .by = (char *) cases[i].by, .allowed_by = (char *) cases[i].allowed_by,
      };
      g_autofree char *who =
        desk_adjustment_dup_who (&record, desk_house_get_property (test->house));

      g_assert_cmpstr (who, ==, cases[i].who);
    }
  /* Whoever looks for a name finds it. */
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((DeskAdjustment *) rows->pdata[0])->record->by, ==, "aino");
}

static DeskAdjustmentTotals *
add_up (DeskTestHouse *test,
        DeskDate       from,
        DeskDate       to)
{
  const DeskAdjustmentFilter filter = { from, to, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  DeskAdjustmentTotals *totals = desk_adjustments_total (test->house, NULL, &filter, NULL, NULL,
                                                         &error);

  g_assert_no_error (error);
  return totals;
}

static void
test_totals (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (DeskAdjustmentTotals) today = add_up (test, DESK_TEST_T, DESK_DATE_NONE);
  g_autoptr (DeskAdjustmentTotals) before = add_up (test, DESK_TEST_T - 3, DESK_TEST_T - 1);
  g_autoptr (DeskAdjustmentTotals) ever = add_up (test, 1, DESK_TEST_T + 100);
  g_autoptr (DeskAdjustmentTotals) closed = NULL;
  const DeskAdjustmentSum *nuts = g_ptr_array_index (today->sums, 0);

  g_assert_true (today->ties && today->complete);
  g_assert_cmpint (today->n_lines, ==, 4);
  g_assert_cmpint (today->effect_minor, ==, -900 - 750 - 1290 - 750);
  g_assert_cmpint (today->n_unposted, ==, 2);
  g_assert_cmpint (today->unposted_minor, ==, 3000);
  g_assert_cmpuint (today->sums->len, ==, 3);
  g_assert_cmpstr (nuts->code, ==, "BARNUTS");
  g_assert_cmpint (nuts->listed_minor, ==, -2850);
  g_assert_cmpint (nuts->ledger_minor, ==, -2850);
  g_assert_cmpint (nuts->right_minor, ==, 1950);

  g_assert_true (before->ties);
  g_assert_cmpint (before->n_lines, ==, 0);
  g_assert_cmpint (before->last_id + 1, ==, today->first_id);
  g_assert_cmpint (ever->first_id, ==, 1);
  g_assert_cmpint (ever->last_id, ==, today->last_id);
  g_assert_cmpint (ever->effect_minor, ==, today->effect_minor);

  /* A closed day keeps its sum. */
  desk_test_aurora_close (test);
  say (test, "412 off 5 on 1 noise");
  closed = add_up (test, DESK_TEST_T, DESK_TEST_T);
  g_assert_true (closed->ties);
  g_assert_cmpint (closed->effect_minor, ==, today->effect_minor);
  g_assert_cmpint (closed->first_id, ==, today->first_id);
  g_assert_cmpint (closed->last_id, >, today->last_id);
}

/* A line that is gone shows as a gap. */
static void
test_gap (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  DeskDb *db = desk_house_get_db (test->house);
  g_autoptr (DeskAdjustmentTotals) totals = NULL;
  g_autoptr (GError) error = NULL;

  desk_db_exec (db, "PRAGMA foreign_keys = OFF", &error);
  g_assert_no_error (error);
  desk_db_exec (db, "DROP TRIGGER posting_no_delete", &error);
  g_assert_no_error (error);
  desk_db_exec (db, "DELETE FROM posting WHERE code = 'BARNUTS' AND kind = 'correction'", &error);
  g_assert_no_error (error);

  totals = add_up (test, DESK_TEST_T, DESK_DATE_NONE);
  g_assert_false (totals->complete || totals->ties);
  g_assert_cmpint (totals->missing_id, >, totals->first_id);
}

/* An amount that was changed behind the program's back: the code and the difference. */
static void
test_difference (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  DeskDb *db = desk_house_get_db (test->house);
  g_autoptr (DeskAdjustmentTotals) totals = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  guint i;

  desk_db_exec (db, "DROP TRIGGER posting_no_update", &error);
  g_assert_no_error (error);
  desk_db_exec (db, "UPDATE posting SET business_date = '2026-08-01' "
                    "WHERE code = 'BARNUTS' AND kind = 'correction'", &error);
  g_assert_no_error (error);

  totals = add_up (test, DESK_TEST_T, DESK_DATE_NONE);
  g_assert_false (totals->ties);
  for (i = 0; i < totals->sums->len; i++)
    {
      const DeskAdjustmentSum *sum = g_ptr_array_index (totals->sums, i);

      if (sum->listed_minor == sum->ledger_minor)
        continue;
      n++;
      g_assert_cmpstr (sum->code, ==, "BARNUTS");
      g_assert_cmpint (sum->listed_minor - sum->ledger_minor, ==, 2850);
    }
  g_assert_cmpuint (n, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/adjustments/list", test_list);
  g_test_add_func ("/adjustments/pages", test_pages);
  g_test_add_func ("/adjustments/filters", test_filters);
  g_test_add_func ("/adjustments/room", test_room);
  g_test_add_func ("/adjustments/who", test_who);
  g_test_add_func ("/adjustments/totals", test_totals);
  g_test_add_func ("/adjustments/gap", test_gap);
  g_test_add_func ("/adjustments/difference", test_difference);
  return g_test_run ();
}
