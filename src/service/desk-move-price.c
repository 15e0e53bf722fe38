/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-move-private.h"

#include "desk-adjust.h"
#include "desk-amount.h"
#include "desk-posting-table.h"

/*
 * What the nights cost after a move, and what the house gives with it. A night
 * that is posted keeps its lines: where it becomes cheaper, an allowance answers
 * its room.
 */

/**
 * Given:
 * @minor: what the guest gains
 * @n: in how many nights
 * @first: the first of them
 * @evidence: the lower price follows from a lower room type
 * @n_types: how many room types better than the one that is paid for, at most
 */
typedef struct
{
  gint64   minor;
  gint64   n;
  DeskDate first;
  gboolean evidence;
  int      n_types;
} Given;

/* In minor units; NULL where the night has no price of its own. */
char *
desk_move_price_to_string (gboolean has_price,
                           gint64   price_minor)
{
  return has_price ? g_strdup_printf ("%" G_GINT64_FORMAT, price_minor) : NULL;
}

static const DeskRatePlan *
get_plan (const DeskMove         *self,
          const DeskNightRecord  *night)
{
  return desk_property_get_plan (desk_house_get_property (self->billing->house), night->plan);
}

/**
 * desk_move_list_price:
 * @self: a move
 * @night: one of its nights, which says under which plan
 * @room_type: a room type
 *
 * Returns: the list price of that type, 0 where the plan has none
 */
gint64
desk_move_list_price (const DeskMove         *self,
                      const DeskNightRecord  *night,
                      const char             *room_type)
{
  const DeskRatePlan *plan = get_plan (self, night);
  gint64 price = 0;

  if (plan != NULL)
    desk_rate_plan_get_list_price (plan, room_type, &price);
  return price;
}

static gint64
get_agreed (const DeskMove         *self,
            const DeskNightRecord  *night)
{
  const DeskRatePlan *plan = get_plan (self, night);

  if (night->has_price)
    return night->price_minor;
  return plan != NULL ? plan->price_minor : 0;
}

static gboolean
add_given (Given     *given,
           gint64     minor,
           DeskDate   date,
           gboolean   evidence,
           GError   **error)
{
  if (given->n == 0)
    given->first = date;
  given->evidence = evidence && (given->n == 0 || given->evidence);
  given->n++;
  return desk_amount_add (given->minor, minor, &given->minor, error);
}

/* The room line of a night, or NULL. */
static const DeskPosting *
find_room_line (const GPtrArray        *lines,
                const DeskNightRecord  *night,
                const char             *code)
{
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      if (line->kind == DESK_POSTING_CHARGE && line->stay_date == night->date &&
          g_strcmp0 (line->code, code) == 0)
        return line;
    }
  return NULL;
}

/* The part of a posted night that is charged too much now. */
static gboolean
answer_night (DeskMove               *self,
              const DeskNightRecord  *night,
              gint64                  target,
              gboolean                evidence,
              GError                **error)
{
  const DeskRatePlan *plan = get_plan (self, night);
  g_autoptr (GPtrArray) lines =
    desk_posting_table_load_folio (desk_house_get_db (self->billing->house),
                                   self->billing->folio->id, error);
  DeskAdjusterInfo info = { lines, self->billing->business_date, self->billing->stay->arrival,
                            desk_house_lookup_property, self->billing->house };
  DeskAnswer answer = { DESK_POSTING_ALLOWANCE, 0, 1, 0, self->action->reason, "desk" };
  g_autoptr (DeskAdjuster) adjuster = NULL;
  g_autoptr (GPtrArray) made = NULL;
  const DeskPosting *line;
  DeskGiving *giving;
  DeskLeft left;

  if (lines == NULL)
    return FALSE;
  line = plan != NULL ? find_room_line (lines, night, plan->code) : NULL;
  if (line == NULL)
    return TRUE;
  adjuster = desk_adjuster_new (&info);
  if (!desk_adjuster_get_left (adjuster, line->line, &left, error))
    return FALSE;
  if (left.amount_minor <= target)
    return TRUE;

  answer.line = line->line;
  answer.unit_minor = target - left.amount_minor;
  if (!desk_adjuster_answer (adjuster, &answer, error))
    return FALSE;
  giving = desk_plan_add_giving (self->plan, "allowance", self->action->reason,
                                 -answer.unit_minor);
  giving->code = g_strdup (plan->code);
  giving->for_date = night->date;
  giving->line = (int) self->plan->lines->len;
  giving->cost_minor = giving->value_minor;
  giving->evidence = evidence;
  made = desk_adjuster_steal_lines (adjuster);
  g_ptr_array_extend_and_steal (self->plan->lines, g_steal_pointer (&made));
  return TRUE;
}

