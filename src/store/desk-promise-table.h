/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/* One night of a promise: the room with what it includes, and the levy beside it. */
typedef struct
{
  DeskDate date;
  gint64   price_minor;
  gint64   levy_minor;
} DeskPromiseNight;

/**
 * DeskPromiseRecord:
 * @n: 1 for the first confirmation of a stay, then on
 * @lang: language it was told in
 * @total_minor: the total that was told
 * @terms: (nullable): the rest as it was told
 * @nights: (element-type DeskPromiseNight): by date
 *
 * What the guest was told, as it was told. Never changed.
 */
typedef struct
{
  gint64  stay_id;
  int     n;
  gint64  made_at;
  char   *lang;
  gint64  total_minor;
  char   *terms;
  guint8  digest[32];
  GArray *nights;
} DeskPromiseRecord;

DeskPromiseRecord *desk_promise_record_new          (gint64                    stay_id,
                                                     int                       n);
void               desk_promise_record_free         (DeskPromiseRecord        *self);
gboolean           desk_promise_table_insert        (DeskDb                   *db,
                                                     const DeskPromiseRecord  *record,
                                                     GError                  **error);
gboolean           desk_promise_table_find_newest   (DeskDb                   *db,
                                                     gint64                    stay_id,
                                                     DeskPromiseRecord       **out,
                                                     GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPromiseRecord, desk_promise_record_free)

G_END_DECLS
