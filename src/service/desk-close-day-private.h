/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-audit-table.h"
#include "desk-billing.h"

G_BEGIN_DECLS

gboolean        desk_close_day_make_lines (DeskBilling            *billing,
                                           const DeskNightRecord  *night,
                                           GPtrArray             **lines,
                                           GError                **error);
DeskSealRecord *desk_seal_new             (DeskHouse              *house,
                                           DeskDate                date,
                                           GError                **error);
gboolean        desk_seal_write           (DeskHouse              *house,
                                           const DeskContext      *context,
                                           DeskSealRecord         *seal,
                                           gint64                  entry_id,
                                           GError                **error);
void            desk_seal_hash            (const DeskSealRecord   *seal,
                                           const guint8            entry_hash[32],
                                           guint8                  out[32]);

G_END_DECLS
