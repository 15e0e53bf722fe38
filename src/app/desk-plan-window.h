/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-action.h"
#include "desk-bill.h"
#include "desk-plan-form.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskPlanWindow:
 *
 * The one shape of everything that touches rooms and money: inputs above, the
 * plan they make below, and a button that does exactly that plan.
 */
#define DESK_TYPE_PLAN_WINDOW (desk_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskPlanWindow, desk_plan_window, DESK, PLAN_WINDOW, GtkWindow)

GtkWidget    *desk_plan_window_new          (GtkWindow        *parent,
                                             DeskSession      *session,
                                             DeskBill         *bill,
                                             const DeskAction *action);
gboolean      desk_plan_window_is_ready     (DeskPlanWindow   *self);
const char   *desk_plan_window_get_sentence (DeskPlanWindow   *self);

G_END_DECLS
