/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rooms-private.h"

#include "desk-room-rack.h"

/*
 * Out of order: nobody can have the room, so its nights are taken, and a room that is
 * somebody's in one of them is refused with their name. Out of service: a lamp is broken;
 * the room is given only with a reason. A room in which a party is is never out of order.
 */

/* Longer than any repair; a year that was typed wrong is longer still. */
#define MAX_NIGHTS 366

/**
 * desk_rooms_dup_service:
 * @room: a room
 *
 * Returns: (transfer full): "in", or kind, day and reason: "ooo 2026-09-09 defect"
 */
char *
desk_rooms_dup_service (const DeskRoomRecord *room)
{
  g_autofree char *till = NULL;

  if (g_str_equal (room->service, "in"))
    return g_strdup ("in");
  till = room->service_till != DESK_DATE_NONE ? desk_date_to_string (room->service_till)
                                              : g_strdup ("-");
  return g_strdup_printf ("%s %s %s", room->service, till,
                          room->service_reason != NULL ? room->service_reason : "-");
}

static const DeskReason *
find_reason (const DeskProperty *property,
             const char         *name)
{
  guint i;

  for (i = 0; name != NULL && i < property->reasons->len; i++)
    {
      const DeskReason *reason = g_ptr_array_index (property->reasons, i);

      if (g_str_equal (reason->name, name) &&
          g_strv_contains ((const char *const *) reason->kinds, "out-of-order"))
        return reason;
    }
  return NULL;
}

static void
judge_reason (DeskRooms *self)
{
  const DeskAction *action = self->action;

  self->reason = find_reason (self->property, action->reason);
  if (action->reason != NULL && self->reason == NULL)
    desk_plan_refuse (self->plan,
                      desk_message_text (
                        desk_message_new ("reason-unknown",
                                          /* Translators: {reason} is a word somebody typed */
                                          N_("“{reason}” is not a reason to take a room out.")),
                        "reason", action->reason));
  else if (action->reason == NULL && (action->text == NULL || *action->text == '\0'))
    desk_plan_refuse (self->plan,
                      desk_message_new ("reason-needed",
                                        N_("A room is taken out for a reason. Name it, or say it "
                                           "behind a colon.")));
}

static void
judge_till (DeskRooms *self)
{
  if (self->till == DESK_DATE_NONE || (self->till > self->business_date &&
                                       self->till <= self->business_date + MAX_NIGHTS))
    return;
  desk_plan_refuse (self->plan,
                    desk_message_integer (
                      desk_message_integer (
                        desk_message_new ("till-wrong",
                                          /* Translators: the days between which a room can be
                                           * back in use */
                                          N_("The day on which the room is back is after {first} "
                                             "and not after {last}.")),
                        "first", DESK_ARG_DATE, self->business_date),
                      "last", DESK_ARG_DATE, self->business_date + MAX_NIGHTS));
}

/**
 * desk_rooms_judge_service:
 * @self: a change of rooms
 * @error: return location for a #GError
 *
 * Finds until when and why rooms are taken out. Out of order without a day is tonight.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_rooms_judge_service (DeskRooms  *self,
                          GError    **error)
{
  DeskRoomStatus status = self->action->status;

  if (status != DESK_ROOM_STATUS_OOO && status != DESK_ROOM_STATUS_OOS)
    return TRUE;
  self->till = self->action->till;
  if (self->till == DESK_DATE_NONE && status == DESK_ROOM_STATUS_OOO)
    self->till = self->business_date + 1;
  judge_till (self);
  if (self->plan->refused->len == 0)
    judge_reason (self);
  return TRUE;
}

/* Who is in the room by the clock. */
static gboolean
judge_party (DeskRooms             *self,
             const DeskRoomRecord  *room,
             GError               **error)
{
  g_autoptr (GPtrArray) inside = desk_rack_stay_list (desk_house_get_db (self->house),
                                                      DESK_RACK_INSIDE, self->business_date, error);
  const char *guest = NULL;
  guint i;

  if (inside == NULL)
    return FALSE;
  for (i = 0; guest == NULL && i < inside->len; i++)
    {
      const DeskRackStay *stay = g_ptr_array_index (inside, i);

      if (stay->room_id == room->id)
        guest = stay->guest_name;
    }
  if (guest == NULL && !room->occupied)
    return TRUE;
  desk_plan_refuse (self->plan,
                    desk_message_text (
                      desk_message_text (
                        desk_message_new ("room-occupied",
                                          N_("{guest} is in room {room}. Move the party first, or "
                                             "take the room out of service with “oos”.")),
                        "guest", guest != NULL ? guest : "–"),
                      "room", room->number));
  return TRUE;
}

