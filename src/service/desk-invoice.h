/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-invoice-table.h"
#include "desk-posting.h"

G_BEGIN_DECLS

/* The row of numbers that invoices of stays take theirs from. */
#define DESK_INVOICE_SERIES "INV"

const char *desk_invoice_get_buyer  (const GPtrArray          *windows,
                                     int                       number,
                                     const char               *guest);
char       *desk_invoice_dup_number (const DeskInvoiceRecord  *invoice);
void        desk_invoice_hash       (const DeskInvoiceRecord  *invoice,
                                     const GArray             *postings,
                                     guint8                    out[32]);
gboolean    desk_invoice_issue      (DeskHouse                *house,
                                     const DeskContext        *context,
                                     gint64                    folio_id,
                                     int                       window,
                                     DeskInvoiceRecord       **out,
                                     GError                  **error);

G_END_DECLS
