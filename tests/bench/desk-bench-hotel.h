/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"

G_BEGIN_DECLS

/**
 * DeskBenchHotel:
 * @path: the file
 * @house: open
 * @context: the clock and randomness of this machine; a manager called bench
 * @n_rooms: rooms with guests, all of one type; one more is free
 * @n_stays: stays so far, and guests: each has one
 *
 * A hotel of any size, filled through the services as a real one would be: every
 * line has its steps and every chain holds. Who has a room arrived on the first
 * day; all others come later, without a room yet.
 */
typedef struct
{
  char        *path;
  DeskHouse   *house;
  DeskContext  context;
  guint        n_rooms;
  guint        n_stays;
} DeskBenchHotel;

/* done of total are in the house */
typedef void (*DeskBenchProgress) (guint done,
                                   guint total);

DeskBenchHotel *desk_bench_hotel_new           (const char            *path,
                                                guint                  n_rooms,
                                                GError               **error);
void            desk_bench_hotel_free          (DeskBenchHotel        *self);
char           *desk_bench_hotel_dup_free_room (const DeskBenchHotel  *self);
gboolean        desk_bench_hotel_set_durable   (DeskBenchHotel        *self,
                                                gboolean               durable,
                                                GError               **error);
char           *desk_bench_hotel_dup_stays     (DeskBenchHotel        *self,
                                                guint                  n_stays,
                                                guint                  n_nights);
gboolean        desk_bench_hotel_import        (DeskBenchHotel        *self,
                                                const char            *stays,
                                                GError               **error);
gboolean        desk_bench_hotel_fill          (DeskBenchHotel        *self,
                                                guint                  n_stays,
                                                guint                  n_nights,
                                                DeskBenchProgress      progress,
                                                GError               **error);
gboolean        desk_bench_hotel_check_in      (DeskBenchHotel        *self,
                                                DeskBenchProgress      progress,
                                                GError               **error);
gboolean        desk_bench_hotel_close_days    (DeskBenchHotel        *self,
                                                guint                  n_days,
                                                DeskBenchProgress      progress,
                                                GError               **error);
gboolean        desk_bench_hotel_post          (DeskBenchHotel        *self,
                                                gint64                 stay_id,
                                                const char            *code,
                                                guint                  n_lines,
                                                GError               **error);
char           *desk_bench_name                (guint                  number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBenchHotel, desk_bench_hotel_free)

G_END_DECLS
