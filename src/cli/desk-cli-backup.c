/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup.h"
#include "desk-command.h"
#include "desk-json.h"

static void
print_done (DeskTool   *tool,
            const char *path)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!tool->options.json)
    {
      desk_tool_print (tool, "%s\n", path);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  desk_json_bool (builder, "done", TRUE);
  desk_json_text (builder, "path", path);
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

gboolean
desk_cli_backup (DeskTool           *tool,
                 const char *const  *arguments,
                 GError            **error)
{
  if (!desk_backup_write (tool->house, arguments[0], error))
    return FALSE;
  print_done (tool, arguments[0]);
  return TRUE;
}

gboolean
desk_cli_restore (DeskTool           *tool,
                  const char *const  *arguments,
                  GError            **error)
{
  g_autofree char *path = desk_tool_dup_path (tool);

  if (!desk_backup_restore (arguments[0], path, error))
    return FALSE;
  print_done (tool, path);
  return TRUE;
}
