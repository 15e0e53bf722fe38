/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-fold.h"
#include "desk-line-parse.h"

/* How the words are known that say why, of what, where to and from when. */

/* Translators: typed behind "on": what a gesture is reckoned of, by kind of charge; one word
 * each, or several of the same meaning parted by spaces. */
static const char *const classes[] = {
  NC_ ("line", "rooms"), NC_ ("line", "food"), NC_ ("line", "drinks"), NC_ ("line", "extras"),
};

static const DeskWord *
peek (const DeskLineParse *self)
{
  return desk_word_list_get (self->words, self->at);
}

static gboolean
is_keyword (const DeskLineParse *self,
            const DeskWord      *word,
            const char          *english)
{
  return word != NULL && desk_line_is_word (self->catalog, word, "line", english);
}

/* Most names differ in the first letter; folding the others costs more. */
static gboolean
is_same (const char *name,
         const char *typed)
{
  g_autofree char *folded = NULL;

  if (name == NULL || (g_ascii_isalnum (*name) && g_ascii_tolower (*name) != *typed))
    return FALSE;
  folded = desk_fold (name);
  return *folded != '\0' && strcmp (folded, typed) == 0;
}

/* The name of a reason, a word set down for it, or the whole of its text in any language. */
static gboolean
names_reason (const DeskReason *reason,
              const char       *typed)
{
  GHashTableIter iter;
  gpointer text;
  guint i;

  if (is_same (reason->name, typed) || is_same (reason->words.text, typed))
    return TRUE;
  for (i = 0; reason->words_typed != NULL && reason->words_typed[i] != NULL; i++)
    if (is_same (reason->words_typed[i], typed))
      return TRUE;
  if (reason->words.by_lang == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, reason->words.by_lang);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    if (is_same (text, typed))
      return TRUE;
  return FALSE;
}

/* The reason that @typed names; one that is called so before one that is described so. */
static DeskValueMatch
find_reason (const DeskLineParse  *self,
             const char           *typed,
             DeskSlotValue        *value,
             GError              **error)
{
  const DeskReason *found = NULL;
  guint i;

  for (i = 0; i < self->property->reasons->len; i++)
    {
      const DeskReason *reason = g_ptr_array_index (self->property->reasons, i);

      if (!names_reason (reason, typed))
        continue;
      if (is_same (reason->name, typed))
        {
          found = reason;
          break;
        }
      if (found != NULL)
        {
          desk_line_complain_twice (self, found->name, reason->name, error);
          return DESK_VALUE_BAD;
        }
      found = reason;
    }
  if (found == NULL)
    return DESK_VALUE_NO;
  value->text = found->name;
  return DESK_VALUE_YES;
}

/**
 * desk_line_read_reason:
 * @self: a line, at a word
 * @n_words: (out): how many words name it
 * @value: (out): text: the reason's name
 * @error: return location for a #GError
 *
 * Any reason of the set-up is one here; whether it is good for the verb is a rule
 * and said in the plan. The longest run of words wins.
 *
 * Returns: whether a reason stands there; bad with %DESK_ERROR_AMBIGUOUS for two
 */
DeskValueMatch
desk_line_read_reason (const DeskLineParse  *self,
                       guint                *n_words,
                       DeskSlotValue        *value,
                       GError              **error)
{
  g_autoptr (GPtrArray) runs = NULL;
  DeskValueMatch match = DESK_VALUE_NO;
  guint i;

  if (peek (self)->quoted)
    return DESK_VALUE_NO;
  runs = desk_line_list_runs (self);
  for (i = runs->len; match == DESK_VALUE_NO && i > 0; i--)
    {
      const char *typed = g_ptr_array_index (runs, i - 1);

      if (*typed != '\0')
        match = find_reason (self, typed, value, error);
      *n_words = i;
    }
  return match;
}

