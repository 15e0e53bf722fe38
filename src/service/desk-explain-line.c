/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include <string.h>

/* The sentence to say aloud about one line: never a room number, never the name
 * of somebody on the staff. */

/* "Breakfast, Mon 26 Feb: 2 × 16.50 € = 33.00 €" */
static DeskMessage *
new_heading (const DeskProperty *property,
             const DeskPosting  *posting)
{
  DeskMessage *heading;

  if (posting->quantity == 1)
    {
      /* Translators: begins a sentence about a line: "Breakfast, Mon 26 Feb: 16.50 €" */
      heading = desk_message_new (NULL, N_("{item}, {day}: {amount}"));
    }
  else
    {
      /* Translators: several of a thing: "Breakfast, Mon 26 Feb: 2 × 16.50 € = 33.00 €" */
      heading = desk_message_new (NULL, N_("{item}, {day}: {quantity} × {price} = {amount}"));
      desk_message_integer (heading, "quantity", DESK_ARG_INT, posting->quantity);
      desk_explain_put_money (heading, "price", posting->unit_minor);
    }
  desk_explain_put_item (heading, "item", property, posting);
  desk_explain_put_day (heading, "day", posting->stay_date);
  return desk_explain_put_money (heading, "amount", posting->amount_minor);
}

static DeskMessage *
say_charge (const DeskProperty *property,
            const DeskPosting  *posting)
{
  const DeskStep *step = desk_explain_find_step (posting, DESK_STEP_TAKE);
  const char *rule = step != NULL && step->rule != NULL ? step->rule : "desk";
  DeskMessage *sentence;

  if (posting->check != NULL)
    {
      /* Translators: "Dinner, Mon 26 Feb: 24.00 €, as on …"; {check} is the number of a
       * restaurant's check or of the sheet of housekeeping's minibar round */
      sentence = desk_message_new (NULL, N_("{heading}, as on the paper with the number "
                                            "{check}."));
      desk_message_text (sentence, "check", posting->check);
    }
  else if (strcmp (rule, "night") == 0)
    {
      /* Translators: {heading} is "Room, Mon 26 Feb: 99.00 €" */
      sentence = desk_message_new (NULL, N_("{heading}. This is the price agreed for that night."));
    }
  else if (g_str_has_prefix (rule, "plan:"))
    {
      const DeskRatePlan *plan = desk_property_get_plan (property, rule + strlen ("plan:"));

      /* Translators: {heading} is "Room, Mon 26 Feb: 99.00 €", {plan} the name of a rate */
      sentence = desk_message_new (NULL, N_("{heading}. This is the price of the rate: {plan}."));
      desk_message_words (sentence, "plan", plan != NULL ? &plan->words : NULL,
                          rule + strlen ("plan:"));
    }
  else if (g_str_has_prefix (rule, "code:"))
    {
      /* Translators: {heading} is "Breakfast, Mon 26 Feb: 16.50 €" */
      sentence = desk_message_new (NULL, N_("{heading}, as on our price list."));
    }
  else
    {
      /* Translators: "Taxi, Mon 26 Feb: 18.00 €, …"; asked for at the front desk */
      sentence = desk_message_new (NULL, N_("{heading}, charged at the front desk."));
    }
  return desk_message_nest (sentence, "heading", new_heading (property, posting));
}

static DeskMessage *
say_percent_tax (const DeskTax *tax)
{
  if (tax->base == DESK_TAX_BASE_NET)
    {
      /* Translators: "City tax, Mon 26 Feb: 12.5 % of the price without tax is 11.35 €." */
      return desk_message_new (NULL, N_("{tax}, {day}: {rate} of the price without tax "
                                        "is {amount}."));
    }
  if (tax->base == DESK_TAX_BASE_GROSS)
    {
      /* Translators: "City tax, Mon 26 Feb: 5 % of the price is 4.95 €." */
      return desk_message_new (NULL, N_("{tax}, {day}: {rate} of the price is {amount}."));
    }

  /* Translators: the base is a price and another charge reckoned on it, such as service */
  return desk_message_new (NULL, N_("{tax}, {day}: {rate} of the price and what is charged on it "
                                    "is {amount}."));
}

