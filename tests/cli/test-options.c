/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-test-tool.h"

/* Every option of every command, given a value that cannot be read: it ends alike. And every
 * command given what nobody would. */

#define ANNA "DESKBELL_PIN=4711 --as anna "

/* What a command needs besides the option to come as far as reading it. */
typedef struct
{
  const char *command;
  const char *arguments;
} Command;

static const Command commands[] = {
  { "init", "--db new.db --demo --small --test-clock" },
  { "config check", "property.ini" },
  { "config apply", "property.ini" },
  { "config export", "" },
  { "import stays", "stays.json" },
  { "import bookings", "rows.csv" },
  { "today", "" },
  { "rooms", "" },
  { "room", "412" },
  { "find", "robin" },
  { "guest", "412" },
  { "stay", "412" },
  { "folio", "412" },
  { "explain", "412" },
  { "do", "'412 post bfst' --preview" },
  { "night-audit", "--preview" },
  { "audit adjustments", "" },
  { "verify", "" },
  { "backup", "copy.db" },
  { "restore", "copy.db --db other.db" },
  { "users", "" },
};

/* What stands behind an option; where any text can be read there is nothing to get wrong. */
typedef struct
{
  const char *option;
  const char *bad;       /* (nullable) */
} Value;

static const Value values[] = {
  { "db", NULL },
  { "as", NULL },
  { "key", NULL },
  { "lang", "xx" },
  { "now", "2024-02-26" },
  { "seed", "-1" },
  { "property", NULL },
  { "date", "2024-02-30" },
  { "digest", NULL },
  { "from", "26.2." },
  { "to", "2024-02-30" },
  { "by", "nobody" },
  { "reason", "Noise" },
  { "room", "4 12" },
  { "kind", "Goodwill" },
  { "text", NULL },
  { "least", "1.234" },
  { "hotel", NULL },
  { "floor", NULL },
  { "type", NULL },
  { "status", "dusty" },
  { "depth", "deep" },
};

/* Beside the one that is nearly right. */
static const char *const garbage[] = {
  "", " ", "BAD", "-7", "\u05d0\u05d1", "\u202e1", "99999999999999999999", "%s", "{word}", "1\n2",
};

static const Value *
find_value (const char *option)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (values); i++)
    if (strcmp (values[i].option, option) == 0)
      return &values[i];
  g_error ("say in this test what can stand behind --%s", option);
}

static void
run_wrong (DeskTestTool  *tool,
           const Command *command,
           const char    *option,
           const char    *value)
{
  g_autofree char *quoted = g_shell_quote (value);
  g_autofree char *line = g_strdup_printf (ANNA "%s %s --%s %s", command->command,
                                           command->arguments, option, quoted);
  g_autofree char *named = g_strconcat ("--", option, " \"", NULL);
  g_autoptr (JsonNode) json = NULL;

  json = desk_test_tool_run_json (tool, line);
  if (tool->status != 2 || strstr (tool->err, named) == NULL)
    g_error ("%s gives %d: %s%s", line, tool->status, tool->out, tool->err);
  g_assert_cmpstr (desk_test_json_text (json, "error.kind"), ==, "usage");
}

/* A number may be long; a day, an amount and a word may not be anything of that. */
static void
check_option (DeskTestTool  *tool,
              const Command *command,
              const char    *option)
{
  const Value *value = find_value (option);
  g_autofree char *longest = g_strnfill (300, '9');
  guint i;

  if (value->bad == NULL)
    return;
  run_wrong (tool, command, option, value->bad);
  run_wrong (tool, command, option, longest);
  for (i = 0; i < G_N_ELEMENTS (garbage); i++)
    run_wrong (tool, command, option, garbage[i]);
}

/* The options with a value behind them, in the help of a command, or of all where it is "". */
static GPtrArray *
list_options (DeskTestTool *tool,
              const char   *command)
{
  GPtrArray *options = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = g_strconcat ("--lang en help ", command, NULL);
  g_auto (GStrv) lines = NULL;
  guint i;

  desk_test_tool_run_ok (tool, line);
  lines = g_strsplit (tool->out, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      gsize length = g_str_has_prefix (lines[i], "  --") ? strcspn (lines[i] + 4, " ") : 0;

      if (length > 0 && g_ascii_isupper (lines[i][4 + length + 1]))
        g_ptr_array_add (options, g_strndup (lines[i] + 4, length));
    }
  return options;
}

