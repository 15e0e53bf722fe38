/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-session.h"
#include "desk-stay-list.h"

G_BEGIN_DECLS

/**
 * DeskTodayPage:
 *
 * The page the shift lives on: who arrives, who is in the house, who leaves.
 */
#define DESK_TYPE_TODAY_PAGE (desk_today_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskTodayPage, desk_today_page, DESK, TODAY_PAGE, GtkBox)

GtkWidget    *desk_today_page_new            (DeskSession   *session);
gboolean      desk_today_page_is_loaded      (DeskTodayPage *self);
DeskStayList *desk_today_page_get_arrivals   (DeskTodayPage *self);
DeskStayList *desk_today_page_get_in_house   (DeskTodayPage *self);
DeskStayList *desk_today_page_get_departures (DeskTodayPage *self);

G_END_DECLS
