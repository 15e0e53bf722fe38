/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-audit-table.h"
#include "desk-billing.h"

G_BEGIN_DECLS

/**
 * DeskNightBill:
 * @lines: (element-type DeskPosting) (nullable): what is posted
 * @has_night: whether its night is marked as posted
 * @detail: (nullable): what the audit entry says of it; %NULL: nothing is done
 *
 * What tonight does to one stay.
 */
typedef struct
{
  DeskBilling *billing;
  GPtrArray   *lines;
  gboolean     has_night;
  char        *detail;
} DeskNightBill;

DeskNightBill  *desk_night_bill_new       (DeskBilling            *billing,
                                           GError                **error);
void            desk_night_bill_free      (DeskNightBill          *self);
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskNightBill, desk_night_bill_free)

G_END_DECLS
