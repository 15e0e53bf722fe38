/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-line-parse.h"

/* How a word is known to belong in each slot. */

/* Translators: words that may be typed after the verb "why", each one word; several parted by
 * spaces are all understood. They must differ from each other and from the verbs. */
static const char *const topics[] = {
  NC_ ("line", "total"),
  NC_ ("line", "vat"),
  NC_ ("line", "levy"),
  NC_ ("line", "promised"),
  NC_ ("line", "balance"),
  NULL,
};


/* Translators: typed before the price of one, as in "at 12.50"; one word. */
static const char *const at_words[] = { NC_ ("line", "at"), NULL };

/* Translators: typed for the whole of it, as in "pay all card"; one word. */
static const char *const all_words[] = { NC_ ("line", "all"), NULL };

/* Translators: typed behind a line that should not be there at all; one word. */
static const char *const none_words[] = { NC_ ("line", "none"), NULL };

/* Translators: typed for the price of the price list, as in "rate list"; one word. */
static const char *const list_words[] = { NC_ ("line", "list"), NULL };

/* Translators: typed behind a room whose party changes places with this one; one word. */
static const char *const swap_words[] = { NC_ ("line", "swap"), NULL };

/* Translators: typed behind "out" where the guest leaves before the day agreed; one word. */
static const char *const early_words[] = { NC_ ("line", "early"), NULL };

/* Translators: typed before what a gesture is reckoned of, as in "10% on 8"; one word. */
static const char *const on_words[] = { NC_ ("line", "on"), NULL };

/* Translators: what a moved guest pays from then on: the old price, the new room's list price,
 * or a stated one as in "at 120"; one word each. */
static const char *const terms_words[] = {
  NC_ ("line", "keep"), NC_ ("line", "new"), NC_ ("line", "at"), NULL,
};

/* Translators: typed before a day: from that night on, up to that day; one word each. */
static const char *const from_words[] = { NC_ ("line", "from"), NULL };
static const char *const till_words[] = { NC_ ("line", "till"), NULL };

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

  if (!desk_line_is_word (self->catalog, peek (self), "line", at_words[0]))
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
  if (desk_line_is_word (self->catalog, peek (self), "line", all_words[0]))
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

  for (i = 0; topics[i] != NULL; i++)
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

static gboolean
is_keyword (const DeskLineParse *self,
            const char          *english)
{
  return desk_line_is_word (self->catalog, peek (self), "line", english);
}

static DeskValueMatch
read_none (const DeskLineParse  *self,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  return is_keyword (self, none_words[0]) ? DESK_VALUE_YES : DESK_VALUE_NO;
}

static DeskValueMatch
read_list (const DeskLineParse  *self,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  return is_keyword (self, list_words[0]) ? DESK_VALUE_YES : DESK_VALUE_NO;
}

static DeskValueMatch
read_swap (const DeskLineParse  *self,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  return is_keyword (self, swap_words[0]) ? DESK_VALUE_YES : DESK_VALUE_NO;
}

static DeskValueMatch
read_early (const DeskLineParse  *self,
            guint                *n_words,
            DeskSlotValue        *value,
            GError              **error)
{
  return is_keyword (self, early_words[0]) ? DESK_VALUE_YES : DESK_VALUE_NO;
}

/* The numbers are read again when the action is made. */
static DeskValueMatch
read_lines (const DeskLineParse  *self,
            guint                *n_words,
            DeskSlotValue        *value,
            GError              **error)
{
  g_autoptr (GArray) lines = NULL;

  value->text = peek (self)->text;
  return desk_line_read_lines (value->text, &lines, error);
}

static DeskValueMatch
read_amount (const DeskLineParse  *self,
             guint                *n_words,
             DeskSlotValue        *value,
             GError              **error)
{
  return desk_line_read_amount (peek (self)->text, self->property->digits,
                                &value->integer, error);
}

static DeskValueMatch
read_percent (const DeskLineParse  *self,
              guint                *n_words,
              DeskSlotValue        *value,
              GError              **error)
{
  g_autofree char *percent = NULL;

  value->text = peek (self)->text;
  return desk_line_read_percent (value->text, &percent, error);
}

static const DeskSlot slots[DESK_N_SLOTS] = {
  [DESK_SLOT_ROOM] = { "room", "a room", read_room, NULL },
  [DESK_SLOT_ARTICLE] = { "article", "an article", read_article, NULL },
  [DESK_SLOT_QUANTITY] = { "quantity", "2x", read_quantity, NULL },
  [DESK_SLOT_PRICE] = { "price", "at 12.50", read_price, at_words },
  [DESK_SLOT_SUM] = { "amount", "an amount or all", read_sum, all_words },
  [DESK_SLOT_TENDER] = { "tender", "a means of payment", read_tender, NULL },
  [DESK_SLOT_WINDOW] = { "window", "w2", read_window, NULL },
  [DESK_SLOT_LINE] = { "line", "the number of a line", read_line, NULL },
  [DESK_SLOT_TOPIC] = { "topic", "total, vat, levy, promised or balance", read_topic, topics },
  [DESK_SLOT_LANGUAGE] = { "language", "a language as in fi", read_language, NULL },
  [DESK_SLOT_LINES] = { "line", "lines as in 7, 7-9 or 7+9", read_lines, NULL },
  [DESK_SLOT_AMOUNT] = { "amount", "an amount as in 6.50", read_amount, NULL },
  [DESK_SLOT_PERCENT] = { "percent", "a percentage as in 10%", read_percent, NULL },
  [DESK_SLOT_NONE] = { "none", "none", read_none, none_words },
  [DESK_SLOT_REASON] = { "reason", "a reason", desk_line_read_reason, NULL },
  [DESK_SLOT_BASE] = { "base", "on 8", desk_line_read_base, on_words },
  [DESK_SLOT_LIST] = { "price", "list", read_list, list_words },
  [DESK_SLOT_FROM] = { "day", "from tonight", desk_line_read_from, from_words },
  [DESK_SLOT_TILL] = { "day", "till sun", desk_line_read_till, till_words },
  [DESK_SLOT_TYPE] = { "room type", "a room type", desk_line_read_type, NULL },
  [DESK_SLOT_FEATURES] = { "feature", "features of a room", desk_line_read_features, NULL },
  [DESK_SLOT_TERMS] = { "price", "keep, new or at 120", desk_line_read_terms, terms_words },
  [DESK_SLOT_SWAP] = { "swap", "swap", read_swap, swap_words },
  [DESK_SLOT_EARLY] = { "early", "early", read_early, early_words },
};

/**
 * desk_slot_get:
 * @kind: a slot
 *
 * Returns: (transfer none): how a word is known to belong in it
 */
const DeskSlot *
desk_slot_get (DeskSlotKind kind)
{
  return &slots[kind];
}
