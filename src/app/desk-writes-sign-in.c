/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-writes.h"

#include <string.h>

/* Signing in has three steps on two threads: the worker counts the attempt and
 * hands out the hash, a thread of the pool compares (which takes a third of a
 * second on purpose), the worker writes down how it ended. */

typedef struct
{
  DeskSession *session;
  DeskActor   *actor;
  char        *login;
  char        *pin;
  char        *hash;
  gboolean     matched;
} Attempt;

static void
attempt_free (Attempt *self)
{
  g_clear_object (&self->session);
  desk_actor_free (self->actor);
  g_free (self->login);
  if (self->pin != NULL)
    memset (self->pin, 0, strlen (self->pin));
  g_free (self->pin);
  g_free (self->hash);
  g_free (self);
}

static gpointer
begin_job (DeskHouse     *house,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Attempt *attempt = data;
  DeskContext context;

  desk_actor_fill_context (attempt->actor, &context);

  return desk_sign_in_begin (house, &context, attempt->login, error);
}

static gpointer
finish_job (DeskHouse     *house,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Attempt *attempt = data;
  DeskContext context;

  desk_actor_fill_context (attempt->actor, &context);

  return desk_sign_in_finish (house, &context, attempt->login, attempt->matched, error);
}

static void
on_finished_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  DeskUser *user = desk_worker_finish (result, &error);

  if (user == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, user, (GDestroyNotify) desk_user_free);
}

static void
compare_in_thread (GTask        *compare,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Attempt *attempt = task_data;

  attempt->matched = desk_sign_in_pin_matches (attempt->hash, attempt->pin);
  g_task_return_boolean (compare, TRUE);
}

static void
on_compared_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Attempt *attempt = g_task_get_task_data (task);
  DeskWorker *worker = desk_session_get_worker (attempt->session);

  desk_worker_run_async (worker,
                         &(DeskJob) { .kind = DESK_JOB_WRITE, .func = finish_job, .data = attempt,
                                      .free_result = (GDestroyNotify) desk_user_free },
                         NULL, on_finished_cb, g_steal_pointer (&task));
}

static void
on_begun_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Attempt *attempt = g_task_get_task_data (task);
  g_autoptr (GTask) compare = NULL;
  GError *error = NULL;

  attempt->hash = desk_worker_finish (result, &error);
  if (attempt->hash == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  compare = g_task_new (source, NULL, on_compared_cb, g_steal_pointer (&task));
  g_task_set_task_data (compare, attempt, NULL);
  g_task_run_in_thread (compare, compare_in_thread);
}

/**
 * desk_write_sign_in_async:
 * @session: a locked desk
 * @login: who
 * @pin: as typed
 * @callback: called when it is known whether the PIN is right
 * @user_data: for @callback
 */
void
desk_write_sign_in_async (DeskSession         *session,
                          const char          *login,
                          const char          *pin,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (session, NULL, callback, user_data);
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->session = g_object_ref (session);
  attempt->actor = desk_session_new_actor (session);
  attempt->login = g_strdup (login);
  attempt->pin = g_strdup (pin);
  g_task_set_source_tag (task, desk_write_sign_in_async);
  g_task_set_task_data (task, attempt, (GDestroyNotify) attempt_free);

  desk_worker_run_async (desk_session_get_worker (session),
                         &(DeskJob) { .kind = DESK_JOB_WRITE, .func = begin_job, .data = attempt,
                                      .free_result = g_free },
                         NULL, on_begun_cb, task);
}

DeskUser *
desk_write_sign_in_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
