/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustments.h"

#include <string.h>

#include "desk-audit-table.h"
#include "desk-error.h"
#include "desk-posting-table.h"

/* Whether the list of adjustments is the whole truth: its lines, added up by code as
 * they are listed by day, against the ledger's, added up by number. */

/* So many days and lines are added up before somebody may stop it. */
#define DAYS 32
#define LINES 20000

typedef struct
{
  DeskDb               *db;
  DeskAdjustmentTotals *totals;
  DeskDate              business_date;
  GCancellable         *cancellable;
  DeskAdjustmentPause   pause;      /* (nullable): not while a day is read at one moment */
} Adding;

/* Numbers of the last line and entry of a day. */
typedef struct
{
  gint64 posting_id;
  gint64 entry_id;
} End;

static void
sum_free (DeskAdjustmentSum *self)
{
  g_free (self->code);
  g_free (self);
}

void
desk_adjustment_totals_free (DeskAdjustmentTotals *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sums, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add (gint64  *sum,
     gint64   minor,
     GError **error)
{
  if (!__builtin_add_overflow (*sum, minor, sum))
    return TRUE;
  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_OVERFLOW, "the sum does not fit in 64 bits");
  return FALSE;
}

/* Codes stand in alphabetical order, as the ledger lists them. */
static DeskAdjustmentSum *
find_sum (DeskAdjustmentTotals *self,
          const char           *code)
{
  DeskAdjustmentSum *sum;
  guint i;

  for (i = 0; i < self->sums->len; i++)
    {
      int order;

      sum = g_ptr_array_index (self->sums, i);
      order = strcmp (sum->code, code);
      if (order == 0)
        return sum;
      if (order > 0)
        break;
    }
  sum = g_new0 (DeskAdjustmentSum, 1);
  sum->code = g_strdup (code);
  g_ptr_array_insert (self->sums, (int) i, sum);
  return sum;
}

static gboolean
add_record (DeskAdjustmentTotals        *self,
            const DeskAdjustmentRecord  *record,
            GError                     **error)
{
  DeskAdjustmentSum *sum;

  if (record->posting_id == 0)
    {
      /* What was refused gave nothing. */
      self->n_unposted += record->value_minor != 0;
      return add (&self->unposted_minor, record->value_minor, error);
    }
  if (g_str_equal (record->kind, "refund"))
    {
      self->n_refunds++;
      return add (&self->refunds_minor, record->amount_minor, error);
    }
  sum = find_sum (self, record->code);
  sum->n_lines++;
  self->n_lines++;
  return add (&sum->listed_minor, record->amount_minor, error) &&
         add (&sum->right_minor, record->right_minor, error) &&
         add (&self->effect_minor, record->amount_minor, error) &&
         add (&self->effect_minor, record->right_minor, error);
}

static gboolean
add_records (DeskAdjustmentTotals  *self,
             GPtrArray             *list,
             GError               **error)
{
  g_autoptr (GPtrArray) records = list;
  guint i;

  for (i = 0; records != NULL && i < records->len; i++)
    if (!add_record (self, g_ptr_array_index (records, i), error))
      return FALSE;
  return records != NULL;
}

