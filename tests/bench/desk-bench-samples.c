/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-samples.h"

#include <time.h>

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