static DeskMessage *
say_tax (const DeskProperty *property,
         const DeskPosting  *posting)
{
  const DeskTax *tax = desk_property_get_tax (property, posting->tax);
  const DeskStep *percent = desk_explain_find_step (posting, DESK_STEP_PERCENT);
  const DeskStep *times = desk_explain_find_step (posting, DESK_STEP_TIMES);
  DeskMessage *sentence;

  if (desk_explain_find_step (posting, DESK_STEP_CAP) != NULL)
    {
      /* Translators: the levy has an upper limit for one stay and this line reaches it */
      sentence = desk_message_new (NULL, N_("{tax}, {day}: {amount}. With this the most that "
                                            "is due for a stay is reached."));
    }
  else if (percent != NULL && tax != NULL)
    {
      sentence = desk_message_percent (say_percent_tax (tax), "rate", percent->rate);
    }
  else if (times != NULL)
    {
      /* Translators: "City tax, Mon 26 Feb: 2.00 € a night for each of 2 persons, 4.00 €." */
      sentence = desk_message_new_plural (NULL,
                                          "{tax}, {day}: {price} a night for {n} person, {amount}.",
                                          "{tax}, {day}: {price} a night for each of {n} persons, "
                                          "{amount}.",
                                          (gint64) times->input.num);
      desk_explain_put_money (sentence, "price", tax != NULL ? tax->amount_minor
                                                             : posting->unit_minor);
    }
  else if (tax != NULL && tax->kind == DESK_TAX_STAY)
    {
      sentence = desk_message_new (NULL, N_("{tax}: {amount}, once for the whole stay."));
    }
  else
    {
      /* Translators: a levy by rooms: "City tax, Mon 26 Feb: 2.00 € for the room and the night." */
      sentence = desk_message_new (NULL, N_("{tax}, {day}: {amount} for the room and the night."));
    }
  desk_explain_put_tax (sentence, "tax", property, posting->tax);
  desk_explain_put_day (sentence, "day", posting->stay_date);
  return desk_explain_put_money (sentence, "amount", posting->amount_minor);
}

static DeskMessage *
say_rounding (const DeskProperty *property,
              const DeskPosting  *posting)
{
  DeskMessage *sentence;

  if (posting->tax == NULL)
    {
      sentence = desk_message_new (NULL, N_("Rounding of the sum paid in cash: {amount}."));
      return desk_explain_put_money (sentence, "amount", posting->amount_minor);
    }
  /* Translators: the tax is rounded once for the whole bill; this line evens out its lines */
  sentence = desk_message_new (NULL, N_("{tax}, rounded once for the whole bill: {amount}."));
  desk_explain_put_tax (sentence, "tax", property, posting->tax);
  return desk_explain_put_money (sentence, "amount", posting->amount_minor);
}

static DeskMessage *
say_answer (const DeskPosting *posting)
{
  DeskMessage *sentence;

  switch (posting->kind)
    {
    case DESK_POSTING_GOODWILL:
      sentence = desk_message_new (NULL, posting->answers != 0
                                           ? N_("A gesture of ours of {day} for line {line}: "
                                                "{amount}.")
                                           : N_("A gesture of ours of {day} for your bill: "
                                                "{amount}."));
      break;
    case DESK_POSTING_RETURN:
      sentence = desk_message_new (NULL, N_("Taken back from line {line}: {amount}."));
      break;
    case DESK_POSTING_TRANSFER:
      sentence = desk_message_new (NULL, N_("Line {line} goes to another bill: {amount}."));
      break;
    case DESK_POSTING_CORRECTION:
    case DESK_POSTING_ALLOWANCE:
    case DESK_POSTING_CREDIT_NOTE:
    default:
      sentence = desk_message_new (NULL, N_("This puts line {line} right: {amount}."));
      break;
    }
  desk_message_integer (sentence, "line", DESK_ARG_INT, posting->answers);
  desk_explain_put_day (sentence, "day", desk_posting_get_day (posting));
  return desk_explain_put_money (sentence, "amount", posting->amount_minor);
}

