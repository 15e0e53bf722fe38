/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-context.h"
#include "desk-house.h"

G_BEGIN_DECLS

/* What making a house and changing its set-up share. All run inside the
 * caller's write transaction. */

gboolean desk_set_up_write_config (DeskDb               *db,
                                   const DeskContext    *context,
                                   gint64                id,
                                   const DeskProperty   *property,
                                   GError              **error);
gboolean desk_set_up_write_room   (DeskDb               *db,
                                   const DeskRoomSpec   *spec,
                                   GError              **error);
gboolean desk_set_up_write_user   (DeskDb               *db,
                                   const DeskUserSpec   *spec,
                                   const char           *pin_hash,
                                   GError              **error);
char    *desk_set_up_dup_features (const DeskRoomSpec   *spec);
gboolean desk_set_up_append_entry (DeskHouse            *house,
                                   const DeskContext    *context,
                                   const char           *verb,
                                   GError              **error);

G_END_DECLS
