/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-property.h"
#include "desk-views.h"

G_BEGIN_DECLS

/**
 * DeskStayItem:
 *
 * One stay in a list.
 */
#define DESK_TYPE_STAY_ITEM (desk_stay_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskStayItem, desk_stay_item, DESK, STAY_ITEM, GObject)

const DeskStayRow *desk_stay_item_get_row      (DeskStayItem *self);
DeskProperty      *desk_stay_item_get_property (DeskStayItem *self);
void               desk_stay_items_replace     (GListStore   *store,
                                                DeskProperty *property,
                                                GPtrArray    *rows);
void               desk_stay_items_append      (GListStore   *store,
                                                DeskProperty *property,
                                                GPtrArray    *rows,
                                                guint         n);
guint              desk_stay_items_find        (GListModel   *items,
                                                gint64        stay_id);

G_END_DECLS
