/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "desk-error.h"

static DeskError
code_from_errno (int errsv)
{
  switch (errsv)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return DESK_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return DESK_ERROR_READ_ONLY;
    case EEXIST:
      return DESK_ERROR_EXISTS;
    case ENOENT:
      return DESK_ERROR_NOT_FOUND;
    default:
      return DESK_ERROR_STORAGE;
    }
}

/**
 * desk_file_fail:
 * @errsv: what errno said
 * @error: return location for a #GError
 * @format: what could not be done
 *
 * Returns: %FALSE, with @error set to what @errsv means for the desk
 */
gboolean
desk_file_fail (int           errsv,
                GError      **error,
                const char   *format,
                ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, DESK_ERROR, code_from_errno (errsv), "%s: %s", what, g_strerror (errsv));
  return FALSE;
}

/**
 * desk_file_dup_journal:
 * @path: a database
 *
 * Returns: (transfer full): the file in which the engine keeps what it needs to
 *   take a broken-off transaction back
 */
char *
desk_file_dup_journal (const char *path)
{
  return g_strconcat (path, "-journal", NULL);
}

static void
remove_database (const char *path)
{
  g_autofree char *journal = desk_file_dup_journal (path);

  g_unlink (journal);
  g_unlink (path);
}

static gboolean
sync_path (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int errsv;

  if (fd < 0)
    return desk_file_fail (errno, error, "%s cannot be opened", path);

  errsv = fsync (fd) < 0 ? errno : 0;
  close (fd);
  return errsv == 0 || desk_file_fail (errsv, error, "%s cannot be written to the disk", path);
}

static gboolean
sync_folder_of (const char  *path,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, error);
}

/**
 * desk_new_file_begin:
 * @self: (out caller-allocates): zeroed
 * @path: where the file will stand
 * @error: return location for a #GError
 *
 * Makes the folder of @path, for its user alone, where it is missing, and an
 * empty file in it under another name.
 *
 * Returns: %FALSE with %DESK_ERROR_FULL, %DESK_ERROR_READ_ONLY or
 *   %DESK_ERROR_STORAGE; nothing was made then
 */
gboolean
desk_new_file_begin (DeskNewFile  *self,
                     const char   *path,
                     GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".new-XXXXXX", NULL);
  int fd;

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      if (g_mkdir_with_parents (folder, 0700) < 0)
        return desk_file_fail (errno, error, "The folder %s cannot be made", folder);
      self->folder = g_steal_pointer (&folder);
    }

  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return desk_file_fail (errno, error, "Nothing can be made beside %s", path);

  close (fd);
  self->path = g_strdup (path);
  self->temporary = g_steal_pointer (&temporary);
  return TRUE;
}

/* Not every file system can rename without replacing; all of them can link. */
static gboolean
rename_without_replacing (const char *from,
                          const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (from, to) < 0)
    return FALSE;
  g_unlink (from);
  return TRUE;
}

/**
 * desk_new_file_publish:
 * @self: a finished file; its database is closed
 * @replace: whether a file that stands in its place may go
 * @error: return location for a #GError
 *
 * Puts the file in its place, for good: both it and its folder are on the disk
 * when this returns.
 *
 * Returns: %FALSE with %DESK_ERROR_EXISTS or an error of the storage
 */
gboolean
desk_new_file_publish (DeskNewFile  *self,
                       gboolean      replace,
                       GError      **error)
{
  g_autofree char *journal = desk_file_dup_journal (self->path);

  if (!sync_path (self->temporary, error))
    return FALSE;

  /* A journal left by the file that goes would be played back into the new one. */
  if (replace && g_unlink (journal) < 0 && errno != ENOENT)
    return desk_file_fail (errno, error, "%s cannot be removed", journal);
  if (!(replace ? g_rename (self->temporary, self->path) == 0
                : rename_without_replacing (self->temporary, self->path)))
    return desk_file_fail (errno, error, "%s cannot be made", self->path);

  remove_database (self->temporary);
  g_clear_pointer (&self->temporary, g_free);
  g_clear_pointer (&self->folder, g_free);
  return sync_folder_of (self->path, error);
}

/**
 * desk_new_file_clear:
 * @self: a file, published or not
 *
 * Removes what was begun and not published.
 */
void
desk_new_file_clear (DeskNewFile *self)
{
  if (self->temporary != NULL)
    remove_database (self->temporary);
  if (self->folder != NULL)
    g_rmdir (self->folder);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->temporary, g_free);
  g_clear_pointer (&self->folder, g_free);
}

/**
 * desk_file_link:
 * @path: a file
 * @name: another name for it in the same folder; what has that name goes
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_file_link (const char  *path,
                const char  *name,
                GError     **error)
{
  if (g_unlink (name) < 0 && errno != ENOENT)
    return desk_file_fail (errno, error, "%s cannot be removed", name);
  if (link (path, name) < 0)
    return desk_file_fail (errno, error, "%s cannot be kept as %s", path, name);
  return TRUE;
}