/* Between two parts: somebody else may be waiting, or want it stopped. */
static gboolean
go_on (Adding    *self,
       GError   **error)
{
  if (self->pause != NULL)
    self->pause ();
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* As they are listed, by day. */
static gboolean
add_listed (Adding    *self,
            DeskDate   from,
            DeskDate   till,
            GError   **error)
{
  DeskDate first;

  if (!desk_adjustment_table_find_first_day (self->db, &first, error))
    return FALSE;
  if (first == DESK_DATE_NONE)
    return TRUE;
  for (from = MAX (from, first); from <= till; from += DAYS)
    {
      DeskDate to = MIN (from + DAYS - 1, till);

      if (!go_on (self, error) ||
          !add_records (self->totals, desk_adjustment_table_list_lines (self->db, from, to, error),
                        error) ||
          !add_records (self->totals,
                        desk_adjustment_table_list_givings (self->db, from, to, error), error) ||
          !add_records (self->totals,
                        desk_adjustment_table_list_refunds (self->db, from, to, error), error))
        return FALSE;
    }
  return TRUE;
}

/* Where the ledger and the record of entries stood at the end of a day: a closed one says
 * so in its seal; of the open one it is the newest. */
static gboolean
find_end (Adding    *self,
          DeskDate   date,
          End       *end,
          GError   **error)
{
  g_autoptr (DeskSealRecord) seal = NULL;

  end->posting_id = 0;
  end->entry_id = 0;
  if (date >= self->business_date)
    {
      end->entry_id = G_MAXINT64;
      return desk_posting_table_get_newest (self->db, &end->posting_id, error);
    }
  if (!desk_seal_table_find (self->db, date, &seal, error))
    return FALSE;
  if (seal != NULL)
    {
      end->posting_id = seal->last_posting;
      end->entry_id = seal->entry_id;
    }
  return TRUE;
}

static gboolean
add_codes (DeskAdjustmentTotals  *self,
           const GPtrArray       *sums,
           GError               **error)
{
  guint i;

  for (i = 0; i < sums->len; i++)
    {
      const DeskCodeSum *sum = g_ptr_array_index (sums, i);

      if (!add (&find_sum (self, sum->code)->ledger_minor, sum->amount_minor, error))
        return FALSE;
    }
  return TRUE;
}

/* As the ledger has them, by number, some thousand lines at a time. */
static gboolean
add_ledger (Adding     *self,
            const End  *after,
            const End  *last,
            GError    **error)
{
  gint64 from = after->posting_id;
  gint64 n_lines = 0;

  while (from < last->posting_id)
    {
      gint64 to = MIN (from + LINES, last->posting_id);
      g_autoptr (GPtrArray) sums = desk_posting_table_sum_answers (self->db, from, to, error);
      DeskPostingRun run;

      if (sums == NULL || !desk_posting_table_count_run (self->db, from, to, &run, error) ||
          !add_codes (self->totals, sums, error) || !go_on (self, error))
        return FALSE;
      n_lines += run.n_lines;
      if (self->totals->first_id == 0)
        self->totals->first_id = run.first_id;
      if (run.last_id != 0)
        self->totals->last_id = run.last_id;
      from = to;
    }
  if (n_lines != MAX (last->posting_id - after->posting_id, 0))
    self->totals->complete = FALSE;
  return TRUE;
}

/* The first number that is missing, to be told. */
static gboolean
find_missing (Adding     *self,
              const End  *after,
              GError    **error)
{
  DeskAdjustmentTotals *totals = self->totals;

  if (totals->complete || totals->missing_id != 0)
    return TRUE;
  if (totals->first_id != after->posting_id + 1)
    {
      totals->missing_id = after->posting_id + 1;
      return TRUE;
    }
  return desk_adjustment_table_find_gap (self->db, totals->first_id, totals->last_id,
                                         &totals->missing_id, error);
}

static gboolean
count_entries (Adding     *self,
               const End  *after,
               const End  *last,
               GError    **error)
{
  DeskPostingRun run;

  if (!desk_adjustment_table_count_entries (self->db, after->entry_id, last->entry_id, &run,
                                            error))
    return FALSE;
  if (run.n_lines == 0)
    return TRUE;
  if (self->totals->first_entry == 0)
    self->totals->first_entry = run.first_id;
  self->totals->last_entry = run.last_id;
  if (run.first_id != after->entry_id + 1 || run.n_lines != run.last_id - after->entry_id)
    self->totals->complete = FALSE;
  return TRUE;
}

static gboolean
add_days (Adding    *self,
          DeskDate   from,
          DeskDate   to,
          GError   **error)
{
  End after;
  End last;

  return from > to ||
         (add_listed (self, from, to, error) &&
          find_end (self, from - 1, &after, error) &&
          find_end (self, to, &last, error) &&
          add_ledger (self, &after, &last, error) &&
          find_missing (self, &after, error) &&
          count_entries (self, &after, &last, error));
}

/* Closed days do not change, so nobody has to wait while they are added up; the open one
 * is read at one moment. */
static gboolean
add_up (Adding    *self,
        GError   **error)
{
  DeskDate from = self->totals->from;
  DeskDate to = self->totals->to;
  g_auto (DeskTx) tx = { NULL };

  if (!add_days (self, from, MIN (to, self->business_date - 1), error))
    return FALSE;
  self->pause = NULL;
  return desk_tx_begin_read (&tx, self->db, error) &&
         add_days (self, MAX (from, self->business_date), to, error);
}

/**
 * desk_adjustments_total:
 * @house: the property
 * @reader: (nullable): who wants to know; %NULL: whoever may read the file
 * @filter: from when to when; what else it says is left out of account
 * @cancellable: (nullable): stops between two parts
 * @pause: (nullable): called between two parts
 * @error: return location for a #GError
 *
 * Adds up all that was put right and given in a period, by code, and compares it
 * with the ledger. Of years it takes seconds, so that it is work for the background.
 *
 * Returns: (transfer full) (nullable): the totals, or %NULL with @error set:
 *   %DESK_ERROR_AUTHORITY …
 */
DeskAdjustmentTotals *
desk_adjustments_total (DeskHouse                   *house,
                        const DeskContext           *reader,
                        const DeskAdjustmentFilter  *filter,
                        GCancellable                *cancellable,
                        DeskAdjustmentPause          pause,
                        GError                     **error)
{
  g_autoptr (DeskAdjustmentTotals) totals = g_new0 (DeskAdjustmentTotals, 1);
  Adding self = { desk_house_get_db (house), totals, DESK_DATE_NONE, cancellable, pause };
  guint i;

  totals->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) sum_free);
  if ((reader != NULL && !desk_role_check (reader->role, DESK_RIGHT_AUDIT, error)) ||
      !desk_house_get_business_date (house, &self.business_date, error))
    return NULL;
  totals->from = filter->from;
  totals->to = filter->to != DESK_DATE_NONE ? filter->to : self.business_date;
  totals->complete = TRUE;
  if (!add_up (&self, error))
    return NULL;

  totals->ties = totals->complete;
  for (i = 0; i < totals->sums->len; i++)
    {
      const DeskAdjustmentSum *sum = g_ptr_array_index (totals->sums, i);

      totals->ties = totals->ties && sum->listed_minor == sum->ledger_minor;
    }
  return g_steal_pointer (&totals);
}
