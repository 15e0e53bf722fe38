/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"
#include "desk-chain.h"

/* What tells an action from another that was sent with the same key. */

static void
add_words (DeskHasher *hasher,
           GStrv       words)
{
  guint n = words != NULL ? g_strv_length (words) : 0;

  desk_hasher_int (hasher, n);
  for (guint i = 0; i < n; i++)
    desk_hasher_text (hasher, words[i]);
}

static void
add_lines (DeskHasher   *hasher,
           const GArray *lines)
{
  guint n = lines != NULL ? lines->len : 0;

  desk_hasher_int (hasher, n);
  for (guint i = 0; i < n; i++)
    desk_hasher_int (hasher, g_array_index (lines, int, i));
}

/**
 * desk_action_dup_print:
 * @self: an action
 *
 * Returns: (transfer full): hex of a hash over everything that was asked for
 */
char *
desk_action_dup_print (const DeskAction *self)
{
  static const guint8 zeros[DESK_HASH_SIZE];
  g_autoptr (DeskHasher) hasher = desk_hasher_new (zeros);
  const char *const texts[] = {
    self->room, self->code, self->check, self->override_reason, self->text, self->percent,
    self->tax_class, self->room_type, self->reason, self->card, self->left,
  };
  const gint64 numbers[] = {
    self->verb, self->stay_id, self->quantity, self->has_unit, self->unit_minor, self->window,
    self->all, self->amount_minor, self->has_quantity, self->none, self->base, self->from,
    self->till, self->now, self->list, self->price, self->swap, self->entry_id,
    self->hold_minor, self->status, self->decision,
  };
  guint8 hash[DESK_HASH_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    desk_hasher_int (hasher, numbers[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    desk_hasher_text (hasher, texts[i]);
  add_lines (hasher, self->lines);
  add_words (hasher, self->features);
  add_words (hasher, self->rooms);
  desk_hasher_finish (hasher, hash);
  return desk_hash_to_string (hash);
}
