/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-invoice-table.h"

#include "desk-row.h"

#define TAKE_NUMBER \
  "INSERT INTO invoice_series (name, prefix, last_number, last_date) " \
  "VALUES ($1, $1 || '-', 1, $2) ON CONFLICT (name) DO UPDATE " \
  "SET last_number = invoice_series.last_number + 1, last_date = excluded.last_date " \
  "RETURNING last_number"
#define COLUMNS \
  "id, series, number, kind, folio_id, window_no, answers_id, business_date, issued_at, " \
  "issued_by, config, lang, buyer_name, buyer_address, buyer_tax_number, reference, " \
  "total_minor, content, digest"
#define INSERT_INVOICE \
  "INSERT INTO invoice (" COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, " \
  "$12, $13, $14, $15, $16, $17, $18, $19)"
#define INSERT_LINE "INSERT INTO invoice_line (posting_id, invoice_id) VALUES ($1, $2)"
#define SELECT_FOLIO "SELECT " COLUMNS " FROM invoice WHERE folio_id = $1 ORDER BY window_no, id"
#define SELECT_NUMBER "SELECT " COLUMNS " FROM invoice WHERE series = $1 AND number = $2"
#define SELECT_PAGE "SELECT " COLUMNS " FROM invoice WHERE id > $1 ORDER BY id LIMIT $2"
#define SELECT_LINES "SELECT posting_id FROM invoice_line WHERE invoice_id = $1 ORDER BY posting_id"
#define SELECT_SERIES \
  "SELECT name, prefix, last_number, last_date FROM invoice_series ORDER BY name"

/**
 * desk_invoice_record_free:
 * @self: (nullable): a record
 */
void
desk_invoice_record_free (DeskInvoiceRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->series);
  g_free (self->kind);
  g_free (self->issued_by);
  g_free (self->lang);
  g_free (self->buyer_name);
  g_free (self->buyer_address);
  g_free (self->buyer_tax_number);
  g_free (self->reference);
  g_free (self->content);
  g_free (self);
}

/**
 * desk_invoice_series_free:
 * @self: (nullable): a series
 */
void
desk_invoice_series_free (DeskInvoiceSeries *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->prefix);
  g_free (self);
}

static gpointer
read_invoice (DeskStmt *stmt)
{
  DeskInvoiceRecord *record = g_new0 (DeskInvoiceRecord, 1);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->series = desk_row_dup_text (stmt, 1);
  record->number = desk_stmt_get_int64 (stmt, 2);
  record->kind = desk_row_dup_text (stmt, 3);
  record->folio_id = desk_stmt_get_int64 (stmt, 4);
  record->window = (int) desk_stmt_get_int64 (stmt, 5);
  record->answers_id = desk_stmt_get_int64 (stmt, 6);
  record->business_date = desk_row_get_date (stmt, 7);
  record->issued_at = desk_stmt_get_int64 (stmt, 8);
  record->issued_by = desk_row_dup_text (stmt, 9);
  record->config = desk_stmt_get_int64 (stmt, 10);
  record->lang = desk_row_dup_text (stmt, 11);
  record->buyer_name = desk_row_dup_text (stmt, 12);
  record->buyer_address = desk_row_dup_text (stmt, 13);
  record->buyer_tax_number = desk_row_dup_text (stmt, 14);
  record->reference = desk_row_dup_text (stmt, 15);
  record->total_minor = desk_stmt_get_int64 (stmt, 16);
  record->content = desk_row_dup_text (stmt, 17);
  desk_row_get_hash (stmt, 18, record->digest);
  return record;
}

static gpointer
read_series (DeskStmt *stmt)
{
  DeskInvoiceSeries *series = g_new0 (DeskInvoiceSeries, 1);

  series->name = desk_row_dup_text (stmt, 0);
  series->prefix = desk_row_dup_text (stmt, 1);
  series->last_number = desk_stmt_get_int64 (stmt, 2);
  series->last_date = desk_row_get_date (stmt, 3);
  return series;
}

