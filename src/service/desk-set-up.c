/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-set-up.h"

#include "desk-change-table.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-file.h"
#include "desk-house-private.h"
#include "desk-line.h"
#include "desk-schema.h"
#include "desk-set-up-write.h"
#include "desk-sign-in.h"
#include "desk-state-table.h"

/* Two capital letters of the property's name, before our own confirmation
 * numbers; letters of other scripts are passed over. */
static char *
dup_confirmation_prefix (const char *name)
{
  char prefix[3] = "HO";
  const char *cursor;
  guint n = 0;

  for (cursor = name; *cursor != '\0' && n < 2; cursor++)
    if (g_ascii_isalpha (*cursor))
      prefix[n++] = g_ascii_toupper (*cursor);
  return g_strdup (prefix);
}

static gboolean
write_state (DeskDb              *db,
             const DeskContext   *context,
             const DeskProperty  *property,
             gboolean             test_clock,
             GError             **error)
{
  g_autofree char *prefix = dup_confirmation_prefix (property->name);
  const DeskStateRecord record = {
    .business_date = property->business_date,
    .test_clock = test_clock,
    .confirmation_prefix = prefix,
    .created_at = context->now (context->source),
    .created_by = (char *) context->user,
  };

  return desk_state_table_insert (db, &record, error);
}

static gboolean
write_rooms_and_users (DeskDb              *db,
                       const DeskProperty  *property,
                       GError             **error)
{
  guint i;

  for (i = 0; i < property->rooms->len; i++)
    if (!desk_set_up_write_room (db, g_ptr_array_index (property->rooms, i), error))
      return FALSE;

  for (i = 0; i < property->users->len; i++)
    {
      const DeskUserSpec *user = g_ptr_array_index (property->users, i);
      g_autofree char *hash = desk_sign_in_hash_pin (user->pin, error);

      if (hash == NULL || !desk_set_up_write_user (db, user, hash, error))
        return FALSE;
    }
  return TRUE;
}

/* Fills an empty file; closes it in any case. */
static gboolean
fill_house (const char          *path,
            const DeskProperty  *property,
            const DeskSetUp     *options,
            const DeskContext   *context,
            GError             **error)
{
  g_autoptr (DeskDb) db = desk_schema_open (path, DESK_DB_READ_WRITE | DESK_DB_CREATE, error);
  g_autoptr (DeskHouse) house = NULL;
  g_auto (DeskTx) tx = { NULL };

  if (db == NULL ||
      !desk_tx_begin (&tx, db, error) ||
      !desk_set_up_write_config (db, context, 1, property, error) ||
      !write_state (db, context, property, options->test_clock, error) ||
      !write_rooms_and_users (db, property, error) ||
      !desk_tx_commit (&tx, error))
    return FALSE;

  /* The first entry is written by the house itself, as all later ones are. */
  house = desk_house_new_for_db (g_steal_pointer (&db), error);
  return house != NULL &&
         desk_tx_begin (&tx, desk_house_get_db (house), error) &&
         desk_set_up_append_entry (house, context, "set-up", error) &&
         desk_change_table_append (desk_house_get_db (house), "config", 1, error) &&
         desk_tx_commit (&tx, error);
}

/* What the file says, where all of it can be meant. */
static DeskProperty *
read_property (const DeskSetUpFile  *file,
               GError              **error)
{
  g_autoptr (DeskProperty) property = NULL;

  property = desk_property_parse (file->text, file->length, file->name, error);
  if (property == NULL || !desk_line_check_set_up (property, file->name, error))
    return NULL;
  return g_steal_pointer (&property);
}

/**
 * desk_set_up_fill:
 * @path: an empty file that nobody else sees yet
 * @file: a property file
 * @options: how it is filled
 * @context: who does, and the clock
 * @error: return location for a #GError
 *
 * Makes a house of a file that the caller began.
 *
 * Returns: %FALSE with @error set; @path is of no use then
 */
gboolean
desk_set_up_fill (const char           *path,
                  const DeskSetUpFile  *file,
                  const DeskSetUp      *options,
                  const DeskContext    *context,
                  GError              **error)
{
  g_autoptr (DeskProperty) property = read_property (file, error);

  return property != NULL && fill_house (path, property, options, context, error);
}

/**
 * desk_set_up_create:
 * @path: where the house will stand; its folder is made where it is missing
 * @file: a property file
 * @options: how the file is made
 * @context: who makes it, and the clock
 * @error: return location for a #GError
 *
 * Makes a house from a property file: the text first, then a file beside @path,
 * which is put in its place when it is complete and on the disk.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID and the place in @file,
 *   %DESK_ERROR_EXISTS, %DESK_ERROR_FULL, %DESK_ERROR_READ_ONLY or another error of
 *   the storage; nothing was made then
 */
gboolean
desk_set_up_create (const char           *path,
                    const DeskSetUpFile  *file,
                    const DeskSetUp      *options,
                    const DeskContext    *context,
                    GError              **error)
{
  g_autoptr (DeskProperty) property = NULL;
  g_auto (DeskNewFile) new_file = { NULL };

  g_return_val_if_fail (path != NULL && file != NULL && options != NULL, FALSE);

  property = read_property (file, error);
  if (property == NULL)
    return FALSE;
  desk_new_file_sweep (path);
  if (!options->replace && g_file_test (path, G_FILE_TEST_EXISTS))
    return desk_complain_of_file (error, DESK_ERROR_EXISTS,
                                  N_("{file} is there already; it was left alone"), path);

  if (!desk_new_file_begin (&new_file, path, error) ||
      !fill_house (new_file.temporary, property, options, context, error) ||
      !desk_new_file_publish (&new_file, options->replace, error))
    {
      g_prefix_error (error, "The hotel was not made: ");
      return FALSE;
    }
  return TRUE;
}

/**
 * desk_set_up_dup_default_path:
 * @demo: whether the hotel to try things out in is meant
 *
 * Returns: (transfer full): where the house stands unless somebody says otherwise
 */
char *
desk_set_up_dup_default_path (gboolean demo)
{
  return g_build_filename (g_get_user_data_dir (), "deskbell", demo ? "demo.db" : "hotel.db", NULL);
}
