/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-benefit.h"
#include "desk-command.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-giving-words.h"
#include "desk-json.h"
#include "desk-line.h"
#include "desk-state-words.h"
#include "desk-status.h"
#include "desk-table.h"

static void
print_messages (DeskTool        *tool,
                const char      *mark,
                const GPtrArray *messages)
{
  guint i;

  for (i = 0; i < messages->len; i++)
    {
      g_autofree char *text = desk_message_render (g_ptr_array_index (messages, i), tool->catalog,
                                                   desk_tool_get_property (tool));

      desk_tool_print (tool, "%s %s\n",
                       desk_plan_is_note (g_ptr_array_index (messages, i)) ? "·" : mark, text);
    }
}

static void
print_lines (DeskTool       *tool,
             const DeskPlan *plan)
{
  g_autofree char *number = g_strconcat (">", desk_tool_say (tool, N_("No.")), NULL);
  g_autofree char *amount = g_strconcat (">", desk_tool_say (tool, N_("Amount")), NULL);
  g_autoptr (DeskTable) table = NULL;
  guint i;

  if (plan->lines->len == 0)
    return;
  table = desk_table_new (number, desk_tool_say (tool, N_("What")), amount, NULL);
  for (i = 0; i < plan->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (plan->lines, i);
      g_autofree char *line_number = g_strdup_printf ("%d", line->line);
      g_autofree char *text = desk_line_dup_text (tool, line);
      g_autofree char *line_amount = desk_tool_amount (tool, line->amount_minor);

      desk_table_add (table, line_number, text, line_amount, NULL);
    }
  desk_tool_print (tool, "\n");
  desk_table_print (table, tool->out);
}

/* Whose bill falls, and what counts in a budget without standing on a bill. */
static void
print_benefits (DeskTool       *tool,
                const DeskPlan *plan)
{
  g_autoptr (GPtrArray) benefits = desk_benefit_list (tool->house, plan);
  guint i;

  for (i = 0; i < benefits->len; i++)
    {
      const DeskBenefit *benefit = g_ptr_array_index (benefits, i);
      g_autofree char *amount = desk_tool_money (tool, benefit->amount_minor);
      g_autofree char *payer = desk_cli_dup_whole_name (benefit->payer);

      desk_tool_print (tool, "%s w%d, %s: %s\n", desk_tool_say (tool, N_("Goes to")),
                       benefit->window, payer, amount);
    }
  for (i = 0; i < plan->givings->len; i++)
    {
      const DeskGiving *giving = g_ptr_array_index (plan->givings, i);
      g_autofree char *value = desk_tool_money (tool, giving->value_minor);
      const char *reason = desk_say_reason (tool->catalog, desk_tool_get_property (tool),
                                            giving->reason);

      desk_tool_print (tool, "%s %s%s%s: %s\n", desk_tool_say (tool, N_("Counts as")),
                       desk_giving_say_kind (tool->catalog, giving->kind),
                       *reason != '\0' ? ", " : "", reason, value);
    }
}

static void
print_plan (DeskTool          *tool,
            const DeskPlan    *plan,
            const DeskMessage *said)
{
  g_autofree char *before = desk_tool_money (tool, plan->balance_before);
  g_autofree char *after = desk_tool_money (tool, plan->balance_after);
  g_autofree char *departure_before = desk_tool_money (tool, plan->departure_before);
  g_autofree char *departure_after = desk_tool_money (tool, plan->departure_after);

  desk_tool_print_heading (tool);
  if (said != NULL)
    {
      g_autofree char *sentence = desk_message_render (said, tool->catalog,
                                                       desk_tool_get_property (tool));

      desk_tool_print (tool, "%s\n", sentence);
    }
  print_messages (tool, "!", plan->warnings);
  print_messages (tool, "✗", plan->refused);
  if (plan->refused->len > 0 || plan->stay_id == 0)
    return;
  print_lines (tool, plan);
  desk_tool_print (tool, "\n%s: %s → %s\n%s: %s → %s\n",
                   desk_tool_say (tool, N_("Balance now")), before, after,
                   desk_tool_say (tool, N_("Balance at departure")), departure_before,
                   departure_after);
  print_benefits (tool, plan);
}

