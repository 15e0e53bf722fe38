/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line.h"

#include "desk-fill.h"
#include "desk-fold.h"
#include "desk-line-parse.h"
#include "desk-stay-summary.h"

/* What a line was taken for, as who typed it reads it: "412 Anna Kowalska · move · Noise". */

/* The room and the name: money is never sent to somebody who was not shown. */
static gboolean
add_subject (GPtrArray       *parts,
             DeskHouse       *house,
             const DeskLine  *line,
             GError         **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskStaySummary) stay = NULL;
  g_auto (DeskTx) tx = { NULL };
  DeskDate today;

  if (!desk_tx_begin_read (&tx, db, error) || !desk_house_get_business_date (house, &today, error))
    return FALSE;
  stay = desk_stay_summary_get (db, line->stay_id, today, error);
  if (stay == NULL)
    return FALSE;
  g_ptr_array_add (parts, desk_fill (stay->room != NULL && *stay->room != '\0'
                                       ? "{room} {name}" : "{name}",
                                     "room", stay->room, "name", stay->guest_name, NULL));
  return TRUE;
}

/* Of several words of the language that mean the same, the first. */
static char *
dup_own_word (const DeskCatalog *catalog,
              const char        *context,
              const char        *english)
{
  g_auto (GStrv) own = g_strsplit (desk_catalog_pgettext (catalog, context, english), " ", 2);

  return g_strdup (own[0]);
}

/* The canonical line has the English verb behind the number of the stay. */
static void
add_verb (GPtrArray         *parts,
          const DeskLine    *line,
          const DeskCatalog *catalog)
{
  g_auto (GStrv) words = g_strsplit (line->canonical, " ", 3);

  if (g_strv_length (words) >= 2)
    g_ptr_array_add (parts, dup_own_word (catalog, "verb", words[1]));
}

static gboolean
is_class (const DeskLineToken *token,
          const char          *word_class)
{
  return token->word_class != NULL && g_str_equal (token->word_class, word_class);
}

/* A word of the grammar as the language has it, however it was typed; NULL for any other. */
static char *
dup_keyword (const DeskLineToken *token,
             const DeskWord      *word,
             const DeskCatalog   *catalog)
{
  for (int kind = 0; kind < DESK_N_SLOTS; kind++)
    {
      const DeskSlot *slot = desk_slot_get (kind);
      const char *keyword = desk_slot_find_keyword (slot, catalog, word);

      if (keyword != NULL && is_class (token, slot->word_class))
        return dup_own_word (catalog, "line", keyword);
    }

  /* Behind "on" and "from" stand more of them: rooms, all, tonight, mon. */
  if ((is_class (token, "base") || is_class (token, "day")) &&
      desk_catalog_pgettext (catalog, "line", word->folded) != word->folded)
    return dup_own_word (catalog, "line", word->folded);
  return NULL;
}

static char *
dup_word (const DeskLineToken *token,
          const char          *text,
          const DeskCatalog   *catalog)
{
  g_autofree char *typed = g_strndup (text + token->start, (gsize) (token->end - token->start));
  g_autofree char *folded = desk_fold (typed);
  const DeskWord word = { .text = typed, .folded = folded, .quoted = *typed == '"' };
  char *own = dup_keyword (token, &word, catalog);

  return own != NULL ? own : g_steal_pointer (&typed);
}

/* What the set-up has a name for is called by it, the rest is @words. */
static char *
dup_argument (const DeskProperty  *property,
              const DeskAction    *action,
              const DeskLineToken *token,
              const char          *words,
              const DeskCatalog   *catalog)
{
  const char *lang = desk_catalog_get_language (catalog);

  if (action != NULL && action->reason != NULL && is_class (token, "reason"))
    {
      const DeskReason *reason = desk_property_get_reason (property, action->reason);

      if (reason != NULL)
        return g_strdup (desk_words_get (&reason->words, lang, reason->name));
    }
  if (action != NULL && action->code != NULL &&
      (is_class (token, "article") || is_class (token, "tender")))
    {
      const DeskCode *code = desk_property_get_code (property, action->code);

      if (code != NULL)
        return g_strdup (desk_words_get (&code->words, lang, code->name));
    }
  return g_strdup (words);
}

/* Words that are one thing stand together. */
static void
add_arguments (GPtrArray          *parts,
               const DeskProperty *property,
               const DeskLine     *line,
               const char         *text,
               const DeskCatalog  *catalog)
{
  gboolean behind = FALSE;
  guint i = 0;

  while (i < line->tokens->len)
    {
      const DeskLineToken *token = &g_array_index (line->tokens, DeskLineToken, i);
      g_autoptr (GString) words = g_string_new (NULL);

      do
        {
          const DeskLineToken *one = &g_array_index (line->tokens, DeskLineToken, i);
          g_autofree char *word = dup_word (one, text, catalog);

          g_string_append_printf (words, "%s%s", one != token ? " " : "", word);
          i++;
        }
      while (i < line->tokens->len && token->word_class != NULL &&
             is_class (&g_array_index (line->tokens, DeskLineToken, i), token->word_class));
      if (behind && !is_class (token, "text"))
        g_ptr_array_add (parts, dup_argument (property, line->action, token, words->str, catalog));
      behind = behind || is_class (token, "verb");
    }
}

/* Of rooms, and of rows of the audit, the canonical line has all there is to say. */
static gboolean
is_about_stay (const DeskLine *line)
{
  return line->stay_id != 0 &&
         (line->action == NULL || (line->action->verb != DESK_VERB_DECIDE &&
                                   line->action->verb != DESK_VERB_ANSWER));
}

/**
 * desk_line_dup_echo:
 * @house: the property
 * @line: what was typed, parsed
 * @text: as it was typed
 * @catalog: the language of who typed it
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what the line was taken for, with the guest by name; the
 *   canonical line where it is about no stay; or %NULL with @error set
 */
char *
desk_line_dup_echo (DeskHouse          *house,
                    const DeskLine     *line,
                    const char         *text,
                    const DeskCatalog  *catalog,
                    GError            **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (house != NULL && line != NULL && text != NULL && catalog != NULL, NULL);

  if (!is_about_stay (line))
    return g_strdup (line->canonical);
  if (!add_subject (parts, house, line, error))
    return NULL;
  add_verb (parts, line, catalog);
  add_arguments (parts, desk_house_get_property (house), line, text, catalog);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
