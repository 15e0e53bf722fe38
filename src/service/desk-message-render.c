/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-explain.h"
#include "desk-fill.h"
#include "desk-format.h"

/* How many decimals of a number that has more are shown. */
#define SHOWN_DECIMALS 4

#define ELLIPSIS "…"

/* What is left of @value behind the shown decimals is cut, not rounded: the
 * ellipsis says that the digits go on, so those before it must be the true ones. */
static char *
format_exact (const DeskCatalog *catalog,
              DeskRational       value,
              int                digits)
{
  int shown = MAX (SHOWN_DECIMALS, digits);
  DeskRational scale = { 1, 1 };
  DeskRational scaled;
  DeskRational cut;
  g_autofree char *decimal = NULL;
  g_autofree char *text = NULL;
  gint64 whole;
  int i;

  if (desk_rational_is_integer (value) &&
      desk_rational_round (value, DESK_ROUNDING_DOWN, 1, &whole, NULL))
    return desk_format_amount (catalog, whole, digits);

  for (i = digits; i < shown; i++)
    scale.num *= 10;
  if (!desk_rational_mul (value, scale, &scaled, NULL) ||
      !desk_rational_round (scaled, DESK_ROUNDING_DOWN, 1, &whole, NULL) ||
      !desk_rational_div (desk_rational_from_int (whole), scale, &cut, NULL))
    return desk_rational_to_string (value);

  if (desk_rational_is_integer (cut) &&
      desk_rational_round (cut, DESK_ROUNDING_DOWN, 1, &whole, NULL))
    {
      text = desk_format_amount (catalog, whole, digits);
      return g_strconcat (text, ELLIPSIS, NULL);
    }
  decimal = desk_rational_to_decimal (cut, digits, shown, NULL);
  text = desk_format_decimal (catalog, decimal);
  return g_strconcat (text, desk_rational_equal (cut, value) ? "" : ELLIPSIS, NULL);
}

/* One rate, or several joined with a plus. */
static char *
format_rates (const DeskCatalog *catalog,
              const char        *rates)
{
  g_auto (GStrv) parts = g_strsplit (rates, "+", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      char *formatted = desk_format_percent (catalog, parts[i]);

      g_free (parts[i]);
      parts[i] = formatted;
    }
  return g_strjoinv (" + ", parts);
}

static char *
format_date (const DeskCatalog *catalog,
             DeskDate           date,
             DeskDateStyle      style)
{
  int day;
  int month;
  int year;

  desk_date_to_dmy (date, &day, &month, &year);
  return desk_format_date (catalog, year, month, day, style);
}

static gboolean
needs_property (DeskArgKind kind)
{
  return kind == DESK_ARG_MONEY || kind == DESK_ARG_AMOUNT || kind == DESK_ARG_EXACT ||
         kind == DESK_ARG_TIME;
}

static char *
format_argument (const DeskArg      *arg,
                 const DeskCatalog  *catalog,
                 const DeskProperty *property)
{
  const char *fallback = arg->text != NULL ? arg->text : "";

  g_return_val_if_fail (property != NULL || !needs_property (arg->kind), g_strdup (fallback));

  switch (arg->kind)
    {
    case DESK_ARG_INT:
      return desk_format_int (catalog, arg->integer);
    case DESK_ARG_MONEY:
      return desk_format_money (catalog, arg->integer, property->currency, property->digits);
    case DESK_ARG_AMOUNT:
      return desk_format_amount (catalog, arg->integer, property->digits);
    case DESK_ARG_EXACT:
      return format_exact (catalog, arg->exact, property->digits);
    case DESK_ARG_NUMBER:
      return format_exact (catalog, arg->exact, 0);
    case DESK_ARG_PERCENT:
      return format_rates (catalog, fallback);
    case DESK_ARG_DATE:
      return format_date (catalog, (DeskDate) arg->integer, DESK_DATE_LONG);
    case DESK_ARG_DAY:
      return format_date (catalog, (DeskDate) arg->integer, DESK_DATE_WEEKDAY);
    case DESK_ARG_TIME:
      return desk_format_date_time (catalog, arg->integer, property->time_zone, DESK_DATE_MEDIUM);
    case DESK_ARG_WORDS:
      if (arg->words == NULL)
        return g_strdup (fallback);
      return g_strdup (desk_words_get (arg->words, desk_catalog_get_language (catalog), fallback));
    case DESK_ARG_MESSAGE:
      return desk_message_render (arg->message, catalog, property);
    case DESK_ARG_TEXT:
    default:
      return g_strdup (fallback);
    }
}

/**
 * desk_message_render:
 * @self: a message
 * @catalog: the texts of the reader's language
 * @property: (nullable): whose currency and time zone are meant; %NULL for a
 *   message with neither
 *
 * Says a message in a language: its sentence with the plural form that language
 * asks for, and every number, date and amount as that language writes it.
 *
 * Returns: (transfer full): the sentence
 */
char *
desk_message_render (const DeskMessage  *self,
                     const DeskCatalog  *catalog,
                     const DeskProperty *property)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  const char *sentence;
  guint i;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (catalog != NULL, NULL);

  for (i = 0; i < self->args->len; i++)
    {
      const DeskArg *arg = &g_array_index (self->args, DeskArg, i);
      char *value = format_argument (arg, catalog, property);

      g_ptr_array_add (values, value);
      g_ptr_array_add (pairs, (gpointer) arg->name);
      g_ptr_array_add (pairs, value);
    }
  g_ptr_array_add (pairs, NULL);

  if (self->plural != NULL)
    sentence = desk_catalog_ngettext (catalog, self->msgid, self->plural, (guint64) ABS (self->n));
  else
    sentence = desk_catalog_gettext (catalog, self->msgid);
  return desk_fill_pairs (sentence, (const char *const *) pairs->pdata);
}
