/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

#include "desk-complain.h"
#include "desk-error.h"

/*
 * A gesture in money: a share or an amount of what the guest pays, for a reason that
 * is no error. A percentage is rounded once for the whole gesture; on several lines it
 * is spread over their tax rules. It opens a case where the guest has none.
 */

/* A mistake of whoever filled the action in, and told as one. */
static gboolean
check_action (const DeskAction  *action,
              DeskRational      *percent,
              GError           **error)
{
  const DeskRational most = desk_rational_from_int (100);
  DeskRational rest;

  *percent = DESK_RATIONAL_ZERO;
  if (action->percent == NULL)
    {
      if (action->amount_minor > 0)
        return TRUE;
      return desk_complain (error, DESK_ERROR_INVALID,
                            desk_message_new (NULL, N_("a gesture is more than nothing: say an "
                                                       "amount or a percentage")));
    }
  if (action->amount_minor != 0)
    {
      return desk_complain (error, DESK_ERROR_INVALID,
                            desk_message_new (NULL, N_("a gesture is an amount or a "
                                                       "percentage, not both")));
    }
  if (!desk_rational_parse (action->percent, percent, error) ||
      !desk_rational_sub (most, *percent, &rest, error))
    return FALSE;
  if (percent->num > 0 && rest.num >= 0)
    return TRUE;
  return desk_complain (error, DESK_ERROR_INVALID,
                        desk_message_new (NULL, N_("a percentage is more than 0 and at most "
                                                   "100")));
}

/* Rounded half away from zero, once for the gesture. */
static gboolean
find_amount (DeskOff       *self,
             DeskRational   percent,
             GError       **error)
{
  DeskRational exact;

  self->amount_minor = self->action->amount_minor;
  if (self->action->percent == NULL)
    return TRUE;
  return desk_rational_mul (percent, desk_rational_from_int (self->base_minor), &exact, error) &&
         desk_rational_div (exact, desk_rational_from_int (100), &exact, error) &&
         desk_rational_round (exact, DESK_ROUNDING_HALF_UP, 1, &self->amount_minor, error);
}

static void
judge (DeskOff *self)
{
  if (!self->billing->folio->open)
    desk_plan_refuse (self->plan, desk_message_new ("folio-closed", N_("The bill is closed.")));
  else if (self->base_minor == 0 || self->amount_minor == 0)
    desk_plan_refuse (self->plan,
                      desk_message_new ("nothing-left",
                                        N_("Nothing that is the house's to give is left there.")));
  else if (self->amount_minor > self->base_minor)
    desk_plan_refuse (self->plan,
                      desk_message_integer (
                        desk_message_new ("more-than-left",
                                          N_("Only {amount} is left there to give.")),
                        "amount", DESK_ARG_MONEY, self->base_minor));
}

/* "10 % of 129.00: Room with breakfast, Thu 3 Sep (line 8)" */
static DeskMessage *
say_line (const DeskOff *self)
{
  const DeskPosting *line =
    desk_adjuster_get_line (self->adjuster, g_array_index (self->lines, gint, 0));
  const DeskCode *code = desk_property_get_code (desk_house_get_property (self->billing->house),
                                                 line->code);
  DeskMessage *what;

  if (self->action->percent != NULL)
    what = desk_message_new (NULL,
                             /* Translators: "10 % of 129.00: Room, Thu 3 Sep (line 8)" */
                             N_("{percent} of {base}: {item}, {day} (line {line})"));
  else
    what = desk_message_new (NULL,
                             /* Translators: "of 129.00: Room, Thu 3 Sep (line 8)" */
                             N_("of {base}: {item}, {day} (line {line})"));
  desk_message_words (what, "item", code != NULL ? &code->words : NULL, line->code);
  desk_message_integer (what, "day", DESK_ARG_DAY,
                        line->stay_date != DESK_DATE_NONE ? line->stay_date : line->business_date);
  return desk_message_integer (what, "line", DESK_ARG_INT, line->line);
}

