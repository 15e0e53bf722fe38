/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustment-table.h"

#include "desk-row.h"

/*
 * What the audit lists, each way of giving by one query over whole days. All of them
 * give the same columns, in the order of read_record().
 */

/* Where the party was on the night it is about, else where it was first. */
#define ROOM_OF(stay, date) \
  "coalesce ((SELECT m.number FROM stay_night n JOIN room m ON m.id = n.room_id " \
  "WHERE n.stay_id = " stay " AND n.date = " date "), " \
  "(SELECT m.number FROM stay_night n JOIN room m ON m.id = n.room_id " \
  "WHERE n.stay_id = " stay " ORDER BY n.date LIMIT 1))"

/* A folio's chain stood at the line or behind it after the entry that posted it. */
#define ENTRY_OF_LINE \
  "(SELECT h.entry_id FROM audit_head h WHERE h.folio_id = p.folio_id AND h.line >= p.line " \
  "ORDER BY h.line LIMIT 1)"

#define PARTY_OF_FOLIO \
  "JOIN folio f ON f.id = p.folio_id LEFT JOIN stay s ON s.id = f.stay_id " \
  "LEFT JOIN guest g ON g.id = s.guest_id LEFT JOIN audit_entry e ON e.id = " ENTRY_OF_LINE " "

/* The lines of one action follow each other; the first of each giving names it. */
#define LIST_LINES \
  "SELECT p.id, v.id, e.id, f.stay_id, p.folio_id, s.confirmation, g.name, p.kind, e.verb, " \
  "p.business_date, p.posted_at, p.made_by, e.role, p.allowed_by, coalesce (v.config, e.config), " \
  "v.case_id, p.reason, p.room, p.code, p.stay_date, p.quantity, p.line, o.line, " \
  "o.amount_minor, p.amount_minor, r.amount_minor, " \
  "o.amount_minor + coalesce (r.amount_minor, 0) + (SELECT sum (a.amount_minor) FROM posting a " \
  "WHERE a.folio_id = p.folio_id AND a.answers = p.answers AND a.line <= p.line), " \
  "-(p.amount_minor + coalesce (r.amount_minor, 0)), v.value_minor, s.departed_at, NULL, " \
  "p.note_id FROM posting p " PARTY_OF_FOLIO \
  "LEFT JOIN posting o ON o.folio_id = p.folio_id AND o.line = p.answers " \
  "LEFT JOIN posting r ON r.folio_id = p.folio_id AND r.line = p.line + 1 " \
  "AND p.kind = 'correction' AND p.amount_minor = -o.amount_minor AND r.kind = 'charge' " \
  "AND r.posted_at = p.posted_at AND r.stay_date IS p.stay_date AND r.window_no = p.window_no " \
  "AND r.code = p.code " \
  "LEFT JOIN giving v ON v.id = (SELECT x.id FROM giving x WHERE x.entry_id = e.id " \
  "AND x.posting_id <= p.id ORDER BY x.posting_id DESC LIMIT 1) " \
  "WHERE p.kind <> 'charge' AND p.kind <> 'tax' AND p.kind <> 'payment' " \
  "AND p.kind <> 'rounding' AND p.kind IN " \
  "('correction', 'allowance', 'credit-note', 'goodwill', 'return') " \
  "AND p.business_date >= $1 AND p.business_date <= $2 ORDER BY p.business_date, p.id"

/* What counts in a budget with lines is listed as those lines; a price put right for
 * nights to come posts none, and its entry vouches for no folio. */
#define LIST_GIVINGS \
  "SELECT NULL, v.id, v.entry_id, v.stay_id, NULL, s.confirmation, g.name, v.kind, e.verb, " \
  "v.business_date, v.made_at, v.made_by, v.role, v.allowed_by, v.config, v.case_id, v.reason, " \
  ROOM_OF ("v.stay_id", "v.for_date") ", v.code, v.for_date, v.quantity, NULL, NULL, NULL, NULL, " \
  "NULL, NULL, v.value_minor, v.value_minor, s.departed_at, NULL, NULL FROM giving v " \
  "JOIN audit_entry e ON e.id = v.entry_id LEFT JOIN stay s ON s.id = v.stay_id " \
  "LEFT JOIN guest g ON g.id = s.guest_id " \
  "WHERE v.business_date >= $1 AND v.business_date <= $2 AND v.posting_id IS NULL " \
  "AND (v.kind NOT IN ('correction', 'allowance', 'credit-note', 'goodwill', 'return', 'raise', " \
  "'late-raise') " \
  "OR NOT EXISTS (SELECT 1 FROM audit_head h WHERE h.entry_id = v.entry_id)) " \
  "ORDER BY v.business_date, v.id"

