/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-line-parse.h"

/* The test of a set-up's words: behind one verb, each of them fits one slot only.
 * It asks the readers that read lines, so that it cannot differ from them. */

/* A word that a slot takes, and what it is there. */
typedef struct
{
  char *word;
  char *what;      /* "reason noise" */
} Known;

static void
known_free (Known *self)
{
  g_free (self->word);
  g_free (self->what);
  g_free (self);
}

static void
add (GPtrArray  *list,
     const char *kind,
     const char *name,
     const char *word)
{
  Known *known;
  guint i;

  if (word == NULL || *word == '\0')
    return;
  for (i = 0; i < list->len; i++)
    if (strcmp (((Known *) g_ptr_array_index (list, i))->word, word) == 0)
      return;
  known = g_new0 (Known, 1);
  known->word = g_strdup (word);
  known->what = g_strdup_printf ("%s %s", kind, name);
  g_ptr_array_add (list, known);
}

static void
add_words (GPtrArray         *list,
           const char        *kind,
           const char        *name,
           const char *const *typed)
{
  guint i;

  add (list, kind, name, name);
  for (i = 0; typed != NULL && typed[i] != NULL; i++)
    add (list, kind, name, typed[i]);
}

static void
add_texts (GPtrArray       *list,
           const char      *kind,
           const char      *name,
           const DeskWords *words)
{
  GHashTableIter iter;
  gpointer text;

  add (list, kind, name, words->text);
  if (words->by_lang == NULL)
    return;
  g_hash_table_iter_init (&iter, words->by_lang);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    add (list, kind, name, text);
}

static void
add_rooms (GPtrArray          *list,
           const DeskProperty *property,
           DeskSlotKind        kind)
{
  guint i;
  guint j;

  for (i = 0; i < property->rooms->len; i++)
    {
      const DeskRoomSpec *room = g_ptr_array_index (property->rooms, i);

      if (kind == DESK_SLOT_ROOM)
        add (list, "room", room->number, room->number);
      else if (kind == DESK_SLOT_TYPE)
        add (list, "room type", room->type, room->type);
      for (j = 0; kind == DESK_SLOT_FEATURES && room->features != NULL &&
                  room->features[j] != NULL; j++)
        add (list, "feature", room->features[j], room->features[j]);
    }
}

static void
add_codes (GPtrArray          *list,
           const DeskProperty *property,
           DeskCodeKind        kind)
{
  guint i;

  for (i = 0; i < property->codes->len; i++)
    {
      const DeskCode *code = g_ptr_array_index (property->codes, i);
      const char *what = kind == DESK_CODE_CHARGE ? "article" : "means of payment";

      if (code->kind != kind)
        continue;
      add_words (list, what, code->name, (const char *const *) code->words_typed);
      add_texts (list, what, code->name, &code->words);
    }
}

/* The words that set-up and grammar give a slot. */
static GPtrArray *
list_words (const DeskProperty *property,
            const DeskCatalog  *catalog,
            DeskSlotKind        kind)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  const DeskSlot *slot = desk_slot_get (kind);
  const char *context = kind == DESK_SLOT_LEFT ? DESK_CONTEXT_STATUS : "line";
  guint i;

  for (i = 0; slot->keywords != NULL && slot->keywords[i] != NULL; i++)
    {
      g_auto (GStrv) own = g_strsplit (desk_catalog_pgettext (catalog, context, slot->keywords[i]),
                                       " ", -1);

      add_words (list, "the word", slot->keywords[i], (const char *const *) own);
    }
  add_rooms (list, property, kind);
  if (kind == DESK_SLOT_ARTICLE)
    add_codes (list, property, DESK_CODE_CHARGE);
  if (kind == DESK_SLOT_TENDER)
    add_codes (list, property, DESK_CODE_PAYMENT);
  for (i = 0; kind == DESK_SLOT_REASON && i < property->reasons->len; i++)
    {
      const DeskReason *reason = g_ptr_array_index (property->reasons, i);

      add_words (list, "reason", reason->name, (const char *const *) reason->words_typed);
      add_texts (list, "reason", reason->name, &reason->words);
    }
  return list;
}

/* What @word is to a slot of its own set-up words; its form where it is none of them. */
static char *
say_what (const DeskProperty *property,
          const DeskCatalog  *catalog,
          DeskSlotKind        kind,
          const DeskWord     *word)
{
  g_autoptr (GPtrArray) list = list_words (property, catalog, kind);
  guint i;

  for (i = 0; i < list->len; i++)
    {
      const Known *known = g_ptr_array_index (list, i);
      g_autoptr (DeskWordList) one = desk_word_list_new (known->word, NULL);

      if (one != NULL && one->words->len == 1 &&
          strcmp (desk_word_list_get (one, 0)->folded, word->folded) == 0)
        return g_strdup (known->what);
    }
  return g_strdup (desk_slot_get (kind)->example);
}

