/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line.h"

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-line-parse.h"

/**
 * desk_line_free:
 * @self: (nullable): a line
 */
void
desk_line_free (DeskLine *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tokens);
  g_free (self->words);
  g_clear_pointer (&self->action, desk_action_free);
  g_free (self->lang);
  g_free (self->canonical);
  g_free (self);
}

/* Says of @n_words from @index on what they were taken for. */
void
desk_line_mark (DeskLineParse *self,
                guint          index,
                guint          n_words,
                const char    *word_class)
{
  guint i;

  for (i = index; i < index + n_words && i < self->line->tokens->len; i++)
    g_array_index (self->line->tokens, DeskLineToken, i).word_class = word_class;
}

/* A token for each word and one for the text; nothing is understood yet. */
static void
begin_tokens (DeskLine           *line,
              const DeskWordList *words)
{
  DeskLineToken token = { 0 };
  guint i;

  for (i = 0; i < words->words->len; i++)
    {
      const DeskWord *word = desk_word_list_get (words, i);

      token.start = word->start;
      token.end = word->end;
      g_array_append_val (line->tokens, token);
    }
  if (words->note != NULL)
    {
      token.start = words->note_start;
      token.end = words->note_end;
      token.word_class = "text";
      g_array_append_val (line->tokens, token);
    }
}

/* The first word that is a verb. It is never the first of the line unless a
 * stay is open, so that a guest called Bill can be looked for. */
static const DeskVerbRow *
find_first_verb (const DeskLineParse *self,
                 guint                from,
                 guint               *index)
{
  guint i;

  for (i = from; i < self->words->words->len; i++)
    {
      const DeskVerbRow *verb = desk_line_find_verb (self->catalog,
                                                     desk_word_list_get (self->words, i));

      if (verb != NULL)
        {
          *index = i;
          return verb;
        }
    }
  return NULL;
}

static void
become_search (DeskLineParse *self,
               const char    *text)
{
  const DeskWordList *words = self->words;

  self->line->kind = DESK_LINE_FIND;
  self->line->words = g_strstrip (g_strdup (text + words->search_start));
  self->line->canonical = g_strconcat ("? ", self->line->words, NULL);
  desk_line_mark (self, 0, self->line->tokens->len, "search");
}

/* A place and a word that is no verb is a command with a slip in it, not a name. */
static gboolean
refuse_slip (DeskLineParse  *self,
             GError        **error)
{
  const DeskWord *place = desk_word_list_get (self->words, 0);
  const DeskWord *word = desk_word_list_get (self->words, 1);
  const char *nearest = desk_line_nearest_verb (self->catalog, word);
  DeskMessage *message;

  if (nearest != NULL)
    {
      message = desk_message_about (N_("\"{word}\" is neither a command nor a guest in {place}; "
                                       "nearest: {nearest}"), word->text);
      desk_message_text (message, "nearest", nearest);
    }
  else
    {
      g_autofree char *verbs = desk_line_list_verbs ();

      message = desk_message_about (N_("\"{word}\" is neither a command nor a guest in {place}; "
                                       "commands: {verbs}"), word->text);
      desk_message_text (message, "verbs", verbs);
    }
  return desk_complain (error, DESK_ERROR_USAGE,
                        desk_message_text (message, "place", place->text));
}

/* What this person last said of rooms, where no stay is meant. */
static void
take_undo (DeskLineParse *self)
{
  desk_line_mark (self, 0, 1, "verb");
  desk_line_begin_action (self, DESK_VERB_UNDO);
  self->line->canonical = g_strdup ("undo");
}

