/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Making a widget costs more than telling it something else. So what stands in a box for the
 * things of one stay is used again for those of the next. */

GtkWidget *desk_pool_get (GtkWidget *box,
                          guint      i,
                          GType      type);
void       desk_pool_end (GtkWidget *box,
                          guint      n);

/* GTK asks the display where the pointer is for every text it is given, the same or not. */
void       desk_pool_set_tooltip (GtkWidget  *widget,
                                  const char *text);

G_END_DECLS
