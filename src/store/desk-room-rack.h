/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskRackList:
 * @DESK_RACK_INSIDE: who is behind the doors now
 * @DESK_RACK_DUE: who is to come today, or is late
 * @DESK_RACK_NEXT: for each room the party after the one that has tonight
 */
typedef enum
{
  DESK_RACK_INSIDE,
  DESK_RACK_DUE,
  DESK_RACK_NEXT,
} DeskRackList;

/**
 * DeskRackStay:
 * @room_id: where; 0: nowhere yet
 * @night: the night that brings them there; of those inside the last one slept or to be slept
 * @block: the night is blocked, nobody's
 *
 * A stay as the rack of rooms shows it.
 */
typedef struct
{
  gint64    room_id;
  DeskDate  night;
  gboolean  block;
  gint64    stay_id;
  gint64    occupancy_id;
  char     *confirmation;
  char     *guest_name;
  DeskDate  arrival;
  DeskDate  departure;
} DeskRackStay;

void       desk_rack_stay_free        (DeskRackStay  *self);
GPtrArray *desk_rack_stay_list        (DeskDb        *db,
                                       DeskRackList   list,
                                       DeskDate       day,
                                       GError       **error);
GPtrArray *desk_rack_stay_list_nights (DeskDb        *db,
                                       gint64         room_id,
                                       DeskDate       from,
                                       DeskDate       to,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRackStay, desk_rack_stay_free)

G_END_DECLS
