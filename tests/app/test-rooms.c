/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "desk-line-bar.h"
#include "desk-rooms-page.h"
#include "desk-test-app.h"

/* The rack: what it shows, what is done in it, and how fast it is there. */

#define FLOORS 7
#define ROOMS_OF_FLOOR 36

/* Of the window's own work, beyond the read; a busy machine makes it wait, not work. */
#define FIRST_SHOW_MS 400

static DeskRoomsPage *
get_page (DeskTestApp *self)
{
  return DESK_ROOMS_PAGE (desk_window_get_page (self->desk->window, "rooms"));
}

static DeskRackView *
get_rack (DeskTestApp *self)
{
  return desk_rooms_page_get_rack (get_page (self));
}

static const DeskRackRow *
get_row (DeskTestApp *self,
         const char  *number)
{
  return desk_room_cell_get_row (desk_rack_view_get_cell (get_rack (self), number));
}

static gboolean
has_rack (gpointer data)
{
  return desk_rack_view_get_rack (get_rack (data)) != NULL;
}

static void
open_rooms (DeskTestApp *self)
{
  desk_test_desk_go (self->desk, "rooms");
  desk_test_wait (has_rack, self, "the rooms");
  desk_test_settle (50);
}

static void
activate (DeskTestApp *self,
          const char  *action,
          const char  *word)
{
  if (word != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (self)), action, "s", word));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (self)), action, NULL));
}

typedef struct
{
  DeskTestApp *app;
  const char  *number;
  const char  *clean;      /* (nullable) */
} RoomWait;

static gboolean
is_so_clean (gpointer data)
{
  RoomWait *wait = data;

  return g_str_equal (get_row (wait->app, wait->number)->clean, wait->clean);
}

static void
wait_clean (DeskTestApp *self,
            const char  *number,
            const char  *clean)
{
  RoomWait wait = { self, number, clean };

  desk_test_wait (is_so_clean, &wait, "the room to be so");
}

/* One room, then several, and taken back. */
static void
test_set (DeskTestApp   *self,
          gconstpointer  data)
{
  open_rooms (self);
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (self)), ==, 3);
  g_assert_cmpuint (desk_room_counts_get (desk_rooms_page_get_counts (get_page (self)), "clean"),
                    ==, 3);

  g_assert_true (desk_rack_view_choose (get_rack (self), "415"));
  activate (self, "rooms.set", "dirty");
  wait_clean (self, "415", "dirty");
  g_assert_cmpstr (get_row (self, "412")->clean, ==, "clean");
  g_assert_cmpuint (desk_room_counts_get (desk_rooms_page_get_counts (get_page (self)), "dirty"),
                    ==, 1);
  g_assert_nonnull (strstr (desk_window_get_status (self->desk->window), "415"));

  desk_test_app_activate (self, "win.undo");
  wait_clean (self, "415", "clean");

  desk_rack_view_mark_all (get_rack (self));
  g_assert_cmpuint (desk_rack_view_get_n_marked (get_rack (self)), ==, 3);
  activate (self, "rooms.set", "inspected");
  wait_clean (self, "501", "inspected");
  g_assert_cmpstr (get_row (self, "412")->clean, ==, "inspected");
  g_assert_cmpuint (desk_rack_view_get_n_marked (get_rack (self)), ==, 3);
}

/* What cannot be done is told, and changes nothing. */
static void
test_refused (DeskTestApp   *self,
              gconstpointer  data)
{
  open_rooms (self);
  desk_rack_view_choose (get_rack (self), "415");
  activate (self, "rooms.set", "clean");
  desk_test_settle (400);
  g_assert_nonnull (strstr (desk_window_get_status (self->desk->window), "415"));
  g_assert_cmpint (desk_test_house_count (self->test, "room_entry"), ==, 0);
}

static gboolean
shows_place (gpointer data)
{
  return gtk_widget_get_visible (GTK_WIDGET (desk_rooms_page_get_pane (get_page (data))));
}

/* Who is in a room is opened; an empty room shows its nights and what was done. */
static void
test_open (DeskTestApp   *self,
           gconstpointer  data)
{
  DeskRoomPane *pane;

  desk_test_app_check_in (self);
  open_rooms (self);
  g_assert_nonnull (get_row (self, "412")->inside);

  desk_rack_view_choose (get_rack (self), "501");
  activate (self, "rooms.set", "dirty");
  wait_clean (self, "501", "dirty");
  activate (self, "rooms.open", NULL);
  desk_test_wait (shows_place, self, "the room");
  pane = desk_rooms_page_get_pane (get_page (self));
  g_assert_nonnull (strstr (desk_room_pane_get_events (pane), "dirty"));
  g_assert_nonnull (strstr (desk_room_pane_get_events (pane), "  Anna Bakker  "));
  activate (self, "rooms.close-detail", NULL);
  g_assert_false (shows_place (self));

  desk_rack_view_choose (get_rack (self), "412");
  activate (self, "rooms.open", NULL);
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "stay");
}

