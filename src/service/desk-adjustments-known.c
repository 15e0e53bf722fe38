/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustments-known.h"

#include "desk-fold.h"
#include "desk-room-table.h"
#include "desk-user-table.h"

static gboolean
is_called (const DeskUserRecord *user,
           const char           *folded)
{
  g_autofree char *login = desk_fold (user->login);
  g_autofree char *name = desk_fold (user->name);

  return g_str_equal (login, folded) || g_str_equal (name, folded);
}

/* By login; or by login or name as people write them, where that is one person. */
static const DeskUserRecord *
find_user (const GPtrArray *users,
           const char      *word)
{
  g_autofree char *folded = desk_fold (word);
  const DeskUserRecord *found = NULL;
  guint n = 0;
  guint i;

  for (i = 0; i < users->len; i++)
    {
      const DeskUserRecord *user = g_ptr_array_index (users, i);

      if (g_str_equal (user->login, word))
        return user;
      if (!is_called (user, folded))
        continue;
      found = user;
      n++;
    }
  return n == 1 ? found : NULL;
}

/**
 * desk_adjustments_know_person:
 * @house: the property
 * @word: a login; or a login or name in any case and without its diacritics
 * @out_login: (out) (transfer full) (nullable): whose that is, also of an account that is gone;
 *   %NULL where it is nobody's, or that of several people
 * @out_known: (out) (transfer full): the logins there are
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_adjustments_know_person (DeskHouse   *house,
                              const char  *word,
                              char       **out_login,
                              GStrv       *out_known,
                              GError     **error)
{
  g_autoptr (GPtrArray) users = desk_user_table_list (desk_house_get_db (house), error);
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  const DeskUserRecord *user;
  guint i;

  if (users == NULL)
    return FALSE;

  for (i = 0; i < users->len; i++)
    g_strv_builder_add (known, ((const DeskUserRecord *) g_ptr_array_index (users, i))->login);
  user = find_user (users, word);
  *out_login = user != NULL ? g_strdup (user->login) : NULL;
  *out_known = g_strv_builder_end (known);
  return TRUE;
}

/**
 * desk_adjustments_know_reason:
 * @house: the property
 * @name: name of a reason
 * @out_known: (out) (transfer full): the reasons there are now
 *
 * Returns: whether the set-up has it, or had it in a version that rows were made under
 */
gboolean
desk_adjustments_know_reason (DeskHouse  *house,
                              const char *name,
                              GStrv      *out_known)
{
  const DeskProperty *property = desk_house_get_property (house);
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  gint64 config = desk_house_get_config (house);
  guint i;

  for (i = 0; i < property->reasons->len; i++)
    g_strv_builder_add (known,
                        ((const DeskReason *) g_ptr_array_index (property->reasons, i))->name);
  *out_known = g_strv_builder_end (known);

  while (property == NULL || desk_property_get_reason (property, name) == NULL)
    {
      if (--config <= 0)
        return FALSE;
      property = desk_house_lookup_property (config, house);
    }
  return TRUE;
}

/**
 * desk_adjustments_know_room:
 * @house: the property
 * @number: number of a room
 * @out: (out): whether there is that room, or once was
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_adjustments_know_room (DeskHouse   *house,
                            const char  *number,
                            gboolean    *out,
                            GError     **error)
{
  g_autoptr (DeskRoomRecord) room = NULL;

  if (!desk_room_table_find (desk_house_get_db (house), number, &room, error))
    return FALSE;
  *out = room != NULL;
  return TRUE;
}
