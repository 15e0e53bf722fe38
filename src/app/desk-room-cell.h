/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-rack.h"

G_BEGIN_DECLS

/**
 * DeskRoomCell:
 *
 * A room in the rack: letter and colour of how clean it is, number, marks for who comes and
 * goes, and who is in it. Its words for a screen reader say all of that.
 */
#define DESK_TYPE_ROOM_CELL (desk_room_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskRoomCell, desk_room_cell, DESK, ROOM_CELL, GtkWidget)

GtkWidget         *desk_room_cell_new        (void);
void               desk_room_cell_set_row    (DeskRoomCell      *self,
                                              const DeskRackRow *row,
                                              DeskDate           day);
const DeskRackRow *desk_room_cell_get_row    (DeskRoomCell      *self);
gboolean           desk_room_cell_get_marked (DeskRoomCell      *self);
void               desk_room_cell_set_marked (DeskRoomCell      *self,
                                              gboolean           marked);
void               desk_room_cell_set_shown  (DeskRoomCell      *self,
                                              gboolean           shown);

G_END_DECLS
