/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

/* What one group says of another: asked when all of them have been read. */

static const DeskCode *
find_code (const DeskProperty  *self,
           const DeskGroup     *group,
           const char          *key,
           const char          *name,
           GError             **error)
{
  const DeskCode *code = desk_property_get_code (self, name);
  g_autofree char *quoted = desk_quote (name);

  if (code == NULL)
    desk_group_fail_word (group, key, error, N_("there is no code {word}"), quoted);
  return code;
}

static const DeskCode *
find_charge (const DeskProperty  *self,
             const DeskGroup     *group,
             const char          *key,
             const char          *name,
             GError             **error)
{
  const DeskCode *code = find_code (self, group, key, name, error);

  if (code == NULL || code->kind == DESK_CODE_CHARGE)
    return code;
  desk_group_fail_word (group, key, error, N_("\"{word}\" is not a code of kind=charge"), name);
  return NULL;
}

static gboolean
has_feature (const DeskProperty *self,
             const char         *name)
{
  guint i;

  for (i = 0; i < self->rooms->len; i++)
    {
      const DeskRoomSpec *room = g_ptr_array_index (self->rooms, i);

      if (room->features != NULL &&
          g_strv_contains ((const char *const *) room->features, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_type_prices (const DeskProperty  *self,
                   const DeskRatePlan  *plan,
                   const DeskGroup     *group,
                   GError             **error)
{
  GHashTableIter iter;
  gpointer type;

  if (plan->prices == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, plan->prices);
  while (g_hash_table_iter_next (&iter, &type, NULL))
    {
      g_autofree char *quoted = desk_quote (type);
      g_autofree char *key = g_strdup_printf ("price[%s]", (const char *) type);

      if (!desk_property_has_type (self, type))
        return desk_group_fail_word (group, key, error, N_("no room is of the type {word}"),
                                     quoted);
    }
  return TRUE;
}

static gboolean
connect_plan (const DeskProperty  *self,
              const DeskRatePlan  *plan,
              const DeskGroup     *group,
              GError             **error)
{
  guint i;

  if (find_charge (self, group, "code", plan->code, error) == NULL ||
      !check_type_prices (self, plan, group, error))
    return FALSE;
  for (i = 0; i < plan->package->len; i++)
    {
      const DeskPackagePart *part = g_ptr_array_index (plan->package, i);
      const DeskCode *code = find_charge (self, group, "package", part->code, error);

      if (code == NULL)
        return FALSE;
      if (!code->has_price)
        return desk_group_fail_word (group, "package", error,
                                     N_("the code \"{word}\" has no price"), part->code);
    }
  for (i = 0; plan->included != NULL && plan->included[i] != NULL; i++)
    {
      if (find_code (self, group, "included", plan->included[i], error) == NULL)
        return FALSE;
    }
  return TRUE;
}

static DeskTax *
find_tax (const DeskProperty  *self,
          const DeskGroup     *group,
          const char          *key,
          const char          *name,
          GError             **error)
{
  const DeskTax *tax = desk_property_get_tax (self, name);
  g_autofree char *quoted = desk_quote (name);

  if (tax != NULL)
    return g_ptr_array_index (self->taxes, tax->index);
  desk_group_fail_word (group, key, error, N_("there is no tax {word}"), quoted);
  return NULL;
}

static gboolean
refuse_second_code (const DeskGroup  *group,
                    const DeskTax    *tax,
                    GError          **error)
{
  DeskMessage *message = desk_message_new (NULL, N_("\"{word}\" is posted under the code {code} "
                                                    "already"));

  desk_message_text (message, "word", tax->name);
  return desk_group_fail_with (group, "tax", error,
                               desk_message_text (message, "code", tax->code));
}

/* Tells each tax posted under @code that it is. */
static gboolean
connect_code (const DeskProperty  *self,
              const DeskCode      *code,
              const DeskGroup     *group,
              GError             **error)
{
  guint i;

  for (i = 0; code->taxes != NULL && code->taxes[i] != NULL; i++)
    {
      DeskTax *tax = find_tax (self, group, "tax", code->taxes[i], error);

      if (tax == NULL)
        return FALSE;
      if (tax->mode == DESK_TAX_INCLUSIVE)
        return desk_group_fail_word (group, "tax", error,
                                     N_("\"{word}\" is inclusive: it is never posted and has no "
                                        "code"),
                                     tax->name);
      if (tax->code != NULL)
        return refuse_second_code (group, tax, error);
      tax->code = g_strdup (code->name);
    }
  return TRUE;
}

static gboolean
connect_tax (const DeskProperty  *self,
             DeskTax             *tax,
             const DeskGroup     *group,
             GError             **error)
{
  g_auto (GStrv) names = NULL;
  guint i;

  if (tax->mode == DESK_TAX_EXCLUSIVE && tax->code == NULL)
    return desk_group_fail (group, NULL, error,
                            N_("the tax is exclusive, but no code of kind=tax names it"));
  if (!desk_group_get_names (group, "own-tax", &names, error))
    return FALSE;
  if (desk_group_has (group, "own-tax") && names == NULL)
    return desk_group_fail (group, "own-tax", error, N_("the list names no tax"));

  for (i = 0; names != NULL && names[i] != NULL; i++)
    {
      const DeskTax *own = find_tax (self, group, "own-tax", names[i], error);

      if (own == NULL)
        return FALSE;
      if (own->kind != DESK_TAX_PERCENT)
        return desk_group_fail_word (group, "own-tax", error,
                                     N_("\"{word}\" is not of kind=percent"), own->name);
      if (own->mode == DESK_TAX_EXCLUSIVE && own->index <= tax->index)
        return desk_group_fail_word (group, "own-tax", error,
                                     N_("\"{word}\" is exclusive and must stand later in the file"),
                                     own->name);
      if (desk_group_has (desk_source_find (group->source, "tax", own->name), "own-tax"))
        return desk_group_fail_word (group, "own-tax", error,
                                     N_("\"{word}\" has a tax of its own and cannot be one"),
                                     own->name);
      g_array_append_val (tax->own, own->index);
    }
  return TRUE;
}

/**
 * desk_property_connect:
 * @self: a set-up whose groups have all been read
 * @source: the file it was read from
 * @error: return location for a #GError
 *
 * Looks up what the groups name of each other.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where a name is not defined or may not
 *   stand where it stands
 */
gboolean
desk_property_connect (DeskProperty      *self,
                       const DeskSource  *source,
                       GError           **error)
{
  guint i;

  for (i = 0; i < self->room_types->len; i++)
    {
      const DeskRoomType *type = g_ptr_array_index (self->room_types, i);

      if (!desk_property_has_type (self, type->name))
        return desk_group_fail (desk_source_find (source, "room-type", type->name), NULL, error,
                                N_("no room is of this type"));
    }
  for (i = 0; i < self->features->len; i++)
    {
      const DeskFeature *feature = g_ptr_array_index (self->features, i);

      if (!has_feature (self, feature->name))
        return desk_group_fail (desk_source_find (source, "feature", feature->name), NULL, error,
                                N_("no room has this feature"));
    }
  for (i = 0; i < self->plans->len; i++)
    {
      const DeskRatePlan *plan = g_ptr_array_index (self->plans, i);

      if (!connect_plan (self, plan, desk_source_find (source, "rate-plan", plan->name), error))
        return FALSE;
    }
  for (i = 0; i < self->codes->len; i++)
    {
      const DeskCode *code = g_ptr_array_index (self->codes, i);

      if (!connect_code (self, code, desk_source_find (source, "code", code->name), error))
        return FALSE;
    }
  for (i = 0; i < self->taxes->len; i++)
    {
      DeskTax *tax = g_ptr_array_index (self->taxes, i);

      if (!connect_tax (self, tax, desk_source_find (source, "tax", tax->name), error))
        return FALSE;
    }
  return desk_property_connect_bookings (self, desk_source_find (source, "bookings", ""), error);
}
