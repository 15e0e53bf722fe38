/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-adjustment-chain.h"
#include "desk-adjustments-csv.h"
#include "desk-explain.h"
#include "desk-test-audit.h"

/* Why a row of the audit is looked at: exactly which rows, with which numbers, for whom. */

static DeskAdjustmentPage *
load (DeskTestHouse              *test,
      const DeskContext          *reader,
      const DeskAdjustmentFilter *filter)
{
  g_autoptr (GError) error = NULL;
  DeskAdjustmentPage *page = desk_adjustments_load_all (test->house, reader, filter, NULL,
                                                        &error);

  g_assert_no_error (error);
  return page;
}

static DeskAdjustmentPage *
load_day (DeskTestHouse *test)
{
  const DeskAdjustmentFilter today = { DESK_TEST_T, DESK_TEST_T };

  return load (test, NULL, &today);
}

/* "214 mk goodwill 4800: near-limit shift-share": a line for each flagged row. */
static char *
list_flagged (const DeskAdjustmentPage *page)
{
  GString *text = g_string_new (NULL);
  guint i;
  guint k;

  for (i = 0; i < page->rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (page->rows, i);
      const DeskAdjustmentRecord *record = row->record;

      if (row->flags->len == 0)
        continue;
      g_string_append_printf (text, "%s %s %s %" G_GINT64_FORMAT ":", record->room, record->by,
                              record->kind, record->value_minor);
      for (k = 0; k < row->flags->len; k++)
        g_string_append_printf (text, " %s",
                                ((DeskMessage *) g_ptr_array_index (row->flags, k))->code);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

#define MINIBAR "703 mk correction 750: many-corrections\n"
#define MINIBAR_DEARER "703 mk correction 1450: many-corrections\n"

static const char flagged[] =
  "628  slept-in 0: slept-in\n"
  "519 mika goodwill 4500: after-check-out cash-back\n"
  "519 mika refund 0: cash-back\n"
  MINIBAR MINIBAR MINIBAR MINIBAR MINIBAR MINIBAR MINIBAR MINIBAR MINIBAR
  MINIBAR_DEARER MINIBAR_DEARER
  "214 mk goodwill 4800: near-limit shift-share\n"
  "527 mk goodwill 4950: near-limit shift-share\n"
  "633 mk goodwill 4750: near-limit shift-share\n"
  "208 sanna rate 4000: price-lowered price-lowered\n"
  "208 sanna rate 4000: price-lowered price-lowered\n";

static const DeskAdjustment *
find_row (const DeskAdjustmentPage *page,
          const char               *room,
          const char               *by,
          gint64                    value_minor)
{
  guint i;

  for (i = 0; i < page->rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (page->rows, i);

      if (g_str_equal (row->record->room, room) && g_str_equal (row->record->by, by) &&
          row->record->value_minor == value_minor)
        return row;
    }
  g_error ("no row of %s in %s", by, room);
  return NULL;
}

static void
assert_says (DeskTestHouse     *test,
             const DeskMessage *message,
             const char        *sentence)
{
  g_autofree char *text = desk_message_render (message, desk_catalog_get_default (),
                                               desk_house_get_property (test->house));

  g_assert_cmpstr (text, ==, sentence);
}

static void
assert_flag_says (DeskTestHouse        *test,
                  const DeskAdjustment *row,
                  guint                 index,
                  const char           *sentence)
{
  assert_says (test, g_ptr_array_index (row->flags, index), sentence);
}

/* The rows of the day, and nothing else: B7 is silent, B8 is marked and not flagged. */
static void
test_rows (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("");
  g_autoptr (DeskAdjustmentPage) page = load_day (test);
  g_autofree char *list = list_flagged (page);
  const DeskAdjustmentFilter today = { DESK_TEST_T, DESK_TEST_T };
  g_autoptr (DeskAdjustmentTotals) totals = NULL;
  g_autoptr (GError) error = NULL;
  const DeskAdjustment *row;
  guint n;

  g_assert_cmpstr (list, ==, flagged);
  g_assert_cmpuint (page->n_flagged, ==, 19);
  g_assert_true (desk_adjustments_count_flagged (test->house, DESK_TEST_T, &n, &error));
  g_assert_cmpuint (n, ==, 19);

  row = find_row (page, "615", "pekka", 2000);
  g_assert_cmpuint (row->flags->len, ==, 0);
  g_assert_null (row->mark);
  row = find_row (page, "421", "kaarina", 1500);
  g_assert_cmpuint (row->flags->len, ==, 0);
  assert_says (test, row->mark,
               "By the night auditor: cannot be signed by the same person, Kaarina Aho.");

  totals = desk_adjustments_total (test->house, NULL, &today, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (totals->ties && totals->complete);
  g_assert_cmpint (totals->missing_id, ==, 0);
  g_assert_cmpint (totals->first_entry, >, 1);
  g_assert_cmpint (totals->effect_minor, ==, -14500 - 4500 - 9650 - 750 - 600 - 12000 - 1500);
  g_assert_cmpint (totals->unposted_minor, ==, 8000);
  g_assert_cmpint (totals->n_refunds, ==, 1);
  g_assert_cmpint (totals->refunds_minor, ==, 4500);
}

/* Fair words, with the numbers. */
static void
test_words (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("");
  g_autoptr (DeskAdjustmentPage) page = load_day (test);
  const DeskAdjustment *row = find_row (page, "214", "mk", 4800);

  assert_flag_says (test, row, 0, "3 gestures in one shift are just under the limit of €50.00.");
  assert_flag_says (test, row, 1, "The shift's goodwill, €145.00, is 97% of the €150.00 that "
                                  "one person may give.");
  row = find_row (page, "519", "mika", 4500);
  assert_flag_says (test, row, 1, "€45.00 went out in cash; the guest had paid with CARD.");
  row = find_row (page, "208", "sanna", 4000);
  assert_flag_says (test, row, 0, "2 nights to come lowered by €80.00 in all; goodwill at one go "
                                  "is up to €50.00.");
  assert_flag_says (test, row, 1, "“Price match” is an error; nothing on record shows it.");
  row = find_row (page, "703", "mk", 1450);
  assert_flag_says (test, row, 0, "11 corrections for this reason in one shift; the colleagues' "
                                  "median is 1.");
}

/* A house's own thresholds, one at a time: how many rows are left. */
static void
test_thresholds (void)
{
  static const struct
  {
    const char *more;
    guint       n;
  } cases[] = {
    { "[flag near-limit]\nactive=no\n[flag shift-share]\nactive=no\n", 16 },
    { "[flag near-limit]\ntimes=4\n[flag shift-share]\npercent=97\n", 16 },
    { "[flag near-limit]\npercent=96\n[flag shift-share]\nactive=no\n", 16 },
    { "[flag many-corrections]\nleast=12\n", 8 },
    { "[flag many-corrections]\ntimes=12\n", 8 },
    { "[flag many-corrections]\ntimes=11\n", 19 },
    { "[flag price-lowered]\nactive=no\n", 17 },
    { "[flag cash-back]\nactive=no\n", 18 },
    { "[flag slept-in]\nactive=no\n", 18 },
    { "[flag draw]\nactive=no\n", 19 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskTestHouse) test = desk_test_audit_new (cases[i].more);
      g_autoptr (DeskAdjustmentPage) page = load_day (test);

      g_test_message ("%s", cases[i].more);
      g_assert_cmpuint (page->n_flagged, ==, cases[i].n);
    }
}

static char *
list_drawn (const DeskAdjustmentPage *page,
            guint                    *n)
{
  GString *text = g_string_new (NULL);
  guint i;

  *n = 0;
  for (i = 0; i < page->rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (page->rows, i);

      if (!row->drawn)
        continue;
      g_assert_cmpuint (row->flags->len, ==, 0);
      (*n)++;
      g_string_append_printf (text, "%" G_GINT64_FORMAT " ", row->record->entry_id);
    }
  return g_string_free (text, FALSE);
}

/* As many as the house wants, the same each time, and in the flagged list. */
static void
test_draw (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("[flag draw]\nrows=3\n");
  const DeskAdjustmentFilter only = { DESK_TEST_T, DESK_TEST_T, .flagged = TRUE };
  g_autoptr (DeskAdjustmentPage) page = load_day (test);
  g_autoptr (DeskAdjustmentPage) again = load (test, NULL, &only);
  guint n;
  guint n_again;
  g_autofree char *drawn = list_drawn (page, &n);
  g_autofree char *drawn_again = list_drawn (again, &n_again);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (drawn, ==, drawn_again);
  g_assert_cmpuint (again->rows->len, ==, 19 + 3);
}

/* What was taken back is neither near a limit nor a share. */
static void
test_undone (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("");
  g_autoptr (DeskAdjustmentPage) page = NULL;
  const DeskAdjustment *row;

  desk_test_audit_say (test, "mk", "527 undo");
  page = load_day (test);
  g_assert_cmpuint (page->n_flagged, ==, 19 - 3);
  row = find_row (page, "527", "mk", 4950);
  g_assert_true (row->undone);
  row = find_row (page, "527", "mk", -4950);
  g_assert_cmpuint (row->flags->len, ==, 0);
}

/* Who may review sees everything, who works at the desk their own, others nothing. */
static void
test_readers (void)
{
  static const struct
  {
    const char *login;
    DeskRole    role;
    guint       n;          /* rows */
    gboolean    review;
  } cases[] = {
    { "mk", DESK_ROLE_ASSOCIATE, 14, FALSE },
    { "pekka", DESK_ROLE_ASSOCIATE, 4, FALSE },
    { "nobody", DESK_ROLE_ASSOCIATE, 0, FALSE },
    { "mika", DESK_ROLE_SUPERVISOR, 28, TRUE },
    { "tuula", DESK_ROLE_MANAGER, 28, TRUE },
    { "kaarina", DESK_ROLE_NIGHT_AUDITOR, 28, TRUE },
  };
  static const DeskRole others[] = { DESK_ROLE_CASHIER, DESK_ROLE_ADMINISTRATOR, DESK_ROLE_NONE };
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("");
  const DeskAdjustmentFilter today = { DESK_TEST_T, DESK_TEST_T };
  DeskContext reader = test->context;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskAdjustmentPage) page = NULL;
      g_autoptr (DeskAdjustmentTotals) totals = NULL;
      g_autoptr (GError) error = NULL;

      reader.user = cases[i].login;
      reader.role = cases[i].role;
      page = load (test, &reader, &today);
      g_assert_cmpuint (page->rows->len, ==, cases[i].n);
      for (guint j = 0; !cases[i].review && j < page->rows->len; j++)
        {
          const DeskAdjustment *row = g_ptr_array_index (page->rows, j);

          g_assert_cmpuint (row->flags->len, ==, 0);
          g_assert_false (row->drawn);
          g_assert_null (row->mark);
        }
      g_assert_cmpint (desk_adjustments_may_review (&reader), ==, cases[i].review);
      totals = desk_adjustments_total (test->house, &reader, &today, NULL, NULL, &error);
      g_assert_cmpint (totals != NULL, ==, cases[i].review);
      if (!cases[i].review)
        g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
    }
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (DeskAdjustmentPage) page = NULL;
      g_autoptr (GError) error = NULL;

      reader.role = others[i];
      page = desk_adjustments_load (test->house, &reader, &today, DESK_DATE_NONE, 1, &error);
      g_assert_null (page);
      g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
    }
}

