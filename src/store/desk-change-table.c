/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-change-table.h"

#include "desk-counter-table.h"
#include "desk-row.h"

#define INSERT_CHANGE "INSERT INTO change (seq, kind, ref_id) VALUES ($1, $2, $3)"
#define SELECT_SINCE \
  "SELECT seq, kind, ref_id FROM change WHERE seq > $1 ORDER BY seq LIMIT $2"
#define SELECT_NEWEST "SELECT max (seq) FROM change"

/**
 * desk_change_record_free:
 * @self: (nullable): a record
 */
void
desk_change_record_free (DeskChangeRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self);
}

static gpointer
read_change (DeskStmt *stmt)
{
  DeskChangeRecord *record = g_new0 (DeskChangeRecord, 1);

  record->seq = desk_stmt_get_int64 (stmt, 0);
  record->kind = desk_row_dup_text (stmt, 1);
  record->ref_id = desk_stmt_get_int64 (stmt, 2);
  return record;
}

/**
 * desk_change_table_append:
 * @kind: name of the table that changed
 * @ref_id: id of the row, 0 for more than one
 *
 * Tells the views of every desk, once the transaction is committed.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_change_table_append (DeskDb      *db,
                          const char  *kind,
                          gint64       ref_id,
                          GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_CHANGE, error);
  gint64 seq;

  return stmt != NULL &&
         desk_counter_table_next (db, "change", &seq, error) &&
         desk_stmt_bind_int64 (stmt, 1, seq, error) &&
         desk_stmt_bind_text (stmt, 2, kind, error) &&
         desk_stmt_bind_int64 (stmt, 3, ref_id, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_change_table_list_since:
 * @seq: the last that was seen
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type DeskChangeRecord) (nullable): what changed
 *   since, or %NULL with @error set
 */
GPtrArray *
desk_change_table_list_since (DeskDb  *db,
                              gint64   seq,
                              guint    limit,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_SINCE, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, seq, error) ||
      !desk_stmt_bind_int64 (stmt, 2, limit, error))
    return NULL;
  return desk_row_list (stmt, read_change, (GDestroyNotify) desk_change_record_free, error);
}

/**
 * desk_change_table_get_newest:
 * @seq: (out): number of the last change, 0 where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_change_table_get_newest (DeskDb  *db,
                              gint64  *seq,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NEWEST, error);

  return stmt != NULL && desk_row_get_number (stmt, seq, error);
}
