/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-action.h"
#include "desk-error.h"
#include "desk-line.h"
#include "desk-test-house.h"
#include "desk-views.h"

/* Whom a search finds, and in which order. */

#define STAY(confirmation, guest, from, to, reference) \
  "{\"confirmation\": \"" confirmation "\", \"guest\": {" guest "}, \"adults\": 1, " \
  "\"arrival\": \"2024-" from "\", \"departure\": \"2024-" to "\", \"rate_plan\": \"FLEX\", " \
  "\"references\": [{\"kind\": \"agency\", \"value\": \"" reference "\"}], \"nights\": ["
#define NIGHT(room, date) "{\"date\": \"2024-" date "\", \"room\": \"" room "\"}"

/* FD-1 is in house, FD-2 arrives today, FD-3 left today, FD-4 comes later, FD-5 is FD-1's
 * next stay, told with another spelling of the same number. */
static const char stays[] =
  "["
  STAY ("FD-1", "\"name\": \"Anna Kowalska\", \"phone\": \"+48 601 234 567\"", "02-25", "02-27",
        "BOO-4711") NIGHT ("412", "02-25") "," NIGHT ("412", "02-26") "]},"
  STAY ("FD-2", "\"name\": \"Jan Kowal\", \"mail\": \"Jan.K@Example.org\"", "02-26", "02-27",
        "4712 / 88") NIGHT ("415", "02-26") "]},"
  STAY ("FD-3", "\"name\": \"Ewa Maria Kowalczyk\", \"phone\": \"0040 21 555 0199\"", "02-26",
        "02-27", "x") NIGHT ("501", "02-26") "]},"
  STAY ("FD-4", "\"name\": \"Piotr Kowalski\"", "03-05", "03-06", "y")
        NIGHT ("415", "03-05") "]},"
  STAY ("FD-5", "\"name\": \"ANNA KOWALSKA\", \"phone\": \"0048601234567\"", "03-01", "03-02",
        "z") NIGHT ("412", "03-01") "]}"
  "]";

typedef struct
{
  const char *typed;
  const char *found;   /* confirmation numbers in their order */
} FindCase;

static const FindCase cases[] = {
  { "kow", "FD-1 FD-2 FD-3 FD-5 FD-4" },
  { "kow ann", "FD-1 FD-5" },
  { "ann kow", "FD-1 FD-5" },
  { "kowalczyk ewa", "FD-3" },
  { "kow mar", "FD-3" },
  { "mar kow ew", "FD-3" },
  { "kowalczyk anna", "" },
  { "annakow", "" },
  { "walsk", "FD-1" },              /* inside a name, of today only */
  { "owals", "FD-1" },
  { "boo4711", "FD-1" },
  { "BOO-47", "FD-1" },
  { "4712/88", "FD-2" },
  { "4712 88", "FD-2" },
  { "fd5", "FD-5" },
  { "fd 5", "FD-5" },
  { "fd", "FD-1 FD-2 FD-3 FD-5 FD-4" },
  { "601 234 567", "FD-1 FD-5" },
  { "+48601234567", "FD-1 FD-5" },
  { "0048 (601) 234-567", "FD-1 FD-5" },
  { "0601234567", "FD-1 FD-5" },
  { "4860", "FD-1 FD-5" },
  { "4567", "FD-1 FD-5" },
  { "0199", "FD-3" },
  { "021 5550199", "FD-3" },
  { "567", "" },                    /* too little for a number */
  { "9999", "" },
  { "jan.k@", "FD-2" },
  { "JAN.K@EXAMPLE.ORG", "FD-2" },
  { "jan.k@elsewhere", "" },
  { "412", "FD-1" },
  { "415", "FD-2" },
};

static char *
list_found (DeskHouse  *house,
            const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = desk_find (house, typed, 20, NULL, &error);
  GString *found = g_string_new (NULL);
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            ((DeskStayRow *) rows->pdata[i])->confirmation);
  return g_string_free (found, FALSE);
}

