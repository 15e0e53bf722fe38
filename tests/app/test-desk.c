/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "desk-guests-page.h"
#include "desk-rooms-page.h"
#include "desk-sign-in-page.h"
#include "desk-start-page.h"
#include "desk-test-app.h"
#include "desk-today-page.h"

/* Who is at the desk: opening, signing in, locking, coming back. */

static gboolean
has_message (gpointer data)
{
  DeskTestApp *self = data;
  GtkWidget *page = desk_window_get_page (self->desk->window, "sign-in");

  return *desk_sign_in_page_get_message (DESK_SIGN_IN_PAGE (page)) != '\0';
}

static void
test_wrong_pin (DeskTestApp   *self,
                gconstpointer  data)
{
  desk_test_desk_type_pin (self->desk, ASSOCIATE, "9999");
  desk_test_wait (has_message, self, "what is wrong");

  g_assert_null (desk_session_get_user (self->desk->session));
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "sign-in");
  g_assert_false (desk_test_app_is_enabled (self, "page"));
  g_assert_false (desk_test_app_is_enabled (self, "open-stay"));

  desk_test_desk_sign_in (self->desk, ASSOCIATE, ASSOCIATE_PIN);
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "today");
}

static void
test_pages (DeskTestApp   *self,
            gconstpointer  data)
{
  static const char *const pages[] = { "guests", "night", "today" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      desk_test_desk_go (self->desk, pages[i]);
      g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, pages[i]);
      desk_test_settle (50);
    }
}

static void
count_frame_cb (guint *n_frames)
{
  (*n_frames)++;
}

/* A window that nobody touches does nothing: whatever moves in it, a key has to wait for. */
static void
test_still (DeskTestApp   *self,
            gconstpointer  data)
{
  static const char *const pages[] = { "today", "rooms", "guests", "night" };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (desk_test_app_get_window (self));
  guint n_frames = 0;
  gulong id = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (count_frame_cb),
                                        &n_frames);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      desk_test_desk_go (self->desk, pages[i]);
      desk_test_settle (1000);
      n_frames = 0;
      desk_test_settle (200);
      g_test_message ("%s: %u frames", pages[i], n_frames);
      g_assert_cmpuint (n_frames, <=, 1);
    }
  g_signal_handler_disconnect (clock, id);
}

static gboolean
today_is_loaded (gpointer data)
{
  GtkWidget *page = desk_window_get_page (((DeskTestApp *) data)->desk->window, "today");

  return desk_today_page_is_loaded (DESK_TODAY_PAGE (page));
}

static void
test_today (DeskTestApp   *self,
            gconstpointer  data)
{
  DeskTodayPage *page = DESK_TODAY_PAGE (desk_window_get_page (self->desk->window, "today"));

  desk_test_wait (today_is_loaded, self, "today");
  g_assert_cmpuint (desk_stay_list_get_n_items (desk_today_page_get_arrivals (page)), ==, 1);
  g_assert_cmpuint (desk_stay_list_get_n_items (desk_today_page_get_in_house (page)), ==, 0);
  g_assert_cmpuint (desk_stay_list_get_n_items (desk_today_page_get_departures (page)), ==, 0);

  desk_stay_list_activate (desk_today_page_get_arrivals (page), 0);
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "stay");
  g_assert_cmpint (desk_stay_page_get_stay_id (desk_test_app_get_stay (self)), ==, self->stay_id);
}

/* The key of a page leads back to the row that had the focus there, not past it. */
static void
test_same_row (DeskTestApp   *self,
               gconstpointer  data)
{
  DeskTodayPage *page = DESK_TODAY_PAGE (desk_window_get_page (self->desk->window, "today"));
  GtkWidget *list = desk_test_find (GTK_WIDGET (desk_today_page_get_arrivals (page)), "list");
  GtkWidget *row;

  desk_test_wait (today_is_loaded, self, "today");
  desk_test_settle (100);
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  row = gtk_root_get_focus (GTK_ROOT (self->desk->window));
  g_assert_true (gtk_widget_is_ancestor (row, list));

  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_desk_go (self->desk, "today");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->desk->window)) == row);
  desk_test_desk_go (self->desk, "today");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->desk->window)) == row);
}

