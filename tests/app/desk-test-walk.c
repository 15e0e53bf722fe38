/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-walk.h"

#include <glib/gstdio.h>

#include "desk-audit-page.h"
#include "desk-error.h"
#include "desk-guests-page.h"
#include "desk-import-window.h"
#include "desk-line-bar.h"
#include "desk-night-page.h"
#include "desk-rooms-page.h"
#include "desk-stay-page.h"
#include "desk-toast.h"
#include "desk-today-page.h"

/* Once around the console on the demo hotel, full or small: every page, every kind of
 * dialog and menu, and what comes up beside them. */

/* People of the demo hotel and their PINs. */
#define CLERK       "aino"
#define CLERK_PIN   "1111"
#define MANAGER     "tuula"
#define MANAGER_PIN "3333"
#define NIGHT       "kaarina"
#define NIGHT_PIN   "4444"

typedef struct
{
  DeskTestDesk *desk;
  GtkWidget    *window;
  DeskTestLook  look;
  gpointer      data;
} Walk;

/* Something changes before it is looked at: reading takes a moment. */
#define MOMENT_MS 80

static void
look (Walk       *self,
      GtkWidget  *window,
      const char *name)
{
  desk_test_settle (MOMENT_MS);
  self->look (window, name, self->data);
}

static GtkWidget *
get_page (Walk       *self,
          const char *name)
{
  return desk_window_get_page (self->desk->window, name);
}

static DeskLineBar *
get_line (Walk *self)
{
  return DESK_LINE_BAR (desk_window_get_line (self->desk->window));
}

/* --------------------------------------------------------------- dialogs -- */

static gboolean
has_dialog (gpointer data)
{
  return desk_window_get_dialog (((Walk *) data)->desk->window) != NULL;
}

static void
look_at_plan (Walk       *self,
              const char *name)
{
  GtkWindow *dialog;

  desk_test_wait (has_dialog, self, name);
  dialog = desk_window_get_dialog (self->desk->window);
  desk_test_settle (MOMENT_MS);
  look (self, GTK_WIDGET (dialog), name);
  gtk_window_destroy (dialog);
}

static void
look_at_form (Walk       *self,
              const char *action,
              const char *name)
{
  gtk_widget_activate_action (self->window, action, NULL);
  look_at_plan (self, name);
}

/* The full plan of a line. */
static void
look_at_filled (Walk       *self,
                const char *line,
                const char *name)
{
  desk_test_desk_line (self->desk, line);
  desk_line_bar_open_plan (get_line (self));
  look_at_plan (self, name);
}

/* The window that came up last besides the console. */
static GtkWidget *
find_other (Walk *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (each->data != self->window && gtk_widget_get_mapped (each->data))
      return each->data;

  return NULL;
}

static gboolean
has_other (gpointer data)
{
  return find_other (data) != NULL;
}

static void
look_at_other (Walk       *self,
               const char *name)
{
  desk_test_wait (has_other, self, name);
  look (self, find_other (self), name);
}

static void
close_other (Walk *self)
{
  gtk_window_close (GTK_WINDOW (find_other (self)));
  desk_test_settle (50);
}

static void
look_at_menu (Walk       *self,
              const char *button_id,
              const char *name)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (desk_test_find (self->window, button_id));

  gtk_menu_button_popup (button);
  look (self, GTK_WIDGET (gtk_menu_button_get_popover (button)), name);
  gtk_menu_button_popdown (button);
  desk_test_settle (50);
}

/* ----------------------------------------------------------- at the desk -- */

