/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-close-day.h"

G_BEGIN_DECLS

gboolean desk_demo_create (const char         *path,
                           DeskDate            today,
                           const DeskContext  *context,
                           DeskProgressFunc    progress,
                           gpointer            user_data,
                           GError            **error);

G_END_DECLS
