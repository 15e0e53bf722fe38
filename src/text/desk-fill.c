/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fill.h"

#include <stdarg.h>
#include <string.h>
#include <unicode/uchar.h>

/* Whether something is written from right to left: no letter of ASCII is. */
static gboolean
is_turned (const char *value)
{
  while (*value != '\0')
    {
      if ((guchar) *value < 0x80)
        {
          value++;
          continue;
        }
      switch (u_charDirection ((UChar32) g_utf8_get_char (value)))
        {
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
          return TRUE;
        default:
          value = g_utf8_next_char (value);
          break;
        }
    }
  return FALSE;
}

/* A name in Hebrew or Arabic must not carry the numbers and signs beside it along. */
static void
set_apart (GString *filled,
           gsize    start)
{
  if (!is_turned (filled->str + start))
    return;
  g_string_insert (filled, (gssize) start, "\u2068");
  g_string_append (filled, "\u2069");
}

/* Whether the full stop at @at is there already: an abbreviation at the end of a sentence
 * ("4 d.") brings the one that ends the sentence along. */
static gboolean
is_second_stop (const GString *filled,
                gsize          start,
                const char    *at)
{
  return filled->len > start && filled->str[filled->len - 1] == '.' && at[0] == '.' &&
         at[1] != '.';
}

/**
 * desk_fill_into:
 * @filled: what the sentence is written behind
 * @sentence: a sentence with names in braces: "{amount} of {base}"
 * @func: called for each name
 * @user_data: handed to @func
 *
 * Does what desk_fill() does, for values that are written when their turn comes. What is
 * written from right to left is set apart, so that its surroundings keep their order. A
 * value that ends in a full stop and ends the sentence keeps one stop, not two.
 */
void
desk_fill_into (GString      *filled,
                const char   *sentence,
                DeskFillFunc  func,
                gpointer      user_data)
{
  const char *at = sentence;

  g_return_if_fail (filled != NULL);
  g_return_if_fail (sentence != NULL);
  g_return_if_fail (func != NULL);

  while (*at != '\0')
    {
      gsize plain = strcspn (at, "{");
      gsize start;
      const char *end;

      g_string_append_len (filled, at, (gssize) plain);
      at += plain;
      if (*at == '\0')
        break;

      end = strchr (at, '}');
      start = filled->len;
      if (end != NULL && func (filled, at + 1, (gsize) (end - at) - 1, user_data))
        {
          at = end + 1;
          if (is_second_stop (filled, start, at))
            at++;
          set_apart (filled, start);
        }
      else
        {
          g_string_append_c (filled, *at++);
        }
    }
}

static gboolean
write_pair (GString    *filled,
            const char *name,
            gsize       length,
            gpointer    user_data)
{
  const char *const *pairs;

  for (pairs = user_data; pairs[0] != NULL; pairs += 2)
    if (strlen (pairs[0]) == length && memcmp (pairs[0], name, length) == 0)
      break;
  if (pairs[0] == NULL || pairs[1] == NULL)
    return FALSE;

  g_string_append (filled, pairs[1]);
  return TRUE;
}

/**
 * desk_fill_pairs:
 * @sentence: a sentence with names in braces: "{amount} of {base}"
 * @pairs: name, value, name, value …, %NULL-terminated
 *
 * Does what desk_fill() does, for values that are gathered first.
 *
 * Returns: (transfer full): the sentence
 */
char *
desk_fill_pairs (const char        *sentence,
                 const char *const *pairs)
{
  GString *filled;

  g_return_val_if_fail (sentence != NULL, NULL);
  g_return_val_if_fail (pairs != NULL, NULL);

  filled = g_string_new (NULL);
  desk_fill_into (filled, sentence, write_pair, (gpointer) pairs);
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
