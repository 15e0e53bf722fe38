/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-adjust.h"
#include "desk-billing.h"
#include "desk-room-table.h"

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
gboolean desk_plan_move      (DeskBilling         *billing,
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
int      desk_person_parse_age (const char *description);
gboolean desk_apply_person    (DeskDb                  *db,
                               const DeskEffect        *effect,
                               GError                 **error);
gboolean desk_apply_case_open (DeskDb                  *db,
                               const DeskContext       *context,
                               const DeskEffect        *effect,
                               GError                 **error);

/**
 * DeskOff:
 * @folio: (element-type DeskPosting): all its lines
 * @windows: (element-type DeskWindowRecord): of the folio
 * @guest: name of the guest
 * @lines: (element-type gint): what the gesture is reckoned of
 * @base_minor: what is left of them
 * @amount_minor: what is given of it
 *
 * A gesture under way.
 */
typedef struct
{
  DeskBilling        *billing;
  const DeskAction   *action;
  DeskPlan           *plan;
  DeskAdjuster       *adjuster;
  const GPtrArray    *folio;
  GPtrArray          *windows;
  const char         *guest;
  const DeskReason   *reason;
  GArray             *lines;
  gint64              base_minor;
  gint64              amount_minor;
} DeskOff;

/* desk-off-base.c */
gboolean desk_off_choose_lines  (DeskOff  *self,
                                 GError  **error);
gboolean desk_off_tell_benefits (DeskOff  *self,
                                 GError  **error);

/* Of the refusals, the one that is kept on record, and as what. */
#define DESK_REFUSED_GUEST_CAUSE "guest-cause"
#define DESK_ENTRY_REFUSED "refused"

/* desk-off-reason.c: why something is put right or given. */
gboolean          desk_reason_is_error   (const DeskReason    *reason);
gboolean          desk_reason_is_gesture (const DeskReason    *reason);
gboolean          desk_find_reason       (DeskBilling         *billing,
                                          const DeskAction    *action,
                                          const DeskReason   **out,
                                          GError             **error);
const DeskReason *desk_first_reason      (const DeskProperty  *property,
                                          const char          *name);
DeskMessage      *desk_say_reasons       (const DeskProperty  *property,
                                          const char          *kind);
gboolean          desk_judge_cause       (const DeskContext   *context,
                                          const DeskReason    *reason,
                                          DeskPlan            *plan);
gboolean          desk_find_gesture      (DeskBilling         *billing,
                                          const DeskAction    *action,
                                          const DeskReason   **out,
                                          DeskPlan            *plan,
                                          GError             **error);

/* desk-fix-evidence.c */
gboolean desk_says_something (const char          *text);

/* Carries out a plan's effects and lines, in a write transaction that is open. */
gboolean desk_apply_plan     (DeskHouse           *house,
                              const DeskContext   *context,
                              DeskPlan            *plan,
                              GError             **error);

/* desk-soft-stop.c */
void         desk_soft_stop     (DeskPlan              *plan,
                                 const DeskAction      *action,
                                 gint64                 room_id,
                                 DeskMessage           *stop);
DeskMessage *desk_features_new  (const DeskProperty    *property,
                                 const char            *features);
int          desk_count_persons (const GPtrArray       *stays);
DeskMessage *desk_too_many_new  (const DeskProperty    *property,
                                 const DeskRoomRecord  *room,
                                 const GPtrArray       *stays);

char    *desk_billing_dup_guest_name (DeskBilling  *billing,
                                      GError      **error);

/* What tells it from another action that was sent with the same key. */
char    *desk_action_dup_print (const DeskAction *self);

/* What an action that was done before did. */
gboolean desk_action_recall  (DeskHouse           *house,
                              gint64               entry_id,
                              DeskPlan            *plan,
                              GError             **error);

/* What several verbs ask of an action. */
const DeskCode *desk_action_find_code    (const DeskAction  *action,
                                          DeskBilling       *billing,
                                          DeskCodeKind       kind,
                                          GError           **error);
gboolean        desk_action_check_window (const DeskAction  *action,
                                          GError           **error);

G_END_DECLS
