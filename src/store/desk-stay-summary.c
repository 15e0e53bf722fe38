/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-summary.h"

#include "desk-row.h"

/* $1 is always the night; before arrival it is the first one, after departure the last. */
#define SUMMARY \
  "SELECT s.id, s.confirmation, g.name, g.lang, s.state, s.arrival, s.departure, s.adults, " \
  "s.children, s.version, r.id, r.number, n.room_type, r.clean, " \
  "(SELECT coalesce (sum (f.balance_minor), 0) FROM folio f WHERE f.stay_id = s.id), " \
  "r.occupied, s.guest_id " \
  "FROM stay s JOIN guest g ON g.id = s.guest_id " \
  "LEFT JOIN stay_night n ON n.stay_id = s.id AND n.date = (SELECT max (x.date) " \
  "FROM stay_night x WHERE x.stay_id = s.id " \
  "AND x.date <= CASE WHEN s.arrival > $1 THEN s.arrival ELSE $1 END) " \
  "LEFT JOIN room r ON r.id = n.room_id "
#define BY_ROOM " ORDER BY r.number NULLS LAST, s.id"

#define SELECT_ONE SUMMARY "WHERE s.id = $2"
#define SELECT_ARRIVALS SUMMARY "WHERE s.state = 'booked' AND s.arrival <= $1" BY_ROOM
#define SELECT_IN_HOUSE SUMMARY "WHERE s.state = 'in-house' AND s.departure > $1" BY_ROOM
#define SELECT_DEPARTURES SUMMARY "WHERE s.state = 'in-house' AND s.departure <= $1" BY_ROOM
#define SELECT_GUEST SUMMARY "WHERE s.guest_id = $2 ORDER BY s.arrival DESC, s.id LIMIT $3"
#define SELECT_ROOM \
  SUMMARY "WHERE s.occupancy_id = (SELECT k.occupancy_id FROM room q " \
  "JOIN room_night k ON k.room_id = q.id WHERE q.number = $2 AND k.night = $1) ORDER BY s.id"

/* Whoever is in a room slept there among the last nights it was slept in. */
#define SELECT_IN_ROOM \
  SUMMARY "WHERE s.state = 'in-house' AND r.number = $2 AND s.id IN (SELECT y.stay_id " \
  "FROM stay_night y WHERE y.room_id = (SELECT q.id FROM room q WHERE q.number = $2) " \
  "AND y.date <= $1 ORDER BY y.date DESC LIMIT 32) ORDER BY s.id"
#define SELECT_REFERENCE \
  SUMMARY "WHERE s.id IN (SELECT a.stay_id FROM (SELECT stay_id FROM stay_reference " \
  "WHERE value_key >= $2 AND value_key < $3 ORDER BY value_key LIMIT $4) AS a " \
  "UNION SELECT b.id FROM (SELECT id FROM stay WHERE confirmation_key >= $2 " \
  "AND confirmation_key < $3 ORDER BY confirmation_key LIMIT $4) AS b) " \
  "ORDER BY s.arrival DESC, s.id LIMIT $4"

/**
 * desk_stay_summary_free:
 * @self: (nullable): a summary
 */
void
desk_stay_summary_free (DeskStaySummary *self)
{
  if (self == NULL)
    return;
  g_free (self->confirmation);
  g_free (self->guest_name);
  g_free (self->guest_lang);
  g_free (self->state);
  g_free (self->room);
  g_free (self->room_type);
  g_free (self->room_clean);
  g_free (self);
}

static gpointer
read_summary (DeskStmt *stmt)
{
  DeskStaySummary *summary = g_new0 (DeskStaySummary, 1);

  summary->stay_id = desk_stmt_get_int64 (stmt, 0);
  summary->confirmation = desk_row_dup_text (stmt, 1);
  summary->guest_name = desk_row_dup_text (stmt, 2);
  summary->guest_lang = desk_row_dup_text (stmt, 3);
  summary->state = desk_row_dup_text (stmt, 4);
  summary->arrival = desk_row_get_date (stmt, 5);
  summary->departure = desk_row_get_date (stmt, 6);
  summary->adults = (int) desk_stmt_get_int64 (stmt, 7);
  summary->children = (int) desk_stmt_get_int64 (stmt, 8);
  summary->version = desk_stmt_get_int64 (stmt, 9);
  summary->room_id = desk_stmt_get_int64 (stmt, 10);
  summary->room = desk_row_dup_text (stmt, 11);
  summary->room_type = desk_row_dup_text (stmt, 12);
  summary->room_clean = desk_row_dup_text (stmt, 13);
  summary->balance_minor = desk_stmt_get_int64 (stmt, 14);
  summary->room_occupied = desk_stmt_get_int64 (stmt, 15) != 0;
  summary->guest_id = desk_stmt_get_int64 (stmt, 16);
  return summary;
}

