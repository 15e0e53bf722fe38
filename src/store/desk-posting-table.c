/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-posting-table.h"

#include "desk-error.h"
#include "desk-row.h"
#include "desk-step-text.h"

#define POSTING_FIELDS \
  "id, folio_id, line, window_no, kind, config, code, tax_class, tax, business_date, stay_date, " \
  "room, quantity, unit_minor, amount_minor, parent, answers, check_no, text, reason, made_by, " \
  "allowed_by, desk, posted_at, note_id, note_hash, hash, steps"
#define INSERT_POSTING \
  "INSERT INTO posting (" POSTING_FIELDS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, " \
  "$11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)"
#define SELECT_ONE "SELECT " POSTING_FIELDS " FROM posting WHERE id = $1"
#define SELECT_LINE "SELECT " POSTING_FIELDS " FROM posting WHERE folio_id = $1 AND line = $2"
#define SELECT_FOLIO \
  "SELECT " POSTING_FIELDS " FROM posting WHERE folio_id = $1 AND line > $2 " \
  "ORDER BY line LIMIT $3"
#define SELECT_DATE \
  "SELECT " POSTING_FIELDS " FROM posting WHERE folio_id = $1 AND stay_date = $2 ORDER BY line"
#define SELECT_RUN \
  "SELECT " POSTING_FIELDS " FROM posting WHERE id >= $1 AND id <= $2 ORDER BY id"
#define SUM_BY_TAX \
  "SELECT tax, sum (amount_minor), folio_id FROM posting " \
  "WHERE folio_id = $1 AND tax IS NOT NULL GROUP BY folio_id, tax ORDER BY tax"
#define OF_IN_HOUSE \
  "FROM stay s JOIN folio f ON f.stay_id = s.id JOIN posting p ON p.folio_id = f.id " \
  "WHERE s.state = 'in-house' "
#define LIST_DATE_IN_HOUSE \
  "SELECT p.id, p.folio_id, p.line, p.window_no, p.kind, p.config, p.code, p.tax_class, p.tax, " \
  "p.business_date, p.stay_date, p.room, p.quantity, p.unit_minor, p.amount_minor, p.parent, " \
  "p.answers, p.check_no, p.text, p.reason, p.made_by, p.allowed_by, p.desk, p.posted_at, " \
  "p.note_id, p.note_hash, p.hash, p.steps " OF_IN_HOUSE \
  "AND p.stay_date = $1 AND s.id > $2 AND s.id <= $3 ORDER BY s.id, p.line"
#define SUM_TAXES_IN_HOUSE \
  "SELECT p.tax, sum (p.amount_minor), p.folio_id " OF_IN_HOUSE \
  "AND p.tax IS NOT NULL AND s.id > $1 AND s.id <= $2 GROUP BY s.id, p.folio_id, p.tax " \
  "ORDER BY s.id, p.folio_id, p.tax"
#define SUM_BY_CODE \
  "SELECT code, sum (amount_minor), count (*), max (id) FROM posting WHERE id > $1 " \
  "GROUP BY code ORDER BY code"
#define SUM_ANSWERS \
  "SELECT code, sum (amount_minor), count (*), max (id) FROM posting " \
  "WHERE id > $1 AND id <= $2 AND kind IN " \
  "('correction', 'allowance', 'credit-note', 'goodwill', 'return') GROUP BY code ORDER BY code"
#define COUNT_RUN \
  "SELECT count (*), coalesce (min (id), 0), coalesce (max (id), 0) FROM posting " \
  "WHERE id > $1 AND id <= $2"
#define SELECT_NEWEST "SELECT max (id) FROM posting"

/**
 * desk_tax_sum_free:
 * @self: (nullable): a sum
 */
void
desk_tax_sum_free (DeskTaxSum *self)
{
  if (self == NULL)
    return;
  g_free (self->tax);
  g_free (self);
}

/**
 * desk_code_sum_free:
 * @self: (nullable): a sum
 */
