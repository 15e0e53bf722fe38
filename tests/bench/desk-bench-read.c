/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-rows.h"

#include "desk-explain.h"
#include "desk-fold.h"
#include "desk-verify.h"

/* What is read: a search at each key, a long bill with its explanations, the
 * whole ledger. */

#define N_SEARCHED 60
#define OTHERS 4001
#define ROWS_SHOWN 12
#define LONG_BILL 1000
#define N_OPENED 200
#define N_VERIFIED 3

#define PREFIX_SQL "SELECT guest_id FROM guest_word WHERE word >= $1 AND word < $2 LIMIT 12"
#define LINES_SQL "SELECT * FROM posting WHERE folio_id = $1 AND line > $2 ORDER BY line"

static gboolean
search_once (DeskBenchHotel  *hotel,
             DeskBenchFloor  *floor,
             const char      *typed,
             DeskBenchRow    *row,
             GError         **error)
{
  g_auto (GStrv) words = desk_fold_words (typed);
  g_autofree char *end = g_strconcat (words[0], "\xef\xbf\xbf", NULL);
  g_autoptr (GPtrArray) found = NULL;
  gint64 begun = desk_bench_now ();
  gint64 ns;

  found = desk_find (hotel->house, typed, ROWS_SHOWN, NULL, error);
  if (found == NULL)
    return FALSE;
  desk_samples_add (row->ours, desk_bench_now () - begun);

  if (!desk_bench_floor_read (floor, PREFIX_SQL, words[0], end, &ns, error))
    return FALSE;
  desk_samples_add (row->floor, ns);
  return TRUE;
}

/* Family name key by key, then the given name's first letters behind it. */
static gboolean
search_name (DeskBenchHotel  *hotel,
             DeskBenchFloor  *floor,
             guint            number,
             DeskBenchRow    *row,
             GError         **error)
{
  g_autofree char *name = desk_bench_name (number);
  g_auto (GStrv) words = g_strsplit (name, " ", 2);
  g_autofree char *turned = g_strdup_printf ("%s %s", words[1], words[0]);
  glong length = g_utf8_strlen (words[1], -1) + 4;
  glong i;

  for (i = 1; i <= length; i++)
    {
      g_autofree char *typed = g_utf8_substring (turned, 0, i);

      if (!search_once (hotel, floor, g_strchomp (typed), row, error))
        return FALSE;
    }
  return TRUE;
}

/* Names far from each other, beginning with @first. */
static gboolean
search_names (DeskBenchHotel  *hotel,
              DeskBenchFloor  *floor,
              guint            first,
              guint            n_guests,
              DeskBenchRow    *row,
              GError         **error)
{
  guint i;

  for (i = 0; i < N_SEARCHED; i++)
    if (!search_name (hotel, floor, (first + i * 7919) % n_guests, row, error))
      return FALSE;
  return TRUE;
}

/* As on a desk that is at work: the engine of the floor has had the pages in its hands, so
 * they are in the machine's memory, though not in ours. The first search of all after the
 * machine was started is the disk's. */
static gboolean
warm_pages (DeskBenchFloor  *floor,
            GError         **error)
{
  static const char *const reads[] = {
    "SELECT max (length (rest)) FROM guest_word WHERE word >= ''",
    "SELECT max (version) FROM guest",
    "SELECT max (version) FROM stay", "SELECT max (room_id) FROM stay_night",
    "SELECT max (balance_minor) FROM folio",
    "SELECT max (arrival) FROM stay INDEXED BY stay_by_guest",
    "SELECT max (id) FROM folio INDEXED BY folio_by_stay WHERE stay_id IS NOT NULL",
  };
  gint64 ns;

  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    if (!desk_bench_floor_read (floor, reads[i], NULL, NULL, &ns, error))
      return FALSE;
  return TRUE;
}

gboolean
desk_bench_search (DeskBenchHotel  *hotel,
                   guint            n_guests,
                   GError         **error)
{
  g_autoptr (DeskBenchFloor) floor = desk_bench_floor_new_reading (hotel->path, error);
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) bare = desk_samples_new ();
  g_autoptr (DeskSamples) before = desk_samples_new ();
  g_autofree char *what = g_strdup_printf ("search at each key, %u guests", n_guests);
  DeskBenchRow others = { what, before, before, DESK_TARGET_NONE, 0, 99, NULL };
  DeskBenchRow row = { what, ours, bare, DESK_TARGET_MS, 1, 99,
                       "floor: a b-tree prefix query on the same file" };

  /* Other names first: what a process waits for when the kernel gives it its memory page by
   * page is no search, and a desk has had it since the morning. */
  if (floor == NULL || !warm_pages (floor, error) ||
      !search_names (hotel, floor, OTHERS, n_guests, &others, error) ||
      !search_names (hotel, floor, 0, n_guests, &row, error))
    return FALSE;
  desk_bench_table_print (&row);
  return TRUE;
}

