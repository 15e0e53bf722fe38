/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-authority.h"
#include "desk-db.h"

G_BEGIN_DECLS

/**
 * DeskUserRecord:
 * @pin_hash: Argon2id, as libsodium writes it
 * @failed: wrong PINs in a row
 * @locked_until: microseconds since 1970, or 0
 *
 * Who can sign in (table user_account).
 */
typedef struct
{
  char     *login;
  char     *name;
  DeskRole  role;
  char     *pin_hash;
  gboolean  active;
  int       failed;
  gint64    locked_until;
  gint64    version;
} DeskUserRecord;

void       desk_user_record_free  (DeskUserRecord        *self);
gboolean   desk_user_table_insert (DeskDb                *db,
                                   const DeskUserRecord  *record,
                                   GError               **error);
gboolean   desk_user_table_update (DeskDb                *db,
                                   DeskUserRecord        *record,
                                   GError               **error);
gboolean   desk_user_table_find   (DeskDb                *db,
                                   const char            *login,
                                   DeskUserRecord       **out,
                                   GError               **error);
GPtrArray *desk_user_table_list   (DeskDb                *db,
                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskUserRecord, desk_user_record_free)

G_END_DECLS
