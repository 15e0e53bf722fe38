/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line-value.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-error.h"

#define MAX_QUANTITY 9999
#define MAX_LINE 9999999
#define MAX_LINES 2000
#define MAX_WINDOW 8

/* Longest word that a slip of the hand is looked for in. */
#define MAX_SLIP 32

static DeskValueMatch
refuse (GError      **error,
        const char   *text,
        DeskMessage  *why)
{
  desk_complain (error, DESK_ERROR_INVALID,
                 desk_message_nest (desk_message_about (N_("\"{word}\" is refused: {why}"), text),
                                    "why", why));
  return DESK_VALUE_BAD;
}

static DeskValueMatch
bad (GError     **error,
     const char  *text,
     const char  *why)
{
  return refuse (error, text, desk_message_new (NULL, why));
}

/* Whole digits from @at; where they end. */
static const char *
skip_digits (const char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Reads a small whole number that ends the text. */
static gboolean
read_whole (const char *text,
            gint64      max,
            gint64     *out)
{
  gint64 value = 0;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (; g_ascii_isdigit (*text); text++)
    value = MIN (value * 10 + (*text - '0'), max + 1);
  *out = value;
  return *text == '\0' && value <= max;
}

/* One to three digits, then groups of three behind the same sign. */
static gboolean
is_grouped (const char *text)
{
  const char *at = skip_digits (text);
  char sign = *at;

  if (sign == '\0' || at == text || at - text > 3)
    return FALSE;
  while (*at == sign)
    {
      const char *end = skip_digits (at + 1);

      if (end - at != 4)
        return FALSE;
      at = end;
    }
  return *at == '\0';
}

static char *
without_signs (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      g_string_append_c (plain, *text);
  return g_string_free (plain, FALSE);
}

static DeskValueMatch
refuse_decimals (const char  *text,
                 const char  *sign,
                 int          digits,
                 GError     **error)
{
  g_autofree char *decimal = NULL;
  g_autofree char *whole = NULL;
  DeskMessage *why;

  if (digits == 0)
    return bad (error, text, N_("this currency has no decimals"));
  if (sign == text || sign[1] == '\0')
    return bad (error, text, N_("a digit stands before and after the decimal sign"));
  if (!is_grouped (text))
    return refuse (error, text,
                   desk_message_integer (
                     desk_message_new (NULL, N_("this currency has {n} decimals")),
                     "n", DESK_ARG_INT, digits));

  decimal = g_strdup_printf ("%.*s.%.*s", (int) (sign - text), text, digits, sign + 1);
  whole = without_signs (text);
  why = desk_message_new (NULL, N_("{decimal} or {whole}?"));
  desk_message_text (why, "decimal", decimal);
  return refuse (error, text, desk_message_text (why, "whole", whole));
}

/**
 * desk_line_read_amount:
 * @text: a word
 * @digits: how many minor digits the currency has
 * @out_minor: (out): the amount in minor units
 * @error: return location for a #GError
 *
 * An amount as people of six languages type it: digits, one point or comma, at
 * most @digits decimals. Grouping is never guessed at: `1.234` is refused with
 * both readings, but for a currency without decimals, where there is only one.
 *
 * Returns: whether @text is an amount; bad with %DESK_ERROR_INVALID
 */
DeskValueMatch
desk_line_read_amount (const char  *text,
                       int          digits,
                       gint64      *out_minor,
                       GError     **error)
{
  g_autofree char *plain = NULL;
  g_autoptr (GError) local = NULL;
  const char *sign;
  gboolean many;

  if (strspn (text, "0123456789.,") != strlen (text) || strpbrk (text, "0123456789") == NULL)
    return DESK_VALUE_NO;

  sign = strpbrk (text, ".,");
  many = sign != NULL && strpbrk (sign + 1, ".,") != NULL;
  if (sign != NULL && digits == 0 && is_grouped (text))
    plain = without_signs (text);
  else if (many)
    return bad (error, text, N_("thousands are not grouped, and there is one decimal sign"));
  else if (sign == NULL)
    plain = g_strdup (text);
  else if (sign == text || sign[1] == '\0' || strlen (sign + 1) > (gsize) digits)
    return refuse_decimals (text, sign, digits, error);
  else
    plain = g_strdelimit (g_strdup (text), ",", '.');

  if (!desk_amount_parse (plain, digits, out_minor, &local))
    return bad (error, text, N_("it is too large"));
  return DESK_VALUE_YES;
}

/**
 * desk_line_read_quantity:
 * @text: a word: `2x`
 * @out: (out): 1 or more
 * @error: return location for a #GError
 *
 * Returns: whether @text is a quantity; bad with %DESK_ERROR_INVALID
 */
DeskValueMatch
desk_line_read_quantity (const char  *text,
                         gint64      *out,
                         GError     **error)
{
  const char *end = skip_digits (text);
  g_autofree char *number = NULL;
  gint64 value;

  if (end == text || !(g_ascii_strcasecmp (end, "x") == 0 || strcmp (end, "×") == 0))
    return DESK_VALUE_NO;

  number = g_strndup (text, (gsize) (end - text));
  if (!read_whole (number, MAX_QUANTITY, &value) || value == 0)
    return bad (error, text, N_("a quantity is 1x to 9999x"));
  *out = value;
  return DESK_VALUE_YES;
}

/**
 * desk_line_read_window:
 * @text: a word: `w2`
 * @out: (out): 1 to 8
 * @error: return location for a #GError
 *
 * Returns: whether @text is a window; bad with %DESK_ERROR_INVALID
 */
DeskValueMatch
desk_line_read_window (const char  *text,
                       int         *out,
                       GError     **error)
{
  gint64 value;

  if ((*text != 'w' && *text != 'W') || text[1] == '\0' || *skip_digits (text + 1) != '\0')
    return DESK_VALUE_NO;
  if (!read_whole (text + 1, MAX_WINDOW, &value) || value == 0)
    return bad (error, text, N_("a folio has the windows w1 to w8"));
  *out = (int) value;
  return DESK_VALUE_YES;
}

/**
 * desk_line_read_number:
 * @text: a word: `7`
 * @out: (out): number of a line, 1 or more
 * @error: return location for a #GError
 *
 * Returns: whether @text is the number of a line of a folio; bad with
 *   %DESK_ERROR_INVALID
 */
DeskValueMatch
desk_line_read_number (const char  *text,
                       int         *out,
                       GError     **error)
{
  gint64 value;
  const char *end = skip_digits (text);

  if (end == text)
    return DESK_VALUE_NO;
  if ((*end == '-' || *end == '+') && end[1] != '\0' && *skip_digits (end + 1) == '\0')
    return bad (error, text, N_("one line at a time"));
  if (*end != '\0')
    return DESK_VALUE_NO;
  if (!read_whole (text, MAX_LINE, &value) || value == 0)
    return bad (error, text, N_("lines are numbered from 1"));
  *out = (int) value;
  return DESK_VALUE_YES;
}

/* Two numbers with a hyphen between them: the first and the last. */
static DeskValueMatch
read_range (const char  *text,
            GArray      *lines,
            GError     **error)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  gint64 first;
  gint64 last;
  int line;

  if (ends[2] != NULL || !read_whole (ends[0], MAX_LINE, &first) ||
      !read_whole (ends[1], MAX_LINE, &last) || first == 0 || last < first)
    return bad (error, text, N_("a range of lines is two numbers, the smaller first: 7-9"));
  if (last - first >= MAX_LINES)
    return bad (error, text, N_("these are too many lines at once"));
  for (line = (int) first; line <= last; line++)
    g_array_append_val (lines, line);
  return DESK_VALUE_YES;
}

