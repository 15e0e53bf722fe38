/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

#include "desk-adjustments.h"
#include "desk-bench-book.h"

/* What must not grow with the book: a house after its first week beside one after
 * years, with as many lines as were asked for. */

#define SMALL_BOOK 1000
#define N_LOADED 20
#define ENOUGH 200
#define FIVE_YEARS 1830

/* What a page of adjustments rests on at the least: the index of them, and their lines. */
#define ANSWERS_SQL \
  "SELECT * FROM posting WHERE kind <> 'charge' AND kind <> 'tax' AND kind <> 'payment' " \
  "AND kind <> 'rounding' AND business_date >= $1 AND business_date <= $2 " \
  "ORDER BY business_date, id LIMIT 200"

static void
say_day (guint day,
         guint n_days)
{
  if (day % 10 == 0 || day == n_days)
    g_printerr ("\rMaking a book: day %u of %u%s", day, n_days, day == n_days ? "\n" : "");
}

static DeskBenchHotel *
open_book (const char  *path,
           GError     **error)
{
  g_autoptr (DeskBenchHotel) hotel = g_new0 (DeskBenchHotel, 1);

  hotel->path = g_strdup (path);
  desk_context_init_system (&hotel->context);
  hotel->context.user = "bench";
  hotel->context.role = DESK_ROLE_MANAGER;
  hotel->context.desk = "bench";
  hotel->context.lang = "en";
  hotel->house = desk_house_open (path, error);
  return hotel->house != NULL ? g_steal_pointer (&hotel) : NULL;
}

static gboolean
load_page (DeskBenchHotel              *hotel,
           const DeskAdjustmentFilter  *filter,
           DeskSamples                 *samples,
           GError                     **error)
{
  g_autoptr (DeskAdjustmentPage) page = NULL;
  gint64 begun = desk_bench_now ();

  page = desk_adjustments_load (hotel->house, &hotel->context, filter, DESK_DATE_NONE, ENOUGH,
                                error);
  desk_samples_add (samples, desk_bench_now () - begun);
  return page != NULL;
}

static gboolean
measure_adjustments (DeskBenchHotel  *hotel,
                     GError         **error)
{
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) bare = desk_samples_new ();
  g_autoptr (DeskBenchFloor) floor = desk_bench_floor_new_reading (hotel->path, error);
  DeskBenchRow row = { "adjustments over five years, first page", ours, bare, DESK_TARGET_MS, 250,
                       99, "floor: as many lines read along their index" };
  DeskAdjustmentFilter filter = { 0 };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint i;

  if (floor == NULL || !desk_house_get_business_date (hotel->house, &filter.to, error))
    return FALSE;
  filter.from = filter.to - FIVE_YEARS;
  from = desk_date_to_string (filter.from);
  to = desk_date_to_string (filter.to);
  for (i = 0; i < N_LOADED; i++)
    {
      gint64 ns;

      if (!load_page (hotel, &filter, ours, error) ||
          !desk_bench_floor_read (floor, ANSWERS_SQL, from, to, &ns, error))
        return FALSE;
      desk_samples_add (bare, ns);
    }
  desk_bench_table_print (&row);
  return TRUE;
}

gboolean
desk_bench_years (DeskBench  *self,
                  GError    **error)
{
  const DeskBenchBook small = { SMALL_BOOK, SMALL_BOOK };
  const DeskBenchBook large = { self->n_known, self->n_postings };
  g_autofree char *small_path = desk_bench_book_make (self->books, &small, NULL, error);
  g_autofree char *large_path = NULL;
  g_autoptr (DeskBenchHotel) hotel = NULL;

  if (small_path != NULL)
    large_path = desk_bench_book_make (self->books, &large, say_day, error);
  if (large_path == NULL || !desk_bench_start_books (small_path, large_path, error))
    return FALSE;

  hotel = open_book (large_path, error);
  return hotel != NULL &&
         desk_bench_search (hotel, self->n_known, error) &&
         measure_adjustments (hotel, error);
}
