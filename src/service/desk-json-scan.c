/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-json-scan.h"

#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"

/* Deeper or wider than any file of ours; keeps the stack and the search for
 * doubled names short. */
#define MAX_DEPTH 16
#define MAX_NAMES 64

typedef struct
{
  const char *start;
  gsize       length;
} Name;

/* Where the scan stands. */
typedef struct
{
  const char  *cursor;
  const char  *end;
  int          line;
  int          depth;
  char        *doubled;   /* in the element that is read now */
  GError     **error;
} Scan;

static gboolean scan_value (Scan *self);

static gboolean
fail (Scan       *self,
      const char *why)
{
  DeskMessage *message;

  /* Translators: {line} is the number of a line of a file, {reason} why it is refused */
  message = desk_message_new (NULL, N_("Line {line}: {reason}"));
  desk_message_integer (message, "line", DESK_ARG_INT, self->line);
  desk_message_nest (message, "reason", desk_message_new (NULL, why));
  desk_complain (self->error, DESK_ERROR_INVALID, message);
  if (self->error != NULL)
    desk_error_set_place (*self->error, NULL, NULL, NULL, self->line);
  return FALSE;
}

static char
peek (const Scan *self)
{
  return self->cursor < self->end ? *self->cursor : '\0';
}

static void
skip_space (Scan *self)
{
  for (; self->cursor < self->end; self->cursor++)
    {
      if (*self->cursor == '\n')
        self->line++;
      else if (*self->cursor != ' ' && *self->cursor != '\t' && *self->cursor != '\r')
        return;
    }
}

static gboolean
take (Scan       *self,
      char        character,
      const char *why)
{
  if (peek (self) != character || self->cursor >= self->end)
    return fail (self, self->cursor >= self->end ? N_("the file ends too early") : why);
  self->cursor++;
  return TRUE;
}

/* Reads the four digits of \uXXXX; -1 where there are not four. */
static int
take_hex (Scan *self)
{
  int value = 0;
  int i;

  for (i = 0; i < 4; i++, self->cursor++)
    {
      if (!g_ascii_isxdigit (peek (self)))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (peek (self));
    }
  return value;
}

/* The cursor stands behind "\u". Half a surrogate pair is no character. */
static gboolean
scan_escaped_unicode (Scan *self)
{
  int unit = take_hex (self);

  if (unit < 0)
    return fail (self, N_("\\u needs four hexadecimal digits"));
  if (unit == 0)
    return fail (self, N_("\\u0000 is not a character of a text"));
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fail (self, N_("half a surrogate pair"));
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;

  if (self->end - self->cursor < 6 || self->cursor[0] != '\\' || self->cursor[1] != 'u')
    return fail (self, N_("half a surrogate pair"));
  self->cursor += 2;
  unit = take_hex (self);
  if (unit < 0xdc00 || unit > 0xdfff)
    return fail (self, N_("half a surrogate pair"));
  return TRUE;
}

static gboolean
scan_string (Scan *self)
{
  if (!take (self, '"', N_("a text in quotation marks is expected")))
    return FALSE;

  while (self->cursor < self->end)
    {
      guchar character = (guchar) *self->cursor++;

      if (character == '"')
        return TRUE;
      if (character < 0x20)
        return fail (self, N_("a text is not closed before the end of the line, "
                           "or has a control character in it"));
      if (character != '\\')
        continue;
      if (peek (self) == '\0' || strchr ("\"\\/bfnrtu", peek (self)) == NULL)
        return fail (self, N_("an unknown escape in a text"));
      if (*self->cursor++ == 'u' && !scan_escaped_unicode (self))
        return FALSE;
    }
  return fail (self, N_("the file ends inside a text"));
}

static gboolean
scan_digits (Scan *self)
{
  if (!g_ascii_isdigit (peek (self)))
    return fail (self, N_("a number lacks a digit"));
  while (g_ascii_isdigit (peek (self)))
    self->cursor++;
  return TRUE;
}

static gboolean
scan_number (Scan *self)
{
  if (peek (self) == '-')
    self->cursor++;
  if (peek (self) == '0' && self->cursor + 1 < self->end && g_ascii_isdigit (self->cursor[1]))
    return fail (self, N_("a number does not begin with 0"));
  if (!scan_digits (self))
    return FALSE;
  if (peek (self) == '.')
    {
      self->cursor++;
      if (!scan_digits (self))
        return FALSE;
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      self->cursor++;
      if (peek (self) == '+' || peek (self) == '-')
        self->cursor++;
      return scan_digits (self);
    }
  return TRUE;
}

static gboolean
scan_word (Scan       *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->cursor) < length || memcmp (self->cursor, word, length) != 0)
    return fail (self, N_("a value is expected; texts stand in quotation marks"));
  self->cursor += length;
  return TRUE;
}

static gboolean
scan_list (Scan *self)
{
  self->cursor++;
  skip_space (self);
  if (peek (self) == ']')
    {
      self->cursor++;
      return TRUE;
    }

  for (;;)
    {
      if (!scan_value (self))
        return FALSE;
      skip_space (self);
      if (peek (self) != ',')
        return take (self, ']', N_("a comma or the end of the list is expected"));
      self->cursor++;
    }
}

