/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-invoice.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-chain.h"
#include "desk-change-table.h"
#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-folio-table.h"
#include "desk-guest-table.h"
#include "desk-invoice-private.h"
#include "desk-posting-table.h"
#include "desk-state-table.h"
#include "desk-stay-table.h"

/* Issuing an invoice: what it covers, whose name is on it, its number and its digest. */

static const DeskWindowRecord *
find_window (const GPtrArray *windows,
             int              number)
{
  guint i;

  for (i = 0; i < windows->len; i++)
    {
      const DeskWindowRecord *window = g_ptr_array_index (windows, i);

      if (window->number == number)
        return window;
    }
  return NULL;
}

/**
 * desk_invoice_get_buyer:
 * @windows: (element-type DeskWindowRecord): of the folio
 * @number: a window
 * @guest: the guest's name
 *
 * Returns: (transfer none): whose name is on the window's invoice: the buyer's, else
 *   the payer's, else the guest's
 */
const char *
desk_invoice_get_buyer (const GPtrArray *windows,
                        int              number,
                        const char      *guest)
{
  const DeskWindowRecord *window = find_window (windows, number);

  if (window != NULL && window->buyer_name != NULL)
    return window->buyer_name;
  return window != NULL && window->payer != NULL ? window->payer : guest;
}

/**
 * desk_invoice_dup_number:
 * @invoice: an invoice
 *
 * Returns: (transfer full): its number as it stands on paper: "INV-17"
 */
char *
desk_invoice_dup_number (const DeskInvoiceRecord *invoice)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, invoice->series, invoice->number);
}

/**
 * desk_invoice_hash:
 * @invoice: an invoice
 * @postings: (element-type gint64): ids of the lines it covers, ascending
 * @out: (out): BLAKE2b-256 over its fields in the order of the table and then the
 *   ids, as chain v1 writes fields
 */
void
desk_invoice_hash (const DeskInvoiceRecord *invoice,
                   const GArray            *postings,
                   guint8                   out[32])
{
  const guint8 start[DESK_HASH_SIZE] = { 0 };
  g_autoptr (DeskHasher) hasher = desk_hasher_new (start);
  char date[DESK_DATE_LENGTH];
  guint i;

  desk_hasher_int (hasher, invoice->id);
  desk_hasher_text (hasher, invoice->series);
  desk_hasher_int (hasher, invoice->number);
  desk_hasher_text (hasher, invoice->kind);
  desk_hasher_int (hasher, invoice->folio_id);
  desk_hasher_int (hasher, invoice->window);
  desk_hasher_int (hasher, invoice->answers_id);
  desk_hasher_text (hasher, desk_date_print (invoice->business_date, date));
  desk_hasher_int (hasher, invoice->issued_at);
  desk_hasher_text (hasher, invoice->issued_by);
  desk_hasher_int (hasher, invoice->config);
  desk_hasher_text (hasher, invoice->lang);
  desk_hasher_text (hasher, invoice->buyer_name);
  desk_hasher_text (hasher, invoice->buyer_address);
  desk_hasher_text (hasher, invoice->buyer_tax_number);
  desk_hasher_text (hasher, invoice->reference);
  desk_hasher_int (hasher, invoice->total_minor);
  desk_hasher_text (hasher, invoice->content);
  desk_hasher_int (hasher, postings->len);
  for (i = 0; i < postings->len; i++)
    desk_hasher_int (hasher, g_array_index (postings, gint64, i));
  desk_hasher_finish (hasher, out);
}

/* The ids of the lines of a folio that stand on an invoice already. */
static GHashTable *
collect_invoiced (DeskDb   *db,
                  gint64    folio_id,
                  GError  **error)
{
  g_autoptr (GPtrArray) invoices = desk_invoice_table_list_folio (db, folio_id, error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint i;
  guint k;

  if (invoices == NULL)
    return NULL;
  for (i = 0; i < invoices->len; i++)
    {
      const DeskInvoiceRecord *invoice = g_ptr_array_index (invoices, i);
      g_autoptr (GArray) lines = desk_invoice_table_list_lines (db, invoice->id, error);

      if (lines == NULL)
        return NULL;
      for (k = 0; k < lines->len; k++)
        g_hash_table_add (ids, g_memdup2 (&g_array_index (lines, gint64, k), sizeof (gint64)));
    }
  return g_steal_pointer (&ids);
}

/* The window's lines that stand on no invoice yet. */
static gboolean
load_lines (DeskDb             *db,
            gint64              folio_id,
            int                 window,
            DeskInvoiceSource  *source,
            GError            **error)
{
  g_autoptr (GHashTable) invoiced = collect_invoiced (db, folio_id, error);
  guint i;

  if (invoiced == NULL)
    return FALSE;
  source->folio = desk_posting_table_load_folio (db, folio_id, error);
  if (source->folio == NULL)
    return FALSE;
  source->lines = g_ptr_array_new ();
  for (i = 0; i < source->folio->len; i++)
    {
      DeskPosting *line = g_ptr_array_index (source->folio, i);

      if (line->window == window && !g_hash_table_contains (invoiced, &line->id))
        g_ptr_array_add (source->lines, line);
    }
  return TRUE;
}

static gboolean
sum_charges (const GPtrArray  *lines,
             gint64           *total,
             GError          **error)
{
  guint i;

  *total = 0;
  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      if (desk_posting_is_charge (line) &&
          !desk_amount_add (*total, line->amount_minor, total, error))
        return FALSE;
    }
  return TRUE;
}

