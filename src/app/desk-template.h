/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-catalog.h"

G_BEGIN_DECLS

GBytes     *desk_template_translate   (GBytes             *xml,
                                       const DeskCatalog  *catalog,
                                       GError            **error);
void        desk_template_set         (GtkWidgetClass     *widget_class,
                                       const char         *resource_path);
GtkBuilder *desk_template_new_builder (const char         *resource_path);

#define DESK_UI(name) "/org/deskbell/Deskbell/ui/" name

G_END_DECLS
