/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-book.h"

#include <glib/gstdio.h>
#include <string.h>

#include "desk-action.h"
#include "desk-chain.h"
#include "desk-close-day.h"
#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-fold.h"
#include "desk-folio-table.h"
#include "desk-guest-table.h"
#include "desk-ledger.h"
#include "desk-posting-table.h"
#include "desk-presence-table.h"
#include "desk-room-night-table.h"
#include "desk-stay-night-table.h"
#include "desk-stay-table.h"

/*
 * Makes a book of any size, day by day, as a house would have filled it in years: who
 * comes and goes is written straight through the tables, a day in one transaction;
 * nights are posted by the night audit and gestures made by their own service. So each
 * line has its steps, each folio its chain, each day its seal.
 *
 * A book is kept and used again, for as long as the schema and what was asked for are
 * the same: its name says so.
 */

/* Changes where the book that is made changes. */
#define EDITION 1

#define MAX_DAYS 1826
#define N_NIGHTS 2
#define LINES_OF_STAY 9
#define ONE_IN_GIVEN 50
#define SAMPLE 500
#define DAY_US (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)

/**
 * Making:
 * @n_days: how many are closed
 * @n_arrivals: on each
 * @first_day: first business date
 * @day: days since
 */
typedef struct
{
  DeskBenchHotel *hotel;
  DeskDb         *db;
  guint           n_guests;
  guint           n_days;
  guint           n_arrivals;
  DeskDate        first_day;
  guint           day;
} Making;

/* The numbers are in step: the stays are the first of everything they have. */
static gint64
get_stay_id (const Making *making,
             guint         day,
             guint         n)
{
  return (gint64) day * making->n_arrivals + n + 1;
}

static gboolean
write_guest (const Making  *making,
             gint64         stay_id,
             gint64        *id,
             GError       **error)
{
  guint number = (guint) (stay_id - 1) % making->n_guests;
  g_autofree char *name = desk_bench_name (number);
  g_autofree char *search_name = desk_fold (name);
  DeskGuestRecord guest = {
    .name = name,
    .search_name = search_name,
    .lang = (char *) "fi",
    .created_at = 1,
    .version = 1,
  };

  *id = number + 1;
  if (stay_id > making->n_guests)
    return TRUE;
  guest.id = *id;
  return desk_guest_table_insert (making->db, &guest, error);
}

