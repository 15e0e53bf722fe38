/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskSignInPage:
 *
 * Who is at the desk: names as large buttons, a PIN pad, and any key types.
 */
#define DESK_TYPE_SIGN_IN_PAGE (desk_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSignInPage, desk_sign_in_page, DESK, SIGN_IN_PAGE, GtkBox)

GtkWidget  *desk_sign_in_page_new         (DeskSession    *session);
void        desk_sign_in_page_choose      (DeskSignInPage *self,
                                           const char     *login);
guint       desk_sign_in_page_get_n_users (DeskSignInPage *self);
const char *desk_sign_in_page_get_message (DeskSignInPage *self);

G_END_DECLS
