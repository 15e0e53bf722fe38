/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-counter-table.h"

#include "desk-row.h"

/* Two plain statements: for what RETURNING gives back the engine makes a table. */
#define ADD_TO_COUNTER \
  "INSERT INTO counter (name, value) VALUES ($1, $2) " \
  "ON CONFLICT (name) DO UPDATE SET value = counter.value + excluded.value"
#define SELECT_COUNTER "SELECT value FROM counter WHERE name = $1"

/**
 * desk_counter_table_get:
 * @out: (out): the last number that was taken, 0 where none was
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_counter_table_get (DeskDb      *db,
                        const char  *name,
                        gint64      *out,
                        GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_COUNTER, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, name, error) &&
         desk_row_get_number (stmt, out, error);
}

/**
 * desk_counter_table_add:
 * @n: how many numbers, behind the last one, are taken
 *
 * For whoever counted them since desk_counter_table_get() in the same transaction.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_counter_table_add (DeskDb      *db,
                        const char  *name,
                        gint64       n,
                        GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, ADD_TO_COUNTER, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, name, error) &&
         desk_stmt_bind_int64 (stmt, 2, n, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_counter_table_next:
 * @name: name of the table, or of another row of numbers
 * @out: (out): the next number, from 1
 *
 * Takes a number. It is given back where the transaction is rolled back.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_counter_table_next (DeskDb      *db,
                         const char  *name,
                         gint64      *out,
                         GError     **error)
{
  return desk_counter_table_reserve (db, name, 1, out, error);
}

/**
 * desk_counter_table_reserve:
 * @n: how many numbers
 * @first: (out): the first of them; the others follow
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_counter_table_reserve (DeskDb      *db,
                            const char  *name,
                            gint64       n,
                            gint64      *first,
                            GError     **error)
{
  gint64 last;

  g_return_val_if_fail (n >= 1, FALSE);

  if (!desk_counter_table_add (db, name, n, error) ||
      !desk_counter_table_get (db, name, &last, error))
    return FALSE;

  *first = last - n + 1;
  return TRUE;
}