static gboolean
shows_412 (gpointer data)
{
  GtkWidget *pane = GTK_WIDGET (desk_rooms_page_get_pane (get_page (data)));

  return shows_place (data) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (desk_test_find (pane, "title"))), "412");
}

static void
assert_shown (DeskTestApp *self,
              const char  *number)
{
  const char *const numbers[] = { "412", "415", "501" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      DeskRoomCell *cell = desk_rack_view_get_cell (get_rack (self), numbers[i]);
      gboolean shown = g_strcmp0 (numbers[i], number) == 0;

      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "shown") == shown);
      if (shown)
        gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
    }
}

/* A room stands beside the rack and covers none; another that is chosen takes its place, so
 * that its buttons never open somebody else's stay. The rack says which one it is. */
static void
test_beside (DeskTestApp   *self,
             gconstpointer  data)
{
  GtkWidget *pane;
  GtkWidget *rack;
  graphene_rect_t pane_area, rack_area;

  open_rooms (self);
  pane = GTK_WIDGET (desk_rooms_page_get_pane (get_page (self)));
  rack = GTK_WIDGET (get_rack (self));
  desk_rack_view_choose (get_rack (self), "501");
  activate (self, "rooms.detail", NULL);
  desk_test_wait (shows_place, self, "the room");
  desk_test_settle (100);
  g_assert_true (gtk_widget_compute_bounds (pane, GTK_WIDGET (get_page (self)), &pane_area));
  g_assert_true (gtk_widget_compute_bounds (rack, GTK_WIDGET (get_page (self)), &rack_area));
  g_assert_cmpfloat (rack_area.origin.x + rack_area.size.width, <=, pane_area.origin.x);

  g_assert_false (shows_412 (self));
  assert_shown (self, "501");
  desk_rack_view_choose (get_rack (self), "412");
  desk_test_wait (shows_412, self, "the other room");
  assert_shown (self, "412");

  activate (self, "rooms.close-detail", NULL);
  assert_shown (self, NULL);
  desk_rack_view_choose (get_rack (self), "415");
  desk_test_settle (100);
  g_assert_false (shows_place (self));
}

static gboolean
can_set (gpointer data)
{
  return gtk_widget_activate_action (GTK_WIDGET (get_page (data)), "rooms.set", "s", "dirty");
}

/* The room that has the focus when the page comes is chosen, as every other that is come to. */
static void
test_first (DeskTestApp   *self,
            gconstpointer  data)
{
  open_rooms (self);
  g_assert_cmpstr (desk_rack_view_get_row (get_rack (self))->number, ==, "412");
  g_assert_true (can_set (self));
  wait_clean (self, "412", "dirty");
}

static gboolean
is_at (gpointer data)
{
  RoomWait *wait = data;
  const DeskRackRow *row = desk_rack_view_get_row (get_rack (wait->app));

  return row != NULL && g_str_equal (row->number, wait->number);
}

static void
wait_at (DeskTestApp *self,
         const char  *number)
{
  RoomWait wait = { self, number, NULL };

  desk_test_wait (is_at, &wait, "the room to be chosen");
}

/* A room that is done leaves those that wait, and the next one is at hand; behind the last
 * one, the one before. */
static void
test_next (DeskTestApp   *self,
           gconstpointer  data)
{
  open_rooms (self);
  desk_rack_view_mark_all (get_rack (self));
  activate (self, "rooms.set", "dirty");
  wait_clean (self, "501", "dirty");
  desk_rack_view_unmark (get_rack (self));
  activate (self, "rooms.state", "dirty");

  desk_rack_view_choose (get_rack (self), "415");
  activate (self, "rooms.set", "clean");
  wait_clean (self, "415", "clean");
  wait_at (self, "501");
  activate (self, "rooms.set", "clean");
  wait_clean (self, "501", "clean");
  wait_at (self, "412");
}

