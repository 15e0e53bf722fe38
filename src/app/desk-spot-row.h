/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskSpotRow:
 *
 * Says what looks wrong on a bill and leads to the plan that puts it right, with `win.radar`.
 */
#define DESK_TYPE_SPOT_ROW (desk_spot_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskSpotRow, desk_spot_row, DESK, SPOT_ROW, GtkButton)

GtkWidget  *desk_spot_row_new      (const char  *text,
                                    int          number);
const char *desk_spot_row_get_text (DeskSpotRow *self);

G_END_DECLS