static gboolean
show_preview (DeskTool          *tool,
              const DeskAction  *action,
              GError           **error)
{
  g_autoptr (DeskPlan) plan = NULL;

  /* Looking needs nobody signed in; the plan is the one an associate would get. */
  if (!desk_tool_sign_in_if_asked (tool, error))
    return FALSE;
  if (tool->context.role == DESK_ROLE_NONE)
    tool->context.role = DESK_ROLE_ASSOCIATE;

  plan = desk_action_plan (tool->house, &tool->context, action, error);
  if (plan == NULL)
    return FALSE;
  if (plan->refused->len > 0)
    tool->status = DESK_STATUS_REFUSED;

  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      desk_json_plan (builder, tool, plan);
      json_builder_end_object (builder);
      desk_tool_print_json (tool, builder);
    }
  else
    {
      print_plan (tool, plan, plan->sentence);
      desk_tool_print (tool, "%s\n", plan->digest);
    }
  return TRUE;
}

static void
print_outcome (DeskTool          *tool,
               const DeskOutcome *outcome)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!tool->options.json)
    {
      if (outcome->repeated)
        desk_tool_print (tool, "%s\n",
                         desk_tool_say (tool, N_("This was done before; nothing was done again.")));
      else
        print_plan (tool, outcome->plan, desk_plan_get_done (outcome->plan));
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  desk_json_bool (builder, "done", TRUE);
  desk_json_bool (builder, "repeated", outcome->repeated);
  desk_json_int (builder, "entry", outcome->entry_id);
  desk_json_plan (builder, tool, outcome->plan);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

/* What was done before is not planned again: the bill is as it is now. */
static gboolean
fill_repeated (DeskTool   *tool,
               DeskPlan   *plan,
               GError    **error)
{
  g_autoptr (DeskStayView) stay = NULL;

  if (plan->stay_id == 0)
    return TRUE;
  stay = desk_stay_view_load (tool->house, plan->stay_id, error);
  if (stay == NULL)
    return FALSE;
  plan->balance_before = stay->balance_now;
  plan->balance_after = stay->balance_now;
  plan->departure_before = stay->balance_departure;
  plan->departure_after = stay->balance_departure;
  return TRUE;
}

static gboolean
carry_out (DeskTool          *tool,
           const DeskAction  *action,
           GError           **error)
{
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autofree char *key = g_strdup (tool->options.key);

  if (!desk_tool_sign_in (tool, error))
    return FALSE;
  if (key == NULL)
    key = desk_action_new_key (&tool->context);

  outcome = desk_action_do (tool->house, &tool->context, action, tool->options.digest, key, error);
  if (outcome == NULL ||
      (outcome->repeated && !fill_repeated (tool, outcome->plan, error)))
    return FALSE;
  print_outcome (tool, outcome);
  return TRUE;
}

static gboolean
answer (DeskTool        *tool,
        const DeskLine  *line,
        GError         **error)
{
  if (line->lang != NULL)
    tool->catalog = desk_catalog_get (line->lang);
  return desk_cli_print_explanation (tool, line->stay_id, line->topic, line->line, error);
}

/* A line that only the window takes: it searches. */
static gboolean
refuse_search (const DeskLine  *line,
               GError         **error)
{
  if (*line->words == '\0')
    return desk_complain (error, DESK_ERROR_USAGE,
                          /* Translators: what stands behind the colon is typed as it is */
                          desk_message_new (NULL, N_("the line is empty; it says who and what, as "
                                                     "in: 412 post water 2x")));
  return desk_complain_of (error, DESK_ERROR_USAGE,
                           N_("\"{word}\" has no command in it: behind a room, a number or a "
                              "name stands one as in, out, move, post, fix, off, pay or why; to "
                              "search, use find"), line->words);
}

gboolean
desk_cli_do (DeskTool           *tool,
             const char *const  *arguments,
             GError            **error)
{
  g_autofree char *text = g_strjoinv (" ", (GStrv) arguments);
  g_autoptr (DeskLine) line = desk_line_parse (tool->house, text, 0, tool->catalog, error);

  if (line == NULL)
    return FALSE;
  switch (line->kind)
    {
    case DESK_LINE_WHY:
      return answer (tool, line, error);
    case DESK_LINE_ACTION:
      return tool->options.preview ? show_preview (tool, line->action, error)
                                   : carry_out (tool, line->action, error);
    case DESK_LINE_FIND:
    default:
      return refuse_search (line, error);
    }
}
