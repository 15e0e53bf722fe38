/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-guests-page.h"
#include "desk-stay-cell.h"
#include "desk-test-app.h"
#include "desk-today-page.h"

/* Who is found on the page of guests, and what stands beside; the numbers on Today. */

static DeskGuestsPage *
get_guests (DeskTestApp *self)
{
  return DESK_GUESTS_PAGE (desk_window_get_page (self->desk->window, "guests"));
}

static DeskStayList *
get_list (DeskTestApp *self)
{
  return desk_guests_page_get_list (get_guests (self));
}

static gboolean
has_one (gpointer data)
{
  return desk_stay_list_get_n_items (get_list (data)) == 1;
}

static gboolean
has_none (gpointer data)
{
  return desk_stay_list_get_n_items (get_list (data)) == 0;
}

static gboolean
has_history (gpointer data)
{
  DeskGuestHistory *history = desk_guests_page_get_history (get_guests (data));

  return gtk_widget_get_visible (GTK_WIDGET (history)) &&
         desk_stay_list_get_n_items (desk_guest_history_get_stays (history)) == 1;
}

static gboolean
has_no_history (gpointer data)
{
  return !gtk_widget_get_visible (GTK_WIDGET (desk_guests_page_get_history (get_guests (data))));
}

static void
test_history (DeskTestApp   *self,
              gconstpointer  data)
{
  DeskGuestHistory *history;

  desk_test_desk_go (self->desk, "guests");
  desk_guests_page_search (get_guests (self), "exam rob");
  desk_test_wait (has_one, self, "somebody to be found");
  g_assert_cmpint (desk_stay_list_get_selected (get_list (self)), ==, self->stay_id);
  desk_test_wait (has_history, self, "the guest's stays");

  /* Only as long as the key is held. */
  history = desk_guests_page_get_history (get_guests (self));
  g_assert_null (desk_guest_history_get_given (history));
  desk_guest_history_set_peek (history, TRUE);
  g_assert_cmpstr (desk_guest_history_get_given (history), ==, "Nothing so far.");
  desk_guest_history_set_peek (history, FALSE);
  g_assert_null (desk_guest_history_get_given (history));

  desk_stay_list_step (get_list (self), 1);
  desk_stay_list_open_selected (get_list (self));
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "stay");
}

static void
test_nobody (DeskTestApp   *self,
             gconstpointer  data)
{
  desk_test_desk_go (self->desk, "guests");
  desk_test_wait (has_one, self, "the people of today");
  desk_guests_page_search (get_guests (self), "zzz");
  desk_test_wait (has_none, self, "nobody to be found");
  desk_test_wait (has_no_history, self, "nobody beside the list");

  /* Nothing is selected: neither key may do anything. */
  desk_stay_list_step (get_list (self), 1);
  desk_stay_list_open_selected (get_list (self));
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "guests");

  gtk_widget_activate_action (GTK_WIDGET (get_guests (self)), "guests.reload", NULL);
  desk_guests_page_search (get_guests (self), "");
  desk_test_wait (has_one, self, "the people of today again");
}

static gboolean
today_is_loaded (gpointer data)
{
  GtkWidget *page = desk_window_get_page (((DeskTestApp *) data)->desk->window, "today");

  return desk_today_page_is_loaded (DESK_TODAY_PAGE (page));
}

static void
test_filters (DeskTestApp   *self,
              gconstpointer  data)
{
  DeskTodayPage *page = DESK_TODAY_PAGE (desk_window_get_page (self->desk->window, "today"));
  DeskStayList *arrivals = desk_today_page_get_arrivals (page);

  desk_test_wait (today_is_loaded, self, "today");
  g_assert_cmpuint (desk_stay_list_get_n_items (arrivals), ==, 1);

  /* Ready, not ready, late: the one arrival is one of them. */
  desk_stay_list_set_filter (arrivals, 0);
  g_assert_cmpuint (desk_stay_list_get_n_items (arrivals), ==, 1);
  desk_stay_list_set_filter (arrivals, 2);
  g_assert_cmpuint (desk_stay_list_get_n_items (arrivals), ==, 0);
  desk_stay_list_set_filter (arrivals, -1);
  g_assert_cmpuint (desk_stay_list_get_n_items (arrivals), ==, 1);
  g_assert_cmpint (desk_stay_list_get_selected (arrivals), ==, self->stay_id);
}