static gboolean
parse_words (DeskLineParse  *self,
             const char     *text,
             gint64          open_stay_id,
             GError        **error)
{
  guint verb_at = 0;
  gboolean taken;

  if (self->words->words->len == 0 || self->words->is_search)
    {
      become_search (self, text);
      return TRUE;
    }
  if (open_stay_id == 0 && desk_line_is_undo (self))
    {
      take_undo (self);
      return TRUE;
    }
  if (!desk_line_take_audit (self, &taken, error))
    return FALSE;
  if (taken)
    return TRUE;
  if (!desk_line_take_rooms (self, &taken, error))
    return FALSE;
  if (taken)
    return TRUE;

  self->verb = find_first_verb (self, open_stay_id > 0 ? 0 : 1, &verb_at);
  if (self->verb == NULL)
    {
      if (desk_line_is_slip (self))
        return refuse_slip (self, error);
      become_search (self, text);
      return TRUE;
    }

  desk_line_mark (self, verb_at, 1, "verb");
  if (!desk_line_resolve_subject (self, open_stay_id, verb_at, error))
    return FALSE;
  self->at = verb_at + 1;
  return desk_line_take_slots (self, error) && self->verb->build (self, error);
}

/* Parses as far as it goes; the tokens say how far that is. */
static gboolean
parse (DeskLine           *line,
       DeskHouse          *house,
       const char         *text,
       gint64              open_stay_id,
       const DeskCatalog  *catalog,
       GError            **error)
{
  g_autoptr (DeskWordList) words = desk_word_list_new (text, error);
  DeskLineParse self = { .house = house, .catalog = catalog, .words = words, .line = line };
  gboolean ok;

  if (words == NULL)
    return FALSE;

  self.property = desk_house_get_property (house);
  begin_tokens (line, words);
  ok = parse_words (&self, text, open_stay_id, error);
  g_free (self.subject);
  g_strfreev (self.rooms);
  return ok;
}

static DeskLine *
line_new (void)
{
  DeskLine *self = g_new0 (DeskLine, 1);

  self->tokens = g_array_new (FALSE, FALSE, sizeof (DeskLineToken));
  return self;
}

/**
 * desk_line_parse:
 * @house: the property
 * @text: what was typed
 * @open_stay_id: the stay that is open on the screen, or 0
 * @catalog: the language spoken at the desk; its verbs work beside the English
 * @error: return location for a #GError
 *
 * Reads one line of the desk's grammar: subject, verb, arguments, text. Nothing
 * is guessed; what is executed is the plan made from the action, never the text.
 *
 * Returns: (transfer full) (nullable): what is meant; %NULL with %DESK_ERROR_USAGE
 *   where it is not understood, %DESK_ERROR_AMBIGUOUS for two readings, both
 *   named, %DESK_ERROR_NOT_FOUND for a subject there is not, %DESK_ERROR_INVALID
 *   for an amount, quantity or window of the wrong form
 */
DeskLine *
desk_line_parse (DeskHouse          *house,
                 const char         *text,
                 gint64              open_stay_id,
                 const DeskCatalog  *catalog,
                 GError            **error)
{
  g_autoptr (DeskLine) line = NULL;

  g_return_val_if_fail (house != NULL && text != NULL && catalog != NULL, NULL);

  line = line_new ();
  if (!parse (line, house, text, open_stay_id, catalog, error))
    return NULL;
  return g_steal_pointer (&line);
}

/**
 * desk_line_classify:
 * @house: the property
 * @text: what was typed so far
 * @open_stay_id: the stay that is open on the screen, or 0
 * @catalog: the language spoken at the desk
 *
 * Labels the words of a line, also of one that desk_line_parse() refuses: a word
 * without a class is where it stopped understanding.
 *
 * Returns: (transfer full) (element-type DeskLineToken): the words in order
 */
GArray *
desk_line_classify (DeskHouse         *house,
                    const char        *text,
                    gint64             open_stay_id,
                    const DeskCatalog *catalog)
{
  g_autoptr (DeskLine) line = NULL;

  g_return_val_if_fail (house != NULL && text != NULL && catalog != NULL, NULL);

  line = line_new ();
  parse (line, house, text, open_stay_id, catalog, NULL);
  return g_array_ref (line->tokens);
}
