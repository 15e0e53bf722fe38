/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-error.h"

/* "DESK" in the header of the file */
#define APPLICATION_ID G_GINT64_CONSTANT (0x4445534B)

/*
 * What every connection must be set to, and what it answers when asked.
 *
 * The journal is a rollback journal because the engine, as many systems ship
 * it, can damage a write-ahead log that two programs write at the same instant.
 * Pages are not spilled to the file before a commit, so that readers are held
 * up by nothing but the commit itself.
 */
static const struct
{
  const char *set;
  const char *ask;
  const char *answer;
} settings[] = {
  { "PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate" },
  { "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2" },
  { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1" },
  { "PRAGMA cache_spill = OFF", "PRAGMA cache_spill", "0" },
  { "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0" },
  { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1" },
  { "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0" },
  { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2" },
  { "PRAGMA cache_size = -16384", "PRAGMA cache_size", "-16384" },
};

static gboolean
ask (DeskDb      *self,
     const char  *question,
     char       **answer,
     GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self, question, error);
  gboolean row;

  if (stmt == NULL || !desk_stmt_step (stmt, &row, error))
    return FALSE;

  *answer = row ? g_strdup (desk_stmt_get_text (stmt, 0)) : NULL;
  return TRUE;
}

static gboolean
ask_number (DeskDb      *self,
            const char  *question,
            gint64      *answer,
            GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self, question, error);
  gboolean row;

  if (stmt == NULL || !desk_stmt_step (stmt, &row, error))
    return FALSE;

  *answer = row ? desk_stmt_get_int64 (stmt, 0) : 0;
  return TRUE;
}

static void
set_file_error (GError     **error,
                const char  *doing)
{
  int saved = errno;
  DeskError code = DESK_ERROR_STORAGE;

  if (saved == EACCES || saved == EPERM || saved == EROFS)
    code = DESK_ERROR_READ_ONLY;
  else if (saved == ENOSPC || saved == EDQUOT)
    code = DESK_ERROR_FULL;

  g_set_error (error, DESK_ERROR, (int) code, "%s: %s; nothing was changed",
               doing, g_strerror (saved));
}

/* Makes the file, for its user alone. A file that is there is not touched, not
 * even opened: closing it would drop the locks of another connection. */
static gboolean
make_file (const char  *path,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_file_error (error, "the folder cannot be made");
      return FALSE;
    }

  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      if (errno == EEXIST)
        return TRUE;
      set_file_error (error, "the file cannot be made");
      return FALSE;
    }

  if (fchmod (fd, 0600) != 0)
    {
      set_file_error (error, "the file cannot be made private");
      close (fd);
      return FALSE;
    }
  return g_close (fd, error);
}

/* What can be said better than the engine says it. */
static gboolean
check_place (const char   *path,
             DeskDbFlags   flags,
             GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "it is a folder, not a file");
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "there is no such file");
      return FALSE;
    }
  if ((flags & DESK_DB_READ_ONLY) == 0 && g_access (folder, W_OK) != 0)
    {
      set_file_error (error, "the folder cannot be written");
      return FALSE;
    }
  return TRUE;
}

/* Before anything is set: a file of somebody else stays as it is. */
static gboolean
check_ours (DeskDb       *self,
            DeskDbFlags   flags,
            GError      **error)
{
  gint64 application_id;
  gint64 n_objects;

  if (!ask_number (self, "SELECT count (*) FROM sqlite_schema", &n_objects, error) ||
      !ask_number (self, "PRAGMA application_id", &application_id, error))
    return FALSE;

  if (application_id == APPLICATION_ID ||
      (application_id == 0 && n_objects == 0 && (flags & DESK_DB_CREATE) != 0))
    return TRUE;

  g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_DATABASE,
               n_objects == 0 ? "the file is empty; nothing was changed"
                              : "the file belongs to another program; nothing was changed");
  return FALSE;
}

static gboolean
apply_settings (DeskDb  *self,
                GError **error)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *answer = NULL;

      if (!desk_db_exec (self, settings[i].set, error) ||
          !ask (self, settings[i].ask, &answer, error))
        return FALSE;

      if (g_strcmp0 (answer, settings[i].answer) != 0)
        {
          g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE,
                       "%s had no effect (%s); nothing was changed",
                       settings[i].set, answer);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * desk_db_open:
 * @path: the file
 * @flags: how
 * @error: return location for a #GError
 *
 * Opens a connection. The file is checked to be ours before anything is set,
 * and every setting is read back.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with @error set:
 *   %DESK_ERROR_NOT_DATABASE, %DESK_ERROR_READ_ONLY, %DESK_ERROR_DAMAGED,
 *   %DESK_ERROR_BUSY, %DESK_ERROR_STORAGE
 */
