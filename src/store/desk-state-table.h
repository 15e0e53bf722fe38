/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskStateRecord:
 * @business_date: the open day
 * @test_clock: the file takes its time from who calls, and says TEST everywhere
 * @confirmation_prefix: two letters before our own confirmation numbers; the
 *   numbers themselves come from the counter `confirmation`
 *
 * The one row about the property itself (table property_state).
 */
typedef struct
{
  DeskDate  business_date;
  gboolean  test_clock;
  char     *confirmation_prefix;
  gint64    created_at;
  char     *created_by;
} DeskStateRecord;

void             desk_state_record_free             (DeskStateRecord        *self);
gboolean         desk_state_table_insert            (DeskDb                 *db,
                                                     const DeskStateRecord  *record,
                                                     GError                **error);
DeskStateRecord *desk_state_table_get               (DeskDb                 *db,
                                                     GError                **error);
gboolean         desk_state_table_get_business_date (DeskDb                 *db,
                                                     DeskDate               *out,
                                                     GError                **error);
gboolean         desk_state_table_advance           (DeskDb                 *db,
                                                     DeskDate                from,
                                                     DeskDate                to,
                                                     GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStateRecord, desk_state_record_free)

G_END_DECLS
