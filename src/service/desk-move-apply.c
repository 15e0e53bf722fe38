/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-move-private.h"

#include <string.h>

#include "desk-change-table.h"
#include "desk-complain.h"
#include "desk-counter-table.h"
#include "desk-presence-table.h"
#include "desk-request-table.h"
#include "desk-room-night-table.h"
#include "desk-stay-night-table.h"

/*
 * Carrying out what a move changes. Each effect checks what it finds before it
 * changes it, and done backwards, from and to exchanged, it takes itself back.
 */

/* The id of a room by its number; 0 where there is no number. */
static gboolean
find_room_id (DeskDb      *db,
              const char  *number,
              gint64      *id,
              GError     **error)
{
  g_autoptr (DeskRoomRecord) room = NULL;

  *id = 0;
  if (number == NULL)
    return TRUE;
  if (!desk_room_table_find (db, number, &room, error))
    return FALSE;
  if (room == NULL)
    return desk_complain_changed (error);
  *id = room->id;
  return TRUE;
}

static gboolean
find_rooms (DeskDb            *db,
            const DeskEffect  *effect,
            gint64            *from,
            gint64            *to,
            GError           **error)
{
  return find_room_id (db, effect->from, from, error) &&
         find_room_id (db, effect->to, to, error);
}

static gboolean
set_room_night (DeskDb            *db,
                const DeskEffect  *effect,
                GError           **error)
{
  DeskDate night;
  gint64 from;
  gint64 to;

  return desk_date_parse (effect->key, &night, error) &&
         find_rooms (db, effect, &from, &to, error) &&
         (from == 0 || desk_room_night_table_release (db, from, night, effect->id, error)) &&
         (to == 0 || desk_room_night_table_claim (db, to, night, effect->id, error)) &&
         desk_stay_night_table_change_room (db, effect->id, night, from, to, error);
}

/* "2026-09-04/17": the night and the other occupancy. */
static gboolean
parse_swap (const DeskEffect  *effect,
            DeskDate          *night,
            gint64            *other,
            GError           **error)
{
  const char *slash = strchr (effect->key, '/');
  g_autofree char *date = NULL;

  if (slash == NULL || !g_ascii_string_to_signed (slash + 1, 10, 1, G_MAXINT64, other, NULL))
    return desk_complain_changed (error);
  date = g_strndup (effect->key, (gsize) (slash - effect->key));
  return desk_date_parse (date, night, error);
}

/* Both let go before either takes: the database never sees two in one room. */
static gboolean
swap_rooms (DeskDb            *db,
            const DeskEffect  *effect,
            GError           **error)
{
  DeskDate night;
  gint64 other;
  gint64 from;
  gint64 to;

  return parse_swap (effect, &night, &other, error) &&
         find_rooms (db, effect, &from, &to, error) &&
         desk_room_night_table_release (db, from, night, effect->id, error) &&
         desk_room_night_table_release (db, to, night, other, error) &&
         desk_room_night_table_claim (db, to, night, effect->id, error) &&
         desk_room_night_table_claim (db, from, night, other, error) &&
         desk_stay_night_table_change_room (db, effect->id, night, from, to, error) &&
         desk_stay_night_table_change_room (db, other, night, to, from, error);
}

static gboolean
set_night (DeskDb            *db,
           const DeskEffect  *effect,
           GError           **error)
{
  g_autoptr (DeskNightRecord) night = NULL;
  g_autofree char *price = NULL;
  DeskDate date;

  if (!desk_date_parse (effect->key, &date, error) ||
      !desk_stay_night_table_find (db, effect->id, date, &night, error))
    return FALSE;
  if (night == NULL)
    return desk_complain_changed (error);

  if (effect->kind == DESK_EFFECT_NIGHT_TYPE)
    {
      if (g_strcmp0 (night->room_type, effect->from) != 0)
        return desk_complain_changed (error);
      g_free (night->room_type);
      night->room_type = g_strdup (effect->to);
      return desk_stay_night_table_update (db, night, error);
    }

  price = desk_move_price_to_string (night->has_price, night->price_minor);
  if (g_strcmp0 (price, effect->from) != 0)
    return desk_complain_changed (error);
  night->has_price = effect->to != NULL;
  night->price_minor = 0;
  if (night->has_price && !g_ascii_string_to_signed (effect->to, 10, 0, G_MAXINT64,
                                                     &night->price_minor, error))
    return FALSE;
  return desk_stay_night_table_update (db, night, error);
}

static gboolean
set_presence (DeskDb             *db,
              const DeskContext  *context,
              const DeskEffect   *effect,
              GError            **error)
{
  g_autoptr (DeskPresenceRecord) before = NULL;
  DeskPresenceRecord now = { 0 };
  gint64 from;
  gint64 to;

  if (!find_rooms (db, effect, &from, &to, error) ||
      !desk_presence_table_find_open (db, effect->id, &before, error))
    return FALSE;
  now.from_at = context->now (context->source);
  if (before != NULL &&
      !desk_presence_table_end (db, before, MAX (now.from_at, before->from_at), error))
    return FALSE;
  if (to == 0)
    return TRUE;   /* the party has left */

  now.room_id = to;
  now.occupancy_id = effect->id;
  now.version = 1;
  return desk_counter_table_next (db, "room_presence", &now.id, error) &&
         desk_presence_table_insert (db, &now, error);
}

