/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-note-table.h"

#include "desk-row.h"

#define INSERT_NOTE "INSERT INTO note (id, salt, text, erased_at) VALUES ($1, $2, $3, $4)"
#define SELECT_NOTE "SELECT id, salt, text, erased_at FROM note WHERE id = $1"
#define ERASE_NOTE \
  "UPDATE note SET salt = NULL, text = NULL, erased_at = $1 WHERE id = $2 AND erased_at IS NULL"

/**
 * desk_note_record_free:
 * @self: (nullable): a record
 */
void
desk_note_record_free (DeskNoteRecord *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->salt, g_bytes_unref);
  g_free (self->text);
  g_free (self);
}

static gpointer
read_note (DeskStmt *stmt)
{
  DeskNoteRecord *record = g_new0 (DeskNoteRecord, 1);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->salt = desk_row_dup_gbytes (stmt, 1);
  record->text = desk_row_dup_text (stmt, 2);
  record->erased_at = desk_stmt_get_int64 (stmt, 3);
  return record;
}

/**
 * desk_note_table_insert:
 * @record: a new note, its id from the counter `note`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_note_table_insert (DeskDb                *db,
                        const DeskNoteRecord  *record,
                        GError               **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_NOTE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_row_bind_gbytes (stmt, 2, record->salt, error) &&
         desk_stmt_bind_text (stmt, 3, record->text, error) &&
         desk_row_bind_id (stmt, 4, record->erased_at, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_note_table_get:
 *
 * Returns: (transfer full) (nullable): the note, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskNoteRecord *
desk_note_table_get (DeskDb  *db,
                     gint64   id,
                     GError **error)
{
  return desk_row_get_by_id (db, SELECT_NOTE, id, read_note, error);
}

/**
 * desk_note_table_erase:
 * @erased_at: microseconds since 1970, UTC
 *
 * Removes the words and their salt; the ledger keeps their hash.
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where it was erased before
 */
gboolean
desk_note_table_erase (DeskDb  *db,
                       gint64   id,
                       gint64   erased_at,
                       GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, ERASE_NOTE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, erased_at, error) &&
         desk_stmt_bind_int64 (stmt, 2, id, error) &&
         desk_row_run_update (db, stmt, "note", error);
}
