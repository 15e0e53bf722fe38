/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-action.h"
#include "desk-adjustments.h"
#include "desk-close-day.h"
#include "desk-error.h"
#include "desk-test-books.h"
#include "desk-test-clerk.h"
#include "desk-test-hotel.h"
#include "desk-views.h"

/*
 * Every verb, by every role, in any order. After each step the rules of the house hold
 * (desk-test-books.c): money and rooms are where they belong, nobody gave more than
 * they may, and what a plan said has come true.
 *
 * A sequence that fails is played again alone: its seed stands in the log, and
 * DESKBELL_SEED plays that one.
 */

#define SHORT_STEPS 300
#define SHORT_SEEDS 3
#define LONG_STEPS 1000
#define LONG_SEEDS 20

/* Reading the whole ledger takes longer than all other rules together. */
#define VERIFY_EVERY 10

typedef struct
{
  DeskTestHouse *test;
  guint32        seed;
  guint32        step;
  guint          day;
  guint          n_done[DESK_VERB_UNDO + 1];
  guint          n_refused[DESK_VERB_UNDO + 1];
  GHashTable    *codes;      /* char * -> count, of refusals */
} Play;

static void
count_code (Play       *play,
            DeskVerb    verb,
            const char *code)
{
  g_autofree char *name = g_strdup_printf ("%s %s", desk_test_clerk_name_verb (verb), code);
  gpointer count = g_hash_table_lookup (play->codes, name);

  g_hash_table_insert (play->codes, g_steal_pointer (&name),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
}

/* What was done, for whoever looks for the reason of a failure. */
static void
tell (Play              *play,
      const DeskContext *context,
      const DeskPlan    *plan)
{
  g_autofree char *described = desk_plan_describe (plan);

  g_test_message ("seed %u, step %u, %s %s stay %" G_GINT64_FORMAT ": %s", play->seed, play->step,
                  context->user, plan->verb, plan->stay_id, g_strdelimit (described, "\n", ';'));
}

/* Who plans nothing, or is refused, changes nothing. */
static void
assert_refused (Play             *play,
                DeskContext      *context,
                const DeskAction *action,
                const DeskPlan   *plan)
{
  g_autofree char *before = desk_test_dup_fingerprint (play->test->house);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome =
    desk_action_do (play->test->house, context, action, plan != NULL ? plan->digest : NULL, NULL,
                    &error);

  g_assert_null (outcome);
  if (plan != NULL)
    g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  after = desk_test_dup_fingerprint (play->test->house);
  g_assert_cmpstr (before, ==, after);
}

static gint64
sum_lines (const DeskPlan *plan)
{
  gint64 sum = 0;
  guint i;

  for (i = 0; i < plan->lines->len; i++)
    sum += ((const DeskPosting *) g_ptr_array_index (plan->lines, i))->amount_minor;
  return sum;
}

/* What was shown before it was done has come true. */
static void
assert_came_true (Play           *play,
                  const DeskPlan *shown,
                  const DeskPlan *done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayView) stay = desk_stay_view_load (play->test->house, shown->stay_id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (shown->digest, ==, done->digest);
  g_assert_cmpint (shown->balance_after - shown->balance_before, ==, sum_lines (shown));
  g_assert_cmpint (sum_lines (shown), ==, sum_lines (done));
  g_assert_cmpint (stay->balance_now, ==, shown->balance_after);
  if (stay->row->state == DESK_STAY_BOOKED || stay->row->state == DESK_STAY_IN_HOUSE)
    g_assert_cmpint (stay->balance_departure, ==, shown->departure_after);
}

/* Sent once more with the same key it is answered and not done. */
static void
assert_not_repeated (Play             *play,
                     DeskContext      *context,
                     const DeskAction *action,
                     const char       *key,
                     gint64            entry_id)
{
  g_autofree char *before = desk_test_dup_fingerprint (play->test->house);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome =
    desk_action_do (play->test->house, context, action, NULL, key, &error);

  g_assert_no_error (error);
  g_assert_true (outcome->repeated);
  g_assert_cmpint (outcome->entry_id, ==, entry_id);
  after = desk_test_dup_fingerprint (play->test->house);
  g_assert_cmpstr (before, ==, after);
}

static void
act (Play *play)
{
  DeskContext context = play->test->context;
  g_autoptr (DeskAction) action = desk_test_clerk_think (play->seed, play->step, play->day,
                                                         &context);
  g_autofree char *key = g_strdup_printf ("step-%u", play->step);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) shown = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;

  shown = desk_action_plan (play->test->house, &context, action, &error);
  if (shown == NULL || shown->refused->len > 0)
    {
      const DeskMessage *why = shown != NULL ? g_ptr_array_index (shown->refused, 0) : NULL;

      assert_refused (play, &context, action, shown);
      count_code (play, action->verb, why != NULL ? why->code : error->message);
      play->n_refused[action->verb]++;
      return;
    }

  outcome = desk_action_do (play->test->house, &context, action, shown->digest, key, &error);
  if (error != NULL)
    g_error ("seed %u, step %u, %s of stay %" G_GINT64_FORMAT " by %s: %s", play->seed, play->step,
             shown->verb, action->stay_id, context.user, error->message);
  g_assert_false (outcome->repeated);
  play->n_done[action->verb]++;
  tell (play, &context, outcome->plan);
  assert_came_true (play, shown, outcome->plan);
  if (play->step % VERIFY_EVERY == 0)
    assert_not_repeated (play, &context, action, key, outcome->entry_id);
}

