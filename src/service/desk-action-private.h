/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-billing.h"

G_BEGIN_DECLS

/* Each verb plans in a file of its own, in a transaction that is open already.
 * A rule that says no is put into the plan; an error means that there is none. */
gboolean desk_plan_check_in  (DeskBilling         *billing,
                              const DeskContext   *context,
                              const DeskAction    *action,
                              DeskPlan            *plan,
                              GError             **error);
gboolean desk_plan_post      (DeskBilling         *billing,
                              const DeskContext   *context,
                              const DeskAction    *action,
                              DeskPlan            *plan,
                              GError             **error);
gboolean desk_plan_pay       (DeskBilling         *billing,
                              const DeskContext   *context,
                              const DeskAction    *action,
                              DeskPlan            *plan,
                              GError             **error);

gboolean desk_plan_fix       (DeskBilling         *billing,
                              const DeskContext   *context,
                              const DeskAction    *action,
                              DeskPlan            *plan,
                              GError             **error);
gboolean desk_plan_off       (DeskBilling         *billing,
                              const DeskContext   *context,
                              const DeskAction    *action,
                              DeskPlan            *plan,
                              GError             **error);
gboolean desk_plan_rate      (DeskBilling         *billing,
                              const DeskContext   *context,
                              const DeskAction    *action,
                              DeskPlan            *plan,
                              GError             **error);
gboolean desk_plan_out       (DeskBilling         *billing,
                              const DeskContext   *context,
                              const DeskAction    *action,
                              DeskPlan            *plan,
                              GError             **error);
gboolean desk_plan_undo      (DeskBilling         *billing,
                              const DeskContext   *context,
                              const DeskAction    *action,
                              DeskPlan            *plan,
                              GError             **error);

/* desk-apply-giving.c */
char    *desk_person_describe (const DeskPersonRecord  *person);
gboolean desk_apply_person    (DeskDb                  *db,
                               const DeskEffect        *effect,
                               GError                 **error);
gboolean desk_apply_case_open (DeskDb                  *db,
                               const DeskContext       *context,
                               const DeskEffect        *effect,
                               GError                 **error);
/* Carries out a plan's effects and lines, in a write transaction that is open. */
gboolean desk_apply_plan     (DeskHouse           *house,
                              const DeskContext   *context,
                              DeskPlan            *plan,
                              GError             **error);

char    *desk_billing_dup_guest_name (DeskBilling  *billing,
                                      GError      **error);

/* What several verbs ask of an action. */
const DeskCode *desk_action_find_code    (const DeskAction  *action,
                                          DeskBilling       *billing,
                                          DeskCodeKind       kind,
                                          GError           **error);
gboolean        desk_action_check_window (const DeskAction  *action,
                                          GError           **error);

G_END_DECLS
