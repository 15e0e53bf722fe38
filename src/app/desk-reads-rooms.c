/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reads-rooms.h"

static gpointer
rack_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return desk_rack_load (house, error);
}

void
desk_read_rack (DeskSession         *session,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  const DeskJob job = { .kind = DESK_JOB_READ, .func = rack_job,
                        .free_result = (GDestroyNotify) desk_rack_free };

  desk_worker_run_async (desk_session_get_worker (session), &job, cancellable, callback,
                         user_data);
}

static gpointer
room_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return desk_room_view_load (house, *(gint64 *) data, error);
}

void
desk_read_room (DeskSession         *session,
                gint64               room_id,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  const DeskJob job = { .kind = DESK_JOB_READ, .func = room_job,
                        .data = g_memdup2 (&room_id, sizeof room_id), .free_data = g_free,
                        .free_result = (GDestroyNotify) desk_room_view_free };

  desk_worker_run_async (desk_session_get_worker (session), &job, cancellable, callback,
                         user_data);
}
