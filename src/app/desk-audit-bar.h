/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-audit-item.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskAuditBar:
 *
 * Under the audit: what who reviews may make of the chosen row, with the keys for it.
 */
#define DESK_TYPE_AUDIT_BAR (desk_audit_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskAuditBar, desk_audit_bar, DESK, AUDIT_BAR, GtkBox)

void desk_audit_bar_show (DeskAuditBar  *self,
                          DeskSession   *session,
                          DeskAuditItem *item,
                          gboolean       alike);

G_END_DECLS