static DeskMessage *
say_base (const DeskOff *self)
{
  DeskMessage *what;

  if (self->lines->len == 1)
    {
      what = say_line (self);
    }
  else
    {
      /* Translators: {base} is what {n} lines of the bill come to */
      what = self->action->percent != NULL
               ? desk_message_new_plural (NULL, "{percent} of {base} on {n} line",
                                          "{percent} of {base} on {n} lines", self->lines->len)
               : desk_message_new_plural (NULL, "of {base} on {n} line",
                                          "of {base} on {n} lines", self->lines->len);
      desk_message_integer (what, "n", DESK_ARG_INT, self->lines->len);
    }
  if (self->action->percent != NULL)
    desk_message_percent (what, "percent", self->action->percent);
  return desk_message_integer (what, "base", DESK_ARG_AMOUNT, self->base_minor);
}

static void
say_what (DeskOff *self)
{
  DeskMessage *sentence = desk_message_new ("off",
                                            /* Translators: {what} is "10 % of 129.00: Room, Thu
                                             * 3 Sep (line 8)" */
                                            N_("Goodwill of {amount} for {guest}: {what}."));

  desk_message_integer (sentence, "amount", DESK_ARG_MONEY, self->amount_minor);
  desk_message_text (sentence, "guest", self->guest);
  self->plan->sentence = desk_message_nest (sentence, "what", say_base (self));
}

/* One giving for each line, so that the record ties to the ledger line by line. */
static void
add_givings (DeskOff *self)
{
  guint i;

  for (i = 0; i < self->plan->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (self->plan->lines, i);
      DeskGiving *giving = desk_plan_add_giving (self->plan, "goodwill", self->reason->name,
                                                 -line->amount_minor);

      giving->code = g_strdup (line->code);
      giving->for_date = line->stay_date;
      giving->line = (int) i;
      giving->cost_minor = -line->amount_minor;
    }
}

static gboolean
give (DeskOff  *self,
      GError  **error)
{
  DeskSpread spread = { DESK_POSTING_GOODWILL, self->lines, self->amount_minor,
                        self->reason->name, "desk", self->action->percent, self->base_minor };
  g_autoptr (GPtrArray) made = NULL;

  if (!desk_adjuster_spread (self->adjuster, &spread, error))
    return FALSE;
  made = desk_adjuster_steal_lines (self->adjuster);
  g_ptr_array_extend_and_steal (self->plan->lines, g_steal_pointer (&made));
  add_givings (self);
  return desk_off_tell_benefits (self, error);
}

gboolean
desk_plan_off (DeskBilling        *billing,
               const DeskContext  *context,
               const DeskAction   *action,
               DeskPlan           *plan,
               GError            **error)
{
  DeskDb *db = desk_house_get_db (billing->house);
  g_autofree char *guest = desk_billing_dup_guest_name (billing, error);
  const GPtrArray *folio = NULL;
  g_autoptr (GPtrArray) windows = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (DeskAdjuster) adjuster = NULL;
  DeskAdjusterInfo info = { .business_date = billing->business_date,
                            .arrival = billing->stay->arrival,
                            .lookup = desk_house_lookup_property,
                            .user_data = billing->house };
  DeskOff self = { .billing = billing, .action = action, .plan = plan, .lines = lines };
  DeskRational percent;

  if (guest == NULL || !check_action (action, &percent, error))
    return FALSE;
  folio = desk_billing_get_lines (billing, error);
  if (folio == NULL)
    return FALSE;
  windows = desk_folio_table_list_windows (db, billing->folio->id, error);
  if (windows == NULL)
    return FALSE;

  info.lines = folio;
  adjuster = desk_adjuster_new (&info);
  self.adjuster = adjuster;
  self.folio = folio;
  self.windows = windows;
  self.guest = guest;
  if (!desk_find_gesture (billing, action, &self.reason, plan, error))
    return FALSE;
  desk_judge_cause (context, self.reason, plan);
  if (!desk_off_choose_lines (&self, error) || !find_amount (&self, percent, error))
    return FALSE;
  judge (&self);
  say_what (&self);
  return plan->refused->len > 0 || give (&self, error);
}
