/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-close-day.h"

#include "desk-amount.h"
#include "desk-close-day-private.h"
#include "desk-fill.h"
#include "desk-format.h"
#include "desk-promise-table.h"
#include "desk-state-table.h"
#include "desk-stay-summary.h"
#include "desk-vat.h"

#define PAGE 50

/*
 * What tonight will post, before it is posted: the same lines, and beside them
 * whatever a night auditor would want to look at first.
 */

static void
preview_free (gpointer data)
{
  DeskNightPreview *preview = data;

  g_free (preview->confirmation);
  g_free (preview->guest_name);
  g_free (preview->room);
  g_clear_pointer (&preview->lines, g_ptr_array_unref);
  g_clear_pointer (&preview->remarks, g_ptr_array_unref);
  g_free (preview);
}

void
desk_close_day_plan_free (DeskCloseDayPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stays, g_ptr_array_unref);
  g_clear_pointer (&self->late, g_ptr_array_unref);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->early, desk_message_free);
  g_free (self);
}

static DeskNightPreview *
preview_new (const DeskStaySummary *summary)
{
  DeskNightPreview *preview = g_new0 (DeskNightPreview, 1);

  preview->stay_id = summary->stay_id;
  preview->confirmation = g_strdup (summary->confirmation);
  preview->guest_name = g_strdup (summary->guest_name);
  preview->room = g_strdup (summary->room);
  preview->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
  return preview;
}

static const DeskPromiseNight *
find_promised (const DeskPromiseRecord *promise,
               DeskDate                 date)
{
  guint i;

  for (i = 0; promise != NULL && i < promise->nights->len; i++)
    {
      const DeskPromiseNight *night = &g_array_index (promise->nights, DeskPromiseNight, i);

      if (night->date == date)
        return night;
    }
  return NULL;
}