static gboolean
remember_name (Scan   *self,
               GArray *names,
               Name    name)
{
  guint i;

  if (memchr (name.start, '\\', name.length) != NULL)
    return fail (self, N_("a name is written without escapes"));
  if (names->len == MAX_NAMES)
    return fail (self, N_("too many names in one object"));

  for (i = 0; i < names->len; i++)
    {
      const Name *other = &g_array_index (names, Name, i);

      if (self->doubled == NULL && other->length == name.length &&
          memcmp (other->start, name.start, name.length) == 0)
        self->doubled = g_strndup (name.start, name.length);
    }
  g_array_append_val (names, name);
  return TRUE;
}

static gboolean
scan_member (Scan   *self,
             GArray *names)
{
  Name name;

  skip_space (self);
  name.start = self->cursor + 1;
  if (!scan_string (self))
    return FALSE;
  name.length = self->cursor - 1 - name.start;
  if (!remember_name (self, names, name))
    return FALSE;

  skip_space (self);
  return take (self, ':', N_("a colon is expected after a name")) && scan_value (self);
}

static gboolean
scan_object (Scan *self)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));

  self->cursor++;
  skip_space (self);
  if (peek (self) == '}')
    {
      self->cursor++;
      return TRUE;
    }

  for (;;)
    {
      if (!scan_member (self, names))
        return FALSE;
      skip_space (self);
      if (peek (self) != ',')
        return take (self, '}', N_("a comma or the end of the object is expected"));
      self->cursor++;
    }
}

static gboolean
scan_value (Scan *self)
{
  gboolean ok;

  skip_space (self);
  if (self->depth == MAX_DEPTH)
    return fail (self, N_("lists and objects are nested too deeply"));

  self->depth++;
  switch (peek (self))
    {
    case '{':
      ok = scan_object (self);
      break;
    case '[':
      ok = scan_list (self);
      break;
    case '"':
      ok = scan_string (self);
      break;
    case 't':
      ok = scan_word (self, "true");
      break;
    case 'f':
      ok = scan_word (self, "false");
      break;
    case 'n':
      ok = scan_word (self, "null");
      break;
    case '\0':
      ok = self->cursor < self->end ? fail (self, N_("the file has a NUL byte in it"))
                                    : fail (self, N_("the file ends too early"));
      break;
    default:
      ok = peek (self) == '-' || g_ascii_isdigit (peek (self))
             ? scan_number (self)
             : fail (self, N_("a value is expected; texts stand in quotation marks"));
      break;
    }
  self->depth--;
  return ok;
}

static gboolean
scan_elements (Scan   *self,
               GArray *elements)
{
  skip_space (self);
  if (!take (self, '[', N_("the file must be a list: it begins with [")))
    return FALSE;
  skip_space (self);
  if (peek (self) == ']')
    {
      self->cursor++;
      return TRUE;
    }

  for (;;)
    {
      DeskJsonElement element = { 0, NULL };

      skip_space (self);
      element.line = self->line;
      if (!scan_value (self))
        return FALSE;
      element.doubled = g_steal_pointer (&self->doubled);
      g_array_append_val (elements, element);

      skip_space (self);
      if (peek (self) != ',')
        return take (self, ']', N_("a comma or the end of the list is expected"));
      self->cursor++;
    }
}

static gboolean
scan_utf8 (Scan *self)
{
  const char *valid_end;
  const char *cursor;

  if (g_utf8_validate_len (self->cursor, self->end - self->cursor, &valid_end))
    return TRUE;

  for (cursor = self->cursor; cursor < valid_end; cursor++)
    if (*cursor == '\n')
      self->line++;
  return fail (self, N_("the file is not UTF-8 text"));
}

static void
clear_element (gpointer data)
{
  DeskJsonElement *element = data;

  g_free (element->doubled);
}

/**
 * desk_json_scan_list:
 * @text: the whole file, not terminated by anything
 * @length: its length in bytes
 * @error: return location for a #GError
 *
 * Reads a file that is a JSON list, strictly as RFC 8259 says, and keeps what a
 * parsed tree forgets: the line on which each element begins, and names that
 * stand twice in an object (of which a parser keeps the last, silently). What
 * passes here is safe to hand to a parser: UTF-8 without NUL, not deeply
 * nested, every escape a character.
 *
 * Returns: (transfer full) (element-type DeskJsonElement) (nullable): the
 *   elements in order, or %NULL with %DESK_ERROR_INVALID, its place the line
 */
GArray *
desk_json_scan_list (const char  *text,
                     gsize        length,
                     GError     **error)
{
  Scan scan = { .cursor = text, .end = text + length, .line = 1, .error = error };
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (DeskJsonElement));
  g_autofree char *unused = NULL;
  gboolean ok;

  g_array_set_clear_func (elements, clear_element);
  ok = scan_utf8 (&scan) && scan_elements (&scan, elements);
  unused = scan.doubled;
  if (!ok)
    return NULL;

  skip_space (&scan);
  if (scan.cursor < scan.end)
    {
      fail (&scan, N_("something stands after the end of the list"));
      return NULL;
    }
  return g_steal_pointer (&elements);
}