/* Each party once, with its first night. */
static gboolean
judge_nights (DeskRooms             *self,
              const DeskRoomRecord  *room,
              GError               **error)
{
  g_autoptr (GPtrArray) nights =
    desk_rack_stay_list_nights (desk_house_get_db (self->house), room->id, self->business_date,
                                self->till, error);
  g_autoptr (GHashTable) named = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint i;

  if (nights == NULL)
    return FALSE;
  for (i = 0; i < nights->len; i++)
    {
      DeskRackStay *stay = g_ptr_array_index (nights, i);
      DeskMessage *message;

      if (stay->block || !g_hash_table_add (named, &stay->occupancy_id))
        continue;
      message = desk_message_new ("room-taken",
                                  /* Translators: {confirmation} is a confirmation number */
                                  N_("{guest}, {confirmation}, has room {room} in the night of "
                                     "{date}. Give the party another room first."));
      desk_message_text (message, "guest", stay->guest_name);
      desk_message_text (message, "confirmation", stay->confirmation);
      desk_message_text (message, "room", room->number);
      desk_plan_refuse (self->plan, desk_message_integer (message, "date", DESK_ARG_DATE,
                                                          stay->night));
    }
  return TRUE;
}

static gboolean
take_out (DeskRooms             *self,
          const DeskRoomRecord  *room,
          const char            *kind,
          GError               **error)
{
  DeskRoomRecord after = *room;
  g_autofree char *from = desk_rooms_dup_service (room);
  g_autofree char *to = NULL;

  after.service = (char *) kind;
  after.service_till = self->till;
  after.service_reason = self->reason != NULL ? self->reason->name : NULL;
  to = desk_rooms_dup_service (&after);
  if (g_str_equal (from, to))
    {
      g_ptr_array_add (self->same, (gpointer) room);
      return TRUE;
    }
  if (g_str_equal (kind, "ooo") &&
      (!judge_party (self, room, error) ||
       (self->plan->refused->len == 0 && !judge_nights (self, room, error))))
    return FALSE;

  desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_SERVICE, room->id, NULL, from, to);
  if (room->rush && g_str_equal (kind, "ooo"))
    desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_RUSH, room->id, NULL, "1", "0");
  return TRUE;
}

/* Whoever repaired something left dust. */
static void
take_back (DeskRooms            *self,
           const DeskRoomRecord *room)
{
  g_autofree char *from = desk_rooms_dup_service (room);

  if (g_str_equal (from, "in"))
    {
      g_ptr_array_add (self->same, (gpointer) room);
      return;
    }
  desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_SERVICE, room->id, NULL, from, "in");
  if (g_str_equal (room->service, "ooo") && !g_str_equal (room->clean, "dirty"))
    {
      desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_CLEAN, room->id, NULL, room->clean,
                            "dirty");
      desk_plan_warn (self->plan,
                      desk_message_text (
                        desk_message_new ("room-dirty",
                                          N_("Room {room} is dirty until housekeeping has been "
                                             "there.")),
                        "room", room->number));
    }
}

/**
 * desk_rooms_plan_service:
 * @self: a change of rooms
 * @room: one of them
 * @error: return location for a #GError
 *
 * Takes a room out, or back in.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_rooms_plan_service (DeskRooms             *self,
                         const DeskRoomRecord  *room,
                         GError               **error)
{
  switch (self->action->status)
    {
    case DESK_ROOM_STATUS_OOO:
      return take_out (self, room, "ooo", error);
    case DESK_ROOM_STATUS_OOS:
      return take_out (self, room, "oos", error);
    default:
      take_back (self, room);
      return TRUE;
    }
}
