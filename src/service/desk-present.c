/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-present.h"

#include <string.h>

#include "desk-change-table.h"
#include "desk-line-value.h"

/* After so many changes it is quicker to read everybody again. */
#define MOST_CHANGES 200

struct _DeskPresent
{
  GPtrArray *records;         /* DeskPresentRecord; NULL before the first search */
  DeskDate   business_date;
  gint64     newest_change;   /* up to which @records is true */
};

/**
 * desk_present_new:
 *
 * Returns: (transfer full): nobody yet
 */
DeskPresent *
desk_present_new (void)
{
  return g_new0 (DeskPresent, 1);
}

/**
 * desk_present_free:
 * @self: (nullable): who is known by heart
 */
void
desk_present_free (DeskPresent *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_all (DeskPresent  *self,
          DeskDb       *db,
          DeskDate      business_date,
          GError      **error)
{
  gint64 newest;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  if (!desk_change_table_get_newest (db, &newest, error))
    return FALSE;

  self->records = desk_guest_search_list_present (db, business_date, error);
  self->business_date = business_date;
  self->newest_change = newest;
  return self->records != NULL;
}

static void
forget (DeskPresent *self,
        gint64       stay_id)
{
  guint i;

  for (i = 0; i < self->records->len; i++)
    {
      const DeskPresentRecord *record = g_ptr_array_index (self->records, i);

      if (record->hit.stay_id == stay_id)
        {
          g_ptr_array_remove_index_fast (self->records, i);
          return;
        }
    }
}

static gboolean
read_again (DeskPresent  *self,
            DeskDb       *db,
            gint64        stay_id,
            GError      **error)
{
  forget (self, stay_id);
  if (!desk_guest_search_get_stay (db, stay_id, self->business_date, self->records, error))
    return FALSE;

  if (self->records->len > 0)
    {
      const DeskPresentRecord *last = g_ptr_array_index (self->records, self->records->len - 1);

      if (last->hit.stay_id == stay_id && last->hit.place > DESK_STAY_PLACE_LEFT_TODAY)
        g_ptr_array_set_size (self->records, (int) self->records->len - 1);
    }
  return TRUE;
}

/**
 * desk_present_update:
 * @self: who is known by heart
 * @db: a file, in the caller's transaction
 * @business_date: the open day
 * @error: return location for a #GError
 *
 * Reads what changed since the last time.
 *
 * Returns: %FALSE with @error set; then everybody is read anew the next time
 */
gboolean
desk_present_update (DeskPresent  *self,
                     DeskDb       *db,
                     DeskDate      business_date,
                     GError      **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  guint i;

  if (self->records == NULL || self->business_date != business_date)
    return read_all (self, db, business_date, error);

  changes = desk_change_table_list_since (db, self->newest_change, MOST_CHANGES, error);
  if (changes == NULL)
    return FALSE;
  if (changes->len == MOST_CHANGES)
    return read_all (self, db, business_date, error);

  for (i = 0; i < changes->len; i++)
    {
      const DeskChangeRecord *change = g_ptr_array_index (changes, i);

      if (strcmp (change->kind, "guest") == 0)
        return read_all (self, db, business_date, error);
      if (strcmp (change->kind, "stay") == 0 &&
          !read_again (self, db, change->ref_id, error))
        {
          g_clear_pointer (&self->records, g_ptr_array_unref);
          return FALSE;
        }
      self->newest_change = change->seq;
    }
  return TRUE;
}

/* Whether a word of @name begins with @word, or has it inside. */
static gboolean
fits (const char *name,
      const char *word,
      gboolean    inside)
{
  const char *at;

  for (at = strstr (name, word); at != NULL; at = strstr (at + 1, word))
    if (inside || at == name || at[-1] == ' ')
      return TRUE;
  return FALSE;
}

/**
 * desk_present_find:
 * @self: who is known by heart, up to date
 * @words: (array zero-terminated=1): folded words, each the beginning of a word of the
 *   name
 * @inside: whether they may stand inside the words of the name
 * @hits: (element-type DeskStayHit): gets what is found
 */
void
desk_present_find (const DeskPresent  *self,
                   const char *const  *words,
                   gboolean            inside,
                   GArray             *hits)
{
  guint i;
  guint j;

  for (i = 0; i < self->records->len; i++)
    {
      const DeskPresentRecord *record = g_ptr_array_index (self->records, i);

      for (j = 0; words[j] != NULL && fits (record->name, words[j], inside); j++)
        ;
      if (words[j] == NULL && j > 0)
        g_array_append_val (hits, record->hit);
    }
}

/* How many slips of the hand a word is still known by: in a short one each makes another name. */
static guint
get_most_slips (const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}

/* By how many slips @word is a word of @name, or without any the beginning of one; more than
 * it may have where it is none. */
static guint
count_slips (const char *name,
             const char *word)
{
  g_auto (GStrv) parts = NULL;
  guint least = get_most_slips (word) + 1;

  if (fits (name, word, FALSE))
    return 0;

  parts = g_strsplit (name, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    least = MIN (least, desk_line_distance (word, parts[i]));
  return least;
}

/**
 * desk_present_find_near:
 * @self: who is known by heart, up to date
 * @words: (array zero-terminated=1): folded words
 * @hits: (element-type DeskStayHit): gets whose names are nearest to them
 *
 * Who may have been meant, where a name was mistyped: one slip in a word of four letters or
 * more, two from eight on.
 */
void
desk_present_find_near (const DeskPresent  *self,
                        const char *const  *words,
                        GArray             *hits)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < self->records->len && words[0] != NULL; i++)
    {
      const DeskPresentRecord *record = g_ptr_array_index (self->records, i);
      guint slips = 0;
      guint j;

      for (j = 0; words[j] != NULL; j++)
        {
          guint n = count_slips (record->name, words[j]);

          if (n > get_most_slips (words[j]))
            break;
          slips += n;
        }
      if (words[j] != NULL || slips > least)
        continue;
      if (slips < least)
        g_array_set_size (hits, 0);
      least = slips;
      g_array_append_val (hits, record->hit);
    }
}
