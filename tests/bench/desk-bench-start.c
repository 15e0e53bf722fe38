/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "desk-error.h"

/* Programs from their start to the first painted window or their last word, and
 * the memory they took for it. */

#define N_STARTS 15
#define MEMORY_MIB 150

extern char **environ;

/* One run of a program: how long, and the most memory that was resident. */
typedef struct
{
  gint64 ns;
  gint64 kib;
} Usage;

static gboolean
run_program (const char *const  *argv,
             Usage              *usage,
             GError            **error)
{
  posix_spawn_file_actions_t quiet;
  struct rusage resources;
  gint64 begun;
  int status;
  pid_t pid;

  posix_spawn_file_actions_init (&quiet);
  posix_spawn_file_actions_addopen (&quiet, 1, "/dev/null", 1 /* O_WRONLY */, 0);
  begun = desk_bench_now ();
  status = posix_spawn (&pid, argv[0], &quiet, NULL, (char **) argv, environ);
  posix_spawn_file_actions_destroy (&quiet);
  if (status != 0 || wait4 (pid, &status, 0, &resources) != pid || status != 0)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "%s did not end well (%d)", argv[0],
                   status);
      return FALSE;
    }
  usage->ns = desk_bench_now () - begun;
  usage->kib = resources.ru_maxrss;
  return TRUE;
}

static gboolean
measure_window (DeskBench          *self,
                const char *const  *console,
                const char *const  *bare,
                GError            **error)
{
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) floor = desk_samples_new ();
  DeskBenchRow row = { "start to the sign-in, painted", ours, floor, DESK_TARGET_TIMES, 2, 50,
                       "floor: an empty window of the toolkit" };
  Usage console_usage = { 0, 0 };
  Usage bare_usage = { 0, 0 };
  guint i;

  for (i = 0; i <= N_STARTS; i++)
    {
      if (!run_program (console, &console_usage, error) || !run_program (bare, &bare_usage, error))
        return FALSE;
      /* The first start warms the caches. */
      if (i == 0)
        continue;
      desk_samples_add (ours, console_usage.ns);
      desk_samples_add (floor, bare_usage.ns);
    }
  desk_bench_table_print (&row);
  desk_bench_table_memory ("memory of the window", console_usage.kib, bare_usage.kib, MEMORY_MIB);
  return TRUE;
}

static gboolean
measure_tool (DeskBench   *self,
              const char  *tool,
              GError     **error)
{
  const char *const argv[] = { tool, "--db", self->hotel->path, "today", NULL };
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  DeskBenchRow row = { "deskbellctl today, start to end", ours, NULL, DESK_TARGET_NONE, 0, 50,
                       NULL };
  Usage usage = { 0, 0 };
  guint i;

  for (i = 0; i < N_STARTS; i++)
    {
      if (!run_program (argv, &usage, error))
        return FALSE;
      desk_samples_add (ours, usage.ns);
    }
  desk_bench_table_print (&row);
  desk_bench_table_memory ("memory of deskbellctl", usage.kib, 0, MEMORY_MIB);
  return TRUE;
}

gboolean
desk_bench_start (DeskBench  *self,
                  GError    **error)
{
  const char *build = g_getenv ("DESKBELL_BUILDDIR");
  g_autofree char *console = g_build_filename (build, "tests", "bench", "desk-bench-console",
                                                NULL);
  g_autofree char *bare = g_build_filename (build, "tests", "bench", "desk-bench-window", NULL);
  g_autofree char *tool = g_build_filename (build, "src", "cli", "deskbellctl", NULL);
  const char *const console_argv[] = { console, "--db", self->hotel->path, NULL };
  const char *const bare_argv[] = { bare, NULL };

  if (!g_file_test (console, G_FILE_TEST_IS_EXECUTABLE))
    desk_bench_table_skip ("start to the sign-in, painted", "the console is not built");
  else if (g_getenv ("DISPLAY") == NULL)
    desk_bench_table_skip ("start to the sign-in, painted", "there is no display");
  else if (!measure_window (self, console_argv, bare_argv, error))
    return FALSE;
  return measure_tool (self, tool, error);
}
