/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-session.h"

#include "desk-intl.h"

/* What of the house every view needs, read by the worker. */
typedef struct
{
  DeskProperty *property;
  DeskDate      business_date;
  gboolean      test_clock;
} HouseFacts;

/**
 * DeskSession:
 *
 * One desk at work: the worker with its house, who is signed in, and the few
 * facts of the house that stand on every page. Lives on the GTK thread.
 */
struct _DeskSession
{
  GObject       parent_instance;

  /* Owned */
  DeskWorker   *worker;
  char         *path;
  char         *desk;
  DeskProperty *property;       /* (nullable): before the house is open */
  DeskUser     *user;           /* (nullable): locked */

  /* State */
  DeskDate      business_date;
  gboolean      test_clock;
};

G_DEFINE_FINAL_TYPE (DeskSession, desk_session, G_TYPE_OBJECT)

enum { CHANGED, USER_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
house_facts_free (HouseFacts *self)
{
  g_clear_pointer (&self->property, desk_property_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HouseFacts, house_facts_free)

static gpointer
read_facts (DeskHouse     *house,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (HouseFacts) facts = g_new0 (HouseFacts, 1);

  if (!desk_house_get_business_date (house, &facts->business_date, error))
    return NULL;

  facts->property = desk_property_ref ((DeskProperty *) desk_house_get_property (house));
  facts->test_clock = desk_house_is_test_clock (house);

  return g_steal_pointer (&facts);
}

static const DeskJob facts_job = {
  .kind = DESK_JOB_READ,
  .func = read_facts,
  .free_result = (GDestroyNotify) house_facts_free,
};

static void
take_facts (DeskSession *self,
            HouseFacts  *facts)
{
  g_clear_pointer (&self->property, desk_property_unref);
  self->property = g_steal_pointer (&facts->property);
  self->business_date = facts->business_date;
  self->test_clock = facts->test_clock;
}

static void
on_facts_reread_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (DeskSession) self = user_data;
  g_autoptr (HouseFacts) facts = desk_worker_finish (result, NULL);

  if (facts != NULL)
    take_facts (self, facts);

  /* Even where this failed: whoever reads next meets the reason and tells it. */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_worker_changed_cb (DeskSession *self)
{
  desk_worker_run_async (self->worker, &facts_job, NULL, on_facts_reread_cb, g_object_ref (self));
}

static void
desk_session_dispose (GObject *object)
{
  DeskSession *self = DESK_SESSION (object);

  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (desk_session_parent_class)->dispose (object);
}

static void
desk_session_finalize (GObject *object)
{
  DeskSession *self = DESK_SESSION (object);

  g_free (self->path);
  g_free (self->desk);
  g_clear_pointer (&self->property, desk_property_unref);
  g_clear_pointer (&self->user, desk_user_free);

  G_OBJECT_CLASS (desk_session_parent_class)->finalize (object);
}

static void
desk_session_class_init (DeskSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_session_dispose;
  object_class->finalize = desk_session_finalize;

  /**
   * DeskSession::changed:
   *
   * The house is another than it was: views read again what they show.
   */
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /**
   * DeskSession::user-changed:
   *
   * Somebody signed in, or the desk was locked.
   */
  signals[USER_CHANGED] = g_signal_new ("user-changed", DESK_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_session_init (DeskSession *self)
{
  self->worker = desk_worker_new ();
  g_signal_connect_swapped (self->worker, "changed", G_CALLBACK (on_worker_changed_cb), self);
}

/**
 * desk_session_new:
 * @path: file of the house; need not exist yet
 * @desk: what this desk is called
 */
DeskSession *
desk_session_new (const char *path,
                  const char *desk)
{
  DeskSession *self = g_object_new (DESK_TYPE_SESSION, NULL);

  self->path = g_strdup (path);
  self->desk = g_strdup (desk);

  return self;
}

static void
on_facts_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  DeskSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HouseFacts) facts = desk_worker_finish (result, &error);

  if (facts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_facts (self, facts);
  g_task_return_boolean (task, TRUE);
}

static void
on_house_opened_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (desk_worker_finish (result, &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  desk_worker_run_async (DESK_WORKER (source), &facts_job, NULL, on_facts_read_cb,
                         g_steal_pointer (&task));
}

/**
 * desk_session_open_async:
 * @self: a session
 * @callback: called when the house is open, or cannot be opened
 * @user_data: for @callback
 *
 * Opens the file of this session, again if it was open.
 */
void
desk_session_open_async (DeskSession         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, desk_session_open_async);
  desk_worker_open_async (self->worker, self->path, on_house_opened_cb, task);
}

gboolean
desk_session_open_finish (DeskSession   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * desk_session_close:
 * @self: a session
 *
 * Ends the worker; a write that has begun is finished first.
 */
void
desk_session_close (DeskSession *self)
{
  desk_worker_stop (self->worker);
}

DeskWorker *
desk_session_get_worker (DeskSession *self)
{
  return self->worker;
}

const char *
desk_session_get_path (DeskSession *self)
{
  return self->path;
}

const char *
desk_session_get_desk (DeskSession *self)
{
  return self->desk;
}

DeskProperty *
desk_session_get_property (DeskSession *self)
{
  return self->property;
}

DeskDate
desk_session_get_business_date (DeskSession *self)
{
  return self->business_date;
}

gboolean
desk_session_is_test_clock (DeskSession *self)
{
  return self->test_clock;
}

/**
 * desk_session_get_user:
 *
 * Returns: (transfer none) (nullable): who is signed in; %NULL while locked
 */
const DeskUser *
desk_session_get_user (DeskSession *self)
{
  return self->user;
}

void
desk_session_set_user (DeskSession    *self,
                       const DeskUser *user)
{
  g_clear_pointer (&self->user, desk_user_free);
  self->user = user != NULL ? desk_user_copy (user) : NULL;
  g_signal_emit (self, signals[USER_CHANGED], 0);
}

/**
 * desk_session_may:
 *
 * Returns: whether who is signed in may do this alone
 */
gboolean
desk_session_may (DeskSession *self,
                  DeskRight    right)
{
  return self->user != NULL && desk_role_may (self->user->role, right);
}

/**
 * desk_session_new_actor:
 *
 * Returns: (transfer full): who acts now; nobody while locked
 */
DeskActor *
desk_session_new_actor (DeskSession *self)
{
  DeskActor *actor = g_new0 (DeskActor, 1);

  actor->user = g_strdup (self->user != NULL ? self->user->login : "");
  actor->role = self->user != NULL ? self->user->role : DESK_ROLE_NONE;
  actor->desk = g_strdup (self->desk);

  return actor;
}

void
desk_actor_free (DeskActor *self)
{
  g_free (self->user);
  g_free (self->desk);
  g_free (self);
}

/**
 * desk_actor_fill_context:
 * @self: who acts
 * @context: (out caller-allocates): borrows from @self
 */
void
desk_actor_fill_context (const DeskActor *self,
                         DeskContext     *context)
{
  desk_context_init_system (context);
  context->user = self->user;
  context->role = self->role;
  context->desk = self->desk;
  context->lang = desk_catalog_get_language (desk_app_get_catalog ());
}
