/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-promise-table.h"

/*
 * The price of nights to come. Nothing is posted, so nothing shows on a bill: what is
 * lowered is written down as given all the same, and counts.
 */

typedef struct
{
  DeskBilling       *billing;
  const DeskAction  *action;
  DeskPlan          *plan;
  const DeskReason  *reason;
  DeskPromiseRecord *promise;    /* (nullable) what the guest was told */
  DeskDate           first;      /* of the nights that change */
  DeskDate           last;
  gint64             price_minor; /* of the first of them, as it will be */
} Rate;

static char *
print_price (const DeskNightRecord *night)
{
  return night->has_price ? g_strdup_printf ("%" G_GINT64_FORMAT, night->price_minor) : NULL;
}

/* What a night costs: its own price, or its plan's. */
static gboolean
find_price (const DeskBilling      *billing,
            const DeskNightRecord  *night,
            gint64                 *out_minor)
{
  const DeskRatePlan *plan = desk_property_get_plan (desk_house_get_property (billing->house),
                                                     night->plan);

  if (!night->has_price && (plan == NULL || !plan->has_price))
    return FALSE;
  *out_minor = night->has_price ? night->price_minor : plan->price_minor;
  return TRUE;
}

/* Where the list has a price for the room type, the night bears it as its own. */
static void
set_list_price (const DeskBilling *billing,
                DeskNightRecord   *night)
{
  const DeskRatePlan *plan = desk_property_get_plan (desk_house_get_property (billing->house),
                                                     night->plan);

  night->has_price = plan != NULL && plan->prices != NULL &&
                     desk_rate_plan_get_list_price (plan, night->room_type, &night->price_minor);
}

static gboolean
is_promised (const Rate *self,
             DeskDate    night,
             gint64      price_minor)
{
  guint i;

  for (i = 0; self->promise != NULL && i < self->promise->nights->len; i++)
    {
      const DeskPromiseNight *told = &g_array_index (self->promise->nights, DeskPromiseNight, i);

      if (told->date == night && told->price_minor == price_minor)
        return TRUE;
    }
  return FALSE;
}

/* What shows that the price was an error of the house: NULL: nothing does. */
static const char *
find_evidence (const Rate *self,
               DeskDate    night,
               gint64      price_minor)
{
  if (!desk_reason_is_error (self->reason))
    return NULL;
  if (is_promised (self, night, price_minor))
    return "confirmation";
  return desk_says_something (self->action->text) ? "told" : NULL;
}

/* An error that something shows is put right; anything else is given. */
static void
add_giving (Rate     *self,
            DeskDate  night,
            gint64    price_minor,
            gint64    value_minor)
{
  const char *evidence = find_evidence (self, night, price_minor);
  DeskGiving *giving;

  if (value_minor <= 0)
    return;
  if (evidence != NULL)
    {
      g_autofree char *date = desk_date_to_string (night);

      desk_plan_add_effect (self->plan, DESK_EFFECT_EVIDENCE, self->billing->folio->id, date, NULL,
                            evidence);
    }
  giving = desk_plan_add_giving (self->plan, evidence != NULL ? "correction" : "rate",
                                 self->reason->name, value_minor);
  giving->for_date = night;
  giving->evidence = evidence != NULL;
  giving->cost_minor = evidence != NULL ? 0 : value_minor;
}

static gboolean
plan_night (Rate             *self,
            DeskNightRecord  *night,
            GError          **error)
{
  g_autofree char *date = desk_date_to_string (night->date);
  g_autofree char *from = print_price (night);
  g_autofree char *to = NULL;
  gint64 before = 0;
  gint64 after = 0;
  gint64 lowered;

  find_price (self->billing, night, &before);
  night->has_price = !self->action->list;
  night->price_minor = self->action->list ? 0 : self->action->unit_minor;
  if (self->action->list)
    set_list_price (self->billing, night);
  if (!find_price (self->billing, night, &after))
    {
      return desk_complain_of (error, DESK_ERROR_INVALID,
                               N_("the rate plan \"{word}\" has no price of its own"),
                               night->plan);
    }
  to = print_price (night);
  if (!desk_amount_sub (before, after, &lowered, error))
    return FALSE;
  if (g_strcmp0 (from, to) == 0)
    return TRUE;

  self->first = self->first == DESK_DATE_NONE ? night->date : self->first;
  self->last = night->date;
  self->price_minor = after;
  desk_plan_add_effect (self->plan, DESK_EFFECT_NIGHT_PRICE, self->billing->stay->id, date, from,
                        to);
  add_giving (self, night->date, after, lowered);
  return TRUE;
}

