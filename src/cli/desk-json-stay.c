/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-json.h"

#include "desk-credit.h"
#include "desk-explain.h"
#include "desk-state-words.h"

static void
add_row_members (JsonBuilder   *builder,
                 DeskTool      *tool,
                 gconstpointer  item)
{
  const DeskStayRow *row = item;
  g_autofree char *looks = desk_say_looks (tool->catalog, desk_tool_get_property (tool), row);

  desk_json_int (builder, "stay", row->stay_id);
  desk_json_text (builder, "confirmation", row->confirmation);
  desk_json_text (builder, "guest", row->guest_name);
  desk_json_text (builder, "lang", row->lang);
  desk_json_text (builder, "room", row->room);
  desk_json_text (builder, "room_type", row->room_type);
  desk_json_text (builder, "room_clean", row->room_clean);
  desk_json_date (builder, "arrival", row->arrival);
  desk_json_date (builder, "departure", row->departure);
  desk_json_text (builder, "state", desk_stay_state_to_string (row->state));
  desk_json_int (builder, "adults", row->adults);
  desk_json_int (builder, "children", row->children);
  desk_json_amount (builder, "balance", row->balance_minor, desk_tool_get_property (tool)->digits);
  if (*looks != '\0')
    desk_json_text (builder, "remark", looks);
  if (row->has_total)
    desk_json_amount (builder, "total", row->total_minor, desk_tool_get_property (tool)->digits);
}

/**
 * desk_json_stay_rows:
 * @builder: inside an object
 * @tool: a tool with its property open
 * @name: of the member
 * @rows: (element-type DeskStayRow): stays
 */
void
desk_json_stay_rows (JsonBuilder     *builder,
                     DeskTool        *tool,
                     const char      *name,
                     const GPtrArray *rows)
{
  desk_json_list (builder, tool, name, rows, add_row_members);
}

static void
add_night (JsonBuilder   *builder,
           DeskTool      *tool,
           gconstpointer  item)
{
  const DeskNightRow *night = item;

  desk_json_date (builder, "date", night->date);
  desk_json_text (builder, "room", night->room);
  desk_json_text (builder, "room_type", night->room_type);
  desk_json_amount (builder, "price", night->price_minor, desk_tool_get_property (tool)->digits);
  desk_json_bool (builder, "posted", night->posted);
}

static void
add_hold (JsonBuilder   *builder,
          DeskTool      *tool,
          gconstpointer  item)
{
  const DeskHoldRow *hold = item;

  desk_json_text (builder, "tender", hold->tender);
  desk_json_text (builder, "card", hold->card);
  desk_json_amount (builder, "amount", hold->amount_minor, desk_tool_get_property (tool)->digits);
  desk_json_text (builder, "state", hold->placed ? "placed" : "released");
  desk_json_date (builder, "visible_by", hold->visible_by);
}

static void
add_holds (JsonBuilder        *builder,
           DeskTool           *tool,
           const DeskStayView *stay)
{
  gint64 held = 0;
  gint64 missing = 0;

  desk_json_list (builder, tool, "holds", stay->holds, add_hold);
  if (desk_credit_sum (stay, &held, &missing, NULL))
    desk_json_amount (builder, "hold_short", held > 0 ? missing : 0,
                      desk_tool_get_property (tool)->digits);
}

static void
add_reference (JsonBuilder   *builder,
               DeskTool      *tool,
               gconstpointer  item)
{
  const DeskReference *reference = item;

  desk_json_text (builder, "kind", reference->kind);
  desk_json_text (builder, "value", reference->value);
}

static void
add_numbers (JsonBuilder  *builder,
             const char   *name,
             const GArray *numbers)
{
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; i < numbers->len; i++)
    json_builder_add_int_value (builder, g_array_index (numbers, gint, i));
  json_builder_end_array (builder);
}

static void
add_spot (JsonBuilder   *builder,
          DeskTool      *tool,
          gconstpointer  item)
{
  const DeskProperty *property = desk_tool_get_property (tool);
  const DeskSpot *spot = item;
  g_autofree char *text = desk_message_render (spot->say, tool->catalog, property);

  desk_json_text (builder, "kind", desk_spot_kind_to_string (spot->kind));
  add_numbers (builder, "lines", spot->lines);
  if (spot->kind == DESK_SPOT_TWICE)
    add_numbers (builder, "repeats", spot->others);
  else
    desk_json_amount (builder, "promised", spot->unit_minor, property->digits);
  desk_json_amount (builder, "amount", spot->amount_minor, property->digits);
  desk_json_text (builder, "text", text);
}

/**
 * desk_json_stay:
 * @builder: where a value may stand
 * @tool: a tool with its property open
 * @stay: a stay
 * @folio: its bill
 * @spots: (element-type DeskSpot): what looks wrong on it
 *
 * Writes who and where, the nights, what was promised and held, and what was issued.
 */
void
desk_json_stay (JsonBuilder         *builder,
                DeskTool            *tool,
                const DeskStayView  *stay,
                const DeskFolioView *folio,
                const GPtrArray     *spots)
{
  int digits = desk_tool_get_property (tool)->digits;

  json_builder_begin_object (builder);
  add_row_members (builder, tool, stay->row);
  add_numbers (builder, "children_ages", stay->child_ages);
  desk_json_text (builder, "rate_plan", stay->plan);
  desk_json_text (builder, "collects", stay->collects_hotel ? "hotel" : "agency");
  desk_json_bool (builder, "rate_shown", stay->rate_shown);
  desk_json_list (builder, tool, "references", stay->references, add_reference);
  if (stay->note != NULL)
    desk_json_text (builder, "note", stay->note);
  desk_json_list (builder, tool, "nights", stay->nights, add_night);
  desk_json_amount (builder, "balance_departure", stay->balance_departure, digits);
  desk_json_amount (builder, "promised", stay->promised, digits);
  add_holds (builder, tool, stay);
  desk_json_list (builder, tool, "radar", spots, add_spot);
  desk_json_invoices (builder, tool, folio);
  desk_json_text (builder, "next_confirmation", stay->next_confirmation);
  desk_json_date (builder, "next_arrival", stay->next_arrival);
  json_builder_end_object (builder);
}