static void
do_line (DeskTestHouse *test,
         const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = desk_line_parse (test->house, text, 0, desk_catalog_get_default (),
                                               &error);
  g_autofree char *key = desk_action_new_key (&test->context);
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_no_error (error);
  plan = desk_action_plan (test->house, &test->context, line->action, &error);
  g_assert_no_error (error);
  outcome = desk_action_do (test->house, &test->context, line->action, plan->digest, key, &error);
  g_assert_no_error (error);
}

static DeskTestHouse *
new_house (void)
{
  DeskTestHouse *test = desk_test_house_new ();

  desk_test_house_import (test, stays);
  do_line (test, "FD-1 in");
  do_line (test, "FD-3 in");
  do_line (test, "FD-3 out early cash");
  return test;
}

static void
test_find (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = list_found (test->house, cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Who is known by heart follows what happens, a search before and after. */
static void
test_follows (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *nobody = list_found (test->house, "walsk");
  g_autofree char *booked = NULL;
  g_autofree char *again = NULL;
  g_autofree char *named = NULL;

  g_assert_cmpstr (nobody, ==, "");
  desk_test_house_import (test, stays);
  booked = list_found (test->house, "kow");
  g_assert_cmpstr (booked, ==, "FD-1 FD-2 FD-3 FD-5 FD-4");

  do_line (test, "FD-2 in");
  again = list_found (test->house, "kow");
  named = list_found (test->house, "owal");
  g_assert_cmpstr (again, ==, "FD-2 FD-1 FD-3 FD-5 FD-4");
  g_assert_cmpstr (named, ==, "FD-2 FD-1 FD-3");
}

/* Mistyped names, and whom of today they are nearest to: FD-4 and FD-5 come later. */
static const FindCase near_cases[] = {
  { "kowalksa", "FD-1" },           /* turned round */
  { "kowalzka", "FD-1" },
  { "Kovalska anna", "FD-1" },
  { "owalska", "" },                /* is found: a part of a name */
  { "kowl", "FD-2" },
  { "jna kowal", "" },              /* three letters are another name */
  { "jan kowla", "FD-2" },
  { "kowal jam", "" },
  { "kowal janm", "FD-2" },
  { "kowalscyk", "FD-3" },
  { "kovalcyzk", "FD-3" },          /* two, in nine letters */
  { "kovalcyz", "" },
  { "maria kowalszyk ewa", "FD-3" },
  { "kowalska ana", "" },
  { "robin", "" },
  { "kowalska 9", "" },
  { "4712 kowla", "" },
  { "…", "" },
  { "", "" },
};

static void
assert_nearest (DeskTestHouse *test,
                const char    *typed,
                const char    *confirmation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskMessage) message = NULL;
  g_autofree char *text = NULL;

  g_test_message ("%s", typed);
  g_assert_true (desk_find_nearest (test->house, typed, &message, &error));
  g_assert_no_error (error);
  if (message != NULL)
    text = desk_message_render (message, desk_catalog_get_default (),
                                desk_house_get_property (test->house));
  if (*confirmation == '\0')
    g_assert_null (text);
  else if (text == NULL || strstr (text, confirmation) == NULL ||
           !g_str_has_prefix (text, "Did you mean "))
    g_error ("%s: %s", typed, text);
}

static void
test_nearest (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (near_cases); i++)
    {
      g_autofree char *found = list_found (test->house, near_cases[i].typed);

      if (*found == '\0')
        assert_nearest (test, near_cases[i].typed, near_cases[i].found);
    }

  /* What wants one says so too; it is never taken for the one that was meant. */
  g_assert_cmpint (desk_find_one (test->house, "kowalksa", &error), ==, 0);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "kowalksa is no room, number or guest of this house; "
                   "nearest: Anna Kowalska (412, FD-1)");
}

