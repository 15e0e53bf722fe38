/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-date.h"

#include <string.h>

#include "desk-error.h"
#include "desk-message.h"

/* Outside these years a date in a hotel is a slip of the hand. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2200

/* A text below says them, too. */
G_STATIC_ASSERT (FIRST_YEAR == 1900 && LAST_YEAR == 2200);

static gboolean
parse_number (const char *text,
              int         n_digits,
              int        *out)
{
  int value = 0;
  int i;

  for (i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + (text[i] - '0');
    }
  *out = value;
  return TRUE;
}

/* What is wrong with a date, in one sentence; @why is marked with N_(). */
static gboolean
fail_parse (const char  *text,
            const char  *why,
            GError     **error)
{
  /* Translators: {text} was typed or stands in a file, {why} says what is wrong with it */
  return desk_error_say (error, DESK_ERROR_INVALID,
                         desk_message_why (N_("\"{text}\" is not a date: {why}"), text, why));
}

/**
 * desk_date_parse:
 * @text: a date, strictly `YYYY-MM-DD`
 * @out: (out): the day
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where @text is of another form, is no
 *   day of the calendar, or lies outside the years 1900 to 2200
 */
gboolean
desk_date_parse (const char  *text,
                 DeskDate    *out,
                 GError     **error)
{
  int year;
  int month;
  int day;
  DeskDate date;

  if (strlen (text) != DESK_DATE_LENGTH - 1 || text[4] != '-' || text[7] != '-' ||
      !parse_number (text, 4, &year) || !parse_number (text + 5, 2, &month) ||
      !parse_number (text + 8, 2, &day))
    return fail_parse (text, N_("four digits of the year, two of the month, two of the day, as in "
                                "2026-09-04"), error);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return fail_parse (text, N_("the year is not between 1900 and 2200"), error);

  date = desk_date_from_dmy (day, month, year);
  if (date == DESK_DATE_NONE)
    return fail_parse (text, N_("the calendar has no such day"), error);
  *out = date;
  return TRUE;
}

static void
print_number (char *text,
              int   n_digits,
              int   number)
{
  while (n_digits-- > 0)
    {
      text[n_digits] = (char) ('0' + number % 10);
      number /= 10;
    }
}

/**
 * desk_date_print:
 * @date: a day, or %DESK_DATE_NONE
 * @buffer: where the text goes
 *
 * Returns: (transfer none): @buffer with `2026-09-04`, empty for %DESK_DATE_NONE
 */
const char *
desk_date_print (DeskDate date,
                 char     buffer[DESK_DATE_LENGTH])
{
  int day;
  int month;
  int year;

  buffer[0] = '\0';
  if (date == DESK_DATE_NONE)
    return buffer;

  desk_date_to_dmy (date, &day, &month, &year);
  print_number (buffer, 4, year);
  buffer[4] = '-';
  print_number (buffer + 5, 2, month);
  buffer[7] = '-';
  print_number (buffer + 8, 2, day);
  buffer[10] = '\0';
  return buffer;
}

/**
 * desk_date_to_string:
 * @date: a day
 *
 * Returns: (transfer full) (nullable): `2026-09-04`, or %NULL for %DESK_DATE_NONE
 */
char *
desk_date_to_string (DeskDate date)
{
  char buffer[DESK_DATE_LENGTH];

  return date != DESK_DATE_NONE ? g_strdup (desk_date_print (date, buffer)) : NULL;
}

/**
 * desk_date_from_dmy:
 * @day: 1 to 31
 * @month: 1 to 12
 * @year: 1900 to 2200
 *
 * Returns: the day, or %DESK_DATE_NONE where the calendar has none
 */
DeskDate
desk_date_from_dmy (int day,
                    int month,
                    int year)
{
  static const int days_before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  int past = year - 1;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      day > days_before[month] - days_before[month - 1] + (month == 2 && leap))
    return DESK_DATE_NONE;

  return 365 * past + past / 4 - past / 100 + past / 400 +
         days_before[month - 1] + (month > 2 && leap) + day;
}

/**
 * desk_date_at:
 * @instant: microseconds since 1970, UTC
 * @zone: where
 *
 * Returns: the day that the calendar shows there and then
 */
DeskDate
desk_date_at (gint64     instant,
              GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return desk_date_from_dmy (g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                             g_date_time_get_year (local));
}

/**
 * desk_date_to_dmy:
 * @date: a day, not %DESK_DATE_NONE
 * @day: (out): 1 to 31
 * @month: (out): 1 to 12
 * @year: (out): the year
 */
void
desk_date_to_dmy (DeskDate  date,
                  int      *day,
                  int      *month,
                  int      *year)
{
  GDate parts;

  g_return_if_fail (date > DESK_DATE_NONE);

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, (guint32) date);
  *day = g_date_get_day (&parts);
  *month = g_date_get_month (&parts);
  *year = g_date_get_year (&parts);
}
