/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line.h"
#include "desk-test-app.h"

/* The stay page on the smallest screen, in one language: DESKBELL_TEST_LANG. */

#define SMALLEST 1024

static void
assert_fits (DeskTestDesk *desk,
             const char   *when)
{
  int minimum = 0;

  desk_test_settle (100);
  gtk_widget_measure (GTK_WIDGET (desk->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_test_message ("%s: %d", when, minimum);
  g_assert_cmpint (minimum, <=, SMALLEST);
}

static void
do_line (DeskTestHouse *test,
         const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line =
    desk_line_parse (test->house, text, 0, desk_catalog_get_default (), &error);
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_no_error (error);
  outcome = desk_action_do (test->house, &test->context, line->action, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_stay (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskTestDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 stay_id;

  desk_test_house_import (test, desk_test_stays ());
  stay_id = desk_find_one (test->house, "AM-0226A", &error);
  g_assert_no_error (error);
  desk = desk_test_desk_new (test->path, g_getenv ("DESKBELL_TEST_LANG"));
  desk_test_desk_wait_place (desk, "sign-in");
  desk_test_desk_sign_in (desk, ASSOCIATE, ASSOCIATE_PIN);

  desk_test_desk_open (desk, stay_id);
  assert_fits (desk, "booked");
  do_line (test, "AM-0226A in hold 1234.50 card *4411");
  do_line (test, "412 post bfst 99x");
  desk_test_settle (600);
  assert_fits (desk, "in house");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/width/stay", test_stay);

  return g_test_run ();
}
