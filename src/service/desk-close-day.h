/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-catalog.h"
#include "desk-house.h"
#include "desk-message.h"

G_BEGIN_DECLS

/* What tonight will post for one stay, before it is posted. */
typedef struct
{
  gint64     stay_id;
  char      *confirmation;
  char      *guest_name;
  char      *room;
  gint64     room_minor;     /* the room's own line */
  gint64     total_minor;    /* with package and taxes */
  GPtrArray *lines;          /* DeskPosting */
  GPtrArray *remarks;        /* DeskMessage: zero price, price other than promised … */
} DeskNightPreview;

typedef struct
{
  DeskDate   business_date;
  GPtrArray *stays;          /* DeskNightPreview: those not posted yet */
  gint64     n_posted;       /* stays whose night stands already */
  gint64     total_minor;
  GPtrArray *late;           /* DeskNightPreview: booked, not arrived */
  GPtrArray *due;            /* DeskNightPreview: in house, should have left */
  DeskMessage *early;        /* (nullable): see desk_close_day_find_early() */
} DeskCloseDayPlan;

/* done of total stays are posted; called on the thread that posts */
typedef void (*DeskProgressFunc) (guint    done,
                                  guint    total,
                                  gpointer user_data);

/**
 * DeskWatch:
 * @cancellable: (nullable): stops between two batches; what was done stays
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 *
 * Whoever waits for long work.
 */
typedef struct
{
  GCancellable     *cancellable;
  DeskProgressFunc  progress;
  gpointer          user_data;
} DeskWatch;

DeskCloseDayPlan *desk_close_day_plan      (DeskHouse          *house,
                                            const DeskContext  *context,
                                            GError            **error);
DeskMessage      *desk_close_day_find_early
                                           (DeskHouse          *house,
                                            const DeskContext  *context,
                                            DeskDate            date);
gboolean          desk_close_day           (DeskHouse          *house,
                                            const DeskContext  *context,
                                            DeskDate            expected,
                                            const DeskWatch    *watch,
                                            GError            **error);
void              desk_close_day_plan_free (DeskCloseDayPlan   *self);
char             *desk_close_day_plan_dup_summary
                                           (const DeskCloseDayPlan *self,
                                            const DeskCatalog      *catalog);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCloseDayPlan, desk_close_day_plan_free)

G_END_DECLS
