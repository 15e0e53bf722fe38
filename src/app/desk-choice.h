/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-bill.h"

G_BEGIN_DECLS

/**
 * DeskChoice:
 *
 * One of a few, with its name above it: a reason, a night, a kind of price.
 */
#define DESK_TYPE_CHOICE (desk_choice_get_type ())
G_DECLARE_FINAL_TYPE (DeskChoice, desk_choice, DESK, CHOICE, GtkBox)

void        desk_choice_add          (DeskChoice        *self,
                                      const char        *value,
                                      const char        *text);
void        desk_choice_add_reasons  (DeskChoice        *self,
                                      DeskProperty      *property,
                                      const char *const *kinds);
void        desk_choice_add_nights   (DeskChoice        *self,
                                      DeskBill          *bill);
void        desk_choice_choose       (DeskChoice        *self,
                                      const char        *value);
void        desk_choice_choose_date  (DeskChoice        *self,
                                      DeskDate           date);
const char *desk_choice_get          (DeskChoice        *self);
DeskDate    desk_choice_get_date     (DeskChoice        *self);

G_END_DECLS
