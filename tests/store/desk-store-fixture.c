/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-fixture.h"

#include <glib/gstdio.h>

#include "desk-schema.h"

void
store_fixture_set_up (StoreFixture  *self,
                      gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("desk-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "hotel.db", NULL);
  self->db = desk_schema_open (self->path, DESK_DB_READ_WRITE | DESK_DB_CREATE, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture  *self,
                         gconstpointer  unused)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&self->db, desk_db_close);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

void
store_fixture_reopen (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->db, desk_db_close);
  self->db = desk_schema_open (self->path, DESK_DB_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* A row in each table. */
void
store_fixture_sample (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = store_fixture_text ("sample-0001.sql");
  g_auto (DeskTx) tx = { NULL };

  if (desk_tx_begin (&tx, self->db, &error) &&
      desk_db_exec (self->db, script, &error))
    desk_tx_commit (&tx, &error);
  g_assert_no_error (error);
}

/* A file of tests/databases. */
char *
store_fixture_text (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "databases", name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

gint64
store_query_int64 (DeskDb     *db,
                   const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql, &error);
  gboolean row;

  g_assert_no_error (error);
  desk_stmt_step (stmt, &row, &error);
  g_assert_no_error (error);
  g_assert_true (row);
  return desk_stmt_get_int64 (stmt, 0);
}

char *
store_query_text (DeskDb     *db,
                  const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql, &error);
  gboolean row;

  g_assert_no_error (error);
  desk_stmt_step (stmt, &row, &error);
  g_assert_no_error (error);
  g_assert_true (row);
  return g_strdup (desk_stmt_get_text (stmt, 0));
}
