/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-adjustments.h"
#include "desk-session.h"

G_BEGIN_DECLS

/* The list of the audit as a file for a spreadsheet. */

/* A file was chosen; @user_data is the widget that asked. */
typedef void (*DeskAuditExportFunc) (GFile    *file,
                                     gpointer  user_data);

void desk_audit_export_choose (GtkWidget                   *from,
                               DeskAuditExportFunc          chosen);
void desk_audit_export_save   (GtkWidget                   *from,
                               DeskSession                 *session,
                               const DeskAdjustmentFilter  *filter,
                               GFile                       *file);

G_END_DECLS
