/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-adjustments.h"
#include "desk-session.h"

G_BEGIN_DECLS

/* What the audit page reads; the filter is copied. */

/* [DeskAdjustmentPage]: whole days from @day on, at least a screen or two */
void desk_read_audit        (DeskSession                 *session,
                             const DeskAdjustmentFilter  *filter,
                             DeskDate                     day,
                             GCancellable                *cancellable,
                             GAsyncReadyCallback          callback,
                             gpointer                     user_data);
/* [DeskAdjustmentPage]: the newest day before @day with rows; none where there is no such day */
void desk_read_audit_before (DeskSession                 *session,
                             DeskDate                     day,
                             GCancellable                *cancellable,
                             GAsyncReadyCallback          callback,
                             gpointer                     user_data);
/* [DeskAdjustmentTotals]: of the filter's days; years take seconds */
void desk_read_audit_totals (DeskSession                 *session,
                             const DeskAdjustmentFilter  *filter,
                             GCancellable                *cancellable,
                             GAsyncReadyCallback          callback,
                             gpointer                     user_data);
/* [GPtrArray of DeskChainLink]: how a row came about */
void desk_read_audit_chain  (DeskSession                 *session,
                             const DeskAdjustmentRecord  *record,
                             GCancellable                *cancellable,
                             GAsyncReadyCallback          callback,
                             gpointer                     user_data);
/* [char]: all rows as CSV */
void desk_read_audit_csv    (DeskSession                 *session,
                             const DeskAdjustmentFilter  *filter,
                             GCancellable                *cancellable,
                             GAsyncReadyCallback          callback,
                             gpointer                     user_data);

G_END_DECLS
