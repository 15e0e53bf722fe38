/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-tool.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

/**
 * desk_test_tool_new:
 *
 * Returns: (transfer full): the tool in an empty folder
 */
DeskTestTool *
desk_test_tool_new (void)
{
  DeskTestTool *self = g_new0 (DeskTestTool, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("deskbell-cli-XXXXXX", &error);
  g_assert_no_error (error);
  return self;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
desk_test_tool_free (DeskTestTool *self)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

/* Words that begin the line with NAME=VALUE go into the environment. */
static GStrv
take_environment (DeskTestTool  *self,
                  GStrv          words,
                  guint         *n_taken)
{
  GStrv environment = g_get_environ ();

  environment = g_environ_setenv (environment, "XDG_DATA_HOME", self->folder, TRUE);
  environment = g_environ_setenv (environment, "DESKBELL_DB", "hotel.db", TRUE);
  environment = g_environ_unsetenv (environment, "DESKBELL_PIN");

  for (*n_taken = 0; words[*n_taken] != NULL; (*n_taken)++)
    {
      const char *equals = strchr (words[*n_taken], '=');
      g_autofree char *name = NULL;

      if (equals == NULL || !g_ascii_isupper (*words[*n_taken]))
        break;
      name = g_strndup (words[*n_taken], (gsize) (equals - words[*n_taken]));
      environment = g_environ_setenv (environment, name, equals + 1, TRUE);
    }
  return environment;
}

/**
 * desk_test_tool_run:
 * @self: the tool
 * @line: its arguments as a shell would read them, after settings of the
 *   environment
 *
 * Runs the tool and keeps what came of it.
 */
void
desk_test_tool_run (DeskTestTool *self,
                    const char   *line)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) environment = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint n_taken;
  guint i;
  int status;

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);

  if (*line == '\0')
    words = g_new0 (char *, 1);
  else
    g_shell_parse_argv (line, NULL, &words, &error);
  g_assert_no_error (error);
  environment = take_environment (self, words, &n_taken);
  g_ptr_array_add (argv, (gpointer) g_getenv ("DESKBELLCTL"));
  for (i = n_taken; words[i] != NULL; i++)
    g_ptr_array_add (argv, words[i]);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (self->folder, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL,
                &self->out, &self->err, &status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (status))
    g_error ("deskbellctl %s ended by signal %d: %s", line, WTERMSIG (status), self->err);
  self->status = WEXITSTATUS (status);
}

/* Runs the tool, which must do what it is told. */
void
desk_test_tool_run_ok (DeskTestTool *self,
                       const char   *line)
{
  desk_test_tool_run (self, line);
  if (self->status != 0)
    g_error ("deskbellctl %s gives %d: %s%s", line, self->status, self->err, self->out);
}

/**
 * desk_test_tool_run_json:
 * @self: the tool
 * @line: as for desk_test_tool_run(); `--json` is added
 *
 * Returns: (transfer full): what it printed, which must be JSON
 */
JsonNode *
desk_test_tool_run_json (DeskTestTool *self,
                         const char   *line)
{
  g_autofree char *with_json = g_strconcat (line, " --json", NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  desk_test_tool_run (self, with_json);
  root = json_from_string (self->out, &error);
  if (root == NULL)
    g_error ("deskbellctl %s prints no JSON: %s%s", line, self->out, self->err);
  return root;
}

/**
 * desk_test_tool_list_commands:
 * @self: the tool
 *
 * Returns: (transfer full) (element-type utf8): the commands that its help lists, between
 *   the first two gaps of a line
 */
GPtrArray *
desk_test_tool_list_commands (DeskTestTool *self)
{
  GPtrArray *commands = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = NULL;
  guint i;

  desk_test_tool_run_ok (self, "--lang en help");
  lines = g_strsplit (self->out, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      const char *end = g_str_has_prefix (lines[i], "  ") && lines[i][2] != '-'
                          ? strstr (lines[i] + 2, "  ") : NULL;

      if (end != NULL && !g_str_has_prefix (lines[i] + 2, "help"))
        g_ptr_array_add (commands, g_strndup (lines[i] + 2, (gsize) (end - lines[i]) - 2));
    }
  g_assert_cmpuint (commands->len, >, 15);
  return commands;
}

void
desk_test_tool_write (DeskTestTool *self,
                      const char   *name,
                      const char   *text)
{
  g_autofree char *path = desk_test_tool_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
desk_test_tool_path (DeskTestTool *self,
                     const char   *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* The text of a file in tests/cli/data. */
char *
desk_test_tool_read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cli", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* A member of a member: "error.kind"; a number is an element of an array. */
static JsonNode *
find_node (JsonNode   *root,
           const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  JsonNode *node = root;
  guint i;

  for (i = 0; names[i] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_array_get_element (json_node_get_array (node),
                                       (guint) g_ascii_strtoull (names[i], NULL, 10));
      else
        node = json_object_get_member (json_node_get_object (node), names[i]);
      if (node == NULL)
        {
          g_autofree char *text = json_to_string (root, TRUE);

          g_error ("no %s in %s", path, text);
        }
    }
  return node;
}

/* Returns: (nullable): the text, %NULL where null stands. */
const char *
desk_test_json_text (JsonNode   *root,
                     const char *path)
{
  JsonNode *node = find_node (root, path);

  return JSON_NODE_HOLDS_NULL (node) ? NULL : json_node_get_string (node);
}

gint64
desk_test_json_int (JsonNode   *root,
                    const char *path)
{
  return json_node_get_int (find_node (root, path));
}

static void
assert_object_has (JsonNode   *whole,
                   JsonNode   *part,
                   const char *path)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *expected;

  json_object_iter_init (&iter, json_node_get_object (part));
  while (json_object_iter_next (&iter, &name, &expected))
    {
      g_autofree char *deeper = g_strdup_printf ("%s.%s", path, name);
      JsonNode *actual = json_object_get_member (json_node_get_object (whole), name);

      if (actual == NULL)
        g_error ("%s is missing", deeper);
      desk_test_json_assert_has (actual, expected, deeper);
    }
}

/**
 * desk_test_json_assert_has:
 * @whole: what there is
 * @part: what must be in it
 * @path: where they stand, for the message
 *
 * Checks that each member of @part is in @whole with the same value; arrays are
 * of the same length.
 */
void
desk_test_json_assert_has (JsonNode   *whole,
                           JsonNode   *part,
                           const char *path)
{
  g_autofree char *expected = json_to_string (part, FALSE);
  g_autofree char *actual = json_to_string (whole, FALSE);
  guint i;

  if (JSON_NODE_HOLDS_OBJECT (part) && JSON_NODE_HOLDS_OBJECT (whole))
    {
      assert_object_has (whole, part, path);
    }
  else if (JSON_NODE_HOLDS_ARRAY (part) && JSON_NODE_HOLDS_ARRAY (whole))
    {
      JsonArray *parts = json_node_get_array (part);
      JsonArray *wholes = json_node_get_array (whole);

      g_assert_cmpuint (json_array_get_length (wholes), ==, json_array_get_length (parts));
      for (i = 0; i < json_array_get_length (parts); i++)
        {
          g_autofree char *deeper = g_strdup_printf ("%s[%u]", path, i);

          desk_test_json_assert_has (json_array_get_element (wholes, i),
                                     json_array_get_element (parts, i), deeper);
        }
    }
  else if (strcmp (expected, actual) != 0)
    {
      g_error ("%s is %s, not %s", path, actual, expected);
    }
}
