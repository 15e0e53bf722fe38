/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line-word.h"

#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-fold.h"

/* Longer than anybody types; a file dropped on the entry by mistake is. */
#define MAX_LENGTH 2000

/* Belong to the number before them. */
static const char *const signs[] = { "%", "x", "X", "×", NULL };

static void
word_free (DeskWord *self)
{
  g_free (self->text);
  g_free (self->folded);
  g_free (self);
}

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

static const char *
skip_spaces (const char *at)
{
  while (*at != '\0' && is_space (at))
    at = g_utf8_next_char (at);
  return at;
}

/* A colon ends the words where a space or the end follows; 23:40 goes on. */
static gboolean
begins_note (const char *at)
{
  return *at == ':' && (at[1] == '\0' || is_space (at + 1));
}

static void
add_word (DeskWordList *self,
          const char   *line,
          const char   *start,
          const char   *end,
          gboolean      quoted)
{
  DeskWord *word = g_new0 (DeskWord, 1);
  const char *inner = quoted ? start + 1 : start;

  word->start = (int) (start - line);
  word->end = (int) (end - line);
  word->text = g_strndup (inner, (gsize) ((quoted ? end - 1 : end) - inner));
  word->folded = desk_fold (word->text);
  word->quoted = quoted;
  g_ptr_array_add (self->words, word);
}

static void
take_note (DeskWordList *self,
           const char   *line,
           const char   *at)
{
  const char *start = skip_spaces (at);

  self->note = g_strchomp (g_strdup (start));
  self->note_start = (int) (start - line);
  self->note_end = self->note_start + (int) strlen (self->note);
  if (*self->note == '\0')
    g_clear_pointer (&self->note, g_free);
}

static gboolean
check_line (const char  *line,
            GError     **error)
{
  if (strlen (line) > MAX_LENGTH)
    return desk_complain (error, DESK_ERROR_USAGE,
                          desk_message_integer (
                            desk_message_new (NULL, N_("the line is longer than {n} characters")),
                            "n", DESK_ARG_INT, MAX_LENGTH));
  if (!g_utf8_validate (line, -1, NULL))
    return desk_complain (error, DESK_ERROR_USAGE,
                          desk_message_new (NULL, N_("the line is not UTF-8 text")));
  return desk_complain_of_hidden (line, error);
}

static gboolean
is_number (const DeskWord *word)
{
  return !word->quoted && g_ascii_isdigit (*word->text) &&
         word->text[strspn (word->text, "0123456789.,")] == '\0';
}

/* "50 %" and "2 x" are written apart in half of Europe, and mean what they mean written
 * together. The first word is the subject: "412 x" names a guest. */
static gboolean
join_sign (DeskWordList *self,
           const char   *line,
           const char   *start,
           const char   *end)
{
  g_autofree char *sign = g_strndup (start, (gsize) (end - start));
  DeskWord *number;
  char *joined;

  if (self->words->len < 2 || !g_strv_contains (signs, sign))
    return FALSE;
  number = g_ptr_array_index (self->words, self->words->len - 1);
  if (!is_number (number))
    return FALSE;

  number->end = (int) (end - line);
  joined = g_strconcat (number->text, sign, NULL);
  g_free (number->text);
  number->text = joined;
  g_free (number->folded);
  number->folded = desk_fold (number->text);
  return TRUE;
}

/* Takes the words up to the note or the end. */
static gboolean
take_words (DeskWordList  *self,
            const char    *line,
            const char    *at,
            GError       **error)
{
  const char *start;

  for (at = skip_spaces (at); *at != '\0'; at = skip_spaces (at))
    {
      start = at;
      if (*at == '"')
        {
          at = strchr (at + 1, '"');
          if (at == NULL)
            return desk_complain_of (error, DESK_ERROR_USAGE,
                                     N_("the quote before \"{word}\" is not closed"), start + 1);
          add_word (self, line, start, ++at, TRUE);
          if (begins_note (at))
            break;
          continue;
        }

      while (*at != '\0' && !is_space (at) && !begins_note (at))
        at = g_utf8_next_char (at);
      if (at > start && !join_sign (self, line, start, at))
        add_word (self, line, start, at, FALSE);
      if (begins_note (at))
        break;
    }
  if (*at == ':')
    take_note (self, line, at + 1);
  return TRUE;
}

/**
 * desk_word_list_new:
 * @line: what was typed
 * @error: return location for a #GError
 *
 * Takes a line apart into words, a quoted name being one of them, and the text
 * after a colon that a space follows. Nothing is looked up.
 *
 * Returns: (transfer full) (nullable): the words; %NULL with %DESK_ERROR_USAGE
 *   where it is no line of text, is too long, or a quote is not closed
 */
DeskWordList *
desk_word_list_new (const char  *line,
                    GError     **error)
{
  g_autoptr (DeskWordList) self = NULL;
  const char *at;

  if (!check_line (line, error))
    return NULL;

  self = g_new0 (DeskWordList, 1);
  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);

  at = skip_spaces (line);
  if (*at == '?')
    {
      self->is_search = TRUE;
      at = skip_spaces (at + 1);
      self->search_start = (int) (at - line);
    }
  if (!take_words (self, line, at, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_word_list_free (DeskWordList *self)
{
  g_ptr_array_unref (self->words);
  g_free (self->note);
  g_free (self);
}

/**
 * desk_word_list_get:
 * @self: a line taken apart
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the word, or %NULL behind the last
 */
const DeskWord *
desk_word_list_get (const DeskWordList *self,
                    guint               index)
{
  return index < self->words->len ? g_ptr_array_index (self->words, index) : NULL;
}
