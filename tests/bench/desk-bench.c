/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "desk-bench-rows.h"

/*
 * Measures what a desk waits for. A row is a thing done often enough to know its
 * median and its worst, and beside it the floor: the least that the machine could
 * do for it, measured in the same minutes.
 */

#define SMALL_SHARE 10

static int n_guests = 50000;
static int n_rooms = 2000;
static int n_known = 1000000;
static int n_postings = 10000000;
static gboolean small;
static char *folder;
static char *books;
static char *peer;

static const GOptionEntry entries[] = {
  { "guests", 'g', 0, G_OPTION_ARG_INT, &n_guests, "Guests to search among (50000)", "N" },
  { "rooms", 'r', 0, G_OPTION_ARG_INT, &n_rooms, "Rooms of the night audit (2000)", "N" },
  { "known", 0, 0, G_OPTION_ARG_INT, &n_known, "Guests of the book of years (1000000)", "N" },
  { "postings", 'p', 0, G_OPTION_ARG_INT, &n_postings, "Its lines (10000000)", "N" },
  { "small", 0, 0, G_OPTION_ARG_NONE, &small, "Less of all of it: a look in some minutes", NULL },
  { "books", 0, 0, G_OPTION_ARG_FILENAME, &books, "Where books are kept", "FOLDER" },
  { "peer", 0, 0, G_OPTION_ARG_STRING, &peer, "A program that measures other software", "COMMAND" },
  { "folder", 'd', 0, G_OPTION_ARG_FILENAME, &folder, "Where files are made", "FOLDER" },
  { NULL },
};

static const struct
{
  const char *name;
  gboolean  (*measure) (DeskBench *self, GError **error);
  gboolean    needs_hotel;
} rows[] = {
  { "start", desk_bench_start, TRUE },
  { "find", desk_bench_find, TRUE },
  { "folio", desk_bench_folio, TRUE },
  { "frames", desk_bench_frames, TRUE },
  { "action", desk_bench_action, TRUE },
  { "night", desk_bench_night, FALSE },
  { "verify", desk_bench_verify, TRUE },
  { "import", desk_bench_import, TRUE },
  { "years", desk_bench_years, FALSE },
  { "peer", desk_bench_peer, FALSE },
};

static gboolean
is_wanted (const char  *name,
           char       **wanted)
{
  return wanted[0] == NULL || g_strv_contains ((const char *const *) wanted, name);
}

/* Rooms enough for actions and for something to verify. */
static gboolean
make_hotel (DeskBench  *self,
            GError    **error)
{
  g_autofree char *path = g_build_filename (self->folder, "hotel.db", NULL);

  g_printerr ("Making a hotel of %u guests\n", self->n_guests);
  self->hotel = desk_bench_hotel_new (path, 500, error);
  return self->hotel != NULL &&
         desk_bench_hotel_set_durable (self->hotel, FALSE, error) &&
         desk_bench_hotel_fill (self->hotel, self->n_guests, 6, NULL, error) &&
         desk_bench_hotel_check_in (self->hotel, NULL, error) &&
         desk_bench_hotel_close_days (self->hotel, 3, NULL, error) &&
         desk_bench_hotel_set_durable (self->hotel, TRUE, error);
}

static gboolean
run (DeskBench  *self,
     char      **wanted,
     GError    **error)
{
  gsize i;

  desk_bench_table_begin ();
  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (!is_wanted (rows[i].name, wanted))
        continue;
      if ((rows[i].needs_hotel && self->hotel == NULL && !make_hotel (self, error)) ||
          !rows[i].measure (self, error))
        {
          g_prefix_error (error, "%s: ", rows[i].name);
          return FALSE;
        }
    }
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) options = g_option_context_new ("[ROW…]");
  g_autoptr (GError) error = NULL;
  DeskBench bench = { 0 };
  gboolean ok;

  setlocale (LC_ALL, "");
  g_option_context_set_summary (options, "Rows: start find folio frames action night verify import "
                                "years peer");
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || folder == NULL ||
      n_known < 1 || n_postings < 100 || n_postings > 50000000 || n_guests < 500 ||
      n_guests > 10000000 || n_rooms < 1 || n_rooms > 9999)
    {
      g_printerr ("desk-bench: %s\n", error != NULL ? error->message
                                                    : "--folder, 500 guests and a room at least");
      return 2;
    }

  bench.folder = folder;
  bench.one_in = 1;
  if (small)
    {
      bench.one_in = SMALL_SHARE;
      n_guests = 2000;
      n_rooms = 200;
      n_known = n_postings = 20000;
    }
  bench.books = books != NULL ? books : folder;
  bench.peer = peer;
  bench.n_known = (guint) n_known;
  bench.n_postings = (guint) n_postings;
  bench.n_guests = (guint) n_guests;
  bench.n_rooms = (guint) n_rooms;
  ok = run (&bench, argv + 1, &error);
  if (!ok)
    g_printerr ("desk-bench: %s\n", error->message);
  g_clear_pointer (&bench.hotel, desk_bench_hotel_free);
  g_free (folder);
  g_free (books);
  g_free (peer);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
