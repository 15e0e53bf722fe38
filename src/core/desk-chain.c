/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-chain.h"

#include <sodium.h>
#include <string.h>

#define CHAIN_VERSION 1

G_STATIC_ASSERT (DESK_HASH_SIZE == crypto_generichash_BYTES);

/* A line has a hundred short fields: they are gathered, and hashed many at a time. */
struct _DeskHasher
{
  crypto_generichash_state state;
  gsize                    n_gathered;
  guint8                   gathered[1024];
};

static void
hash_gathered (DeskHasher *self)
{
  crypto_generichash_update (&self->state, self->gathered, self->n_gathered);
  self->n_gathered = 0;
}

static void
update (DeskHasher   *self,
        const guint8 *bytes,
        gsize         length)
{
  if (length > sizeof self->gathered - self->n_gathered)
    hash_gathered (self);
  if (length > sizeof self->gathered)
    {
      crypto_generichash_update (&self->state, bytes, length);
      return;
    }
  memcpy (self->gathered + self->n_gathered, bytes, length);
  self->n_gathered += length;
}

/* A number as eight bytes, the highest first; negative ones in two's complement. */
static void
update_number (DeskHasher *self,
               guint64     number)
{
  guint64 ordered = GUINT64_TO_BE (number);

  update (self, (const guint8 *) &ordered, sizeof ordered);
}

static void
update_tag (DeskHasher *self,
            char        tag)
{
  guint8 byte = (guint8) tag;

  update (self, &byte, 1);
}

/**
 * desk_hasher_new:
 * @previous: the hash before this one; all zero for the first of a chain
 *
 * Returns: (transfer full): a hasher that has taken the version byte and @previous
 */
DeskHasher *
desk_hasher_new (const guint8 previous[DESK_HASH_SIZE])
{
  /* libsodium wants its state on a boundary that g_new() does not promise. */
  DeskHasher *self = g_aligned_alloc (1, sizeof *self, G_ALIGNOF (DeskHasher));
  guint8 version = CHAIN_VERSION;

  self->n_gathered = 0;
  crypto_generichash_init (&self->state, NULL, 0, DESK_HASH_SIZE);
  update (self, &version, 1);
  update (self, previous, DESK_HASH_SIZE);
  return self;
}

/**
 * desk_hasher_free:
 * @self: (transfer full) (nullable): a hasher
 */
void
desk_hasher_free (DeskHasher *self)
{
  g_aligned_free (self);
}

/**
 * desk_hasher_int:
 * @self: a hasher
 * @value: the next field
 */
void
desk_hasher_int (DeskHasher *self,
                 gint64      value)
{
  update_tag (self, 'i');
  update_number (self, (guint64) value);
}

/**
 * desk_hasher_text:
 * @self: a hasher
 * @text: (nullable): the next field, UTF-8; %NULL is hashed as nothing, which is
 *   not the same as empty text
 */
void
desk_hasher_text (DeskHasher *self,
                  const char *text)
{
  gsize length;

  if (text == NULL)
    {
      update_tag (self, 'n');
      return;
    }
  length = strlen (text);
  update_tag (self, 't');
  update_number (self, length);
  update (self, (const guint8 *) text, length);
}

/**
 * desk_hasher_bytes:
 * @self: a hasher
 * @bytes: (nullable) (array length=length): the next field; %NULL is hashed as nothing
 * @length: how many bytes
 */
void
desk_hasher_bytes (DeskHasher   *self,
                   const guint8 *bytes,
                   gsize         length)
{
  if (bytes == NULL)
    {
      update_tag (self, 'n');
      return;
    }
  update_tag (self, 'b');
  update_number (self, length);
  update (self, bytes, length);
}

/**
 * desk_hasher_finish:
 * @self: a hasher, which takes nothing more afterwards
 * @out: (out): the hash
 */
void
desk_hasher_finish (DeskHasher *self,
                    guint8      out[DESK_HASH_SIZE])
{
  hash_gathered (self);
  crypto_generichash_final (&self->state, out, DESK_HASH_SIZE);
}

static void
hash_date (DeskHasher *hasher,
           DeskDate    date)
{
  char buffer[DESK_DATE_LENGTH];

  desk_hasher_text (hasher, date != DESK_DATE_NONE ? desk_date_print (date, buffer) : NULL);
}

