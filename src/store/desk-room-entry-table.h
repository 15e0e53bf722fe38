/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-audit-table.h"

G_BEGIN_DECLS

/* Which entries of the audit are about a room (table room_entry). */

gboolean   desk_room_entry_table_insert      (DeskDb      *db,
                                              gint64       room_id,
                                              gint64       entry_id,
                                              GError     **error);
GPtrArray *desk_room_entry_table_list        (DeskDb      *db,
                                              gint64       room_id,
                                              gint64       after_id,
                                              guint        limit,
                                              GError     **error);
gboolean   desk_room_entry_table_find_newest (DeskDb      *db,
                                              const char  *made_by,
                                              DeskDate     day,
                                              gint64      *entry_id,
                                              GError     **error);

G_END_DECLS
