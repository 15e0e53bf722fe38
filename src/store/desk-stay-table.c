/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-table.h"

#include "desk-row.h"

#define STAY_FIELDS \
  "confirmation, confirmation_key, guest_id, occupancy_id, account_id, state, arrival, " \
  "departure, adults, children, rate_plan, collects, rate_shown, do_not_move, import_digest, " \
  "note_id, arrived_at, departed_at, created_at, created_by, id, version"
#define INSERT_STAY \
  "INSERT INTO stay (" STAY_FIELDS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, " \
  "$12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)"
#define UPDATE_STAY \
  "UPDATE stay SET state = $1, adults = $2, children = $3, arrived_at = $4, departed_at = $5, " \
  "version = version + 1 WHERE id = $6 AND version = $7"
#define UPDATE_NEWEST "UPDATE guest_word SET newest = $1 WHERE guest_id = $2 AND newest < $1"
#define SELECT_STAY "SELECT " STAY_FIELDS " FROM stay WHERE id = $1"
#define SELECT_CONFIRMATION "SELECT " STAY_FIELDS " FROM stay WHERE confirmation = $1"
#define SELECT_OCCUPANCY "SELECT " STAY_FIELDS " FROM stay WHERE occupancy_id = $1 ORDER BY id"
#define SELECT_PAGE "SELECT " STAY_FIELDS " FROM stay WHERE id > $1 ORDER BY id LIMIT $2"
#define SELECT_IN_HOUSE \
  "SELECT id FROM stay WHERE state = 'in-house' AND id > $1 ORDER BY id LIMIT $2"
#define LIST_IN_HOUSE \
  "SELECT " STAY_FIELDS " FROM stay WHERE state = 'in-house' AND id > $1 ORDER BY id LIMIT $2"
#define INSERT_OCCUPANCY "INSERT INTO occupancy (id, created_at) VALUES ($1, $2)"

/**
 * desk_stay_record_free:
 * @self: (nullable): a record
 */
void
desk_stay_record_free (DeskStayRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->confirmation);
  g_free (self->confirmation_key);
  g_free (self->state);
  g_free (self->rate_plan);
  g_clear_pointer (&self->import_digest, g_bytes_unref);
  g_free (self->created_by);
  g_free (self);
}

static gpointer
read_stay (DeskStmt *stmt)
{
  DeskStayRecord *record = g_new0 (DeskStayRecord, 1);

  record->confirmation = desk_row_dup_text (stmt, 0);
  record->confirmation_key = desk_row_dup_text (stmt, 1);
  record->guest_id = desk_stmt_get_int64 (stmt, 2);
  record->occupancy_id = desk_stmt_get_int64 (stmt, 3);
  record->account_id = desk_stmt_get_int64 (stmt, 4);
  record->state = desk_row_dup_text (stmt, 5);
  record->arrival = desk_row_get_date (stmt, 6);
  record->departure = desk_row_get_date (stmt, 7);
  record->adults = (int) desk_stmt_get_int64 (stmt, 8);
  record->children = (int) desk_stmt_get_int64 (stmt, 9);
  record->rate_plan = desk_row_dup_text (stmt, 10);
  record->collects_hotel = g_strcmp0 (desk_stmt_get_text (stmt, 11), "hotel") == 0;
  record->rate_shown = desk_stmt_get_int64 (stmt, 12) != 0;
  record->do_not_move = desk_stmt_get_int64 (stmt, 13) != 0;
  record->import_digest = desk_row_dup_gbytes (stmt, 14);
  record->note_id = desk_stmt_get_int64 (stmt, 15);
  record->arrived_at = desk_stmt_get_int64 (stmt, 16);
  record->departed_at = desk_stmt_get_int64 (stmt, 17);
  record->created_at = desk_stmt_get_int64 (stmt, 18);
  record->created_by = desk_row_dup_text (stmt, 19);
  record->id = desk_stmt_get_int64 (stmt, 20);
  record->version = desk_stmt_get_int64 (stmt, 21);
  return record;
}

static gboolean
bind_stay (DeskStmt              *stmt,
           const DeskStayRecord  *record,
           GError               **error)
{
  const char *collects = record->collects_hotel ? "hotel" : "agency";

  return desk_stmt_bind_text (stmt, 1, record->confirmation, error) &&
         desk_stmt_bind_text (stmt, 2, record->confirmation_key, error) &&
         desk_stmt_bind_int64 (stmt, 3, record->guest_id, error) &&
         desk_stmt_bind_int64 (stmt, 4, record->occupancy_id, error) &&
         desk_row_bind_id (stmt, 5, record->account_id, error) &&
         desk_stmt_bind_text (stmt, 6, record->state, error) &&
         desk_row_bind_date (stmt, 7, record->arrival, error) &&
         desk_row_bind_date (stmt, 8, record->departure, error) &&
         desk_stmt_bind_int64 (stmt, 9, record->adults, error) &&
         desk_stmt_bind_int64 (stmt, 10, record->children, error) &&
         desk_stmt_bind_text (stmt, 11, record->rate_plan, error) &&
         desk_stmt_bind_text (stmt, 12, collects, error) &&
         desk_stmt_bind_int64 (stmt, 13, record->rate_shown, error) &&
         desk_stmt_bind_int64 (stmt, 14, record->do_not_move, error) &&
         desk_row_bind_gbytes (stmt, 15, record->import_digest, error) &&
         desk_row_bind_id (stmt, 16, record->note_id, error) &&
         desk_row_bind_id (stmt, 17, record->arrived_at, error) &&
         desk_row_bind_id (stmt, 18, record->departed_at, error) &&
         desk_stmt_bind_int64 (stmt, 19, record->created_at, error) &&
         desk_stmt_bind_text (stmt, 20, record->created_by, error) &&
         desk_stmt_bind_int64 (stmt, 21, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 22, record->version, error);
}

