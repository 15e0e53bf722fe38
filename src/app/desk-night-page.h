/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-night-item.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskNightPage:
 *
 * What tonight will post, what differs, closing the day, and the proof that the
 * ledger is as it was written.
 */
#define DESK_TYPE_NIGHT_PAGE (desk_night_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskNightPage, desk_night_page, DESK, NIGHT_PAGE, GtkBox)

GtkWidget  *desk_night_page_new         (DeskSession   *session);
DeskNightPlan  *desk_night_page_get_night   (DeskNightPage *self);
gboolean    desk_night_page_is_busy     (DeskNightPage *self);
const char *desk_night_page_get_verdict (DeskNightPage *self);

G_END_DECLS
