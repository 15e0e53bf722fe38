/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-views.h"

#include <string.h>

#include "desk-complain.h"
#include "desk-error.h"
#include "desk-fill.h"
#include "desk-fold.h"
#include "desk-guest-search.h"
#include "desk-house-private.h"
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
  char       *number;       /* folded, without spaces */
  GStrv       words;
  guint       limit;
  GPtrArray  *found;        /* DeskStaySummary, each stay once */
  GHashTable *seen;         /* ids in @found */
  gboolean    more;         /* there may be others */
  gboolean    guests;       /* of a name one stay of each guest is enough */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->number, g_free);
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
  self->number = desk_fold_number (text);
  self->words = desk_fold_words (text);
  self->limit = limit;
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_stay_summary_free);
  self->seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  return desk_house_get_business_date (house, &self->business_date, error);
}

static DeskGuestSearch
to_guest_search (const Search *self)
{
  return (DeskGuestSearch) {
    .db = self->db,
    .words = (const char *const *) self->words,
    .business_date = self->business_date,
    .limit = self->limit,
  };
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
  return self->number[0] == '\0' ||
         add_all (self, desk_stay_summary_list_reference (self->db, self->number,
                                                          self->business_date, self->limit, error));
}

/* Those of today first, then who comes soonest, then who left last. */
static gint
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const DeskStayHit *first = a;
  const DeskStayHit *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  if (first->place == DESK_STAY_PLACE_TO_COME && first->arrival != second->arrival)
    return first->arrival < second->arrival ? -1 : 1;
  if (first->place == DESK_STAY_PLACE_OVER && first->departure != second->departure)
    return first->departure > second->departure ? -1 : 1;
  return (first->stay_id > second->stay_id) - (first->stay_id < second->stay_id);
}

/* Further stays of a guest would leave no place for another of that name. */
static void
keep_each_guest_once (Search *self)
{
  const DeskStaySummary *last;

  if (self->found->len == 0)
    return;
  last = g_ptr_array_index (self->found, self->found->len - 1);
  for (guint i = 0; i + 1 < self->found->len; i++)
    {
      const DeskStaySummary *other = g_ptr_array_index (self->found, i);

      if (other->guest_id != last->guest_id)
        continue;
      g_hash_table_remove (self->seen, &last->stay_id);
      g_ptr_array_set_size (self->found, (int) self->found->len - 1);
      return;
    }
}

