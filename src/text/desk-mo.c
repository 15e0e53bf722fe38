/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-mo.h"

#include <string.h>

#include "desk-error.h"

#define MAGIC       0x950412deU
#define HEADER_SIZE 28

/**
 * DeskMo:
 *
 * A compiled translation file, held in memory and checked once: after
 * desk_mo_new() every string of it is valid UTF-8, ends in a zero and lies
 * inside the bytes. The strings it lends are part of the bytes.
 */
struct _DeskMo
{
  GBytes     *bytes;
  GHashTable *messages;   /* key → Message, the keys lie in the bytes */
  DeskPlural *plural;
};

typedef struct
{
  const char *plural;     /* (nullable), in the bytes */
  GPtrArray  *forms;      /* in the bytes, NULL-terminated */
} Message;

typedef struct
{
  const guint8 *data;
  gsize         size;
  gboolean      swapped;
} Reader;

static void
message_free (Message *message)
{
  g_ptr_array_unref (message->forms);
  g_free (message);
}

static guint32
read_word (const Reader *reader,
           gsize         offset)
{
  guint32 word;

  memcpy (&word, reader->data + offset, sizeof word);
  return reader->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* Lends the @index-th string of the table at @table, or NULL. */
static const char *
read_string (const Reader *reader,
             gsize         table,
             gsize         index,
             gsize        *length)
{
  gsize size = read_word (reader, table + 8 * index);
  gsize offset = read_word (reader, table + 8 * index + 4);
  const char *text;

  if (offset >= reader->size || size >= reader->size - offset)
    return NULL;

  text = (const char *) reader->data + offset;
  if (text[size] != '\0')
    return NULL;

  for (gsize i = 0; i < size; i += strlen (text + i) + 1)
    if (!g_utf8_validate (text + i, -1, NULL))
      return NULL;

  *length = size;
  return text;
}

static Message *
message_new (const char *key,
             gsize       key_length,
             const char *text,
             gsize       text_length)
{
  Message *message = g_new0 (Message, 1);

  if (strlen (key) < key_length)
    message->plural = key + strlen (key) + 1;

  message->forms = g_ptr_array_new ();
  for (gsize i = 0; i <= text_length; i += strlen (text + i) + 1)
    g_ptr_array_add (message->forms, (gpointer) (text + i));
  g_ptr_array_add (message->forms, NULL);

  return message;
}

static gboolean
table_fits (const Reader *reader,
            gsize         table,
            gsize         count)
{
  return table <= reader->size && count <= (reader->size - table) / 8;
}

static gboolean
read_messages (DeskMo        *self,
               const Reader  *reader,
               GError       **error)
{
  gsize count = read_word (reader, 8);
  gsize keys = read_word (reader, 12);
  gsize texts = read_word (reader, 16);

  if (!table_fits (reader, keys, count) || !table_fits (reader, texts, count))
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_INVALID,
                           "the translation file is shorter than its tables");
      return FALSE;
    }

  for (gsize i = 0; i < count; i++)
    {
      gsize key_length = 0;
      gsize text_length = 0;
      const char *key = read_string (reader, keys, i, &key_length);
      const char *text = read_string (reader, texts, i, &text_length);

      if (key == NULL || text == NULL)
        {
          g_set_error (error, DESK_ERROR, DESK_ERROR_INVALID,
                       "message %" G_GSIZE_FORMAT " of the translation file is damaged", i);
          return FALSE;
        }

      g_hash_table_replace (self->messages, (gpointer) key,
                            message_new (key, key_length, text, text_length));
    }

  return TRUE;
}

/* The header is the translation of the empty string. */
static gboolean
read_plural (DeskMo  *self,
             GError **error)
{
  static const char field[] = "\nPlural-Forms:";
  const char *header = desk_mo_lookup (self, "");
  const char *rule = header != NULL ? strstr (header, field) : NULL;
  g_autofree char *text = NULL;

  if (rule == NULL)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_INVALID,
                           "the translation file has no plural rule");
      return FALSE;
    }

  rule += strlen (field);
  text = g_strstrip (g_strndup (rule, strcspn (rule, "\n")));
  self->plural = desk_plural_new (text, error);
  return self->plural != NULL;
}

/**
 * desk_mo_new:
 * @bytes: the contents of a .mo file, of either byte order
 * @error: return location for a #GError
 *
 * Reads and checks a compiled translation file. It keeps a reference to @bytes.
 *
 * Errors: %DESK_ERROR_INVALID if it is not such a file, is cut short, holds
 * text that is not UTF-8 or has no plural rule.
 *
 * Returns: (transfer full) (nullable): the messages
 */
DeskMo *
desk_mo_new (GBytes  *bytes,
             GError **error)
{
  g_autoptr (DeskMo) self = NULL;
  Reader reader = { 0 };
  guint32 magic = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size >= HEADER_SIZE)
    magic = read_word (&reader, 0);
  reader.swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);

  if (magic != MAGIC && !reader.swapped)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_INVALID,
                           "this is not a compiled translation file");
      return NULL;
    }

  self = g_new0 (DeskMo, 1);
  self->bytes = g_bytes_ref (bytes);
  self->messages = g_hash_table_new_full (g_str_hash, g_str_equal,
                                          NULL, (GDestroyNotify) message_free);

  if (!read_messages (self, &reader, error) || !read_plural (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * desk_mo_free:
 * @self: (nullable) (transfer full): a translation file
 */
void
desk_mo_free (DeskMo *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->messages, g_hash_table_unref);
  g_clear_pointer (&self->plural, desk_plural_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * desk_mo_lookup:
 * @self: a translation file
 * @key: the msgid; with a context, context and msgid parted by the character 4
 *
 * Returns: (transfer none) (nullable): the translation, %NULL if there is none
 */
const char *
desk_mo_lookup (const DeskMo *self,
                const char   *key)
{
  return desk_mo_lookup_form (self, key, 0);
}

/**
 * desk_mo_lookup_form:
 * @self: a translation file
 * @key: the key, as for desk_mo_lookup()
 * @form: which plural form
 *
 * Returns: (transfer none) (nullable): the translation, %NULL if there is none
 *   or it lacks that form
 */
const char *
desk_mo_lookup_form (const DeskMo *self,
                     const char   *key,
                     guint         form)
{
  const Message *message = g_hash_table_lookup (self->messages, key);
  const char *text = NULL;

  if (message != NULL && form + 1 < message->forms->len)
    text = g_ptr_array_index (message->forms, form);

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * desk_mo_get_plural:
 * @self: a translation file
 *
 * Returns: (transfer none): its plural rule
 */
const DeskPlural *
desk_mo_get_plural (const DeskMo *self)
{
  return self->plural;
}

/**
 * desk_mo_foreach:
 * @self: a translation file
 * @func: called for each message but the header, in no order
 * @user_data: handed to @func
 */
void
desk_mo_foreach (const DeskMo *self,
                 DeskMoFunc    func,
                 gpointer      user_data)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, self->messages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Message *message = value;

      if (*(const char *) key != '\0')
        func (key, message->plural, (const char *const *) message->forms->pdata, user_data);
    }
}
