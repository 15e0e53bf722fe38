/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-rack.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskRoomPane:
 *
 * One room: what is known about it, whose its next nights are and what was done to it.
 */
#define DESK_TYPE_ROOM_PANE (desk_room_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskRoomPane, desk_room_pane, DESK, ROOM_PANE, GtkBox)

void        desk_room_pane_show       (DeskRoomPane        *self,
                                       const DeskRoomView  *view,
                                       const DeskProperty  *property);
const char *desk_room_pane_get_events (DeskRoomPane        *self);
const char *desk_room_pane_get_nights (DeskRoomPane        *self);

G_END_DECLS
