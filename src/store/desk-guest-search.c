/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-search.h"

#include <string.h>

#include "desk-row.h"

/* A word of a name leads either to few guests, who are then all taken, or to many, of whom
 * the first who fit are. With several words typed, the different words that begin like the
 * rarest are gone through one by one, and for each only the guests who have another of the
 * typed words beside it are read: never all guests of a common name. */

/* Beyond so many guests a word is common, and how common does not matter. */
#define COMMON_WORD 160

/* So many different words are gone through. A name typed further has fewer. */
#define MOST_WORDS 200

/* So many people of today are known by heart. */
#define MOST_PRESENT 10000

/* So many stays of one guest are of interest. */
#define MOST_STAYS 20

/* The end of a telephone number that says whose it is; what stands before may be a
 * country, a trunk code, or nothing. */
#define PHONE_TAIL 8

#define COUNT_WORD \
  "SELECT count (*) FROM (SELECT 1 FROM guest_word WHERE word >= $1 AND word < $2 LIMIT $3) AS hit"
#define SELECT_WORD \
  "SELECT guest_id FROM guest_word WHERE word >= $1 AND word < $2 " \
  "ORDER BY word, rest, guest_id LIMIT $3"
#define SELECT_WORDS \
  "WITH RECURSIVE hit (word, n) AS (" \
  "SELECT min (f.word), 1 FROM guest_word f WHERE f.word >= $1 AND f.word < $2 UNION ALL " \
  "SELECT (SELECT min (x.word) FROM guest_word x WHERE x.word > hit.word AND x.word < $2), " \
  "hit.n + 1 FROM hit WHERE hit.word IS NOT NULL AND hit.n < $3) " \
  "SELECT w.guest_id FROM hit CROSS JOIN guest_word w " \
  "WHERE w.word = hit.word AND w.rest >= $4 AND w.rest < $5"
#define AND_BESIDE " AND (' ' || w.rest) LIKE $"

#define SELECT_PHONE \
  "SELECT id FROM guest WHERE phone_key >= $1 AND phone_key < $2 ORDER BY phone_key LIMIT $3"
#define SELECT_PHONE_TAIL \
  "SELECT id FROM guest WHERE phone_tail >= $1 AND phone_tail < $2 ORDER BY phone_tail LIMIT $3"
#define SELECT_MAIL \
  "SELECT id FROM guest WHERE mail_key >= $1 AND mail_key < $2 ORDER BY mail_key LIMIT $3"

#define SELECT_NUMBER \
  "SELECT s.id, s.state, s.arrival, s.departure FROM (SELECT a.stay_id AS id FROM " \
  "(SELECT stay_id FROM stay_reference WHERE value_key >= $1 AND value_key < $2 " \
  "ORDER BY value_key LIMIT $3) AS a UNION SELECT b.id FROM " \
  "(SELECT id FROM stay WHERE confirmation_key >= $1 AND confirmation_key < $2 " \
  "ORDER BY confirmation_key LIMIT $3) AS b) AS hit JOIN stay s ON s.id = hit.id"
#define SELECT_STAYS \
  "SELECT id, state, arrival, departure FROM stay WHERE guest_id = $1 " \
  "ORDER BY arrival DESC, id DESC LIMIT $2"

/* Who is of today, with the name. */
#define PRESENT \
  "SELECT s.id, s.state, s.arrival, s.departure, g.search_name " \
  "FROM stay s JOIN guest g ON g.id = s.guest_id WHERE "
#define SELECT_ONE PRESENT "s.id = $1"

/* In the order of DeskStayPlace. */
static const char *const present[] = {
  PRESENT "s.state = 'in-house' AND s.arrival <= $1 ORDER BY s.arrival DESC, s.id DESC LIMIT $2",
  PRESENT "s.state = 'booked' AND s.arrival <= $1 ORDER BY s.arrival DESC, s.id DESC LIMIT $2",
  PRESENT "s.state = 'departed' AND s.departure >= $1 ORDER BY s.departure, s.id LIMIT $2",
};

static DeskStayPlace
place_of (const char *state,
          DeskDate    arrival,
          DeskDate    departure,
          DeskDate    business_date)
{
  if (strcmp (state, "in-house") == 0)
    return DESK_STAY_PLACE_IN_HOUSE;
  if (strcmp (state, "booked") == 0)
    return arrival <= business_date ? DESK_STAY_PLACE_ARRIVING : DESK_STAY_PLACE_TO_COME;
  if (strcmp (state, "departed") == 0 && departure >= business_date)
    return DESK_STAY_PLACE_LEFT_TODAY;
  return DESK_STAY_PLACE_OVER;
}

static DeskStayHit
read_hit (DeskStmt *stmt,
          DeskDate  business_date)
{
  DeskStayHit hit = { .stay_id = desk_stmt_get_int64 (stmt, 0) };

  hit.arrival = desk_row_get_date (stmt, 2);
  hit.departure = desk_row_get_date (stmt, 3);
  hit.place = place_of (desk_stmt_get_text (stmt, 1), hit.arrival, hit.departure, business_date);
  return hit;
}

