/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-house.h"

#include "desk-change-table.h"
#include "desk-complain.h"
#include "desk-config-table.h"
#include "desk-error.h"
#include "desk-house-private.h"
#include "desk-schema.h"
#include "desk-state-table.h"

struct _DeskHouse
{
  /* Owned */
  DeskDb             *db;
  GHashTable         *configs;       /* version -> DeskProperty; kept until the house closes */
  DeskPresent        *present;

  /* Borrowed from @configs */
  const DeskProperty *property;

  /* State */
  gint64              config;
  gint64              data_version;
  gboolean            test_clock;
};

/* A set-up was checked before it was stored: what cannot be read now was changed
 * from outside. */
static DeskProperty *
load_config (DeskHouse  *self,
             gint64      id,
             GError    **error)
{
  DeskProperty *property = g_hash_table_lookup (self->configs, &id);
  g_autoptr (DeskConfigRecord) record = NULL;
  g_autoptr (GError) why = NULL;

  if (property != NULL)
    return property;

  record = desk_config_table_get (self->db, id, error);
  if (record == NULL)
    return NULL;

  property = desk_property_parse_stored (record->text, &why);
  if (property == NULL)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_DAMAGED,
                   "Version %" G_GINT64_FORMAT " of the set-up cannot be read: %s",
                   id, why->message);
      return NULL;
    }
  g_hash_table_insert (self->configs, g_memdup2 (&id, sizeof id), property);
  return property;
}

/**
 * desk_house_reload:
 * @self: a house
 * @error: return location for a #GError
 *
 * Takes up the newest version of the set-up. Versions handed out before stay
 * valid as long as the house is open.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_house_reload (DeskHouse  *self,
                   GError    **error)
{
  const DeskProperty *property;
  gint64 newest;

  if (!desk_config_table_get_newest (self->db, &newest, error))
    return FALSE;
  if (newest == self->config)
    return TRUE;

  property = load_config (self, newest, error);
  if (property == NULL)
    return FALSE;

  self->property = property;
  self->config = newest;
  return TRUE;
}

/**
 * desk_house_new_for_db:
 * @db: (transfer full): a database with a house in it; closed in any case
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the house, or %NULL with @error set
 */
DeskHouse *
desk_house_new_for_db (DeskDb  *db,
                       GError **error)
{
  g_autoptr (DeskHouse) self = g_new0 (DeskHouse, 1);
  g_autoptr (DeskStateRecord) state = NULL;

  self->db = db;
  self->configs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) desk_property_unref);

  state = desk_state_table_get (db, error);
  if (state == NULL ||
      !desk_house_reload (self, error) ||
      !desk_db_data_version (db, &self->data_version, error))
    return NULL;

  self->test_clock = state->test_clock;
  return g_steal_pointer (&self);
}

static DeskHouse *
open_house (const char   *path,
            DeskDbFlags   flags,
            GError      **error)
{
  g_autoptr (DeskDb) db = NULL;
  DeskHouse *self;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      desk_complain (error, DESK_ERROR_NOT_FOUND,
                     desk_message_text (
                       desk_message_new (NULL, N_("There is no hotel in {path}; init makes one")),
                       "path", path));
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      desk_complain (error, DESK_ERROR_NOT_DATABASE,
                     desk_message_text (desk_message_new (NULL, N_("{path} is a folder")), "path",
                                        path));
      return NULL;
    }

  db = desk_schema_open (path, flags, error);
  if (db == NULL)
    {
      g_prefix_error (error, "Cannot open ");
      return NULL;
    }

  self = desk_house_new_for_db (g_steal_pointer (&db), error);
  if (self == NULL)
    g_prefix_error (error, "Cannot open %s: ", path);
  return self;
}

