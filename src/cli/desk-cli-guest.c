/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-giving-words.h"
#include "desk-guest-view.h"
#include "desk-json.h"
#include "desk-state-words.h"
#include "desk-table.h"

static void
add_given (JsonBuilder   *builder,
           DeskTool      *tool,
           gconstpointer  item)
{
  const DeskGivenRow *row = item;

  desk_json_date (builder, "business_date", row->business_date);
  desk_json_text (builder, "kind", row->kind);
  desk_json_text (builder, "reason", *row->reason != '\0' ? row->reason : NULL);
  desk_json_amount (builder, "value", row->value_minor, desk_tool_get_property (tool)->digits);
}

static void
print_json (DeskTool            *tool,
            const DeskGuestView *view)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  desk_json_int (builder, "guest", view->guest_id);
  desk_json_text (builder, "name", view->name);
  desk_json_text (builder, "lang", view->lang);
  desk_json_text (builder, "phone", view->phone);
  desk_json_text (builder, "mail", view->mail);
  desk_json_text (builder, "nationality", view->nationality);
  desk_json_stay_rows (builder, tool, "stays", view->stays);
  desk_json_list (builder, tool, "given", view->given, add_given);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

/* What the window holds back until Alt is held. */
static void
print_given (DeskTool            *tool,
             const DeskGuestView *view)
{
  g_autofree char *value = g_strconcat (">", desk_tool_say (tool, N_("Amount")), NULL);
  g_autoptr (DeskTable) table = desk_table_new (desk_tool_say (tool, N_("Date")),
                                                desk_tool_say (tool, N_("Kind")),
                                                desk_tool_say (tool, N_("Reason")), value, NULL);
  guint i;

  desk_tool_print (tool, "\n%s\n", desk_tool_say (tool, N_("Put right and given")));
  for (i = 0; i < view->given->len; i++)
    {
      const DeskGivenRow *row = g_ptr_array_index (view->given, i);
      g_autofree char *date = desk_tool_date (tool, row->business_date);
      g_autofree char *amount = desk_tool_amount (tool, row->value_minor);

      desk_table_add (table, date, desk_giving_say_kind (tool->catalog, row->kind),
                      desk_say_reason (tool->catalog, desk_tool_get_property (tool), row->reason),
                      amount, NULL);
    }
  if (view->given->len > 0)
    desk_table_print (table, tool->out);
  else
    desk_tool_print (tool, "%s\n", desk_tool_say (tool, N_("Nothing so far.")));
}

static void
print_guest (DeskTool            *tool,
             const DeskGuestView *view)
{
  g_autofree char *name = desk_cli_dup_whole_name (view->name);
  g_autofree char *reach = desk_guest_view_dup_reach (view, tool->catalog);

  desk_tool_print_heading (tool);
  desk_tool_print (tool, "%s\n%s\n\n", name, reach);
  desk_cli_print_stay_rows (tool, view->stays);
  print_given (tool, view);
}

gboolean
desk_cli_guest (DeskTool           *tool,
                const char *const  *arguments,
                GError            **error)
{
  g_autofree char *words = g_strjoinv (" ", (GStrv) arguments);
  gint64 guest_id = desk_find_guest (tool->house, words, error);
  g_autoptr (DeskGuestView) view = NULL;

  if (guest_id == 0)
    return FALSE;
  view = desk_guest_view_load (tool->house, guest_id, error);
  if (view == NULL)
    return FALSE;
  if (tool->options.json)
    print_json (tool, view);
  else
    print_guest (tool, view);
  return TRUE;
}
