/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-guest-search.h"
#include "desk-guest-table.h"
#include "desk-stay-table.h"
#include "desk-store-fixture.h"

/* Whatever names a house has: a search finds whom somebody who looks at everybody would. */

#define TODAY 736213   /* 6 September 2016 */
#define N_GUESTS 700
#define N_SEARCHES 1200
#define MOST_STAYS 3

/* So few guests have fewer entries than are looked at, whatever their names. */
#define FEW 12

static const char *const vocabulary[] = {
  "aada", "aalto", "anna", "annala", "eero", "eevi", "elo",     "kaisa", "kalle", "karhu",
  "koski", "kosk", "lahti", "laine", "lea",  "leo",  "maki",    "mari",  "maria", "matti",
  "mi",    "mika", "oja",   "olli",  "onni", "ossi", "vainio",  "veli",  "vesa",  "virta",
};

static const char *const states[] = { "booked", "in-house", "departed", "cancelled", "no-show" };

static char *
make_name (void)
{
  GString *name = g_string_new (NULL);
  int n = g_test_rand_int_range (1, 5);

  while (n-- > 0)
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "",
                            vocabulary[g_test_rand_int_range (0, G_N_ELEMENTS (vocabulary))]);
  return g_string_free (name, FALSE);
}

static void
add_stay (DeskDb *db,
          gint64  id,
          gint64  guest_id)
{
  g_autofree char *confirmation = g_strdup_printf ("A-%" G_GINT64_FORMAT, id);
  int state = g_test_rand_int_range (0, G_N_ELEMENTS (states));
  /* Few are of today, or to come. */
  DeskDate arrival = TODAY + g_test_rand_int_range (-300, 12);
  DeskStayRecord stay = {
    .id = id, .confirmation = confirmation, .confirmation_key = confirmation,
    .guest_id = guest_id, .occupancy_id = 1, .state = (char *) states[state],
    .arrival = arrival, .departure = arrival + g_test_rand_int_range (1, 9),
    .rate_plan = (char *) "BB", .created_at = 1, .created_by = (char *) "test", .version = 1,
  };

  g_assert_true (desk_stay_table_insert (db, &stay, NULL));
}

/* Some are renamed when they have stayed here. */
static void
fill (DeskDb *db)
{
  gint64 stay_id = 1;
  gint64 id;

  g_assert_true (desk_stay_table_insert_occupancy (db, 1, 1, NULL));
  for (id = 1; id <= N_GUESTS; id++)
    {
      g_autofree char *name = make_name ();
      g_autofree char *other = make_name ();
      int n = g_test_rand_int_range (0, MOST_STAYS + 1);
      DeskGuestRecord guest = {
        .id = id, .name = name, .search_name = name, .lang = (char *) "en", .created_at = 1,
        .version = 1,
      };

      g_assert_true (desk_guest_table_insert (db, &guest, NULL));
      while (n-- > 0)
        add_stay (db, stay_id++, id);
      guest.name = guest.search_name = other;
      if (id % 10 == 0)
        g_assert_true (desk_guest_table_update (db, &guest, NULL));
    }
}

/* One to three beginnings with different first letters, so that each needs its own word. */
static GStrv
make_search (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) letters = g_string_new (NULL);
  int n = g_test_rand_int_range (1, 4);

  while (n-- > 0)
    {
      const char *word = vocabulary[g_test_rand_int_range (0, G_N_ELEMENTS (vocabulary))];
      g_autofree char *typed = g_strndup (word, (gsize) g_test_rand_int_range (1, 4));

      if (strchr (letters->str, word[0]) == NULL)
        g_strv_builder_add (builder, typed);
      g_string_append_c (letters, word[0]);
    }
  return g_strv_builder_end (builder);
}

