/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskImportWindow:
 *
 * Reads a file of stays or bookings twice: first to say what would come in and what is
 * wrong with it, then, when somebody says so, to do it. Either can be stopped. What did
 * not come in is listed with its reason, and the list can be saved.
 */
#define DESK_TYPE_IMPORT_WINDOW (desk_import_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportWindow, desk_import_window, DESK, IMPORT_WINDOW, GtkWindow)

GtkWidget  *desk_import_window_new          (DeskSession      *session,
                                             const char       *path);
const char *desk_import_window_get_summary  (DeskImportWindow *self);
guint       desk_import_window_get_n_errors (DeskImportWindow *self);
gboolean    desk_import_window_is_busy      (DeskImportWindow *self);
void        desk_import_window_save         (DeskImportWindow *self,
                                             GFile            *file);

G_END_DECLS
