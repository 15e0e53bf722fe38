/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-plan.h"

G_BEGIN_DECLS

void desk_detail_parse (const char  *detail,
                        DeskPlan    *into,
                        GArray      *lines);

G_END_DECLS
