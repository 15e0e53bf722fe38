/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-stay-table.h"

G_BEGIN_DECLS

/**
 * DeskStayList:
 * @DESK_STAY_LIST_ARRIVALS: booked, due today or before
 * @DESK_STAY_LIST_IN_HOUSE: in house, staying on
 * @DESK_STAY_LIST_DEPARTURES: in house, due out today or before
 */
typedef enum
{
  DESK_STAY_LIST_ARRIVALS,
  DESK_STAY_LIST_IN_HOUSE,
  DESK_STAY_LIST_DEPARTURES,
} DeskStayList;

/**
 * DeskStaySummary:
 * @room: (nullable): number of the room of the night asked about: before arrival the
 *   first night's, after departure the last one's
 * @room_id: its id, or 0
 * @room_type: (nullable): what that night is charged as
 * @room_clean: (nullable): of @room
 * @room_occupied: whether somebody is in @room now, whoever it is
 * @balance_minor: over all folios of the stay
 *
 * A stay as a list shows it, read in one query.
 */
typedef struct
{
  gint64    stay_id;
  gint64    guest_id;
  char     *confirmation;
  char     *guest_name;
  char     *guest_lang;
  char     *state;
  DeskDate  arrival;
  DeskDate  departure;
  int       adults;
  int       children;
  gint64    version;
  gint64    room_id;
  char     *room;
  char     *room_type;
  char     *room_clean;
  gboolean  room_occupied;
  gint64    balance_minor;
} DeskStaySummary;

void             desk_stay_summary_free           (DeskStaySummary       *self);
DeskStaySummary *desk_stay_summary_get            (DeskDb                *db,
                                                   gint64                 stay_id,
                                                   DeskDate               night,
                                                   GError               **error);
GPtrArray       *desk_stay_summary_list           (DeskDb                *db,
                                                   DeskStayList           list,
                                                   DeskDate               business_date,
                                                   GError               **error);
GPtrArray       *desk_stay_summary_list_guest     (DeskDb                *db,
                                                   gint64                 guest_id,
                                                   DeskDate               night,
                                                   guint                  limit,
                                                   GError               **error);
GPtrArray       *desk_stay_summary_list_room      (DeskDb                *db,
                                                   const char            *number,
                                                   DeskDate               night,
                                                   GError               **error);
GPtrArray       *desk_stay_summary_list_in_room   (DeskDb                *db,
                                                   const char            *number,
                                                   DeskDate               night,
                                                   GError               **error);
GPtrArray       *desk_stay_summary_list_reference (DeskDb                *db,
                                                   const char            *key_prefix,
                                                   DeskDate               night,
                                                   guint                  limit,
                                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStaySummary, desk_stay_summary_free)

G_END_DECLS
