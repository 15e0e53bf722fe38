/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustments.h"

#include <string.h>

#include "desk-audit-table.h"
#include "desk-error.h"
#include "desk-posting-table.h"

/* Whether the list of adjustments is the whole truth: its lines, added up by code as
 * they are listed by day, against the ledger's, added up by number. */

#define PAGE 500

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
add_row (DeskAdjustmentTotals  *self,
         const DeskAdjustment  *row,
         GError               **error)
{
  DeskAdjustmentSum *sum;

  if (row->posting_id == 0)
    {
      self->n_unposted++;
      return add (&self->unposted_minor, row->value_minor, error);
    }
  sum = find_sum (self, row->code);
  sum->n_lines++;
  self->n_lines++;
  return add (&sum->listed_minor, row->amount_minor, error) &&
         add (&sum->right_minor, row->right_minor, error) &&
         add (&self->effect_minor, row->amount_minor, error) &&
         add (&self->effect_minor, row->right_minor, error);
}

static gboolean
add_listed (DeskAdjustmentTotals  *self,
            DeskHouse             *house,
            GError               **error)
{
  const DeskAdjustmentFilter all = { self->from, self->to, NULL, NULL, NULL };
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (DeskAdjustment) last = NULL;
  gboolean more = TRUE;

  while (more)
    {
      guint i;

      page = desk_adjustments_load (house, &all, last, PAGE, error);
      if (page == NULL)
        return FALSE;
      for (i = 0; i < page->len; i++)
        if (!add_row (self, g_ptr_array_index (page, i), error))
          return FALSE;
      more = page->len == PAGE;
      g_clear_pointer (&last, desk_adjustment_free);
      if (more)
        last = g_ptr_array_steal_index (page, page->len - 1);
      g_clear_pointer (&page, g_ptr_array_unref);
    }
  return TRUE;
}

/* The last line of a day that is closed; of the open one it is the ledger's newest. */
static gboolean
find_last_line (DeskDb    *db,
                DeskDate   date,
                DeskDate   business_date,
                gint64    *id,
                GError   **error)
{
  g_autoptr (DeskSealRecord) seal = NULL;

  *id = 0;
  if (date >= business_date)
    return desk_posting_table_get_newest (db, id, error);
  if (!desk_seal_table_find (db, date, &seal, error))
    return FALSE;
  if (seal != NULL)
    *id = seal->last_posting;
  return TRUE;
}

static gboolean
add_ledger (DeskAdjustmentTotals  *self,
            DeskDb                *db,
            DeskDate               business_date,
            GError               **error)
{
  DeskPostingRun run;
  g_autoptr (GPtrArray) sums = NULL;
  gint64 after_id;
  gint64 last_id;
  guint i;

  if (!find_last_line (db, self->from - 1, business_date, &after_id, error) ||
      !find_last_line (db, self->to, business_date, &last_id, error) ||
      !desk_posting_table_count_run (db, after_id, last_id, &run, error))
    return FALSE;
  self->first_id = run.first_id;
  self->last_id = run.last_id;
  self->complete = run.n_lines == MAX (last_id - after_id, 0);

  sums = desk_posting_table_sum_answers (db, after_id, last_id, error);
  if (sums == NULL)
    return FALSE;
  for (i = 0; i < sums->len; i++)
    {
      const DeskCodeSum *sum = g_ptr_array_index (sums, i);

      find_sum (self, sum->code)->ledger_minor = sum->amount_minor;
    }
  return TRUE;
}

/**
 * desk_adjustments_total:
 * @house: the property
 * @filter: from when to when; what else it says is left out of account
 * @error: return location for a #GError
 *
 * Adds up all that was put right and given in a period, by code, and compares it
 * with the ledger.
 *
 * Returns: (transfer full) (nullable): the totals, or %NULL with @error set
 */
DeskAdjustmentTotals *
desk_adjustments_total (DeskHouse                   *house,
                        const DeskAdjustmentFilter  *filter,
                        GError                     **error)
{
  g_autoptr (DeskAdjustmentTotals) self = g_new0 (DeskAdjustmentTotals, 1);
  g_auto (DeskTx) tx = { NULL };
  DeskDate business_date;
  guint i;

  self->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) sum_free);
  if (!desk_tx_begin_read (&tx, desk_house_get_db (house), error) ||
      !desk_house_get_business_date (house, &business_date, error))
    return NULL;
  self->from = filter->from;
  self->to = filter->to != DESK_DATE_NONE ? filter->to : business_date;
  if (!add_listed (self, house, error) ||
      !add_ledger (self, desk_house_get_db (house), business_date, error))
    return NULL;

  self->ties = self->complete;
  for (i = 0; i < self->sums->len; i++)
    {
      const DeskAdjustmentSum *sum = g_ptr_array_index (self->sums, i);

      self->ties = self->ties && sum->listed_minor == sum->ledger_minor;
    }
  return g_steal_pointer (&self);
}
