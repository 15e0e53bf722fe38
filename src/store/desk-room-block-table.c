/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-block-table.h"

#include "desk-row.h"

#define FIELDS \
  "id, room_id, from_night, to_night, reason, made_at, made_by, ended_at, version"
#define INSERT_BLOCK \
  "INSERT INTO room_block (id, room_id, kind, from_night, to_night, reason, made_at, made_by, " \
  "ended_at, version) VALUES ($1, $2, 'ooo', $3, $4, $5, $6, $7, NULL, 1)"
#define INSERT_NIGHT \
  "INSERT INTO room_night (room_id, night, occupancy_id, block_id) VALUES ($1, $2, NULL, $3)"
#define SELECT_OPEN \
  "SELECT " FIELDS " FROM room_block WHERE room_id = $1 AND kind = 'ooo' AND ended_at IS NULL " \
  "ORDER BY from_night DESC, id DESC LIMIT 1"
#define DELETE_NIGHTS "DELETE FROM room_night WHERE block_id = $1 AND night >= $2"
#define END_BLOCK \
  "UPDATE room_block SET ended_at = $1, version = version + 1 WHERE id = $2 AND version = $3"

/**
 * desk_room_block_record_free:
 * @self: (nullable): a record
 */
void
desk_room_block_record_free (DeskRoomBlockRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self->made_by);
  g_free (self);
}

static gpointer
read_block (DeskStmt *stmt)
{
  DeskRoomBlockRecord *record = g_new0 (DeskRoomBlockRecord, 1);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->room_id = desk_stmt_get_int64 (stmt, 1);
  record->from_night = desk_row_get_date (stmt, 2);
  record->to_night = desk_row_get_date (stmt, 3);
  record->reason = desk_row_dup_text (stmt, 4);
  record->made_at = desk_stmt_get_int64 (stmt, 5);
  record->made_by = desk_row_dup_text (stmt, 6);
  record->ended_at = desk_stmt_get_int64 (stmt, 7);
  record->version = desk_stmt_get_int64 (stmt, 8);
  return record;
}

static gboolean
insert_nights (DeskDb                     *db,
               const DeskRoomBlockRecord  *record,
               GError                    **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_NIGHT, error);
  DeskDate night;

  if (stmt == NULL)
    return FALSE;
  for (night = record->from_night; night < record->to_night; night++)
    {
      if (!desk_stmt_bind_int64 (stmt, 1, record->room_id, error) ||
          !desk_row_bind_date (stmt, 2, night, error) ||
          !desk_stmt_bind_int64 (stmt, 3, record->id, error) ||
          !desk_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_room_block_table_insert:
 * @record: a new block, its id from the counter `room_block`; it takes its nights
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS where a night is
 *   somebody's already
 */
gboolean
desk_room_block_table_insert (DeskDb                     *db,
                              const DeskRoomBlockRecord  *record,
                              GError                    **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_BLOCK, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->room_id, error) &&
         desk_row_bind_date (stmt, 3, record->from_night, error) &&
         desk_row_bind_date (stmt, 4, record->to_night, error) &&
         desk_stmt_bind_text (stmt, 5, record->reason, error) &&
         desk_stmt_bind_int64 (stmt, 6, record->made_at, error) &&
         desk_stmt_bind_text (stmt, 7, record->made_by, error) &&
         desk_stmt_run (stmt, error) &&
         insert_nights (db, record, error);
}

/**
 * desk_room_block_table_find_open:
 * @out: (out) (transfer full) (nullable): the block that has not been ended, %NULL: none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_room_block_table_find_open (DeskDb               *db,
                                 gint64                room_id,
                                 DeskRoomBlockRecord **out,
                                 GError              **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_OPEN, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, room_id, error) &&
         desk_row_find (stmt, read_block, (gpointer *) out, error);
}

/**
 * desk_room_block_table_end:
 * @record: a block that has not been ended
 * @from_night: the first night that it gives back; those before it keep
 * @ended_at: microseconds since 1970, UTC
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where somebody else
 *   changed it since
 */
gboolean
desk_room_block_table_end (DeskDb               *db,
                           DeskRoomBlockRecord  *record,
                           DeskDate              from_night,
                           gint64                ended_at,
                           GError              **error)
{
  g_autoptr (DeskStmt) nights = desk_db_prepare (db, DELETE_NIGHTS, error);
  g_autoptr (DeskStmt) block = NULL;

  if (nights == NULL ||
      !desk_stmt_bind_int64 (nights, 1, record->id, error) ||
      !desk_row_bind_date (nights, 2, from_night, error) ||
      !desk_stmt_run (nights, error))
    return FALSE;

  block = desk_db_prepare (db, END_BLOCK, error);
  if (block == NULL ||
      !desk_stmt_bind_int64 (block, 1, ended_at, error) ||
      !desk_stmt_bind_int64 (block, 2, record->id, error) ||
      !desk_stmt_bind_int64 (block, 3, record->version, error) ||
      !desk_row_run_update (db, block, "block of the room", error))
    return FALSE;

  record->ended_at = ended_at;
  record->version++;
  return TRUE;
}