static gboolean
is_meant (const Rate            *self,
          const DeskNightRecord *night)
{
  const DeskAction *action = self->action;

  return !night->posted &&
         night->date >= MAX (self->billing->business_date, action->from) &&
         (action->till == DESK_DATE_NONE || night->date <= action->till);
}

static gboolean
plan_nights (Rate    *self,
             GError **error)
{
  gboolean any = FALSE;
  guint i;

  for (i = 0; i < self->billing->nights->len; i++)
    {
      DeskNightRecord *night = g_ptr_array_index (self->billing->nights, i);

      if (!is_meant (self, night))
        continue;
      any = TRUE;
      if (!plan_night (self, night, error))
        return FALSE;
    }
  if (!any)
    desk_plan_refuse (self->plan,
                      desk_message_new ("no-nights",
                                        N_("No night to come is meant. What was posted is put "
                                           "right on its line.")));
  else if (self->first == DESK_DATE_NONE)
    desk_plan_refuse (self->plan,
                      desk_message_new ("no-change", N_("The nights have that price already.")));
  return TRUE;
}

/* A reason of any kind that lowers a price: an error or a gesture. */
static gboolean
find_reason (Rate    *self,
             GError **error)
{
  if (!desk_find_reason (self->billing, self->action, &self->reason, error))
    return FALSE;
  if (self->reason != NULL &&
      (desk_reason_is_error (self->reason) || desk_reason_is_gesture (self->reason) ||
       g_strv_contains ((const char *const *) self->reason->kinds, "rate")))
    return TRUE;
  if (self->reason == NULL)
    return desk_find_gesture (self->billing, self->action, &self->reason, self->plan, error);
  desk_plan_refuse (self->plan,
                    desk_message_words (
                      desk_message_new ("reason-unfit",
                                        /* Translators: {reason} is "Given back unopened" */
                                        N_("{reason} is no reason for another price.")),
                      "reason", &self->reason->words, self->reason->name));
  return TRUE;
}

static gboolean
check_action (const DeskAction  *action,
              GError           **error)
{
  if (action->list || action->unit_minor >= 0)
    return TRUE;
  return desk_complain (error, DESK_ERROR_INVALID,
                        desk_message_new (NULL, N_("a price is not negative")));
}

static void
judge_stay (const DeskBilling *billing,
            DeskPlan          *plan)
{
  if (!g_str_equal (billing->stay->state, "in-house") &&
      !g_str_equal (billing->stay->state, "booked"))
    desk_plan_refuse (plan, desk_message_new ("stay-over",
                                              N_("This stay has no nights to come.")));
}

static void
say_what (const Rate *self,
          const char *guest)
{
  DeskDate first = self->first != DESK_DATE_NONE ? self->first : self->billing->business_date;
  DeskDate last = MAX (self->last, first);
  DeskMessage *sentence;

  if (first == last)
    sentence = desk_message_new ("rate",
                                 /* Translators: {date} is a night to come */
                                 N_("New price for {guest}, the night of {date}: {price}."));
  else
    sentence = desk_message_new ("rate",
                                 /* Translators: {date} and {last} are nights to come */
                                 N_("New price for {guest}, the nights of {date} to {last}: "
                                    "{price} each."));
  desk_message_text (sentence, "guest", guest);
  desk_message_integer (sentence, "date", DESK_ARG_DATE, first);
  desk_message_integer (sentence, "last", DESK_ARG_DATE, last);
  self->plan->sentence = desk_message_integer (sentence, "price", DESK_ARG_MONEY,
                                               self->price_minor);
}

gboolean
desk_plan_rate (DeskBilling        *billing,
                const DeskContext  *context,
                const DeskAction   *action,
                DeskPlan           *plan,
                GError            **error)
{
  g_autofree char *guest = desk_billing_dup_guest_name (billing, error);
  g_autoptr (DeskPromiseRecord) promise = NULL;
  Rate self = { .billing = billing, .action = action, .plan = plan };

  if (guest == NULL || !check_action (action, error) ||
      !desk_promise_table_find_newest (desk_house_get_db (billing->house), billing->stay->id,
                                       &promise, error))
    return FALSE;
  self.promise = promise;
  self.price_minor = action->unit_minor;
  judge_stay (billing, plan);
  if (plan->refused->len == 0 && !find_reason (&self, error))
    return FALSE;
  desk_judge_cause (context, self.reason, plan);
  if (plan->refused->len == 0 && !plan_nights (&self, error))
    return FALSE;
  say_what (&self, guest);
  return TRUE;
}
