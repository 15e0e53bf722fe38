/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-night-item.h"

G_BEGIN_DECLS

/**
 * DeskNightLine:
 *
 * What tonight posts for one stay, and what is remarkable about it.
 */
#define DESK_TYPE_NIGHT_LINE (desk_night_line_get_type ())
G_DECLARE_FINAL_TYPE (DeskNightLine, desk_night_line, DESK, NIGHT_LINE, GtkBox)

G_END_DECLS
