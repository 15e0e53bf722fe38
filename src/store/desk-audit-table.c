/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-table.h"

#include "desk-row.h"

#define ENTRY_FIELDS \
  "id, made_at, business_date, made_by, role, desk, verb, stay_id, plan_digest, config, " \
  "allowed_by, detail, hash"
#define INSERT_ENTRY \
  "INSERT INTO audit_entry (" ENTRY_FIELDS ") " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
#define INSERT_HEAD \
  "INSERT INTO audit_head (entry_id, folio_id, line, head) VALUES ($1, $2, $3, $4)"
#define SELECT_ENTRY "SELECT " ENTRY_FIELDS " FROM audit_entry WHERE id = $1"
#define SELECT_PAGE "SELECT " ENTRY_FIELDS " FROM audit_entry WHERE id > $1 ORDER BY id LIMIT $2"
#define SELECT_STAY "SELECT " ENTRY_FIELDS " FROM audit_entry WHERE stay_id = $1 ORDER BY id"
#define SELECT_HEADS \
  "SELECT folio_id, line, head FROM audit_head WHERE entry_id = $1 ORDER BY folio_id"
#define SELECT_LAST_HEAD \
  "SELECT folio_id, line, head FROM audit_head WHERE folio_id = $1 " \
  "ORDER BY line DESC, entry_id DESC LIMIT 1"

/**
 * desk_audit_record_new:
 *
 * Returns: (transfer full): an entry without heads
 */
DeskAuditRecord *
desk_audit_record_new (void)
{
  DeskAuditRecord *self = g_new0 (DeskAuditRecord, 1);

  self->heads = g_array_new (FALSE, TRUE, sizeof (DeskAuditHead));
  return self;
}

/**
 * desk_audit_record_free:
 * @self: (nullable): a record
 */
void
desk_audit_record_free (DeskAuditRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->made_by);
  g_free (self->desk);
  g_free (self->verb);
  g_free (self->plan_digest);
  g_free (self->allowed_by);
  g_free (self->detail);
  g_array_unref (self->heads);
  g_free (self);
}

/* A role nobody knows reads as none; the hash of the entry tells. */
static gpointer
read_entry (DeskStmt *stmt)
{
  DeskAuditRecord *record = desk_audit_record_new ();

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->made_at = desk_stmt_get_int64 (stmt, 1);
  record->business_date = desk_row_get_date (stmt, 2);
  record->made_by = desk_row_dup_text (stmt, 3);
  if (!desk_role_parse (desk_stmt_get_text (stmt, 4), &record->role))
    record->role = DESK_ROLE_NONE;
  record->desk = desk_row_dup_text (stmt, 5);
  record->verb = desk_row_dup_text (stmt, 6);
  record->stay_id = desk_stmt_get_int64 (stmt, 7);
  record->plan_digest = desk_row_dup_text (stmt, 8);
  record->config = desk_stmt_get_int64 (stmt, 9);
  record->allowed_by = desk_row_dup_text (stmt, 10);
  record->detail = desk_row_dup_text (stmt, 11);
  desk_row_get_hash (stmt, 12, record->hash);
  return record;
}

static void
read_head (DeskStmt       *stmt,
           DeskAuditHead  *head)
{
  head->folio_id = desk_stmt_get_int64 (stmt, 0);
  head->line = (int) desk_stmt_get_int64 (stmt, 1);
  desk_row_get_hash (stmt, 2, head->head);
}