gboolean
desk_bench_find (DeskBench  *self,
                 GError    **error)
{
  return desk_bench_search (self->hotel, self->hotel->n_stays, error);
}

/* The bill and what each of its lines says when asked, in a guest's language. */
static gboolean
open_bill (DeskBench  *self,
           gint64      stay_id,
           gboolean    explain,
           GError    **error)
{
  g_autoptr (DeskFolioView) folio = desk_folio_view_load (self->hotel->house, stay_id, error);
  const DeskCatalog *catalog = desk_catalog_get ("fi");
  guint i;

  if (folio == NULL)
    return FALSE;
  for (i = 0; explain && i < folio->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (folio->lines, i);
      g_autoptr (DeskExplanation) explanation =
        desk_explain (self->hotel->house, NULL, folio, DESK_EXPLAIN_LINE, line->line, error);
      g_autofree char *text = NULL;

      if (explanation == NULL)
        return FALSE;
      text = desk_explanation_render (explanation, self->hotel->house, catalog,
                                      DESK_EXPLAIN_SENTENCE);
    }
  return TRUE;
}

static gboolean
read_bill (DeskBenchFloor  *floor,
           gint64           folio_id,
           gint64          *ns,
           GError         **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, folio_id);

  return desk_bench_floor_read (floor, LINES_SQL, id, "0", ns, error);
}

static gboolean
measure_bill (DeskBench       *self,
              DeskBenchFloor  *floor,
              gboolean         explain,
              DeskBenchRow    *row,
              GError         **error)
{
  guint i;

  for (i = 0; i < N_OPENED / self->one_in; i++)
    {
      gint64 begun = desk_bench_now ();
      gint64 ns;

      if (!open_bill (self, 1, explain, error))
        return FALSE;
      desk_samples_add (row->ours, desk_bench_now () - begun);
      if (!read_bill (floor, 1, &ns, error))
        return FALSE;
      desk_samples_add (row->floor, ns);
    }
  desk_bench_table_print (row);
  return TRUE;
}

gboolean
desk_bench_folio (DeskBench  *self,
                  GError    **error)
{
  g_autoptr (DeskBenchFloor) floor = NULL;
  g_autoptr (DeskSamples) loaded = desk_samples_new ();
  g_autoptr (DeskSamples) read = desk_samples_new ();
  g_autoptr (DeskSamples) explained = desk_samples_new ();
  g_autoptr (DeskSamples) read_again = desk_samples_new ();
  DeskBenchRow open = { "open a bill of 1,000 lines", loaded, read, DESK_TARGET_NONE, 0, 99, NULL };
  DeskBenchRow explain = { "the same, each line explained in Finnish", explained, read_again,
                           DESK_TARGET_MS, 10, 99, "floor: the same rows read by the engine" };

  if (!desk_bench_hotel_set_durable (self->hotel, FALSE, error) ||
      !desk_bench_hotel_post (self->hotel, 1, "MINI", LONG_BILL, error) ||
      !desk_bench_hotel_set_durable (self->hotel, TRUE, error))
    return FALSE;

  floor = desk_bench_floor_new (self->hotel->path, error);
  return floor != NULL &&
         measure_bill (self, floor, FALSE, &open, error) &&
         measure_bill (self, floor, TRUE, &explain, error);
}

gboolean
desk_bench_verify (DeskBench  *self,
                   GError    **error)
{
  g_autoptr (DeskBenchFloor) floor = desk_bench_floor_new (self->hotel->path, error);
  g_autoptr (DeskSamples) ours = desk_samples_new ();
  g_autoptr (DeskSamples) bare = desk_samples_new ();
  g_autofree char *what = NULL;
  g_autofree char *remark = NULL;
  DeskBenchRow row = { NULL, ours, bare, DESK_TARGET_NONE, 0, 50, NULL };
  gint64 n_postings = 0;
  guint i;

  for (i = 0; floor != NULL && i < N_VERIFIED; i++)
    {
      gint64 begun = desk_bench_now ();
      g_autoptr (DeskVerdict) verdict = desk_verify (self->hotel->house, NULL, NULL, NULL, error);
      gint64 ns;

      if (verdict == NULL)
        return FALSE;
      desk_samples_add (ours, desk_bench_now () - begun);
      g_assert_true (verdict->ok);
      n_postings = verdict->postings;
      if (!desk_bench_floor_read (floor, "SELECT * FROM posting ORDER BY folio_id, line", NULL,
                                  NULL, &ns, error))
        return FALSE;
      desk_samples_add (bare, ns);
    }
  if (floor == NULL)
    return FALSE;

  what = g_strdup_printf ("verify %" G_GINT64_FORMAT " lines", n_postings);
  remark = g_strdup_printf ("%.0f lines a second; floor: all rows read by the engine",
                            (double) n_postings * 1e9 / (double) desk_samples_get_median (ours));
  row.what = what;
  row.remark = remark;
  desk_bench_table_print (&row);
  return TRUE;
}
