/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskNoteRecord:
 * @salt: (nullable): random bytes; %NULL once erased
 * @text: (nullable): free words; %NULL once erased
 * @erased_at: microseconds since 1970, or 0
 */
typedef struct
{
  gint64  id;
  GBytes *salt;
  char   *text;
  gint64  erased_at;
} DeskNoteRecord;

void            desk_note_record_free  (DeskNoteRecord        *self);
gboolean        desk_note_table_insert (DeskDb                *db,
                                        const DeskNoteRecord  *record,
                                        GError               **error);
DeskNoteRecord *desk_note_table_get    (DeskDb                *db,
                                        gint64                 id,
                                        GError               **error);
gboolean        desk_note_table_erase  (DeskDb                *db,
                                        gint64                 id,
                                        gint64                 erased_at,
                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskNoteRecord, desk_note_record_free)

G_END_DECLS
