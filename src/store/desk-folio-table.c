/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-folio-table.h"

#include "desk-error.h"
#include "desk-row.h"

#define FOLIO_FIELDS \
  "kind, stay_id, account_id, name, state, last_line, head, balance_minor, opened_at, " \
  "closed_at, id, version"
#define INSERT_FOLIO \
  "INSERT INTO folio (" FOLIO_FIELDS ") " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
#define UPDATE_FOLIO \
  "UPDATE folio SET kind = $1, stay_id = $2, account_id = $3, name = $4, state = $5, " \
  "last_line = $6, head = $7, balance_minor = $8, opened_at = $9, closed_at = $10, " \
  "version = version + 1 WHERE id = $11 AND version = $12"
#define ADVANCE_FOLIO \
  "UPDATE folio SET last_line = $1, head = $2, balance_minor = $3, version = version + 1 " \
  "WHERE id = $4 AND version = $5"
#define SELECT_FOLIO "SELECT " FOLIO_FIELDS " FROM folio WHERE id = $1"
#define SELECT_FOR_STAY \
  "SELECT " FOLIO_FIELDS " FROM folio WHERE stay_id = $1 ORDER BY id LIMIT 1"
#define SELECT_HEAD "SELECT last_line, head FROM folio WHERE id = $1"
#define SELECT_STANDING \
  "SELECT f.last_line, f.head, f.balance_minor, (SELECT coalesce (sum (w.balance_minor), 0) " \
  "FROM folio_window w WHERE w.folio_id = f.id) FROM folio f WHERE f.id = $1"
#define LIST_IN_HOUSE \
  "SELECT f.kind, f.stay_id, f.account_id, f.name, f.state, f.last_line, f.head, " \
  "f.balance_minor, f.opened_at, f.closed_at, f.id, f.version " \
  "FROM stay s JOIN folio f ON f.stay_id = s.id " \
  "WHERE s.state = 'in-house' AND s.id > $1 AND s.id <= $2 ORDER BY s.id, f.id"
#define SELECT_USED \
  "SELECT " FOLIO_FIELDS " FROM folio f WHERE f.id > $1 AND f.id <= $2 AND (f.last_line <> 0 " \
  "OR f.balance_minor <> 0 OR f.head <> $3 " \
  "OR EXISTS (SELECT 1 FROM posting p WHERE p.folio_id = f.id) " \
  "OR EXISTS (SELECT 1 FROM audit_head h WHERE h.folio_id = f.id) " \
  "OR EXISTS (SELECT 1 FROM folio_window w WHERE w.folio_id = f.id AND w.balance_minor <> 0)) " \
  "ORDER BY f.id"
#define SELECT_NEWEST "SELECT max (id) FROM folio"

#define WINDOW_FIELDS \
  "payer, account_id, reference, buyer_name, buyer_address, buyer_tax_number, balance_minor, " \
  "folio_id, number, version"
#define INSERT_WINDOW \
  "INSERT INTO folio_window (" WINDOW_FIELDS ") " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
#define UPDATE_WINDOW \
  "UPDATE folio_window SET payer = $1, account_id = $2, reference = $3, buyer_name = $4, " \
  "buyer_address = $5, buyer_tax_number = $6, balance_minor = $7, version = version + 1 " \
  "WHERE folio_id = $8 AND number = $9 AND version = $10"
#define SELECT_WINDOWS \
  "SELECT " WINDOW_FIELDS " FROM folio_window WHERE folio_id = $1 ORDER BY number"
#define ADD_TO_WINDOW \
  "INSERT INTO folio_window (folio_id, number, balance_minor, version) VALUES ($1, $2, $3, 1) " \
  "ON CONFLICT (folio_id, number) DO UPDATE " \
  "SET balance_minor = folio_window.balance_minor + excluded.balance_minor, " \
  "version = folio_window.version + 1"

/**
 * desk_folio_record_free:
 * @self: (nullable): a record
 */
void
desk_folio_record_free (DeskFolioRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->name);
  g_free (self);
}

/**
 * desk_window_record_free:
 * @self: (nullable): a record
 */
void
desk_window_record_free (DeskWindowRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->payer);
  g_free (self->reference);
  g_free (self->buyer_name);
  g_free (self->buyer_address);
  g_free (self->buyer_tax_number);
  g_free (self);
}

static gpointer
read_folio (DeskStmt *stmt)
{
  DeskFolioRecord *record = g_new0 (DeskFolioRecord, 1);

  record->kind = desk_row_dup_text (stmt, 0);
  record->stay_id = desk_stmt_get_int64 (stmt, 1);
  record->account_id = desk_stmt_get_int64 (stmt, 2);
  record->name = desk_row_dup_text (stmt, 3);
  record->open = g_strcmp0 (desk_stmt_get_text (stmt, 4), "open") == 0;
  record->last_line = (int) desk_stmt_get_int64 (stmt, 5);
  desk_row_get_hash (stmt, 6, record->head);
  record->balance_minor = desk_stmt_get_int64 (stmt, 7);
  record->opened_at = desk_stmt_get_int64 (stmt, 8);
  record->closed_at = desk_stmt_get_int64 (stmt, 9);
  record->id = desk_stmt_get_int64 (stmt, 10);
  record->version = desk_stmt_get_int64 (stmt, 11);
  return record;
}

