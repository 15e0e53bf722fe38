/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-gift-text.h"

#include "desk-giving-words.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-vat.h"
#include "desk-views.h"

static char *
say_benefit (const DeskProperty   *property,
             const DeskWindowView *window,
             gint64                amount_minor)
{
  g_autofree char *amount = desk_show_money (desk_app_get_catalog (), property, amount_minor);

  /* Translators: who gains by what is given: {payer} pays that window of the bill */
  return desk_fill (_("{amount} less for {payer}"), "amount", amount, "payer", window->payer, NULL);
}

/**
 * desk_gift_list_benefits:
 * @house: the property
 * @plan: a plan
 *
 * Ten per cent off a bill that a company pays is given to the company: so it is said of
 * each window that falls who pays it.
 *
 * Returns: (transfer full): sentences; none where nothing is given
 */
GStrv
desk_gift_list_benefits (DeskHouse      *house,
                         const DeskPlan *plan)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (DeskFolioView) folio = NULL;

  if (plan->givings->len > 0 && plan->lines->len > 0)
    folio = desk_folio_view_load (house, plan->stay_id, NULL);

  for (guint i = 0; folio != NULL && i < folio->windows->len; i++)
    {
      const DeskWindowView *window = folio->windows->pdata[i];
      g_autofree char *text = NULL;
      gint64 change = 0;

      if (!desk_window_balance (plan->lines, window->number, &change, NULL) || change >= 0)
        continue;
      text = say_benefit (desk_house_get_property (house), window, -change);
      g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

static gint64
sum_kind (const DeskPlan *plan,
          const char     *kind)
{
  gint64 sum = 0;

  for (guint i = 0; i < plan->givings->len; i++)
    {
      const DeskGiving *giving = plan->givings->pdata[i];

      if (g_str_equal (giving->kind, kind))
        sum += giving->value_minor;
    }

  return sum;
}

static char *
say_count (const DeskProperty *property,
           const char         *kind,
           gint64              sum_minor)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *amount = desk_show_money (catalog, property, sum_minor);

  /* Translators: {kind} is "goodwill", "correction" or the like; {amount} its worth */
  return desk_fill (_("Value given: {amount}, {kind}"), "amount", amount, "kind",
                    desk_giving_say_kind (catalog, kind), NULL);
}

/**
 * desk_gift_list_counts:
 * @property: the house
 * @plan: a plan
 *
 * What the guest must not read: what is given is worth, and what is left of each limit it
 * counts against.
 *
 * Returns: (transfer full): sentences; none where nothing is given
 */
GStrv
desk_gift_list_counts (const DeskProperty *property,
                       const DeskPlan     *plan)
{
  static const char *const kinds[] = {
    "correction", "allowance", "goodwill", "rate", "upgrade", NULL,
  };
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      gint64 sum = sum_kind (plan, kinds[i]);
      g_autofree char *text = sum != 0 ? say_count (property, kinds[i], sum) : NULL;

      if (text != NULL)
        g_strv_builder_add (texts, text);
    }
  for (guint i = 0; i < plan->budgets->len; i++)
    {
      g_autofree char *text = desk_budget_dup_text (&g_array_index (plan->budgets, DeskBudget, i),
                                                    desk_app_get_catalog (), property);

      g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}
