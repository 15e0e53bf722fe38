/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/* Something that was put right or given; @reason is "" where none was needed. */
typedef struct
{
  DeskDate  business_date;
  char     *kind;
  char     *reason;
  gint64    value_minor;
} DeskGivenRecord;

void       desk_given_record_free         (DeskGivenRecord  *self);
GPtrArray *desk_guest_history_list_given  (DeskDb           *db,
                                           gint64            guest_id,
                                           guint             limit,
                                           GError          **error);
gboolean   desk_guest_history_sum_stay    (DeskDb           *db,
                                           gint64            stay_id,
                                           gint64           *total_minor,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskGivenRecord, desk_given_record_free)

G_END_DECLS
