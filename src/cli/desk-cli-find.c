/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-command.h"
#include "desk-explain.h"
#include "desk-fill.h"
#include "desk-format.h"
#include "desk-json.h"
#include "desk-state-words.h"
#include "desk-table.h"
#include "desk-views.h"

/* What fits on a few screens; who wants more types another word. */
#define MAX_FOUND 100

/* A name that is longer is cut in tables; `stay` and `--json` tell it whole. */
#define MAX_NAME 32

/**
 * desk_cli_dup_name:
 * @name: of a guest
 *
 * Returns: (transfer full): the name as a table has room for it
 */
char *
desk_cli_dup_name (const char *name)
{
  return desk_text_cut (name, MAX_NAME);
}

/**
 * desk_cli_dup_whole_name:
 * @name: of a guest or who pays
 *
 * Returns: (transfer full): the name, set apart from what stands beside it on the line
 */
char *
desk_cli_dup_whole_name (const char *name)
{
  return desk_text_cut (name, G_MAXUINT);
}

static gboolean
has_looks (const GPtrArray *rows)
{
  guint i;

  for (i = 0; i < rows->len; i++)
    if (((const DeskStayRow *) g_ptr_array_index (rows, i))->looks != 0)
      return TRUE;
  return FALSE;
}

/**
 * desk_cli_print_stay_rows:
 * @tool: a tool with its property open
 * @rows: (element-type DeskStayRow): stays
 *
 * Prints stays as a table for people; with what there is to look at where there is something.
 */
void
desk_cli_print_stay_rows (DeskTool        *tool,
                          const GPtrArray *rows)
{
  gboolean past = rows->len > 0 && ((const DeskStayRow *) g_ptr_array_index (rows, 0))->has_total;
  g_autofree char *balance = g_strconcat (">", past ? desk_tool_say (tool, N_("Total"))
                                                    : desk_tool_say (tool, N_("Balance")), NULL);
  g_autofree char *number = g_strdup (">#");
  gboolean remarked = has_looks (rows);
  g_autoptr (DeskTable) table = NULL;
  guint i;

  table = desk_table_new (number, desk_tool_say (tool, N_("Room")),
                          desk_tool_say (tool, N_("Guest")),
                          desk_tool_say (tool, N_("Confirmation")),
                          desk_tool_say (tool, N_("Arrival")),
                          desk_tool_say (tool, N_("Departure")),
                          desk_tool_say (tool, N_("State")), balance,
                          remarked ? desk_tool_say (tool, N_("Remark")) : NULL, NULL);
  for (i = 0; i < rows->len; i++)
    {
      const DeskStayRow *row = g_ptr_array_index (rows, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->stay_id);
      g_autofree char *arrival = desk_tool_date (tool, row->arrival);
      g_autofree char *departure = desk_tool_date (tool, row->departure);
      g_autofree char *amount = desk_tool_amount (tool, row->has_total ? row->total_minor
                                                                       : row->balance_minor);
      g_autofree char *looks = desk_say_looks (tool->catalog, desk_tool_get_property (tool), row);
      g_autofree char *name = desk_cli_dup_name (row->guest_name);

      desk_table_add (table, id, row->room != NULL ? row->room : "", name, row->confirmation,
                      arrival, departure, desk_say_stay_state (tool->catalog, row->state), amount,
                      remarked ? looks : NULL, NULL);
    }
  desk_table_print (table, tool->out);
}

static void
say_more (DeskTool *tool,
          guint     n)
{
  g_autofree char *count = desk_format_int (tool->catalog, n);
  /* Translators: a search found more than the {n} that are shown */
  const char *sentence = desk_tool_say (tool, N_("The first {n}: type more to narrow it down"));
  g_autofree char *text = desk_fill (sentence, "n", count, NULL);

  desk_tool_print (tool, "%s\n", text);
}

/* Who may have been meant, where a name was mistyped. */
static gboolean
say_nobody (DeskTool    *tool,
            const char  *words,
            GError     **error)
{
  g_autoptr (DeskMessage) nearest = NULL;
  g_autofree char *text = NULL;

  if (!desk_find_nearest (tool->house, words, &nearest, error))
    return FALSE;

  desk_tool_print (tool, "%s\n", desk_tool_say (tool, N_("Nobody was found.")));
  if (nearest == NULL)
    return TRUE;
  text = desk_message_render (nearest, tool->catalog, desk_tool_get_property (tool));
  desk_tool_print (tool, "%s\n", text);
  return TRUE;
}

gboolean
desk_cli_find (DeskTool           *tool,
               const char *const  *arguments,
               GError            **error)
{
  g_autofree char *words = g_strjoinv (" ", (GStrv) arguments);
  gboolean more = FALSE;
  g_autoptr (GPtrArray) rows = desk_find (tool->house, words, MAX_FOUND, &more, error);

  if (rows == NULL)
    return FALSE;
  if (tool->options.json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      desk_json_stay_rows (builder, tool, "stays", rows);
      desk_json_bool (builder, "more", more);
      json_builder_end_object (builder);
      desk_tool_print_json (tool, builder);
      return TRUE;
    }
  desk_tool_print_heading (tool);
  if (rows->len == 0)
    return say_nobody (tool, words, error);
  desk_cli_print_stay_rows (tool, rows);
  if (more)
    say_more (tool, rows->len);
  return TRUE;
}