static gboolean
set_request_room (DeskDb            *db,
                  const DeskEffect  *effect,
                  GError           **error)
{
  g_autoptr (DeskRequestRecord) request = desk_request_table_get (db, effect->id, error);
  gint64 from;
  gint64 to;

  if (request == NULL || !find_rooms (db, effect, &from, &to, error))
    return FALSE;
  if (request->room_id != from)
    return desk_complain_changed (error);
  request->room_id = to;
  return desk_request_table_update (db, request, error) &&
         desk_change_table_append (db, "request", request->id, error);
}

/* What was asked for is no longer: the newest of its kind for that room. */
static gboolean
drop_request (DeskDb            *db,
              const DeskEffect  *effect,
              gint64             room_id,
              GError           **error)
{
  g_autoptr (GPtrArray) open = desk_request_table_list_open (db, effect->id, error);
  guint i;

  if (open == NULL)
    return FALSE;
  for (i = open->len; i > 0; i--)
    {
      DeskRequestRecord *request = g_ptr_array_index (open, i - 1);

      if (request->room_id != room_id || g_strcmp0 (request->department, effect->key) != 0)
        continue;
      g_free (request->state);
      request->state = g_strdup ("dropped");
      return desk_request_table_update (db, request, error) &&
             desk_change_table_append (db, "request", request->id, error);
    }
  return desk_complain_changed (error);
}

static gboolean
set_request (DeskDb             *db,
             const DeskContext  *context,
             const DeskEffect   *effect,
             GError            **error)
{
  DeskRequestRecord request = { 0 };
  gint64 from;
  gint64 to;

  if (!find_rooms (db, effect, &from, &to, error))
    return FALSE;
  if (to == 0)
    return drop_request (db, effect, from, error);

  request.kind = (char *) "defect";
  request.stay_id = effect->id;
  request.room_id = to;
  request.department = effect->key;
  request.state = (char *) "open";
  request.made_at = context->now (context->source);
  request.made_by = (char *) context->user;
  request.version = 1;
  return desk_counter_table_next (db, "request", &request.id, error) &&
         desk_request_table_insert (db, &request, error) &&
         desk_change_table_append (db, "request", request.id, error);
}

/**
 * desk_move_apply_effect:
 * @db: the database, with a write transaction open
 * @context: who does it
 * @effect: a change of rooms, of what they cost, or of what goes along
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_CHANGED where things are no longer as the plan
 *   found them, or another error
 */
gboolean
desk_move_apply_effect (DeskDb             *db,
                        const DeskContext  *context,
                        const DeskEffect   *effect,
                        GError            **error)
{
  switch (effect->kind)
    {
    case DESK_EFFECT_NIGHT_PRICE:
    case DESK_EFFECT_NIGHT_TYPE:
      return set_night (db, effect, error);
    case DESK_EFFECT_ROOM_NIGHT:
      return set_room_night (db, effect, error);
    case DESK_EFFECT_ROOM_SWAP:
      return swap_rooms (db, effect, error);
    case DESK_EFFECT_PRESENCE:
      return set_presence (db, context, effect, error);
    case DESK_EFFECT_REQUEST_ROOM:
      return set_request_room (db, effect, error);
    case DESK_EFFECT_REQUEST:
      return set_request (db, context, effect, error);
    case DESK_EFFECT_OVERRIDE:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
append_occupancy (DeskDb  *db,
                  gint64   occupancy_id,
                  GError **error)
{
  g_autoptr (GPtrArray) stays = desk_stay_table_list_occupancy (db, occupancy_id, error);
  guint i;

  if (stays == NULL)
    return FALSE;
  for (i = 0; i < stays->len; i++)
    {
      const DeskStayRecord *stay = g_ptr_array_index (stays, i);

      if (!desk_change_table_append (db, "stay", stay->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_first_of_kind (const DeskPlan *plan,
                  guint           index)
{
  const DeskEffect *effect = g_ptr_array_index (plan->effects, index);
  guint i;

  for (i = 0; i < index; i++)
    {
      const DeskEffect *earlier = g_ptr_array_index (plan->effects, i);

      if (earlier->kind == effect->kind && earlier->id == effect->id)
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_move_tell:
 * @db: the database, with a write transaction open
 * @plan: what was carried out
 * @error: return location for a #GError
 *
 * Tells every desk whose nights changed, each stay once.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_move_tell (DeskDb          *db,
                const DeskPlan  *plan,
                GError         **error)
{
  guint i;

  for (i = 0; i < plan->effects->len; i++)
    {
      const DeskEffect *effect = g_ptr_array_index (plan->effects, i);
      gboolean is_room = effect->kind == DESK_EFFECT_ROOM_NIGHT ||
                         effect->kind == DESK_EFFECT_ROOM_SWAP;
      DeskDate night;
      gint64 other = 0;

      if ((!is_room && effect->kind != DESK_EFFECT_NIGHT_PRICE) || !is_first_of_kind (plan, i))
        continue;
      if (!is_room)
        {
          if (!desk_change_table_append (db, "stay", effect->id, error))
            return FALSE;
          continue;
        }
      if (effect->kind == DESK_EFFECT_ROOM_SWAP && !parse_swap (effect, &night, &other, error))
        return FALSE;
      if (!append_occupancy (db, effect->id, error) ||
          (other != 0 && !append_occupancy (db, other, error)))
        return FALSE;
    }
  return TRUE;
}
