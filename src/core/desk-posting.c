/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-posting.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-error.h"

/* Room for so many is made at once; there may be more. */
#define USUAL_STEPS 4

static const char *const kind_names[] = {
  [DESK_POSTING_CHARGE] = "charge",
  [DESK_POSTING_TAX] = "tax",
  [DESK_POSTING_PAYMENT] = "payment",
  [DESK_POSTING_PAID_OUT] = "paid-out",
  [DESK_POSTING_ROUNDING] = "rounding",
  [DESK_POSTING_CORRECTION] = "correction",
  [DESK_POSTING_ALLOWANCE] = "allowance",
  [DESK_POSTING_CREDIT_NOTE] = "credit-note",
  [DESK_POSTING_GOODWILL] = "goodwill",
  [DESK_POSTING_RETURN] = "return",
  [DESK_POSTING_TRANSFER] = "transfer",
};

static const char *const op_names[] = {
  [DESK_STEP_TAKE] = "take",
  [DESK_STEP_TIMES] = "times",
  [DESK_STEP_ADD] = "add",
  [DESK_STEP_LESS] = "less",
  [DESK_STEP_NET] = "net",
  [DESK_STEP_PERCENT] = "percent",
  [DESK_STEP_ROUND] = "round",
  [DESK_STEP_CAP] = "cap",
  [DESK_STEP_TAX] = "tax",
};

static gboolean
find_name (const char        *text,
           const char *const *names,
           guint              n_names,
           guint             *out)
{
  guint i;

  for (i = 0; i < n_names; i++)
    {
      if (strcmp (text, names[i]) == 0)
        {
          *out = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * desk_posting_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): the word that is stored and printed
 */
const char *
desk_posting_kind_to_string (DeskPostingKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * desk_posting_kind_parse:
 * @text: a word
 * @out: (out): the kind it names
 *
 * Returns: %FALSE where there is no such kind
 */
gboolean
desk_posting_kind_parse (const char      *text,
                         DeskPostingKind *out)
{
  guint found;

  if (!find_name (text, kind_names, G_N_ELEMENTS (kind_names), &found))
    return FALSE;
  *out = (DeskPostingKind) found;
  return TRUE;
}

/**
 * desk_step_op_to_string:
 * @op: an operation
 *
 * Returns: (transfer none): the word that is stored and printed
 */
const char *
desk_step_op_to_string (DeskStepOp op)
{
  g_return_val_if_fail ((gsize) op < G_N_ELEMENTS (op_names), NULL);

  return op_names[op];
}

/**
 * desk_step_op_parse:
 * @text: a word
 * @out: (out): the operation it names
 *
 * Returns: %FALSE where there is no such operation
 */
gboolean
desk_step_op_parse (const char *text,
                    DeskStepOp *out)
{
  guint found;

  if (!find_name (text, op_names, G_N_ELEMENTS (op_names), &found))
    return FALSE;
  *out = (DeskStepOp) found;
  return TRUE;
}

/**
 * desk_step_input_is_amount:
 * @op: an operation
 *
 * Returns: whether the input of such a step is in minor units, to be shown as an
 *   amount; otherwise it is a plain number or none
 */
gboolean
desk_step_input_is_amount (DeskStepOp op)
{
  switch (op)
    {
    case DESK_STEP_TAKE:
    case DESK_STEP_ADD:
    case DESK_STEP_LESS:
    case DESK_STEP_CAP:
    case DESK_STEP_TAX:
    case DESK_STEP_PERCENT:
    case DESK_STEP_ROUND:
      return TRUE;
    case DESK_STEP_TIMES:
    case DESK_STEP_NET:
    default:
      return FALSE;
    }
}

/* @rate per cent of @base, exactly. */
static gboolean
take_percent (DeskRational   base,
              const char    *rate,
              DeskRational  *out,
              GError       **error)
{
  DeskRational percent;

  if (rate == NULL)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_INVALID, "the step has no rate");
      return FALSE;
    }
  return desk_rational_parse (rate, &percent, error) &&
         desk_rational_div (percent, desk_rational_from_int (100), &percent, error) &&
         desk_rational_mul (base, percent, out, error);
}

/* Rounds as a text such as "half-up/5" says. */
static gboolean
round_as_said (DeskRational   before,
               const char    *rounding,
               DeskRational  *out,
               GError       **error)
{
  const char *slash = rounding != NULL ? strchr (rounding, '/') : NULL;
  g_autofree char *mode_text = NULL;
  DeskRounding mode;
  DeskRational step;
  gint64 rounded;

  if (slash != NULL)
    mode_text = g_strndup (rounding, (gsize) (slash - rounding));
  if (slash == NULL || !desk_rounding_parse (mode_text, &mode) ||
      !desk_rational_parse (slash + 1, &step, NULL) ||
      !desk_rational_is_integer (step) || step.num < 1 || step.num > DESK_AMOUNT_MAX_MINOR)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "\"%s\" is not a rounding",
                   rounding != NULL ? rounding : "");
      return FALSE;
    }
  if (!desk_rational_round (before, mode, (gint64) step.num, &rounded, error))
    return FALSE;

  *out = desk_rational_from_int (rounded);
  return TRUE;
}

