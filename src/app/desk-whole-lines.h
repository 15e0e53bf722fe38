/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_WHOLE_LINES (desk_whole_lines_get_type ())
G_DECLARE_FINAL_TYPE (DeskWholeLines, desk_whole_lines, DESK, WHOLE_LINES, GtkWidget)

void desk_whole_lines_get_seen (DeskWholeLines *self,
                                float          *top,
                                float          *bottom);

G_END_DECLS
