/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_PAIR (desk_pair_get_type ())
G_DECLARE_FINAL_TYPE (DeskPair, desk_pair, DESK, PAIR, GtkWidget)

G_END_DECLS
