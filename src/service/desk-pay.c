/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pay-private.h"

#include "desk-amount.h"
#include "desk-budget.h"
#include "desk-complain.h"
#include "desk-deposit-table.h"
#include "desk-error.h"
#include "desk-hold.h"
#include "desk-posting-table.h"
#include "desk-vat.h"

/*
 * Paying, and giving back. Money goes back to the tender it came with, at most what
 * came with it. Cash may go further, up to what the role may give back; and cash is
 * counted in the coins that there are, the difference being a line of its own.
 */

/* What was paid with a tender so far, its rounding included. */
static gboolean
sum_paid (DeskBilling     *billing,
          const DeskCode  *tender,
          gint64          *out,
          GError         **error)
{
  g_autoptr (GPtrArray) lines = desk_posting_table_load_folio (
    desk_house_get_db (billing->house), billing->folio->id, error);
  gint64 sum = 0;
  guint i;

  if (lines == NULL)
    return FALSE;
  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);
      gboolean pays = line->kind == DESK_POSTING_PAYMENT ||
                      (line->kind == DESK_POSTING_ROUNDING && line->tax == NULL);

      if (pays && g_strcmp0 (line->code, tender->name) == 0 &&
          !desk_amount_sub (sum, line->amount_minor, &sum, error))
        return FALSE;
    }
  *out = sum;
  return TRUE;
}

/* What a role may give back in cash where no cash came in. Where no limit says so, only a
 * manager may. */
static gint64
refund_limit (const DeskProperty *property,
              DeskRole            role)
{
  const DeskLimit *limit = desk_budget_find_limit (property, role, "refund");

  if (limit != NULL && limit->has_amount)
    return limit->amount_minor;
  return role == DESK_ROLE_MANAGER ? DESK_AMOUNT_MAX_MINOR : 0;
}

/**
 * Deposits:
 * @list: (element-type DeskDepositRecord): what was received before arrival
 * @received_minor: the sum of it
 * @applied_minor: what of it is on the bill
 */
typedef struct
{
  GPtrArray *list;
  gint64     received_minor;
  gint64     applied_minor;
} Deposits;

static void
deposits_clear (Deposits *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deposits, deposits_clear)

static gboolean
load_deposits (DeskBilling  *billing,
               Deposits     *self,
               GError      **error)
{
  const DeskProperty *property = desk_house_get_property (billing->house);
  guint i;

  self->list = desk_deposit_table_list_stay (desk_house_get_db (billing->house),
                                             billing->stay->id, error);
  if (self->list == NULL)
    return FALSE;
  for (i = 0; i < self->list->len; i++)
    {
      const DeskDepositRecord *deposit = g_ptr_array_index (self->list, i);

      if (!desk_amount_add (self->received_minor, deposit->amount_minor, &self->received_minor,
                            error))
        return FALSE;
    }
  for (i = 0; i < property->codes->len; i++)
    {
      const DeskCode *code = g_ptr_array_index (property->codes, i);
      gint64 paid;

      if (!code->deposit)
        continue;
      if (!sum_paid (billing, code, &paid, error) ||
          !desk_amount_add (self->applied_minor, paid, &self->applied_minor, error))
        return FALSE;
    }
  return TRUE;
}

/* A deposit that is on the bill goes back to what it was received with. */
static gboolean
sum_deposits (DeskBilling     *billing,
              const DeskCode  *tender,
              gint64          *out_minor,
              GError         **error)
{
  g_auto (Deposits) deposits = { NULL };
  guint i;

  *out_minor = 0;
  if (!load_deposits (billing, &deposits, error))
    return FALSE;
  for (i = 0; i < deposits.list->len; i++)
    {
      const DeskDepositRecord *deposit = g_ptr_array_index (deposits.list, i);

      if (g_str_equal (deposit->tender, tender->name) &&
          !desk_amount_add (*out_minor, deposit->amount_minor, out_minor, error))
        return FALSE;
    }
  *out_minor = MIN (*out_minor, MAX (deposits.applied_minor, 0));
  return TRUE;
}

