/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

#include <string.h>

/*
 * The group [bookings]: what the words of a file of bookings mean in this house.
 *
 *   type[A]=STD    room type A of the file is our STD
 *   plan[BB]=FLEX  meal BB of the file is our rate plan FLEX
 *   plan=FLEXRO    every other meal
 */

#define TYPE "type["
#define PLAN "plan["

/* What stands between the brackets of @key, or %NULL where it does not begin so. */
static char *
dup_index (const char *key,
           const char *prefix)
{
  gsize length = strlen (key);

  if (!g_str_has_prefix (key, prefix) || key[length - 1] != ']' ||
      length < strlen (prefix) + strlen ("X]"))
    return NULL;
  return g_strndup (key + strlen (prefix), length - strlen (prefix) - strlen ("]"));
}

static gboolean
read_entry (DeskProperty     *self,
            const DeskGroup  *group,
            const char       *key,
            GError          **error)
{
  g_autofree char *type = dup_index (key, TYPE);
  g_autofree char *meal = dup_index (key, PLAN);
  char *name = NULL;

  if (type == NULL && meal == NULL && strcmp (key, "plan") != 0)
    return desk_group_fail (group, key, error, N_("there is no such key"));
  if (!desk_group_get_name (group, key, &name, error))
    return FALSE;

  if (type != NULL)
    g_hash_table_insert (self->booking_types, g_steal_pointer (&type), name);
  else
    g_hash_table_insert (self->booking_plans, g_strdup (meal != NULL ? meal : ""), name);
  return TRUE;
}

gboolean
desk_property_read_bookings (DeskProperty     *self,
                             const DeskGroup  *group,
                             GError          **error)
{
  guint i;

  for (i = 0; i < group->entries->len; i++)
    {
      const DeskEntry *entry = g_ptr_array_index (group->entries, i);

      if (!read_entry (self, group, entry->key, error))
        return FALSE;
    }
  return TRUE;
}

static char *
make_key (const char *prefix,
          const char *index)
{
  return *index != '\0' ? g_strdup_printf ("%s%s]", prefix, index)
                        : g_strndup (prefix, strlen (prefix) - strlen ("["));
}

/* Asked when all groups have been read: whether the house has what is named. */
gboolean
desk_property_connect_bookings (const DeskProperty  *self,
                                const DeskGroup     *group,
                                GError             **error)
{
  GHashTableIter iter;
  gpointer index, name;

  g_hash_table_iter_init (&iter, self->booking_types);
  while (g_hash_table_iter_next (&iter, &index, &name))
    {
      g_autofree char *key = make_key (TYPE, index);
      g_autofree char *quoted = desk_quote (name);

      if (!desk_property_has_type (self, name))
        return desk_group_fail_word (group, key, error, N_("no room is of the type {word}"),
                                     quoted);
    }

  g_hash_table_iter_init (&iter, self->booking_plans);
  while (g_hash_table_iter_next (&iter, &index, &name))
    {
      g_autofree char *key = make_key (PLAN, index);
      g_autofree char *quoted = desk_quote (name);

      if (desk_property_get_plan (self, name) == NULL)
        return desk_group_fail_word (group, key, error, N_("there is no rate plan {word}"),
                                     quoted);
    }
  return TRUE;
}
