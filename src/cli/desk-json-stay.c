/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-json.h"

#include "desk-credit.h"
#include "desk-explain.h"
#include "desk-state-words.h"

static void
add_row_members (JsonBuilder       *builder,
                 DeskTool          *tool,
                 const DeskStayRow *row)
{
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
 * desk_json_stay_row:
 * @builder: where a value may stand
 * @tool: a tool with its property open
 * @row: a stay as lists show it
 */
void
desk_json_stay_row (JsonBuilder       *builder,
                    DeskTool          *tool,
                    const DeskStayRow *row)
{
  json_builder_begin_object (builder);
  add_row_members (builder, tool, row);
  json_builder_end_object (builder);
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
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; i < rows->len; i++)
    desk_json_stay_row (builder, tool, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
}

static void
add_nights (JsonBuilder        *builder,
            const DeskStayView *stay,
            int                 digits)
{
  guint i;

  json_builder_set_member_name (builder, "nights");
  json_builder_begin_array (builder);
  for (i = 0; i < stay->nights->len; i++)
    {
      const DeskNightRow *night = g_ptr_array_index (stay->nights, i);

      json_builder_begin_object (builder);
      desk_json_date (builder, "date", night->date);
      desk_json_text (builder, "room", night->room);
      desk_json_text (builder, "room_type", night->room_type);
      desk_json_amount (builder, "price", night->price_minor, digits);
      desk_json_bool (builder, "posted", night->posted);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_holds (JsonBuilder        *builder,
           const DeskStayView *stay,
           int                 digits)
{
  gint64 held = 0;
  gint64 missing = 0;
  guint i;

  json_builder_set_member_name (builder, "holds");
  json_builder_begin_array (builder);
  for (i = 0; i < stay->holds->len; i++)
    {
      const DeskHoldRow *hold = g_ptr_array_index (stay->holds, i);

      json_builder_begin_object (builder);
      desk_json_text (builder, "tender", hold->tender);
      desk_json_text (builder, "card", hold->card);
      desk_json_amount (builder, "amount", hold->amount_minor, digits);
      desk_json_text (builder, "state", hold->placed ? "placed" : "released");
      desk_json_date (builder, "visible_by", hold->visible_by);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (desk_credit_sum (stay, &held, &missing, NULL))
    desk_json_amount (builder, "hold_short", held > 0 ? missing : 0, digits);
}

static void
add_references (JsonBuilder        *builder,
                const DeskStayView *stay)
{
  guint i;

  json_builder_set_member_name (builder, "references");
  json_builder_begin_array (builder);
  for (i = 0; i < stay->references->len; i++)
    {
      const DeskReference *reference = g_ptr_array_index (stay->references, i);

      json_builder_begin_object (builder);
      desk_json_text (builder, "kind", reference->kind);
      desk_json_text (builder, "value", reference->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
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
add_radar (JsonBuilder     *builder,
           DeskTool        *tool,
           const GPtrArray *spots)
{
  const DeskProperty *property = desk_tool_get_property (tool);
  guint i;

  json_builder_set_member_name (builder, "radar");
  json_builder_begin_array (builder);
  for (i = 0; i < spots->len; i++)
    {
      const DeskSpot *spot = g_ptr_array_index (spots, i);
      g_autofree char *text = desk_message_render (spot->say, tool->catalog, property);

      json_builder_begin_object (builder);
      desk_json_text (builder, "kind", desk_spot_kind_to_string (spot->kind));
      add_numbers (builder, "lines", spot->lines);
      if (spot->kind == DESK_SPOT_TWICE)
        add_numbers (builder, "repeats", spot->others);
      else
        desk_json_amount (builder, "promised", spot->unit_minor, property->digits);
      desk_json_amount (builder, "amount", spot->amount_minor, property->digits);
      desk_json_text (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
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
  guint i;

  json_builder_begin_object (builder);
  add_row_members (builder, tool, stay->row);
  json_builder_set_member_name (builder, "children_ages");
  json_builder_begin_array (builder);
  for (i = 0; i < stay->child_ages->len; i++)
    json_builder_add_int_value (builder, g_array_index (stay->child_ages, gint, i));
  json_builder_end_array (builder);
  desk_json_text (builder, "rate_plan", stay->plan);
  desk_json_text (builder, "collects", stay->collects_hotel ? "hotel" : "agency");
  desk_json_bool (builder, "rate_shown", stay->rate_shown);
  add_references (builder, stay);
  if (stay->note != NULL)
    desk_json_text (builder, "note", stay->note);
  add_nights (builder, stay, digits);
  desk_json_amount (builder, "balance_departure", stay->balance_departure, digits);
  desk_json_amount (builder, "promised", stay->promised, digits);
  add_holds (builder, stay, digits);
  add_radar (builder, tool, spots);
  desk_json_invoices (builder, tool, folio);
  desk_json_text (builder, "next_confirmation", stay->next_confirmation);
  desk_json_date (builder, "next_arrival", stay->next_arrival);
  json_builder_end_object (builder);
}
