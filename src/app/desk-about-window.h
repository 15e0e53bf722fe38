/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskAboutWindow:
 *
 * What this program is, under which terms, and whose work the demo hotel shows. The toolkit
 * has such a window, but not in all our languages.
 */
#define DESK_TYPE_ABOUT_WINDOW (desk_about_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskAboutWindow, desk_about_window, DESK, ABOUT_WINDOW, GtkWindow)

GtkWidget  *desk_about_window_new         (GtkWindow       *parent);
const char *desk_about_window_get_version (DeskAboutWindow *self);

G_END_DECLS
