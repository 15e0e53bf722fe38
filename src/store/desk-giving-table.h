/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-authority.h"
#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskGivingRecord:
 * @entry_id: the audit entry it was done with
 * @kind: the budget it counts against: correction, allowance, goodwill, rate, upgrade
 * @reason: name of the reason, "" where none was needed
 * @stay_id: or 0; so are @guest_id, @case_id and @posting_id
 * @code: (nullable): code of what was given
 * @for_date: the night it is about, or %DESK_DATE_NONE
 * @value_minor: what the guest gained; negative where an undo took it back
 * @cost_minor: what it cost the house
 * @shift: the business date that the giver's shift began on
 * @allowed_by: (nullable): login of the second person
 * @config: version of the set-up, and so of the limits, it was allowed under
 *
 * Something the house gave. Never changed.
 */
typedef struct
{
  gint64    id;
  gint64    entry_id;
  char     *kind;
  char     *reason;
  gint64    stay_id;
  gint64    guest_id;
  gint64    case_id;
  gint64    posting_id;
  char     *code;
  DeskDate  for_date;
  gint64    quantity;
  gint64    value_minor;
  gint64    cost_minor;
  DeskDate  business_date;
  DeskDate  shift;
  gint64    made_at;
  char     *made_by;
  DeskRole  role;
  char     *allowed_by;
  gint64    config;
} DeskGivingRecord;

/**
 * DeskGivingQuery:
 * @kind: of giving
 * @login: who gave
 * @day: a business date: the first that counts, or the one a shift began on
 *
 * Which givings are added up; each sum says what it looks at.
 */
typedef struct
{
  const char *kind;
  gint64      stay_id;
  gint64      guest_id;
  const char *login;
  DeskDate    day;
} DeskGivingQuery;

void       desk_giving_record_free      (DeskGivingRecord        *self);
gboolean   desk_giving_table_insert     (DeskDb                  *db,
                                         const DeskGivingRecord  *record,
                                         GError                 **error);
GPtrArray *desk_giving_table_list       (DeskDb                  *db,
                                         DeskDate                 from,
                                         DeskDate                 to,
                                         gint64                   after_id,
                                         guint                    limit,
                                         GError                 **error);
GPtrArray *desk_giving_table_list_entry (DeskDb                  *db,
                                         gint64                   entry_id,
                                         GError                 **error);
GPtrArray *desk_giving_table_list_own   (DeskDb                  *db,
                                         const DeskGivingQuery   *query,
                                         GError                 **error);
gboolean   desk_giving_table_find_shift (DeskDb                  *db,
                                         const char              *login,
                                         DeskDate                 business_date,
                                         gint64                   now,
                                         DeskDate                *out,
                                         GError                 **error);

/* What was given so far, in minor units: the sums that budgets are. */
gboolean   desk_giving_table_sum_stay   (DeskDb                  *db,
                                         const DeskGivingQuery   *query,
                                         gint64                  *out_minor,
                                         GError                 **error);
gboolean   desk_giving_table_sum_own    (DeskDb                  *db,
                                         const DeskGivingQuery   *query,
                                         gint64                  *out_minor,
                                         GError                 **error);
gboolean   desk_giving_table_sum_shift  (DeskDb                  *db,
                                         const DeskGivingQuery   *query,
                                         gint64                  *out_minor,
                                         GError                 **error);
gboolean   desk_giving_table_sum_guest  (DeskDb                  *db,
                                         const DeskGivingQuery   *query,
                                         gint64                  *out_minor,
                                         GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskGivingRecord, desk_giving_record_free)

G_END_DECLS
