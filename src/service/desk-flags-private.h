/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-flags.h"

G_BEGIN_DECLS

/* What the files that run the rules share among themselves. */

const DeskProperty *desk_flags_get_policy   (DeskHouse                   *house,
                                             const DeskAdjustmentRecord  *record);
gboolean            desk_flags_is_given     (const DeskAdjustment        *row);
void                desk_flags_add          (DeskAdjustment              *row,
                                             DeskMessage                 *message);
void                desk_flags_judge_gifts  (DeskHouse                   *house,
                                             const GPtrArray             *rows);
gboolean            desk_flags_judge_counts (DeskHouse                   *house,
                                             const GPtrArray             *rows,
                                             const DeskDate               days[2],
                                             GError                     **error);

G_END_DECLS
