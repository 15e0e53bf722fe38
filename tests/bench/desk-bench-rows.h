/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bench-floor.h"
#include "desk-bench-hotel.h"
#include "desk-bench-table.h"

G_BEGIN_DECLS

/**
 * DeskBench:
 * @folder: where files are made; gone at the end
 * @n_guests: guests of the large hotel
 * @n_rooms: rooms of the hotel that has a night audit, all occupied
 * @hotel: (nullable): the large one, where it was made
 *
 * One run. Each row measures the thing itself and, in the same minutes, the least
 * that it could cost.
 */
typedef struct
{
  char           *folder;
  guint           n_guests;
  guint           n_rooms;
  DeskBenchHotel *hotel;
} DeskBench;

gboolean desk_bench_start  (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_import (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_find   (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_folio  (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_action (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_night  (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_verify (DeskBench  *self,
                            GError    **error);

G_END_DECLS
