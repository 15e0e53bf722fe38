/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rooms-private.h"

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-room-number.h"
#include "desk-state-table.h"

/*
 * Rooms and the three facts about each: how clean it is, whether it is in service, and
 * whether somebody is in it, as the desk knows and as housekeeping saw. Rooms that are so
 * already are left alone and named; where all are, there is nothing to do.
 */

/* More than this are counted, not named. */
#define MAX_NAMED 12

static void
rooms_clear (DeskRooms *self)
{
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
  g_clear_pointer (&self->same, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskRooms, rooms_clear)

/**
 * desk_rooms_dup_numbers:
 * @rooms: (element-type DeskRoomRecord): rooms
 *
 * Returns: (transfer full): "401, 403": their numbers, as far as anybody reads them
 */
char *
desk_rooms_dup_numbers (const GPtrArray *rooms)
{
  GString *numbers = g_string_new (NULL);
  guint i;

  for (i = 0; i < rooms->len; i++)
    {
      const DeskRoomRecord *room = g_ptr_array_index (rooms, i);

      if (rooms->len > MAX_NAMED && i >= MAX_NAMED / 2 && i + 1 < rooms->len)
        {
          if (i == MAX_NAMED / 2)
            g_string_append (numbers, ", …");
          continue;
        }
      g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "", room->number);
    }
  return g_string_free (numbers, FALSE);
}

static int
compare_rooms (gconstpointer a,
               gconstpointer b)
{
  return desk_room_number_compare ((*(const DeskRoomRecord *const *) a)->number,
                                   (*(const DeskRoomRecord *const *) b)->number);
}

static gboolean
add_room (DeskRooms    *self,
          GHashTable   *seen,
          const char   *number,
          GError      **error)
{
  g_autoptr (DeskRoomRecord) room = NULL;

  if (!g_hash_table_add (seen, (gpointer) number))
    return TRUE;
  if (!desk_room_table_find (desk_house_get_db (self->house), number, &room, error))
    return FALSE;
  if (room == NULL || room->retired)
    {
      desk_plan_refuse (self->plan,
                        desk_message_text (desk_message_new ("no-such-room",
                                                             N_("There is no room {room}.")),
                                           "room", number));
      return TRUE;
    }
  desk_plan_add_version (self->plan, "room", room->id, room->version);
  g_ptr_array_add (self->rooms, g_steal_pointer (&room));
  return TRUE;
}

static gboolean
load_rooms (DeskRooms  *self,
            GError    **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; self->action->rooms != NULL && self->action->rooms[i] != NULL; i++)
    {
      if (!add_room (self, seen, self->action->rooms[i], error))
        return FALSE;
    }
  if (i == 0)
    {
      return desk_complain (error, DESK_ERROR_USAGE,
                            desk_message_new (NULL, N_("no room is named")));
    }
  g_ptr_array_sort (self->rooms, compare_rooms);
  return TRUE;
}

static gboolean
is_ready (const char *clean)
{
  return g_str_equal (clean, "clean") || g_str_equal (clean, "inspected");
}

/* What was wanted next is there. */
static void
plan_clean (DeskRooms            *self,
            const DeskRoomRecord *room)
{
  static const char *const words[] = {
    [DESK_ROOM_STATUS_DIRTY] = "dirty",
    [DESK_ROOM_STATUS_CLEAN] = "clean",
    [DESK_ROOM_STATUS_INSPECTED] = "inspected",
    [DESK_ROOM_STATUS_PICKUP] = "pickup",
  };
  const char *clean = words[self->action->status];

  if (g_str_equal (room->clean, clean))
    {
      g_ptr_array_add (self->same, (gpointer) room);
      return;
    }
  desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_CLEAN, room->id, NULL, room->clean, clean);
  if (room->rush && is_ready (clean))
    desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_RUSH, room->id, NULL, "1", "0");
}

static void
plan_rush (DeskRooms            *self,
           const DeskRoomRecord *room)
{
  if (g_str_equal (room->service, "ooo"))
    desk_plan_refuse (self->plan,
                      desk_message_text (
                        desk_message_new ("room-out-of-order",
                                          N_("Room {room} is out of order. Choose another.")),
                        "room", room->number));
  else if (room->rush || is_ready (room->clean))
    g_ptr_array_add (self->same, (gpointer) room);
  else
    desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_RUSH, room->id, NULL, "0", "1");
}

/* A room that is not as the desk knows it is for somebody to look into. */
static void
plan_seen (DeskRooms            *self,
           const DeskRoomRecord *room)
{
  int seen = self->action->status == DESK_ROOM_STATUS_SEEN_OCCUPIED;
  const char *from = room->hk_occupied < 0 ? NULL : room->hk_occupied > 0 ? "1" : "0";

  if (room->hk_occupied == seen)
    {
      g_ptr_array_add (self->same, (gpointer) room);
      return;
    }
  desk_plan_add_effect (self->plan, DESK_EFFECT_ROOM_SEEN, room->id, NULL, from,
                        seen ? "1" : "0");
  if (seen && !room->occupied)
    desk_plan_warn (self->plan,
                    desk_message_text (
                      desk_message_new ("slept-in",
                                        N_("Room {room}: seen occupied, but no stay is in it.")),
                      "room", room->number));
  else if (!seen && room->occupied)
    desk_plan_warn (self->plan,
                    desk_message_text (
                      desk_message_new ("found-vacant",
                                        N_("Room {room}: seen vacant, but a stay is in house "
                                           "there.")),
                      "room", room->number));
}

