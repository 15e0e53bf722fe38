/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-property.h"
#include "desk-radar.h"
#include "desk-views.h"

G_BEGIN_DECLS

/**
 * DeskBill:
 *
 * A stay and its folio as they were read together. Never changes, so any thread
 * may look at it.
 */
#define DESK_TYPE_BILL (desk_bill_get_type ())
G_DECLARE_FINAL_TYPE (DeskBill, desk_bill, DESK, BILL, GObject)

DeskBill            *desk_bill_new          (DeskProperty       *property,
                                             DeskStayView       *stay,
                                             DeskFolioView      *folio,
                                             GPtrArray          *spots);
DeskProperty        *desk_bill_get_property (DeskBill           *self);
const DeskStayView  *desk_bill_get_stay     (DeskBill           *self);
const DeskFolioView *desk_bill_get_folio    (DeskBill           *self);
const DeskStayRow   *desk_bill_get_row      (DeskBill           *self);
const GPtrArray     *desk_bill_get_spots    (DeskBill           *self);
int                  desk_bill_get_newest   (DeskBill           *self);
guint                desk_bill_get_depth    (DeskBill           *self,
                                             const DeskPosting  *posting);

/**
 * DeskLineItem:
 *
 * One line of a #DeskBill, for a list.
 */
#define DESK_TYPE_LINE_ITEM (desk_line_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskLineItem, desk_line_item, DESK, LINE_ITEM, GObject)

const DeskPosting   *desk_line_item_get_posting (DeskLineItem   *self);
DeskBill            *desk_line_item_get_bill    (DeskLineItem   *self);
GListModel          *desk_bill_new_lines        (DeskBill       *self,
                                                 int             window);

G_END_DECLS
