/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include "desk-amount.h"

/* The VAT of a bill: one row for each rate and window, with the arithmetic that
 * gives its amount, and what the other way of rounding would have given. */

/* Whether the exact VAT is what the plain formula gives: gross × rate ÷ (100 + rate).
 * It is not where a line bears several taxes inside its price. */
static gboolean
is_plain (const DeskVatRow *row,
          DeskRational     *rate,
          DeskRational     *whole)
{
  DeskRational share;

  return desk_rational_parse (row->rate, rate, NULL) &&
         desk_rational_add (*rate, desk_rational_from_int (100), whole, NULL) &&
         desk_rational_mul (desk_rational_from_int (row->gross_minor), *rate, &share, NULL) &&
         desk_rational_div (share, *whole, &share, NULL) &&
         desk_rational_equal (share, row->exact_vat);
}

/* "VAT 9 % is in 797.50: 797.50 × 9 ÷ 109 = 65.8486…" */
static DeskMessage *
say_exact (const DeskProperty *property,
           const DeskVatRow   *row)
{
  DeskRational rate;
  DeskRational whole;
  DeskMessage *message;

  if (is_plain (row, &rate, &whole))
    {
      /* Translators: "VAT 9 % in 797.50: 797.50 × 9 ÷ 109 = 65.8486…" */
      message = desk_message_new (NULL, N_("{tax} in {gross}: "
                                           "{gross} × {rate} ÷ {whole} = {exact}"));
      desk_message_exact (message, "rate", DESK_ARG_NUMBER, rate);
      desk_message_exact (message, "whole", DESK_ARG_NUMBER, whole);
    }
  else
    {
      /* Translators: the VAT inside a sum of prices that hold other taxes as well */
      message = desk_message_new_plural (NULL,
                                         "{tax} in {gross}: the share of {n} line is {exact}",
                                         "{tax} in {gross}: the shares of {n} lines are {exact}",
                                         row->n_lines);
    }
  desk_explain_put_tax (message, "tax", property, row->tax);
  desk_explain_put_amount (message, "gross", row->gross_minor);
  return desk_explain_put_exact (message, "exact", row->exact_vat);
}

static void
add_inclusive (const DeskProperty *property,
               const DeskVatRow   *row,
               DeskVatLevel        level,
               GPtrArray          *rows)
{
  gboolean by_line = level == DESK_VAT_LEVEL_LINE;
  gint64 other = by_line ? row->by_invoice_minor : row->by_line_minor;
  DeskMessage *message;

  g_ptr_array_add (rows, say_exact (property, row));

  message = by_line ? desk_message_new (NULL, N_("Each line is rounded by itself, together: {vat}"))
                    : desk_message_new (NULL, N_("Rounded once for the bill: {vat}"));
  g_ptr_array_add (rows, desk_explain_put_amount (message, "vat", row->vat_minor));
  if (other == row->vat_minor)
    return;

  if (by_line)
    message = desk_message_new (NULL, N_("Rounded once for the bill it would be {other}."));
  else
    message = desk_message_new (NULL, N_("Rounded for each line it would be {other}."));
  g_ptr_array_add (rows, desk_explain_put_amount (message, "other", other));
}

static void
add_exclusive (const DeskProperty *property,
               const DeskVatRow   *row,
               GPtrArray          *rows)
{
  DeskMessage *message;

  /* Translators: a tax on top of prices: "VAT: 11 % of 900.00 is 99.00, on lines of its own" */
  message = desk_message_new (NULL, N_("{tax}: {rate} of {net} is {vat}, on lines of its own"));
  desk_explain_put_tax (message, "tax", property, row->tax);
  desk_message_percent (message, "rate", row->rate);
  desk_explain_put_amount (message, "net", row->net_minor);
  g_ptr_array_add (rows, desk_explain_put_amount (message, "vat", row->vat_minor));
}

static void
add_window (const DeskExplainSource *source,
            const DeskWindowView    *window,
            GPtrArray               *rows)
{
  guint i;

  /* The payer is not named: another guest may be listening. */
  if (source->folio->windows->len > 1 && window->vat->len > 0)
    {
      /* Translators: one of several bills of a stay */
      DeskMessage *heading = desk_message_new (NULL, N_("Window {window}"));

      g_ptr_array_add (rows, desk_message_integer (heading, "window", DESK_ARG_INT,
                                                   window->number));
    }

  for (i = 0; i < window->vat->len; i++)
    {
      const DeskVatRow *row = g_ptr_array_index (window->vat, i);

      if (row->tax == NULL)
        {
          DeskMessage *message = desk_message_new (NULL, N_("Without VAT: {gross}"));

          g_ptr_array_add (rows, desk_explain_put_amount (message, "gross", row->gross_minor));
        }
      else if (row->inclusive)
        {
          add_inclusive (source->property, row, source->folio->vat_level, rows);
        }
      else
        {
          add_exclusive (source->property, row, rows);
        }
    }
}

/**
 * desk_explain_vat:
 * @source: what is explained
 * @out: the explanation to fill
 * @error: return location for a #GError
 *
 * Explains the VAT tables of all windows.
 *
 * Returns: %FALSE where the sums do not fit
 */
gboolean
desk_explain_vat (const DeskExplainSource  *source,
                  DeskExplanation          *out,
                  GError                  **error)
{
  gint64 gross = 0;
  gint64 vat = 0;
  guint i;
  guint j;

  for (i = 0; i < source->folio->windows->len; i++)
    {
      const DeskWindowView *window = g_ptr_array_index (source->folio->windows, i);

      for (j = 0; j < window->vat->len; j++)
        {
          const DeskVatRow *row = g_ptr_array_index (window->vat, j);

          if (!desk_amount_add (gross, row->gross_minor, &gross, error) ||
              !desk_amount_add (vat, row->vat_minor, &vat, error))
            return FALSE;
        }
      add_window (source, window, out->arithmetic);
    }

  if (vat == 0)
    {
      out->sentence = desk_message_new (NULL, N_("There is no VAT in this bill."));
      return TRUE;
    }
  /* Translators: {gross} is the sum of all prices and taxes, {vat} the value added tax in it */
  out->sentence = desk_message_new (NULL, N_("Of the {gross} on this bill, {vat} is VAT."));
  desk_explain_put_money (out->sentence, "gross", gross);
  desk_explain_put_money (out->sentence, "vat", vat);
  return TRUE;
}