static gboolean
fits (const char         *name,
      const char *const  *words)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      guint j;

      for (j = 0; parts[j] != NULL && !g_str_has_prefix (parts[j], words[i]); j++)
        ;
      if (parts[j] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* As the search for stays has it. */
static gint
compare (gconstpointer a,
         gconstpointer b)
{
  const DeskStayHit *first = a;
  const DeskStayHit *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  if (first->place == DESK_STAY_PLACE_TO_COME)
    return (first->arrival > second->arrival) - (first->arrival < second->arrival);
  if (first->place == DESK_STAY_PLACE_OVER)
    return (first->departure < second->departure) - (first->departure > second->departure);
  return 0;
}

/* All who fit, and those of them whom the desk knows by heart. */
static void
look_at_everybody (const GPtrArray    *everybody,
                   const char *const  *words,
                   GArray             *fitting,
                   GHashTable         *found)
{
  guint i;

  for (i = 0; i < everybody->len; i++)
    {
      const DeskPresentRecord *record = g_ptr_array_index (everybody, i);

      if (!fits (record->name, words))
        continue;
      g_array_append_val (fitting, record->hit);
      if (record->hit.place <= DESK_STAY_PLACE_LEFT_TODAY)
        g_hash_table_add (found, GSIZE_TO_POINTER ((gsize) record->hit.stay_id));
    }
  g_array_sort (fitting, compare);
}

static void
check_search (DeskDb           *db,
              const GPtrArray  *everybody)
{
  g_auto (GStrv) words = make_search ();
  g_autofree char *said = g_strjoinv (" ", words);
  const DeskGuestSearch search = { db, (const char *const *) words, TODAY,
                                   (guint) g_test_rand_int_range (FEW, 60) };
  g_autoptr (GArray) fitting = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  gboolean more;
  guint i;

  look_at_everybody (everybody, search.words, fitting, found);
  g_assert_true (desk_guest_search_names (&search, hits, &more, NULL));
  for (i = 0; i < hits->len; i++)
    g_hash_table_add (found, GSIZE_TO_POINTER ((gsize) g_array_index (hits, DeskStayHit, i)
                                               .stay_id));

  g_test_message ("%s: %u of %u%s", said, g_hash_table_size (found), fitting->len,
                  more ? ", more" : "");
  for (i = 0; i < fitting->len; i++)
    if (!g_hash_table_remove (found, GSIZE_TO_POINTER ((gsize) g_array_index
                                                       (fitting, DeskStayHit, i).stay_id)))
      break;

  /* Nobody else; and whoever is missing is missed behind those who are shown, or the
   * person is told to type more. */
  if (!more || fitting->len <= FEW)
    g_assert_cmpuint (i, ==, fitting->len);
  while (++i < fitting->len)
    g_hash_table_remove (found, GSIZE_TO_POINTER ((gsize) g_array_index
                                                  (fitting, DeskStayHit, i).stay_id));
  g_assert_cmpuint (g_hash_table_size (found), ==, 0);
}

static void
test_everybody (StoreFixture  *fixture,
                gconstpointer  unused)
{
  g_autoptr (GPtrArray) everybody =
    g_ptr_array_new_with_free_func ((GDestroyNotify) desk_present_record_free);
  g_autoptr (DeskStmt) stmt = NULL;
  gint64 n_stays;
  gint64 id;
  int i;

  desk_db_exec (fixture->db, "PRAGMA foreign_keys = OFF; BEGIN", NULL);
  fill (fixture->db);
  n_stays = store_query_int64 (fixture->db, "SELECT count (*) FROM stay");
  for (id = 1; id <= n_stays; id++)
    g_assert_true (desk_guest_search_get_stay (fixture->db, id, TODAY, everybody, NULL));
  g_assert_cmpuint (everybody->len, ==, n_stays);

  for (i = 0; i < N_SEARCHES; i++)
    check_search (fixture->db, everybody);
  g_assert_true (desk_db_exec (fixture->db, "COMMIT", NULL));
}

/* Of many with one name those to come stand first, and then who came last. */
static void
test_namesakes (StoreFixture  *fixture,
                gconstpointer  unused)
{
  static const char *const words[] = { "anna", "virta", NULL };
  const DeskGuestSearch search = { fixture->db, words, TODAY, 5 };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
  gboolean more;
  gint64 id;

  g_assert_true (desk_stay_table_insert_occupancy (fixture->db, 1, 1, NULL));
  for (id = 1; id <= 400; id++)
    {
      g_autofree char *confirmation = g_strdup_printf ("A-%" G_GINT64_FORMAT, id);
      DeskDate arrival = id == 300 || id == 100 ? TODAY + (DeskDate) id : TODAY - (DeskDate) id;
      const DeskGuestRecord guest = {
        .id = id, .name = (char *) "Anna Virta", .search_name = (char *) "anna virta",
        .lang = (char *) "en", .created_at = 1, .version = 1,
      };
      const DeskStayRecord stay = {
        .id = id, .confirmation = confirmation, .confirmation_key = confirmation, .guest_id = id,
        .occupancy_id = 1, .state = (char *) (arrival > TODAY ? "booked" : "departed"),
        .arrival = arrival, .departure = arrival + 1, .rate_plan = (char *) "BB",
        .created_at = 1, .created_by = (char *) "test", .version = 1,
      };

      g_assert_true (desk_guest_table_insert (fixture->db, &guest, NULL));
      g_assert_true (desk_stay_table_insert (fixture->db, &stay, NULL));
    }

  g_assert_true (desk_guest_search_names (&search, hits, &more, NULL));
  g_assert_true (more);
  g_assert_cmpuint (hits->len, ==, 5);
  g_assert_cmpint (g_array_index (hits, DeskStayHit, 0).stay_id, ==, 100);
  g_assert_cmpint (g_array_index (hits, DeskStayHit, 1).stay_id, ==, 300);
  g_assert_cmpint (g_array_index (hits, DeskStayHit, 2).stay_id, ==, 1);
  g_assert_cmpint (g_array_index (hits, DeskStayHit, 4).stay_id, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/guest-names/everybody", test_everybody);
  store_test_add ("/guest-names/namesakes", test_namesakes);

  return g_test_run ();
}
