/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-schema.h"

#include <gio/gio.h>

#include "desk-error.h"
#include "desk-store-resources.h"

#define SCHEMA_PATH "/org/deskbell/Deskbell/schema/"

/* The version a script brings the file to stands before its name: 0001-house.sql. */
static int
script_version (const char *name)
{
  return (int) g_ascii_strtoll (name, NULL, 10);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Names of our scripts in the order they run: by version, then by the rest of the name. */
static GStrv
list_scripts (void)
{
  GStrv names = g_resource_enumerate_children (desk_store_get_resource (), SCHEMA_PATH,
                                               G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

static GBytes *
load_script (const char *name)
{
  g_autofree char *path = g_strconcat (SCHEMA_PATH, name, NULL);
  GBytes *bytes = g_resource_lookup_data (desk_store_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return bytes;
}

/**
 * desk_schema_get_newest:
 *
 * Returns: the version of the schema that this program writes
 */
int
desk_schema_get_newest (void)
{
  g_auto (GStrv) names = list_scripts ();

  return script_version (names[g_strv_length (names) - 1]);
}

/**
 * desk_schema_get_version:
 * @out: (out): the version the file is at; 0: nothing in it
 * @error: return location for a #GError
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_schema_get_version (DeskDb  *db,
                         int     *out,
                         GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, "PRAGMA user_version", error);
  gboolean row;

  if (stmt == NULL || !desk_stmt_step (stmt, &row, error))
    return FALSE;

  *out = row ? (int) desk_stmt_get_int64 (stmt, 0) : 0;
  return TRUE;
}

static gboolean
check_not_newer (int       version,
                 int       newest,
                 GError  **error)
{
  if (version <= newest)
    return TRUE;

  g_set_error (error, DESK_ERROR, DESK_ERROR_NEWER,
               "the file is of version %d, this program knows up to %d; nothing was changed",
               version, newest);
  return FALSE;
}

/* All scripts of one version and its stamp, together or not at all. */
static gboolean
apply_version (DeskDb               *db,
               const DeskMigration  *migrations,
               guint                 n_migrations,
               int                   version,
               GError              **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", version);
  int current;
  guint i;

  if (!desk_tx_begin (&tx, db, error) ||
      !desk_schema_get_version (db, &current, error))
    return FALSE;

  /* Another program was quicker. */
  if (current >= version)
    return TRUE;

  for (i = 0; i < n_migrations; i++)
    if (migrations[i].version == version &&
        !desk_db_exec (db, migrations[i].script, error))
      return FALSE;

  return desk_db_exec (db, stamp, error) &&
         desk_tx_commit (&tx, error);
}

/**
 * desk_schema_apply:
 * @db: a connection
 * @migrations: (array length=n_migrations): by version; several may share one
 * @n_migrations: how many
 * @error: return location for a #GError
 *
 * Brings the file to the version of the last migration. Each version and its
 * stamp land together or not at all.
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_NEWER for a file made
 *   by a newer program, which is not touched
 */
gboolean
desk_schema_apply (DeskDb               *db,
                   const DeskMigration  *migrations,
                   guint                 n_migrations,
                   GError              **error)
{
  int version;
  guint i;

  g_return_val_if_fail (n_migrations > 0, FALSE);

  if (!desk_schema_get_version (db, &version, error) ||
      !check_not_newer (version, migrations[n_migrations - 1].version, error))
    return FALSE;

  for (i = 0; i < n_migrations; i++)
    {
      if (migrations[i].version <= version)
        continue;

      version = migrations[i].version;
      if (!apply_version (db, migrations, n_migrations, version, error))
        {
          g_prefix_error (error, "bringing the file to version %d: ", version);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * desk_schema_migrate:
 * @db: a connection
 * @error: return location for a #GError
 *
 * Brings the file to the version this program writes; an empty file gets all.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_schema_migrate (DeskDb  *db,
                     GError **error)
{
  g_auto (GStrv) names = list_scripts ();
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GArray) migrations = g_array_new (FALSE, FALSE, sizeof (DeskMigration));
  guint i;

  for (i = 0; names[i] != NULL; i++)
    {
      GBytes *script = load_script (names[i]);
      DeskMigration migration;

      migration.version = script_version (names[i]);
      migration.script = g_bytes_get_data (script, NULL);
      g_ptr_array_add (scripts, script);
      g_array_append_val (migrations, migration);
    }

  return desk_schema_apply (db, (const DeskMigration *) (gpointer) migrations->data,
                            migrations->len, error);
}

/**
 * desk_schema_open:
 * @path: the file
 * @flags: how; with %DESK_DB_READ_ONLY the file must be up to date already
 * @error: return location for a #GError
 *
 * Opens a file and brings it up to date: how everybody but a test opens one.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with @error set
 */
DeskDb *
desk_schema_open (const char   *path,
                  DeskDbFlags   flags,
                  GError      **error)
{
  g_autoptr (DeskDb) db = desk_db_open (path, flags, error);
  int version;
  int newest = desk_schema_get_newest ();

  if (db == NULL)
    return NULL;

  if ((flags & DESK_DB_READ_ONLY) == 0)
    {
      if (!desk_schema_migrate (db, error))
        {
          g_prefix_error (error, "%s: ", path);
          return NULL;
        }
      return g_steal_pointer (&db);
    }

  if (!desk_schema_get_version (db, &version, error) ||
      !check_not_newer (version, newest, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (version < newest)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_READ_ONLY,
                   "%s: the file is of version %d and must be opened for writing once",
                   path, version);
      return NULL;
    }
  return g_steal_pointer (&db);
}