static void
press_escape (DeskTestApp *self)
{
  g_assert_true (desk_test_press (desk_test_app_get_window (self), GDK_KEY_Escape));
}

static void
assert_place (DeskTestApp *self,
              const char  *place)
{
  GtkWidget *focus;

  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, place);
  desk_test_settle (100);
  focus = gtk_root_get_focus (GTK_ROOT (self->desk->window));
  g_assert_true (gtk_widget_is_ancestor (focus, desk_window_get_page (self->desk->window, place)));
}

/* Escape leads from a stay to the page it was opened from, whichever that is. */
static void
test_leave_stay (DeskTestApp   *self,
                 gconstpointer  data)
{
  static const char *const pages[] = { "rooms", "audit", "guests", "night", "today" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      desk_test_desk_go (self->desk, pages[i]);
      desk_test_settle (100);
      g_assert_false (desk_test_press (desk_test_app_get_window (self), GDK_KEY_Escape));
      desk_test_desk_open (self->desk, self->stay_id);
      desk_test_app_activate (self, "win.focus-line");
      desk_test_app_activate (self, "win.leave-line");
      assert_place (self, "stay");

      /* Another one from there is still from the same page. */
      desk_window_open_stay (desk_test_app_get_window (self), self->stay_id);
      press_escape (self);
      assert_place (self, pages[i]);
    }

  /* A message is in front of it. */
  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_press_held (desk_test_app_get_window (self), GDK_KEY_p, GDK_CONTROL_MASK);
  press_escape (self);
  assert_place (self, "stay");
  press_escape (self);
  assert_place (self, "today");
}

/* Who comes back finds what was looked for and what was chosen there. */
static void
test_leave_to_chosen (DeskTestApp   *self,
                      gconstpointer  data)
{
  DeskRackView *rack;
  DeskGuestsPage *guests;
  GtkWidget *focus;

  desk_test_app_check_in (self);
  press_escape (self);   /* what was done is told */
  desk_test_desk_go (self->desk, "rooms");
  desk_test_settle (300);
  rack = desk_rooms_page_get_rack (DESK_ROOMS_PAGE (desk_window_get_page (self->desk->window,
                                                                          "rooms")));
  desk_rack_view_choose (rack, "412");
  focus = gtk_root_get_focus (GTK_ROOT (self->desk->window));
  gtk_widget_activate_action (focus, "rooms.open", NULL);
  assert_place (self, "stay");
  press_escape (self);
  desk_test_settle (300);
  g_assert_cmpstr (desk_rack_view_get_row (rack)->number, ==, "412");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->desk->window)) == focus);

  desk_window_search (desk_test_app_get_window (self), "robin");
  desk_test_settle (300);
  guests = DESK_GUESTS_PAGE (desk_window_get_page (self->desk->window, "guests"));
  desk_stay_list_open_selected (desk_guests_page_get_list (guests));
  assert_place (self, "stay");

  /* The page is somebody's own, also when another was at the desk meanwhile. */
  desk_test_app_activate (self, "win.switch-person");
  desk_test_desk_sign_in (self->desk, MANAGER, MANAGER_PIN);
  desk_test_desk_go (self->desk, "audit");
  desk_test_app_activate (self, "win.switch-person");
  desk_test_desk_sign_in (self->desk, ASSOCIATE, ASSOCIATE_PIN);
  assert_place (self, "stay");
  press_escape (self);
  desk_test_settle (300);
  assert_place (self, "guests");
  g_assert_cmpint (desk_stay_list_get_selected (desk_guests_page_get_list (guests)), ==,
                   self->stay_id);
}

