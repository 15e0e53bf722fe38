/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar desk_hidden_find (const char *text);
char    *desk_hidden_mask (const char *text);

G_END_DECLS
