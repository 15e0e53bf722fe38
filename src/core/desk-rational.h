/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef __int128 DeskInt128;

/**
 * DeskRational:
 * @num: numerator, carries the sign
 * @den: denominator, always above zero and without a common factor with @num
 *
 * An exact number. Between two named roundings all arithmetic on money is done
 * in these: in minor units where the number is an amount, plain where it is a
 * rate or a quantity. What does not fit in 128 bits is an error, never a guess.
 */
typedef struct
{
  DeskInt128 num;
  DeskInt128 den;
} DeskRational;

/**
 * DeskRounding:
 * @DESK_ROUNDING_HALF_UP: to the nearest, ties away from zero, so that a
 *   reversal rounds to exactly the negative
 * @DESK_ROUNDING_HALF_EVEN: to the nearest, ties to the even multiple
 * @DESK_ROUNDING_DOWN: towards zero
 * @DESK_ROUNDING_UP: away from zero
 */
typedef enum
{
  DESK_ROUNDING_HALF_UP,
  DESK_ROUNDING_HALF_EVEN,
  DESK_ROUNDING_DOWN,
  DESK_ROUNDING_UP,
} DeskRounding;

/* Room for the text of any: two numbers of 39 digits, a sign, a slash, and the end. */
#define DESK_RATIONAL_LENGTH (2 * 39 + 3)

#define DESK_RATIONAL_ZERO ((DeskRational){ 0, 1 })

DeskRational desk_rational_from_int   (gint64         value);
gboolean     desk_rational_make       (DeskInt128     num,
                                       DeskInt128     den,
                                       DeskRational  *out,
                                       GError       **error);
gboolean     desk_rational_add        (DeskRational   a,
                                       DeskRational   b,
                                       DeskRational  *out,
                                       GError       **error);
gboolean     desk_rational_sub        (DeskRational   a,
                                       DeskRational   b,
                                       DeskRational  *out,
                                       GError       **error);
gboolean     desk_rational_mul        (DeskRational   a,
                                       DeskRational   b,
                                       DeskRational  *out,
                                       GError       **error);
gboolean     desk_rational_div        (DeskRational   a,
                                       DeskRational   b,
                                       DeskRational  *out,
                                       GError       **error);
gboolean     desk_rational_equal      (DeskRational   a,
                                       DeskRational   b);
gboolean     desk_rational_is_integer (DeskRational   a);
gboolean     desk_rational_round      (DeskRational   value,
                                       DeskRounding   rounding,
                                       gint64         step,
                                       gint64        *out,
                                       GError       **error);
gboolean     desk_rational_fail_overflow (GError      **error);
gboolean     desk_rational_parse      (const char    *text,
                                       DeskRational  *out,
                                       GError       **error);
const char  *desk_rational_print      (DeskRational   value,
                                       char           buffer[DESK_RATIONAL_LENGTH]);
char        *desk_rational_to_string  (DeskRational   value);
char        *desk_rational_to_decimal (DeskRational   value,
                                       int            shift,
                                       int            max_digits,
                                       gboolean      *exact);
const char  *desk_rounding_to_string  (DeskRounding   rounding);
gboolean     desk_rounding_parse      (const char    *text,
                                       DeskRounding  *out);

G_END_DECLS