/* Nobody signs their own. */
static void
test_own (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("");
  const DeskAdjustmentFilter today = { DESK_TEST_T, DESK_TEST_T, "mika" };
  DeskContext reader = test->context;
  g_autoptr (DeskAdjustmentPage) page = NULL;

  reader.user = "mika";
  reader.role = DESK_ROLE_SUPERVISOR;
  page = load (test, &reader, &today);
  g_assert_cmpuint (page->rows->len, ==, 2);
  assert_says (test, find_row (page, "519", "mika", 4500)->mark,
               "Your own: cannot be signed by the same person.");
}

static void
test_filters (void)
{
  static const struct
  {
    DeskAdjustmentFilter filter;
    guint                n;
  } cases[] = {
    { { DESK_DATE_NONE, DESK_DATE_NONE }, 30 },
    { { .by = "mk" }, 14 },
    { { .by = "mk", .kind = "goodwill" }, 3 },
    { { .kind = "refund" }, 1 },
    { { .kind = "rate" }, 2 },
    { { .kind = "slept-in" }, 1 },
    { { .reason = "unused", .by = "pekka" }, 2 },
    { { .room = "208" }, 3 },
    { { .text = "kazlauskiene" }, 3 },
    { { .text = "KAZLAUSK lift" }, 1 },
    { { .text = "kazlausk noise" }, 0 },
    { { .text = "out of order" }, 6 },
    { { .least_minor = 4500 }, 5 },
    { { .least_minor = 4500, .by = "mk" }, 3 },
    { { .flagged = TRUE, .by = "sanna", .kind = "rate" }, 2 },
  };
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskAdjustmentPage) page = load (test, NULL, &cases[i].filter);

      g_test_message ("case %u", i);
      g_assert_cmpuint (page->rows->len, ==, cases[i].n);
    }
}

