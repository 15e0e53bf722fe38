/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-table.h"

#include "desk-row.h"

#define CASE_FIELDS \
  "id, stay_id, guest_id, topic, channel, state, opened_at, opened_by, closed_at, version"
#define INSERT_CASE \
  "INSERT INTO case_file (" CASE_FIELDS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
#define SELECT_OPEN \
  "SELECT " CASE_FIELDS " FROM case_file WHERE stay_id = $1 AND state = 'open' " \
  "ORDER BY id DESC LIMIT 1"
#define INSERT_STEP \
  "INSERT INTO case_step (case_id, n, kind, made_at, made_by, entry_id, note_id) " \
  "SELECT $1, coalesce (max (n), 0) + 1, $2, $3, $4, $5, $6 FROM case_step WHERE case_id = $7"

/**
 * desk_case_record_free:
 * @self: (nullable): a record
 */
void
desk_case_record_free (DeskCaseRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->topic);
  g_free (self->channel);
  g_free (self->opened_by);
  g_free (self);
}

static gpointer
read_case (DeskStmt *stmt)
{
  DeskCaseRecord *record = g_new0 (DeskCaseRecord, 1);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->stay_id = desk_stmt_get_int64 (stmt, 1);
  record->guest_id = desk_stmt_get_int64 (stmt, 2);
  record->topic = desk_row_dup_text (stmt, 3);
  record->channel = desk_row_dup_text (stmt, 4);
  record->open = g_strcmp0 (desk_stmt_get_text (stmt, 5), "open") == 0;
  record->opened_at = desk_stmt_get_int64 (stmt, 6);
  record->opened_by = desk_row_dup_text (stmt, 7);
  record->closed_at = desk_stmt_get_int64 (stmt, 8);
  record->version = desk_stmt_get_int64 (stmt, 9);
  return record;
}

/**
 * desk_case_table_insert:
 * @record: a new case, its id from the counter `case_file`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_case_table_insert (DeskDb                *db,
                        const DeskCaseRecord  *record,
                        GError               **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_CASE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_row_bind_id (stmt, 2, record->stay_id, error) &&
         desk_row_bind_id (stmt, 3, record->guest_id, error) &&
         desk_stmt_bind_text (stmt, 4, record->topic, error) &&
         desk_stmt_bind_text (stmt, 5, record->channel, error) &&
         desk_stmt_bind_text (stmt, 6, record->open ? "open" : "closed", error) &&
         desk_stmt_bind_int64 (stmt, 7, record->opened_at, error) &&
         desk_stmt_bind_text (stmt, 8, record->opened_by, error) &&
         desk_row_bind_id (stmt, 9, record->closed_at, error) &&
         desk_stmt_bind_int64 (stmt, 10, record->version, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_case_table_find_open:
 * @stay_id: a stay
 * @out: (out) (transfer full) (nullable): its newest open case, %NULL: none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_case_table_find_open (DeskDb          *db,
                           gint64           stay_id,
                           DeskCaseRecord **out,
                           GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_OPEN, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, stay_id, error) &&
         desk_row_find (stmt, read_case, (gpointer *) out, error);
}

/**
 * desk_case_table_add_step:
 * @record: what happened; it is numbered on from the step before
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_case_table_add_step (DeskDb                    *db,
                          const DeskCaseStepRecord  *record,
                          GError                   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_STEP, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->case_id, error) &&
         desk_stmt_bind_text (stmt, 2, record->kind, error) &&
         desk_stmt_bind_int64 (stmt, 3, record->made_at, error) &&
         desk_stmt_bind_text (stmt, 4, record->made_by, error) &&
         desk_row_bind_id (stmt, 5, record->entry_id, error) &&
         desk_row_bind_id (stmt, 6, record->note_id, error) &&
         desk_stmt_bind_int64 (stmt, 7, record->case_id, error) &&
         desk_stmt_run (stmt, error);
}
