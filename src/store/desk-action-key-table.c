/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-key-table.h"

#include "desk-row.h"

#define INSERT_KEY \
  "INSERT INTO action_key (key, entry_id, digest, action, made_at) VALUES ($1, $2, $3, $4, $5)"
#define SELECT_KEY "SELECT key, entry_id, digest, action, made_at FROM action_key WHERE key = $1"

/**
 * desk_action_key_record_free:
 * @self: (nullable): a record
 */
void
desk_action_key_record_free (DeskActionKeyRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->digest);
  g_free (self->action);
  g_free (self);
}

static gpointer
read_key (DeskStmt *stmt)
{
  DeskActionKeyRecord *record = g_new0 (DeskActionKeyRecord, 1);

  record->key = desk_row_dup_text (stmt, 0);
  record->entry_id = desk_stmt_get_int64 (stmt, 1);
  record->digest = desk_row_dup_text (stmt, 2);
  record->action = desk_row_dup_text (stmt, 3);
  record->made_at = desk_stmt_get_int64 (stmt, 4);
  return record;
}

/**
 * desk_action_key_table_insert:
 * @record: what was done under a key
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS for an action done before
 */
gboolean
desk_action_key_table_insert (DeskDb                     *db,
                              const DeskActionKeyRecord  *record,
                              GError                    **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_KEY, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, record->key, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->entry_id, error) &&
         desk_stmt_bind_text (stmt, 3, record->digest, error) &&
         desk_stmt_bind_text (stmt, 4, record->action, error) &&
         desk_stmt_bind_int64 (stmt, 5, record->made_at, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_action_key_table_find:
 * @out: (out) (transfer full) (nullable): what was done under @key, %NULL: nothing
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_action_key_table_find (DeskDb               *db,
                            const char           *key,
                            DeskActionKeyRecord **out,
                            GError              **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_KEY, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, key, error) &&
         desk_row_find (stmt, read_key, (gpointer *) out, error);
}
