/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sqlite-private.h"

#include <unistd.h>

#include "desk-db-private.h"
#include "desk-error.h"

/* The connection: opening it, waiting for the file, and what the engine's errors mean. */

/* How long somebody else may hold the file before we say so. */
#define BUSY_LIMIT_US (10 * G_USEC_PER_SEC)

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

void
desk_sqlite_set_error (sqlite3  *handle,
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

gboolean
desk_sqlite_run_script (DeskDb       *self,
                        DeskDbPoint   point,
                        const char   *script,
                        GError      **error)
{
  int result;

  if (!desk_sqlite_may_go_on (self, point, script, error))
    return FALSE;

  result = sqlite3_exec (self->handle, script, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;

  desk_sqlite_set_error (self->handle, result, error);
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
  return desk_sqlite_run_script (self, DESK_DB_POINT_EXEC, script, error);
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
                                            (GDestroyNotify) desk_sqlite_stmt_free);
  self->places = g_hash_table_new (g_direct_hash, g_direct_equal);

  result = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      desk_sqlite_set_error (self->handle, result, error);
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
      desk_sqlite_set_error (self->handle, SQLITE_READONLY, error);
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

