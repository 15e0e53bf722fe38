/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-explain.h"
#include "desk-radar.h"
#include "desk-test-aurora.h"

/* What looks wrong on a bill before anybody says so, and what only looks alike. */

#define HOUR_US (3600 * G_TIME_SPAN_SECOND)

static const DeskTestStay eero = { "HO-9H0B6", "Eero Vainionpää", 1, "[]", -3, 3,
                                   "218", "105.00", "105.00" };
static const DeskTestStay ieva = { "HO-ARJ2Q", "Ieva Kazlauskienė", 2, "[]", -3, 0,
                                   "507", "129.00", "109.00" };

/**
 * Case:
 * @script: "BEER:2:M-1": posted, so many, with that sheet; "|": the day is closed; "+22": hours
 *   later; "-7": line 7 is taken back; "undo": what was done last
 * @expected: what is told, with the lines that it is about
 */
static const struct
{
  const char *name;
  const char *script;
  const char *expected;
} cases[] = {
  { "218-of-the-demo",
    "| BEER:2:M-2181 NUTS:1:M-2181 | +22 BEER:2 NUTS:1 |",
    "Lines 7 and 8 repeat lines 3 and 4 (same items, same quantity, 22 hours apart, no sheet "
    "number). [7+8 of 3+4: 1950]" },
  { "one-line", "BEER:2:M-1 +1 BEER:2",
    "Line 2 repeats line 1 (same item, same quantity, 1 hour apart, no sheet number). "
    "[2 of 1: 1500]" },
  { "at-once", "BEER:1 BEER:1",
    "Line 2 repeats line 1 (same item, same quantity, within an hour, no sheet number). "
    "[2 of 1: 750]" },
  { "three-items", "BEER:2:M-1 NUTS:1:M-1 BARNUTS:1:M-1 +5 BEER:2 NUTS:1 BARNUTS:1",
    "Lines 4, 5 and 6 repeat lines 1, 2 and 3 (same items, same quantity, 5 hours apart, no "
    "sheet number). [4+5+6 of 1+2+3: 2600]" },
  { "nearest-sheet", "BEER:2:M-1 +23 BEER:2:M-2 +3 BEER:2",
    "Line 3 repeats line 2 (same item, same quantity, 3 hours apart, no sheet number). "
    "[3 of 2: 1500]" },
  { "undone-answer", "BEER:2:M-1 +1 BEER:2 -2 undo",
    "Line 2 repeats line 1 (same item, same quantity, 1 hour apart, no sheet number). "
    "[2 of 1: 1500]" },
  { "answered", "BEER:2:M-1 +1 BEER:2 -2", "" },
  { "one-shows-one", "BEER:2:M-1 +1 BEER:2 -2 +1 BEER:2", "" },
  { "put-right-and-posted-again", "BEER:2 -1 +1 BEER:2", "" },
  { "another-quantity", "BEER:2:M-1 +1 BEER:1", "" },
  { "another-price", "FOOD:1:88:1000 +1 FOOD:1::1100", "" },
  { "two-sheets", "BEER:2:M-1 +1 BEER:2:M-2", "" },
  { "sheet-comes-later", "BEER:2 +1 BEER:2:M-1", "" },
  { "breakfast-of-two-days", "NUTS:1 | +12 NUTS:1", "" },
  { "a-day-later", "BEER:2:M-1 | +24 BEER:2", "" },
  { "nights", "| | |", "" },
  { "a-habit", "BEER:1 BEER:1 BEER:1 BEER:1 BEER:1 BEER:1 BEER:1 BEER:1 BEER:1 BEER:1 BEER:1 "
    "BEER:1 BEER:1", "" },
  { "nothing", "", "" },
};

