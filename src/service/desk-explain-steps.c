/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-private.h"

#include <stdlib.h>
#include <string.h>

/* The arithmetic of one line: each stored step in words, with the numbers stored
 * in it. Nothing is reckoned here; what is taken off is only said without its sign
 * until it is taken off. */

/* A line of the folio and what it brings to the base of a tax: its amount, its
 * amount without the taxes inside, or with what is charged on it. */
static DeskMessage *
say_base (const DeskExplainSource *source,
          const DeskStep          *step)
{
  int line = atoi (step->rule + strlen ("line:"));
  const DeskPosting *base = desk_folio_view_get_line (source->folio, line);
  DeskRational difference;
  DeskMessage *row;

  if (base == NULL ||
      desk_rational_equal (step->input, desk_rational_from_int (base->amount_minor)) ||
      !desk_rational_sub (step->input, desk_rational_from_int (base->amount_minor),
                          &difference, NULL))
    {
      row = desk_message_new (NULL, N_("Line {line}: {amount}"));
    }
  else if ((difference.num < 0) == (base->amount_minor > 0))
    {
      /* Translators: {price} is what that line says, {amount} the same without the tax in it */
      row = desk_message_new (NULL, N_("Line {line}, {price}, without the tax in it: {amount}"));
      desk_explain_put_amount (row, "price", base->amount_minor);
    }
  else
    {
      /* Translators: {price} is what that line says, {amount} the same with service on it */
      row = desk_message_new (NULL, N_("Line {line}, {price}, with what is charged on it: "
                                       "{amount}"));
      desk_explain_put_amount (row, "price", base->amount_minor);
    }
  desk_message_integer (row, "line", DESK_ARG_INT, line);
  return desk_explain_put_exact (row, "amount", step->input);
}

/* Whether the line takes another one back whole, as undo does. */
static gboolean
takes_back (const DeskPosting *posting)
{
  const DeskStep *take = desk_explain_find_step (posting, DESK_STEP_TAKE);

  return posting->kind != DESK_POSTING_TAX && posting->kind != DESK_POSTING_GOODWILL &&
         posting->answers != 0 && take != NULL && take->rule != NULL &&
         g_str_has_prefix (take->rule, "line:");
}

/* Whether the line is stored as less than nothing from its first step on. */
static gboolean
is_taken_off (const DeskPosting *posting)
{
  const DeskStep *take = desk_explain_find_step (posting, DESK_STEP_TAKE);

  return posting->kind == DESK_POSTING_GOODWILL && take != NULL && take->result.num < 0 &&
         desk_explain_find_step (posting, DESK_STEP_LESS) == NULL;
}

/* Nobody says "ten per cent of minus 129". */
static DeskRational
turn (const DeskPosting *posting,
      DeskRational       value)
{
  if (takes_back (posting) || is_taken_off (posting))
    value.num = -value.num;
  return value;
}

static DeskMessage *
say_end (const DeskPosting *posting)
{
  DeskMessage *row;

  if (takes_back (posting))
    /* Translators: a line undone; below what it was: "Taken back: −10.50" */
    row = desk_message_new (NULL, N_("Taken back: {amount}"));
  else if (is_taken_off (posting))
    /* Translators: a gesture, below how it was reckoned: "Taken off the bill: −12.90" */
    row = desk_message_new (NULL, N_("Taken off the bill: {amount}"));
  else
    return NULL;
  return desk_explain_put_amount (row, "amount", posting->amount_minor);
}

/* What a gesture or a line undone starts from. */
static DeskMessage *
say_given (const DeskProperty *property,
           const DeskPosting  *posting,
           const char         *rule)
{
  const DeskStep *tax = desk_explain_find_step (posting, DESK_STEP_TAX);
  DeskMessage *row;

  if (takes_back (posting))
    {
      /* Translators: where several of a thing are taken back: what one cost */
      row = desk_message_new (NULL, posting->quantity == 1 ? N_("Line {line}: {amount}")
                                                           : N_("Price on line {line}: {amount}"));
      return desk_message_integer (row, "line", DESK_ARG_INT, atoi (rule + strlen ("line:")));
    }
  if (g_str_has_prefix (rule, "line:"))
    {
      row = desk_message_new (NULL, N_("What is left of line {line}: {amount}"));
      return desk_message_integer (row, "line", DESK_ARG_INT, posting->answers);
    }
  if (posting->answers != 0 || tax == NULL)
    return desk_message_new (NULL, N_("Entered at the front desk: {amount}"));
  /* Translators: a gesture for the whole bill, what of it is for the lines of one tax:
   * "For the lines with VAT 9 %: 14.56" */
  row = desk_message_new (NULL, N_("For the lines with {tax}: {amount}"));
  return desk_explain_put_tax (row, "tax", property, tax->rule);
}

