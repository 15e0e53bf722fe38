/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-close-day-private.h"

#include "desk-plan.h"

/*
 * What tonight posts, made before it is written: nothing here needs the file. The same
 * lines are made for the preview and for the night itself.
 */

/* What a day's charges of somebody who does not sleep here tonight are still taxed. */
static gboolean
post_day_taxes (DeskBilling  *billing,
                DeskCharger  *charger,
                GError      **error)
{
  return desk_billing_add_date (billing, charger, billing->business_date, error) &&
         desk_charger_post_night_taxes (charger, billing->business_date, error);
}

/**
 * desk_close_day_make_lines:
 * @billing: a stay in house
 * @night: (nullable): its night of the business date; %NULL where it has none
 * @lines: (out): what tonight posts for it
 * @error: return location for a #GError
 *
 * Returns: %FALSE where the night cannot be charged
 */
gboolean
desk_close_day_make_lines (DeskBilling            *billing,
                           const DeskNightRecord  *night,
                           GPtrArray             **lines,
                           GError                **error)
{
  g_autoptr (DeskCharger) charger = desk_billing_new_charger (billing, NULL, error);
  gboolean ok;

  if (charger == NULL)
    return FALSE;
  if (night != NULL)
    ok = desk_billing_add_date (billing, charger, night->date, error) &&
         desk_billing_post_night (billing, charger, night, error);
  else
    ok = post_day_taxes (billing, charger, error);
  if (!ok)
    {
      g_prefix_error (error, "%s: ", billing->stay->confirmation);
      return FALSE;
    }
  *lines = desk_charger_steal_lines (charger);
  return TRUE;
}

/* What the audit entry keeps: the same words as of any other plan. */
static void
describe (DeskNightBill *bill)
{
  g_autoptr (DeskPlan) plan = desk_plan_new ("night");
  const DeskBilling *billing = bill->billing;
  char date[DESK_DATE_LENGTH];
  g_autofree char *described = NULL;

  g_ptr_array_unref (plan->lines);
  plan->lines = g_ptr_array_ref (bill->lines);
  if (bill->has_night)
    desk_plan_add_effect (plan, DESK_EFFECT_NIGHT_POSTED, billing->stay->id,
                          desk_date_print (billing->business_date, date), "0", "1");
  described = desk_plan_describe (plan);
  bill->detail = g_strdup_printf ("folio %" G_GINT64_FORMAT "\n%s", billing->folio->id, described);
}

/**
 * desk_night_bill_new:
 * @billing: (transfer full): a stay in house
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what tonight posts for it; no lines and no detail where
 *   that stands already or there is nothing; %NULL with @error set where the night cannot be
 *   charged
 */
DeskNightBill *
desk_night_bill_new (DeskBilling  *billing,
                     GError      **error)
{
  g_autoptr (DeskNightBill) bill = g_new0 (DeskNightBill, 1);
  const DeskNightRecord *night = desk_billing_get_night (billing, billing->business_date);

  bill->billing = billing;
  if (night != NULL && night->posted)
    return g_steal_pointer (&bill);

  if (!desk_close_day_make_lines (billing, night, &bill->lines, error))
    return NULL;
  bill->has_night = night != NULL;
  if (bill->has_night || bill->lines->len > 0)
    describe (bill);
  return g_steal_pointer (&bill);
}

void
desk_night_bill_free (DeskNightBill *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->billing, desk_billing_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->detail);
  g_free (self);
}