/* Who it is for, and under which set-up. */
static gboolean
fill_head (DeskHouse          *house,
           const DeskContext  *context,
           DeskInvoiceSource  *source,
           DeskInvoiceRecord  *invoice,
           GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (GPtrArray) windows = NULL;
  const DeskWindowRecord *window;

  windows = desk_folio_table_list_windows (db, invoice->folio_id, error);
  if (windows == NULL || !desk_state_table_get_business_date (db, &invoice->business_date, error))
    return FALSE;
  window = find_window (windows, invoice->window);
  invoice->series = g_strdup (DESK_INVOICE_SERIES);
  invoice->kind = g_strdup ("invoice");
  invoice->issued_at = context->now (context->source);
  invoice->issued_by = g_strdup (context->user);
  invoice->config = desk_house_get_config (house);
  invoice->lang = g_strdup (source->guest->lang);
  invoice->buyer_name =
    g_strdup (desk_invoice_get_buyer (windows, invoice->window, source->guest->name));
  if (window != NULL)
    {
      invoice->buyer_address = g_strdup (window->buyer_address);
      invoice->buyer_tax_number = g_strdup (window->buyer_tax_number);
      invoice->reference = g_strdup (window->reference);
    }
  return TRUE;
}

static gboolean
load_source (DeskHouse          *house,
             gint64              folio_id,
             int                 window,
             DeskInvoiceSource  *source,
             GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskFolioRecord) folio = desk_folio_table_get (db, folio_id, error);

  source->house = house;
  if (folio == NULL)
    return FALSE;
  source->stay = desk_stay_table_get (db, folio->stay_id, error);
  if (source->stay == NULL)
    return FALSE;
  source->guest = desk_guest_table_get (db, source->stay->guest_id, error);
  return source->guest != NULL && load_lines (db, folio_id, window, source, error);
}

static gboolean
write_invoice (DeskDb                   *db,
               const DeskInvoiceSource  *source,
               DeskInvoiceRecord        *invoice,
               GError                  **error)
{
  g_autoptr (GArray) postings = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint i;

  for (i = 0; i < source->lines->len; i++)
    g_array_append_val (postings, ((DeskPosting *) g_ptr_array_index (source->lines, i))->id);
  if (!desk_counter_table_next (db, "invoice", &invoice->id, error) ||
      !desk_invoice_table_take_number (db, invoice->series, invoice->business_date,
                                       &invoice->number, error))
    return FALSE;
  desk_invoice_hash (invoice, postings, invoice->digest);
  if (!desk_invoice_table_insert (db, invoice, error))
    return FALSE;
  for (i = 0; i < postings->len; i++)
    {
      if (!desk_invoice_table_insert_line (db, invoice->id, g_array_index (postings, gint64, i),
                                           error))
        return FALSE;
    }
  return desk_change_table_append (db, "invoice", invoice->id, error);
}

/* What stands in the file now must be what was issued. */
static gboolean
read_back (DeskDb                   *db,
           const DeskInvoiceRecord  *invoice,
           GError                  **error)
{
  g_autoptr (DeskInvoiceRecord) written = NULL;
  g_autoptr (GArray) postings = desk_invoice_table_list_lines (db, invoice->id, error);
  guint8 hash[DESK_HASH_SIZE];

  if (postings == NULL ||
      !desk_invoice_table_find (db, invoice->series, invoice->number, &written, error))
    return FALSE;
  if (written != NULL)
    desk_invoice_hash (written, postings, hash);
  if (written != NULL && memcmp (hash, invoice->digest, DESK_HASH_SIZE) == 0)
    return TRUE;
  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_STORAGE,
                       "the invoice was not found in the file as it was written; nothing was "
                       "changed");
  return FALSE;
}

/**
 * desk_invoice_issue:
 * @house: the property, with a write transaction open
 * @context: who issues it, when
 * @folio_id: a folio of a stay, its lines written
 * @window: the part of it that is invoiced
 * @out: (out) (transfer full): the invoice
 * @error: return location for a #GError
 *
 * Issues an invoice over every line of the window that stands on none, with the
 * next number of its series, and reads it back.
 *
 * Returns: %FALSE with @error set; the caller then lets the transaction go, and the
 *   number is free again
 */
gboolean
desk_invoice_issue (DeskHouse          *house,
                    const DeskContext  *context,
                    gint64              folio_id,
                    int                 window,
                    DeskInvoiceRecord **out,
                    GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_auto (DeskInvoiceSource) source = { NULL };
  g_autoptr (DeskInvoiceRecord) invoice = g_new0 (DeskInvoiceRecord, 1);

  invoice->folio_id = folio_id;
  invoice->window = window;
  if (!load_source (house, folio_id, window, &source, error) ||
      !fill_head (house, context, &source, invoice, error) ||
      !sum_charges (source.lines, &invoice->total_minor, error))
    return FALSE;
  invoice->content = desk_invoice_make_content (&source, invoice, error);
  if (invoice->content == NULL || !write_invoice (db, &source, invoice, error) ||
      !read_back (db, invoice, error))
    return FALSE;
  *out = g_steal_pointer (&invoice);
  return TRUE;
}
