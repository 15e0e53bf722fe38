/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskApp:
 *
 * The console as a program: its options, its settings, its one window.
 */
#define DESK_TYPE_APP (desk_app_get_type ())
G_DECLARE_FINAL_TYPE (DeskApp, desk_app, DESK, APP, GtkApplication)

DeskApp     *desk_app_new           (void);
void         desk_app_set_path      (DeskApp    *self,
                                     const char *path);
void         desk_app_set_language  (DeskApp    *self,
                                     const char *lang);
DeskSession *desk_app_get_session   (DeskApp    *self);
GtkWidget   *desk_app_get_window    (DeskApp    *self);
gboolean     desk_app_wants_restart (DeskApp    *self);
GSettings   *desk_app_get_settings  (void);

G_END_DECLS
