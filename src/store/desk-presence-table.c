/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-presence-table.h"

#include "desk-row.h"

#define FIELDS "id, room_id, occupancy_id, from_at, to_at, version"
#define INSERT_PRESENCE \
  "INSERT INTO room_presence (id, room_id, occupancy_id, kind, from_at, to_at, version) " \
  "VALUES ($1, $2, $3, 'move', $4, $5, $6)"
#define END_PRESENCE \
  "UPDATE room_presence SET to_at = $1, version = version + 1 WHERE id = $2 AND version = $3"
#define SELECT_OPEN \
  "SELECT " FIELDS " FROM room_presence WHERE occupancy_id = $1 AND kind = 'move' " \
  "AND to_at IS NULL ORDER BY id DESC LIMIT 1"

#define SELECT_LEFT \
  "SELECT " FIELDS " FROM room_presence WHERE room_id = $1 AND kind = 'move' " \
  "AND to_at IS NOT NULL ORDER BY from_at DESC LIMIT 1"

/**
 * desk_presence_record_free:
 * @self: (nullable): a record
 */
void
desk_presence_record_free (DeskPresenceRecord *self)
{
  g_free (self);
}

static gpointer
read_presence (DeskStmt *stmt)
{
  DeskPresenceRecord *record = g_new0 (DeskPresenceRecord, 1);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->room_id = desk_stmt_get_int64 (stmt, 1);
  record->occupancy_id = desk_stmt_get_int64 (stmt, 2);
  record->from_at = desk_stmt_get_int64 (stmt, 3);
  record->to_at = desk_stmt_get_int64 (stmt, 4);
  record->version = desk_stmt_get_int64 (stmt, 5);
  return record;
}

/**
 * desk_presence_table_insert:
 * @record: a new row, its id from the counter `room_presence`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_presence_table_insert (DeskDb                    *db,
                            const DeskPresenceRecord  *record,
                            GError                   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_PRESENCE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->room_id, error) &&
         desk_stmt_bind_int64 (stmt, 3, record->occupancy_id, error) &&
         desk_stmt_bind_int64 (stmt, 4, record->from_at, error) &&
         desk_row_bind_id (stmt, 5, record->to_at, error) &&
         desk_stmt_bind_int64 (stmt, 6, record->version, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_presence_table_end:
 * @record: where somebody is, with the version it was read at
 * @to_at: when they left, microseconds since 1970, UTC
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …
 */
gboolean
desk_presence_table_end (DeskDb              *db,
                         DeskPresenceRecord  *record,
                         gint64               to_at,
                         GError             **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, END_PRESENCE, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, to_at, error) ||
      !desk_stmt_bind_int64 (stmt, 2, record->id, error) ||
      !desk_stmt_bind_int64 (stmt, 3, record->version, error) ||
      !desk_row_run_update (db, stmt, "room of the party", error))
    return FALSE;

  record->to_at = to_at;
  record->version++;
  return TRUE;
}

/**
 * desk_presence_table_find_open:
 * @out: (out) (transfer full) (nullable): where the party is since it moved, %NULL: it
 *   never moved
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_presence_table_find_open (DeskDb              *db,
                               gint64               occupancy_id,
                               DeskPresenceRecord **out,
                               GError             **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_OPEN, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, occupancy_id, error) &&
         desk_row_find (stmt, read_presence, (gpointer *) out, error);
}

/**
 * desk_presence_table_find_left:
 * @out: (out) (transfer full) (nullable): who left the room last, %NULL: nobody did
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_presence_table_find_left (DeskDb              *db,
                               gint64               room_id,
                               DeskPresenceRecord **out,
                               GError             **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_LEFT, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, room_id, error) &&
         desk_row_find (stmt, read_presence, (gpointer *) out, error);
}
