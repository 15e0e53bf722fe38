/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-disposition-table.h"

#include "desk-row.h"

#define FIELDS "d.subject_id, d.n, d.verdict, d.due_date, d.role, d.made_at, d.made_by, d.entry_id"
#define INSERT_DISPOSITION \
  "INSERT INTO disposition (subject_id, n, verdict, due_date, role, made_at, made_by, entry_id) " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
#define SELECT_SUBJECT "SELECT " FIELDS " FROM disposition d WHERE d.subject_id = $1 ORDER BY d.n"
#define IS_LATEST \
  "d.n = (SELECT max (x.n) FROM disposition x WHERE x.subject_id = d.subject_id)"
#define SELECT_LATEST \
  "SELECT " FIELDS " FROM disposition d WHERE d.subject_id >= $1 AND d.subject_id <= $2 " \
  "AND " IS_LATEST " ORDER BY d.subject_id"
#define COUNT_ALL "SELECT count (*) FROM disposition d WHERE d.entry_id <= $1"
#define COUNT_ASKED \
  "SELECT count (*) FROM disposition d JOIN audit_entry e ON e.id = d.subject_id " \
  "WHERE d.verdict = 'ask' AND d.made_at >= $1 AND e.made_by = $2 AND " IS_LATEST

/**
 * desk_disposition_record_copy:
 * @self: (nullable): a record
 *
 * Returns: (transfer full) (nullable): another of the same
 */
DeskDispositionRecord *
desk_disposition_record_copy (const DeskDispositionRecord *self)
{
  DeskDispositionRecord *copy = self != NULL ? g_memdup2 (self, sizeof *self) : NULL;

  if (copy != NULL)
    {
      copy->verdict = g_strdup (self->verdict);
      copy->made_by = g_strdup (self->made_by);
    }
  return copy;
}

/**
 * desk_disposition_record_free:
 * @self: (nullable): a record
 */
void
desk_disposition_record_free (DeskDispositionRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->verdict);
  g_free (self->made_by);
  g_free (self);
}

static gpointer
read_disposition (DeskStmt *stmt)
{
  DeskDispositionRecord *record = g_new0 (DeskDispositionRecord, 1);

  record->subject_id = desk_stmt_get_int64 (stmt, 0);
  record->n = (int) desk_stmt_get_int64 (stmt, 1);
  record->verdict = desk_row_dup_text (stmt, 2);
  record->due_date = desk_row_get_date (stmt, 3);
  if (!desk_role_parse (desk_stmt_get_text (stmt, 4), &record->role))
    record->role = DESK_ROLE_NONE;
  record->made_at = desk_stmt_get_int64 (stmt, 5);
  record->made_by = desk_row_dup_text (stmt, 6);
  record->entry_id = desk_stmt_get_int64 (stmt, 7);
  return record;
}

/**
 * desk_disposition_table_insert:
 * @record: a decision; the next of its subject
 *
 * Returns: %TRUE, or %FALSE with @error set: also where somebody decides about their own
 */
gboolean
desk_disposition_table_insert (DeskDb                       *db,
                               const DeskDispositionRecord  *record,
                               GError                      **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_DISPOSITION, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->subject_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->n, error) &&
         desk_stmt_bind_text (stmt, 3, record->verdict, error) &&
         desk_row_bind_date (stmt, 4, record->due_date, error) &&
         desk_stmt_bind_text (stmt, 5, desk_role_to_string (record->role), error) &&
         desk_stmt_bind_int64 (stmt, 6, record->made_at, error) &&
         desk_stmt_bind_text (stmt, 7, record->made_by, error) &&
         desk_stmt_bind_int64 (stmt, 8, record->entry_id, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_disposition_table_list:
 * @subject_id: an audit entry
 *
 * Returns: (transfer full) (element-type DeskDispositionRecord) (nullable): what was decided
 *   about it, oldest first; %NULL with @error set
 */
GPtrArray *
desk_disposition_table_list (DeskDb  *db,
                             gint64   subject_id,
                             GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_SUBJECT, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, subject_id, error))
    return NULL;
  return desk_row_list (stmt, read_disposition, (GDestroyNotify) desk_disposition_record_free,
                        error);
}

/**
 * desk_disposition_table_list_latest:
 * @first_id: an audit entry
 * @last_id: the same or a later one
 *
 * Returns: (transfer full) (element-type DeskDispositionRecord) (nullable): the last decision
 *   about each entry from one to the other that has any; %NULL with @error set
 */
GPtrArray *
desk_disposition_table_list_latest (DeskDb  *db,
                                    gint64   first_id,
                                    gint64   last_id,
                                    GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_LATEST, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, first_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_id, error))
    return NULL;
  return desk_row_list (stmt, read_disposition, (GDestroyNotify) desk_disposition_record_free,
                        error);
}

/**
 * desk_disposition_table_count:
 * @last_entry_id: the last entry of the audit that counts
 * @out: (out): how many decisions were made up to it
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_disposition_table_count (DeskDb  *db,
                              gint64   last_entry_id,
                              gint64  *out,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, COUNT_ALL, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, last_entry_id, error) &&
         desk_row_get_number (stmt, out, error);
}

/**
 * desk_disposition_table_count_asked:
 * @login: a person
 * @since: microseconds since 1970, UTC
 * @out: (out): how many questions that were asked of them since wait for their answer
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_disposition_table_count_asked (DeskDb      *db,
                                    const char  *login,
                                    gint64       since,
                                    gint64      *out,
                                    GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, COUNT_ASKED, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, since, error) &&
         desk_stmt_bind_text (stmt, 2, login, error) &&
         desk_row_get_number (stmt, out, error);
}
