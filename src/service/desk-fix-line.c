/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fix-private.h"

#include "desk-amount.h"

/*
 * One line put right. While its day is open the line is taken back and posted as it
 * should have been (a correction); once the day is closed the difference is posted
 * today (an allowance). The associate says what is right and never chooses.
 */

/**
 * Standing:
 * @line: the line
 * @quantity: what is left of its quantity
 * @unit_minor: what one comes to now
 * @amount_minor: what it comes to now, gestures aside
 * @left_minor: what the guest owes of it: gestures counted
 *
 * A line after everything that answered it.
 */
typedef struct
{
  const DeskPosting *line;
  gint64             quantity;
  gint64             unit_minor;
  gint64             amount_minor;
  gint64             left_minor;
} Standing;

/* Whether the night made it, and not somebody at the desk. */
gboolean
desk_fix_is_night_line (const DeskPosting *line)
{
  const DeskStep *step = desk_posting_get_step (line, 0);

  return step != NULL && step->rule != NULL &&
         (g_str_equal (step->rule, "night") || g_str_has_prefix (step->rule, "plan:"));
}

/* What was given is no price: putting an error right leaves a gesture alone. */
static gboolean
sum_gestures (const DeskFix  *self,
              int             number,
              gint64         *out_minor,
              GError        **error)
{
  guint i;

  *out_minor = 0;
  for (i = 0; i < self->folio->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (self->folio, i);

      if (line->answers == number && desk_lines_is_gesture (self->folio, line) &&
          !desk_amount_add (*out_minor, line->amount_minor, out_minor, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_standing (const DeskFix  *self,
               int             number,
               Standing       *standing,
               GError        **error)
{
  DeskLeft left;
  gint64 gestures;

  standing->line = desk_adjuster_get_line (self->adjuster, number);
  if (!desk_adjuster_get_left (self->adjuster, number, &left, error) ||
      !sum_gestures (self, number, &gestures, error) ||
      !desk_amount_sub (left.amount_minor, gestures, &standing->amount_minor, error))
    return FALSE;
  standing->left_minor = left.amount_minor;
  standing->quantity = MAX (left.quantity, 1);
  standing->unit_minor = standing->line->unit_minor;
  if (standing->amount_minor % standing->quantity == 0)
    standing->unit_minor = standing->amount_minor / standing->quantity;
  return TRUE;
}

static gint64
right_quantity (const DeskFix  *self,
                const Standing *standing)
{
  if (self->action->none)
    return 0;
  return self->action->has_quantity ? self->action->quantity : standing->quantity;
}

static gint64
right_unit (const DeskFix  *self,
            const Standing *standing)
{
  return self->action->has_unit ? self->action->unit_minor : standing->unit_minor;
}

/* By how much it changes; never so that less than nothing would be left. */
static gboolean
find_change (const DeskFix   *self,
             const Standing  *standing,
             gint64          *out_minor,
             GError         **error)
{
  gint64 right;

  if (!desk_amount_times (right_unit (self, standing), right_quantity (self, standing), &right,
                          error) ||
      !desk_amount_sub (right, standing->amount_minor, out_minor, error))
    return FALSE;
  *out_minor = MAX (*out_minor, -standing->left_minor);
  return TRUE;
}

static void
refuse_line (const DeskFix *self,
             DeskMessage   *message,
             int            number)
{
  desk_plan_refuse (self->plan, desk_message_integer (message, "line", DESK_ARG_INT, number));
}

static const DeskTax *
find_tax (const DeskFix     *self,
          const DeskPosting *line)
{
  const DeskProperty *property = desk_house_lookup_property (line->config, self->billing->house);

  return property != NULL ? desk_property_get_tax (property, line->tax) : NULL;
}

static DeskMessage *
new_not_a_charge (void)
{
  return desk_message_new ("not-a-charge",
                           N_("Line {line} is not a charge. Only charges and levies are put right "
                              "here."));
}

/* A tax stands for persons and nights and not for a price. */
static gboolean
judge_tax (DeskFix            *self,
           const DeskPosting  *line,
           gboolean           *fits,
           GError            **error)
{
  const DeskTax *tax = find_tax (self, line);

  *fits = FALSE;
  if (tax == NULL)
    refuse_line (self, new_not_a_charge (), line->line);
  else if (tax->kind == DESK_TAX_PERCENT)
    refuse_line (self,
                 desk_message_new ("follows-charge",
                                   N_("Line {line} follows the charge it is reckoned on. Put that "
                                      "one right.")),
                 line->line);
  else if (self->action->has_unit)
    refuse_line (self,
                 desk_message_new ("levy-price",
                                   N_("The amount of a levy is fixed. Say for how many line {line} "
                                      "is right.")),
                 line->line);
  else if (self->action->has_quantity && tax->kind != DESK_TAX_PERSON_NIGHT)
    refuse_line (self,
                 desk_message_new ("levy-once",
                                   N_("Line {line} is due once. Only none could be right.")),
                 line->line);
  else
    {
      *fits = TRUE;
      return !self->action->has_quantity || desk_fix_judge_persons (self, line, tax, error);
    }
  return TRUE;
}

/* Whether the line is of a kind that can be put right with what was said. */
static gboolean
judge_kind (DeskFix            *self,
            const DeskPosting  *line,
            gboolean           *fits,
            GError            **error)
{
  *fits = FALSE;
  if (line->kind == DESK_POSTING_TAX)
    return judge_tax (self, line, fits, error);
  if (line->kind != DESK_POSTING_CHARGE)
    refuse_line (self, new_not_a_charge (), line->line);
  else if (self->action->reason != NULL && g_str_equal (self->action->reason, "twice") &&
           line->check != NULL && desk_fix_find_twin (self, line) == NULL)
    refuse_line (self,
                 desk_message_text (
                   desk_message_new ("has-check",
                                     /* Translators: {check} is the number of a restaurant check
                                      * or a minibar sheet */
                                     N_("Line {line} is the one with its check {check}; the line "
                                        "without one was charged twice.")),
                   "check", line->check),
                 line->line);
  else
    *fits = TRUE;
  return TRUE;
}

/* Refuses in the plan what cannot be put right; says so for each line. */
gboolean
desk_fix_judge_line (DeskFix  *self,
                     int       number,
                     GError  **error)
{
  const DeskPosting *line = desk_adjuster_get_line (self->adjuster, number);
  Standing standing;
  gboolean fits;
  gint64 change;

  if (line == NULL)
    {
      refuse_line (self, desk_message_new ("no-such-line", N_("There is no line {line}.")),
                   number);
      return TRUE;
    }
  if (!judge_kind (self, line, &fits, error))
    return FALSE;
  if (!fits)
    return TRUE;
  if (!find_standing (self, number, &standing, error) ||
      !find_change (self, &standing, &change, error))
    return FALSE;
  if (standing.left_minor == 0 && line->amount_minor != 0)
    refuse_line (self,
                 desk_message_new ("already-nothing",
                                   N_("Nothing is left of line {line} to put right.")),
                 number);
  else if (change == 0)
    refuse_line (self,
                 desk_message_new ("no-change", N_("Line {line} comes to that already.")),
                 number);
  return TRUE;
}

/**
 * desk_fix_sum_change:
 * @self: putting right under way
 * @out_minor: (out): what the named lines would change by in all
 *
 * Returns: %FALSE where that cannot be reckoned
 */
gboolean
desk_fix_sum_change (const DeskFix *self,
                     gint64        *out_minor)
{
  guint i;

  *out_minor = 0;
  for (i = 0; i < self->action->lines->len; i++)
    {
      Standing standing;
      gint64 change;

      if (!find_standing (self, g_array_index (self->action->lines, gint, i), &standing, NULL) ||
          !find_change (self, &standing, &change, NULL) ||
          !desk_amount_add (*out_minor, change, out_minor, NULL))
        return FALSE;
    }
  return TRUE;
}

/* The difference as so many times a unit where it is one, for a bill that reads well. */
static void
fill_difference (const DeskFix  *self,
                 const Standing *standing,
                 gint64          change_minor,
                 DeskAnswer     *answer)
{
  gint64 quantity = right_quantity (self, standing);

  answer->quantity = 1;
  answer->unit_minor = change_minor;
  if (quantity == standing->quantity && change_minor % quantity == 0)
    {
      answer->quantity = quantity;
      answer->unit_minor = change_minor / quantity;
    }
  else if (quantity > 0 && quantity < standing->quantity &&
           change_minor == (quantity - standing->quantity) * standing->unit_minor)
    {
      answer->quantity = standing->quantity - quantity;
      answer->unit_minor = -standing->unit_minor;
    }
}

static gboolean
post_answer (DeskFix         *self,
             const Standing  *standing,
             gint64           change_minor,
             GError         **error)
{
  const DeskPosting *line = standing->line;
  const DeskCode *code = desk_property_get_code (self->property, line->code);
  gboolean open = line->business_date == self->billing->business_date;
  g_autofree char *list = g_strdup_printf ("code:%s", line->code);
  /* What the guest pays more is nobody's allowance. */
  gboolean gains = !open && change_minor < 0;
  DeskAnswer answer = { gains ? DESK_POSTING_ALLOWANCE : DESK_POSTING_CORRECTION, line->line, 0, 0,
                        self->reason != NULL ? self->reason->name : NULL, "desk" };

  if (code != NULL && code->has_price && code->price_minor == right_unit (self, standing))
    answer.source = list;
  else if (!self->action->has_unit && line->kind == DESK_POSTING_CHARGE)
    answer.source = desk_posting_get_step (line, 0)->rule;
  if (open && line->kind == DESK_POSTING_CHARGE && standing->left_minor == line->amount_minor)
    {
      answer.quantity = right_quantity (self, standing);
      answer.unit_minor = right_unit (self, standing);
      return desk_adjuster_replace (self->adjuster, &answer, error);
    }
  fill_difference (self, standing, change_minor, &answer);
  answer.right_quantity = right_quantity (self, standing);
  answer.right_unit_minor = right_unit (self, standing);
  answer.base_minor = standing->amount_minor;
  answer.has_right =
    answer.right_quantity * answer.right_unit_minor - answer.base_minor == change_minor;
  return desk_adjuster_answer (self->adjuster, &answer, error);
}

static gboolean
add_givings (DeskFix            *self,
             const DeskPosting  *line,
             guint               first,
             GError            **error)
{
  const GPtrArray *made = desk_adjuster_get_made (self->adjuster);
  gint64 sum = 0;
  guint i;

  for (i = first; i < made->len; i++)
    {
      if (!desk_amount_add (sum, ((const DeskPosting *) g_ptr_array_index (made, i))->amount_minor,
                            &sum, error))
        return FALSE;
    }
  desk_fix_add_givings (self, line, first, sum);
  return TRUE;
}

/* Makes the lines that put one line right, what is given with them, and, for a levy,
 * the persons it is due for. */
gboolean
desk_fix_line (DeskFix  *self,
               int       number,
               GError  **error)
{
  guint first = desk_adjuster_get_made (self->adjuster)->len;
  Standing standing;
  gint64 change;

  return find_standing (self, number, &standing, error) &&
         find_change (self, &standing, &change, error) &&
         post_answer (self, &standing, change, error) &&
         add_givings (self, standing.line, first, error);
}
