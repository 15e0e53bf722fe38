/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/* Something changed: @kind is the name of a table, @ref_id the row's id. */
typedef struct
{
  gint64  seq;
  char   *kind;
  gint64  ref_id;
} DeskChangeRecord;

void       desk_change_record_free      (DeskChangeRecord  *self);
gboolean   desk_change_table_append     (DeskDb            *db,
                                         const char        *kind,
                                         gint64             ref_id,
                                         GError           **error);
GPtrArray *desk_change_table_list_since (DeskDb            *db,
                                         gint64             seq,
                                         guint              limit,
                                         GError           **error);
gboolean   desk_change_table_get_newest (DeskDb            *db,
                                         gint64            *seq,
                                         GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskChangeRecord, desk_change_record_free)

G_END_DECLS
