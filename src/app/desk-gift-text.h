/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-plan.h"

G_BEGIN_DECLS

/* What a plan gives, in words: to whom, and against which limit it counts. Both are
 * free of the database and may be shown on any thread. */

GStrv desk_gift_list_benefits (DeskHouse          *house,
                               const DeskPlan     *plan);
GStrv desk_gift_list_counts   (const DeskProperty *property,
                               const DeskPlan     *plan);

G_END_DECLS
