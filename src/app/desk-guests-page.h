/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-guest-history.h"
#include "desk-session.h"
#include "desk-stay-list.h"

G_BEGIN_DECLS

/**
 * DeskGuestsPage:
 *
 * Everybody whose name, room or number fits, with room for more than the line
 * shows under itself, and beside them the guest who is selected, with all stays.
 */
#define DESK_TYPE_GUESTS_PAGE (desk_guests_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskGuestsPage, desk_guests_page, DESK, GUESTS_PAGE, GtkBox)

GtkWidget    *desk_guests_page_new      (DeskSession    *session);
void          desk_guests_page_search   (DeskGuestsPage *self,
                                         const char     *text);
gboolean      desk_guests_page_is_answered (DeskGuestsPage *self);
DeskStayList *desk_guests_page_get_list (DeskGuestsPage *self);
DeskGuestHistory *desk_guests_page_get_history (DeskGuestsPage *self);

G_END_DECLS