/* Only those who are shown are read whole. */
static gboolean
add_hits (Search  *self,
          GArray  *hits,
          GError **error)
{
  guint i;

  g_array_sort (hits, compare_hits);
  for (i = 0; i < hits->len; i++)
    {
      gint64 id = g_array_index (hits, DeskStayHit, i).stay_id;

      if (g_hash_table_contains (self->seen, &id))
        continue;
      if (is_full (self))
        {
          self->more = TRUE;
          return TRUE;
        }
      if (!add_id (self, id, error))
        return FALSE;
      if (self->guests)
        keep_each_guest_once (self);
    }
  return TRUE;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* What says by its form what it is: a room, whose guests stand before everybody else, a
 * number of ours or another's, a telephone number, an address. */
static gboolean
add_by_form (Search  *self,
             GArray  *hits,
             GError **error)
{
  DeskGuestSearch guests = to_guest_search (self);

  if (is_room (self) && (!add_in_room (self, error) || !add_arriving_in_room (self, error)))
    return FALSE;
  if (has_digit (self->number) &&
      !desk_guest_search_number (&guests, self->number, hits, error))
    return FALSE;

  if (desk_fold_is_phone (self->text))
    {
      g_autofree char *phone = desk_fold_phone (self->text);

      return desk_guest_search_phone (&guests, phone, hits, error);
    }
  if (strchr (self->text, '@') != NULL)
    {
      g_autofree char *mail = desk_fold_mail (self->text);

      return desk_guest_search_mail (&guests, mail, hits, error);
    }
  return TRUE;
}

/* The people of today are known by heart; nobody else is asked for when they are enough. */
static gboolean
add_by_name (Search  *self,
             GArray  *hits,
             GError **error)
{
  DeskPresent *present = desk_house_get_present (self->house);
  DeskGuestSearch guests = to_guest_search (self);

  if (self->number[0] == '\0')
    return TRUE;
  if (!desk_present_update (present, self->db, self->business_date, error))
    return FALSE;

  desk_present_find (present, guests.words, FALSE, hits);
  if (hits->len < self->limit)
    return desk_guest_search_names (&guests, hits, &self->more, error);
  self->more = TRUE;
  return TRUE;
}

/* Nobody's name begins so: a number without digits, or a part of a name of today. */
static gboolean
add_otherwise (Search  *self,
               GArray  *hits,
               GError **error)
{
  DeskGuestSearch guests = to_guest_search (self);

  if (self->number[0] == '\0' || has_digit (self->number))
    return TRUE;
  if (!desk_guest_search_number (&guests, self->number, hits, error))
    return FALSE;
  if (hits->len == 0)
    desk_present_find (desk_house_get_present (self->house), guests.words, TRUE, hits);
  return TRUE;
}

/**
 * desk_find:
 * @house: a house
 * @text: what was typed: a room number, `#17`, the beginning of a confirmation
 *   number or of one that others use, a telephone number or its end, the beginning
 *   of an e-mail address, or beginnings of a guest's names in any order
 * @limit: most stays to return
 * @more: (out) (optional): whether there may be others, so that it pays to type more
 * @error: return location for a #GError
 *
 * Finds stays as one types. Case, accents, and the signs between the parts of a
 * number make no difference. Where nobody's name begins as typed, a part of a name
 * is looked for among the people of today.
 *
 * Returns: (transfer full) (element-type DeskStayRow) (nullable): the stays; those
 *   in house first, then arriving and departed today, then to come, then past, newest
 *   first; or %NULL with @error set
 */
GPtrArray *
desk_find (DeskHouse   *house,
           const char  *text,
           guint        limit,
           gboolean    *more,
           GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
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
  else if (!add_by_form (&search, hits, error) ||
           !add_by_name (&search, hits, error) ||
           (search.found->len == 0 && hits->len == 0 && !add_otherwise (&search, hits, error)) ||
           !add_hits (&search, hits, error))
    {
      return NULL;
    }

  /* What is known by a number is read up to the limit. */
  search.more = search.more || is_full (&search);
  if (more != NULL)
    *more = search.more;
  return desk_stay_rows_for_summaries (search.found);
}

/**
 * desk_find_present:
 * @house: a house
 * @words: (array zero-terminated=1): folded words
 * @limit: at most so many
 * @error: return location for a #GError
 *
 * Whom a name means at the desk: who is in house or arrives, and only where there is
 * nobody, who left today. In the caller's transaction.
 *
 * Returns: (transfer full) (element-type DeskStaySummary) (nullable): the stays, or
 *   %NULL with @error set
 */
GPtrArray *
desk_find_present (DeskHouse          *house,
                   const char *const  *words,
                   guint               limit,
                   GError            **error)
{
  DeskPresent *present = desk_house_get_present (house);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
  g_auto (Search) search = { NULL };

  if (!search_init (&search, house, "", limit, error) ||
      !desk_present_update (present, search.db, search.business_date, error))
    return NULL;

  desk_present_find (present, words, FALSE, hits);
  g_array_sort (hits, compare_hits);
  if (hits->len > 0 &&
      g_array_index (hits, DeskStayHit, 0).place != DESK_STAY_PLACE_LEFT_TODAY)
    while (g_array_index (hits, DeskStayHit, hits->len - 1).place == DESK_STAY_PLACE_LEFT_TODAY)
      g_array_set_size (hits, hits->len - 1);

  return add_hits (&search, hits, error) ? g_steal_pointer (&search.found) : NULL;
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
      g_autofree char *confirmation = desk_fold_number (summary->confirmation);
      g_autoptr (GPtrArray) references =
        desk_stay_table_list_references (self->db, summary->stay_id, error);
      gboolean exact = g_str_equal (confirmation, self->number);
      guint j;

      if (references == NULL)
        return FALSE;
      for (j = 0; !exact && j < references->len; j++)
        {
          const DeskReferenceRecord *reference = g_ptr_array_index (references, j);

          exact = g_str_equal (reference->value_key, self->number);
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

/* A name means somebody of today, and only where there is nobody, anybody else. */
static gboolean
add_nearest (Search  *self,
             GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
  guint n_present = 0;

  if (!add_by_name (self, hits, error))
    return FALSE;

  g_array_sort (hits, compare_hits);
  while (n_present < hits->len &&
         g_array_index (hits, DeskStayHit, n_present).place <= DESK_STAY_PLACE_ARRIVING)
    n_present++;
  if (n_present > 0)
    g_array_set_size (hits, n_present);
  return add_hits (self, hits, error);
}

/**
 * desk_find_name_candidates:
 * @found: (element-type DeskStaySummary): stays
 *
 * Returns: (transfer full): "Anna Kowalska (412, AM-7Q2KX)" for each, for a person to
 *   choose from
 */
char *
desk_find_name_candidates (const GPtrArray *found)
{
  GString *names = g_string_new (NULL);
  guint i;

  for (i = 0; i < found->len && i < MAX_NAMED; i++)
    {
      const DeskStaySummary *summary = g_ptr_array_index (found, i);
      g_autofree char *name = desk_fill ("{name}", "name", summary->guest_name, NULL);

      g_string_append_printf (names, "%s%s (%s%s%s)", i > 0 ? "; " : "", name,
                              summary->room != NULL ? summary->room : "",
                              summary->room != NULL ? ", " : "", summary->confirmation);
    }
  if (found->len > MAX_NAMED)
    g_string_append (names, "; …");
  return g_string_free (names, FALSE);
}

/* Of people of today, where a name was mistyped; what has digits is none. */
static gboolean
add_near (Search  *self,
          GError **error)
{
  DeskPresent *present = desk_house_get_present (self->house);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));

  if (self->number[0] == '\0' || has_digit (self->number))
    return TRUE;
  if (!desk_present_update (present, self->db, self->business_date, error))
    return FALSE;

  /* One more than are named tells that there are others. */
  self->limit = MAX_NAMED + 1;
  desk_present_find_near (present, (const char *const *) self->words, hits);
  return add_hits (self, hits, error);
}

/**
 * desk_find_nearest:
 * @house: a house
 * @text: what was typed, and found nobody
 * @nearest: (out) (nullable): who of today may have been meant: "Did you mean …?"; %NULL where
 *   nobody is called nearly so
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_find_nearest (DeskHouse    *house,
                   const char   *text,
                   DeskMessage **nearest,
                   GError      **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *candidates = NULL;
  g_auto (Search) search = { NULL };
  g_auto (DeskTx) tx = { NULL };

  *nearest = NULL;
  if (!desk_tx_begin_read (&tx, desk_house_get_db (house), error) ||
      !search_init (&search, house, trimmed, MAX_NAMED, error) || !add_near (&search, error))
    return FALSE;
  if (search.found->len == 0)
    return TRUE;

  candidates = desk_find_name_candidates (search.found);
  /* Translators: a mistyped name found nobody; {choices} is "Anna Kowalska (412, AM-7Q2KX)", or
   * several of them parted by semicolons */
  *nearest = desk_message_text (desk_message_new (NULL, N_("Did you mean {choices}?")), "choices",
                                candidates);
  return TRUE;
}