/* Locking keeps the page, what was typed and what was open, for who comes back. */
static void
test_lock_keeps_place (DeskTestApp   *self,
                       gconstpointer  data)
{
  DeskLineBar *line = DESK_LINE_BAR (desk_window_get_line (self->desk->window));

  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_app_activate (self, "win.check-in");
  desk_test_app_wait_plan (self);
  desk_line_bar_set_text (line, "kowa");

  desk_test_app_activate (self, "win.lock");
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "sign-in");
  g_assert_null (desk_window_get_dialog (self->desk->window));
  g_assert_cmpstr (desk_line_bar_get_text (line), ==, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (line)));

  /* Another person begins anew. */
  desk_test_desk_sign_in (self->desk, MANAGER, MANAGER_PIN);
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "today");
  g_assert_null (desk_window_get_dialog (self->desk->window));
  desk_test_app_activate (self, "win.switch-person");

  desk_test_desk_sign_in (self->desk, ASSOCIATE, ASSOCIATE_PIN);
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "stay");
  g_assert_cmpstr (desk_line_bar_get_text (line), ==, "kowa");
  g_assert_nonnull (desk_window_get_dialog (self->desk->window));
  desk_test_app_wait_done (self);
}

static gboolean
window_is_gone (gpointer data)
{
  return desk_app_get_window (((DeskTestDesk *) data)->app) == NULL;
}

static void
test_closes (DeskTestApp   *self,
             gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (self->desk->window));
  desk_test_wait (window_is_gone, self->desk, "the window to close");
}

/* A menu entry makes targets large, in each window, and small again. */
static void
test_touch_size (DeskTestApp   *self,
                 gconstpointer  data)
{
  GActionGroup *actions = G_ACTION_GROUP (self->desk->app);
  GtkWidget *line =
    desk_line_bar_get_entry (DESK_LINE_BAR (desk_window_get_line (self->desk->window)));
  int small, large, again;

  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, &small, NULL, NULL, NULL);
  g_action_group_activate_action (actions, "touch-size", NULL);
  desk_test_settle (50);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, &large, NULL, NULL, NULL);
  g_action_group_activate_action (actions, "touch-size", NULL);
  desk_test_settle (50);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, &again, NULL, NULL, NULL);

  g_assert_cmpint (large, >=, 44);
  g_assert_cmpint (small, <, large);
  g_assert_cmpint (again, ==, small);
}

/* Another language begins with the next start. Last, because the program would end. */
static void
test_language (DeskTestApp   *self,
               gconstpointer  data)
{
  GActionGroup *actions = G_ACTION_GROUP (self->desk->app);

  g_action_group_activate_action (actions, "language", g_variant_new_string ("en"));
  g_assert_false (desk_app_wants_restart (self->desk->app));
  g_assert_nonnull (desk_app_get_window (self->desk->app));

  g_action_group_activate_action (actions, "language", g_variant_new_string ("lt"));
  desk_test_wait (window_is_gone, self->desk, "the window to close");
  g_assert_true (desk_app_wants_restart (self->desk->app));
}

static gboolean
has_left_loading (gpointer data)
{
  return g_strcmp0 (desk_window_get_place (((DeskTestDesk *) data)->window), "loading") != 0;
}

/* What stands where the hotel should be, and what the page says of it. */
typedef struct
{
  const char *path;
  const char *text;             /* of the file; NULL: there is none */
  const char *title;
} StartCase;

static const StartCase start_cases[] = {
  { "/start/none", NULL, "Welcome to Deskbell" },
  { "/start/not-a-database", "This is a letter to my aunt, and long enough to be looked at.",
    "This file is not a hotel of Deskbell." },
};

static void
test_start (gconstpointer data)
{
  const StartCase *test = data;
  g_autoptr (DeskTestHouse) house = desk_test_house_new_empty ();
  DeskTestDesk *desk;
  DeskStartPage *page;

  if (test->text != NULL)
    g_file_set_contents (house->path, test->text, -1, NULL);

  desk = desk_test_desk_new (house->path, "en");
  g_assert_cmpstr (desk_window_get_place (desk->window), ==, "start");
  page = DESK_START_PAGE (desk_window_get_page (desk->window, "start"));
  g_assert_cmpstr (desk_start_page_get_title (page), ==, test->title);

  /* Trying again says the same; the file is as it was. */
  gtk_widget_activate_action (GTK_WIDGET (page), "start.retry", NULL);
  desk_test_wait (has_left_loading, desk, "the second try");
  g_assert_cmpstr (desk_window_get_place (desk->window), ==, "start");
  g_assert_true (g_file_test (house->path, G_FILE_TEST_EXISTS) == (test->text != NULL));
  desk_test_desk_free (desk);
}