#define LIST_REFUNDS \
  "SELECT p.id, NULL, e.id, f.stay_id, p.folio_id, s.confirmation, g.name, 'refund', e.verb, " \
  "p.business_date, p.posted_at, p.made_by, e.role, p.allowed_by, e.config, NULL, p.reason, " \
  "coalesce (p.room, " ROOM_OF ("f.stay_id", "p.business_date") "), p.code, p.stay_date, " \
  "p.quantity, p.line, NULL, NULL, p.amount_minor, NULL, NULL, 0, 0, s.departed_at, " \
  "(SELECT group_concat (DISTINCT a.code) FROM posting a WHERE a.folio_id = p.folio_id " \
  "AND a.line < p.line AND a.kind = 'payment' AND a.amount_minor < 0), p.note_id " \
  "FROM posting p " PARTY_OF_FOLIO \
  "WHERE p.kind = 'payment' AND p.amount_minor > 0 " \
  "AND p.business_date >= $1 AND p.business_date <= $2 ORDER BY p.business_date, p.id"

/* A check-in undone, a price raised: nothing was given, and the night wants to know. */
#define LIST_CHANGES \
  "SELECT NULL, NULL, e.id, e.stay_id, NULL, s.confirmation, g.name, " \
  "CASE e.verb WHEN 'rate' THEN 'price' ELSE 'undo' END, e.verb, e.business_date, e.made_at, " \
  "e.made_by, e.role, e.allowed_by, e.config, NULL, NULL, " \
  ROOM_OF ("e.stay_id", "e.business_date") ", NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, " \
  "NULL, 0, 0, s.departed_at, NULL, NULL FROM audit_entry e " \
  "LEFT JOIN stay s ON s.id = e.stay_id LEFT JOIN guest g ON g.id = s.guest_id " \
  "WHERE e.verb IN ('rate', 'undo') AND e.business_date >= $1 AND e.business_date <= $2 " \
  "AND NOT EXISTS (SELECT 1 FROM giving v WHERE v.entry_id = e.id) " \
  "AND NOT EXISTS (SELECT 1 FROM audit_head h WHERE h.entry_id = e.id) " \
  "ORDER BY e.business_date, e.id"

#define LIST_UNDOS \
  "SELECT detail FROM audit_entry WHERE verb IN ('rate', 'undo') AND verb = 'undo' " \
  "AND business_date >= $1 AND business_date <= $2 ORDER BY business_date, id"

/* Who gave nothing for a reason worked the shift all the same. */
#define COUNT_SHIFTS \
  "SELECT made_by, business_date, " \
  "CASE WHEN kind IN ('correction', 'allowance') THEN reason END, " \
  "sum (CASE WHEN value_minor > 0 THEN 1 WHEN value_minor < 0 THEN -1 ELSE 0 END) FROM giving " \
  "WHERE business_date >= $1 AND business_date <= $2 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"

/* How many entries there are between two; the last one is found where none is named. */
#define COUNT_ENTRIES \
  "SELECT count (*), coalesce (min (id), 0), coalesce (max (id), 0) FROM audit_entry " \
  "WHERE id > $1 AND id <= $2"

#define FIND_FIRST_DAY \
  "SELECT min (a.day) FROM (SELECT min (business_date) AS day FROM giving UNION ALL " \
  "SELECT min (business_date) FROM posting " \
  "WHERE kind <> 'charge' AND kind <> 'tax' AND kind <> 'payment' AND kind <> 'rounding' " \
  "UNION ALL " \
  "SELECT min (business_date) FROM posting WHERE kind = 'payment' AND amount_minor > 0 " \
  "UNION ALL SELECT min (business_date) FROM audit_entry WHERE verb IN ('rate', 'undo')) AS a"

#define FIND_GAP \
  "SELECT p.id + 1 FROM posting p WHERE p.id >= $1 AND p.id < $2 AND NOT EXISTS " \
  "(SELECT 1 FROM posting n WHERE n.id = p.id + 1) ORDER BY p.id LIMIT 1"

DeskAdjustmentRecord *
desk_adjustment_record_new (void)
{
  return g_new0 (DeskAdjustmentRecord, 1);
}

/**
 * desk_adjustment_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): another of the same
 */
DeskAdjustmentRecord *
desk_adjustment_record_copy (const DeskAdjustmentRecord *self)
{
  DeskAdjustmentRecord *copy = g_memdup2 (self, sizeof *self);

  copy->confirmation = g_strdup (self->confirmation);
  copy->guest_name = g_strdup (self->guest_name);
  copy->kind = g_strdup (self->kind);
  copy->verb = g_strdup (self->verb);
  copy->by = g_strdup (self->by);
  copy->allowed_by = g_strdup (self->allowed_by);
  copy->reason = g_strdup (self->reason);
  copy->room = g_strdup (self->room);
  copy->code = g_strdup (self->code);
  copy->paid_with = g_strdup (self->paid_with);
  return copy;
}