void
desk_code_sum_free (DeskCodeSum *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self);
}

/* A kind nobody knows was put there by somebody else. */
static gboolean
read_kind (DeskStmt     *stmt,
           DeskPosting  *posting,
           GError      **error)
{
  const char *kind = desk_stmt_get_text (stmt, 4);

  if (kind != NULL && desk_posting_kind_parse (kind, &posting->kind))
    return TRUE;

  g_set_error (error, DESK_ERROR, DESK_ERROR_TAMPERED,
               "posting %" G_GINT64_FORMAT ": its kind is none", posting->id);
  if (error != NULL)
    desk_error_set_place (*error, NULL, "posting", NULL, (int) posting->id);
  return FALSE;
}

static DeskPosting *
read_posting (DeskStmt  *stmt,
              GError   **error)
{
  g_autoptr (DeskPosting) posting = desk_posting_new ();

  posting->id = desk_stmt_get_int64 (stmt, 0);
  posting->folio_id = desk_stmt_get_int64 (stmt, 1);
  posting->line = (int) desk_stmt_get_int64 (stmt, 2);
  posting->window = (int) desk_stmt_get_int64 (stmt, 3);
  if (!read_kind (stmt, posting, error))
    return NULL;
  posting->config = desk_stmt_get_int64 (stmt, 5);
  posting->code = desk_row_dup_text (stmt, 6);
  posting->tax_class = desk_row_dup_text (stmt, 7);
  posting->tax = desk_row_dup_text (stmt, 8);
  posting->business_date = desk_row_get_date (stmt, 9);
  posting->stay_date = desk_row_get_date (stmt, 10);
  posting->room = desk_row_dup_text (stmt, 11);
  posting->quantity = desk_stmt_get_int64 (stmt, 12);
  posting->unit_minor = desk_stmt_get_int64 (stmt, 13);
  posting->amount_minor = desk_stmt_get_int64 (stmt, 14);
  posting->parent = (int) desk_stmt_get_int64 (stmt, 15);
  posting->answers = (int) desk_stmt_get_int64 (stmt, 16);
  posting->check = desk_row_dup_text (stmt, 17);
  posting->text = desk_row_dup_text (stmt, 18);
  posting->reason = desk_row_dup_text (stmt, 19);
  posting->by = desk_row_dup_text (stmt, 20);
  posting->allowed_by = desk_row_dup_text (stmt, 21);
  posting->desk = desk_row_dup_text (stmt, 22);
  posting->posted_at = desk_stmt_get_int64 (stmt, 23);
  posting->note_id = desk_stmt_get_int64 (stmt, 24);
  desk_row_get_hash (stmt, 25, posting->note_hash);
  desk_row_get_hash (stmt, 26, posting->hash);
  if (!desk_step_text_read (desk_stmt_get_text (stmt, 27), posting, error))
    return NULL;
  return g_steal_pointer (&posting);
}

static gboolean
bind_what (DeskStmt           *stmt,
           const DeskPosting  *posting,
           GError            **error)
{
  return desk_stmt_bind_int64 (stmt, 1, posting->id, error) &&
         desk_stmt_bind_int64 (stmt, 2, posting->folio_id, error) &&
         desk_stmt_bind_int64 (stmt, 3, posting->line, error) &&
         desk_stmt_bind_int64 (stmt, 4, posting->window, error) &&
         desk_stmt_bind_text (stmt, 5, desk_posting_kind_to_string (posting->kind), error) &&
         desk_stmt_bind_int64 (stmt, 6, posting->config, error) &&
         desk_stmt_bind_text (stmt, 7, posting->code, error) &&
         desk_stmt_bind_text (stmt, 8, posting->tax_class, error) &&
         desk_stmt_bind_text (stmt, 9, posting->tax, error) &&
         desk_row_bind_date (stmt, 10, posting->business_date, error) &&
         desk_row_bind_date (stmt, 11, posting->stay_date, error) &&
         desk_stmt_bind_text (stmt, 12, posting->room, error) &&
         desk_stmt_bind_int64 (stmt, 13, posting->quantity, error) &&
         desk_stmt_bind_int64 (stmt, 14, posting->unit_minor, error) &&
         desk_stmt_bind_int64 (stmt, 15, posting->amount_minor, error);
}