/* Money that changed hands is not reckoned: its sentence says all of it. */
static gboolean
is_only_entered (const DeskPosting *posting,
                 const char        *rule)
{
  return (posting->kind == DESK_POSTING_PAYMENT || posting->kind == DESK_POSTING_PAID_OUT) &&
         strcmp (rule, "desk") == 0;
}

/* What a fixed levy starts from. */
static DeskMessage *
new_fixed_amount (const DeskProperty *property,
                  const DeskPosting  *posting)
{
  const DeskTax *tax = posting->tax != NULL ? desk_property_get_tax (property, posting->tax) : NULL;

  if (desk_explain_find_step (posting, DESK_STEP_TIMES) != NULL)
    return desk_message_new (NULL, N_("For one person and night: {amount}"));
  if (tax != NULL && tax->kind == DESK_TAX_STAY)
    return desk_message_new (NULL, N_("For the whole stay: {amount}"));
  return desk_message_new (NULL, N_("For the room and one night: {amount}"));
}

/* NULL where there is nothing to say. */
static DeskMessage *
say_take (const DeskExplainSource *source,
          const DeskPosting       *posting,
          const DeskStep          *step)
{
  const DeskProperty *property = desk_explain_property (source, posting);
  const char *rule = step->rule != NULL ? step->rule : "desk";
  DeskMessage *row;

  if (is_only_entered (posting, rule))
    return NULL;
  if (takes_back (posting) || is_taken_off (posting))
    return desk_explain_put_exact (say_given (property, posting, rule), "amount",
                                   turn (posting, step->input));
  if (g_str_has_prefix (rule, "line:"))
    return say_base (source, step);

  if (posting->kind == DESK_POSTING_TAX)
    {
      row = new_fixed_amount (property, posting);
    }
  else if (desk_property_get_tax (property, rule) != NULL)
    {
      row = desk_message_new (NULL, N_("{tax}: {amount}"));
      desk_explain_put_tax (row, "tax", property, rule);
    }
  else if (strcmp (rule, "cash") == 0)
    {
      row = desk_message_new (NULL, N_("To be paid, to the cent: {amount}"));
    }
  else if (strcmp (rule, "night") == 0)
    {
      row = desk_message_new (NULL, N_("Price agreed for the night: {amount}"));
    }
  else if (g_str_has_prefix (rule, "plan:"))
    {
      const DeskRatePlan *plan = desk_property_get_plan (property, rule + strlen ("plan:"));

      /* Translators: {plan} is the name of the hotel's rate */
      row = desk_message_new (NULL, N_("Price of the rate {plan}: {amount}"));
      desk_message_words (row, "plan", plan != NULL ? &plan->words : NULL, rule + strlen ("plan:"));
    }
  else if (g_str_has_prefix (rule, "code:"))
    {
      row = desk_message_new (NULL, N_("Price on the list: {amount}"));
    }
  else
    {
      row = desk_message_new (NULL, N_("Entered at the front desk: {amount}"));
    }
  return desk_explain_put_exact (row, "amount", step->input);
}

static DeskMessage *
say_times (const DeskPosting  *posting,
           const DeskStep     *step,
           DeskRational        before)
{
  int adults;
  int children;
  DeskMessage *row;

  if (desk_explain_persons (posting, &adults, &children))
    {
      /* Translators: {persons} is "2 adults + 1 child" */
      row = desk_message_new (NULL, N_("{persons}: {before} × {number} = {result}"));
      desk_message_nest (row, "persons", desk_explain_who (adults, children));
    }
  else if (desk_rational_equal (step->input, desk_rational_from_int (1)))
    {
      return NULL;
    }
  else
    {
      /* Translators: a multiplication: "16.50 × 2 = 33.00" */
      row = desk_message_new (NULL, N_("{before} × {number} = {result}"));
    }
  desk_explain_put_exact (row, "before", turn (posting, before));
  desk_message_exact (row, "number", DESK_ARG_NUMBER, step->input);
  return desk_explain_put_exact (row, "result", turn (posting, step->result));
}

