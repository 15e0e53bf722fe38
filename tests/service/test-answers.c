/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-explain.h"
#include "desk-line-text.h"
#include "desk-test-aurora.h"

/* What is said of lines that answer lines: what they are called, and their arithmetic. */

static const DeskTestStay anna = { "HO-C03S9", "Anna Kowalska", 2, "[]", -2, 2,
                                   "412", "129.00", NULL };

static void
check_steps (DeskTestHouse *test,
             gint64         stay_id,
             int            line,
             const char    *expected)
{
  g_autoptr (DeskFolioView) folio = desk_test_aurora_load (test, stay_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskExplanation) explanation =
    desk_explain (test->house, NULL, folio, DESK_EXPLAIN_LINE, line, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = desk_explanation_render (explanation, test->house, desk_catalog_get ("en"),
                                  DESK_EXPLAIN_ARITHMETIC);
  g_assert_cmpstr (text, ==, expected);
}

/* @said: (nullable): to the guest, where it is different */
static void
check_name (DeskTestHouse *test,
            gint64         stay_id,
            int            number,
            const char    *expected,
            const char    *said)
{
  g_autoptr (DeskFolioView) folio = desk_test_aurora_load (test, stay_id);
  const DeskPosting *line = desk_folio_view_get_line (folio, number);
  const DeskProperty *property = desk_house_get_property (test->house);
  const DeskCatalog *catalog = desk_catalog_get ("en");
  g_autofree char *name = desk_line_text_dup (line, property, catalog);
  g_autofree char *guest = desk_line_text_dup_for_guest (line, property, catalog);

  g_assert_cmpstr (name, ==, expected);
  g_assert_cmpstr (guest, ==, said != NULL ? said : expected);
}

/* What was taken back is said as it stood, and then taken back. */
static void
test_undone (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &anna);

  desk_test_aurora_post (test, id, "NUTS", 3, 350);
  desk_test_aurora_undo (test, id);
  check_steps (test, id, 2,
               "Price on line 1: 3.50\n3.50 × 3 = 10.50\nTaken back: −10.50\n"
               "In it: VAT 13.5%, −1.25");
  check_name (test, id, 2, "Correction of line 1: NUTS", NULL);

  desk_test_aurora_post (test, id, "BEER", 1, 0);
  desk_test_aurora_undo (test, id);
  check_steps (test, id, 4, "Line 3: 7.50\nTaken back: −7.50\nIn it: VAT 25.5%, −1.52");
}

/* Ten per cent of a line: of what is left of it, and rounded only where it has to be. */
static void
test_gesture (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &anna);
  g_autoptr (DeskAction) round = desk_test_aurora_off (id, "1", "noise");
  g_autoptr (DeskAction) more = desk_test_aurora_off (id, "1", "noise");

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  desk_test_aurora_close (test);
  round->percent = g_strdup ("10");
  desk_test_aurora_do (test, round);
  check_steps (test, id, 3,
               "What is left of line 1: 129.00\n10% of 129.00 = 12.90\n"
               "Taken off the bill: −12.90\nIn it: VAT 13.5%, −1.53");
  check_name (test, id, 3, "Goodwill for line 1: noise", "With our apologies: noise");

  more->percent = g_strdup ("7");
  desk_test_aurora_do (test, more);
  check_steps (test, id, 4,
               "What is left of line 1: 116.10\n7% of 116.10 = 8.127\nRounded to 0.01: 8.13\n"
               "Taken off the bill: −8.13\nIn it: VAT 13.5%, −0.97");
  desk_test_aurora_undo (test, id);
  check_steps (test, id, 5, "Line 4: −8.13\nTaken back: 8.13\nIn it: VAT 13.5%, 0.97");
}

/* One gesture for all is a line for each tax: by it they are told apart. */
static void
test_whole_bill (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &anna);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, NULL, "noise");

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "BEER", 2, 750);
  off->percent = g_strdup ("10");
  desk_test_aurora_do (test, off);
  check_name (test, id, 4, "Goodwill, VAT 13.5%: noise", "With our apologies: noise");
  check_name (test, id, 5, "Goodwill, VAT 25.5%: noise", "With our apologies: noise");
  check_steps (test, id, 5,
               "For the lines with VAT 25.5%: 1.50\nTaken off the bill: −1.50\n"
               "In it: VAT 25.5%, −0.30");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/undone", test_undone);
  g_test_add_func ("/answers/gesture", test_gesture);
  g_test_add_func ("/answers/whole-bill", test_whole_bill);

  return g_test_run ();
}
