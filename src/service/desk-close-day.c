/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-close-day.h"

#include "desk-change-table.h"
#include "desk-close-day-private.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-ledger.h"
#include "desk-room-table.h"
#include "desk-state-table.h"
#include "desk-stay-night-table.h"

/*
 * Closing the day.
 *
 * The nights are posted stay by stay, many in each short transaction, and each
 * transaction marks its nights as posted. A last short one finds that no night is
 * missing, seals the day and moves the business date on. Stopped anywhere and
 * run again it goes on where it was; a desk waits for one batch at the most.
 *
 * What a batch writes is read and made before it begins, so that desks wait for the writing
 * alone. That holds as long as nobody else wrote since, which the engine tells; otherwise what
 * was made is thrown away, and this batch makes its lines while it has the file.
 *
 * A batch ends when it has lasted so long, for a desk must not wait more than 50 ms. To
 * read it back and to make it durable are part of that; both are taken to last as long as
 * the last time. The limit of stays is for a clock that stands still.
 */
#define BATCH_US 30000
#define SHORTEST_FILL_US 3000
#define BATCH_STAYS 512
#define LOCKED_PAGE 64

/* Before the first batch told how long its end takes. */
#define USUAL_COMMIT_US 10000
#define USUAL_CHECK_US 40

typedef struct
{
  DeskHouse         *house;
  const DeskContext *context;
  DeskDate           date;
  DeskWatch          watch;
  guint              done;
  guint              total;
  GPtrArray         *bills;      /* DeskNightBill, of the stays behind @after */
  gint64             version;    /* of the file, when they were read */
  guint              page;       /* how many a batch may take */
  gint64             after;      /* the stay that was posted last */
  gint64             commit_us;  /* how long the last commit took */
  gint64             check_us;   /* and what was before it, for each stay */
} Closing;

/* What one transaction does. */
typedef struct
{
  DeskLedgerRun *run;
  GArray        *folios;
  GString       *detail;
  gboolean       is_stale;    /* what was made before is not what is written */
  gint64         begun_at;
  gint64         after;       /* the stay before the first */
  guint          n_stays;
  guint          n_nights;
} Batch;

static gint64
now (const Closing *closing)
{
  return closing->context->now (closing->context->source);
}

