/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-json.h"
#include "desk-views.h"

static void
print_list (DeskTool        *tool,
            const char      *title,
            const GPtrArray *rows)
{
  desk_tool_print (tool, "%s (%u)\n", title, rows->len);
  if (rows->len > 0)
    desk_cli_print_stay_rows (tool, rows);
  desk_tool_print (tool, "\n");
}

gboolean
desk_cli_today (DeskTool           *tool,
                const char *const  *arguments,
                GError            **error)
{
  g_autoptr (DeskToday) today = desk_today_load (tool->house, &tool->context, error);

  if (today == NULL)
    return FALSE;
  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      desk_json_date (builder, "business_date", today->business_date);
      desk_json_stay_rows (builder, tool, "arrivals", today->arrivals);
      desk_json_stay_rows (builder, tool, "in_house", today->in_house);
      desk_json_stay_rows (builder, tool, "departures", today->departures);
      desk_json_int (builder, "questions", today->n_asked);
      json_builder_end_object (builder);
      desk_tool_print_json (tool, builder);
      return TRUE;
    }
  desk_tool_print_heading (tool);
  print_list (tool, desk_tool_say (tool, N_("Arrivals")), today->arrivals);
  print_list (tool, desk_tool_say (tool, N_("In house")), today->in_house);
  print_list (tool, desk_tool_say (tool, N_("Departures")), today->departures);
  if (today->n_asked > 0)
    desk_tool_print (tool, "%s: %u\n\n", desk_tool_say (tool, N_("Questions to you")),
                     today->n_asked);
  g_string_truncate (tool->out, tool->out->len - 1);
  return TRUE;
}
