/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

/* What is written at once: many stays from a file. */

#define N_IMPORTED 2000
#define N_IMPORTS 3

gboolean
desk_bench_import (DeskBench  *self,
                   GError    **error)
{
  g_autoptr (DeskBenchFloor) floor = desk_bench_floor_new (self->hotel->path, error);
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) bare = desk_samples_new ();
  g_autofree char *remark = NULL;
  DeskBenchRow row = { "import 2,000 stays", ours, bare, DESK_TARGET_NONE, 0, 50, NULL };
  guint n_rows;
  guint i;

  for (i = 0; floor != NULL && i < N_IMPORTS; i++)
    {
      g_autofree char *stays = desk_bench_hotel_dup_stays (self->hotel, N_IMPORTED, 3);
      gint64 begun;
      gint64 ns;

      if (!desk_bench_floor_mark (floor, error))
        return FALSE;
      begun = desk_bench_now ();
      if (!desk_bench_hotel_import (self->hotel, stays, error))
        return FALSE;
      desk_samples_add (ours, desk_bench_now () - begun);
      if (!desk_bench_floor_write (floor, &ns, &n_rows, error))
        return FALSE;
      desk_samples_add (bare, ns);
    }
  if (floor == NULL)
    return FALSE;
  remark = g_strdup_printf ("floor: the same %u rows in one transaction", n_rows);
  row.remark = remark;
  desk_bench_table_print (&row);
  return TRUE;
}