static gpointer
read_window (DeskStmt *stmt)
{
  DeskWindowRecord *record = g_new0 (DeskWindowRecord, 1);

  record->payer = desk_row_dup_text (stmt, 0);
  record->account_id = desk_stmt_get_int64 (stmt, 1);
  record->reference = desk_row_dup_text (stmt, 2);
  record->buyer_name = desk_row_dup_text (stmt, 3);
  record->buyer_address = desk_row_dup_text (stmt, 4);
  record->buyer_tax_number = desk_row_dup_text (stmt, 5);
  record->balance_minor = desk_stmt_get_int64 (stmt, 6);
  record->folio_id = desk_stmt_get_int64 (stmt, 7);
  record->number = (int) desk_stmt_get_int64 (stmt, 8);
  record->version = desk_stmt_get_int64 (stmt, 9);
  return record;
}

static gboolean
bind_folio (DeskStmt               *stmt,
            const DeskFolioRecord  *record,
            GError                **error)
{
  return desk_stmt_bind_text (stmt, 1, record->kind, error) &&
         desk_row_bind_id (stmt, 2, record->stay_id, error) &&
         desk_row_bind_id (stmt, 3, record->account_id, error) &&
         desk_stmt_bind_text (stmt, 4, record->name, error) &&
         desk_stmt_bind_text (stmt, 5, record->open ? "open" : "closed", error) &&
         desk_stmt_bind_int64 (stmt, 6, record->last_line, error) &&
         desk_row_bind_hash (stmt, 7, record->head, error) &&
         desk_stmt_bind_int64 (stmt, 8, record->balance_minor, error) &&
         desk_stmt_bind_int64 (stmt, 9, record->opened_at, error) &&
         desk_row_bind_id (stmt, 10, record->closed_at, error) &&
         desk_stmt_bind_int64 (stmt, 11, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 12, record->version, error);
}

static gboolean
bind_window (DeskStmt                *stmt,
             const DeskWindowRecord  *record,
             GError                 **error)
{
  return desk_stmt_bind_text (stmt, 1, record->payer, error) &&
         desk_row_bind_id (stmt, 2, record->account_id, error) &&
         desk_stmt_bind_text (stmt, 3, record->reference, error) &&
         desk_stmt_bind_text (stmt, 4, record->buyer_name, error) &&
         desk_stmt_bind_text (stmt, 5, record->buyer_address, error) &&
         desk_stmt_bind_text (stmt, 6, record->buyer_tax_number, error) &&
         desk_stmt_bind_int64 (stmt, 7, record->balance_minor, error) &&
         desk_stmt_bind_int64 (stmt, 8, record->folio_id, error) &&
         desk_stmt_bind_int64 (stmt, 9, record->number, error) &&
         desk_stmt_bind_int64 (stmt, 10, record->version, error);
}

/**
 * desk_folio_table_insert:
 * @record: a new folio, its id from the counter `folio`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_folio_table_insert (DeskDb                 *db,
                         const DeskFolioRecord  *record,
                         GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_FOLIO, error);

  return stmt != NULL &&
         bind_folio (stmt, record, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_folio_table_update:
 * @record: as it shall be, with the version it was read at; its version grows by
 *   one. The lines it stands at must have been written before
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …
 */
gboolean
desk_folio_table_update (DeskDb           *db,
                         DeskFolioRecord  *record,
                         GError          **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_FOLIO, error);

  if (stmt == NULL ||
      !bind_folio (stmt, record, error) ||
      !desk_row_run_update (db, stmt, "folio", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_folio_table_advance:
 * @record: the folio with its new last line, head and balance; gets its new version
 *
 * Writes where the folio stands after new lines, and nothing else of it.
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED where the folio is no longer
 *   the one that was read
 */
gboolean
desk_folio_table_advance (DeskDb           *db,
                          DeskFolioRecord  *record,
                          GError          **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, ADVANCE_FOLIO, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, record->last_line, error) ||
      !desk_row_bind_hash (stmt, 2, record->head, error) ||
      !desk_stmt_bind_int64 (stmt, 3, record->balance_minor, error) ||
      !desk_stmt_bind_int64 (stmt, 4, record->id, error) ||
      !desk_stmt_bind_int64 (stmt, 5, record->version, error) ||
      !desk_row_run_update (db, stmt, "folio", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_folio_table_get_head:
 * @last_line: (out): number of the folio's last line
 * @head: (out): hash of its chain up to that line
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_NOT_FOUND …
 */
gboolean
desk_folio_table_get_head (DeskDb   *db,
                           gint64    id,
                           int      *last_line,
                           guint8    head[32],
                           GError  **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_HEAD, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, id, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "there is no row %" G_GINT64_FORMAT,
                   id);
      return FALSE;
    }
  *last_line = (int) desk_stmt_get_int64 (stmt, 0);
  desk_row_get_hash (stmt, 1, head);
  return TRUE;
}

/**
 * desk_folio_table_get_standing:
 * @out: (out): where the folio stands, with what its windows come to
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_NOT_FOUND …
 */
gboolean
desk_folio_table_get_standing (DeskDb             *db,
                               gint64              id,
                               DeskFolioStanding  *out,
                               GError            **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_STANDING, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, id, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "there is no row %" G_GINT64_FORMAT,
                   id);
      return FALSE;
    }
  out->last_line = (int) desk_stmt_get_int64 (stmt, 0);
  desk_row_get_hash (stmt, 1, out->head);
  out->balance_minor = desk_stmt_get_int64 (stmt, 2);
  out->in_windows_minor = desk_stmt_get_int64 (stmt, 3);
  return TRUE;
}

