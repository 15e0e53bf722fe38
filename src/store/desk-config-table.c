/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-config-table.h"

#include "desk-row.h"

#define INSERT_CONFIG \
  "INSERT INTO config (id, text, digest, applied_at, applied_by) VALUES ($1, $2, $3, $4, $5)"
#define SELECT_CONFIG \
  "SELECT id, text, digest, applied_at, applied_by FROM config WHERE id = $1"
#define SELECT_NEWEST "SELECT max (id) FROM config"

/**
 * desk_config_record_free:
 * @self: (nullable): a record
 */
void
desk_config_record_free (DeskConfigRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->applied_by);
  g_free (self);
}

static gpointer
read_config (DeskStmt *stmt)
{
  DeskConfigRecord *record = g_new0 (DeskConfigRecord, 1);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->text = desk_row_dup_text (stmt, 1);
  desk_row_get_hash (stmt, 2, record->digest);
  record->applied_at = desk_stmt_get_int64 (stmt, 3);
  record->applied_by = desk_row_dup_text (stmt, 4);
  return record;
}

/**
 * desk_config_table_insert:
 * @record: the new version, its id from the counter `config`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_config_table_insert (DeskDb                  *db,
                          const DeskConfigRecord  *record,
                          GError                 **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_CONFIG, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_stmt_bind_text (stmt, 2, record->text, error) &&
         desk_row_bind_hash (stmt, 3, record->digest, error) &&
         desk_stmt_bind_int64 (stmt, 4, record->applied_at, error) &&
         desk_stmt_bind_text (stmt, 5, record->applied_by, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_config_table_get:
 * @id: version of the set-up
 *
 * Returns: (transfer full) (nullable): the version, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskConfigRecord *
desk_config_table_get (DeskDb  *db,
                       gint64   id,
                       GError **error)
{
  return desk_row_get_by_id (db, SELECT_CONFIG, id, read_config, error);
}

/**
 * desk_config_table_get_newest:
 * @id: (out): the version in force, 0 where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_config_table_get_newest (DeskDb  *db,
                              gint64  *id,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NEWEST, error);

  return stmt != NULL && desk_row_get_number (stmt, id, error);
}
