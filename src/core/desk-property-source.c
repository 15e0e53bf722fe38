/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

#include <string.h>

#include "desk-hidden.h"

/* A property file is a few pages; what is larger is not one. */
#define MAX_LENGTH (4 * 1024 * 1024)

static void
free_entry (gpointer data)
{
  DeskEntry *entry = data;

  g_free (entry->key);
  g_free (entry->raw);
  g_free (entry);
}

static void
free_group (gpointer data)
{
  DeskGroup *group = data;

  g_free (group->title);
  g_free (group->kind);
  g_ptr_array_unref (group->entries);
  g_hash_table_unref (group->by_key);
  g_free (group);
}

static DeskGroup *
add_group (DeskSource *self,
           char       *title,
           int         line)
{
  DeskGroup *group = g_new0 (DeskGroup, 1);
  gsize length = strcspn (title, " ");

  group->source = self;
  group->title = title;
  group->kind = g_strndup (title, length);
  group->name = title + length + (title[length] != '\0' ? 1 : 0);
  group->line = line;
  group->entries = g_ptr_array_new_with_free_func (free_entry);
  group->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (self->by_title, group->title, group);
  return group;
}

/**
 * desk_quote:
 * @value: what somebody wrote
 *
 * Returns: (transfer full): @value between quotation marks, cut short where it is long
 */
char *
desk_quote (const char *value)
{
  g_autofree char *shown = desk_message_cut (value);

  return g_strdup_printf ("\"%s\"", shown);
}

/**
 * desk_source_fail_with:
 * @self: the file
 * @place: where in it
 * @error: return location for a #GError
 * @message: (transfer full): what is wrong there, with texts and numbers only
 *
 * Returns: %FALSE, with %DESK_ERROR_INVALID and the place in words and apart
 */
gboolean
desk_source_fail_with (const DeskSource      *self,
                       const DeskErrorPlace  *place,
                       GError               **error,
                       DeskMessage           *message)
{
  g_autoptr (GString) where = g_string_new (NULL);
  GError *own = NULL;

  if (self->file != NULL)
    g_string_append_printf (where, "%s:%d: ", self->file, place->line);
  else
    g_string_append_printf (where, "line %d: ", place->line);
  if (place->group != NULL)
    g_string_append_printf (where, "[%s]%s", place->group, place->key != NULL ? " " : ": ");
  if (place->key != NULL)
    g_string_append_printf (where, "%s: ", place->key);

  desk_error_say (&own, DESK_ERROR_INVALID, desk_message_at (where->str, message));
  desk_error_set_place (own, self->file, place->group, place->key, place->line);
  g_propagate_error (error, own);
  return FALSE;
}

/**
 * desk_source_fail:
 * @self: the file
 * @place: where in it
 * @error: return location for a #GError
 * @msgid: what is wrong there, marked with N_()
 *
 * Returns: %FALSE, see desk_source_fail_with()
 */
gboolean
desk_source_fail (const DeskSource      *self,
                  const DeskErrorPlace  *place,
                  GError               **error,
                  const char            *msgid)
{
  return desk_source_fail_with (self, place, error, desk_message_new (NULL, msgid));
}

/**
 * desk_group_fail_with:
 * @self: a group
 * @key: (nullable): the key whose value is wrong or missing; %NULL for the whole group
 * @error: return location for a #GError
 * @message: (transfer full): what is wrong, with texts and numbers only
 *
 * Returns: %FALSE, with %DESK_ERROR_INVALID at the line of the key or, where the
 *   key is missing, of the group
 */
gboolean
desk_group_fail_with (const DeskGroup  *self,
                      const char       *key,
                      GError          **error,
                      DeskMessage      *message)
{
  const DeskEntry *entry = key != NULL ? g_hash_table_lookup (self->by_key, key) : NULL;
  DeskErrorPlace place = { self->source->file, self->title, key, self->line };

  if (entry != NULL)
    place.line = entry->line;
  return desk_source_fail_with (self->source, &place, error, message);
}

/**
 * desk_group_fail:
 * @self: a group
 * @key: (nullable): the key whose value is wrong or missing; %NULL for the whole group
 * @error: return location for a #GError
 * @msgid: what is wrong, marked with N_()
 *
 * Returns: %FALSE, see desk_group_fail_with()
 */
gboolean
desk_group_fail (const DeskGroup  *self,
                 const char       *key,
                 GError          **error,
                 const char       *msgid)
{
  return desk_group_fail_with (self, key, error, desk_message_new (NULL, msgid));
}

/**
 * desk_group_fail_word:
 * @self: a group
 * @key: (nullable): the key whose value is wrong or missing; %NULL for the whole group
 * @error: return location for a #GError
 * @msgid: what is wrong, with `{word}` in it, marked with N_()
 * @word: what somebody wrote
 *
 * Returns: %FALSE, see desk_group_fail_with()
 */