/* A night to come: its price and, where the new type is charged, its type. */
static void
reprice_night (DeskMove         *self,
               DeskNightRecord  *night,
               gint64            target)
{
  g_autofree char *date = desk_date_to_string (night->date);
  g_autofree char *from = desk_move_price_to_string (night->has_price, night->price_minor);
  g_autofree char *to = desk_move_price_to_string (TRUE, target);

  if (target != get_agreed (self, night))
    {
      desk_plan_add_effect (self->plan, DESK_EFFECT_NIGHT_PRICE, night->stay_id, date, from, to);
      night->has_price = TRUE;
      night->price_minor = target;
    }
  if (self->action->price == DESK_MOVE_NEW &&
      g_strcmp0 (night->room_type, self->to->room_type) != 0)
    {
      desk_plan_add_effect (self->plan, DESK_EFFECT_NIGHT_TYPE, night->stay_id, date,
                            night->room_type, self->to->room_type);
      g_free (night->room_type);
      night->room_type = g_strdup (self->to->room_type);
    }
}

/* The type of the room that is left; without one, the type that was booked. */
static gboolean
dup_old_type (const DeskMove         *self,
              const DeskNightRecord  *night,
              char                  **type,
              GError                **error)
{
  g_autoptr (DeskRoomRecord) room = NULL;

  if (night->room_id == 0)
    {
      *type = g_strdup (night->room_type);
      return TRUE;
    }
  room = desk_room_table_get (desk_house_get_db (self->billing->house), night->room_id, error);
  if (room == NULL)
    return FALSE;
  *type = g_steal_pointer (&room->room_type);
  return TRUE;
}

/* Counted from the type that is paid for, so that two moves are no way around it. */
static void
count_types (const DeskMove         *self,
             const DeskNightRecord  *night,
             Given                  *upgrade)
{
  const DeskRatePlan *plan = get_plan (self, night);

  if (plan != NULL)
    upgrade->n_types =
      MAX (upgrade->n_types,
           desk_rate_plan_count_types (plan, night->room_type, self->to->room_type));
}

static gboolean
price_night (DeskMove         *self,
             DeskNightRecord  *night,
             Given            *upgrade,
             Given            *lowered,
             GError          **error)
{
  gint64 list_to = desk_move_list_price (self, night, self->to->room_type);
  gint64 agreed = get_agreed (self, night);
  gint64 target = agreed;
  g_autofree char *type = NULL;
  gint64 better;
  gboolean evidence;

  if (!dup_old_type (self, night, &type, error))
    return FALSE;
  better = list_to - desk_move_list_price (self, night, type);
  evidence = better < 0;
  if (self->action->price == DESK_MOVE_NEW)
    target = list_to;
  else if (self->action->price == DESK_MOVE_AT)
    target = self->action->unit_minor;

  better -= MAX (target - agreed, 0);
  if (self->action->price != DESK_MOVE_NEW && better > 0)
    {
      count_types (self, night, upgrade);
      if (!add_given (upgrade, better, night->date, FALSE, error))
        return FALSE;
    }
  if (night->posted)
    return target >= agreed || answer_night (self, night, target, evidence, error);
  if (target < agreed && !add_given (lowered, agreed - target, night->date, evidence, error))
    return FALSE;
  if (self->action->price != DESK_MOVE_KEEP)
    reprice_night (self, night, target);
  return TRUE;
}

static void
give (DeskMove    *self,
      const char  *kind,
      const Given *given,
      gint64       cost_minor)
{
  DeskGiving *giving;

  if (given->minor <= 0)
    return;
  giving = desk_plan_add_giving (self->plan, kind, self->action->reason, given->minor);
  giving->code = g_strdup (self->to->room_type);
  giving->for_date = given->first;
  giving->quantity = given->n;
  giving->cost_minor = cost_minor;
  giving->evidence = given->evidence;
  giving->n_types = given->n_types;
}

static gboolean
judge_price (DeskMove *self)
{
  const DeskRatePlan *plan = desk_property_get_plan (
    desk_house_get_property (self->billing->house), self->billing->stay->rate_plan);
  gint64 price;

  if (self->action->price == DESK_MOVE_AT &&
      (!self->action->has_unit || self->action->unit_minor < 0))
    desk_plan_refuse (self->plan, desk_message_new ("price-needed",
                                                    N_("At which price? Name it.")));
  else if (self->action->price == DESK_MOVE_NEW &&
           (plan == NULL || !desk_rate_plan_get_list_price (plan, self->to->room_type, &price)))
    desk_plan_refuse (self->plan,
                      desk_message_text (
                        desk_message_new ("no-list-price",
                                          /* Translators: {type} is a room type */
                                          N_("There is no list price for {type}. Name a price.")),
                        "type", self->to->room_type));
  else
    return TRUE;
  return FALSE;
}

/**
 * desk_move_price:
 * @self: a move that may be done; its nights still have their rooms
 * @error: return location for a #GError
 *
 * Plans what the nights cost in the new room, and what is given with it.
 *
 * Returns: %FALSE where a line could not be made
 */
gboolean
desk_move_price (DeskMove  *self,
                 GError   **error)
{
  GPtrArray *nights = self->billing->nights;
  Given upgrade = { 0 };
  Given lowered = { 0 };
  guint i;

  if (!judge_price (self))
    return TRUE;
  for (i = 0; i < nights->len; i++)
    {
      DeskNightRecord *night = g_ptr_array_index (nights, i);

      if (night->date >= self->first &&
          !price_night (self, night, &upgrade, &lowered, error))
        return FALSE;
    }
  give (self, "upgrade", &upgrade, 0);
  give (self, "rate", &lowered, lowered.minor);
  return TRUE;
}
