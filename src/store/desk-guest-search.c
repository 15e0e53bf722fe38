/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-search.h"

#include <string.h>

#include "desk-row.h"

/* A word of a name leads either to few guests, whose stays are then all looked at, or
 * to many: then the people of today are looked through for it first, and of everybody
 * else only the first who fit are taken. Either way the work has an end. */

/* Beyond so many guests a word is common, and how common does not matter. */
#define COMMON_WORD 160

/* So many people of today, or guests with a common word, are looked at. */
#define MOST_PRESENT 4000
#define MOST_WORDS 4000

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
#define SELECT_WHOLE \
  "SELECT guest_id FROM guest_word WHERE word = $1 AND rest >= $2 AND rest < $3 " \
  "ORDER BY rest, guest_id LIMIT $4"
#define SELECT_WORDS \
  "SELECT hit.guest_id FROM (SELECT guest_id, rest FROM guest_word WHERE word >= $1 " \
  "AND word < $2 ORDER BY word, rest, guest_id LIMIT $3) AS hit WHERE 1 = 1"
#define AND_BESIDE " AND (' ' || hit.rest) LIKE $"

#define SELECT_PHONE \
  "SELECT id FROM guest WHERE phone_key >= $1 AND phone_key < $2 ORDER BY phone_key LIMIT $3"
#define SELECT_PHONE_TAIL \
  "SELECT id FROM guest WHERE phone_tail >= $1 AND phone_tail < $2 ORDER BY phone_tail LIMIT $3"
#define SELECT_MAIL \
  "SELECT id FROM guest WHERE mail_key >= $1 AND mail_key < $2 ORDER BY mail_key LIMIT $3"

#define SELECT_NUMBER \
  "SELECT s.id, s.state, s.arrival, s.departure FROM (SELECT a.stay_id AS id FROM (SELECT stay_id " \
  "FROM stay_reference WHERE value_key >= $1 AND value_key < $2 ORDER BY value_key LIMIT $3) AS a " \
  "UNION SELECT b.id FROM (SELECT id FROM stay WHERE confirmation_key >= $1 " \
  "AND confirmation_key < $2 ORDER BY confirmation_key LIMIT $3) AS b) AS hit " \
  "JOIN stay s ON s.id = hit.id"
#define SELECT_STAYS \
  "SELECT id, state, arrival, departure FROM stay WHERE guest_id = $1 " \
  "ORDER BY arrival DESC, id DESC LIMIT $2"

#define WALK(which) \
  "SELECT hit.id, hit.state, hit.arrival, hit.departure FROM (SELECT id, guest_id, state, " \
  "arrival, departure FROM stay WHERE " which " LIMIT $2) AS hit " \
  "CROSS JOIN guest g WHERE g.id = hit.guest_id"
#define AND_NAME " AND (' ' || g.search_name) LIKE $"

