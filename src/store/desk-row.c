/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-row.h"

#include <string.h>

#include "desk-error.h"

/* 0 is NULL. */
gboolean
desk_row_bind_id (DeskStmt  *stmt,
                  int        index,
                  gint64     id,
                  GError   **error)
{
  return id != 0 ? desk_stmt_bind_int64 (stmt, index, id, error)
                 : desk_stmt_bind_null (stmt, index, error);
}

/* %DESK_DATE_NONE is NULL. */
gboolean
desk_row_bind_date (DeskStmt  *stmt,
                    int        index,
                    DeskDate   date,
                    GError   **error)
{
  char buffer[DESK_DATE_LENGTH];

  if (date == DESK_DATE_NONE)
    return desk_stmt_bind_null (stmt, index, error);
  return desk_stmt_bind_text (stmt, index, desk_date_print (date, buffer), error);
}

gboolean
desk_row_bind_gbytes (DeskStmt  *stmt,
                      int        index,
                      GBytes    *bytes,
                      GError   **error)
{
  gsize length;
  const void *data;

  if (bytes == NULL)
    return desk_stmt_bind_null (stmt, index, error);

  data = g_bytes_get_data (bytes, &length);
  return desk_stmt_bind_bytes (stmt, index, data != NULL ? data : "", length, error);
}

gboolean
desk_row_bind_hash (DeskStmt      *stmt,
                    int            index,
                    const guint8   hash[32],
                    GError       **error)
{
  return desk_stmt_bind_bytes (stmt, index, hash, 32, error);
}

char *
desk_row_dup_text (DeskStmt *stmt,
                   int       column)
{
  return g_strdup (desk_stmt_get_text (stmt, column));
}

/* A date that is none reads as no date, so that a row somebody meddled with can
 * still be read; its hash tells. */
DeskDate
desk_row_get_date (DeskStmt *stmt,
                   int       column)
{
  const char *text = desk_stmt_get_text (stmt, column);
  DeskDate date = DESK_DATE_NONE;

  if (text == NULL || !desk_date_parse (text, &date, NULL))
    return DESK_DATE_NONE;
  return date;
}

GBytes *
desk_row_dup_gbytes (DeskStmt *stmt,
                     int       column)
{
  gsize length;
  const guint8 *bytes;

  if (desk_stmt_is_null (stmt, column))
    return NULL;

  bytes = desk_stmt_get_bytes (stmt, column, &length);
  return g_bytes_new (bytes, length);
}

/* Zeros where there is no hash of the right length. */
void
desk_row_get_hash (DeskStmt *stmt,
                   int       column,
                   guint8    hash[32])
{
  gsize length;
  const guint8 *bytes = desk_stmt_get_bytes (stmt, column, &length);

  if (bytes != NULL && length == 32)
    memcpy (hash, bytes, 32);
  else
    memset (hash, 0, 32);
}

/* For an UPDATE or DELETE that names the version it was read at. */
gboolean
desk_row_run_update (DeskDb      *db,
                     DeskStmt    *stmt,
                     const char  *what,
                     GError     **error)
{
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  if (desk_db_get_n_changed (db) == 1)
    return TRUE;

  g_set_error (error, DESK_ERROR, DESK_ERROR_CHANGED,
               "the %s was changed meanwhile; nothing was changed now", what);
  return FALSE;
}

/* @out is %NULL where there is no row. */
gboolean
desk_row_find (DeskStmt      *stmt,
               DeskReadFunc   read,
               gpointer      *out,
               GError       **error)
{
  gboolean row;

  if (!desk_stmt_step (stmt, &row, error))
    return FALSE;

  *out = row ? read (stmt) : NULL;
  return TRUE;
}

/* %DESK_ERROR_NOT_FOUND where there is no row. */
gpointer
desk_row_get (DeskStmt      *stmt,
              DeskReadFunc   read,
              const char    *what,
              GError       **error)
{
  gpointer record;

  if (!desk_row_find (stmt, read, &record, error))
    return NULL;
  if (record == NULL)
    g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "there is no such %s", what);
  return record;
}

/* For a statement whose one parameter is an id. */
gpointer
desk_row_get_by_id (DeskDb        *db,
                    const char    *sql,
                    gint64         id,
                    DeskReadFunc   read,
                    GError       **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql, error);
  gpointer record;

  if (stmt == NULL ||
      !desk_stmt_bind_int64 (stmt, 1, id, error) ||
      !desk_row_find (stmt, read, &record, error))
    return NULL;

  if (record == NULL)
    g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND,
                 "there is no row %" G_GINT64_FORMAT, id);
  return record;
}

/* The one number of the one row; 0 where there is none. */
gboolean
desk_row_get_number (DeskStmt  *stmt,
                     gint64    *out,
                     GError   **error)
{
  gboolean row;

  if (!desk_stmt_step (stmt, &row, error))
    return FALSE;

  *out = row ? desk_stmt_get_int64 (stmt, 0) : 0;
  return TRUE;
}

/* For a statement that reads `id > $1 ORDER BY id LIMIT $2`. */
gboolean
desk_row_bind_page (DeskStmt  *stmt,
                    gint64     after_id,
                    guint      limit,
                    GError   **error)
{
  return desk_stmt_bind_int64 (stmt, 1, after_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, limit, error);
}

/* The text that stands behind every text beginning with @prefix: keys are compared
 * byte by byte, and no character is behind U+10FFFF. */
char *
desk_row_prefix_end (const char *prefix)
{
  return g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);
}

/* The beginning and the end of what begins with @prefix, at @index and behind it. */
gboolean
desk_row_bind_prefix (DeskStmt    *stmt,
                      int          index,
                      const char  *prefix,
                      GError     **error)
{
  g_autofree char *end = desk_row_prefix_end (prefix);

  return desk_stmt_bind_text (stmt, index, prefix, error) &&
         desk_stmt_bind_text (stmt, index + 1, end, error);
}

/* An empty array where there is no row; %NULL only with @error set. */
GPtrArray *
desk_row_list (DeskStmt        *stmt,
               DeskReadFunc     read,
               GDestroyNotify   free_func,
               GError         **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_func);

  for (;;)
    {
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&records);
      g_ptr_array_add (records, read (stmt));
    }
}