static gboolean
bind_why (DeskStmt           *stmt,
          const DeskPosting  *posting,
          GError            **error)
{
  return desk_row_bind_id (stmt, 16, posting->parent, error) &&
         desk_row_bind_id (stmt, 17, posting->answers, error) &&
         desk_stmt_bind_text (stmt, 18, posting->check, error) &&
         desk_stmt_bind_text (stmt, 19, posting->text, error) &&
         desk_stmt_bind_text (stmt, 20, posting->reason, error) &&
         desk_stmt_bind_text (stmt, 21, posting->by, error) &&
         desk_stmt_bind_text (stmt, 22, posting->allowed_by, error) &&
         desk_stmt_bind_text (stmt, 23, posting->desk, error) &&
         desk_stmt_bind_int64 (stmt, 24, posting->posted_at, error) &&
         desk_row_bind_id (stmt, 25, posting->note_id, error) &&
         (posting->note_id != 0 ? desk_row_bind_hash (stmt, 26, posting->note_hash, error)
                                : desk_stmt_bind_null (stmt, 26, error)) &&
         desk_row_bind_hash (stmt, 27, posting->hash, error);
}

/**
 * desk_posting_table_insert:
 * @posting: a line with its steps, its id from the counter `posting`, its number the
 *   folio's next, its hash made
 *
 * Returns: %TRUE, or %FALSE with @error set: %DESK_ERROR_REFUSED where the folio is
 *   closed or the number is not the next
 */
gboolean
desk_posting_table_insert (DeskDb             *db,
                           const DeskPosting  *posting,
                           GError            **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_POSTING, error);
  g_autofree char *steps = desk_step_text_write (posting);

  return stmt != NULL &&
         bind_what (stmt, posting, error) &&
         bind_why (stmt, posting, error) &&
         desk_stmt_bind_text (stmt, 28, steps, error) &&
         desk_stmt_run (stmt, error);
}

static GPtrArray *
read_postings (DeskStmt  *stmt,
               GError   **error)
{
  g_autoptr (GPtrArray) postings = g_ptr_array_new_with_free_func
    ((GDestroyNotify) desk_posting_free);

  for (;;)
    {
      DeskPosting *posting;
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&postings);

      posting = read_posting (stmt, error);
      if (posting == NULL)
        return NULL;
      g_ptr_array_add (postings, posting);
    }
}

/* The one line that @stmt finds, with its steps. */
static DeskPosting *
read_one (DeskStmt  *stmt,
          GError   **error)
{
  g_autoptr (GPtrArray) postings = read_postings (stmt, error);

  if (postings == NULL)
    return NULL;
  if (postings->len == 0)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "there is no such line");
      return NULL;
    }
  return g_ptr_array_steal_index (postings, 0);
}

/**
 * desk_posting_table_get:
 * @id: number in the ledger
 *
 * Returns: (transfer full) (nullable): the line with its steps, or %NULL with @error
 *   set: %DESK_ERROR_NOT_FOUND, %DESK_ERROR_TAMPERED …
 */
DeskPosting *
desk_posting_table_get (DeskDb  *db,
                        gint64   id,
                        GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_ONE, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, id, error))
    return NULL;
  return read_one (stmt, error);
}

/**
 * desk_posting_table_get_line:
 * @line: number within the folio
 *
 * Returns: (transfer full) (nullable): the line with its steps, or %NULL with @error
 *   set: %DESK_ERROR_NOT_FOUND, %DESK_ERROR_TAMPERED …
 */
DeskPosting *
desk_posting_table_get_line (DeskDb  *db,
                             gint64   folio_id,
                             int      line,
                             GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_LINE, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, folio_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, line, error))
    return NULL;
  return read_one (stmt, error);
}

