/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-rack.h"
#include "desk-session.h"

G_BEGIN_DECLS

/* [DeskRack] */
void desk_read_rack (DeskSession         *session,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data);
/* [DeskRoomView] */
void desk_read_room (DeskSession         *session,
                     gint64               room_id,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data);

G_END_DECLS
