/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-views.h"

#include "desk-error.h"
#include "desk-folio-table.h"
#include "desk-guest-table.h"
#include "desk-invoice.h"
#include "desk-posting-table.h"
#include "desk-stay-table.h"

static void
window_view_free (gpointer data)
{
  DeskWindowView *self = data;

  g_free (self->payer);
  g_clear_pointer (&self->vat, g_ptr_array_unref);
  g_free (self);
}

static void
invoice_row_free (gpointer data)
{
  DeskInvoiceRow *self = data;

  g_free (self->number);
  g_free (self->buyer_name);
  g_free (self);
}

void
desk_folio_view_free (DeskFolioView *self)
{
  if (self == NULL)
    return;

  g_free (self->confirmation);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->windows, g_ptr_array_unref);
  g_clear_pointer (&self->invoices, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add_window (DeskFolioView           *self,
            DeskHouse               *house,
            const DeskWindowRecord  *record,
            const char              *guest_name,
            GError                 **error)
{
  DeskWindowView *window = g_new0 (DeskWindowView, 1);

  g_ptr_array_add (self->windows, window);
  window->number = record->number;
  window->payer = g_strdup (record->payer != NULL ? record->payer : guest_name);
  if (!desk_window_balance (self->lines, record->number, &window->balance_minor, error))
    return FALSE;

  window->vat = desk_vat_table (self->lines, record->number, self->vat_level,
                                desk_house_lookup_property, house, error);
  return window->vat != NULL;
}

static gboolean
load_windows (DeskFolioView         *self,
              DeskHouse             *house,
              const DeskStayRecord  *stay,
              GError               **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskGuestRecord) guest = desk_guest_table_get (db, stay->guest_id, error);
  g_autoptr (GPtrArray) records = NULL;
  guint i;

  if (guest == NULL)
    return FALSE;
  records = desk_folio_table_list_windows (db, self->folio_id, error);
  if (records == NULL)
    return FALSE;

  self->windows = g_ptr_array_new_with_free_func (window_view_free);
  for (i = 0; i < records->len; i++)
    if (!add_window (self, house, g_ptr_array_index (records, i), guest->name, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_invoices (DeskFolioView  *self,
               DeskDb         *db,
               GError        **error)
{
  g_autoptr (GPtrArray) records = desk_invoice_table_list_folio (db, self->folio_id, error);
  guint i;

  self->invoices = g_ptr_array_new_with_free_func (invoice_row_free);
  for (i = 0; records != NULL && i < records->len; i++)
    {
      const DeskInvoiceRecord *record = g_ptr_array_index (records, i);
      DeskInvoiceRow *row = g_new0 (DeskInvoiceRow, 1);

      row->id = record->id;
      row->number = desk_invoice_dup_number (record);
      row->window = record->window;
      row->buyer_name = g_strdup (record->buyer_name);
      row->business_date = record->business_date;
      row->total_minor = record->total_minor;
      g_ptr_array_add (self->invoices, row);
    }
  return records != NULL;
}

static gboolean
load_folio (DeskFolioView         *self,
            DeskDb                *db,
            const DeskStayRecord  *stay,
            GError               **error)
{
  g_autoptr (DeskFolioRecord) folio = NULL;

  if (!desk_folio_table_find_for_stay (db, stay->id, &folio, error))
    return FALSE;
  if (folio == NULL)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "%s has no folio", stay->confirmation);
      return FALSE;
    }

  self->folio_id = folio->id;
  self->lines = desk_posting_table_load_folio (db, folio->id, error);
  if (self->lines == NULL)
    return FALSE;
  desk_folio_view_sort_answers (self);
  return desk_window_balance (self->lines, 0, &self->balance_minor, error);
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const DeskPosting *left = *(const DeskPosting *const *) a;
  const DeskPosting *right = *(const DeskPosting *const *) b;

  if (left->answers != right->answers)
    return left->answers < right->answers ? -1 : 1;
  return (left->line > right->line) - (left->line < right->line);
}

/**
 * desk_folio_view_sort_answers:
 * @self: a folio with its lines
 *
 * Gathers the lines that answer others, so that desk_folio_view_get_answer() finds
 * them without a walk through the bill.
 */
void
desk_folio_view_sort_answers (DeskFolioView *self)
{
  guint i;

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = g_ptr_array_new ();
  for (i = 0; i < self->lines->len; i++)
    {
      DeskPosting *posting = g_ptr_array_index (self->lines, i);

      if (posting->answers != 0)
        g_ptr_array_add (self->answers, posting);
    }
  g_ptr_array_sort (self->answers, compare_answers);
}

/**
 * desk_folio_view_load:
 * @house: a house
 * @stay_id: a stay
 * @error: return location for a #GError
 *
 * Totals are added up from the lines themselves, never taken from what is kept
 * beside them.
 *
 * Returns: (transfer full) (nullable): the folio of the stay with its lines and
 *   windows, read in one moment; or %NULL with %DESK_ERROR_NOT_FOUND or another error
 */
DeskFolioView *
desk_folio_view_load (DeskHouse  *house,
                      gint64      stay_id,
                      GError    **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskFolioView) self = g_new0 (DeskFolioView, 1);
  g_autoptr (DeskStayRecord) stay = NULL;
  g_auto (DeskTx) tx = { NULL };

  if (!desk_tx_begin_read (&tx, db, error))
    return NULL;
  stay = desk_stay_table_get (db, stay_id, error);
  if (stay == NULL)
    return NULL;

  self->stay_id = stay_id;
  self->confirmation = g_strdup (stay->confirmation);
  self->vat_level = desk_house_get_property (house)->vat_level;
  if (!load_folio (self, db, stay, error) || !load_windows (self, house, stay, error) ||
      !load_invoices (self, db, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * desk_folio_view_get_line:
 * @line: number of a line
 *
 * Returns: (transfer none) (nullable): the line, or %NULL where there is none
 */
const DeskPosting *
desk_folio_view_get_line (const DeskFolioView *self,
                          int                  line)
{
  const DeskPosting *posting;

  /* The lines of a folio are numbered from 1 without a gap; the database sees to it. */
  if (line < 1 || (guint) line > self->lines->len)
    return NULL;
  posting = g_ptr_array_index (self->lines, line - 1);
  return posting->line == line ? posting : NULL;
}

/* Where the answers to @line begin, or would. */
static guint
find_answers (const DeskFolioView *self,
              int                  line)
{
  guint begin = 0;
  guint end = self->answers->len;

  while (begin < end)
    {
      guint middle = (begin + end) / 2;
      const DeskPosting *posting = g_ptr_array_index (self->answers, middle);

      if (posting->answers < line)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

/**
 * desk_folio_view_get_answer:
 * @line: number of a line
 * @index: which of its answers, from 0
 *
 * Returns: (transfer none) (nullable): the line that answers it, or %NULL behind the last
 */
const DeskPosting *
desk_folio_view_get_answer (const DeskFolioView *self,
                            int                  line,
                            guint                index)
{
  guint at = find_answers (self, line) + index;
  const DeskPosting *posting;

  if (line < 1 || at >= self->answers->len)
    return NULL;
  posting = g_ptr_array_index (self->answers, at);
  return posting->answers == line ? posting : NULL;
}

/**
 * desk_folio_view_get_window:
 * @number: 1 to 8
 *
 * Returns: (transfer none) (nullable): the window, or %NULL where there is none
 */
const DeskWindowView *
desk_folio_view_get_window (const DeskFolioView *self,
                            int                  number)
{
  guint i;

  for (i = 0; i < self->windows->len; i++)
    {
      const DeskWindowView *window = g_ptr_array_index (self->windows, i);

      if (window->number == number)
        return window;
    }
  return NULL;
}