/* Whether @limit is less than @before. */
static gboolean
is_capped (DeskRational   before,
           DeskRational   limit,
           gboolean      *capped,
           GError       **error)
{
  DeskRational room;

  if (!desk_rational_sub (limit, before, &room, error))
    return FALSE;
  *capped = room.num < 0;
  return TRUE;
}

static gboolean
check_share (const DeskStep  *self,
             GError         **error)
{
  DeskRational share;
  g_autofree char *stored = NULL;
  g_autofree char *exact = NULL;

  if (!take_percent (self->input, self->rate, &share, error))
    return FALSE;
  if (desk_rational_equal (share, self->result))
    return TRUE;

  stored = desk_rational_to_string (self->result);
  exact = desk_rational_to_string (share);
  g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID,
               "the share of tax %s is given as %s, but it is %s",
               self->rule != NULL ? self->rule : "", stored, exact);
  return FALSE;
}

/* A step that names the number it works on must go on from it. */
static gboolean
continues (const DeskStep  *self,
           DeskRational     before,
           GError         **error)
{
  if (desk_rational_equal (self->input, before))
    return TRUE;
  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_INVALID,
                       "it does not go on from the number before it");
  return FALSE;
}

/**
 * desk_step_run:
 * @self: a step
 * @before: the number before it
 * @after: (out): the number after it
 * @error: return location for a #GError
 *
 * Calculates what the step says, without looking at the result stored in it. A
 * tax step stands beside the arithmetic: it leaves the number as it is, and its
 * share is checked instead.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where the step cannot be carried out,
 *   %DESK_ERROR_OVERFLOW where the result cannot be exact
 */
