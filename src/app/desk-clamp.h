/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_CLAMP (desk_clamp_get_type ())
G_DECLARE_FINAL_TYPE (DeskClamp, desk_clamp, DESK, CLAMP, GtkWidget)

void desk_clamp_set_maximum (DeskClamp *self,
                             int        maximum);

G_END_DECLS
