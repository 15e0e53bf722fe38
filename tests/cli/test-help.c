/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-test-tool.h"

/* Words to type, which are the same in every language. */
#define TYPED "STATUS:"

static char *
dup_help (DeskTestTool *tool,
          const char   *lang,
          const char   *command)
{
  g_autofree char *line = g_strconcat ("--lang ", lang, " help ", command, NULL);

  desk_test_tool_run_ok (tool, line);
  return g_strdup (tool->out);
}

static void
assert_translated (const char *lang,
                   const char *command,
                   const char *help,
                   const char *english)
{
  g_auto (GStrv) lines = g_strsplit (help, "\n", -1);
  g_auto (GStrv) source = g_strsplit (english, "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    if (strchr (lines[i], ' ') != NULL && !g_str_has_prefix (lines[i], TYPED) &&
        g_strv_contains ((const char *const *) source, lines[i]))
      g_error ("help %s in %s: %s", command, lang, lines[i]);
}

static void
test_languages (void)
{
  static const char *const langs[] = { "fi", "nb", "ro", "lt", "id" };
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  g_autofree char *english = dup_help (tool, "en", "");
  g_autoptr (GPtrArray) commands = desk_test_tool_list_commands (tool);
  guint i;
  guint j;

  g_assert_cmpuint (commands->len, >, 15);
  for (i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autofree char *whole = dup_help (tool, langs[i], "");

      assert_translated (langs[i], "", whole, english);
    }
  for (j = 0; j < commands->len; j++)
    {
      const char *command = g_ptr_array_index (commands, j);
      g_autofree char *source = dup_help (tool, "en", command);

      for (i = 0; i < G_N_ELEMENTS (langs); i++)
        {
          g_autofree char *help = dup_help (tool, langs[i], command);

          assert_translated (langs[i], command, help, source);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/help/languages", test_languages);
  return g_test_run ();
}
