/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action.h"
#include "desk-date.h"

G_BEGIN_DECLS

/* A time of day, in minutes. */
#define DESK_DEMO_TIME(hour, minute) ((hour) * 60 + (minute))

/**
 * DeskDemoLine:
 * @minute: of the day
 * @by: who does it
 * @text: (nullable): as somebody types it; otherwise @action
 * @ref: (nullable): whose stay @action is about: a room or a confirmation number
 * @action: (nullable): what is done; its stay is found by @ref
 * @newest: (nullable): a code: @action is about the newest line of the bill that has it
 *
 * Something that happens on a day of the demo.
 */
typedef struct
{
  int         minute;
  char       *by;
  char       *text;
  char       *ref;
  DeskAction *action;
  char       *newest;
} DeskDemoLine;

/**
 * DeskDemoDays:
 *
 * What happens in the demo hotel, day by day, in the order of the clock.
 */
typedef struct _DeskDemoDays DeskDemoDays;

DeskDemoLine    *desk_demo_line_new         (int                  minute,
                                             const char          *by,
                                             const char          *ref,
                                             DeskVerb             verb);

DeskDemoDays    *desk_demo_days_new         (DeskDate             today);
void             desk_demo_days_free        (DeskDemoDays        *self);
gboolean         desk_demo_days_read        (DeskDemoDays        *self,
                                             const char          *json,
                                             GError             **error);
void             desk_demo_days_add         (DeskDemoDays        *self,
                                             DeskDate             date,
                                             DeskDemoLine        *line);
DeskDate         desk_demo_days_get_first   (const DeskDemoDays  *self);
guint            desk_demo_days_get_n_lines (const DeskDemoDays  *self);
const GPtrArray *desk_demo_days_get_lines   (DeskDemoDays        *self,
                                             DeskDate             date);
char            *desk_demo_days_dup_stays   (const char          *json,
                                             DeskDate             today,
                                             GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDemoDays, desk_demo_days_free)

G_END_DECLS
