/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-property.h"
#include "desk-text-row.h"
#include "desk-vat.h"

G_BEGIN_DECLS

/**
 * DeskVatRowView:
 *
 * One rate of a window's VAT table: net, VAT, gross.
 */
#define DESK_TYPE_VAT_ROW_VIEW (desk_vat_row_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskVatRowView, desk_vat_row_view, DESK, VAT_ROW_VIEW, DeskTextRow)

void desk_vat_row_view_show_heads (DeskVatRowView     *self);
void desk_vat_row_view_show       (DeskVatRowView     *self,
                                   const DeskVatRow   *row,
                                   const DeskProperty *property);

G_END_DECLS