/* A class of the set-up by its own name, or one of the grammar's four. */
static gboolean
read_class (const DeskLineParse *self,
            const DeskWord      *word,
            DeskSlotValue       *value)
{
  guint i;

  value->choice = DESK_OFF_CLASS;
  for (i = 0; i < self->property->codes->len; i++)
    {
      const DeskCode *code = g_ptr_array_index (self->property->codes, i);

      if (code->kind == DESK_CODE_CHARGE && is_same (code->tax_class, word->folded))
        {
          value->text = code->tax_class;
          return TRUE;
        }
    }
  for (i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (is_keyword (self, word, classes[i]))
        {
          value->text = classes[i];
          return TRUE;
        }
    }
  return FALSE;
}

/* What the rate plans post is rooms; of the others the usual names are known. */
static int
find_group (const DeskProperty *property,
            const char         *tax_class)
{
  static const char *const food[] = { "food", "meal", "meals", "breakfast", NULL };
  static const char *const drinks[] = { "drinks", "drink", "beverage", "alcohol", NULL };
  guint i;

  for (i = 0; i < property->plans->len; i++)
    {
      const DeskRatePlan *plan = g_ptr_array_index (property->plans, i);
      const DeskCode *code = desk_property_get_code (property, plan->code);

      if (code != NULL && g_strcmp0 (code->tax_class, tax_class) == 0)
        return 0;
    }
  return g_strv_contains (food, tax_class) ? 1 : g_strv_contains (drinks, tax_class) ? 2 : 3;
}

/**
 * desk_line_dup_classes:
 * @property: the set-up
 * @text: a class of the set-up, or rooms, food, drinks or extras
 *
 * Returns: (transfer full): the classes of the set-up that are meant, parted by `;`;
 *   empty where nothing is sold of them
 */
char *
desk_line_dup_classes (const DeskProperty *property,
                       const char         *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint group = 0;
  guint i;

  while (group < G_N_ELEMENTS (classes) && strcmp (classes[group], text) != 0)
    group++;
  for (i = 0; i < property->codes->len; i++)
    {
      const DeskCode *code = g_ptr_array_index (property->codes, i);

      if (code->kind != DESK_CODE_CHARGE || code->tax_class == NULL)
        continue;
      if (strcmp (code->tax_class, text) == 0)
        return g_strdup (text);
      if (group < G_N_ELEMENTS (classes) &&
          find_group (property, code->tax_class) == (int) group &&
          !g_ptr_array_find_with_equal_func (found, code->tax_class, g_str_equal, NULL))
        g_ptr_array_add (found, code->tax_class);
    }
  g_ptr_array_add (found, NULL);
  return g_strjoinv (";", (GStrv) found->pdata);
}

/* What stands behind `on`. A day is looked for first: `9 sep` begins as a line does. */
static DeskValueMatch
read_of_what (const DeskLineParse  *self,
              guint                *n_words,
              DeskSlotValue        *value,
              GError              **error)
{
  const DeskWord *word = desk_word_list_get (self->words, self->at + 1);
  g_autoptr (GArray) lines = NULL;
  guint n_day_words;
  int window;
  DeskValueMatch match = desk_line_read_day (self, self->at + 1, FALSE, &n_day_words, value,
                                             error);

  if (match != DESK_VALUE_NO)
    {
      value->choice = DESK_OFF_DAY;
      *n_words = 1 + n_day_words;
      return match;
    }

  match = desk_line_read_lines (word->text, &lines, error);
  value->choice = DESK_OFF_LINES;
  value->text = word->text;
  if (match != DESK_VALUE_NO)
    return match;
  match = desk_line_read_window (word->text, &window, error);
  if (match == DESK_VALUE_YES)
    {
      value->choice = DESK_OFF_WINDOW;
      value->integer = window;
    }
  if (match != DESK_VALUE_NO)
    return match;

  if (is_keyword (self, word, "all"))
    {
      value->choice = DESK_OFF_ALL;
      return DESK_VALUE_YES;
    }
  return read_class (self, word, value) ? DESK_VALUE_YES : DESK_VALUE_NO;
}

/**
 * desk_line_read_base:
 * @self: a line, at a word
 * @n_words: (out): how many words it takes
 * @value: (out): choice: a #DeskOffBase; what goes with it
 * @error: return location for a #GError
 *
 * Reads `on 8`, `on rooms`, `on w2`, `on 9 sep`, `on all`, or `all` alone.
 *
 * Returns: whether that stands there
 */
