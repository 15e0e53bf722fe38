/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskNightRecord:
 * @room_id: or 0: no room assigned
 * @room_type: the type charged
 * @has_price: whether the night has a price of its own; otherwise the plan's
 * @package: (nullable): JSON as imported; %NULL: the plan's, "[]": none
 * @room: (nullable): number of the room, where it was asked for
 * @posted: its lines stand on the folio; then only the room may still change
 *
 * One night of a stay, as agreed now.
 */
typedef struct
{
  gint64    stay_id;
  DeskDate  date;
  gint64    room_id;
  char     *room_type;
  char     *plan;
  gboolean  has_price;
  gint64    price_minor;
  char     *package;
  gboolean  posted;
  gint64    version;
  char     *room;
} DeskNightRecord;

void       desk_night_record_free          (DeskNightRecord        *self);
gboolean   desk_stay_night_table_insert    (DeskDb                 *db,
                                            const DeskNightRecord  *record,
                                            GError                **error);
gboolean   desk_stay_night_table_update    (DeskDb                 *db,
                                            DeskNightRecord        *record,
                                            GError                **error);
gboolean   desk_stay_night_table_delete    (DeskDb                 *db,
                                            const DeskNightRecord  *record,
                                            GError                **error);
gboolean   desk_stay_night_table_mark_posted (DeskDb               *db,
                                            gint64                  stay_id,
                                            DeskDate                date,
                                            GError                **error);
gboolean   desk_stay_night_table_mark_run_posted
                                           (DeskDb                 *db,
                                            DeskDate                date,
                                            gint64                  after_stay,
                                            gint64                  last_stay,
                                            guint                   n_nights,
                                            GError                **error);
gboolean   desk_stay_night_table_find      (DeskDb                 *db,
                                            gint64                  stay_id,
                                            DeskDate                date,
                                            DeskNightRecord       **out,
                                            GError                **error);
GPtrArray *desk_stay_night_table_list      (DeskDb                 *db,
                                            gint64                  stay_id,
                                            GError                **error);
GPtrArray *desk_stay_night_table_list_in_house
                                           (DeskDb                 *db,
                                            DeskDate                date,
                                            gint64                  after_stay,
                                            gint64                  last_stay,
                                            GError                **error);
gboolean   desk_stay_night_table_change_room
                                           (DeskDb                 *db,
                                            gint64                  occupancy_id,
                                            DeskDate                date,
                                            gint64                  from_room_id,
                                            gint64                  to_room_id,
                                            GError                **error);
gboolean   desk_stay_night_table_count_due (DeskDb                 *db,
                                            DeskDate                date,
                                            gint64                 *posted,
                                            gint64                 *due,
                                            GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskNightRecord, desk_night_record_free)

G_END_DECLS
