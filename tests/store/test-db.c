/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-schema.h"
#include "desk-store-fixture.h"

#define WRITE_NOTE \
  "INSERT INTO note (id, salt, text) VALUES ($1, x'00', 'a word')"

static void
test_settings (StoreFixture  *fixture,
               gconstpointer  unused)
{
  g_autofree char *journal = store_query_text (fixture->db, "PRAGMA journal_mode");
  struct stat status;

  g_assert_cmpstr (journal, ==, "truncate");
  g_assert_cmpint (store_query_int64 (fixture->db, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (store_query_int64 (fixture->db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_query_int64 (fixture->db, "PRAGMA application_id"), ==, 0x4445534B);

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_new_folder_is_private (StoreFixture  *fixture,
                            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "deep", NULL);
  g_autofree char *path = g_build_filename (folder, "hotel.db", NULL);
  g_autoptr (DeskDb) db = NULL;
  mode_t old_mask = umask (0);
  struct stat status;

  db = desk_schema_open (path, DESK_DB_READ_WRITE | DESK_DB_CREATE, &error);
  umask (old_mask);
  g_assert_no_error (error);

  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  g_clear_pointer (&db, desk_db_close);
  g_remove (path);
  {
    g_autofree char *journal = g_strconcat (path, "-journal", NULL);

    g_remove (journal);
  }
  g_rmdir (folder);
}

typedef struct
{
  const char  *path;
  const char  *content;    /* NULL: no file */
  DeskDbFlags  flags;
  int          code;
} OpenCase;

static const OpenCase open_cases[] = {
  { "/store/open/missing", NULL, DESK_DB_READ_WRITE, DESK_ERROR_STORAGE },
  { "/store/open/garbage", "this was never a database, not even a bit of one; it only has "
    "enough letters to be looked at as if it were one, and it is left as it was",
    DESK_DB_READ_WRITE, DESK_ERROR_NOT_DATABASE },
  { "/store/open/short", "short", DESK_DB_READ_WRITE | DESK_DB_CREATE, DESK_ERROR_NOT_DATABASE },
  { "/store/open/empty", "", DESK_DB_READ_WRITE, DESK_ERROR_NOT_DATABASE },
};

static void
test_open_case (StoreFixture  *fixture,
                gconstpointer  data)
{
  const OpenCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *after = NULL;

  if (c->content != NULL)
    g_assert_true (g_file_set_contents (path, c->content, -1, NULL));

  g_assert_null (desk_schema_open (path, c->flags, &error));
  g_assert_error (error, DESK_ERROR, c->code);
  g_assert_true (g_str_has_prefix (error->message, path));

  if (c->content != NULL)
    {
      g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
      g_assert_cmpstr (after, ==, c->content);
    }
}

static void
test_open_folder (StoreFixture  *fixture,
                  gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_schema_open (fixture->folder, DESK_DB_READ_WRITE, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_STORAGE);
}

static void
test_open_not_ours (StoreFixture  *fixture,
                    gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  desk_db_exec (fixture->db, "PRAGMA application_id = 1", &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->db, desk_db_close);

  g_assert_null (desk_schema_open (fixture->path, DESK_DB_READ_WRITE | DESK_DB_CREATE, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_DATABASE);
}

static void
test_open_cut_off (StoreFixture  *fixture,
                   gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  struct stat status;

  store_fixture_sample (fixture);
  g_clear_pointer (&fixture->db, desk_db_close);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (truncate (fixture->path, status.st_size / 2), ==, 0);

  g_assert_null (desk_schema_open (fixture->path, DESK_DB_READ_WRITE, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_DAMAGED);
}

static void
test_read_only_folder (StoreFixture  *fixture,
                       gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  g_clear_pointer (&fixture->db, desk_db_close);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_null (desk_schema_open (fixture->path, DESK_DB_READ_WRITE, &error));
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_READ_ONLY);
}

static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskDb) db = desk_schema_open (fixture->path, DESK_DB_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_false (desk_db_exec (db, "DELETE FROM counter", &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_READ_ONLY);
}

static void
test_roll_back (StoreFixture  *fixture,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  {
    g_auto (DeskTx) tx = { NULL };

    desk_tx_begin (&tx, fixture->db, &error);
    g_assert_no_error (error);
    desk_counter_table_next (fixture->db, "test", &number, &error);
    g_assert_no_error (error);
    g_assert_cmpint (number, ==, 1);
  }

  g_assert_cmpint (store_query_int64 (fixture->db, "SELECT count (*) FROM counter"), ==, 0);
}

static void
test_commit (StoreFixture  *fixture,
             gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_auto (DeskTx) tx = { NULL };
  gint64 first;

  g_assert_true (desk_tx_begin (&tx, fixture->db, &error));
  g_assert_true (desk_counter_table_reserve (fixture->db, "test", 5, &first, &error));
  g_assert_cmpint (first, ==, 1);
  g_assert_true (desk_counter_table_reserve (fixture->db, "test", 2, &first, &error));
  g_assert_cmpint (first, ==, 6);
  g_assert_true (desk_counter_table_add (fixture->db, "test", 3, &error));
  g_assert_true (desk_counter_table_get (fixture->db, "test", &first, &error));
  g_assert_cmpint (first, ==, 10);
  g_assert_true (desk_counter_table_get (fixture->db, "none", &first, &error));
  g_assert_cmpint (first, ==, 0);
  g_assert_true (desk_tx_commit (&tx, &error));
  g_assert_no_error (error);

  store_fixture_reopen (fixture);
  g_assert_cmpint (store_query_int64 (fixture->db, "SELECT value FROM counter"), ==, 10);
}

/* A read transaction sees one moment; the writer who waits gets through after it. */
static void
test_read_of_one_moment (StoreFixture  *fixture,
                         gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskDb) other = desk_schema_open (fixture->path, DESK_DB_READ_WRITE, &error);
  gint64 before;
  gint64 after;

  g_assert_no_error (error);
  g_assert_true (desk_db_data_version (other, &before, &error));
  {
    g_auto (DeskTx) tx = { NULL };

    g_assert_true (desk_tx_begin_read (&tx, fixture->db, &error));
    g_assert_true (desk_tx_commit (&tx, &error));
  }
  g_assert_true (desk_db_exec (fixture->db, "INSERT INTO counter VALUES ('a', 1)", &error));
  g_assert_true (desk_db_data_version (other, &after, &error));
  g_assert_cmpint (before, !=, after);
}

static void
test_statement_in_use_twice (StoreFixture  *fixture,
                             gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) one = desk_db_prepare (fixture->db, "SELECT $1", &error);
  g_autoptr (DeskStmt) two = desk_db_prepare (fixture->db, "SELECT $1", &error);
  gboolean row;

  g_assert_true (one != two);
  g_assert_true (desk_stmt_bind_int64 (one, 1, 1, &error));
  g_assert_true (desk_stmt_bind_text (two, 1, NULL, &error));
  g_assert_true (desk_stmt_step (one, &row, &error));
  g_assert_true (desk_stmt_step (two, &row, &error));
  g_assert_cmpint (desk_stmt_get_int64 (one, 0), ==, 1);
  g_assert_true (desk_stmt_is_null (two, 0));
}

static void
test_full_disk (StoreFixture  *fixture,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gboolean went_on = TRUE;
  gint64 id;

  g_assert_true (desk_db_exec (fixture->db, "PRAGMA max_page_count = 1", NULL));
  {
    g_auto (DeskTx) tx = { NULL };

    g_assert_true (desk_tx_begin (&tx, fixture->db, &error));
    for (id = 1; id < 10000 && went_on; id++)
      {
        g_autoptr (DeskStmt) stmt = desk_db_prepare (fixture->db, WRITE_NOTE, &error);

        g_assert_true (desk_stmt_bind_int64 (stmt, 1, id, &error));
        went_on = desk_stmt_run (stmt, &error);
      }
  }
  g_assert_error (error, DESK_ERROR, DESK_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "nothing was changed"));
  g_assert_cmpint (store_query_int64 (fixture->db, "SELECT count (*) FROM note"), ==, 0);
}

typedef struct
{
  DeskDbPoint point;
  int         left;      /* how often it goes well before */
} Fault;

static gboolean
on_point_reached_cb (DeskDbPoint   point,
                     const char   *sql,
                     gpointer      user_data,
                     GError      **error)
{
  Fault *fault = user_data;

  if (point != fault->point || fault->left-- > 0)
    return TRUE;

  g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "the disk has gone");
  return FALSE;
}

