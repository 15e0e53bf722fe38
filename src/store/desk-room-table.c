/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-table.h"

#include "desk-row.h"

#define ROOM_COLUMNS \
  "number, room_type, floor, features, clean, service, service_till, service_reason, occupied, " \
  "hk_occupied, rush, retired, id, version"
#define INSERT_ROOM \
  "INSERT INTO room (" ROOM_COLUMNS ") " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
#define UPDATE_ROOM \
  "UPDATE room SET number = $1, room_type = $2, floor = $3, features = $4, clean = $5, " \
  "service = $6, service_till = $7, service_reason = $8, occupied = $9, hk_occupied = $10, " \
  "rush = $11, retired = $12, version = version + 1 WHERE id = $13 AND version = $14"
#define SOIL_OCCUPIED \
  "UPDATE room SET clean = 'dirty', version = version + 1 WHERE occupied = 1 AND clean <> 'dirty'"
#define FORGET_SEEN \
  "UPDATE room SET hk_occupied = NULL, version = version + 1 WHERE hk_occupied IS NOT NULL"
#define END_SERVICE \
  "UPDATE room SET service = 'in', service_till = NULL, service_reason = NULL, clean = 'dirty', " \
  "version = version + 1 WHERE service <> 'in' AND service_till <= $1"
#define SELECT_ROOM "SELECT " ROOM_COLUMNS " FROM room WHERE id = $1"
#define SELECT_NUMBER "SELECT " ROOM_COLUMNS " FROM room WHERE number = $1"
#define SELECT_RUSH \
  "SELECT number FROM room WHERE rush = 1 AND retired = 0 ORDER BY length (number), number"

#define SELECT_ROOMS "SELECT " ROOM_COLUMNS " FROM room WHERE retired = 0 ORDER BY number"

/**
 * desk_room_record_free:
 * @self: (nullable): a record
 */
void
desk_room_record_free (DeskRoomRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->room_type);
  g_free (self->floor);
  g_free (self->features);
  g_free (self->clean);
  g_free (self->service);
  g_free (self->service_reason);
  g_free (self);
}

static gpointer
read_room (DeskStmt *stmt)
{
  DeskRoomRecord *record = g_new0 (DeskRoomRecord, 1);

  record->number = desk_row_dup_text (stmt, 0);
  record->room_type = desk_row_dup_text (stmt, 1);
  record->floor = desk_row_dup_text (stmt, 2);
  record->features = desk_row_dup_text (stmt, 3);
  record->clean = desk_row_dup_text (stmt, 4);
  record->service = desk_row_dup_text (stmt, 5);
  record->service_till = desk_row_get_date (stmt, 6);
  record->service_reason = desk_row_dup_text (stmt, 7);
  record->occupied = desk_stmt_get_int64 (stmt, 8) != 0;
  record->hk_occupied = desk_stmt_is_null (stmt, 9) ? -1 : (int) desk_stmt_get_int64 (stmt, 9);
  record->rush = desk_stmt_get_int64 (stmt, 10) != 0;
  record->retired = desk_stmt_get_int64 (stmt, 11) != 0;
  record->id = desk_stmt_get_int64 (stmt, 12);
  record->version = desk_stmt_get_int64 (stmt, 13);
  return record;
}

static gboolean
bind_room (DeskStmt              *stmt,
           const DeskRoomRecord  *record,
           GError               **error)
{
  return desk_stmt_bind_text (stmt, 1, record->number, error) &&
         desk_stmt_bind_text (stmt, 2, record->room_type, error) &&
         desk_stmt_bind_text (stmt, 3, record->floor, error) &&
         desk_stmt_bind_text (stmt, 4, record->features, error) &&
         desk_stmt_bind_text (stmt, 5, record->clean, error) &&
         desk_stmt_bind_text (stmt, 6, record->service, error) &&
         desk_row_bind_date (stmt, 7, record->service_till, error) &&
         desk_stmt_bind_text (stmt, 8, record->service_reason, error) &&
         desk_stmt_bind_int64 (stmt, 9, record->occupied, error) &&
         (record->hk_occupied < 0
            ? desk_stmt_bind_null (stmt, 10, error)
            : desk_stmt_bind_int64 (stmt, 10, record->hk_occupied, error)) &&
         desk_stmt_bind_int64 (stmt, 11, record->rush, error) &&
         desk_stmt_bind_int64 (stmt, 12, record->retired, error) &&
         desk_stmt_bind_int64 (stmt, 13, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 14, record->version, error);
}

