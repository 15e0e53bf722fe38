/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-table.h"

#define FIND \
  "SELECT 1 FROM stay_reference r JOIN stay s ON s.id = r.stay_id " \
  "WHERE r.value_key = $1 AND s.import_digest = $2 LIMIT 1"

/**
 * desk_import_table_has:
 * @reference_key: a number the stay is known by elsewhere, folded
 * @digest: of what it was imported from
 * @out: (out): whether a stay with that number was imported from just that
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_import_table_has (DeskDb        *db,
                       const char    *reference_key,
                       const guint8   digest[32],
                       gboolean      *out,
                       GError       **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, FIND, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, reference_key, error) &&
         desk_stmt_bind_bytes (stmt, 2, digest, 32, error) &&
         desk_stmt_step (stmt, out, error);
}