/* From nothing to the sign-in of the demo hotel. Without a day the name has its line alone, in
 * the middle of the bar. */
static void
test_start_demo (void)
{
  g_autoptr (DeskTestHouse) house = desk_test_house_new_empty ();
  DeskTestDesk *desk = desk_test_desk_new (house->path, "en");
  GtkWidget *page = desk_window_get_page (desk->window, "start");
  GtkWidget *bar = gtk_window_get_titlebar (GTK_WINDOW (desk->window));

  g_assert_false (gtk_widget_get_visible (desk_test_find (bar, "date")));
  gtk_widget_activate_action (page, "start.demo", NULL);
  desk_test_desk_wait_place (desk, "sign-in");
  g_assert_cmpstr (desk_session_get_property (desk->session)->name, ==, "Hotel Aurora");
  g_assert_true (gtk_widget_get_visible (desk_test_find (bar, "date")));
  desk_test_desk_free (desk);
}

static GString *complaint;

static void
keep_complaint (const char *text)
{
  g_string_append (complaint, text);
}

/* A file is named with --db; whoever names it without is told, not left with a warning. */
static void
test_usage (void)
{
  static const struct
  {
    const char *words[4];
    const char *says;
  } cases[] = {
    { { "deskbell", "hotel.db" }, "deskbell: usage: deskbell [--demo | --db FILE]\n" },
    { { "deskbell", "--demo", "--", "-x" }, "deskbell: usage: deskbell [--demo | --db FILE]\n" },
    { { "deskbell", "--demo", "--db", "hotel.db" }, "deskbell: --demo and --db go together only" },
  };
  GPrintFunc before;
  gsize i;

  complaint = g_string_new (NULL);
  before = g_set_printerr_handler (keep_complaint);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskApp) app = desk_app_new ();
      const char *words[5] = { cases[i].words[0], cases[i].words[1], cases[i].words[2],
                               cases[i].words[3] };

      g_string_truncate (complaint, 0);
      g_assert_cmpint (g_application_run (G_APPLICATION (app), (int) g_strv_length ((GStrv) words),
                                          (char **) words), ==, 2);
      g_assert_true (g_str_has_prefix (complaint->str, cases[i].says));
    }
  g_set_printerr_handler (before);
  g_string_free (complaint, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/desk/wrong-pin", DeskTestApp, NULL, desk_test_app_set_up, test_wrong_pin,
              desk_test_app_tear_down);
  g_test_add ("/desk/pages", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_pages,
              desk_test_app_tear_down);
  g_test_add ("/desk/still", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_still,
              desk_test_app_tear_down);
  g_test_add ("/desk/today", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_today,
              desk_test_app_tear_down);
  g_test_add ("/desk/same-row", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_same_row,
              desk_test_app_tear_down);
  g_test_add ("/desk/leave-stay", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_leave_stay,
              desk_test_app_tear_down);
  g_test_add ("/desk/leave-to-chosen", DeskTestApp, ASSOCIATE, desk_test_app_set_up,
              test_leave_to_chosen, desk_test_app_tear_down);
  g_test_add ("/desk/lock-keeps-place", DeskTestApp, ASSOCIATE, desk_test_app_set_up,
              test_lock_keeps_place, desk_test_app_tear_down);
  g_test_add ("/desk/touch-size", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_touch_size,
              desk_test_app_tear_down);
  g_test_add ("/desk/closes", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_closes,
              desk_test_app_tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (start_cases); i++)
    g_test_add_data_func (start_cases[i].path, &start_cases[i], test_start);
  g_test_add_func ("/start/demo", test_start_demo);
  g_test_add_func ("/start/usage", test_usage);
  g_test_add ("/desk/language", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_language,
              desk_test_app_tear_down);

  return g_test_run ();
}
