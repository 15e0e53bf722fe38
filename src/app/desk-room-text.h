/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-rack.h"

G_BEGIN_DECLS

/* What of a room fits in a cell of the rack; both (transfer full). */

char *desk_room_text_dup_family (const char        *name);
char *desk_room_text_dup_marks  (const DeskRackRow *row,
                                 DeskDate           day);

G_END_DECLS
