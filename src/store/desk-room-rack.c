/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-rack.h"

#include "desk-row.h"

#define STAY "s.id, s.occupancy_id, s.confirmation, g.name, s.arrival, s.departure "

/* $1 is always the open day. Who moved at once is where they went, everybody else in the room
 * of their night. */
#define SELECT_INSIDE \
  "SELECT coalesce (p.room_id, n.room_id), n.date, 0, " STAY \
  "FROM stay s JOIN guest g ON g.id = s.guest_id " \
  "LEFT JOIN stay_night n ON n.stay_id = s.id AND n.date = (SELECT max (x.date) " \
  "FROM stay_night x WHERE x.stay_id = s.id AND x.date <= $1) " \
  "LEFT JOIN room_presence p ON p.id = (SELECT max (q.id) FROM room_presence q " \
  "WHERE q.occupancy_id = s.occupancy_id AND q.to_at IS NULL) " \
  "WHERE s.state = 'in-house' ORDER BY s.id"
#define SELECT_DUE \
  "SELECT n.room_id, n.date, 0, " STAY \
  "FROM stay s JOIN guest g ON g.id = s.guest_id " \
  "LEFT JOIN stay_night n ON n.stay_id = s.id AND n.date = (SELECT max (x.date) " \
  "FROM stay_night x WHERE x.stay_id = s.id AND x.date <= $1) " \
  "WHERE s.state = 'booked' AND s.arrival <= $1 ORDER BY s.id"
#define SELECT_NEXT \
  "SELECT k.room_id, k.night, 0, " STAY \
  "FROM room r JOIN room_night k ON k.room_id = r.id AND k.night = (SELECT min (y.night) " \
  "FROM room_night y WHERE y.room_id = r.id AND y.night > $1 AND y.occupancy_id <> " \
  "coalesce ((SELECT z.occupancy_id FROM room_night z WHERE z.room_id = r.id " \
  "AND z.night = $1), 0)) " \
  "JOIN stay s ON s.id = (SELECT min (t.id) FROM stay t WHERE t.occupancy_id = k.occupancy_id) " \
  "JOIN guest g ON g.id = s.guest_id ORDER BY s.id"
#define SELECT_NIGHTS \
  "SELECT k.room_id, k.night, k.block_id IS NOT NULL, " STAY \
  "FROM room_night k LEFT JOIN stay s ON s.occupancy_id = k.occupancy_id " \
  "LEFT JOIN guest g ON g.id = s.guest_id " \
  "WHERE k.room_id = $1 AND k.night >= $2 AND k.night < $3 ORDER BY k.night, s.id"

/**
 * desk_rack_stay_free:
 * @self: (nullable): a stay
 */
void
desk_rack_stay_free (DeskRackStay *self)
{
  if (self == NULL)
    return;
  g_free (self->confirmation);
  g_free (self->guest_name);
  g_free (self);
}

static gpointer
read_stay (DeskStmt *stmt)
{
  DeskRackStay *stay = g_new0 (DeskRackStay, 1);

  stay->room_id = desk_stmt_get_int64 (stmt, 0);
  stay->night = desk_row_get_date (stmt, 1);
  stay->block = desk_stmt_get_int64 (stmt, 2) != 0;
  stay->stay_id = desk_stmt_get_int64 (stmt, 3);
  stay->occupancy_id = desk_stmt_get_int64 (stmt, 4);
  stay->confirmation = desk_row_dup_text (stmt, 5);
  stay->guest_name = desk_row_dup_text (stmt, 6);
  stay->arrival = desk_row_get_date (stmt, 7);
  stay->departure = desk_row_get_date (stmt, 8);
  return stay;
}

/**
 * desk_rack_stay_list:
 * @list: which
 * @day: the open business date
 *
 * Returns: (transfer full) (element-type DeskRackStay) (nullable): sharers each, but of
 *   %DESK_RACK_NEXT one for each room; or %NULL with @error set
 */
GPtrArray *
desk_rack_stay_list (DeskDb        *db,
                     DeskRackList   list,
                     DeskDate       day,
                     GError       **error)
{
  static const char *const sql[] = {
    [DESK_RACK_INSIDE] = SELECT_INSIDE,
    [DESK_RACK_DUE] = SELECT_DUE,
    [DESK_RACK_NEXT] = SELECT_NEXT,
  };
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql[list], error);

  if (stmt == NULL || !desk_row_bind_date (stmt, 1, day, error))
    return NULL;
  return desk_row_list (stmt, read_stay, (GDestroyNotify) desk_rack_stay_free, error);
}

/**
 * desk_rack_stay_list_nights:
 * @from: the first night
 * @to: the first night that is no longer looked at
 *
 * Returns: (transfer full) (element-type DeskRackStay) (nullable): whose the nights of a room
 *   are, by night, sharers each; free nights are left out; or %NULL with @error set
 */
GPtrArray *
desk_rack_stay_list_nights (DeskDb    *db,
                            gint64     room_id,
                            DeskDate   from,
                            DeskDate   to,
                            GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NIGHTS, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, room_id, error) ||
      !desk_row_bind_date (stmt, 2, from, error) ||
      !desk_row_bind_date (stmt, 3, to, error))
    return NULL;
  return desk_row_list (stmt, read_stay, (GDestroyNotify) desk_rack_stay_free, error);
}
