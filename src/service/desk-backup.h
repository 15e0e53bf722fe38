/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"

G_BEGIN_DECLS

gboolean desk_backup_write   (DeskHouse   *house,
                              const char  *target,
                              GError     **error);
gboolean desk_backup_restore (const char  *source,
                              const char  *target,
                              GError     **error);

G_END_DECLS
