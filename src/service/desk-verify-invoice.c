/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-amount.h"
#include "desk-audit-table.h"
#include "desk-folio-table.h"
#include "desk-invoice.h"
#include "desk-posting-table.h"
#include "desk-verify-private.h"

#define PAGE 250

/*
 * Invoices: numbered without a gap and never backwards in time, each as it was
 * issued, over lines of its window that come to its total, and vouched for by the
 * audit entry that issued it.
 */

/**
 * Row:
 * @number: of the newest invoice of the series seen so far
 * @date: its date
 */
typedef struct
{
  gint64   number;
  DeskDate date;
} Row;

static void
check_order (DeskCheck                *check,
             GHashTable               *rows,
             const DeskInvoiceRecord  *invoice)
{
  Row *row = g_hash_table_lookup (rows, invoice->series);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->date = invoice->business_date;
      g_hash_table_insert (rows, g_strdup (invoice->series), row);
    }
  if (invoice->number != row->number + 1)
    desk_check_find_wrong (check, "invoice", invoice->id, 0,
                           "invoice %s-%" G_GINT64_FORMAT " is missing", invoice->series,
                           row->number + 1);
  else if (invoice->business_date < row->date)
    desk_check_find_wrong (check, "invoice", invoice->id, 0,
                           "invoice %s-%" G_GINT64_FORMAT " is dated before the one before it",
                           invoice->series, invoice->number);
  row->number = invoice->number;
  row->date = invoice->business_date;
}

static gboolean
check_lines (DeskCheck                *check,
             const DeskInvoiceRecord  *invoice,
             const GArray             *ids,
             GError                  **error)
{
  gint64 total = 0;
  guint i;

  for (i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DeskPosting) line = desk_posting_table_get (check->db, id, error);

      if (line == NULL)
        return FALSE;
      if (line->folio_id != invoice->folio_id || line->window != invoice->window)
        desk_check_find_wrong (check, "invoice_line", id, line->line,
                               "line %d stands on invoice %s-%" G_GINT64_FORMAT
                               ", which is for another bill",
                               line->line, invoice->series, invoice->number);
      if (desk_posting_is_charge (line) &&
          !desk_amount_add (total, line->amount_minor, &total, error))
        return FALSE;
    }
  if (total != invoice->total_minor)
    desk_check_find_wrong (check, "invoice", invoice->id, 0,
                           "invoice %s-%" G_GINT64_FORMAT " says another total than its lines",
                           invoice->series, invoice->number);
  return TRUE;
}

/* An invoice that nobody issued was put there by hand. */
static gboolean
check_vouched (DeskCheck                *check,
               const DeskInvoiceRecord  *invoice,
               GError                  **error)
{
  g_autoptr (DeskFolioRecord) folio =
    desk_folio_table_get (check->db, invoice->folio_id, error);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *hex = desk_hash_to_string (invoice->digest);
  g_autofree char *issued = g_strdup_printf ("%d: - -> %s-%" G_GINT64_FORMAT " %s\n",
                                             invoice->window, invoice->series, invoice->number,
                                             hex);
  guint i;

  if (folio == NULL)
    return FALSE;
  entries = desk_audit_table_list_stay (check->db, folio->stay_id, error);
  if (entries == NULL)
    return FALSE;
  for (i = 0; i < entries->len; i++)
    {
      if (strstr (((DeskAuditRecord *) g_ptr_array_index (entries, i))->detail, issued) != NULL)
        return TRUE;
    }
  desk_check_find_wrong (check, "invoice", invoice->id, 0,
                         "no audit entry vouches for invoice %s-%" G_GINT64_FORMAT,
                         invoice->series, invoice->number);
  return TRUE;
}

static gboolean
check_invoice (DeskCheck                *check,
               const DeskInvoiceRecord  *invoice,
               GError                  **error)
{
  g_autoptr (GArray) ids = desk_invoice_table_list_lines (check->db, invoice->id, error);
  guint8 hash[DESK_HASH_SIZE];

  if (ids == NULL)
    return FALSE;
  desk_invoice_hash (invoice, ids, hash);
  if (memcmp (hash, invoice->digest, DESK_HASH_SIZE) != 0)
    desk_check_find_wrong (check, "invoice", invoice->id, 0,
                           "invoice %s-%" G_GINT64_FORMAT " is not as it was issued",
                           invoice->series, invoice->number);
  return check_lines (check, invoice, ids, error) && check_vouched (check, invoice, error);
}