static char *
print_chain (DeskTestHouse        *test,
             const DeskAdjustment *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chain = desk_adjustment_chain_load (test->house, NULL, row->record,
                                                            &error);
  GString *text = g_string_new (NULL);
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < chain->len; i++)
    {
      const DeskChainLink *link = g_ptr_array_index (chain, i);
      g_autofree char *said = desk_message_render (link->text, desk_catalog_get_default (),
                                                   desk_house_get_property (test->house));

      g_string_append_printf (text, "%s: %s\n", link->title, said);
    }
  return g_string_free (text, FALSE);
}

/* From the original to the evidence. */
static void
test_chain (void)
{
  static const struct
  {
    const char *room;
    const char *by;
    gint64      value_minor;
    const char *says[7];
  } cases[] = {
    { "615", "pekka", 2000,
      { "Plan: ", "ROOM: \u221220.00", "Set-up 1: up to €50.00 for the role associate",
        "Pekka Salo alone",
        "Reason: Lift out of order", "Case: Case ", "Evidence: “photograph of the sign”" } },
    { "208", "sanna", 4000,
      { "Plan: Night of Fri\u00a04\u00a0Sep: 139.00 → 99.00", "Sat\u00a05\u00a0Sep: 139.00 → 99.00",
        "Reason: Price match", "Evidence: none on record", "Set-up 1" } },
    { "703", "mk", 1450,
      { "Original: Line ", "MINIBAR: 14.50", "14.50 → 0.00", "Reason: Not consumed" } },
    { "519", "mika", 0, { "45.00 paid out", "Mika Korhonen alone", "Record: Entry " } },
  };
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("");
  g_autoptr (DeskAdjustmentPage) page = load_day (test);
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GError) error = NULL;
  DeskContext reader = test->context;
  guint i;
  guint k;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DeskAdjustment *row = find_row (page, cases[i].room, cases[i].by,
                                            cases[i].value_minor);
      g_autofree char *chain = print_chain (test, row);

      for (k = 0; k < G_N_ELEMENTS (cases[i].says) && cases[i].says[k] != NULL; k++)
        if (strstr (chain, cases[i].says[k]) == NULL)
          g_error ("not in the chain: %s\n%s", cases[i].says[k], chain);
    }

  reader.user = "mk";
  reader.role = DESK_ROLE_ASSOCIATE;
  nothing = desk_adjustment_chain_load (test->house, &reader,
                                        find_row (page, "208", "sanna", 4000)->record, &error);
  g_assert_null (nothing);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
}

