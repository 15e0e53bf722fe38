/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-billing.h"

G_BEGIN_DECLS

/* What a card keeps ready for a stay: placed, and given back. It is no charge, so it
 * stands on no bill and in no balance. */

gboolean desk_hold_is_card        (const char         *card);
gboolean desk_hold_plan           (DeskBilling        *billing,
                                   const DeskAction   *action,
                                   DeskPlan           *plan,
                                   GError            **error);
gboolean desk_hold_plan_release   (DeskBilling        *billing,
                                   DeskPlan           *plan,
                                   GError            **error);
gboolean desk_hold_apply          (DeskHouse          *house,
                                   const DeskContext  *context,
                                   const DeskEffect   *effect,
                                   GError            **error);

G_END_DECLS