/* Only what was received can be applied, and only once. What is used up says so. */
static gboolean
judge_deposit (DeskBilling        *billing,
               const DeskPayment  *payment,
               DeskPlan           *plan,
               GError            **error)
{
  g_auto (Deposits) deposits = { NULL };
  gint64 left;
  guint i;

  if (!load_deposits (billing, &deposits, error))
    return FALSE;
  left = MAX (deposits.received_minor - deposits.applied_minor, 0);
  if (payment->amount_minor < 0)
    desk_plan_refuse (plan, desk_message_new ("refund-deposit",
                                              N_("A deposit goes back to what it was received "
                                                 "with. Name that.")));
  else if (payment->amount_minor > left && left > 0)
    desk_plan_refuse (plan, desk_message_integer (
                              desk_message_new ("deposit-used", N_("Of the deposit {amount} is "
                                                                   "left.")),
                              "amount", DESK_ARG_MONEY, left));
  else if (payment->amount_minor > left)
    desk_plan_refuse (plan, desk_message_new ("no-deposit",
                                              N_("No deposit that could be applied was received "
                                                 "for this stay.")));
  for (i = 0; payment->amount_minor == left && i < deposits.list->len; i++)
    {
      const DeskDepositRecord *deposit = g_ptr_array_index (deposits.list, i);

      if (g_str_equal (deposit->state, "held"))
        desk_plan_add_effect (plan, DESK_EFFECT_DEPOSIT, deposit->id, NULL, "held", "applied");
    }
  return TRUE;
}

/* What the house calls money that was received before arrival. */
static const DeskCode *
find_deposit_code (const DeskProperty *property)
{
  guint i;

  for (i = 0; i < property->codes->len; i++)
    {
      const DeskCode *code = g_ptr_array_index (property->codes, i);

      if (code->deposit)
        return code;
    }
  return NULL;
}

/**
 * desk_deposit_apply:
 * @billing: whose bill
 * @charger: makes the line
 * @plan: of the check-in
 * @error: return location for a #GError
 *
 * Puts what was received before arrival on the first window, where the house has a code
 * for it: on the bill it is a payment, and nobody has to think of it again.
 *
 * Returns: %FALSE where the deposits could not be read or added up
 */
gboolean
desk_deposit_apply (DeskBilling  *billing,
                    DeskCharger  *charger,
                    DeskPlan     *plan,
                    GError      **error)
{
  DeskPayment payment = { .tender = find_deposit_code (desk_house_get_property (billing->house)),
                          .window = 1 };
  g_auto (Deposits) deposits = { NULL };

  if (payment.tender == NULL)
    return TRUE;
  if (!load_deposits (billing, &deposits, error))
    return FALSE;
  payment.amount_minor = deposits.received_minor - deposits.applied_minor;
  return payment.amount_minor <= 0 ||
         (judge_deposit (billing, &payment, plan, error) &&
          desk_payment_post (charger, &payment, error));
}

static void
refuse_other_tender (const DeskCode *tender,
                     gint64          paid_minor,
                     DeskPlan       *plan)
{
  desk_plan_refuse (
    plan, desk_message_integer (
            desk_message_words (
              desk_message_new ("refund-to-payer",
                                /* Translators: {tender} is card, transfer …; {amount} is
                                 * what was paid with it */
                                N_("Money goes back to what it was paid with: {amount} was "
                                   "paid with {tender}.")),
              "tender", &tender->words, tender->name),
            "amount", DESK_ARG_MONEY, MAX (paid_minor, 0)));
}

static gboolean
judge_refund (DeskBilling        *billing,
              const DeskContext  *context,
              const DeskPayment  *payment,
              DeskPlan           *plan,
              GError            **error)
{
  const DeskProperty *property = desk_house_get_property (billing->house);
  const DeskCode *tender = payment->tender;
  gint64 deposited;
  gint64 limit;
  gint64 paid;

  if (!sum_paid (billing, tender, &paid, error) ||
      !sum_deposits (billing, tender, &deposited, error) ||
      !desk_amount_add (paid, deposited, &paid, error))
    return FALSE;
  if (-payment->amount_minor <= paid)
    return TRUE;
  if (!tender->cash)
    {
      refuse_other_tender (tender, paid, plan);
      return TRUE;
    }

  limit = refund_limit (property, context->role);
  if (-payment->amount_minor - paid <= limit)
    return TRUE;
  if (limit == 0)
    desk_plan_refuse (
      plan, desk_message_integer (
              desk_message_new ("refund-limit",
                                /* Translators: {amount} is what was paid in cash and not given
                                 * back yet */
                                N_("Up to {amount} goes back in cash; a colleague confirms "
                                   "more.")),
              "amount", DESK_ARG_MONEY, MAX (paid, 0)));
  else
    desk_plan_refuse (
      plan, desk_message_integer (
              desk_message_new ("refund-limit",
                                /* Translators: {limit} is what may be given back in cash to a
                                 * guest who did not pay in cash */
                                N_("Up to {limit} goes back in cash where no cash was paid; a "
                                   "colleague confirms more.")),
              "limit", DESK_ARG_MONEY, limit));
  desk_budget_tell_who (plan, -payment->amount_minor - paid <=
                                  refund_limit (property, DESK_ROLE_SUPERVISOR)
                                ? DESK_ROLE_SUPERVISOR : DESK_ROLE_MANAGER);
  return TRUE;
}

