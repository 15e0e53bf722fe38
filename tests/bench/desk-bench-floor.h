/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskBenchFloor:
 *
 * The same engine without us. It has a copy of a hotel, with the same tables,
 * indexes and settings but without triggers and foreign keys, and writes there
 * the very rows that a service has just written: each one bound and inserted, all
 * of them in one transaction, or in as many as it is told. It reads in the hotel itself.
 */
typedef struct _DeskBenchFloor DeskBenchFloor;

DeskBenchFloor *desk_bench_floor_new   (const char      *path,
                                        GError         **error);
DeskBenchFloor *desk_bench_floor_new_reading
                                       (const char      *path,
                                        GError         **error);
void            desk_bench_floor_free  (DeskBenchFloor  *self);
gboolean        desk_bench_floor_mark  (DeskBenchFloor  *self,
                                        GError         **error);
void            desk_bench_floor_set_transactions
                                       (DeskBenchFloor  *self,
                                        guint            n);
gboolean        desk_bench_floor_write (DeskBenchFloor  *self,
                                        gint64          *ns,
                                        guint           *n_rows,
                                        GError         **error);
gboolean        desk_bench_floor_read  (DeskBenchFloor  *self,
                                        const char      *sql,
                                        const char      *first,
                                        const char      *second,
                                        gint64          *ns,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBenchFloor, desk_bench_floor_free)

G_END_DECLS