/* Reads rows of id, state, arrival and departure to their end. */
static gboolean
read_hits (const DeskGuestSearch  *self,
           DeskStmt               *stmt,
           GArray                 *hits,
           GError                **error)
{
  for (;;)
    {
      DeskStayHit hit;
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      hit = read_hit (stmt, self->business_date);
      g_array_append_val (hits, hit);
    }
}

static gboolean
add_stays (const DeskGuestSearch  *self,
           gint64                  guest_id,
           GArray                 *hits,
           GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, SELECT_STAYS, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, guest_id, error) &&
         desk_stmt_bind_int64 (stmt, 2, MOST_STAYS, error) &&
         read_hits (self, stmt, hits, error);
}

/* Takes rows of a guest's id, each guest once. */
static gboolean
read_guests (DeskStmt    *stmt,
             GHashTable  *seen,
             GArray      *guests,
             GError     **error)
{
  for (;;)
    {
      gboolean row;
      gint64 id;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      id = desk_stmt_get_int64 (stmt, 0);
      if (g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) id)))
        g_array_append_val (guests, id);
    }
}

static gboolean
bind_range (DeskStmt    *stmt,
            int          index,
            const char  *prefix,
            GError     **error)
{
  g_autofree char *end = desk_row_prefix_end (prefix);

  return desk_stmt_bind_text (stmt, index, prefix, error) &&
         desk_stmt_bind_text (stmt, index + 1, end, error);
}

static gboolean
count_word (DeskDb      *db,
            const char  *word,
            gint64      *out,
            GError     **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, COUNT_WORD, error);

  return stmt != NULL &&
         bind_range (stmt, 1, word, error) &&
         desk_stmt_bind_int64 (stmt, 3, COMMON_WORD, error) &&
         desk_row_get_number (stmt, out, error);
}

/* The word that fewest guests have; of common words the longest. */
static gboolean
find_rarest (const DeskGuestSearch  *self,
             guint                  *rarest,
             gboolean               *common,
             GError                **error)
{
  gint64 best_n = G_MAXINT64;
  guint i;

  *rarest = 0;
  for (i = 0; self->words[i] != NULL; i++)
    {
      gint64 n;

      if (!count_word (self->db, self->words[i], &n, error))
        return FALSE;
      if (n < best_n || (n == best_n && strlen (self->words[i]) > strlen (self->words[*rarest])))
        {
          best_n = n;
          *rarest = i;
        }
    }
  *common = best_n >= COMMON_WORD;
  return TRUE;
}

/* Guests with a single word. */
static gboolean
read_word (const DeskGuestSearch  *self,
           guint                   limit,
           GHashTable             *seen,
           GArray                 *guests,
           GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, SELECT_WORD, error);

  return stmt != NULL &&
         bind_range (stmt, 1, self->words[0], error) &&
         desk_stmt_bind_int64 (stmt, 3, limit, error) &&
         read_guests (stmt, seen, guests, error);
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

static char *
build_words (guint n_beside)
{
  GString *sql = g_string_new (SELECT_WORDS);
  guint i;

  for (i = 0; i < n_beside; i++)
    g_string_append_printf (sql, AND_BESIDE "%u", 6 + i);
  g_string_append_printf (sql, " LIMIT $%u", 6 + n_beside);
  return g_string_free (sql, FALSE);
}

/* Guests who have the rarest word, another beside it, and the others somewhere behind.
 * Folded words have nothing in them that LIKE would take for a sign of its own. */
static gboolean
read_words (const DeskGuestSearch  *self,
            guint                   rarest,
            guint                   limit,
            GHashTable             *seen,
            GArray                 *guests,
            GError                **error)
{
  guint n = g_strv_length ((GStrv) self->words);
  guint second = find_second (self->words, rarest);
  g_autofree char *sql = build_words (n - 2);
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, sql, error);
  int next = 6;
  guint i;

  if (stmt == NULL ||
      !bind_range (stmt, 1, self->words[rarest], error) ||
      !desk_stmt_bind_int64 (stmt, 3, MOST_WORDS, error) ||
      !bind_range (stmt, 4, self->words[second], error))
    return FALSE;

  for (i = 0; i < n; i++)
    {
      g_autofree char *pattern = g_strconcat ("% ", self->words[i], "%", NULL);

      if (i != rarest && i != second && !desk_stmt_bind_text (stmt, next++, pattern, error))
        return FALSE;
    }
  return desk_stmt_bind_int64 (stmt, next, limit, error) &&
         read_guests (stmt, seen, guests, error);
}

static gboolean
add_guests (const DeskGuestSearch  *self,
            const GArray           *guests,
            GArray                 *hits,
            GError                **error)
{
  guint i;

  for (i = 0; i < guests->len; i++)
    if (!add_stays (self, g_array_index (guests, gint64, i), hits, error))
      return FALSE;
  return TRUE;
}

