/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-bookings.h"

#include <string.h>

#include "desk-booking-stay.h"
#include "desk-complain.h"
#include "desk-confirmation.h"
#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-fold.h"
#include "desk-import-private.h"
#include "desk-import-table.h"
#include "desk-ledger.h"
#include "desk-state-table.h"
#include "desk-stay-table.h"

/*
 * Rows of a file of bookings, in short transactions one after the other.
 *
 * A row is known again by hotel, line and content: its stay has the number "City Hotel
 * 40062" and the digest of the row, written in the same transaction. So an import that was
 * stopped anywhere, or a file that was cut off and comes again in whole, doubles nothing.
 *
 * A batch ends when it has lasted so long that another desk should have its turn; the limit
 * of rows is for a clock that stands still.
 */
#define BATCH_US 12000
#define BATCH_ROWS 200

#define PROGRESS_TOTAL 1000

/* More than that are no hotels but a column of something else. */
#define MAX_HOTELS 32

/**
 * Run:
 * @prefix: of our confirmation numbers
 * @ended: the last row was read
 */
typedef struct
{
  DeskHouse                *house;
  const DeskContext        *context;
  const DeskBookingsImport *order;
  DeskImportResult         *result;
  char                     *prefix;
  gboolean                  ended;
} Run;

static void
note_hotel (DeskImportResult *result,
            const char       *hotel)
{
  guint i;

  for (i = 0; i < result->hotels->len; i++)
    if (g_str_equal (g_ptr_array_index (result->hotels, i), hotel))
      return;
  if (result->hotels->len < MAX_HOTELS)
    g_ptr_array_add (result->hotels, g_strdup (hotel));
}

/* A row that does not say its hotel is everybody's, so that none is lost. */
static gboolean
is_wanted (const Run  *run,
           const char *hotel)
{
  return run->order->hotel == NULL || *hotel == '\0' || g_str_equal (hotel, run->order->hotel);
}

/* The next number of our own that no other file has brought with it. */
static gboolean
take_confirmation (const Run     *run,
                   DeskDb        *db,
                   DeskFileStay  *stay,
                   GError       **error)
{
  while (TRUE)
    {
      g_autofree char *confirmation = NULL;
      g_autoptr (DeskStayRecord) holder = NULL;
      gint64 number;

      if (!desk_counter_table_next (db, "confirmation", &number, error))
        return FALSE;
      if (number >= DESK_N_CONFIRMATIONS)
        {
          return desk_complain (error, DESK_ERROR_REFUSED,
                                desk_message_new (NULL, N_("all confirmation numbers of this "
                                                           "property have been given")));
        }
      confirmation = desk_confirmation_make (run->prefix, (guint) number);
      if (!desk_stay_table_find (db, confirmation, &holder, error))
        return FALSE;
      if (holder == NULL)
        {
          stay->confirmation = g_steal_pointer (&confirmation);
          return TRUE;
        }
    }
}

static gboolean
is_known (DeskDb                *db,
          const DeskBookingRow  *row,
          gboolean              *known,
          GError               **error)
{
  g_autofree char *number = desk_booking_dup_number (row);
  g_autofree char *key = desk_fold_number (number);

  return desk_import_table_has (db, key, row->digest, known, error);
}

/* What is still to come has been promised at its price; what was is left as it was. */
static gboolean
write_stay (const Run         *run,
            const DeskImport  *import,
            DeskFileStay      *stay,
            DeskImportTotals  *totals,
            GString           *detail,
            GError           **error)
{
  gint64 stay_id;

  if (!take_confirmation (run, import->db, stay, error) ||
      !desk_import_write_stay (import, stay, stay->state == NULL ? totals : NULL, &stay_id, error))
    return FALSE;
  g_string_append_printf (detail, "stay %" G_GINT64_FORMAT " %s\n", stay_id, stay->digest);
  return TRUE;
}

static gboolean
import_row (const Run             *run,
            const DeskImport      *import,
            const DeskBookingRow  *row,
            GString               *detail,
            GError               **error)
{
  g_autoptr (DeskFileStay) stay = NULL;
  g_autoptr (GError) why = NULL;
  g_auto (DeskImportTotals) totals = { NULL };
  gboolean known;

  if (!is_known (import->db, row, &known, error))
    return FALSE;
  if (known)
    {
      run->result->already++;
      return TRUE;
    }

  stay = desk_booking_to_stay (row, import->property, import->business_date, &why);
  if (stay == NULL || (stay->state == NULL && !desk_import_add_up (import, stay, &totals, &why)))
    {
      desk_import_result_refuse (run->result, row->line, why);
      return TRUE;
    }
  if (!run->order->dry_run && !write_stay (run, import, stay, &totals, detail, error))
    return FALSE;
  run->result->imported++;
  return TRUE;
}

/* One line of the file. */
static gboolean
take_next (Run               *run,
           const DeskImport  *import,
           GString           *detail,
           GError           **error)
{
  DeskBookingRow row;
  DeskBookingProblem problem;

  switch (desk_bookings_file_next (run->order->file, &row, &problem, error))
    {
    case DESK_BOOKINGS_ROW:
      run->result->line = row.line;
      note_hotel (run->result, row.hotel);
      if (!is_wanted (run, row.hotel))
        return TRUE;
      run->result->rows++;
      return import_row (run, import, &row, detail, error);
    case DESK_BOOKINGS_PROBLEM:
      run->result->line = problem.line;
      if (!is_wanted (run, problem.hotel))
        return TRUE;
      run->result->rows++;
      desk_import_result_refuse (run->result, problem.line, problem.why);
      return TRUE;
    case DESK_BOOKINGS_END:
      run->ended = TRUE;
      return TRUE;
    case DESK_BOOKINGS_FAILED:
    default:
      return FALSE;
    }
}

