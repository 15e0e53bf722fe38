/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DeskStatus:
 *
 * What the tool's exit status says.
 */
typedef enum
{
  DESK_STATUS_DONE = 0,
  DESK_STATUS_REFUSED = 1,
  DESK_STATUS_USAGE = 2,
  DESK_STATUS_STORAGE = 3,
  DESK_STATUS_INTERRUPTED = 130,
} DeskStatus;

const char *desk_status_kind (const GError *error);
DeskStatus  desk_status_of   (const GError *error);

G_END_DECLS
