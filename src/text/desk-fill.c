/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fill.h"

#include <stdarg.h>
#include <string.h>
#include <unicode/uchar.h>

static const char *
find_value (const char *const *pairs,
            const char        *name,
            gsize              length)
{
  for (; pairs[0] != NULL; pairs += 2)
    if (strlen (pairs[0]) == length && memcmp (pairs[0], name, length) == 0)
      return pairs[1];

  return NULL;
}

/* Whether something is written from right to left. */
static gboolean
is_turned (const char *value)
{
  for (; *value != '\0'; value = g_utf8_next_char (value))
    switch (u_charDirection ((UChar32) g_utf8_get_char (value)))
      {
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

/* A name in Hebrew or Arabic must not carry the numbers and signs beside it along. */
static void
append_value (GString    *filled,
              const char *value)
{
  if (is_turned (value))
    g_string_append_printf (filled, "\u2068%s\u2069", value);
  else
    g_string_append (filled, value);
}

/**
 * desk_fill_pairs:
 * @sentence: a sentence with names in braces: "{amount} of {base}"
 * @pairs: name, value, name, value …, %NULL-terminated
 *
 * Does what desk_fill() does, for values that are gathered first. What is written from
 * right to left is set apart, so that its surroundings keep their order.
 *
 * Returns: (transfer full): the sentence
 */
char *
desk_fill_pairs (const char        *sentence,
                 const char *const *pairs)
{
  GString *filled;
  const char *at = sentence;

  g_return_val_if_fail (sentence != NULL, NULL);
  g_return_val_if_fail (pairs != NULL, NULL);

  filled = g_string_new (NULL);

  while (*at != '\0')
    {
      gsize plain = strcspn (at, "{");
      const char *end;
      const char *value = NULL;

      g_string_append_len (filled, at, plain);
      at += plain;
      if (*at == '\0')
        break;

      end = strchr (at, '}');
      if (end != NULL)
        value = find_value (pairs, at + 1, end - at - 1);

      if (value != NULL)
        {
          append_value (filled, value);
          at = end + 1;
        }
      else
        {
          g_string_append_c (filled, *at++);
        }
    }

  return g_string_free (filled, FALSE);
}

/**
 * desk_fill:
 * @sentence: a sentence with names in braces: "{amount} of {base}"
 * @first_name: (nullable): the first name, without braces
 * @...: its value, then further names and values, then %NULL
 *
 * Puts values into a translated sentence by name, so that a translator may put
 * them in another order. A name without a value stays as it is, so that it is
 * seen; a value that holds braces is not filled again.
 *
 * Returns: (transfer full): the sentence
 */
char *
desk_fill (const char *sentence,
           const char *first_name,
           ...)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  va_list args;

  g_return_val_if_fail (sentence != NULL, NULL);

  va_start (args, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (args, const char *))
    {
      const char *value = va_arg (args, const char *);

      g_ptr_array_add (pairs, (gpointer) name);
      g_ptr_array_add (pairs, (gpointer) (value != NULL ? value : ""));
    }
  va_end (args);
  g_ptr_array_add (pairs, NULL);

  return desk_fill_pairs (sentence, (const char *const *) pairs->pdata);
}
