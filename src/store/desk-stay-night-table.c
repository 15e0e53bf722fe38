/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-night-table.h"

#include "desk-error.h"
#include "desk-row.h"

#define NIGHT_FIELDS \
  "room_id, room_type, plan, price_minor, package, posted, stay_id, date, version"
#define INSERT_NIGHT \
  "INSERT INTO stay_night (" NIGHT_FIELDS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
#define UPDATE_NIGHT \
  "UPDATE stay_night SET room_id = $1, room_type = $2, plan = $3, price_minor = $4, " \
  "package = $5, posted = $6, version = version + 1 " \
  "WHERE stay_id = $7 AND date = $8 AND version = $9"
#define CHANGE_ROOM \
  "UPDATE stay_night SET room_id = $1, version = version + 1 " \
  "WHERE stay_id IN (SELECT s.id FROM stay s WHERE s.occupancy_id = $2) AND date = $3 " \
  "AND coalesce (room_id, 0) = $4"
#define MARK_POSTED \
  "UPDATE stay_night SET posted = 1, version = version + 1 " \
  "WHERE stay_id = $1 AND date = $2 AND posted = 0"
#define DELETE_NIGHT "DELETE FROM stay_night WHERE stay_id = $1 AND date = $2 AND version = $3"
#define SELECT_NIGHT \
  "SELECT " NIGHT_FIELDS " FROM stay_night WHERE stay_id = $1 AND date = $2"
#define SELECT_NIGHTS "SELECT " NIGHT_FIELDS " FROM stay_night WHERE stay_id = $1 ORDER BY date"
#define LIST_IN_HOUSE \
  "SELECT n.room_id, n.room_type, n.plan, n.price_minor, n.package, n.posted, n.stay_id, n.date, " \
  "n.version, r.number FROM stay s JOIN stay_night n ON n.stay_id = s.id AND n.date = $1 " \
  "LEFT JOIN room r ON r.id = n.room_id " \
  "WHERE s.state = 'in-house' AND s.id > $2 AND s.id <= $3 ORDER BY s.id"
#define MARK_RUN_POSTED \
  "UPDATE stay_night SET posted = 1, version = version + 1 WHERE date = $1 AND posted = 0 " \
  "AND stay_id IN (SELECT s.id FROM stay s WHERE s.state = 'in-house' AND s.id > $2 " \
  "AND s.id <= $3)"
#define COUNT_DUE \
  "SELECT coalesce (sum (n.posted), 0), count (*) FROM stay s " \
  "JOIN stay_night n ON n.stay_id = s.id AND n.date = $1 WHERE s.state = 'in-house'"

/**
 * desk_night_record_free:
 * @self: (nullable): a record
 */
void
desk_night_record_free (DeskNightRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->room_type);
  g_free (self->plan);
  g_free (self->package);
  g_free (self->room);
  g_free (self);
}

static gpointer
read_night (DeskStmt *stmt)
{
  DeskNightRecord *record = g_new0 (DeskNightRecord, 1);

  record->room_id = desk_stmt_get_int64 (stmt, 0);
  record->room_type = desk_row_dup_text (stmt, 1);
  record->plan = desk_row_dup_text (stmt, 2);
  record->has_price = !desk_stmt_is_null (stmt, 3);
  record->price_minor = desk_stmt_get_int64 (stmt, 3);
  record->package = desk_row_dup_text (stmt, 4);
  record->posted = desk_stmt_get_int64 (stmt, 5) != 0;
  record->stay_id = desk_stmt_get_int64 (stmt, 6);
  record->date = desk_row_get_date (stmt, 7);
  record->version = desk_stmt_get_int64 (stmt, 8);
  return record;
}

static gpointer
read_night_and_room (DeskStmt *stmt)
{
  DeskNightRecord *record = read_night (stmt);

  record->room = desk_row_dup_text (stmt, 9);
  return record;
}

static gboolean
bind_night (DeskStmt               *stmt,
            const DeskNightRecord  *record,
            GError                **error)
{
  return desk_row_bind_id (stmt, 1, record->room_id, error) &&
         desk_stmt_bind_text (stmt, 2, record->room_type, error) &&
         desk_stmt_bind_text (stmt, 3, record->plan, error) &&
         (record->has_price ? desk_stmt_bind_int64 (stmt, 4, record->price_minor, error)
                            : desk_stmt_bind_null (stmt, 4, error)) &&
         desk_stmt_bind_text (stmt, 5, record->package, error) &&
         desk_stmt_bind_int64 (stmt, 6, record->posted, error) &&
         desk_stmt_bind_int64 (stmt, 7, record->stay_id, error) &&
         desk_row_bind_date (stmt, 8, record->date, error) &&
         desk_stmt_bind_int64 (stmt, 9, record->version, error);
}

/**
 * desk_stay_night_table_insert:
 * @record: a new night
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS where the stay has that night
 */