/* A part so small that no coin pays it would be given away by the rounding. */
static void
judge_coins (DeskBilling        *billing,
             const DeskPayment  *payment,
             DeskPlan           *plan)
{
  gint64 step = desk_house_get_property (billing->house)->cash_step_minor;

  if (!payment->tender->cash || payment->all || 2 * ABS (payment->amount_minor) >= step)
    return;
  desk_plan_refuse (plan, desk_message_integer (
                            desk_message_new ("below-coin",
                                              /* Translators: {step} is the smallest coin */
                                              N_("Cash is counted in steps of {step}.")),
                            "step", DESK_ARG_MONEY, step));
}

/**
 * desk_payment_judge:
 * @billing: a stay
 * @context: who pays it in or out
 * @payment: how much, with what
 * @plan: gets the refusal, where a rule says no
 * @error: return location for a #GError
 *
 * Returns: %FALSE where the folio could not be read
 */
gboolean
desk_payment_judge (DeskBilling        *billing,
                    const DeskContext  *context,
                    const DeskPayment  *payment,
                    DeskPlan           *plan,
                    GError            **error)
{
  judge_coins (billing, payment, plan);
  if (payment->tender->deposit)
    return judge_deposit (billing, payment, plan, error);
  return payment->amount_minor >= 0 || judge_refund (billing, context, payment, plan, error);
}

/**
 * desk_payment_post:
 * @charger: makes the lines
 * @payment: how much, with what
 * @error: return location for a #GError
 *
 * Returns: %FALSE where an amount goes beyond what can be kept
 */
gboolean
desk_payment_post (DeskCharger        *charger,
                   const DeskPayment  *payment,
                   GError            **error)
{
  DeskPosting *line =
    payment->tender->cash
      ? desk_charger_round_cash (charger, payment->tender, payment->amount_minor, payment->window,
                                 error)
      : desk_charger_new_payment (charger, payment->tender, payment->amount_minor,
                                  payment->window, error);

  return line != NULL;
}

/* What a window still owes. */
static gboolean
window_balance (DeskBilling  *billing,
                int           window,
                gint64       *out,
                GError      **error)
{
  g_autoptr (GPtrArray) windows = desk_folio_table_list_windows (
    desk_house_get_db (billing->house), billing->folio->id, error);
  guint i;

  if (windows == NULL)
    return FALSE;
  *out = 0;
  for (i = 0; i < windows->len; i++)
    {
      const DeskWindowRecord *record = g_ptr_array_index (windows, i);

      if (record->number == window)
        *out = record->balance_minor;
    }
  return TRUE;
}

/* Money that is paid ahead is the guest's, as long as a bill is to come for it. What no
 * night and nothing on the bill will ever ask for would only be paid out again, perhaps in
 * cash what a card had paid: whoever takes it says what it is for. */
static void
judge_more (const DeskPayment *payment,
            const DeskAction  *action,
            const char        *guest,
            gint64             owed,
            DeskPlan          *plan)
{
  gint64 more = payment->amount_minor - MAX (owed, 0);
  gboolean beyond = payment->amount_minor > MAX (MAX (owed, plan->departure_before), 0);
  DeskMessage *message;

  if (more <= 0)
    return;
  if (beyond && !desk_says_something (action->text) &&
      !desk_says_something (action->override_reason))
    {
      message = desk_message_new ("overpaid",
                                  /* Translators: {amount} is what the guest will owe in all */
                                  N_("{guest} will owe {amount} at departure. Say what the rest is "
                                     "for, or take less."));
      desk_message_text (message, "guest", guest);
      desk_plan_refuse (plan, desk_message_integer (message, "amount", DESK_ARG_MONEY,
                                                    MAX (MAX (owed, plan->departure_before), 0)));
      return;
    }
  message = desk_message_new (beyond ? "overpaid" : "paid-ahead",
                              /* Translators: {amount} is more than the bill comes to */
                              N_("This is more than is owed now; {guest} will have {amount} to "
                                 "the good."));
  desk_message_text (message, "guest", guest);
  desk_plan_warn (plan, desk_message_integer (message, "amount", DESK_ARG_MONEY, more));
}