/**
 * desk_line_read_lines:
 * @text: a word: `7`, `7-9` or `7+9`
 * @out: (out) (transfer full) (element-type int) (nullable): the numbers, as typed
 * @error: return location for a #GError
 *
 * There is no comma in it, because `7,9` is an amount in most languages.
 *
 * Returns: whether @text names lines of a folio; bad with %DESK_ERROR_INVALID
 */
DeskValueMatch
desk_line_read_lines (const char  *text,
                      GArray     **out,
                      GError     **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) parts = NULL;
  guint i;
  guint j;

  if (!g_ascii_isdigit (*text) || strspn (text, "0123456789+-") != strlen (text))
    return DESK_VALUE_NO;
  if (strchr (text, '-') != NULL)
    {
      if (read_range (text, lines, error) == DESK_VALUE_BAD)
        return DESK_VALUE_BAD;
      *out = g_steal_pointer (&lines);
      return DESK_VALUE_YES;
    }

  parts = g_strsplit (text, "+", -1);
  for (i = 0; parts[i] != NULL; i++)
    {
      gint64 number;
      int line;

      if (!read_whole (parts[i], MAX_LINE, &number) || number == 0)
        return bad (error, text, N_("lines are numbered from 1, as in 7+9"));
      line = (int) number;
      for (j = 0; j < lines->len; j++)
        if (g_array_index (lines, int, j) == line)
          return bad (error, text, N_("a line is named twice"));
      g_array_append_val (lines, line);
    }
  *out = g_steal_pointer (&lines);
  return DESK_VALUE_YES;
}

