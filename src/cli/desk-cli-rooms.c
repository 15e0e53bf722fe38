/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-command.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-fill.h"
#include "desk-fold.h"
#include "desk-format.h"
#include "desk-json.h"
#include "desk-rack.h"
#include "desk-room-words.h"
#include "desk-state-words.h"
#include "desk-table.h"

/* What is asked for; nothing: all of them. */
typedef struct
{
  const DeskOptions  *options;
  GStrv               words;      /* folded */
  const DeskProperty *property;
  const char         *lang;
  DeskDate            day;
} Wanted;

static gboolean
check_options (DeskTool        *tool,
               const DeskRack  *rack,
               GError         **error)
{
  const DeskOptions *options = &tool->options;
  gboolean has_floor = options->floor == NULL;
  gboolean has_type = options->type == NULL;
  guint i;

  if (options->status != NULL && !g_strv_contains (desk_rack_states, options->status))
    return desk_options_refuse ("status", options->status, desk_rack_states, error);
  for (i = 0; i < rack->rows->len; i++)
    {
      const DeskRackRow *row = g_ptr_array_index (rack->rows, i);

      has_floor = has_floor || strcmp (row->floor, options->floor) == 0;
      has_type = has_type || strcmp (row->room_type, options->type) == 0;
    }
  if (!has_floor)
    return desk_complain_of (error, DESK_ERROR_NOT_FOUND, N_("there is no floor {word}"),
                             options->floor);
  if (!has_type)
    return desk_complain_of (error, DESK_ERROR_NOT_FOUND, N_("there is no room of type {word}"),
                             options->type);
  return TRUE;
}

static gboolean
is_wanted (const Wanted      *wanted,
           const DeskRackRow *row)
{
  const DeskOptions *options = wanted->options;

  return (options->floor == NULL || strcmp (row->floor, options->floor) == 0) &&
         (options->type == NULL || strcmp (row->room_type, options->type) == 0) &&
         (options->status == NULL || desk_rack_row_is (row, wanted->day, options->status)) &&
         desk_rack_row_has_words (row, wanted->words, wanted->property, wanted->lang);
}

static guint
count (const DeskRack *rack,
       const char     *state)
{
  guint n = 0;
  guint i;

  for (i = 0; i < rack->rows->len; i++)
    n += desk_rack_row_is (g_ptr_array_index (rack->rows, i), rack->business_date, state);
  return n;
}

/* Of all rooms, whichever are printed. */
static void
add_counts (JsonBuilder    *builder,
            const DeskRack *rack)
{
  guint i;

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (i = 0; desk_rack_states[i] != NULL; i++)
    desk_json_int (builder, desk_rack_states[i], count (rack, desk_rack_states[i]));
  json_builder_end_object (builder);
}

static void
print_json (DeskTool       *tool,
            const DeskRack *rack,
            const Wanted   *wanted)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_object (builder);
  desk_json_date (builder, "business_date", rack->business_date);
  add_counts (builder, rack);
  json_builder_set_member_name (builder, "rooms");
  json_builder_begin_array (builder);
  for (i = 0; i < rack->rows->len; i++)
    {
      const DeskRackRow *row = g_ptr_array_index (rack->rows, i);

      if (is_wanted (wanted, row))
        desk_json_rack_row (builder, row);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

/* Why a room is not to be had, or what is asked of it. */
static char *
dup_service (DeskTool          *tool,
             const DeskRackRow *row)
{
  char *service = desk_room_dup_service (row, tool->catalog);

  if (service != NULL)
    return service;
  return g_strdup (row->rush ? desk_tool_say_in (tool, "room", NC_("room", "wanted next")) : "");
}

static const char *
get_remark (DeskTool          *tool,
            const DeskRack    *rack,
            const DeskRackRow *row)
{
  const char *differs = desk_discrepancy_say (desk_rack_row_get_discrepancy (row), tool->catalog);

  if (differs != NULL)
    return differs;
  return desk_rack_row_is_due_out (row, rack->business_date)
           ? desk_tool_say (tool, N_("leaves today")) : "";
}

/* How full the house is, as the window's head has it. */
static void
print_occupied (DeskTool       *tool,
                const DeskRack *rack)
{
  g_autofree char *n = desk_format_int (tool->catalog, count (rack, "occupied"));
  g_autofree char *all = desk_format_int (tool->catalog, rack->rows->len);
  /* Translators: {n} of the {all} rooms of the house have somebody in them */
  g_autofree char *text = desk_fill (desk_tool_say (tool, N_("{n} of {all} occupied")), "n", n,
                                     "all", all, NULL);

  desk_tool_print (tool, "%s\n\n", text);
}

static void
print_table (DeskTool       *tool,
             const DeskRack *rack,
             const Wanted   *wanted)
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
      g_autofree char *inside = NULL;
      g_autofree char *due = NULL;

      if (!is_wanted (wanted, row))
        continue;
      service = dup_service (tool, row);
      inside = desk_cli_dup_name (row->inside != NULL ? row->inside->guest_name : "");
      due = desk_cli_dup_name (row->due != NULL ? row->due->guest_name : "");
      desk_table_add (table, row->number, type != NULL ? type : "",
                      desk_say_clean (tool->catalog, row->clean), service,
                      inside, due, get_remark (tool, rack, row), NULL);
      n++;
    }
  desk_tool_print_heading (tool);
  print_occupied (tool, rack);
  if (n > 0)
    desk_table_print (table, tool->out);
  else
    desk_tool_print (tool, "%s\n", desk_tool_say (tool, N_("No room matches.")));
}

gboolean
desk_cli_rooms (DeskTool           *tool,
                const char *const  *arguments,
                GError            **error)
{
  g_autofree char *text = g_strjoinv (" ", (GStrv) arguments);
  g_auto (GStrv) words = desk_fold_words (text);
  g_autoptr (DeskRack) rack = desk_rack_load (tool->house, error);
  Wanted wanted = { &tool->options, words };

  if (rack == NULL || !check_options (tool, rack, error))
    return FALSE;
  wanted.day = rack->business_date;
  wanted.property = desk_tool_get_property (tool);
  wanted.lang = desk_catalog_get_language (tool->catalog);
  if (tool->options.json)
    print_json (tool, rack, &wanted);
  else
    print_table (tool, rack, &wanted);
  return TRUE;
}
