/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-giving-table.h"

#include "desk-row.h"

#define GIVING_FIELDS \
  "id, entry_id, kind, reason, stay_id, guest_id, case_id, posting_id, code, for_date, " \
  "quantity, value_minor, cost_minor, business_date, made_at, made_by, role, allowed_by, config, " \
  "shift"
#define INSERT_GIVING \
  "INSERT INTO giving (" GIVING_FIELDS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, " \
  "$11, $12, $13, $14, $15, $16, $17, $18, $19, $20)"
#define SELECT_DAYS \
  "SELECT " GIVING_FIELDS " FROM giving WHERE business_date >= $1 AND business_date <= $2 " \
  "AND id > $3 ORDER BY business_date, id LIMIT $4"
#define SELECT_OF_ENTRY "SELECT " GIVING_FIELDS " FROM giving WHERE entry_id = $1 ORDER BY id"

#define SUM_STAY \
  "SELECT coalesce (sum (value_minor), 0) FROM giving WHERE kind = $1 AND stay_id = $2"
#define OF_SHIFT " AND made_by = $3 AND shift = $4"
#define SUM_OWN SUM_STAY OF_SHIFT
#define SUM_GUEST \
  "SELECT coalesce (sum (value_minor), 0) FROM giving " \
  "WHERE kind = $1 AND guest_id = $2 AND business_date >= $3"
/* Taking back on one stay what somebody else gave makes no room on another. */
#define SUM_SHIFT \
  "SELECT coalesce (sum (CASE WHEN given > 0 THEN given ELSE 0 END), 0) FROM " \
  "(SELECT sum (value_minor) AS given FROM giving " \
  "WHERE kind = $1 AND made_by = $2 AND shift = $3 GROUP BY stay_id) AS by_stay"
#define SELECT_OWN \
  "SELECT " GIVING_FIELDS " FROM giving WHERE stay_id = $1 AND made_by = $2 AND shift = $3 " \
  "ORDER BY id"
#define SELECT_LAST \
  "SELECT " GIVING_FIELDS " FROM giving WHERE made_by = $1 ORDER BY made_at DESC, id DESC LIMIT 1"

/* The rest between two shifts of one person, as the law of many countries has it. */
#define REST (11 * G_TIME_SPAN_HOUR)

/**
 * desk_giving_record_free:
 * @self: (nullable): a record
 */
void
desk_giving_record_free (DeskGivingRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->reason);
  g_free (self->code);
  g_free (self->made_by);
  g_free (self->allowed_by);
  g_free (self);
}

static gpointer
read_giving (DeskStmt *stmt)
{
  DeskGivingRecord *record = g_new0 (DeskGivingRecord, 1);
  const char *role = desk_stmt_get_text (stmt, 16);

  record->id = desk_stmt_get_int64 (stmt, 0);
  record->entry_id = desk_stmt_get_int64 (stmt, 1);
  record->kind = desk_row_dup_text (stmt, 2);
  record->reason = desk_row_dup_text (stmt, 3);
  record->stay_id = desk_stmt_get_int64 (stmt, 4);
  record->guest_id = desk_stmt_get_int64 (stmt, 5);
  record->case_id = desk_stmt_get_int64 (stmt, 6);
  record->posting_id = desk_stmt_get_int64 (stmt, 7);
  record->code = desk_row_dup_text (stmt, 8);
  record->for_date = desk_row_get_date (stmt, 9);
  record->quantity = desk_stmt_get_int64 (stmt, 10);
  record->value_minor = desk_stmt_get_int64 (stmt, 11);
  record->cost_minor = desk_stmt_get_int64 (stmt, 12);
  record->business_date = desk_row_get_date (stmt, 13);
  record->made_at = desk_stmt_get_int64 (stmt, 14);
  record->made_by = desk_row_dup_text (stmt, 15);
  if (role == NULL || !desk_role_parse (role, &record->role))
    record->role = DESK_ROLE_NONE;
  record->allowed_by = desk_row_dup_text (stmt, 17);
  record->config = desk_stmt_get_int64 (stmt, 18);
  record->shift = desk_row_get_date (stmt, 19);
  return record;
}

/**
 * desk_giving_table_insert:
 * @record: its id from the counter `giving`
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_giving_table_insert (DeskDb                  *db,
                          const DeskGivingRecord  *record,
                          GError                 **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_GIVING, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->id, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->entry_id, error) &&
         desk_stmt_bind_text (stmt, 3, record->kind, error) &&
         desk_stmt_bind_text (stmt, 4, record->reason, error) &&
         desk_row_bind_id (stmt, 5, record->stay_id, error) &&
         desk_row_bind_id (stmt, 6, record->guest_id, error) &&
         desk_row_bind_id (stmt, 7, record->case_id, error) &&
         desk_row_bind_id (stmt, 8, record->posting_id, error) &&
         desk_stmt_bind_text (stmt, 9, record->code, error) &&
         desk_row_bind_date (stmt, 10, record->for_date, error) &&
         desk_stmt_bind_int64 (stmt, 11, record->quantity, error) &&
         desk_stmt_bind_int64 (stmt, 12, record->value_minor, error) &&
         desk_stmt_bind_int64 (stmt, 13, record->cost_minor, error) &&
         desk_row_bind_date (stmt, 14, record->business_date, error) &&
         desk_stmt_bind_int64 (stmt, 15, record->made_at, error) &&
         desk_stmt_bind_text (stmt, 16, record->made_by, error) &&
         desk_stmt_bind_text (stmt, 17, desk_role_to_string (record->role), error) &&
         desk_stmt_bind_text (stmt, 18, record->allowed_by, error) &&
         desk_stmt_bind_int64 (stmt, 19, record->config, error) &&
         desk_row_bind_date (stmt, 20, record->shift, error) &&
         desk_stmt_run (stmt, error);
}

/**
 * desk_giving_table_list:
 * @from: first business date
 * @to: last business date, included
 * @after_id: the last id of the page before, 0 for the first
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type DeskGivingRecord) (nullable): a page in the
 *   order of their making, or %NULL with @error set
 */
