/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-date.h"
#include "desk-error.h"

typedef struct
{
  const char *text;
  gboolean    ok;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "2026-09-04", TRUE },
  { "1900-01-01", TRUE },
  { "2200-12-31", TRUE },
  { "2024-02-29", TRUE },
  { "2000-02-29", TRUE },
  { "2023-02-29", FALSE },
  { "2100-02-29", FALSE },
  { "1899-12-31", FALSE },
  { "2201-01-01", FALSE },
  { "2026-13-01", FALSE },
  { "2026-00-01", FALSE },
  { "2026-01-00", FALSE },
  { "2026-04-31", FALSE },
  { "2026-9-4", FALSE },
  { "26-09-04", FALSE },
  { "2026/09/04", FALSE },
  { "2026-09-04 ", FALSE },
  { " 2026-09-04", FALSE },
  { "2026-09-0x", FALSE },
  { "+026-09-04", FALSE },
  { "20260904", FALSE },
  { "", FALSE },
};

static void
test_parse (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *one = &parse_cases[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      DeskDate date = 77;

      g_assert_cmpint (desk_date_parse (one->text, &date, &error), ==, one->ok);
      if (one->ok)
        {
          g_assert_no_error (error);
          back = desk_date_to_string (date);
          g_assert_cmpstr (back, ==, one->text);
        }
      else
        {
          g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
          g_assert_cmpint (date, ==, 77);
        }
    }
}

static void
test_nights (void)
{
  DeskDate arrival = desk_date_from_dmy (28, 2, 2024);
  DeskDate departure = desk_date_from_dmy (1, 3, 2024);
  int day;
  int month;
  int year;

  g_assert_cmpint (departure - arrival, ==, 2);
  desk_date_to_dmy (arrival + 1, &day, &month, &year);
  g_assert_cmpint (day, ==, 29);
  g_assert_cmpint (month, ==, 2);
  g_assert_cmpint (year, ==, 2024);
}

static void
test_none (void)
{
  char buffer[DESK_DATE_LENGTH] = "x";

  g_assert_cmpstr (desk_date_print (DESK_DATE_NONE, buffer), ==, "");
  g_assert_null (desk_date_to_string (DESK_DATE_NONE));
  g_assert_cmpint (desk_date_from_dmy (31, 6, 2026), ==, DESK_DATE_NONE);
  g_assert_cmpint (desk_date_from_dmy (1, 1, 99999), ==, DESK_DATE_NONE);
  g_assert_cmpint (desk_date_from_dmy (-1, 1, 2000), ==, DESK_DATE_NONE);
}

/* Every day there is, and none that there is not, as the library counts them. */
static void
test_calendar (void)
{
  int year;
  int month;
  int day;

  for (year = 1900; year <= 2200; year++)
    for (month = 0; month <= 13; month++)
      for (day = 0; day <= 32; day++)
        {
          DeskDate date = desk_date_from_dmy (day, month, year);
          GDate expected;

          if (month < 1 || month > 12 || day < 1 ||
              !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
            {
              g_assert_cmpint (date, ==, DESK_DATE_NONE);
              continue;
            }
          g_date_clear (&expected, 1);
          g_date_set_dmy (&expected, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
          g_assert_cmpint (date, ==, (DeskDate) g_date_get_julian (&expected));
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/nights", test_nights);
  g_test_add_func ("/date/none", test_none);
  g_test_add_func ("/date/calendar", test_calendar);
  return g_test_run ();
}
