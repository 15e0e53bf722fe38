/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void desk_whole_rows_set (GtkScrolledWindow *scroller,
                          GtkWidget         *list,
                          GtkWidget         *row,
                          int                n_rows,
                          int                least,
                          int                height);

G_END_DECLS
