/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-line-parse.h"

/* Sorts the words behind a verb into its slots. Within one verb no word fits two of
 * them; where set-up makes it so, the word is refused with both readings named. */

static const DeskWord *
peek (const DeskLineParse *self)
{
  return desk_word_list_get (self->words, self->at);
}

static char *
list_examples (const int *kinds)
{
  GString *list = g_string_new (NULL);
  guint i;

  for (i = 0; kinds[i] >= 0; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : kinds[i + 1] >= 0 ? ", " : " or ",
                            desk_slot_get (kinds[i])->example);
  return g_string_free (list, FALSE);
}

static gboolean
refuse_word (const DeskLineParse  *self,
             const int            *kinds,
             GError              **error)
{
  g_autofree char *examples = list_examples (kinds);

  if (desk_line_is_percent (peek (self)->text))
    g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE,
                 "%s takes no percentage; what can stand here: %s", self->verb->word,
                 *examples != '\0' ? examples : "nothing more");
  else
    g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE,
                 "\"%.60s\" is not understood after %s; what can stand here: %s",
                 peek (self)->text, self->verb->word,
                 *examples != '\0' ? examples : "nothing more");
  return FALSE;
}

static gboolean
keep_value (DeskLineParse        *self,
            int                   kind,
            const DeskSlotValue  *value,
            guint                 n_words,
            GError              **error)
{
  if (self->filled[kind])
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE,
                   "\"%.60s\" is one too many: %s already says %s",
                   peek (self)->text, self->verb->word, desk_slot_get (kind)->word_class);
      return FALSE;
    }
  self->filled[kind] = TRUE;
  self->values[kind] = *value;
  desk_line_mark (self, self->at, n_words, desk_slot_get (kind)->word_class);
  self->at += n_words;
  return TRUE;
}

/* Tries the word in each slot it might take; two that take it are two readings. */
static gboolean
take_one (DeskLineParse  *self,
          const int      *kinds,
          GError        **error)
{
  DeskSlotValue found = { 0 };
  guint found_words = 0;
  int found_kind = -1;
  guint i;

  for (i = 0; kinds[i] >= 0; i++)
    {
      DeskSlotValue value = { 0 };
      guint n_words = 1;

      switch (desk_slot_get (kinds[i])->read (self, &n_words, &value, error))
        {
        case DESK_VALUE_BAD:
          return FALSE;
        case DESK_VALUE_NO:
          break;
        case DESK_VALUE_YES:
        default:
          if (found_kind >= 0)
            {
              g_set_error (error, DESK_ERROR, DESK_ERROR_AMBIGUOUS,
                           "\"%s\" may be %s or %s", peek (self)->text,
                           desk_slot_get (found_kind)->example, desk_slot_get (kinds[i])->example);
              return FALSE;
            }
          found = value;
          found_words = n_words;
          found_kind = kinds[i];
          break;
        }
    }
  if (found_kind < 0)
    return refuse_word (self, kinds, error);
  return keep_value (self, found_kind, &found, found_words, error);
}

/**
 * desk_line_take_slots:
 * @self: a line, at the first word behind its verb
 * @error: return location for a #GError
 *
 * Sorts the words behind the verb into its slots.
 *
 * Returns: %FALSE with %DESK_ERROR_USAGE for a word that fits none, a slot that
 *   is filled twice or a first word that is missing, %DESK_ERROR_AMBIGUOUS for two
 *   readings, %DESK_ERROR_INVALID for a value of the wrong form
 */
gboolean
desk_line_take_slots (DeskLineParse  *self,
                      GError        **error)
{
  g_autofree char *examples = list_examples (self->verb->first);

  if (self->verb->first[0] >= 0)
    {
      if (peek (self) == NULL)
        {
          g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE, "%s is followed by %s",
                       self->verb->word, examples);
          return FALSE;
        }
      if (!take_one (self, self->verb->first, error))
        return FALSE;
    }

  while (peek (self) != NULL)
    if (!take_one (self, self->verb->further, error))
      return FALSE;
  return TRUE;
}
