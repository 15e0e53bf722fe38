/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-exact-sum.h"

/*
 * Where the parts cannot be brought to one denominator, each is written as a whole
 * number and a binary fraction cut off after FRACTION_BITS. The true sum then lies
 * between two numbers that differ by less than one unit of the last place for each
 * part. Where both round alike the result is certain; where they do not (the sum
 * would have to be within 2^-100 of a tie) it is an error, never a guess.
 */
#define FRACTION_BITS 110
#define SHOWN_DIGITS G_GINT64_CONSTANT (1000000000)

struct _DeskExactSum
{
  GArray *parts;             /* DeskRational, each with another denominator */
};

/* @whole + @fraction × 2^-FRACTION_BITS ≤ the sum < that + @parts × 2^-FRACTION_BITS */
typedef struct
{
  DeskInt128 whole;
  DeskInt128 fraction;
} Bounds;

DeskExactSum *
desk_exact_sum_new (void)
{
  DeskExactSum *self = g_new0 (DeskExactSum, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (DeskRational));
  return self;
}

void
desk_exact_sum_free (DeskExactSum *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * desk_exact_sum_add:
 * @self: a sum
 * @value: what is added
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where one part does not fit
 */
gboolean
desk_exact_sum_add (DeskExactSum  *self,
                    DeskRational   value,
                    GError       **error)
{
  guint i;

  for (i = 0; i < self->parts->len; i++)
    {
      DeskRational *part = &g_array_index (self->parts, DeskRational, i);

      if (part->den == value.den || value.den == 1)
        return desk_rational_add (*part, value, part, error);
    }
  g_array_append_val (self->parts, value);
  return TRUE;
}

static gboolean
combine (const DeskExactSum *self,
         DeskRational       *out)
{
  guint i;

  *out = DESK_RATIONAL_ZERO;
  for (i = 0; i < self->parts->len; i++)
    {
      if (!desk_rational_add (*out, g_array_index (self->parts, DeskRational, i), out, NULL))
        return FALSE;
    }
  return TRUE;
}

/* Long division in base two: @rest ÷ @den, cut off. */
static DeskInt128
binary_fraction (DeskInt128 rest,
                 DeskInt128 den)
{
  DeskInt128 fraction = 0;
  int i;

  for (i = 0; i < FRACTION_BITS; i++)
    {
      gboolean carries = rest >= den - rest;

      fraction = 2 * fraction + carries;
      rest = carries ? rest - (den - rest) : 2 * rest;
    }
  return fraction;
}

static Bounds
bound (const DeskExactSum *self)
{
  const DeskInt128 one = (DeskInt128) 1 << FRACTION_BITS;
  Bounds bounds = { 0, 0 };
  guint i;

  for (i = 0; i < self->parts->len; i++)
    {
      DeskRational part = g_array_index (self->parts, DeskRational, i);
      DeskInt128 whole = part.num / part.den;
      DeskInt128 rest = part.num % part.den;

      if (rest < 0)
        {
          whole--;
          rest += part.den;
        }
      bounds.whole += whole;
      bounds.fraction += binary_fraction (rest, part.den);
      bounds.whole += bounds.fraction / one;
      bounds.fraction %= one;
    }
  return bounds;
}

/* Rounds @whole + @fraction × 2^-FRACTION_BITS, which is not negative. Only the
 * place within two steps matters, so that the numbers stay small. */
static gboolean
round_bound (Bounds         bounds,
             DeskRounding   rounding,
             gint64         step,
             gint64        *out,
             GError       **error)
{
  const DeskInt128 one = (DeskInt128) 1 << FRACTION_BITS;
  DeskInt128 whole = bounds.whole + bounds.fraction / one;
  DeskInt128 base = whole / (2 * step) * (2 * step);
  DeskRational place;

  if (base > G_MAXINT64 || !desk_rational_make (bounds.fraction % one, one, &place, error) ||
      !desk_rational_add (place, (DeskRational){ whole - base, 1 }, &place, error) ||
      !desk_rational_round (place, rounding, step, out, error))
    return FALSE;
  *out += (gint64) base;
  return TRUE;
}

static DeskExactSum *
negate (const DeskExactSum *self)
{
  DeskExactSum *negative = desk_exact_sum_new ();
  guint i;

  for (i = 0; i < self->parts->len; i++)
    {
      DeskRational part = g_array_index (self->parts, DeskRational, i);

      part.num = -part.num;
      g_array_append_val (negative->parts, part);
    }
  return negative;
}

/* The same where the parts have no common denominator that fits. */
static gboolean
round_apart (const DeskExactSum  *self,
             DeskRounding         rounding,
             gint64               step,
             gint64              *out,
             GError             **error)
{
  Bounds low = bound (self);
  Bounds high = low;
  gint64 rounded_low;
  gint64 rounded_high;

  if (low.whole < 0)
    {
      g_autoptr (DeskExactSum) negative = negate (self);

      if (!round_apart (negative, rounding, step, out, error))
        return FALSE;
      *out = -*out;
      return TRUE;
    }

  high.fraction += self->parts->len;
  if (!round_bound (low, rounding, step, &rounded_low, error) ||
      !round_bound (high, rounding, step, &rounded_high, error))
    return FALSE;
  if (rounded_low != rounded_high)
    return desk_rational_fail_overflow (error);
  *out = rounded_low;
  return TRUE;
}

/**
 * desk_exact_sum_round:
 * @self: a sum of amounts in minor units
 * @rounding: which way
 * @step: to a multiple of this many minor units
 * @out: (out): the rounded sum
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where the result cannot be certain
 */
gboolean
desk_exact_sum_round (const DeskExactSum  *self,
                      DeskRounding         rounding,
                      gint64               step,
                      gint64              *out,
                      GError             **error)
{
  DeskRational whole;

  if (combine (self, &whole))
    return desk_rational_round (whole, rounding, step, out, error);
  return round_apart (self, rounding, step, out, error);
}

/**
 * desk_exact_sum_show:
 * @self: a sum
 * @out: (out): the sum, or, where it has no common denominator that fits, the sum
 *   cut off after nine decimals; for showing only
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where it does not fit
 */
gboolean
desk_exact_sum_show (const DeskExactSum  *self,
                     DeskRational        *out,
                     GError             **error)
{
  Bounds bounds;
  DeskInt128 digits;

  if (combine (self, out))
    return TRUE;

  bounds = bound (self);
  digits = (bounds.fraction >> 64) * SHOWN_DIGITS >> (FRACTION_BITS - 64);
  return desk_rational_make (bounds.whole * SHOWN_DIGITS + digits, SHOWN_DIGITS, out, error);
}