/**
 * desk_line_read_percent:
 * @text: a word: `10%` or `10pct`
 * @out: (out) (transfer full) (nullable): the number with a point, "7.5"
 * @error: return location for a #GError
 *
 * Returns: whether @text is a percentage; bad with %DESK_ERROR_INVALID where it is
 *   none of more than 0 up to 100 with at most two decimals
 */
DeskValueMatch
desk_line_read_percent (const char  *text,
                        char       **out,
                        GError     **error)
{
  g_autofree char *number = NULL;
  g_autofree char *plain = NULL;
  gint64 hundredths;
  gsize length;

  if (!desk_line_is_percent (text))
    return DESK_VALUE_NO;
  number = g_strndup (text, strspn (text, "0123456789.,"));
  if (desk_line_read_amount (number, 2, &hundredths, error) == DESK_VALUE_BAD)
    return DESK_VALUE_BAD;
  if (hundredths <= 0 || hundredths > 10000)
    return bad (error, text, N_("a percentage is more than 0 and at most 100"));

  plain = desk_amount_format (hundredths, 2);
  for (length = strlen (plain); plain[length - 1] == '0'; length--)
    plain[length - 1] = '\0';
  if (plain[length - 1] == '.')
    plain[length - 1] = '\0';
  *out = g_steal_pointer (&plain);
  return DESK_VALUE_YES;
}

/**
 * desk_line_is_percent:
 * @text: a word
 *
 * Returns: whether it has the form `10%` or `10pct`
 */
gboolean
desk_line_is_percent (const char *text)
{
  gsize length = strspn (text, "0123456789.,");

  return length > 0 && (strcmp (text + length, "%") == 0 || strcmp (text + length, "pct") == 0);
}

/**
 * desk_line_distance:
 * @a: a folded word
 * @b: another
 *
 * Returns: how many letters lie between them: put in, left out, another, or two
 *   turned round
 */
guint
desk_line_distance (const char *a,
                    const char *b)
{
  guint rows[3][MAX_SLIP + 1];
  guint *before = rows[0];
  guint *above = rows[1];
  guint *row = rows[2];
  glong a_length;
  glong b_length;
  g_autofree gunichar *as = g_utf8_to_ucs4_fast (a, -1, &a_length);
  g_autofree gunichar *bs = g_utf8_to_ucs4_fast (b, -1, &b_length);
  glong i;
  glong j;

  if (a_length > MAX_SLIP || b_length > MAX_SLIP)
    return G_MAXUINT;

  for (j = 0; j <= b_length; j++)
    above[j] = (guint) j;
  for (i = 1; i <= a_length; i++)
    {
      guint *spare = before;

      row[0] = (guint) i;
      for (j = 1; j <= b_length; j++)
        {
          row[j] = above[j - 1] + (as[i - 1] != bs[j - 1]);
          row[j] = MIN (row[j], MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && as[i - 1] == bs[j - 2] && as[i - 2] == bs[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = above;
      above = row;
      row = spare;
    }
  return above[b_length];
}