static GPtrArray *
list_summaries (DeskStmt  *stmt,
                GError   **error)
{
  return desk_row_list (stmt, read_summary, (GDestroyNotify) desk_stay_summary_free, error);
}

/**
 * desk_stay_summary_get:
 * @night: the night whose room is asked for
 *
 * Returns: (transfer full) (nullable): the stay, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskStaySummary *
desk_stay_summary_get (DeskDb    *db,
                       gint64     stay_id,
                       DeskDate   night,
                       GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_ONE, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, night, error) ||
      !desk_stmt_bind_int64 (stmt, 2, stay_id, error))
    return NULL;
  return desk_row_get (stmt, read_summary, "stay", error);
}

/**
 * desk_stay_summary_list:
 * @list: which
 * @business_date: the open day
 *
 * Returns: (transfer full) (element-type DeskStaySummary) (nullable): by room number as
 *   text, those without a room last, or %NULL with @error set
 */
GPtrArray *
desk_stay_summary_list (DeskDb        *db,
                        DeskStayList   list,
                        DeskDate       business_date,
                        GError       **error)
{
  static const char *const sql[] = {
    [DESK_STAY_LIST_ARRIVALS] = SELECT_ARRIVALS,
    [DESK_STAY_LIST_IN_HOUSE] = SELECT_IN_HOUSE,
    [DESK_STAY_LIST_DEPARTURES] = SELECT_DEPARTURES,
  };
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql[list], error);

  if (stmt == NULL || !desk_row_bind_date (stmt, 1, business_date, error))
    return NULL;
  return list_summaries (stmt, error);
}

/**
 * desk_stay_summary_list_guest:
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type DeskStaySummary) (nullable): the guest's stays,
 *   latest arrival first, or %NULL with @error set
 */
GPtrArray *
desk_stay_summary_list_guest (DeskDb    *db,
                              gint64     guest_id,
                              DeskDate   night,
                              guint      limit,
                              GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_GUEST, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, night, error) ||
      !desk_stmt_bind_int64 (stmt, 2, guest_id, error) ||
      !desk_stmt_bind_int64 (stmt, 3, limit, error))
    return NULL;
  return list_summaries (stmt, error);
}

static GPtrArray *
list_by_number (DeskDb      *db,
                const char  *sql,
                const char  *number,
                DeskDate     night,
                GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, night, error) ||
      !desk_stmt_bind_text (stmt, 2, number, error))
    return NULL;
  return list_summaries (stmt, error);
}

/**
 * desk_stay_summary_list_room:
 * @number: of the room
 *
 * Returns: (transfer full) (element-type DeskStaySummary) (nullable): the stays that have
 *   the room for @night, sharers together, or %NULL with @error set
 */
GPtrArray *
desk_stay_summary_list_room (DeskDb      *db,
                             const char  *number,
                             DeskDate     night,
                             GError     **error)
{
  return list_by_number (db, SELECT_ROOM, number, night, error);
}

/**
 * desk_stay_summary_list_in_room:
 * @number: of the room
 * @night: the open business date
 *
 * Who is behind the door now: also who leaves today, when the night is already
 * somebody else's.
 *
 * Returns: (transfer full) (element-type DeskStaySummary) (nullable): stays in house, or
 *   %NULL with @error set
 */
GPtrArray *
desk_stay_summary_list_in_room (DeskDb      *db,
                                const char  *number,
                                DeskDate     night,
                                GError     **error)
{
  return list_by_number (db, SELECT_IN_ROOM, number, night, error);
}

/**
 * desk_stay_summary_list_reference:
 * @key_prefix: folded beginning of a confirmation number or a reference
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type DeskStaySummary) (nullable): latest arrival
 *   first, or %NULL with @error set
 */
GPtrArray *
desk_stay_summary_list_reference (DeskDb      *db,
                                  const char  *key_prefix,
                                  DeskDate     night,
                                  guint        limit,
                                  GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_REFERENCE, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, night, error) ||
      !desk_row_bind_prefix (stmt, 2, key_prefix, error) ||
      !desk_stmt_bind_int64 (stmt, 4, limit, error))
    return NULL;
  return list_summaries (stmt, error);
}