static void
post (DeskTestHouse *test,
      gint64         id,
      const char    *word)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_POST, id);
  g_auto (GStrv) parts = g_strsplit (word, ":", -1);
  guint n = g_strv_length (parts);

  action->code = g_strdup (parts[0]);
  action->quantity = g_ascii_strtoll (parts[1], NULL, 10);
  action->check = n > 2 && *parts[2] != '\0' ? g_strdup (parts[2]) : NULL;
  action->has_unit = n > 3;
  action->unit_minor = n > 3 ? g_ascii_strtoll (parts[3], NULL, 10) : 0;
  desk_test_aurora_do (test, action);
}

static void
take_back (DeskTestHouse *test,
           gint64         id,
           const char    *line)
{
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, line, NULL);

  fix->none = TRUE;
  fix->text = g_strdup ("the guest says so");
  fix->reason = g_strdup ("price");
  desk_test_aurora_do (test, fix);
}

static void
undo (DeskTestHouse *test,
      gint64         id)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_UNDO, id);

  desk_test_aurora_do (test, action);
}

static void
play (DeskTestHouse *test,
      gint64         id,
      const char    *script)
{
  g_auto (GStrv) words = g_strsplit (script, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '|')
        desk_test_aurora_close (test);
      else if (*words[i] == '+')
        test->now += g_ascii_strtoll (words[i] + 1, NULL, 10) * HOUR_US;
      else if (*words[i] == '-')
        take_back (test, id, words[i] + 1);
      else if (g_str_equal (words[i], "undo"))
        undo (test, id);
      else if (*words[i] != '\0')
        post (test, id, words[i]);
    }
}

static GPtrArray *
load (DeskTestHouse *test,
      gint64         id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayView) stay = desk_stay_view_load (test->house, id, &error);
  g_autoptr (DeskFolioView) folio = desk_folio_view_load (test->house, id, &error);
  GPtrArray *spots;

  g_assert_no_error (error);
  spots = desk_radar_load (test->house, stay, folio, &error);
  g_assert_no_error (error);
  return spots;
}

static void
print_lines (GString      *text,
             const GArray *lines)
{
  guint i;

  for (i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "+" : "", g_array_index (lines, gint, i));
}

static char *
dup_told (DeskTestHouse *test,
          gint64         id)
{
  g_autoptr (GPtrArray) spots = load (test, id);
  GString *told = g_string_new (NULL);
  guint i;

  for (i = 0; i < spots->len; i++)
    {
      const DeskSpot *spot = g_ptr_array_index (spots, i);
      g_autofree char *text = desk_message_render (spot->say, desk_catalog_get ("en"),
                                                   desk_house_get_property (test->house));

      g_string_append_printf (told, "%s%s [", i > 0 ? " " : "", text);
      print_lines (told, spot->lines);
      if (spot->kind == DESK_SPOT_TWICE)
        {
          g_string_append (told, " of ");
          print_lines (told, spot->others);
        }
      else
        {
          g_string_append_printf (told, " at %" G_GINT64_FORMAT, spot->unit_minor);
        }
      g_string_append_printf (told, ": %" G_GINT64_FORMAT "]", spot->amount_minor);
    }
  return g_string_free (told, FALSE);
}

static void
assert_told (DeskTestHouse *test,
             gint64         id,
             const char    *expected)
{
  g_autofree char *told = dup_told (test, id);

  g_assert_cmpstr (told, ==, expected);
}

/* What is told is taken by `fix` as it is, and then told no more. */
static void
fix_all (DeskTestHouse *test,
         gint64         id)
{
  g_autoptr (GPtrArray) spots = load (test, id);
  guint i;

  for (i = 0; i < spots->len; i++)
    {
      const DeskSpot *spot = g_ptr_array_index (spots, i);
      g_autoptr (DeskAction) fix = desk_action_new (DESK_VERB_FIX, id);

      fix->lines = g_array_ref (spot->lines);
      fix->none = spot->kind == DESK_SPOT_TWICE;
      fix->has_unit = !fix->none;
      fix->unit_minor = spot->unit_minor;
      fix->reason = g_strdup (spot->reason);
      desk_test_aurora_do (test, fix);
    }
  assert_told (test, id, "");
}

