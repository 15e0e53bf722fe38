/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rack.h"

#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-note-table.h"
#include "desk-room-entry-table.h"
#include "desk-room-rack.h"
#include "desk-rooms-private.h"
#include "desk-undo-detail.h"

/* Tonight and the nights that somebody asks about. */
#define NIGHTS 10

/* How far back the history of a room is shown. */
#define EVENTS 20

static void
night_free (gpointer data)
{
  DeskRoomNight *night = data;

  g_clear_pointer (&night->party, desk_rack_party_free);
  g_free (night);
}

static void
event_free (gpointer data)
{
  DeskRoomEvent *event = data;

  g_free (event->by);
  g_ptr_array_unref (event->what);
  g_free (event->note);
  g_free (event);
}

/**
 * desk_room_view_free:
 * @self: (nullable): a view
 */
void
desk_room_view_free (DeskRoomView *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->row, desk_rack_row_free);
  g_clear_pointer (&self->nights, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

/* The row of the rack, so that both say the same. */
static gboolean
take_row (DeskRoomView  *self,
          DeskRack      *rack,
          gint64         room_id,
          GError       **error)
{
  guint i;

  for (i = 0; i < rack->rows->len; i++)
    {
      if (((DeskRackRow *) g_ptr_array_index (rack->rows, i))->room_id != room_id)
        continue;
      self->row = g_ptr_array_steal_index (rack->rows, i);
      return TRUE;
    }
  g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "there is no room with the id %"
               G_GINT64_FORMAT, room_id);
  return FALSE;
}

static void
set_night (DeskRoomNight      *night,
           const DeskRackStay *stay)
{
  night->blocked = stay->block;
  if (stay->block)
    return;
  if (night->party != NULL)
    {
      night->party->n_stays++;
      return;
    }
  night->party = g_new0 (DeskRackParty, 1);
  night->party->stay_id = stay->stay_id;
  night->party->occupancy_id = stay->occupancy_id;
  night->party->confirmation = g_strdup (stay->confirmation);
  night->party->guest_name = g_strdup (stay->guest_name);
  night->party->arrival = stay->arrival;
  night->party->departure = stay->departure;
  night->party->n_stays = 1;
}

static gboolean
load_nights (DeskRoomView  *self,
             DeskDb        *db,
             gint64         room_id,
             GError       **error)
{
  DeskDate day = self->business_date;
  g_autoptr (GPtrArray) stays = desk_rack_stay_list_nights (db, room_id, day, day + NIGHTS, error);
  guint i;

  if (stays == NULL)
    return FALSE;
  self->nights = g_ptr_array_new_with_free_func (night_free);
  for (i = 0; i < NIGHTS; i++)
    {
      DeskRoomNight *night = g_new0 (DeskRoomNight, 1);

      night->date = day + (DeskDate) i;
      g_ptr_array_add (self->nights, night);
    }
  for (i = 0; i < stays->len; i++)
    {
      const DeskRackStay *stay = g_ptr_array_index (stays, i);

      set_night (g_ptr_array_index (self->nights, stay->night - day), stay);
    }
  return TRUE;
}

static DeskMessage *
describe_service (const char *text)
{
  g_autoptr (DeskRoomRecord) room = g_new0 (DeskRoomRecord, 1);
  gboolean dated;

  if (!desk_rooms_parse_service (text, room, NULL) || g_str_equal (room->service, "in"))
    return desk_message_new (NULL, N_("in service"));

  dated = room->service_till != DESK_DATE_NONE;
  if (g_str_equal (room->service, "ooo") && dated)
    return desk_message_integer (desk_message_new (NULL, N_("out of order until {date}")), "date",
                                 DESK_ARG_DATE, room->service_till);
  if (dated)
    return desk_message_integer (desk_message_new (NULL, N_("out of service until {date}")),
                                 "date", DESK_ARG_DATE, room->service_till);
  return desk_message_new (NULL, N_("out of service"));
}

static DeskMessage *
describe_clean (const char *clean)
{
  static const char *const words[][2] = {
    { "dirty", N_("dirty") },
    { "clean", N_("clean") },
    { "inspected", N_("inspected") },
    { "pickup", N_("pickup") },
  };
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (words) && !g_str_equal (words[i][0], clean))
    i++;
  return desk_message_new (NULL, words[i][1]);
}

