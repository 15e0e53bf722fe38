/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-fold.h"
#include "desk-line-parse.h"

/* Words of the longest article or reason that is looked for. */
#define MAX_RUN 6

/* How well a code fits what was typed. */
typedef enum
{
  FIT_NONE,
  FIT_PART,    /* words of its text */
  FIT_WHOLE,   /* its name, a word set down for it, or its whole text */
} Fit;

/**
 * desk_line_is_word:
 * @catalog: the language spoken at the desk
 * @word: a word that was typed
 * @context: `verb`, or `line` for the other words of the grammar
 * @english: an English word of the grammar
 *
 * Returns: whether @word is @english, or what @catalog says for it; a catalog
 *   may name several words, parted by spaces
 */
gboolean
desk_line_is_word (const DeskCatalog *catalog,
                   const DeskWord    *word,
                   const char        *context,
                   const char        *english)
{
  g_auto (GStrv) own = NULL;
  const char *said;
  guint i;

  if (word->quoted)
    return FALSE;
  if (strcmp (word->folded, english) == 0)
    return g_ascii_strcasecmp (word->text, english) == 0;

  said = desk_catalog_pgettext (catalog, context, english);
  own = g_strsplit (said, " ", -1);
  for (i = 0; own[i] != NULL; i++)
    {
      g_autofree char *folded = desk_fold (own[i]);

      if (*folded != '\0' && strcmp (word->folded, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static Fit
fit_text (const char *text,
          const char *typed)
{
  g_autofree char *folded = desk_fold (text);
  gsize length = strlen (typed);
  const char *at;

  if (strcmp (folded, typed) == 0)
    return FIT_WHOLE;
  for (at = strstr (folded, typed); at != NULL; at = strstr (at + 1, typed))
    {
      if ((at == folded || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
        return FIT_PART;
    }
  return FIT_NONE;
}

static Fit
fit_words (const DeskWords *words,
           const char      *typed)
{
  Fit best = words->text != NULL ? fit_text (words->text, typed) : FIT_NONE;
  GHashTableIter iter;
  gpointer translated;

  if (words->by_lang == NULL)
    return best;
  g_hash_table_iter_init (&iter, words->by_lang);
  while (g_hash_table_iter_next (&iter, NULL, &translated))
    best = MAX (best, fit_text (translated, typed));
  return best;
}

static Fit
fit_code (const DeskCode *code,
          const char     *typed)
{
  guint i;

  if (fit_text (code->name, typed) == FIT_WHOLE)
    return FIT_WHOLE;
  for (i = 0; code->words_typed != NULL && code->words_typed[i] != NULL; i++)
    if (fit_text (code->words_typed[i], typed) == FIT_WHOLE)
      return FIT_WHOLE;
  return fit_words (&code->words, typed);
}

/* The codes that fit best; two of them are two readings. */
static gboolean
pick_code (const DeskProperty  *property,
           DeskCodeKind         kind,
           const char          *typed,
           const DeskCode     **out,
           GError             **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  Fit best = FIT_PART;
  guint i;

  *out = NULL;
  for (i = 0; i < property->codes->len; i++)
    {
      const DeskCode *code = g_ptr_array_index (property->codes, i);
      Fit fit = code->kind == kind ? fit_code (code, typed) : FIT_NONE;

      if (fit < best)
        continue;
      if (fit > best)
        g_ptr_array_set_size (names, 0);
      best = fit;
      *out = code;
      g_ptr_array_add (names, code->name);
    }
  if (names->len < 2)
    return TRUE;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (" / ", (GStrv) names->pdata);
  return desk_complain (error, DESK_ERROR_AMBIGUOUS,
                        desk_message_text (desk_message_about (N_("\"{word}\" may be {choices}"),
                                                               typed),
                                           "choices", list));
}

/**
 * desk_line_list_runs:
 * @self: a line, at a word
 *
 * Returns: (transfer full) (element-type utf8): what the next word comes to alone, the next two,
 *   and so on, as they are compared; "" for a run that names nothing
 */
GPtrArray *
desk_line_list_runs (const DeskLineParse *self)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *run = g_strdup ("");
  guint i;

  for (i = 0; i < MAX_RUN && self->at + i < self->words->words->len; i++)
    {
      const DeskWord *word = desk_word_list_get (self->words, self->at + i);
      char *longer = g_strconcat (run, *run != '\0' ? " " : "", word->folded, NULL);

      g_free (run);
      run = longer;
      g_ptr_array_add (runs, g_strdup (*word->folded != '\0' ? run : ""));
      if (*word->folded == '\0')
        break;
    }
  return runs;
}

/**
 * desk_line_match_code:
 * @self: a line, at a word
 * @kind: charge for articles, payment for tenders
 * @n_words: (out): how many words name it; 0 where none does
 * @out: (out): what they name
 * @error: return location for a #GError
 *
 * Looks for an article or a tender from the set-up: by the code's name, a word
 * set down for it, its text or words of its text in any language. The longest
 * run of words wins.
 *
 * Returns: %FALSE with %DESK_ERROR_AMBIGUOUS where two fit equally well
 */
gboolean
desk_line_match_code (const DeskLineParse  *self,
                      DeskCodeKind          kind,
                      guint                *n_words,
                      const DeskCode      **out,
                      GError              **error)
{
  g_autoptr (GPtrArray) runs = desk_line_list_runs (self);
  guint i;

  *n_words = 0;
  *out = NULL;
  for (i = runs->len; i > 0; i--)
    {
      const char *typed = g_ptr_array_index (runs, i - 1);

      if (*typed == '\0')
        continue;
      if (!pick_code (self->property, kind, typed, out, error))
        return FALSE;
      if (*out != NULL)
        {
          *n_words = i;
          return TRUE;
        }
    }
  return TRUE;
}

/**
 * desk_line_list_codes:
 * @property: the set-up
 * @kind: of which kind
 *
 * Returns: (transfer full): the first names, for a sentence that says what could
 *   have been typed; empty where there are none
 */
char *
desk_line_list_codes (const DeskProperty *property,
                      DeskCodeKind        kind)
{
  GString *list = g_string_new (NULL);
  guint n = 0;
  guint i;

  for (i = 0; i < property->codes->len && n < 8; i++)
    {
      const DeskCode *code = g_ptr_array_index (property->codes, i);

      if (code->kind != kind)
        continue;
      g_string_append_printf (list, "%s%s", n > 0 ? ", " : "", code->name);
      n++;
    }
  return g_string_free (list, FALSE);
}
