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
 * @phone: (nullable): as it was told
 * @phone_key: (nullable): its digits
 * @phone_tail: (nullable): the digits from the last to the first
 * @mail: (nullable): e-mail address
 * @mail_key: (nullable): the same, folded
 * @nationality: (nullable): ISO 3166 code of two or three letters, "FI"
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
  char   *phone;
  char   *phone_key;
  char   *phone_tail;
  char   *mail;
  char   *mail_key;
  char   *nationality;
  gint64  note_id;
  gint64  created_at;
  gint64  version;
} DeskGuestRecord;

void             desk_guest_record_free  (DeskGuestRecord         *self);
gboolean         desk_guest_table_insert (DeskDb                  *db,
                                          const DeskGuestRecord   *record,
                                          GError                 **error);
gboolean         desk_guest_table_update (DeskDb                  *db,
                                          DeskGuestRecord         *record,
                                          GError                 **error);
DeskGuestRecord *desk_guest_table_get    (DeskDb                  *db,
                                          gint64                   id,
                                          GError                 **error);
gboolean         desk_guest_table_find_same (DeskDb               *db,
                                          const DeskGuestRecord   *like,
                                          gint64                  *id,
                                          GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskGuestRecord, desk_guest_record_free)

G_END_DECLS
