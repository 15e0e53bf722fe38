/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-guest-table.h"
#include "desk-invoice.h"
#include "desk-stay-table.h"

G_BEGIN_DECLS

/**
 * DeskInvoiceSource:
 * @folio: (element-type DeskPosting): every line there is
 * @lines: (element-type DeskPosting) (transfer none): of these, what the invoice covers
 *
 * What an invoice is made from.
 */
typedef struct
{
  DeskHouse       *house;
  DeskStayRecord  *stay;
  DeskGuestRecord *guest;
  GPtrArray       *folio;
  GPtrArray       *lines;
} DeskInvoiceSource;

void  desk_invoice_source_clear (DeskInvoiceSource        *self);
char *desk_invoice_make_content (const DeskInvoiceSource  *source,
                                 const DeskInvoiceRecord  *invoice,
                                 GError                  **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskInvoiceSource, desk_invoice_source_clear)

G_END_DECLS
