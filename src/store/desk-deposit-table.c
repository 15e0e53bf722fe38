/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-deposit-table.h"

#include "desk-row.h"

#define FIELDS \
  "id, stay_id, business_date, received_at, tender, amount_minor, state, version"
#define INSERT_DEPOSIT \
  "INSERT INTO deposit (" FIELDS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
#define SET_STATE \
  "UPDATE deposit SET state = $1, version = version + 1 WHERE id = $2 AND state = $3"
#define LIST_STAY "SELECT " FIELDS " FROM deposit WHERE stay_id = $1 ORDER BY id"

/**
 * desk_deposit_record_free:
 * @self: (nullable): a record
 */
void
desk_deposit_record_free (DeskDepositRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->tender);
  g_free (self->state);
  g_free (self);
}

static gpointer
read_deposit (DeskStmt *stmt)
{
  DeskDepositRecord *record = g_new0 (DeskDepositRecord, 1);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->stay_id = desk_stmt_get_int64 (stmt, 1);
  record->business_date = desk_row_get_date (stmt, 2);
  record->received_at = desk_stmt_get_int64 (stmt, 3);
  record->tender = desk_row_dup_text (stmt, 4);
  record->amount_minor = desk_stmt_get_int64 (stmt, 5);
  record->state = desk_row_dup_text (stmt, 6);
  record->version = desk_stmt_get_int64 (stmt, 7);
  return record;
}

/**
 * desk_deposit_table_insert:
 * @record: a new row, its id from the counter `deposit`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_deposit_table_insert (DeskDb                   *db,
                           const DeskDepositRecord  *record,
                           GError                  **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_DEPOSIT, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->stay_id, error) &&
         desk_row_bind_date (stmt, 3, record->business_date, error) &&
         desk_stmt_bind_int64 (stmt, 4, record->received_at, error) &&
         desk_stmt_bind_text (stmt, 5, record->tender, error) &&
         desk_stmt_bind_int64 (stmt, 6, record->amount_minor, error) &&
         desk_stmt_bind_text (stmt, 7, record->state, error) &&
         desk_stmt_bind_int64 (stmt, 8, record->version, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_deposit_table_set_state:
 * @id: a deposit
 * @from: the state it is in
 * @to: the state it comes to
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where it is in another
 *   state by now
 */
gboolean
desk_deposit_table_set_state (DeskDb      *db,
                              gint64       id,
                              const char  *from,
                              const char  *to,
                              GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SET_STATE, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, to, error) &&
         desk_stmt_bind_int64 (stmt, 2, id, error) &&
         desk_stmt_bind_text (stmt, 3, from, error) &&
         desk_row_run_update (db, stmt, "deposit", error);
}

/**
 * desk_deposit_table_list_stay:
 *
 * Returns: (transfer full) (element-type DeskDepositRecord) (nullable): what was received
 *   before the stay, whatever came of it, oldest first; or %NULL with @error set
 */
GPtrArray *
desk_deposit_table_list_stay (DeskDb  *db,
                              gint64   stay_id,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, LIST_STAY, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, stay_id, error))
    return NULL;
  return desk_row_list (stmt, read_deposit, (GDestroyNotify) desk_deposit_record_free, error);
}
