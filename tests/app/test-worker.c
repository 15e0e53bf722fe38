/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-action.h"
#include "desk-error.h"
#include "desk-progress.h"
#include "desk-test-house.h"
#include "desk-views.h"
#include "desk-worker.h"

typedef struct
{
  DeskWorker *worker;
  GMutex      gate;             /* held: the worker waits in a job */
  GString    *order;            /* of the jobs, as they ran */
  guint       n_back;           /* answers that came back */
  GError     *error;            /* of the last answer */
  gpointer    result;
  guint       n_changed;
  guint       done;
} Fixture;

typedef struct
{
  Fixture *fixture;
  char     name;
} Named;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->worker = desk_worker_new ();
  self->order = g_string_new (NULL);
  g_mutex_init (&self->gate);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  desk_worker_stop (self->worker);
  g_assert_finalize_object (self->worker);
  g_string_free (self->order, TRUE);
  g_clear_error (&self->error);
  g_mutex_clear (&self->gate);
}

static void
on_back_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *self = user_data;

  g_clear_error (&self->error);
  self->result = desk_worker_finish (result, &self->error);
  self->n_back++;
}

static void
wait_for (Fixture *self,
          guint    n_back)
{
  while (self->n_back < n_back)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
wait_at_gate (DeskHouse     *house,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Fixture *self = data;

  g_mutex_lock (&self->gate);
  g_mutex_unlock (&self->gate);

  return self;
}

static gpointer
write_name (DeskHouse     *house,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Named *named = data;

  g_string_append_c (named->fixture->order, named->name);

  return named->fixture;
}

static void
run (Fixture      *self,
     DeskJobKind   kind,
     char          name,
     GCancellable *cancellable)
{
  Named *named = g_new0 (Named, 1);

  named->fixture = self;
  named->name = name;
  desk_worker_run_async (self->worker,
                         &(DeskJob) { .kind = kind, .without_house = TRUE, .func = write_name,
                                      .data = named, .free_data = g_free },
                         cancellable, on_back_cb, self);
}

static void
close_gate (Fixture *self)
{
  g_mutex_lock (&self->gate);
  desk_worker_run_async (self->worker,
                         &(DeskJob) { .kind = DESK_JOB_WRITE, .without_house = TRUE,
                                      .func = wait_at_gate, .data = self },
                         NULL, on_back_cb, self);
}

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  close_gate (self);
  run (self, DESK_JOB_BACKGROUND, 'x', NULL);
  run (self, DESK_JOB_READ, 'a', NULL);
  run (self, DESK_JOB_BACKGROUND, 'y', NULL);
  run (self, DESK_JOB_WRITE, 'b', NULL);
  g_mutex_unlock (&self->gate);
  wait_for (self, 5);

  g_assert_cmpstr (self->order->str, ==, "abxy");
}

/* A whole answer is waited for, a long one only so long. */
static void
test_linger (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  desk_worker_linger (self->worker, G_MAXINT64 / 2);
  run (self, DESK_JOB_READ, 'a', NULL);
  desk_worker_linger (self->worker, G_TIME_SPAN_MINUTE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (self->n_back, ==, 1);

  close_gate (self);
  run (self, DESK_JOB_READ, 'b', cancelled);
  run (self, DESK_JOB_BACKGROUND, 'x', NULL);
  g_cancellable_cancel (cancelled);
  desk_worker_linger (self->worker, G_TIME_SPAN_MILLISECOND);
  g_assert_cmpuint (self->n_back, ==, 1);

  g_mutex_unlock (&self->gate);
  desk_worker_linger (self->worker, G_TIME_SPAN_MINUTE);
  wait_for (self, 4);
  g_assert_cmpstr (self->order->str, ==, "ax");
}

static void
test_cancelled_read (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  close_gate (self);
  run (self, DESK_JOB_READ, 'a', cancellable);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&self->gate);
  wait_for (self, 2);

  g_assert_cmpstr (self->order->str, ==, "");
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Who asked for a write hears how it ended, even if they have lost interest. */
static void
test_cancelled_write (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  close_gate (self);
  run (self, DESK_JOB_WRITE, 'a', cancellable);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&self->gate);
  wait_for (self, 2);

  g_assert_cmpstr (self->order->str, ==, "a");
  g_assert_no_error (self->error);
  g_assert_true (self->result == self);
}

