/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-action-private.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-line-parse.h"

/* Sorts the words behind a verb into its slots. Within one verb no word fits two of
 * them; where set-up makes it so, the word is refused with both readings named. */

static const DeskWord *
peek (const DeskLineParse *self)
{
  return desk_word_list_get (self->words, self->at);
}

/* What could stand in a slot: "a quantity"; of reasons also which there are. */
static DeskMessage *
say_example (const DeskLineParse *self,
             int                  kind)
{
  DeskMessage *reasons = NULL;

  if (kind == DESK_SLOT_REASON && self->verb->reasons != NULL)
    reasons = desk_say_reasons (self->property, self->verb->reasons);
  if (reasons == NULL)
    return desk_message_new (NULL, desk_slot_get (kind)->example);
  /* Translators: what can stand at a place of the line; {reasons} is "Charged twice, Price other
   * than agreed" */
  return desk_message_nest (desk_message_new (NULL, N_("a reason: {reasons}")), "reasons", reasons);
}

/* "a quantity, a window or a price". */
static DeskMessage *
list_examples (const DeskLineParse *self,
               const int           *kinds)
{
  DeskMessage *list = NULL;
  guint i;

  if (kinds[0] < 0)
    return desk_message_new (NULL, N_("nothing more"));

  for (i = 0; kinds[i] >= 0; i++)
    {
      DeskMessage *example = say_example (self, kinds[i]);
      DeskMessage *longer;

      if (i == 0)
        {
          list = example;
          continue;
        }
      /* Translators: what can stand at a place of the line, one more example each time. */
      longer = desk_message_new (NULL, kinds[i + 1] >= 0 ? N_("{list}, {example}")
                                                         : N_("{list} or {example}"));
      desk_message_nest (longer, "list", list);
      list = desk_message_nest (longer, "example", example);
    }
  return list;
}

static gboolean
refuse_word (const DeskLineParse  *self,
             const int            *kinds,
             GError              **error)
{
  gboolean is_percent = desk_line_is_percent (peek (self)->text);
  DeskMessage *message;

  if (is_percent)
    message = desk_message_new (NULL, N_("{verb} takes no percentage; what can stand here: "
                                         "{examples}"));
  else
    message = desk_message_about (N_("\"{word}\" is not understood after {verb}; what can stand "
                                     "here: {examples}"), peek (self)->text);
  desk_message_text (message, "verb", self->verb->word);
  return desk_complain_in (error, DESK_ERROR_USAGE,
                           desk_message_nest (message, "examples", list_examples (self, kinds)),
                           self->property);
}

/**
 * desk_line_complain_twice:
 * @self: a line, at a word
 * @one: (nullable): what it may be
 * @other: what else it may be
 * @error: return location for a #GError
 *
 * Refuses a word with two readings. Nothing is guessed.
 */
void
desk_line_complain_twice (const DeskLineParse  *self,
                          const char           *one,
                          const char           *other,
                          GError              **error)
{
  DeskMessage *message = desk_message_about (N_("\"{word}\" may be {one} or {other}"),
                                             peek (self)->text);

  desk_message_nest (message, "one", desk_message_new (NULL, one));
  desk_message_nest (message, "other", desk_message_new (NULL, other));
  desk_complain (error, DESK_ERROR_AMBIGUOUS, message);
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
      DeskMessage *message = desk_message_about (N_("\"{word}\" is one too many: {verb} already "
                                                    "says {example}"), peek (self)->text);

      desk_message_text (message, "verb", self->verb->word);
      desk_message_nest (message, "example",
                         desk_message_new (NULL, desk_slot_get (kind)->example));
      return desk_complain (error, DESK_ERROR_USAGE, message);
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
      const DeskSlot *slot = desk_slot_get (kinds[i]);
      DeskSlotValue value = { 0 };
      guint n_words = 1;

      switch (slot->read (self, &n_words, &value, error))
        {
        case DESK_VALUE_BAD:
          /* What leads to a value is understood before the value stands there. */
          if (self->at + 1 == self->words->words->len &&
              desk_slot_find_keyword (slot, self->catalog, peek (self)) != NULL)
            desk_line_mark (self, self->at, 1, slot->word_class);
          return FALSE;
        case DESK_VALUE_NO:
          break;
        case DESK_VALUE_YES:
        default:
          if (found_kind >= 0)
            {
              desk_line_complain_twice (self, desk_slot_get (found_kind)->example, slot->example,
                                        error);
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
  if (self->verb->first[0] >= 0)
    {
      if (peek (self) == NULL)
        {
          DeskMessage *message = desk_message_new (NULL, N_("{verb} is followed by {examples}"));

          desk_message_text (message, "verb", self->verb->word);
          return desk_complain (error, DESK_ERROR_USAGE,
                                desk_message_nest (message, "examples",
                                                   list_examples (self, self->verb->first)));
        }
      if (!take_one (self, self->verb->first, error))
        return FALSE;
    }

  while (peek (self) != NULL)
    if (!take_one (self, self->verb->further, error))
      return FALSE;
  return TRUE;
}
