/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-worker.h"

#include "desk-error.h"
#include "desk-file.h"

/* How often other consoles' changes are looked for. */
#define POLL_US (250 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  DeskJob   job;
  gboolean  opens;      /* data is the path of the house to open, or NULL to close */
} Work;

/**
 * DeskWorker:
 *
 * The one thread that owns the database. Jobs wait in two queues; what somebody
 * is looking at goes before what may take its time. Answers arrive on the
 * thread that asked, through #GTask. #DeskWorker::changed is emitted on the
 * thread that made the worker when the ledger has moved on, whoever moved it.
 */
struct _DeskWorker
{
  GObject       parent_instance;

  /* Owned */
  GThread      *thread;
  GMainContext *context;        /* where ::changed is emitted */

  /* Under the lock */
  GMutex        lock;
  GCond         wake;
  GCond         answered;       /* one of n_asked less */
  GQueue        interactive;    /* GTask */
  GQueue        background;     /* GTask */
  guint         n_asked;        /* interactive ones that wait or run */
  guint         n_jobs;         /* all there ever were */
  gboolean      stopping;

  /* Of the worker's thread alone */
  DeskHouse    *house;
  gint64        newest_change;
  gint64        next_poll_us;
};

G_DEFINE_FINAL_TYPE (DeskWorker, desk_worker, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The worker whose thread this is. */
static GPrivate current_worker;

static void
work_free (Work *work)
{
  if (work->job.free_data != NULL)
    g_clear_pointer (&work->job.data, work->job.free_data);
  g_free (work);
}

static gboolean
emit_changed_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* Never g_main_context_invoke(): it may run the function on this thread. */
static void
tell_changed (DeskWorker *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/* A refresh that fails says nothing here: the next job meets the same trouble
 * and tells whoever asked for it. */
static void
poll_changes (DeskWorker *self)
{
  gint64 newest = self->newest_change;
  g_autoptr (GError) error = NULL;

  self->next_poll_us = g_get_monotonic_time () + POLL_US;

  if (self->house == NULL || !desk_house_refresh (self->house, &newest, &error) ||
      newest == self->newest_change)
    return;

  self->newest_change = newest;
  tell_changed (self);
}

static gpointer
open_house (DeskWorker  *self,
            const char  *path,
            GError     **error)
{
  g_clear_pointer (&self->house, desk_house_close);
  if (path == NULL)
    return GINT_TO_POINTER (TRUE);

  self->house = desk_house_open (path, error);
  if (self->house == NULL)
    return NULL;

  desk_new_file_sweep (path);
  self->newest_change = 0;
  if (!desk_house_refresh (self->house, &self->newest_change, error))
    {
      g_clear_pointer (&self->house, desk_house_close);
      return NULL;
    }

  return GINT_TO_POINTER (TRUE);
}

static void
run_task (DeskWorker *self,
          GTask      *task)
{
  Work *work = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  gpointer result = NULL;
  GError *error = NULL;

  if (work->job.kind == DESK_JOB_READ && g_task_return_error_if_cancelled (task))
    return;

  if (work->opens)
    result = open_house (self, work->job.data, &error);
  else if (self->house == NULL && !work->job.without_house)
    g_set_error (&error, DESK_ERROR, DESK_ERROR_NOT_FOUND, "no property is open");
  else
    result = work->job.func (self->house, work->job.data, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, work->job.free_result);

  /* What was just written should be on every view before the poll comes round. */
  if (work->job.kind != DESK_JOB_READ)
    poll_changes (self);
}

/* What waits for an answer in desk_worker_linger() has it. */
static void
run_and_tell (DeskWorker *self,
              GTask      *task)
{
  gboolean background = ((Work *) g_task_get_task_data (task))->job.kind == DESK_JOB_BACKGROUND;

  run_task (self, task);
  if (background)
    return;

  g_mutex_lock (&self->lock);
  self->n_asked--;
  g_cond_broadcast (&self->answered);
  g_mutex_unlock (&self->lock);
}

/* With the lock held: the next task, waiting until there is one, until it is
 * time to poll (%NULL), or until the worker ends (%NULL and @stopping). */
static GTask *
wait_for_task (DeskWorker *self)
{
  while (!self->stopping)
    {
      GTask *task = g_queue_pop_head (&self->interactive);

      if (task == NULL)
        task = g_queue_pop_head (&self->background);
      if (task != NULL)
        return task;

      if (self->house == NULL)
        g_cond_wait (&self->wake, &self->lock);
      else if (!g_cond_wait_until (&self->wake, &self->lock, self->next_poll_us))
        return NULL;
    }

  return NULL;
}

static gpointer
run_worker (gpointer user_data)
{
  DeskWorker *self = user_data;
  gboolean stopping = FALSE;

  g_private_set (&current_worker, self);

  while (!stopping)
    {
      g_autoptr (GTask) task = NULL;

      g_mutex_lock (&self->lock);
      task = wait_for_task (self);
      stopping = self->stopping && task == NULL;
      g_mutex_unlock (&self->lock);

      if (task != NULL)
        run_and_tell (self, task);
      if (!stopping && g_get_monotonic_time () >= self->next_poll_us)
        poll_changes (self);
    }

  g_clear_pointer (&self->house, desk_house_close);

  return NULL;
}

static void
push (DeskWorker *self,
      GTask      *task)
{
  Work *work = g_task_get_task_data (task);
  gboolean background = work->job.kind == DESK_JOB_BACKGROUND;

  g_mutex_lock (&self->lock);
  self->n_jobs++;
  if (!self->stopping)
    {
      g_queue_push_tail (background ? &self->background : &self->interactive, g_object_ref (task));
      self->n_asked += !background;
      g_cond_signal (&self->wake);
    }
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the console is closing");
    }
  g_mutex_unlock (&self->lock);
}

static void
desk_worker_dispose (GObject *object)
{
  desk_worker_stop (DESK_WORKER (object));

  G_OBJECT_CLASS (desk_worker_parent_class)->dispose (object);
}

static void
desk_worker_finalize (GObject *object)
{
  DeskWorker *self = DESK_WORKER (object);

  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_cond_clear (&self->answered);

  G_OBJECT_CLASS (desk_worker_parent_class)->finalize (object);
}

static void
desk_worker_class_init (DeskWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_worker_dispose;
  object_class->finalize = desk_worker_finalize;

  /**
   * DeskWorker::changed:
   *
   * The database holds something that was not there before.
   */
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
desk_worker_init (DeskWorker *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_cond_init (&self->answered);
  g_queue_init (&self->interactive);
  g_queue_init (&self->background);
  self->context = g_main_context_ref_thread_default ();
  self->thread = g_thread_new ("desk-worker", run_worker, self);
}

DeskWorker *
desk_worker_new (void)
{
  return g_object_new (DESK_TYPE_WORKER, NULL);
}

/**
 * desk_worker_open_async:
 * @self: a worker
 * @path: (nullable): file of the house; %NULL closes the one that is open
 * @callback: called with the outcome, see desk_worker_finish()
 * @user_data: for @callback
 *
 * Opens a house in place of the one that is open.
 */
void
desk_worker_open_async (DeskWorker          *self,
                        const char          *path,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->opens = TRUE;
  work->job.kind = DESK_JOB_READ;
  work->job.data = g_strdup (path);
  work->job.free_data = g_free;

  g_task_set_source_tag (task, desk_worker_open_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  push (self, task);
}

/**
 * desk_worker_run_async:
 * @self: a worker
 * @job: what to do; copied, its data is taken over
 * @cancellable: (nullable): for reads; background jobs get it to look at themselves
 * @callback: called on the thread that asked
 * @user_data: for @callback
 */
void
desk_worker_run_async (DeskWorker          *self,
                       const DeskJob       *job,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->job = *job;

  /* What a write has done must be told, even to somebody who lost interest. */
  g_task_set_check_cancellable (task, job->kind == DESK_JOB_READ);
  g_task_set_source_tag (task, desk_worker_run_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  push (self, task);
}

/**
 * desk_worker_finish:
 * @result: of desk_worker_open_async() or desk_worker_run_async()
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what the job answered, or %NULL with @error set
 */
gpointer
desk_worker_finish (GAsyncResult  *result,
                    GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * desk_worker_give_way:
 *
 * To be called by a background job between two pieces of its work, on the
 * worker's thread and outside any transaction: does the interactive jobs that
 * wait, so that no desk stands still meanwhile.
 */
void
desk_worker_give_way (void)
{
  DeskWorker *self = g_private_get (&current_worker);
  GTask *task = NULL;

  if (self == NULL)
    return;

  do
    {
      g_mutex_lock (&self->lock);
      task = g_queue_peek_head (&self->interactive);
      if (task != NULL)
        {
          Work *work = g_task_get_task_data (task);

          if (!work->opens)
            g_queue_pop_head (&self->interactive);
          else
            task = NULL;
        }
      g_mutex_unlock (&self->lock);

      if (task != NULL)
        {
          run_and_tell (self, task);
          g_object_unref (task);
        }
    }
  while (task != NULL);
}

/**
 * desk_worker_linger:
 * @self: a worker
 * @us: how long at most, in microseconds: a part of a frame
 *
 * Waits for what has been asked so far. An answer that is nearly there then arrives before
 * the next frame is drawn, which shows it beside the key it answers; the frame after that
 * would be a sixtieth of a second later.
 */
void
desk_worker_linger (DeskWorker *self,
                    gint64      us)
{
  gint64 end = g_get_monotonic_time () + us;

  g_mutex_lock (&self->lock);
  while (self->n_asked > 0 && !self->stopping)
    if (!g_cond_wait_until (&self->answered, &self->lock, end))
      break;
  g_mutex_unlock (&self->lock);
}

/**
 * desk_worker_get_n_jobs:
 *
 * Returns: how many jobs it was given so far, to see that nothing is read twice
 */
guint
desk_worker_get_n_jobs (DeskWorker *self)
{
  guint n_jobs;

  g_mutex_lock (&self->lock);
  n_jobs = self->n_jobs;
  g_mutex_unlock (&self->lock);

  return n_jobs;
}

/**
 * desk_worker_stop:
 * @self: a worker
 *
 * Ends the thread when the job at hand is done; what still waits is answered
 * with %G_IO_ERROR_CANCELLED. Blocks meanwhile.
 */
void
desk_worker_stop (DeskWorker *self)
{
  GQueue *queues[] = { &self->interactive, &self->background };

  if (self->thread == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&self->thread, g_thread_join);

  for (guint i = 0; i < G_N_ELEMENTS (queues); i++)
    {
      GTask *task;

      while ((task = g_queue_pop_head (queues[i])) != NULL)
        {
          g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                   "the console is closing");
          g_object_unref (task);
        }
    }
}
