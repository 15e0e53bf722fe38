/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-test-desk.h"

G_BEGIN_DECLS

/**
 * DeskTestLook:
 * @window: the console, a dialog, or a menu that is open
 * @name: what there is to see: "today", "plan-move"
 * @data: of the walk
 *
 * Looks at one thing of the console.
 */
typedef void (*DeskTestLook) (GtkWidget  *window,
                              const char *name,
                              gpointer    data);

void desk_test_walk       (DeskTestDesk *desk,
                           DeskTestLook  look,
                           gpointer      data);
void desk_test_walk_start (DeskTestDesk *desk,
                           DeskTestLook  look,
                           gpointer      data);

G_END_DECLS
