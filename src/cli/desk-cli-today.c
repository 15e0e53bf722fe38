/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-fill.h"
#include "desk-format.h"
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

/* The rooms that housekeeping is asked to do next, as the window's page has them. */
static void
print_asked (DeskTool        *tool,
             const GPtrArray *rooms)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *n = desk_format_int (tool->catalog, rooms->len);
  g_autofree char *text = NULL;
  guint i;

  if (rooms->len == 0)
    return;
  for (i = 0; i < rooms->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (rooms, i));
  /* Translators: rooms that housekeeping is asked to do next; {rooms} are their numbers */
  text = desk_fill (desk_catalog_ngettext (tool->catalog, "{n} room asked for: {rooms}",
                                           "{n} rooms asked for: {rooms}", rooms->len),
                    "n", n, "rooms", numbers->str, NULL);
  desk_tool_print (tool, "%s\n", text);
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
      desk_json_texts (builder, "rooms_asked_for", today->rush->pdata, today->rush->len);
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
  if (today->rush->len > 0)
    desk_tool_print (tool, "\n");
  print_asked (tool, today->rush);
  return TRUE;
}
