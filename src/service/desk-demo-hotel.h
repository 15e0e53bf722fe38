/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-demo-names.h"
#include "desk-demo-rooms.h"
#include "desk-demo-stay.h"

G_BEGIN_DECLS

/**
 * DeskDemoSpan:
 * @today: the day of the demo that is open; the bookings around the day they are taken
 *   from are shifted to it
 * @before: days before it that the hotel is full
 * @after: days after it that are booked
 *
 * How much of the real hotel the demo shows.
 */
typedef struct
{
  DeskDate today;
  int      before;
  int      after;
} DeskDemoSpan;

/**
 * DeskDemoHotel:
 *
 * The guests of the demo: a real city hotel's bookings around one real day.
 */
typedef struct _DeskDemoHotel DeskDemoHotel;

DeskDate       desk_demo_hotel_find_day   (DeskDate              asked);
DeskDemoHotel *desk_demo_hotel_new        (GBytes               *bookings,
                                           const DeskDemoNames  *names,
                                           const DeskDemoSpan   *span,
                                           GError              **error);
void           desk_demo_hotel_free       (DeskDemoHotel        *self);
DeskDate       desk_demo_hotel_get_first  (const DeskDemoHotel  *self);
gboolean       desk_demo_hotel_plan       (DeskDemoHotel        *self,
                                           const DeskProperty   *property,
                                           DeskDemoRooms        *rooms,
                                           DeskDemoDays         *days,
                                           GError              **error);
char          *desk_demo_hotel_dup_stays  (const DeskDemoHotel  *self,
                                           DeskDate              booked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDemoHotel, desk_demo_hotel_free)

G_END_DECLS