/**
 * desk_house_open:
 * @path: a file made by desk_set_up_create()
 * @error: return location for a #GError
 *
 * Opens a house for reading and writing; an older file is brought up to date
 * first.
 *
 * Returns: (transfer full) (nullable): the house, or %NULL with
 *   %DESK_ERROR_NOT_FOUND where there is no such file, %DESK_ERROR_NOT_DATABASE,
 *   %DESK_ERROR_NEWER, %DESK_ERROR_DAMAGED, %DESK_ERROR_READ_ONLY or another
 *   error of the storage; the file is then as it was
 */
DeskHouse *
desk_house_open (const char  *path,
                 GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_house (path, DESK_DB_READ_WRITE, error);
}

/**
 * desk_house_open_to_read:
 * @path: a file made by desk_set_up_create()
 * @error: return location for a #GError
 *
 * Opens a house that is only going to be read: a copy on a disc, or a file of
 * somebody else's, need not be writable for that. An older file is brought up to
 * date where it can be.
 *
 * Returns: (transfer full) (nullable): the house, or %NULL as desk_house_open()
 */
DeskHouse *
desk_house_open_to_read (const char  *path,
                         GError     **error)
{
  g_autoptr (GError) local = NULL;
  DeskHouse *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = open_house (path, DESK_DB_READ_WRITE, &local);
  if (self != NULL)
    return self;
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_READ_ONLY))
    return open_house (path, DESK_DB_READ_ONLY, error);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * desk_house_close:
 * @self: (transfer full) (nullable): a house
 *
 * Closes it. Every version of the set-up it handed out goes with it.
 */
void
desk_house_close (DeskHouse *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->configs, g_hash_table_unref);
  g_clear_pointer (&self->present, desk_present_free);
  g_clear_pointer (&self->db, desk_db_close);
  g_free (self);
}

/**
 * desk_house_get_present:
 *
 * Returns: (transfer none): who is of today; to be brought up to date before it is asked
 */
DeskPresent *
desk_house_get_present (DeskHouse *self)
{
  if (self->present == NULL)
    self->present = desk_present_new ();
  return self->present;
}

DeskDb *
desk_house_get_db (DeskHouse *self)
{
  return self->db;
}

/**
 * desk_house_get_property:
 *
 * Returns: (transfer none): the set-up in force, valid until the house closes
 *   even when a newer one is applied
 */
const DeskProperty *
desk_house_get_property (DeskHouse *self)
{
  return self->property;
}

gint64
desk_house_get_config (DeskHouse *self)
{
  return self->config;
}

/**
 * desk_house_lookup_property:
 * @config: a version of the set-up
 * @house: the #DeskHouse; a #gpointer so that this is a #DeskPropertyLookup
 *
 * Returns: (transfer none) (nullable): that version, valid until the house closes;
 *   %NULL where there is none or it cannot be read
 */
const DeskProperty *
desk_house_lookup_property (gint64   config,
                            gpointer house)
{
  return load_config (house, config, NULL);
}

/**
 * desk_house_get_business_date:
 * @out: (out): the open day
 *
 * Read from the file each time: another desk may have closed the day.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_house_get_business_date (DeskHouse  *self,
                              DeskDate   *out,
                              GError    **error)
{
  return desk_state_table_get_business_date (self->db, out, error);
}

/**
 * desk_house_is_test_clock:
 *
 * Returns: whether the file takes its time from who calls; every screen and
 *   print then says TEST
 */
gboolean
desk_house_is_test_clock (DeskHouse *self)
{
  return self->test_clock;
}

/**
 * desk_house_refresh:
 * @self: a house
 * @newest_change: (out) (optional): number of the newest row in the list of changes
 * @error: return location for a #GError
 *
 * Looks whether another program wrote to the file, and takes up a new set-up.
 * Cheap enough to be called four times a second.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_house_refresh (DeskHouse  *self,
                    gint64     *newest_change,
                    GError    **error)
{
  gint64 data_version;

  if (!desk_db_data_version (self->db, &data_version, error))
    return FALSE;
  if (data_version != self->data_version && !desk_house_reload (self, error))
    return FALSE;

  self->data_version = data_version;
  return newest_change == NULL || desk_change_table_get_newest (self->db, newest_change, error);
}
