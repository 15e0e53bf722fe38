/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bookings-file.h"
#include "desk-stays-file.h"

G_BEGIN_DECLS

DeskFileStay *desk_booking_to_stay      (const DeskBookingRow  *row,
                                         const DeskProperty    *property,
                                         DeskDate               business_date,
                                         GError               **error);
char         *desk_booking_dup_number   (const DeskBookingRow  *row);

G_END_DECLS
