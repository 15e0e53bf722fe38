/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-state-table.h"

#include "desk-error.h"
#include "desk-row.h"

#define INSERT_STATE \
  "INSERT INTO property_state (id, business_date, test_clock, confirmation_prefix, created_at, " \
  "created_by) VALUES (1, $1, $2, $3, $4, $5)"
#define SELECT_STATE \
  "SELECT business_date, test_clock, confirmation_prefix, created_at, created_by " \
  "FROM property_state WHERE id = 1"
#define ADVANCE_DATE \
  "UPDATE property_state SET business_date = $1 WHERE id = 1 AND business_date = $2"

/**
 * desk_state_record_free:
 * @self: (nullable): a record
 */
void
desk_state_record_free (DeskStateRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->confirmation_prefix);
  g_free (self->created_by);
  g_free (self);
}

static gpointer
read_state (DeskStmt *stmt)
{
  DeskStateRecord *record = g_new0 (DeskStateRecord, 1);

  record->business_date = desk_row_get_date (stmt, 0);
  record->test_clock = desk_stmt_get_int64 (stmt, 1) != 0;
  record->confirmation_prefix = desk_row_dup_text (stmt, 2);
  record->created_at = desk_stmt_get_int64 (stmt, 3);
  record->created_by = desk_row_dup_text (stmt, 4);
  return record;
}

/**
 * desk_state_table_insert:
 * @record: the property as it begins
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS where it has begun
 */
gboolean
desk_state_table_insert (DeskDb                 *db,
                         const DeskStateRecord  *record,
                         GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_STATE, error);

  return stmt != NULL &&
         desk_row_bind_date (stmt, 1, record->business_date, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->test_clock, error) &&
         desk_stmt_bind_text (stmt, 3, record->confirmation_prefix, error) &&
         desk_stmt_bind_int64 (stmt, 4, record->created_at, error) &&
         desk_stmt_bind_text (stmt, 5, record->created_by, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_state_table_get:
 *
 * Returns: (transfer full) (nullable): the property's row, or %NULL with @error
 *   set: %DESK_ERROR_NOT_FOUND before it was made, %DESK_ERROR_TAMPERED where it
 *   has no date
 */
DeskStateRecord *
desk_state_table_get (DeskDb  *db,
                      GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_STATE, error);
  g_autoptr (DeskStateRecord) record = NULL;

  if (stmt != NULL)
    record = desk_row_get (stmt, read_state, "property", error);

  if (record != NULL && record->business_date == DESK_DATE_NONE)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_TAMPERED, "the business date is not a date");
      return NULL;
    }
  return g_steal_pointer (&record);
}

/**
 * desk_state_table_get_business_date:
 * @out: (out): the open day
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_state_table_get_business_date (DeskDb    *db,
                                    DeskDate  *out,
                                    GError   **error)
{
  g_autoptr (DeskStateRecord) record = desk_state_table_get (db, error);

  if (record == NULL)
    return FALSE;

  *out = record->business_date;
  return TRUE;
}

/**
 * desk_state_table_advance:
 * @from: the day that is closed
 * @to: the day that opens
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where @from is
 *   not the open day
 */
gboolean
desk_state_table_advance (DeskDb    *db,
                          DeskDate   from,
                          DeskDate   to,
                          GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, ADVANCE_DATE, error);

  return stmt != NULL &&
         desk_row_bind_date (stmt, 1, to, error) &&
         desk_row_bind_date (stmt, 2, from, error) &&
         desk_row_run_update (db, stmt, "business date", error);
}
