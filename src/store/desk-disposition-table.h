/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-authority.h"
#include "desk-date.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskDispositionRecord:
 * @subject_id: the audit entry it is about
 * @n: 1 for the first decision about it
 * @verdict: `accept`, `ask`, `not-accepted`, `reverse`, or `answer` to a question
 * @due_date: ask: when the question comes back; otherwise %DESK_DATE_NONE
 * @role: of who decided
 * @made_at: microseconds since 1970, UTC
 * @made_by: login
 * @entry_id: the audit entry of the decision
 *
 * What somebody decided about something that was put right or given.
 */
typedef struct
{
  gint64    subject_id;
  int       n;
  char     *verdict;
  DeskDate  due_date;
  DeskRole  role;
  gint64    made_at;
  char     *made_by;
  gint64    entry_id;
} DeskDispositionRecord;

DeskDispositionRecord *
           desk_disposition_record_copy        (const DeskDispositionRecord  *self);
void       desk_disposition_record_free        (DeskDispositionRecord        *self);
gboolean   desk_disposition_table_insert       (DeskDb                       *db,
                                                const DeskDispositionRecord  *record,
                                                GError                      **error);
GPtrArray *desk_disposition_table_list         (DeskDb                       *db,
                                                gint64                        subject_id,
                                                GError                      **error);
GPtrArray *desk_disposition_table_list_latest  (DeskDb                       *db,
                                                gint64                        first_id,
                                                gint64                        last_id,
                                                GError                      **error);
gboolean   desk_disposition_table_count        (DeskDb                       *db,
                                                gint64                        last_entry_id,
                                                gint64                       *out,
                                                GError                      **error);
gboolean   desk_disposition_table_count_asked  (DeskDb                       *db,
                                                const char                   *login,
                                                gint64                        since,
                                                gint64                       *out,
                                                GError                      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDispositionRecord, desk_disposition_record_free)

G_END_DECLS
