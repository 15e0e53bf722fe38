/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-night-table.h"

#include "desk-error.h"
#include "desk-row.h"

#define CLAIM \
  "INSERT INTO room_night (room_id, night, occupancy_id, block_id) " \
  "VALUES ($1, $2, $3, NULL) ON CONFLICT (room_id, night) DO NOTHING"
#define RELEASE "DELETE FROM room_night WHERE room_id = $1 AND night = $2 AND occupancy_id = $3"
#define HOLDER \
  "SELECT k.night, k.occupancy_id, k.block_id, s.id, s.confirmation FROM room_night k " \
  "LEFT JOIN stay s ON s.id = (SELECT min (t.id) FROM stay t " \
  "WHERE t.occupancy_id = k.occupancy_id) "
#define SELECT_HOLDER HOLDER "WHERE k.room_id = $1 AND k.night = $2"
#define SELECT_NEXT \
  HOLDER "WHERE k.room_id = $1 AND k.night >= $2 AND coalesce (k.occupancy_id, -1) <> $3 " \
  "ORDER BY k.night LIMIT 1"
#define SELECT_TAKEN \
  "SELECT k.room_id FROM room r JOIN room_night k ON k.room_id = r.id AND k.night >= $1 " \
  "AND k.night < $2 WHERE coalesce (k.occupancy_id, -1) <> $3"

/**
 * desk_room_night_holder_free:
 * @self: (nullable): a holder
 */
void
desk_room_night_holder_free (DeskRoomNightHolder *self)
{
  if (self == NULL)
    return;
  g_free (self->confirmation);
  g_free (self);
}

static gpointer
read_holder (DeskStmt *stmt)
{
  DeskRoomNightHolder *holder = g_new0 (DeskRoomNightHolder, 1);

  holder->night = desk_row_get_date (stmt, 0);
  holder->occupancy_id = desk_stmt_get_int64 (stmt, 1);
  holder->block_id = desk_stmt_get_int64 (stmt, 2);
  holder->stay_id = desk_stmt_get_int64 (stmt, 3);
  holder->confirmation = desk_row_dup_text (stmt, 4);
  return holder;
}

static gboolean
check_holder (DeskDb    *db,
              gint64     room_id,
              DeskDate   night,
              gint64     occupancy_id,
              GError   **error)
{
  g_autoptr (DeskRoomNightHolder) holder = NULL;
  char date[DESK_DATE_LENGTH];

  if (!desk_room_night_table_find (db, room_id, night, &holder, error))
    return FALSE;
  if (holder != NULL && holder->occupancy_id == occupancy_id)
    return TRUE;

  desk_date_print (night, date);
  if (holder != NULL && holder->confirmation != NULL)
    g_set_error (error, DESK_ERROR, DESK_ERROR_EXISTS,
                 "the night of %s is held by %s", date, holder->confirmation);
  else
    g_set_error (error, DESK_ERROR, DESK_ERROR_EXISTS,
                 "the room is blocked in the night of %s", date);
  return FALSE;
}

/**
 * desk_room_night_table_claim:
 * @occupancy_id: who shall have the room that night; it may have it already, for
 *   another of its sharers
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS where it is somebody
 *   else's; the message names their confirmation number
 */
gboolean
desk_room_night_table_claim (DeskDb    *db,
                             gint64     room_id,
                             DeskDate   night,
                             gint64     occupancy_id,
                             GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, CLAIM, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, room_id, error) ||
      !desk_row_bind_date (stmt, 2, night, error) ||
      !desk_stmt_bind_int64 (stmt, 3, occupancy_id, error) ||
      !desk_stmt_run (stmt, error))
    return FALSE;

  return desk_db_get_n_changed (db) == 1 ||
         check_holder (db, room_id, night, occupancy_id, error);
}

/**
 * desk_room_night_table_release:
 * @occupancy_id: who has the room that night; all sharers go along
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where it was not theirs
 */
gboolean
desk_room_night_table_release (DeskDb    *db,
                               gint64     room_id,
                               DeskDate   night,
                               gint64     occupancy_id,
                               GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, RELEASE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, room_id, error) &&
         desk_row_bind_date (stmt, 2, night, error) &&
         desk_stmt_bind_int64 (stmt, 3, occupancy_id, error) &&
         desk_row_run_update (db, stmt, "night of the room", error);
}

/**
 * desk_room_night_table_find:
 * @out: (out) (transfer full) (nullable): whose the night is, %NULL: nobody's
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_room_night_table_find (DeskDb               *db,
                            gint64                room_id,
                            DeskDate              night,
                            DeskRoomNightHolder **out,
                            GError              **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_HOLDER, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, room_id, error) &&
         desk_row_bind_date (stmt, 2, night, error) &&
         desk_row_find (stmt, read_holder, (gpointer *) out, error);
}

/**
 * desk_room_night_table_find_next:
 * @from: the first night that is looked at
 * @but_occupancy_id: who is not meant, or 0
 * @out: (out) (transfer full) (nullable): who comes next into the room, %NULL: nobody
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_room_night_table_find_next (DeskDb               *db,
                                 gint64                room_id,
                                 DeskDate              from,
                                 gint64                but_occupancy_id,
                                 DeskRoomNightHolder **out,
                                 GError              **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NEXT, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, room_id, error) &&
         desk_row_bind_date (stmt, 2, from, error) &&
         desk_stmt_bind_int64 (stmt, 3, but_occupancy_id, error) &&
         desk_row_find (stmt, read_holder, (gpointer *) out, error);
}

/**
 * desk_room_night_table_list_taken:
 * @from: the first night
 * @to: the first night that is no longer looked at
 * @but_occupancy_id: whose own nights do not count, or 0
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids of the rooms that are
 *   somebody else's in any of these nights, or %NULL with @error set
 */
GHashTable *
desk_room_night_table_list_taken (DeskDb    *db,
                                  DeskDate   from,
                                  DeskDate   to,
                                  gint64     but_occupancy_id,
                                  GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_TAKEN, error);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, from, error) ||
      !desk_row_bind_date (stmt, 2, to, error) ||
      !desk_stmt_bind_int64 (stmt, 3, but_occupancy_id, error))
    return NULL;
  for (;;)
    {
      gint64 room_id;
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&taken);
      room_id = desk_stmt_get_int64 (stmt, 0);
      g_hash_table_add (taken, g_memdup2 (&room_id, sizeof room_id));
    }
}
