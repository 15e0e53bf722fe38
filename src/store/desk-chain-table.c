/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-chain-table.h"

#include <string.h>

#include "desk-row.h"

#define SELECT_CHAIN "SELECT seq, hash FROM chain_head WHERE name = $1"
#define INSERT_CHAIN "INSERT INTO chain_head (seq, hash, name) VALUES ($1, $2, $3)"
#define UPDATE_CHAIN "UPDATE chain_head SET seq = $1, hash = $2 WHERE name = $3 AND seq = $4"

/**
 * desk_chain_table_get:
 * @name: of the chain, `audit`
 * @seq: (out): number of its last link; 0 before the first
 * @hash: (out): its hash; zeros before the first
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_chain_table_get (DeskDb      *db,
                      const char  *name,
                      gint64      *seq,
                      guint8       hash[32],
                      GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_CHAIN, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_stmt_bind_text (stmt, 1, name, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;

  *seq = row ? desk_stmt_get_int64 (stmt, 0) : 0;
  if (row)
    desk_row_get_hash (stmt, 1, hash);
  else
    memset (hash, 0, 32);
  return TRUE;
}

/**
 * desk_chain_table_advance:
 * @from_seq: where it stood; 0 begins the chain
 * @to_seq: where it stands now, above @from_seq
 * @hash: of the new last link
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where it did not
 *   stand at @from_seq
 */
gboolean
desk_chain_table_advance (DeskDb        *db,
                          const char    *name,
                          gint64         from_seq,
                          gint64         to_seq,
                          const guint8   hash[32],
                          GError       **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, from_seq == 0 ? INSERT_CHAIN : UPDATE_CHAIN,
                                               error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, to_seq, error) &&
         desk_row_bind_hash (stmt, 2, hash, error) &&
         desk_stmt_bind_text (stmt, 3, name, error) &&
         (from_seq == 0 || desk_stmt_bind_int64 (stmt, 4, from_seq, error)) &&
         desk_row_run_update (db, stmt, "chain", error);
}
