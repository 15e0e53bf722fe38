/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-demo-days.h"
#include "desk-demo-hotel.h"
#include "desk-demo.h"

G_BEGIN_DECLS

/**
 * DeskDemoRun:
 * @context: the demo's, whose clock shows @now
 * @now: microseconds UTC
 * @latest: the clock never goes beyond, or 0
 * @hotel: (nullable): the guests of the full demo
 * @n_done: of @n_steps
 *
 * One making of the demo, in a file nobody sees yet.
 */
typedef struct
{
  const DeskDemo    *demo;
  const DeskContext *outer;     /* the real clock and randomness */
  DeskContext        context;
  gint64             now;
  gint64             latest;
  GTimeZone         *zone;
  DeskHouse         *house;
  DeskDemoDays      *days;
  DeskDemoHotel     *hotel;
  guint              n_done;
  guint              n_steps;
} DeskDemoRun;

void     desk_demo_run_init      (DeskDemoRun        *self,
                                  const DeskDemo     *demo,
                                  const DeskContext  *outer);
void     desk_demo_run_clear     (DeskDemoRun        *self);
void     desk_demo_run_set_clock (DeskDemoRun        *self,
                                  DeskDate            date,
                                  int                 minute);
gboolean desk_demo_run_act_as    (DeskDemoRun        *self,
                                  const char         *login,
                                  GError            **error);
gboolean desk_demo_run_import    (DeskDemoRun        *self,
                                  const char         *text,
                                  const char         *name,
                                  GError            **error);
gboolean desk_demo_run_days      (DeskDemoRun        *self,
                                  DeskDate            first,
                                  GError            **error);

/* desk-demo-rounds.c */
void     desk_demo_rounds_add    (DeskDemoDays       *days,
                                  DeskDate            date);
gboolean desk_demo_rounds_fill   (DeskHouse          *house,
                                  DeskDate            date,
                                  int                 minute,
                                  DeskAction         *action,
                                  GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskDemoRun, desk_demo_run_clear)

G_END_DECLS
