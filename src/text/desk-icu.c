/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-icu.h"

/**
 * desk_icu_from_utf8:
 * @text: UTF-8; bytes that are not are replaced by U+FFFD
 * @length: (out): length in units of 16 bits
 *
 * Returns: (transfer full): the text for ICU, ends in a zero
 */
UChar *
desk_icu_from_utf8 (const char *text,
                    int32_t    *length)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong units = 0;
  gunichar2 *wide = g_utf8_to_utf16 (valid, -1, NULL, &units, NULL);

  *length = (int32_t) units;
  return (UChar *) wide;
}

/**
 * desk_icu_to_utf8:
 * @text: what ICU wrote
 * @length: its length in units of 16 bits
 *
 * Returns: (transfer full): UTF-8
 */
char *
desk_icu_to_utf8 (const UChar *text,
                  int32_t      length)
{
  char *narrow = g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);

  return narrow != NULL ? narrow : g_strdup ("");
}
