/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-reads.h"

G_BEGIN_DECLS

/**
 * DeskPlanView:
 *
 * A plan before it is done: in one sentence, before and after, the lines that
 * will be posted, what to know, and why not. The line and the dialogs show it
 * in the same way.
 */
#define DESK_TYPE_PLAN_VIEW (desk_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskPlanView, desk_plan_view, DESK, PLAN_VIEW, GtkBox)

void        desk_plan_view_show         (DeskPlanView      *self,
                                         const DeskPlanned *planned);
void        desk_plan_view_set_peek     (DeskPlanView      *self,
                                         gboolean           peek);
const char *desk_plan_view_get_sentence (DeskPlanView      *self);

G_END_DECLS
