/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskCaseRecord:
 * @stay_id: or 0; so is @guest_id
 * @topic: name of a reason, or words of its own
 * @channel: desk, telephone, counter or message
 * @closed_at: microseconds since 1970, or 0
 *
 * One guest's problem from hearing it to its end.
 */
typedef struct
{
  gint64    id;
  gint64    stay_id;
  gint64    guest_id;
  char     *topic;
  char     *channel;
  gboolean  open;
  gint64    opened_at;
  char     *opened_by;
  gint64    closed_at;
  gint64    version;
} DeskCaseRecord;

/**
 * DeskCaseStepRecord:
 * @kind: heard, found, offered, chosen, promised, done …
 * @entry_id: the audit entry it was done with, or 0
 * @note_id: words, or 0
 *
 * What happened in a case. Never changed.
 */
typedef struct
{
  gint64  case_id;
  char   *kind;
  gint64  made_at;
  char   *made_by;
  gint64  entry_id;
  gint64  note_id;
} DeskCaseStepRecord;

void     desk_case_record_free      (DeskCaseRecord            *self);
gboolean desk_case_table_insert     (DeskDb                    *db,
                                     const DeskCaseRecord      *record,
                                     GError                   **error);
gboolean desk_case_table_find_open  (DeskDb                    *db,
                                     gint64                     stay_id,
                                     DeskCaseRecord           **out,
                                     GError                   **error);
gboolean desk_case_table_add_step   (DeskDb                    *db,
                                     const DeskCaseStepRecord  *record,
                                     GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskCaseRecord, desk_case_record_free)

G_END_DECLS
