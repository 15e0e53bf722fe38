/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-property.h"
#include "desk-views.h"

G_BEGIN_DECLS

/**
 * DeskNightCell:
 *
 * One night of a stay: the day, the room, the price agreed, whether it is posted.
 */
#define DESK_TYPE_NIGHT_CELL (desk_night_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskNightCell, desk_night_cell, DESK, NIGHT_CELL, GtkBox)

void desk_night_cell_show (DeskNightCell      *self,
                           const DeskNightRow *night,
                           const DeskProperty *property,
                           gboolean            tonight);

G_END_DECLS