/**
 * desk_posting_table_load_folio:
 *
 * Returns: (transfer full) (element-type DeskPosting) (nullable): all lines of a folio
 *   with their steps, in line order; or %NULL with @error set
 */
GPtrArray *
desk_posting_table_load_folio (DeskDb  *db,
                               gint64   folio_id,
                               GError **error)
{
  return desk_posting_table_load_after (db, folio_id, 0, G_MAXUINT, error);
}

/**
 * desk_posting_table_load_after:
 * @after_line: the last line of the page before, 0 for the first page
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type DeskPosting) (nullable): lines of a folio
 *   with their steps, in line order; or %NULL with @error set
 */
GPtrArray *
desk_posting_table_load_after (DeskDb  *db,
                               gint64   folio_id,
                               int      after_line,
                               guint    limit,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_FOLIO, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, folio_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, after_line, error) ||
      !desk_stmt_bind_int64 (stmt, 3, limit, error))
    return NULL;

  return read_postings (stmt, error);
}

/**
 * desk_posting_table_load_date:
 * @stay_date: the night or day the lines are for
 *
 * Returns: (transfer full) (element-type DeskPosting) (nullable): the folio's lines of
 *   that date with their steps, in line order; or %NULL with @error set
 */
GPtrArray *
desk_posting_table_load_date (DeskDb    *db,
                              gint64     folio_id,
                              DeskDate   stay_date,
                              GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_DATE, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, folio_id, error) ||
      !desk_row_bind_date (stmt, 2, stay_date, error))
    return NULL;

  return read_postings (stmt, error);
}

/**
 * desk_posting_table_load_run:
 * @first_id: number in the ledger
 * @last_id: number of the last one
 *
 * Returns: (transfer full) (element-type DeskPosting) (nullable): the lines between them with
 *   their steps, of whatever folio, by number; or %NULL with @error set
 */
GPtrArray *
desk_posting_table_load_run (DeskDb  *db,
                             gint64   first_id,
                             gint64   last_id,
                             GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_RUN, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, first_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_id, error))
    return NULL;
  return read_postings (stmt, error);
}

/**
 * desk_posting_table_list_date_in_house:
 * @stay_date: the night the lines are for
 * @after_stay: the stay before the first one
 * @last_stay: the last stay
 *
 * Returns: (transfer full) (element-type DeskPosting) (nullable): the lines of that date on the
 *   folios of the stays in house between them, with their steps, by stay and line; or %NULL
 *   with @error set
 */
GPtrArray *
desk_posting_table_list_date_in_house (DeskDb    *db,
                                       DeskDate   stay_date,
                                       gint64     after_stay,
                                       gint64     last_stay,
                                       GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, LIST_DATE_IN_HOUSE, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, stay_date, error) ||
      !desk_stmt_bind_int64 (stmt, 2, after_stay, error) ||
      !desk_stmt_bind_int64 (stmt, 3, last_stay, error))
    return NULL;
  return read_postings (stmt, error);
}

static gpointer
read_tax_sum (DeskStmt *stmt)
{
  DeskTaxSum *sum = g_new0 (DeskTaxSum, 1);

  sum->tax = desk_row_dup_text (stmt, 0);
  sum->amount_minor = desk_stmt_get_int64 (stmt, 1);
  sum->folio_id = desk_stmt_get_int64 (stmt, 2);
  return sum;
}

/**
 * desk_posting_table_sum_by_tax:
 *
 * Returns: (transfer full) (element-type DeskTaxSum) (nullable): what a folio's lines
 *   that name a tax come to, by tax; or %NULL with @error set
 */
GPtrArray *
desk_posting_table_sum_by_tax (DeskDb  *db,
                               gint64   folio_id,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_BY_TAX, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, folio_id, error))
    return NULL;
  return desk_row_list (stmt, read_tax_sum, (GDestroyNotify) desk_tax_sum_free, error);
}

