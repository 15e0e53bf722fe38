/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-test-house.h"

G_BEGIN_DECLS

/**
 * SECTION: A busy small hotel
 *
 * Twenty-four rooms of three types, and each day four parties of one to three
 * persons for one to four nights, each in a room of its own. Stays are numbered
 * from 1 by their day: on the day d, counted from 0, arrive the stays 4 d + 1 to
 * 4 d + 4. Levy, two VAT rates, cash in coins and the limits of every role.
 */

#define DESK_TEST_HOTEL_ROOMS 24
#define DESK_TEST_HOTEL_ARRIVALS 4
#define DESK_TEST_HOTEL_NIGHTS 4

DeskTestHouse *desk_test_hotel_new          (guint  n_days);
DeskDate       desk_test_hotel_get_day      (guint  day);
guint          desk_test_hotel_get_n_nights (guint  index);
char          *desk_test_hotel_dup_room     (guint  index);

G_END_DECLS
