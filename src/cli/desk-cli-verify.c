/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-fill.h"
#include "desk-format.h"
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

/* Where the first wrong row stands: the record's own words, the same in every language. */
static char *
dup_place (const DeskVerdict *verdict)
{
  g_autoptr (GString) place = g_string_new (verdict->table != NULL ? verdict->table : "–");

  if (verdict->table != NULL && verdict->id != 0)
    g_string_append_printf (place, ", id %" G_GINT64_FORMAT, verdict->id);
  if (verdict->folio != 0)
    g_string_append_printf (place, ", folio %" G_GINT64_FORMAT, verdict->folio);
  if (verdict->line != 0)
    g_string_append_printf (place, ", line %d", verdict->line);
  return g_strdup (place->str);
}

static char *
dup_text (DeskTool          *tool,
          const DeskVerdict *verdict)
{
  g_autofree char *postings = desk_format_int (tool->catalog, verdict->postings);
  g_autofree char *entries = desk_format_int (tool->catalog, verdict->entries);
  g_autofree char *place = dup_place (verdict);
  const char *why = verdict->why != NULL ? verdict->why : "–";

  if (verdict->ok)
    /* Translators: the ledger was checked; both are numbers */
    return desk_fill (desk_tool_say (tool, N_("The ledger is as it was written: {postings} lines "
                                              "and {entries} entries of the audit were "
                                              "checked.")),
                      "postings", postings, "entries", entries, NULL);
  if (verdict->damaged)
    return g_strdup_printf ("%s (%s: %s)",
                            desk_tool_say (tool, N_("The file itself is damaged. Please go on "
                                                    "with the last backup, and keep the damaged "
                                                    "file.")), place, why);

  /* Translators: {table} and {why} are technical, in English */
  return desk_fill (desk_tool_say (tool, N_("The ledger is not as it was written. First wrong "
                                            "row: {table}: {why}. Please leave everything as it "
                                            "is and call the manager.")),
                    "table", place, "why", why, NULL);
}

static void
print_text (DeskTool          *tool,
            const DeskVerdict *verdict)
{
  g_autofree char *text = dup_text (tool, verdict);

  desk_tool_print_heading (tool);
  desk_tool_print (tool, "%s\n", text);
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
