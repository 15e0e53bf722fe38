/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"

G_BEGIN_DECLS

/**
 * DeskMoveRoom:
 * @features: (nullable): what it has
 * @clean: dirty, clean, inspected or pickup
 * @upgrade_minor: what the move to it is worth at list prices, all nights together;
 *   0 where it is no better type
 * @why: why it stands where it stands
 *
 * A room that somebody could move to.
 */
typedef struct
{
  char        *number;
  char        *room_type;
  char        *floor;
  GStrv        features;
  char        *clean;
  gint64       upgrade_minor;
  DeskMessage *why;
} DeskMoveRoom;

void     desk_move_room_free  (DeskMoveRoom       *self);
gboolean desk_move_list_rooms (DeskHouse          *house,
                               const DeskContext  *context,
                               const DeskAction   *action,
                               GPtrArray         **rooms,
                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskMoveRoom, desk_move_room_free)

G_END_DECLS
