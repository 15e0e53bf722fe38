/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-action.h"
#include "desk-bill.h"
#include "desk-choice.h"
#include "desk-field.h"
#include "desk-session.h"

G_BEGIN_DECLS

#define DESK_TYPE_PLAN_FORM (desk_plan_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskPlanForm, desk_plan_form, DESK, PLAN_FORM, GtkBox)

/**
 * DeskPlanFormClass:
 * @set_up: shows what @action says already
 * @fill: writes into @action what was typed; fails where that cannot be read, without an
 *   error where something is missing yet
 * @planned: (nullable): @action was planned; what else follows from it may be read
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
  void       (*planned) (DeskPlanForm      *self,
                         DeskSession       *session,
                         const DeskAction  *action);
};

void      desk_plan_form_set_up  (DeskPlanForm      *self,
                                  DeskBill          *bill,
                                  const DeskAction  *action);
gboolean  desk_plan_form_fill    (DeskPlanForm      *self,
                                  DeskAction        *action,
                                  GError           **error);
void      desk_plan_form_planned (DeskPlanForm      *self,
                                  DeskSession       *session,
                                  const DeskAction  *action);

/* For forms. */
void      desk_plan_form_changed (DeskPlanForm      *self);
char     *desk_plan_form_print_lines (const GArray  *lines);
void      desk_plan_form_take_reason (DeskAction    *action,
                                      DeskChoice    *reason,
                                      DeskField     *text);

GtkWidget *desk_check_in_form_new (void);
GtkWidget *desk_post_form_new     (void);
GtkWidget *desk_pay_form_new      (void);
GtkWidget *desk_fix_form_new      (void);
GtkWidget *desk_off_form_new      (void);
GtkWidget *desk_rate_form_new     (void);
GtkWidget *desk_move_form_new     (void);
GtkWidget *desk_out_form_new      (void);

G_END_DECLS