DeskValueMatch
desk_line_read_base (const DeskLineParse  *self,
                     guint                *n_words,
                     DeskSlotValue        *value,
                     GError              **error)
{
  DeskValueMatch match = DESK_VALUE_NO;

  if (is_keyword (self, peek (self), "all"))
    {
      value->choice = DESK_OFF_ALL;
      return DESK_VALUE_YES;
    }
  if (!is_keyword (self, peek (self), "on"))
    return DESK_VALUE_NO;

  *n_words = 2;
  if (desk_word_list_get (self->words, self->at + 1) != NULL)
    match = read_of_what (self, n_words, value, error);
  if (match != DESK_VALUE_NO)
    return match;
  desk_complain_of (error, DESK_ERROR_USAGE,
                    N_("\"{word}\" is followed by lines, rooms, food, drinks, extras, a window, a "
                       "day or all, as in: on 8"), peek (self)->text);
  return DESK_VALUE_BAD;
}

/**
 * desk_line_read_type:
 * @self: a line, at a word
 * @n_words: (out): stays 1
 * @value: (out): text: the type
 * @error: return location for a #GError
 *
 * Returns: whether the word is the type of a room of this house
 */
DeskValueMatch
desk_line_read_type (const DeskLineParse  *self,
                     guint                *n_words,
                     DeskSlotValue        *value,
                     GError              **error)
{
  guint i;

  if (peek (self)->quoted)
    return DESK_VALUE_NO;
  for (i = 0; i < self->property->rooms->len; i++)
    {
      const DeskRoomSpec *room = g_ptr_array_index (self->property->rooms, i);

      if (is_same (room->type, peek (self)->folded))
        {
          value->text = room->type;
          return DESK_VALUE_YES;
        }
    }
  return DESK_VALUE_NO;
}

/* The feature of this house that a word names. */
static const char *
find_feature (const DeskProperty *property,
              const char         *word)
{
  g_autofree char *folded = desk_fold (word);
  guint i;
  guint j;

  for (i = 0; i < property->rooms->len; i++)
    {
      const DeskRoomSpec *room = g_ptr_array_index (property->rooms, i);

      for (j = 0; room->features != NULL && room->features[j] != NULL; j++)
        if (is_same (room->features[j], folded))
          return room->features[j];
    }
  return NULL;
}

/**
 * desk_line_dup_features:
 * @property: the set-up
 * @text: a word that desk_line_read_features() took
 *
 * Returns: (transfer full): the features as the set-up writes them
 */
GStrv
desk_line_dup_features (const DeskProperty *property,
                        const char         *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "+", -1);
  g_autoptr (GStrvBuilder) features = g_strv_builder_new ();
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      const char *feature = find_feature (property, parts[i]);

      if (feature != NULL)
        g_strv_builder_add (features, feature);
    }
  return g_strv_builder_end (features);
}

/**
 * desk_line_read_features:
 * @self: a line, at a word
 * @n_words: (out): stays 1
 * @value: (out): text: the word
 * @error: return location for a #GError
 *
 * Reads what a room must have: `quiet`, or `quiet+low`.
 *
 * Returns: whether the word says features; bad where some are and some are not
 */
DeskValueMatch
desk_line_read_features (const DeskLineParse  *self,
                         guint                *n_words,
                         DeskSlotValue        *value,
                         GError              **error)
{
  g_auto (GStrv) parts = g_strsplit (peek (self)->text, "+", -1);
  const char *stranger = NULL;
  guint n_known = 0;
  guint i;

  if (peek (self)->quoted)
    return DESK_VALUE_NO;
  for (i = 0; parts[i] != NULL; i++)
    {
      if (find_feature (self->property, parts[i]) != NULL)
        n_known++;
      else
        stranger = parts[i];
    }
  if (n_known == 0)
    return DESK_VALUE_NO;
  if (stranger != NULL)
    {
      desk_complain_of (error, DESK_ERROR_USAGE, N_("\"{word}\" is no feature of a room here"),
                        stranger);
      return DESK_VALUE_BAD;
    }
  value->text = peek (self)->text;
  return DESK_VALUE_YES;
}

