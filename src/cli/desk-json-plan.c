/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-amount.h"
#include "desk-benefit.h"
#include "desk-explain.h"
#include "desk-json.h"

/* What is allowed where a limit says no: the amount that its sentence names. */
static char *
dup_allowed (const DeskMessage *message,
             int                digits)
{
  gint64 allowed = 0;
  guint i;

  if (message->code == NULL || !g_str_has_prefix (message->code, "limit-"))
    return NULL;
  for (i = 0; i < message->n_args; i++)
    {
      const DeskArg *arg = &message->args[i];

      if (arg->kind == DESK_ARG_MONEY && (strcmp (arg->name, "amount") == 0 ||
                                          strcmp (arg->name, "limit") == 0))
        allowed = arg->integer;
    }
  return desk_amount_format (allowed, digits);
}

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
        {
          g_autofree char *amount = dup_allowed (message, desk_tool_get_property (tool)->digits);

          desk_json_text (builder, allowed, amount);
        }
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

static void
add_giving (JsonBuilder   *builder,
            DeskTool      *tool,
            gconstpointer  item)
{
  const DeskGiving *giving = item;

  desk_json_text (builder, "kind", giving->kind);
  desk_json_text (builder, "reason", giving->reason);
  desk_json_text (builder, "code", giving->code);
  desk_json_date (builder, "for_date", giving->for_date);
  desk_json_amount (builder, "value", giving->value_minor, desk_tool_get_property (tool)->digits);
}

/* What is left of each limit once the plan is done. */
static void
add_budgets (JsonBuilder    *builder,
             const DeskPlan *plan,
             int             digits)
{
  guint i;

  json_builder_set_member_name (builder, "budgets");
  json_builder_begin_array (builder);
  for (i = 0; i < plan->budgets->len; i++)
    {
      const DeskBudget *budget = &g_array_index (plan->budgets, DeskBudget, i);
      gint64 left = budget->limit_minor - budget->given_minor - budget->planned_minor;

      json_builder_begin_object (builder);
      desk_json_text (builder, "kind", budget->kind);
      desk_json_text (builder, "scope", budget->scope);
      desk_json_amount (builder, "limit", budget->limit_minor, digits);
      desk_json_amount (builder, "given", budget->given_minor, digits);
      desk_json_amount (builder, "planned", budget->planned_minor, digits);
      desk_json_amount (builder, "left", MAX (left, 0), digits);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_benefit (JsonBuilder   *builder,
             DeskTool      *tool,
             gconstpointer  item)
{
  const DeskBenefit *benefit = item;

  desk_json_int (builder, "window", benefit->window);
  desk_json_text (builder, "payer", benefit->payer);
  desk_json_amount (builder, "amount", benefit->amount_minor,
                    desk_tool_get_property (tool)->digits);
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
  g_autoptr (GPtrArray) benefits = desk_benefit_list (tool->house, plan);
  int digits = desk_tool_get_property (tool)->digits;

  desk_json_text (builder, "digest", plan->digest);
  add_balances (builder, "before", plan->balance_before, plan->departure_before, digits);
  add_balances (builder, "after", plan->balance_after, plan->departure_after, digits);

  desk_json_list (builder, tool, "postings", plan->lines, desk_json_add_line);
  desk_json_list (builder, tool, "givings", plan->givings, add_giving);
  add_budgets (builder, plan, digits);
  desk_json_list (builder, tool, "benefits", benefits, add_benefit);
  desk_json_messages (builder, tool, "warnings", plan->warnings, NULL);
  desk_json_messages (builder, tool, "refused", plan->refused, "allowed");
}