static void
closing_clear (Closing *self)
{
  g_clear_pointer (&self->bills, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Closing, closing_clear)

static void
batch_clear (Batch *self)
{
  g_clear_pointer (&self->run, desk_ledger_run_free);
  g_array_unref (self->folios);
  g_string_free (self->detail, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static gboolean
check_date (Closing  *closing,
            GError  **error)
{
  DeskDate now;

  if (!desk_state_table_get_business_date (desk_house_get_db (closing->house), &now, error))
    return FALSE;
  if (now == closing->date)
    return TRUE;
  return desk_complain (error, DESK_ERROR_CHANGED,
                        desk_message_integer (
                          desk_message_new (NULL, N_("the business date is {date} by now; "
                                                     "nothing was closed")),
                          "date", DESK_ARG_DATE, now));
}

/* In a transaction: the property as it is now, and whether @closing's bills still are. */
static gboolean
look_again (Closing   *closing,
            gboolean  *is_stale,
            GError   **error)
{
  gint64 version;

  if (!desk_db_data_version (desk_house_get_db (closing->house), &version, error) ||
      !desk_house_refresh (closing->house, NULL, error) || !check_date (closing, error))
    return FALSE;

  *is_stale = version != closing->version;
  if (*is_stale)
    g_ptr_array_set_size (closing->bills, 0);
  closing->version = version;
  return TRUE;
}

/* The stays behind those that there are bills of. */
static GPtrArray *
read_stays (Closing  *closing,
            guint     limit,
            GError  **error)
{
  gint64 after = closing->after;

  if (closing->bills->len > 0)
    {
      const DeskNightBill *last =
        g_ptr_array_index (closing->bills, closing->bills->len - 1);

      after = last->billing->stay->id;
    }
  return desk_billing_list_in_house (closing->house, after, limit, error);
}

static gboolean
make_bills (Closing    *closing,
            GPtrArray  *stays,
            GError    **error)
{
  guint i;

  for (i = 0; i < stays->len; i++)
    {
      DeskNightBill *bill = desk_night_bill_new (g_steal_pointer (&stays->pdata[i]), error);

      if (bill == NULL)
        return FALSE;
      g_ptr_array_add (closing->bills, bill);
    }
  return TRUE;
}

/* Reads what the next batch needs, shortly; its lines are made when the file is let go. */
static gboolean
prepare (Closing  *closing,
         GError  **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_autoptr (GPtrArray) stays = NULL;
  gboolean is_stale;

  if (!desk_tx_begin_read (&tx, desk_house_get_db (closing->house), error) ||
      !look_again (closing, &is_stale, error))
    return FALSE;
  if (closing->bills->len >= closing->page)
    return TRUE;

  stays = read_stays (closing, closing->page - closing->bills->len, error);
  desk_tx_clear (&tx);
  return stays != NULL && make_bills (closing, stays, error);
}

/* A desk wrote meanwhile: bills are made in the batch, a few at a time. */
static gboolean
prepare_locked (Closing  *closing,
                GError  **error)
{
  g_autoptr (GPtrArray) stays = read_stays (closing, LOCKED_PAGE, error);

  return stays != NULL && make_bills (closing, stays, error);
}

static gboolean
write_bill (Batch          *batch,
            DeskNightBill  *bill,
            GError        **error)
{
  const DeskBilling *billing = bill->billing;

  if (bill->detail == NULL)
    return TRUE;
  if (!desk_ledger_run_add (batch->run, billing->folio, bill->lines, error))
    {
      g_prefix_error (error, "%s: ", billing->stay->confirmation);
      return FALSE;
    }
  g_string_append (batch->detail, bill->detail);
  if (bill->lines->len > 0)
    g_array_append_val (batch->folios, billing->folio->id);
  batch->n_nights += bill->has_night;
  return TRUE;
}

static gboolean
is_long_enough (const Closing *closing,
                const Batch   *batch)
{
  gint64 end_us = closing->commit_us + batch->n_stays * closing->check_us;

  return batch->n_stays >= BATCH_STAYS ||
         now (closing) - batch->begun_at >= MAX (BATCH_US - end_us, SHORTEST_FILL_US);
}

/* Goes on along the bills, until the batch is long enough or none is left. */
static gboolean
fill_batch (Closing  *closing,
            Batch    *batch,
            GError  **error)
{
  gboolean is_full = FALSE;

  while (!is_full)
    {
      guint i;

      if (closing->bills->len == 0 && batch->is_stale && !prepare_locked (closing, error))
        return FALSE;
      if (closing->bills->len == 0)
        return TRUE;

      for (i = 0; i < closing->bills->len && !is_full; i++)
        {
          DeskNightBill *bill = g_ptr_array_index (closing->bills, i);

          if (!write_bill (batch, bill, error))
            return FALSE;
          closing->after = bill->billing->stay->id;
          batch->n_stays++;
          is_full = is_long_enough (closing, batch);
        }
      g_ptr_array_remove_range (closing->bills, 0, i);
    }
  return TRUE;
}

/* What is done once for all stays of a batch. */
static gboolean
finish_batch (Closing  *closing,
              Batch    *batch,
              GError  **error)
{
  DeskDb *db = desk_house_get_db (closing->house);
  DeskEntry entry = { "night", 0, batch->detail->str, NULL, batch->folios, 0 };

  if (batch->detail->len == 0)
    return TRUE;
  return desk_ledger_run_finish (batch->run, error) &&
         desk_stay_night_table_mark_run_posted (db, closing->date, batch->after, closing->after,
                                                batch->n_nights, error) &&
         (batch->folios->len == 0 || desk_change_table_append (db, "folio", 0, error)) &&
         desk_ledger_append_entry (closing->house, closing->context, &entry, error);
}

/* How long the end of a batch takes, and how many stays fit into one. */
static void
learn (Closing     *closing,
       const Batch *batch,
       gint64       filled_at,
       gint64       checked_at)
{
  if (batch->n_stays == 0)
    return;
  closing->commit_us = now (closing) - checked_at;
  closing->check_us = (checked_at - filled_at) / batch->n_stays;
  closing->page = CLAMP (batch->n_stays + batch->n_stays / 4, LOCKED_PAGE, BATCH_STAYS);
}

static gboolean
post_batch (Closing  *closing,
            guint    *n_stays,
            GError  **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_auto (Batch) batch = { .folios = g_array_new (FALSE, FALSE, sizeof (gint64)),
                           .detail = g_string_new (NULL), .after = closing->after };
  gint64 filled_at;
  gint64 checked_at;

  *n_stays = 0;
  if (!prepare (closing, error))
    return FALSE;
  if (closing->bills->len == 0)
    return TRUE;

  if (!desk_tx_begin (&tx, desk_house_get_db (closing->house), error))
    return FALSE;
  batch.begun_at = now (closing);
  if (!look_again (closing, &batch.is_stale, error))
    return FALSE;
  batch.run = desk_ledger_run_new (closing->house, closing->context, error);
  if (batch.run == NULL || !fill_batch (closing, &batch, error))
    return FALSE;

  filled_at = now (closing);
  if (!finish_batch (closing, &batch, error))
    return FALSE;
  checked_at = now (closing);
  if (!desk_tx_commit (&tx, error))
    return FALSE;
  learn (closing, &batch, filled_at, checked_at);
  *n_stays = batch.n_stays;
  return TRUE;
}

static gboolean
post_nights (Closing  *closing,
             GError  **error)
{
  closing->after = 0;
  while (TRUE)
    {
      guint n_stays;

      if (g_cancellable_set_error_if_cancelled (closing->watch.cancellable, error) ||
          !post_batch (closing, &n_stays, error))
        return FALSE;
      if (n_stays == 0)
        return TRUE;

      closing->done += n_stays;
      if (closing->watch.progress != NULL)
        closing->watch.progress (closing->done, MAX (closing->total, closing->done),
                                 closing->watch.user_data);
      desk_db_give_way (desk_house_get_db (closing->house));
    }
}

/* Somebody may have checked in while the nights were posted: then not all stand. */
static gboolean
all_posted (Closing   *closing,
            gboolean  *complete,
            GError   **error)
{
  gint64 posted;
  gint64 due;

  if (!desk_stay_night_table_count_due (desk_house_get_db (closing->house), closing->date, &posted,
                                        &due, error))
    return FALSE;
  *complete = posted == due;
  return TRUE;
}

static gboolean
seal_day (Closing   *closing,
          gboolean  *complete,
          GError   **error)
{
  DeskDb *db = desk_house_get_db (closing->house);
  g_auto (DeskTx) tx = { NULL };
  g_autofree char *detail = NULL;
  g_autofree char *from = desk_date_to_string (closing->date);
  g_autofree char *to = desk_date_to_string (closing->date + 1);
  DeskEntry entry = { "close-day", 0, NULL, NULL, NULL, 0 };
  g_autoptr (DeskSealRecord) seal = NULL;

  if (!desk_tx_begin (&tx, db, error) || !check_date (closing, error) ||
      !all_posted (closing, complete, error))
    return FALSE;
  if (!*complete)
    return TRUE;

  seal = desk_seal_new (closing->house, closing->date, error);
  if (seal == NULL)
    return FALSE;
  detail = g_strdup_printf ("business-date %s -> %s\n%s", from, to, seal->totals);
  entry.detail = detail;
  return desk_ledger_append_entry (closing->house, closing->context, &entry, error) &&
         desk_seal_write (closing->house, closing->context, seal, entry.id, error) &&
         desk_room_table_soil_occupied (db, error) &&
         desk_room_table_begin_day (db, closing->date + 1, error) &&
         desk_state_table_advance (db, closing->date, closing->date + 1, error) &&
         desk_change_table_append (db, "day", 0, error) && desk_tx_commit (&tx, error);
}

/**
 * desk_close_day:
 * @house: the property
 * @context: who closes it
 * @expected: the business date that is to be closed
 * @watch: (nullable): who waits for it
 * @error: return location for a #GError
 *
 * Posts every night in house, seals the day and moves the business date on.
 * Can be run again after it was stopped. A guest who should have left does not
 * hold it up; a booking that did not arrive stays booked.
 *
 * Returns: %FALSE with @error set and the day still open: %DESK_ERROR_AUTHORITY,
 *   %DESK_ERROR_CHANGED where it was closed meanwhile, or a storage error
 */
gboolean
desk_close_day (DeskHouse          *house,
                const DeskContext  *context,
                DeskDate            expected,
                const DeskWatch    *watch,
                GError            **error)
{
  g_auto (Closing) closing = {
    .house = house, .context = context, .date = expected, .page = BATCH_STAYS / 2,
    .commit_us = USUAL_COMMIT_US, .check_us = USUAL_CHECK_US,
    .bills = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_night_bill_free),
  };
  gint64 posted;
  gint64 due;
  gboolean complete = FALSE;

  if (watch != NULL)
    closing.watch = *watch;
  if (!desk_role_check (context->role, DESK_RIGHT_CLOSE_DAY, error) ||
      !check_date (&closing, error) ||
      !desk_stay_night_table_count_due (desk_house_get_db (house), expected, &posted, &due, error))
    return FALSE;

  closing.total = (guint) due;
  while (!complete)
    {
      if (!post_nights (&closing, error) || !seal_day (&closing, &complete, error))
        {
          g_prefix_error (error, "the day was not closed: ");
          return FALSE;
        }
    }
  return TRUE;
}
