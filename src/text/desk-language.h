/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskDateStyle:
 * @DESK_DATE_SHORT: numbers only, with the year: 04/09/2026
 * @DESK_DATE_DAY_MONTH: where the year is plain: 4 Sep
 * @DESK_DATE_MEDIUM: 4 Sep 2026
 * @DESK_DATE_LONG: 4 September 2026
 * @DESK_DATE_WEEKDAY: for lists of nights: Fri 4 Sep
 * @DESK_DATE_FULL: to be said aloud: Friday 4 September 2026
 * @DESK_N_DATE_STYLES: how many there are
 *
 * How much of a date is written. The examples are English.
 */
typedef enum
{
  DESK_DATE_SHORT,
  DESK_DATE_DAY_MONTH,
  DESK_DATE_MEDIUM,
  DESK_DATE_LONG,
  DESK_DATE_WEEKDAY,
  DESK_DATE_FULL,
  DESK_N_DATE_STYLES,
} DeskDateStyle;

/**
 * DeskLanguage:
 * @code: two letters, as in the name of the translation file
 * @name: what the language calls itself
 * @english_name: English name, a msgid
 * @locale: ICU locale of numbers, money and lists
 * @date_locale: ICU locale of the names of days and months
 * @currency_follows: write the currency behind the amount, whatever ICU does
 * @date_patterns: ICU pattern for each #DeskDateStyle
 * @time_pattern: ICU pattern of a time of day, 24 hours
 * @date_time_glue: what stands between a date and a time
 *
 * The facts of one language that its translation file does not hold. Patterns
 * stand here because those of CLDR change from one ICU to the next, and a bill
 * printed again next year must look the same. Names of days and months, digits
 * and signs are ICU's.
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *english_name;
  const char *locale;
  const char *date_locale;
  gboolean    currency_follows;
  const char *date_patterns[DESK_N_DATE_STYLES];
  const char *time_pattern;
  const char *date_time_glue;
} DeskLanguage;

#define DESK_N_LANGUAGES 6

extern const DeskLanguage desk_languages[DESK_N_LANGUAGES];

int desk_language_find (const char *name);

G_END_DECLS