GPtrArray *
desk_giving_table_list (DeskDb    *db,
                        DeskDate   from,
                        DeskDate   to,
                        gint64     after_id,
                        guint      limit,
                        GError   **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_DAYS, error);

  if (stmt == NULL ||
      !desk_row_bind_date (stmt, 1, from, error) ||
      !desk_row_bind_date (stmt, 2, to, error) ||
      !desk_stmt_bind_int64 (stmt, 3, after_id, error) ||
      !desk_stmt_bind_int64 (stmt, 4, limit, error))
    return NULL;
  return desk_row_list (stmt, read_giving, (GDestroyNotify) desk_giving_record_free, error);
}

/**
 * desk_giving_table_list_entry:
 * @entry_id: an audit entry
 *
 * Returns: (transfer full) (element-type DeskGivingRecord) (nullable): what was given
 *   with it, or %NULL with @error set
 */
GPtrArray *
desk_giving_table_list_entry (DeskDb  *db,
                              gint64   entry_id,
                              GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_OF_ENTRY, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, entry_id, error))
    return NULL;
  return desk_row_list (stmt, read_giving, (GDestroyNotify) desk_giving_record_free, error);
}

/**
 * desk_giving_table_list_own:
 * @query: stay, login and the day their shift began on
 *
 * Returns: (transfer full) (element-type DeskGivingRecord) (nullable): what one person
 *   gave on the stay in their shift, or %NULL with @error set
 */
GPtrArray *
desk_giving_table_list_own (DeskDb                 *db,
                            const DeskGivingQuery  *query,
                            GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_OWN, error);

  if (stmt == NULL || !desk_stmt_bind_int64 (stmt, 1, query->stay_id, error) ||
      !desk_stmt_bind_text (stmt, 2, query->login, error) ||
      !desk_row_bind_date (stmt, 3, query->day, error))
    return NULL;
  return desk_row_list (stmt, read_giving, (GDestroyNotify) desk_giving_record_free, error);
}

/**
 * desk_giving_table_find_shift:
 * @login: who gives
 * @business_date: the open day
 * @now: microseconds since 1970, UTC
 * @out: (out): the business date their shift began on
 *
 * A shift is the business date, and goes on behind its close until there were eleven
 * hours in which nothing was given: who closes the day begins no new one by it.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_giving_table_find_shift (DeskDb      *db,
                              const char  *login,
                              DeskDate     business_date,
                              gint64       now,
                              DeskDate    *out,
                              GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_LAST, error);
  g_autoptr (DeskGivingRecord) last = NULL;
  gboolean row = FALSE;

  if (stmt == NULL || !desk_stmt_bind_text (stmt, 1, login, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  *out = business_date;
  if (!row)
    return TRUE;
  last = read_giving (stmt);
  if (last->shift != DESK_DATE_NONE &&
      (last->business_date == business_date || now - last->made_at < REST))
    *out = last->shift;
  return TRUE;
}

/**
 * desk_giving_table_sum_stay:
 * @query: kind and stay
 * @out_minor: (out): what was given on the stay, by anybody
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_giving_table_sum_stay (DeskDb                 *db,
                            const DeskGivingQuery  *query,
                            gint64                 *out_minor,
                            GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_STAY, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, query->kind, error) &&
         desk_stmt_bind_int64 (stmt, 2, query->stay_id, error) &&
         desk_row_get_number (stmt, out_minor, error);
}

/**
 * desk_giving_table_sum_own:
 * @query: kind, stay, login and the day their shift began on
 * @out_minor: (out): what one person gave on the stay in their shift
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_giving_table_sum_own (DeskDb                 *db,
                           const DeskGivingQuery  *query,
                           gint64                 *out_minor,
                           GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_OWN, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, query->kind, error) &&
         desk_stmt_bind_int64 (stmt, 2, query->stay_id, error) &&
         desk_stmt_bind_text (stmt, 3, query->login, error) &&
         desk_row_bind_date (stmt, 4, query->day, error) &&
         desk_row_get_number (stmt, out_minor, error);
}

/**
 * desk_giving_table_sum_shift:
 * @query: kind, login and the day their shift began on
 * @out_minor: (out): what one person gave in their shift, whichever stay
 *
 * Somebody who signs in again begins no new shift.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_giving_table_sum_shift (DeskDb                 *db,
                             const DeskGivingQuery  *query,
                             gint64                 *out_minor,
                             GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_SHIFT, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, query->kind, error) &&
         desk_stmt_bind_text (stmt, 2, query->login, error) &&
         desk_row_bind_date (stmt, 3, query->day, error) &&
         desk_row_get_number (stmt, out_minor, error);
}

/**
 * desk_giving_table_sum_guest:
 * @query: kind, guest and the first day that counts
 * @out_minor: (out): what the guest was given since, on any stay, by anybody
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_giving_table_sum_guest (DeskDb                 *db,
                             const DeskGivingQuery  *query,
                             gint64                 *out_minor,
                             GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_GUEST, error);

  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, query->kind, error) &&
         desk_stmt_bind_int64 (stmt, 2, query->guest_id, error) &&
         desk_row_bind_date (stmt, 3, query->day, error) &&
         desk_row_get_number (stmt, out_minor, error);
}
