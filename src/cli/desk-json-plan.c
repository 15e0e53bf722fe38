/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain.h"
#include "desk-json.h"

/**
 * desk_json_messages:
 * @builder: inside an object
 * @tool: a tool with its property open
 * @name: of the member
 * @messages: (element-type DeskMessage): sentences
 * @allowed: (nullable): member that says what is allowed; %NULL: none
 *
 * Writes sentences in the language that is printed, each with its code.
 */
void
desk_json_messages (JsonBuilder     *builder,
                    DeskTool        *tool,
                    const char      *name,
                    const GPtrArray *messages,
                    const char      *allowed)
{
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; i < messages->len; i++)
    {
      const DeskMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *text = desk_message_render (message, tool->catalog,
                                                   desk_tool_get_property (tool));

      json_builder_begin_object (builder);
      desk_json_text (builder, "code", message->code);
      desk_json_text (builder, "message", text);
      if (allowed != NULL)
        desk_json_text (builder, allowed, NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_balances (JsonBuilder *builder,
              const char  *name,
              gint64       balance,
              gint64       departure,
              int          digits)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  desk_json_amount (builder, "balance", balance, digits);
  desk_json_amount (builder, "departure", departure, digits);
  json_builder_end_object (builder);
}

/**
 * desk_json_plan:
 * @builder: inside an object
 * @tool: a tool with its property open
 * @plan: what is planned, or was done
 *
 * Writes the members of a plan; a caller may add its own.
 */
void
desk_json_plan (JsonBuilder    *builder,
                DeskTool       *tool,
                const DeskPlan *plan)
{
  int digits = desk_tool_get_property (tool)->digits;
  guint i;

  desk_json_text (builder, "digest", plan->digest);
  add_balances (builder, "before", plan->balance_before, plan->departure_before, digits);
  add_balances (builder, "after", plan->balance_after, plan->departure_after, digits);

  json_builder_set_member_name (builder, "postings");
  json_builder_begin_array (builder);
  for (i = 0; i < plan->lines->len; i++)
    desk_json_line (builder, tool, g_ptr_array_index (plan->lines, i));
  json_builder_end_array (builder);

  desk_json_messages (builder, tool, "warnings", plan->warnings, NULL);
  desk_json_messages (builder, tool, "refused", plan->refused, "allowed");
}
