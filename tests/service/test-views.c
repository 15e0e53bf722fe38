/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-action.h"
#include "desk-close-day.h"
#include "desk-error.h"
#include "desk-test-house.h"
#include "desk-views.h"

#define STAY(confirmation, name, from, to, nights) \
  "{\"confirmation\": \"" confirmation "\", \"guest\": {\"name\": \"" name "\"}, \"adults\": 2, " \
  "\"children_ages\": [7], \"arrival\": \"2024-" from "\", \"departure\": \"2024-" to "\", " \
  "\"rate_plan\": \"FLEX\", \"references\": [{\"kind\": \"agency\", \"value\": \"REF/" \
  confirmation "\"}], \"nights\": [" nights "]}"
#define NIGHT(room, date) "{\"date\": \"2024-" date "\", \"room\": \"" room "\"}"

/* Solveig and Åke are in house, An comes today, Robin later. */
static const char stays[] =
  "["
  STAY ("VW-1", "Solveig Sørlie Nilsen", "02-25", "02-27",
        NIGHT ("412", "02-25") "," NIGHT ("412", "02-26")) ","
  STAY ("VW-2", "Åke Öberg", "02-26", "02-28",
        NIGHT ("415", "02-26") "," NIGHT ("415", "02-27")) ","
  STAY ("VW-3", "An Nguyễn", "02-26", "02-27", NIGHT ("501", "02-26")) ","
  STAY ("VW-4", "Robin Nilsen", "03-01", "03-02", NIGHT ("412", "03-01"))
  "]";

static void
check_in (DeskTestHouse *test,
          gint64         stay_id)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_CHECK_IN, stay_id);
  g_autofree char *key = desk_action_new_key (&test->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = desk_action_plan (test->house, &test->context, action, &error);
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (plan->refused->len, ==, 0);
  outcome = desk_action_do (test->house, &test->context, action, plan->digest, key, &error);
  g_assert_no_error (error);
}

static void
close_day (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  DeskDate date;

  desk_test_house_sign_in_as (test, "nils", DESK_ROLE_NIGHT_AUDITOR);
  g_assert_true (desk_house_get_business_date (test->house, &date, &error));
  g_assert_true (desk_close_day (test->house, &test->context, date, NULL, &error));
  g_assert_no_error (error);
}

static DeskTestHouse *
new_busy_house (void)
{
  DeskTestHouse *test = desk_test_house_new ();

  desk_test_house_import (test, stays);
  check_in (test, 1);
  check_in (test, 2);
  return test;
}

typedef struct
{
  const char *name;
  const char *typed;
  const char *found;   /* confirmation numbers in their order */
} FindCase;

static const FindCase find_cases[] = {
  { "room", "412", "VW-1" },
  { "room-arriving", "501", "VW-3" },
  { "id", "#2", "VW-2" },
  { "no-id", "#99", "" },
  { "confirmation", "VW-3", "VW-3" },
  { "confirmation-lower", "vw-3", "VW-3" },
  { "confirmation-prefix", "vw", "VW-1 VW-2 VW-3 VW-4" },
  { "reference", "REF/VW-4", "VW-4" },
  { "given-name", "solveig", "VW-1" },
  { "family-name", "nilsen", "VW-1 VW-4" },
  { "both", "nilsen robin", "VW-4" },
  { "any-order", "nil sor sol", "VW-1" },
  { "stroke", "sorlie", "VW-1" },
  { "diacritics", "ake oberg", "VW-2" },
  { "own-diacritics", "ÅKE", "VW-2" },
  { "vietnamese", "nguyen", "VW-3" },
  { "space", "  an   NGUYEN ", "VW-3" },
  { "nobody", "zzz", "" },
  { "not-both", "nilsen ake", "" },
  { "nothing", "", "" },
  { "signs", "%_*'\"", "" },
};

/* All cases on one house: it takes time to make. */
static void
test_find (void)
{
  g_autoptr (DeskTestHouse) test = new_busy_house ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = desk_find (test->house, find_cases[i].typed, 20, NULL, &error);
      g_autoptr (GString) found = g_string_new (NULL);
      guint j;

      g_assert_no_error (error);
      for (j = 0; j < rows->len; j++)
        {
          const DeskStayRow *row = g_ptr_array_index (rows, j);

          g_string_append_printf (found, "%s%s", j > 0 ? " " : "", row->confirmation);
        }
      g_test_message ("%s", find_cases[i].name);
      g_assert_cmpstr (found->str, ==, find_cases[i].found);
    }
}

static void
test_find_limit (void)
{
  g_autoptr (DeskTestHouse) test = new_busy_house ();
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;
  g_autoptr (GPtrArray) rows = desk_find (test->house, "vw", 2, &more, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (more);
}

typedef struct
{
  const char *reference;
  gint64      stay_id;    /* 0: @code */
  DeskError   code;
  const char *named;      /* in the message */
} OneCase;

static const OneCase one_cases[] = {
  { "412", 1, 0, NULL },
  { "501", 3, 0, NULL },
  { "vw-4", 4, 0, NULL },
  { "#4", 4, 0, NULL },
  { "REF/VW-2", 2, 0, NULL },
  { "solveig", 1, 0, NULL },
  { "robin", 4, 0, NULL },
  { "VW", 0, DESK_ERROR_NOT_FOUND, "VW" },
  { "#7", 0, DESK_ERROR_NOT_FOUND, "#7" },
  { "", 0, DESK_ERROR_NOT_FOUND, "" },
  { "nobody at all", 0, DESK_ERROR_NOT_FOUND, "nobody" },
};

static void
test_find_one (void)
{
  g_autoptr (DeskTestHouse) test = new_busy_house ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (one_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 stay_id = desk_find_one (test->house, one_cases[i].reference, &error);

      g_assert_cmpint (stay_id, ==, one_cases[i].stay_id);
      if (stay_id != 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, DESK_ERROR, (int) one_cases[i].code);
      g_assert_nonnull (strstr (error->message, one_cases[i].named));
    }
}

static void
test_find_one_ambiguous (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;

  desk_test_house_import (test, stays);
  g_assert_cmpint (desk_find_one (test->house, "n", &error), ==, 0);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "An Nguyễn (501, VW-3)"));
}

