/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskRoomNightHolder:
 * @occupancy_id: whose the night is, or 0
 * @block_id: what blocks it, or 0
 * @stay_id: first stay of the occupancy, or 0
 * @confirmation: (nullable): of that stay
 */
typedef struct
{
  DeskDate  night;
  gint64    occupancy_id;
  gint64    block_id;
  gint64    stay_id;
  char     *confirmation;
} DeskRoomNightHolder;

void     desk_room_night_holder_free         (DeskRoomNightHolder   *self);
gboolean desk_room_night_table_claim         (DeskDb                *db,
                                              gint64                 room_id,
                                              DeskDate               night,
                                              gint64                 occupancy_id,
                                              GError               **error);
gboolean desk_room_night_table_release       (DeskDb                *db,
                                              gint64                 room_id,
                                              DeskDate               night,
                                              gint64                 occupancy_id,
                                              GError               **error);
gboolean desk_room_night_table_find          (DeskDb                *db,
                                              gint64                 room_id,
                                              DeskDate               night,
                                              DeskRoomNightHolder  **out,
                                              GError               **error);
gboolean desk_room_night_table_find_next     (DeskDb                *db,
                                              gint64                 room_id,
                                              DeskDate               from,
                                              gint64                 but_occupancy_id,
                                              DeskRoomNightHolder  **out,
                                              GError               **error);
GHashTable *
         desk_room_night_table_list_taken    (DeskDb                *db,
                                              DeskDate               from,
                                              DeskDate               to,
                                              gint64                 but_occupancy_id,
                                              GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRoomNightHolder, desk_room_night_holder_free)

G_END_DECLS