gboolean
desk_group_fail_word (const DeskGroup  *self,
                      const char       *key,
                      GError          **error,
                      const char       *msgid,
                      const char       *word)
{
  return desk_group_fail_with (self, key, error,
                               desk_message_text (desk_message_new (NULL, msgid), "word", word));
}

/* Where something stands for the first time. */
static DeskMessage *
about_first (const char *msgid,
             int         line)
{
  return desk_message_integer (desk_message_new (NULL, msgid), "line", DESK_ARG_INT, line);
}

/* Refuses what nobody sees in the line; a tab is a space. What a database keeps was taken
 * once, before anybody looked for that perhaps, and must stay readable. */
static gboolean
check_hidden (const DeskSource      *self,
              const char            *text,
              const DeskErrorPlace  *place,
              GError               **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\t", ' ');
  gunichar hidden = desk_hidden_find (plain);
  g_autofree char *code = NULL;
  DeskMessage *message;

  if (hidden == 0 || self->kind == DESK_SOURCE_STORED)
    return TRUE;
  code = g_strdup_printf ("U+%04X", hidden);
  message = desk_message_new (NULL, g_unichar_iscntrl (hidden)
                                      ? N_("the line has a control character in it ({code})")
                                      : N_("the line has a character in it that nobody sees "
                                           "({code}); type it again without"));
  return desk_source_fail_with (self, place, error, desk_message_text (message, "code", code));
}

/* Whether @key is of the form `word` or `word[language]`. */
static gboolean
is_key (const char *key)
{
  gsize length = 0;

  while (g_ascii_isalnum (key[length]) || key[length] == '-')
    length++;
  if (length == 0 || key[length] == '\0')
    return length > 0;
  if (key[length] != '[')
    return FALSE;

  key += length + 1;
  length = 0;
  while (g_ascii_isalnum (key[length]) || (key[length] != '\0' && strchr ("-_.@", key[length])))
    length++;
  return length > 0 && strcmp (key + length, "]") == 0;
}

static gboolean
scan_title (DeskSource  *self,
            const char  *text,
            int          line,
            GError     **error)
{
  const char *end = strchr (text, ']');
  DeskErrorPlace place = { self->file, NULL, NULL, line };
  g_autofree char *title = NULL;
  const DeskGroup *before;

  if (!check_hidden (self, text, &place, error))
    return FALSE;
  if (end == NULL || end == text + 1 || end[1 + strspn (end + 1, " \t")] != '\0' ||
      memchr (text + 1, '[', (gsize) (end - text - 1)) != NULL)
    return desk_source_fail (self, &place, error,
                             N_("a group is a name in brackets on a line of its own"));

  title = g_strndup (text + 1, (gsize) (end - text - 1));
  before = g_hash_table_lookup (self->by_title, title);
  if (before != NULL)
    {
      place.group = title;
      return desk_source_fail_with (self, &place, error,
                                    about_first (N_("the group is given twice, first in line "
                                                    "{line}"), before->line));
    }
  add_group (self, g_steal_pointer (&title), line);
  return TRUE;
}

static gboolean
scan_entry (DeskSource  *self,
            const char  *text,
            int          line,
            GError     **error)
{
  DeskGroup *group = NULL;
  const char *equals = strchr (text, '=');
  DeskErrorPlace place = { self->file, NULL, NULL, line };
  g_autofree char *key = NULL;
  const DeskEntry *before;
  DeskEntry *entry;

  if (self->groups->len > 0)
    group = g_ptr_array_index (self->groups, self->groups->len - 1);
  if (group != NULL)
    place.group = group->title;
  if (equals != NULL)
    key = g_strchomp (g_strndup (text, (gsize) (equals - text)));
  if (key != NULL && is_key (key))
    place.key = key;
  if (!check_hidden (self, text, &place, error))
    return FALSE;
  if (place.key == NULL)
    return desk_source_fail (self, &place, error,
                             N_("the line is neither a group, nor KEY=VALUE, nor a comment"));
  if (group == NULL)
    return desk_source_fail (self, &place, error, N_("the key stands before the first group"));

  before = g_hash_table_lookup (group->by_key, key);
  if (before != NULL)
    return desk_source_fail_with (self, &place, error,
                                  about_first (N_("the key is given twice, first in line {line}"),
                                               before->line));

  entry = g_new0 (DeskEntry, 1);
  entry->key = g_steal_pointer (&key);
  entry->raw = g_strchug (g_strdup (equals + 1));
  entry->line = line;
  g_ptr_array_add (group->entries, entry);
  g_hash_table_insert (group->by_key, entry->key, entry);
  return TRUE;
}

/* Takes one line, without its end. */
static gboolean
scan_line (DeskSource  *self,
           const char  *text,
           int          line,
           GError     **error)
{
  while (*text == ' ' || *text == '\t')
    text++;
  if (*text == '\0' || *text == '#')
    return TRUE;
  return *text == '[' ? scan_title (self, text, line, error)
                      : scan_entry (self, text, line, error);
}

