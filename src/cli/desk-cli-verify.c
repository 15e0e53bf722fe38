/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-json.h"
#include "desk-status.h"
#include "desk-verify.h"

static void
print_json (DeskTool          *tool,
            const DeskVerdict *verdict)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  desk_json_bool (builder, "ok", verdict->ok);
  desk_json_int (builder, "postings", verdict->postings);
  desk_json_int (builder, "entries", verdict->entries);
  json_builder_set_member_name (builder, "first");
  if (verdict->ok)
    {
      json_builder_add_null_value (builder);
    }
  else
    {
      json_builder_begin_object (builder);
      desk_json_text (builder, "table", verdict->table);
      desk_json_number (builder, "id", verdict->id);
      desk_json_number (builder, "folio", verdict->folio);
      desk_json_number (builder, "line", verdict->line);
      desk_json_text (builder, "why", verdict->why);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

static void
print_text (DeskTool          *tool,
            const DeskVerdict *verdict)
{
  desk_tool_print_heading (tool);
  if (verdict->ok)
    {
      desk_tool_print (tool, "%" G_GINT64_FORMAT " lines and %" G_GINT64_FORMAT " audit entries "
                             "are as they were written.\n", verdict->postings, verdict->entries);
      return;
    }
  desk_tool_print (tool, "%s\n", verdict->damaged ? "The file itself is damaged."
                                                  : "The ledger was changed after it was written.");
  if (verdict->table != NULL)
    desk_tool_print (tool, "First: table %s", verdict->table);
  if (verdict->table != NULL && verdict->id != 0)
    desk_tool_print (tool, ", id %" G_GINT64_FORMAT, verdict->id);
  if (verdict->folio != 0)
    desk_tool_print (tool, ", folio %" G_GINT64_FORMAT, verdict->folio);
  if (verdict->line != 0)
    desk_tool_print (tool, ", line %d", verdict->line);
  desk_tool_print (tool, "%s%s\n", verdict->table != NULL ? ": " : "",
                   verdict->why != NULL ? verdict->why : "");
}

gboolean
desk_cli_verify (DeskTool           *tool,
                 const char *const  *arguments,
                 GError            **error)
{
  g_autoptr (DeskVerdict) verdict = NULL;

  desk_tool_watch_interrupt (tool);
  verdict = desk_verify (tool->house, tool->cancellable, desk_tool_show_progress, tool, error);
  if (verdict == NULL)
    return FALSE;
  if (!verdict->ok)
    tool->status = DESK_STATUS_REFUSED;
  if (tool->options.json)
    print_json (tool, verdict);
  else
    print_text (tool, verdict);
  return TRUE;
}