/* In the order of DeskStayPlace. */
static const char *const walks[] = {
  WALK ("state = 'in-house' AND arrival <= $1 ORDER BY arrival DESC, id DESC"),
  WALK ("state = 'booked' AND arrival <= $1 ORDER BY arrival DESC, id DESC"),
  WALK ("state = 'departed' AND departure = $1 ORDER BY id"),
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
  if (strcmp (state, "departed") == 0 && departure == business_date)
    return DESK_STAY_PLACE_LEFT_TODAY;
  return DESK_STAY_PLACE_OVER;
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
      DeskStayHit hit = { 0 };
      gboolean row;

      if (!desk_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      hit.stay_id = desk_stmt_get_int64 (stmt, 0);
      hit.arrival = desk_row_get_date (stmt, 2);
      hit.departure = desk_row_get_date (stmt, 3);
      hit.place = place_of (desk_stmt_get_text (stmt, 1), hit.arrival, hit.departure,
                            self->business_date);
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

/* "% kow%" finds a word that begins so, "%kow%" one that has it inside. Folded words
 * have nothing in them that LIKE would take for a sign of its own. */
static gboolean
bind_patterns (DeskStmt            *stmt,
               int                  index,
               const char *const   *words,
               int                  left_out,
               gboolean             inside,
               GError             **error)
{
  int i;

  for (i = 0; words[i] != NULL; i++)
    {
      g_autofree char *pattern = g_strconcat (inside ? "%" : "% ", words[i], "%", NULL);

      if (i == left_out)
        continue;
      if (!desk_stmt_bind_text (stmt, index, pattern, error))
        return FALSE;
      index++;
    }
  return TRUE;
}

static char *
build (const char *head,
       const char *condition,
       int         first,
       guint       n)
{
  GString *sql = g_string_new (head);
  guint i;

  for (i = 0; i < n; i++, first++)
    {
      g_string_append (sql, condition);
      g_string_append_printf (sql, "%d", first);
    }
  g_string_append_printf (sql, " LIMIT $%d", first);
  return g_string_free (sql, FALSE);
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

/* Guests who have word @n whole and the others, as typed, after it: a name typed to its
 * end is found wherever it stands among many of the same word. */
static gboolean
read_whole (const DeskGuestSearch  *self,
            guint                   n,
            GHashTable             *seen,
            GArray                 *guests,
            GError                **error)
{
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, SELECT_WHOLE, error);
  g_autoptr (GString) rest = g_string_new (NULL);
  guint i;

  for (i = 0; self->words[i] != NULL; i++)
    {
      if (i == n)
        continue;
      if (rest->len > 0)
        g_string_append_c (rest, ' ');
      g_string_append (rest, self->words[i]);
    }
  return stmt != NULL &&
         desk_stmt_bind_text (stmt, 1, self->words[n], error) &&
         bind_range (stmt, 2, rest->str, error) &&
         desk_stmt_bind_int64 (stmt, 4, self->limit, error) &&
         read_guests (stmt, seen, guests, error);
}

/* Guests who have the rarest word, and the others beside it. */
static gboolean
read_words (const DeskGuestSearch  *self,
            guint                   rarest,
            GHashTable             *seen,
            GArray                 *guests,
            GError                **error)
{
  guint n = g_strv_length ((GStrv) self->words);
  g_autofree char *sql = build (SELECT_WORDS, AND_BESIDE, 4, n - 1);
  g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, sql, error);

  return stmt != NULL &&
         bind_range (stmt, 1, self->words[rarest], error) &&
         desk_stmt_bind_int64 (stmt, 3, MOST_WORDS, error) &&
         bind_patterns (stmt, 4, self->words, (int) rarest, FALSE, error) &&
         desk_stmt_bind_int64 (stmt, 4 + (int) n - 1, MAX (self->limit, COMMON_WORD), error) &&
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

/* Everybody with a rare word; of a common one the first who fit. */
static gboolean
add_named (const DeskGuestSearch  *self,
           guint                   rarest,
           gboolean                common,
           GArray                 *hits,
           GError                **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) guests = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean several = self->words[1] != NULL;
  guint i;

  for (i = 0; common && several && self->words[i] != NULL; i++)
    if (!read_whole (self, i, seen, guests, error))
      return FALSE;

  if (!several && !read_word (self, common ? self->limit : COMMON_WORD, seen, guests, error))
    return FALSE;
  if (several && guests->len < self->limit && !read_words (self, rarest, seen, guests, error))
    return FALSE;

  if (common && guests->len > self->limit)
    g_array_set_size (guests, self->limit);
  return add_guests (self, guests, hits, error);
}

static gboolean
walk (const DeskGuestSearch  *self,
      gboolean                inside,
      GArray                 *hits,
      GError                **error)
{
  guint n = g_strv_length ((GStrv) self->words);
  guint begun = hits->len;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (walks) && hits->len - begun < self->limit; i++)
    {
      g_autofree char *sql = build (walks[i], AND_NAME, 3, n);
      g_autoptr (DeskStmt) stmt = desk_db_prepare (self->db, sql, error);

      if (stmt == NULL ||
          !desk_row_bind_date (stmt, 1, self->business_date, error) ||
          !desk_stmt_bind_int64 (stmt, 2, MOST_PRESENT, error) ||
          !bind_patterns (stmt, 3, self->words, -1, inside, error) ||
          !desk_stmt_bind_int64 (stmt, 3 + (int) n, self->limit - (hits->len - begun), error) ||
          !read_hits (self, stmt, hits, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * desk_guest_search_names:
 * @self: what is looked for
 * @hits: (element-type DeskStayHit): gets what is found, a stay perhaps twice
 * @error: return location for a #GError
 *
 * Finds stays as a name is typed. Of a rare name all of them; of a common one the
 * people of today first, and then as many others as are wanted.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_names (const DeskGuestSearch  *self,
                         GArray                 *hits,
                         GError                **error)
{
  guint begun = hits->len;
  gboolean common;
  guint rarest;

  if (self->words[0] == NULL)
    return TRUE;
  if (!find_rarest (self, &rarest, &common, error) ||
      (common && !walk (self, FALSE, hits, error)))
    return FALSE;

  return hits->len - begun >= self->limit || add_named (self, rarest, common, hits, error);
}

/**
 * desk_guest_search_present:
 * @self: what is looked for
 * @hits: (element-type DeskStayHit): gets what is found
 * @error: return location for a #GError
 *
 * Finds only who is in house, arrives today or late, or left today: whom a name at
 * the desk most likely means.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_present (const DeskGuestSearch  *self,
                           GArray                 *hits,
                           GError                **error)
{
  g_autoptr (GArray) all = NULL;
  gboolean common;
  guint rarest;
  guint i;

  if (self->words[0] == NULL)
    return TRUE;
  if (!find_rarest (self, &rarest, &common, error))
    return FALSE;
  if (common)
    return walk (self, FALSE, hits, error);

  all = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
  if (!add_named (self, rarest, FALSE, all, error))
    return FALSE;
  for (i = 0; i < all->len; i++)
    {
      DeskStayHit *hit = &g_array_index (all, DeskStayHit, i);

      if (hit->place <= DESK_STAY_PLACE_LEFT_TODAY)
        g_array_append_val (hits, *hit);
    }
  return TRUE;
}

/**
 * desk_guest_search_inside:
 * @self: what is looked for; here the words may stand inside those of the name
 * @hits: (element-type DeskStayHit): gets what is found
 * @error: return location for a #GError
 *
 * Looks through the people of today for a part of a name: "walsk" is Kowalska.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
desk_guest_search_inside (const DeskGuestSearch  *self,
                          GArray                 *hits,
                          GError                **error)
{
  return self->words[0] == NULL || walk (self, TRUE, hits, error);
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