static DeskMessage *
say_payment (const DeskProperty *property,
             const DeskPosting  *posting)
{
  DeskMessage *sentence;

  if (posting->kind == DESK_POSTING_PAID_OUT)
    {
      /* Translators: money the hotel paid on behalf of the guest, such as a taxi fare */
      sentence = desk_message_new (NULL, N_("{item}, {day}: we paid {amount} for you."));
      desk_explain_put_money (sentence, "amount", posting->amount_minor);
    }
  else if (posting->amount_minor > 0)
    {
      sentence = desk_message_new (NULL, N_("{item}, {day}: you were paid back {amount}."));
      desk_explain_put_money (sentence, "amount", posting->amount_minor);
    }
  else
    {
      /* Translators: the way of paying: "Card, Mon 26 Feb: you paid 100.00 €. Thank you." */
      sentence = desk_message_new (NULL, N_("{item}, {day}: you paid {amount}. Thank you."));
      desk_explain_put_money (sentence, "amount", -posting->amount_minor);
    }
  desk_explain_put_item (sentence, "item", property, posting);
  return desk_explain_put_day (sentence, "day", desk_posting_get_day (posting));
}

static DeskMessage *
say_line (const DeskProperty *property,
          const DeskPosting  *posting)
{
  switch (posting->kind)
    {
    case DESK_POSTING_CHARGE:
      return say_charge (property, posting);
    case DESK_POSTING_TAX:
      return posting->tax != NULL ? say_tax (property, posting) : say_charge (property, posting);
    case DESK_POSTING_PAYMENT:
    case DESK_POSTING_PAID_OUT:
      return say_payment (property, posting);
    case DESK_POSTING_ROUNDING:
      return say_rounding (property, posting);
    case DESK_POSTING_CORRECTION:
    case DESK_POSTING_ALLOWANCE:
    case DESK_POSTING_CREDIT_NOTE:
    case DESK_POSTING_GOODWILL:
    case DESK_POSTING_RETURN:
    case DESK_POSTING_TRANSFER:
    default:
      return say_answer (posting);
    }
}

/* What the agreed rate names and never posts: "Wi-Fi". */
static void
add_included (const DeskExplainSource *source,
              const DeskProperty      *property,
              const DeskPosting       *posting,
              GPtrArray               *rows)
{
  const DeskRatePlan *plan = NULL;
  guint i;

  if (source->stay != NULL && source->stay->plan != NULL && desk_explain_is_room (posting))
    plan = desk_property_get_plan (property, source->stay->plan);
  if (plan == NULL || plan->included == NULL)
    return;

  for (i = 0; plan->included[i] != NULL; i++)
    {
      const DeskCode *code = desk_property_get_code (property, plan->included[i]);
      /* Translators: a thing the rate includes, such as Wi-Fi */
      DeskMessage *row = desk_message_new (NULL, N_("Included in the price: {item}"));

      desk_message_words (row, "item", code != NULL ? &code->words : NULL, plan->included[i]);
      g_ptr_array_add (rows, row);
    }
}

/**
 * desk_explain_line:
 * @source: what is explained
 * @posting: one of its lines
 *
 * Returns: (transfer full): the sentence to say aloud
 */
DeskMessage *
desk_explain_line (const DeskExplainSource *source,
                   const DeskPosting       *posting)
{
  return say_line (desk_explain_property (source, posting), posting);
}

/**
 * desk_explain_line_steps:
 * @source: what is explained
 * @posting: one of its lines
 * @rows: (element-type DeskMessage): the rows are added here
 *
 * Says how the amount comes about, and what it includes.
 */
void
desk_explain_line_steps (const DeskExplainSource *source,
                         const DeskPosting       *posting,
                         GPtrArray               *rows)
{
  desk_explain_steps (source, posting, rows);
  add_included (source, desk_explain_property (source, posting), posting, rows);
}
