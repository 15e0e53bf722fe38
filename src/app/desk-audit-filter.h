/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-adjustments.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskAuditFilter:
 *
 * The head of the audit: of which days, and which of their rows.
 */
#define DESK_TYPE_AUDIT_FILTER (desk_audit_filter_get_type ())
G_DECLARE_FINAL_TYPE (DeskAuditFilter, desk_audit_filter, DESK, AUDIT_FILTER, GtkBox)

void     desk_audit_filter_set_session    (DeskAuditFilter      *self,
                                           DeskSession          *session);
void     desk_audit_filter_prepare        (DeskAuditFilter      *self);
gboolean desk_audit_filter_read           (DeskAuditFilter      *self,
                                           DeskAdjustmentFilter *filter,
                                           GError              **error);
void     desk_audit_filter_set_days       (DeskAuditFilter      *self,
                                           DeskDate              from,
                                           DeskDate              to);
void     desk_audit_filter_show_flagged   (DeskAuditFilter      *self);
void     desk_audit_filter_show_open      (DeskAuditFilter      *self);
void     desk_audit_filter_toggle_flagged (DeskAuditFilter      *self);
void     desk_audit_filter_toggle_open    (DeskAuditFilter      *self);
gboolean desk_audit_filter_focus_open     (DeskAuditFilter      *self);

gboolean desk_audit_filter_is_wide        (const DeskAdjustmentFilter *filter);

G_END_DECLS
