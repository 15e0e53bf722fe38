/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-package.h"

#include "desk-amount.h"
#include "desk-error.h"

#define MAX_QUANTITY 9999
#define MAX_CODE 64

static const char *const part_names[] = { "code", "quantity", "unit_price", NULL };

static gboolean
read_quantity (DeskPackagePart       *part,
               const DeskJsonReader  *reader,
               GError               **error)
{
  DeskJsonField field = { reader->at, "quantity", 0 };
  JsonNode *node = json_object_get_member (reader->object, "quantity");
  const char *word = NULL;

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    word = json_node_get_string (node);

  if (g_strcmp0 (word, "adults") == 0)
    part->basis = DESK_QUANTITY_ADULTS;
  else if (g_strcmp0 (word, "persons") == 0)
    part->basis = DESK_QUANTITY_PERSONS;
  else if (word != NULL)
    return desk_json_fail (&field, error, N_("must be a whole number, \"adults\" or \"persons\""));
  else if (!desk_json_node_to_whole (node, &field, MAX_QUANTITY, &part->quantity, NULL) ||
           part->quantity == 0)
    return desk_json_fail_number (&field, error, N_("must be a whole number from 1 to {n}"),
                                  MAX_QUANTITY);
  return TRUE;
}

static gboolean
read_part (GPtrArray            *parts,
           JsonNode             *node,
           const DeskJsonField  *at,
           int                   digits,
           GError              **error)
{
  g_autofree char *code = NULL;
  DeskPackagePart *part;
  DeskJsonReader reader;

  if (!desk_json_open (&reader, node, at, part_names, error) ||
      !desk_json_read_text (&reader, "code", MAX_CODE, &code, error))
    return FALSE;

  part = desk_package_part_new (code, DESK_QUANTITY_FIXED, 1);
  g_ptr_array_add (parts, part);
  part->has_price = desk_json_has (&reader, "unit_price");
  return read_quantity (part, &reader, error) &&
         (!part->has_price ||
          desk_json_read_amount (&reader, "unit_price", digits, &part->unit_minor, error));
}

/**
 * desk_package_read:
 * @list: `[{"code": "BFST", "quantity": 1, "unit_price": "16.50"}]`
 * @at: where it stands, for messages
 * @digits: minor digits of its prices
 * @error: return location for a #GError
 *
 * Reads what a night includes, as a stays file tells it.
 *
 * Returns: (transfer full) (element-type DeskPackagePart) (nullable): the parts in
 *   order, or %NULL with %DESK_ERROR_INVALID
 */
GPtrArray *
desk_package_read (JsonArray            *list,
                   const DeskJsonField  *at,
                   int                   digits,
                   GError              **error)
{
  g_autoptr (GPtrArray) parts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) desk_package_part_free);
  guint i;

  for (i = 0; i < json_array_get_length (list); i++)
    {
      DeskJsonField field = { at, NULL, i };

      if (!read_part (parts, json_array_get_element (list, i), &field, digits, error))
        return NULL;
    }
  return g_steal_pointer (&parts);
}

/**
 * desk_package_parse:
 * @text: what desk_package_to_text() made: the database keeps a night's own
 *   package in this form
 * @digits: minor digits of its prices
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type DeskPackagePart) (nullable): the parts, or
 *   %NULL with %DESK_ERROR_DAMAGED where @text is nothing of ours
 */
GPtrArray *
desk_package_parse (const char  *text,
                    int          digits,
                    GError     **error)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) why = NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    parts = desk_package_read (json_node_get_array (node), NULL, digits, &why);
  if (parts == NULL)
    g_set_error (error, DESK_ERROR, DESK_ERROR_DAMAGED,
                 "What a night includes cannot be read: %s",
                 why != NULL ? why->message : "it is no list");
  return g_steal_pointer (&parts);
}

static void
append_part (JsonBuilder           *builder,
             const DeskPackagePart *part,
             int                    digits)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, part->code);

  json_builder_set_member_name (builder, "quantity");
  if (part->basis == DESK_QUANTITY_ADULTS)
    json_builder_add_string_value (builder, "adults");
  else if (part->basis == DESK_QUANTITY_PERSONS)
    json_builder_add_string_value (builder, "persons");
  else
    json_builder_add_int_value (builder, part->quantity);

  if (part->has_price)
    {
      g_autofree char *price = desk_amount_format (part->unit_minor, digits);

      json_builder_set_member_name (builder, "unit_price");
      json_builder_add_string_value (builder, price);
    }
  json_builder_end_object (builder);
}

/**
 * desk_package_to_text:
 * @parts: (element-type DeskPackagePart): what a night includes, maybe nothing
 * @digits: minor digits of its prices
 *
 * Returns: (transfer full): JSON, `[]` where there are no parts
 */
char *
desk_package_to_text (const GPtrArray *parts,
                      int              digits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < parts->len; i++)
    append_part (builder, g_ptr_array_index (parts, i), digits);
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