static void
test_csv (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("");
  g_autoptr (DeskAdjustmentPage) page = load_day (test);
  g_autofree char *csv = desk_adjustments_to_csv (page->rows,
                                                   desk_house_get_property (test->house));
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", 0);

  g_assert_cmpuint (g_strv_length (lines), ==, 1 + page->rows->len + 1);
  g_assert_true (g_str_has_suffix (lines[0], ",entry,flags,drawn,undone,not_signed_by,decision,"
                                             "decided_by,decided_by_name,to_decide"));
  g_assert_nonnull (strstr (csv, ",near-limit;shift-share,,,,,,,yes\r\n"));
  g_assert_nonnull (strstr (csv, ",price-lowered,,,,,,,yes\r\n"));
  g_assert_nonnull (strstr (csv, ",night,,,,\r\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flags/rows", test_rows);
  g_test_add_func ("/flags/words", test_words);
  g_test_add_func ("/flags/thresholds", test_thresholds);
  g_test_add_func ("/flags/draw", test_draw);
  g_test_add_func ("/flags/undone", test_undone);
  g_test_add_func ("/flags/readers", test_readers);
  g_test_add_func ("/flags/own", test_own);
  g_test_add_func ("/flags/filters", test_filters);
  g_test_add_func ("/flags/chain", test_chain);
  g_test_add_func ("/flags/csv", test_csv);
  return g_test_run ();
}
