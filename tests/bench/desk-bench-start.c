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

/* A console, and what it took. */
typedef struct
{
  const char  *what;
  const char  *path;
  DeskSamples *samples;
  Usage        usage;
} Console;

static char *
dup_program (const char *folder,
             const char *name)
{
  return g_build_filename (g_getenv ("DESKBELL_BUILDDIR"), folder, name, NULL);
}

/* All of them in turn, so that they meet the machine in the same mood. */
static gboolean
start_all (Console      *consoles,
           guint         n_consoles,
           DeskSamples  *floor,
           Usage        *bare_usage,
           GError      **error)
{
  g_autofree char *program = dup_program ("tests/bench", "desk-bench-console");
  g_autofree char *bare = dup_program ("tests/bench", "desk-bench-window");
  const char *const bare_argv[] = { bare, NULL };
  guint i;
  guint k;

  for (i = 0; i <= N_STARTS; i++)
    {
      for (k = 0; k < n_consoles; k++)
        {
          const char *const argv[] = { program, "--db", consoles[k].path, NULL };

          if (!run_program (argv, &consoles[k].usage, error))
            return FALSE;
          /* The first start warms the caches. */
          if (i > 0)
            desk_samples_add (consoles[k].samples, consoles[k].usage.ns);
        }
      if (!run_program (bare_argv, bare_usage, error))
        return FALSE;
      if (i > 0)
        desk_samples_add (floor, bare_usage->ns);
    }
  return TRUE;
}

static gboolean
measure_consoles (Console  *consoles,
                  guint     n_consoles,
                  GError  **error)
{
  g_autoptr (DeskSamples) floor = desk_samples_new ();
  g_autofree char *program = dup_program ("tests/bench", "desk-bench-console");
  Usage bare_usage = { 0, 0 };
  guint k;

  if (!g_file_test (program, G_FILE_TEST_IS_EXECUTABLE) || g_getenv ("DISPLAY") == NULL)
    {
      desk_bench_table_skip (consoles[0].what, "there is no console, or no display");
      return TRUE;
    }
  if (!start_all (consoles, n_consoles, floor, &bare_usage, error))
    return FALSE;
  for (k = 0; k < n_consoles; k++)
    {
      DeskBenchRow row = { consoles[k].what, consoles[k].samples, floor, DESK_TARGET_TIMES, 2, 50,
                           k + 1 < n_consoles ? NULL : "floor: an empty window of the toolkit" };

      desk_bench_table_print (&row);
    }
  desk_bench_table_memory ("  memory of the window", consoles[n_consoles - 1].usage.kib,
                           bare_usage.kib, MEMORY_MIB);
  return TRUE;
}

/**
 * desk_bench_start_books:
 * @small_path: a book of a few days
 * @large_path: a book of years
 * @error: return location for a #GError
 *
 * The same window on both, which must come up as quickly.
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_bench_start_books (const char  *small_path,
                        const char  *large_path,
                        GError     **error)
{
  g_autoptr (DeskSamples) small = desk_samples_new ();
  g_autoptr (DeskSamples) large = desk_samples_new ();
  Console consoles[] = {
    { "start on a book of some days", small_path, small, { 0, 0 } },
    { "start on a book of years", large_path, large, { 0, 0 } },
  };

  return measure_consoles (consoles, G_N_ELEMENTS (consoles), error);
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
  g_autoptr (DeskSamples) samples = desk_samples_new ();
  g_autofree char *tool = dup_program ("src/cli", "deskbellctl");
  Console console = { "start to the sign-in, painted", self->hotel->path, samples, { 0, 0 } };

  return measure_consoles (&console, 1, error) && measure_tool (self, tool, error);
}
