/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-hold.h"
#include "desk-line-parse.h"

/* How a word is known to belong in each slot. */

/* The number of a check is no longer than that. */
#define MAX_CHECK 24

/* Translators: words that may be typed after the verb "why", each one word; several parted by
 * spaces are all understood. They must differ from each other and from the verbs. */
static const char *const topics[] = {
  NC_ ("line", "total"),
  NC_ ("line", "vat"),
  NC_ ("line", "levy"),
  NC_ ("line", "promised"),
  NC_ ("line", "balance"),
  NC_ ("line", "hold"),
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

/* Translators: typed before what a card keeps ready, as in "hold 150"; one word. */
static const char *const hold_words[] = { NC_ ("line", "hold"), NULL };

/* What the room is like that a guest moves out of; the words are those of rooms. */
static const char *const left_words[] = { "dirty", "clean", "pickup", "oos", NULL };

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

/* Translators: typed before the number of a restaurant check, or of the sheet that somebody
 * filled in at a minibar; one word each. */
static const char *const check_words[] = {
  NC_ ("line", "check"), NC_ ("line", "sheet"), NULL,
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

/* A word of the grammar and the amount behind it. */
static DeskValueMatch
read_named_amount (const DeskLineParse  *self,
                   const char           *keyword,
                   const char           *missing,
                   DeskSlotValue        *value,
                   GError              **error)
{
  const DeskWord *amount = desk_word_list_get (self->words, self->at + 1);
  DeskValueMatch match = DESK_VALUE_NO;

  if (!desk_line_is_word (self->catalog, peek (self), "line", keyword))
    return DESK_VALUE_NO;
  if (amount != NULL)
    match = desk_line_read_amount (amount->text, self->property->digits, &value->integer, error);
  if (match == DESK_VALUE_NO)
    {
      desk_complain_of (error, DESK_ERROR_USAGE, missing, peek (self)->text);
      return DESK_VALUE_BAD;
    }
  return match;
}

static DeskValueMatch
read_price (const DeskLineParse  *self,
            guint                *n_words,
            DeskSlotValue        *value,
            GError              **error)
{
  *n_words = 2;
  return read_named_amount (self, at_words[0],
                            N_("\"{word}\" is followed by the price of one, as in: at 12.50"),
                            value, error);
}

static DeskValueMatch
read_hold (const DeskLineParse  *self,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  *n_words = 2;
  return read_named_amount (self, hold_words[0],
                            N_("\"{word}\" is followed by what the card keeps ready, as in: "
                               "hold 150"),
                            value, error);
}

static gboolean
is_check (const char *text)
{
  gsize i;

  for (i = 0; text[i] != '\0'; i++)
    {
      if (!g_ascii_isalnum (text[i]) && strchr ("-/.", text[i]) == NULL)
        return FALSE;
    }
  return i > 0 && i <= MAX_CHECK;
}

/* "sheet M-2181", "check 8803": the paper that a charge comes from. */
static DeskValueMatch
read_check (const DeskLineParse  *self,
            guint                *n_words,
            DeskSlotValue        *value,
            GError              **error)
{
  const DeskWord *number = desk_word_list_get (self->words, self->at + 1);

  if (!desk_line_is_word (self->catalog, peek (self), "line", check_words[0]) &&
      !desk_line_is_word (self->catalog, peek (self), "line", check_words[1]))
    return DESK_VALUE_NO;
  if (number == NULL || !is_check (number->text))
    {
      desk_complain_of (error, DESK_ERROR_USAGE,
                        N_("\"{word}\" is followed by the number on the paper, as in: sheet "
                           "M-2181"),
                        peek (self)->text);
      return DESK_VALUE_BAD;
    }
  *n_words = 2;
  value->text = number->text;
  return DESK_VALUE_YES;
}

/* "*4411": the star is on every number pad, and begins nothing else. */
static DeskValueMatch
read_card (const DeskLineParse  *self,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  const char *text = peek (self)->text;

  if (*text != '*')
    return DESK_VALUE_NO;
  if (!desk_hold_is_card (text + 1))
    {
      desk_complain_of (error, DESK_ERROR_INVALID,
                        N_("\"{word}\" is not the last four digits of a card, as in: *4411"),
                        text);
      return DESK_VALUE_BAD;
    }
  value->text = text + 1;
  return DESK_VALUE_YES;
}

/* What stands behind a minus, typed or pasted; NULL without one. */
static const char *
skip_minus (const char *text)
{
  static const char sign[] = "\342\210\222";   /* U+2212 */

  if (*text == '-')
    return text + 1;
  return g_str_has_prefix (text, sign) ? text + strlen (sign) : NULL;
}

/* With a minus the money goes back to the guest. */
static DeskValueMatch
read_sum (const DeskLineParse  *self,
          guint                *n_words,
          DeskSlotValue        *value,
          GError              **error)
{
  const char *text = peek (self)->text;
  const char *back;
  DeskValueMatch match;

  if (desk_line_is_word (self->catalog, peek (self), "line", all_words[0]))
    {
      value->all = TRUE;
      return DESK_VALUE_YES;
    }
  back = skip_minus (text);
  match = desk_line_read_amount (back != NULL ? back : text, self->property->digits,
                                 &value->integer, error);
  if (match == DESK_VALUE_YES && back != NULL)
    value->integer = -value->integer;
  return match;
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

static DeskValueMatch
read_left (const DeskLineParse  *self,
           guint                *n_words,
           DeskSlotValue        *value,
           GError              **error)
{
  guint i;

  for (i = 0; left_words[i] != NULL; i++)
    {
      if (desk_line_is_word (self->catalog, peek (self), DESK_CONTEXT_STATUS, left_words[i]))
        {
          value->text = left_words[i];
          return DESK_VALUE_YES;
        }
    }
  return DESK_VALUE_NO;
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

/* What can be typed is said as it is typed in the language of the desk: an example of a word of
 * the line begins with the word that the language has for it. */
static const DeskSlot slots[DESK_N_SLOTS] = {
  [DESK_SLOT_ROOM] = { "room", N_("a room"), read_room, NULL },
  [DESK_SLOT_ARTICLE] = { "article", N_("an article"), read_article, NULL },
  [DESK_SLOT_QUANTITY] = { "quantity", "2x", read_quantity, NULL },
  [DESK_SLOT_PRICE] = { "price", N_("at 12.50"), read_price, at_words },
  [DESK_SLOT_CHECK] = { "check", N_("sheet M-2181"), read_check, check_words },
  [DESK_SLOT_SUM] = { "amount", N_("an amount or all"), read_sum, all_words },
  [DESK_SLOT_TENDER] = { "tender", N_("a means of payment"), read_tender, NULL },
  [DESK_SLOT_WINDOW] = { "window", "w2", read_window, NULL },
  [DESK_SLOT_LINE] = { "line", N_("the number of a line"), read_line, NULL },
  [DESK_SLOT_TOPIC] = { "topic", N_("total, vat, levy, promised, balance or hold"), read_topic,
                        topics },
  [DESK_SLOT_LANGUAGE] = { "language", N_("a language as in fi"), read_language, NULL },
  [DESK_SLOT_LINES] = { "line", N_("lines as in 7, 7-9 or 7+9"), read_lines, NULL },
  [DESK_SLOT_AMOUNT] = { "amount", N_("an amount as in 6.50"), read_amount, NULL },
  [DESK_SLOT_PERCENT] = { "percent", N_("a percentage as in 10%"), read_percent, NULL },
  [DESK_SLOT_NONE] = { "none", N_("none"), read_none, none_words },
  [DESK_SLOT_REASON] = { "reason", N_("a reason"), desk_line_read_reason, NULL },
  [DESK_SLOT_BASE] = { "base", N_("on 8"), desk_line_read_base, on_words },
  [DESK_SLOT_LIST] = { "price", N_("list"), read_list, list_words },
  [DESK_SLOT_FROM] = { "day", N_("from tonight"), desk_line_read_from, from_words },
  [DESK_SLOT_TILL] = { "day", N_("till sun"), desk_line_read_till, till_words },
  [DESK_SLOT_TYPE] = { "room type", N_("a room type"), desk_line_read_type, NULL },
  [DESK_SLOT_FEATURES] = { "feature", N_("features of a room"), desk_line_read_features, NULL },
  [DESK_SLOT_TERMS] = { "price", N_("keep, new or at 120"), desk_line_read_terms, terms_words },
  [DESK_SLOT_SWAP] = { "swap", N_("swap"), read_swap, swap_words },
  [DESK_SLOT_EARLY] = { "early", N_("early"), read_early, early_words },
  [DESK_SLOT_SEEN] = { "seen", N_("occupied or vacant"), desk_line_read_seen,
                        desk_line_seen_words },
  [DESK_SLOT_HOLD] = { "hold", N_("hold 150"), read_hold, hold_words },
  [DESK_SLOT_CARD] = { "card", "*4411", read_card, NULL },
  [DESK_SLOT_LEFT] = { "status", N_("dirty, clean, pickup or oos"), read_left, left_words },
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

/**
 * desk_slot_find_keyword:
 * @self: a slot
 * @catalog: the language spoken at the desk
 * @word: a word of the line
 *
 * Returns: (transfer none) (nullable): the word of the grammar that it is in this slot, in
 *   English
 */
const char *
desk_slot_find_keyword (const DeskSlot    *self,
                        const DeskCatalog *catalog,
                        const DeskWord    *word)
{
  guint i;

  for (i = 0; self->keywords != NULL && self->keywords[i] != NULL; i++)
    if (desk_line_is_word (catalog, word, "line", self->keywords[i]))
      return self->keywords[i];
  return NULL;
}
