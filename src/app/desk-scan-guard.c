/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-scan-guard.h"

/* Nobody types faster; a scanner that types slower is taken for a person, who
 * still has to look at the plan before Enter does it. */
#define FAST_US (30 * 1000)

/* Shorter than any barcode. */
#define SHORTEST_SCAN 4

void
desk_scan_guard_reset (DeskScanGuard *self)
{
  *self = (DeskScanGuard) { 0 };
}

/* A character came at @now_us. */
void
desk_scan_guard_typed (DeskScanGuard *self,
                       gint64         now_us)
{
  if (self->n_typed > 0 && now_us - self->last_us < FAST_US)
    self->n_fast++;
  self->n_typed++;
  self->last_us = now_us;
}

/**
 * desk_scan_guard_is_scan:
 * @self: a guard
 * @now_us: when Enter came
 *
 * Returns: whether everything since the reset came from a scanner
 */
gboolean
desk_scan_guard_is_scan (const DeskScanGuard *self,
                         gint64               now_us)
{
  return self->n_typed >= SHORTEST_SCAN && self->n_fast + 1 >= self->n_typed &&
         now_us - self->last_us < FAST_US;
}
