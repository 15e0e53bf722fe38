/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-benefit.h"

#include "desk-views.h"
#include "desk-vat.h"

static void
benefit_free (DeskBenefit *self)
{
  g_free (self->payer);
  g_free (self);
}

/**
 * desk_benefit_list:
 * @house: the property
 * @plan: a plan, done or not
 *
 * Ten per cent off a bill that a company pays is given to the company. So it is said
 * of each window that falls who pays it.
 *
 * Returns: (transfer full) (element-type DeskBenefit): by window; empty where nothing is
 *   given, or who pays could not be read
 */
GPtrArray *
desk_benefit_list (DeskHouse      *house,
                   const DeskPlan *plan)
{
  GPtrArray *benefits = g_ptr_array_new_with_free_func ((GDestroyNotify) benefit_free);
  g_autoptr (DeskFolioView) folio = NULL;
  guint i;

  if (plan->givings->len == 0 || plan->lines->len == 0)
    return benefits;
  folio = desk_folio_view_load (house, plan->stay_id, NULL);
  for (i = 0; folio != NULL && i < folio->windows->len; i++)
    {
      const DeskWindowView *window = g_ptr_array_index (folio->windows, i);
      gint64 change = 0;
      DeskBenefit *benefit;

      if (!desk_window_balance (plan->lines, window->number, &change, NULL) || change == 0)
        continue;
      benefit = g_new0 (DeskBenefit, 1);
      benefit->window = window->number;
      benefit->payer = g_strdup (window->payer);
      benefit->amount_minor = -change;
      g_ptr_array_add (benefits, benefit);
    }
  return benefits;
}