/**
 * desk_posting_table_sum_taxes_in_house:
 * @after_stay: the stay before the first one
 * @last_stay: the last stay
 *
 * Returns: (transfer full) (element-type DeskTaxSum) (nullable): what the folios of the stays in
 *   house between them were taxed, by stay, folio and tax; or %NULL with @error set
 */
GPtrArray *
desk_posting_table_sum_taxes_in_house (DeskDb  *db,
                                       gint64   after_stay,
                                       gint64   last_stay,
                                       GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_TAXES_IN_HOUSE, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, after_stay, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_stay, error))
    return NULL;
  return desk_row_list (stmt, read_tax_sum, (GDestroyNotify) desk_tax_sum_free, error);
}

static gpointer
read_code_sum (DeskStmt *stmt)
{
  DeskCodeSum *sum = g_new0 (DeskCodeSum, 1);

  sum->code = desk_row_dup_text (stmt, 0);
  sum->amount_minor = desk_stmt_get_int64 (stmt, 1);
  sum->n_lines = desk_stmt_get_int64 (stmt, 2);
  sum->last_id = desk_stmt_get_int64 (stmt, 3);
  return sum;
}

/**
 * desk_posting_table_sum_by_code:
 * @after_id: the last line before those that count
 *
 * Returns: (transfer full) (element-type DeskCodeSum) (nullable): what the ledger's later
 *   lines come to, by code; or %NULL with @error set, where a sum does not fit, too
 */
GPtrArray *
desk_posting_table_sum_by_code (DeskDb  *db,
                                gint64   after_id,
                                GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_BY_CODE, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, after_id, error))
    return NULL;
  return desk_row_list (stmt, read_code_sum, (GDestroyNotify) desk_code_sum_free, error);
}

/**
 * desk_posting_table_sum_answers:
 * @after_id: the last line before those that count
 * @last_id: the last line that counts
 *
 * Adds up by number, not by day: another way to what the rows of a day come to.
 *
 * Returns: (transfer full) (element-type DeskCodeSum) (nullable): what the lines that put
 *   right or give something come to, by code; or %NULL with @error set
 */
GPtrArray *
desk_posting_table_sum_answers (DeskDb  *db,
                                gint64   after_id,
                                gint64   last_id,
                                GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_ANSWERS, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, after_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_id, error))
    return NULL;
  return desk_row_list (stmt, read_code_sum, (GDestroyNotify) desk_code_sum_free, error);
}

/**
 * desk_posting_run_read:
 * @stmt: gives count, first and last number of what is behind $1 and up to $2
 * @after_id: the last before those that count
 * @last_id: the last that counts
 * @out: (out): how many there are, and their first and last number
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_posting_run_read (DeskStmt        *stmt,
                       gint64           after_id,
                       gint64           last_id,
                       DeskPostingRun  *out,
                       GError         **error)
{
  gboolean row;

  if (!desk_stmt_bind_int64 (stmt, 1, after_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_id, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  out->n_lines = desk_stmt_get_int64 (stmt, 0);
  out->first_id = desk_stmt_get_int64 (stmt, 1);
  out->last_id = desk_stmt_get_int64 (stmt, 2);
  return TRUE;
}

/**
 * desk_posting_table_count_run:
 * @after_id: the last line before those that count
 * @last_id: the last line that counts
 * @out: (out): how many there are, and their first and last number
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_posting_table_count_run (DeskDb          *db,
                              gint64           after_id,
                              gint64           last_id,
                              DeskPostingRun  *out,
                              GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, COUNT_RUN, error);

  return stmt != NULL && desk_posting_run_read (stmt, after_id, last_id, out, error);
}

/**
 * desk_posting_table_get_newest:
 * @id: (out): number of the ledger's last line, 0 where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_posting_table_get_newest (DeskDb  *db,
                               gint64  *id,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NEWEST, error);

  return stmt != NULL && desk_row_get_number (stmt, id, error);
}