static void
look_at_lines (Walk *self)
{
  static const char *const lines[][2] = {
    { "line-find", "an" },
    { "line-post", "412 post water 2x" },
    { "line-why", "412 why total" },
    { "line-wrong", "412 post" },
    { "line-fix", "412 fix 2 3.00 price: 3.00 on the card" },
    { "line-off", "412 off 10% noise" },
    { "line-move", "412 move noise" },
    { "line-beyond", "412 off 90.00 noise" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      desk_test_desk_line (self->desk, lines[i][1]);
      look (self, self->window, lines[i][0]);
      desk_line_bar_clear (get_line (self));
    }
}

/* Something for the audit to show, and how it is told. */
static void
give_once (Walk *self)
{
  static const char *const lines[] = { "402 off 10% noise", "218 off 5.00 wait" };
  static gboolean given;

  for (guint i = 0; i < G_N_ELEMENTS (lines) && !given; i++)
    {
      desk_test_desk_line (self->desk, lines[i]);
      desk_test_settle (400);
      desk_line_bar_enter (get_line (self));
      desk_test_settle (600);
      look (self, self->window, "done");
    }
  given = TRUE;
}

static gint64
get_first_stay (Walk         *self,
                DeskStayList *(*get_list) (DeskTodayPage *page))
{
  return desk_stay_list_get_selected (get_list (DESK_TODAY_PAGE (get_page (self, "today"))));
}

static void
open_first (Walk         *self,
            DeskStayList *(*get_list) (DeskTodayPage *page))
{
  desk_test_desk_go (self->desk, "today");
  desk_test_desk_open (self->desk, get_first_stay (self, get_list));
  desk_test_settle (MOMENT_MS);
}

static void
look_at_stay (Walk *self)
{
  desk_test_desk_find (self->desk, "412");
  look (self, self->window, "stay");
  look_at_menu (self, "more", "menu-stay");
  gtk_widget_activate_action (self->window, "win.why", "s", "total");
  look (self, self->window, "stay-why-total");
  look_at_form (self, "win.post", "plan-post");
  look_at_form (self, "win.pay", "plan-pay");
  look_at_filled (self, "412 fix 2 3.00 price: 3.00 on the card", "plan-fix");
  look_at_filled (self, "412 off 10% noise", "plan-give");
  look_at_filled (self, "412 rate 109 from tonight price: confirmation of 3 Aug", "plan-rate");
  look_at_filled (self, "412 move noise", "plan-move");
  look_at_filled (self, "412 out card early", "plan-out");
  gtk_widget_activate_action (self->window, "win.show-to-guest", NULL);
  look (self, self->window, "guest");
  gtk_widget_activate_action (self->window, "win.show-to-guest", NULL);
}

static void
tell_trouble (Walk *self)
{
  g_autoptr (GError) error = g_error_new (DESK_ERROR, DESK_ERROR_FULL,
                                          "database or disk is full");

  desk_window_show_error (self->window, error);
  look (self, self->window, "trouble");
  desk_toast_hide (DESK_TOAST (desk_test_find (self->window, "status")));
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

/* Somebody who has left, with an invoice. */
static void
look_at_left (Walk *self)
{
  static gint64 stay_id;

  if (stay_id == 0)
    {
      desk_test_desk_find (self->desk, "716");
      stay_id = desk_stay_page_get_stay_id (DESK_STAY_PAGE (get_page (self, "stay")));
      desk_test_desk_line (self->desk, "716 out card");
      desk_line_bar_open_plan (get_line (self));
      desk_test_wait (has_dialog, self, "the plan to check out");
      desk_test_settle (2 * MOMENT_MS);
      gtk_widget_activate_action (GTK_WIDGET (desk_window_get_dialog (self->desk->window)),
                                  "plan.do", NULL);
      desk_test_wait (has_no_dialog, self, "the guest to leave");
      desk_toast_hide (DESK_TOAST (desk_test_find (self->window, "status")));
    }

  desk_test_desk_open (self->desk, stay_id);
  look (self, self->window, "stay-left");
}

static void
look_at_other_stays (Walk *self)
{
  open_first (self, desk_today_page_get_arrivals);
  look (self, self->window, "stay-booked");
  look_at_form (self, "win.check-in", "plan-check-in");
  open_first (self, desk_today_page_get_departures);
  look (self, self->window, "stay-leaving");
  desk_test_desk_find (self->desk, "507");
  look (self, self->window, "stay-disputed");
  tell_trouble (self);
  look_at_left (self);
}

static gboolean
has_rack (gpointer data)
{
  return desk_rooms_page_get_n_shown (data) > 0;
}

/* The rack, and one room of it with its nights and its history. */
static void
look_at_rooms (Walk *self)
{
  GtkWidget *page;

  desk_test_desk_go (self->desk, "rooms");
  page = get_page (self, "rooms");
  desk_test_wait (has_rack, page, "the rooms");
  look (self, self->window, "rooms");
  desk_rack_view_choose (desk_rooms_page_get_rack (DESK_ROOMS_PAGE (page)), "412");
  look_at_menu (self, "status_button", "menu-rooms");
  gtk_widget_activate_action (page, "rooms.detail", NULL);
  look (self, self->window, "room");
  gtk_widget_activate_action (page, "rooms.close-detail", NULL);
}

/* Everybody of today, people found by name, and nobody. */
static void
look_at_guests (Walk *self)
{
  static const char *const searches[][2] = {
    { "guests", "" }, { "guests-found", "kow" }, { "guests-nobody", "zzyzx" },
  };
  DeskGuestsPage *page;

  desk_test_desk_go (self->desk, "guests");
  page = DESK_GUESTS_PAGE (get_page (self, "guests"));
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      desk_guests_page_search (page, searches[i][1]);
      look (self, self->window, searches[i][0]);
    }
  desk_guests_page_search (page, "");
}

static gboolean
is_today_loaded (gpointer data)
{
  return desk_today_page_is_loaded (DESK_TODAY_PAGE (get_page (data, "today")));
}

static void
walk_as_clerk (Walk *self)
{
  desk_test_desk_sign_in (self->desk, CLERK, CLERK_PIN);
  desk_test_desk_go (self->desk, "today");
  desk_test_wait (is_today_loaded, self, "today");
  look (self, self->window, "today");
  look_at_menu (self, "menu_button", "menu");
  look_at_lines (self);
  give_once (self);
  look_at_stay (self);
  look_at_other_stays (self);
  look_at_rooms (self);
  look_at_guests (self);
}

/* ----------------------------------------------------------- by the house -- */

/* Only once the page knows what the night will post. */
static gboolean
asks_to_close (gpointer data)
{
  Walk *self = data;

  if (!has_other (self))
    gtk_widget_activate_action (get_page (self, "night"), "night.ask", NULL);

  return has_other (self);
}

static gboolean
is_night_idle (gpointer data)
{
  return !desk_night_page_is_busy (data);
}

static void
walk_at_night (Walk *self)
{
  GtkWidget *page;

  desk_test_desk_sign_in (self->desk, NIGHT, NIGHT_PIN);
  desk_test_desk_go (self->desk, "night");
  page = get_page (self, "night");
  desk_test_settle (MOMENT_MS);
  look (self, self->window, "night");
  desk_test_wait (asks_to_close, self, "the question");
  look_at_other (self, "confirm");
  close_other (self);
  gtk_widget_activate_action (page, "night.verify", NULL);
  desk_test_wait (is_night_idle, page, "the verdict");
  look (self, self->window, "night-verified");
}

static void
look_at_audit (Walk       *self,
               DeskDate    day,
               const char *name)
{
  DeskAuditPage *page = DESK_AUDIT_PAGE (get_page (self, "audit"));

  desk_audit_page_set_days (page, day, day);
  desk_test_settle (600);
  look (self, self->window, name);
}

/* A file of one booking that can come in and one that cannot. */
static void
look_at_import (Walk *self)
{
  static const char bookings[] =
    "hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number,"
    "arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children,"
    "babies,meal,country,market_segment,distribution_channel,is_repeated_guest,"
    "previous_cancellations,previous_bookings_not_canceled,reserved_room_type,"
    "assigned_room_type,booking_changes,deposit_type,agent,company,days_in_waiting_list,"
    "customer_type,adr,required_car_parking_spaces,total_of_special_requests,"
    "reservation_status,reservation_status_date\n"
    "City Hotel,1,6,2024,March,10,5,1,2,2,0,0,BB,PRT,Online TA,TA/TO,0,0,0,A,A,0,No Deposit,9,"
    "NULL,0,Transient,98.5,0,1,Canceled,2024-01-04\n"
    "City Hotel,1,6,2024,March,10,5,1,2,0,0,0,BB,PRT,Online TA,TA/TO,0,0,0,A,A,0,No Deposit,9,"
    "NULL,0,Transient,98.5,0,1,Canceled,2024-01-04\n";
  g_autofree char *folder = g_dir_make_tmp ("deskbell-walk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bookings.csv", NULL);
  GtkWidget *window;

  g_file_set_contents (path, bookings, -1, NULL);
  window = desk_import_window_new (self->desk->session, path);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (window));
  desk_test_settle (600);
  look_at_other (self, "import");
  close_other (self);
  g_unlink (path);
  g_rmdir (folder);
}

