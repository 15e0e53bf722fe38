/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk-fault-child.h"
#include "desk-test-books.h"
#include "desk-test-hotel.h"

/*
 * Many desks on one file at once. Each action that one of them was told was done is
 * there, once, and nothing else is; nobody waits for long; a day that two desks close
 * at the same moment is closed once.
 */

#define SHORT_DESKS 4
#define SHORT_STEPS 400
#define LONG_DESKS 8
#define LONG_STEPS 10000

/* One hotel for so many steps; then a new one, before it is full of guests who stay. */
#define STEPS_PER_HOTEL 1000

#define LONGEST_WAIT_US (2 * G_USEC_PER_SEC)

#define CLOSINGS 4
#define STEPS_BETWEEN 40

/* What the journals of all desks say. */
typedef struct
{
  GHashTable *entries;     /* gint64, of each action that was done */
  guint       n_refused;
  guint       n_changed;
  guint       n_closed;
  guint       n_late;
  gint64      longest_us;
} Crowd;

static char *
dup_journal_path (DeskTestHouse *test,
                  guint          desk)
{
  g_autofree char *name = g_strdup_printf ("journal-%u", desk);

  return g_build_filename (test->folder, name, NULL);
}

static void
read_line (Crowd      *crowd,
           const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (g_str_has_prefix (line, "done "))
    {
      gint64 entry = g_ascii_strtoll (words[2], NULL, 10);

      g_assert_true (g_hash_table_add (crowd->entries, g_memdup2 (&entry, sizeof entry)));
    }
  else if (g_str_has_prefix (line, "no "))
    {
      crowd->n_refused++;
      crowd->n_changed += g_str_equal (words[2], "changed");
    }
  else if (g_str_has_prefix (line, "closed "))
    crowd->n_closed++;
  else if (g_str_has_prefix (line, "late "))
    crowd->n_late++;
  else if (g_str_has_prefix (line, "waited "))
    crowd->longest_us = MAX (crowd->longest_us, g_ascii_strtoll (words[1], NULL, 10));
}

static void
read_journal (Crowd         *crowd,
              DeskTestHouse *test,
              guint          desk)
{
  g_autofree char *path = dup_journal_path (test, desk);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    read_line (crowd, lines[i]);
}

/* All desks act at once; returns when the last has ended. */
static void
act_at_once (Crowd         *crowd,
             DeskTestHouse *test,
             guint          n_desks,
             guint32        first,
             guint32        n_steps)
{
  g_autofree GPid *pids = g_new (GPid, n_desks);
  guint i;

  for (i = 0; i < n_desks; i++)
    {
      DeskFaultJob job = { test->path, 100 + i, first, n_steps };
      g_autofree char *path = dup_journal_path (test, i);
      int journal = open (path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);

      g_assert_cmpint (journal, >=, 0);
      pids[i] = desk_fault_child_start (&job, journal);
      close (journal);
    }
  for (i = 0; i < n_desks; i++)
    {
      int status;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      g_assert_cmpint (status, ==, 0);
    }
  for (i = 0; i < n_desks; i++)
    read_journal (crowd, test, i);
}

static void
reopen (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;

  test->house = desk_house_open (test->path, &error);
  g_assert_no_error (error);
}

static void
crowd_clear (Crowd *crowd)
{
  g_clear_pointer (&crowd->entries, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crowd, crowd_clear)

static GHashTable *
new_entries (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
crowd_hotel (guint   n_desks,
             guint32 first,
             guint32 n_steps)
{
  g_autoptr (DeskTestHouse) test = desk_test_hotel_new (n_steps * n_desks / 50 + 5);
  g_auto (Crowd) crowd = { .entries = new_entries () };
  guint n_done;

  g_clear_pointer (&test->house, desk_house_close);
  act_at_once (&crowd, test, n_desks, first, n_steps);
  reopen (test);

  n_done = g_hash_table_size (crowd.entries);
  g_test_message ("%u done, %u refused, %u of them changed meanwhile; %u days closed, %u too late; "
                  "the longest wait was %" G_GINT64_FORMAT " ms",
                  n_done, crowd.n_refused, crowd.n_changed, crowd.n_closed, crowd.n_late,
                  crowd.longest_us / 1000);
  g_assert_cmpint (desk_test_query (test->house, "SELECT count(*) FROM action_key"), ==, n_done);
  g_assert_cmpint (desk_test_query (test->house,
                                    "SELECT count(*) FROM audit_entry WHERE verb NOT IN "
                                    "('set-up', 'import', 'night', 'close-day')"),
                   ==, n_done);
  g_assert_cmpint (desk_test_query (test->house, "SELECT count(*) FROM seal"), ==, crowd.n_closed);
  g_assert_cmpuint (desk_fault_get_day (test->house), ==, crowd.n_closed);
  desk_test_assert_books (test->house);
  desk_test_assert_verifies (test->house);
  g_assert_cmpuint (n_done, >, n_steps * n_desks / 20);
  g_assert_cmpint (crowd.longest_us, <, LONGEST_WAIT_US);
}

static void
test_crowd (void)
{
  guint n_desks = desk_fault_is_soak () ? LONG_DESKS : SHORT_DESKS;
  guint32 n_steps = desk_fault_is_soak () ? LONG_STEPS : SHORT_STEPS;
  guint32 n_each = MIN (n_steps, STEPS_PER_HOTEL) / n_desks;
  guint32 first;

  for (first = 0; first < n_steps / n_desks; first += n_each)
    crowd_hotel (n_desks, first, n_each);
}

/* Each of several nights, closed by two desks at the same moment. */
static void
test_two_close (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_hotel_new (2 * CLOSINGS + 2);
  guint i;

  for (i = 0; i < CLOSINGS; i++)
    {
      g_auto (Crowd) before = { .entries = new_entries () };
      g_auto (Crowd) crowd = { .entries = new_entries () };
      guint day = desk_fault_get_day (test->house);

      g_clear_pointer (&test->house, desk_house_close);
      act_at_once (&before, test, 1, i * STEPS_BETWEEN, STEPS_BETWEEN);
      day += before.n_closed;
      act_at_once (&crowd, test, 2, day, 0);
      reopen (test);

      g_assert_cmpuint (crowd.n_closed, ==, 1);
      g_assert_cmpuint (crowd.n_late, ==, 1);
      g_assert_cmpuint (desk_fault_get_day (test->house), ==, day + 1);
      g_assert_cmpint (desk_test_query (test->house, "SELECT count(*) FROM seal"), ==, day + 1);
      desk_test_assert_books (test->house);
      desk_test_assert_verifies (test->house);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (desk_fault_child_main (argc, argv))
    return 0;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fault/crowd", test_crowd);
  g_test_add_func ("/fault/two-close", test_two_close);
  return g_test_run ();
}
