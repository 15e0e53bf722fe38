/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-move-private.h"

#include "desk-room-night-table.h"

/*
 * What stops a move. A hard stop has no answer; a soft one may be passed with a
 * reason, and the record names each that was.
 */

static DeskMessage *
new_stop (const DeskRoomRecord *room,
          const char           *code,
          const char           *msgid)
{
  return desk_message_text (desk_message_new (code, msgid), "room", room->number);
}

/**
 * desk_move_soft_stop:
 * @self: a move
 * @room_id: which room it is about
 * @stop: (transfer full): what is in the way; its code names it
 *
 * Refuses, or with a reason why it is all right warns and keeps it on record.
 */
void
desk_move_soft_stop (DeskMove    *self,
                     gint64       room_id,
                     DeskMessage *stop)
{
  desk_soft_stop (self->plan, self->action, room_id, stop);
}

static void
judge_reason (DeskMove *self)
{
  if (self->action->reason == NULL)
    {
      if (self->party->in_house)
        desk_plan_refuse (self->plan,
                          desk_message_new ("reason-needed",
                                            N_("A guest in house moves for a reason. Name it.")));
      return;
    }
  if (self->reason == NULL ||
      !g_strv_contains ((const char *const *) self->reason->kinds, "move"))
    desk_plan_refuse (self->plan,
                      desk_message_text (
                        desk_message_new ("reason-unknown",
                                          /* Translators: {reason} is a word somebody typed */
                                          N_("“{reason}” is not a reason for a move.")),
                        "reason", self->action->reason));
}

/**
 * desk_move_judge_stay:
 * @self: a move
 *
 * Whether this stay can move at all, from that night on, for that reason.
 */
void
desk_move_judge_stay (DeskMove *self)
{
  const DeskStayRecord *stay = self->billing->stay;
  guint i;

  if (!g_str_equal (stay->state, "booked") && !g_str_equal (stay->state, "in-house"))
    desk_plan_refuse (self->plan,
                      desk_message_text (
                        desk_message_new ("stay-closed",
                                          N_("{confirmation} is closed and cannot be moved.")),
                        "confirmation", stay->confirmation));
  else if (self->first < self->billing->business_date && !self->after_close)
    desk_plan_refuse (self->plan,
                      desk_message_integer (
                        desk_message_new ("move-past",
                                          N_("The night of {date} is over.")),
                        "date", DESK_ARG_DATE, self->first));
  else if (self->party->nights->len == 0 || self->first >= stay->departure)
    desk_plan_refuse (self->plan,
                      desk_message_integer (
                        desk_message_new ("no-night-left",
                                          /* Translators: {date} is the day of departure */
                                          N_("The stay ends on {date}: no night is left to move.")),
                        "date", DESK_ARG_DATE, stay->departure));
  else
    judge_reason (self);

  for (i = 0; self->plan->refused->len == 0 && i < self->party->stays->len; i++)
    {
      const DeskStayRecord *one = g_ptr_array_index (self->party->stays, i);

      if (one->do_not_move)
        desk_move_soft_stop (self, self->party->room != NULL ? self->party->room->id : 0,
                             desk_message_text (
                               desk_message_new ("do-not-move",
                                                 N_("{confirmation} shall not be moved.")),
                               "confirmation", one->confirmation));
    }
}

/* The same night taken: whose it is, and what may be done. */
static gboolean
judge_nights (DeskMove  *self,
              GError   **error)
{
  DeskDb *db = desk_house_get_db (self->billing->house);
  guint i;

  for (i = 0; i < self->party->nights->len; i++)
    {
      const DeskMoveNight *night = &g_array_index (self->party->nights, DeskMoveNight, i);
      g_autoptr (DeskRoomNightHolder) holder = NULL;
      DeskMessage *stop;

      if (!desk_room_night_table_find (db, self->to->id, night->date, &holder, error))
        return FALSE;
      if (holder == NULL || holder->occupancy_id == self->party->occupancy_id)
        continue;

      if (holder->confirmation == NULL)
        stop = new_stop (self->to, "room-blocked", N_("Room {room} is not for sale in the night "
                                                      "of {date}. Choose another."));
      else
        stop = desk_message_text (
          new_stop (self->to, "room-taken",
                    /* Translators: {confirmation} is a confirmation number; swap is a word that
                     * is typed as it is */
                    N_("Room {room} is {confirmation}’s in the night of {date}. Choose another, "
                       "or exchange the rooms with “swap”.")),
          "confirmation", holder->confirmation);
      desk_plan_refuse (self->plan,
                        desk_message_integer (stop, "date", DESK_ARG_DATE, night->date));
      return TRUE;
    }
  return TRUE;
}

static void
judge_service (DeskMove *self)
{
  const DeskRoomRecord *to = self->to;
  gboolean later = to->service_till != DESK_DATE_NONE && to->service_till <= self->first;

  if (to->retired || (g_str_equal (to->service, "ooo") && !later))
    desk_plan_refuse (self->plan,
                      new_stop (to, "room-out-of-order",
                                N_("Room {room} is out of order. Choose another.")));
  else if (g_str_equal (to->service, "oos") && !later)
    desk_move_soft_stop (self, to->id, new_stop (to, "room-out-of-service",
                                                 N_("Room {room} is out of service.")));
}

