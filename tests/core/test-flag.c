/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-property.h"

/* The thresholds of the audit's flags: usual ones, a house's own, and mistakes. */

static const char base[] =
  "[property]\nname=Hotel Aurora\ncurrency=EUR\nminor-digits=2\n"
  "time-zone=Europe/Helsinki\nbusiness-date=2026-09-04\nvat-level=invoice\n"
  "[room 218]\ntype=STD\n"
  "[rate-plan FLEX]\nprice=119.00\ncode=ROOM\n[code ROOM]\nkind=charge\n";

static DeskProperty *
parse (const char  *more,
       GError     **error)
{
  g_autofree char *text = g_strconcat (base, more, NULL);

  return desk_property_parse (text, -1, "property.ini", error);
}

static const DeskFlagRule usual[DESK_N_FLAGS] = {
  [DESK_FLAG_NEAR_LIMIT] = { TRUE, 90, 3, 0, 0, 0 },
  [DESK_FLAG_SHIFT_SHARE] = { TRUE, 90, 0, 0, 0, 0 },
  [DESK_FLAG_AFTER_CHECK_OUT] = { TRUE, 0, 0, 0, 0, 0 },
  [DESK_FLAG_CASH_BACK] = { TRUE, 0, 0, 0, 0, 0 },
  [DESK_FLAG_PRICE_LOWERED] = { TRUE, 100, 0, 0, 0, 0 },
  [DESK_FLAG_MANY_CORRECTIONS] = { TRUE, 0, 3, 5, 30, 0 },
  [DESK_FLAG_SLEPT_IN] = { TRUE, 0, 0, 0, 0, 0 },
  [DESK_FLAG_DRAW] = { TRUE, 0, 0, 0, 0, 5 },
};

static void
test_usual (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskProperty) property = parse ("", &error);
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < DESK_N_FLAGS; i++)
    {
      DeskFlagKind kind;

      g_assert_cmpmem (&property->flags[i], sizeof usual[i], &usual[i], sizeof usual[i]);
      g_assert_true (desk_flag_parse (desk_flag_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
}

static void
test_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskProperty) property = parse ("[flag near-limit]\npercent=95\ntimes=2\n"
                                             "[flag many-corrections]\nleast=8\ndays=14\n"
                                             "[flag slept-in]\nactive=no\n", &error);
  g_autoptr (DeskProperty) again = NULL;
  const DeskFlagRule *many;

  g_assert_no_error (error);
  g_assert_cmpint (property->flags[DESK_FLAG_NEAR_LIMIT].percent, ==, 95);
  g_assert_cmpint (property->flags[DESK_FLAG_NEAR_LIMIT].times, ==, 2);
  g_assert_cmpint (property->flags[DESK_FLAG_SHIFT_SHARE].percent, ==, 90);
  g_assert_false (property->flags[DESK_FLAG_SLEPT_IN].active);

  /* What the database keeps says the same. */
  again = desk_property_parse_stored (property->canonical, &error);
  g_assert_no_error (error);
  many = &again->flags[DESK_FLAG_MANY_CORRECTIONS];
  g_assert_cmpint (many->least, ==, 8);
  g_assert_cmpint (many->times, ==, 3);
  g_assert_cmpint (many->days, ==, 14);
  g_assert_false (again->flags[DESK_FLAG_SLEPT_IN].active);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } cases[] = {
    { "[flag gut-feeling]\n", "no such flag" },
    { "[flag]\n", "no name" },
    { "[flag draw]\nrows=0\n", "1 or more" },
    { "[flag draw]\nrows=-1\n", "whole number" },
    { "[flag draw]\nrows=five\n", "whole number" },
    { "[flag draw]\nrows=100001\n", "100000" },
    { "[flag draw]\npercent=90\n", "no such threshold" },
    { "[flag shift-share]\ntimes=3\n", "no such threshold" },
    { "[flag cash-back]\nleast=3\n", "no such threshold" },
    { "[flag cash-back]\nactive=maybe\n", "none of no, yes" },
    { "[flag cash-back]\namount=3.00\n", "no such key" },
    { "[flag draw]\nrows=3\n[flag draw]\nrows=4\n", "twice" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskProperty) property = parse (cases[i].text, &error);

      g_assert_null (property);
      g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag/usual", test_usual);
  g_test_add_func ("/flag/own", test_own);
  g_test_add_func ("/flag/mistakes", test_mistakes);
  return g_test_run ();
}