static gboolean
take_rows (Run               *run,
           const DeskImport  *import,
           GString           *detail,
           GError           **error)
{
  gint64 imported_before = run->result->imported;
  guint n;

  for (n = 0; n < BATCH_ROWS && !run->ended; n++)
    {
      if (!take_next (run, import, detail, error))
        return FALSE;
      if (run->context->now (run->context->source) - import->now >= BATCH_US)
        break;
    }

  if (run->order->dry_run || run->result->imported == imported_before)
    return TRUE;
  return desk_ledger_append_entry (run->house, run->context,
                                   &(DeskEntry){ .verb = "import", .detail = detail->str }, error);
}

/* One transaction; a dry run only reads. */
static gboolean
take_batch (Run     *run,
            GError **error)
{
  DeskImport import = { run->house, desk_house_get_db (run->house), run->context };
  g_autoptr (GString) detail = g_string_new (NULL);
  g_auto (DeskTx) tx = { NULL };

  if (!(run->order->dry_run ? desk_tx_begin_read (&tx, import.db, error)
                            : desk_tx_begin (&tx, import.db, error)) ||
      !desk_house_refresh (run->house, NULL, error) ||
      !desk_house_get_business_date (run->house, &import.business_date, error))
    return FALSE;
  import.property = desk_house_get_property (run->house);
  import.now = run->context->now (run->context->source);

  g_string_append_printf (detail, "file %s\n", run->order->name != NULL ? run->order->name : "");
  return take_rows (run, &import, detail, error) &&
         (run->order->dry_run || desk_tx_commit (&tx, error));
}

static void
tell_progress (const Run *run)
{
  const DeskWatch *watch = &run->order->watch;
  gint64 read, size;

  if (watch->progress == NULL)
    return;
  desk_bookings_file_get_progress (run->order->file, &read, &size);
  if (run->ended)
    watch->progress (PROGRESS_TOTAL, PROGRESS_TOTAL, watch->user_data);
  else if (size > 0)
    watch->progress ((guint) MIN (read / MAX (size / PROGRESS_TOTAL, 1), PROGRESS_TOTAL - 1),
                     PROGRESS_TOTAL, watch->user_data);
}

static gboolean
take_all (Run     *run,
          GError **error)
{
  while (!run->ended)
    {
      run->result->stopped = g_cancellable_is_cancelled (run->order->watch.cancellable);
      if (run->result->stopped)
        return TRUE;
      if (!take_batch (run, error))
        {
          g_prefix_error (error, "stopped in the batch up to line %" G_GINT64_FORMAT
                          ", and the batches before it stay: ", run->result->line);
          return FALSE;
        }
      tell_progress (run);
      if (!run->order->dry_run)
        desk_db_give_way (desk_house_get_db (run->house));
    }
  return TRUE;
}

static gboolean
check_hotel (const Run  *run,
             GError    **error)
{
  g_autofree char *list = NULL;
  DeskMessage *message;

  if (run->order->hotel == NULL || run->result->rows > 0 || run->result->stopped)
    return TRUE;
  g_ptr_array_add (run->result->hotels, NULL);
  list = g_strjoinv (", ", (GStrv) run->result->hotels->pdata);
  /* Translators: both are names of hotels, {list} maybe several */
  message = desk_message_new (NULL, N_("no booking is of a hotel {hotel}; the hotels of the file: "
                                       "{list}"));
  desk_message_text (message, "hotel", run->order->hotel);
  desk_message_text (message, "list", list);
  return desk_complain (error, DESK_ERROR_NOT_FOUND, message);
}

/**
 * desk_import_bookings:
 * @house: a house
 * @context: who imports; needs %DESK_RIGHT_IMPORT
 * @import: what, and how
 * @error: return location for a #GError
 *
 * Takes over the bookings of a file of the public "Hotel booking demand" data: stays with
 * their nights and prices, without rooms, and without any posting. Every row came in, was
 * there already, or is listed with why not. Cancelled, it stops between two batches with
 * @stopped set; what came in until then stays, and counts.
 *
 * Returns: (transfer full) (nullable): the counts and what was refused and why, or %NULL
 *   with %DESK_ERROR_AUTHORITY, %DESK_ERROR_NOT_FOUND where the file has no such hotel, or
 *   an error of the file or the storage; the batches before it stay
 */
DeskImportResult *
desk_import_bookings (DeskHouse                 *house,
                      const DeskContext         *context,
                      const DeskBookingsImport  *import,
                      GError                   **error)
{
  g_autoptr (DeskImportResult) result = desk_import_result_new ();
  g_autoptr (DeskStateRecord) state = NULL;
  Run run = { house, context, import, result, NULL, FALSE };

  if (!desk_role_check (context->role, DESK_RIGHT_IMPORT, error))
    return NULL;
  state = desk_state_table_get (desk_house_get_db (house), error);
  if (state == NULL)
    return NULL;

  run.prefix = state->confirmation_prefix;
  return take_all (&run, error) && check_hotel (&run, error) ? g_steal_pointer (&result) : NULL;
}
