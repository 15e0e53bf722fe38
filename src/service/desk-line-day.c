/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-line-parse.h"

/* Days as they are typed at a desk. The year is never typed but in the long form: it is
 * the one that brings the day nearest to the business date, for an end the next one. */

#define DAYS_OF_WEEK 7

/* Translators: the days of the week as they are typed, Monday first: one word each, best the
 * usual abbreviation; several parted by spaces are all understood. */
static const char *const weekdays[DAYS_OF_WEEK] = {
  NC_ ("line", "mon"), NC_ ("line", "tue"), NC_ ("line", "wed"), NC_ ("line", "thu"),
  NC_ ("line", "fri"), NC_ ("line", "sat"), NC_ ("line", "sun"),
};

/* Translators: the months as they are typed behind a day's number, January first: one word
 * each, best the usual abbreviation; several parted by spaces are all understood. */
static const char *const months[] = {
  NC_ ("line", "jan"), NC_ ("line", "feb"), NC_ ("line", "mar"), NC_ ("line", "apr"),
  NC_ ("line", "may"), NC_ ("line", "jun"), NC_ ("line", "jul"), NC_ ("line", "aug"),
  NC_ ("line", "sep"), NC_ ("line", "oct"), NC_ ("line", "nov"), NC_ ("line", "dec"),
};

/* Translators: typed for a day: the hotel's business date or the one after it; one word each. */
static const char *const near_days[] = {
  NC_ ("line", "now"), NC_ ("line", "today"), NC_ ("line", "tonight"), NC_ ("line", "tomorrow"),
};
#define NOW 0
#define TOMORROW 3

/* The day that relative ones are reckoned from. */
static gboolean
get_today (const DeskLineParse  *self,
           DeskDate             *out,
           GError              **error)
{
  if (self->house != NULL)
    return desk_house_get_business_date (self->house, out, error);
  *out = self->today != DESK_DATE_NONE ? self->today : self->property->business_date;
  return TRUE;
}

/* A day of the calendar that is there, or 0. */
static DeskDate
make_date (int day,
           int month,
           int year)
{
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return DESK_DATE_NONE;
  return desk_date_from_dmy (day, month, year);
}

/* The year that brings a day nearest to today, when there is such a day in it. */
static DeskDate
find_nearest (int       day,
              int       month,
              DeskDate  today,
              gboolean  to_come)
{
  DeskDate best = DESK_DATE_NONE;
  int this_day;
  int this_month;
  int year;
  int offset;

  desk_date_to_dmy (today, &this_day, &this_month, &year);
  for (offset = -1; offset <= 1; offset++)
    {
      DeskDate date = make_date (day, month, year + offset);

      if (date != DESK_DATE_NONE && (!to_come || date >= today) &&
          (best == DESK_DATE_NONE || ABS (date - today) < ABS (best - today)))
        best = date;
    }
  return best;
}

static DeskValueMatch
keep_date (DeskDate         date,
           const DeskWord  *word,
           DeskSlotValue   *value,
           GError         **error)
{
  if (date == DESK_DATE_NONE)
    {
      desk_complain_of (error, DESK_ERROR_INVALID,
                        N_("\"{word}\" is refused: there is no such day"), word->text);
      return DESK_VALUE_BAD;
    }
  value->date = date;
  return DESK_VALUE_YES;
}

