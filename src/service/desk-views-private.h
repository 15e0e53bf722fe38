/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-stay-summary.h"
#include "desk-views.h"

G_BEGIN_DECLS

DeskStayRow *desk_stay_row_new_for_summary  (const DeskStaySummary  *summary);
GPtrArray   *desk_stay_rows_for_summaries   (const GPtrArray        *summaries);
GPtrArray   *desk_find_present              (DeskHouse              *house,
                                             const char *const      *words,
                                             guint                   limit,
                                             GError                **error);
char        *desk_find_name_candidates      (const GPtrArray        *found);

G_END_DECLS
