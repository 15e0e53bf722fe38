/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

#include "desk-close-day.h"

/*
 * The night audit of a full hotel: its time of the database, how long its transactions
 * take together, how long the longest is, and how long a desk waits that wants to write
 * meanwhile.
 *
 * Time of the database is what the night's connection spends in the calls of the engine: to
 * step, to reset, to begin and to commit, with every wait for the disk in them. What the
 * program does between the calls is not in it, nor that it gives way to desks. The floor
 * is the engine alone: the same rows in as many transactions, in the same minutes.
 */

#define N_NIGHTS 6

/* A desk comes back this long after it was served. */
#define DESK_PAUSE_US 2000

typedef struct
{
  DeskSamples *transactions;
  gint64       begun;      /* 0: no transaction to write is open */
  gint64       total;      /* ns in transactions */
  guint        n;          /* how many */
} Watch;

/* Sums over all nights: ns, and how often or how much. */
typedef struct
{
  gint64 worked;
  gint64 synced;
  gint64 n_syncs;
  gint64 written;
  gint64 n_statements;
} Parts;

/* A desk at another console. */
typedef struct
{
  const char  *path;
  gboolean     stop;
  DeskSamples *waits;
} Desk;

static gboolean
on_point_cb (DeskDbPoint   point,
             const char   *sql,
             gpointer      user_data,
             GError      **error)
{
  Watch *watch = user_data;

  if (point == DESK_DB_POINT_BEGIN && g_str_equal (sql, "BEGIN IMMEDIATE"))
    watch->begun = desk_bench_now ();
  return TRUE;
}

/* Comes right after each transaction of the night but the last. */
static void
on_progress_cb (guint    done,
                guint    total,
                gpointer user_data)
{
  Watch *watch = user_data;
  gint64 ns = desk_bench_now () - watch->begun;

  if (watch->begun == 0)
    return;
  desk_samples_add (watch->transactions, ns);
  watch->total += ns;
  watch->n++;
  watch->begun = 0;
}

static gboolean
close_watched (DeskBenchHotel  *hotel,
               Watch           *watch,
               GError         **error)
{
  DeskDb *db = desk_house_get_db (hotel->house);
  DeskDate date;
  gboolean ok;

  if (!desk_house_get_business_date (hotel->house, &date, error))
    return FALSE;
  desk_db_set_fault (db, on_point_cb, watch);
  ok = desk_close_day (hotel->house, &hotel->context, date,
                       &(DeskWatch){ NULL, on_progress_cb, watch }, error);
  on_progress_cb (0, 0, watch);
  desk_db_set_fault (db, NULL, NULL);
  return ok;
}

static gpointer
run_desk (gpointer data)
{
  Desk *desk = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskDb) db = desk_db_open (desk->path, DESK_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  while (!g_atomic_int_get (&desk->stop))
    {
      g_auto (DeskTx) tx = { NULL };
      gint64 begun = desk_bench_now ();

      desk_tx_begin (&tx, db, &error);
      g_assert_no_error (error);
      desk_samples_add (desk->waits, desk_bench_now () - begun);
      desk_tx_clear (&tx);
      g_usleep (DESK_PAUSE_US);
    }
  return NULL;
}

static Parts
parts_now (void)
{
  return (Parts){ desk_bench_get_worked (), desk_bench_get_synced (), desk_bench_get_n_syncs (),
                  desk_bench_get_written (), desk_bench_get_n_statements () };
}

static void
parts_add (Parts *sum,
           Parts  before)
{
  Parts now = parts_now ();

  sum->worked += now.worked - before.worked;
  sum->synced += now.synced - before.synced;
  sum->n_syncs += now.n_syncs - before.n_syncs;
  sum->written += now.written - before.written;
  sum->n_statements += now.n_statements - before.n_statements;
}

static char *
parts_print (const Parts *parts)
{
  return g_strdup_printf ("%.0f ms of the processor, %.0f ms of the disk in %.0f syncs, "
                          "%.1f MiB written",
                          (double) parts->worked / N_NIGHTS / 1e6,
                          (double) parts->synced / N_NIGHTS / 1e6,
                          (double) parts->n_syncs / N_NIGHTS,
                          (double) parts->written / N_NIGHTS / 1048576);
}

static void
print_nights (DeskBenchRow *row,
              const Watch  *watch,
              const Parts  *ours,
              const Parts  *bare,
              guint         n_rows)
{
  g_autofree char *our_parts = parts_print (ours);
  g_autofree char *bare_parts = parts_print (bare);
  g_autofree char *remark =
    g_strdup_printf ("time in the calls of the engine, waits for the disk included\n"
                     "    a night in all: %s; %u transactions, %" G_GINT64_FORMAT " statements\n"
                     "    floor: the same %u rows in as many transactions, %s",
                     our_parts, watch->n / N_NIGHTS, ours->n_statements / N_NIGHTS, n_rows,
                     bare_parts);

  row->remark = remark;
  desk_bench_table_print (row);
}

