/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-sign-in.h"

G_BEGIN_DECLS

/**
 * DeskUserButton:
 *
 * A person who may sign in; chooses that person with `sign-in.choose`.
 */
#define DESK_TYPE_USER_BUTTON (desk_user_button_get_type ())
G_DECLARE_FINAL_TYPE (DeskUserButton, desk_user_button, DESK, USER_BUTTON, GtkButton)

GtkWidget  *desk_user_button_new       (const DeskUser *user);
const char *desk_user_button_get_login (DeskUserButton *self);
const char *desk_user_button_get_name  (DeskUserButton *self);

G_END_DECLS