static gboolean
refuse_clash (const DeskLineParse  *self,
              const Known          *known,
              DeskSlotKind          other,
              GError              **error)
{
  const DeskWord *word = desk_word_list_get (self->words, 0);
  g_autofree char *what = say_what (self->property, self->catalog, other, word);
  g_autofree char *reason = g_strdup_printf ("\"%s\" behind \"%s\" would be two things: %s, and %s",
                                             word->text, self->verb->word, known->what, what);
  const char *name = strchr (known->what, ' ');

  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_INVALID, reason);
  if (error != NULL && g_str_has_prefix (known->what, "reason ") && name != NULL)
    desk_error_set_place (*error, NULL, known->what, NULL, 0);
  return FALSE;
}

/* Whether another of the slots, which the verb fills from the same place, takes it too. */
static gboolean
check_word (DeskLineParse  *self,
            const Known    *known,
            const int      *kinds,
            int             own,
            GError        **error)
{
  g_autoptr (DeskWordList) words = desk_word_list_new (known->word, NULL);
  gboolean ok = TRUE;
  guint i;

  /* What is no single word cannot be typed as one. */
  if (words == NULL || words->is_search || words->words->len != 1 || words->note != NULL)
    return TRUE;

  self->words = words;
  for (i = 0; ok && kinds[i] >= 0; i++)
    {
      DeskSlotValue value = { 0 };
      guint n_words = 1;

      if (kinds[i] != own &&
          desk_slot_get (kinds[i])->read (self, &n_words, &value, NULL) != DESK_VALUE_NO)
        ok = refuse_clash (self, known, kinds[i], error);
    }
  self->words = NULL;
  return ok;
}

static gboolean
check_slots (DeskLineParse  *self,
             const int      *kinds,
             GError        **error)
{
  guint i;
  guint j;

  for (i = 0; kinds[i] >= 0; i++)
    {
      g_autoptr (GPtrArray) list = list_words (self->property, self->catalog, kinds[i]);

      for (j = 0; j < list->len; j++)
        if (!check_word (self, g_ptr_array_index (list, j), kinds, kinds[i], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
check_verbs (DeskLineParse      *self,
             const DeskVerbRow  *verbs,
             guint               n_verbs,
             GError            **error)
{
  guint i;

  for (i = 0; i < n_verbs; i++)
    {
      self->verb = &verbs[i];
      if (!check_slots (self, verbs[i].first, error) ||
          !check_slots (self, verbs[i].further, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_line_check_words:
 * @property: a set-up
 * @catalog: a language spoken at the desk
 * @error: return location for a #GError
 *
 * Proves that within each verb of the line no word of the set-up or the grammar
 * fits two slots, so that no line can mean two things.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID, where the first word that does is named
 *   with both things it would be
 */
gboolean
desk_line_check_words (const DeskProperty  *property,
                       const DeskCatalog   *catalog,
                       GError             **error)
{
  DeskLineParse self = { .property = property, .catalog = catalog };
  const DeskVerbRow *verbs;
  guint n_verbs;

  g_return_val_if_fail (property != NULL && catalog != NULL, FALSE);

  verbs = desk_line_get_verbs (&n_verbs);
  if (!check_verbs (&self, verbs, n_verbs, error))
    return FALSE;
  verbs = desk_line_get_statuses (&n_verbs);
  return check_verbs (&self, verbs, n_verbs, error);
}

/**
 * desk_line_check_set_up:
 * @property: a set-up
 * @file: name of its file, for messages
 * @error: return location for a #GError
 *
 * Does desk_line_check_words() for every language the desk may speak.
 *
 * Returns: %FALSE with %DESK_ERROR_INVALID and the place in @file
 */
gboolean
desk_line_check_set_up (const DeskProperty  *property,
                        const char          *file,
                        GError             **error)
{
  const char *const *languages = desk_catalog_list_languages ();
  guint i;

  for (i = 0; languages[i] != NULL; i++)
    {
      if (desk_line_check_words (property, desk_catalog_get (languages[i]), error))
        continue;
      if (error != NULL)
        desk_error_set_place (*error, file, NULL, NULL, 0);
      g_prefix_error (error, "%s: ", file);
      return FALSE;
    }
  return TRUE;
}