static gboolean
measure_alone (DeskBenchHotel  *hotel,
               DeskBenchFloor  *floor,
               Watch           *watch,
               GError         **error)
{
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) bare = desk_samples_new ();
  g_autoptr (DeskSamples) whole = desk_samples_new ();
  g_autofree char *what = g_strdup_printf ("night audit of %u rooms, database time",
                                           hotel->n_rooms);
  DeskBenchRow row = { what, ours, bare, DESK_TARGET_MS, 250, 50, NULL };
  DeskBenchRow all = { "  all its transactions together", whole, bare, DESK_TARGET_NONE, 0, 50,
                       NULL };
  Parts our_parts = { 0 };
  Parts bare_parts = { 0 };
  guint n_rows = 0;
  guint i;

  for (i = 0; i < N_NIGHTS; i++)
    {
      Watch before = *watch;
      gint64 in_engine = desk_bench_get_in_engine ();
      Parts parts;
      gint64 ns;

      if (!desk_bench_floor_mark (floor, error))
        return FALSE;
      parts = parts_now ();
      desk_bench_count_engine (TRUE);
      if (!close_watched (hotel, watch, error))
        return FALSE;
      desk_bench_count_engine (FALSE);
      parts_add (&our_parts, parts);
      desk_samples_add (ours, desk_bench_get_in_engine () - in_engine);
      desk_samples_add (whole, watch->total - before.total);

      desk_bench_floor_set_transactions (floor, watch->n - before.n);
      parts = parts_now ();
      if (!desk_bench_floor_write (floor, &ns, &n_rows, error))
        return FALSE;
      parts_add (&bare_parts, parts);
      desk_samples_add (bare, ns);
    }
  print_nights (&row, watch, &our_parts, &bare_parts, n_rows);
  desk_bench_table_print (&all);
  return TRUE;
}

static gboolean
measure_desk (DeskBenchHotel  *hotel,
              Watch           *watch,
              GError         **error)
{
  g_autoptr (DeskSamples) waits = desk_samples_new ();
  Desk desk = { hotel->path, FALSE, waits };
  DeskBenchRow row = { "  a desk waits to write meanwhile", waits, NULL, DESK_TARGET_MS, 50, 99,
                       NULL };
  g_autofree char *remark = NULL;
  GThread *thread = g_thread_new ("desk", run_desk, &desk);
  gboolean ok = TRUE;
  guint i;

  for (i = 0; ok && i < N_NIGHTS; i++)
    ok = close_watched (hotel, watch, error);
  g_atomic_int_set (&desk.stop, TRUE);
  g_thread_join (thread);
  if (!ok)
    return FALSE;

  remark = g_strdup_printf ("longest %.1f ms of %u",
                            (double) desk_samples_get_percentile (waits, 100) / 1e6,
                            desk_samples_get_n (waits));
  row.remark = remark;
  desk_bench_table_print (&row);
  return TRUE;
}

gboolean
desk_bench_night (DeskBench  *self,
                  GError    **error)
{
  g_autofree char *path = g_build_filename (self->folder, "night.db", NULL);
  g_autoptr (DeskBenchHotel) hotel = desk_bench_hotel_new (path, self->n_rooms, error);
  g_autoptr (DeskBenchFloor) floor = NULL;
  g_autoptr (DeskSamples) transactions = desk_samples_new ();
  Watch watch = { transactions, 0, 0, 0 };
  DeskBenchRow row = { "  its longest transaction", transactions, NULL, DESK_TARGET_MS, 50, 100,
                       NULL };

  if (hotel == NULL || !desk_bench_hotel_set_durable (hotel, FALSE, error) ||
      !desk_bench_hotel_fill (hotel, self->n_rooms, 2 * N_NIGHTS + 2, NULL, error) ||
      !desk_bench_hotel_check_in (hotel, NULL, error) ||
      !desk_bench_hotel_close_days (hotel, 1, NULL, error) ||
      !desk_bench_hotel_set_durable (hotel, TRUE, error))
    return FALSE;

  floor = desk_bench_floor_new (path, error);
  if (floor == NULL || !measure_alone (hotel, floor, &watch, error))
    return FALSE;
  desk_bench_table_print (&row);
  return measure_desk (hotel, &watch, error);
}
