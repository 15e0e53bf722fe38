/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-format.h"

#include <unicode/udat.h>

#include "desk-icu.h"
#include "desk-memo.h"

#define UNIX_EPOCH_JULIAN 719163   /* 1 January 1970 as GDate counts */
#define MS_PER_DAY        (24 * 60 * 60 * G_GINT64_CONSTANT (1000))
#define US_PER_MS         1000
#define NO_BREAK_SPACE    0x00a0

/* Among the kinds of a #DeskMemoKey: no kind of number is that far. */
#define MEMO_DATE 1000

/* A formatter takes long to make and must not be used by two threads at once:
 * all of them stay behind one lock. */
static GMutex formatters_lock;
static GHashTable *formatters;   /* "locale|zone|pattern" → UDateFormat */

/* Call with the lock held. */
static UDateFormat *
get_formatter (const char *locale,
               const char *tz,
               const char *pattern)
{
  g_autofree char *key = g_strjoin ("|", locale, tz, pattern, NULL);
  g_autofree UChar *wide_tz = NULL;
  g_autofree UChar *wide_pattern = NULL;
  UDateFormat *formatter;
  int32_t tz_length = 0;
  int32_t pattern_length = 0;
  UErrorCode status = U_ZERO_ERROR;

  if (formatters == NULL)
    formatters = g_hash_table_new (g_str_hash, g_str_equal);

  formatter = g_hash_table_lookup (formatters, key);
  if (formatter != NULL)
    return formatter;

  wide_tz = desk_icu_from_utf8 (tz, &tz_length);
  wide_pattern = desk_icu_from_utf8 (pattern, &pattern_length);
  formatter = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, wide_tz, tz_length,
                         wide_pattern, pattern_length, &status);
  desk_icu_check (status);
  g_hash_table_insert (formatters, g_steal_pointer (&key), formatter);

  return formatter;
}

/* No line of a text ends within a date. */
static void
hold_together (UChar   *text,
               int32_t  length)
{
  for (int32_t i = 0; i < length; i++)
    if (text[i] == ' ')
      text[i] = NO_BREAK_SPACE;
}

static char *
format_instant (const DeskCatalog *cat,
                gint64             unix_ms,
                const char        *tz,
                const char        *pattern)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&formatters_lock);
  UDateFormat *formatter = get_formatter (desk_catalog_get_facts (cat)->date_locale, tz, pattern);
  UChar text[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  /* UDate is a double of milliseconds: exact for some 285,000 years. */
  length = udat_format (formatter, (UDate) unix_ms, text, G_N_ELEMENTS (text), NULL, &status);
  desk_icu_check (status);
  hold_together (text, length);

  return desk_icu_to_utf8 (text, length);
}

static gint64
floor_ms (gint64 us)
{
  return us / US_PER_MS - (us % US_PER_MS < 0);
}

/**
 * desk_format_date:
 * @cat: whose language
 * @year: year, from 1
 * @month: month, 1 to 12
 * @day: day of the month
 * @style: how much to write
 *
 * Writes a calendar date, which has no time zone, with no-break spaces.
 *
 * Returns: (transfer full): for example "4 Sep 2026"
 */
char *
desk_format_date (const DeskCatalog *cat,
                  int                year,
                  int                month,
                  int                day,
                  DeskDateStyle      style)
{
  GDate date;
  gint64 days;
  DeskMemoKey memo = { cat, 0, MEMO_DATE, (guint16) style, { 0 } };
  const char *pattern;
  const char *known;

  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (style < DESK_N_DATE_STYLES, NULL);
  g_return_val_if_fail (year > 0 && year <= 9999, NULL);
  g_return_val_if_fail (month > 0 && day > 0, NULL);
  g_return_val_if_fail (g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year),
                        NULL);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  memo.value = days = (gint64) g_date_get_julian (&date) - UNIX_EPOCH_JULIAN;
  known = desk_memo_find (&memo);
  if (known != NULL)
    return g_strdup (known);

  pattern = desk_catalog_get_facts (cat)->date_patterns[style];
  return desk_memo_keep (&memo, format_instant (cat, days * MS_PER_DAY, "UTC", pattern));
}

/**
 * desk_format_time:
 * @cat: whose language
 * @utc_us: microseconds since 1 January 1970 UTC
 * @tz: the zone of the property: "Europe/Helsinki"
 *
 * Writes the time of day in hours and minutes, of 24 hours in all languages.
 *
 * Returns: (transfer full): for example "14:05"
 */
char *
desk_format_time (const DeskCatalog *cat,
                  gint64             utc_us,
                  const char        *tz)
{
  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (tz != NULL, NULL);

  return format_instant (cat, floor_ms (utc_us), tz, desk_catalog_get_facts (cat)->time_pattern);
}

/**
 * desk_format_date_time:
 * @cat: whose language
 * @utc_us: microseconds since 1 January 1970 UTC
 * @tz: the zone of the property: "Europe/Helsinki"
 * @style: how much of the date to write
 *
 * Writes the day and the time something happened, as the clock of the property
 * showed them.
 *
 * Returns: (transfer full): for example "4 Sep 2026, 14:05"
 */
char *
desk_format_date_time (const DeskCatalog *cat,
                       gint64             utc_us,
                       const char        *tz,
                       DeskDateStyle      style)
{
  const DeskLanguage *facts;
  g_autofree char *pattern = NULL;

  g_return_val_if_fail (cat != NULL, NULL);
  g_return_val_if_fail (tz != NULL, NULL);
  g_return_val_if_fail (style < DESK_N_DATE_STYLES, NULL);

  facts = desk_catalog_get_facts (cat);
  pattern = g_strconcat (facts->date_patterns[style], facts->date_time_glue,
                         facts->time_pattern, NULL);

  return format_instant (cat, floor_ms (utc_us), tz, pattern);
}
