/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-stay-item.h"
#include "desk-text-row.h"

G_BEGIN_DECLS

/**
 * DeskStayCell:
 *
 * A stay in a list: its room and whether that is ready, the guest, the dates,
 * why somebody should look, and what is owed.
 */
#define DESK_TYPE_STAY_CELL (desk_stay_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskStayCell, desk_stay_cell, DESK, STAY_CELL, DeskTextRow)

GtkListItemFactory *desk_stay_cell_new_factory (void);

G_END_DECLS
