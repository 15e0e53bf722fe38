/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>

#include "desk-command.h"
#include "desk-error-words.h"
#include "desk-fill.h"
#include "desk-json.h"
#include "desk-status.h"

/* In the language that was asked for. What nobody has translated, such as the operating
 * system's words, stands in brackets behind what it means for the reader. */
static char *
say (DeskTool     *tool,
     const GError *error)
{
  const DeskCatalog *catalog = tool->catalog;
  g_autofree char *own = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (desk_tool_say (tool, tool->stopped != NULL ? tool->stopped
                                                                : N_("Nothing was changed.")));
  if (catalog == desk_catalog_get_default ())
    return g_strdup (error->message);
  if (desk_error_get_message (error) != NULL)
    return desk_error_dup_detail (error, catalog);

  own = g_strdup_printf ("(%s)", error->message);
  if (g_error_matches (error, DESK_ERROR, DESK_ERROR_USAGE))
    return g_strjoin (" ", desk_error_say_what (error, catalog), own, NULL);
  return g_strjoin (" ", desk_error_say_what (error, catalog),
                    desk_error_say_next (error, catalog), own, NULL);
}

/* A piece of somebody's file in a message must not command the terminal. */
static void
mask_controls (char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text) && *text != '\n')
      *text = '?';
}

/* An error is read by a person, and where JSON was asked for by a program too. */
static int
fail (DeskTool     *tool,
      const GError *error)
{
  g_autofree char *text = say (tool, error);

  mask_controls (text);
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
flush (const DeskTool *tool,
       int             status)
{
  const char *msgid = status == DESK_STATUS_DONE
                        /* Translators: {why} is said by the system */
                        ? N_("the answer could not be written: {why}; the command itself was "
                             "carried out")
                        /* Translators: {why} is said by the system */
                        : N_("the answer could not be written: {why}");
  g_autofree char *text = NULL;
  int errsv;

  if (fwrite (tool->out->str, 1, tool->out->len, stdout) == tool->out->len &&
      fflush (stdout) == 0)
    return TRUE;
  errsv = errno;
  text = desk_fill (desk_tool_say (tool, msgid), "why", g_strerror (errsv), NULL);
  fprintf (stderr, "deskbellctl: %s\n", text);
  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DeskTool) tool = desk_tool_new ();
  g_autoptr (GError) error = NULL;
  int status = DESK_STATUS_DONE;

  /* What is made here is its user's alone. */
  umask (077);

  /* A limit on the size of files is told like a full disk, not died of. */
  signal (SIGXFSZ, SIG_IGN);

  if (!desk_options_parse (&tool->options, argc, argv, &error))
    desk_tool_choose_language (tool, NULL);
  else if (desk_command_run (tool, &error))
    status = tool->status;
  if (error != NULL)
    status = fail (tool, error);

  if (!flush (tool, status) && status == DESK_STATUS_DONE)
    status = DESK_STATUS_STORAGE;
  return status;
}
