/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sqlite-private.h"

/* Statements: compiled once and kept, bound, stepped through and read. */

void
desk_sqlite_stmt_free (DeskStmt *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

/* The same text must mean the same to another engine, which numbers its
 * parameters by what is written: $1 … $n in the order of first use. */
static gboolean
numbered_in_order (sqlite3_stmt *handle)
{
  int n = sqlite3_bind_parameter_count (handle);
  int i;

  for (i = 1; i <= n; i++)
    {
      char expected[16];

      g_snprintf (expected, sizeof expected, "$%d", i);
      if (g_strcmp0 (sqlite3_bind_parameter_name (handle, i), expected) != 0)
        return FALSE;
    }
  return TRUE;
}

/* A text is nearly always a constant, and then its place tells which: comparing is
 * much quicker than making a hash of it. */
#define MAX_PLACES 1024

static DeskStmt *
find_kept (DeskDb      *self,
           const char  *sql)
{
  DeskStmt *stmt = g_hash_table_lookup (self->places, sql);

  if (stmt != NULL && g_str_equal (stmt->sql, sql))
    return stmt;

  stmt = g_hash_table_lookup (self->statements, sql);
  if (stmt != NULL && g_hash_table_size (self->places) < MAX_PLACES)
    g_hash_table_insert (self->places, (gpointer) sql, stmt);
  return stmt;
}

DeskStmt *
desk_sqlite_take_kept (DeskDb      *self,
                       const char  *sql,
                       GError     **error)
{
  DeskStmt *stmt = find_kept (self, sql);
  sqlite3_stmt *handle = NULL;
  int result;

  if (stmt != NULL && !stmt->in_use)
    {
      stmt->in_use = TRUE;
      return stmt;
    }

  result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (result != SQLITE_OK)
    {
      desk_sqlite_set_error (self->handle, result, error);
      return NULL;
    }
  g_assert (numbered_in_order (handle));

  stmt = g_new0 (DeskStmt, 1);
  stmt->db = self;
  stmt->sql = g_strdup (sql);
  stmt->handle = handle;
  stmt->in_use = TRUE;
  stmt->kept = !g_hash_table_contains (self->statements, sql);
  if (stmt->kept)
    g_hash_table_insert (self->statements, stmt->sql, stmt);
  return stmt;
}

/**
 * desk_db_prepare:
 * @self: a connection
 * @sql: one statement with parameters $1 … $n, numbered in the order of first use
 * @error: return location for a #GError
 *
 * Hands out the statement for @sql. It is compiled once and kept; where it is
 * in use already (a statement within the loop over its own rows) a second one
 * is made.
 *
 * Returns: (transfer full) (nullable): the statement, or %NULL with @error set
 */
DeskStmt *
desk_db_prepare (DeskDb      *self,
                 const char  *sql,
                 GError     **error)
{
  if (!desk_sqlite_may_go_on (self, DESK_DB_POINT_PREPARE, sql, error))
    return NULL;

  return desk_sqlite_take_kept (self, sql, error);
}

/**
 * desk_stmt_unref:
 * @self: a statement
 *
 * Gives the statement back: it is reset, and what was read from it is gone.
 */
void
desk_stmt_unref (DeskStmt *self)
{
  if (!self->kept)
    {
      desk_sqlite_stmt_free (self);
      return;
    }

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->in_use = FALSE;
}

static gboolean
check_bound (DeskStmt  *self,
             int        result,
             GError   **error)
{
  if (result == SQLITE_OK)
    return TRUE;

  desk_sqlite_set_error (self->db->handle, result, error);
  return FALSE;
}

/**
 * desk_stmt_bind_int64:
 * @index: number of the parameter, from 1
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stmt_bind_int64 (DeskStmt  *self,
                      int        index,
                      gint64     value,
                      GError   **error)
{
  return check_bound (self, sqlite3_bind_int64 (self->handle, index, value), error);
}

/**
 * desk_stmt_bind_text:
 * @index: number of the parameter, from 1
 * @text: (nullable): copied; %NULL binds NULL
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stmt_bind_text (DeskStmt    *self,
                     int          index,
                     const char  *text,
                     GError     **error)
{
  return check_bound (self,
                      sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT),
                      error);
}

/**
 * desk_stmt_bind_bytes:
 * @index: number of the parameter, from 1
 * @bytes: copied
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stmt_bind_bytes (DeskStmt    *self,
                      int          index,
                      const void  *bytes,
                      gsize        length,
                      GError     **error)
{
  return check_bound (self,
                      sqlite3_bind_blob64 (self->handle, index, bytes, length, SQLITE_TRANSIENT),
                      error);
}

/**
 * desk_stmt_bind_null:
 * @index: number of the parameter, from 1
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stmt_bind_null (DeskStmt  *self,
                     int        index,
                     GError   **error)
{
  return check_bound (self, sqlite3_bind_null (self->handle, index), error);
}

/**
 * desk_stmt_step:
 * @row: (out): whether there is a row to read
 * @error: return location for a #GError
 *
 * Goes to the next row. What was borrowed from the row before is gone.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stmt_step (DeskStmt  *self,
                gboolean  *row,
                GError   **error)
{
  int result;

  if (!desk_sqlite_may_go_on (self->db, DESK_DB_POINT_STEP, self->sql, error))
    return FALSE;

  result = sqlite3_step (self->handle);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    {
      desk_sqlite_set_error (self->db->handle, result, error);
      return FALSE;
    }

  *row = result == SQLITE_ROW;
  return TRUE;
}

/**
 * desk_stmt_run:
 * @error: return location for a #GError
 *
 * Executes a statement whose rows, if any, are of no interest. It may then be
 * bound and run again.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stmt_run (DeskStmt  *self,
               GError   **error)
{
  gboolean row = TRUE;

  while (row)
    if (!desk_stmt_step (self, &row, error))
      return FALSE;

  sqlite3_reset (self->handle);
  return TRUE;
}

/**
 * desk_stmt_is_null:
 * @column: from 0
 *
 * Returns: whether the value is NULL
 */
gboolean
desk_stmt_is_null (DeskStmt *self,
                   int       column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * desk_stmt_get_int64:
 * @column: from 0
 *
 * Returns: the number; 0 where it is NULL
 */
gint64
desk_stmt_get_int64 (DeskStmt *self,
                     int       column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * desk_stmt_get_text:
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text, until the next step; %NULL where it is NULL
 */
const char *
desk_stmt_get_text (DeskStmt *self,
                    int       column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * desk_stmt_get_bytes:
 * @column: from 0
 * @length: (out): how many bytes
 *
 * Returns: (transfer none) (nullable): the bytes, until the next step; %NULL where
 *   there are none
 */
const guint8 *
desk_stmt_get_bytes (DeskStmt *self,
                     int       column,
                     gsize    *length)
{
  const guint8 *bytes = sqlite3_column_blob (self->handle, column);

  *length = (gsize) sqlite3_column_bytes (self->handle, column);
  return bytes;
}
