/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-posting.h"

G_BEGIN_DECLS

#define DESK_HASH_SIZE 32

/**
 * DeskHasher:
 *
 * Chain v1: BLAKE2b-256 over a version byte, the hash before, and fields in a
 * fixed order. An integer is tag 'i' and 8 bytes, big-endian; text is tag 't', its length
 * as such an integer and its bytes; bytes are tag 'b' likewise; nothing is tag 'n'.
 * src/README.md lists the fields so that a stranger can recompute every hash.
 */
typedef struct _DeskHasher DeskHasher;

DeskHasher *desk_hasher_new      (const guint8  previous[DESK_HASH_SIZE]);
void        desk_hasher_free     (DeskHasher   *self);
void        desk_hasher_int      (DeskHasher   *self,
                                  gint64        value);
void        desk_hasher_text     (DeskHasher   *self,
                                  const char   *text);
void        desk_hasher_bytes    (DeskHasher   *self,
                                  const guint8 *bytes,
                                  gsize         length);
void        desk_hasher_finish   (DeskHasher   *self,
                                  guint8        out[DESK_HASH_SIZE]);
void        desk_chain_posting   (const guint8        previous[DESK_HASH_SIZE],
                                  const DeskPosting  *posting,
                                  guint8              out[DESK_HASH_SIZE]);
void        desk_chain_note      (const guint8        *salt,
                                  gsize                salt_length,
                                  const char          *text,
                                  guint8               out[DESK_HASH_SIZE]);
char       *desk_hash_to_string  (const guint8        hash[DESK_HASH_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHasher, desk_hasher_free)

G_END_DECLS