static void
test_no_house (Fixture       *self,
               gconstpointer  data)
{
  desk_worker_run_async (self->worker,
                         &(DeskJob) { .kind = DESK_JOB_READ, .func = wait_at_gate, .data = self },
                         NULL, on_back_cb, self);
  wait_for (self, 1);

  g_assert_error (self->error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
}

static void
test_stop (Fixture       *self,
           gconstpointer  data)
{
  close_gate (self);
  run (self, DESK_JOB_READ, 'a', NULL);
  g_mutex_unlock (&self->gate);
  desk_worker_stop (self->worker);
  run (self, DESK_JOB_READ, 'b', NULL);
  wait_for (self, 3);

  /* The first may have run or not; the second has not. */
  g_assert_null (strchr (self->order->str, 'b'));
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A long job that lets the others go between. */
static gpointer
give_way_in_between (DeskHouse     *house,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Fixture *self = data;

  g_string_append_c (self->order, '(');
  g_mutex_lock (&self->gate);
  g_mutex_unlock (&self->gate);
  desk_worker_give_way ();
  g_string_append_c (self->order, ')');

  return self;
}

static void
test_gives_way (Fixture       *self,
                gconstpointer  data)
{
  g_mutex_lock (&self->gate);
  desk_worker_run_async (self->worker,
                         &(DeskJob) { .kind = DESK_JOB_BACKGROUND, .without_house = TRUE,
                                      .func = give_way_in_between, .data = self },
                         NULL, on_back_cb, self);
  g_usleep (20000);
  run (self, DESK_JOB_READ, 'a', NULL);
  run (self, DESK_JOB_WRITE, 'b', NULL);
  run (self, DESK_JOB_BACKGROUND, 'x', NULL);
  g_mutex_unlock (&self->gate);
  wait_for (self, 4);

  g_assert_cmpstr (self->order->str, ==, "(ab)x");
}

static void
on_changed_cb (Fixture *self)
{
  self->n_changed++;
}

static void
check_in (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  gint64 stay_id = desk_find_one (test->house, "AM-0226A", &error);
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_CHECK_IN, stay_id);
  g_autoptr (DeskPlan) plan = desk_action_plan (test->house, &test->context, action, &error);
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autofree char *key = desk_action_new_key (&test->context);

  g_assert_no_error (error);
  outcome = desk_action_do (test->house, &test->context, action, plan->digest, key, &error);
  g_assert_no_error (error);
}

/* Another console on the same file is seen. */
static void
test_sees_others (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();

  desk_test_house_import (test, desk_test_stays ());
  g_signal_connect_swapped (self->worker, "changed", G_CALLBACK (on_changed_cb), self);
  desk_worker_open_async (self->worker, test->path, on_back_cb, self);
  wait_for (self, 1);
  g_assert_no_error (self->error);
  g_assert_cmpuint (self->n_changed, ==, 0);

  check_in (test);
  while (self->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);

  desk_worker_open_async (self->worker, NULL, on_back_cb, self);
  wait_for (self, 2);
}

static gboolean
post_one (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  gint64 stay_id = desk_find_one (test->house, "AM-0226A", &error);
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_POST, stay_id);
  g_autoptr (DeskOutcome) outcome = NULL;

  action->code = g_strdup ("BFST");
  outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
  g_assert_no_error (error);
  return outcome != NULL;
}

/* What is done by the tool is on both consoles within half a second. A machine that is
 * busy may be late once; the middle one of several counts. */
static void
test_half_a_second (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  Fixture other = { 0 };
  guint n_late = 0;
  guint i;

  desk_test_house_import (test, desk_test_stays ());
  check_in (test);
  set_up (&other, NULL);
  g_signal_connect_swapped (self->worker, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (other.worker, "changed", G_CALLBACK (on_changed_cb), &other);
  desk_worker_open_async (self->worker, test->path, on_back_cb, self);
  desk_worker_open_async (other.worker, test->path, on_back_cb, &other);
  wait_for (self, 1);
  wait_for (&other, 1);

  for (i = 0; i < 5; i++)
    {
      gint64 done;

      self->n_changed = 0;
      other.n_changed = 0;
      g_assert_true (post_one (test));
      done = g_get_monotonic_time ();
      while (self->n_changed == 0 || other.n_changed == 0)
        g_main_context_iteration (NULL, TRUE);
      n_late += g_get_monotonic_time () - done > 500 * G_TIME_SPAN_MILLISECOND;
    }
  g_assert_cmpuint (n_late, <=, 2);

  desk_worker_open_async (self->worker, NULL, on_back_cb, self);
  desk_worker_open_async (other.worker, NULL, on_back_cb, &other);
  wait_for (self, 2);
  wait_for (&other, 2);
  tear_down (&other, NULL);
}

static void
test_open_fails (Fixture       *self,
                 gconstpointer  data)
{
  desk_worker_open_async (self->worker, "/nowhere/at/all.db", on_back_cb, self);
  wait_for (self, 1);

  g_assert_error (self->error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
}

static void
on_progress (GObject *view,
             guint    done,
             guint    total)
{
  Fixture *self = g_object_get_data (view, "fixture");

  self->done = done;
  self->n_changed++;
}

/* A thousand reports are one look at the newest. */
static void
test_progress (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GObject) view = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (DeskProgress) progress = NULL;

  g_object_set_data (view, "fixture", self);
  progress = desk_progress_new (view, on_progress);
  for (guint i = 1; i <= 1000; i++)
    desk_progress_report (i, 1000, progress);
  while (self->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->done, ==, 1000);
  g_assert_cmpuint (self->n_changed, ==, 1);

  /* Nobody looks any more: nobody is told. */
  desk_progress_report (1, 1000, progress);
  g_clear_object (&view);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (self->done, ==, 1000);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/worker/order", test_order },
    { "/worker/linger", test_linger },
    { "/worker/cancelled-read", test_cancelled_read },
    { "/worker/cancelled-write", test_cancelled_write },
    { "/worker/no-house", test_no_house },
    { "/worker/stop", test_stop },
    { "/worker/gives-way", test_gives_way },
    { "/worker/sees-others", test_sees_others },
    { "/worker/half-a-second", test_half_a_second },
    { "/worker/open-fails", test_open_fails },
    { "/worker/progress", test_progress },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