static void
hash_rational (DeskHasher   *hasher,
               DeskRational  value)
{
  char buffer[DESK_RATIONAL_LENGTH];

  desk_hasher_text (hasher, desk_rational_print (value, buffer));
}

static void
hash_step (DeskHasher     *hasher,
           const DeskStep *step)
{
  desk_hasher_text (hasher, desk_step_op_to_string (step->op));
  desk_hasher_text (hasher, step->rule);
  hash_rational (hasher, step->input);
  desk_hasher_text (hasher, step->rate);
  desk_hasher_text (hasher, step->mode);
  desk_hasher_text (hasher, step->rounding);
  hash_rational (hasher, step->result);
}

/**
 * desk_chain_posting:
 * @previous: hash of the line before it in its folio; all zero for the first
 * @posting: a line; its own hash is not looked at
 * @out: (out): its hash
 *
 * Every field in the order of src/README.md, steps included. A note's words are
 * in it only as their hash, so that they can be erased.
 */
void
desk_chain_posting (const guint8        previous[DESK_HASH_SIZE],
                    const DeskPosting  *posting,
                    guint8              out[DESK_HASH_SIZE])
{
  g_autoptr (DeskHasher) hasher = desk_hasher_new (previous);
  gboolean has_note = posting->note_id != 0;
  guint i;

  desk_hasher_int (hasher, posting->id);
  desk_hasher_int (hasher, posting->folio_id);
  desk_hasher_int (hasher, posting->line);
  desk_hasher_int (hasher, posting->window);
  desk_hasher_text (hasher, desk_posting_kind_to_string (posting->kind));
  desk_hasher_int (hasher, posting->config);
  desk_hasher_text (hasher, posting->code);
  desk_hasher_text (hasher, posting->tax_class);
  desk_hasher_text (hasher, posting->tax);
  hash_date (hasher, posting->business_date);
  hash_date (hasher, posting->stay_date);
  desk_hasher_text (hasher, posting->room);
  desk_hasher_int (hasher, posting->quantity);
  desk_hasher_int (hasher, posting->unit_minor);
  desk_hasher_int (hasher, posting->amount_minor);
  desk_hasher_int (hasher, posting->parent);
  desk_hasher_int (hasher, posting->answers);
  desk_hasher_text (hasher, posting->check);
  desk_hasher_text (hasher, posting->text);
  desk_hasher_text (hasher, posting->reason);
  desk_hasher_text (hasher, posting->by);
  desk_hasher_text (hasher, posting->allowed_by);
  desk_hasher_text (hasher, posting->desk);
  desk_hasher_int (hasher, posting->posted_at);
  desk_hasher_int (hasher, posting->note_id);
  desk_hasher_bytes (hasher, has_note ? posting->note_hash : NULL, sizeof posting->note_hash);
  desk_hasher_int (hasher, posting->steps->len);
  for (i = 0; i < posting->steps->len; i++)
    hash_step (hasher, desk_posting_get_step (posting, i));
  desk_hasher_finish (hasher, out);
}

/**
 * desk_chain_note:
 * @salt: (array length=salt_length): random bytes kept beside the note, so that
 *   short words cannot be guessed from their hash
 * @salt_length: how many
 * @text: the note
 * @out: (out): the hash that the ledger holds
 *
 * A chain of its own with nothing before it: salt, then text.
 */
void
desk_chain_note (const guint8 *salt,
                 gsize         salt_length,
                 const char   *text,
                 guint8        out[DESK_HASH_SIZE])
{
  static const guint8 nothing[DESK_HASH_SIZE] = { 0 };
  g_autoptr (DeskHasher) hasher = desk_hasher_new (nothing);

  desk_hasher_bytes (hasher, salt, salt_length);
  desk_hasher_text (hasher, text);
  desk_hasher_finish (hasher, out);
}

/**
 * desk_hash_to_string:
 * @hash: a hash
 *
 * Returns: (transfer full): 64 hexadecimal digits in lower case
 */
char *
desk_hash_to_string (const guint8 hash[DESK_HASH_SIZE])
{
  char *text = g_malloc (DESK_HASH_SIZE * 2 + 1);

  return sodium_bin2hex (text, DESK_HASH_SIZE * 2 + 1, hash, DESK_HASH_SIZE);
}
