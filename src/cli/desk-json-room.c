/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-json.h"

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
add_row_members (JsonBuilder       *builder,
                 const DeskRackRow *row)
{
  desk_json_text (builder, "room", row->number);
  desk_json_text (builder, "type", row->room_type);
  desk_json_text (builder, "floor", row->floor);
  desk_json_texts (builder, "features", (gpointer *) row->features, g_strv_length (row->features));
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
}

/**
 * desk_json_rack_row:
 * @builder: where a value may stand
 * @row: a room as the rack shows it
 */
void
desk_json_rack_row (JsonBuilder       *builder,
                    const DeskRackRow *row)
{
  json_builder_begin_object (builder);
  add_row_members (builder, row);
  json_builder_end_object (builder);
}

static void
add_night (JsonBuilder   *builder,
           DeskTool      *tool,
           gconstpointer  item)
{
  const DeskRoomNight *night = item;

  desk_json_date (builder, "date", night->date);
  desk_json_bool (builder, "blocked", night->blocked);
  add_party (builder, "guest", night->party);
}

static void
add_event (JsonBuilder   *builder,
           DeskTool      *tool,
           gconstpointer  item)
{
  const DeskRoomEvent *event = item;
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (event->at / G_USEC_PER_SEC);
  g_autofree char *at_text = g_date_time_format_iso8601 (at);

  desk_json_text (builder, "at", at_text);
  desk_json_user (builder, tool, "by", event->by);
  desk_json_bool (builder, "undo", event->undo);
  desk_json_sentences (builder, tool, "what", event->what);
  desk_json_text (builder, "note", event->note);
}

/**
 * desk_json_room:
 * @builder: where a value may stand
 * @tool: a tool with its property open
 * @view: a room
 *
 * Writes a room with its next nights and what was done to it.
 */
void
desk_json_room (JsonBuilder        *builder,
                DeskTool           *tool,
                const DeskRoomView *view)
{
  json_builder_begin_object (builder);
  add_row_members (builder, view->row);
  desk_json_list (builder, tool, "nights", view->nights, add_night);
  desk_json_list (builder, tool, "events", view->events, add_event);
  json_builder_end_object (builder);
}
