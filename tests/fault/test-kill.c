/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib-unix.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk-action-key-table.h"
#include "desk-action.h"
#include "desk-close-day.h"
#include "desk-fault-child.h"
#include "desk-test-books.h"
#include "desk-test-clerk.h"
#include "desk-test-hotel.h"

/*
 * A desk is killed at any moment, over and over. What it was told was done is there
 * exactly once; what it was not told is there as a whole or not at all.
 */

/* One hotel for so many steps; then a new one, so that checking it stays quick. */
#define STEPS_PER_HOTEL 1000
#define SHORT_STEPS 500
#define LONG_STEPS 20000

#define LONGEST_LIFE_US 30000

/* A desk that is not killed by its time ends by itself. */
#define STEPS_PER_LIFE 50

/* In the long form the whole ledger is read after every so many deaths. */
#define VERIFY_EVERY 10

/**
 * Fate:
 * @known: (element-type utf8): keys of what was acknowledged
 * @next: the step to go on with
 * @pending: the step that a desk was killed at, or -1
 * @closing: the day that it was about to close, or -1
 * @n_done: actions that came to something
 * @n_torn: kills in the middle of an action
 */
typedef struct
{
  DeskTestHouse *test;
  guint32        seed;
  GHashTable    *known;
  guint32        next;
  gint64         pending;
  guint          pending_day;
  gint64         closing;
  guint          n_done;
  guint          n_torn;
  guint          n_found;
  guint          n_kills;
} Fate;

static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];

  while (TRUE)
    {
      gssize n = read (fd, buffer, sizeof buffer);

      if (n > 0)
        g_string_append_len (text, buffer, n);
      else if (n == 0 || errno != EINTR)
        return g_string_free (text, FALSE);
    }
}

/* Finds the entry that a key led to; 0: there is none. */
static gint64
find_entry (Fate       *fate,
            const char *key)
{
  g_autoptr (DeskActionKeyRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  desk_action_key_table_find (desk_house_get_db (fate->test->house), key, &record, &error);
  g_assert_no_error (error);
  return record != NULL ? record->entry_id : 0;
}

static void
learn_done (Fate    *fate,
            guint32  step,
            gint64   entry)
{
  char *key = desk_fault_dup_key (fate->seed, step);

  g_assert_cmpint (find_entry (fate, key), ==, entry);
  g_assert_true (g_hash_table_add (fate->known, key));
  fate->n_done++;
}

static void
learn_refused (Fate    *fate,
               guint32  step)
{
  g_autofree char *key = desk_fault_dup_key (fate->seed, step);

  g_assert_cmpint (find_entry (fate, key), ==, 0);
}

/* Compares what the desk wrote down with what is in the file. */
static void
read_journal (Fate       *fate,
              const char *journal)
{
  g_auto (GStrv) lines = g_strsplit (journal, "\n", -1);
  guint i;

  fate->pending = -1;
  fate->closing = -1;
  for (i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      gint64 number = words[0] != NULL && words[1] != NULL
                        ? g_ascii_strtoll (words[1], NULL, 10) : 0;

      if (g_str_has_prefix (lines[i], "do "))
        {
          fate->pending = number;
          fate->pending_day = (guint) g_ascii_strtoull (words[2], NULL, 10);
          fate->next = (guint32) number + 1;
        }
      else if (g_str_has_prefix (lines[i], "done "))
        {
          learn_done (fate, (guint32) number, g_ascii_strtoll (words[2], NULL, 10));
          fate->pending = -1;
        }
      else if (g_str_has_prefix (lines[i], "no "))
        {
          learn_refused (fate, (guint32) number);
          fate->pending = -1;
        }
      else if (g_str_has_prefix (lines[i], "close "))
        fate->closing = number;
      else if (g_str_has_prefix (lines[i], "closed "))
        {
          g_assert_cmpint (desk_fault_get_day (fate->test->house), >, number);
          fate->closing = -1;
          fate->next++;
        }
    }
}

/* Sends again what was not acknowledged, with the same key: it is done once. */
static void
send_again (Fate *fate)
{
  g_autofree char *key = desk_fault_dup_key (fate->seed, (guint32) fate->pending);
  DeskContext context = fate->test->context;
  g_autoptr (DeskAction) action = desk_test_clerk_think (fate->seed, (guint32) fate->pending,
                                                         fate->pending_day, &context);
  gint64 entry = find_entry (fate, key);
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  fate->n_torn++;
  fate->n_found += entry != 0;
  outcome = desk_action_do (fate->test->house, &context, action, NULL, key, &error);
  if (entry != 0)
    {
      g_assert_no_error (error);
      g_assert_true (outcome->repeated);
      g_assert_cmpint (outcome->entry_id, ==, entry);
    }
  else if (outcome == NULL)
    {
      if (!desk_fault_is_refusal (error))
        g_assert_no_error (error);
      return;
    }
  else
    g_assert_false (outcome->repeated);
  g_hash_table_add (fate->known, g_steal_pointer (&key));
  fate->n_done++;
}

/* A day that was being closed is closed by whoever tries again. */
static void
close_again (Fate *fate)
{
  g_autoptr (GError) error = NULL;
  guint day = desk_fault_get_day (fate->test->house);

  if (day == fate->closing)
    {
      desk_close_day (fate->test->house, &fate->test->context, desk_test_hotel_get_day (day), NULL,
                      &error);
      g_assert_no_error (error);
    }
  else
    g_assert_cmpint (day, ==, fate->closing + 1);
  fate->next++;
}

static void
assert_each_once (Fate *fate)
{
  gint64 n_keys = desk_test_query (fate->test->house, "SELECT count(*) FROM action_key");

  g_assert_cmpint (n_keys, ==, g_hash_table_size (fate->known));
  g_assert_cmpint (desk_test_query (fate->test->house,
                                    "SELECT count(*) FROM audit_entry WHERE verb NOT IN "
                                    "('set-up', 'import', 'night', 'close-day')"),
                   ==, n_keys);
  desk_test_assert_books (fate->test->house);
}

/* One desk from its start to its violent end. */
static void
live_and_die (Fate  *fate,
              GRand *dice)
{
  DeskFaultJob job = { fate->test->path, fate->seed, fate->next, STEPS_PER_LIFE };
  g_autofree char *journal = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  int fds[2];
  GPid pid;

  g_unix_open_pipe (fds, FD_CLOEXEC, &error);
  g_assert_no_error (error);
  pid = desk_fault_child_start (&job, fds[1]);
  close (fds[1]);

  /* Mostly it is at work when it is killed, now and then still opening the file. */
  if (g_rand_int_range (dice, 0, 10) != 0)
    {
      char ready[6];

      g_assert_cmpint (read (fds[0], ready, sizeof ready), ==, sizeof ready);
    }
  /* A short life is likelier than a long one. */
  g_usleep ((gulong) g_rand_int_range (dice, 0, 1 + g_rand_int_range (dice, 0, LONGEST_LIFE_US)));
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) ? WTERMSIG (status) == SIGKILL : status == 0);
  fate->n_kills += WIFSIGNALED (status);

  journal = read_all (fds[0]);
  close (fds[0]);
  fate->test->house = desk_house_open (fate->test->path, &error);
  g_assert_no_error (error);
  read_journal (fate, journal);
}