/**
 * desk_adjustment_record_free:
 * @self: (nullable): a record
 */
void
desk_adjustment_record_free (DeskAdjustmentRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->confirmation);
  g_free (self->guest_name);
  g_free (self->kind);
  g_free (self->verb);
  g_free (self->by);
  g_free (self->allowed_by);
  g_free (self->reason);
  g_free (self->room);
  g_free (self->code);
  g_free (self->paid_with);
  g_free (self);
}

/**
 * desk_shift_count_free:
 * @self: (nullable): a count
 */
void
desk_shift_count_free (DeskShiftCount *self)
{
  if (self == NULL)
    return;
  g_free (self->login);
  g_free (self->reason);
  g_free (self);
}

static void
read_amounts (DeskStmt             *stmt,
              DeskAdjustmentRecord *record)
{
  record->quantity = desk_stmt_get_int64 (stmt, 20);
  record->line = (int) desk_stmt_get_int64 (stmt, 21);
  record->original = (int) desk_stmt_get_int64 (stmt, 22);
  record->original_minor = desk_stmt_get_int64 (stmt, 23);
  record->amount_minor = desk_stmt_get_int64 (stmt, 24);
  record->right_minor = desk_stmt_get_int64 (stmt, 25);
  record->became_minor = desk_stmt_get_int64 (stmt, 26);
  record->value_minor = desk_stmt_get_int64 (stmt, 27);
  record->gift_minor = desk_stmt_get_int64 (stmt, 28);
}

static gpointer
read_record (DeskStmt *stmt)
{
  DeskAdjustmentRecord *record = desk_adjustment_record_new ();
  const char *role = desk_stmt_get_text (stmt, 12);

  record->posting_id = desk_stmt_get_int64 (stmt, 0);
  record->giving_id = desk_stmt_get_int64 (stmt, 1);
  record->entry_id = desk_stmt_get_int64 (stmt, 2);
  record->stay_id = desk_stmt_get_int64 (stmt, 3);
  record->folio_id = desk_stmt_get_int64 (stmt, 4);
  record->confirmation = desk_row_dup_text (stmt, 5);
  record->guest_name = desk_row_dup_text (stmt, 6);
  record->kind = desk_row_dup_text (stmt, 7);
  record->verb = desk_row_dup_text (stmt, 8);
  record->business_date = desk_row_get_date (stmt, 9);
  record->made_at = desk_stmt_get_int64 (stmt, 10);
  record->by = desk_row_dup_text (stmt, 11);
  if (role == NULL || !desk_role_parse (role, &record->role))
    record->role = DESK_ROLE_NONE;
  record->allowed_by = desk_row_dup_text (stmt, 13);
  record->policy = desk_stmt_get_int64 (stmt, 14);
  record->case_id = desk_stmt_get_int64 (stmt, 15);
  record->reason = desk_row_dup_text (stmt, 16);
  record->room = desk_row_dup_text (stmt, 17);
  record->code = desk_row_dup_text (stmt, 18);
  record->for_date = desk_row_get_date (stmt, 19);
  read_amounts (stmt, record);
  record->left_at = desk_stmt_get_int64 (stmt, 29);
  record->paid_with = desk_row_dup_text (stmt, 30);
  record->note_id = desk_stmt_get_int64 (stmt, 31);
  return record;
}

static GPtrArray *
list_days (DeskDb          *db,
           const char      *sql,
           const DeskDate   days[2],
           DeskReadFunc     read,
           GDestroyNotify   free_func,
           GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, days[0], error) ||
      !desk_row_bind_date (stmt, 2, days[1], error))
    return NULL;
  return desk_row_list (stmt, read, free_func, error);
}

static GPtrArray *
list_records (DeskDb      *db,
              const char  *sql,
              DeskDate     from,
              DeskDate     to,
              GError     **error)
{
  const DeskDate days[2] = { from, to };

  return list_days (db, sql, days, read_record, (GDestroyNotify) desk_adjustment_record_free,
                    error);
}

/**
 * desk_adjustment_table_list_lines:
 * @from: first business date
 * @to: last business date, included
 *
 * Returns: (transfer full) (element-type DeskAdjustmentRecord) (nullable): the lines that
 *   put right or give something, or %NULL with @error set
 */
GPtrArray *
desk_adjustment_table_list_lines (DeskDb    *db,
                                  DeskDate   from,
                                  DeskDate   to,
                                  GError   **error)
{
  return list_records (db, LIST_LINES, from, to, error);
}

