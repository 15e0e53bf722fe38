/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-table.h"

#include "desk-row.h"

#define SEAL_FIELDS \
  "business_date, entry_id, last_posting, postings, totals, hash, sealed_at, sealed_by"
#define INSERT_SEAL \
  "INSERT INTO seal (" SEAL_FIELDS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
#define SELECT_SEAL "SELECT " SEAL_FIELDS " FROM seal WHERE business_date = $1"

/**
 * desk_seal_record_free:
 * @self: (nullable): a record
 */
void
desk_seal_record_free (DeskSealRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->totals);
  g_free (self->sealed_by);
  g_free (self);
}

static gpointer
read_seal (DeskStmt *stmt)
{
  DeskSealRecord *record = g_new0 (DeskSealRecord, 1);

  record->business_date = desk_row_get_date (stmt, 0);
  record->entry_id = desk_stmt_get_int64 (stmt, 1);
  record->last_posting = desk_stmt_get_int64 (stmt, 2);
  record->postings = desk_stmt_get_int64 (stmt, 3);
  record->totals = desk_row_dup_text (stmt, 4);
  desk_row_get_hash (stmt, 5, record->hash);
  record->sealed_at = desk_stmt_get_int64 (stmt, 6);
  record->sealed_by = desk_row_dup_text (stmt, 7);
  return record;
}

/**
 * desk_seal_table_insert:
 * @record: a day that is closed now
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS where it was closed before
 */
gboolean
desk_seal_table_insert (DeskDb                *db,
                        const DeskSealRecord  *record,
                        GError               **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_SEAL, error);

  return stmt != NULL &&
         desk_row_bind_date (stmt, 1, record->business_date, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->entry_id, error) &&
         desk_stmt_bind_int64 (stmt, 3, record->last_posting, error) &&
         desk_stmt_bind_int64 (stmt, 4, record->postings, error) &&
         desk_stmt_bind_text (stmt, 5, record->totals, error) &&
         desk_row_bind_hash (stmt, 6, record->hash, error) &&
         desk_stmt_bind_int64 (stmt, 7, record->sealed_at, error) &&
         desk_stmt_bind_text (stmt, 8, record->sealed_by, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_seal_table_find:
 * @out: (out) (transfer full) (nullable): the day's seal, %NULL where it is not closed
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_seal_table_find (DeskDb          *db,
                      DeskDate         business_date,
                      DeskSealRecord **out,
                      GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_SEAL, error);

  return stmt != NULL &&
         desk_row_bind_date (stmt, 1, business_date, error) &&
         desk_row_find (stmt, read_seal, (gpointer *) out, error);
}
