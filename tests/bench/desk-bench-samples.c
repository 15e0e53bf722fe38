/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-samples.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

/* Which number of the machine's processors is the time that it was not let run. */
#define STOLEN 8

struct _DeskSamples
{
  GArray *times;   /* gint64 */
};

DeskSamples *
desk_samples_new (void)
{
  DeskSamples *self = g_new0 (DeskSamples, 1);

  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
desk_samples_free (DeskSamples *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->times);
  g_free (self);
}

void
desk_samples_add (DeskSamples *self,
                  gint64       ns)
{
  g_array_append_val (self->times, ns);
}

guint
desk_samples_get_n (const DeskSamples *self)
{
  return self->times->len;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/**
 * desk_samples_get_percentile:
 * @percent: 1 to 100
 *
 * Returns: the time that so many in a hundred did not exceed; of few samples the
 *   99th is the longest
 */
gint64
desk_samples_get_percentile (DeskSamples *self,
                             guint        percent)
{
  guint rank = (self->times->len * percent + 99) / 100;

  g_return_val_if_fail (self->times->len > 0, 0);

  g_array_sort (self->times, compare_times);
  return g_array_index (self->times, gint64, MAX (rank, 1) - 1);
}

gint64
desk_samples_get_median (DeskSamples *self)
{
  return desk_samples_get_percentile (self, 50);
}

static gint64
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

gint64
desk_bench_now (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

gint64
desk_bench_get_worked (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

/* The first line is of all processors: its name and, in ticks, what they did. */
gint64
desk_bench_get_stolen (void)
{
  g_autofree char *text = NULL;
  const char *at;
  char *end;
  gint64 ticks = 0;

  if (!g_file_get_contents ("/proc/stat", &text, NULL, NULL) || !g_str_has_prefix (text, "cpu "))
    return 0;

  at = text + strlen ("cpu ");
  for (int i = 0; i < STOLEN; i++, at = end)
    ticks = g_ascii_strtoll (at, &end, 10);
  return ticks * (G_GINT64_CONSTANT (1000000000) / sysconf (_SC_CLK_TCK));
}
