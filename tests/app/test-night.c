/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-confirm-window.h"
#include "desk-night-page.h"
#include "desk-test-app.h"

/* Closing the day as a night manager does: asked first, and told where the day has not begun
 * by the clock. */

#define BEGUN "2024-02-26"
#define NOT_BEGUN "2199-02-26"

static DeskNightPage *
get_page (DeskTestApp *self)
{
  return DESK_NIGHT_PAGE (desk_window_get_page (self->desk->window, "night"));
}

static void
set_up (DeskTestApp   *self,
        gconstpointer  date)
{
  g_autoptr (GString) property = g_string_new (desk_test_property ());

  g_string_replace (property, BEGUN, date, 0);
  self->test = desk_test_house_new_with (property->str);
  self->desk = desk_test_desk_new (self->test->path, "en");
  desk_test_desk_wait_place (self->desk, "sign-in");
  desk_test_desk_sign_in (self->desk, NIGHT, NIGHT_PIN);
  desk_test_desk_go (self->desk, "night");
}

static gboolean
is_planned (gpointer page)
{
  return desk_night_page_get_night (page) != NULL;
}

static GtkWidget *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GList *at;

  for (at = windows; at != NULL; at = at->next)
    if (DESK_IS_CONFIRM_WINDOW (at->data))
      return at->data;
  return NULL;
}

static gboolean
is_closed (gpointer page)
{
  return desk_night_page_get_verdict (page) != NULL;
}

static void
test_ask (DeskTestApp   *self,
          gconstpointer  date)
{
  DeskNightPage *page = get_page (self);
  GtkWidget *question;
  const char *text;

  desk_test_wait (is_planned, page, "the night");
  gtk_widget_activate_action (GTK_WIDGET (page), "night.ask", NULL);
  question = find_question ();
  g_assert_nonnull (question);
  text = gtk_label_get_label (GTK_LABEL (desk_test_find (question, "text")));
  g_assert_nonnull (strstr (text, "A closed day is not opened again."));

  /* What is left to do of the day is said before it is over. */
  g_assert_nonnull (strstr (text, "0 stays to post\n\n€0.00 is posted"));
  g_assert_cmpint (g_str_has_prefix (text, "26\u00a0February\u00a02199 has not begun "
                                           "by the clock.\n\n"), ==,
                   g_str_equal (date, NOT_BEGUN));

  gtk_widget_activate (desk_test_find (question, "do_button"));
  desk_test_wait (is_closed, page, "the close");
  g_assert_cmpstr (desk_night_page_get_verdict (page), ==, "The day is closed. Good morning.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/night/begun", DeskTestApp, BEGUN, set_up, test_ask, desk_test_app_tear_down);
  g_test_add ("/night/not-begun", DeskTestApp, NOT_BEGUN, set_up, test_ask,
              desk_test_app_tear_down);
  return g_test_run ();
}
