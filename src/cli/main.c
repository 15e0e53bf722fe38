/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <sys/stat.h>

#include "desk-command.h"
#include "desk-explain.h"
#include "desk-json.h"
#include "desk-status.h"

/* In the language that was asked for, where the error can be said in it. */
static char *
say (DeskTool     *tool,
     const GError *error)
{
  const DeskMessage *message = desk_error_get_message (error);

  if (message == NULL || tool->catalog == NULL || tool->catalog == desk_catalog_get_default ())
    return g_strdup (error->message);
  return desk_message_render (message, tool->catalog,
                              tool->house != NULL ? desk_tool_get_property (tool) : NULL);
}

/* An error is read by a person, and where JSON was asked for by a program too. */
static int
fail (DeskTool     *tool,
      const GError *error)
{
  g_autofree char *text = say (tool, error);

  fprintf (stderr, "deskbellctl: %s\n", text);
  g_string_truncate (tool->out, 0);
  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      desk_json_error (builder, error);
      desk_tool_print_json (tool, builder);
    }
  return desk_status_of (error);
}

static gboolean
flush (const DeskTool *tool)
{
  if (fwrite (tool->out->str, 1, tool->out->len, stdout) == tool->out->len &&
      fflush (stdout) == 0)
    return TRUE;
  perror ("deskbellctl: the answer could not be written");
  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DeskTool) tool = desk_tool_new ();
  g_autoptr (GError) error = NULL;
  int status;

  /* What is made here is its user's alone. */
  umask (077);

  if (desk_options_parse (&tool->options, argc, argv, &error) &&
      desk_command_run (tool, &error))
    status = tool->status;
  else
    status = fail (tool, error);

  if (!flush (tool) && status == DESK_STATUS_DONE)
    status = DESK_STATUS_STORAGE;
  return status;
}
