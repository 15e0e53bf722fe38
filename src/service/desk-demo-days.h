/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-line.h"

G_BEGIN_DECLS

/* A line somebody types on a day of the demo. */
typedef struct
{
  int   hour;
  int   minute;
  char *by;
  char *text;
} DeskDemoLine;

/**
 * DeskDemoDays:
 *
 * What happens in the demo hotel, day by day, and its stays: files in which days
 * stand as `T-3`, counted from the day it is made.
 */
typedef struct _DeskDemoDays DeskDemoDays;

DeskDemoDays    *desk_demo_days_new         (const char          *json,
                                             DeskDate             today,
                                             GError             **error);
void             desk_demo_days_free        (DeskDemoDays        *self);
DeskDate         desk_demo_days_get_first   (const DeskDemoDays  *self);
guint            desk_demo_days_get_n_steps (const DeskDemoDays  *self);
const GPtrArray *desk_demo_days_get_lines   (const DeskDemoDays  *self,
                                             DeskDate             date);
char            *desk_demo_days_dup_stays   (const char          *json,
                                             DeskDate             today,
                                             GError             **error);

G_END_DECLS
