/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-property.h"
#include "desk-views.h"

G_BEGIN_DECLS

/**
 * DeskWindowTab:
 *
 * Leads to one window of a bill with `folio.window`, and says its balance.
 */
#define DESK_TYPE_WINDOW_TAB (desk_window_tab_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindowTab, desk_window_tab, DESK, WINDOW_TAB, GtkButton)

void desk_window_tab_show       (DeskWindowTab        *self,
                                 const DeskWindowView *window,
                                 const DeskProperty   *property);
int  desk_window_tab_get_number (DeskWindowTab        *self);
void desk_window_tab_set_shown  (DeskWindowTab        *self,
                                 gboolean              shown);

G_END_DECLS
