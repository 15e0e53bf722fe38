/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-charge-private.h"

#include <string.h>

#include "desk-amount.h"

/*
 * What settles a window: payments, the rounding of cash, and the one rounding of a
 * tax that is rounded when the invoice is made.
 */

/**
 * desk_charger_new_payment:
 * @self: a charger
 * @tender: a code of kind payment
 * @amount_minor: what was paid; negative: what was given back
 * @window: whose bill it pays
 * @error: return location for a #GError
 *
 * Returns: (transfer none) (nullable): the line that was made, which stands with
 *   the opposite sign on the folio, or %NULL with @error set
 */
DeskPosting *
desk_charger_new_payment (DeskCharger     *self,
                          const DeskCode  *tender,
                          gint64           amount_minor,
                          int              window,
                          GError         **error)
{
  DeskPosting *posting = desk_charger_new_posting (self, DESK_POSTING_PAYMENT, tender, window);

  posting->stay_date = self->info.business_date;
  posting->quantity = 1;
  posting->unit_minor = -amount_minor;
  posting->amount_minor = -amount_minor;
  desk_posting_add_step (posting, DESK_STEP_TAKE, "desk",
                         desk_rational_from_int (-amount_minor),
                         desk_rational_from_int (-amount_minor));
  return desk_charger_keep (self, posting, error) ? posting : NULL;
}

/* The rounded total less the total: 27.96 paid with 27.95 leaves −0.01. */
static gboolean
post_cash_rounding (DeskCharger     *self,
                    const DeskCode  *tender,
                    gint64           total_minor,
                    gint64           rounded_minor,
                    int              window,
                    GError         **error)
{
  DeskRational total = desk_rational_from_int (total_minor);
  DeskRational rounded = desk_rational_from_int (rounded_minor);
  DeskPosting *posting = desk_charger_new_posting (self, DESK_POSTING_ROUNDING, tender, window);

  posting->stay_date = self->info.business_date;
  posting->quantity = 1;
  posting->unit_minor = rounded_minor - total_minor;
  posting->amount_minor = posting->unit_minor;
  desk_posting_add_step (posting, DESK_STEP_TAKE, "cash", total, total);
  desk_posting_add_step (posting, DESK_STEP_ROUND, "cash", total, rounded);
  desk_posting_last_step (posting)->rounding =
    g_strdup_printf ("%s/%" G_GINT64_FORMAT, desk_rounding_to_string (DESK_ROUNDING_HALF_UP),
                     self->info.property->cash_step_minor);
  desk_posting_add_step (posting, DESK_STEP_LESS, "cash", total,
                         desk_rational_from_int (posting->amount_minor));
  return desk_charger_keep (self, posting, error);
}

/**
 * desk_charger_round_cash:
 * @self: a charger
 * @tender: a code of kind payment that is cash
 * @total_minor: what is to be paid; negative: to be given back
 * @window: whose bill it pays
 * @error: return location for a #GError
 *
 * Makes the payment in coins that there are (cash-step of the set-up, half away
 * from zero) and, as a line of its own, what the rounding comes to.
 *
 * Returns: (transfer none) (nullable): the payment's line, or %NULL with @error set
 */
DeskPosting *
desk_charger_round_cash (DeskCharger     *self,
                         const DeskCode  *tender,
                         gint64           total_minor,
                         int              window,
                         GError         **error)
{
  gint64 step = self->info.property->cash_step_minor;
  gint64 rounded = total_minor;
  DeskPosting *payment;

  if (step > 1 && !desk_rational_round (desk_rational_from_int (total_minor),
                                        DESK_ROUNDING_HALF_UP, step, &rounded, error))
    return NULL;
  payment = desk_charger_new_payment (self, tender, rounded, window, error);
  if (payment == NULL)
    return NULL;
  if (rounded != total_minor &&
      !post_cash_rounding (self, tender, total_minor, rounded, window, error))
    return NULL;
  return payment;
}

/**
 * Bearing:
 * @tax: a tax rounded when the invoice is made
 * @exact: what the window's lines bear of it, exactly
 * @posted_minor: what its own lines come to
 */
typedef struct
{
  const DeskTax *tax;
  DeskRational   exact;
  gint64         posted_minor;
} Bearing;

