/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-rack.h"

G_BEGIN_DECLS

/* How a room of the rack is said, in the window's language; all (transfer full). */

char *desk_room_text_dup_family  (const char        *name);
char *desk_room_text_dup_service (const DeskRackRow *row);
char *desk_room_text_dup_marks   (const DeskRackRow *row,
                                  DeskDate           day);
char *desk_room_text_dup_facts   (const DeskRackRow *row,
                                  DeskDate           day,
                                  const char        *separator);

G_END_DECLS
