/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fault-child.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "desk-close-day.h"
#include "desk-error.h"
#include "desk-test-clerk.h"
#include "desk-test-hotel.h"

#define CHILD_WORD "--act"

/* Every third action is planned first and done as it was shown. */
#define SHOWN_FIRST 3

/* One write, so that a line is there as a whole or not at all. */
static void
note (const char *format,
      ...) G_GNUC_PRINTF (1, 2);

static void
note (const char *format,
      ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (write (STDOUT_FILENO, line, strlen (line)) != (gssize) strlen (line))
    _exit (3);
}

/**
 * desk_fault_dup_key:
 *
 * Returns: (transfer full): the key that an action is sent with
 */
char *
desk_fault_dup_key (guint32 seed,
                    guint32 step)
{
  return g_strdup_printf ("%u-%u", seed, step);
}

/**
 * desk_fault_get_day:
 *
 * Returns: the business date, counted from the hotel's first day
 */
guint
desk_fault_get_day (DeskHouse *house)
{
  g_autoptr (GError) error = NULL;
  DeskDate date;

  desk_house_get_business_date (house, &date, &error);
  g_assert_no_error (error);
  return (guint) (date - desk_test_hotel_get_day (0));
}

/**
 * desk_fault_is_refusal:
 *
 * Returns: whether somebody who acts at random may be told this; what the storage
 *   says is not among it
 */
gboolean
desk_fault_is_refusal (const GError *error)
{
  return g_error_matches (error, DESK_ERROR, DESK_ERROR_REFUSED) ||
         g_error_matches (error, DESK_ERROR, DESK_ERROR_AUTHORITY) ||
         g_error_matches (error, DESK_ERROR, DESK_ERROR_INVALID) ||
         g_error_matches (error, DESK_ERROR, DESK_ERROR_NOT_FOUND) ||
         g_error_matches (error, DESK_ERROR, DESK_ERROR_USAGE) ||
         g_error_matches (error, DESK_ERROR, DESK_ERROR_CHANGED);
}

/**
 * desk_fault_is_soak:
 *
 * Returns: whether the long forms are wanted
 */
gboolean
desk_fault_is_soak (void)
{
  return g_getenv ("DESKBELL_SOAK") != NULL;
}

static void
close_day (DeskHouse         *house,
           const DeskContext *context,
           guint              day)
{
  g_autoptr (GError) error = NULL;
  DeskContext manager = *context;

  manager.user = "maria";
  manager.role = DESK_ROLE_MANAGER;
  note ("close %u\n", day);
  if (desk_close_day (house, &manager, desk_test_hotel_get_day (day), NULL, &error))
    note ("closed %u\n", day);
  else if (g_error_matches (error, DESK_ERROR, DESK_ERROR_CHANGED))
    note ("late %u\n", day);
  else
    g_error ("closing the day: %s", error->message);
}

static void
act (DeskHouse          *house,
     DeskContext        *context,
     const DeskFaultJob *job,
     guint32             step)
{
  guint day = desk_fault_get_day (house);
  g_autoptr (DeskAction) action = desk_test_clerk_think (job->seed, step, day, context);
  g_autofree char *key = desk_fault_dup_key (job->seed, step);
  g_autoptr (DeskPlan) shown = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (step % SHOWN_FIRST == 0)
    shown = desk_action_plan (house, context, action, NULL);
  note ("do %u %u\n", step, day);
  outcome = desk_action_do (house, context, action, shown != NULL ? shown->digest : NULL, key,
                            &error);
  if (outcome != NULL && !outcome->repeated)
    note ("done %u %" G_GINT64_FORMAT "\n", step, outcome->entry_id);
  else if (outcome == NULL && desk_fault_is_refusal (error))
    note ("no %u %s\n", step, desk_error_code_name (error));
  else
    g_error ("step %u, %s: %s", step, desk_test_clerk_name_verb (action->verb),
             error != NULL ? error->message : "done before");
}

/**
 * desk_fault_child_main:
 * @argc: of main()
 * @argv: of main()
 *
 * The first thing a program does: acts, where it was started as a desk.
 *
 * Returns: whether it was; then the program ends
 */
gboolean
desk_fault_child_main (int    argc,
                       char **argv)
{
  g_autoptr (DeskHouse) house = NULL;
  g_autoptr (GError) error = NULL;
  DeskFaultJob job = { 0 };
  DeskContext context = { 0 };
  gint64 longest_us = 0;
  guint32 step;

  if (argc != 6 || !g_str_equal (argv[1], CHILD_WORD))
    return FALSE;

  job.path = argv[2];
  job.seed = (guint32) g_ascii_strtoull (argv[3], NULL, 10);
  job.first = (guint32) g_ascii_strtoull (argv[4], NULL, 10);
  job.n_steps = (guint32) g_ascii_strtoull (argv[5], NULL, 10);
  desk_context_init_system (&context);
  context.desk = "desk";
  context.lang = "en";
  house = desk_house_open (job.path, &error);
  if (house == NULL)
    g_error ("opening: %s", error->message);
  note ("ready\n");

  if (job.n_steps == 0)
    close_day (house, &context, job.first);
  for (step = job.first; step < job.first + job.n_steps; step++)
    {
      gint64 begun_at = g_get_monotonic_time ();

      if (desk_test_clerk_closes_day (job.seed, step))
        close_day (house, &context, desk_fault_get_day (house));
      else
        {
          act (house, &context, &job, step);
          longest_us = MAX (longest_us, g_get_monotonic_time () - begun_at);
        }
    }
  note ("waited %" G_GINT64_FORMAT "\n", longest_us);
  return TRUE;
}

/**
 * desk_fault_child_start:
 * @job: what it is to do
 * @journal: file descriptor that it writes its journal to
 *
 * Returns: the process, which the caller waits for
 */
GPid
desk_fault_child_start (const DeskFaultJob *job,
                        int                 journal)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *seed = g_strdup_printf ("%u", job->seed);
  g_autofree char *first = g_strdup_printf ("%u", job->first);
  g_autofree char *n_steps = g_strdup_printf ("%u", job->n_steps);
  const char *const argv[] = { self, CHILD_WORD, job->path, seed, first, n_steps, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_fds (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                          -1, journal, -1, &error);
  g_assert_no_error (error);
  return pid;
}
