/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "desk-bench-book.h"

/* Makes a large hotel in a file, or the book of years in a folder: for measurements, and
 * to look at in the window. */

static int n_rooms = 2000;
static int n_stays = 50000;
static int n_nights = 3;
static int n_postings;

static const GOptionEntry entries[] = {
  { "rooms", 'r', 0, G_OPTION_ARG_INT, &n_rooms, "Rooms, all occupied (2000)", "N" },
  { "stays", 's', 0, G_OPTION_ARG_INT, &n_stays, "Stays, and guests (50000)", "N" },
  { "nights", 'n', 0, G_OPTION_ARG_INT, &n_nights, "Nights that are posted (3)", "M" },
  { "postings", 'p', 0, G_OPTION_ARG_INT, &n_postings,
    "A book of N lines, and of as many guests as stays say; FILE is a folder", "N" },
  { NULL },
};

static void
say_day (guint day,
         guint n_days)
{
  if (day == n_days || day % 10 == 0)
    g_printerr ("\rday %u of %u%s", day, n_days, day == n_days ? "\n" : "");
}

static gboolean
make_book (const char *folder,
           GError    **error)
{
  const DeskBenchBook book = { (guint) n_stays, (guint) n_postings };
  g_autofree char *path = desk_bench_book_make (folder, &book, say_day, error);

  if (path == NULL)
    return FALSE;
  g_print ("%s\n", path);
  return TRUE;
}

static void
say (guint done,
     guint total)
{
  if (done == total || done % 1000 == 0)
    g_printerr ("\r%u of %u%s", done, total, done == total ? "\n" : "");
}

static gboolean
fill (const char *path,
      GError    **error)
{
  g_autoptr (DeskBenchHotel) hotel = desk_bench_hotel_new (path, (guint) n_rooms, error);

  return hotel != NULL &&
         desk_bench_hotel_set_durable (hotel, FALSE, error) &&
         desk_bench_hotel_fill (hotel, (guint) n_stays, (guint) n_nights + 3, say, error) &&
         desk_bench_hotel_check_in (hotel, say, error) &&
         desk_bench_hotel_close_days (hotel, (guint) n_nights, say, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) options = g_option_context_new ("FILE");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error) || argc != 2 || n_rooms < 1 ||
      n_rooms > 9999 || n_stays < 1 || n_nights < 0)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Usage: desk-bench-fill [OPTIONS] FILE");
      return 2;
    }
  if (n_postings > 0 ? !make_book (argv[1], &error) : !fill (argv[1], &error))
    {
      g_printerr ("desk-bench-fill: %s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