static DeskStayRow *
new_row (gint64      stay_id,
         const char *name)
{
  DeskStayRow *row = g_new0 (DeskStayRow, 1);

  row->stay_id = stay_id;
  row->guest_name = g_strdup (name);
  row->confirmation = g_strdup_printf ("X-%d", (int) stay_id);
  row->state = DESK_STAY_IN_HOUSE;
  row->adults = 1;
  return row;
}

/* Somebody who arrives on 1 March for two nights. */
static DeskStayRow *
new_arrival (gint64      stay_id,
             const char *name,
             guint       looks)
{
  DeskStayRow *row = new_row (stay_id, name);

  row->state = DESK_STAY_BOOKED;
  row->arrival = desk_date_from_dmy (1, 3, 2026);
  row->departure = row->arrival + 2;
  row->looks = looks;
  return row;
}

/* The cells of the arrivals: of the one row, or of both. */
static void
show_arrivals (DeskTestApp *self,
               DeskStayRow *first,
               DeskStayRow *second,
               GtkWidget  **cells)
{
  DeskTodayPage *page = DESK_TODAY_PAGE (desk_window_get_page (self->desk->window, "today"));
  GtkWidget *list = GTK_WIDGET (desk_today_page_get_arrivals (page));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *item;

  desk_test_wait (today_is_loaded, self, "today");
  g_ptr_array_add (rows, first);
  if (second != NULL)
    g_ptr_array_add (rows, second);
  desk_stay_list_set_rows (DESK_STAY_LIST (list), desk_session_get_property (self->desk->session),
                           rows);
  desk_test_settle (100);

  item = gtk_widget_get_first_child (desk_test_find (list, "list"));
  for (guint i = 0; i < (second != NULL ? 2 : 1); i++)
    {
      cells[i] = gtk_widget_get_first_child (item);
      g_assert_true (DESK_IS_STAY_CELL (cells[i]));
      item = gtk_widget_get_next_sibling (item);
    }
}

static const char *
get_text (GtkWidget *cell,
          guint      column)
{
  return desk_text_row_get_text (DESK_TEXT_ROW (cell), column);
}

/* Two remarks stand below each other, so that both are read on a narrow screen. */
static void
test_remarks (DeskTestApp   *self,
              gconstpointer  data)
{
  GtkWidget *cell;

  show_arrivals (self, new_arrival (77, "Robin", DESK_LOOK_LATE | DESK_LOOK_NO_ROOM), NULL, &cell);
  g_assert_cmpstr (get_text (cell, 4), ==, "expected 1\u00a0Mar");
  g_assert_cmpstr (get_text (cell, 5), ==, "no room yet");
}

/* No room is one dash and said once; the names stand below each other all the same. What
 * tells guests apart stands before what a narrow screen cuts off. */
static void
test_no_room (DeskTestApp   *self,
              gconstpointer  data)
{
  DeskStayRow *ready = new_arrival (78, "Robin", 0);
  GtkWidget *cells[2];
  GdkRectangle names[2];

  ready->room = g_strdup ("101");
  ready->room_clean = g_strdup ("inspected");
  show_arrivals (self, new_arrival (77, "Robin", DESK_LOOK_NO_ROOM), ready, cells);

  g_assert_cmpstr (get_text (cells[0], 0), ==, "–");
  g_assert_null (get_text (cells[0], 1));
  g_assert_cmpstr (get_text (cells[0], 3), ==, "1–3\u00a0Mar · X-77 · 1 adult");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cells[0]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Robin, 1–3\u00a0Mar · X-77 · 1 adult, Booked, no room yet");
  g_assert_cmpstr (get_text (cells[1], 0), ==, "101");
  g_assert_cmpstr (get_text (cells[1], 1), ==, "I");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cells[1]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Robin, 101, Inspected, 1–3\u00a0Mar · X-78 · 1 adult, "
                                       "Booked");

  desk_text_row_get_place (DESK_TEXT_ROW (cells[0]), 2, &names[0]);
  desk_text_row_get_place (DESK_TEXT_ROW (cells[1]), 2, &names[1]);
  g_assert_cmpint (names[0].x, ==, names[1].x);
  g_assert_cmpint (names[0].x, >, 0);
}

