/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-set-up.h"

#include "desk-change-table.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-house-private.h"
#include "desk-line.h"
#include "desk-package.h"
#include "desk-room-night-table.h"
#include "desk-room-table.h"
#include "desk-set-up-write.h"
#include "desk-sign-in.h"
#include "desk-stay-night-table.h"
#include "desk-stay-table.h"
#include "desk-user-table.h"

/* How many stays are looked at in one go. */
#define PAGE 256

/* A new set-up on its way into a house. */
typedef struct
{
  DeskHouse          *house;
  DeskDb             *db;
  const DeskProperty *property;   /* the new one */
  const char         *file;
} Apply;

static gboolean
refuse (const Apply  *self,
        const char   *group,
        const char   *key,
        GError      **error,
        DeskMessage  *message)
{
  desk_complain (error, DESK_ERROR_REFUSED, message);
  if (error != NULL)
    desk_error_set_place (*error, self->file, group, key, 0);
  return FALSE;
}

/* A price that somebody was promised. */
static gboolean
refuse_price (const Apply           *self,
              const DeskStayRecord  *stay,
              const char            *msgid,
              const char            *name,
              GError               **error)
{
  DeskMessage *message = desk_message_about (msgid, name);

  return refuse (self, NULL, NULL, error,
                 desk_message_text (message, "confirmation", stay->confirmation));
}

/* What is posted was posted in this currency and by these days. */
static gboolean
check_fixed (const Apply  *self,
             GError      **error)
{
  const DeskProperty *before = desk_house_get_property (self->house);
  const char *key = NULL;

  if (g_strcmp0 (before->currency, self->property->currency) != 0)
    key = "currency";
  else if (before->digits != self->property->digits)
    key = "minor-digits";
  else if (g_strcmp0 (before->time_zone, self->property->time_zone) != 0)
    key = "time-zone";
  else if (before->business_date != self->property->business_date)
    key = "business-date";

  return key == NULL ||
         refuse (self, "property", key, error,
                 desk_message_about (N_("{word} cannot change: the ledger was written with it"),
                                     key));
}

static gboolean
retire_room (const Apply     *self,
             DeskRoomRecord  *room,
             DeskDate         business_date,
             GError         **error)
{
  g_autofree char *group = g_strdup_printf ("room %s", room->number);
  g_autoptr (DeskRoomNightHolder) holder = NULL;
  DeskMessage *message;

  if (!desk_room_night_table_find_next (self->db, room->id, business_date, 0, &holder, error))
    return FALSE;
  if (holder != NULL && holder->confirmation == NULL)
    return refuse (self, group, NULL, error,
                   desk_message_about (N_("Room {word} cannot go: it is blocked in nights to come"),
                                       room->number));
  if (holder != NULL)
    {
      message = desk_message_about (N_("Room {word} cannot go: {confirmation} has nights in it"),
                                    room->number);
      return refuse (self, group, NULL, error,
                     desk_message_text (message, "confirmation", holder->confirmation));
    }
  if (room->occupied)
    return refuse (self, group, NULL, error,
                   desk_message_about (N_("Room {word} cannot go: somebody is in it"),
                                       room->number));

  room->retired = TRUE;
  return desk_room_table_update (self->db, room, error);
}

static gboolean
update_room (const Apply         *self,
             DeskRoomRecord      *room,
             const DeskRoomSpec  *spec,
             GError             **error)
{
  g_autofree char *features = desk_set_up_dup_features (spec);
  const char *floor_name = spec->floor != NULL ? spec->floor : "";

  if (!room->retired && g_str_equal (room->room_type, spec->type) &&
      g_str_equal (room->floor, floor_name) && g_str_equal (room->features, features))
    return TRUE;

  g_free (room->room_type);
  room->room_type = g_strdup (spec->type);
  g_free (room->floor);
  room->floor = g_strdup (floor_name);
  g_free (room->features);
  room->features = g_steal_pointer (&features);
  room->retired = FALSE;
  return desk_room_table_update (self->db, room, error);
}