/* One slip in a word: left out, put in, another, or turned round. */
static void
slip (GString *word,
      int      n_kinds)
{
  gsize at = (gsize) g_test_rand_int_range (0, (gint32) word->len - 1);
  char letter = (char) ('a' + g_test_rand_int_range (0, 26));

  switch (g_test_rand_int_range (0, n_kinds))
    {
    case 0:
      word->str[at] = letter;
      break;
    case 1:
      g_string_erase (word, (gssize) at, 1);
      break;
    case 2:
      g_string_insert_c (word, (gssize) at, letter);
      break;
    default:
      letter = word->str[at];
      word->str[at] = word->str[at + 1];
      word->str[at + 1] = letter;
      break;
    }
}

/* Whatever the slip, who was meant is found or among those who are named. */
static void
test_any_slip (void)
{
  static const struct
  {
    const char *word;
    const char *confirmation;
    gboolean    again;
  } words[] = { { "kowal", "FD-2" }, { "kowalska", "FD-1" }, { "kowalczyk", "FD-3" },
                { "kowalczyk", "FD-3", TRUE } };
  g_autoptr (DeskTestHouse) test = new_house ();

  for (guint i = 0; i < 400; i++)
    {
      gsize which = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (words));
      g_autoptr (GString) typed = g_string_new (words[which].word);
      g_autofree char *found = NULL;

      slip (typed, 4);
      if (words[which].again)
        slip (typed, 1);
      found = list_found (test->house, typed->str);
      if (*found == '\0')
        assert_nearest (test, typed->str, words[which].confirmation);
    }
}

/* More stays of one guest than are looked at, and one of another guest of that name behind
 * them; or as many guests of one name. */
static void
import_many (DeskTestHouse *test,
             guint          n,
             gboolean       same,
             gboolean       another)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s" STAY ("MANY-%u", "\"name\": \"Jan Many\", \"mail\": "
                                             "\"jan%u@example.org\"", "02-26", "02-27", "m%u")
                            "{\"date\": \"2024-02-26\", \"room_type\": \"SUP\"}]}",
                            i > 0 ? "," : "", i, same ? 0 : i, i);
  if (another)
    g_string_append (text, "," STAY ("OTHER", "\"name\": \"Jan Many\"", "02-26", "02-27", "o")
                           "{\"date\": \"2024-02-26\", \"room_type\": \"SUP\"}]}");
  g_string_append (text, "]");
  desk_test_house_import (test, text->str);
}

static void
test_guest (void)
{
  g_autoptr (DeskTestHouse) one = desk_test_house_new ();
  g_autoptr (DeskTestHouse) two = desk_test_house_new ();
  g_autoptr (DeskTestHouse) many = desk_test_house_new ();
  g_autoptr (GError) error = NULL;

  import_many (one, 60, TRUE, FALSE);
  g_assert_cmpint (desk_find_guest (one->house, "many jan", &error), >, 0);
  g_assert_no_error (error);

  import_many (two, 60, TRUE, TRUE);
  g_assert_cmpint (desk_find_guest (two->house, "many jan", &error), ==, 0);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "MANY-0); Jan Many (OTHER)"));
  g_clear_error (&error);

  import_many (many, 60, FALSE, FALSE);
  g_assert_cmpint (desk_find_guest (many->house, "many jan", &error), ==, 0);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AMBIGUOUS);
}

/* The same name with the same number is the same guest; the name alone is nobody. */
static void
test_same_guest (void)
{
  g_autoptr (DeskTestHouse) test = new_house ();

  g_assert_cmpint (desk_test_house_count (test, "guest"), ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/cases", test_find);
  g_test_add_func ("/find/follows", test_follows);
  g_test_add_func ("/find/nearest", test_nearest);
  g_test_add_func ("/find/any-slip", test_any_slip);
  g_test_add_func ("/find/guest", test_guest);
  g_test_add_func ("/find/same-guest", test_same_guest);

  return g_test_run ();
}
