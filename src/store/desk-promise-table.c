/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-promise-table.h"

#include "desk-row.h"

#define INSERT_PROMISE \
  "INSERT INTO promise (stay_id, n, made_at, lang, total_minor, terms, digest) " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7)"
#define INSERT_NIGHT \
  "INSERT INTO promise_night (stay_id, n, date, price_minor, levy_minor) " \
  "VALUES ($1, $2, $3, $4, $5)"
#define SELECT_NEWEST \
  "SELECT stay_id, n, made_at, lang, total_minor, terms, digest FROM promise " \
  "WHERE stay_id = $1 ORDER BY n DESC LIMIT 1"
#define SELECT_NIGHTS \
  "SELECT date, price_minor, levy_minor FROM promise_night " \
  "WHERE stay_id = $1 AND n = $2 ORDER BY date"

/**
 * desk_promise_record_new:
 * @n: 1 for the first confirmation of a stay
 *
 * Returns: (transfer full): a promise without nights
 */
DeskPromiseRecord *
desk_promise_record_new (gint64 stay_id,
                         int    n)
{
  DeskPromiseRecord *self = g_new0 (DeskPromiseRecord, 1);

  self->stay_id = stay_id;
  self->n = n;
  self->nights = g_array_new (FALSE, TRUE, sizeof (DeskPromiseNight));
  return self;
}

/**
 * desk_promise_record_free:
 * @self: (nullable): a record
 */
void
desk_promise_record_free (DeskPromiseRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->lang);
  g_free (self->terms);
  g_array_unref (self->nights);
  g_free (self);
}

static gpointer
read_promise (DeskStmt *stmt)
{
  DeskPromiseRecord *record = desk_promise_record_new (desk_stmt_get_int64 (stmt, 0),
                                                       (int) desk_stmt_get_int64 (stmt, 1));

  record->made_at = desk_stmt_get_int64 (stmt, 2);
  record->lang = desk_row_dup_text (stmt, 3);
  record->total_minor = desk_stmt_get_int64 (stmt, 4);
  record->terms = desk_row_dup_text (stmt, 5);
  desk_row_get_hash (stmt, 6, record->digest);
  return record;
}

static gboolean
insert_nights (DeskDb                   *db,
               const DeskPromiseRecord  *record,
               GError                  **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_NIGHT, error);
  guint i;

  if (stmt == NULL)
    return FALSE;

  for (i = 0; i < record->nights->len; i++)
    {
      const DeskPromiseNight *night = &g_array_index (record->nights, DeskPromiseNight, i);

      if (!desk_stmt_bind_int64 (stmt, 1, record->stay_id, error) ||
          !desk_stmt_bind_int64 (stmt, 2, record->n, error) ||
          !desk_row_bind_date (stmt, 3, night->date, error) ||
          !desk_stmt_bind_int64 (stmt, 4, night->price_minor, error) ||
          !desk_stmt_bind_int64 (stmt, 5, night->levy_minor, error) ||
          !desk_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_promise_table_insert:
 * @record: what the guest was told now
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_promise_table_insert (DeskDb                   *db,
                           const DeskPromiseRecord  *record,
                           GError                  **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, INSERT_PROMISE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, record->stay_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, record->n, error) &&
         desk_stmt_bind_int64 (stmt, 3, record->made_at, error) &&
         desk_stmt_bind_text (stmt, 4, record->lang, error) &&
         desk_stmt_bind_int64 (stmt, 5, record->total_minor, error) &&
         desk_stmt_bind_text (stmt, 6, record->terms, error) &&
         desk_row_bind_hash (stmt, 7, record->digest, error) &&
         desk_stmt_run (stmt, error) &&
         insert_nights (db, record, error);
}

static gboolean
load_nights (DeskDb             *db,
             DeskPromiseRecord  *record,
             GError            **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NIGHTS, error);

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, record->stay_id, error) ||
      !desk_stmt_bind_int64 (stmt, 2, record->n, error))
    return FALSE;

  for (;;)
    {
      DeskPromiseNight night;
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      night.date = desk_row_get_date (stmt, 0);
      night.price_minor = desk_stmt_get_int64 (stmt, 1);
      night.levy_minor = desk_stmt_get_int64 (stmt, 2);
      g_array_append_val (record->nights, night);
    }
}

/**
 * desk_promise_table_find_newest:
 * @out: (out) (transfer full) (nullable): the last confirmation, %NULL where there is none
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_promise_table_find_newest (DeskDb             *db,
                                gint64              stay_id,
                                DeskPromiseRecord **out,
                                GError            **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_NEWEST, error);
  g_autoptr (DeskPromiseRecord) record = NULL;

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, stay_id, error) ||
      !desk_row_find (stmt, read_promise, (gpointer *) &record, error) ||
      (record != NULL && !load_nights (db, record, error)))
    return FALSE;

  *out = g_steal_pointer (&record);
  return TRUE;
}
