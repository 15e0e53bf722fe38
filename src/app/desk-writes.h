/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-import-stays.h"
#include "desk-progress.h"
#include "desk-session.h"
#include "desk-verify.h"

G_BEGIN_DECLS

/* What the window has the worker do. Each starts a job that is finished once it
 * has begun; the answer, named in brackets, is fetched with desk_worker_finish(). */

/* A plan as it was shown, to be carried out. */
typedef struct
{
  const DeskAction *action;
  const char       *digest;
  const char       *key;
} DeskDeed;

/* A file somebody chose, already read. */
typedef struct
{
  GBytes     *bytes;
  const char *name;
} DeskFile;

/**
 * DeskImportOrder:
 * @path: a file
 * @bookings: of bookings, otherwise of stays
 * @hotel: (nullable): only the bookings of this hotel
 * @dry_run: everything but the writing
 */
typedef struct
{
  const char *path;
  gboolean    bookings;
  const char *hotel;
  gboolean    dry_run;
} DeskImportOrder;

/* [DeskOutcome] */
void desk_write_action    (DeskSession         *session,
                           const DeskDeed      *deed,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
/* [any pointer]; @cancellable stops between two stays */
void desk_write_close_day (DeskSession         *session,
                           DeskProgress        *progress,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
/* [DeskVerdict] */
void desk_write_verify    (DeskSession         *session,
                           DeskProgress        *progress,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
/* [DeskImportResult]; @cancellable stops between two rows, and then too there is a
 * result where bookings came in */
void desk_write_import    (DeskSession           *session,
                           const DeskImportOrder *order,
                           DeskProgress          *progress,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               user_data);
/* [any pointer] */
void desk_write_set_up    (DeskSession         *session,
                           const DeskFile      *file,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
/* [any pointer] */
void desk_write_demo      (DeskSession         *session,
                           DeskProgress        *progress,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

void      desk_write_sign_in_async  (DeskSession          *session,
                                     const char           *login,
                                     const char           *pin,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
DeskUser *desk_write_sign_in_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
