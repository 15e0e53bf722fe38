/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-rack.h"
#include "desk-room-cell.h"

G_BEGIN_DECLS

/**
 * DeskRackView:
 *
 * The rooms floor by floor. One of them has the focus; others may be marked, and then what is
 * done is done to all that are.
 */
#define DESK_TYPE_RACK_VIEW (desk_rack_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskRackView, desk_rack_view, DESK, RACK_VIEW, GtkWidget)

/* Whether a room is to be shown. */
typedef gboolean (*DeskRackFilter) (const DeskRackRow *row,
                                    gpointer           data);

void               desk_rack_view_set_rack    (DeskRackView   *self,
                                               DeskRack       *rack);
guint              desk_rack_view_filter      (DeskRackView   *self,
                                               DeskRackFilter  filter,
                                               gpointer        data);
void               desk_rack_view_set_shown   (DeskRackView   *self,
                                               gint64          room_id);
DeskRack          *desk_rack_view_get_rack    (DeskRackView   *self);
const DeskRackRow *desk_rack_view_get_row     (DeskRackView   *self);
DeskRoomCell      *desk_rack_view_get_cell    (DeskRackView   *self,
                                               const char     *number);
GStrv              desk_rack_view_dup_chosen  (DeskRackView   *self);
guint              desk_rack_view_get_n_marked (DeskRackView  *self);
gboolean           desk_rack_view_choose      (DeskRackView   *self,
                                               const char     *number);
void               desk_rack_view_mark_all    (DeskRackView   *self);
void               desk_rack_view_unmark      (DeskRackView   *self);
void               desk_rack_view_toggle      (DeskRackView   *self);
void               desk_rack_view_move        (DeskRackView   *self,
                                               int             dx,
                                               int             dy,
                                               gboolean        extend);
void               desk_rack_view_pop_up      (DeskRackView   *self);

G_END_DECLS
