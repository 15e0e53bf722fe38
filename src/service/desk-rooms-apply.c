/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rooms-private.h"

#include <string.h>

#include "desk-change-table.h"
#include "desk-complain.h"
#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-room-block-table.h"
#include "desk-room-entry-table.h"
#include "desk-state-table.h"

/*
 * Carrying out what is said of rooms. Each effect checks what it finds before it changes
 * it, and done backwards, from and to exchanged, it takes itself back.
 */

/**
 * desk_rooms_parse_service:
 * @text: "in", or "ooo 2026-09-09 defect"
 * @room: gets it
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where it is neither
 */
gboolean
desk_rooms_parse_service (const char      *text,
                          DeskRoomRecord  *room,
                          GError         **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  gboolean in = strcmp (text, "in") == 0;
  DeskDate till = DESK_DATE_NONE;

  if (!in && (g_strv_length (words) != 3 || (strcmp (words[0], "ooo") != 0 &&
                                             strcmp (words[0], "oos") != 0)))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID, "\"%.40s\" says nothing about a room",
                   text);
      return FALSE;
    }
  if (!in && strcmp (words[1], "-") != 0 && !desk_date_parse (words[1], &till, error))
    return FALSE;

  g_free (room->service);
  g_free (room->service_reason);
  room->service = g_strdup (words[0]);
  room->service_till = till;
  room->service_reason = in || strcmp (words[2], "-") == 0 ? NULL : g_strdup (words[2]);
  return TRUE;
}

/* From today on the nights are free again. */
static gboolean
end_block (DeskDb             *db,
           const DeskContext  *context,
           gint64              room_id,
           DeskDate            today,
           GError            **error)
{
  g_autoptr (DeskRoomBlockRecord) block = NULL;

  if (!desk_room_block_table_find_open (db, room_id, &block, error))
    return FALSE;
  return block == NULL ||
         desk_room_block_table_end (db, block, today, context->now (context->source), error);
}

static gboolean
begin_block (DeskDb                *db,
             const DeskContext     *context,
             const DeskRoomRecord  *room,
             DeskDate               today,
             GError               **error)
{
  DeskRoomBlockRecord block = {
    .room_id = room->id,
    .from_night = today,
    .to_night = room->service_till,
    .reason = room->service_reason != NULL ? room->service_reason : (char *) "",
    .made_at = context->now (context->source),
    .made_by = (char *) context->user,
  };

  return desk_counter_table_next (db, "room_block", &block.id, error) &&
         desk_room_block_table_insert (db, &block, error);
}

static gboolean
set_service (DeskDb             *db,
             const DeskContext  *context,
             DeskRoomRecord     *room,
             const DeskEffect   *effect,
             GError            **error)
{
  g_autofree char *now = desk_rooms_dup_service (room);
  gboolean was_out = g_str_equal (room->service, "ooo");
  DeskDate today;

  if (g_strcmp0 (now, effect->from) != 0)
    return desk_complain_changed (error);
  return desk_state_table_get_business_date (db, &today, error) &&
         desk_rooms_parse_service (effect->to, room, error) &&
         (!was_out || end_block (db, context, room->id, today, error)) &&
         (!g_str_equal (room->service, "ooo") || begin_block (db, context, room, today, error));
}

static int
parse_seen (const char *text)
{
  return text == NULL ? -1 : g_str_equal (text, "1");
}

/**
 * desk_rooms_apply_effect:
 * @db: the database, in a write transaction
 * @context: who does it
 * @effect: what becomes of a room
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set: %DESK_ERROR_CHANGED where the room is not as the plan
 *   found it
 */
gboolean
desk_rooms_apply_effect (DeskDb             *db,
                         const DeskContext  *context,
                         const DeskEffect   *effect,
                         GError            **error)
{
  g_autoptr (DeskRoomRecord) room = desk_room_table_get (db, effect->id, error);

  if (room == NULL)
    return FALSE;
  if (effect->kind == DESK_EFFECT_ROOM_SERVICE)
    {
      if (!set_service (db, context, room, effect, error))
        return FALSE;
    }
  else if (effect->kind == DESK_EFFECT_ROOM_SEEN)
    {
      if (room->hk_occupied != parse_seen (effect->from))
        return desk_complain_changed (error);
      room->hk_occupied = parse_seen (effect->to);
    }
  else
    {
      if (room->rush != g_str_equal (effect->from, "1"))
        return desk_complain_changed (error);
      room->rush = g_str_equal (effect->to, "1");
    }
  return desk_room_table_update (db, room, error) &&
         desk_change_table_append (db, "room", room->id, error);
}

static gboolean
is_about_room (DeskEffectKind kind)
{
  return kind == DESK_EFFECT_ROOM_CLEAN || kind == DESK_EFFECT_ROOM_OCCUPIED ||
         kind == DESK_EFFECT_ROOM_SERVICE || kind == DESK_EFFECT_ROOM_SEEN ||
         kind == DESK_EFFECT_ROOM_RUSH;
}

/**
 * desk_rooms_record:
 * @db: the database, in the write transaction of the action
 * @plan: as it was carried out
 * @entry_id: its audit entry
 * @error: return location for a #GError
 *
 * Each room that was changed keeps in its history what did it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_rooms_record (DeskDb          *db,
                   const DeskPlan  *plan,
                   gint64           entry_id,
                   GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint i;

  for (i = 0; i < plan->effects->len; i++)
    {
      DeskEffect *effect = g_ptr_array_index (plan->effects, i);

      if (is_about_room (effect->kind) && g_hash_table_add (seen, &effect->id) &&
          !desk_room_entry_table_insert (db, effect->id, entry_id, error))
        return FALSE;
    }
  return TRUE;
}
