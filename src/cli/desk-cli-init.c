/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-command.h"
#include "desk-complain.h"
#include "desk-demo.h"
#include "desk-error.h"
#include "desk-fill.h"
#include "desk-json.h"
#include "desk-set-up.h"

static gboolean
check_options (const DeskOptions  *options,
               GError            **error)
{
  const char *why = NULL;

  if (options->property != NULL && options->demo)
    why = N_("init takes --property FILE or --demo, not both");
  else if (options->property == NULL && !options->demo)
    why = N_("init takes --property FILE or --demo");
  else if (options->date != NULL && !options->demo)
    why = N_("--date is the demo's; a property file names its own business-date");
  else if (options->force && !options->demo)
    why = N_("--force is the demo's: a property is never overwritten");
  else if (options->small && !options->demo)
    why = N_("--small is the demo's");
  else if ((options->now != NULL || options->seed != NULL) && !options->test_clock)
    why = N_("--now and --seed go with --test-clock");

  if (why == NULL)
    return TRUE;
  return desk_complain (error, DESK_ERROR_USAGE, desk_message_new (NULL, why));
}

/* The demo's day: the one given, or today by the clock of the action. */
static gboolean
find_date (DeskTool  *tool,
           DeskDate  *out,
           GError   **error)
{
  g_autoptr (GTimeZone) here = NULL;

  if (tool->options.date != NULL)
    return desk_options_read_date ("date", tool->options.date, out, error);

  here = g_time_zone_new_local ();
  *out = desk_date_at (tool->context.now (tool->context.source), here);
  return TRUE;
}

static gboolean
make_demo (DeskTool    *tool,
           const char  *path,
           DeskDate    *date,
           GError     **error)
{
  DeskDemo demo = {
    .test_clock = tool->options.test_clock,
    .replace = tool->options.force,
    .small = tool->options.small,
    .progress = desk_tool_show_progress,
    .user_data = tool,
  };

  if (!find_date (tool, &demo.today, error))
    return FALSE;
  if (!demo.small)
    demo.today = desk_demo_find_day (demo.today);
  *date = demo.today;
  tool->context.user = "set-up";
  tool->context.role = DESK_ROLE_ADMINISTRATOR;
  return desk_demo_build (path, &demo, &tool->context, error);
}

static gboolean
make_property (DeskTool    *tool,
               const char  *path,
               GError     **error)
{
  const DeskSetUp options = { .test_clock = tool->options.test_clock };
  g_autofree char *text = NULL;
  gsize length;

  text = desk_tool_read_file (tool->options.property, &length, error);
  if (text == NULL)
    return FALSE;
  tool->context.user = "set-up";
  tool->context.role = DESK_ROLE_ADMINISTRATOR;
  return desk_set_up_create (path,
                             &(DeskSetUpFile){ text, (gssize) length, tool->options.property },
                             &options, &tool->context, error);
}

gboolean
desk_cli_init (DeskTool           *tool,
               const char *const  *arguments,
               GError            **error)
{
  g_autofree char *path = NULL;
  DeskDate date = DESK_DATE_NONE;

  if (!check_options (&tool->options, error))
    return FALSE;
  path = desk_tool_dup_path (tool);
  if (!(tool->options.demo ? make_demo (tool, path, &date, error)
                           : make_property (tool, path, error)))
    return FALSE;

  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      desk_json_bool (builder, "done", TRUE);
      desk_json_text (builder, "path", path);
      desk_json_bool (builder, "test_clock", tool->options.test_clock);
      json_builder_end_object (builder);
      desk_tool_print_json (tool, builder);
      return TRUE;
    }

  desk_tool_print (tool, "%s%s\n", tool->options.test_clock ? "TEST · " : "", path);
  if (tool->options.demo)
    {
      g_autofree char *sign_in = desk_demo_dup_sign_in (tool->catalog);
      g_autofree char *day = desk_tool_date (tool, date);
      g_autofree char *text = desk_fill (desk_tool_say (tool, N_("Open business date: {date}")),
                                         "date", day, NULL);

      desk_tool_print (tool, "%s\n%s", text, sign_in);
    }
  return TRUE;
}
