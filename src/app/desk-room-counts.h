/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-rack.h"

G_BEGIN_DECLS

/**
 * DeskRoomCounts:
 *
 * How many rooms are dirty, clean and so on. Each count is a button that shows only those.
 */
#define DESK_TYPE_ROOM_COUNTS (desk_room_counts_get_type ())
G_DECLARE_FINAL_TYPE (DeskRoomCounts, desk_room_counts, DESK, ROOM_COUNTS, GtkBox)

void  desk_room_counts_set_rack  (DeskRoomCounts *self,
                                  const DeskRack *rack);
void  desk_room_counts_set_state (DeskRoomCounts *self,
                                  const char     *state);
guint desk_room_counts_get       (DeskRoomCounts *self,
                                  const char     *state);

G_END_DECLS
