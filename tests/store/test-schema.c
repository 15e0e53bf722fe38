/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-schema.h"
#include "desk-store-fixture.h"

/* Every definition in the file, in one text. */
#define SELECT_DEFINITIONS \
  "SELECT group_concat (line, char (10)) FROM (SELECT type || ' ' || name || ' ' || " \
  "coalesce (sql, '') AS line FROM sqlite_schema ORDER BY type, name)"

static void
test_fresh (StoreFixture  *fixture,
            gconstpointer  unused)
{
  int version;

  g_assert_true (desk_schema_get_version (fixture->db, &version, NULL));
  g_assert_cmpint (version, ==, desk_schema_get_newest ());
  g_assert_cmpint (version, ==, 1);

  /* Once more changes nothing. */
  g_assert_true (desk_schema_migrate (fixture->db, NULL));
}

static void
test_newer (StoreFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_db_exec (fixture->db, "PRAGMA user_version = 99", &error));
  g_clear_pointer (&fixture->db, desk_db_close);

  g_assert_null (desk_schema_open (fixture->path, DESK_DB_READ_WRITE, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_null (desk_schema_open (fixture->path, DESK_DB_READ_ONLY, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NEWER);
}

static void
test_failed_step (StoreFixture  *fixture,
                  gconstpointer  unused)
{
  static const DeskMigration migrations[] = {
    { 1, "" },
    { 2, "CREATE TABLE good (id INTEGER PRIMARY KEY) STRICT" },
    { 3, "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; INSERT INTO half VALUES (1);" },
    { 3, "INSERT INTO nothing VALUES (1)" },
  };
  g_autoptr (GError) error = NULL;
  int version;

  g_assert_false (desk_schema_apply (fixture->db, migrations, G_N_ELEMENTS (migrations), &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_STORAGE);
  g_assert_true (g_str_has_prefix (error->message, "bringing the file to version 3: "));

  /* What came before stands, what failed left nothing. */
  g_assert_true (desk_schema_get_version (fixture->db, &version, NULL));
  g_assert_cmpint (version, ==, 2);
  g_assert_cmpint (store_query_int64 (fixture->db, "SELECT count (*) FROM sqlite_schema "
                                      "WHERE name IN ('good', 'half')"), ==, 1);
}

/* A file that version 1 wrote opens, keeps its rows, and is then like a new one. */
static void
test_version_1 (StoreFixture  *fixture,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = store_fixture_text ("version-0001.sql");
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autoptr (DeskDb) db = desk_db_open (path, DESK_DB_READ_WRITE | DESK_DB_CREATE, &error);
  g_autofree char *name = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *brought = NULL;
  g_autofree char *why = NULL;

  g_assert_no_error (error);
  desk_db_exec (db, dump, &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, desk_db_close);

  db = desk_schema_open (path, DESK_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  name = store_query_text (db, "SELECT name FROM guest");
  g_assert_cmpstr (name, ==, "Eero Vainionpää");

  fresh = store_query_text (fixture->db, SELECT_DEFINITIONS);
  brought = store_query_text (db, SELECT_DEFINITIONS);
  g_assert_cmpstr (brought, ==, fresh);

  g_assert_true (desk_db_check_file (db, &why, &error));
  g_assert_cmpstr (why, ==, NULL);
}

static void
test_all_tables_strict (StoreFixture  *fixture,
                        gconstpointer  unused)
{
  g_assert_cmpint (store_query_int64 (fixture->db, "SELECT count (*) FROM pragma_table_list "
                                      "WHERE type = 'table' AND strict = 0 "
                                      "AND name NOT LIKE 'sqlite_%'"), ==, 0);
  g_assert_cmpint (store_query_int64 (fixture->db, "SELECT count (*) FROM sqlite_schema "
                                      "WHERE sql LIKE '%AUTOINCREMENT%'"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/schema/fresh", test_fresh);
  store_test_add ("/store/schema/newer", test_newer);
  store_test_add ("/store/schema/failed-step", test_failed_step);
  store_test_add ("/store/schema/version-1", test_version_1);
  store_test_add ("/store/schema/all-tables-strict", test_all_tables_strict);

  return g_test_run ();
}
