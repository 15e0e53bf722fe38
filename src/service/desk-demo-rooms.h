/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-property.h"

G_BEGIN_DECLS

/**
 * DeskDemoRooms:
 *
 * Which room of the demo hotel is whose on which night, planned before anything
 * happens, so that no two stays are given the same one.
 */
typedef struct _DeskDemoRooms DeskDemoRooms;

DeskDemoRooms *desk_demo_rooms_new  (const DeskProperty  *property,
                                     const char          *plan,
                                     DeskDate             first,
                                     DeskDate             end);
void           desk_demo_rooms_free (DeskDemoRooms       *self);
gboolean       desk_demo_rooms_keep (DeskDemoRooms       *self,
                                     const char          *number,
                                     DeskDate             from,
                                     DeskDate             till);
gboolean       desk_demo_rooms_is_kept (DeskDemoRooms    *self,
                                     const char          *number,
                                     DeskDate             night);
const char    *desk_demo_rooms_take (DeskDemoRooms       *self,
                                     const char          *type,
                                     DeskDate             from,
                                     DeskDate             till);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDemoRooms, desk_demo_rooms_free)

G_END_DECLS
