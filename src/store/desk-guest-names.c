/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-search.h"

#include <string.h>

#include "desk-row.h"

/* What a name costs is bounded, however many guests have it and however little of it was
 * typed. `guest_word` has each word of a name beside each other one, and of those with the
 * same name who came last stands first; when a guest came last is part of it, so that
 * whom to show is decided there and only the stays of those are read:
 *
 * - one word: the first MOST_LOOKED_AT entries that begin so, along the index;
 * - several words, one of them rare: all its entries, which have the other words in them;
 * - several common words: the different words that begin like one of them are gone through,
 *   at most MOST_WORDS, with one step in the index for each, which finds the second word
 *   beside it. The one that is gone through is that with fewest different words.
 *
 * Where that was not everybody, the caller is told that there may be more. The people of
 * today are not looked for here: they are known by heart, all of them. */

/* So many entries of a word are looked at; a word that has as many is common. */
#define MOST_LOOKED_AT 160

/* So many different words are gone through. A name typed further has fewer. */
#define MOST_WORDS 64

#define WEIGH_WORD \
  "SELECT word = (SELECT min (f.word) FROM guest_word f WHERE f.word >= $1 AND f.word < $2) " \
  "FROM guest_word WHERE word >= $1 AND word < $2 ORDER BY word LIMIT 1 OFFSET $3"
#define NEXT_WORD "SELECT word FROM guest_word WHERE word >= $1 AND word < $2 ORDER BY word LIMIT 1"
#define SELECT_WORD "SELECT guest_id, newest FROM guest_word WHERE word >= $1 AND word < $2"
#define SELECT_BESIDE \
  "SELECT guest_id, newest FROM guest_word WHERE word = $1 AND rest >= $2 AND rest < $3"
/* A pattern that is a parameter alone would have the statement compiled anew for each name. */
#define AND_HAS " AND (' ' || rest) LIKE '%% ' || $%d || '%%'"
#define IN_ORDER " ORDER BY word, rest, newest DESC LIMIT $%d"

/* A guest who fits; @newest is the latest departure, of any stay. */
typedef struct
{
  gint64   guest_id;
  DeskDate newest;
} Candidate;

/* How well a typed word leads. One with many entries of the same word has few different
 * ones that begin so. */
typedef enum
{
  LEADS_MANY_WORDS,
  LEADS_ONE_WORD,
  LEADS_RARE,
} Lead;

static gboolean
weigh_word (DeskDb      *db,
            const char  *word,
            Lead        *lead,
            GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, WEIGH_WORD, error);
  gboolean row;

  if (stmt == NULL ||
      !desk_row_bind_prefix (stmt, 1, word, error) ||
      !desk_stmt_bind_int64 (stmt, 3, MOST_LOOKED_AT - 1, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;

  *lead = LEADS_RARE;
  if (row)
    *lead = desk_stmt_get_int64 (stmt, 0) != 0 ? LEADS_ONE_WORD : LEADS_MANY_WORDS;
  return TRUE;
}

/* The word that leads best, of equal ones the longest. */
static gboolean
find_leading (const DeskGuestSearch  *self,
              guint                  *leading,
              gboolean               *common,
              GError                **error)
{
  Lead best = LEADS_MANY_WORDS;
  guint i;

  *leading = 0;
  for (i = 0; self->words[i] != NULL; i++)
    {
      Lead lead;

      if (!weigh_word (self->db, self->words[i], &lead, error))
        return FALSE;
      if (lead > best ||
          (lead == best && strlen (self->words[i]) > strlen (self->words[*leading])))
        {
          best = lead;
          *leading = i;
        }
    }
  *common = best != LEADS_RARE;
  return TRUE;
}

/* The longest of the words but one. */
static guint
find_second (const char *const *words,
             guint              first)
{
  guint second = first == 0 ? 1 : 0;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (i != first && strlen (words[i]) > strlen (words[second]))
      second = i;
  return second;
}

/* @sql with room for the words but @leading and @second behind it, from parameter @next. */
static char *
build_names (const DeskGuestSearch *self,
             const char            *sql,
             int                    next,
             guint                  leading,
             guint                  second)
{
  GString *text = g_string_new (sql);
  guint i;

  for (i = 0; self->words[i] != NULL; i++)
    if (i != leading && i != second)
      g_string_append_printf (text, AND_HAS, next++);
  g_string_append_printf (text, IN_ORDER, next);
  return g_string_free (text, FALSE);
}

/* Folded words have nothing in them that LIKE would take for a sign of its own. */
static gboolean
bind_names (const DeskGuestSearch  *self,
            DeskStmt               *stmt,
            int                     next,
            guint                   leading,
            guint                   second,
            GError                **error)
{
  guint i;

  for (i = 0; self->words[i] != NULL; i++)
    {
      if (i != leading && i != second &&
          !desk_stmt_bind_text (stmt, next++, self->words[i], error))
        return FALSE;
    }
  return desk_stmt_bind_int64 (stmt, next, MOST_LOOKED_AT, error);
}

/* Takes rows of a guest and the latest departure, each guest once. */
static gboolean
read_candidates (DeskStmt    *stmt,
                 GHashTable  *seen,
                 GArray      *candidates,
                 guint       *n_rows,
                 GError     **error)
{
  for (;;)
    {
      Candidate candidate;
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      *n_rows += 1;
      candidate.guest_id = desk_stmt_get_int64 (stmt, 0);
      if (!g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) candidate.guest_id)))
        continue;
      candidate.newest = desk_row_get_date (stmt, 1);
      g_array_append_val (candidates, candidate);
    }
}