gboolean
desk_step_run (const DeskStep  *self,
               DeskRational     before,
               DeskRational    *after,
               GError         **error)
{
  gboolean capped;

  switch (self->op)
    {
    case DESK_STEP_TAKE:
      *after = self->input;
      return TRUE;
    case DESK_STEP_TIMES:
      return desk_rational_mul (before, self->input, after, error);
    case DESK_STEP_ADD:
      return desk_rational_add (before, self->input, after, error);
    case DESK_STEP_LESS:
      return desk_rational_sub (before, self->input, after, error);
    case DESK_STEP_NET:
      return desk_rational_div (before, self->input, after, error);
    case DESK_STEP_PERCENT:
      return continues (self, before, error) && take_percent (before, self->rate, after, error);
    case DESK_STEP_ROUND:
      return continues (self, before, error) &&
             round_as_said (before, self->rounding, after, error);
    case DESK_STEP_CAP:
      if (!is_capped (before, self->input, &capped, error))
        return FALSE;
      *after = capped ? self->input : before;
      return TRUE;
    case DESK_STEP_TAX:
      if (!check_share (self, error))
        return FALSE;
      *after = before;
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
clear_step (gpointer data)
{
  DeskStep *step = data;

  g_free (step->rule);
  g_free (step->rate);
  g_free (step->rounding);
}

/**
 * desk_posting_new:
 *
 * Returns: (transfer full): a charge of nothing in window 1, without steps
 */
DeskPosting *
desk_posting_new (void)
{
  DeskPosting *self = g_new0 (DeskPosting, 1);

  self->window = 1;
  self->steps = g_array_sized_new (FALSE, TRUE, sizeof (DeskStep), USUAL_STEPS);
  g_array_set_clear_func (self->steps, clear_step);
  return self;
}

/**
 * desk_posting_free:
 * @self: (transfer full) (nullable): a posting
 */
void
desk_posting_free (DeskPosting *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->tax_class);
  g_free (self->tax);
  g_free (self->room);
  g_free (self->check);
  g_free (self->text);
  g_free (self->reason);
  g_free (self->by);
  g_free (self->allowed_by);
  g_free (self->desk);
  g_array_unref (self->steps);
  g_free (self);
}

/**
 * desk_posting_add_step:
 * @self: a posting being made
 * @op: what is done
 * @rule: (nullable): where the number comes from
 * @input: what it is done with
 * @result: the number afterwards
 *
 * Adds a step at the end. Rate, mode and rounding are set on
 * desk_posting_last_step().
 */
void
desk_posting_add_step (DeskPosting  *self,
                       DeskStepOp    op,
                       const char   *rule,
                       DeskRational  input,
                       DeskRational  result)
{
  DeskStep step = { .op = op, .rule = g_strdup (rule), .input = input, .result = result };

  g_array_append_val (self->steps, step);
}

/**
 * desk_posting_last_step:
 * @self: a posting with at least one step
 *
 * Returns: (transfer none): the step added last, until the next is added
 */
DeskStep *
desk_posting_last_step (DeskPosting *self)
{
  g_return_val_if_fail (self->steps->len > 0, NULL);

  return &g_array_index (self->steps, DeskStep, self->steps->len - 1);
}

/**
 * desk_posting_get_step:
 * @self: a posting
 * @index: from 0, below the number of steps
 *
 * Returns: (transfer none): that step
 */
DeskStep *
desk_posting_get_step (const DeskPosting *self,
                       guint              index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return &g_array_index (self->steps, DeskStep, index);
}

static gboolean
refuse (const DeskPosting  *self,
        const char         *why,
        GError            **error)
{
  g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "line %d: %s", self->line, why);
  return FALSE;
}

static gboolean
check_numbers (const DeskPosting  *self,
               GError            **error)
{
  g_autoptr (GError) overflow = NULL;
  gint64 product;

  if (self->amount_minor > DESK_AMOUNT_MAX_MINOR || self->amount_minor < -DESK_AMOUNT_MAX_MINOR)
    return refuse (self, "the amount is more than an amount may be", error);
  if (!desk_amount_times (self->unit_minor, self->quantity, &product, &overflow))
    return refuse (self, overflow->message, error);
  if (product != self->amount_minor)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID,
                   "line %d: %" G_GINT64_FORMAT " times %" G_GINT64_FORMAT " is %" G_GINT64_FORMAT
                   ", but the amount is %" G_GINT64_FORMAT,
                   self->line, self->quantity, self->unit_minor, product, self->amount_minor);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_references (const DeskPosting  *self,
                  GError            **error)
{
  gboolean of_tax = self->kind == DESK_POSTING_TAX || self->kind == DESK_POSTING_ROUNDING ||
                    self->answers != 0;

  if (self->parent < 0 || (self->line > 0 && self->parent >= self->line))
    return refuse (self, "it stands under a line that does not come before it", error);
  if (self->answers < 0 || (self->line > 0 && self->answers >= self->line))
    return refuse (self, "it answers a line that does not come before it", error);
  if (self->tax != NULL && !of_tax)
    return refuse (self, "only a tax, its rounding and what answers it name the rule of a tax",
                   error);
  if (self->tax == NULL && self->kind == DESK_POSTING_TAX)
    return refuse (self, "a tax names no rule", error);
  return TRUE;
}

