/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskDemoNames:
 *
 * Names for the invented guests of the demo, as they are common where they come from.
 */
typedef struct _DeskDemoNames DeskDemoNames;

DeskDemoNames *desk_demo_names_new          (const char           *names,
                                             const char           *countries);
void           desk_demo_names_free         (DeskDemoNames        *self);
char          *desk_demo_names_draw         (const DeskDemoNames  *self,
                                             const char           *country,
                                             GRand                *dice);
char          *desk_demo_names_draw_phone   (const DeskDemoNames  *self,
                                             const char           *country,
                                             GRand                *dice);
const char    *desk_demo_names_get_language (const DeskDemoNames  *self,
                                             const char           *country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDemoNames, desk_demo_names_free)

G_END_DECLS
