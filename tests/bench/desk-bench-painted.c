/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

#include <string.h>

/* What desk-bench-frames measures: from a key to the painted answer, beside what the main
 * thread worked for it and what a frame of an empty window takes. */

#define PROGRAM "desk-bench-frames"
/* The first has a long bill already, where the folio was measured before. */
#define STAY 2
#define LONG_BILL 1000
#define FRAME_MS 16.7
#define BILL_MS 50
#define PAGE_MS 100

/* All times that were printed behind @name. */
static DeskSamples *
pick (char       **lines,
      const char  *name)
{
  g_autofree char *prefix = g_strconcat (name, " ", NULL);
  DeskSamples *samples = desk_samples_new ();
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], prefix))
      desk_samples_add (samples, g_ascii_strtoll (lines[i] + strlen (prefix), NULL, 10));
  return samples;
}

/* A machine that is a guest of another one is stopped now and then, in the middle of anything:
 * what the times were where it was not. */
static void
print_alone (char       **lines,
             const char  *name,
             double       limit,
             guint        n)
{
  g_autofree char *times = g_strconcat (name, "-alone", NULL);
  g_autoptr (DeskSamples) alone = pick (lines, times);
  guint n_alone = desk_samples_get_n (alone);
  g_autofree char *what =
    g_strdup_printf ("  where the host did not stop us: %u of %u", n_alone, n);
  DeskBenchRow row = { what, alone, NULL, DESK_TARGET_MS, limit, 99, NULL };

  if (n_alone > 0 && n_alone < n)
    desk_bench_table_print (&row);
}

static void
print_row (char       **lines,
           const char  *what,
           const char  *name,
           double       limit)
{
  g_autofree char *work = g_strconcat (name, "-work", NULL);
  g_autoptr (DeskSamples) ours = pick (lines, name);
  g_autoptr (DeskSamples) own = pick (lines, work);
  g_autoptr (DeskSamples) bare = pick (lines, "bare");
  DeskBenchRow row = { what, ours, bare, DESK_TARGET_MS, limit, 99, NULL };
  DeskBenchRow work_row = { "  work of the main thread for it", own, NULL, DESK_TARGET_NONE, 0, 99,
                            NULL };

  desk_bench_table_print (&row);
  desk_bench_table_print (&work_row);
  print_alone (lines, name, limit, desk_samples_get_n (ours));
}

gboolean
desk_bench_frames (DeskBench  *self,
                   GError    **error)
{
  g_autofree char *program = g_build_filename (g_getenv ("DESKBELL_BUILDDIR"), "tests/bench",
                                               PROGRAM, NULL);
  g_autofree char *guests = g_strdup_printf ("%u", self->hotel->n_stays);
  g_autofree char *stay = g_strdup_printf ("%d", STAY);
  g_autofree char *one_in = g_strdup_printf ("%u", self->one_in);
  char *argv[] = { program, self->hotel->path, guests, stay, one_in, NULL };
  g_autofree char *printed = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  if (!g_file_test (program, G_FILE_TEST_IS_EXECUTABLE) || g_getenv ("DISPLAY") == NULL)
    {
      desk_bench_table_skip ("key to painted", "there is no console, or no display");
      return TRUE;
    }
  if (!desk_bench_hotel_set_durable (self->hotel, FALSE, error) ||
      !desk_bench_hotel_post (self->hotel, STAY, "MINI", LONG_BILL, error) ||
      !desk_bench_hotel_set_durable (self->hotel, TRUE, error) ||
      !g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &printed, NULL, &status,
                     error) ||
      !g_spawn_check_wait_status (status, error))
    return FALSE;

  lines = g_strsplit (printed, "\n", -1);
  print_row (lines, "a letter at Guests, painted", "guests", FRAME_MS);
  print_row (lines, "a letter in the line, painted", "line", FRAME_MS);
  print_row (lines, "a bill of 1,000 lines, painted", "bill", BILL_MS);
  print_row (lines, "Today, first shown", "today", PAGE_MS);
  print_row (lines, "Rooms (500), first shown", "rooms", PAGE_MS);
  print_row (lines, "Audit, first shown", "audit", PAGE_MS);
  g_print ("    floor: a letter in an empty window\n");
  return TRUE;
}