/**
 * desk_guest_search_names:
 * @self: what is looked for
 * @hits: (element-type DeskStayHit): gets what is found, a stay perhaps twice
 * @error: return location for a #GError
 *
 * Finds stays as a name is typed: of a rare name all of them, of a common one those
 * of the first guests who fit.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_names (const DeskGuestSearch  *self,
                         GArray                 *hits,
                         GError                **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) guests = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean common;
  guint rarest;
  guint limit;

  if (self->words[0] == NULL)
    return TRUE;
  if (!find_rarest (self, &rarest, &common, error))
    return FALSE;

  limit = common ? self->limit : COMMON_WORD;
  if (!(self->words[1] != NULL ? read_words (self, rarest, limit, seen, guests, error)
                               : read_word (self, limit, seen, guests, error)))
    return FALSE;

  return add_guests (self, guests, hits, error);
}

void
desk_present_record_free (DeskPresentRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

static gboolean
read_present (DeskStmt   *stmt,
              DeskDate    business_date,
              GPtrArray  *records,
              GError    **error)
{
  for (;;)
    {
      DeskPresentRecord *record;
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      record = g_new0 (DeskPresentRecord, 1);
      record->hit = read_hit (stmt, business_date);
      record->name = desk_row_dup_text (stmt, 4);
      g_ptr_array_add (records, record);
    }
}

/**
 * desk_guest_search_list_present:
 * @business_date: the open day
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type DeskPresentRecord) (nullable): who is in house,
 *   arrives today or late, or left today; or %NULL with @error set
 */
GPtrArray *
desk_guest_search_list_present (DeskDb    *db,
                                DeskDate   business_date,
                                GError   **error)
{
  g_autoptr (GPtrArray) records =
    g_ptr_array_new_with_free_func ((GDestroyNotify) desk_present_record_free);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (present); i++)
    {
      g_autoptr (DeskStmt) stmt = desk_db_prepare (db, present[i], error);

      if (stmt == NULL ||
          !desk_row_bind_date (stmt, 1, business_date, error) ||
          !desk_stmt_bind_int64 (stmt, 2, MOST_PRESENT, error) ||
          !read_present (stmt, business_date, records, error))
        return NULL;
    }
  return g_steal_pointer (&records);
}

/**
 * desk_guest_search_get_stay:
 * @business_date: the open day
 * @records: (element-type DeskPresentRecord): gets the stay, where there is one
 * @error: return location for a #GError
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_get_stay (DeskDb     *db,
                            gint64      stay_id,
                            DeskDate    business_date,
                            GPtrArray  *records,
                            GError    **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, SELECT_ONE, error);

  return stmt != NULL &&
         desk_stmt_bind_int64 (stmt, 1, stay_id, error) &&
         read_present (stmt, business_date, records, error);
}

static gboolean
read_known (const DeskGuestSearch  *self,
            const char             *sql,
            const char             *prefix,
            GHashTable             *seen,
            GArray                 *guests,
            GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, sql, error);

  return stmt != NULL &&
         bind_range (stmt, 1, prefix, error) &&
         desk_stmt_bind_int64 (stmt, 3, self->limit, error) &&
         read_guests (stmt, seen, guests, error);
}

/**
 * desk_guest_search_phone:
 * @self: the words are not looked at
 * @phone_key: four digits or more: a number, its beginning or its end
 * @hits: (element-type DeskStayHit): gets what is found
 * @error: return location for a #GError
 *
 * Finds by telephone number. Of a long one the end decides, so that it makes no
 * difference whether the country was dialled.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_phone (const DeskGuestSearch  *self,
                         const char             *phone_key,
                         GArray                 *hits,
                         GError                **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) guests = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *tail = g_strreverse (g_strdup (phone_key));

  if (strlen (tail) > PHONE_TAIL)
    tail[PHONE_TAIL] = '\0';

  return read_known (self, SELECT_PHONE_TAIL, tail, seen, guests, error) &&
         read_known (self, SELECT_PHONE, phone_key, seen, guests, error) &&
         add_guests (self, guests, hits, error);
}

/**
 * desk_guest_search_mail:
 * @self: the words are not looked at
 * @mail_key: folded beginning of an address
 * @hits: (element-type DeskStayHit): gets what is found
 * @error: return location for a #GError
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_mail (const DeskGuestSearch  *self,
                        const char             *mail_key,
                        GArray                 *hits,
                        GError                **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) guests = g_array_new (FALSE, FALSE, sizeof (gint64));

  return read_known (self, SELECT_MAIL, mail_key, seen, guests, error) &&
         add_guests (self, guests, hits, error);
}

/**
 * desk_guest_search_number:
 * @self: the words are not looked at
 * @number: folded beginning of a confirmation number, or of one that others use
 * @hits: (element-type DeskStayHit): gets what is found
 * @error: return location for a #GError
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_number (const DeskGuestSearch  *self,
                          const char             *number,
                          GArray                 *hits,
                          GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, SELECT_NUMBER, error);

  return stmt != NULL &&
         bind_range (stmt, 1, number, error) &&
         desk_stmt_bind_int64 (stmt, 3, self->limit, error) &&
         read_hits (self, stmt, hits, error);
}