static void
judge_pay (const DeskBilling *billing,
           const DeskPayment *payment,
           const DeskAction  *action,
           const char        *guest,
           gint64             owed,
           DeskPlan          *plan)
{
  if (!g_str_equal (billing->stay->state, "in-house") &&
      !g_str_equal (billing->stay->state, "booked"))
    desk_plan_refuse (plan, desk_message_new ("not-open",
                                              N_("This stay takes no payments any more.")));
  else if (!billing->folio->open)
    desk_plan_refuse (plan, desk_message_new ("folio-closed", N_("The bill is closed.")));
  else if (payment->all && owed == 0)
    desk_plan_refuse (plan, desk_message_new ("nothing-to-pay",
                                              N_("Nothing is left to pay in this window.")));
  else if (payment->amount_minor < 0 && payment->amount_minor < MIN (owed, 0))
    desk_plan_refuse (
      plan, desk_message_integer (
              desk_message_text (
                desk_message_new ("refund-too-much",
                                  /* Translators: {amount} is what the house owes the guest */
                                  N_("{guest} has {amount} to the good; more is not given back.")),
                "guest", guest),
              "amount", DESK_ARG_MONEY, -MIN (owed, 0)));
  else
    judge_more (payment, action, guest, owed, plan);
}

/* Who leaves today and has paid all of it needs no card that answers for the rest. */
static gboolean
release_holds (DeskBilling  *billing,
               DeskPlan     *plan,
               GError      **error)
{
  gint64 paid;

  if (billing->stay->departure > billing->business_date)
    return TRUE;
  if (!desk_window_balance (plan->lines, 0, &paid, error))
    return FALSE;
  return billing->folio->balance_minor + paid != 0 ||
         desk_hold_plan_release (billing, plan, error);
}

static DeskMessage *
new_sentence (const DeskPayment *payment,
              gint64             amount_minor,
              const char        *guest)
{
  DeskMessage *sentence =
    amount_minor < 0
      ? desk_message_new ("refund",
                          /* Translators: {tender} is cash, card … */
                          N_("Refund of {amount} to {guest}: {tender}."))
      : desk_message_new ("pay",
                          /* Translators: {tender} is cash, card … */
                          N_("Payment of {amount} from {guest}: {tender}."));

  desk_message_integer (sentence, "amount", DESK_ARG_MONEY, ABS (amount_minor));
  desk_message_text (sentence, "guest", guest);
  return desk_message_words (sentence, "tender", &payment->tender->words, payment->tender->name);
}

gboolean
desk_plan_pay (DeskBilling        *billing,
               const DeskContext  *context,
               const DeskAction   *action,
               DeskPlan           *plan,
               GError            **error)
{
  DeskPayment payment = { NULL, action->window, action->amount_minor, action->all };
  g_autofree char *guest = desk_billing_dup_guest_name (billing, error);
  g_autoptr (DeskCharger) charger = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const DeskPosting *payment_line;
  gint64 owed;

  if (guest == NULL)
    return FALSE;
  payment.tender = desk_action_find_code (action, billing, DESK_CODE_PAYMENT, error);
  if (payment.tender == NULL || !desk_action_check_window (action, error) ||
      !window_balance (billing, action->window, &owed, error))
    return FALSE;
  if (!action->all && action->amount_minor == 0)
    {
      return desk_complain (error, DESK_ERROR_INVALID,
                            desk_message_new (NULL, N_("a payment is more than nothing")));
    }

  if (action->all)
    payment.amount_minor = owed;
  judge_pay (billing, &payment, action, guest, owed, plan);
  if (plan->refused->len == 0 &&
      !desk_payment_judge (billing, context, &payment, plan, error))
    return FALSE;
  if (plan->refused->len > 0)
    {
      plan->sentence = new_sentence (&payment, payment.amount_minor, guest);
      return TRUE;
    }

  charger = desk_billing_new_charger (billing, NULL, error);
  if (charger == NULL || !desk_payment_post (charger, &payment, error))
    return FALSE;
  lines = desk_charger_steal_lines (charger);
  g_ptr_array_extend_and_steal (plan->lines, g_steal_pointer (&lines));
  payment_line = g_ptr_array_index (plan->lines, 0);
  plan->sentence = new_sentence (&payment, -payment_line->amount_minor, guest);
  return release_holds (billing, plan, error);
}
