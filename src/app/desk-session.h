/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-context.h"
#include "desk-property.h"
#include "desk-sign-in.h"
#include "desk-worker.h"

G_BEGIN_DECLS

/**
 * DeskActor:
 *
 * Who asks for something at which desk, as it was when it was asked: jobs run
 * later, and somebody else may have signed in by then.
 */
typedef struct
{
  char     *user;
  DeskRole  role;
  char     *desk;
} DeskActor;

#define DESK_TYPE_SESSION (desk_session_get_type ())
G_DECLARE_FINAL_TYPE (DeskSession, desk_session, DESK, SESSION, GObject)

DeskSession        *desk_session_new               (const char          *path,
                                                    const char          *desk);
void                desk_session_open_async        (DeskSession         *self,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean            desk_session_open_finish       (DeskSession         *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);
DeskWorker         *desk_session_get_worker        (DeskSession         *self);
const char         *desk_session_get_path          (DeskSession         *self);
const char         *desk_session_get_desk          (DeskSession         *self);
DeskProperty       *desk_session_get_property      (DeskSession         *self);
DeskDate            desk_session_get_business_date (DeskSession         *self);
gboolean            desk_session_is_test_clock     (DeskSession         *self);
const DeskUser     *desk_session_get_user          (DeskSession         *self);
void                desk_session_set_user          (DeskSession         *self,
                                                    const DeskUser      *user);
gboolean            desk_session_may               (DeskSession         *self,
                                                    DeskRight            right);
void                desk_session_close             (DeskSession         *self);

DeskActor          *desk_session_new_actor         (DeskSession         *self);
void                desk_actor_free                (DeskActor           *self);
void                desk_actor_fill_context        (const DeskActor     *self,
                                                    DeskContext         *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskActor, desk_actor_free)

G_END_DECLS
