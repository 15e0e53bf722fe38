/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-private.h"

#include <sqlite3.h>
#include <unistd.h>

#include "desk-error.h"

/* How long somebody else may hold the file before we say so. */
#define BUSY_LIMIT_US (10 * G_USEC_PER_SEC)

/* A commit that began is not given up lightly: everything in it was checked. */
#define COMMIT_TRIES 6

struct _DeskDb
{
  /* Owned */
  char            *path;
  sqlite3         *handle;
  GHashTable      *statements;  /* SQL text -> DeskStmt, which owns the text */
  GHashTable      *places;      /* where a text stood -> DeskStmt (unowned) */

  /* State */
  gboolean         in_tx;
  guint64          jitter;
  gint64           waited_us;
  DeskDbFaultFunc  fault;
  gpointer         fault_data;
};

struct _DeskStmt
{
  DeskDb       *db;       /* (unowned) */
  char         *sql;
  sqlite3_stmt *handle;
  gboolean      kept;     /* in the connection's table */
  gboolean      in_use;
};

static int
constraint_code (int extended)
{
  switch (extended)
    {
    case SQLITE_CONSTRAINT_TRIGGER:
      return DESK_ERROR_REFUSED;
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return DESK_ERROR_EXISTS;
    case SQLITE_CONSTRAINT_CHECK:
    case SQLITE_CONSTRAINT_NOTNULL:
    case SQLITE_CONSTRAINT_DATATYPE:
      return DESK_ERROR_INVALID;
    default:
      return DESK_ERROR_STORAGE;
    }
}

/* What the engine's codes mean at the desk; NULL: the engine's own words. */
static const struct
{
  int         engine;
  DeskError   code;
  const char *words;
} meanings[] = {
  { SQLITE_BUSY, DESK_ERROR_BUSY, "another program holds the file" },
  { SQLITE_LOCKED, DESK_ERROR_BUSY, "another program holds the file" },
  { SQLITE_FULL, DESK_ERROR_FULL, "the disk is full" },
  { SQLITE_READONLY, DESK_ERROR_READ_ONLY, "the file or its folder cannot be written" },
  { SQLITE_PERM, DESK_ERROR_READ_ONLY, "the file or its folder cannot be written" },
  { SQLITE_NOTADB, DESK_ERROR_NOT_DATABASE, "the file is not a database" },
  { SQLITE_CORRUPT, DESK_ERROR_DAMAGED, "the file itself is damaged" },
  { SQLITE_CANTOPEN, DESK_ERROR_STORAGE, "the file cannot be opened" },
  { SQLITE_IOERR, DESK_ERROR_STORAGE, "the disk could not be read or written" },
};

static void
set_error (sqlite3  *handle,
           int       result,
           GError  **error)
{
  gsize i;

  if ((result & 0xff) == SQLITE_CONSTRAINT)
    {
      int code = constraint_code (sqlite3_extended_errcode (handle));

      /* What a trigger says is for people; the rest is for a log. */
      g_set_error (error, DESK_ERROR, code,
                   code == DESK_ERROR_REFUSED ? "%s" : "%s; nothing was changed",
                   sqlite3_errmsg (handle));
      return;
    }

  for (i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if ((result & 0xff) == meanings[i].engine)
        {
          g_set_error (error, DESK_ERROR, (int) meanings[i].code,
                       "%s; nothing was changed", meanings[i].words);
          return;
        }
    }

  g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "%s; nothing was changed",
               handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result));
}

static gboolean
may_go_on (DeskDb       *self,
           DeskDbPoint   point,
           const char   *sql,
           GError      **error)
{
  return self->fault == NULL || self->fault (point, sql, self->fault_data, error);
}

/* Whoever waits for the file looks again after so long at most. */
#define LONGEST_PAUSE_US 1000

/* Long enough for that also where the machine has other things to do. */
#define GIVE_WAY_US 5000

/* Sleeps 0.3 to 1 ms. The lengths differ between connections, so that two of
 * them do not wake in step; they need not be unpredictable. */
static gboolean
wait_a_little (DeskDb *self)
{
  gint64 pause_us;

  if (self->waited_us >= BUSY_LIMIT_US)
    return FALSE;

  self->jitter = self->jitter * G_GUINT64_CONSTANT (6364136223846793005) +
                 G_GUINT64_CONSTANT (1442695040888963407);
  pause_us = 300 + (gint64) ((self->jitter >> 33) % (LONGEST_PAUSE_US - 300 + 1));
  g_usleep ((gulong) pause_us);
  self->waited_us += pause_us;
  return TRUE;
}

static int
on_busy_cb (void *user_data,
            int   n_before)
{
  DeskDb *self = user_data;

  if (n_before == 0)
    self->waited_us = 0;
  return wait_a_little (self);
}

/**
 * desk_db_give_way:
 * @self: a connection that is not in a transaction
 *
 * Lets go of the file long enough for whoever waits for it to notice. For long
 * work in many transactions, which would otherwise take the file again at once.
 */
