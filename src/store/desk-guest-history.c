/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-history.h"

#include "desk-row.h"

#define SELECT_GIVEN \
  "SELECT business_date, kind, reason, value_minor FROM giving WHERE guest_id = $1 " \
  "ORDER BY made_at DESC, id DESC LIMIT $2"

/* What the bill came to: everything but what was paid, and the coins that rounded it. */
#define SUM_STAY \
  "SELECT coalesce (sum (p.amount_minor), 0) FROM folio f JOIN posting p ON p.folio_id = f.id " \
  "WHERE f.stay_id = $1 AND p.kind <> 'payment' AND (p.kind <> 'rounding' OR p.tax IS NOT NULL)"

/**
 * desk_given_record_free:
 * @self: (nullable): a record
 */
void
desk_given_record_free (DeskGivenRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->reason);
  g_free (self);
}

static gpointer
read_given (DeskStmt *stmt)
{
  DeskGivenRecord *record = g_new0 (DeskGivenRecord, 1);

  record->business_date = desk_row_get_date (stmt, 0);
  record->kind = desk_row_dup_text (stmt, 1);
  record->reason = desk_row_dup_text (stmt, 2);
  record->value_minor = desk_stmt_get_int64 (stmt, 3);
  return record;
}

/**
 * desk_guest_history_list_given:
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type DeskGivenRecord) (nullable): what was put right
 *   for the guest and given, newest first; or %NULL with @error set
 */
GPtrArray *
desk_guest_history_list_given (DeskDb  *db,
                               gint64   guest_id,
                               guint    limit,
                               GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_GIVEN, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, guest_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, limit, error))
    return NULL;
  return desk_row_list (stmt, read_given, (GDestroyNotify) desk_given_record_free, error);
}

/**
 * desk_guest_history_sum_stay:
 * @total_minor: (out): what the stay came to so far, whoever paid
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_history_sum_stay (DeskDb  *db,
                             gint64   stay_id,
                             gint64  *total_minor,
                             GError **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SUM_STAY, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, stay_id, error) &&
         desk_row_get_number (stmt, total_minor, error);
}