/* What became of the room; %NULL where the effect is not about one. */
static DeskMessage *
describe_effect (const DeskEffect *effect)
{
  gboolean yes = g_strcmp0 (effect->to, "1") == 0;

  switch (effect->kind)
    {
    case DESK_EFFECT_ROOM_CLEAN:
      return describe_clean (effect->to);
    case DESK_EFFECT_ROOM_OCCUPIED:
      return desk_message_new (NULL, yes ? N_("occupied") : N_("vacant"));
    case DESK_EFFECT_ROOM_SERVICE:
      return describe_service (effect->to);
    case DESK_EFFECT_ROOM_SEEN:
      if (effect->to == NULL)
        return desk_message_new (NULL, N_("not seen yet"));
      return desk_message_new (NULL, yes ? N_("seen occupied") : N_("seen vacant"));
    case DESK_EFFECT_ROOM_RUSH:
      return desk_message_new (NULL, yes ? N_("wanted next") : N_("no longer wanted next"));
    default:
      return NULL;
    }
}

/* The words behind the colon; erased ones are gone. */
static gboolean
find_note (DeskDb                 *db,
           const DeskAuditRecord  *entry,
           char                  **out,
           GError                **error)
{
  const char *at = g_str_has_prefix (entry->detail, "note ") ? entry->detail
                                                             : strstr (entry->detail, "\nnote ");
  g_autoptr (DeskNoteRecord) note = NULL;

  if (at == NULL || !g_str_equal (entry->verb, "rooms"))
    return TRUE;
  at += *at == '\n';
  note = desk_note_table_get (db, g_ascii_strtoll (at + strlen ("note "), NULL, 10), error);
  if (note == NULL)
    return FALSE;
  *out = g_strdup (note->text);
  return TRUE;
}

static gboolean
add_event (DeskRoomView           *self,
           DeskDb                 *db,
           const DeskAuditRecord  *entry,
           GError                **error)
{
  g_autoptr (DeskPlan) deed = desk_plan_new ("rooms");
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));
  DeskRoomEvent *event = g_new0 (DeskRoomEvent, 1);
  guint i;

  event->at = entry->made_at;
  event->by = g_strdup (entry->made_by);
  event->undo = g_str_equal (entry->verb, "undo");
  event->what = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_message_free);
  g_ptr_array_add (self->events, event);

  desk_detail_parse (entry->detail, deed, lines);
  for (i = 0; i < deed->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (deed->effects, i);
      DeskMessage *what = effect->id == self->row->room_id ? describe_effect (effect) : NULL;

      if (what != NULL)
        g_ptr_array_add (event->what, what);
    }
  return find_note (db, entry, &event->note, error);
}

static gboolean
load_events (DeskRoomView  *self,
             DeskDb        *db,
             gint64         room_id,
             GError       **error)
{
  g_autoptr (GPtrArray) entries = desk_room_entry_table_list (db, room_id, 0, EVENTS, error);
  guint i;

  self->events = g_ptr_array_new_with_free_func (event_free);
  for (i = 0; entries != NULL && i < entries->len; i++)
    {
      if (!add_event (self, db, g_ptr_array_index (entries, i), error))
        return FALSE;
    }
  return entries != NULL;
}

/**
 * desk_room_view_load:
 * @house: the property
 * @room_id: a room
 * @error: return location for a #GError
 *
 * Reads a room with its next nights and what was done to it.
 *
 * Returns: (transfer full) (nullable): the room, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskRoomView *
desk_room_view_load (DeskHouse  *house,
                     gint64      room_id,
                     GError    **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskRack) rack = desk_rack_load (house, error);
  g_autoptr (DeskRoomView) self = g_new0 (DeskRoomView, 1);

  if (rack == NULL)
    return NULL;
  self->business_date = rack->business_date;
  if (!take_row (self, rack, room_id, error) || !load_nights (self, db, room_id, error) ||
      !load_events (self, db, room_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * desk_room_view_load_number:
 * @house: the property
 * @number: what stands on the door
 * @error: return location for a #GError
 *
 * Does what desk_room_view_load() does, for a room that somebody names.
 *
 * Returns: (transfer full) (nullable): the room, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskRoomView *
desk_room_view_load_number (DeskHouse   *house,
                            const char  *number,
                            GError     **error)
{
  const DeskRoomSpec *spec = desk_property_get_room (desk_house_get_property (house), number);
  g_autoptr (DeskRoomRecord) room = NULL;

  if (!desk_room_table_find (desk_house_get_db (house), spec != NULL ? spec->number : number, &room,
                             error))
    return NULL;
  if (room != NULL)
    return desk_room_view_load (house, room->id, error);

  desk_complain (error, DESK_ERROR_NOT_FOUND,
                 desk_message_text (desk_message_new (NULL, N_("There is no room {room}.")),
                                    "room", number));
  return NULL;
}