void
desk_db_give_way (DeskDb *self)
{
  g_assert (!self->in_tx);

  g_usleep (GIVE_WAY_US);
}

static void
stmt_free (DeskStmt *self)
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

static DeskStmt *
take_kept (DeskDb      *self,
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
      set_error (self->handle, result, error);
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
  if (!may_go_on (self, DESK_DB_POINT_PREPARE, sql, error))
    return NULL;

  return take_kept (self, sql, error);
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
      stmt_free (self);
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

  set_error (self->db->handle, result, error);
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

  if (!may_go_on (self->db, DESK_DB_POINT_STEP, self->sql, error))
    return FALSE;

  result = sqlite3_step (self->handle);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    {
      set_error (self->db->handle, result, error);
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

static gboolean
run_script (DeskDb       *self,
            DeskDbPoint   point,
            const char   *script,
            GError      **error)
{
  int result;

  if (!may_go_on (self, point, script, error))
    return FALSE;

  result = sqlite3_exec (self->handle, script, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;

  set_error (self->handle, result, error);
  return FALSE;
}

/* One statement that is run again and again, and so kept. */
static gboolean
run_kept (DeskDb      *self,
          const char  *sql,
          GError     **error)
{
  g_autoptr (DeskStmt) stmt = take_kept (self, sql, error);
  int result;

  if (stmt == NULL)
    return FALSE;

  result = sqlite3_step (stmt->handle);
  if (result == SQLITE_DONE || result == SQLITE_ROW)
    return TRUE;

  set_error (self->handle, result, error);
  return FALSE;
}

/**
 * desk_db_exec:
 * @script: one or more statements without parameters
 * @error: return location for a #GError
 *
 * Executes a script. Outside a transaction each of its statements stands alone.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_db_exec (DeskDb      *self,
              const char  *script,
              GError     **error)
{
  return run_script (self, DESK_DB_POINT_EXEC, script, error);
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

  if (!run_script (db, DESK_DB_POINT_BEGIN, "BEGIN IMMEDIATE", error))
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

  if (!may_go_on (db, DESK_DB_POINT_BEGIN, "BEGIN DEFERRED", error) ||
      !run_kept (db, "BEGIN DEFERRED", error))
    return FALSE;

  self->db = db;
  db->in_tx = TRUE;

  /* The moment is that of the first read, so let it be now. */
  if (!may_go_on (db, DESK_DB_POINT_BEGIN, "SELECT", error) ||
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

  if (!may_go_on (db, DESK_DB_POINT_COMMIT, "COMMIT", error))
    {
      desk_tx_clear (self);
      return FALSE;
    }

  for (tries = 0; tries < COMMIT_TRIES && (result & 0xff) == SQLITE_BUSY; tries++)
    result = sqlite3_exec (db->handle, "COMMIT", NULL, NULL, NULL);

  if (result != SQLITE_OK)
    {
      set_error (db->handle, result, error);
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

/* The engine counts every byte it asks for, under a lock; nobody asks for the sum. */
static gpointer
set_up_engine (gpointer unused)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

/*
 * desk_db_connect:
 * @path: a file that is there
 *
 * Opens the connection alone; desk_db_open() makes the file, checks whose it
 * is and sets it up.
 */
DeskDb *
desk_db_connect (const char  *path,
                 gboolean     read_only,
                 GError     **error)
{
  g_autoptr (DeskDb) self = g_new0 (DeskDb, 1);
  int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  static GOnce engine = G_ONCE_INIT;
  int result;

  g_once (&engine, set_up_engine, NULL);

  /* A connection belongs to one thread, so it need not guard itself. */
  flags |= SQLITE_OPEN_NOMUTEX;
  self->path = g_strdup (path);
  self->jitter = (guint64) (guintptr) self ^ ((guint64) getpid () << 40);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) stmt_free);
  self->places = g_hash_table_new (g_direct_hash, g_direct_equal);

  result = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      set_error (self->handle, result, error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, on_busy_cb, self);

  /* No door for a file that was made to do harm, nor for a misspelt name that
   * would be taken for a string. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  /* The engine would fall back to reading, and tell only who writes. */
  if (!read_only && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      set_error (self->handle, SQLITE_READONLY, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * desk_db_close:
 * @self: a connection without statements in use
 */
void
desk_db_close (DeskDb *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->places);
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/**
 * desk_db_get_path:
 *
 * Returns: (transfer none): the path it was opened with
 */
const char *
desk_db_get_path (DeskDb *self)
{
  return self->path;
}

/**
 * desk_db_get_n_changed:
 *
 * Returns: how many rows the last INSERT, UPDATE or DELETE wrote
 */
gint64
desk_db_get_n_changed (DeskDb *self)
{
  return sqlite3_changes64 (self->handle);
}

/**
 * desk_db_set_fault:
 * @func: (nullable): asked at each point; %NULL: nobody
 *
 * For tests only: lets the seam fail as the disk might.
 */
void
desk_db_set_fault (DeskDb          *self,
                   DeskDbFaultFunc  func,
                   gpointer         user_data)
{
  self->fault = func;
  self->fault_data = user_data;
}

