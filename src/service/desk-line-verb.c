/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-fold.h"
#include "desk-line-parse.h"

/* How many slips of the hand a verb is still known by. */
#define MAX_SLIPS 2

/* Translators: each is the verb that is typed at the desk, one word, or several of the same
 * meaning parted by spaces. It must differ from the other verbs, from an English verb of
 * another meaning, and from people's names. fix: put an error right; off: give part of the
 * price as an apology; rate: the price of nights to come; move: to another room; swap: two
 * parties change rooms; out: check out; undo: take back the last thing done. */
static const DeskVerbRow verbs[] = {
  {
    NC_ ("verb", "in"), TRUE,
    { -1 },
    { DESK_SLOT_ROOM, DESK_SLOT_TENDER, DESK_SLOT_HOLD, DESK_SLOT_CARD, -1 },
    desk_line_build_in,
  },
  {
    NC_ ("verb", "out"), FALSE,
    { -1 },
    { DESK_SLOT_TENDER, DESK_SLOT_WINDOW, DESK_SLOT_EARLY, -1 },
    desk_line_build_out,
  },
  {
    NC_ ("verb", "move"), FALSE,
    { -1 },
    { DESK_SLOT_ROOM, DESK_SLOT_TYPE, DESK_SLOT_FEATURES, DESK_SLOT_TERMS, DESK_SLOT_FROM,
      DESK_SLOT_SWAP, DESK_SLOT_LEFT, DESK_SLOT_REASON, -1 },
    desk_line_build_move, "move",
  },
  {
    NC_ ("verb", "swap"), FALSE,
    { DESK_SLOT_ROOM, -1 },
    { DESK_SLOT_TERMS, DESK_SLOT_FROM, DESK_SLOT_REASON, -1 },
    desk_line_build_swap, "move",
  },
  {
    NC_ ("verb", "rate"), FALSE,
    { DESK_SLOT_AMOUNT, DESK_SLOT_LIST, -1 },
    { DESK_SLOT_FROM, DESK_SLOT_TILL, DESK_SLOT_REASON, -1 },
    desk_line_build_rate, "rate",
  },
  {
    NC_ ("verb", "post"), FALSE,
    { DESK_SLOT_ARTICLE, -1 },
    { DESK_SLOT_QUANTITY, DESK_SLOT_PRICE, DESK_SLOT_WINDOW, DESK_SLOT_CHECK, -1 },
    desk_line_build_post,
  },
  {
    NC_ ("verb", "fix"), FALSE,
    { DESK_SLOT_LINES, -1 },
    { DESK_SLOT_AMOUNT, DESK_SLOT_QUANTITY, DESK_SLOT_NONE, DESK_SLOT_REASON, -1 },
    desk_line_build_fix, "correction",
  },
  {
    NC_ ("verb", "off"), FALSE,
    { DESK_SLOT_PERCENT, DESK_SLOT_AMOUNT, -1 },
    { DESK_SLOT_PERCENT, DESK_SLOT_AMOUNT, DESK_SLOT_BASE, DESK_SLOT_WINDOW, DESK_SLOT_REASON,
      -1 },
    desk_line_build_off, "goodwill",
  },
  {
    NC_ ("verb", "pay"), FALSE,
    { DESK_SLOT_SUM, -1 },
    { DESK_SLOT_TENDER, DESK_SLOT_WINDOW, -1 },
    desk_line_build_pay,
  },
  {
    NC_ ("verb", "why"), FALSE,
    { -1 },
    { DESK_SLOT_LINE, DESK_SLOT_TOPIC, DESK_SLOT_LANGUAGE, -1 },
    desk_line_build_why,
  },
  {
    NC_ ("verb", "undo"), FALSE,
    { -1 },
    { -1 },
    desk_line_build_undo,
  },
};

/**
 * desk_line_get_verbs:
 * @n_verbs: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_verbs): the verbs of the line
 */
const DeskVerbRow *
desk_line_get_verbs (guint *n_verbs)
{
  *n_verbs = G_N_ELEMENTS (verbs);
  return verbs;
}

/**
 * desk_line_list_verbs:
 *
 * Returns: (transfer full): the English verbs, for a sentence
 */
char *
desk_line_list_verbs (void)
{
  GString *list = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", verbs[i].word);
  return g_string_free (list, FALSE);
}

/**
 * desk_line_find_verb:
 * @catalog: the language spoken at the desk
 * @word: a word
 *
 * Returns: (transfer none) (nullable): the verb it is, in English or in the
 *   language of @catalog
 */
const DeskVerbRow *
desk_line_find_verb (const DeskCatalog *catalog,
                     const DeskWord    *word)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (desk_line_is_word (catalog, word, "verb", verbs[i].word))
      return &verbs[i];
  return NULL;
}

/* Fewer slips first, then the same first letter. */
static void
consider (const char  *typed,
          const char  *verb,
          guint       *best,
          const char **nearest)
{
  g_autofree char *folded = desk_fold (verb);
  guint slips = desk_line_distance (typed, folded);
  guint score = slips * 2 + (*typed != *folded);

  if (slips <= MAX_SLIPS && slips < strlen (folded) && score < *best)
    {
      *best = score;
      *nearest = verb;
    }
}

/**
 * desk_line_nearest_verb:
 * @catalog: the language spoken at the desk
 * @word: a word that is no verb
 *
 * Returns: (transfer none) (nullable): the verb that may have been meant
 */
const char *
desk_line_nearest_verb (const DeskCatalog *catalog,
                        const DeskWord    *word)
{
  const char *nearest = NULL;
  guint best = G_MAXUINT;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *own = desk_catalog_pgettext (catalog, "verb", verbs[i].word);

      consider (word->folded, verbs[i].word, &best, &nearest);
      if (strchr (own, ' ') == NULL)
        consider (word->folded, own, &best, &nearest);
    }
  return nearest;
}