/* The night's charges, and its taxes on top of the price. */
static gboolean
sum_night (const DeskNightPreview  *preview,
           gint64                  *charges,
           gint64                  *taxes,
           GError                 **error)
{
  guint i;

  *charges = 0;
  *taxes = 0;
  for (i = 0; i < preview->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (preview->lines, i);
      gint64 *sum = line->kind == DESK_POSTING_CHARGE ? charges : taxes;

      if (!desk_amount_add (*sum, line->amount_minor, sum, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_remarks (DeskBilling       *billing,
             DeskNightPreview  *preview,
             GError           **error)
{
  g_autoptr (DeskPromiseRecord) promise = NULL;
  const DeskPromiseNight *promised;
  gint64 charges;
  gint64 taxes;

  if (preview->room_minor == 0)
    g_ptr_array_add (preview->remarks,
                     desk_message_new ("zero-price", N_("The room is free of charge tonight.")));

  if (!desk_promise_table_find_newest (desk_house_get_db (billing->house), billing->stay->id,
                                       &promise, error) ||
      !sum_night (preview, &charges, &taxes, error))
    return FALSE;
  promised = find_promised (promise, billing->business_date);
  if (promised != NULL && promised->price_minor != charges)
    g_ptr_array_add (
      preview->remarks,
      desk_message_integer (
        desk_message_integer (
          desk_message_new ("differs-from-promise",
                            /* Translators: what the confirmation said and what will be posted */
                            N_("Promised {promised}, tonight {amount}.")),
          "promised", DESK_ARG_MONEY, promised->price_minor),
        "amount", DESK_ARG_MONEY, charges));
  if (promised != NULL && promised->levy_minor != taxes)
    g_ptr_array_add (
      preview->remarks,
      desk_message_integer (
        desk_message_integer (
          desk_message_new ("levy-differs-from-promise",
                            N_("Taxes promised {promised}, tonight {amount}.")),
          "promised", DESK_ARG_MONEY, promised->levy_minor),
        "amount", DESK_ARG_MONEY, taxes));
  return TRUE;
}

static gboolean
preview_stay (DeskHouse         *house,
              gint64             stay_id,
              DeskCloseDayPlan  *plan,
              GError           **error)
{
  g_autoptr (DeskBilling) billing = desk_billing_load (house, stay_id, error);
  g_autoptr (DeskStaySummary) summary = NULL;
  const DeskNightRecord *night;
  DeskNightPreview *preview;

  if (billing == NULL)
    return FALSE;
  night = desk_billing_get_night (billing, plan->business_date);
  if (night == NULL || night->posted)
    {
      plan->n_posted += night != NULL;
      return TRUE;
    }

  summary = desk_stay_summary_get (desk_house_get_db (house), stay_id, plan->business_date, error);
  if (summary == NULL)
    return FALSE;
  preview = preview_new (summary);
  g_ptr_array_add (plan->stays, preview);
  if (!desk_close_day_make_lines (billing, night, &preview->lines, error) ||
      !desk_window_balance (preview->lines, 0, &preview->total_minor, error))
    return FALSE;
  if (preview->lines->len > 0)
    preview->room_minor = ((DeskPosting *) g_ptr_array_index (preview->lines, 0))->amount_minor;
  return add_remarks (billing, preview, error) &&
         desk_amount_add (plan->total_minor, preview->total_minor, &plan->total_minor, error);
}

/* Those of a list of today, for whom nothing is posted. */
static gboolean
list_others (DeskHouse     *house,
             DeskDate       business_date,
             DeskStayList   list,
             GPtrArray    **previews,
             GError       **error)
{
  g_autoptr (GPtrArray) stays = desk_stay_summary_list (desk_house_get_db (house), list,
                                                        business_date, error);
  guint i;

  if (stays == NULL)
    return FALSE;

  *previews = g_ptr_array_new_with_free_func (preview_free);
  for (i = 0; i < stays->len; i++)
    g_ptr_array_add (*previews, preview_new (g_ptr_array_index (stays, i)));
  return TRUE;
}

/* Those with something to look at come first. */
static int
compare_previews (gconstpointer a,
                  gconstpointer b)
{
  const DeskNightPreview *left = *(const DeskNightPreview *const *) a;
  const DeskNightPreview *right = *(const DeskNightPreview *const *) b;

  if ((left->remarks->len > 0) != (right->remarks->len > 0))
    return left->remarks->len > 0 ? -1 : 1;
  return g_strcmp0 (left->room, right->room);
}

/**
 * desk_close_day_find_early:
 * @house: the property
 * @context: whose clock is asked
 * @date: the business date
 *
 * A slip of the hand that closes a second day closes tomorrow, and a closed day is not opened
 * again. So a day that has not begun by the clock is closed only by who has been told so.
 *
 * Returns: (transfer full) (nullable): what to tell; %NULL where the day has begun
 */
DeskMessage *
desk_close_day_find_early (DeskHouse          *house,
                           const DeskContext  *context,
                           DeskDate            date)
{
  const DeskProperty *property = desk_house_get_property (house);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (property->time_zone);

  if (zone == NULL || date <= desk_date_at (context->now (context->source), zone))
    return NULL;
  /* Translators: {date} is the hotel's business date, which is to be closed */
  return desk_message_integer (desk_message_new ("early", N_("{date} has not begun by the clock.")),
                               "date", DESK_ARG_DATE, date);
}

/**
 * desk_close_day_plan:
 * @house: the property
 * @context: who asks
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what closing the day will post, stay by
 *   stay, those that need a look first; %NULL where a night cannot be charged
 */
DeskCloseDayPlan *
desk_close_day_plan (DeskHouse          *house,
                     const DeskContext  *context,
                     GError            **error)
{
  g_autoptr (DeskCloseDayPlan) plan = g_new0 (DeskCloseDayPlan, 1);
  DeskDb *db = desk_house_get_db (house);
  gint64 after = 0;

  plan->stays = g_ptr_array_new_with_free_func (preview_free);
  if (!desk_state_table_get_business_date (db, &plan->business_date, error))
    return NULL;
  plan->early = desk_close_day_find_early (house, context, plan->business_date);

  while (TRUE)
    {
      g_autoptr (GArray) stays = NULL;
      guint i;

      if (!desk_stay_table_page_in_house (db, after, PAGE, &stays, error))
        return NULL;
      if (stays->len == 0)
        break;
      for (i = 0; i < stays->len; i++)
        {
          after = g_array_index (stays, gint64, i);
          if (!preview_stay (house, after, plan, error))
            return NULL;
        }
    }

  g_ptr_array_sort (plan->stays, compare_previews);
  if (!list_others (house, plan->business_date, DESK_STAY_LIST_ARRIVALS, &plan->late, error) ||
      !list_others (house, plan->business_date, DESK_STAY_LIST_DEPARTURES, &plan->due, error))
    return NULL;
  return g_steal_pointer (&plan);
}

static guint
count_remarked (const DeskCloseDayPlan *self)
{
  guint n = 0;

  while (n < self->stays->len &&
         ((DeskNightPreview *) g_ptr_array_index (self->stays, n))->remarks->len > 0)
    n++;
  return n;
}

/* @text: with a place for @n; nothing is said of none. */
static void
add_count (GPtrArray         *parts,
           const DeskCatalog *catalog,
           const char        *text,
           guint              n)
{
  g_autofree char *number = desk_format_int (catalog, n);

  if (n > 0)
    g_ptr_array_add (parts, desk_fill (text, "n", number, NULL));
}

/**
 * desk_close_day_plan_dup_summary:
 * @self: a plan
 * @catalog: the reader's language
 *
 * Returns: (transfer full): "226 stays to post · 3 to look at · 2 not arrived · 1 not departed"
 */
char *
desk_close_day_plan_dup_summary (const DeskCloseDayPlan *self,
                                 const DeskCatalog      *catalog)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *stays = desk_format_int (catalog, self->stays->len);
  guint remarked = count_remarked (self);

  /* Translators: how many stays tonight's posting touches */
  g_ptr_array_add (parts, desk_fill (desk_catalog_ngettext (catalog, "{n} stay to post",
                                                            "{n} stays to post",
                                                            self->stays->len),
                                     "n", stays, NULL));
  /* Translators: stays with something remarkable, such as a price of zero */
  add_count (parts, catalog,
             desk_catalog_ngettext (catalog, "{n} to look at", "{n} to look at", remarked),
             remarked);
  /* Translators: guests who were expected and have not come */
  add_count (parts, catalog,
             desk_catalog_ngettext (catalog, "{n} not arrived", "{n} not arrived",
                                    self->late->len), self->late->len);
  /* Translators: guests who should have left and are still in the house */
  add_count (parts, catalog,
             desk_catalog_ngettext (catalog, "{n} not departed", "{n} not departed",
                                    self->due->len), self->due->len);

  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
