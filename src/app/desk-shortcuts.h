/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        desk_shortcuts_install   (GtkApplication  *application);
const char *desk_shortcuts_find      (guint            keyval,
                                      GdkModifierType  state);
char       *desk_shortcuts_dup_label (const char      *action);

G_END_DECLS
