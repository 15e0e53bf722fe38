/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-explain.h"
#include "desk-fill.h"
#include "desk-format.h"
#include "desk-state-words.h"

/* How many decimals of a number that has more are shown. */
#define SHOWN_DECIMALS 4

#define ELLIPSIS "…"

/* Most sentences are shorter. */
#define TEXT_LENGTH 120

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

static gboolean
needs_property (DeskArgKind kind)
{
  return kind == DESK_ARG_MONEY || kind == DESK_ARG_AMOUNT || kind == DESK_ARG_EXACT ||
         kind == DESK_ARG_TIME;
}

/* What a value is written with. */
typedef struct
{
  const DeskMessage  *message;
  const DeskCatalog  *catalog;
  const DeskProperty *property;
} Rendering;

static void append_message (GString         *out,
                            const Rendering *rendering);

static char *
format_value (const DeskArg   *arg,
              const Rendering *with)
{
  const DeskCatalog *catalog = with->catalog;
  const DeskProperty *property = with->property;

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
      return format_rates (catalog, arg->text != NULL ? arg->text : "");
    case DESK_ARG_DATE:
      return desk_say_date (catalog, (DeskDate) arg->integer, DESK_DATE_LONG);
    case DESK_ARG_DAY:
      return desk_say_date (catalog, (DeskDate) arg->integer, DESK_DATE_WEEKDAY);
    case DESK_ARG_TIME:
      return desk_format_date_time (catalog, arg->integer, property->time_zone, DESK_DATE_MEDIUM);
    case DESK_ARG_TEXT:
    case DESK_ARG_WORDS:
    case DESK_ARG_PERSON:
    case DESK_ARG_MESSAGE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Writes the value of an argument; one that cannot be written has none. */
static gboolean
append_argument (GString         *out,
                 const DeskArg   *arg,
                 const Rendering *with)
{
  const char *fallback = arg->text != NULL ? arg->text : "";
  g_autofree char *value = NULL;

  if (with->property == NULL && needs_property (arg->kind))
    {
      g_critical ("“%s” of a message needs a property", arg->name);
      g_string_append (out, fallback);
      return TRUE;
    }

  if (arg->kind == DESK_ARG_MESSAGE)
    {
      append_message (out, &(Rendering){ arg->message, with->catalog, with->property });
      return TRUE;
    }
  if (arg->kind == DESK_ARG_WORDS && arg->words != NULL)
    {
      fallback = desk_words_get (arg->words, desk_catalog_get_language (with->catalog), fallback);
      g_string_append (out, fallback);
      return TRUE;
    }
  if (arg->kind == DESK_ARG_PERSON && with->property != NULL)
    fallback = desk_property_say_user (with->property, fallback);
  if (arg->kind == DESK_ARG_TEXT || arg->kind == DESK_ARG_WORDS || arg->kind == DESK_ARG_PERSON)
    {
      g_string_append (out, fallback);
      return TRUE;
    }

  value = format_value (arg, with);
  if (value == NULL)
    return FALSE;
  g_string_append (out, value);
  return TRUE;
}

static gboolean
append_named (GString    *out,
              const char *name,
              gsize       length,
              gpointer    user_data)
{
  const Rendering *rendering = user_data;
  const DeskMessage *message = rendering->message;
  guint i;

  for (i = 0; i < message->n_args; i++)
    {
      const DeskArg *arg = &message->args[i];

      if (strncmp (arg->name, name, length) == 0 && arg->name[length] == '\0')
        return append_argument (out, arg, rendering);
    }
  return FALSE;
}

static void
append_message (GString         *out,
                const Rendering *rendering)
{
  const DeskMessage *message = rendering->message;
  const char *sentence;

  if (message->plural != NULL)
    sentence = desk_catalog_ngettext (rendering->catalog, message->msgid, message->plural,
                                      (guint64) ABS (message->n));
  else
    sentence = desk_catalog_gettext (rendering->catalog, message->msgid);
  desk_fill_into (out, sentence, append_named, (gpointer) rendering);
}

/**
 * desk_message_append:
 * @self: a message
 * @catalog: the texts of the reader's language
 * @property: (nullable): whose currency and time zone are meant; %NULL for a
 *   message with neither
 * @out: what it is written behind
 *
 * Says a message in a language: its sentence with the plural form that language
 * asks for, and every number, date and amount as that language writes it.
 */
void
desk_message_append (const DeskMessage  *self,
                     const DeskCatalog  *catalog,
                     const DeskProperty *property,
                     GString            *out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (catalog != NULL);

  append_message (out, &(Rendering){ self, catalog, property });
}

/**
 * desk_message_render:
 * @self: a message
 * @catalog: the texts of the reader's language
 * @property: (nullable): whose currency and time zone are meant
 *
 * Does what desk_message_append() does.
 *
 * Returns: (transfer full): the sentence
 */
char *
desk_message_render (const DeskMessage  *self,
                     const DeskCatalog  *catalog,
                     const DeskProperty *property)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (catalog != NULL, NULL);

  out = g_string_sized_new (TEXT_LENGTH);
  append_message (out, &(Rendering){ self, catalog, property });
  return g_string_free (out, FALSE);
}