static void
test_today (void)
{
  g_autoptr (DeskTestHouse) test = new_busy_house ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskToday) today = desk_today_load (test->house, &test->context, &error);
  const DeskStayRow *row;

  g_assert_no_error (error);
  g_assert_cmpuint (today->arrivals->len, ==, 1);
  g_assert_cmpuint (today->in_house->len, ==, 2);
  g_assert_cmpuint (today->departures->len, ==, 0);
  g_assert_cmpuint (today->rush->len, ==, 0);
  row = g_ptr_array_index (today->arrivals, 0);
  g_assert_cmpstr (row->guest_name, ==, "An Nguyễn");
  g_assert_cmpstr (row->room, ==, "501");
  g_assert_cmpint (row->children, ==, 1);
  g_assert_cmpuint (row->looks, ==, 0);
}

/* A day later: who did not come is late, and the dearer bill stands before the clean one. */
static const char leaving[] =
  "["
  STAY ("TD-1", "Paid As Told", "02-26", "02-27",
        "{\"date\": \"2024-02-26\", \"room\": \"412\", \"price\": \"90.00\"}") ","
  STAY ("TD-2", "Told Otherwise", "02-26", "02-27",
        "{\"date\": \"2024-02-26\", \"room\": \"415\", \"price\": \"120.00\", "
        "\"promised\": \"100.00\"}") ","
  STAY ("TD-3", "Nowhere Yet", "02-26", "02-28",
        "{\"date\": \"2024-02-26\", \"room_type\": \"SUP\"}, "
        "{\"date\": \"2024-02-27\", \"room_type\": \"SUP\"}")
  "]";

static void
test_looks (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskToday) today = NULL;
  g_autoptr (DeskStayView) stay = NULL;
  const DeskStayRow *first;
  const DeskStayRow *second;

  desk_test_house_import (test, leaving);
  today = desk_today_load (test->house, &test->context, &error);
  g_assert_no_error (error);
  first = g_ptr_array_index (today->arrivals, 0);
  g_assert_cmpstr (first->confirmation, ==, "TD-3");
  g_assert_cmpuint (first->looks, ==, DESK_LOOK_NO_ROOM);
  g_clear_pointer (&today, desk_today_free);

  check_in (test, 1);
  check_in (test, 2);
  close_day (test);
  today = desk_today_load (test->house, &test->context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->departures->len, ==, 2);
  first = g_ptr_array_index (today->departures, 0);
  second = g_ptr_array_index (today->departures, 1);
  g_assert_cmpstr (first->confirmation, ==, "TD-2");
  g_assert_cmpuint (first->looks, ==, DESK_LOOK_ABOVE_PROMISE);
  stay = desk_stay_view_load (test->house, first->stay_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->above_minor, >=, 2000);
  g_assert_cmpint (first->above_minor, ==, stay->balance_now - stay->promised);
  g_assert_cmpuint (second->looks, ==, 0);
  g_assert_cmpint (second->above_minor, ==, 0);

  first = g_ptr_array_index (today->arrivals, 0);
  g_assert_cmpuint (first->looks, ==, DESK_LOOK_LATE | DESK_LOOK_NO_ROOM);
}

static void
test_stay (void)
{
  g_autoptr (DeskTestHouse) test = new_busy_house ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayView) stay = desk_stay_view_load (test->house, 2, &error);

  g_assert_no_error (error);
  g_assert_cmpint (stay->row->state, ==, DESK_STAY_IN_HOUSE);
  g_assert_cmpstr (stay->plan, ==, "FLEX");
  g_assert_cmpuint (stay->child_ages->len, ==, 1);
  g_assert_cmpuint (stay->references->len, ==, 1);
  g_assert_cmpint (stay->balance_departure, ==, stay->promised);
  g_assert_null (stay->next_confirmation);
  g_clear_pointer (&stay, desk_stay_view_free);

  stay = desk_stay_view_load (test->house, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stay->next_confirmation, ==, "VW-4");
  g_clear_pointer (&stay, desk_stay_view_free);

  stay = desk_stay_view_load (test->house, 99, &error);
  g_assert_null (stay);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
}

static void
test_states (void)
{
  DeskStayState state;
  int i;

  for (i = DESK_STAY_BOOKED; i <= DESK_STAY_WALKED; i++)
    {
      g_assert_true (desk_stay_state_parse (desk_stay_state_to_string ((DeskStayState) i), &state));
      g_assert_cmpint (state, ==, i);
    }
  g_assert_false (desk_stay_state_parse ("asleep", &state));
  g_assert_false (desk_stay_state_parse (NULL, &state));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/views/states", test_states);
  g_test_add_func ("/views/find", test_find);
  g_test_add_func ("/views/find-limit", test_find_limit);
  g_test_add_func ("/views/find-one", test_find_one);
  g_test_add_func ("/views/find-one-ambiguous", test_find_one_ambiguous);
  g_test_add_func ("/views/today", test_today);
  g_test_add_func ("/views/looks", test_looks);
  g_test_add_func ("/views/stay", test_stay);

  return g_test_run ();
}
