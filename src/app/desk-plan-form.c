/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-plan-form.h"

G_DEFINE_ABSTRACT_TYPE (DeskPlanForm, desk_plan_form, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
desk_plan_form_class_init (DeskPlanFormClass *klass)
{
  /**
   * DeskPlanForm::changed:
   *
   * Something else was typed or chosen: the plan is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_plan_form_init (DeskPlanForm *self)
{
}

void
desk_plan_form_set_up (DeskPlanForm     *self,
                       DeskBill         *bill,
                       const DeskAction *action)
{
  DESK_PLAN_FORM_GET_CLASS (self)->set_up (self, bill, action);
}

gboolean
desk_plan_form_fill (DeskPlanForm  *self,
                     DeskAction    *action,
                     GError       **error)
{
  return DESK_PLAN_FORM_GET_CLASS (self)->fill (self, action, error);
}

/* For forms: tells that something was typed. */
void
desk_plan_form_changed (DeskPlanForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
