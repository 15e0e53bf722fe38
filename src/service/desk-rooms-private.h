/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-room-table.h"

G_BEGIN_DECLS

/**
 * DeskRooms:
 * @rooms: (element-type DeskRoomRecord): what it is about, in the order of the doors
 * @till: the day on which a room is back, or %DESK_DATE_NONE
 * @same: (element-type DeskRoomRecord): rooms that are so already
 *
 * A change of the status of rooms under way: all of them or none.
 */
typedef struct
{
  DeskHouse          *house;
  const DeskProperty *property;
  const DeskAction   *action;
  DeskPlan           *plan;
  DeskDate            business_date;
  DeskDate            till;
  const DeskReason   *reason;
  GPtrArray          *rooms;
  GPtrArray          *same;
} DeskRooms;

/* desk-rooms.c */
gboolean   desk_plan_rooms             (DeskHouse             *house,
                                        const DeskContext     *context,
                                        const DeskAction      *action,
                                        DeskPlan              *plan,
                                        GError               **error);
char      *desk_rooms_dup_numbers      (const GPtrArray       *rooms);

/* desk-rooms-service.c */
gboolean   desk_rooms_judge_service    (DeskRooms             *self,
                                        GError               **error);
gboolean   desk_rooms_plan_service     (DeskRooms             *self,
                                        const DeskRoomRecord  *room,
                                        GError               **error);
char      *desk_rooms_dup_service      (const DeskRoomRecord  *room);

/* desk-rooms-undo.c */
gboolean   desk_plan_undo_rooms        (DeskHouse             *house,
                                        const DeskContext     *context,
                                        const DeskAction      *action,
                                        DeskPlan              *plan,
                                        GError               **error);

/* desk-rooms-apply.c */
gboolean   desk_rooms_parse_service    (const char            *text,
                                        DeskRoomRecord        *room,
                                        GError               **error);
gboolean   desk_rooms_apply_effect     (DeskDb                *db,
                                        const DeskContext     *context,
                                        const DeskEffect      *effect,
                                        GError               **error);
gboolean   desk_rooms_record           (DeskDb                *db,
                                        const DeskPlan        *plan,
                                        gint64                 entry_id,
                                        GError               **error);

G_END_DECLS