static DeskMessage *
say_add (const DeskExplainSource *source,
         const DeskPosting       *posting,
         const DeskStep          *step,
         DeskRational             before)
{
  /* Translators: an addition: {what} is "Line 4: 109.00" or the name of a tax with its amount */
  DeskMessage *row = desk_message_new (NULL, N_("{what}; {before} + {amount} = {result}"));

  if (step->rule != NULL && g_str_has_prefix (step->rule, "line:"))
    {
      desk_message_nest (row, "what", say_base (source, step));
    }
  else
    {
      /* Translators: a tax and its amount: "Service: 85.00" */
      DeskMessage *what = desk_message_new (NULL, N_("{tax}: {amount}"));

      desk_explain_put_tax (what, "tax", desk_explain_property (source, posting),
                            step->rule != NULL ? step->rule : "");
      desk_message_nest (row, "what", desk_explain_put_exact (what, "amount", step->input));
    }
  desk_explain_put_exact (row, "before", before);
  desk_explain_put_exact (row, "amount", step->input);
  return desk_explain_put_exact (row, "result", step->result);
}

static DeskMessage *
say_less (const DeskStep *step,
          DeskRational    before)
{
  DeskMessage *row;

  if (g_strcmp0 (step->rule, "cash") == 0)
    /* Translators: a subtraction: "In coins less to the cent: 27.95 − 27.96 = −0.01" */
    row = desk_message_new (NULL, N_("In coins less to the cent: {before} − {amount} = {result}"));
  else
    /* Translators: a subtraction: "Less what was charged before: 11.35 − 5.00 = 6.35" */
    row =
      desk_message_new (NULL, N_("Less what was charged before: {before} − {amount} = {result}"));
  desk_explain_put_exact (row, "before", before);
  desk_explain_put_exact (row, "amount", step->input);
  return desk_explain_put_exact (row, "result", step->result);
}

static DeskMessage *
say_net (const DeskProperty *property,
         const DeskStep     *step,
         DeskRational        before)
{
  DeskMessage *row;

  /* Translators: a price without the tax in it: "Without tax (VAT 9 %): 99.00 ÷ 1.1 = 90.00" */
  row = desk_message_new (NULL, N_("Without tax ({tax}): {before} ÷ {factor} = {result}"));
  desk_explain_put_tax (row, "tax", property, step->rule != NULL ? step->rule : "");
  desk_explain_put_exact (row, "before", before);
  desk_message_exact (row, "factor", DESK_ARG_NUMBER, step->input);
  return desk_explain_put_exact (row, "result", step->result);
}

static DeskMessage *
say_percent (const DeskPosting *posting,
             const DeskStep    *step,
             DeskRational       before)
{
  /* Translators: "12.5 % of 90.8256… = 11.3532…" */
  DeskMessage *row = desk_message_new (NULL, N_("{rate} of {before} = {result}"));

  desk_message_percent (row, "rate", step->rate);
  desk_explain_put_exact (row, "before", turn (posting, before));
  return desk_explain_put_exact (row, "result", turn (posting, step->result));
}

static DeskMessage *
new_rounded (DeskRounding rounding)
{
  switch (rounding)
    {
    case DESK_ROUNDING_HALF_EVEN:
      /* Translators: "Rounded to 0.05, halves to the even side: 11.30" */
      return desk_message_new (NULL, N_("Rounded to {step}, halves to the even side: {result}"));
    case DESK_ROUNDING_DOWN:
      return desk_message_new (NULL, N_("Rounded down to {step}: {result}"));
    case DESK_ROUNDING_UP:
      return desk_message_new (NULL, N_("Rounded up to {step}: {result}"));
    case DESK_ROUNDING_HALF_UP:
    default:
      /* Translators: {step} is the smallest unit it is rounded to: "Rounded to 0.01: 11.35" */
      return desk_message_new (NULL, N_("Rounded to {step}: {result}"));
    }
}

/* NULL where there was nothing to round. */
static DeskMessage *
say_round (const DeskPosting *posting,
           const DeskStep    *step,
           DeskRational       before)
{
  DeskRounding rounding = DESK_ROUNDING_HALF_UP;
  gint64 step_minor = 1;
  DeskMessage *row;

  if (desk_rational_equal (step->result, before))
    return NULL;
  desk_explain_rounding (step->rounding, &rounding, &step_minor);
  row = new_rounded (rounding);
  desk_explain_put_amount (row, "step", step_minor);
  return desk_explain_put_exact (row, "result", turn (posting, step->result));
}

