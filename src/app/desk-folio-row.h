/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bill.h"
#include "desk-text-row.h"

G_BEGIN_DECLS

/**
 * DeskFolioRow:
 *
 * A line of a bill: its number, day, what it is, room and amount. A tax stands
 * indented under what it is due on.
 */
#define DESK_TYPE_FOLIO_ROW (desk_folio_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskFolioRow, desk_folio_row, DESK, FOLIO_ROW, DeskTextRow)

void          desk_folio_row_show     (DeskTextRow  *row,
                                       gpointer      item);
DeskLineItem *desk_folio_row_get_item (DeskFolioRow *self);

G_END_DECLS
