/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-guest-view.h"
#include "desk-stay-list.h"

G_BEGIN_DECLS

/**
 * DeskGuestHistory:
 *
 * A guest beside the list: how to reach them and all their stays. What was put right
 * or given is not for the guest's eyes and shows only while a key is held.
 */
#define DESK_TYPE_GUEST_HISTORY (desk_guest_history_get_type ())
G_DECLARE_FINAL_TYPE (DeskGuestHistory, desk_guest_history, DESK, GUEST_HISTORY, GtkBox)

void          desk_guest_history_show      (DeskGuestHistory *self,
                                            DeskGuestView    *view,
                                            DeskProperty     *property);
void          desk_guest_history_set_peek  (DeskGuestHistory *self,
                                            gboolean          peek);
DeskStayList *desk_guest_history_get_stays (DeskGuestHistory *self);
const char   *desk_guest_history_get_given (DeskGuestHistory *self);

G_END_DECLS
