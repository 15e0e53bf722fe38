/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-credit.h"
#include "desk-explain.h"
#include "desk-json.h"
#include "desk-radar.h"
#include "desk-state-words.h"
#include "desk-table.h"
#include "desk-views.h"

static void
print_nights (DeskTool           *tool,
              const DeskStayView *stay)
{
  g_autofree char *price = g_strconcat (">", desk_tool_say (tool, N_("Price")), NULL);
  g_autoptr (DeskTable) table = NULL;
  guint i;

  table = desk_table_new (desk_tool_say (tool, N_("Night")), desk_tool_say (tool, N_("Room")),
                          desk_tool_say (tool, N_("Type")), price,
                          desk_tool_say (tool, N_("Posted")), NULL);
  for (i = 0; i < stay->nights->len; i++)
    {
      const DeskNightRow *night = g_ptr_array_index (stay->nights, i);
      g_autofree char *date = desk_tool_date (tool, night->date);
      g_autofree char *amount = desk_tool_amount (tool, night->price_minor);
      const char *type = desk_property_say_room_type (desk_tool_get_property (tool),
                                                      night->room_type,
                                                      desk_catalog_get_language (tool->catalog));

      desk_table_add (table, date, night->room != NULL ? night->room : "",
                      type != NULL ? type : "", amount,
                      night->posted ? "✓" : "", NULL);
    }
  desk_table_print (table, tool->out);
}

static void
print_facts (DeskTool           *tool,
             const DeskStayView *stay)
{
  const DeskStayRow *row = stay->row;
  g_autofree char *name = desk_cli_dup_whole_name (row->guest_name);
  g_autofree char *arrival = desk_tool_date (tool, row->arrival);
  g_autofree char *departure = desk_tool_date (tool, row->departure);
  guint i;

  desk_tool_print (tool, "%s%s%s · %s · #%" G_GINT64_FORMAT " · %s\n", name,
                   row->room != NULL ? " · " : "", row->room != NULL ? row->room : "",
                   row->confirmation, row->stay_id,
                   desk_say_stay_state (tool->catalog, row->state));
  desk_tool_print (tool, "%s – %s · %d + %d · %s\n", arrival, departure, row->adults,
                   row->children, stay->plan);
  for (i = 0; i < stay->references->len; i++)
    {
      const DeskReference *reference = g_ptr_array_index (stay->references, i);

      desk_tool_print (tool, "%s: %s\n", reference->kind, reference->value);
    }
  if (stay->note != NULL)
    desk_tool_print (tool, "%s\n", stay->note);
  desk_tool_print (tool, "\n");
}

static void
print_credit (DeskTool           *tool,
              const DeskStayView *stay)
{
  g_autoptr (DeskMessage) credit = desk_credit_say (stay, desk_tool_get_property (tool));
  g_autofree char *text = NULL;

  if (credit == NULL)
    return;
  text = desk_message_render (credit, tool->catalog, desk_tool_get_property (tool));
  desk_tool_print (tool, "%s\n", text);
}

static void
print_sums (DeskTool           *tool,
            const DeskStayView *stay)
{
  g_autofree char *now = desk_tool_money (tool, stay->balance_now);
  g_autofree char *departure = desk_tool_money (tool, stay->balance_departure);
  g_autofree char *promised = desk_tool_money (tool, stay->promised);

  desk_tool_print (tool, "\n%s: %s\n%s: %s\n%s: %s\n",
                   desk_tool_say (tool, N_("Balance now")), now,
                   desk_tool_say (tool, N_("Balance at departure")), departure,
                   desk_tool_say (tool, N_("Promised")), promised);
  print_credit (tool, stay);
  if (stay->next_confirmation != NULL)
    {
      g_autofree char *next = desk_tool_date (tool, stay->next_arrival);

      desk_tool_print (tool, "%s: %s, %s\n", desk_tool_say (tool, N_("Next in this room")),
                       stay->next_confirmation, next);
    }
}

static void
print_radar (DeskTool        *tool,
             const GPtrArray *spots)
{
  guint i;

  for (i = 0; i < spots->len; i++)
    {
      const DeskSpot *spot = g_ptr_array_index (spots, i);
      g_autofree char *text = desk_message_render (spot->say, tool->catalog,
                                                   desk_tool_get_property (tool));

      desk_tool_print (tool, "%s%s\n", i == 0 ? "\n" : "", text);
    }
}

gboolean
desk_cli_stay (DeskTool           *tool,
               const char *const  *arguments,
               GError            **error)
{
  gint64 stay_id = desk_find_one (tool->house, arguments[0], error);
  g_autoptr (DeskStayView) stay = NULL;
  g_autoptr (DeskFolioView) folio = NULL;
  g_autoptr (GPtrArray) spots = NULL;

  if (stay_id <= 0)
    return FALSE;
  stay = desk_stay_view_load (tool->house, stay_id, error);
  if (stay == NULL)
    return FALSE;
  folio = desk_folio_view_load (tool->house, stay_id, error);
  if (folio == NULL)
    return FALSE;
  spots = desk_radar_load (tool->house, stay, folio, error);
  if (spots == NULL)
    return FALSE;

  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      desk_json_stay (builder, tool, stay, folio, spots);
      desk_tool_print_json (tool, builder);
      return TRUE;
    }
  desk_tool_print_heading (tool);
  print_facts (tool, stay);
  print_nights (tool, stay);
  print_sums (tool, stay);
  print_radar (tool, spots);
  return TRUE;
}
