/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-complain.h"
#include "desk-error.h"

/* What looks like it is removed, so nobody must think of such a name for a copy. */
#define NEW ".deskbell-new-"
#define RANDOM "XXXXXX"

/* The byte that is locked: behind all that the engine locks, or could ever write. */
#define LOCKED_BYTE (G_MAXINT64 - 1)

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

/**
 * desk_file_is_special:
 * @path: what somebody named
 *
 * Returns: whether it is there and is a device, a pipe or the like: nothing that can be
 *   replaced, and something that may never end when it is read
 */
gboolean
desk_file_is_special (const char *path)
{
  struct stat found;

  return stat (path, &found) == 0 && !S_ISREG (found.st_mode) && !S_ISDIR (found.st_mode);
}

/**
 * desk_file_check:
 * @path: what somebody named, to be read to its end
 * @code: what it means where there is something else
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %DESK_ERROR_NOT_FOUND where there is nothing, or with @code where
 *   there is a folder, a device, a pipe or the like
 */
gboolean
desk_file_check (const char  *path,
                 DeskError    code,
                 GError     **error)
{
  struct stat found;

  if (stat (path, &found) == 0)
    return S_ISREG (found.st_mode) ||
           desk_complain_of_file (error, code, N_("{file} is no file"), path);
  return errno != ENOENT ||
         desk_complain_of_file (error, DESK_ERROR_NOT_FOUND, N_("there is no file {file}"), path);
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

/* Says that a living process makes the file. Whoever else has said so keeps it. Of the
 * kind of lock that belongs to the open file, for the engine's end with any close(). */
static gboolean
try_lock (int fd)
{
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKED_BYTE,
                         .l_len = 1 };

  return fcntl (fd, F_OFD_SETLK, &range) == 0;
}

/* Whether @fd is still what stands at @path. */
static gboolean
is_at (int         fd,
       const char *path)
{
  struct stat opened;
  struct stat found;

  return fstat (fd, &opened) == 0 && g_lstat (path, &found) == 0 &&
         opened.st_dev == found.st_dev && opened.st_ino == found.st_ino;
}

/* Whether @name is of the form BASE.deskbell-new-XXXXXX, or that and the engine's journal. */
static gboolean
is_new_file (const char *name,
             const char *base)
{
  gsize length = strlen (base);
  gsize i;

  if (strncmp (name, base, length) != 0 || !g_str_has_prefix (name + length, NEW))
    return FALSE;
  name += length + strlen (NEW);
  for (i = 0; i < strlen (RANDOM); i++)
    if (!g_ascii_isalnum (name[i]))
      return FALSE;
  return name[i] == '\0' || g_str_equal (name + i, "-journal");
}

/* A file whose maker lives is locked; nobody can begin to make one that is there. */
static void
sweep_one (const char *folder,
           const char *name)
{
  const char *end = g_str_has_suffix (name, "-journal") ? strrchr (name, '-') : NULL;
  g_autofree char *file = end != NULL ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  int fd = g_open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd < 0 ? errno == ENOENT : try_lock (fd) && is_at (fd, path))
    remove_database (path);
  if (fd >= 0)
    close (fd);
}

/**
 * desk_new_file_sweep:
 * @path: where a file stands, or will
 *
 * Removes what a process that was killed while it made @path has left beside it. What a
 * living one makes stays, and so does what cannot be removed: it is in nobody's way.
 */
void
desk_new_file_sweep (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_new_file (name, base))
      sweep_one (folder, name);
}

/* An empty file that is locked. Between its making and the lock it looks left behind;
 * where somebody swept it just then, another is made. */
static gboolean
make_temporary (DeskNewFile  *self,
                const char   *path,
                GError      **error)
{
  for (;;)
    {
      g_autofree char *temporary = g_strconcat (path, NEW RANDOM, NULL);
      int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

      if (fd < 0)
        return desk_file_fail (errno, error, "Nothing can be made beside %s", path);
      /* Where nothing can be locked nothing can be swept either. */
      if ((try_lock (fd) || (errno != EAGAIN && errno != EACCES)) && is_at (fd, temporary))
        {
          self->lock = fd;
          self->temporary = g_steal_pointer (&temporary);
          return TRUE;
        }
      close (fd);
    }
}

/* Makes @folder and what it stands in, and remembers which of them were not there. */
static gboolean
make_folders (DeskNewFile  *self,
              const char   *folder,
              GError      **error)
{
  g_autofree char *outer = g_path_get_dirname (folder);

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_str_equal (outer, folder) && !make_folders (self, outer, error))
    return FALSE;

  if (g_mkdir (folder, 0700) == 0)
    {
      if (self->folders == NULL)
        self->folders = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->folders, g_strdup (folder));
      return TRUE;
    }
  /* Somebody else made it just then, or ".." led back to one of these. */
  return errno == EEXIST || desk_file_fail (errno, error, "The folder %s cannot be made", folder);
}

/* Only what is still empty can be removed. */
static void
remove_folders (DeskNewFile *self)
{
  while (self->folders != NULL && self->folders->len > 0)
    {
      g_rmdir (g_ptr_array_index (self->folders, self->folders->len - 1));
      g_ptr_array_set_size (self->folders, (int) self->folders->len - 1);
    }
}

/**
 * desk_new_file_begin:
 * @self: (out caller-allocates): zeroed
 * @path: where the file will stand
 * @error: return location for a #GError
 *
 * Makes the folders of @path, for their user alone, where they are missing, and an
 * empty file in them under another name. What is there already of a process that was
 * killed is removed.
 *
 * Returns: %FALSE with %DESK_ERROR_EXISTS where @path is a device or the like,
 *   %DESK_ERROR_FULL, %DESK_ERROR_READ_ONLY or %DESK_ERROR_STORAGE; once @self is
 *   cleared, nothing was made then
 */
gboolean
desk_new_file_begin (DeskNewFile  *self,
                     const char   *path,
                     GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (desk_file_is_special (path))
    return desk_complain_of_file (error, DESK_ERROR_EXISTS,
                                  N_("{file} is there already and is no file; it was left alone"),
                                  path);
  if (!make_folders (self, folder, error))
    return FALSE;

  desk_new_file_sweep (path);
  if (!make_temporary (self, path, error))
    return FALSE;
  self->path = g_strdup (path);
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

/* Gives the lock back last, so that nobody sweeps at the same time. */
static void
forget_temporary (DeskNewFile *self)
{
  remove_database (self->temporary);
  close (self->lock);
  g_clear_pointer (&self->temporary, g_free);
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

  forget_temporary (self);
  g_clear_pointer (&self->folders, g_ptr_array_unref);
  return sync_folder_of (self->path, error);
}

/**
 * desk_new_file_clear:
 * @self: a file, published or not
 *
 * Removes what was begun and not published, and the folders that were made for it.
 */
void
desk_new_file_clear (DeskNewFile *self)
{
  if (self->temporary != NULL)
    forget_temporary (self);
  remove_folders (self);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folders, g_ptr_array_unref);
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