/* A search for the guest finds who came last before the others of that name. */
static gboolean
raise_newest (DeskDb                *db,
              const DeskStayRecord  *record,
              GError               **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_NEWEST, error);

  return stmt != NULL &&
         desk_row_bind_date (stmt, 1, record->departure, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->guest_id, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_stay_table_insert:
 * @record: a new stay, its id from the counter `stay`
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS for a confirmation
 *   number that is taken
 */
gboolean
desk_stay_table_insert (DeskDb                *db,
                        const DeskStayRecord  *record,
                        GError               **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_STAY, error);

  return stmt != NULL &&
         bind_stay (stmt, record, error) &&
         desk_stmt_run (stmt, error) &&
         raise_newest (db, record, error);
}

/**
 * desk_stay_table_insert_occupancy:
 * @id: from the counter `occupancy`
 *
 * Makes what one or more stays share: a room for each night.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stay_table_insert_occupancy (DeskDb  *db,
                                  gint64   id,
                                  gint64   created_at,
                                  GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_OCCUPANCY, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, id, error) &&
         desk_stmt_bind_int64 (stmt, 2, created_at, error) &&
         desk_stmt_run (stmt, error);
}

static gboolean
bind_change (DeskStmt              *stmt,
             const DeskStayRecord  *record,
             GError               **error)
{
  return desk_stmt_bind_text (stmt, 1, record->state, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->adults, error) &&
         desk_stmt_bind_int64 (stmt, 3, record->children, error) &&
         desk_row_bind_id (stmt, 4, record->arrived_at, error) &&
         desk_row_bind_id (stmt, 5, record->departed_at, error) &&
         desk_stmt_bind_int64 (stmt, 6, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 7, record->version, error);
}

/**
 * desk_stay_table_update:
 * @record: as it shall be, with the version it was read at; its version grows by one
 *
 * Writes what changes in the life of a stay: its state with its hours, and its persons.
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …
 */
gboolean
desk_stay_table_update (DeskDb          *db,
                        DeskStayRecord  *record,
                        GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_STAY, error);

  if (stmt == NULL ||
      !bind_change (stmt, record, error) ||
      !desk_row_run_update (db, stmt, "stay", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_stay_table_get:
 *
 * Returns: (transfer full) (nullable): the stay, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskStayRecord *
desk_stay_table_get (DeskDb  *db,
                     gint64   id,
                     GError **error)
{
  return desk_row_get_by_id (db, SELECT_STAY, id, read_stay, error);
}

/**
 * desk_stay_table_find:
 * @confirmation: the number exactly as it is written
 * @out: (out) (transfer full) (nullable): the stay, %NULL where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stay_table_find (DeskDb          *db,
                      const char      *confirmation,
                      DeskStayRecord **out,
                      GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_CONFIRMATION, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, confirmation, error) &&
         desk_row_find (stmt, read_stay, (gpointer *) out, error);
}

/**
 * desk_stay_table_list_occupancy:
 *
 * Returns: (transfer full) (element-type DeskStayRecord) (nullable): the sharers of an
 *   occupancy, or %NULL with @error set
 */
GPtrArray *
desk_stay_table_list_occupancy (DeskDb  *db,
                                gint64   occupancy_id,
                                GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_OCCUPANCY, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, occupancy_id, error))
    return NULL;
  return desk_row_list (stmt, read_stay, (GDestroyNotify) desk_stay_record_free, error);
}

/**
 * desk_stay_table_page:
 * @after_id: the last id of the page before, 0 for the first
 * @limit: at most so many
 * @out: (out) (transfer full) (element-type DeskStayRecord): the page, empty after the last
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stay_table_page (DeskDb     *db,
                      gint64      after_id,
                      guint       limit,
                      GPtrArray **out,
                      GError    **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_PAGE, error);

  if (stmt == NULL || !desk_row_bind_page (stmt, after_id, limit, error))
    return FALSE;

  *out = desk_row_list (stmt, read_stay, (GDestroyNotify) desk_stay_record_free, error);
  return *out != NULL;
}

/**
 * desk_stay_table_list_in_house:
 * @after_id: the last id of the page before, 0 for the first
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type DeskStayRecord) (nullable): the stays in house, by id,
 *   empty after the last; or %NULL with @error set
 */
GPtrArray *
desk_stay_table_list_in_house (DeskDb  *db,
                               gint64   after_id,
                               guint    limit,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, LIST_IN_HOUSE, error);

  if (stmt == NULL || !desk_row_bind_page (stmt, after_id, limit, error))
    return NULL;
  return desk_row_list (stmt, read_stay, (GDestroyNotify) desk_stay_record_free, error);
}

/**
 * desk_stay_table_page_in_house:
 * @after_id: the last id of the page before, 0 for the first
 * @limit: at most so many
 * @ids: (out) (transfer full) (element-type gint64): the stays in house, empty after the last
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_stay_table_page_in_house (DeskDb   *db,
                               gint64    after_id,
                               guint     limit,
                               GArray  **ids,
                               GError  **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_IN_HOUSE, error);
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (stmt == NULL || !desk_row_bind_page (stmt, after_id, limit, error))
    return FALSE;

  for (;;)
    {
      gboolean row;
      gint64 id;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        break;
      id = desk_stmt_get_int64 (stmt, 0);
      g_array_append_val (page, id);
    }
  *ids = g_steal_pointer (&page);
  return TRUE;
}
