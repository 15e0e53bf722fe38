/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk-test-tool.h"

/* A hotel that is being made, by a tool that is killed or by two at once. */

/* The demo with all its nights: seconds of work, to be killed in. */
static GPid
start_init (DeskTestTool *tool)
{
  const char *argv[] = {
    g_getenv ("DESKBELLCTL"), "--db", "hotel.db", "init", "--demo", "--date", "2026-04-20", NULL,
  };
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  g_spawn_async (tool->folder, (char **) argv, NULL,
                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                 G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
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

  while (count_files (tool, "hotel.db.new-", &written), written < n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_thread_yield ();
    }
}

static void
assert_nothing_left (DeskTestTool *tool)
{
  guint written;

  g_assert_cmpuint (count_files (tool, "hotel.db.new-", &written), ==, 0);
}

/* What a killed tool left behind goes with the next one; what only looks alike stays. */
static void
test_swept (void)
{
  static const char *const others[] = {
    "hotel.db.new-abc", "hotel.db.new-abcdefg", "hotel.db.new-abc-ef", "other.db.new-abcdef",
    "hotel.db.new-abcdef-wal",
  };
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  GPid pid = start_init (tool);
  guint written;
  gsize i;

  await_files (tool, 1);
  kill (pid, SIGKILL);
  g_assert_true (WIFSIGNALED (wait_for (pid)));
  g_assert_cmpuint (count_files (tool, "hotel.db.new-", &written), >=, 1);
  g_assert_cmpuint (count_files (tool, "hotel.db", &written), ==,
                    count_files (tool, "hotel.db.new-", &written));

  for (i = 0; i < G_N_ELEMENTS (others); i++)
    desk_test_tool_write (tool, others[i], "");
  desk_test_tool_write (tool, "hotel.db.new-lonely-journal", "");
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
  desk_test_tool_write (tool, "hotel.db.new-abcdef", "");
  desk_test_tool_write (tool, "hotel.db.new-abcdef-journal", "");
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
  g_assert_cmpuint (count_files (tool, "hotel.db.new-", &written), >=, 1);
  desk_test_tool_run (tool, "--db hotel.db init --demo --small");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_cmpuint (count_files (tool, "hotel.db.new-", &written), >=, 1);

  g_assert_cmpint (WEXITSTATUS (wait_for (slow)), ==, 1);
  desk_test_tool_run_ok (tool, "verify");
  assert_nothing_left (tool);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/killed/swept", test_swept);
  g_test_add_func ("/cli/killed/swept-when-refused", test_swept_when_refused);
  g_test_add_func ("/cli/killed/two-at-once", test_two_at_once);
  return g_test_run ();
}
