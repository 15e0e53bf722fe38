/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-property.h"
#include "desk-vat.h"

G_BEGIN_DECLS

/**
 * DeskVatRowView:
 *
 * One rate of a window's VAT table: net, VAT, gross.
 */
#define DESK_TYPE_VAT_ROW_VIEW (desk_vat_row_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskVatRowView, desk_vat_row_view, DESK, VAT_ROW_VIEW, GtkBox)

GtkWidget *desk_vat_row_view_new_heads (void);
GtkWidget *desk_vat_row_view_new       (const DeskVatRow   *row,
                                        const DeskProperty *property);

G_END_DECLS
