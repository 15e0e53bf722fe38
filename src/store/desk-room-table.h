/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskRoomRecord:
 * @features: words of the property file joined by `;`, "" where there are none
 * @clean: dirty, clean, inspected or pickup
 * @service: in, oos (out of service) or ooo (out of order)
 * @service_till: day on which it is back, or %DESK_DATE_NONE: nobody knows
 * @service_reason: (nullable): why
 * @occupied: as the desk knows
 * @hk_occupied: as housekeeping saw: 1, 0, or -1 where nobody looked
 * @rush: housekeeping is asked to do it next
 * @retired: no longer a room of this house
 * @version: grows with each change
 */
typedef struct
{
  gint64    id;
  char     *number;
  char     *room_type;
  char     *floor;
  char     *features;
  char     *clean;
  char     *service;
  DeskDate  service_till;
  char     *service_reason;
  gboolean  occupied;
  int       hk_occupied;
  gboolean  rush;
  gboolean  retired;
  gint64    version;
} DeskRoomRecord;

void            desk_room_record_free         (DeskRoomRecord        *self);
gboolean        desk_room_table_insert        (DeskDb                *db,
                                               const DeskRoomRecord  *record,
                                               GError               **error);
gboolean        desk_room_table_update        (DeskDb                *db,
                                               DeskRoomRecord        *record,
                                               GError               **error);
gboolean        desk_room_table_soil_occupied (DeskDb                *db,
                                               GError               **error);
gboolean        desk_room_table_begin_day     (DeskDb                *db,
                                               DeskDate               day,
                                               GError               **error);
DeskRoomRecord *desk_room_table_get           (DeskDb                *db,
                                               gint64                 id,
                                               GError               **error);
gboolean        desk_room_table_find          (DeskDb                *db,
                                               const char            *number,
                                               DeskRoomRecord       **out,
                                               GError               **error);
GPtrArray      *desk_room_table_list          (DeskDb                *db,
                                               GError               **error);
GPtrArray      *desk_room_table_list_rush     (DeskDb                *db,
                                               GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRoomRecord, desk_room_record_free)

G_END_DECLS