static gboolean
apply_rooms (const Apply  *self,
             GError      **error)
{
  g_autoptr (GPtrArray) rooms = desk_room_table_list (self->db, error);
  DeskDate business_date;
  guint i;

  if (rooms == NULL || !desk_house_get_business_date (self->house, &business_date, error))
    return FALSE;

  for (i = 0; i < rooms->len; i++)
    {
      DeskRoomRecord *room = g_ptr_array_index (rooms, i);

      if (desk_property_get_room (self->property, room->number) == NULL &&
          !retire_room (self, room, business_date, error))
        return FALSE;
    }

  for (i = 0; i < self->property->rooms->len; i++)
    {
      const DeskRoomSpec *spec = g_ptr_array_index (self->property->rooms, i);
      g_autoptr (DeskRoomRecord) room = NULL;

      /* A room that comes back keeps its number and its past. */
      if (!desk_room_table_find (self->db, spec->number, &room, error) ||
          !(room != NULL ? update_room (self, room, spec, error)
                         : desk_set_up_write_room (self->db, spec, error)))
        return FALSE;
    }
  return TRUE;
}

/* A new PIN also opens a lock. */
static gboolean
update_user (const Apply         *self,
             DeskUserRecord      *record,
             const DeskUserSpec  *spec,
             GError             **error)
{
  if (spec->pin != NULL)
    {
      char *hash = desk_sign_in_hash_pin (spec->pin, error);

      if (hash == NULL)
        return FALSE;
      g_free (record->pin_hash);
      record->pin_hash = hash;
      record->failed = 0;
      record->locked_until = 0;
    }

  g_free (record->name);
  record->name = g_strdup (spec->name);
  record->role = spec->role;
  record->active = TRUE;
  return desk_user_table_update (self->db, record, error);
}

static gboolean
add_user (const Apply         *self,
          const DeskUserSpec  *spec,
          GError             **error)
{
  g_autofree char *group = g_strdup_printf ("user %s", spec->login);
  g_autofree char *hash = NULL;

  if (spec->pin == NULL)
    return refuse (self, group, "pin", error,
                   desk_message_about (N_("User {word} is new and needs a pin"), spec->login));

  hash = desk_sign_in_hash_pin (spec->pin, error);
  return hash != NULL && desk_set_up_write_user (self->db, spec, hash, error);
}

