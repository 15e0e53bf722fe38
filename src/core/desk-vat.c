/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-vat.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-error.h"
#include "desk-exact-sum.h"

/* A row under way: the exact sums it is made from. */
typedef struct
{
  const DeskTax *tax;          /* NULL: the row of what bears no VAT */
  DeskExactSum  *base;
  DeskExactSum  *share;
  gint64         elsewhere_minor; /* an exclusive tax: posted in other windows of the stay */
  gint64         lines_minor;  /* amounts of the lines that bear it */
  gint64         posted_minor; /* an exclusive tax: what its own lines come to */
  gint64         by_line_minor;
  guint          n_lines;
} Sums;

static void
sums_free (gpointer data)
{
  Sums *sums = data;

  desk_exact_sum_free (sums->base);
  desk_exact_sum_free (sums->share);
  g_free (sums);
}

static Sums *
find_sums (GPtrArray     *rows,
           const DeskTax *tax)
{
  Sums *sums;
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      sums = g_ptr_array_index (rows, i);
      if (tax == sums->tax ||
          (tax != NULL && sums->tax != NULL && strcmp (tax->name, sums->tax->name) == 0 &&
           strcmp (tax->rate_text, sums->tax->rate_text) == 0))
        return sums;
    }

  sums = g_new0 (Sums, 1);
  sums->tax = tax;
  sums->base = desk_exact_sum_new ();
  sums->share = desk_exact_sum_new ();
  g_ptr_array_add (rows, sums);
  return sums;
}

static gboolean
add_step (Sums               *sums,
          const DeskPosting  *line,
          const DeskStep     *step,
          GError            **error)
{
  gint64 rounded;

  sums->n_lines++;
  return desk_rational_round (step->result, sums->tax->rounding, sums->tax->step_minor, &rounded,
                              error) &&
         desk_exact_sum_add (sums->base, step->input, error) &&
         desk_exact_sum_add (sums->share, step->result, error) &&
         desk_amount_add (sums->by_line_minor, rounded, &sums->by_line_minor, error) &&
         desk_amount_add (sums->lines_minor, line->amount_minor, &sums->lines_minor, error);
}

static gboolean
add_line (GPtrArray           *rows,
          const DeskPosting   *line,
          const DeskProperty  *property,
          GError             **error)
{
  const DeskTax *own = line->tax != NULL ? desk_property_get_tax (property, line->tax) : NULL;
  gboolean is_vat = own != NULL && own->vat;
  gboolean bears = FALSE;
  guint i;

  if (is_vat)
    {
      Sums *sums = find_sums (rows, own);

      if (!desk_amount_add (sums->posted_minor, line->amount_minor, &sums->posted_minor, error))
        return FALSE;
    }

  for (i = 0; i < line->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (line, i);
      const DeskTax *tax;

      if (step->op != DESK_STEP_TAX)
        continue;
      tax = desk_property_get_tax (property, step->rule);
      if (tax == NULL)
        {
          g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND,
                       "line %d bears the tax \"%s\", which its set-up does not have", line->line,
                       step->rule);
          return FALSE;
        }
      if (!tax->vat)
        continue;
      bears = TRUE;
      if (!add_step (find_sums (rows, tax), line, step, error))
        return FALSE;
    }

  if (!bears && !is_vat)
    {
      Sums *none = find_sums (rows, NULL);

      none->n_lines++;
      return desk_amount_add (none->lines_minor, line->amount_minor, &none->lines_minor, error);
    }
  return TRUE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Sums *left = *(const Sums *const *) a;
  const Sums *right = *(const Sums *const *) b;

  if (left->tax == NULL || right->tax == NULL)
    return (left->tax == NULL) - (right->tax == NULL);
  return (left->tax->index > right->tax->index) - (left->tax->index < right->tax->index);
}

static gboolean
finish_inclusive (DeskVatRow    *row,
                  const Sums    *sums,
                  DeskVatLevel   level,
                  GError       **error)
{
  row->gross_minor = sums->lines_minor;
  row->vat_minor = level == DESK_VAT_LEVEL_INVOICE ? row->by_invoice_minor : row->by_line_minor;
  return desk_amount_sub (row->gross_minor, row->vat_minor, &row->net_minor, error);
}

