/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskPlanRow:
 *
 * A line that a plan will post: what, and how much.
 */
#define DESK_TYPE_PLAN_ROW (desk_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskPlanRow, desk_plan_row, DESK, PLAN_ROW, GtkBox)

GtkWidget *desk_plan_row_new (const char *what,
                              const char *amount,
                              gboolean    under);

G_END_DECLS
