/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-fill.h"
#include "desk-format.h"
#include "desk-json.h"
#include "desk-line.h"
#include "desk-set-up.h"

static void
print_found (DeskTool           *tool,
             const char         *file,
             const DeskProperty *property)
{
  g_autofree char *rooms = desk_format_int (tool->catalog, property->rooms->len);
  g_autofree char *plans = desk_format_int (tool->catalog, property->plans->len);
  g_autofree char *codes = desk_format_int (tool->catalog, property->codes->len);
  g_autofree char *taxes = desk_format_int (tool->catalog, property->taxes->len);
  g_autofree char *users = desk_format_int (tool->catalog, property->users->len);
  /* Translators: what a property file was found to have; all of them are numbers */
  const char *counts = desk_tool_say (tool, N_("Rooms: {rooms}; rate plans: {plans}; codes: "
                                               "{codes}; taxes: {taxes}; users: {users}. Nothing "
                                               "is wrong with it."));
  g_autofree char *text = desk_fill (counts, "rooms", rooms, "plans", plans, "codes", codes,
                                     "taxes", taxes, "users", users, NULL);

  desk_tool_print (tool, "%s: %s, %s. %s\n", file, property->name, property->currency, text);
}

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
  print_found (tool, arguments[0], property);
  return TRUE;
}

gboolean
desk_cli_config_apply (DeskTool           *tool,
                       const char *const  *arguments,
                       GError            **error)
{
  gsize length;
  g_autofree char *text = desk_tool_read_file (arguments[0], &length, error);
  g_autofree char *version = NULL;
  g_autofree char *said = NULL;

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
  version = desk_format_int (tool->catalog, desk_house_get_config (tool->house));
  said = desk_fill (desk_tool_say (tool, N_("The set-up has version {n} now.")), "n", version,
                    NULL);
  desk_tool_print_heading (tool);
  desk_tool_print (tool, "%s\n", said);
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
