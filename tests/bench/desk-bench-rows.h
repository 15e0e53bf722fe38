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
 * @books: where books of years are kept from one run to the next
 * @n_known: guests of the book of years
 * @n_postings: its lines
 * @peer: (nullable): command line of a program that measures another house's software
 * @n_rooms: rooms of the hotel that has a night audit, all occupied
 * @one_in: of what is done often enough for one in a hundred, one in so many is done
 * @hotel: (nullable): the large one, where it was made
 *
 * One run. Each row measures the thing itself and, in the same minutes, the least
 * that it could cost.
 */
typedef struct
{
  char           *folder;
  char           *books;
  char           *peer;
  guint           n_known;
  guint           n_postings;
  guint           n_guests;
  guint           n_rooms;
  guint           one_in;
  DeskBenchHotel *hotel;
} DeskBench;

gboolean desk_bench_start  (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_start_books (const char      *small_path,
                                 const char      *large_path,
                                 GError         **error);
gboolean desk_bench_search      (DeskBenchHotel  *hotel,
                                 guint            n_guests,
                                 GError         **error);
gboolean desk_bench_years  (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_peer   (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_import (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_find   (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_folio  (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_frames (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_action (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_night  (DeskBench  *self,
                            GError    **error);
gboolean desk_bench_verify (DeskBench  *self,
                            GError    **error);

G_END_DECLS
