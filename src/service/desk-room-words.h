/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"
#include "desk-rack.h"

G_BEGIN_DECLS

/* How a room is said, by the window and the tool alike. All return (transfer full)
 * unless said otherwise. */

char       *desk_room_dup_service    (const DeskRackRow   *row,
                                      const DeskCatalog   *catalog);
char       *desk_room_dup_facts      (const DeskRackRow   *row,
                                      DeskDate             day,
                                      const char          *separator,
                                      const DeskCatalog   *catalog);
char       *desk_room_dup_whole      (const DeskRoomView  *view,
                                      const DeskProperty  *property,
                                      const DeskCatalog   *catalog);
const char *desk_room_night_say      (const DeskRoomNight *night,
                                      const DeskCatalog   *catalog);
char       *desk_room_event_dup_text (const DeskRoomEvent *event,
                                      const DeskProperty  *property,
                                      const DeskCatalog   *catalog);

/* (transfer none) */
const char *desk_discrepancy_say     (DeskDiscrepancy      discrepancy,
                                      const DeskCatalog   *catalog);

G_END_DECLS