/* From the arrivals to the departures, past a list that has no rows, and back. */
static void
test_beside (DeskTestApp   *self,
             gconstpointer  data)
{
  GtkWidget *widget = desk_window_get_page (self->desk->window, "today");
  DeskTodayPage *page = DESK_TODAY_PAGE (widget);
  DeskStayList *arrivals = desk_today_page_get_arrivals (page);
  DeskStayList *departures = desk_today_page_get_departures (page);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  desk_test_wait (today_is_loaded, self, "today");
  g_ptr_array_add (rows, new_row (77, "Robin"));
  desk_stay_list_set_rows (departures, desk_session_get_property (self->desk->session), rows);
  desk_test_settle (100);
  g_assert_false (desk_test_press (widget, GDK_KEY_Right));

  g_assert_true (desk_stay_list_focus (arrivals));
  g_assert_true (desk_test_press (widget, GDK_KEY_Right));
  g_assert_true (desk_stay_list_has_focus (departures));
  g_assert_true (desk_test_press (widget, GDK_KEY_Right));
  g_assert_true (desk_stay_list_has_focus (departures));
  g_assert_true (desk_test_press (widget, GDK_KEY_Left));
  g_assert_true (desk_stay_list_has_focus (arrivals));
  g_assert_false (desk_test_press_held (widget, GDK_KEY_Right, GDK_CONTROL_MASK));
}

static void
set_rows (DeskTestApp  *self,
          GListStore   *store,
          const gint64 *ids,
          const char   *second_name)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint i;

  for (i = 0; ids[i] != 0; i++)
    g_ptr_array_add (rows, new_row (ids[i], i == 1 ? second_name : "Robin"));
  desk_stay_items_replace (store, desk_session_get_property (self->desk->session), rows);
}

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     GString    *log)
{
  g_string_append_printf (log, "%s%u-%u+%u", log->len > 0 ? " " : "", position, removed, added);
}

/* What is not new is left where it is: else every change would scroll every list. What is
 * new takes the place of what was there, and only the difference in number is one. */
static const struct
{
  gint64      after[6];
  const char *second_name;
  const char *changes;
} replace_cases[] = {
  { { 1, 2, 3, 4 }, "Robin", "" },
  { { 1, 2, 3, 4 }, "Kim", "" },
  { { 1, 2, 4 }, "Robin", "2-1+0" },
  { { 1, 2, 3, 9, 4 }, "Robin", "3-0+1" },
  { { 9, 2, 3, 4 }, "Robin", "" },
  { { 1, 2 }, "Robin", "2-2+0" },
  { { 0 }, "Robin", "0-4+0" },
  { { 4, 3, 2, 1 }, "Robin", "" },
};

static void
assert_shown (GListStore   *store,
              const gint64 *ids)
{
  guint i;

  for (i = 0; ids[i] != 0; i++)
    {
      g_autoptr (DeskStayItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_assert_cmpint (desk_stay_item_get_row (item)->stay_id, ==, ids[i]);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, i);
}

static void
test_replace (DeskTestApp   *self,
              gconstpointer  data)
{
  static const gint64 before[] = { 1, 2, 3, 4, 0 };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (replace_cases); i++)
    {
      g_autoptr (GListStore) store = g_list_store_new (DESK_TYPE_STAY_ITEM);
      g_autoptr (GString) log = g_string_new (NULL);

      set_rows (self, store, before, "Robin");
      g_signal_connect (store, "items-changed", G_CALLBACK (on_items_changed_cb), log);
      set_rows (self, store, replace_cases[i].after, replace_cases[i].second_name);
      g_assert_cmpstr (log->str, ==, replace_cases[i].changes);
      assert_shown (store, replace_cases[i].after);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/guests/history", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_history,
              desk_test_app_tear_down);
  g_test_add ("/guests/nobody", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_nobody,
              desk_test_app_tear_down);
  g_test_add ("/guests/filters", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_filters,
              desk_test_app_tear_down);
  g_test_add ("/guests/remarks", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_remarks,
              desk_test_app_tear_down);
  g_test_add ("/guests/no-room", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_no_room,
              desk_test_app_tear_down);
  g_test_add ("/guests/beside", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_beside,
              desk_test_app_tear_down);
  g_test_add ("/guests/replace", DeskTestApp, ASSOCIATE, desk_test_app_set_up, test_replace,
              desk_test_app_tear_down);

  return g_test_run ();
}
