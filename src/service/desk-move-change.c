/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-move-private.h"

#include "desk-request-table.h"
#include "desk-room-night-table.h"
#include "desk-rooms-private.h"

/*
 * What changes with a move: whose room is whose in which night, where people are,
 * which room is left dirty, and what goes along.
 */

#define MAINTENANCE "maintenance"

static gboolean
dup_number (const DeskMove  *self,
            gint64           room_id,
            char           **number,
            GError         **error)
{
  g_autoptr (DeskRoomRecord) room = NULL;

  *number = NULL;
  if (room_id == 0)
    return TRUE;
  room = desk_room_table_get (desk_house_get_db (self->billing->house), room_id, error);
  if (room == NULL)
    return FALSE;
  *number = g_steal_pointer (&room->number);
  return TRUE;
}

static gboolean
change_night (DeskMove              *self,
              const DeskParty       *party,
              const DeskMoveNight   *night,
              const DeskRoomRecord  *to,
              GError               **error)
{
  g_autofree char *date = desk_date_to_string (night->date);
  g_autofree char *from = NULL;

  if (night->room_id == to->id)
    return TRUE;
  if (!dup_number (self, night->room_id, &from, error))
    return FALSE;
  desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_NIGHT, party->occupancy_id, date, from,
                        to->number);
  return TRUE;
}

/* The nights of the stay itself, as its forecast should see them. */
static void
set_own_night (DeskMove *self,
               DeskDate  date,
               gint64    room_id)
{
  GPtrArray *nights = self->billing->nights;
  guint i;

  for (i = 0; i < nights->len; i++)
    {
      DeskNightRecord *night = g_ptr_array_index (nights, i);

      if (night->date == date)
        night->room_id = room_id;
    }
}

/**
 * desk_move_change_nights:
 * @self: a move that may be done
 * @error: return location for a #GError
 *
 * Plans the room of each night that moves; all sharers go along.
 *
 * Returns: %FALSE where a room could not be read
 */
gboolean
desk_move_change_nights (DeskMove  *self,
                         GError   **error)
{
  guint i;

  for (i = 0; i < self->party->nights->len; i++)
    {
      const DeskMoveNight *night = &g_array_index (self->party->nights, DeskMoveNight, i);

      if (!change_night (self, self->party, night, self->to, error))
        return FALSE;
      set_own_night (self, night->date, self->to->id);
    }
  return TRUE;
}

static void
set_clean (DeskMove              *self,
           const DeskRoomRecord  *room,
           const char            *clean)
{
  if (!g_str_equal (room->clean, clean))
    desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_CLEAN, room->id, NULL, room->clean, clean);
}

static void
set_occupied (DeskMove              *self,
              const DeskRoomRecord  *room,
              gboolean               occupied)
{
  if (room->occupied != occupied)
    desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_OCCUPIED, room->id, NULL,
                          occupied ? "0" : "1", occupied ? "1" : "0");
}

/* What was promised for the old room is for the new one now; with a move that is only
 * ordered it follows when they go. */
static gboolean
take_requests (DeskMove              *self,
               const DeskParty       *party,
               const DeskRoomRecord  *from,
               const DeskRoomRecord  *to,
               GError               **error)
{
  gboolean is_ordered = party->in_house && self->first > self->billing->business_date;
  DeskDb *db = desk_house_get_db (self->billing->house);
  gint64 n = 0;
  guint i;
  guint j;

  for (i = 0; from != NULL && !is_ordered && i < party->stays->len; i++)
    {
      const DeskStayRecord *stay = g_ptr_array_index (party->stays, i);
      g_autoptr (GPtrArray) open = desk_request_table_list_open (db, stay->id, error);

      if (open == NULL)
        return FALSE;
      for (j = 0; j < open->len; j++)
        {
          const DeskRequestRecord *request = g_ptr_array_index (open, j);

          if (request->room_id != from->id || g_strcmp0 (request->department, MAINTENANCE) == 0)
            continue;
          desk_plan_add_effect (self->plan, DESK_EFFECT_REQUEST_ROOM, request->id, NULL,
                                from->number, to->number);
          n++;
        }
    }
  if (n > 0)
    desk_plan_warn (self->plan,
                    desk_message_new_plural ("requests-follow",
                                             /* Translators: wake-ups, parcels, cots … */
                                             "{n} thing that was promised goes along.",
                                             "{n} things that were promised go along.", n));
  return TRUE;
}

/* One party goes from one room to another, now. */
static void
change_presence (DeskMove              *self,
                 const DeskParty       *party,
                 const DeskRoomRecord  *from,
                 const DeskRoomRecord  *to)
{
  desk_plan_add_effect (self->plan, DESK_EFFECT_PRESENCE, party->occupancy_id, NULL,
                        from != NULL ? from->number : NULL, to->number);
}

/* What is said of the room that is left; somebody slept in it, so it is dirty unless
 * whoever saw it says otherwise. */
static const struct
{
  const char *left;
  const char *clean;
  const char *text;
} leaves[] = {
  { "dirty", "dirty", N_("Room {room} counts as left at once and is dirty.") },
  { "clean", "clean", N_("Room {room} counts as left at once and is clean.") },
  { "pickup", "pickup", N_("Room {room} counts as left at once and needs a touch-up.") },
  { "oos", "dirty", N_("Room {room} counts as left at once, is dirty and out of service.") },
};