/* Who is no longer named can no longer sign in; what they did keeps their login. */
static gboolean
apply_users (const Apply  *self,
             GError      **error)
{
  g_autoptr (GPtrArray) users = desk_user_table_list (self->db, error);
  gboolean can_configure = FALSE;
  guint i;

  if (users == NULL)
    return FALSE;

  for (i = 0; i < self->property->users->len; i++)
    {
      const DeskUserSpec *spec = g_ptr_array_index (self->property->users, i);
      g_autoptr (DeskUserRecord) record = NULL;

      can_configure |= desk_role_may (spec->role, DESK_RIGHT_CONFIGURE);
      if (!desk_user_table_find (self->db, spec->login, &record, error) ||
          !(record != NULL ? update_user (self, record, spec, error)
                           : add_user (self, spec, error)))
        return FALSE;
    }
  if (!can_configure)
    return refuse (self, NULL, NULL, error,
                   desk_message_new (NULL, N_("Nobody could change the set-up any more: one user "
                                              "must be manager or administrator")));

  for (i = 0; i < users->len; i++)
    {
      DeskUserRecord *record = g_ptr_array_index (users, i);

      if (!record->active || desk_property_get_user (self->property, record->login) != NULL)
        continue;
      record->active = FALSE;
      if (!desk_user_table_update (self->db, record, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the night can still be charged once the new set-up is in force. */
static gboolean
check_night (const Apply            *self,
             const DeskStayRecord   *stay,
             const DeskNightRecord  *night,
             GError                **error)
{
  const DeskRatePlan *plan = desk_property_get_plan (self->property, night->plan);
  g_autoptr (GPtrArray) parts = NULL;
  guint i;

  if (night->posted)
    return TRUE;
  if (plan == NULL || !(night->has_price || plan->has_price))
    return refuse_price (self, stay, N_("Rate plan {word} must keep its price: {confirmation} was "
                                        "sold with it"), night->plan, error);
  if (night->package == NULL)
    return TRUE;

  parts = desk_package_parse (night->package, self->property->digits, error);
  if (parts == NULL)
    return FALSE;
  for (i = 0; i < parts->len; i++)
    {
      const DeskPackagePart *part = g_ptr_array_index (parts, i);
      const DeskCode *code = desk_property_get_code (self->property, part->code);

      if (code == NULL || code->kind != DESK_CODE_CHARGE || !(part->has_price || code->has_price))
        return refuse_price (self, stay, N_("Code {word} must keep its price: {confirmation} was "
                                            "sold with it"), part->code, error);
    }
  return TRUE;
}

static gboolean
check_stay (const Apply           *self,
            const DeskStayRecord  *stay,
            GError               **error)
{
  g_autoptr (GPtrArray) nights = NULL;
  guint i;

  if (!g_str_equal (stay->state, "booked") && !g_str_equal (stay->state, "in-house"))
    return TRUE;

  nights = desk_stay_night_table_list (self->db, stay->id, error);
  if (nights == NULL)
    return FALSE;
  for (i = 0; i < nights->len; i++)
    if (!check_night (self, stay, g_ptr_array_index (nights, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_stays (const Apply  *self,
             GError      **error)
{
  gint64 after_id = 0;
  guint n_read;

  do
    {
      g_autoptr (GPtrArray) stays = NULL;
      guint i;

      if (!desk_stay_table_page (self->db, after_id, PAGE, &stays, error))
        return FALSE;
      for (i = 0; i < stays->len; i++)
        {
          const DeskStayRecord *stay = g_ptr_array_index (stays, i);

          if (!check_stay (self, stay, error))
            return FALSE;
          after_id = stay->id;
        }
      n_read = stays->len;
    }
  while (n_read == PAGE);

  return TRUE;
}

/* Everything but the entry about it, which is made under the new version. */
static gboolean
write_version (const Apply        *self,
               const DeskContext  *context,
               GError            **error)
{
  gint64 id = desk_house_get_config (self->house) + 1;

  return check_fixed (self, error) &&
         check_stays (self, error) &&
         apply_rooms (self, error) &&
         apply_users (self, error) &&
         desk_set_up_write_config (self->db, context, id, self->property, error) &&
         desk_change_table_append (self->db, "config", id, error);
}

/**
 * desk_set_up_apply:
 * @house: a house
 * @context: who changes it; needs %DESK_RIGHT_CONFIGURE
 * @file: a property file, with PINs only for those who get a new one
 * @error: return location for a #GError
 *
 * Puts a new version of the set-up in force. What was posted keeps the version
 * it was posted under.
 *
 * Returns: %FALSE with %DESK_ERROR_AUTHORITY, %DESK_ERROR_INVALID with the place
 *   in @file, %DESK_ERROR_REFUSED where currency, minor digits, time zone or first
 *   business date differ or something in use would vanish, or an error of the
 *   storage; nothing was changed then
 */
gboolean
desk_set_up_apply (DeskHouse            *house,
                   const DeskContext    *context,
                   const DeskSetUpFile  *file,
                   GError              **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskProperty) property = NULL;
  g_autoptr (GError) restored = NULL;
  g_auto (DeskTx) tx = { NULL };
  Apply apply = { house, db, NULL, file->name };

  if (!desk_role_check (context->role, DESK_RIGHT_CONFIGURE, error))
    return FALSE;
  property = desk_property_parse_update (file->text, file->length, file->name, error);
  if (property == NULL || !desk_line_check_set_up (property, file->name, error))
    return FALSE;
  apply.property = property;

  if (desk_tx_begin (&tx, db, error) &&
      desk_house_reload (house, error) &&
      write_version (&apply, context, error) &&
      desk_house_reload (house, error) &&
      desk_set_up_append_entry (house, context, "configure", error) &&
      desk_tx_commit (&tx, error))
    return TRUE;

  /* The house goes back to the version that stays in force. */
  desk_tx_clear (&tx);
  desk_house_reload (house, &restored);
  return FALSE;
}
