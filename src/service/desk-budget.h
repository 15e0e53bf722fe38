/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-billing.h"
#include "desk-plan.h"

G_BEGIN_DECLS

/* What a person may give alone: the limits of the set-up against what was given. */

const DeskLimit *desk_budget_find_limit (const DeskProperty  *property,
                                         DeskRole             role,
                                         const char          *kind);
gboolean         desk_budget_judge      (DeskBilling         *billing,
                                         const DeskContext   *context,
                                         DeskPlan            *plan,
                                         GError             **error);
void             desk_budget_tell_who   (DeskPlan            *plan,
                                         DeskRole             role);
gboolean         desk_budget_record     (DeskHouse           *house,
                                         const DeskContext   *context,
                                         const DeskPlan      *plan,
                                         gint64               entry_id,
                                         GError             **error);

G_END_DECLS
