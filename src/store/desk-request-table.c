/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-request-table.h"

#include "desk-row.h"

#define FIELDS \
  "kind, stay_id, room_id, department, due_at, place, state, made_at, made_by, done_at, " \
  "done_by, note_id, id, version"
#define INSERT_REQUEST \
  "INSERT INTO request (" FIELDS ") " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
#define UPDATE_REQUEST \
  "UPDATE request SET kind = $1, stay_id = $2, room_id = $3, department = $4, due_at = $5, " \
  "place = $6, state = $7, made_at = $8, made_by = $9, done_at = $10, done_by = $11, " \
  "note_id = $12, version = version + 1 WHERE id = $13 AND version = $14"
#define SELECT_REQUEST "SELECT " FIELDS " FROM request WHERE id = $1"
#define SELECT_OPEN \
  "SELECT " FIELDS " FROM request WHERE stay_id = $1 AND state = 'open' ORDER BY id"

/**
 * desk_request_record_free:
 * @self: (nullable): a record
 */
void
desk_request_record_free (DeskRequestRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->department);
  g_free (self->place);
  g_free (self->state);
  g_free (self->made_by);
  g_free (self->done_by);
  g_free (self);
}

static gpointer
read_request (DeskStmt *stmt)
{
  DeskRequestRecord *record = g_new0 (DeskRequestRecord, 1);

  record->kind = desk_row_dup_text (stmt, 0);
  record->stay_id = desk_stmt_get_int64 (stmt, 1);
  record->room_id = desk_stmt_get_int64 (stmt, 2);
  record->department = desk_row_dup_text (stmt, 3);
  record->due_at = desk_stmt_get_int64 (stmt, 4);
  record->place = desk_row_dup_text (stmt, 5);
  record->state = desk_row_dup_text (stmt, 6);
  record->made_at = desk_stmt_get_int64 (stmt, 7);
  record->made_by = desk_row_dup_text (stmt, 8);
  record->done_at = desk_stmt_get_int64 (stmt, 9);
  record->done_by = desk_row_dup_text (stmt, 10);
  record->note_id = desk_stmt_get_int64 (stmt, 11);
  record->id = desk_stmt_get_int64 (stmt, 12);
  record->version = desk_stmt_get_int64 (stmt, 13);
  return record;
}

static gboolean
bind_request (DeskStmt                 *stmt,
              const DeskRequestRecord  *record,
              GError                  **error)
{
  return desk_stmt_bind_text (stmt, 1, record->kind, error) &&
         desk_row_bind_id (stmt, 2, record->stay_id, error) &&
         desk_row_bind_id (stmt, 3, record->room_id, error) &&
         desk_stmt_bind_text (stmt, 4, record->department, error) &&
         desk_row_bind_id (stmt, 5, record->due_at, error) &&
         desk_stmt_bind_text (stmt, 6, record->place, error) &&
         desk_stmt_bind_text (stmt, 7, record->state, error) &&
         desk_stmt_bind_int64 (stmt, 8, record->made_at, error) &&
         desk_stmt_bind_text (stmt, 9, record->made_by, error) &&
         desk_row_bind_id (stmt, 10, record->done_at, error) &&
         desk_stmt_bind_text (stmt, 11, record->done_by, error) &&
         desk_row_bind_id (stmt, 12, record->note_id, error) &&
         desk_stmt_bind_int64 (stmt, 13, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 14, record->version, error);
}

/**
 * desk_request_table_insert:
 * @record: a new request, its id from the counter `request`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_request_table_insert (DeskDb                   *db,
                           const DeskRequestRecord  *record,
                           GError                  **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_REQUEST, error);

  return stmt != NULL &&
         bind_request (stmt, record, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_request_table_update:
 * @record: as it shall be, with the version it was read at; its version grows by one
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …
 */
gboolean
desk_request_table_update (DeskDb             *db,
                           DeskRequestRecord  *record,
                           GError            **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_REQUEST, error);

  if (stmt == NULL ||
      !bind_request (stmt, record, error) ||
      !desk_row_run_update (db, stmt, "request", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_request_table_get:
 *
 * Returns: (transfer full) (nullable): the request, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskRequestRecord *
desk_request_table_get (DeskDb  *db,
                        gint64   id,
                        GError **error)
{
  return desk_row_get_by_id (db, SELECT_REQUEST, id, read_request, error);
}

/**
 * desk_request_table_list_open:
 *
 * Returns: (transfer full) (element-type DeskRequestRecord) (nullable): what was promised
 *   to a stay and is still to be done, or %NULL with @error set
 */
GPtrArray *
desk_request_table_list_open (DeskDb  *db,
                              gint64   stay_id,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_OPEN, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, stay_id, error))
    return NULL;
  return desk_row_list (stmt, read_request, (GDestroyNotify) desk_request_record_free, error);
}
