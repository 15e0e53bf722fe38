/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-bill.h"

G_BEGIN_DECLS

/**
 * DeskStayHeader:
 *
 * Who it is about and where: guest, room, dates, what was agreed, who comes next
 * into the room, and the strip of nights.
 */
#define DESK_TYPE_STAY_HEADER (desk_stay_header_get_type ())
G_DECLARE_FINAL_TYPE (DeskStayHeader, desk_stay_header, DESK, STAY_HEADER, GtkBox)

void desk_stay_header_set_bill (DeskStayHeader *self,
                                DeskBill       *bill,
                                DeskDate        business_date);

G_END_DECLS
