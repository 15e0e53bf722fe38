/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int      desk_room_number_compare  (const char *a,
                                    const char *b);
gboolean desk_room_number_is_range (const char *first,
                                    const char *last);
gboolean desk_room_number_in_range (const char *number,
                                    const char *first,
                                    const char *last);

G_END_DECLS