/**
 * desk_folio_table_get:
 *
 * Returns: (transfer full) (nullable): the folio, or %NULL with @error set:
 *   %DESK_ERROR_NOT_FOUND …
 */
DeskFolioRecord *
desk_folio_table_get (DeskDb  *db,
                      gint64   id,
                      GError **error)
{
  return desk_row_get_by_id (db, SELECT_FOLIO, id, read_folio, error);
}

/**
 * desk_folio_table_find_for_stay:
 * @out: (out) (transfer full) (nullable): the stay's first folio, %NULL where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_folio_table_find_for_stay (DeskDb           *db,
                                gint64            stay_id,
                                DeskFolioRecord **out,
                                GError          **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_FOR_STAY, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, stay_id, error) &&
         desk_row_find (stmt, read_folio, (gpointer *) out, error);
}

/**
 * desk_folio_table_list_in_house:
 * @after_stay: the stay before the first one
 * @last_stay: the last stay
 *
 * Returns: (transfer full) (element-type DeskFolioRecord) (nullable): the folios of the stays in
 *   house between them, by stay and id; or %NULL with @error set
 */
GPtrArray *
desk_folio_table_list_in_house (DeskDb  *db,
                                gint64   after_stay,
                                gint64   last_stay,
                                GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, LIST_IN_HOUSE, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, after_stay, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_stay, error))
    return NULL;
  return desk_row_list (stmt, read_folio, (GDestroyNotify) desk_folio_record_free, error);
}

/**
 * desk_folio_table_list_used:
 * @after_id: the last id of the run before, 0 for the first
 * @last_id: the last id of this run
 *
 * Leaves out those on which nothing was ever posted, and of which nothing says otherwise.
 *
 * Returns: (transfer full) (element-type DeskFolioRecord) (nullable): the others, by id; or
 *   %NULL with @error set
 */
GPtrArray *
desk_folio_table_list_used (DeskDb  *db,
                            gint64   after_id,
                            gint64   last_id,
                            GError **error)
{
  static const guint8 before_the_first[32] = { 0 };
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_USED, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, after_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_id, error) ||
      !desk_row_bind_hash (stmt, 3, before_the_first, error))
    return NULL;
  return desk_row_list (stmt, read_folio, (GDestroyNotify) desk_folio_record_free, error);
}

/**
 * desk_folio_table_get_newest:
 * @id: (out): number of the newest folio, 0 where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_folio_table_get_newest (DeskDb  *db,
                             gint64  *id,
                             GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NEWEST, error);

  return stmt != NULL && desk_row_get_number (stmt, id, error);
}

/**
 * desk_folio_table_insert_window:
 * @record: a window the folio does not have yet
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_EXISTS …
 */
gboolean
desk_folio_table_insert_window (DeskDb                  *db,
                                const DeskWindowRecord  *record,
                                GError                 **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_WINDOW, error);

  return stmt != NULL &&
         bind_window (stmt, record, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_folio_table_update_window:
 * @record: as it shall be, with the version it was read at; its version grows by one
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_CHANGED …
 */
gboolean
desk_folio_table_update_window (DeskDb            *db,
                                DeskWindowRecord  *record,
                                GError           **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, UPDATE_WINDOW, error);

  if (stmt == NULL ||
      !bind_window (stmt, record, error) ||
      !desk_row_run_update (db, stmt, "window", error))
    return FALSE;

  record->version++;
  return TRUE;
}

/**
 * desk_folio_table_list_windows:
 *
 * Returns: (transfer full) (element-type DeskWindowRecord) (nullable): by number, or %NULL
 *   with @error set
 */
GPtrArray *
desk_folio_table_list_windows (DeskDb  *db,
                               gint64   folio_id,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_WINDOWS, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, folio_id, error))
    return NULL;
  return desk_row_list (stmt, read_window, (GDestroyNotify) desk_window_record_free, error);
}

/**
 * desk_folio_table_add_to_window:
 * @number: 1 to 8; the window is made where the folio has none, for the guest to pay
 * @amount_minor: what is added to its balance
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_folio_table_add_to_window (DeskDb  *db,
                                gint64   folio_id,
                                int      number,
                                gint64   amount_minor,
                                GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, ADD_TO_WINDOW, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, folio_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, number, error) &&
         desk_stmt_bind_int64 (stmt, 3, amount_minor, error) &&
         desk_stmt_run (stmt, error);
}
