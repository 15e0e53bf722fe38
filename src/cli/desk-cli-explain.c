/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-command.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-json.h"

/* In the order of DeskExplainTopic. */
static const char *const topic_names[] = {
  "line", "total", "vat", "levy", "promised", "balance", "hold",
};

static gboolean
read_depth (DeskTool          *tool,
            DeskExplainDepth  *out,
            GError           **error)
{
  static const char *const names[] = { "sentence", "arithmetic", "record", NULL };
  guint i;

  *out = DESK_EXPLAIN_ARITHMETIC;
  if (tool->options.depth == NULL)
    return TRUE;
  for (i = 0; names[i] != NULL; i++)
    {
      if (strcmp (tool->options.depth, names[i]) == 0)
        {
          *out = (DeskExplainDepth) i;
          return TRUE;
        }
    }
  return desk_options_refuse ("depth", tool->options.depth, names, error);
}

/* Whoever gives a name reads what that person may read; the file itself hides nothing. */
static gboolean
may_read_record (const DeskTool *tool)
{
  return tool->context.role == DESK_ROLE_NONE ||
         desk_role_may (tool->context.role, DESK_RIGHT_FULL_RECORD);
}

static void
print_json (DeskTool         *tool,
            DeskExplanation  *explanation,
            DeskExplainTopic  topic,
            int               line)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *sentence =
    explanation->sentence != NULL ? desk_message_render (explanation->sentence, tool->catalog,
                                                         desk_tool_get_property (tool)) : NULL;

  json_builder_begin_object (builder);
  desk_json_text (builder, "topic", topic_names[topic]);
  desk_json_number (builder, "line", line);
  desk_json_text (builder, "lang", desk_catalog_get_language (tool->catalog));
  desk_json_text (builder, "sentence", sentence);
  desk_json_sentences (builder, tool, "arithmetic",
                       desk_explanation_get_rows (explanation, DESK_EXPLAIN_ARITHMETIC));
  if (may_read_record (tool))
    desk_json_sentences (builder, tool, "record",
                         desk_explanation_get_rows (explanation, DESK_EXPLAIN_RECORD));
  json_builder_end_object (builder);
  desk_tool_print_json (tool, builder);
}

static void
print_depth (DeskTool         *tool,
             DeskExplanation  *explanation,
             DeskExplainDepth  depth)
{
  g_autofree char *text = desk_explanation_render (explanation, tool->house, tool->catalog, depth);

  desk_tool_print (tool, "%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
}

/**
 * desk_cli_print_explanation:
 * @tool: a tool with its property open, speaking the language of the answer
 * @stay_id: whose bill
 * @topic: a #DeskExplainTopic
 * @line: the line that is asked about, or 0
 * @error: return location for a #GError
 *
 * Returns: %FALSE where there is no such line
 */
gboolean
desk_cli_print_explanation (DeskTool  *tool,
                            gint64     stay_id,
                            int        topic,
                            int        line,
                            GError   **error)
{
  g_autoptr (DeskStayView) stay = desk_stay_view_load (tool->house, stay_id, error);
  g_autoptr (DeskFolioView) folio = NULL;
  g_autoptr (DeskExplanation) explanation = NULL;
  DeskExplainDepth depth;

  if (stay == NULL || !read_depth (tool, &depth, error))
    return FALSE;
  if (depth == DESK_EXPLAIN_RECORD && !may_read_record (tool))
    return desk_role_check (tool->context.role, DESK_RIGHT_FULL_RECORD, error);
  folio = desk_folio_view_load (tool->house, stay_id, error);
  if (folio == NULL)
    return FALSE;
  explanation = desk_explain (tool->house, stay, folio, (DeskExplainTopic) topic, line, error);
  if (explanation == NULL)
    return FALSE;

  if (tool->options.json)
    {
      print_json (tool, explanation, (DeskExplainTopic) topic, line);
      return TRUE;
    }
  desk_tool_print (tool, "%s", desk_house_is_test_clock (tool->house) ? "TEST\n" : "");
  if (tool->options.depth == NULL)
    print_depth (tool, explanation, DESK_EXPLAIN_SENTENCE);
  print_depth (tool, explanation, depth);
  return TRUE;
}

static gboolean
read_topic (const char        *text,
            DeskExplainTopic  *topic,
            int               *line,
            GError           **error)
{
  gint64 number;
  guint i;

  *topic = DESK_EXPLAIN_TOTAL;
  *line = 0;
  if (text == NULL)
    return TRUE;
  for (i = DESK_EXPLAIN_TOTAL; i < G_N_ELEMENTS (topic_names); i++)
    {
      if (strcmp (text, topic_names[i]) == 0)
        {
          *topic = (DeskExplainTopic) i;
          return TRUE;
        }
    }
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT, &number, NULL))
    {
      *topic = DESK_EXPLAIN_LINE;
      *line = (int) number;
      return TRUE;
    }
  return desk_complain_of (error, DESK_ERROR_USAGE,
                           /* Translators: the words behind the colon are typed as they stand */
                           N_("\"{word}\" is neither the number of a line nor one of these: total, "
                              "vat, levy, promised, balance, hold"), text);
}

gboolean
desk_cli_explain (DeskTool           *tool,
                  const char *const  *arguments,
                  GError            **error)
{
  DeskExplainTopic topic;
  int line;
  gint64 stay_id;

  if (!read_topic (arguments[1], &topic, &line, error))
    return FALSE;
  stay_id = desk_find_one (tool->house, arguments[0], error);
  return stay_id > 0 && desk_cli_print_explanation (tool, stay_id, topic, line, error);
}
