/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-property.h"

G_BEGIN_DECLS

/**
 * DeskStayList:
 *
 * A titled list of stays with their number. Enter or a click opens one.
 */
#define DESK_TYPE_STAY_LIST (desk_stay_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskStayList, desk_stay_list, DESK, STAY_LIST, GtkBox)

void        desk_stay_list_set_rows     (DeskStayList *self,
                                         DeskProperty *property,
                                         GPtrArray    *rows);
void        desk_stay_list_set_loading  (DeskStayList *self);
guint       desk_stay_list_get_n_items  (DeskStayList *self);
gint64      desk_stay_list_get_selected (DeskStayList *self);
void        desk_stay_list_activate     (DeskStayList *self,
                                         guint         position);

G_END_DECLS
