/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-audit-item.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskAuditList:
 *
 * The rows of the audit, of which one is chosen.
 */
#define DESK_TYPE_AUDIT_LIST (desk_audit_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskAuditList, desk_audit_list, DESK, AUDIT_LIST, GtkBox)

void           desk_audit_list_take            (DeskAuditList *self,
                                                GPtrArray     *items,
                                                gboolean       replace);
guint          desk_audit_list_get_n_rows      (DeskAuditList *self);
DeskAuditItem *desk_audit_list_get_item        (DeskAuditList *self);
gboolean       desk_audit_list_has_alike       (DeskAuditList *self,
                                                DeskSession   *session);
void           desk_audit_list_move            (DeskAuditList *self,
                                                int            step);
void           desk_audit_list_go_to_next_open (DeskAuditList *self);

G_END_DECLS