static DeskMessage *
say_cap (const DeskStep *step)
{
  /* Translators: a levy has an upper limit for one stay; {cap} is what was left of it */
  DeskMessage *row = desk_message_new (NULL, N_("Left up to the limit for a stay: {cap}"));

  return desk_explain_put_exact (row, "cap", step->input);
}

/* A tax beside the arithmetic: inside the price with its share, or charged on it. */
static DeskMessage *
say_tax_share (const DeskProperty *property,
               const DeskStep     *step)
{
  DeskRounding rounding = DESK_ROUNDING_HALF_UP;
  gint64 step_minor = 1;
  gint64 share;
  DeskMessage *row;

  if (g_strcmp0 (step->mode, "inclusive") != 0)
    {
      /* Translators: the tax is reckoned on this line and has a line of its own */
      row = desk_message_new (NULL, N_("Charged on it, on a line of its own: {tax}"));
      return desk_explain_put_tax (row, "tax", property, step->rule);
    }

  /* Translators: the tax that is inside the price: "In it: VAT 9 %, 8.17" */
  row = desk_message_new (NULL, N_("In it: {tax}, {amount}"));
  desk_explain_put_tax (row, "tax", property, step->rule);
  desk_explain_rounding (step->rounding, &rounding, &step_minor);
  if (desk_rational_round (step->result, rounding, step_minor, &share, NULL))
    return desk_explain_put_amount (row, "amount", share);
  return desk_explain_put_exact (row, "amount", step->result);
}

static DeskMessage *
say_step (const DeskExplainSource *source,
          const DeskPosting       *posting,
          const DeskStep          *step,
          DeskRational             before)
{
  const DeskProperty *property = desk_explain_property (source, posting);

  switch (step->op)
    {
    case DESK_STEP_TAKE:
      return say_take (source, posting, step);
    case DESK_STEP_TIMES:
      return say_times (posting, step, before);
    case DESK_STEP_ADD:
      return say_add (source, posting, step, before);
    case DESK_STEP_LESS:
      return say_less (step, before);
    case DESK_STEP_NET:
      return say_net (property, step, before);
    case DESK_STEP_PERCENT:
      return say_percent (posting, step, before);
    case DESK_STEP_ROUND:
      return say_round (posting, step, before);
    case DESK_STEP_CAP:
      return say_cap (step);
    case DESK_STEP_TAX:
      return say_tax_share (property, step);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Which children a levy leaves out, where it does. */
static void
add_free_age (const DeskProperty *property,
              const DeskPosting  *posting,
              GPtrArray          *rows)
{
  const DeskTax *tax = posting->tax != NULL ? desk_property_get_tax (property, posting->tax) : NULL;

  if (tax == NULL || tax->kind != DESK_TAX_PERSON_NIGHT || tax->min_age <= 0)
    return;

  g_ptr_array_add (rows, desk_message_new_plural (NULL,
                                                  "Children under {n} year do not pay it.",
                                                  "Children under {n} years do not pay it.",
                                                  tax->min_age));
}

/**
 * desk_explain_steps:
 * @source: what is explained
 * @posting: one of its lines
 * @rows: (element-type DeskMessage): the rows are added here
 *
 * Says step by step how the amount of a line comes about.
 */
void
desk_explain_steps (const DeskExplainSource *source,
                    const DeskPosting       *posting,
                    GPtrArray               *rows)
{
  DeskRational before = DESK_RATIONAL_ZERO;
  DeskMessage *end = say_end (posting);
  guint i;

  for (i = 0; i < posting->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (posting, i);
      DeskMessage *row = say_step (source, posting, step, before);

      /* The taxes stand behind the arithmetic. */
      if (step->op == DESK_STEP_TAX && end != NULL)
        g_ptr_array_add (rows, g_steal_pointer (&end));
      if (row != NULL)
        g_ptr_array_add (rows, row);
      if (step->op != DESK_STEP_TAX)
        before = step->result;
    }
  if (end != NULL)
    g_ptr_array_add (rows, end);
  add_free_age (desk_explain_property (source, posting), posting, rows);
}
