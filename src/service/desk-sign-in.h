/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"

G_BEGIN_DECLS

/* One person who can sign in. */
typedef struct
{
  char     *login;
  char     *name;
  DeskRole  role;
} DeskUser;

void       desk_user_free        (DeskUser           *self);
DeskUser  *desk_user_copy        (const DeskUser     *self);
GPtrArray *desk_sign_in_list     (DeskHouse          *house,
                                  GError            **error);
char      *desk_sign_in_hash_pin (const char         *pin,
                                  GError            **error);

/* Three steps, so that the slow hash (Argon2id, 19 MiB, 2 passes) never runs on the thread
 * that owns the database: begin counts the attempt and hands out the hash;
 * desk_sign_in_pin_matches() may run anywhere; finish writes the audit entry. */
char      *desk_sign_in_begin    (DeskHouse          *house,
                                  const DeskContext  *context,
                                  const char         *login,
                                  GError            **error);
gboolean   desk_sign_in_pin_matches (const char      *hash,
                                  const char         *pin);
DeskUser  *desk_sign_in_finish   (DeskHouse          *house,
                                  const DeskContext  *context,
                                  const char         *login,
                                  gboolean            matched,
                                  GError            **error);
/* All three in one, for the tool. */
DeskUser  *desk_sign_in          (DeskHouse          *house,
                                  const DeskContext  *context,
                                  const char         *login,
                                  const char         *pin,
                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskUser, desk_user_free)

G_END_DECLS
