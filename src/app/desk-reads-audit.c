/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reads-audit.h"

#include "desk-adjustments-csv.h"

/* As many rows as a screen or two hold. */
#define PART 100

/* How many are read at a time where all are. */
#define PAGE 500

typedef struct
{
  DeskAdjustmentFilter filter;
  char                *by;
  char                *reason;
  DeskAdjustment       after;   /* only what tells where it stands */
  gboolean             has_after;
} Request;

static void
request_free (Request *self)
{
  g_free (self->by);
  g_free (self->reason);
  g_free (self);
}

static Request *
request_new (const DeskAuditQuery *query)
{
  Request *self = g_new0 (Request, 1);

  self->by = g_strdup (query->by);
  self->reason = g_strdup (query->reason);
  self->filter.from = query->from;
  self->filter.to = query->to;
  self->filter.by = self->by;
  self->filter.reason = self->reason;

  return self;
}

void
desk_audit_part_free (DeskAuditPart *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->totals, desk_adjustment_totals_free);
  g_free (self);
}

static gpointer
part_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  g_autoptr (DeskAuditPart) part = g_new0 (DeskAuditPart, 1);

  part->rows = desk_adjustments_load (house, &request->filter,
                                      request->has_after ? &request->after : NULL, PART, error);
  if (part->rows == NULL)
    return NULL;

  part->more = part->rows->len == PART;
  if (!request->has_after)
    {
      part->totals = desk_adjustments_total (house, &request->filter, error);
      if (part->totals == NULL)
        return NULL;
    }

  return g_steal_pointer (&part);
}

void
desk_read_audit (DeskSession          *session,
                 const DeskAuditQuery *query,
                 const DeskAdjustment *after,
                 GCancellable         *cancellable,
                 GAsyncReadyCallback   callback,
                 gpointer              user_data)
{
  Request *request = request_new (query);
  const DeskJob job = { .kind = DESK_JOB_READ, .func = part_job, .data = request,
                        .free_data = (GDestroyNotify) request_free,
                        .free_result = (GDestroyNotify) desk_audit_part_free };

  request->has_after = after != NULL;
  if (after != NULL)
    {
      request->after.posting_id = after->posting_id;
      request->after.giving_id = after->giving_id;
      request->after.business_date = after->business_date;
    }
  desk_worker_run_async (desk_session_get_worker (session), &job, cancellable, callback,
                         user_data);
}

static gpointer
csv_job (DeskHouse     *house,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) desk_adjustment_free);
  gboolean more = TRUE;

  while (more)
    {
      const DeskAdjustment *last = rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;
      g_autoptr (GPtrArray) page = desk_adjustments_load (house, &request->filter, last, PAGE,
                                                          error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      more = page->len == PAGE;
      g_ptr_array_extend_and_steal (rows, g_steal_pointer (&page));
    }

  return desk_adjustments_to_csv (rows, desk_house_get_property (house)->digits);
}

void
desk_read_audit_csv (DeskSession          *session,
                     const DeskAuditQuery *query,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  const DeskJob job = { .kind = DESK_JOB_READ, .func = csv_job, .data = request_new (query),
                        .free_data = (GDestroyNotify) request_free, .free_result = g_free };

  desk_worker_run_async (desk_session_get_worker (session), &job, cancellable, callback,
                         user_data);
}
