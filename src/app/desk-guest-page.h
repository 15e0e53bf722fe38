/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-reads.h"

G_BEGIN_DECLS

/**
 * DeskGuestPage:
 *
 * What the guest is shown, the whole window large: what is explained, in one
 * sentence and as arithmetic, in the guest's language. Never a room number, a
 * note, or a name of the staff.
 */
#define DESK_TYPE_GUEST_PAGE (desk_guest_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskGuestPage, desk_guest_page, DESK, GUEST_PAGE, GtkBox)

GtkWidget  *desk_guest_page_new          (DeskSession        *session);
void        desk_guest_page_show         (DeskGuestPage      *self,
                                          DeskBill           *bill,
                                          const DeskQuestion *question,
                                          const char         *title);
const char *desk_guest_page_get_sentence (DeskGuestPage      *self);

G_END_DECLS
