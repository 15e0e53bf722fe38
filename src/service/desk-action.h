/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-plan.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_VERB_CHECK_IN,
  DESK_VERB_POST,
  DESK_VERB_PAY,
} DeskVerb;

/**
 * DeskAction:
 * @stay_id: whose
 * @room: (nullable): check-in: another room than the one assigned
 * @code: post: the article; pay: the tender
 * @quantity: post: 1 or more
 * @has_unit: post: whether @unit_minor is given; otherwise the code's price
 * @window: 1 to 8
 * @check: (nullable): post: number of the check
 * @all: pay: the whole balance of the window, instead of @amount_minor
 * @override_reason: (nullable): why a soft stop is all right
 * @text: (nullable): a note
 *
 * What somebody wants done, before it is a plan.
 */
typedef struct
{
  DeskVerb  verb;
  gint64    stay_id;
  char     *room;
  char     *code;
  gint64    quantity;
  gboolean  has_unit;
  gint64    unit_minor;
  int       window;
  char     *check;
  gboolean  all;
  gint64    amount_minor;
  char     *override_reason;
  char     *text;
} DeskAction;

/* What was done: @plan as it was executed; lines have their numbers. */
typedef struct
{
  DeskPlan *plan;
  gint64    entry_id;       /* audit entry */
  gboolean  repeated;       /* the key was known: nothing was done again */
} DeskOutcome;

DeskAction  *desk_action_new      (DeskVerb             verb,
                                   gint64               stay_id);
DeskAction  *desk_action_copy     (const DeskAction    *self);
void         desk_action_free     (DeskAction          *self);
DeskPlan    *desk_action_plan     (DeskHouse           *house,
                                   const DeskContext   *context,
                                   const DeskAction    *action,
                                   GError             **error);
DeskOutcome *desk_action_do       (DeskHouse           *house,
                                   const DeskContext   *context,
                                   const DeskAction    *action,
                                   const char          *digest,
                                   const char          *key,
                                   GError             **error);
void         desk_outcome_free    (DeskOutcome         *self);
char        *desk_action_new_key  (const DeskContext   *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAction, desk_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOutcome, desk_outcome_free)

G_END_DECLS