static DeskTestTool *
new_house (void)
{
  DeskTestTool *tool = desk_test_tool_new ();
  g_autofree char *property = desk_test_tool_read_data ("example/property.ini");
  g_autofree char *stays = desk_test_tool_read_data ("example/stays.json");

  desk_test_tool_write (tool, "property.ini", property);
  desk_test_tool_write (tool, "stays.json", stays);
  desk_test_tool_write (tool, "rows.csv", DESK_TEST_BOOKING_COLUMNS);
  desk_test_tool_run_ok (tool, "init --property property.ini --test-clock");
  desk_test_tool_run_ok (tool, ANNA "import stays stays.json");
  desk_test_tool_run_ok (tool, ANNA "do '412 in'");
  return tool;
}

static void
assert_no_file (DeskTestTool *tool,
                const char   *name)
{
  g_autofree char *path = desk_test_tool_path (tool, name);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_unreadable (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autoptr (GPtrArray) names = desk_test_tool_list_commands (tool);
  g_autoptr (GPtrArray) common = list_options (tool, "");
  guint i;
  guint j;

  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (commands));
  g_assert_cmpuint (common->len, ==, 6);
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GPtrArray) own = list_options (tool, commands[i].command);

      g_assert_cmpstr (g_ptr_array_index (names, i), ==, commands[i].command);
      for (j = 0; j < own->len; j++)
        check_option (tool, &commands[i], g_ptr_array_index (own, j));
    }
  for (j = 0; j < common->len; j++)
    check_option (tool, &commands[6], g_ptr_array_index (common, j));
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    for (j = 0; j < common->len; j++)
      if (find_value (g_ptr_array_index (common, j))->bad != NULL)
        run_wrong (tool, &commands[i], g_ptr_array_index (common, j),
                   find_value (g_ptr_array_index (common, j))->bad);

  assert_no_file (tool, "new.db");
  assert_no_file (tool, "copy.db");
  desk_test_tool_run_ok (tool, "verify");
}

static void
run_garbage (DeskTestTool  *tool,
             const Command *command,
             const char    *word)
{
  g_autofree char *quoted = g_shell_quote (word);
  g_autofree char *line = g_strdup_printf ("--json --lang fi %s %s --db other.db",
                                           command->command, quoted);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  const char *letter;

  desk_test_tool_run (tool, line);
  if (tool->status > 3 || (tool->status == 0) != (*tool->err == '\0'))
    g_error ("%s gives %d: %s%s", line, tool->status, tool->out, tool->err);
  json_parser_load_from_data (parser, tool->out, -1, &error);
  g_assert_no_error (error);
  for (letter = tool->err; *letter != '\0'; letter++)
    if (g_ascii_iscntrl (*letter) && *letter != '\n')
      g_error ("%s commands the terminal: %s", line, tool->err);
}

/* Whatever stands behind a command: it ends, and says why to people and to programs. */
static void
test_garbage (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autofree char *longest = g_strnfill (300, 'x');
  const char *const words[] = {
    longest, "#99999999999999999999", "\033[2J\a", "\u200b", "{word} %n", "'\"", "-", "\xff\xfe",
  };
  guint i;
  guint j;

  desk_test_tool_run_ok (tool, "backup other.db");
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    for (j = 0; strcmp (commands[i].command, "backup") != 0 && j < G_N_ELEMENTS (words); j++)
      run_garbage (tool, &commands[i], words[j]);
  desk_test_tool_run_ok (tool, "--db other.db verify");
}

/* On a full disk what was done is done, and what could not be printed is not passed over. */
static void
test_full_answer (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  const char *argv[] = { "/bin/sh", "-c", "\"$DESKBELLCTL\" --db hotel.db today >/dev/full", NULL };
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (tool->folder, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &err,
                &status, &error);
  g_assert_no_error (error);
  g_assert_false (g_spawn_check_wait_status (status, &error));
  g_assert_error (error, G_SPAWN_EXIT_ERROR, 3);
  g_assert_nonnull (strstr (err, "the answer could not be written: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/options/unreadable", test_unreadable);
  g_test_add_func ("/cli/options/garbage", test_garbage);
  g_test_add_func ("/cli/options/full-answer", test_full_answer);
  return g_test_run ();
}
