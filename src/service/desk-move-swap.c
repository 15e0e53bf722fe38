/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-move-private.h"

#include "desk-amount.h"
#include "desk-room-night-table.h"

/*
 * The party in the other room: whether it can take this one's in exchange.
 */

static void
refuse_room (DeskMove              *self,
             const DeskRoomRecord  *room,
             const char            *code,
             const char            *msgid)
{
  desk_plan_refuse (self->plan, desk_message_text (desk_message_new (code, msgid), "room",
                                                   room->number));
}

/* Whose the other room is in the first night of the move in which it is anybody's. */
static gboolean
find_holder (DeskMove             *self,
             DeskRoomNightHolder **holder,
             GError              **error)
{
  guint i;

  for (i = 0; i < self->party->nights->len; i++)
    {
      const DeskMoveNight *night = &g_array_index (self->party->nights, DeskMoveNight, i);

      if (!desk_room_night_table_find (desk_house_get_db (self->billing->house), self->to->id,
                                       night->date, holder, error))
        return FALSE;
      if (*holder != NULL)
        return TRUE;
    }
  return TRUE;
}

static gboolean
have_common_night (const DeskMove *self)
{
  guint i;

  for (i = 0; i < self->party->nights->len; i++)
    {
      const DeskMoveNight *night = &g_array_index (self->party->nights, DeskMoveNight, i);

      if (night->room_id == self->party->room->id &&
          desk_party_has_room (self->other, night->date, self->to->id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
lacks_needed (const DeskRoomRecord *from,
              const DeskRoomRecord *to)
{
  return desk_move_has_feature (from, DESK_MOVE_NEEDED) &&
         !desk_move_has_feature (to, DESK_MOVE_NEEDED);
}

/* Somebody who has neither of the two bookings may be in one of the rooms. */
static void
judge_presence (DeskMove *self)
{
  gboolean today = self->first <= self->billing->business_date;
  gboolean other_here = self->other->in_house && today;

  if (other_here && (self->other->room == NULL || self->other->room->id != self->to->id))
    refuse_room (self, self->to, "swap-elsewhere",
                 N_("The party that has room {room} is in another room by now."));
  else if (self->at_once && !other_here && self->to->occupied)
    refuse_room (self, self->to, "room-occupied",
                 N_("Room {room} is occupied by somebody who leaves today. Wait, or choose "
                    "another."));
  else if (other_here && !self->at_once && self->party->room->occupied)
    refuse_room (self, self->party->room, "room-occupied",
                 N_("Room {room} is occupied by somebody who leaves today. Wait, or choose "
                    "another."));
}

static void
judge_other (DeskMove *self)
{
  guint i;

  for (i = 0; i < self->other->stays->len; i++)
    {
      const DeskStayRecord *stay = g_ptr_array_index (self->other->stays, i);

      if (stay->do_not_move)
        desk_move_soft_stop (self, self->to->id,
                             desk_message_text (
                               desk_message_new ("do-not-move",
                                                 N_("{confirmation} shall not be moved.")),
                               "confirmation", stay->confirmation));
    }
  if (lacks_needed (self->to, self->party->room))
    desk_move_soft_stop (self, self->party->room->id,
                         desk_move_new_lacks (self, self->party->room, DESK_MOVE_NEEDED));
}

/**
 * desk_move_find_other:
 * @self: a move that is to be an exchange, and knows where to
 * @error: return location for a #GError
 *
 * Finds the party in the other room, and whether it can go.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_move_find_other (DeskMove  *self,
                      GError   **error)
{
  g_autoptr (DeskRoomNightHolder) holder = NULL;

  if (self->party->room == NULL)
    {
      desk_plan_refuse (self->plan, desk_message_new ("no-room", N_("No room is assigned yet. "
                                                                    "Name one.")));
      return TRUE;
    }
  if (!find_holder (self, &holder, error))
    return FALSE;
  if (holder == NULL || holder->occupancy_id == self->party->occupancy_id)
    {
      refuse_room (self, self->to, "swap-nobody",
                   N_("Nobody else has room {room} in these nights: move there without “swap”."));
      return TRUE;
    }
  if (holder->occupancy_id == 0)
    {
      refuse_room (self, self->to, "room-out-of-order",
                   N_("Room {room} is out of order. Choose another."));
      return TRUE;
    }

  self->other = desk_party_load (self->billing, holder->occupancy_id, self->first, error);
  if (self->other == NULL)
    return FALSE;
  if (self->other->stays->len == 0 || !have_common_night (self))
    {
      refuse_room (self, self->to, "swap-nobody",
                   N_("Nobody else has room {room} in these nights: move there without “swap”."));
      return TRUE;
    }
  judge_presence (self);
  judge_other (self);
  return TRUE;
}

/* What a night in the one type is worth more than in the other, under its plan. */
static gint64
get_gain (const DeskMove         *self,
          const DeskNightRecord  *night)
{
  return desk_move_list_price (self, night, self->party->room->room_type) -
         desk_move_list_price (self, night, self->to->room_type);
}

static int
count_types (const DeskMove         *self,
             const DeskNightRecord  *night)
{
  const DeskRatePlan *plan = desk_property_get_plan (
    desk_house_get_property (self->billing->house), night->plan);

  return plan != NULL ? desk_rate_plan_count_types (plan, night->room_type,
                                                    self->party->room->room_type) : 0;
}

/**
 * desk_move_give_other:
 * @self: an exchange that may be done
 * @error: return location for a #GError
 *
 * The other party keeps its prices too: where its new room is of a better type,
 * that is given as well.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_move_give_other (DeskMove  *self,
                      GError   **error)
{
  const DeskStayRecord *stay = g_ptr_array_index (self->other->stays, 0);
  g_autoptr (GPtrArray) nights =
    desk_stay_night_table_list (desk_house_get_db (self->billing->house), stay->id, error);
  DeskGiving *giving;
  gint64 value = 0;
  gint64 n = 0;
  int n_types = 0;
  guint i;

  if (nights == NULL)
    return FALSE;
  for (i = 0; i < nights->len; i++)
    {
      const DeskNightRecord *night = g_ptr_array_index (nights, i);

      if (night->date < self->first || night->room_id != self->to->id ||
          get_gain (self, night) <= 0)
        continue;
      if (!desk_amount_add (value, get_gain (self, night), &value, error))
        return FALSE;
      n_types = MAX (n_types, count_types (self, night));
      n++;
    }
  if (n == 0)
    return TRUE;
  giving = desk_plan_add_giving (self->plan, "upgrade", self->action->reason, value);
  giving->code = g_strdup (self->party->room->room_type);
  giving->for_date = self->first;
  giving->quantity = n;
  giving->n_types = n_types;
  return TRUE;
}