/* Out of order begins in the line, where until when and why is said and seen. */
static void
test_take_out (DeskTestApp   *self,
               gconstpointer  data)
{
  DeskLineBar *line = DESK_LINE_BAR (desk_window_get_line (self->desk->window));

  open_rooms (self);
  desk_rack_view_mark_all (get_rack (self));
  activate (self, "rooms.take-out", "ooo");
  g_assert_cmpstr (desk_line_bar_get_text (line), ==, "412+415+501 ooo till ");

  desk_test_desk_line (self->desk, "415 ooo: no water");
  g_assert_nonnull (desk_line_bar_get_planned (line));
  desk_test_settle (400);
  desk_line_bar_enter (line);
  desk_test_settle (600);
  g_assert_cmpstr (get_row (self, "415")->service, ==, "ooo");
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "rooms");
  activate (self, "rooms.state", "ooo");
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (self)), ==, 1);
}

/* By state, by words, and nothing that fits. */
static void
test_filter (DeskTestApp   *self,
             gconstpointer  data)
{
  desk_test_app_check_in (self);
  open_rooms (self);
  activate (self, "rooms.state", "dirty");
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (self)), ==, 0);
  activate (self, "rooms.show-all", NULL);
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (self)), ==, 3);
  desk_rooms_page_search (get_page (self), "robin");
  desk_test_settle (50);
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (self)), ==, 1);
  desk_rooms_page_search (get_page (self), "501");
  desk_test_settle (50);
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (self)), ==, 1);
  desk_rooms_page_search (get_page (self), "nobody");
  desk_test_settle (50);
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (self)), ==, 0);

  /* Escape among the rooms shows all of them again, whatever hides some. */
  desk_rooms_page_search (get_page (self), "501");
  desk_test_settle (50);
  g_assert_true (desk_rack_view_choose (get_rack (self), "501"));
  g_assert_true (desk_test_press (GTK_WIDGET (get_page (self)), GDK_KEY_Escape));
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (self)), ==, 3);
  g_assert_false (desk_test_press (GTK_WIDGET (get_page (self)), GDK_KEY_Escape));
}

static char *
make_house (void)
{
  GString *text = g_string_new (desk_test_property ());

  for (int floor = 1; floor <= FLOORS; floor++)
    for (int n = 1; n <= ROOMS_OF_FLOOR; n++)
      g_string_append_printf (text, "\n[room B%d]\ntype=SUP\nfloor=%d\n", 100 * floor + n, floor);

  return g_string_free (text, FALSE);
}

/* What this thread has worked so far. */
static int
get_worked_ms (void)
{
  struct timespec worked;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked), ==, 0);
  return (int) (worked.tv_sec * 1000 + worked.tv_nsec / 1000000);
}

static void
on_frame_cb (GdkFrameClock *clock,
             gboolean      *drawn)
{
  *drawn = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
is_drawn (gpointer cell)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (cell);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (picture, snapshot, 100, 100);
  node = gtk_snapshot_free_to_node (snapshot);

  return node != NULL;
}

/* A room below the window's edge is drawn when it is gone to, not before. */
static void
check_unseen (DeskTestApp *self)
{
  GtkWidget *cell = GTK_WIDGET (desk_rack_view_get_cell (get_rack (self), "B736"));

  gtk_window_set_default_size (GTK_WINDOW (self->desk->window), 1024, 400);
  desk_test_settle (100);
  desk_rack_view_choose (get_rack (self), "B101");
  desk_test_settle (100);
  gtk_widget_queue_draw (cell);
  desk_test_settle (50);
  g_assert_false (is_drawn (cell));
  desk_rack_view_choose (get_rack (self), "B736");
  desk_test_settle (100);
  desk_test_wait (is_drawn, cell, "the room to be scrolled to");
  desk_rack_view_choose (get_rack (self), "B101");
  desk_test_settle (400);

  /* Or when the window becomes higher. */
  cell = GTK_WIDGET (desk_rack_view_get_cell (get_rack (self), "B501"));
  gtk_widget_queue_draw (cell);
  desk_test_settle (50);
  g_assert_false (is_drawn (cell));
  gtk_window_set_default_size (GTK_WINDOW (self->desk->window), 1024, 790);
  desk_test_wait (is_drawn, cell, "the room that is uncovered");
}

