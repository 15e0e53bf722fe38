/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskActionKeyRecord:
 * @key: made by who sent the action
 * @entry_id: the audit entry that came of it
 * @digest: hex, of the plan that was executed
 * @action: hex, of what was asked for
 */
typedef struct
{
  char   *key;
  gint64  entry_id;
  char   *digest;
  char   *action;
  gint64  made_at;
} DeskActionKeyRecord;

void     desk_action_key_record_free  (DeskActionKeyRecord        *self);
gboolean desk_action_key_table_insert (DeskDb                     *db,
                                       const DeskActionKeyRecord  *record,
                                       GError                    **error);
gboolean desk_action_key_table_find   (DeskDb                     *db,
                                       const char                 *key,
                                       DeskActionKeyRecord       **out,
                                       GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskActionKeyRecord, desk_action_key_record_free)

G_END_DECLS
