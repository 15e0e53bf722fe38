/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-audit-item.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskAuditPane:
 *
 * Beside the audit's list: why the chosen row is here, and how it came about.
 */
#define DESK_TYPE_AUDIT_PANE (desk_audit_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskAuditPane, desk_audit_pane, DESK, AUDIT_PANE, GtkBox)

void  desk_audit_pane_set_session (DeskAuditPane *self,
                                   DeskSession   *session);
void  desk_audit_pane_show        (DeskAuditPane *self,
                                   DeskAuditItem *item);
char *desk_audit_pane_dup_chain   (DeskAuditPane *self);

G_END_DECLS
