/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskStartPage:
 *
 * Where there is no hotel to open: what happened, and what to do about it.
 */
#define DESK_TYPE_START_PAGE (desk_start_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskStartPage, desk_start_page, DESK, START_PAGE, GtkBox)

GtkWidget  *desk_start_page_new        (DeskSession   *session);
void        desk_start_page_show_error (DeskStartPage *self,
                                        const GError  *error);
const char *desk_start_page_get_title  (DeskStartPage *self);

G_END_DECLS
