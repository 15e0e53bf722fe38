/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-lean-table.h"

#define COUNT_SINCE \
  "SELECT (SELECT count (*) FROM document d WHERE d.stay_id = $1 AND d.made_at >= $2), " \
  "(SELECT count (*) FROM key_order k WHERE k.stay_id = $1 AND k.made_at >= $2), " \
  "(SELECT count (*) FROM request r WHERE r.stay_id = $1 AND r.kind = 'message' " \
  "AND r.state = 'done' AND r.done_at >= $2)"

/**
 * desk_lean_table_count:
 * @stay_id: a stay
 * @since: microseconds since 1970, UTC
 * @out: (out): how much of it left the house from that moment on
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_lean_table_count (DeskDb    *db,
                       gint64     stay_id,
                       gint64     since,
                       DeskLean  *out,
                       GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, COUNT_SINCE, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, stay_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, since, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  out->papers = row ? desk_stmt_get_int64 (stmt, 0) : 0;
  out->keys = row ? desk_stmt_get_int64 (stmt, 1) : 0;
  out->messages = row ? desk_stmt_get_int64 (stmt, 2) : 0;
  return TRUE;
}
