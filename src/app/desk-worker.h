/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-house.h"

G_BEGIN_DECLS

/**
 * DeskJobKind:
 * @DESK_JOB_READ: somebody looks at the answer; may be cancelled
 * @DESK_JOB_WRITE: finished once it has begun; its answer always arrives
 * @DESK_JOB_BACKGROUND: long work; waits for the others and gives way to reads
 */
typedef enum
{
  DESK_JOB_READ,
  DESK_JOB_WRITE,
  DESK_JOB_BACKGROUND,
} DeskJobKind;

/**
 * DeskJobFunc:
 * @house: (nullable): the open house; %NULL only for a job without one
 * @data: of the job
 * @cancellable: (nullable): of the job
 * @error: return location for a #GError
 *
 * Runs on the worker's thread.
 *
 * Returns: (transfer full): the answer, or %NULL with @error set
 */
typedef gpointer (*DeskJobFunc) (DeskHouse     *house,
                                 gpointer       data,
                                 GCancellable  *cancellable,
                                 GError       **error);

typedef struct
{
  DeskJobKind    kind;
  gboolean       without_house;
  DeskJobFunc    func;
  gpointer       data;          /* (transfer full) */
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} DeskJob;

#define DESK_TYPE_WORKER (desk_worker_get_type ())
G_DECLARE_FINAL_TYPE (DeskWorker, desk_worker, DESK, WORKER, GObject)

DeskWorker *desk_worker_new        (void);
void        desk_worker_open_async (DeskWorker          *self,
                                    const char          *path,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void        desk_worker_run_async  (DeskWorker          *self,
                                    const DeskJob       *job,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gpointer    desk_worker_finish     (GAsyncResult        *result,
                                    GError             **error);
void        desk_worker_give_way   (void);
void        desk_worker_linger     (DeskWorker          *self,
                                    gint64               us);
guint       desk_worker_get_n_jobs (DeskWorker          *self);
void        desk_worker_stop       (DeskWorker          *self);

G_END_DECLS
