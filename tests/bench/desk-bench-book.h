/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bench-hotel.h"

G_BEGIN_DECLS

/**
 * DeskBenchBook:
 * @n_guests: how many people the house knows
 * @n_postings: how many lines its ledger has, about
 *
 * The ledger of a house after years.
 */
typedef struct
{
  guint n_guests;
  guint n_postings;
} DeskBenchBook;

/* A day of many is done. */
typedef void (*DeskBenchBookProgress) (guint day,
                                       guint n_days);

char *desk_bench_book_make (const char            *folder,
                            const DeskBenchBook   *book,
                            DeskBenchBookProgress  progress,
                            GError               **error);

G_END_DECLS
