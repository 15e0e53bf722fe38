/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk-test-tool.h"

/* How a hotel is called while it is made, before six characters. */
#define NEW "hotel.db.deskbell-new-"

/* A hotel that is being made, by a tool that is killed or by two at once; a tool that is
 * stopped with Ctrl+C. */

/* Seconds of work, to be ended in. @err: (out) (nullable): what it complains of */
static GPid
start (DeskTestTool *tool,
       const char   *line,
       int          *err)
{
  g_autofree char *command = g_strdup_printf ("%s --db hotel.db %s", g_getenv ("DESKBELLCTL"),
                                              line);
  g_auto (GStrv) argv = NULL;
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "DESKBELL_PIN", "4444", TRUE);
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  g_shell_parse_argv (command, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_async_with_pipes (tool->folder, argv, environment,
                            G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                            (err == NULL ? G_SPAWN_STDERR_TO_DEV_NULL : G_SPAWN_DEFAULT),
                            NULL, NULL, &pid, NULL, NULL, err, &error);
  g_assert_no_error (error);
  return pid;
}

/* The demo with all its nights. */
static GPid
start_init (DeskTestTool *tool)
{
  return start (tool, "init --demo --date 2026-04-20", NULL);
}

static int
wait_for (GPid pid)
{
  int status = 0;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

/* How many files begin like @prefix, and in @written how many of them have anything in them. */
static guint
count_files (DeskTestTool *tool,
             const char   *prefix,
             guint        *written)
{
  g_autoptr (GDir) dir = g_dir_open (tool->folder, 0, NULL);
  const char *name;
  guint n = 0;

  *written = 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      {
        g_autofree char *path = desk_test_tool_path (tool, name);
        GStatBuf buffer;

        n++;
        *written += g_stat (path, &buffer) == 0 && buffer.st_size > 0;
      }
  return n;
}

/* Waits until @n files are being written. */
static void
await_files (DeskTestTool *tool,
             guint         n)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  guint written = 0;

  while (count_files (tool, NEW, &written), written < n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_thread_yield ();
    }
}

static void
assert_nothing_left (DeskTestTool *tool)
{
  guint written;

  g_assert_cmpuint (count_files (tool, NEW, &written), ==, 0);
}

/* What a killed tool left behind goes with the next one; what only looks alike stays. */
static void
test_swept (void)
{
  static const char *const others[] = {
    NEW "abc", NEW "abcdefg", NEW "abc-ef", NEW "abcdef-wal", "other.db.deskbell-new-abcdef",
    "hotel.db.new-backup", "hotel.db-backup",
  };
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  GPid pid = start_init (tool);
  guint written;
  gsize i;

  await_files (tool, 1);
  kill (pid, SIGKILL);
  g_assert_true (WIFSIGNALED (wait_for (pid)));
  g_assert_cmpuint (count_files (tool, NEW, &written), >=, 1);
  g_assert_cmpuint (count_files (tool, "hotel.db", &written), ==,
                    count_files (tool, NEW, &written));

  for (i = 0; i < G_N_ELEMENTS (others); i++)
    desk_test_tool_write (tool, others[i], "");
  desk_test_tool_write (tool, NEW "lonely-journal", "");
  desk_test_tool_run_ok (tool, "--db hotel.db init --demo --small");
  desk_test_tool_run_ok (tool, "verify");
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = desk_test_tool_path (tool, others[i]);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  assert_nothing_left (tool);
}

/* One that is refused because the hotel is there sweeps all the same. */
static void
test_swept_when_refused (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();

  desk_test_tool_run_ok (tool, "--db hotel.db init --demo --small");
  desk_test_tool_write (tool, NEW "abcdef", "");
  desk_test_tool_write (tool, NEW "abcdef-journal", "");
  desk_test_tool_run (tool, "--db hotel.db init --demo --small");
  g_assert_cmpint (tool->status, ==, 1);
  assert_nothing_left (tool);
}

/* Neither of two takes away what the other one makes; who comes second is told. */
static void
test_two_at_once (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  GPid slow = start_init (tool);
  guint written;

  await_files (tool, 1);
  desk_test_tool_run_ok (tool, "--db hotel.db init --demo --small");
  g_assert_cmpuint (count_files (tool, NEW, &written), >=, 1);
  desk_test_tool_run (tool, "--db hotel.db init --demo --small");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_cmpuint (count_files (tool, NEW, &written), >=, 1);

  g_assert_cmpint (WEXITSTATUS (wait_for (slow)), ==, 1);
  desk_test_tool_run_ok (tool, "verify");
  assert_nothing_left (tool);
}

static char *
read_to_end (int fd)
{
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (fd);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_io_channel_set_close_on_unref (channel, TRUE);
  g_io_channel_read_to_end (channel, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Between two of many nights: it says how far it came, in the language of who stopped it. */
static void
test_stopped (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  gint64 deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  g_autofree char *said = NULL;
  GPid pid;
  int status;
  int err;

  desk_test_tool_run_ok (tool, "--db hotel.db init --demo --small --date 2026-04-20");
  pid = start (tool, "--lang nb --as kaarina night-audit --to 2027-04-20", &err);
  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      desk_test_tool_run_ok (tool, "today");
    }
  while (strstr (tool->out, "· 20\u00a0Apr\u00a02026\n") != NULL);
  kill (pid, SIGINT);
  said = read_to_end (err);
  status = wait_for (pid);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 130);
  g_assert_nonnull (strstr (said, "deskbellctl: Åpen regnskapsdag: "));
  g_assert_nonnull (strstr (said, "deskbellctl: Stoppet. "));
  g_assert_null (strstr (said, "Ingenting er endret"));
  desk_test_tool_run_ok (tool, "verify");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/killed/swept", test_swept);
  g_test_add_func ("/cli/killed/swept-when-refused", test_swept_when_refused);
  g_test_add_func ("/cli/killed/two-at-once", test_two_at_once);
  g_test_add_func ("/cli/killed/stopped", test_stopped);
  return g_test_run ();
}