static void
play_hotel (guint32  seed,
            guint32  n_steps,
            gboolean verify_each)
{
  g_autoptr (DeskTestHouse) test = desk_test_hotel_new (n_steps / 50 + 5);
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Fate fate = { .test = test, .seed = seed, .known = known };
  guint n_lives = 0;

  g_clear_pointer (&test->house, desk_house_close);
  while (fate.next < n_steps)
    {
      live_and_die (&fate, dice);
      if (fate.pending >= 0)
        send_again (&fate);
      if (fate.closing >= 0)
        close_again (&fate);
      assert_each_once (&fate);
      if (verify_each || ++n_lives % VERIFY_EVERY == 0)
        desk_test_assert_verifies (test->house);
      g_clear_pointer (&test->house, desk_house_close);
    }

  test->house = desk_house_open (test->path, NULL);
  desk_test_assert_verifies (test->house);
  g_test_message ("seed %u: %u actions came to something, %u kills, %u of them within an action, "
                  "which was done already %u times, not yet %u times",
                  seed, fate.n_done, fate.n_kills, fate.n_torn, fate.n_found,
                  fate.n_torn - fate.n_found);
  g_assert_cmpuint (fate.n_done, >, n_steps / 20);
}

static void
test_kill (void)
{
  guint32 n_steps = desk_fault_is_soak () ? LONG_STEPS : SHORT_STEPS;
  guint32 n_played;

  for (n_played = 0; n_played < n_steps; n_played += STEPS_PER_HOTEL)
    play_hotel (1 + n_played / STEPS_PER_HOTEL, MIN (n_steps, STEPS_PER_HOTEL),
                !desk_fault_is_soak ());
}

int
main (int   argc,
      char *argv[])
{
  if (desk_fault_child_main (argc, argv))
    return 0;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fault/kill", test_kill);
  return g_test_run ();
}
