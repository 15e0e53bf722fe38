/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-set-up-write.h"

#include <string.h>

#include "desk-chain.h"
#include "desk-config-table.h"
#include "desk-counter-table.h"
#include "desk-ledger.h"
#include "desk-room-table.h"
#include "desk-user-table.h"

static void
digest_text (const char *text,
             guint8      digest[DESK_HASH_SIZE])
{
  const guint8 nothing_before[DESK_HASH_SIZE] = { 0 };
  g_autoptr (DeskHasher) hasher = desk_hasher_new (nothing_before);

  desk_hasher_text (hasher, text);
  desk_hasher_finish (hasher, digest);
}

/**
 * desk_set_up_write_config:
 * @id: number of the version, one more than the last
 * @property: a set-up that was just read; its PINs are not stored
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_set_up_write_config (DeskDb              *db,
                          const DeskContext   *context,
                          gint64               id,
                          const DeskProperty  *property,
                          GError             **error)
{
  DeskConfigRecord record = {
    .id = id,
    .text = property->canonical,
    .applied_at = context->now (context->source),
    .applied_by = (char *) context->user,
  };

  digest_text (property->canonical, record.digest);
  return desk_config_table_insert (db, &record, error);
}

/**
 * desk_set_up_dup_features:
 *
 * Returns: (transfer full): the room's features as the table keeps them
 */
char *
desk_set_up_dup_features (const DeskRoomSpec *spec)
{
  return spec->features != NULL ? g_strjoinv (";", spec->features) : g_strdup ("");
}

/**
 * desk_set_up_write_room:
 * @spec: a room the house did not have before
 *
 * A new room is clean, in service and empty.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_set_up_write_room (DeskDb              *db,
                        const DeskRoomSpec  *spec,
                        GError             **error)
{
  g_autofree char *features = desk_set_up_dup_features (spec);
  DeskRoomRecord record = {
    .number = spec->number,
    .room_type = spec->type,
    .floor = spec->floor != NULL ? spec->floor : (char *) "",
    .features = features,
    .clean = (char *) "clean",
    .service = (char *) "in",
    .hk_occupied = -1,
    .version = 1,
  };

  return desk_counter_table_next (db, "room", &record.id, error) &&
         desk_room_table_insert (db, &record, error);
}

/**
 * desk_set_up_write_user:
 * @spec: somebody the house did not know before
 * @pin_hash: from desk_sign_in_hash_pin()
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_set_up_write_user (DeskDb              *db,
                        const DeskUserSpec  *spec,
                        const char          *pin_hash,
                        GError             **error)
{
  const DeskUserRecord record = {
    .login = spec->login,
    .name = spec->name,
    .role = spec->role,
    .pin_hash = (char *) pin_hash,
    .active = TRUE,
    .version = 1,
  };

  return desk_user_table_insert (db, &record, error);
}

/**
 * desk_set_up_append_entry:
 * @house: a house in which the new version is in force
 * @verb: `set-up` or `configure`
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_set_up_append_entry (DeskHouse          *house,
                          const DeskContext  *context,
                          const char         *verb,
                          GError            **error)
{
  const DeskProperty *property = desk_house_get_property (house);
  guint8 digest[DESK_HASH_SIZE];
  g_autofree char *hex = NULL;
  g_autofree char *detail = NULL;
  DeskEntry entry = { .verb = verb };

  digest_text (property->canonical, digest);
  hex = desk_hash_to_string (digest);
  detail = g_strdup_printf ("config %" G_GINT64_FORMAT "\ndigest %s\nrooms %u\nusers %u\n",
                            desk_house_get_config (house), hex, property->rooms->len,
                            property->users->len);
  entry.detail = detail;
  return desk_ledger_append_entry (house, context, &entry, error);
}
