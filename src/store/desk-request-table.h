/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskRequestRecord:
 * @kind: what was promised: `wake-up`, `parcel`, `cot`, `defect` …
 * @stay_id: whose, or 0
 * @room_id: for which room, or 0
 * @department: who sees to it
 * @due_at: microseconds since 1970, UTC, or 0
 * @place: (nullable): where the thing is
 * @state: open, done or dropped
 * @done_by: (nullable): login
 *
 * Something promised for a time, or something a room needs.
 */
typedef struct
{
  gint64  id;
  char   *kind;
  gint64  stay_id;
  gint64  room_id;
  char   *department;
  gint64  due_at;
  char   *place;
  char   *state;
  gint64  made_at;
  char   *made_by;
  gint64  done_at;
  char   *done_by;
  gint64  note_id;
  gint64  version;
} DeskRequestRecord;

void               desk_request_record_free      (DeskRequestRecord        *self);
gboolean           desk_request_table_insert     (DeskDb                   *db,
                                                  const DeskRequestRecord  *record,
                                                  GError                  **error);
gboolean           desk_request_table_update     (DeskDb                   *db,
                                                  DeskRequestRecord        *record,
                                                  GError                  **error);
DeskRequestRecord *desk_request_table_get        (DeskDb                   *db,
                                                  gint64                    id,
                                                  GError                  **error);
GPtrArray         *desk_request_table_list_open  (DeskDb                   *db,
                                                  gint64                    stay_id,
                                                  GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRequestRecord, desk_request_record_free)

G_END_DECLS
