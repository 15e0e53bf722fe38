/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSamples:
 *
 * How long something took, time after time, in nanoseconds.
 */
typedef struct _DeskSamples DeskSamples;

DeskSamples *desk_samples_new            (void);
void         desk_samples_free           (DeskSamples       *self);
void         desk_samples_add            (DeskSamples       *self,
                                          gint64             ns);
guint        desk_samples_get_n          (const DeskSamples *self);
gint64       desk_samples_get_median     (DeskSamples       *self);
gint64       desk_samples_get_percentile (DeskSamples       *self,
                                          guint              percent);

/* Nanoseconds of a clock that only goes forward. */
gint64       desk_bench_now              (void);

/* Nanoseconds of the processor that this thread has used until now. */
gint64       desk_bench_get_worked      (void);

/* Nanoseconds in which the machine, where it is a guest of another one, was not let run. */
gint64       desk_bench_get_stolen       (void);

/* Nanoseconds this process has waited until now for the disk to say that what
 * was written is there. */
void         desk_bench_count_engine     (gboolean           on);
gint64       desk_bench_get_in_engine    (void);
gint64       desk_bench_get_n_statements (void);
gint64       desk_bench_get_synced       (void);
gint64       desk_bench_get_n_syncs      (void);
gint64       desk_bench_get_written      (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSamples, desk_samples_free)

G_END_DECLS