static void
close_day (Play *play)
{
  g_autoptr (GError) error = NULL;

  desk_close_day (play->test->house, &play->test->context, desk_test_hotel_get_day (play->day),
                  NULL, &error);
  g_assert_no_error (error);
  g_test_message ("seed %u, step %u, day %u closed", play->seed, play->step, play->day);
  /* Who closes a day goes on in the same night; who sleeps has a new shift. */
  play->test->now += play->day % 2 == 0 ? G_TIME_SPAN_HOUR : 20 * G_TIME_SPAN_HOUR;
  play->day++;
}

/* The ledger is as it was written, and the list of what was given is all of it. */
static void
audit (Play *play)
{
  const DeskAdjustmentFilter all = { desk_test_hotel_get_day (0), DESK_DATE_NONE, NULL, NULL,
                                     NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAdjustmentTotals) totals =
    desk_adjustments_total (play->test->house, NULL, &all, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (totals->ties);
  desk_test_assert_verifies (play->test->house);
}

static void
report (Play *play)
{
  GHashTableIter iter;
  gpointer name;
  gpointer count;
  guint i;

  for (i = 0; i < desk_test_clerk_get_n_verbs (); i++)
    g_test_message ("%s: done %u, refused %u", desk_test_clerk_name_verb ((DeskVerb) i),
                    play->n_done[i], play->n_refused[i]);
  if (!g_test_verbose ())
    return;
  g_hash_table_iter_init (&iter, play->codes);
  while (g_hash_table_iter_next (&iter, &name, &count))
    g_test_message ("%u x %s", GPOINTER_TO_UINT (count), (const char *) name);
}

static void
play_once (guint32 seed,
           guint32 n_steps)
{
  g_autoptr (DeskTestHouse) test = desk_test_hotel_new (n_steps / 60 + 5);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Play play = { .test = test, .seed = seed, .codes = codes };

  for (play.step = 0; play.step < n_steps; play.step++)
    {
      test->now += 30 * G_USEC_PER_SEC;
      if (desk_test_clerk_closes_day (seed, play.step))
        close_day (&play);
      else
        act (&play);
      desk_test_assert_books (test->house);
      if (play.step % VERIFY_EVERY == 0)
        audit (&play);
    }
  audit (&play);
  report (&play);
}

static void
test_random (void)
{
  const char *alone = g_getenv ("DESKBELL_SEED");
  gboolean soak = g_getenv ("DESKBELL_SOAK") != NULL;
  guint32 n_seeds = soak ? LONG_SEEDS : SHORT_SEEDS;
  guint32 seed;

  if (alone != NULL)
    play_once ((guint32) g_ascii_strtoull (alone, NULL, 10), LONG_STEPS);
  else
    for (seed = 1; seed <= n_seeds; seed++)
      play_once (seed, soak ? LONG_STEPS : SHORT_STEPS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action/random", test_random);
  return g_test_run ();
}
