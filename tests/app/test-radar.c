/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-choice.h"
#include "desk-field.h"
#include "desk-spot-row.h"
#include "desk-test-app.h"
#include "desk-test-aurora.h"

/* What the stay's page points out, and the plan that a press or a key opens. */

/* Longer than a plan must have been looked at. */
#define LOOK_MS 350

static const DeskTestStay ieva = { "HO-ARJ2Q", "Ieva Kazlauskienė", 2, "[]", -2, 2, "507", "129.00",
                                   "119.00" };

/* Two nights 10.00 above the promise, and beer typed again an hour after its sheet. */
static void
set_up (DeskTestApp   *self,
        gconstpointer  login)
{
  g_autoptr (DeskAction) beer = desk_action_new (DESK_VERB_POST, 0);

  self->test = desk_test_aurora_new ();
  self->stay_id = desk_test_aurora_arrive (self->test, &ieva);
  desk_test_aurora_close (self->test);
  desk_test_aurora_close (self->test);
  beer->stay_id = self->stay_id;
  beer->code = g_strdup ("BEER");
  beer->quantity = 2;
  beer->check = g_strdup ("M-5071");
  desk_test_aurora_do (self->test, beer);
  self->test->now += 3600 * G_TIME_SPAN_SECOND;
  desk_test_aurora_post (self->test, self->stay_id, "BEER", 2, 0);

  self->desk = desk_test_desk_new (self->test->path, "en");
  desk_test_desk_wait_place (self->desk, "sign-in");
  desk_test_desk_sign_in (self->desk, login, "1111");
  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_app_wait_lines (self, 6);
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  GtkWidget *found = DESK_IS_SPOT_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child);

  return found;
}

static DeskSpotRow *
get_row (DeskTestApp *self,
         guint        number)
{
  GtkWidget *row = find_row (GTK_WIDGET (desk_test_app_get_stay (self)));

  while (number-- > 0 && row != NULL)
    row = gtk_widget_get_next_sibling (row);

  return DESK_SPOT_ROW (row);
}

static gboolean
is_ready (gpointer data)
{
  GtkWindow *dialog = desk_window_get_dialog (((DeskTestApp *) data)->desk->window);

  return dialog != NULL && desk_plan_window_is_ready (DESK_PLAN_WINDOW (dialog));
}

static void
assert_field (DeskTestApp *self,
              const char  *field,
              const char  *expected)
{
  GtkWidget *dialog = GTK_WIDGET (desk_window_get_dialog (self->desk->window));
  g_autofree char *text = desk_field_dup_text (DESK_FIELD (desk_test_find (dialog, field)));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_choice (DeskTestApp *self,
               const char  *choice,
               const char  *expected)
{
  GtkWidget *dialog = GTK_WIDGET (desk_window_get_dialog (self->desk->window));

  g_assert_cmpstr (desk_choice_get (DESK_CHOICE (desk_test_find (dialog, choice))), ==, expected);
}

/* The key leads to the first, a press to each; what is put right is told no more. */
static void
test_put_right (DeskTestApp   *self,
                gconstpointer  login)
{
  g_assert_cmpstr (desk_spot_row_get_text (get_row (self, 0)), ==,
                   "Line 6 repeats line 5 (same item, same quantity, 1 hour apart, no sheet "
                   "number).");
  g_assert_cmpstr (desk_spot_row_get_text (get_row (self, 1)), ==,
                   "€20.00 above the promise: lines 1, 3");

  gtk_widget_activate_action (desk_test_app_get_window (self), "win.radar", "i", 0);
  desk_test_wait (is_ready, self, "the plan for what is there twice");
  assert_field (self, "lines", "6");
  assert_choice (self, "what", "none");
  assert_choice (self, "reason", "twice");
  desk_test_settle (LOOK_MS);
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 7);

  g_assert_cmpstr (desk_spot_row_get_text (get_row (self, 0)), ==,
                   "€20.00 above the promise: lines 1, 3");
  gtk_widget_activate (GTK_WIDGET (get_row (self, 0)));
  desk_test_wait (is_ready, self, "the plan for the price");
  assert_field (self, "lines", "1+3");
  assert_field (self, "price", "119.00");
  assert_choice (self, "reason", "price");
  desk_test_settle (LOOK_MS);
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 9);
  g_assert_null (find_row (GTK_WIDGET (desk_test_app_get_stay (self))));
  g_assert_false (desk_test_app_is_enabled (self, "radar"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add ("/radar/put-right", DeskTestApp, "aino", set_up, test_put_right,
              desk_test_app_tear_down);
  return g_test_run ();
}
