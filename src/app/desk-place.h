/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *desk_place_dup_shared (const char *folder);

G_END_DECLS
