/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-trouble.h"

G_BEGIN_DECLS

/**
 * DeskStatus:
 *
 * What was just done, or what went wrong, under the line. A result goes by
 * itself; trouble stays until it was read.
 */
#define DESK_TYPE_STATUS (desk_status_get_type ())
G_DECLARE_FINAL_TYPE (DeskStatus, desk_status, DESK, STATUS, GtkBox)

void        desk_status_tell         (DeskStatus        *self,
                                      const char        *text);
void        desk_status_tell_trouble (DeskStatus        *self,
                                      const DeskTrouble *trouble);
void        desk_status_hide         (DeskStatus        *self);
const char *desk_status_get_text     (DeskStatus        *self);

G_END_DECLS