DeskDb *
desk_db_open (const char   *path,
              DeskDbFlags   flags,
              GError      **error)
{
  g_autoptr (DeskDb) self = NULL;

  if (((flags & DESK_DB_CREATE) == 0 || make_file (path, error)) &&
      check_place (path, flags, error))
    self = desk_db_connect (path, (flags & DESK_DB_READ_ONLY) != 0, error);

  if (self == NULL ||
      !check_ours (self, flags, error) ||
      !apply_settings (self, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * desk_db_data_version:
 * @out: (out): a number that differs after another connection has committed
 * @error: return location for a #GError
 *
 * Cheap enough to ask four times a second.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_db_data_version (DeskDb  *self,
                      gint64  *out,
                      GError **error)
{
  return ask_number (self, "PRAGMA data_version", out, error);
}

/**
 * desk_db_check_file:
 * @why: (out) (nullable): what is wrong with the file; %NULL where nothing is
 * @error: return location for a #GError
 *
 * Checks the whole file: its structure, its indexes and the form of its rows.
 * Reads everything in one pass; writers wait for it.
 *
 * Returns: %TRUE when it could be checked, or %FALSE with @error set
 */
gboolean
desk_db_check_file (DeskDb  *self,
                    char   **why,
                    GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *answer = NULL;

  *why = NULL;
  if (!ask (self, "PRAGMA integrity_check (1)", &answer, &local_error))
    {
      if (!g_error_matches (local_error, DESK_ERROR, DESK_ERROR_DAMAGED) &&
          !g_error_matches (local_error, DESK_ERROR, DESK_ERROR_NOT_DATABASE))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      *why = g_strdup (local_error->message);
    }
  else if (g_strcmp0 (answer, "ok") != 0)
    *why = g_steal_pointer (&answer);
  return TRUE;
}

/**
 * desk_db_find_orphan:
 * @table: (out) (nullable): where a row refers to one that is not there; %NULL: nowhere
 * @id: (out): which row, or 0 where the table has no ids
 * @why: (out) (nullable): in plain English
 * @error: return location for a #GError
 *
 * Returns: %TRUE when it could be checked, or %FALSE with @error set
 */
gboolean
desk_db_find_orphan (DeskDb  *self,
                     char   **table,
                     gint64  *id,
                     char   **why,
                     GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self, "PRAGMA foreign_key_check", error);
  gboolean row;

  *table = NULL;
  *why = NULL;
  *id = 0;
  if (stmt == NULL || !desk_stmt_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  *table = g_strdup (desk_stmt_get_text (stmt, 0));
  *id = desk_stmt_get_int64 (stmt, 1);
  *why = g_strdup_printf ("a row of %s refers to a row of %s that is not there", *table,
                          desk_stmt_get_text (stmt, 2));
  return TRUE;
}

/**
 * desk_db_forgo_durability:
 * @self: a connection that is not in a transaction
 * @error: return location for a #GError
 *
 * For a file that is still being made, and that nobody else has open: until it is closed
 * nothing waits for the disk, and after a crash the file is worth nothing. Whoever makes
 * it puts it on the disk as a whole. The next connection is as durable as any.
 *
 * Returns: %FALSE with an error of the storage
 */
gboolean
desk_db_forgo_durability (DeskDb  *self,
                          GError **error)
{
  return desk_db_exec (self,
                       "PRAGMA locking_mode = EXCLUSIVE;"
                       "PRAGMA journal_mode = MEMORY;"
                       "PRAGMA synchronous = OFF;",
                       error);
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);

  if (fd < 0 || fsync (fd) != 0)
    {
      set_file_error (error, "the copy could not be made durable");
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  return g_close (fd, error);
}

/**
 * desk_db_backup_to:
 * @self: a connection that is not in a transaction
 * @target: an empty file, into which the copy goes
 * @error: return location for a #GError
 *
 * Copies the database as it stands, in one pass that writers wait for, and waits until the
 * copy is on the disk. Where it fails @target is of no use.
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_FULL, %DESK_ERROR_READ_ONLY …
 */
gboolean
desk_db_backup_to (DeskDb      *self,
                   const char  *target,
                   GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self, "VACUUM INTO $1", error);

  if (stmt != NULL &&
      desk_stmt_bind_text (stmt, 1, target, error) &&
      desk_stmt_run (stmt, error) &&
      sync_path (target, O_RDONLY, error))
    return TRUE;
  g_prefix_error (error, "%s: ", target);
  return FALSE;
}
