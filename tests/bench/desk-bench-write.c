/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

#include "desk-action.h"

/* What is written: one action at a time, durable when it returns, and many stays
 * from a file. */

#define N_ACTIONS 300
#define N_IMPORTED 2000
#define N_IMPORTS 3

static DeskOutcome *
act_once (DeskBench  *self,
          DeskVerb    verb,
          gint64      stay_id,
          GError    **error)
{
  g_autoptr (DeskAction) action = desk_action_new (verb, stay_id);
  g_autofree char *key = desk_action_new_key (&self->hotel->context);

  action->code = g_strdup (verb == DESK_VERB_POST ? "MINI" : "CASH");
  action->amount_minor = 1000;
  return desk_action_do (self->hotel->house, &self->hotel->context, action, NULL, key, error);
}

static gboolean
measure_action (DeskBench       *self,
                DeskBenchFloor  *floor,
                DeskVerb         verb,
                const char      *what,
                GError         **error)
{
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) bare = desk_samples_new ();
  g_autofree char *remark = NULL;
  DeskBenchRow row = { what, ours, bare, DESK_TARGET_TIMES, 2, 99, NULL };
  gint64 ours_synced = 0;
  gint64 bare_synced = 0;
  guint n_rows = 0;
  guint i;

  for (i = 0; i < N_ACTIONS; i++)
    {
      g_autoptr (DeskOutcome) outcome = NULL;
      gint64 synced;
      gint64 begun;
      gint64 ns;

      if (!desk_bench_floor_mark (floor, error))
        return FALSE;
      synced = desk_bench_get_synced ();
      begun = desk_bench_now ();
      outcome = act_once (self, verb, 2 + i % MIN (self->hotel->n_rooms - 1, 100), error);
      if (outcome == NULL)
        return FALSE;
      desk_samples_add (ours, desk_bench_now () - begun);
      ours_synced += desk_bench_get_synced () - synced;

      synced = desk_bench_get_synced ();
      if (!desk_bench_floor_write (floor, &ns, &n_rows, error))
        return FALSE;
      desk_samples_add (bare, ns);
      bare_synced += desk_bench_get_synced () - synced;
    }
  remark = g_strdup_printf ("%u rows; the disk's part of the mean: %.2f ms, of the floor %.2f ms",
                            n_rows, (double) ours_synced / N_ACTIONS / 1e6,
                            (double) bare_synced / N_ACTIONS / 1e6);
  row.remark = remark;
  desk_bench_table_print (&row);
  return TRUE;
}

gboolean
desk_bench_action (DeskBench  *self,
                   GError    **error)
{
  g_autoptr (DeskBenchFloor) floor = desk_bench_floor_new (self->hotel->path, error);

  return floor != NULL &&
         measure_action (self, floor, DESK_VERB_POST, "post one thing, durable", error) &&
         measure_action (self, floor, DESK_VERB_PAY, "pay, durable", error);
}

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
