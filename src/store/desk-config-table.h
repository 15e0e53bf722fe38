/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskConfigRecord:
 * @text: the canonical text of the set-up, without PINs
 * @applied_at: microseconds since 1970, UTC
 *
 * One version of the set-up: never changed.
 */
typedef struct
{
  gint64  id;
  char   *text;
  guint8  digest[32];
  gint64  applied_at;
  char   *applied_by;
} DeskConfigRecord;

void              desk_config_record_free         (DeskConfigRecord        *self);
gboolean          desk_config_table_insert        (DeskDb                  *db,
                                                   const DeskConfigRecord  *record,
                                                   GError                 **error);
DeskConfigRecord *desk_config_table_get           (DeskDb                  *db,
                                                   gint64                   id,
                                                   GError                 **error);
gboolean          desk_config_table_get_newest    (DeskDb                  *db,
                                                   gint64                  *id,
                                                   GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskConfigRecord, desk_config_record_free)

G_END_DECLS