gboolean
desk_stay_night_table_insert (DeskDb                 *db,
                              const DeskNightRecord  *record,
                              GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_NIGHT, error);

  return stmt != NULL &&
         bind_night (stmt, record, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_stay_night_table_update:
 * @record: as it shall be, with the version it was read at; its version grows by one
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …, %DESK_ERROR_REFUSED
 *   for what a posted night no longer allows
 */
gboolean
desk_stay_night_table_update (DeskDb           *db,
                              DeskNightRecord  *record,
                              GError          **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_NIGHT, error);

  if (stmt == NULL ||
      !bind_night (stmt, record, error) ||
      !desk_row_run_update (db, stmt, "night", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_stay_night_table_mark_posted:
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where the stay has no such
 *   night or its lines stand on the folio already
 */
gboolean
desk_stay_night_table_mark_posted (DeskDb    *db,
                                   gint64     stay_id,
                                   DeskDate   date,
                                   GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, MARK_POSTED, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, stay_id, error) &&
         desk_row_bind_date (stmt, 2, date, error) &&
         desk_row_run_update (db, stmt, "night", error);
}

/**
 * desk_stay_night_table_mark_run_posted:
 * @after_stay: the stay before the first one
 * @last_stay: the last stay
 * @n_nights: how many there must be
 *
 * Marks that night of all stays in house between them.
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where another number of them
 *   was still to be posted
 */
gboolean
desk_stay_night_table_mark_run_posted (DeskDb    *db,
                                       DeskDate   date,
                                       gint64     after_stay,
                                       gint64     last_stay,
                                       guint      n_nights,
                                       GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, MARK_RUN_POSTED, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, date, error) ||
      !desk_stmt_bind_int64 (stmt, 2, after_stay, error) ||
      !desk_stmt_bind_int64 (stmt, 3, last_stay, error) ||
      !desk_stmt_run (stmt, error))
    return FALSE;
  if (desk_db_get_n_changed (db) == n_nights)
    return TRUE;

  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_CHANGED,
                       "the nights were changed meanwhile; nothing was changed now");
  return FALSE;
}

/**
 * desk_stay_night_table_delete:
 * @record: a night that was not posted, with the version it was read at
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …, %DESK_ERROR_REFUSED
 */
gboolean
desk_stay_night_table_delete (DeskDb                 *db,
                              const DeskNightRecord  *record,
                              GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, DELETE_NIGHT, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->stay_id, error) &&
         desk_row_bind_date (stmt, 2, record->date, error) &&
         desk_stmt_bind_int64 (stmt, 3, record->version, error) &&
         desk_row_run_update (db, stmt, "night", error);
}

/**
 * desk_stay_night_table_find:
 * @out: (out) (transfer full) (nullable): the night, %NULL where the stay has none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stay_night_table_find (DeskDb           *db,
                            gint64            stay_id,
                            DeskDate          date,
                            DeskNightRecord **out,
                            GError          **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NIGHT, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, stay_id, error) &&
         desk_row_bind_date (stmt, 2, date, error) &&
         desk_row_find (stmt, read_night, (gpointer *) out, error);
}

/**
 * desk_stay_night_table_list:
 *
 * Returns: (transfer full) (element-type DeskNightRecord) (nullable): by date, or %NULL
 *   with @error set
 */
GPtrArray *
desk_stay_night_table_list (DeskDb  *db,
                            gint64   stay_id,
                            GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NIGHTS, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, stay_id, error))
    return NULL;
  return desk_row_list (stmt, read_night, (GDestroyNotify) desk_night_record_free, error);
}

/**
 * desk_stay_night_table_list_in_house:
 * @after_stay: the stay before the first one
 * @last_stay: the last stay
 *
 * Returns: (transfer full) (element-type DeskNightRecord) (nullable): that night of the stays in
 *   house between them, by stay, with the number of the room; or %NULL with @error set
 */
GPtrArray *
desk_stay_night_table_list_in_house (DeskDb    *db,
                                     DeskDate   date,
                                     gint64     after_stay,
                                     gint64     last_stay,
                                     GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, LIST_IN_HOUSE, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, date, error) ||
      !desk_stmt_bind_int64 (stmt, 2, after_stay, error) ||
      !desk_stmt_bind_int64 (stmt, 3, last_stay, error))
    return NULL;
  return desk_row_list (stmt, read_night_and_room, (GDestroyNotify) desk_night_record_free, error);
}

/**
 * desk_stay_night_table_change_room:
 * @occupancy_id: whose nights; all sharers go along
 * @from_room_id: where they are, or 0
 * @to_room_id: where they go, or 0
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where none of them has that
 *   room in that night
 */
gboolean
desk_stay_night_table_change_room (DeskDb    *db,
                                   gint64     occupancy_id,
                                   DeskDate   date,
                                   gint64     from_room_id,
                                   gint64     to_room_id,
                                   GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, CHANGE_ROOM, error);

  if (stmt == NULL ||
      !desk_row_bind_id (stmt, 1, to_room_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, occupancy_id, error) ||
      !desk_row_bind_date (stmt, 3, date, error) ||
      !desk_stmt_bind_int64 (stmt, 4, from_room_id, error) ||
      !desk_stmt_run (stmt, error))
    return FALSE;
  if (desk_db_get_n_changed (db) > 0)
    return TRUE;

  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_CHANGED,
                       "the night was changed meanwhile; nothing was changed now");
  return FALSE;
}

/**
 * desk_stay_night_table_count_due:
 * @date: the night
 * @posted: (out): nights of stays in house whose lines stand
 * @due: (out): all nights of stays in house
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stay_night_table_count_due (DeskDb    *db,
                                 DeskDate   date,
                                 gint64    *posted,
                                 gint64    *due,
                                 GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, COUNT_DUE, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, date, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;

  *posted = row ? desk_stmt_get_int64 (stmt, 0) : 0;
  *due = row ? desk_stmt_get_int64 (stmt, 1) : 0;
  return TRUE;
}