/* Each series says itself how far it is. */
static gboolean
check_series (DeskCheck   *check,
              GHashTable  *rows,
              GError     **error)
{
  g_autoptr (GPtrArray) all = desk_invoice_table_list_series (check->db, error);
  guint i;

  if (all == NULL)
    return FALSE;
  for (i = 0; i < all->len; i++)
    {
      const DeskInvoiceSeries *series = g_ptr_array_index (all, i);
      const Row *row = g_hash_table_lookup (rows, series->name);
      g_autofree char *prefix = g_strdup_printf ("%s-", series->name);
      gint64 last = row != NULL ? row->number : 0;

      if (g_strcmp0 (series->prefix, prefix) != 0)
        desk_check_find_wrong (check, "invoice_series", 0, 0,
                               "the series %s was given another prefix", series->name);
      if (series->last_number != last || (row != NULL && series->last_date != row->date))
        desk_check_find_wrong (check, "invoice_series", 0, 0,
                               "the series %s says that it ends at %" G_GINT64_FORMAT
                               ", but its last invoice is %" G_GINT64_FORMAT,
                               series->name, series->last_number, last);
    }
  return TRUE;
}

/* Page by page; where a series ends is looked at in the moment that no invoice follows. */
gboolean
desk_check_invoices (DeskCheck  *check,
                     GError    **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 after = 0;

  while (check->verdict->ok)
    {
      g_auto (DeskTx) tx = { NULL };
      g_autoptr (GPtrArray) page = NULL;
      guint i;

      if (g_cancellable_set_error_if_cancelled (check->cancellable, error) ||
          !desk_tx_begin_read (&tx, check->db, error) ||
          !desk_invoice_table_page (check->db, after, PAGE, &page, error))
        return FALSE;
      if (page->len == 0)
        return check_series (check, rows, error);
      for (i = 0; i < page->len && check->verdict->ok; i++)
        {
          const DeskInvoiceRecord *invoice = g_ptr_array_index (page, i);

          check_order (check, rows, invoice);
          if (!check_invoice (check, invoice, error))
            return FALSE;
          after = invoice->id;
        }
    }
  return TRUE;
}

/**
 * desk_check_issued:
 * @check: a check under way
 * @entry_id: an audit entry
 * @issued: what it says it issued: "1: - -> INV-17 <digest>"
 * @error: return location for a #GError
 *
 * The invoice must be there, and be the one that was issued.
 *
 * Returns: %FALSE where it could not be read
 */
gboolean
desk_check_issued (DeskCheck   *check,
                   gint64       entry_id,
                   const char  *issued,
                   GError     **error)
{
  const char *arrow = strstr (issued, "-> ");
  g_auto (GStrv) words = g_strsplit (arrow != NULL ? arrow + 3 : "", " ", 2);
  char *dash = words[0] != NULL ? strrchr (words[0], '-') : NULL;
  g_autoptr (DeskInvoiceRecord) invoice = NULL;
  g_autofree char *hex = NULL;
  gint64 number;

  if (dash == NULL || words[1] == NULL)
    return TRUE;
  *dash = '\0';
  number = g_ascii_strtoll (dash + 1, NULL, 10);
  if (!desk_invoice_table_find (check->db, words[0], number, &invoice, error))
    return FALSE;
  if (invoice != NULL)
    hex = desk_hash_to_string (invoice->digest);
  if (invoice == NULL)
    desk_check_find_wrong (check, "invoice", entry_id, 0,
                           "invoice %s-%" G_GINT64_FORMAT " is missing", words[0], number);
  else if (!g_str_equal (hex, words[1]))
    desk_check_find_wrong (check, "invoice", invoice->id, 0,
                           "invoice %s-%" G_GINT64_FORMAT " is not the one that was issued",
                           words[0], number);
  return TRUE;
}
