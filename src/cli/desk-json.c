/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-json.h"

#include "desk-amount.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-status.h"

/**
 * desk_json_text:
 * @builder: inside an object
 * @name: of the member
 * @value: (nullable): %NULL is written as null
 */
void
desk_json_text (JsonBuilder *builder,
                const char  *name,
                const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * desk_json_user:
 * @builder: inside an object
 * @tool: a tool with its property open
 * @name: of the member
 * @login: (nullable): who it was
 *
 * Writes the login, and beside it, as "by_name" beside "by", what that person is called.
 */
void
desk_json_user (JsonBuilder *builder,
                DeskTool    *tool,
                const char  *name,
                const char  *login)
{
  g_autofree char *called = g_strconcat (name, "_name", NULL);

  desk_json_text (builder, name, login);
  desk_json_text (builder, called, desk_property_say_user (desk_tool_get_property (tool), login));
}

void
desk_json_int (JsonBuilder *builder,
               const char  *name,
               gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * desk_json_number:
 * @builder: inside an object
 * @name: of the member
 * @value: a number counted from 1; 0 is written as null
 */
void
desk_json_number (JsonBuilder *builder,
                  const char  *name,
                  gint64       value)
{
  if (value != 0)
    desk_json_int (builder, name, value);
  else
    desk_json_text (builder, name, NULL);
}

void
desk_json_bool (JsonBuilder *builder,
                const char  *name,
                gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/**
 * desk_json_amount:
 * @builder: inside an object
 * @name: of the member
 * @minor: an amount in minor units
 * @digits: how many minor digits the currency has
 */
void
desk_json_amount (JsonBuilder *builder,
                  const char  *name,
                  gint64       minor,
                  int          digits)
{
  g_autofree char *text = desk_amount_format (minor, digits);

  desk_json_text (builder, name, text);
}

void
desk_json_date (JsonBuilder *builder,
                const char  *name,
                DeskDate     date)
{
  g_autofree char *text = desk_date_to_string (date);

  desk_json_text (builder, name, text);
}

/**
 * desk_json_list:
 * @builder: inside an object
 * @tool: a tool with its property open
 * @name: of the member
 * @items: (nullable): what is listed
 * @add: writes the members of one of them
 *
 * Writes an array of objects.
 */
void
desk_json_list (JsonBuilder     *builder,
                DeskTool        *tool,
                const char      *name,
                const GPtrArray *items,
                DeskJsonAdd     *add)
{
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; items != NULL && i < items->len; i++)
    {
      json_builder_begin_object (builder);
      add (builder, tool, g_ptr_array_index (items, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * desk_json_texts:
 * @builder: inside an object
 * @name: of the member
 * @texts: (array length=n_texts): texts
 * @n_texts: how many
 */
void
desk_json_texts (JsonBuilder *builder,
                 const char  *name,
                 gpointer    *texts,
                 guint        n_texts)
{
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; i < n_texts; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

/**
 * desk_json_sentences:
 * @builder: inside an object
 * @tool: a tool with its property open
 * @name: of the member
 * @messages: (nullable) (element-type DeskMessage): what is said
 *
 * Writes sentences in the language that is printed.
 */
void
desk_json_sentences (JsonBuilder     *builder,
                     DeskTool        *tool,
                     const char      *name,
                     const GPtrArray *messages)
{
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; messages != NULL && i < messages->len; i++)
    {
      g_autofree char *text = desk_message_render (g_ptr_array_index (messages, i), tool->catalog,
                                                   desk_tool_get_property (tool));

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
}

/**
 * desk_json_error:
 * @builder: an empty builder
 * @error: what went wrong
 *
 * Writes the whole document: `{error{kind, code, message, file, group, key, line}}`.
 */
void
desk_json_error (JsonBuilder  *builder,
                 const GError *error)
{
  static const DeskErrorPlace nowhere = { NULL };
  const DeskErrorPlace *place = desk_error_get_place (error);

  if (place == NULL)
    place = &nowhere;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  desk_json_text (builder, "kind", desk_status_kind (error));
  desk_json_text (builder, "code", desk_error_code_name (error));
  desk_json_text (builder, "message", error->message);
  desk_json_text (builder, "file", place->file);
  desk_json_text (builder, "group", place->group);
  desk_json_text (builder, "key", place->key);
  desk_json_number (builder, "line", place->line);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}
