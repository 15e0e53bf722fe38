/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-command.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-fill.h"
#include "desk-json.h"
#include "desk-rack.h"
#include "desk-state-words.h"
#include "desk-table.h"

static gboolean
check_options (DeskTool        *tool,
               const DeskRack  *rack,
               GError         **error)
{
  const char *state = tool->options.status;
  const char *floor = tool->options.floor;
  guint i;

  if (state != NULL && !g_strv_contains (desk_rack_states, state))
    {
      g_autofree char *list = g_strjoinv (", ", (GStrv) desk_rack_states);

      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE, "--status is one of %s", list);
      return FALSE;
    }
  for (i = 0; floor != NULL && i < rack->rows->len; i++)
    {
      if (strcmp (((DeskRackRow *) g_ptr_array_index (rack->rows, i))->floor, floor) == 0)
        return TRUE;
    }
  if (floor == NULL)
    return TRUE;
  return desk_complain_of (error, DESK_ERROR_NOT_FOUND, N_("there is no floor {word}"), floor);
}

static gboolean
is_wanted (const DeskTool    *tool,
           const DeskRack    *rack,
           const DeskRackRow *row)
{
  return (tool->options.floor == NULL || strcmp (row->floor, tool->options.floor) == 0) &&
         (tool->options.status == NULL ||
          desk_rack_row_is (row, rack->business_date, tool->options.status));
}

static void
add_party (JsonBuilder         *builder,
           const char          *name,
           const DeskRackParty *party)
{
  json_builder_set_member_name (builder, name);
  if (party == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  desk_json_int (builder, "stay", party->stay_id);
  desk_json_text (builder, "confirmation", party->confirmation);
  desk_json_text (builder, "guest", party->guest_name);
  desk_json_date (builder, "arrival", party->arrival);
  desk_json_date (builder, "departure", party->departure);
  json_builder_end_object (builder);
}

static void
add_row (JsonBuilder       *builder,
         const DeskRackRow *row)
{
  json_builder_begin_object (builder);
  desk_json_text (builder, "room", row->number);
  desk_json_text (builder, "type", row->room_type);
  desk_json_text (builder, "floor", row->floor);
  desk_json_text (builder, "clean", row->clean);
  desk_json_text (builder, "service", row->service);
  desk_json_date (builder, "till", row->service_till);
  desk_json_text (builder, "reason", row->service_reason);
  desk_json_bool (builder, "occupied", row->occupied);
  desk_json_text (builder, "seen", row->seen < 0 ? NULL : row->seen > 0 ? "occupied" : "vacant");
  desk_json_text (builder, "discrepancy",
                  desk_discrepancy_to_string (desk_rack_row_get_discrepancy (row)));
  desk_json_bool (builder, "rush", row->rush);
  add_party (builder, "guest", row->inside);
  add_party (builder, "arrives", row->due);
  add_party (builder, "next", row->next);
  json_builder_end_object (builder);
}

static void
print_json (DeskTool       *tool,
            const DeskRack *rack)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_object (builder);
  desk_json_date (builder, "business_date", rack->business_date);
  json_builder_set_member_name (builder, "rooms");
  json_builder_begin_array (builder);
  for (i = 0; i < rack->rows->len; i++)
    {
      const DeskRackRow *row = g_ptr_array_index (rack->rows, i);

      if (is_wanted (tool, rack, row))
        add_row (builder, row);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

/* In the words of the window's rack. */
static const char *
say (const DeskTool *tool,
     const char     *msgid)
{
  return desk_catalog_pgettext (tool->catalog, "room", msgid);
}

static char *
dup_service (DeskTool          *tool,
             const DeskRackRow *row)
{
  gboolean order = strcmp (row->service, "ooo") == 0;
  g_autofree char *till = NULL;

  if (strcmp (row->service, "in") == 0)
    return g_strdup (row->rush ? say (tool, NC_("room", "wanted next")) : "");
  if (row->service_till == DESK_DATE_NONE)
    return g_strdup (order ? say (tool, NC_("room", "out of order"))
                           : say (tool, NC_("room", "out of service")));
  till = desk_tool_date (tool, row->service_till);
  return desk_fill (order ? say (tool, NC_("room", "out of order until {date}"))
                          : say (tool, NC_("room", "out of service until {date}")),
                    "date", till, NULL);
}

static const char *
get_remark (DeskTool          *tool,
            const DeskRack    *rack,
            const DeskRackRow *row)
{
  switch (desk_rack_row_get_discrepancy (row))
    {
    case DESK_DISCREPANCY_SLEPT_IN:
      return say (tool, NC_("room", "slept in, no stay"));
    case DESK_DISCREPANCY_VACANT:
      return say (tool, NC_("room", "vacant, stay in house"));
    case DESK_DISCREPANCY_NONE:
    default:
      return desk_rack_row_is_due_out (row, rack->business_date)
               ? desk_tool_say (tool, N_("leaves today")) : "";
    }
}

static void
print_table (DeskTool       *tool,
             const DeskRack *rack)
{
  g_autoptr (DeskTable) table = desk_table_new (desk_tool_say (tool, N_("Room")),
                                                desk_tool_say (tool, N_("Type")),
                                                desk_tool_say (tool, N_("Status")),
                                                desk_tool_say (tool, N_("Service")),
                                                desk_tool_say (tool, N_("Guest")),
                                                desk_tool_say (tool, N_("Arrives")),
                                                desk_tool_say (tool, N_("Remark")), NULL);
  const char *lang = desk_catalog_get_language (tool->catalog);
  guint n = 0;
  guint i;

  for (i = 0; i < rack->rows->len; i++)
    {
      const DeskRackRow *row = g_ptr_array_index (rack->rows, i);
      const char *type = desk_property_say_room_type (desk_tool_get_property (tool),
                                                      row->room_type, lang);
      g_autofree char *service = NULL;

      if (!is_wanted (tool, rack, row))
        continue;
      service = dup_service (tool, row);
      desk_table_add (table, row->number, type != NULL ? type : "",
                      desk_say_clean (tool->catalog, row->clean), service,
                      row->inside != NULL ? row->inside->guest_name : "",
                      row->due != NULL ? row->due->guest_name : "", get_remark (tool, rack, row),
                      NULL);
      n++;
    }
  desk_tool_print_heading (tool);
  if (n > 0)
    desk_table_print (table, tool->out);
  else
    desk_tool_print (tool, "%s\n", desk_tool_say (tool, N_("No room is so.")));
}

gboolean
desk_cli_rooms (DeskTool           *tool,
                const char *const  *arguments,
                GError            **error)
{
  g_autoptr (DeskRack) rack = desk_rack_load (tool->house, error);

  if (rack == NULL || !check_options (tool, rack, error))
    return FALSE;
  if (tool->options.json)
    print_json (tool, rack);
  else
    print_table (tool, rack);
  return TRUE;
}