static void
judge_state (DeskMove *self)
{
  const DeskRoomRecord *to = self->to;

  if (!self->at_once)
    return;
  if (to->occupied)
    {
      desk_plan_refuse (self->plan,
                        new_stop (to, "room-occupied",
                                  N_("Room {room} is occupied by somebody who leaves today. Wait, "
                                     "or choose another.")));
      return;
    }
  if (to->hk_occupied == 1)
    desk_move_soft_stop (self, to->id,
                         new_stop (to, "room-seen-occupied",
                                   N_("Housekeeping saw somebody in room {room}.")));

  if (g_str_equal (to->clean, "dirty") || g_str_equal (to->clean, "pickup"))
    desk_move_soft_stop (self, to->id, new_stop (to, "room-dirty",
                                                 N_("Room {room} is not clean.")));
  else if (!g_str_equal (to->clean, "inspected"))
    desk_plan_warn (self->plan, new_stop (to, "room-not-inspected",
                                          N_("Room {room} is clean, not inspected.")));
}

DeskMessage *
desk_move_new_lacks (const DeskMove       *self,
                     const DeskRoomRecord *room,
                     const char           *feature)
{
  DeskMessage *stop = new_stop (room, "room-lacks",
                                /* Translators: {feature} is a word of the hotel's:
                                 * "accessible", "quiet" */
                                N_("Room {room} is not “{feature}”."));

  return desk_message_nest (stop, "feature",
                            desk_features_new (desk_house_get_property (self->billing->house),
                                               feature));
}

static void
judge_feature (DeskMove   *self,
               const char *feature,
               gboolean    is_stop)
{
  DeskMessage *stop;

  if (desk_move_has_feature (self->to, feature))
    return;
  stop = desk_move_new_lacks (self, self->to, feature);
  if (is_stop)
    desk_move_soft_stop (self, self->to->id, stop);
  else
    desk_plan_warn (self->plan, stop);
}

static void
judge_features (DeskMove *self)
{
  GStrv asked = self->action->features;
  GStrv wanted = self->reason != NULL ? self->reason->features : NULL;

  if (self->party->room != NULL && desk_move_has_feature (self->party->room, DESK_MOVE_NEEDED))
    judge_feature (self, DESK_MOVE_NEEDED, TRUE);
  for (; asked != NULL && *asked != NULL; asked++)
    judge_feature (self, *asked, TRUE);
  for (; wanted != NULL && *wanted != NULL; wanted++)
    judge_feature (self, *wanted, FALSE);
}

/* Beds for so many, and so many of them. */
static void
judge_beds (DeskMove              *self,
            const DeskParty       *party,
            const DeskRoomRecord  *room)
{
  DeskMessage *stop =
    desk_too_many_new (desk_house_get_property (self->billing->house), room, party->stays);

  if (stop != NULL)
    desk_move_soft_stop (self, room->id, stop);
}

/* Who comes next into the room; where they come today, they may be waiting. */
static gboolean
judge_next (DeskMove  *self,
            GError   **error)
{
  g_autoptr (DeskRoomNightHolder) next = NULL;
  gboolean today = self->end <= self->billing->business_date;
  DeskMessage *message;

  if (self->action->swap)
    return TRUE;
  if (!desk_room_night_table_find (desk_house_get_db (self->billing->house), self->to->id,
                                   self->end, &next, error))
    return FALSE;
  if (next == NULL || next->confirmation == NULL ||
      next->occupancy_id == self->party->occupancy_id)
    return TRUE;

  if (today)
    message = new_stop (self->to, "arrival-waits",
                        N_("{confirmation} comes into room {room} today."));
  else
    message = new_stop (self->to, "arrival-next",
                        N_("{confirmation} comes into room {room} on {date}."));
  desk_message_text (message, "confirmation", next->confirmation);
  desk_message_integer (message, "date", DESK_ARG_DATE, self->end);
  if (today)
    desk_move_soft_stop (self, self->to->id, message);
  else
    desk_plan_warn (self->plan, message);
  return TRUE;
}

static gboolean
is_same_room (const DeskMove *self)
{
  guint i;

  if (self->at_once)
    return FALSE;
  for (i = 0; i < self->party->nights->len; i++)
    {
      if (g_array_index (self->party->nights, DeskMoveNight, i).room_id != self->to->id)
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_move_judge_room:
 * @self: a move that knows where to
 * @error: return location for a #GError
 *
 * Whether they can have that room.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_move_judge_room (DeskMove  *self,
                      GError   **error)
{
  if (self->party->room != NULL && self->party->room->id == self->to->id)
    self->at_once = FALSE;
  if (is_same_room (self))
    {
      desk_plan_refuse (self->plan,
                        new_stop (self->to, "same-room",
                                  N_("They are in room {room} already. Choose another.")));
      return TRUE;
    }
  judge_service (self);
  if (!self->action->swap && self->plan->refused->len == 0 && !judge_nights (self, error))
    return FALSE;
  if (!self->action->swap && self->plan->refused->len == 0)
    judge_state (self);
  judge_features (self);
  judge_beds (self, self->party, self->to);
  if (self->other != NULL && self->party->room != NULL)
    judge_beds (self, self->other, self->party->room);
  return judge_next (self, error);
}