static void
test_twice (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &eero);

  play (test, id, cases[i].script);
  assert_told (test, id, cases[i].expected);
  fix_all (test, id);
}

/* Stay 2: three nights dearer than the confirmation; the dinner is none of it. */
static void
test_promised (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &ieva);

  assert_told (test, id, "");
  play (test, id, "| | FOOD:1:8803:3100 |");
  assert_told (test, id, "€60.00 above the promise: lines 1, 3, 6 [1+3+6 at 10900: 6000]");

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  take_back (test, id, "3");
  assert_told (test, id, "");   /* that night makes up for the others */
  undo (test, id);
  assert_told (test, id, "€60.00 above the promise: lines 1, 3, 6 [1+3+6 at 10900: 6000]");
  fix_all (test, id);
}

static void
test_as_promised (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &eero);

  play (test, id, "| |");
  assert_told (test, id, "");
}

static void
assert_warned (DeskTestHouse *test,
               gint64         id,
               const char    *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAction) out = desk_action_new (DESK_VERB_OUT, id);
  g_autoptr (DeskPlan) plan = NULL;
  g_autofree char *text = NULL;
  const DeskMessage *first;

  out->code = g_strdup ("CARD");
  plan = desk_action_plan (test->house, &test->context, out, &error);
  g_assert_no_error (error);
  first = g_ptr_array_index (plan->warnings, 0);
  text = desk_message_render (first, desk_catalog_get ("en"),
                              desk_house_get_property (test->house));
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (desk_plan_is_note (first), ==, !g_str_has_prefix (expected, "€"));
}

/* Behind the invoice it would take a credit note, so whoever checks out reads it before. */
static void
test_leaving (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &ieva);

  play (test, id, "| | FOOD:1:8803:3100 |");
  assert_warned (test, id, "€60.00 above the promise: lines 1, 3, 6");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  fix_all (test, id);
  assert_warned (test, id, "Window 1: the invoice over €370.00 is made out to Ieva "
                           "Kazlauskienė.");
}

/* Nothing can be put right here once the guest has left. */
static void
test_departed (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &ieva);
  g_autoptr (DeskAction) out = desk_action_new (DESK_VERB_OUT, id);

  play (test, id, "| | |");
  out->code = g_strdup ("CARD");
  out->all = TRUE;
  desk_test_aurora_do (test, out);
  assert_told (test, id, "");
}

/* A look at a bill of a hundred lines costs what reading it costs, a few times at most; that is
 * a thousandth of a second, but on a slow machine. */
static void
test_cost (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &eero);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayView) stay = NULL;
  gint64 look = G_MAXINT64;
  gint64 read = G_MAXINT64;
  guint i;

  for (i = 0; i < 100; i++)
    desk_test_aurora_post (test, id, "FOOD", 1, 1000 + i / 10);
  stay = desk_stay_view_load (test->house, id, &error);
  g_assert_no_error (error);
  for (i = 0; i < 20; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (DeskFolioView) folio = desk_folio_view_load (test->house, id, &error);
      gint64 between = g_get_monotonic_time ();
      g_autoptr (GPtrArray) spots = desk_radar_load (test->house, stay, folio, &error);

      look = MIN (look, g_get_monotonic_time () - between);
      read = MIN (read, between - start);
      g_assert_no_error (error);
      g_assert_cmpuint (spots->len, >, 0);
    }
  g_test_minimized_result (look, "a bill of 100 lines: %" G_GINT64_FORMAT " us, read in %"
                                 G_GINT64_FORMAT " us", look, read);
  g_assert_cmpint (look, <, 3 * read);
}

int
main (int   argc,
      char *argv[])
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/radar/twice/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_twice);
    }
  g_test_add_func ("/radar/promised", test_promised);
  g_test_add_func ("/radar/as-promised", test_as_promised);
  g_test_add_func ("/radar/leaving", test_leaving);
  g_test_add_func ("/radar/departed", test_departed);
  g_test_add_func ("/radar/cost", test_cost);
  return g_test_run ();
}
