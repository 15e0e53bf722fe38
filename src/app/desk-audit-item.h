/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-adjustments.h"
#include "desk-property.h"

G_BEGIN_DECLS

/**
 * DeskAuditItem:
 *
 * Something put right or given, for a list.
 */
#define DESK_TYPE_AUDIT_ITEM (desk_audit_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskAuditItem, desk_audit_item, DESK, AUDIT_ITEM, GObject)

typedef enum
{
  DESK_AUDIT_DATE,
  DESK_AUDIT_BY,
  DESK_AUDIT_ROOM,
  DESK_AUDIT_GUEST,
  DESK_AUDIT_KIND,
  DESK_AUDIT_REASON,
  DESK_AUDIT_LINE,
  DESK_AUDIT_AMOUNT,
  DESK_AUDIT_GIVEN,
  DESK_AUDIT_ALLOWED_BY,
  DESK_AUDIT_POLICY,
  DESK_N_AUDIT_COLUMNS,
} DeskAuditColumn;

DeskAuditItem        *desk_audit_item_new      (DeskProperty     *property,
                                                DeskAdjustment   *row);
const DeskAdjustment *desk_audit_item_get_row  (DeskAuditItem    *self);
char                 *desk_audit_item_dup_text (DeskAuditItem    *self,
                                                DeskAuditColumn   column);
char                 *desk_audit_item_dup_chain (DeskAuditItem   *self);

G_END_DECLS
