/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-guest-search.h"
#include "desk-guest-table.h"
#include "desk-note-table.h"
#include "desk-promise-table.h"
#include "desk-room-night-table.h"
#include "desk-room-table.h"
#include "desk-state-table.h"
#include "desk-stay-night-table.h"
#include "desk-stay-summary.h"
#include "desk-store-fixture.h"
#include "desk-user-table.h"

static DeskDate
day (const char *text)
{
  DeskDate date = DESK_DATE_NONE;

  g_assert_true (desk_date_parse (text, &date, NULL));
  return date;
}

static void
replace (char       **text,
         const char  *with)
{
  g_free (*text);
  *text = g_strdup (with);
}

static void
test_state (StoreFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  DeskDate date;

  g_assert_null (desk_state_table_get (fixture->db, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  g_clear_error (&error);

  store_fixture_sample (fixture);
  g_assert_true (desk_state_table_get_business_date (fixture->db, &date, &error));
  g_assert_cmpint (date, ==, day ("2026-09-04"));

  g_assert_false (desk_state_table_advance (fixture->db, date - 1, date, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (desk_state_table_advance (fixture->db, date, date + 1, &error));
  g_assert_false (desk_state_table_advance (fixture->db, date + 1, date, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
}

/* Two desks read a room; the second to write is told. */
static void
test_room_changed (StoreFixture  *fixture,
                   gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRoomRecord) one = NULL;
  g_autoptr (DeskRoomRecord) two = NULL;
  g_autoptr (DeskRoomRecord) none = NULL;

  store_fixture_sample (fixture);
  g_assert_true (desk_room_table_find (fixture->db, "218", &one, &error));
  g_assert_true (desk_room_table_find (fixture->db, "218", &two, &error));
  g_assert_true (desk_room_table_find (fixture->db, "219", &none, &error));
  g_assert_null (none);
  g_assert_cmpint (one->hk_occupied, ==, -1);

  replace (&one->clean, "dirty");
  one->service_till = day ("2026-09-09");
  one->hk_occupied = 1;
  g_assert_true (desk_room_table_update (fixture->db, one, &error));
  g_assert_false (desk_room_table_update (fixture->db, two, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);

  none = desk_room_table_get (fixture->db, one->id, NULL);
  g_assert_cmpstr (none->clean, ==, "dirty");
  g_assert_cmpint (none->service_till, ==, one->service_till);
  g_assert_cmpint (none->hk_occupied, ==, 1);
  g_assert_cmpint (none->version, ==, one->version);
}

static void
test_soil (StoreFixture  *fixture,
           gconstpointer  unused)
{
  g_autoptr (GPtrArray) rooms = NULL;

  store_fixture_sample (fixture);
  g_assert_true (desk_room_table_soil_occupied (fixture->db, NULL));
  rooms = desk_room_table_list (fixture->db, NULL);
  g_assert_cmpuint (rooms->len, ==, 1);
  g_assert_cmpstr (((DeskRoomRecord *) rooms->pdata[0])->clean, ==, "dirty");
}

static void
test_user (StoreFixture  *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskUserRecord) user = NULL;
  g_autoptr (DeskUserRecord) again = NULL;

  store_fixture_sample (fixture);
  g_assert_true (desk_user_table_find (fixture->db, "mk", &user, &error));
  g_assert_cmpint (user->role, ==, DESK_ROLE_ASSOCIATE);
  user->failed = 3;
  g_assert_true (desk_user_table_update (fixture->db, user, &error));
  g_assert_true (desk_user_table_find (fixture->db, "mk", &again, &error));
  g_assert_cmpint (again->failed, ==, 3);

  g_assert_false (desk_user_table_insert (fixture->db, user, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_EXISTS);
}

static void
test_note (StoreFixture  *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskNoteRecord) note = NULL;

  store_fixture_sample (fixture);
  g_assert_true (desk_note_table_erase (fixture->db, 1, 42, &error));
  g_assert_false (desk_note_table_erase (fixture->db, 1, 43, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);

  note = desk_note_table_get (fixture->db, 1, NULL);
  g_assert_null (note->text);
  g_assert_null (note->salt);
  g_assert_cmpint (note->erased_at, ==, 42);
}

static void
add_guest (DeskDb     *db,
           gint64      id,
           const char *search_name)
{
  g_autoptr (GError) error = NULL;
  DeskGuestRecord guest = { .id = id, .version = 1, .created_at = 1 };

  guest.name = (char *) search_name;
  guest.search_name = (char *) search_name;
  guest.lang = (char *) "en";
  desk_guest_table_insert (db, &guest, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *words;
  const char *ids;      /* of the stays, each with the id of its guest, as they are found */
} SearchCase;

static const SearchCase search_cases[] = {
  { "anna", "10 11 12" },
  { "ann", "10 11 12 13" },
  { "kow", "10 16" },
  { "kowalska anna", "10" },
  { "an kow", "10" },
  { "kow tan ah", "16" },
  { "suparman", "14" },
  { "anna anne", "12" },      /* one guest once, though two words begin so */
  { "zz", "" },
  { "an zz", "" },
  { "le", "13" },
  { "ö", "15" },
  { "tan", "16 17" },
};

static void
add_stay (DeskDb *db,
          gint64  id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO stay (id, confirmation, confirmation_key, guest_id, occupancy_id, state, "
    "arrival, departure, adults, children, rate_plan, collects, rate_shown, do_not_move, "
    "created_at, created_by, version) VALUES (%d, 'X%d', 'x%d', %d, 1, 'departed', "
    "'2020-01-01', '2020-01-02', 1, 0, 'BB', 'hotel', 1, 0, 1, 'init', 1)",
    (int) id, (int) id, (int) id, (int) id);

  desk_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_search (StoreFixture  *fixture,
             gconstpointer  unused)
{
  static const char *const names[] = {
    "anna kowalska", "anna", "anna anne smith", "ann lee", "suparman", "öö", "tan ah kow",
    "lim tan",
  };
  guint i;

  store_fixture_sample (fixture);
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      add_guest (fixture->db, 10 + i, names[i]);
      add_stay (fixture->db, 10 + i);
    }

  for (i = 0; i < G_N_ELEMENTS (search_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) words = g_strsplit (search_cases[i].words, " ", -1);
      g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
      g_autoptr (GString) found = g_string_new (NULL);
      const DeskGuestSearch search = {
        fixture->db, (const char *const *) words, day ("2026-09-04"), 20
      };
      gboolean more;
      guint k;

      g_assert_true (desk_guest_search_names (&search, hits, &more, &error));
      g_assert_no_error (error);
      for (k = 0; k < hits->len; k++)
        g_string_append_printf (found, "%s%d", k > 0 ? " " : "",
                                (int) g_array_index (hits, DeskStayHit, k).stay_id);
      g_assert_cmpstr (found->str, ==, search_cases[i].ids);
    }
}

static guint
count_named (DeskDb     *db,
             const char *word)
{
  const char *const words[] = { word, NULL };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
  const DeskGuestSearch search = { db, words, day ("2026-09-04"), 9 };
  gboolean more;

  g_assert_true (desk_guest_search_names (&search, hits, &more, NULL));
  return hits->len;
}

static void
test_rename (StoreFixture  *fixture,
             gconstpointer  unused)
{
  g_autoptr (DeskGuestRecord) guest = NULL;

  store_fixture_sample (fixture);
  guest = desk_guest_table_get (fixture->db, 1, NULL);
  replace (&guest->search_name, "aaro vainionpaa");
  g_assert_true (desk_guest_table_update (fixture->db, guest, NULL));

  g_assert_cmpuint (count_named (fixture->db, "eero"), ==, 0);
  g_assert_cmpuint (count_named (fixture->db, "aaro"), ==, 1);
}

/* A stay of 3 to 5 September in 218, as lists and searches see it. */
static void
test_summary (StoreFixture  *fixture,
              gconstpointer  unused)
{
  DeskDate today = day ("2026-09-04");
  g_autoptr (DeskStaySummary) stay = NULL;
  g_autoptr (GPtrArray) in_house = NULL;
  g_autoptr (GPtrArray) departures = NULL;
  g_autoptr (GPtrArray) arrivals = NULL;
  g_autoptr (GPtrArray) room = NULL;
  g_autoptr (GPtrArray) in_room = NULL;
  g_autoptr (GPtrArray) reference = NULL;
  g_autoptr (GPtrArray) guest = NULL;

  store_fixture_sample (fixture);
  stay = desk_stay_summary_get (fixture->db, 1, today, NULL);
  g_assert_cmpstr (stay->room, ==, "218");
  g_assert_cmpstr (stay->room_clean, ==, "clean");
  g_assert_cmpint (stay->balance_minor, ==, 1500);

  in_house = desk_stay_summary_list (fixture->db, DESK_STAY_LIST_IN_HOUSE, today, NULL);
  departures = desk_stay_summary_list (fixture->db, DESK_STAY_LIST_DEPARTURES, today + 1, NULL);
  arrivals = desk_stay_summary_list (fixture->db, DESK_STAY_LIST_ARRIVALS, today, NULL);
  g_assert_cmpuint (in_house->len, ==, 1);
  g_assert_cmpuint (departures->len, ==, 1);
  g_assert_cmpuint (arrivals->len, ==, 0);
  g_assert_cmpstr (((DeskStaySummary *) departures->pdata[0])->room, ==, "218");

  /* On the day of departure the night is nobody's, but the guest is still there. */
  room = desk_stay_summary_list_room (fixture->db, "218", today + 1, NULL);
  in_room = desk_stay_summary_list_in_room (fixture->db, "218", today + 1, NULL);
  g_assert_cmpuint (room->len, ==, 0);
  g_assert_cmpuint (in_room->len, ==, 1);

  reference = desk_stay_summary_list_reference (fixture->db, "ab", today, 5, NULL);
  g_assert_cmpuint (reference->len, ==, 1);
  g_clear_pointer (&reference, g_ptr_array_unref);
  reference = desk_stay_summary_list_reference (fixture->db, "ha00", today, 5, NULL);
  g_assert_cmpuint (reference->len, ==, 1);

  guest = desk_stay_summary_list_guest (fixture->db, 1, today, 5, NULL);
  g_assert_cmpuint (guest->len, ==, 1);
}

static void
test_stay (StoreFixture  *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayRecord) stay = NULL;
  g_autoptr (DeskStayRecord) stale = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (GArray) page = NULL;
  DeskPersonRecord child = { .n = 2, .child = TRUE, .age = 9 };

  store_fixture_sample (fixture);
  g_assert_true (desk_stay_table_find (fixture->db, "HA-0001H", &stay, &error));
  stale = desk_stay_table_get (fixture->db, 1, &error);
  g_assert_true (desk_stay_table_page_in_house (fixture->db, 0, 10, &page, &error));
  g_assert_cmpuint (page->len, ==, 1);

  replace (&stay->state, "departed");
  stay->departed_at = 99;
  g_assert_true (desk_stay_table_update (fixture->db, stay, &error));
  g_assert_false (desk_stay_table_update (fixture->db, stale, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_clear_error (&error);

  g_clear_pointer (&page, g_array_unref);
  g_assert_true (desk_stay_table_page_in_house (fixture->db, 0, 10, &page, &error));
  g_assert_cmpuint (page->len, ==, 0);

  g_assert_true (desk_stay_table_insert_person (fixture->db, 1, &child, &error));
  persons = desk_stay_table_list_persons (fixture->db, 1, &error);
  g_assert_cmpuint (persons->len, ==, 2);
  g_assert_cmpint (((DeskPersonRecord *) persons->pdata[0])->age, ==, -1);
  g_assert_cmpint (((DeskPersonRecord *) persons->pdata[1])->age, ==, 9);
  references = desk_stay_table_list_references (fixture->db, 1, &error);
  g_assert_cmpstr (((DeskReferenceRecord *) references->pdata[0])->value, ==, "AB-77");

  stay->id = 2;
  g_assert_false (desk_stay_table_insert (fixture->db, stay, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_EXISTS);
}

static void
test_night (StoreFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskNightRecord) night = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  gint64 posted;
  gint64 due;

  store_fixture_sample (fixture);
  g_assert_true (desk_stay_night_table_count_due (fixture->db, day ("2026-09-04"), &posted, &due,
                                                  &error));
  g_assert_cmpint (posted, ==, 0);
  g_assert_cmpint (due, ==, 1);

  g_assert_true (desk_stay_night_table_find (fixture->db, 1, day ("2026-09-04"), &night, &error));
  night->has_price = FALSE;
  night->package = g_strdup ("[]");
  night->posted = TRUE;
  g_assert_true (desk_stay_night_table_update (fixture->db, night, &error));

  /* Posted is posted: not again, not otherwise, not away. */
  night->posted = FALSE;
  g_assert_false (desk_stay_night_table_update (fixture->db, night, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (desk_stay_night_table_delete (fixture->db, night, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);

  nights = desk_stay_night_table_list (fixture->db, 1, NULL);
  g_assert_cmpuint (nights->len, ==, 2);
  g_assert_false (((DeskNightRecord *) nights->pdata[1])->has_price);
  g_assert_cmpstr (((DeskNightRecord *) nights->pdata[1])->package, ==, "[]");
}

static void
test_room_night (StoreFixture  *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRoomNightHolder) holder = NULL;
  DeskDate night = day ("2026-09-04");

  store_fixture_sample (fixture);
  g_assert_true (desk_stay_table_insert_occupancy (fixture->db, 2, 1, &error));

  /* A sharer may claim what the occupancy has; somebody else is told whose it is. */
  g_assert_true (desk_room_night_table_claim (fixture->db, 1, night, 1, &error));
  g_assert_false (desk_room_night_table_claim (fixture->db, 1, night, 2, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "HA-0001H"));
  g_clear_error (&error);
  g_assert_false (desk_room_night_table_claim (fixture->db, 1, day ("2026-10-01"), 2, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_false (desk_room_night_table_release (fixture->db, 1, night, 2, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (desk_room_night_table_release (fixture->db, 1, night, 1, &error));
  g_assert_true (desk_room_night_table_claim (fixture->db, 1, night + 1, 2, &error));

  g_assert_true (desk_room_night_table_find_next (fixture->db, 1, night, 1, &holder, &error));
  g_assert_cmpint (holder->night, ==, night + 1);
  g_assert_cmpint (holder->occupancy_id, ==, 2);
  g_assert_null (holder->confirmation);
}

static void
test_promise (StoreFixture  *fixture,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPromiseRecord) promise = desk_promise_record_new (1, 2);
  g_autoptr (DeskPromiseRecord) newest = NULL;
  g_autoptr (DeskPromiseRecord) none = NULL;
  DeskPromiseNight night = { day ("2026-09-03"), 10900, 400 };

  store_fixture_sample (fixture);
  promise->lang = g_strdup ("lt");
  promise->total_minor = 33900;
  g_array_append_val (promise->nights, night);
  g_assert_true (desk_promise_table_insert (fixture->db, promise, &error));

  g_assert_true (desk_promise_table_find_newest (fixture->db, 1, &newest, &error));
  g_assert_cmpint (newest->n, ==, 2);
  g_assert_cmpint (newest->total_minor, ==, 33900);
  g_assert_cmpuint (newest->nights->len, ==, 1);
  g_assert_cmpint (g_array_index (newest->nights, DeskPromiseNight, 0).levy_minor, ==, 400);

  g_assert_true (desk_promise_table_find_newest (fixture->db, 7, &none, &error));
  g_assert_null (none);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/house/state", test_state);
  store_test_add ("/store/house/room-changed", test_room_changed);
  store_test_add ("/store/house/soil", test_soil);
  store_test_add ("/store/house/user", test_user);
  store_test_add ("/store/house/note", test_note);
  store_test_add ("/store/house/search", test_search);
  store_test_add ("/store/house/rename", test_rename);
  store_test_add ("/store/house/summary", test_summary);
  store_test_add ("/store/house/stay", test_stay);
  store_test_add ("/store/house/night", test_night);
  store_test_add ("/store/house/room-night", test_room_night);
  store_test_add ("/store/house/promise", test_promise);

  return g_test_run ();
}