static void
look_at_about (Walk *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->desk->app), "about", NULL);
  look_at_other (self, "about");
  close_other (self);
}

static void
walk_as_manager (Walk *self)
{
  DeskDate today = desk_session_get_business_date (self->desk->session);

  desk_test_desk_sign_in (self->desk, MANAGER, MANAGER_PIN);
  desk_test_desk_go (self->desk, "audit");
  look_at_audit (self, today, "audit-today");
  look_at_audit (self, today - 1, "audit");
  look_at_import (self);
  gtk_widget_activate_action (self->window, "win.show-help-overlay", NULL);
  look_at_other (self, "shortcuts");
  close_other (self);
  look_at_about (self);
}

/**
 * desk_test_walk:
 * @desk: a console on the demo hotel, locked
 * @look: what to do at each page, dialog and menu
 * @data: for @look
 *
 * Goes once around the console. What it does to the hotel it does the first time only.
 */
void
desk_test_walk (DeskTestDesk *desk,
                DeskTestLook  look_at,
                gpointer      data)
{
  Walk self = { desk, GTK_WIDGET (desk->window), look_at, data };

  desk_test_desk_wait_place (desk, "sign-in");
  look (&self, self.window, "sign-in");
  walk_as_clerk (&self);
  gtk_widget_activate_action (self.window, "win.switch-person", NULL);
  walk_at_night (&self);
  gtk_widget_activate_action (self.window, "win.switch-person", NULL);
  walk_as_manager (&self);
  gtk_widget_activate_action (self.window, "win.lock", NULL);
}

/* What stands where no hotel is. */
void
desk_test_walk_start (DeskTestDesk *desk,
                      DeskTestLook  look_at,
                      gpointer      data)
{
  Walk self = { desk, GTK_WIDGET (desk->window), look_at, data };

  desk_test_desk_wait_place (desk, "start");
  look (&self, self.window, "start");
}