/**
 * desk_adjustment_table_list_givings:
 * @from: first business date
 * @to: last business date, included
 *
 * Returns: (transfer full) (element-type DeskAdjustmentRecord) (nullable): what was given
 *   and stands on no folio, or %NULL with @error set
 */
GPtrArray *
desk_adjustment_table_list_givings (DeskDb    *db,
                                    DeskDate   from,
                                    DeskDate   to,
                                    GError   **error)
{
  return list_records (db, LIST_GIVINGS, from, to, error);
}

/**
 * desk_adjustment_table_list_refunds:
 * @from: first business date
 * @to: last business date, included
 *
 * Returns: (transfer full) (element-type DeskAdjustmentRecord) (nullable): the money that
 *   was paid out, or %NULL with @error set
 */
GPtrArray *
desk_adjustment_table_list_refunds (DeskDb    *db,
                                    DeskDate   from,
                                    DeskDate   to,
                                    GError   **error)
{
  return list_records (db, LIST_REFUNDS, from, to, error);
}

/**
 * desk_adjustment_table_list_changes:
 * @from: first business date
 * @to: last business date, included
 *
 * Returns: (transfer full) (element-type DeskAdjustmentRecord) (nullable): what was undone
 *   or priced anew without a line and without giving anything, or %NULL with @error set
 */
GPtrArray *
desk_adjustment_table_list_changes (DeskDb    *db,
                                    DeskDate   from,
                                    DeskDate   to,
                                    GError   **error)
{
  return list_records (db, LIST_CHANGES, from, to, error);
}

static gpointer
read_detail (DeskStmt *stmt)
{
  return desk_row_dup_text (stmt, 0);
}

/**
 * desk_adjustment_table_list_undos:
 * @from: first business date
 * @to: last business date, included
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what each undo did, in the
 *   canonical words of its plan; or %NULL with @error set
 */
GPtrArray *
desk_adjustment_table_list_undos (DeskDb    *db,
                                  DeskDate   from,
                                  DeskDate   to,
                                  GError   **error)
{
  const DeskDate days[2] = { from, to };

  return list_days (db, LIST_UNDOS, days, read_detail, g_free, error);
}

static gpointer
read_count (DeskStmt *stmt)
{
  DeskShiftCount *count = g_new0 (DeskShiftCount, 1);

  count->login = desk_row_dup_text (stmt, 0);
  count->business_date = desk_row_get_date (stmt, 1);
  count->reason = desk_row_dup_text (stmt, 2);
  count->n = desk_stmt_get_int64 (stmt, 3);
  return count;
}

/**
 * desk_adjustment_table_count_shifts:
 * @from: first business date
 * @to: last business date, included
 *
 * Returns: (transfer full) (element-type DeskShiftCount) (nullable): how many corrections
 *   each person made for each reason in each shift, or %NULL with @error set
 */
GPtrArray *
desk_adjustment_table_count_shifts (DeskDb    *db,
                                    DeskDate   from,
                                    DeskDate   to,
                                    GError   **error)
{
  const DeskDate days[2] = { from, to };

  return list_days (db, COUNT_SHIFTS, days, read_count, (GDestroyNotify) desk_shift_count_free,
                    error);
}

/**
 * desk_adjustment_table_count_entries:
 * @after_id: the last entry before those that count
 * @last_id: the last entry that counts
 * @out: (out): how many there are, and their first and last number
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_adjustment_table_count_entries (DeskDb          *db,
                                     gint64           after_id,
                                     gint64           last_id,
                                     DeskPostingRun  *out,
                                     GError         **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, COUNT_ENTRIES, error);

  return stmt != NULL && desk_posting_run_read (stmt, after_id, last_id, out, error);
}

/**
 * desk_adjustment_table_find_gap:
 * @first_id: a line that is there
 * @last_id: a later one
 * @out_id: (out): the first number between them that no line has, 0 where all are there
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_adjustment_table_find_gap (DeskDb  *db,
                                gint64   first_id,
                                gint64   last_id,
                                gint64  *out_id,
                                GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, FIND_GAP, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, first_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, last_id, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  *out_id = row ? desk_stmt_get_int64 (stmt, 0) : 0;
  return TRUE;
}

/**
 * desk_adjustment_table_find_first_day:
 * @out: (out): the first business date on which anything was put right or given, or
 *   %DESK_DATE_NONE
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_adjustment_table_find_first_day (DeskDb    *db,
                                      DeskDate  *out,
                                      GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, FIND_FIRST_DAY, error);
  gboolean row;

  if (stmt == NULL || !desk_stmt_step (stmt, &row, error))
    return FALSE;
  *out = row ? desk_row_get_date (stmt, 0) : DESK_DATE_NONE;
  return TRUE;
}
