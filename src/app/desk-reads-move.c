/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reads-move.h"

typedef struct
{
  DeskActor  *actor;
  DeskAction *action;
  int         step;
} Request;

static void
request_free (Request *self)
{
  desk_actor_free (self->actor);
  desk_action_free (self->action);
  g_free (self);
}

static Request *
request_new (DeskSession      *session,
             const DeskAction *action)
{
  Request *self = g_new0 (Request, 1);

  self->actor = desk_session_new_actor (session);
  self->action = desk_action_copy (action);

  return self;
}

static GPtrArray *
list_rooms (DeskHouse      *house,
            const Request  *request,
            GError        **error)
{
  DeskContext context;
  GPtrArray *rooms = NULL;

  desk_actor_fill_context (request->actor, &context);
  if (!desk_move_list_rooms (house, &context, request->action, &rooms, error))
    return NULL;

  return rooms;
}

static gpointer
rooms_job (DeskHouse     *house,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return list_rooms (house, data, error);
}

void
desk_read_move_rooms (DeskSession         *session,
                      const DeskAction    *action,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  const DeskJob job = { .kind = DESK_JOB_READ, .func = rooms_job,
                        .data = request_new (session, action),
                        .free_data = (GDestroyNotify) request_free,
                        .free_result = (GDestroyNotify) g_ptr_array_unref };

  desk_worker_run_async (desk_session_get_worker (session), &job, cancellable, callback,
                         user_data);
}

/* Where in the list the move leads now; without a room it is the best, the first. */
static int
find_room (const GPtrArray *rooms,
           const char      *number)
{
  for (guint i = 0; number != NULL && i < rooms->len; i++)
    if (g_str_equal (((DeskMoveRoom *) rooms->pdata[i])->number, number))
      return (int) i;

  return number == NULL ? 0 : -1;
}

static gpointer
step_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Request *request = data;
  g_autoptr (GPtrArray) rooms = list_rooms (house, request, error);
  DeskPlanned *planned;

  if (rooms == NULL)
    return NULL;

  if (rooms->len > 0 && request->step != 0)
    {
      int at = find_room (rooms, request->action->room) + request->step;
      const DeskMoveRoom *room = rooms->pdata[CLAMP (at, 0, (int) rooms->len - 1)];

      g_free (request->action->room);
      request->action->room = g_strdup (room->number);
    }

  planned = desk_planned_new (house, request->actor, request->action, error);
  if (planned != NULL)
    planned->room = g_strdup (request->action->room);

  return planned;
}

void
desk_read_move_step (DeskSession         *session,
                     const DeskAction    *action,
                     int                  step,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  Request *request = request_new (session, action);
  const DeskJob job = { .kind = DESK_JOB_READ, .func = step_job, .data = request,
                        .free_data = (GDestroyNotify) request_free,
                        .free_result = (GDestroyNotify) desk_planned_free };

  request->step = step;
  desk_worker_run_async (desk_session_get_worker (session), &job, cancellable, callback,
                         user_data);
}
