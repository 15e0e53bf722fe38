/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-adjustments.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskAuditEmpty:
 *
 * Says that nothing was put right or given on a day, and leads with `audit.show-day` to the
 * newest earlier one on which something was.
 */
#define DESK_TYPE_AUDIT_EMPTY (desk_audit_empty_get_type ())
G_DECLARE_FINAL_TYPE (DeskAuditEmpty, desk_audit_empty, DESK, AUDIT_EMPTY, GtkBox)

void        desk_audit_empty_set_session (DeskAuditEmpty *self,
                                          DeskSession    *session);
void        desk_audit_empty_show        (DeskAuditEmpty             *self,
                                          const DeskAdjustmentFilter *filter);
gboolean    desk_audit_empty_follow      (DeskAuditEmpty *self);
const char *desk_audit_empty_get_offer   (DeskAuditEmpty *self);

G_END_DECLS
