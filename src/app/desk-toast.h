/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-trouble.h"

G_BEGIN_DECLS

/**
 * DeskToast:
 *
 * What was just done, or what went wrong, under the line. A result goes by
 * itself; trouble stays until it was read.
 */
#define DESK_TYPE_TOAST (desk_toast_get_type ())
G_DECLARE_FINAL_TYPE (DeskToast, desk_toast, DESK, TOAST, GtkBox)

void        desk_toast_tell         (DeskToast         *self,
                                     const char        *text);
void        desk_toast_tell_done    (DeskToast         *self,
                                     const char        *text);
void        desk_toast_tell_trouble (DeskToast         *self,
                                     const DeskTrouble *trouble);
void        desk_toast_hide         (DeskToast         *self);
const char *desk_toast_get_text     (DeskToast         *self);

G_END_DECLS