/* vat-level does not touch taxes on top of the price; only round-at does. */
static gboolean
finish_exclusive (DeskVatRow  *row,
                  const Sums  *sums,
                  GError     **error)
{
  row->vat_minor = sums->posted_minor;
  if (sums->tax->round_at == DESK_ROUND_AT_INVOICE)
    {
      row->vat_minor = row->by_invoice_minor;
      if (sums->tax->cap_minor >= 0)
        row->vat_minor = MIN (row->vat_minor, sums->tax->cap_minor - sums->elsewhere_minor);
    }
  return desk_exact_sum_round (sums->base, DESK_ROUNDING_HALF_UP, 1, &row->net_minor, error) &&
         desk_amount_add (row->net_minor, row->vat_minor, &row->gross_minor, error);
}

static DeskVatRow *
row_new (const Sums    *sums,
         DeskVatLevel   level,
         GError       **error)
{
  DeskVatRow *row = g_new0 (DeskVatRow, 1);
  gboolean ok;

  row->n_lines = sums->n_lines;
  row->exact_vat = DESK_RATIONAL_ZERO;
  if (sums->tax == NULL)
    {
      row->rate = g_strdup ("0");
      row->net_minor = sums->lines_minor;
      row->gross_minor = sums->lines_minor;
      return row;
    }

  row->tax = g_strdup (sums->tax->name);
  row->rate = g_strdup (sums->tax->rate_text);
  row->inclusive = sums->tax->mode == DESK_TAX_INCLUSIVE;
  row->by_line_minor = sums->by_line_minor;
  ok = desk_exact_sum_show (sums->share, &row->exact_vat, error) &&
       desk_exact_sum_round (sums->share, sums->tax->rounding, sums->tax->step_minor,
                             &row->by_invoice_minor, error) &&
       (row->inclusive ? finish_inclusive (row, sums, level, error)
                       : finish_exclusive (row, sums, error));
  if (!ok)
    g_clear_pointer (&row, desk_vat_row_free);
  return row;
}

/* What an exclusive tax came to in the other windows: a cap is the stay's, not a window's. */
static gboolean
add_elsewhere (GPtrArray        *rows,
               const GPtrArray  *lines,
               int               window,
               GError          **error)
{
  guint i;
  guint j;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      for (j = 0; line->tax != NULL && line->window != window && j < rows->len; j++)
        {
          Sums *sums = g_ptr_array_index (rows, j);

          if (sums->tax != NULL && strcmp (sums->tax->name, line->tax) == 0 &&
              !desk_amount_add (sums->elsewhere_minor, line->amount_minor, &sums->elsewhere_minor,
                                error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * desk_vat_table:
 * @lines: (element-type DeskPosting): the lines of a folio
 * @window: 1 to 8; 0: of all windows together
 * @level: how taxes inside prices are rounded: once per rate, or for each line
 * @lookup: finds the set-up that a line was made under
 * @user_data: for @lookup
 * @error: return location for a #GError
 *
 * The VAT table of a window, from what the lines stored: one row for each tax
 * that is VAT, in file order, then what bears none. Provisional until the invoice.
 *
 * Returns: (transfer full) (element-type DeskVatRow) (nullable): the rows
 */
GPtrArray *
desk_vat_table (const GPtrArray     *lines,
                int                  window,
                DeskVatLevel         level,
                DeskPropertyLookup   lookup,
                gpointer             user_data,
                GError             **error)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (sums_free);
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) desk_vat_row_free);
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);
      const DeskProperty *property;

      if (!desk_posting_is_charge (line) || (window != 0 && line->window != window))
        continue;
      property = desk_property_look_up (line, lookup, user_data, error);
      if (property == NULL)
        return NULL;
      if (!add_line (sums, line, property, error))
        return NULL;
    }

  if (window != 0 && !add_elsewhere (sums, lines, window, error))
    return NULL;
  g_ptr_array_sort (sums, compare_rows);
  for (i = 0; i < sums->len; i++)
    {
      DeskVatRow *row = row_new (g_ptr_array_index (sums, i), level, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

void
desk_vat_row_free (DeskVatRow *self)
{
  if (self == NULL)
    return;
  g_free (self->tax);
  g_free (self->rate);
  g_free (self);
}

/**
 * desk_window_balance:
 * @lines: (element-type DeskPosting): lines of a folio
 * @window: 1 to 8, or 0 for the whole folio
 * @out_minor: (out): what is still owed; negative: what the house owes
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_OVERFLOW where the sum goes beyond what is exact
 */
gboolean
desk_window_balance (const GPtrArray  *lines,
                     int               window,
                     gint64           *out_minor,
                     GError          **error)
{
  gint64 sum = 0;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      if ((window == 0 || line->window == window) &&
          !desk_amount_add (sum, line->amount_minor, &sum, error))
        return FALSE;
    }
  *out_minor = sum;
  return TRUE;
}
