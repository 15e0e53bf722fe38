/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-action.h"
#include "desk-bill.h"

G_BEGIN_DECLS

#define DESK_TYPE_PLAN_FORM (desk_plan_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskPlanForm, desk_plan_form, DESK, PLAN_FORM, GtkBox)

/**
 * DeskPlanFormClass:
 * @set_up: shows what @action says already
 * @fill: writes into @action what was typed; fails where that cannot be read
 *
 * The inputs of one kind of plan: what a check-in, a charge and a payment ask.
 */
struct _DeskPlanFormClass
{
  GtkBoxClass   parent_class;

  void       (*set_up) (DeskPlanForm      *self,
                        DeskBill          *bill,
                        const DeskAction  *action);
  gboolean   (*fill)   (DeskPlanForm      *self,
                        DeskAction        *action,
                        GError           **error);
};

void      desk_plan_form_set_up  (DeskPlanForm      *self,
                                  DeskBill          *bill,
                                  const DeskAction  *action);
gboolean  desk_plan_form_fill    (DeskPlanForm      *self,
                                  DeskAction        *action,
                                  GError           **error);
void      desk_plan_form_changed (DeskPlanForm      *self);

GtkWidget *desk_check_in_form_new (void);
GtkWidget *desk_post_form_new     (void);
GtkWidget *desk_pay_form_new      (void);

G_END_DECLS
