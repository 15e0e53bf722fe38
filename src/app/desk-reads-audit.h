/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-adjustments.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskAuditQuery:
 * @by: (nullable): login
 * @reason: (nullable): name of the reason
 *
 * Which adjustments the window wants to see.
 */
typedef struct
{
  DeskDate    from;
  DeskDate    to;
  const char *by;
  const char *reason;
} DeskAuditQuery;

/**
 * DeskAuditPart:
 * @rows: (element-type DeskAdjustment)
 * @totals: (nullable): with the first part
 * @more: whether others follow
 *
 * A part of the list; the first one says what it all comes to.
 */
typedef struct
{
  GPtrArray            *rows;
  DeskAdjustmentTotals *totals;
  gboolean              more;
} DeskAuditPart;

/* [DeskAuditPart]; @after (nullable): the last row that is there already */
void desk_read_audit     (DeskSession           *session,
                          const DeskAuditQuery  *query,
                          const DeskAdjustment  *after,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data);
/* [char]: all rows as CSV */
void desk_read_audit_csv (DeskSession           *session,
                          const DeskAuditQuery  *query,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data);

void desk_audit_part_free (DeskAuditPart        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAuditPart, desk_audit_part_free)

G_END_DECLS