/**
 * desk_invoice_table_take_number:
 * @series: name of a row of numbers; made on first use
 * @date: the open business date; never before the series' last
 * @number: (out): the next number of the series
 *
 * Takes a number in the caller's transaction: where that is let go, the number is free again.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_invoice_table_take_number (DeskDb      *db,
                                const char  *series,
                                DeskDate     date,
                                gint64      *number,
                                GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, TAKE_NUMBER, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_stmt_bind_text (stmt, 1, series, error) ||
      !desk_row_bind_date (stmt, 2, date, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  *number = row ? desk_stmt_get_int64 (stmt, 0) : 0;
  return desk_stmt_step (stmt, &row, error);
}

/**
 * desk_invoice_table_insert:
 * @record: a new invoice, its id from the counter `invoice`, its number just taken
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_invoice_table_insert (DeskDb                   *db,
                           const DeskInvoiceRecord  *record,
                           GError                  **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_INVOICE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_stmt_bind_text (stmt, 2, record->series, error) &&
         desk_stmt_bind_int64 (stmt, 3, record->number, error) &&
         desk_stmt_bind_text (stmt, 4, record->kind, error) &&
         desk_stmt_bind_int64 (stmt, 5, record->folio_id, error) &&
         desk_stmt_bind_int64 (stmt, 6, record->window, error) &&
         desk_row_bind_id (stmt, 7, record->answers_id, error) &&
         desk_row_bind_date (stmt, 8, record->business_date, error) &&
         desk_stmt_bind_int64 (stmt, 9, record->issued_at, error) &&
         desk_stmt_bind_text (stmt, 10, record->issued_by, error) &&
         desk_stmt_bind_int64 (stmt, 11, record->config, error) &&
         desk_stmt_bind_text (stmt, 12, record->lang, error) &&
         desk_stmt_bind_text (stmt, 13, record->buyer_name, error) &&
         desk_stmt_bind_text (stmt, 14, record->buyer_address, error) &&
         desk_stmt_bind_text (stmt, 15, record->buyer_tax_number, error) &&
         desk_stmt_bind_text (stmt, 16, record->reference, error) &&
         desk_stmt_bind_int64 (stmt, 17, record->total_minor, error) &&
         desk_stmt_bind_text (stmt, 18, record->content, error) &&
         desk_row_bind_hash (stmt, 19, record->digest, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_invoice_table_insert_line:
 * @posting_id: a line that the invoice covers; a line stands on one invoice
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_invoice_table_insert_line (DeskDb  *db,
                                gint64   invoice_id,
                                gint64   posting_id,
                                GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_LINE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, posting_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, invoice_id, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_invoice_table_list_folio:
 *
 * Returns: (transfer full) (element-type DeskInvoiceRecord) (nullable): a folio's
 *   invoices, by window, or %NULL with @error set
 */
GPtrArray *
desk_invoice_table_list_folio (DeskDb  *db,
                               gint64   folio_id,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_FOLIO, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, folio_id, error))
    return NULL;
  return desk_row_list (stmt, read_invoice, (GDestroyNotify) desk_invoice_record_free, error);
}

/**
 * desk_invoice_table_list_lines:
 *
 * Returns: (transfer full) (element-type gint64) (nullable): ids of the lines an
 *   invoice covers, ascending, or %NULL with @error set
 */
GArray *
desk_invoice_table_list_lines (DeskDb  *db,
                               gint64   invoice_id,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_LINES, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, invoice_id, error))
    return NULL;
  for (;;)
    {
      gboolean row;
      gint64 id;

      if (!desk_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      id = desk_stmt_get_int64 (stmt, 0);
      g_array_append_val (ids, id);
    }
}

/**
 * desk_invoice_table_find:
 * @out: (out) (nullable): the invoice with that number, or %NULL
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_invoice_table_find (DeskDb             *db,
                         const char         *series,
                         gint64              number,
                         DeskInvoiceRecord **out,
                         GError            **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NUMBER, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, series, error) &&
         desk_stmt_bind_int64 (stmt, 2, number, error) &&
         desk_row_find (stmt, read_invoice, (gpointer *) out, error);
}

/**
 * desk_invoice_table_page:
 * @after_id: the last id of the page before, 0 for the first
 * @limit: at most so many
 * @out: (out) (transfer full) (element-type DeskInvoiceRecord): the page
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_invoice_table_page (DeskDb     *db,
                         gint64      after_id,
                         guint       limit,
                         GPtrArray **out,
                         GError    **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_PAGE, error);

  if (stmt == NULL || !desk_row_bind_page (stmt, after_id, limit, error))
    return FALSE;
  *out = desk_row_list (stmt, read_invoice, (GDestroyNotify) desk_invoice_record_free, error);
  return *out != NULL;
}

/**
 * desk_invoice_table_list_series:
 *
 * Returns: (transfer full) (element-type DeskInvoiceSeries) (nullable): every row of
 *   numbers, or %NULL with @error set
 */
GPtrArray *
desk_invoice_table_list_series (DeskDb  *db,
                                GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_SERIES, error);

  if (stmt == NULL)
    return NULL;
  return desk_row_list (stmt, read_series, (GDestroyNotify) desk_invoice_series_free, error);
}
