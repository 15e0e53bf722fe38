/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-language.h"

#include <string.h>

#include "desk-catalog.h"

/* English is the English of European hotels: day before month, 24 hours. The
 * names of months are those of plain "en" since en_GB says "Sept". */
const DeskLanguage desk_languages[DESK_N_LANGUAGES] = {
  {
    .code = "en",
    .name = "English",
    .english_name = N_("English"),
    .locale = "en_GB",
    .date_locale = "en",
    .date_patterns = { "dd/MM/y", "d MMM", "d MMM y", "d MMMM y", "EEE d MMM", "EEEE d MMMM y" },
    .time_pattern = "HH:mm",
    .date_time_glue = ", ",
  },
  {
    .code = "fi",
    .name = "suomi",
    .english_name = N_("Finnish"),
    .locale = "fi_FI",
    .date_locale = "fi",
    .date_patterns = { "d.M.y", "d.M.", "d.M.y", "d. MMMM y", "ccc d.M.", "cccc d. MMMM y" },
    .time_pattern = "H.mm",
    .date_time_glue = " ",
  },
  {
    .code = "nb",
    .name = "norsk bokmål",
    .english_name = N_("Norwegian"),
    .locale = "nb_NO",
    .date_locale = "nb",
    /* CLDR put the krone first until version 43. */
    .currency_follows = TRUE,
    .date_patterns = { "dd.MM.y", "d. MMM", "d. MMM y", "d. MMMM y",
                       "EEE d. MMM", "EEEE d. MMMM y" },
    .time_pattern = "HH:mm",
    .date_time_glue = ", ",
  },
  {
    .code = "ro",
    .name = "română",
    .english_name = N_("Romanian"),
    .locale = "ro_RO",
    .date_locale = "ro",
    .date_patterns = { "dd.MM.y", "d MMM", "d MMM y", "d MMMM y", "EEE, d MMM", "EEEE, d MMMM y" },
    .time_pattern = "HH:mm",
    .date_time_glue = ", ",
  },
  {
    .code = "lt",
    .name = "lietuvių",
    .english_name = N_("Lithuanian"),
    .locale = "lt_LT",
    .date_locale = "lt",
    .date_patterns = { "y-MM-dd", "MM-dd", "y-MM-dd", "y 'm'. MMMM d 'd'.",
                       "MM-dd, EEE", "y 'm'. MMMM d 'd'., EEEE" },
    .time_pattern = "HH:mm",
    .date_time_glue = " ",
  },
  {
    .code = "id",
    .name = "Bahasa Indonesia",
    .english_name = N_("Indonesian"),
    .locale = "id_ID",
    .date_locale = "id",
    .date_patterns = { "dd/MM/y", "d MMM", "d MMM y", "d MMMM y", "EEE, d MMM", "EEEE, d MMMM y" },
    .time_pattern = "HH.mm",
    .date_time_glue = " ",
  },
};

/* Codes that mean one of ours: older ones, and the other written Norwegian. */
static const struct
{
  const char *alias;
  const char *code;
} aliases[] = {
  { "no", "nb" },
  { "nn", "nb" },
  { "in", "id" },
};

/**
 * desk_language_find:
 * @name: (nullable): a language or locale: "fi", "fi_FI.UTF-8", "fi-FI"
 *
 * Looks only at the language, not at the country or the encoding.
 *
 * Returns: index into desk_languages, or -1 if it is not one of ours
 */
int
desk_language_find (const char *name)
{
  g_autofree char *code = NULL;

  if (name == NULL)
    return -1;

  code = g_ascii_strdown (name, strcspn (name, "_-.@"));

  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (strcmp (code, aliases[i].alias) == 0)
      {
        g_free (code);
        code = g_strdup (aliases[i].code);
        break;
      }

  for (int i = 0; i < DESK_N_LANGUAGES; i++)
    if (strcmp (code, desk_languages[i].code) == 0)
      return i;

  return -1;
}
