/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskScanGuard:
 *
 * Tells a scanner from a person by the time between characters. What was
 * scanned is searched for and never is a command.
 */
typedef struct
{
  gint64 last_us;       /* when the last character came */
  guint  n_typed;
  guint  n_fast;
} DeskScanGuard;

void     desk_scan_guard_reset   (DeskScanGuard       *self);
void     desk_scan_guard_typed   (DeskScanGuard       *self,
                                  gint64               now_us);
gboolean desk_scan_guard_is_scan (const DeskScanGuard *self,
                                  gint64               now_us);

G_END_DECLS
