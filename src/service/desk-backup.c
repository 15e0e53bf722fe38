/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-file.h"
#include "desk-schema.h"
#include "desk-verify.h"

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf stat_a;
  GStatBuf stat_b;

  return g_stat (a, &stat_a) == 0 && g_stat (b, &stat_b) == 0 &&
         stat_a.st_dev == stat_b.st_dev && stat_a.st_ino == stat_b.st_ino;
}

static gboolean
check_not_same (const char  *source,
                const char  *target,
                GError     **error)
{
  if (!is_same_file (source, target))
    return TRUE;

  return desk_complain_of_file (error, DESK_ERROR_REFUSED, N_("{file} is the file itself"), target);
}

/* A slip of the hand must not cost somebody another file. */
static gboolean
check_may_replace (const char  *target,
                   GError     **error)
{
  g_autoptr (DeskDb) db = NULL;
  g_autoptr (GError) why = NULL;

  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;

  if (!desk_file_is_special (target))
    db = desk_db_open (target, DESK_DB_READ_ONLY, &why);
  if (db != NULL || (why != NULL && !g_error_matches (why, DESK_ERROR, DESK_ERROR_NOT_DATABASE)))
    return TRUE;

  return desk_complain_of_file (error, DESK_ERROR_EXISTS,
                                N_("{file} is there already and is no backup; it was left alone"),
                                target);
}

static gboolean
check_structure (DeskDb  *db,
                 GError **error)
{
  g_autofree char *why = NULL;

  if (!desk_db_check_file (db, &why, error))
    return FALSE;
  if (why == NULL)
    return TRUE;

  g_set_error (error, DESK_ERROR, DESK_ERROR_DAMAGED, "The copy is damaged: %s", why);
  return FALSE;
}

/* A copy is worth something only when it opens and is whole. */
static gboolean
check_copy (const char  *path,
            GError     **error)
{
  g_autoptr (DeskDb) db = desk_schema_open (path, DESK_DB_READ_ONLY, error);

  return db != NULL && check_structure (db, error);
}

/**
 * desk_backup_write:
 * @house: a house
 * @target: where the copy goes; a backup of that name is replaced when the new one
 *   is complete
 * @error: return location for a #GError
 *
 * Copies the house as it stands while others go on reading, opens the copy and
 * checks it.
 *
 * Returns: %FALSE with %DESK_ERROR_EXISTS where @target is something else than a
 *   backup, %DESK_ERROR_FULL or another error of the storage; @target is then as
 *   it was
 */
gboolean
desk_backup_write (DeskHouse   *house,
                   const char  *target,
                   GError     **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_auto (DeskNewFile) copy = { NULL };

  if (!check_not_same (desk_db_get_path (db), target, error) ||
      !check_may_replace (target, error))
    return FALSE;

  if (!desk_new_file_begin (&copy, target, error) ||
      !desk_db_backup_to (db, copy.temporary, error) ||
      !check_copy (copy.temporary, error) ||
      !desk_new_file_publish (&copy, TRUE, error))
    {
      g_prefix_error (error, "No backup was made: ");
      return FALSE;
    }
  return TRUE;
}

static gboolean
copy_source (const char  *source,
             const char  *copy,
             GError     **error)
{
  g_autoptr (DeskDb) db = NULL;

  if (!desk_file_check (source, DESK_ERROR_NOT_DATABASE, error))
    return FALSE;
  db = desk_db_open (source, DESK_DB_READ_ONLY, error);
  return db != NULL && desk_db_backup_to (db, copy, error);
}

/* Everything is checked, the ledger too, before anything is replaced. */
static gboolean
check_house (const char  *path,
             GError     **error)
{
  g_autoptr (DeskHouse) house = desk_house_open (path, error);
  g_autoptr (DeskVerdict) verdict = NULL;

  if (house == NULL || !check_structure (desk_house_get_db (house), error))
    return FALSE;

  verdict = desk_verify (house, NULL, NULL, NULL, error);
  if (verdict == NULL)
    return FALSE;
  if (!verdict->ok)
    {
      g_set_error (error, DESK_ERROR,
                   verdict->damaged ? DESK_ERROR_DAMAGED : DESK_ERROR_TAMPERED,
                   "The backup does not verify: %s", verdict->why);
      return FALSE;
    }
  return TRUE;
}

/* Keeps what stands in the place under another name, with its journal: whatever
 * state it is in, somebody may want to look at it. */
static gboolean
keep_old (const char  *target,
          GError     **error)
{
  g_autofree char *kept = g_strconcat (target, ".before-restore", NULL);
  g_autofree char *journal = desk_file_dup_journal (target);
  g_autofree char *kept_journal = desk_file_dup_journal (kept);

  if (!desk_file_link (target, kept, error))
    return FALSE;
  if (g_rename (journal, kept_journal) < 0 && errno != ENOENT)
    return desk_file_fail (errno, error, "%s cannot be kept", journal);
  return TRUE;
}

static gboolean
put_in_place (DeskNewFile  *copy,
              GError      **error)
{
  g_autoptr (DeskDb) old = NULL;
  g_auto (DeskTx) nobody_writes = { NULL };

  if (!g_file_test (copy->path, G_FILE_TEST_EXISTS))
    return desk_new_file_publish (copy, FALSE, error);

  /* A file too damaged to open has no writer to wait for. */
  old = desk_db_open (copy->path, DESK_DB_READ_WRITE, NULL);
  return (old == NULL || desk_tx_begin (&nobody_writes, old, error)) &&
         keep_old (copy->path, error) &&
         desk_new_file_publish (copy, TRUE, error);
}

/**
 * desk_backup_restore:
 * @source: a backup
 * @target: where the house stands, or stood; consoles must be closed
 * @error: return location for a #GError
 *
 * Puts a backup in the place of the house, once it was opened and its ledger
 * verified. The house that stood there is kept beside it as `.before-restore`.
 *
 * Returns: %FALSE with %DESK_ERROR_NOT_FOUND, %DESK_ERROR_NOT_DATABASE,
 *   %DESK_ERROR_DAMAGED, %DESK_ERROR_TAMPERED or another error of the storage;
 *   @target is then as it was
 */
gboolean
desk_backup_restore (const char  *source,
                     const char  *target,
                     GError     **error)
{
  g_auto (DeskNewFile) copy = { NULL };

  if (!check_not_same (source, target, error))
    return FALSE;

  if (!desk_new_file_begin (&copy, target, error) ||
      !copy_source (source, copy.temporary, error) ||
      !check_house (copy.temporary, error) ||
      !put_in_place (&copy, error))
    {
      g_prefix_error (error, "Nothing was restored: ");
      return FALSE;
    }
  return TRUE;
}