static gboolean
insert_heads (DeskDb                 *db,
              const DeskAuditRecord  *record,
              GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_HEAD, error);
  guint i;

  if (stmt == NULL)
    return FALSE;

  for (i = 0; i < record->heads->len; i++)
    {
      const DeskAuditHead *head = &g_array_index (record->heads, DeskAuditHead, i);

      if (!desk_stmt_bind_int64 (stmt, 1, record->id, error) ||
          !desk_stmt_bind_int64 (stmt, 2, head->folio_id, error) ||
          !desk_stmt_bind_int64 (stmt, 3, head->line, error) ||
          !desk_row_bind_hash (stmt, 4, head->head, error) ||
          !desk_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_audit_table_append:
 * @record: an entry with its heads, its id from the counter `audit_entry`, its hash made
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_audit_table_append (DeskDb                 *db,
                         const DeskAuditRecord  *record,
                         GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_ENTRY, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->made_at, error) &&
         desk_row_bind_date (stmt, 3, record->business_date, error) &&
         desk_stmt_bind_text (stmt, 4, record->made_by, error) &&
         desk_stmt_bind_text (stmt, 5, desk_role_to_string (record->role), error) &&
         desk_stmt_bind_text (stmt, 6, record->desk, error) &&
         desk_stmt_bind_text (stmt, 7, record->verb, error) &&
         desk_row_bind_id (stmt, 8, record->stay_id, error) &&
         desk_stmt_bind_text (stmt, 9, record->plan_digest, error) &&
         desk_row_bind_id (stmt, 10, record->config, error) &&
         desk_stmt_bind_text (stmt, 11, record->allowed_by, error) &&
         desk_stmt_bind_text (stmt, 12, record->detail, error) &&
         desk_row_bind_hash (stmt, 13, record->hash, error) &&
         desk_stmt_run (stmt, error) &&
         insert_heads (db, record, error);
}

static gboolean
load_heads (DeskDb           *db,
            DeskAuditRecord  *record,
            GError          **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_HEADS, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, record->id, error))
    return FALSE;

  for (;;)
    {
      DeskAuditHead head;
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      read_head (stmt, &head);
      g_array_append_val (record->heads, head);
    }
}

static GPtrArray *
list_entries (DeskDb    *db,
              DeskStmt  *stmt,
              GError   **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  guint i;

  entries = desk_row_list (stmt, read_entry, (GDestroyNotify) desk_audit_record_free, error);
  if (entries == NULL)
    return NULL;

  for (i = 0; i < entries->len; i++)
    if (!load_heads (db, entries->pdata[i], error))
      return NULL;

  return g_steal_pointer (&entries);
}

/**
 * desk_audit_table_get:
 *
 * Returns: (transfer full) (nullable): the entry with its heads, or %NULL with @error
 *   set: %DESK_ERROR_NOT_FOUND …
 */
DeskAuditRecord *
desk_audit_table_get (DeskDb  *db,
                      gint64   id,
                      GError **error)
{
  g_autoptr (DeskAuditRecord) record = desk_row_get_by_id (db, SELECT_ENTRY, id, read_entry,
                                                           error);

  if (record == NULL || !load_heads (db, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * desk_audit_table_page:
 * @after_id: the last id of the page before, 0 for the first
 * @limit: at most so many
 * @out: (out) (transfer full) (element-type DeskAuditRecord): entries with their heads, by
 *   id, empty after the last
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_audit_table_page (DeskDb     *db,
                       gint64      after_id,
                       guint       limit,
                       GPtrArray **out,
                       GError    **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_PAGE, error);

  if (stmt == NULL || !desk_row_bind_page (stmt, after_id, limit, error))
    return FALSE;

  *out = list_entries (db, stmt, error);
  return *out != NULL;
}

/**
 * desk_audit_table_list_stay:
 *
 * Returns: (transfer full) (element-type DeskAuditRecord) (nullable): what was done to a
 *   stay, first to last, or %NULL with @error set
 */
GPtrArray *
desk_audit_table_list_stay (DeskDb  *db,
                            gint64   stay_id,
                            GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_STAY, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, stay_id, error))
    return NULL;
  return list_entries (db, stmt, error);
}

/**
 * desk_audit_table_find_head:
 * @found: (out): whether any entry names the folio
 * @out: (out): where the folio's chain stood after the last entry that does
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_audit_table_find_head (DeskDb         *db,
                            gint64          folio_id,
                            gboolean       *found,
                            DeskAuditHead  *out,
                            GError        **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_LAST_HEAD, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, folio_id, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;

  *found = row;
  if (row)
    read_head (stmt, out);
  return TRUE;
}
