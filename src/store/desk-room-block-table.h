/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskRoomBlockRecord:
 * @from_night: the first night that nobody can have the room
 * @to_night: the first night that somebody can again
 * @reason: name of a reason, or ""
 *
 * A room taken out of sale for some nights, each of which is this block's in room_night.
 */
typedef struct
{
  gint64    id;
  gint64    room_id;
  DeskDate  from_night;
  DeskDate  to_night;
  char     *reason;
  gint64    made_at;
  char     *made_by;
  gint64    ended_at;
  gint64    version;
} DeskRoomBlockRecord;

void     desk_room_block_record_free     (DeskRoomBlockRecord        *self);
gboolean desk_room_block_table_insert    (DeskDb                     *db,
                                          const DeskRoomBlockRecord  *record,
                                          GError                    **error);
gboolean desk_room_block_table_find_open (DeskDb                     *db,
                                          gint64                      room_id,
                                          DeskRoomBlockRecord       **out,
                                          GError                    **error);
gboolean desk_room_block_table_end       (DeskDb                     *db,
                                          DeskRoomBlockRecord        *record,
                                          DeskDate                    from_night,
                                          gint64                      ended_at,
                                          GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRoomBlockRecord, desk_room_block_record_free)

G_END_DECLS
