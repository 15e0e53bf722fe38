/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-bill.h"

G_BEGIN_DECLS

/**
 * DeskFolioPane:
 *
 * The bill of a stay, window by window, with the VAT of the window that is
 * shown.
 */
#define DESK_TYPE_FOLIO_PANE (desk_folio_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskFolioPane, desk_folio_pane, DESK, FOLIO_PANE, GtkBox)

void  desk_folio_pane_set_bill      (DeskFolioPane *self,
                                     DeskBill      *bill);
void  desk_folio_pane_select_line   (DeskFolioPane *self,
                                     int            line);
int   desk_folio_pane_get_line      (DeskFolioPane *self);
int   desk_folio_pane_get_window    (DeskFolioPane *self);
void  desk_folio_pane_focus_line    (DeskFolioPane *self);

G_END_DECLS
