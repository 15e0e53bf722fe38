/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-writes.h"

#include "desk-close-day.h"
#include "desk-demo.h"
#include "desk-import-bookings.h"
#include "desk-set-up.h"

typedef struct
{
  DeskActor    *actor;
  DeskAction   *action;
  char         *digest;
  char         *key;
  DeskProgress *progress;
  DeskDate      date;
  GBytes       *bytes;
  char         *file;
  char         *hotel;
  char         *path;
  gboolean      dry_run;
} Order;

static Order *
order_new (DeskSession *session)
{
  Order *self = g_new0 (Order, 1);

  self->actor = desk_session_new_actor (session);
  self->date = desk_session_get_business_date (session);
  self->path = g_strdup (desk_session_get_path (session));

  return self;
}

static void
order_free (Order *self)
{
  desk_actor_free (self->actor);
  g_clear_pointer (&self->action, desk_action_free);
  g_free (self->digest);
  g_free (self->key);
  g_clear_pointer (&self->progress, desk_progress_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->file);
  g_free (self->hotel);
  g_free (self->path);
  g_free (self);
}

static void
run (DeskSession         *session,
     DeskJob              job,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  job.free_data = (GDestroyNotify) order_free;

  desk_worker_run_async (desk_session_get_worker (session), &job, cancellable, callback, user_data);
}

static gpointer
action_job (DeskHouse     *house,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Order *order = data;
  DeskContext context;

  desk_actor_fill_context (order->actor, &context);

  return desk_action_do (house, &context, order->action, order->digest, order->key, error);
}

void
desk_write_action (DeskSession         *session,
                   const DeskDeed      *deed,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Order *order = order_new (session);

  order->action = desk_action_copy (deed->action);
  order->digest = g_strdup (deed->digest);
  order->key = g_strdup (deed->key);
  run (session, (DeskJob) { .kind = DESK_JOB_WRITE, .func = action_job, .data = order,
                            .free_result = (GDestroyNotify) desk_outcome_free },
       NULL, callback, user_data);
}

/* Both kinds of long work report between transactions, so others may go between. */
static void
report_and_give_way (guint    done,
                     guint    total,
                     gpointer progress)
{
  desk_progress_report (done, total, progress);
  desk_worker_give_way ();
}

static gpointer
close_day_job (DeskHouse     *house,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Order *order = data;
  DeskContext context;

  desk_actor_fill_context (order->actor, &context);
  if (!desk_close_day (house, &context, order->date,
                       &(DeskWatch){ cancellable, report_and_give_way, order->progress }, error))
    return NULL;

  return GINT_TO_POINTER (TRUE);
}

void
desk_write_close_day (DeskSession         *session,
                      DeskProgress        *progress,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Order *order = order_new (session);

  order->progress = desk_progress_ref (progress);
  run (session, (DeskJob) { .kind = DESK_JOB_BACKGROUND, .func = close_day_job, .data = order },
       cancellable, callback, user_data);
}

static gpointer
verify_job (DeskHouse     *house,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Order *order = data;

  return desk_verify (house, cancellable, report_and_give_way, order->progress, error);
}

void
desk_write_verify (DeskSession         *session,
                   DeskProgress        *progress,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Order *order = order_new (session);

  order->progress = desk_progress_ref (progress);
  run (session, (DeskJob) { .kind = DESK_JOB_BACKGROUND, .func = verify_job, .data = order,
                            .free_result = (GDestroyNotify) desk_verdict_free },
       cancellable, callback, user_data);
}

/* Stays come in one file that is read whole. */
static gpointer
import_stays_job (DeskHouse     *house,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const Order *order = data;
  g_autoptr (GFile) file = g_file_new_for_path (order->file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  DeskStaysFile stays = { .name = name, .dry_run = order->dry_run, .cancellable = cancellable };
  DeskContext context;
  gsize length;

  if (bytes == NULL)
    return NULL;
  desk_actor_fill_context (order->actor, &context);
  stays.text = g_bytes_get_data (bytes, &length);
  stays.length = (gssize) length;

  return desk_import_stays (house, &context, &stays, error);
}

static gpointer
import_bookings_job (DeskHouse     *house,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  const Order *order = data;
  g_autofree char *name = g_path_get_basename (order->file);
  g_autoptr (DeskBookingsFile) file = desk_bookings_file_open (order->file, error);
  const DeskBookingsImport import = {
    .file = file,
    .name = name,
    .hotel = order->hotel,
    .dry_run = order->dry_run,
    .watch = { cancellable, report_and_give_way, order->progress },
  };
  DeskContext context;

  if (file == NULL)
    return NULL;
  desk_actor_fill_context (order->actor, &context);

  return desk_import_bookings (house, &context, &import, error);
}

void
desk_write_import (DeskSession           *session,
                   const DeskImportOrder *import,
                   DeskProgress          *progress,
                   GCancellable          *cancellable,
                   GAsyncReadyCallback    callback,
                   gpointer               user_data)
{
  Order *order = order_new (session);

  order->file = g_strdup (import->path);
  order->hotel = g_strdup (import->hotel);
  order->dry_run = import->dry_run;
  order->progress = desk_progress_ref (progress);
  run (session, (DeskJob) { .kind = DESK_JOB_BACKGROUND,
                            .func = import->bookings ? import_bookings_job : import_stays_job,
                            .data = order,
                            .free_result = (GDestroyNotify) desk_import_result_free },
       cancellable, callback, user_data);
}

static gpointer
set_up_job (DeskHouse     *house,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Order *order = data;
  const DeskSetUp options = { 0 };
  DeskSetUpFile file = { .name = order->file };
  DeskContext context;
  gsize length;

  desk_actor_fill_context (order->actor, &context);
  file.text = g_bytes_get_data (order->bytes, &length);
  file.length = (gssize) length;
  if (!desk_set_up_create (order->path, &file, &options, &context, error))
    return NULL;

  return GINT_TO_POINTER (TRUE);
}

void
desk_write_set_up (DeskSession         *session,
                   const DeskFile      *file,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Order *order = order_new (session);

  order->bytes = g_bytes_ref (file->bytes);
  order->file = g_strdup (file->name);
  run (session, (DeskJob) { .kind = DESK_JOB_WRITE, .without_house = TRUE, .func = set_up_job,
                            .data = order },
       NULL, callback, user_data);
}

/* Tests have no time for a full hotel. */
#define SMALL_DEMO "DESKBELL_SMALL_DEMO"

static gpointer
demo_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Order *order = data;
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  DeskDate today = desk_date_at (g_get_real_time (), here);
  DeskDemo demo = {
    .small = g_getenv (SMALL_DEMO) != NULL,
    .replace = TRUE,
    .progress = desk_progress_report,
    .user_data = order->progress,
  };
  DeskContext context;

  demo.today = demo.small ? today : desk_demo_find_day (today);
  desk_actor_fill_context (order->actor, &context);
  if (!desk_demo_build (order->path, &demo, &context, error))
    return NULL;

  return GINT_TO_POINTER (TRUE);
}

void
desk_write_demo (DeskSession         *session,
                 DeskProgress        *progress,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  Order *order = order_new (session);

  order->progress = desk_progress_ref (progress);
  run (session, (DeskJob) { .kind = DESK_JOB_WRITE, .without_house = TRUE, .func = demo_job,
                            .data = order },
       NULL, callback, user_data);
}
