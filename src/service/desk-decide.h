/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-disposition-table.h"
#include "desk-undo-private.h"

G_BEGIN_DECLS

/* What somebody who reviews makes of what was put right or given; see desk-decide.c. */

gboolean     desk_plan_decide     (DeskHouse                    *house,
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
