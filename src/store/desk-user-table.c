/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-user-table.h"

#include "desk-row.h"

#define USER_COLUMNS "name, role, pin_hash, active, failed, locked_until, login, version"
#define INSERT_USER \
  "INSERT INTO user_account (" USER_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
#define UPDATE_USER \
  "UPDATE user_account SET name = $1, role = $2, pin_hash = $3, active = $4, failed = $5, " \
  "locked_until = $6, version = version + 1 WHERE login = $7 AND version = $8"
#define SELECT_USER "SELECT " USER_COLUMNS " FROM user_account WHERE login = $1"
#define SELECT_USERS "SELECT " USER_COLUMNS " FROM user_account ORDER BY login"

/**
 * desk_user_record_free:
 * @self: (nullable): a record
 */
void
desk_user_record_free (DeskUserRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->login);
  g_free (self->name);
  g_free (self->pin_hash);
  g_free (self);
}

/* A role nobody knows is none: it may do nothing. */
static gpointer
read_user (DeskStmt *stmt)
{
  DeskUserRecord *record = g_new0 (DeskUserRecord, 1);

  record->name = desk_row_dup_text (stmt, 0);
  if (!desk_role_parse (desk_stmt_get_text (stmt, 1), &record->role))
    record->role = DESK_ROLE_NONE;
  record->pin_hash = desk_row_dup_text (stmt, 2);
  record->active = desk_stmt_get_int64 (stmt, 3) != 0;
  record->failed = (int) desk_stmt_get_int64 (stmt, 4);
  record->locked_until = desk_stmt_get_int64 (stmt, 5);
  record->login = desk_row_dup_text (stmt, 6);
  record->version = desk_stmt_get_int64 (stmt, 7);
  return record;
}

static gboolean
bind_user (DeskStmt              *stmt,
           const DeskUserRecord  *record,
           GError               **error)
{
  return desk_stmt_bind_text (stmt, 1, record->name, error) &&
         desk_stmt_bind_text (stmt, 2, desk_role_to_string (record->role), error) &&
         desk_stmt_bind_text (stmt, 3, record->pin_hash, error) &&
         desk_stmt_bind_int64 (stmt, 4, record->active, error) &&
         desk_stmt_bind_int64 (stmt, 5, record->failed, error) &&
         desk_stmt_bind_int64 (stmt, 6, record->locked_until, error) &&
         desk_stmt_bind_text (stmt, 7, record->login, error) &&
         desk_stmt_bind_int64 (stmt, 8, record->version, error);
}

/**
 * desk_user_table_insert:
 * @record: somebody new
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS for a login that is taken
 */
gboolean
desk_user_table_insert (DeskDb                *db,
                        const DeskUserRecord  *record,
                        GError               **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_USER, error);

  return stmt != NULL &&
         bind_user (stmt, record, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_user_table_update:
 * @record: as it shall be, with the version it was read at; its version grows by one
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …
 */
gboolean
desk_user_table_update (DeskDb          *db,
                        DeskUserRecord  *record,
                        GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_USER, error);

  if (stmt == NULL ||
      !bind_user (stmt, record, error) ||
      !desk_row_run_update (db, stmt, "user", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_user_table_find:
 * @out: (out) (transfer full) (nullable): the user, %NULL where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_user_table_find (DeskDb          *db,
                      const char      *login,
                      DeskUserRecord **out,
                      GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_USER, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, login, error) &&
         desk_row_find (stmt, read_user, (gpointer *) out, error);
}

/**
 * desk_user_table_list:
 *
 * Returns: (transfer full) (element-type DeskUserRecord) (nullable): everybody by
 *   login, active or not, or %NULL with @error set
 */
GPtrArray *
desk_user_table_list (DeskDb  *db,
                      GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_USERS, error);

  if (stmt == NULL)
    return NULL;
  return desk_row_list (stmt, read_user, (GDestroyNotify) desk_user_record_free, error);
}