/* Runs step @index on @number and compares with what is stored. */
static gboolean
check_step (const DeskPosting  *self,
            guint               index,
            DeskRational       *number,
            GError            **error)
{
  const DeskStep *step = desk_posting_get_step (self, index);
  g_autofree char *stored = NULL;
  g_autofree char *calculated = NULL;

  if (!desk_step_run (step, *number, number, error))
    {
      g_prefix_error (error, "line %d: step %u (%s): ", self->line, index + 1,
                      desk_step_op_to_string (step->op));
      return FALSE;
    }
  if (step->op == DESK_STEP_TAX || desk_rational_equal (*number, step->result))
    return TRUE;

  stored = desk_rational_to_string (step->result);
  calculated = desk_rational_to_string (*number);
  g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "line %d: step %u (%s) says %s, but it is %s",
               self->line, index + 1, desk_step_op_to_string (step->op), stored, calculated);
  return FALSE;
}

static gboolean
check_steps (const DeskPosting  *self,
             GError            **error)
{
  DeskRational number = DESK_RATIONAL_ZERO;
  gboolean begun = FALSE;
  g_autofree char *text = NULL;
  guint i;

  for (i = 0; i < self->steps->len; i++)
    {
      DeskStepOp op = desk_posting_get_step (self, i)->op;

      if (!begun && op != DESK_STEP_TAKE && op != DESK_STEP_TAX)
        return refuse (self, "its arithmetic does not begin with a number taken", error);
      begun = begun || op == DESK_STEP_TAKE;
      if (!check_step (self, i, &number, error))
        return FALSE;
    }

  if (!begun)
    return refuse (self, "it has no arithmetic", error);
  if (desk_rational_equal (number, desk_rational_from_int (self->amount_minor)))
    return TRUE;

  text = desk_rational_to_string (number);
  g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID,
               "line %d: after step %u it comes to %s, but the amount is %" G_GINT64_FORMAT,
               self->line, self->steps->len, text, self->amount_minor);
  return FALSE;
}

/**
 * desk_posting_check:
 * @self: a posting
 * @error: return location for a #GError
 *
 * Calculates the line again from its steps. Nothing is written to a ledger, and
 * nothing read from it is believed, without this.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID naming the line, the step and both
 *   numbers, or %DESK_ERROR_OVERFLOW where a step cannot be exact
 */
gboolean
desk_posting_check (const DeskPosting  *self,
                    GError            **error)
{
  return check_numbers (self, error) &&
         check_references (self, error) &&
         check_steps (self, error);
}

/**
 * desk_posting_is_charge:
 * @self: a line of a folio
 *
 * Payments, cash paid out and the rounding of cash bear no tax and are in no VAT table.
 *
 * Returns: whether it is part of what was charged; otherwise it is how that was paid
 */
gboolean
desk_posting_is_charge (const DeskPosting *self)
{
  switch (self->kind)
    {
    case DESK_POSTING_PAYMENT:
    case DESK_POSTING_PAID_OUT:
      return FALSE;
    case DESK_POSTING_ROUNDING:
      return self->tax != NULL;
    case DESK_POSTING_CHARGE:
    case DESK_POSTING_TAX:
    case DESK_POSTING_CORRECTION:
    case DESK_POSTING_ALLOWANCE:
    case DESK_POSTING_CREDIT_NOTE:
    case DESK_POSTING_GOODWILL:
    case DESK_POSTING_RETURN:
    case DESK_POSTING_TRANSFER:
    default:
      return TRUE;
    }
}

/**
 * desk_posting_find_tax:
 * @self: a posting
 * @tax: name of a rule
 *
 * Returns: (transfer none) (nullable): the step that says how the line bears that
 *   tax, or %NULL where it does not
 */
const DeskStep *
desk_posting_find_tax (const DeskPosting *self,
                       const char        *tax)
{
  guint i;

  for (i = 0; i < self->steps->len; i++)
    {
      const DeskStep *step = desk_posting_get_step (self, i);

      if (step->op == DESK_STEP_TAX && strcmp (step->rule, tax) == 0)
        return step;
    }
  return NULL;
}

/**
 * desk_posting_get_day:
 * @self: a posting
 *
 * What answers another line bears that line's night, so that its taxes fall where they
 * rose; but it was given on the day it was posted, and that is the day a bill shows.
 *
 * Returns: the day a reader of the bill sees: of the night, or of the posting
 */
DeskDate
desk_posting_get_day (const DeskPosting *self)
{
  if (self->answers != 0 || self->kind == DESK_POSTING_GOODWILL ||
      self->stay_date == DESK_DATE_NONE)
    return self->business_date;
  return self->stay_date;
}