/* `2026-09-09` */
static DeskValueMatch
read_iso (const DeskWord  *word,
          DeskSlotValue   *value,
          GError         **error)
{
  DeskDate date = DESK_DATE_NONE;
  const char *text = word->text;
  gsize i;

  if (strlen (text) != DESK_DATE_LENGTH - 1)
    return DESK_VALUE_NO;
  for (i = 0; i < DESK_DATE_LENGTH - 1; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return DESK_VALUE_NO;
  if (!desk_date_parse (text, &date, NULL))
    date = DESK_DATE_NONE;
  return keep_date (date, word, value, error);
}

/* `9.9.`: the dot at the end tells it from an amount; or `9.9.2026`. */
static DeskValueMatch
read_dotted (const DeskWord  *word,
             DeskDate         today,
             gboolean         to_come,
             DeskSlotValue   *value,
             GError         **error)
{
  g_auto (GStrv) parts = g_strsplit (word->text, ".", -1);
  guint i;

  if (g_strv_length (parts) != 3)
    return DESK_VALUE_NO;
  for (i = 0; i < 3; i++)
    if (strspn (parts[i], "0123456789") != strlen (parts[i]) || strlen (parts[i]) > 4 ||
        (i < 2 && (*parts[i] == '\0' || strlen (parts[i]) > 2)))
      return DESK_VALUE_NO;

  if (*parts[2] == '\0')
    return keep_date (find_nearest (atoi (parts[0]), atoi (parts[1]), today, to_come), word, value,
                      error);
  return keep_date (make_date (atoi (parts[0]), atoi (parts[1]), atoi (parts[2])), word, value,
                    error);
}

/* `9 sep`, in two words. */
static DeskValueMatch
read_day_and_month (const DeskLineParse  *self,
                    guint                 index,
                    DeskDate              today,
                    gboolean              to_come,
                    DeskSlotValue        *value,
                    GError              **error)
{
  const DeskWord *day = desk_word_list_get (self->words, index);
  const DeskWord *month = desk_word_list_get (self->words, index + 1);
  guint i;

  if (month == NULL || *day->text == '\0' || strlen (day->text) > 2 ||
      strspn (day->text, "0123456789") != strlen (day->text))
    return DESK_VALUE_NO;
  for (i = 0; i < G_N_ELEMENTS (months); i++)
    if (desk_line_is_word (self->catalog, month, "line", months[i]))
      return keep_date (find_nearest (atoi (day->text), (int) i + 1, today, to_come), day, value,
                        error);
  return DESK_VALUE_NO;
}

/* now, tomorrow, or a day of the week: the next one, never today. */
static DeskValueMatch
read_name (const DeskLineParse *self,
           const DeskWord      *word,
           DeskDate             today,
           DeskSlotValue       *value)
{
  int behind = (today - 1) % DAYS_OF_WEEK;
  int i;

  for (i = 0; i < (int) G_N_ELEMENTS (near_days); i++)
    {
      if (!desk_line_is_word (self->catalog, word, "line", near_days[i]))
        continue;
      value->now = i == NOW;
      value->date = i == TOMORROW ? today + 1 : today;
      return DESK_VALUE_YES;
    }
  for (i = 0; i < DAYS_OF_WEEK; i++)
    {
      if (!desk_line_is_word (self->catalog, word, "line", weekdays[i]))
        continue;
      value->date = today + 1 + (i - behind - 1 + 2 * DAYS_OF_WEEK) % DAYS_OF_WEEK;
      return DESK_VALUE_YES;
    }
  return DESK_VALUE_NO;
}

/**
 * desk_line_read_day:
 * @self: a line
 * @index: of the word where the day would begin
 * @to_come: without a year it is the next such day, not the nearest: where something ends
 * @n_words: (out): how many words it takes
 * @value: (out): date and now
 * @error: return location for a #GError
 *
 * Returns: whether a day stands there; bad with %DESK_ERROR_INVALID where it has the
 *   form of one and is none
 */
DeskValueMatch
desk_line_read_day (const DeskLineParse  *self,
                    guint                 index,
                    gboolean              to_come,
                    guint                *n_words,
                    DeskSlotValue        *value,
                    GError              **error)
{
  const DeskWord *word = desk_word_list_get (self->words, index);
  DeskValueMatch match;
  DeskDate today;

  *n_words = 1;
  if (word == NULL || word->quoted)
    return DESK_VALUE_NO;
  if (!get_today (self, &today, error))
    return DESK_VALUE_BAD;

  match = read_iso (word, value, error);
  if (match == DESK_VALUE_NO)
    match = read_dotted (word, today, to_come, value, error);
  if (match == DESK_VALUE_NO)
    match = read_name (self, word, today, value);
  if (match == DESK_VALUE_NO)
    {
      match = read_day_and_month (self, index, today, to_come, value, error);
      *n_words = match == DESK_VALUE_NO ? 1 : 2;
    }
  return match;
}

/* Alone a day may have slashes, or no dot at its end: no amount can be meant there. */
static char *
dup_dotted (const char *text)
{
  g_autofree char *typed = g_strstrip (g_strdelimit (g_strdup (text), "/", '.'));
  const char *dot = strchr (typed, '.');

  if (dot != NULL && strchr (dot + 1, '.') == NULL &&
      strspn (typed, "0123456789.") == strlen (typed))
    return g_strconcat (typed, ".", NULL);
  return g_steal_pointer (&typed);
}

/**
 * desk_line_parse_day:
 * @text: what was typed
 * @today: the day that others are reckoned from
 * @catalog: the language spoken at the desk
 * @out: (out): the day
 * @error: return location for a #GError
 *
 * Reads a day that stands alone, in any of the forms that the line takes; also `9/9` and
 * `9.9`, which in a line would be an amount.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where it is none
 */
gboolean
desk_line_parse_day (const char         *text,
                     DeskDate            today,
                     const DeskCatalog  *catalog,
                     DeskDate           *out,
                     GError            **error)
{
  g_autofree char *typed = dup_dotted (text);
  g_autoptr (DeskWordList) words = desk_word_list_new (typed, error);
  const DeskLineParse line = { .catalog = catalog, .words = words, .today = today };
  DeskValueMatch match;
  DeskSlotValue value = { 0 };
  guint n_words = 0;

  if (words == NULL)
    return FALSE;
  match = desk_line_read_day (&line, 0, FALSE, &n_words, &value, error);
  if (match == DESK_VALUE_BAD)
    return FALSE;
  if (match == DESK_VALUE_NO || n_words != words->words->len || words->note != NULL)
    return desk_complain_of (error, DESK_ERROR_INVALID,
                             N_("\"{word}\" is no day: 9.9., 9 sep or 2026-09-09"), text);
  *out = value.date;
  return TRUE;
}
