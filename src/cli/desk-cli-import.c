/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "desk-command.h"
#include "desk-explain.h"
#include "desk-fill.h"
#include "desk-format.h"
#include "desk-hidden.h"
#include "desk-import-bookings.h"
#include "desk-import-stays.h"
#include "desk-json.h"
#include "desk-status.h"

static void
add_error (JsonBuilder   *builder,
           DeskTool      *tool,
           gconstpointer  item)
{
  const DeskImportError *one = item;

  desk_json_number (builder, "line", one->line);
  desk_json_text (builder, "field", one->field);
  desk_json_text (builder, "reason", one->reason);
}

static void
print_json (DeskTool               *tool,
            const DeskImportResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  desk_json_int (builder, "rows", result->rows);
  desk_json_int (builder, "imported", result->imported);
  desk_json_int (builder, "already", result->already);
  desk_json_int (builder, "refused", result->refused);
  if (result->stopped)
    desk_json_int (builder, "stopped", result->line);
  desk_json_texts (builder, "hotels", result->hotels->pdata, result->hotels->len);
  desk_json_list (builder, tool, "errors", result->errors, add_error);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

/* One house is one hotel, and a file may hold several: then --hotel says which. */
static void
print_hotels (DeskTool               *tool,
              const DeskImportResult *result)
{
  g_autoptr (GString) hotels = g_string_new (NULL);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  guint i;

  if (result->hotels->len < 2 || tool->options.hotel != NULL)
    return;
  for (i = 0; i < result->hotels->len; i++)
    g_string_append_printf (hotels, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (result->hotels, i));
  shown = desk_hidden_mask (hotels->str);
  /* Translators: {hotels} are the names of several; --hotel is typed as it stands here */
  text = desk_fill (desk_tool_say (tool, N_("The file holds several hotels, and --hotel names one: "
                                            "{hotels}")), "hotels", shown, NULL);
  desk_tool_print (tool, "%s\n", text);
}

static void
print_text (DeskTool               *tool,
            const char             *file,
            const DeskImportResult *result)
{
  g_autoptr (DeskMessage) summary = NULL;
  g_autofree char *text = NULL;
  guint i;

  summary = desk_message_new_plural (
    NULL,
    /* Translators: what came of a file of stays */
    "{n} row: {imported} came in, {already} were there already, {refused} were refused.",
    "{n} rows: {imported} came in, {already} were there already, {refused} were refused.",
    result->rows);
  desk_message_integer (summary, "imported", DESK_ARG_INT, result->imported);
  desk_message_integer (summary, "already", DESK_ARG_INT, result->already);
  desk_message_integer (summary, "refused", DESK_ARG_INT, result->refused);
  text = desk_message_render (summary, tool->catalog, NULL);

  desk_tool_print_heading (tool);
  print_hotels (tool, result);
  desk_tool_print (tool, "%s%s%s\n",
                   tool->options.dry_run ? desk_tool_say (tool, N_("Nothing was written.")) : "",
                   tool->options.dry_run ? " " : "", text);
  for (i = 0; i < result->errors->len; i++)
    {
      const DeskImportError *one = g_ptr_array_index (result->errors, i);
      g_autofree char *reason = desk_import_error_dup_reason (one, tool->catalog);

      desk_tool_print (tool, "%s:%d: %s%s%s\n", file, one->line, one->field,
                       *one->field != '\0' ? ": " : "", reason);
    }
}

/* What did not come in, as the window saves it. */
static void
print_csv (DeskTool               *tool,
           const DeskImportResult *result)
{
  g_autofree char *text = desk_import_result_to_csv (result, tool->catalog);

  desk_tool_print (tool, "%s", text);
}

/* For who sits at the terminal; what is printed may go into a file. */
static void
tell (DeskTool               *tool,
      const char             *msgid,
      const DeskImportResult *result)
{
  g_autofree char *refused = desk_format_int (tool->catalog, result->refused);
  g_autofree char *rows = desk_format_int (tool->catalog, result->rows);
  g_autofree char *line = desk_format_int (tool->catalog, result->line);
  g_autofree char *text = desk_fill (desk_tool_say (tool, msgid), "refused", refused, "rows", rows,
                                     "line", line, NULL);

  fprintf (stderr, "deskbellctl: %s\n", text);
}

/* What a command that brings in a file says, and the status it ends with. */
static void
tell_result (DeskTool               *tool,
             const char             *file,
             const DeskImportResult *result)
{
  if (tool->options.json)
    print_json (tool, result);
  else if (tool->options.csv)
    print_csv (tool, result);
  else
    print_text (tool, file, result);

  if (result->refused > 0)
    {
      tool->status = DESK_STATUS_REFUSED;
      tell (tool,
            tool->options.dry_run || result->refused == result->rows
              /* Translators: {refused} and {rows} are numbers of rows of a file */
              ? N_("rows refused: {refused} of {rows}; nothing was written")
              /* Translators: {refused} and {rows} are numbers of rows of a file */
              : N_("rows refused: {refused} of {rows}; the others are in"), result);
    }
  if (result->stopped)
    {
      tool->status = DESK_STATUS_INTERRUPTED;
      tell (tool, N_("stopped after line {line}; what came in is kept, and the same command goes "
                     "on from there"), result);
    }
}

gboolean
desk_cli_import_stays (DeskTool           *tool,
                       const char *const  *arguments,
                       GError            **error)
{
  gsize length;
  g_autofree char *text = desk_tool_read_file (arguments[0], &length, error);
  g_autoptr (DeskImportResult) result = NULL;
  DeskStaysFile file = { .text = text, .length = (gssize) length, .name = arguments[0] };

  if (text == NULL || !desk_options_check_form (&tool->options, error))
    return FALSE;
  desk_tool_watch_interrupt (tool);
  file.dry_run = tool->options.dry_run;
  file.cancellable = tool->cancellable;
  result = desk_import_stays (tool->house, &tool->context, &file, error);
  if (result == NULL)
    return FALSE;

  tell_result (tool, arguments[0], result);
  return TRUE;
}

gboolean
desk_cli_import_bookings (DeskTool           *tool,
                          const char *const  *arguments,
                          GError            **error)
{
  g_autofree char *name = g_path_get_basename (arguments[0]);
  g_autoptr (DeskBookingsFile) file = desk_bookings_file_open (arguments[0], error);
  g_autoptr (DeskImportResult) result = NULL;
  const DeskBookingsImport order = {
    .file = file,
    .name = name,
    .hotel = tool->options.hotel,
    .dry_run = tool->options.dry_run,
    .watch = { tool->cancellable, desk_tool_show_progress, tool },
  };

  if (file == NULL || !desk_options_check_form (&tool->options, error))
    return FALSE;
  desk_tool_watch_interrupt (tool);
  result = desk_import_bookings (tool->house, &tool->context, &order, error);
  desk_tool_show_progress (1, 1, tool);
  if (result == NULL)
    return FALSE;

  tell_result (tool, arguments[0], result);
  return TRUE;
}