/* However far it is scrolled: a room is drawn whole or not at all. */
static void
check_whole (DeskTestApp *self)
{
  GtkWidget *cell = GTK_WIDGET (desk_rack_view_get_cell (get_rack (self), "B101"));
  GtkWidget *scroller = gtk_widget_get_ancestor (cell, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  gtk_adjustment_set_value (adjustment, 0);
  desk_test_wait (is_drawn, cell, "the first room");
  g_assert_true (gtk_widget_compute_bounds (cell, GTK_WIDGET (get_rack (self)), &bounds));
  gtk_adjustment_set_value (adjustment, bounds.origin.y + bounds.size.height / 2);
  gtk_widget_queue_draw (cell);
  desk_test_settle (50);
  g_assert_false (is_drawn (cell));
  gtk_adjustment_set_value (adjustment, bounds.origin.y);
  desk_test_wait (is_drawn, cell, "the first room again");
}

/* 252 rooms and a few: what a big house waits for. Another desk's change is shown too. */
static void
test_big (void)
{
  g_autofree char *property = make_house ();
  g_autoptr (DeskTestHouse) test = desk_test_house_new_with (property);
  DeskTestApp self = { .test = test };
  g_autoptr (DeskLine) line = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  gboolean drawn = FALSE;
  GdkFrameClock *clock;
  int before = 0;

  self.desk = desk_test_desk_new (test->path, "en");
  desk_test_desk_wait_place (self.desk, "sign-in");
  desk_test_desk_sign_in (self.desk, ASSOCIATE, ASSOCIATE_PIN);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self.desk->window));

  desk_test_desk_go (self.desk, "rooms");
  while (!has_rack (&self))
    {
      before = get_worked_ms ();
      g_main_context_iteration (NULL, FALSE);
    }
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_cb), &drawn);
  desk_test_wait (is_true, &drawn, "the first picture");
  g_test_message ("the rack cost %d ms beyond the read", get_worked_ms () - before);
  g_assert_cmpint (get_worked_ms () - before, <, FIRST_SHOW_MS);
  g_signal_handlers_disconnect_by_func (clock, on_frame_cb, &drawn);
  g_assert_cmpuint (desk_rooms_page_get_n_shown (get_page (&self)), >=, FLOORS * ROOMS_OF_FLOOR);

  /* The arrows: along the doors, and from row to row. */
  desk_rack_view_choose (get_rack (&self), "B101");
  desk_rack_view_move (get_rack (&self), 1, 0, FALSE);
  g_assert_cmpstr (desk_rack_view_get_row (get_rack (&self))->number, ==, "B102");
  desk_rack_view_move (get_rack (&self), 0, 1, FALSE);
  g_assert_cmpstr (desk_rack_view_get_row (get_rack (&self))->number, !=, "B102");
  desk_rack_view_move (get_rack (&self), 0, -1, FALSE);
  g_assert_cmpstr (desk_rack_view_get_row (get_rack (&self))->number, ==, "B102");
  desk_rack_view_move (get_rack (&self), 1, 0, TRUE);
  desk_rack_view_move (get_rack (&self), 1, 0, TRUE);
  g_assert_cmpuint (desk_rack_view_get_n_marked (get_rack (&self)), ==, 3);
  desk_rack_view_unmark (get_rack (&self));
  desk_rack_view_toggle (get_rack (&self));
  g_assert_cmpuint (desk_rack_view_get_n_marked (get_rack (&self)), ==, 1);

  check_unseen (&self);
  check_whole (&self);

  line = desk_line_parse (test->house, "B201-B236 dirty", 0, desk_catalog_get_default (), &error);
  g_assert_no_error (error);
  outcome = desk_action_do (test->house, &test->context, line->action, NULL, NULL, &error);
  g_assert_no_error (error);
  wait_clean (&self, "B236", "dirty");
  g_assert_cmpuint (desk_rack_view_get_n_marked (get_rack (&self)), ==, 1);
  desk_test_desk_free (self.desk);
}

/* Each cell says all there is to see. */
static void
test_words (DeskTestApp   *self,
            gconstpointer  data)
{
  DeskRoomCell *cell;
  char *wrong;

  desk_test_app_check_in (self);
  open_rooms (self);
  cell = desk_rack_view_get_cell (get_rack (self), "501");
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (cell),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              "501, SUP, vacant, clean");
  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (cell)), ==,
                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/rooms/set", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_set,
              desk_test_app_tear_down);
  g_test_add ("/rooms/refused", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_refused,
              desk_test_app_tear_down);
  g_test_add ("/rooms/open", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_open,
              desk_test_app_tear_down);
  g_test_add ("/rooms/beside", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_beside,
              desk_test_app_tear_down);
  g_test_add ("/rooms/first", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_first,
              desk_test_app_tear_down);
  g_test_add ("/rooms/next", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_next,
              desk_test_app_tear_down);
  g_test_add ("/rooms/take-out", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_take_out,
              desk_test_app_tear_down);
  g_test_add ("/rooms/filter", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_filter,
              desk_test_app_tear_down);
  g_test_add ("/rooms/words", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_words,
              desk_test_app_tear_down);
  g_test_add_func ("/rooms/big", test_big);

  return g_test_run ();
}
