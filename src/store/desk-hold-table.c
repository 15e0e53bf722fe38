/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-hold-table.h"

#include "desk-row.h"

#define FIELDS \
  "id, stay_id, tender, card, amount_minor, state, placed_at, released_at, visible_by, version"
#define INSERT_HOLD \
  "INSERT INTO hold (" FIELDS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
#define UPDATE_HOLD \
  "UPDATE hold SET state = $1, released_at = $2, visible_by = $3, version = version + 1 " \
  "WHERE id = $4 AND version = $5"
#define LIST_STAY "SELECT " FIELDS " FROM hold WHERE stay_id = $1 ORDER BY id"

/**
 * desk_hold_record_free:
 * @self: (nullable): a record
 */
void
desk_hold_record_free (DeskHoldRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->tender);
  g_free (self->card);
  g_free (self->state);
  g_free (self);
}

static gpointer
read_hold (DeskStmt *stmt)
{
  DeskHoldRecord *record = g_new0 (DeskHoldRecord, 1);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->stay_id = desk_stmt_get_int64 (stmt, 1);
  record->tender = desk_row_dup_text (stmt, 2);
  record->card = desk_row_dup_text (stmt, 3);
  record->amount_minor = desk_stmt_get_int64 (stmt, 4);
  record->state = desk_row_dup_text (stmt, 5);
  record->placed_at = desk_stmt_get_int64 (stmt, 6);
  record->released_at = desk_stmt_get_int64 (stmt, 7);
  record->visible_by = desk_row_get_date (stmt, 8);
  record->version = desk_stmt_get_int64 (stmt, 9);
  return record;
}

/**
 * desk_hold_table_insert:
 * @record: a new row, its id from the counter `hold`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_hold_table_insert (DeskDb                *db,
                        const DeskHoldRecord  *record,
                        GError               **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_HOLD, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->stay_id, error) &&
         desk_stmt_bind_text (stmt, 3, record->tender, error) &&
         desk_stmt_bind_text (stmt, 4, record->card, error) &&
         desk_stmt_bind_int64 (stmt, 5, record->amount_minor, error) &&
         desk_stmt_bind_text (stmt, 6, record->state, error) &&
         desk_stmt_bind_int64 (stmt, 7, record->placed_at, error) &&
         desk_row_bind_id (stmt, 8, record->released_at, error) &&
         desk_row_bind_date (stmt, 9, record->visible_by, error) &&
         desk_stmt_bind_int64 (stmt, 10, record->version, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_hold_table_update:
 * @record: a row with the version it was read at; its state, and when it was released
 *   and will be seen to be, are written
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …
 */
gboolean
desk_hold_table_update (DeskDb          *db,
                        DeskHoldRecord  *record,
                        GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_HOLD, error);

  if (stmt == NULL ||
      !desk_stmt_bind_text (stmt, 1, record->state, error) ||
      !desk_row_bind_id (stmt, 2, record->released_at, error) ||
      !desk_row_bind_date (stmt, 3, record->visible_by, error) ||
      !desk_stmt_bind_int64 (stmt, 4, record->id, error) ||
      !desk_stmt_bind_int64 (stmt, 5, record->version, error) ||
      !desk_row_run_update (db, stmt, "hold", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_hold_table_list_stay:
 *
 * Returns: (transfer full) (element-type DeskHoldRecord) (nullable): what cards were asked
 *   to keep ready for the stay, whatever came of it, oldest first; or %NULL with @error set
 */
GPtrArray *
desk_hold_table_list_stay (DeskDb  *db,
                           gint64   stay_id,
                           GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, LIST_STAY, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, stay_id, error))
    return NULL;
  return desk_row_list (stmt, read_hold, (GDestroyNotify) desk_hold_record_free, error);
}
