/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-amount.h"

#include "desk-error.h"
#include "desk-message.h"

static gboolean
check_limit (gint64   minor,
             gint64  *out_minor,
             GError **error)
{
  if (minor > DESK_AMOUNT_MAX_MINOR || minor < -DESK_AMOUNT_MAX_MINOR)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_OVERFLOW,
                   "%" G_GINT64_FORMAT " minor units are more than an amount may be", minor);
      return FALSE;
    }
  *out_minor = minor;
  return TRUE;
}

static gboolean
fail_overflow (gint64       a,
               const char  *op,
               gint64       b,
               GError     **error)
{
  g_set_error (error, DESK_ERROR, DESK_ERROR_OVERFLOW,
               "%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " does not fit in 64 bits", a, op, b);
  return FALSE;
}

/**
 * desk_amount_add:
 * @a_minor: an amount in minor units
 * @b_minor: another
 * @out_minor: (out): their sum
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where the sum is beyond
 *   %DESK_AMOUNT_MAX_MINOR
 */
gboolean
desk_amount_add (gint64   a_minor,
                 gint64   b_minor,
                 gint64  *out_minor,
                 GError **error)
{
  gint64 minor;

  if (__builtin_add_overflow (a_minor, b_minor, &minor))
    return fail_overflow (a_minor, "+", b_minor, error);
  return check_limit (minor, out_minor, error);
}

/**
 * desk_amount_sub:
 * @a_minor: an amount in minor units
 * @b_minor: what is taken off it
 * @out_minor: (out): the difference
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where the difference is beyond
 *   %DESK_AMOUNT_MAX_MINOR
 */
gboolean
desk_amount_sub (gint64   a_minor,
                 gint64   b_minor,
                 gint64  *out_minor,
                 GError **error)
{
  gint64 minor;

  if (__builtin_sub_overflow (a_minor, b_minor, &minor))
    return fail_overflow (a_minor, "-", b_minor, error);
  return check_limit (minor, out_minor, error);
}

/**
 * desk_amount_times:
 * @unit_minor: the price of one, in minor units
 * @quantity: how many
 * @out_minor: (out): their product
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where the product is beyond
 *   %DESK_AMOUNT_MAX_MINOR
 */
gboolean
desk_amount_times (gint64   unit_minor,
                   gint64   quantity,
                   gint64  *out_minor,
                   GError **error)
{
  gint64 minor;

  if (__builtin_mul_overflow (unit_minor, quantity, &minor))
    return fail_overflow (unit_minor, "*", quantity, error);
  return check_limit (minor, out_minor, error);
}

/* What is wrong with an amount, in one sentence; @why is marked with N_(). */
static gboolean
fail_parse (const char  *text,
            const char  *why,
            GError     **error)
{
  /* Translators: {text} was typed or stands in a file, {why} says what is wrong with it */
  return desk_error_say (error, DESK_ERROR_INVALID,
                         desk_message_why (N_("\"{text}\" is not an amount: {why}"), text, why));
}

static gboolean
fail_decimals (const char  *text,
               int          digits,
               GError     **error)
{
  g_autofree char *shown = NULL;
  DeskMessage *message;

  if (digits == 0)
    return fail_parse (text, N_("this currency has no decimals"), error);

  /* Translators: {text} was typed or stands in a file, {n} is 1 to 3 */
  message = desk_message_new (NULL, N_("\"{text}\" is not an amount: at most {n} decimals"));
  shown = desk_message_cut (text);
  desk_message_text (message, "text", shown);
  desk_message_integer (message, "n", DESK_ARG_INT, digits);
  return desk_error_say (error, DESK_ERROR_INVALID, message);
}

static gboolean
append_digit (char    digit,
              gint64 *minor)
{
  return !__builtin_mul_overflow (*minor, 10, minor) &&
         !__builtin_add_overflow (*minor, digit - '0', minor) &&
         *minor <= DESK_AMOUNT_MAX_MINOR;
}

/* Why the character at the cursor cannot stand in an amount. */
static const char *
explain_character (char character)
{
  switch (character)
    {
    case ',':
      return N_("the decimal sign is a point, and thousands are not grouped");
    case '\0':
      return N_("a digit is missing");
    case '+':
      return N_("a plus sign is not written");
    case '.':
      return N_("one decimal point, with a digit before and after it");
    case ' ':
      return N_("no spaces");
    default:
      return N_("only digits and one decimal point");
    }
}

/**
 * desk_amount_parse:
 * @text: `12.50`, `-3`, `0`
 * @digits: how many minor digits the currency has, the most decimals @text may have
 * @out_minor: (out): the amount in minor units
 * @error: return location for a #GError
 *
 * One decimal point with a digit before and after it, no grouping, no plus, no
 * spaces, no exponent. A minus is read; a caller that takes no negative amounts
 * refuses them itself.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID and a message that says what is wrong
 */
gboolean
desk_amount_parse (const char  *text,
                   int          digits,
                   gint64      *out_minor,
                   GError     **error)
{
  const char *cursor = text;
  gboolean negative = *cursor == '-';
  gint64 minor = 0;
  int n_decimals = 0;

  g_return_val_if_fail (digits >= 0 && digits <= DESK_AMOUNT_MAX_DIGITS, FALSE);

  if (negative)
    cursor++;
  if (!g_ascii_isdigit (*cursor))
    return fail_parse (text, explain_character (*cursor), error);
  for (; g_ascii_isdigit (*cursor); cursor++)
    {
      if (!append_digit (*cursor, &minor))
        return fail_parse (text, N_("it is too large"), error);
    }

  if (*cursor == '.')
    {
      cursor++;
      if (!g_ascii_isdigit (*cursor))
        return fail_parse (text, explain_character (*cursor), error);
      for (; g_ascii_isdigit (*cursor); cursor++, n_decimals++)
        {
          if (n_decimals == digits)
            return fail_decimals (text, digits, error);
          if (!append_digit (*cursor, &minor))
            return fail_parse (text, N_("it is too large"), error);
        }
    }
  if (*cursor != '\0')
    return fail_parse (text, explain_character (*cursor), error);

  for (; n_decimals < digits; n_decimals++)
    {
      if (!append_digit ('0', &minor))
        return fail_parse (text, N_("it is too large"), error);
    }
  *out_minor = negative ? -minor : minor;
  return TRUE;
}

/**
 * desk_amount_format:
 * @minor: an amount in minor units
 * @digits: how many minor digits the currency has
 *
 * The amount as machines read it; people see what the text layer makes of it.
 *
 * Returns: (transfer full): exactly @digits decimals, ASCII minus, no point where
 *   @digits is 0, never `-0`
 */
char *
desk_amount_format (gint64 minor,
                    int    digits)
{
  guint64 size = minor < 0 ? -(guint64) minor : (guint64) minor;
  guint64 scale = 1;
  const char *sign = minor < 0 ? "-" : "";
  int i;

  g_return_val_if_fail (digits >= 0 && digits <= DESK_AMOUNT_MAX_DIGITS, NULL);

  if (digits == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size);
  for (i = 0; i < digits; i++)
    scale *= 10;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          sign, size / scale, digits, size % scale);
}
