/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-amount.h"
#include "desk-error.h"
#include "desk-fold.h"
#include "desk-line-parse.h"

/* How many slips of the hand a verb is still known by. */
#define MAX_SLIPS 2

/* The window named with the subject or in its slot. */
static gboolean
find_window (const DeskLineParse  *self,
             int                  *out,
             GError              **error)
{
  if (self->window != 0 && self->filled[DESK_SLOT_WINDOW])
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE,
                   "the window is named twice: .%d and w%" G_GINT64_FORMAT, self->window,
                   self->values[DESK_SLOT_WINDOW].integer);
      return FALSE;
    }
  *out = self->filled[DESK_SLOT_WINDOW] ? (int) self->values[DESK_SLOT_WINDOW].integer
                                        : MAX (self->window, 1);
  return TRUE;
}

static DeskAction *
begin_action (DeskLineParse *self,
              DeskVerb       verb)
{
  DeskAction *action = desk_action_new (verb, self->line->stay_id);

  action->text = g_strdup (self->words->note);
  self->line->kind = DESK_LINE_ACTION;
  self->line->action = action;
  return action;
}

static gboolean
build_in (DeskLineParse  *self,
          GError        **error)
{
  DeskAction *action = begin_action (self, DESK_VERB_CHECK_IN);

  if (self->window != 0)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, "in takes no window");
      return FALSE;
    }
  /* What is said about a check-in is why a soft stop is all right. */
  action->override_reason = g_steal_pointer (&action->text);
  action->room = g_strdup (self->values[DESK_SLOT_ROOM].text);
  self->line->canonical = g_strconcat (self->subject, " in", action->room != NULL ? " " : NULL,
                                       action->room, NULL);
  return TRUE;
}

static gboolean
build_post (DeskLineParse  *self,
            GError        **error)
{
  DeskAction *action = begin_action (self, DESK_VERB_POST);
  GString *canonical;

  action->code = g_strdup (self->values[DESK_SLOT_ARTICLE].code->name);
  action->quantity = self->filled[DESK_SLOT_QUANTITY]
                       ? self->values[DESK_SLOT_QUANTITY].integer : 1;
  action->has_unit = self->filled[DESK_SLOT_PRICE];
  action->unit_minor = self->values[DESK_SLOT_PRICE].integer;
  if (!find_window (self, &action->window, error))
    return FALSE;

  canonical = g_string_new (self->subject);
  g_string_append_printf (canonical, " post %s", action->code);
  if (action->quantity != 1)
    g_string_append_printf (canonical, " %" G_GINT64_FORMAT "x", action->quantity);
  if (action->has_unit)
    {
      g_autofree char *unit = desk_amount_format (action->unit_minor, self->property->digits);

      g_string_append_printf (canonical, " at %s", unit);
    }
  if (action->window != 1)
    g_string_append_printf (canonical, " w%d", action->window);
  self->line->canonical = g_string_free (canonical, FALSE);
  return TRUE;
}

static gboolean
build_pay (DeskLineParse  *self,
           GError        **error)
{
  DeskAction *action = begin_action (self, DESK_VERB_PAY);
  const DeskSlotValue *sum = &self->values[DESK_SLOT_SUM];
  g_autofree char *amount = NULL;

  if (!self->filled[DESK_SLOT_TENDER])
    {
      g_autofree char *tenders = desk_line_list_codes (self->property, DESK_CODE_PAYMENT);

      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE, "pay says with what: %s",
                   *tenders != '\0' ? tenders : "this property has no means of payment");
      return FALSE;
    }
  action->code = g_strdup (self->values[DESK_SLOT_TENDER].code->name);
  action->all = sum->all;
  action->amount_minor = sum->integer;
  if (!find_window (self, &action->window, error))
    return FALSE;

  amount = sum->all ? g_strdup ("all") : desk_amount_format (sum->integer, self->property->digits);
  self->line->canonical = g_strdup_printf ("%s pay %s %s", self->subject, amount, action->code);
  if (action->window != 1)
    {
      g_autofree char *plain = g_steal_pointer (&self->line->canonical);

      self->line->canonical = g_strdup_printf ("%s w%d", plain, action->window);
    }
  return TRUE;
}

static gboolean
build_why (DeskLineParse  *self,
           GError        **error)
{
  DeskLine *line = self->line;
  const DeskSlotValue *topic = &self->values[DESK_SLOT_TOPIC];
  g_autofree char *what = NULL;

  if (self->words->note != NULL)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_USAGE, "a question takes no text");
      return FALSE;
    }
  if (self->filled[DESK_SLOT_LINE] && self->filled[DESK_SLOT_TOPIC])
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_USAGE,
                   "why asks for one thing: line %" G_GINT64_FORMAT " or %s",
                   self->values[DESK_SLOT_LINE].integer, topic->text);
      return FALSE;
    }

  line->kind = DESK_LINE_WHY;
  line->topic = DESK_EXPLAIN_TOTAL;
  what = g_strdup ("total");
  if (self->filled[DESK_SLOT_TOPIC])
    {
      line->topic = (DeskExplainTopic) topic->integer;
      g_free (what);
      what = g_strdup (topic->text);
    }
  else if (self->filled[DESK_SLOT_LINE])
    {
      line->topic = DESK_EXPLAIN_LINE;
      line->line = (int) self->values[DESK_SLOT_LINE].integer;
      g_free (what);
      what = g_strdup_printf ("%d", line->line);
    }
  line->lang = g_strdup (self->values[DESK_SLOT_LANGUAGE].text);
  line->canonical = g_strconcat (self->subject, " why ", what, line->lang != NULL ? " " : NULL,
                                 line->lang, NULL);
  return TRUE;
}

/* Translators: each is the verb that is typed at the desk, one word, or several of the same
 * meaning parted by spaces. It must differ from the other verbs, from an English verb of
 * another meaning, and from people's names. */
static const DeskVerbRow verbs[] = {
  {
    NC_ ("verb", "in"), TRUE,
    { -1 },
    { DESK_SLOT_ROOM, -1 },
    build_in,
  },
  {
    NC_ ("verb", "post"), FALSE,
    { DESK_SLOT_ARTICLE, -1 },
    { DESK_SLOT_QUANTITY, DESK_SLOT_PRICE, DESK_SLOT_WINDOW, -1 },
    build_post,
  },
  {
    NC_ ("verb", "pay"), FALSE,
    { DESK_SLOT_SUM, -1 },
    { DESK_SLOT_TENDER, DESK_SLOT_WINDOW, -1 },
    build_pay,
  },
  {
    NC_ ("verb", "why"), FALSE,
    { -1 },
    { DESK_SLOT_LINE, DESK_SLOT_TOPIC, DESK_SLOT_LANGUAGE, -1 },
    build_why,
  },
};

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
