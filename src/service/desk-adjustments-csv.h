/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-adjustments.h"

G_BEGIN_DECLS

char *desk_adjustments_to_csv (const GPtrArray    *rows,
                               const DeskProperty *property);

G_END_DECLS
