/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reads-audit.h"

#include "desk-adjustment-chain.h"
#include "desk-adjustments-csv.h"

/* As many rows as a screen or two hold. */
#define ENOUGH 200

typedef struct
{
  DeskAdjustmentFilter  filter;
  GPtrArray            *texts;    /* char: what the filter points to */
  DeskActor            *actor;
  DeskDate              day;
  DeskAdjustmentRecord *record;   /* (nullable): only what tells its chain */
} Request;

static void
request_free (Request *self)
{
  g_ptr_array_unref (self->texts);
  desk_actor_free (self->actor);
  g_clear_pointer (&self->record, desk_adjustment_record_free);
  g_free (self);
}

static const char *
keep (Request    *self,
      const char *text)
{
  char *copy = g_strdup (text);

  g_ptr_array_add (self->texts, copy);

  return copy;
}

static Request *
request_new (DeskSession                *session,
             const DeskAdjustmentFilter *filter)
{
  Request *self = g_new0 (Request, 1);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->actor = desk_session_new_actor (session);
  if (filter != NULL)
    {
      self->filter = *filter;
      self->filter.by = keep (self, filter->by);
      self->filter.reason = keep (self, filter->reason);
      self->filter.room = keep (self, filter->room);
      self->filter.kind = keep (self, filter->kind);
      self->filter.text = keep (self, filter->text);
    }

  return self;
}

static void
run (DeskSession         *session,
     const DeskJob       *job,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  desk_worker_run_async (desk_session_get_worker (session), job, cancellable, callback, user_data);
}

static gpointer
page_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  DeskContext reader = { 0 };

  desk_actor_fill_context (request->actor, &reader);

  return desk_adjustments_load (house, &reader, &request->filter, request->day, ENOUGH, error);
}

void
desk_read_audit (DeskSession                *session,
                 const DeskAdjustmentFilter *filter,
                 DeskDate                    day,
                 GCancellable               *cancellable,
                 GAsyncReadyCallback         callback,
                 gpointer                    user_data)
{
  Request *request = request_new (session, filter);
  const DeskJob job = { .kind = DESK_JOB_READ, .func = page_job, .data = request,
                        .free_data = (GDestroyNotify) request_free,
                        .free_result = (GDestroyNotify) desk_adjustment_page_free };

  request->day = day;
  run (session, &job, cancellable, callback, user_data);
}

static gpointer
before_job (DeskHouse     *house,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Request *request = data;
  DeskContext reader = { 0 };

  desk_actor_fill_context (request->actor, &reader);

  return desk_adjustments_load_before (house, &reader, request->day, error);
}

void
desk_read_audit_before (DeskSession         *session,
                        DeskDate             day,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Request *request = request_new (session, NULL);
  const DeskJob job = { .kind = DESK_JOB_READ, .func = before_job, .data = request,
                        .free_data = (GDestroyNotify) request_free,
                        .free_result = (GDestroyNotify) desk_adjustment_page_free };

  request->day = day;
  run (session, &job, cancellable, callback, user_data);
}

static gpointer
totals_job (DeskHouse     *house,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Request *request = data;
  DeskContext reader = { 0 };

  desk_actor_fill_context (request->actor, &reader);

  return desk_adjustments_total (house, &reader, &request->filter, cancellable,
                                 desk_worker_give_way, error);
}

void
desk_read_audit_totals (DeskSession                *session,
                        const DeskAdjustmentFilter *filter,
                        GCancellable               *cancellable,
                        GAsyncReadyCallback         callback,
                        gpointer                    user_data)
{
  const DeskJob job = { .kind = DESK_JOB_BACKGROUND, .func = totals_job,
                        .data = request_new (session, filter),
                        .free_data = (GDestroyNotify) request_free,
                        .free_result = (GDestroyNotify) desk_adjustment_totals_free };

  run (session, &job, cancellable, callback, user_data);
}

static gpointer
chain_job (DeskHouse     *house,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Request *request = data;
  DeskContext reader = { 0 };

  desk_actor_fill_context (request->actor, &reader);

  return desk_adjustment_chain_load (house, &reader, request->record, error);
}

void
desk_read_audit_chain (DeskSession                *session,
                       const DeskAdjustmentRecord *record,
                       GCancellable               *cancellable,
                       GAsyncReadyCallback         callback,
                       gpointer                    user_data)
{
  Request *request = request_new (session, NULL);
  const DeskJob job = { .kind = DESK_JOB_READ, .func = chain_job, .data = request,
                        .free_data = (GDestroyNotify) request_free,
                        .free_result = (GDestroyNotify) g_ptr_array_unref };

  request->record = desk_adjustment_record_copy (record);
  run (session, &job, cancellable, callback, user_data);
}

static gpointer
csv_job (DeskHouse     *house,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  const Request *request = data;
  DeskContext reader = { 0 };
  g_autoptr (DeskAdjustmentPage) page = NULL;

  desk_actor_fill_context (request->actor, &reader);
  page = desk_adjustments_load_all (house, &reader, &request->filter, cancellable, error);

  return page != NULL
           ? desk_adjustments_to_csv (page->rows, desk_house_get_property (house)) : NULL;
}

void
desk_read_audit_csv (DeskSession                *session,
                     const DeskAdjustmentFilter *filter,
                     GCancellable               *cancellable,
                     GAsyncReadyCallback         callback,
                     gpointer                    user_data)
{
  const DeskJob job = { .kind = DESK_JOB_READ, .func = csv_job,
                        .data = request_new (session, filter),
                        .free_data = (GDestroyNotify) request_free, .free_result = g_free };

  run (session, &job, cancellable, callback, user_data);
}
