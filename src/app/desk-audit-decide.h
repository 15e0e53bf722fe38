/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-audit-item.h"
#include "desk-session.h"

G_BEGIN_DECLS

/* Deciding about a row of the audit, from its list; see desk-audit-decide.c. */

gboolean    desk_audit_decide             (GtkWidget     *from,
                                           DeskAuditItem *item,
                                           const char    *verdict);
void        desk_audit_decide_alike       (GtkWidget                  *from,
                                           DeskAuditItem              *item,
                                           const DeskAdjustmentFilter *filter,
                                           DeskDate                    today);
gboolean    desk_audit_decide_is_own      (DeskSession   *session,
                                           DeskAuditItem *item);
gboolean    desk_audit_decide_may         (DeskSession   *session,
                                           DeskAuditItem *item);
const char *desk_audit_decide_get_verdict (DeskSession   *session,
                                           guint          keyval);

G_END_DECLS
