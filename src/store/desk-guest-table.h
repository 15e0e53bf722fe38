/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskGuestRecord:
 * @search_name: the name folded, its words apart by one space
 * @lang: the guest's language, "fi"
 * @given: (nullable): given name, where it is known apart
 * @family: (nullable): family name
 * @phone_key: (nullable): digits of the telephone number
 * @mail_key: (nullable): folded e-mail address
 * @note_id: note, or 0
 */
typedef struct
{
  gint64  id;
  char   *name;
  char   *search_name;
  char   *lang;
  char   *given;
  char   *family;
  char   *phone_key;
  char   *mail_key;
  gint64  note_id;
  gint64  created_at;
  gint64  version;
} DeskGuestRecord;

/**
 * DeskGuestCursor:
 * @word: (nullable): owned; %NULL before the first page
 *
 * Where a search goes on. Declare it as `g_auto (DeskGuestCursor) cursor = { NULL };`.
 */
typedef struct
{
  char   *word;
  gint64  guest_id;
} DeskGuestCursor;

void             desk_guest_record_free  (DeskGuestRecord         *self);
void             desk_guest_cursor_clear (DeskGuestCursor         *self);
gboolean         desk_guest_table_insert (DeskDb                  *db,
                                          const DeskGuestRecord   *record,
                                          GError                 **error);
gboolean         desk_guest_table_update (DeskDb                  *db,
                                          DeskGuestRecord         *record,
                                          GError                 **error);
DeskGuestRecord *desk_guest_table_get    (DeskDb                  *db,
                                          gint64                   id,
                                          GError                 **error);
GPtrArray       *desk_guest_table_search (DeskDb                  *db,
                                          const char *const       *words,
                                          DeskGuestCursor         *cursor,
                                          guint                    limit,
                                          GError                 **error);
GPtrArray       *desk_guest_table_find_phone (DeskDb              *db,
                                          const char              *phone_key,
                                          GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskGuestRecord, desk_guest_record_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskGuestCursor, desk_guest_cursor_clear)

G_END_DECLS