/**
 * desk_room_table_insert:
 * @record: a new room, its id from the counter `room`
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS for a number that is taken
 */
gboolean
desk_room_table_insert (DeskDb                *db,
                        const DeskRoomRecord  *record,
                        GError               **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_ROOM, error);

  return stmt != NULL &&
         bind_room (stmt, record, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_room_table_update:
 * @record: the room as it shall be, with the version it was read at; its version
 *   grows by one
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where somebody
 *   else changed the room since
 */
gboolean
desk_room_table_update (DeskDb          *db,
                        DeskRoomRecord  *record,
                        GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_ROOM, error);

  if (stmt == NULL ||
      !bind_room (stmt, record, error) ||
      !desk_row_run_update (db, stmt, "room", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_room_table_soil_occupied:
 *
 * What a night does to every room that is slept in.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_room_table_soil_occupied (DeskDb  *db,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SOIL_OCCUPIED, error);

  return stmt != NULL && desk_stmt_run (stmt, error);
}

static gboolean
run_for_day (DeskDb      *db,
             const char  *sql,
             DeskDate     day,
             GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql, error);

  return stmt != NULL &&
         (day == DESK_DATE_NONE || desk_row_bind_date (stmt, 1, day, error)) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_room_table_begin_day:
 * @day: the business date that begins
 *
 * What housekeeping saw was seen yesterday. A room that was out of order or of
 * service until @day is back, and dirty until somebody has been there.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_room_table_begin_day (DeskDb    *db,
                           DeskDate   day,
                           GError   **error)
{
  return run_for_day (db, FORGET_SEEN, DESK_DATE_NONE, error) &&
         run_for_day (db, END_SERVICE, day, error);
}

/**
 * desk_room_table_get:
 *
 * Returns: (transfer full) (nullable): the room, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskRoomRecord *
desk_room_table_get (DeskDb  *db,
                     gint64   id,
                     GError **error)
{
  return desk_row_get_by_id (db, SELECT_ROOM, id, read_room, error);
}

/**
 * desk_room_table_find:
 * @number: as on the door
 * @out: (out) (transfer full) (nullable): the room, %NULL where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_room_table_find (DeskDb          *db,
                      const char      *number,
                      DeskRoomRecord **out,
                      GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NUMBER, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, number, error) &&
         desk_row_find (stmt, read_room, (gpointer *) out, error);
}

/**
 * desk_room_table_list:
 *
 * Returns: (transfer full) (element-type DeskRoomRecord) (nullable): all rooms that are
 *   not retired, by number as text, or %NULL with @error set
 */
GPtrArray *
desk_room_table_list (DeskDb  *db,
                      GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_ROOMS, error);

  if (stmt == NULL)
    return NULL;
  return desk_row_list (stmt, read_room, (GDestroyNotify) desk_room_record_free, error);
}

static gpointer
read_number (DeskStmt *stmt)
{
  return desk_row_dup_text (stmt, 0);
}

/**
 * desk_room_table_list_rush:
 *
 * Returns: (transfer full) (element-type utf8) (nullable): numbers of the rooms that housekeeping
 *   is asked to do next, or %NULL with @error set
 */
GPtrArray *
desk_room_table_list_rush (DeskDb  *db,
                           GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_RUSH, error);

  if (stmt == NULL)
    return NULL;
  return desk_row_list (stmt, read_number, g_free, error);
}