/* The same rule under two set-ups is the same while its rate is. */
static Bearing *
find_bearing (GArray        *bearings,
              const DeskTax *tax)
{
  Bearing bearing = { tax, DESK_RATIONAL_ZERO, 0 };
  guint i;

  for (i = 0; i < bearings->len; i++)
    {
      Bearing *known = &g_array_index (bearings, Bearing, i);

      if (strcmp (known->tax->name, tax->name) == 0 &&
          strcmp (known->tax->rate_text, tax->rate_text) == 0)
        return known;
    }
  g_array_append_val (bearings, bearing);
  return &g_array_index (bearings, Bearing, bearings->len - 1);
}

static const DeskTax *
find_late_tax (const DeskProperty *property,
               const char         *name)
{
  const DeskTax *tax = name != NULL ? desk_property_get_tax (property, name) : NULL;

  return tax != NULL && tax->round_at == DESK_ROUND_AT_INVOICE ? tax : NULL;
}

static gboolean
add_bearing (GArray              *bearings,
             const DeskPosting   *line,
             const DeskProperty  *property,
             GError             **error)
{
  const DeskTax *own = find_late_tax (property, line->tax);
  guint i;

  if (own != NULL)
    {
      Bearing *bearing = find_bearing (bearings, own);

      if (!desk_amount_add (bearing->posted_minor, line->amount_minor, &bearing->posted_minor,
                            error))
        return FALSE;
    }
  for (i = 0; i < line->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (line, i);
      const DeskTax *tax =
        step->op == DESK_STEP_TAX ? find_late_tax (property, step->rule) : NULL;
      Bearing *bearing;

      if (tax == NULL)
        continue;
      bearing = find_bearing (bearings, tax);
      if (!desk_rational_add (bearing->exact, step->result, &bearing->exact, error))
        return FALSE;
    }
  return TRUE;
}

/* The exact sum, rounded once, less what stands; never more than is left under a cap. */
static gboolean
post_tax_rounding (DeskCharger    *self,
                   const Bearing  *bearing,
                   int             window,
                   GError        **error)
{
  const DeskTax *tax = bearing->tax;
  const DeskCode *code = desk_property_get_code (self->info.property, tax->code);
  DeskTaxLine line = { tax, NULL, DESK_RATIONAL_ZERO };
  g_autoptr (DeskPosting) posting = NULL;

  if (code == NULL)
    return TRUE;
  posting = desk_charger_new_posting (self, DESK_POSTING_ROUNDING, code, window);
  line.posting = posting;
  if (!desk_tax_line_step (&line, DESK_STEP_TAKE, tax->name, bearing->exact, error) ||
      !desk_tax_line_round (&line, error) ||
      !desk_tax_line_step (&line, DESK_STEP_LESS, tax->name,
                           desk_rational_from_int (bearing->posted_minor), error) ||
      !desk_charger_cap_tax (self, &line, error))
    return FALSE;
  if (line.value.num == 0)
    return TRUE;

  posting->stay_date = self->info.business_date;
  posting->tax = g_strdup (tax->name);
  posting->quantity = 1;
  posting->unit_minor = line.value.num;
  posting->amount_minor = line.value.num;
  desk_charger_add_history (self, tax->name, posting->amount_minor);
  return desk_charger_keep (self, g_steal_pointer (&posting), error);
}

/**
 * desk_charger_round_invoice:
 * @self: a charger
 * @lines: (element-type DeskPosting): every line the folio has or will have
 * @window: the window that is about to be invoiced
 * @lookup: finds the set-up that a line was made under
 * @user_data: for @lookup
 * @error: return location for a #GError
 *
 * Makes one line for each tax with `round-at=invoice` whose lines do not come to
 * the rounded exact sum.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_charger_round_invoice (DeskCharger         *self,
                            const GPtrArray     *lines,
                            int                  window,
                            DeskPropertyLookup   lookup,
                            gpointer             user_data,
                            GError             **error)
{
  g_autoptr (GArray) bearings = g_array_new (FALSE, FALSE, sizeof (Bearing));
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);
      const DeskProperty *property;

      if (line->window != window)
        continue;
      property = desk_property_look_up (line, lookup, user_data, error);
      if (property == NULL)
        return FALSE;
      if (!add_bearing (bearings, line, property, error))
        return FALSE;
    }
  for (i = 0; i < bearings->len; i++)
    {
      if (!post_tax_rounding (self, &g_array_index (bearings, Bearing, i), window, error))
        return FALSE;
    }
  return TRUE;
}
