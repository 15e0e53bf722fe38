/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-room-table.h"

#define MAX_QUANTITY 9999
#define MAX_WINDOW 8

/* The code of a plan's action must exist and be of the right kind: a mistake of
 * whoever filled the action in, and told as one. */
const DeskCode *
desk_action_find_code (const DeskAction  *action,
                       DeskBilling       *billing,
                       DeskCodeKind       kind,
                       GError           **error)
{
  const DeskCode *code =
    action->code != NULL
      ? desk_property_get_code (desk_house_get_property (billing->house), action->code)
      : NULL;

  if (code != NULL && code->kind == kind)
    return code;
  desk_complain_of (error, DESK_ERROR_INVALID,
                    kind == DESK_CODE_CHARGE ? N_("\"{word}\" is nothing that can be charged")
                                             : N_("\"{word}\" is not a means of payment"),
                    action->code != NULL ? action->code : "");
  return NULL;
}

gboolean
desk_action_check_window (const DeskAction  *action,
                          GError           **error)
{
  if (action->window >= 1 && action->window <= MAX_WINDOW)
    return TRUE;
  return desk_complain (error, DESK_ERROR_INVALID,
                        desk_message_new (NULL, N_("a folio has the windows w1 to w8")));
}

static gboolean
dup_current_room (DeskBilling  *billing,
                  char        **number,
                  GError      **error)
{
  const DeskNightRecord *night = desk_billing_get_night (billing, billing->business_date);
  g_autoptr (DeskRoomRecord) room = NULL;

  *number = NULL;
  if (night == NULL && billing->nights->len > 0)
    night = g_ptr_array_index (billing->nights, billing->nights->len - 1);
  if (night == NULL || night->room_id == 0)
    return TRUE;

  room = desk_room_table_get (desk_house_get_db (billing->house), night->room_id, error);
  if (room == NULL)
    return FALSE;
  *number = g_steal_pointer (&room->number);
  return TRUE;
}

static void
judge_post (const DeskBilling *billing,
            const DeskAction  *action,
            const DeskCode    *code,
            DeskPlan          *plan)
{
  if (!g_str_equal (billing->stay->state, "in-house"))
    desk_plan_refuse (plan, desk_message_new ("not-in-house",
                                              N_("Only a guest who is in house can be charged.")));
  else if (!billing->folio->open)
    desk_plan_refuse (plan, desk_message_new ("folio-closed", N_("The bill is closed.")));
  else if (!action->has_unit && !code->has_price)
    desk_plan_refuse (plan, desk_message_words (
                              desk_message_new (
                                "price-needed",
                                /* Translators: {article} is something sold at the desk */
                                N_("{article} has no price of its own. Say what one costs.")),
                              "article", &code->words, code->name));
}

/* What still stands of the article with the number of this check. */
static const DeskPosting *
find_posted (const GPtrArray    *folio,
             const DeskAction   *action,
             const DeskAdjuster *adjuster)
{
  guint i;

  for (i = 0; i < folio->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (folio, i);
      DeskLeft left;

      if (line->kind == DESK_POSTING_CHARGE && g_strcmp0 (line->check, action->check) == 0 &&
          g_str_equal (line->code, action->code) &&
          desk_adjuster_get_left (adjuster, line->line, &left, NULL) && left.amount_minor != 0)
        return line;
    }
  return NULL;
}

/* One check is charged once; that it is right all the same, somebody has to say. */
static gboolean
judge_check (DeskBilling       *billing,
             const DeskAction  *action,
             DeskPlan          *plan,
             GError           **error)
{
  const GPtrArray *folio = action->check != NULL ? desk_billing_get_lines (billing, error) : NULL;
  DeskAdjusterInfo info = { .lines = folio };
  g_autoptr (DeskAdjuster) adjuster = NULL;
  const DeskPosting *posted;
  DeskMessage *message;

  if (action->check == NULL)
    return TRUE;
  if (folio == NULL)
    return FALSE;
  adjuster = desk_adjuster_new (&info);
  posted = find_posted (folio, action, adjuster);
  if (posted == NULL)
    return TRUE;

  if (desk_says_something (action->override_reason) || desk_says_something (action->text))
    {
      message = desk_message_new ("already-posted",
                                  N_("{check} is posted as line {line} as well."));
      desk_plan_add_effect (plan, DESK_EFFECT_OVERRIDE, billing->folio->id, message->code, NULL,
                            NULL);
      desk_plan_warn (plan, message);
    }
  else
    {
      /* Translators: {check} is the number of a restaurant check or a minibar sheet */
      message = desk_message_new ("already-posted", N_("{check} is already posted as line {line}. "
                                                       "Say why it is all right, or leave it."));
      desk_plan_refuse (plan, message);
    }
  desk_message_text (message, "check", action->check);
  desk_message_integer (message, "line", DESK_ARG_INT, posted->line);
  return TRUE;
}