static gboolean
write_two (DeskDb  *db,
           GError **error)
{
  g_auto (DeskTx) tx = { NULL };
  gint64 number;

  return desk_tx_begin (&tx, db, error) &&
         desk_counter_table_next (db, "one", &number, error) &&
         desk_counter_table_next (db, "two", &number, error) &&
         desk_tx_commit (&tx, error);
}

static void
test_fault_changes_nothing (StoreFixture  *fixture,
                            gconstpointer  unused)
{
  static const Fault faults[] = {
    { DESK_DB_POINT_BEGIN, 0 }, { DESK_DB_POINT_PREPARE, 0 }, { DESK_DB_POINT_PREPARE, 1 },
    { DESK_DB_POINT_STEP, 0 }, { DESK_DB_POINT_STEP, 1 }, { DESK_DB_POINT_COMMIT, 0 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      Fault fault = faults[i];

      desk_db_set_fault (fixture->db, on_point_reached_cb, &fault);
      g_assert_false (write_two (fixture->db, &error));
      g_assert_error (error, DESK_ERROR, DESK_ERROR_STORAGE);
      desk_db_set_fault (fixture->db, NULL, NULL);
      g_assert_cmpint (store_query_int64 (fixture->db, "SELECT count (*) FROM counter"), ==, 0);
    }

  g_assert_true (write_two (fixture->db, NULL));
}

static void
test_backup (StoreFixture  *fixture,
             gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "no", "copy.db", NULL);
  g_autofree char *why = NULL;
  g_autoptr (DeskDb) copy = NULL;
  struct stat status;

  store_fixture_sample (fixture);
  g_assert_true (g_file_set_contents_full (target, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, &error));
  desk_db_backup_to (fixture->db, target, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  copy = desk_schema_open (target, DESK_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (desk_db_check_file (copy, &why, &error));
  g_assert_null (why);
  g_assert_cmpint (store_query_int64 (copy, "SELECT count (*) FROM posting"), ==, 1);

  g_assert_false (desk_db_backup_to (fixture->db, missing, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_STORAGE);
}

static void
test_find_orphan (StoreFixture  *fixture,
                  gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;
  g_autofree char *why = NULL;
  gint64 id;

  store_fixture_sample (fixture);
  g_assert_true (desk_db_find_orphan (fixture->db, &table, &id, &why, &error));
  g_assert_cmpstr (table, ==, NULL);

  g_assert_true (desk_db_exec (fixture->db, "PRAGMA foreign_keys = OFF; "
                               "UPDATE request SET room_id = 77", &error));
  g_assert_true (desk_db_find_orphan (fixture->db, &table, &id, &why, &error));
  g_assert_cmpstr (table, ==, "request");
  g_assert_cmpint (id, ==, 1);
  g_assert_nonnull (strstr (why, "room"));
}

/* A byte changed on the disk, in the middle of some page. */
static void
test_damaged (StoreFixture  *fixture,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  g_autofree char *bytes = NULL;
  gint64 root;
  gsize length;

  store_fixture_sample (fixture);
  root = store_query_int64 (fixture->db, "SELECT rootpage FROM sqlite_schema "
                            "WHERE name = 'stay_by_key'");
  g_clear_pointer (&fixture->db, desk_db_close);

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes + (root - 1) * 4096, 0x55, 64);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));

  fixture->db = desk_schema_open (fixture->path, DESK_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (desk_db_check_file (fixture->db, &why, &error));
  g_assert_nonnull (why);
}

int
main (int    argc,
      char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/db/settings", test_settings);
  store_test_add ("/store/db/new-folder-is-private", test_new_folder_is_private);
  for (i = 0; i < G_N_ELEMENTS (open_cases); i++)
    g_test_add (open_cases[i].path, StoreFixture, &open_cases[i], store_fixture_set_up,
                test_open_case, store_fixture_tear_down);
  store_test_add ("/store/open/folder", test_open_folder);
  store_test_add ("/store/open/not-ours", test_open_not_ours);
  store_test_add ("/store/open/cut-off", test_open_cut_off);
  store_test_add ("/store/open/read-only-folder", test_read_only_folder);
  store_test_add ("/store/open/read-only", test_read_only);
  store_test_add ("/store/tx/roll-back", test_roll_back);
  store_test_add ("/store/tx/commit", test_commit);
  store_test_add ("/store/tx/read-of-one-moment", test_read_of_one_moment);
  store_test_add ("/store/tx/full-disk", test_full_disk);
  store_test_add ("/store/tx/fault-changes-nothing", test_fault_changes_nothing);
  store_test_add ("/store/stmt/in-use-twice", test_statement_in_use_twice);
  store_test_add ("/store/db/backup", test_backup);
  store_test_add ("/store/db/find-orphan", test_find_orphan);
  store_test_add ("/store/db/damaged", test_damaged);

  return g_test_run ();
}
