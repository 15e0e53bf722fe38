/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-rack-view.h"
#include "desk-room-counts.h"
#include "desk-room-pane.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskRoomsPage:
 *
 * Every room of the house, and what housekeeping says of it. What is said here is planned,
 * done and told like a line; it can be taken back.
 */
#define DESK_TYPE_ROOMS_PAGE (desk_rooms_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskRoomsPage, desk_rooms_page, DESK, ROOMS_PAGE, GtkBox)

GtkWidget      *desk_rooms_page_new        (DeskSession   *session);
DeskRackView   *desk_rooms_page_get_rack   (DeskRoomsPage *self);
DeskRoomCounts *desk_rooms_page_get_counts (DeskRoomsPage *self);
DeskRoomPane   *desk_rooms_page_get_pane   (DeskRoomsPage *self);
guint           desk_rooms_page_get_n_shown (DeskRoomsPage *self);
void            desk_rooms_page_search     (DeskRoomsPage *self,
                                            const char    *text);

G_END_DECLS
