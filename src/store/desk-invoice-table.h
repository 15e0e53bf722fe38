/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskInvoiceRecord:
 * @series: name of its row of numbers
 * @number: within the series, from 1 and without a gap
 * @kind: invoice, credit-note or advance
 * @window: which part of the folio it is for
 * @answers_id: of a credit note: the invoice it answers; otherwise 0
 * @issued_at: microseconds since 1970, UTC
 * @config: version of the set-up it was made under
 * @lang: language it was made in
 * @buyer_name: whose name is on it
 * @reference: (nullable): purchase order or the like
 * @total_minor: what was charged, payments apart
 * @content: lines and VAT table as they were issued
 * @digest: of everything before, made by who issues it
 *
 * An invoice: never changed, never deleted.
 */
typedef struct
{
  gint64    id;
  char     *series;
  gint64    number;
  char     *kind;
  gint64    folio_id;
  int       window;
  gint64    answers_id;
  DeskDate  business_date;
  gint64    issued_at;
  char     *issued_by;
  gint64    config;
  char     *lang;
  char     *buyer_name;
  char     *buyer_address;
  char     *buyer_tax_number;
  char     *reference;
  gint64    total_minor;
  char     *content;
  guint8    digest[32];
} DeskInvoiceRecord;

/* A row of numbers without gaps: the last one given, and when. */
typedef struct
{
  char     *name;
  char     *prefix;
  gint64    last_number;
  DeskDate  last_date;
} DeskInvoiceSeries;

void       desk_invoice_record_free         (DeskInvoiceRecord        *self);
void       desk_invoice_series_free         (DeskInvoiceSeries        *self);
gboolean   desk_invoice_table_take_number   (DeskDb                   *db,
                                             const char               *series,
                                             DeskDate                  date,
                                             gint64                   *number,
                                             GError                  **error);
gboolean   desk_invoice_table_insert        (DeskDb                   *db,
                                             const DeskInvoiceRecord  *record,
                                             GError                  **error);
gboolean   desk_invoice_table_insert_line   (DeskDb                   *db,
                                             gint64                    invoice_id,
                                             gint64                    posting_id,
                                             GError                  **error);
GPtrArray *desk_invoice_table_list_folio    (DeskDb                   *db,
                                             gint64                    folio_id,
                                             GError                  **error);
GArray    *desk_invoice_table_list_lines    (DeskDb                   *db,
                                             gint64                    invoice_id,
                                             GError                  **error);
gboolean   desk_invoice_table_find          (DeskDb                   *db,
                                             const char               *series,
                                             gint64                    number,
                                             DeskInvoiceRecord       **out,
                                             GError                  **error);
gboolean   desk_invoice_table_page          (DeskDb                   *db,
                                             gint64                    after_id,
                                             guint                     limit,
                                             GPtrArray               **out,
                                             GError                  **error);
GPtrArray *desk_invoice_table_list_series   (DeskDb                   *db,
                                             GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskInvoiceRecord, desk_invoice_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskInvoiceSeries, desk_invoice_series_free)

G_END_DECLS
