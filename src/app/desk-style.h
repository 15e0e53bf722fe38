/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void desk_style_install    (void);
void desk_style_set_scheme (const char *scheme);
void desk_style_set_touch  (gboolean    large);

G_END_DECLS
