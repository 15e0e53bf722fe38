/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-guest-search.h"

#include <string.h>

#include "desk-row.h"

/* So many people of today are known by heart. */
#define MOST_PRESENT 10000

/* So many stays of one guest are of interest. */
#define MOST_STAYS 20

/* The end of a telephone number that says whose it is; what stands before may be a
 * country, a trunk code, or nothing. */
#define PHONE_TAIL 8

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

/*
 * desk_guest_search_add_stays:
 * @hits: (element-type DeskStayHit): gets the guest's newest stays
 */
gboolean
desk_guest_search_add_stays (const DeskGuestSearch  *self,
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
add_guests (const DeskGuestSearch  *self,
            const GArray           *guests,
            GArray                 *hits,
            GError                **error)
{
  guint i;

  for (i = 0; i < guests->len; i++)
    if (!desk_guest_search_add_stays (self, g_array_index (guests, gint64, i), hits, error))
      return FALSE;
  return TRUE;
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
         desk_row_bind_prefix (stmt, 1, prefix, error) &&
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
         desk_row_bind_prefix (stmt, 1, number, error) &&
         desk_stmt_bind_int64 (stmt, 3, self->limit, error) &&
         read_hits (self, stmt, hits, error);
}