static gboolean
scan_lines (DeskSource  *self,
            const char  *text,
            gsize        length,
            GError     **error)
{
  const char *end = text + length;
  int line;

  for (line = 1; text < end; line++)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));
      g_autofree char *one = NULL;
      gsize size;

      if (stop == NULL)
        stop = end;
      size = (gsize) (stop - text);
      if (size > 0 && text[size - 1] == '\r')
        size--;
      one = g_strndup (text, size);
      if (!scan_line (self, one, line, error))
        return FALSE;
      text = stop + 1;
    }
  return TRUE;
}

/* Refuses what is not text at all. */
static gboolean
check_text (const DeskSource  *self,
            const char        *text,
            gsize              length,
            GError           **error)
{
  DeskErrorPlace place = { self->file, NULL, NULL, 1 };
  const char *end;
  const char *cursor;

  if (length > MAX_LENGTH)
    return desk_source_fail (self, &place, error, N_("the file is larger than 4 MiB"));
  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  for (cursor = text; cursor < end; cursor++)
    {
      if (*cursor == '\n')
        place.line++;
    }
  return desk_source_fail (self, &place, error,
                           *end == '\0' ? N_("the line has a NUL byte in it")
                                        : N_("the line is not UTF-8 text"));
}

/**
 * desk_source_new:
 * @kind: where it comes from
 * @text: a property file
 * @length: its length in bytes
 * @file: (nullable): its name, for messages
 * @error: return location for a #GError
 *
 * Takes the file apart. Doubled groups and keys are found here, because GKeyFile
 * merges the ones and lets the last of the others win; and it knows no lines.
 *
 * Returns: (transfer full) (nullable): the parts, or %NULL with %DESK_ERROR_INVALID
 */
DeskSource *
desk_source_new (DeskSourceKind   kind,
                 const char      *text,
                 gsize            length,
                 const char      *file,
                 GError         **error)
{
  g_autoptr (DeskSource) self = g_new0 (DeskSource, 1);

  self->kind = kind;
  self->file = g_strdup (file);
  self->groups = g_ptr_array_new_with_free_func (free_group);
  self->by_title = g_hash_table_new (g_str_hash, g_str_equal);
  self->values = g_key_file_new ();

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!check_text (self, text, length, error) || !scan_lines (self, text, length, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * desk_source_free:
 * @self: (transfer full) (nullable): a file taken apart
 */
void
desk_source_free (DeskSource *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_hash_table_unref (self->by_title);
  g_ptr_array_unref (self->groups);
  g_key_file_unref (self->values);
  g_free (self);
}

/**
 * desk_source_load:
 * @self: a file whose groups and keys are all known
 * @error: return location for a #GError
 *
 * Makes the values ready to be read.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID where GKeyFile refuses the text
 */
gboolean
desk_source_load (DeskSource  *self,
                  GError     **error)
{
  g_autofree char *text = desk_source_print (self, TRUE);
  g_autoptr (GError) why = NULL;
  DeskErrorPlace place = { self->file, NULL, NULL, 1 };

  if (*text == '\0' ||
      g_key_file_load_from_data (self->values, text, (gsize) -1, G_KEY_FILE_KEEP_TRANSLATIONS,
                                 &why))
    return TRUE;
  return desk_source_fail_with (self, &place, error,
                                desk_message_text (desk_message_new (NULL, "{why}"), "why",
                                                   why->message));
}

/**
 * desk_source_print:
 * @self: a file taken apart
 * @with_pins: whether to write the users' PINs
 *
 * Returns: (transfer full): the same file, without comments, one empty line
 *   between groups; taken apart and printed again it is the same text
 */
char *
desk_source_print (const DeskSource *self,
                   gboolean          with_pins)
{
  GString *text = g_string_new (NULL);
  guint i;
  guint j;

  for (i = 0; i < self->groups->len; i++)
    {
      const DeskGroup *group = g_ptr_array_index (self->groups, i);

      g_string_append_printf (text, "%s[%s]\n", i > 0 ? "\n" : "", group->title);
      for (j = 0; j < group->entries->len; j++)
        {
          const DeskEntry *entry = g_ptr_array_index (group->entries, j);

          if (with_pins || strcmp (entry->key, "pin") != 0)
            g_string_append_printf (text, "%s=%s\n", entry->key, entry->raw);
        }
    }
  return g_string_free (text, FALSE);
}

/**
 * desk_source_find:
 * @self: a file taken apart
 * @kind: first word of a group's title
 * @name: the rest of it; empty for a group without a name
 *
 * Returns: (transfer none) (nullable): the group
 */
const DeskGroup *
desk_source_find (const DeskSource *self,
                  const char       *kind,
                  const char       *name)
{
  g_autofree char *title = *name != '\0' ? g_strconcat (kind, " ", name, NULL) : g_strdup (kind);

  return g_hash_table_lookup (self->by_title, title);
}
