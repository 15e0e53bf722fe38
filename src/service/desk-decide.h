/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-disposition-table.h"
#include "desk-undo-private.h"

G_BEGIN_DECLS

/* What somebody who reviews makes of what was put right or given; see desk-decide.c. */

/* As it is kept. */
#define DESK_DECIDE_ACCEPTED "accept"

/* So many days at once, for what is accepted together is read under a lock. */
#define DESK_DECIDE_MOST_DAYS 31

gboolean     desk_plan_decide     (DeskHouse                    *house,
                                   const DeskContext            *context,
                                   const DeskAction             *action,
                                   DeskPlan                     *plan,
                                   GError                      **error);
gboolean     desk_plan_decide_alike (DeskHouse                  *house,
                                   const DeskContext            *context,
                                   const DeskAction             *action,
                                   DeskPlan                     *plan,
                                   GError                      **error);
gboolean     desk_plan_answer     (DeskHouse                    *house,
                                   const DeskContext            *context,
                                   const DeskAction             *action,
                                   DeskPlan                     *plan,
                                   GError                      **error);
gboolean     desk_decide_reverse  (const DeskUndo               *undo,
                                   const DeskAction             *action,
                                   GError                      **error);
gboolean     desk_decide_record   (DeskHouse                    *house,
                                   const DeskContext            *context,
                                   const DeskPlan               *plan,
                                   gint64                        entry_id,
                                   GError                      **error);
gboolean     desk_decide_is_open  (const DeskDispositionRecord  *last,
                                   const DeskContext            *reader,
                                   const char                   *by,
                                   DeskDate                      today);
const char  *desk_decide_get_sign (const DeskDispositionRecord  *decision);
DeskMessage *desk_decide_say      (const DeskDispositionRecord  *decision);

G_END_DECLS
