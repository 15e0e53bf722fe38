/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-close-day.h"

#include "desk-action-private.h"
#include "desk-amount.h"
#include "desk-change-table.h"
#include "desk-close-day-private.h"
#include "desk-error.h"
#include "desk-ledger.h"
#include "desk-room-table.h"
#include "desk-state-table.h"
#include "desk-stay-night-table.h"

/*
 * Closing the day.
 *
 * The nights are posted stay by stay, a few in each short transaction, and each
 * transaction marks its nights as posted. A last short one finds that no night is
 * missing, seals the day and moves the business date on. Stopped anywhere and
 * run again it goes on where it was; a desk waits for one batch at the most.
 *
 * A batch ends when it has lasted so long, for a desk must not wait more than 50 ms.
 * Making it durable is part of that; it is taken to last as long as the last time. The
 * limit of stays is for a clock that stands still.
 */
#define BATCH_US 35000
#define SHORTEST_BATCH_US 5000
#define BATCH_STAYS 256
#define PAGE 64

typedef struct
{
  DeskHouse         *house;
  const DeskContext *context;
  DeskDate           date;
  DeskWatch          watch;
  guint              done;
  guint              total;
  gint64             after;      /* the stay that was posted last */
  gint64             durable_us; /* how long the last commit took */
} Closing;

/* What one transaction does. */
typedef struct
{
  GArray  *folios;
  GString *detail;
  gint64   begun_at;
  guint    n_stays;
} Batch;

static gboolean
check_date (Closing  *closing,
            GError  **error)
{
  DeskDate now;
  g_autofree char *text = NULL;

  if (!desk_state_table_get_business_date (desk_house_get_db (closing->house), &now, error))
    return FALSE;
  if (now == closing->date)
    return TRUE;
  text = desk_date_to_string (now);
  g_set_error (error, DESK_ERROR, DESK_ERROR_CHANGED,
               "the business date is %s by now; nothing was closed", text);
  return FALSE;
}

/* What a day's charges of somebody who does not sleep here tonight are still taxed. */
static gboolean
post_day_taxes (DeskBilling  *billing,
                DeskCharger  *charger,
                GError      **error)
{
  return desk_billing_add_date (billing, charger, billing->business_date, error) &&
         desk_charger_post_night_taxes (charger, billing->business_date, error);
}

/**
 * desk_close_day_make_lines:
 * @billing: a stay in house
 * @night: (nullable): its night of the business date; %NULL where it has none
 * @lines: (out): what tonight posts for it
 * @error: return location for a #GError
 *
 * The same for the preview and for the night itself.
 */
gboolean
desk_close_day_make_lines (DeskBilling            *billing,
                           const DeskNightRecord  *night,
                           GPtrArray             **lines,
                           GError                **error)
{
  g_autoptr (DeskCharger) charger = desk_billing_new_charger (billing, NULL, error);
  gboolean ok;

  if (charger == NULL)
    return FALSE;
  if (night != NULL)
    ok = desk_billing_add_date (billing, charger, night->date, error) &&
         desk_billing_post_night (billing, charger, night, error);
  else
    ok = post_day_taxes (billing, charger, error);
  if (!ok)
    {
      g_prefix_error (error, "%s: ", billing->stay->confirmation);
      return FALSE;
    }
  *lines = desk_charger_steal_lines (charger);
  return TRUE;
}

static gboolean
post_stay (Closing  *closing,
           gint64    stay_id,
           GArray   *folios,
           GString  *detail,
           GError  **error)
{
  g_autoptr (DeskBilling) billing = desk_billing_load (closing->house, stay_id, error);
  g_autoptr (DeskPlan) plan = desk_plan_new ("night");
  g_autofree char *date = desk_date_to_string (closing->date);
  g_autofree char *described = NULL;
  const DeskNightRecord *night;

  if (billing == NULL)
    return FALSE;
  night = desk_billing_get_night (billing, closing->date);
  if ((night != NULL && night->posted) || !g_str_equal (billing->stay->state, "in-house"))
    return TRUE;

  g_ptr_array_unref (g_steal_pointer (&plan->lines));
  if (!desk_close_day_make_lines (billing, night, &plan->lines, error))
    {
      plan->lines = g_ptr_array_new ();
      return FALSE;
    }
  if (plan->lines->len == 0 && night == NULL)
    return TRUE;

  plan->stay_id = stay_id;
  plan->folio_id = billing->folio->id;
  if (night != NULL)
    desk_plan_add_effect (plan, DESK_EFFECT_NIGHT_POSTED, stay_id, date, "0", "1");
  if (!desk_apply_plan (closing->house, closing->context, plan, error))
    {
      g_prefix_error (error, "%s: ", billing->stay->confirmation);
      return FALSE;
    }

  described = desk_plan_describe (plan);
  g_string_append_printf (detail, "folio %" G_GINT64_FORMAT "\n%s", plan->folio_id, described);
  if (plan->lines->len > 0)
    g_array_append_val (folios, plan->folio_id);
  return TRUE;
}

static gboolean
is_long_enough (const Closing *closing,
                const Batch   *batch)
{
  gint64 limit_us = MAX (BATCH_US - closing->durable_us, SHORTEST_BATCH_US);

  return batch->n_stays >= BATCH_STAYS ||
         closing->context->now (closing->context->source) - batch->begun_at >= limit_us;
}

/* Goes on along the stays in house, until the batch is long enough or none is left. */
static gboolean
fill_batch (Closing  *closing,
            Batch    *batch,
            GError  **error)
{
  while (TRUE)
    {
      g_autoptr (GArray) stays = NULL;
      guint i;

      if (!desk_stay_table_page_in_house (desk_house_get_db (closing->house), closing->after, PAGE,
                                          &stays, error))
        return FALSE;
      if (stays->len == 0)
        return TRUE;

      for (i = 0; i < stays->len; i++)
        {
          gint64 stay_id = g_array_index (stays, gint64, i);

          if (!post_stay (closing, stay_id, batch->folios, batch->detail, error))
            return FALSE;
          closing->after = stay_id;
          batch->n_stays++;
          if (is_long_enough (closing, batch))
            return TRUE;
        }
    }
}

static gboolean
commit_batch (Closing  *closing,
              DeskTx   *tx,
              GError  **error)
{
  gint64 begun_at = closing->context->now (closing->context->source);

  if (!desk_tx_commit (tx, error))
    return FALSE;
  closing->durable_us = closing->context->now (closing->context->source) - begun_at;
  return TRUE;
}

static gboolean
post_batch (Closing  *closing,
            guint    *n_stays,
            GError  **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_autoptr (GArray) folios = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) detail = g_string_new (NULL);
  Batch batch = { folios, detail, 0, 0 };
  DeskEntry entry = { "night", 0, NULL, NULL, folios, 0 };

  if (!desk_tx_begin (&tx, desk_house_get_db (closing->house), error) ||
      !desk_house_refresh (closing->house, NULL, error) || !check_date (closing, error))
    return FALSE;
  batch.begun_at = closing->context->now (closing->context->source);
  if (!fill_batch (closing, &batch, error))
    return FALSE;

  *n_stays = batch.n_stays;
  entry.detail = detail->str;
  if (detail->len > 0 &&
      !desk_ledger_append_entry (closing->house, closing->context, &entry, error))
    return FALSE;
  return commit_batch (closing, &tx, error);
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
  Closing closing = { .house = house, .context = context, .date = expected,
                      .durable_us = BATCH_US / 2 };
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
