/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rational.h"

#include <string.h>

#include "desk-error.h"

#define DESK_INT128_MAX ((DeskInt128) (((unsigned __int128) 1 << 127) - 1))

static const char *const rounding_names[] = {
  [DESK_ROUNDING_HALF_UP] = "half-up",
  [DESK_ROUNDING_HALF_EVEN] = "half-even",
  [DESK_ROUNDING_DOWN] = "down",
  [DESK_ROUNDING_UP] = "up",
};

/**
 * desk_rational_fail_overflow:
 * @error: return location for a #GError
 *
 * Returns: %FALSE, with %DESK_ERROR_OVERFLOW
 */
gboolean
desk_rational_fail_overflow (GError **error)
{
  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_OVERFLOW,
                       "a number is too large to be calculated exactly");
  return FALSE;
}

static DeskInt128
absolute (DeskInt128 value)
{
  return value < 0 ? -value : value;
}

/* Of numbers not below zero. Nearly all are small, and dividing small ones is many times
 * quicker. */
static DeskInt128
greatest_common_divisor (DeskInt128 a,
                         DeskInt128 b)
{
  guint64 small_a;
  guint64 small_b;

  while (a > G_MAXINT64 || b > G_MAXINT64)
    {
      DeskInt128 rest;

      if (b == 0)
        return a;
      rest = a % b;
      a = b;
      b = rest;
    }

  small_a = (guint64) a;
  small_b = (guint64) b;
  while (small_b != 0)
    {
      guint64 rest = small_a % small_b;

      small_a = small_b;
      small_b = rest;
    }
  return small_a;
}

/* Multiplies after taking out what @a and @den have in common, so that products
 * stay as small as they can be before they are checked. */
static void
cancel (DeskInt128 *a,
        DeskInt128 *den)
{
  DeskInt128 common = *den > 1 ? greatest_common_divisor (absolute (*a), *den) : 1;

  if (common > 1)
    {
      *a /= common;
      *den /= common;
    }
}

DeskRational
desk_rational_from_int (gint64 value)
{
  return (DeskRational){ value, 1 };
}

/**
 * desk_rational_make:
 * @num: numerator
 * @den: denominator, not zero
 * @out: (out): the number in lowest terms
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where it does not fit
 */
gboolean
desk_rational_make (DeskInt128     num,
                    DeskInt128     den,
                    DeskRational  *out,
                    GError       **error)
{
  if (den == 0 || num < -DESK_INT128_MAX || den < -DESK_INT128_MAX)
    return desk_rational_fail_overflow (error);
  if (den < 0)
    {
      num = -num;
      den = -den;
    }
  cancel (&num, &den);
  out->num = num;
  out->den = den;
  return TRUE;
}

gboolean
desk_rational_add (DeskRational   a,
                   DeskRational   b,
                   DeskRational  *out,
                   GError       **error)
{
  DeskInt128 common = greatest_common_divisor (a.den, b.den);
  DeskInt128 left;
  DeskInt128 right;
  DeskInt128 num;
  DeskInt128 den;

  if (__builtin_mul_overflow (a.num, b.den / common, &left) ||
      __builtin_mul_overflow (b.num, a.den / common, &right) ||
      __builtin_add_overflow (left, right, &num) ||
      __builtin_mul_overflow (a.den, b.den / common, &den))
    return desk_rational_fail_overflow (error);

  return desk_rational_make (num, den, out, error);
}

gboolean
desk_rational_sub (DeskRational   a,
                   DeskRational   b,
                   DeskRational  *out,
                   GError       **error)
{
  b.num = -b.num;
  return desk_rational_add (a, b, out, error);
}

gboolean
desk_rational_mul (DeskRational   a,
                   DeskRational   b,
                   DeskRational  *out,
                   GError       **error)
{
  DeskRational product;

  cancel (&a.num, &b.den);
  cancel (&b.num, &a.den);
  if (__builtin_mul_overflow (a.num, b.num, &product.num) ||
      __builtin_mul_overflow (a.den, b.den, &product.den) || product.num < -DESK_INT128_MAX)
    return desk_rational_fail_overflow (error);

  /* What could be cancelled was, so that these are the lowest terms. */
  *out = product;
  return TRUE;
}

