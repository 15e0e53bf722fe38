/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bench-samples.h"

G_BEGIN_DECLS

/**
 * DeskTarget:
 * @DESK_TARGET_NONE: nothing is asked; the row is to compare later runs with
 * @DESK_TARGET_TIMES: at most so many times the floor, measured in the same run
 * @DESK_TARGET_MS: at most so many milliseconds
 *
 * What the design asks of a row.
 */
typedef enum
{
  DESK_TARGET_NONE,
  DESK_TARGET_TIMES,
  DESK_TARGET_MS,
} DeskTarget;

/**
 * DeskBenchRow:
 * @what: what was measured
 * @ours: how long it took
 * @floor: (nullable): how long it took without us
 * @limit: of @target
 * @percentile: which is compared with the limit, 50 or 99
 * @remark: (nullable): printed below
 */
typedef struct
{
  const char  *what;
  DeskSamples *ours;
  DeskSamples *floor;
  DeskTarget   target;
  double       limit;
  guint        percentile;
  const char  *remark;
} DeskBenchRow;

void desk_bench_table_begin  (void);
void desk_bench_table_print  (const DeskBenchRow *row);
void desk_bench_table_memory (const char         *what,
                              gint64              ours_kib,
                              gint64              floor_kib,
                              gint64              limit_mib);
void desk_bench_table_skip   (const char         *what,
                              const char         *why);

G_END_DECLS