static gboolean
plan_room (DeskRooms             *self,
           const DeskRoomRecord  *room,
           GError               **error)
{
  switch (self->action->status)
    {
    case DESK_ROOM_STATUS_DIRTY:
    case DESK_ROOM_STATUS_CLEAN:
    case DESK_ROOM_STATUS_INSPECTED:
    case DESK_ROOM_STATUS_PICKUP:
      plan_clean (self, room);
      return TRUE;
    case DESK_ROOM_STATUS_RUSH:
      plan_rush (self, room);
      return TRUE;
    case DESK_ROOM_STATUS_SEEN_OCCUPIED:
    case DESK_ROOM_STATUS_SEEN_VACANT:
      plan_seen (self, room);
      return TRUE;
    case DESK_ROOM_STATUS_OOO:
    case DESK_ROOM_STATUS_OOS:
    case DESK_ROOM_STATUS_BACK:
    default:
      return desk_rooms_plan_service (self, room, error);
    }
}

/* What becomes of the rooms, as the end of "Room 404: …" */
static DeskMessage *
new_status (const DeskRooms *self)
{
  static const char *const words[] = {
    [DESK_ROOM_STATUS_DIRTY] = N_("dirty"),
    [DESK_ROOM_STATUS_CLEAN] = N_("clean"),
    [DESK_ROOM_STATUS_INSPECTED] = N_("inspected"),
    [DESK_ROOM_STATUS_PICKUP] = N_("pickup"),
    [DESK_ROOM_STATUS_RUSH] = N_("wanted next"),
    /* Translators: {date} is the day on which the room can be used again */
    [DESK_ROOM_STATUS_OOO] = N_("out of order until {date}"),
    [DESK_ROOM_STATUS_OOS] = N_("out of service until {date}"),
    [DESK_ROOM_STATUS_BACK] = N_("back in service"),
    [DESK_ROOM_STATUS_SEEN_OCCUPIED] = N_("seen occupied"),
    [DESK_ROOM_STATUS_SEEN_VACANT] = N_("seen vacant"),
  };

  if (self->action->status == DESK_ROOM_STATUS_OOS && self->till == DESK_DATE_NONE)
    return desk_message_new (NULL, N_("out of service"));
  if (self->till == DESK_DATE_NONE)
    return desk_message_new (NULL, words[self->action->status]);
  return desk_message_integer (desk_message_new (NULL, words[self->action->status]), "date",
                               DESK_ARG_DATE, self->till);
}

static DeskMessage *
new_sentence (const DeskRooms *self)
{
  g_autofree char *numbers = desk_rooms_dup_numbers (self->rooms);
  DeskMessage *sentence;

  if (self->reason != NULL)
    sentence = desk_message_new_plural (
      "rooms",
      /* Translators: {rooms} are numbers of rooms: "Room 404: out of order until 9 September,
       * something in the room is broken." {reason} is the hotel's own words. */
      "Room {rooms}: {status}. {reason}.", "{n} rooms, {rooms}: {status}. {reason}.",
      self->rooms->len);
  else
    sentence = desk_message_new_plural ("rooms",
                                        /* Translators: "Room 404: clean." */
                                        "Room {rooms}: {status}.",
                                        "{n} rooms, {rooms}: {status}.", self->rooms->len);
  desk_message_text (sentence, "rooms", numbers);
  desk_message_nest (sentence, "status", new_status (self));
  if (self->reason != NULL)
    desk_message_words (sentence, "reason", &self->reason->words, self->reason->name);
  return desk_message_integer (sentence, "n", DESK_ARG_INT, self->rooms->len);
}

/* Nothing to do is no plan; something to do for some of them is one. */
static void
tell_same (DeskRooms *self)
{
  g_autofree char *numbers = desk_rooms_dup_numbers (self->same);
  DeskMessage *message;

  if (self->same->len == 0 || self->plan->refused->len > 0)
    return;
  /* Translators: {rooms} are numbers of rooms whose status is what was asked for */
  message = desk_message_text (desk_message_new ("room-is-so", N_("Already so: {rooms}.")),
                               "rooms", numbers);
  if (self->plan->effects->len > 0)
    desk_plan_warn (self->plan, message);
  else
    desk_plan_refuse (self->plan, message);
}

/**
 * desk_plan_rooms:
 * @house: the property, in a transaction that is open
 * @context: who would do it
 * @action: rooms and what is said of them
 * @plan: gets what would change
 * @error: return location for a #GError
 *
 * Plans a change of the status of rooms.
 *
 * Returns: %FALSE with @error set where there can be no plan
 */
gboolean
desk_plan_rooms (DeskHouse          *house,
                 const DeskContext  *context,
                 const DeskAction   *action,
                 DeskPlan           *plan,
                 GError            **error)
{
  g_auto (DeskRooms) self = { house, desk_house_get_property (house), action, plan };
  guint i;

  self.rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_room_record_free);
  self.same = g_ptr_array_new ();
  if (!desk_state_table_get_business_date (desk_house_get_db (house), &self.business_date, error) ||
      !load_rooms (&self, error) || !desk_rooms_judge_service (&self, error))
    return FALSE;
  for (i = 0; plan->refused->len == 0 && i < self.rooms->len; i++)
    {
      if (!plan_room (&self, g_ptr_array_index (self.rooms, i), error))
        return FALSE;
    }
  tell_same (&self);
  if (self.rooms->len > 0)
    plan->sentence = new_sentence (&self);
  if (plan->refused->len > 0)
    g_ptr_array_set_size (plan->effects, 0);
  return TRUE;
}