/**
 * desk_line_read_terms:
 * @self: a line, at a word
 * @n_words: (out): how many words it takes
 * @value: (out): choice: a #DeskMovePrice; integer: the amount
 * @error: return location for a #GError
 *
 * Reads `keep`, `new` or `at 120`.
 *
 * Returns: whether that stands there
 */
DeskValueMatch
desk_line_read_terms (const DeskLineParse  *self,
                      guint                *n_words,
                      DeskSlotValue        *value,
                      GError              **error)
{
  const DeskWord *amount = desk_word_list_get (self->words, self->at + 1);
  DeskValueMatch match = DESK_VALUE_NO;

  value->choice = DESK_MOVE_KEEP;
  if (is_keyword (self, peek (self), "keep"))
    return DESK_VALUE_YES;
  value->choice = DESK_MOVE_NEW;
  if (is_keyword (self, peek (self), "new"))
    return DESK_VALUE_YES;
  value->choice = DESK_MOVE_AT;
  if (!is_keyword (self, peek (self), "at"))
    return DESK_VALUE_NO;

  *n_words = 2;
  if (amount != NULL)
    match = desk_line_read_amount (amount->text, self->property->digits, &value->integer, error);
  if (match == DESK_VALUE_NO)
    {
      desk_complain_of (error, DESK_ERROR_USAGE,
                        N_("\"{word}\" is followed by the price of a night, as in: at 120"),
                        peek (self)->text);
      return DESK_VALUE_BAD;
    }
  return match;
}

static DeskValueMatch
read_day_behind (const DeskLineParse  *self,
                 const char           *marker,
                 gboolean              to_come,
                 guint                *n_words,
                 DeskSlotValue        *value,
                 GError              **error)
{
  guint n_day_words;
  DeskValueMatch match;

  if (!is_keyword (self, peek (self), marker))
    return DESK_VALUE_NO;

  match = desk_line_read_day (self, self->at + 1, to_come, &n_day_words, value, error);
  *n_words = 1 + n_day_words;
  if (match == DESK_VALUE_NO)
    {
      desk_complain_of (error, DESK_ERROR_USAGE,
                        N_("\"{word}\" is followed by a day: tonight, tomorrow, mon, 9.9., 9 sep "
                           "or 2026-09-09"), peek (self)->text);
      return DESK_VALUE_BAD;
    }
  return match;
}

/**
 * desk_line_read_from:
 * @self: a line, at a word
 * @n_words: (out): how many words it takes
 * @value: (out): date and now
 * @error: return location for a #GError
 *
 * Returns: whether `from` and a day stand there
 */
DeskValueMatch
desk_line_read_from (const DeskLineParse  *self,
                     guint                *n_words,
                     DeskSlotValue        *value,
                     GError              **error)
{
  return read_day_behind (self, "from", FALSE, n_words, value, error);
}

/**
 * desk_line_read_till:
 * @self: a line, at a word
 * @n_words: (out): how many words it takes
 * @value: (out): date
 * @error: return location for a #GError
 *
 * Returns: whether `till` and a day stand there
 */
DeskValueMatch
desk_line_read_till (const DeskLineParse  *self,
                     guint                *n_words,
                     DeskSlotValue        *value,
                     GError              **error)
{
  return read_day_behind (self, "till", TRUE, n_words, value, error);
}

/**
 * desk_line_read_until:
 * @self: a line, at a word
 * @n_words: (out): how many words it takes
 * @value: (out): date
 * @error: return location for a #GError
 *
 * Returns: whether `till` and a day stand there, of which what was is asked: the nearest one
 *   is meant, not the next
 */
DeskValueMatch
desk_line_read_until (const DeskLineParse  *self,
                      guint                *n_words,
                      DeskSlotValue        *value,
                      GError              **error)
{
  return read_day_behind (self, "till", FALSE, n_words, value, error);
}
