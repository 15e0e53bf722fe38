/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-json.h"
#include "desk-rack.h"
#include "desk-room-words.h"
#include "desk-table.h"

static void
print_nights (DeskTool           *tool,
              const DeskRoomView *view)
{
  g_autoptr (DeskTable) table = desk_table_new (desk_tool_say (tool, N_("Night")),
                                                desk_tool_say (tool, N_("Guest")),
                                                desk_tool_say (tool, N_("Confirmation")), NULL);
  guint i;

  for (i = 0; i < view->nights->len; i++)
    {
      const DeskRoomNight *night = g_ptr_array_index (view->nights, i);
      g_autofree char *date = desk_tool_date (tool, night->date);
      g_autofree char *whose = desk_cli_dup_name (desk_room_night_say (night, tool->catalog));

      desk_table_add (table, date, whose, night->party != NULL ? night->party->confirmation : "",
                      NULL);
    }
  desk_table_print (table, tool->out);
}

static void
print_events (DeskTool           *tool,
              const DeskRoomView *view)
{
  guint i;

  desk_tool_print (tool, "\n");
  for (i = 0; i < view->events->len; i++)
    {
      g_autofree char *text = desk_room_event_dup_text (g_ptr_array_index (view->events, i),
                                                        desk_tool_get_property (tool),
                                                        tool->catalog);

      desk_tool_print (tool, "%s\n", text);
    }
  if (view->events->len == 0)
    desk_tool_print (tool, "%s\n", desk_tool_say (tool, N_("Nothing was done here yet.")));
}

static void
print_room (DeskTool           *tool,
            const DeskRoomView *view)
{
  const char *type = desk_property_say_room_type (desk_tool_get_property (tool),
                                                  view->row->room_type,
                                                  desk_catalog_get_language (tool->catalog));
  g_autofree char *whole = desk_room_dup_whole (view, desk_tool_get_property (tool),
                                                tool->catalog);

  desk_tool_print_heading (tool);
  desk_tool_print (tool, "%s · %s\n%s\n\n", view->row->number, type != NULL ? type : "", whole);
  print_nights (tool, view);
  print_events (tool, view);
}

gboolean
desk_cli_room (DeskTool           *tool,
               const char *const  *arguments,
               GError            **error)
{
  g_autoptr (DeskRoomView) view = desk_room_view_load_number (tool->house, arguments[0], error);

  if (view == NULL)
    return FALSE;
  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      desk_json_room (builder, tool, view);
      desk_tool_print_json (tool, builder);
    }
  else
    {
      print_room (tool, view);
    }
  return TRUE;
}
