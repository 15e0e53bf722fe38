/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-adjustments.h"

G_BEGIN_DECLS

/* Whether the list of adjustments is the whole truth, in words. */

char *desk_audit_tie_say (const DeskProperty         *property,
                          const DeskAdjustmentTotals *totals);

G_END_DECLS
