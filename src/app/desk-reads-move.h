/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-move.h"
#include "desk-reads.h"

G_BEGIN_DECLS

/* What the window reads of the rooms that somebody could move to. */

/* [GPtrArray of DeskMoveRoom], the best first */
void desk_read_move_rooms (DeskSession         *session,
                           const DeskAction    *action,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
/* [DeskPlanned] of the same move to another room that fits, @step further down */
void desk_read_move_step  (DeskSession         *session,
                           const DeskAction    *action,
                           int                  step,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

G_END_DECLS