static gboolean
write_nights (const Making  *making,
              gint64         stay_id,
              gint64         room_id,
              GError       **error)
{
  guint i;

  for (i = 0; i < N_NIGHTS; i++)
    {
      const DeskNightRecord night = {
        .stay_id = stay_id,
        .date = making->first_day + (DeskDate) (making->day + i),
        .room_id = room_id,
        .room_type = (char *) "STD",
        .plan = (char *) "HB",
        .has_price = TRUE,
        .price_minor = 9000 + stay_id % 50 * 100,
        .version = 1,
      };

      if (!desk_stay_night_table_insert (making->db, &night, error) ||
          !desk_room_night_table_claim (making->db, room_id, night.date, stay_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_folio (const Making  *making,
             gint64         stay_id,
             GError       **error)
{
  const DeskFolioRecord folio = {
    .id = stay_id,
    .kind = (char *) "stay",
    .stay_id = stay_id,
    .open = TRUE,
    .opened_at = 1,
    .version = 1,
  };
  const DeskWindowRecord window = { .folio_id = stay_id, .number = 1, .version = 1 };

  return desk_folio_table_insert (making->db, &folio, error) &&
         desk_folio_table_insert_window (making->db, &window, error);
}

/* Somebody comes, and has a room at once. */
static gboolean
arrive (const Making  *making,
        guint          n,
        GError       **error)
{
  gint64 id = get_stay_id (making, making->day, n);
  gint64 room_id = 1 + (id - 1) % (gint64) (N_NIGHTS * making->n_arrivals);
  g_autofree char *confirmation = g_strdup_printf ("BK-%08" G_GINT64_FORMAT, id);
  g_autofree char *key = desk_fold_number (confirmation);
  const DeskPersonRecord person = { .n = 1, .age = -1 };
  const DeskPresenceRecord presence = { id, room_id, id, making->day * DAY_US, 0, 1 };
  DeskStayRecord stay = {
    .id = id,
    .confirmation = confirmation,
    .confirmation_key = key,
    .occupancy_id = id,
    .state = (char *) "in-house",
    .arrival = making->first_day + (DeskDate) making->day,
    .departure = making->first_day + (DeskDate) (making->day + N_NIGHTS),
    .adults = 1,
    .rate_plan = (char *) "HB",
    .collects_hotel = TRUE,
    .rate_shown = TRUE,
    .arrived_at = 1 + making->day * DAY_US,
    .created_at = 1,
    .created_by = (char *) "bench",
    .version = 1,
  };

  return write_guest (making, id, &stay.guest_id, error) &&
         desk_stay_table_insert_occupancy (making->db, id, 1, error) &&
         desk_stay_table_insert (making->db, &stay, error) &&
         desk_stay_table_insert_person (making->db, id, &person, error) &&
         write_nights (making, id, room_id, error) &&
         write_folio (making, id, error) &&
         desk_presence_table_insert (making->db, &presence, error);
}

/* All that is owed, in cash. */
static gboolean
pay (const Making     *making,
     DeskFolioRecord  *folio,
     GError          **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func
    ((GDestroyNotify) desk_posting_free);
  DeskPosting *line = desk_posting_new ();
  DeskRational amount = desk_rational_from_int (-folio->balance_minor);

  g_ptr_array_add (lines, line);
  line->folio_id = folio->id;
  line->line = folio->last_line + 1;
  line->kind = DESK_POSTING_PAYMENT;
  line->config = 1;
  line->code = g_strdup ("CASH");
  line->business_date = making->first_day + (DeskDate) making->day;
  line->quantity = 1;
  line->unit_minor = -folio->balance_minor;
  line->amount_minor = -folio->balance_minor;
  desk_posting_add_step (line, DESK_STEP_TAKE, "desk", amount, amount);
  return desk_ledger_append_lines (making->hotel->house, &making->hotel->context, folio->id,
                                   lines, error);
}

static gboolean
leave (const Making  *making,
       gint64         id,
       GError       **error)
{
  g_autoptr (DeskFolioRecord) folio = desk_folio_table_get (making->db, id, error);
  g_autoptr (DeskFolioRecord) paid = NULL;
  g_autoptr (DeskStayRecord) stay = NULL;
  g_autoptr (DeskPresenceRecord) presence = NULL;

  if (folio == NULL || !pay (making, folio, error))
    return FALSE;
  paid = desk_folio_table_get (making->db, id, error);
  stay = desk_stay_table_get (making->db, id, error);
  if (paid == NULL || stay == NULL ||
      !desk_presence_table_find_open (making->db, id, &presence, error))
    return FALSE;

  paid->open = FALSE;
  paid->closed_at = 1 + making->day * DAY_US;
  g_free (stay->state);
  stay->state = g_strdup ("departed");
  stay->departed_at = paid->closed_at;
  return desk_folio_table_update (making->db, paid, error) &&
         desk_stay_table_update (making->db, stay, error) &&
         desk_presence_table_end (making->db, presence, paid->closed_at, error);
}

/* Whoever has slept enough leaves; one entry vouches for their bills. */
static gboolean
leave_all (const Making  *making,
           GError       **error)
{
  g_autoptr (GArray) folios = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskEntry entry = { .verb = "out", .detail = "made in bulk", .folios = folios };
  guint i;

  if (making->day < N_NIGHTS)
    return TRUE;
  for (i = 0; i < making->n_arrivals; i++)
    {
      gint64 id = get_stay_id (making, making->day - N_NIGHTS, i);

      if (!leave (making, id, error))
        return FALSE;
      g_array_append_val (folios, id);
    }
  return desk_ledger_append_entry (making->hotel->house, &making->hotel->context, &entry, error);
}

/* Ids are given by hand here; the counters then go on behind them. */
static gboolean
count_on (const Making  *making,
          GError       **error)
{
  static const char *const names[] = { "stay", "occupancy", "folio", "room_presence" };
  gint64 first;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (!desk_counter_table_reserve (making->db, names[i], making->n_arrivals, &first, error))
      return FALSE;
  return making->day * making->n_arrivals >= making->n_guests ||
         desk_counter_table_reserve (making->db, "guest", making->n_arrivals, &first, error);
}

static gboolean
come_and_go (const Making  *making,
             GError       **error)
{
  g_auto (DeskTx) tx = { NULL };
  guint i;

  if (!desk_tx_begin (&tx, making->db, error) || !leave_all (making, error) ||
      !count_on (making, error))
    return FALSE;
  for (i = 0; i < making->n_arrivals; i++)
    if (!arrive (making, i, error))
      return FALSE;
  return desk_tx_commit (&tx, error);
}

/* Some of those who slept here get a little back for it. */
static gboolean
give (const Making  *making,
      GError       **error)
{
  const gint first_line = 1;
  guint i;

  for (i = 0; making->day > 0 && i < making->n_arrivals; i++)
    {
      gint64 id = get_stay_id (making, making->day - 1, i);
      g_autoptr (DeskAction) action = NULL;
      g_autoptr (DeskOutcome) outcome = NULL;

      if (id % ONE_IN_GIVEN != 0)
        continue;
      action = desk_action_new (DESK_VERB_OFF, id);
      action->lines = g_array_new (FALSE, FALSE, sizeof (gint));
      g_array_append_val (action->lines, first_line);
      action->base = DESK_OFF_LINES;
      action->percent = g_strdup ("10");
      action->reason = g_strdup ("noise");
      outcome = desk_action_do (making->hotel->house, &making->hotel->context, action, NULL, NULL,
                                error);
      if (outcome == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_days (Making                 *making,
           DeskBenchBookProgress   progress,
           GError                **error)
{
  for (; making->day < making->n_days; making->day++)
    {
      DeskDate date = making->first_day + (DeskDate) making->day;

      if (!come_and_go (making, error) || !give (making, error) ||
          !desk_close_day (making->hotel->house, &making->hotel->context, date, NULL, error))
        return FALSE;
      if (progress != NULL)
        progress (making->day + 1, making->n_days);
    }
  return TRUE;
}

/* Whole folios, here and there: every line's arithmetic, and its chain to the head. */
static gboolean
check_sample (const Making  *making,
              GError       **error)
{
  guint n_stays = making->n_days * making->n_arrivals;
  guint i;

  for (i = 0; i < SAMPLE; i++)
    {
      gint64 id = 1 + (gint64) ((guint64) i * 7919 % n_stays);
      g_autoptr (DeskFolioRecord) folio = desk_folio_table_get (making->db, id, error);
      g_autoptr (GPtrArray) lines = NULL;
      guint8 hash[DESK_HASH_SIZE] = { 0 };
      guint k;

      if (folio != NULL)
        lines = desk_posting_table_load_folio (making->db, id, error);
      if (lines == NULL)
        return FALSE;
      for (k = 0; k < lines->len; k++)
        {
          if (!desk_posting_check (lines->pdata[k], error))
            return FALSE;
          desk_chain_posting (hash, lines->pdata[k], hash);
        }
      if (lines->len == 0 || memcmp (hash, folio->head, sizeof hash) != 0)
        {
          g_set_error (error, DESK_ERROR, DESK_ERROR_TAMPERED, "folio %" G_GINT64_FORMAT, id);
          return FALSE;
        }
    }
  return TRUE;
}

/* The tables as they are now are part of the name. */
static char *
dup_name (DeskDb               *db,
          const DeskBenchBook  *book,
          GError              **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, "SELECT group_concat (sql, ';') FROM "
                                               "sqlite_schema", error);
  g_autofree char *digest = NULL;
  gboolean row;

  if (stmt == NULL || !desk_stmt_step (stmt, &row, error))
    return NULL;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, desk_stmt_get_text (stmt, 0), -1);
  return g_strdup_printf ("book-%u-%.8s-%u-%u.db", EDITION, digest, book->n_guests,
                          book->n_postings);
}

static gboolean
make_book (Making                 *making,
           DeskBenchBookProgress   progress,
           GError                **error)
{
  return desk_house_get_business_date (making->hotel->house, &making->first_day, error) &&
         desk_bench_hotel_set_durable (making->hotel, FALSE, error) &&
         desk_db_exec (making->db, "PRAGMA cache_size = -262144", error) &&
         make_days (making, progress, error) &&
         check_sample (making, error) &&
         desk_bench_hotel_set_durable (making->hotel, TRUE, error);
}

/* The engine leaves it empty. */
static void
forget_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (journal);
}

/**
 * desk_bench_book_make:
 * @folder: where books are kept
 * @book: what it should be like
 * @progress: (nullable): told how far it is
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): path of the book, made now or before
 */
char *
desk_bench_book_make (const char             *folder,
                      const DeskBenchBook    *book,
                      DeskBenchBookProgress   progress,
                      GError                **error)
{
  guint n_stays = MAX (book->n_postings / LINES_OF_STAY, 2);
  Making making = { .n_guests = MIN (book->n_guests, n_stays) };
  g_autofree char *making_path = g_build_filename (folder, "book.making", NULL);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (DeskBenchHotel) hotel = NULL;

  making.n_arrivals = (n_stays + MAX_DAYS - 1) / MAX_DAYS;
  making.n_days = n_stays / making.n_arrivals;
  g_mkdir_with_parents (folder, 0700);
  hotel = desk_bench_hotel_new (making_path, N_NIGHTS * making.n_arrivals, error);
  if (hotel == NULL)
    return NULL;
  making.hotel = hotel;
  making.db = desk_house_get_db (hotel->house);
  name = dup_name (making.db, book, error);
  if (name == NULL)
    return NULL;

  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_clear_pointer (&hotel, desk_bench_hotel_free);
      forget_journal (making_path);
      g_unlink (making_path);
      return g_steal_pointer (&path);
    }
  if (!make_book (&making, progress, error))
    return NULL;
  g_clear_pointer (&hotel, desk_bench_hotel_free);
  forget_journal (making_path);
  if (g_rename (making_path, path) != 0)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "%s cannot be put in its place", path);
      return NULL;
    }
  return g_steal_pointer (&path);
}
