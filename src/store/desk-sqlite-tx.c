/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sqlite-private.h"

/* Transactions, of which a connection has one at a time. */

/* A commit that began is not given up lightly: everything in it was checked. */
#define COMMIT_TRIES 6

/* One statement that is run again and again, and so kept. */
static gboolean
run_kept (DeskDb      *self,
          const char  *sql,
          GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_sqlite_take_kept (self, sql, error);
  int result;

  if (stmt == NULL)
    return FALSE;

  result = sqlite3_step (stmt->handle);
  if (result == SQLITE_DONE || result == SQLITE_ROW)
    return TRUE;

  desk_sqlite_set_error (self->handle, result, error);
  return FALSE;
}

/**
 * desk_tx_begin:
 * @self: an empty transaction
 * @db: the connection, not in a transaction
 * @error: return location for a #GError
 *
 * Begins to write: from here on nobody else writes. Waits up to ten seconds for
 * who writes now.
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_BUSY, %DESK_ERROR_READ_ONLY …
 */
gboolean
desk_tx_begin (DeskTx  *self,
               DeskDb  *db,
               GError **error)
{
  g_assert (self->db == NULL && !db->in_tx);

  if (!desk_sqlite_run_script (db, DESK_DB_POINT_BEGIN, "BEGIN IMMEDIATE", error))
    return FALSE;

  self->db = db;
  db->in_tx = TRUE;
  return TRUE;
}

/**
 * desk_tx_begin_read:
 * @self: an empty transaction
 * @db: the connection, not in a transaction
 * @error: return location for a #GError
 *
 * Begins to read: everything read until the end is of one moment. Keep it
 * short, for whoever wants to commit waits for it.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_tx_begin_read (DeskTx  *self,
                    DeskDb  *db,
                    GError **error)
{
  g_assert (self->db == NULL && !db->in_tx);

  if (!desk_sqlite_may_go_on (db, DESK_DB_POINT_BEGIN, "BEGIN DEFERRED", error) ||
      !run_kept (db, "BEGIN DEFERRED", error))
    return FALSE;

  self->db = db;
  db->in_tx = TRUE;

  /* The moment is that of the first read, so let it be now. */
  if (!desk_sqlite_may_go_on (db, DESK_DB_POINT_BEGIN, "SELECT", error) ||
      !run_kept (db, "SELECT 1 FROM sqlite_schema LIMIT 1", error))
    {
      desk_tx_clear (self);
      return FALSE;
    }
  return TRUE;
}

/**
 * desk_tx_commit:
 * @self: a transaction that began
 * @error: return location for a #GError
 *
 * Makes everything since the beginning durable. A commit that meets a reader
 * is tried again, for up to a minute. Where it fails nothing was changed, and the
 * transaction is over.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_tx_commit (DeskTx  *self,
                GError **error)
{
  DeskDb *db = self->db;
  int result = SQLITE_BUSY;
  int tries;

  g_assert (db != NULL && db->in_tx);

  if (!desk_sqlite_may_go_on (db, DESK_DB_POINT_COMMIT, "COMMIT", error))
    {
      desk_tx_clear (self);
      return FALSE;
    }

  for (tries = 0; tries < COMMIT_TRIES && (result & 0xff) == SQLITE_BUSY; tries++)
    result = sqlite3_exec (db->handle, "COMMIT", NULL, NULL, NULL);

  if (result != SQLITE_OK)
    {
      desk_sqlite_set_error (db->handle, result, error);
      desk_tx_clear (self);
      return FALSE;
    }

  db->in_tx = FALSE;
  self->db = NULL;
  return TRUE;
}

/**
 * desk_tx_clear:
 * @self: a transaction, or an empty one
 *
 * Rolls back what was not committed.
 */
void
desk_tx_clear (DeskTx *self)
{
  DeskDb *db = self->db;

  if (db == NULL)
    return;

  /* After some errors the engine has rolled back by itself. */
  if (!sqlite3_get_autocommit (db->handle))
    run_kept (db, "ROLLBACK", NULL);
  db->in_tx = FALSE;
  self->db = NULL;
}
