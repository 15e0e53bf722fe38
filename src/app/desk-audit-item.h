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
  DESK_AUDIT_WHY,
  DESK_AUDIT_TIME,
  DESK_AUDIT_ROOM,
  DESK_AUDIT_GUEST,
  DESK_AUDIT_KIND,
  DESK_AUDIT_REASON,
  DESK_AUDIT_AMOUNT,
  DESK_AUDIT_BY,
  DESK_N_AUDIT_COLUMNS,
} DeskAuditColumn;

DeskAuditItem              *desk_audit_item_new        (DeskProperty     *property,
                                                        DeskAdjustment   *row,
                                                        gboolean          one_day);
void                        desk_audit_item_follow     (DeskAuditItem    *self,
                                                        DeskAuditItem    *before);
const DeskAdjustmentRecord *desk_audit_item_get_record (DeskAuditItem    *self);
gboolean                    desk_audit_item_is_flagged (DeskAuditItem    *self);
const char *const          *desk_audit_item_get_flags  (DeskAuditItem    *self);
gboolean                    desk_audit_item_is_open    (DeskAuditItem    *self);
gboolean                    desk_audit_item_is_plain   (DeskAuditItem    *self);
const char                 *desk_audit_item_get_decision
                                                       (DeskAuditItem    *self);
const char                 *desk_audit_item_get_mark   (DeskAuditItem    *self);
char                       *desk_audit_item_dup_text   (DeskAuditItem    *self,
                                                        DeskAuditColumn   column);
char                       *desk_audit_item_dup_title  (DeskAuditItem    *self);
char                       *desk_audit_item_dup_name   (DeskAuditItem    *self);
gboolean                    desk_audit_item_is_same    (DeskAuditItem    *self,
                                                        DeskAuditItem    *other);
int                         desk_audit_item_compare    (DeskAuditItem    *self,
                                                        DeskAuditItem    *other,
                                                        DeskAuditColumn   column);
const char                 *desk_audit_name_kind       (const char       *kind);

G_END_DECLS
