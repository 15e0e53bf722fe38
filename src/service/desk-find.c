/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-views.h"

#include <string.h>

#include "desk-error.h"
#include "desk-fold.h"
#include "desk-guest-table.h"
#include "desk-stay-table.h"
#include "desk-views-private.h"

/* The most stays that are looked at before something is called ambiguous, and
 * how many of them a message names. */
#define MAX_CANDIDATES 50
#define MAX_NAMED 6

/* A search: what was typed, in the forms it is looked up in. */
typedef struct
{
  DeskHouse  *house;
  DeskDb     *db;
  DeskDate    business_date;
  const char *text;         /* without space around it */
  char       *key;          /* folded */
  GStrv       words;
  guint       limit;
  GPtrArray  *found;        /* DeskStaySummary, each stay once */
  GHashTable *seen;         /* ids in @found */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
search_init (Search      *self,
             DeskHouse   *house,
             const char  *text,
             guint        limit,
             GError     **error)
{
  self->house = house;
  self->db = desk_house_get_db (house);
  self->text = text;
  self->key = desk_fold (text);
  self->words = desk_fold_words (text);
  self->limit = limit;
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_stay_summary_free);
  self->seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  return desk_house_get_business_date (house, &self->business_date, error);
}

static gboolean
is_full (const Search *self)
{
  return self->found->len >= self->limit;
}

/* Takes the summary over. */
static void
add_one (Search          *self,
         DeskStaySummary *summary)
{
  if (is_full (self) || g_hash_table_contains (self->seen, &summary->stay_id))
    {
      desk_stay_summary_free (summary);
      return;
    }
  g_ptr_array_add (self->found, summary);
  g_hash_table_add (self->seen, &summary->stay_id);
}

/* Takes a list over; FALSE where there is none because reading it failed. */
static gboolean
add_all (Search    *self,
         GPtrArray *summaries)
{
  guint i;

  if (summaries == NULL)
    return FALSE;

  g_ptr_array_set_free_func (summaries, NULL);
  for (i = 0; i < summaries->len; i++)
    add_one (self, g_ptr_array_index (summaries, i));
  g_ptr_array_unref (summaries);
  return TRUE;
}

/* `#17` is a stay by its id. */
static gboolean
parse_id (const char *text,
          gint64     *id)
{
  return text[0] == '#' &&
         g_ascii_string_to_signed (text + 1, 10, 1, G_MAXINT64, id, NULL);
}

