/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-line-parse.h"

/* The slots that verbs have in common: how a word is known to belong in each.
 * Within one verb no word fits two of them; where set-up makes it so, the word
 * is refused with both readings named. */

typedef DeskValueMatch (*SlotReader) (const DeskLineParse  *self,
                                      guint                *n_words,
                                      DeskSlotValue        *value,
                                      GError              **error);

typedef struct
{
  const char *word_class;   /* what the window labels the word with */
  const char *example;      /* what could stand there */
  SlotReader  read;
} Slot;

/* Translators: words that may be typed after the verb "why", each one word; several parted by
 * spaces are all understood. They must differ from each other and from the verbs. */
static const char *const topics[] = {
  NC_ ("line", "total"),
  NC_ ("line", "vat"),
  NC_ ("line", "levy"),
  NC_ ("line", "promised"),
  NC_ ("line", "balance"),
};

static const DeskWord *
peek (const DeskLineParse *self)
{
  return desk_word_list_get (self->words, self->at);
}

static DeskValueMatch
read_room (const DeskLineParse  *self,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  const DeskRoomSpec *room = desk_property_get_room (self->property, peek (self)->text);

  if (room == NULL)
    return DESK_VALUE_NO;
  value->text = room->number;
  return DESK_VALUE_YES;
}

static DeskValueMatch
read_code (const DeskLineParse  *self,
           DeskCodeKind          kind,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  guint n;

  if (!desk_line_match_code (self, kind, &n, &value->code, error))
    return DESK_VALUE_BAD;
  if (n == 0)
    return DESK_VALUE_NO;
  *n_words = n;
  return DESK_VALUE_YES;
}

static DeskValueMatch
read_article (const DeskLineParse  *self,
              guint                *n_words,
              DeskSlotValue        *value,
              GError              **error)
{
  return read_code (self, DESK_CODE_CHARGE, n_words, value, error);
}

static DeskValueMatch
read_tender (const DeskLineParse  *self,
             guint                *n_words,
             DeskSlotValue        *value,
             GError              **error)
{
  return read_code (self, DESK_CODE_PAYMENT, n_words, value, error);
}

static DeskValueMatch
read_quantity (const DeskLineParse  *self,
               guint                *n_words,
               DeskSlotValue        *value,
               GError              **error)
{
  return desk_line_read_quantity (peek (self)->text, &value->integer, error);
}

static DeskValueMatch
read_price (const DeskLineParse  *self,
            guint                *n_words,
            DeskSlotValue        *value,
            GError              **error)
{
  const DeskWord *amount = desk_word_list_get (self->words, self->at + 1);
  DeskValueMatch match = DESK_VALUE_NO;

  if (!desk_line_is_word (self->catalog, peek (self), "line", NC_ ("line", "at")))
    return DESK_VALUE_NO;

  *n_words = 2;
  if (amount != NULL)
    match = desk_line_read_amount (amount->text, self->property->digits, &value->integer, error);
  if (match == DESK_VALUE_NO)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE,
                   "\"%s\" is followed by the price of one, as in: at 12.50", peek (self)->text);
      return DESK_VALUE_BAD;
    }
  return match;
}

static DeskValueMatch
read_sum (const DeskLineParse  *self,
          guint                *n_words,
          DeskSlotValue        *value,
          GError              **error)
{
  if (desk_line_is_word (self->catalog, peek (self), "line", NC_ ("line", "all")))
    {
      value->all = TRUE;
      return DESK_VALUE_YES;
    }
  return desk_line_read_amount (peek (self)->text, self->property->digits,
                                &value->integer, error);
}

static DeskValueMatch
read_window (const DeskLineParse  *self,
             guint                *n_words,
             DeskSlotValue        *value,
             GError              **error)
{
  int window;
  DeskValueMatch match = desk_line_read_window (peek (self)->text, &window, error);

  if (match == DESK_VALUE_YES)
    value->integer = window;
  return match;
}

static DeskValueMatch
read_line (const DeskLineParse  *self,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  int number;
  DeskValueMatch match = desk_line_read_number (peek (self)->text, &number, error);

  if (match == DESK_VALUE_YES)
    value->integer = number;
  return match;
}

static DeskValueMatch
read_topic (const DeskLineParse  *self,
            guint                *n_words,
            DeskSlotValue        *value,
            GError              **error)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      if (desk_line_is_word (self->catalog, peek (self), "line", topics[i]))
        {
          value->integer = DESK_EXPLAIN_TOTAL + (gint64) i;
          value->text = topics[i];
          return DESK_VALUE_YES;
        }
    }
  return DESK_VALUE_NO;
}

static DeskValueMatch
read_language (const DeskLineParse  *self,
               guint                *n_words,
               DeskSlotValue        *value,
               GError              **error)
{
  guint i;

  for (i = 0; i < DESK_N_LANGUAGES; i++)
    {
      if (g_ascii_strcasecmp (peek (self)->text, desk_languages[i].code) == 0)
        {
          value->text = desk_languages[i].code;
          return DESK_VALUE_YES;
        }
    }
  return DESK_VALUE_NO;
}

static const Slot slots[DESK_N_SLOTS] = {
  [DESK_SLOT_ROOM] = { "room", "a room", read_room },
  [DESK_SLOT_ARTICLE] = { "article", "an article", read_article },
  [DESK_SLOT_QUANTITY] = { "quantity", "2x", read_quantity },
  [DESK_SLOT_PRICE] = { "price", "at 12.50", read_price },
  [DESK_SLOT_SUM] = { "amount", "an amount or all", read_sum },
  [DESK_SLOT_TENDER] = { "tender", "a means of payment", read_tender },
  [DESK_SLOT_WINDOW] = { "window", "w2", read_window },
  [DESK_SLOT_LINE] = { "line", "the number of a line", read_line },
  [DESK_SLOT_TOPIC] = { "topic", "total, vat, levy, promised or balance", read_topic },
  [DESK_SLOT_LANGUAGE] = { "language", "a language as in fi", read_language },
};

/**
 * desk_slot_get_example:
 * @kind: a slot
 *
 * Returns: (transfer none): what stands in it, for an error's sentence
 */
const char *
desk_slot_get_example (DeskSlotKind kind)
{
  return slots[kind].example;
}

static char *
list_examples (const int *kinds)
{
  GString *list = g_string_new (NULL);
  guint i;

  for (i = 0; kinds[i] >= 0; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : kinds[i + 1] >= 0 ? ", " : " or ",
                            slots[kinds[i]].example);
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
                   peek (self)->text, self->verb->word, slots[kind].word_class);
      return FALSE;
    }
  self->filled[kind] = TRUE;
  self->values[kind] = *value;
  desk_line_mark (self, self->at, n_words, slots[kind].word_class);
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

      switch (slots[kinds[i]].read (self, &n_words, &value, error))
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
                           slots[found_kind].example, slots[kinds[i]].example);
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
