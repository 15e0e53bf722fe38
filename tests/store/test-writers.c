/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/wait.h>
#include <unistd.h>

#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-schema.h"
#include "desk-store-fixture.h"

#define N_TURNS 200

static gboolean
take_number (DeskDb  *db,
             GError **error)
{
  g_auto (DeskTx) tx = { NULL };
  gint64 number;

  return desk_tx_begin (&tx, db, error) &&
         desk_counter_table_next (db, "shared", &number, error) &&
         desk_tx_commit (&tx, error);
}

static gboolean
take_numbers (const char  *path,
              GError     **error)
{
  g_autoptr (DeskDb) db = desk_schema_open (path, DESK_DB_READ_WRITE, error);
  int i;

  if (db == NULL)
    return FALSE;

  for (i = 0; i < N_TURNS; i++)
    if (!take_number (db, error))
      return FALSE;
  return TRUE;
}

static pid_t
start_writer (const char *path)
{
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    _exit (take_numbers (path, NULL) ? 0 : 1);
  return pid;
}

/* Two desks at once: both wait their turn, and no number is lost or given twice. */
static void
test_two_at_once (StoreFixture  *fixture,
                  gconstpointer  unused)
{
  pid_t writers[2];
  guint i;

  g_clear_pointer (&fixture->db, desk_db_close);
  for (i = 0; i < G_N_ELEMENTS (writers); i++)
    writers[i] = start_writer (fixture->path);

  for (i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      int status;

      g_assert_cmpint (waitpid (writers[i], &status, 0), ==, writers[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }

  store_fixture_reopen (fixture);
  g_assert_cmpint (store_query_int64 (fixture->db, "SELECT value FROM counter"), ==,
                   N_TURNS * (gint64) G_N_ELEMENTS (writers));
}

/* Somebody who never lets go is reported, not waited for forever. */
static void
test_held (StoreFixture  *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskDb) other = desk_schema_open (fixture->path, DESK_DB_READ_WRITE, &error);
  g_auto (DeskTx) tx = { NULL };

  if (!g_test_slow ())
    {
      g_test_skip ("takes ten seconds");
      return;
    }

  g_assert_true (desk_tx_begin (&tx, fixture->db, &error));
  g_assert_false (take_number (other, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_BUSY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/writers/two-at-once", test_two_at_once);
  store_test_add ("/store/writers/held", test_held);

  return g_test_run ();
}
