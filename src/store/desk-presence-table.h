/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskPresenceRecord:
 * @from_at: microseconds since 1970, UTC: since when they are in the room
 * @to_at: until when, 0: they still are
 *
 * Where a party is by the clock since it moved. Who never moved has no such row:
 * they are in the room of their night.
 */
typedef struct
{
  gint64 id;
  gint64 room_id;
  gint64 occupancy_id;
  gint64 from_at;
  gint64 to_at;
  gint64 version;
} DeskPresenceRecord;

void     desk_presence_record_free     (DeskPresenceRecord        *self);
gboolean desk_presence_table_insert    (DeskDb                    *db,
                                        const DeskPresenceRecord  *record,
                                        GError                   **error);
gboolean desk_presence_table_end       (DeskDb                    *db,
                                        DeskPresenceRecord        *record,
                                        gint64                     to_at,
                                        GError                   **error);
gboolean desk_presence_table_find_open (DeskDb                    *db,
                                        gint64                     occupancy_id,
                                        DeskPresenceRecord       **out,
                                        GError                   **error);
gboolean desk_presence_table_find_left (DeskDb                    *db,
                                        gint64                     room_id,
                                        DeskPresenceRecord       **out,
                                        GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPresenceRecord, desk_presence_record_free)

G_END_DECLS