static void
complain_of_nobody (Search  *self,
                    GError **error)
{
  g_autofree char *candidates = NULL;

  if (is_room (self))
    {
      desk_complain_of (error, DESK_ERROR_NOT_FOUND,
                        N_("Nobody is in room {word}, and nobody arrives in it today"), self->text);
      return;
    }
  if (!add_near (self, error))
    return;
  if (self->found->len == 0)
    {
      desk_complain_of (error, DESK_ERROR_NOT_FOUND,
                        N_("{word} is no room, number or guest of this house"), self->text);
      return;
    }
  candidates = desk_find_name_candidates (self->found);
  desk_complain (error, DESK_ERROR_NOT_FOUND,
                 desk_message_text (
                   desk_message_about (N_("{word} is no room, number or guest of this house; "
                                          "nearest: {choices}"), self->text),
                   "choices", candidates));
}

/* Says why there is not one: nobody, or several. */
static void
complain_of_found (Search  *self,
                   GError **error)
{
  g_autofree char *candidates = NULL;

  if (self->found->len == 0)
    {
      complain_of_nobody (self, error);
      return;
    }
  candidates = desk_find_name_candidates (self->found);
  desk_complain (error, DESK_ERROR_AMBIGUOUS,
                 desk_message_text (
                   desk_message_about (N_("\"{word}\" fits more than one: {choices}"),
                                      self->text), "choices", candidates));
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
         (self->found->len > 0 || add_nearest (self, error));
}

static gboolean
find_reference (Search      *search,
                DeskHouse   *house,
                const char  *trimmed,
                GError     **error)
{
  gint64 id;

  if (!search_init (search, house, trimmed, MAX_CANDIDATES, error))
    return FALSE;
  return parse_id (trimmed, &id) ? add_id (search, id, error) : search_reference (search, error);
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

  if (!find_reference (&search, house, trimmed, error))
    return 0;
  if (search.found->len == 1)
    return ((const DeskStaySummary *) g_ptr_array_index (search.found, 0))->stay_id;
  complain_of_found (&search, error);
  return 0;
}

/**
 * desk_find_guest:
 * @house: a house
 * @reference: what desk_find_one() takes; it may fit several stays of one guest
 * @error: return location for a #GError
 *
 * Returns: the id of the guest that is meant, or 0 with the errors of desk_find_one()
 */
gint64
desk_find_guest (DeskHouse   *house,
                 const char  *reference,
                 GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (reference));
  g_auto (Search) search = { NULL };
  gint64 guest_id = 0;
  guint i;

  search.guests = TRUE;
  if (!find_reference (&search, house, trimmed, error))
    return 0;
  for (i = 0; i < search.found->len; i++)
    {
      const DeskStaySummary *summary = g_ptr_array_index (search.found, i);

      if (guest_id != 0 && summary->guest_id != guest_id)
        break;
      guest_id = summary->guest_id;
    }
  if (i == search.found->len && guest_id != 0)
    return guest_id;
  complain_of_found (&search, error);
  return 0;
}
