/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-json.h"
#include "desk-line.h"
#include "desk-set-up.h"

gboolean
desk_cli_config_check (DeskTool           *tool,
                       const char *const  *arguments,
                       GError            **error)
{
  gsize length;
  g_autofree char *text = desk_tool_read_file (arguments[0], &length, error);
  g_autoptr (DeskProperty) property = NULL;

  if (text == NULL)
    return FALSE;
  property = desk_property_parse (text, (gssize) length, arguments[0], error);
  if (property == NULL || !desk_line_check_set_up (property, arguments[0], error))
    return FALSE;

  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      desk_json_bool (builder, "ok", TRUE);
      desk_json_text (builder, "file", arguments[0]);
      desk_json_text (builder, "name", property->name);
      desk_json_text (builder, "currency", property->currency);
      desk_json_int (builder, "rooms", property->rooms->len);
      desk_json_int (builder, "rate_plans", property->plans->len);
      desk_json_int (builder, "codes", property->codes->len);
      desk_json_int (builder, "taxes", property->taxes->len);
      desk_json_int (builder, "users", property->users->len);
      json_builder_end_object (builder);
      desk_tool_print_json (tool, builder);
      return TRUE;
    }
  desk_tool_print (tool, "%s: %s, %s: %u rooms, %u rate plans, %u codes, %u taxes, %u users. "
                         "Nothing wrong with it.\n",
                   arguments[0], property->name, property->currency, property->rooms->len,
                   property->plans->len, property->codes->len, property->taxes->len,
                   property->users->len);
  return TRUE;
}

gboolean
desk_cli_config_apply (DeskTool           *tool,
                       const char *const  *arguments,
                       GError            **error)
{
  gsize length;
  g_autofree char *text = desk_tool_read_file (arguments[0], &length, error);

  if (text == NULL ||
      !desk_set_up_apply (tool->house, &tool->context,
                          &(DeskSetUpFile){ text, (gssize) length, arguments[0] }, error))
    return FALSE;

  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      desk_json_bool (builder, "done", TRUE);
      desk_json_int (builder, "version", desk_house_get_config (tool->house));
      json_builder_end_object (builder);
      desk_tool_print_json (tool, builder);
      return TRUE;
    }
  desk_tool_print_heading (tool);
  desk_tool_print (tool, "The set-up has version %" G_GINT64_FORMAT " now.\n",
                   desk_house_get_config (tool->house));
  return TRUE;
}

gboolean
desk_cli_config_export (DeskTool           *tool,
                        const char *const  *arguments,
                        GError            **error)
{
  const DeskProperty *property = desk_tool_get_property (tool);

  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      desk_json_int (builder, "version", desk_house_get_config (tool->house));
      desk_json_text (builder, "property", property->canonical);
      json_builder_end_object (builder);
      desk_tool_print_json (tool, builder);
      return TRUE;
    }
  desk_tool_print (tool, "%s", property->canonical);
  return TRUE;
}