/**
 * desk_rational_div:
 * @a: the dividend
 * @b: the divisor
 * @out: (out): the exact quotient
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where @b is zero or the result does not fit
 */
gboolean
desk_rational_div (DeskRational   a,
                   DeskRational   b,
                   DeskRational  *out,
                   GError       **error)
{
  DeskRational inverse;

  return desk_rational_make (b.den, b.num, &inverse, error) &&
         desk_rational_mul (a, inverse, out, error);
}

gboolean
desk_rational_equal (DeskRational a,
                     DeskRational b)
{
  return a.num == b.num && a.den == b.den;
}

gboolean
desk_rational_is_integer (DeskRational a)
{
  return a.den == 1;
}

/* Whether a quotient with this rest is moved one away from zero. */
static gboolean
moves_away (DeskInt128   quotient,
            DeskInt128   rest,
            DeskInt128   unit,
            DeskRounding rounding)
{
  switch (rounding)
    {
    case DESK_ROUNDING_DOWN:
      return FALSE;
    case DESK_ROUNDING_UP:
      return rest != 0;
    case DESK_ROUNDING_HALF_UP:
      return rest >= unit - rest;
    case DESK_ROUNDING_HALF_EVEN:
      return rest > unit - rest || (rest == unit - rest && quotient % 2 != 0);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * desk_rational_round:
 * @value: an exact amount in minor units
 * @rounding: which way
 * @step: to a multiple of this many minor units, 1 or more
 * @out: (out): the rounded amount in minor units
 * @error: return location for a #GError
 *
 * The only way from an exact number to an amount.
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where the result does not fit in 64 bits
 */
gboolean
desk_rational_round (DeskRational   value,
                     DeskRounding   rounding,
                     gint64         step,
                     gint64        *out,
                     GError       **error)
{
  DeskInt128 unit;
  DeskInt128 quotient;
  DeskInt128 result;

  g_return_val_if_fail (step > 0, FALSE);

  if (__builtin_mul_overflow (value.den, (DeskInt128) step, &unit))
    return desk_rational_fail_overflow (error);

  quotient = absolute (value.num) / unit;
  if (moves_away (quotient, absolute (value.num) % unit, unit, rounding))
    quotient++;
  if (__builtin_mul_overflow (quotient, (DeskInt128) step, &result) || result > G_MAXINT64)
    return desk_rational_fail_overflow (error);

  *out = (gint64) (value.num < 0 ? -result : result);
  return TRUE;
}

static gboolean
parse_digits (const char **cursor,
              DeskInt128  *value,
              int         *n_digits)
{
  *n_digits = 0;
  while (g_ascii_isdigit (**cursor))
    {
      if (__builtin_mul_overflow (*value, (DeskInt128) 10, value) ||
          __builtin_add_overflow (*value, (DeskInt128) (**cursor - '0'), value))
        return FALSE;
      (*cursor)++;
      (*n_digits)++;
    }
  return *n_digits > 0;
}

/**
 * desk_rational_parse:
 * @text: `-3`, `13.5` or `9900/109`
 * @out: (out): the number
 * @error: return location for a #GError
 *
 * Reads what desk_rational_to_string() writes, and plain decimals.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where @text is neither
 */
gboolean
desk_rational_parse (const char    *text,
                     DeskRational  *out,
                     GError       **error)
{
  const char *cursor = text;
  gboolean negative = *cursor == '-';
  DeskInt128 num = 0;
  DeskInt128 den = 1;
  int n_digits;

  if (negative)
    cursor++;
  if (!parse_digits (&cursor, &num, &n_digits))
    goto invalid;

  if (*cursor == '.')
    {
      cursor++;
      if (!parse_digits (&cursor, &num, &n_digits) || n_digits > 30)
        goto invalid;
      while (n_digits-- > 0)
        den *= 10;
    }
  else if (*cursor == '/')
    {
      cursor++;
      den = 0;
      if (!parse_digits (&cursor, &den, &n_digits) || den == 0)
        goto invalid;
    }
  if (*cursor == '\0')
    return desk_rational_make (negative ? -num : num, den, out, error);

invalid:
  g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "\"%s\" is not an exact number", text);
  return FALSE;
}

/* Writes the digits of a number to the left of @end; returns where they begin. */
static char *
print_integer (DeskInt128  value,
               char       *end)
{
  char *cursor = end;
  DeskInt128 rest = absolute (value);
  guint64 small;

  for (; rest > G_MAXUINT64; rest /= 10)
    *--cursor = (char) ('0' + (int) (rest % 10));

  /* Nearly all numbers are small, and dividing small ones is many times quicker. */
  small = (guint64) rest;
  do
    {
      *--cursor = (char) ('0' + (int) (small % 10));
      small /= 10;
    }
  while (small != 0);
  if (value < 0)
    *--cursor = '-';
  return cursor;
}

/**
 * desk_rational_print:
 * @value: a number
 * @buffer: where its text is made
 *
 * Returns: (transfer none): `3` or `9900/109`, somewhere in @buffer: one text for one
 *   number, as the ledger stores and hashes it
 */
const char *
desk_rational_print (DeskRational value,
                     char         buffer[DESK_RATIONAL_LENGTH])
{
  char *cursor = buffer + DESK_RATIONAL_LENGTH - 1;

  *cursor = '\0';
  if (value.den != 1)
    {
      cursor = print_integer (value.den, cursor);
      *--cursor = '/';
    }
  return print_integer (value.num, cursor);
}

/**
 * desk_rational_to_string:
 * @value: a number
 *
 * Returns: (transfer full): what desk_rational_print() makes
 */
char *
desk_rational_to_string (DeskRational value)
{
  char buffer[DESK_RATIONAL_LENGTH];

  return g_strdup (desk_rational_print (value, buffer));
}

/* How many decimals @den needs at most, or -1 where they never end. */
static int
decimals_of (DeskInt128 den)
{
  int twos = 0;
  int fives = 0;

  while (den % 2 == 0)
    {
      den /= 2;
      twos++;
    }
  while (den % 5 == 0)
    {
      den /= 5;
      fives++;
    }
  return den == 1 ? MAX (twos, fives) : -1;
}

/**
 * desk_rational_to_decimal:
 * @value: a number
 * @shift: how many places the point moves left: the minor digits of a currency
 *   for an amount in minor units, 0 for a plain number
 * @max_digits: most decimals to write
 * @exact: (out) (optional): whether the text is the number itself
 *
 * For showing. Rounded half-up at the last place where it does not end; trailing
 * zeros beyond @shift are left out.
 *
 * Returns: (transfer full): a decimal with a point
 */
char *
desk_rational_to_decimal (DeskRational  value,
                          int           shift,
                          int           max_digits,
                          gboolean     *exact)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  DeskRational scale = { 1, 1 };
  DeskRational scaled;
  gint64 rounded;
  int wanted = decimals_of (value.den);
  gboolean ends;
  int i;

  wanted = wanted < 0 ? max_digits : wanted + shift;
  wanted = CLAMP (wanted, shift, MAX (max_digits, shift));

  for (i = shift; i < wanted; i++)
    scale.num *= 10;
  if (!desk_rational_mul (value, scale, &scaled, NULL) ||
      !desk_rational_round (scaled, DESK_ROUNDING_HALF_UP, 1, &rounded, NULL))
    {
      if (exact != NULL)
        *exact = TRUE;
      return desk_rational_to_string (value);
    }

  ends = desk_rational_equal (scaled, desk_rational_from_int (rounded));
  g_string_append_printf (digits, "%" G_GUINT64_FORMAT, (guint64) absolute (rounded));
  while (digits->len < (gsize) wanted + 1)
    g_string_prepend_c (digits, '0');
  if (wanted > 0)
    g_string_insert_c (digits, (gssize) digits->len - wanted, '.');
  if (rounded < 0)
    g_string_prepend_c (digits, '-');
  if (exact != NULL)
    *exact = ends;
  return g_strdup (digits->str);
}

const char *
desk_rounding_to_string (DeskRounding rounding)
{
  g_return_val_if_fail ((gsize) rounding < G_N_ELEMENTS (rounding_names), NULL);

  return rounding_names[rounding];
}

gboolean
desk_rounding_parse (const char   *text,
                     DeskRounding *out)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rounding_names); i++)
    {
      if (strcmp (text, rounding_names[i]) == 0)
        {
          *out = (DeskRounding) i;
          return TRUE;
        }
    }
  return FALSE;
}
