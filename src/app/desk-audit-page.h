/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-audit-item.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskAuditPage:
 *
 * Everything that was put right or given, and that its sum is the ledger's.
 */
#define DESK_TYPE_AUDIT_PAGE (desk_audit_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskAuditPage, desk_audit_page, DESK, AUDIT_PAGE, GtkBox)

GtkWidget  *desk_audit_page_new        (DeskSession   *session);
void        desk_audit_page_set_days   (DeskAuditPage *self,
                                        DeskDate       from,
                                        DeskDate       to);
void        desk_audit_page_show_flagged (DeskAuditPage *self);
void        desk_audit_page_show_open  (DeskAuditPage *self);
const char *desk_audit_page_get_offer  (DeskAuditPage *self);
void        desk_audit_page_save       (DeskAuditPage *self,
                                        GFile         *file);
gboolean    desk_audit_page_is_loaded  (DeskAuditPage *self);
guint       desk_audit_page_get_n_rows (DeskAuditPage *self);
const char *desk_audit_page_get_tie    (DeskAuditPage *self);
char       *desk_audit_page_dup_chain  (DeskAuditPage *self);
DeskAuditItem *desk_audit_page_get_item (DeskAuditPage *self);

G_END_DECLS
