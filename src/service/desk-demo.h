/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-catalog.h"
#include "desk-close-day.h"

G_BEGIN_DECLS

/**
 * DeskDemo:
 * @today: the demo's open business date; of the full one, what desk_demo_find_day() says
 * @small: only the stays that are told one by one, on any day
 * @test_clock: the file accepts --now and --seed
 * @replace: make it anew where there is one
 * @progress: (nullable): told how far it is
 *
 * How the demo hotel is made.
 */
typedef struct
{
  DeskDate          today;
  gboolean          small;
  gboolean          test_clock;
  gboolean          replace;
  DeskProgressFunc  progress;
  gpointer          user_data;
} DeskDemo;

DeskDate  desk_demo_find_day    (DeskDate            asked);
gboolean  desk_demo_create      (const char         *path,
                                 DeskDate            today,
                                 const DeskContext  *context,
                                 DeskProgressFunc    progress,
                                 gpointer            user_data,
                                 GError            **error);
gboolean  desk_demo_build       (const char         *path,
                                 const DeskDemo     *demo,
                                 const DeskContext  *context,
                                 GError            **error);
char     *desk_demo_dup_sign_in (const DeskCatalog  *catalog);

G_END_DECLS