static gboolean
add_id (Search  *self,
        gint64   id,
        GError **error)
{
  g_autoptr (GError) why = NULL;
  DeskStaySummary *summary = desk_stay_summary_get (self->db, id, self->business_date, &why);

  if (summary != NULL)
    add_one (self, summary);
  else if (!g_error_matches (why, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_room (const Search *self)
{
  return desk_property_get_room (desk_house_get_property (self->house), self->text) != NULL;
}

static gboolean
add_in_room (Search  *self,
             GError **error)
{
  return add_all (self, desk_stay_summary_list_in_room (self->db, self->text, self->business_date,
                                                        error));
}

/* Who arrives today, or is late, and has the room. */
static gboolean
add_arriving_in_room (Search  *self,
                      GError **error)
{
  g_autoptr (GPtrArray) arrivals =
    desk_stay_summary_list (self->db, DESK_STAY_LIST_ARRIVALS, self->business_date, error);
  guint i = 0;

  if (arrivals == NULL)
    return FALSE;

  while (i < arrivals->len)
    {
      const DeskStaySummary *summary = g_ptr_array_index (arrivals, i);

      if (g_strcmp0 (summary->room, self->text) == 0)
        add_one (self, g_ptr_array_steal_index (arrivals, i));
      else
        i++;
    }
  return TRUE;
}

static gboolean
add_numbers (Search  *self,
             GError **error)
{
  return self->key[0] == '\0' ||
         add_all (self, desk_stay_summary_list_reference (self->db, self->key,
                                                          self->business_date, self->limit, error));
}

static gboolean
add_current_names (Search  *self,
                   GError **error)
{
  return self->key[0] == '\0' ||
         add_all (self, desk_stay_summary_list_current (self->db,
                                                        (const char *const *) self->words,
                                                        self->business_date, self->limit, error));
}

/* Everybody the house knows, page by page, until there is enough. */
static gboolean
add_all_names (Search  *self,
               GError **error)
{
  g_auto (DeskGuestCursor) cursor = { NULL };
  gboolean more = self->key[0] != '\0';

  while (more && !is_full (self))
    {
      g_autoptr (GPtrArray) guests =
        desk_guest_table_search (self->db, (const char *const *) self->words, &cursor,
                                 self->limit, error);
      guint i;

      if (guests == NULL)
        return FALSE;
      for (i = 0; i < guests->len && !is_full (self); i++)
        {
          const DeskGuestRecord *guest = g_ptr_array_index (guests, i);

          if (!add_all (self, desk_stay_summary_list_guest (self->db, guest->id,
                                                            self->business_date, self->limit,
                                                            error)))
            return FALSE;
        }
      more = guests->len == self->limit;
    }
  return TRUE;
}

static int
rank_state (const DeskStaySummary *summary)
{
  if (g_str_equal (summary->state, "in-house"))
    return 0;
  return g_str_equal (summary->state, "booked") ? 1 : 2;
}

/* In house first, then who arrives soonest, then who left last. */
static gint
compare_by_interest (gconstpointer a,
                     gconstpointer b)
{
  const DeskStaySummary *first = *(const DeskStaySummary *const *) a;
  const DeskStaySummary *second = *(const DeskStaySummary *const *) b;
  int rank = rank_state (first) - rank_state (second);

  if (rank != 0)
    return rank;
  if (rank_state (first) == 1 && first->arrival != second->arrival)
    return first->arrival < second->arrival ? -1 : 1;
  if (rank_state (first) == 2 && first->departure != second->departure)
    return first->departure > second->departure ? -1 : 1;
  return (first->stay_id > second->stay_id) - (first->stay_id < second->stay_id);
}

/**
 * desk_find:
 * @house: a house
 * @text: what was typed: a room number, `#17`, the beginning of a confirmation
 *   number, a number others use, or beginnings of a guest's names in any order
 * @limit: most stays to return
 * @error: return location for a #GError
 *
 * Finds stays as one types. Case and accents make no difference.
 *
 * Returns: (transfer full) (element-type DeskStayRow) (nullable): the stays, in
 *   house first, then those to come, then those that left, newest first; or %NULL
 *   with @error set
 */
GPtrArray *
desk_find (DeskHouse   *house,
           const char  *text,
           guint        limit,
           GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_auto (Search) search = { NULL };
  g_auto (DeskTx) tx = { NULL };
  gint64 id;

  /* A dozen questions of one moment; each alone would lock the file anew. */
  if (!desk_tx_begin_read (&tx, desk_house_get_db (house), error) ||
      !search_init (&search, house, trimmed, limit, error))
    return NULL;

  if (parse_id (trimmed, &id))
    {
      if (!add_id (&search, id, error))
        return NULL;
    }
  else if ((is_room (&search) && (!add_in_room (&search, error) ||
                                  !add_arriving_in_room (&search, error))) ||
           !add_numbers (&search, error) ||
           !add_current_names (&search, error) ||
           !add_all_names (&search, error))
    {
      return NULL;
    }

  g_ptr_array_sort (search.found, compare_by_interest);
  return desk_stay_rows_for_summaries (search.found);
}

/* Keeps what is known by exactly the number typed, not only its beginning. */
static gboolean
keep_exact_numbers (Search  *self,
                    GError **error)
{
  guint i = 0;

  while (i < self->found->len)
    {
      const DeskStaySummary *summary = g_ptr_array_index (self->found, i);
      g_autofree char *confirmation = desk_fold (summary->confirmation);
      g_autoptr (GPtrArray) references =
        desk_stay_table_list_references (self->db, summary->stay_id, error);
      gboolean exact = g_str_equal (confirmation, self->key);
      guint j;

      if (references == NULL)
        return FALSE;
      for (j = 0; !exact && j < references->len; j++)
        {
          const DeskReferenceRecord *reference = g_ptr_array_index (references, j);

          exact = g_str_equal (reference->value_key, self->key);
        }

      if (exact)
        {
          i++;
          continue;
        }
      g_hash_table_remove (self->seen, &summary->stay_id);
      g_ptr_array_remove_index (self->found, i);
    }
  return TRUE;
}

/* "Anna Kowalska (412, AM-7Q2KX)" for each, for a person to choose from. */
static char *
name_candidates (const GPtrArray *found)
{
  GString *names = g_string_new (NULL);
  guint i;

  for (i = 0; i < found->len && i < MAX_NAMED; i++)
    {
      const DeskStaySummary *summary = g_ptr_array_index (found, i);

      g_string_append_printf (names, "%s%s (%s%s%s)", i > 0 ? "; " : "", summary->guest_name,
                              summary->room != NULL ? summary->room : "",
                              summary->room != NULL ? ", " : "", summary->confirmation);
    }
  if (found->len > MAX_NAMED)
    g_string_append (names, "; …");
  return g_string_free (names, FALSE);
}

static gint64
choose (const Search  *self,
        GError       **error)
{
  g_autofree char *candidates = NULL;

  if (self->found->len == 1)
    {
      const DeskStaySummary *summary = g_ptr_array_index (self->found, 0);

      return summary->stay_id;
    }

  if (self->found->len == 0)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND,
                   is_room (self) ? "Nobody is in room %s, and nobody arrives in it today"
                                  : "%s is no room, number or guest of this house",
                   self->text);
      return 0;
    }
  candidates = name_candidates (self->found);
  g_set_error (error, DESK_ERROR, DESK_ERROR_AMBIGUOUS, "%s fits more than one: %s",
               self->text, candidates);
  return 0;
}

/* Looks in one place after the other, until somebody is found. */
static gboolean
search_reference (Search  *self,
                  GError **error)
{
  if (is_room (self))
    return add_in_room (self, error) &&
           (self->found->len > 0 || add_arriving_in_room (self, error));

  return add_numbers (self, error) && keep_exact_numbers (self, error) &&
         (self->found->len > 0 || add_current_names (self, error)) &&
         (self->found->len > 0 || add_all_names (self, error));
}

/**
 * desk_find_one:
 * @house: a house
 * @reference: a room number (who is in it now, otherwise who arrives in it today),
 *   a confirmation number, `#17`, a number others use, or names that fit one guest
 * @error: return location for a #GError
 *
 * Returns: the id of the stay that is meant, or 0 with %DESK_ERROR_NOT_FOUND, or
 *   %DESK_ERROR_AMBIGUOUS and the candidates in the message
 */
gint64
desk_find_one (DeskHouse   *house,
               const char  *reference,
               GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (reference));
  g_auto (Search) search = { NULL };
  gint64 id;

  if (!search_init (&search, house, trimmed, MAX_CANDIDATES, error))
    return 0;

  if (parse_id (trimmed, &id) ? !add_id (&search, id, error) : !search_reference (&search, error))
    return 0;
  return choose (&search, error);
}