/* Who charges less than the house does gives the rest, and says why, as with every gift. */
static void
judge_price (const DeskAction *action,
             const DeskCode   *code,
             DeskPlan         *plan)
{
  DeskMessage *message;

  if (!action->has_unit || !code->has_price || action->unit_minor >= code->price_minor ||
      desk_says_something (action->override_reason) || desk_says_something (action->text))
    return;
  message = desk_message_new ("below-list",
                              /* Translators: {price} is what the article costs in this house */
                              N_("{article} costs {price}. Say why it is charged for less."));
  desk_message_words (message, "article", &code->words, code->name);
  desk_plan_refuse (plan, desk_message_integer (message, "price", DESK_ARG_MONEY,
                                                code->price_minor));
}

/* What posting will do, in one sentence. */
static void
say_what (const DeskChargeSpec *spec,
          const char           *guest,
          DeskPlan             *plan)
{
  DeskMessage *sentence;

  if (spec->check != NULL)
    sentence = desk_message_text (
      desk_message_new ("post",
                        /* Translators: {check} is the number of a restaurant check or a minibar
                         * sheet */
                        N_("Charge {guest}: {article}, {quantity} × {price} ({check}).")),
      "check", spec->check);
  else
    sentence = desk_message_new ("post",
                                 /* Translators: what posting will do: "Charge Anna Kowalska:
                                  * Minibar water, 2 × 3.50" */
                                 N_("Charge {guest}: {article}, {quantity} × {price}."));
  desk_message_text (sentence, "guest", guest);
  desk_message_words (sentence, "article", &spec->code->words, spec->code->name);
  desk_message_integer (sentence, "quantity", DESK_ARG_INT, spec->quantity);
  desk_message_integer (sentence, "price", DESK_ARG_MONEY, spec->unit_minor);
  desk_plan_say (plan, sentence,
                 spec->check != NULL
                   /* Translators: what posting did, see "Charge {guest}:" */
                   ? N_("Charged to {guest}: {article}, {quantity} × {price} ({check}).")
                   /* Translators: what posting did, see "Charge {guest}:" */
                   : N_("Charged to {guest}: {article}, {quantity} × {price}."));
}

static gboolean
check_numbers (const DeskAction  *action,
               GError           **error)
{
  if (action->quantity < 1 || action->quantity > MAX_QUANTITY)
    {
      return desk_complain (error, DESK_ERROR_INVALID,
                            desk_message_new (NULL, N_("a quantity is 1x to 9999x")));
    }
  if (action->has_unit && action->unit_minor < 0)
    {
      return desk_complain (error, DESK_ERROR_INVALID,
                            desk_message_new (NULL, N_("a charge is not negative; give something "
                                                       "back as a return")));
    }
  return desk_action_check_window (action, error);
}

/* Charged below the list, the difference is given: it counts as a lowered price. */
static gboolean
add_giving (const DeskAction  *action,
            const DeskCode    *code,
            DeskPlan          *plan,
            GError           **error)
{
  gint64 below;
  DeskGiving *giving;

  if (!action->has_unit || !code->has_price || action->unit_minor >= code->price_minor)
    return TRUE;
  if (!desk_amount_times (code->price_minor - action->unit_minor, action->quantity, &below, error))
    return FALSE;
  giving = desk_plan_add_giving (plan, "rate", "", below);
  giving->code = g_strdup (code->name);
  giving->line = 0;
  giving->quantity = action->quantity;
  giving->cost_minor = below;
  return TRUE;
}

gboolean
desk_plan_post (DeskBilling        *billing,
                const DeskContext  *context,
                const DeskAction   *action,
                DeskPlan           *plan,
                GError            **error)
{
  const DeskCode *code = desk_action_find_code (action, billing, DESK_CODE_CHARGE, error);
  g_autofree char *guest = desk_billing_dup_guest_name (billing, error);
  g_autofree char *source = NULL;
  g_autofree char *room = NULL;
  g_autoptr (DeskCharger) charger = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  DeskChargeSpec spec = { 0 };

  if (code == NULL || guest == NULL || !check_numbers (action, error) ||
      !dup_current_room (billing, &room, error))
    return FALSE;

  judge_post (billing, action, code, plan);
  judge_price (action, code, plan);
  source = g_strdup_printf ("code:%s", code->name);
  spec.code = code;
  spec.source = action->has_unit ? "desk" : source;
  spec.quantity = action->quantity;
  spec.unit_minor = action->has_unit ? action->unit_minor : code->price_minor;
  spec.window = action->window;
  spec.stay_date = billing->business_date;
  spec.room = room;
  spec.check = action->check;

  say_what (&spec, guest, plan);
  if (!judge_check (billing, action, plan, error))
    return FALSE;
  if (plan->refused->len > 0)
    return TRUE;

  charger = desk_billing_new_charger (billing, NULL, error);
  if (charger == NULL || !desk_charger_post (charger, &spec, NULL, error))
    return FALSE;
  lines = desk_charger_steal_lines (charger);
  g_ptr_array_extend_and_steal (plan->lines, g_steal_pointer (&lines));
  return add_giving (action, code, plan, error);
}
