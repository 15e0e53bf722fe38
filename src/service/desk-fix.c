/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fix-private.h"

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-vat.h"

/*
 * Putting right: an error of the house, with what shows that it was one. The
 * associate says what is right; the posting follows from the day of the line.
 * Without evidence it is a gesture, and `off` gives it.
 */

#define MAX_QUANTITY 9999

/* A mistake of whoever filled the action in, and told as one. */
static gboolean
check_action (const DeskAction  *action,
              GError           **error)
{
  const char *why = NULL;

  if (action->lines == NULL || action->lines->len == 0)
    why = N_("putting right begins with the line that is wrong");
  else if (!action->none && !action->has_unit && !action->has_quantity)
    why = N_("say what would be right: a price, a quantity or none");
  else if (action->none && (action->has_unit || action->has_quantity))
    why = N_("none is right, or a price or quantity, not both");
  else if (action->has_unit && action->unit_minor < 0)
    why = N_("a price is not negative");
  else if (action->has_quantity && (action->quantity < 1 || action->quantity > MAX_QUANTITY))
    why = N_("a quantity is a whole number from 1 to 9999; say none for none");
  if (why != NULL)
    desk_complain (error, DESK_ERROR_INVALID, desk_message_new (NULL, why));
  return why == NULL;
}

static void
judge_folio (const DeskBilling *billing,
             DeskPlan          *plan)
{
  if (!billing->folio->open)
    desk_plan_refuse (plan, desk_message_new ("folio-closed", N_("The bill is closed.")));
}

static gboolean
is_levy (const DeskFix *self,
         int            number)
{
  const DeskPosting *line = desk_adjuster_get_line (self->adjuster, number);

  return line != NULL && line->kind == DESK_POSTING_TAX;
}

static gboolean
fix_lines (DeskFix  *self,
           GError  **error)
{
  const DeskTax *levy = NULL;
  g_autoptr (GPtrArray) made = NULL;
  guint i;

  for (i = 0; i < self->action->lines->len; i++)
    {
      int number = g_array_index (self->action->lines, gint, i);

      if (!desk_fix_line (self, number, error))
        return FALSE;
      if (is_levy (self, number))
        levy = desk_property_get_tax (self->property,
                                      desk_adjuster_get_line (self->adjuster, number)->tax);
    }
  made = desk_adjuster_steal_lines (self->adjuster);
  g_ptr_array_extend_and_steal (self->plan->lines, g_steal_pointer (&made));
  if (levy == NULL || levy->kind != DESK_TAX_PERSON_NIGHT || !self->action->has_quantity)
    return TRUE;
  return desk_fix_persons (self->billing, levy, self->action->quantity, self->plan, error);
}

/* The sentence names the posting that follows, so that nobody has to choose it. */
static DeskMessage *
new_sentence (const GArray      *lines,
              const DeskPosting *first,
              gint64             sum_minor)
{
  gboolean one = lines->len == 1;
  DeskMessage *sentence;

  /* One line is named by its number. Of several it is said how many: a language may count
   * 21 of them like one. */
  if (sum_minor > 0)
    sentence = one
      ? desk_message_new ("dearer",
                          /* Translators: a line of the bill was too low; {amount} is added */
                          N_("{guest} pays {amount} more: line {line} is put right."))
      : desk_message_new_plural ("dearer", "{guest} pays {amount} more: {n} line is put right.",
                                 "{guest} pays {amount} more: {n} lines are put right.",
                                 lines->len);
  else if (first != NULL && first->kind == DESK_POSTING_ALLOWANCE)
    sentence = one
      ? desk_message_new ("allowance",
                          /* Translators: the day of the line is closed, so the difference is
                           * posted today */
                          N_("Allowance for {guest} on line {line}: {amount}."))
      : desk_message_new_plural ("allowance", "Allowance for {guest} on {n} line: {amount}.",
                                 "Allowance for {guest} on {n} lines: {amount}.", lines->len);
  else
    sentence = one
      ? desk_message_new ("correction",
                          /* Translators: the day of the line is open, so it is taken back and
                           * posted right */
                          N_("Correction for {guest} of line {line}: {amount}."))
      : desk_message_new_plural ("correction", "Correction for {guest} of {n} line: {amount}.",
                                 "Correction for {guest} of {n} lines: {amount}.", lines->len);
  return desk_message_integer (sentence, "line", DESK_ARG_INT, g_array_index (lines, gint, 0));
}

static gboolean
say_what (const DeskFix  *self,
          GError        **error)
{
  g_autofree char *guest = desk_billing_dup_guest_name (self->billing, error);
  const DeskPosting *first =
    self->plan->lines->len > 0 ? g_ptr_array_index (self->plan->lines, 0) : NULL;
  DeskMessage *sentence;
  gint64 sum;

  if (guest == NULL || !desk_window_balance (self->plan->lines, 0, &sum, error))
    return FALSE;
  sentence = new_sentence (self->action->lines, first, sum);
  desk_message_text (sentence, "guest", guest);
  self->plan->sentence = desk_message_integer (sentence, "amount", DESK_ARG_MONEY, sum);
  return TRUE;
}

static gboolean
judge_lines (DeskFix  *self,
             GError  **error)
{
  const GArray *lines = self->action->lines;
  guint i;
  guint j;

  for (i = 0; i < lines->len; i++)
    {
      for (j = 0; j < i; j++)
        {
          if (g_array_index (lines, gint, i) == g_array_index (lines, gint, j))
            {
              return desk_complain (
                error, DESK_ERROR_INVALID,
                desk_message_integer (desk_message_new (NULL, N_("line {n} is named twice")), "n",
                                      DESK_ARG_INT, g_array_index (lines, gint, i)));
            }
        }
      if (!desk_fix_judge_line (self, g_array_index (lines, gint, i), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
desk_plan_fix (DeskBilling        *billing,
               const DeskContext  *context,
               const DeskAction   *action,
               DeskPlan           *plan,
               GError            **error)
{
  const GPtrArray *folio = NULL;
  g_autoptr (DeskAdjuster) adjuster = NULL;
  g_autoptr (GPtrArray) own = NULL;
  DeskFix self = { .billing = billing, .action = action, .plan = plan };
  DeskAdjusterInfo info = { 0 };

  if (!check_action (action, error))
    return FALSE;
  folio = desk_billing_get_lines (billing, error);
  if (folio == NULL)
    return FALSE;

  info.lines = folio;
  info.business_date = billing->business_date;
  info.arrival = billing->stay->arrival;
  info.lookup = desk_house_lookup_property;
  info.user_data = billing->house;
  adjuster = desk_adjuster_new (&info);
  self.property = desk_house_get_property (billing->house);
  self.adjuster = adjuster;
  self.folio = folio;

  if (!desk_fix_load_own (&self, context, error))
    return FALSE;
  own = self.own;
  judge_folio (billing, plan);
  if (!judge_lines (&self, error) ||
      (plan->refused->len == 0 && !desk_fix_find_evidence (&self, error)) ||
      (plan->refused->len == 0 && !fix_lines (&self, error)))
    return FALSE;
  return say_what (&self, error);
}