/* Guests with the leading word, and the others somewhere beside it. */
static gboolean
read_along (const DeskGuestSearch  *self,
            guint                   leading,
            GHashTable             *seen,
            GArray                 *candidates,
            gboolean               *more,
            GError                **error)
{
  g_autofree char *sql = build_names (self, SELECT_WORD, 3, leading, leading);
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, sql, error);
  guint n_rows = 0;

  if (stmt == NULL ||
      !desk_row_bind_prefix (stmt, 1, self->words[leading], error) ||
      !bind_names (self, stmt, 3, leading, leading, error) ||
      !read_candidates (stmt, seen, candidates, &n_rows, error))
    return FALSE;

  *more = n_rows >= MOST_LOOKED_AT;
  return TRUE;
}

/* The first word from @from on that begins with @prefix, NULL where there is none. */
static gboolean
find_word (DeskDb      *db,
           const char  *from,
           const char  *prefix,
           char       **word,
           GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, NEXT_WORD, error);
  g_autofree char *end = desk_row_prefix_end (prefix);
  gboolean row;

  if (stmt == NULL ||
      !desk_stmt_bind_text (stmt, 1, from, error) ||
      !desk_stmt_bind_text (stmt, 2, end, error) ||
      !desk_stmt_step (stmt, &row, error))
    return FALSE;
  *word = row ? desk_row_dup_text (stmt, 0) : NULL;
  return TRUE;
}

/* Guests with one of the different words that begin like the leading one, the longest of
 * the others beside it, and the rest somewhere behind. */
static gboolean
read_across (const DeskGuestSearch  *self,
             guint                   leading,
             GHashTable             *seen,
             GArray                 *candidates,
             gboolean               *more,
             GError                **error)
{
  guint second = find_second (self->words, leading);
  g_autofree char *sql = build_names (self, SELECT_BESIDE, 4, leading, second);
  g_autofree char *from = g_strdup (self->words[leading]);
  guint n_rows = 0;
  guint n_words;

  for (n_words = 0; n_words < MOST_WORDS && n_rows < MOST_LOOKED_AT; n_words++)
    {
      g_autoptr (DeskStmt) stmt = NULL;
      g_autofree char *word = NULL;

      if (!find_word (self->db, from, self->words[leading], &word, error))
        return FALSE;
      if (word == NULL)
        return TRUE;

      stmt = desk_db_prepare (self->db, sql, error);
      if (stmt == NULL ||
          !desk_stmt_bind_text (stmt, 1, word, error) ||
          !desk_row_bind_prefix (stmt, 2, self->words[second], error) ||
          !bind_names (self, stmt, 4, leading, second, error) ||
          !read_candidates (stmt, seen, candidates, &n_rows, error))
        return FALSE;

      /* Nothing in a word sorts before a space: behind all entries of this one. */
      g_free (from);
      from = g_strconcat (word, " ", NULL);
    }
  *more = TRUE;
  return TRUE;
}

/* Who is or will be here first, soonest first, then who left last. The latest departure of
 * a guest with several stays to come stands for them all. */
static gint
compare_candidates (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const Candidate *first = a;
  const Candidate *second = b;
  DeskDate business_date = *(DeskDate *) user_data;
  gboolean to_come = first->newest > business_date;

  if (to_come != (second->newest > business_date))
    return to_come ? -1 : 1;
  if (first->newest != second->newest)
    return (first->newest < second->newest) == to_come ? -1 : 1;
  return (first->guest_id > second->guest_id) - (first->guest_id < second->guest_id);
}

/* A guest has a stay, so as many guests as stays are wanted are enough. */
static gboolean
add_candidates (const DeskGuestSearch  *self,
                GArray                 *candidates,
                GArray                 *hits,
                gboolean               *more,
                GError                **error)
{
  DeskDate business_date = self->business_date;
  guint i;

  g_array_sort_with_data (candidates, compare_candidates, &business_date);
  if (candidates->len > self->limit)
    {
      g_array_set_size (candidates, self->limit);
      *more = TRUE;
    }
  for (i = 0; i < candidates->len; i++)
    {
      gint64 id = g_array_index (candidates, Candidate, i).guest_id;

      if (!desk_guest_search_add_stays (self, id, hits, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_guest_search_names:
 * @self: what is looked for
 * @hits: (element-type DeskStayHit): gets what is found, a stay perhaps twice
 * @more: (out): whether there may be others who fit
 * @error: return location for a #GError
 *
 * Finds stays as a name is typed: of a rare name all of them, of a common one those
 * of the first guests who fit. Where more guests fit than stays are wanted, those to come
 * are taken first, then those who left last.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_names (const DeskGuestSearch  *self,
                         GArray                 *hits,
                         gboolean               *more,
                         GError                **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  gboolean common = FALSE;
  guint leading = 0;

  *more = FALSE;
  if (self->words[0] == NULL)
    return TRUE;
  if (self->words[1] != NULL && !find_leading (self, &leading, &common, error))
    return FALSE;

  return (common ? read_across (self, leading, seen, candidates, more, error)
                 : read_along (self, leading, seen, candidates, more, error)) &&
         add_candidates (self, candidates, hits, more, error);
}