static void
take_out_of_service (DeskMove              *self,
                     const DeskRoomRecord  *room)
{
  g_autofree char *from = desk_rooms_dup_service (room);
  g_autofree char *to = g_strdup_printf ("oos - %s", self->action->reason != NULL
                                                       ? self->action->reason : "-");

  if (g_str_equal (room->service, "in"))
    desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_SERVICE, room->id, NULL, from, to);
}

static void
leave_room (DeskMove              *self,
            const DeskRoomRecord  *room)
{
  const char *left = self->action->left != NULL ? self->action->left : "dirty";
  guint i;

  if (room == NULL)
    return;
  set_occupied (self, room, FALSE);
  for (i = 0; i < G_N_ELEMENTS (leaves); i++)
    {
      if (!g_str_equal (leaves[i].left, left))
        continue;
      set_clean (self, room, leaves[i].clean);
      desk_plan_warn (self->plan, desk_message_text (desk_message_new ("room-left",
                                                                       leaves[i].text),
                                                     "room", room->number));
    }
  if (g_str_equal (left, "oos"))
    take_out_of_service (self, room);
}

static void
enter_room (DeskMove              *self,
            const DeskRoomRecord  *room)
{
  set_occupied (self, room, TRUE);
  /* The day was closed: occupied rooms have been made dirty already. */
  if (self->after_close)
    set_clean (self, room, "dirty");
}

static gboolean
change_both (DeskMove  *self,
             gboolean   other_at_once,
             GError   **error)
{
  const DeskRoomRecord *from = self->party->room;

  if (self->at_once)
    change_presence (self, self->party, from, self->to);
  if (other_at_once)
    change_presence (self, self->other, self->to, from);

  if (self->at_once && other_at_once)
    {
      set_clean (self, from, "dirty");
      set_clean (self, self->to, "dirty");
    }
  else if (self->at_once)
    {
      leave_room (self, from);
      enter_room (self, self->to);
    }
  else if (other_at_once)
    {
      leave_room (self, self->to);
      enter_room (self, from);
    }
  return take_requests (self, self->other, self->to, from, error);
}

/* Something in the old room does not work: somebody has to see to it. */
static void
report_defect (DeskMove *self)
{
  const DeskRoomRecord *from = self->party->room;

  if (from == NULL || self->reason == NULL ||
      !g_strv_contains ((const char *const *) self->reason->kinds, "out-of-order"))
    return;
  desk_plan_add_effect (self->plan, DESK_EFFECT_REQUEST, self->billing->stay->id, MAINTENANCE,
                        NULL, from->number);
}

/**
 * desk_move_change_rooms:
 * @self: a move that may be done
 * @error: return location for a #GError
 *
 * Plans what happens to the rooms: who is where from now on, which is left dirty,
 * what was promised for them, and what is broken.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_move_change_rooms (DeskMove  *self,
                        GError   **error)
{
  gboolean other_at_once = self->other != NULL && self->other->in_house &&
                           self->first <= self->billing->business_date;

  if (self->other != NULL && !change_both (self, other_at_once, error))
    return FALSE;
  if (self->other == NULL && self->at_once)
    {
      change_presence (self, self->party, self->party->room, self->to);
      leave_room (self, self->party->room);
      enter_room (self, self->to);
    }
  report_defect (self);
  return take_requests (self, self->party, self->party->room, self->to, error);
}

/**
 * desk_move_swap_nights:
 * @self: a move into a room that @other has, and will have the other one for
 * @error: return location for a #GError
 *
 * Plans the nights of two parties that exchange rooms: those both have are
 * exchanged; in the others each stays in the new room where it is free, and is
 * told of where it is not.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_move_swap_nights (DeskMove  *self,
                       GError   **error)
{
  DeskParty *parties[] = { self->party, self->other };
  const DeskRoomRecord *from = self->party->room;
  guint p;
  guint i;

  for (p = 0; p < G_N_ELEMENTS (parties); p++)
    {
      const DeskRoomRecord *old = p == 0 ? from : self->to;
      const DeskRoomRecord *new_room = p == 0 ? self->to : from;

      for (i = 0; i < parties[p]->nights->len; i++)
        {
          const DeskMoveNight *night = &g_array_index (parties[p]->nights, DeskMoveNight, i);
          g_autoptr (DeskRoomNightHolder) holder = NULL;
          g_autofree char *date = desk_date_to_string (night->date);
          g_autofree char *key = NULL;

          if (night->room_id == old->id &&
              desk_party_has_room (parties[1 - p], night->date, new_room->id))
            {
              key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, date, self->other->occupancy_id);
              if (p == 0)
                {
                  desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_SWAP,
                                        self->party->occupancy_id, key, from->number,
                                        self->to->number);
                  set_own_night (self, night->date, self->to->id);
                }
              continue;
            }
          if (!desk_room_night_table_find (desk_house_get_db (self->billing->house), new_room->id,
                                           night->date, &holder, error))
            return FALSE;
          if (holder != NULL)
            desk_plan_warn (self->plan,
                            desk_message_integer (
                              desk_message_text (
                                desk_message_new ("swap-not-free",
                                                  N_("Room {room} is not free in the night of "
                                                     "{date}: that night does not change.")),
                                "room", new_room->number),
                              "date", DESK_ARG_DATE, night->date));
          else if (!change_night (self, parties[p], night, new_room, error))
            return FALSE;
          else if (p == 0)
            set_own_night (self, night->date, self->to->id);
        }
    }
  return TRUE;
}
