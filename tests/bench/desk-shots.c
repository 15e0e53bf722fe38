/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include <glib/gstdio.h>

#include "desk-audit-page.h"
#include "desk-demo.h"
#include "desk-error.h"
#include "desk-explain-pane.h"
#include "desk-folio-pane.h"
#include "desk-guests-page.h"
#include "desk-import-window.h"
#include "desk-line-bar.h"
#include "desk-rooms-page.h"
#include "desk-stay-list.h"
#include "desk-stay-page.h"
#include "desk-style.h"
#include "desk-test-desk.h"
#include "desk-toast.h"
#include "desk-today-page.h"

/* Takes a picture of every page of the console on the demo hotel, light and
 * dark, in the sizes that a desk has. */

/* PINs of the demo hotel. */
#define CLERK       "aino"
#define CLERK_PIN   "1111"
#define MANAGER     "tuula"
#define MANAGER_PIN "3333"
#define NIGHT       "kaarina"
#define NIGHT_PIN   "4444"

typedef struct
{
  DeskTestDesk *desk;
  const char   *folder;
  const char   *lang;
  const char   *scheme;
  int           width;
  int           height;
} Camera;

static const struct
{
  int width;
  int height;
} sizes[] = { { 1024, 768 }, { 1280, 800 }, { 1920, 1080 } };

/* What the window shows, once it has been laid out. */
static GskRenderNode *
get_node (GtkWidget       *window,
          graphene_rect_t *area)
{
  GskRenderNode *node = NULL;

  for (guint i = 0; i < 50 && node == NULL; i++)
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      int width = gdk_paintable_get_intrinsic_width (paintable);
      int height = gdk_paintable_get_intrinsic_height (paintable);

      gdk_paintable_snapshot (paintable, snapshot, width, height);
      graphene_rect_init (area, 0, 0, width, height);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        desk_test_settle (100);
    }

  return node;
}

static void
save_picture (GtkWidget  *window,
              const char *path)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  graphene_rect_t area;
  g_autoptr (GskRenderNode) node = get_node (window, &area);
  g_autoptr (GdkTexture) texture = NULL;

  if (node == NULL)
    g_error ("%s: nothing is shown", path);

  texture = gsk_renderer_render_texture (renderer, node, &area);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
}

static void
take (Camera     *camera,
      GtkWidget  *window,
      const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s-%s-%dx%d-%s.png", name, camera->lang, camera->width,
                                           camera->height, camera->scheme);
  g_autofree char *path = g_build_filename (camera->folder, file, NULL);

  desk_test_settle (350);
  save_picture (window, path);
  g_print ("%s\n", path);
}

static gint64
get_first_stay (DeskTestDesk *desk,
                DeskStayList *(*get_list) (DeskTodayPage *page))
{
  DeskTodayPage *today = DESK_TODAY_PAGE (desk_window_get_page (desk->window, "today"));

  return desk_stay_list_get_selected (get_list (today));
}

static gboolean
is_today_loaded (gpointer data)
{
  DeskTestDesk *desk = data;

  return desk_today_page_is_loaded (DESK_TODAY_PAGE (desk_window_get_page (desk->window,
                                                                           "today")));
}

static gboolean
is_dialog_open (gpointer data)
{
  return desk_window_get_dialog (((DeskTestDesk *) data)->window) != NULL;
}

/* The window that came up last besides the console. */
static GtkWidget *
find_dialog (Camera *camera)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (each->data != camera->desk->window && gtk_widget_get_mapped (each->data))
      return each->data;

  return NULL;
}

static void
take_dialog (Camera     *camera,
             const char *name)
{
  desk_test_settle (200);
  take (camera, find_dialog (camera), name);
  gtk_window_close (GTK_WINDOW (find_dialog (camera)));
}

static void
take_plan (Camera     *camera,
           const char *action,
           const char *name)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (camera->desk->window), action, NULL);
  desk_test_wait (is_dialog_open, camera->desk, name);
  dialog = desk_window_get_dialog (camera->desk->window);
  take (camera, GTK_WIDGET (dialog), name);
  gtk_window_destroy (dialog);
}

/* The first stay of a list of today's that has a bill worth looking at. */
static void
take_first (Camera     *camera,
            DeskStayList *(*get_list) (DeskTodayPage *page),
            const char *name)
{
  gint64 stay;

  desk_test_desk_go (camera->desk, "today");
  stay = get_first_stay (camera->desk, get_list);
  if (stay == 0)
    return;

  desk_test_desk_open (camera->desk, stay);
  desk_test_settle (200);
  take (camera, GTK_WIDGET (camera->desk->window), name);
}

/* The full plan of a line. */
static void
take_filled (Camera     *camera,
             const char *text,
             const char *name)
{
  DeskLineBar *line = DESK_LINE_BAR (desk_window_get_line (camera->desk->window));
  GtkWindow *dialog;

  desk_test_desk_line (camera->desk, text);
  desk_line_bar_open_plan (line);
  desk_test_wait (is_dialog_open, camera->desk, name);
  dialog = desk_window_get_dialog (camera->desk->window);
  desk_test_settle (200);
  take (camera, GTK_WIDGET (dialog), name);
  gtk_window_destroy (dialog);
}

static void
take_lines (Camera *camera)
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
  DeskLineBar *line = DESK_LINE_BAR (desk_window_get_line (camera->desk->window));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      desk_test_desk_line (camera->desk, lines[i][1]);
      take (camera, GTK_WIDGET (camera->desk->window), lines[i][0]);
      desk_line_bar_clear (line);
    }
}

static void
tell_trouble (Camera *camera)
{
  g_autoptr (GError) error = g_error_new (DESK_ERROR, DESK_ERROR_FULL,
                                          "database or disk is full");

  desk_window_show_error (GTK_WIDGET (camera->desk->window), error);
}

static void
take_stay (Camera *camera)
{
  GtkWidget *window = GTK_WIDGET (camera->desk->window);

  desk_test_desk_find (camera->desk, "412");
  take (camera, window, "stay");
  gtk_widget_activate_action (window, "win.why", "s", "total");
  take (camera, window, "stay-why-total");
  take_plan (camera, "win.post", "plan-post");
  take_plan (camera, "win.pay", "plan-pay");
  take_filled (camera, "412 fix 2 3.00 price: 3.00 on the card", "plan-fix");
  take_filled (camera, "412 off 10% noise", "plan-give");
  take_filled (camera, "412 rate 109 from tonight price: confirmation of 3 Aug", "plan-rate");
  take_filled (camera, "412 move noise", "plan-move");
  take_filled (camera, "412 out card early", "plan-out");
  gtk_widget_activate_action (window, "win.show-to-guest", NULL);
  take (camera, window, "guest");
  gtk_widget_activate_action (window, "win.show-to-guest", NULL);

  desk_test_desk_go (camera->desk, "today");
  desk_test_desk_open (camera->desk, get_first_stay (camera->desk, desk_today_page_get_arrivals));
  desk_test_settle (200);
  take (camera, window, "stay-booked");
  take_plan (camera, "win.check-in", "plan-check-in");
  take_first (camera, desk_today_page_get_departures, "stay-leaving");
  desk_test_desk_find (camera->desk, "507");
  take (camera, window, "stay-disputed");

  tell_trouble (camera);
  take (camera, window, "trouble");
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, id);

  return found;
}

/* Something for the audit to show, and how it is told. */
static void
give_once (Camera *camera)
{
  static const char *const lines[] = { "402 off 10% noise", "218 off 5.00 wait" };
  static gboolean given;
  DeskLineBar *line = DESK_LINE_BAR (desk_window_get_line (camera->desk->window));

  for (guint i = 0; i < G_N_ELEMENTS (lines) && !given; i++)
    {
      desk_test_desk_line (camera->desk, lines[i]);
      desk_test_settle (400);
      desk_line_bar_enter (line);
      desk_test_settle (600);
      take (camera, GTK_WIDGET (camera->desk->window), "done");
    }
  given = TRUE;
}

/* The rack, and one room of it with its nights and its history. */
static void
take_rooms (Camera *camera)
{
  GtkWidget *window = GTK_WIDGET (camera->desk->window);
  GtkWidget *page;

  desk_test_desk_go (camera->desk, "rooms");
  desk_test_settle (600);
  take (camera, window, "rooms");
  page = desk_window_get_page (camera->desk->window, "rooms");
  desk_rack_view_choose (desk_rooms_page_get_rack (DESK_ROOMS_PAGE (page)), "412");
  gtk_widget_activate_action (page, "rooms.detail", NULL);
  desk_test_settle (400);
  take (camera, window, "room");
  gtk_widget_activate_action (page, "rooms.close-detail", NULL);
}

/* Everybody of today, people found by name, and nobody. */
static void
take_guests (Camera *camera)
{
  static const char *const searches[][2] = {
    { "guests", "" }, { "guests-found", "kow" }, { "guests-nobody", "zzyzx" },
  };
  DeskGuestsPage *page;

  desk_test_desk_go (camera->desk, "guests");
  page = DESK_GUESTS_PAGE (desk_window_get_page (camera->desk->window, "guests"));
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      desk_guests_page_search (page, searches[i][1]);
      desk_test_settle (300);
      take (camera, GTK_WIDGET (camera->desk->window), searches[i][0]);
    }
  desk_guests_page_search (page, "");
}

/* The list of today, and that of the day before. */
static void
take_audit (Camera *camera)
{
  DeskDate today = desk_session_get_business_date (camera->desk->session);
  DeskAuditPage *page;

  desk_test_desk_go (camera->desk, "audit");
  page = DESK_AUDIT_PAGE (desk_window_get_page (camera->desk->window, "audit"));
  desk_audit_page_set_days (page, today, today);
  desk_test_settle (300);
  take (camera, GTK_WIDGET (camera->desk->window), "audit-today");
  desk_audit_page_set_days (page, today - 1, today - 1);
  desk_test_settle (300);
  take (camera, GTK_WIDGET (camera->desk->window), "audit");
}

/* A file of one booking that can come in and one that cannot. */
static void
take_import (Camera *camera)
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
  g_autofree char *path = g_build_filename (camera->folder, "bookings.csv", NULL);
  GtkWidget *window;

  g_file_set_contents (path, bookings, -1, NULL);
  window = desk_import_window_new (camera->desk->session, path);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (camera->desk->window));
  gtk_window_present (GTK_WINDOW (window));
  desk_test_settle (800);
  take_dialog (camera, "import");
  g_unlink (path);
}

static void
take_all (Camera *camera)
{
  GtkWidget *window = GTK_WIDGET (camera->desk->window);

  take (camera, window, "sign-in");
  desk_test_desk_sign_in (camera->desk, CLERK, CLERK_PIN);
  desk_test_desk_go (camera->desk, "today");
  desk_test_wait (is_today_loaded, camera->desk, "today");
  take (camera, window, "today");
  take_lines (camera);
  give_once (camera);
  take_stay (camera);
  desk_toast_hide (DESK_TOAST (find_named (window, "status")));
  take_rooms (camera);
  take_guests (camera);

  gtk_widget_activate_action (window, "win.switch-person", NULL);
  desk_test_desk_sign_in (camera->desk, NIGHT, NIGHT_PIN);
  desk_test_desk_go (camera->desk, "night");
  desk_test_settle (400);
  take (camera, window, "night");
  gtk_widget_activate_action (desk_window_get_page (camera->desk->window, "night"), "night.ask",
                              NULL);
  take_dialog (camera, "confirm");
  gtk_widget_activate_action (desk_window_get_page (camera->desk->window, "night"),
                              "night.verify", NULL);
  take (camera, window, "night-verified");
  gtk_widget_activate_action (window, "win.show-help-overlay", NULL);
  take_dialog (camera, "shortcuts");
  g_action_group_activate_action (G_ACTION_GROUP (camera->desk->app), "about", NULL);
  take_dialog (camera, "about");
  gtk_widget_activate_action (window, "win.switch-person", NULL);
  desk_test_desk_sign_in (camera->desk, MANAGER, MANAGER_PIN);
  take_audit (camera);
  take_import (camera);
  gtk_widget_activate_action (window, "win.lock", NULL);
}

static void
make_demo (const char *path)
{
  g_autoptr (GError) error = NULL;
  DeskContext context;

  desk_context_init_system (&context);
  context.user = "";
  context.role = DESK_ROLE_NONE;
  context.desk = "shots";
  context.lang = "en";
  if (!desk_demo_create (path, desk_date_from_dmy (4, 9, 2026), &context, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
copy_demo (const char *book,
           const char *path)
{
  g_autoptr (GFile) from = g_file_new_for_path (book);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  g_chmod (path, 0600);
}

/* A console of the camera's size; it remembers the size of the one before. */
static void
open_desk (Camera     *camera,
           const char *path)
{
  GSettings *settings = desk_app_get_settings ();

  g_settings_set_int (settings, "window-width", camera->width);
  g_settings_set_int (settings, "window-height", camera->height);
  camera->desk = desk_test_desk_new (path, camera->lang);
}

static void
take_start (Camera     *camera,
            const char *path)
{
  open_desk (camera, path);
  take (camera, GTK_WIDGET (camera->desk->window), "start");
  desk_test_desk_free (camera->desk);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *lang = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *size = NULL;
  g_autofree char *scheme = NULL;
  g_autofree char *book = NULL;
  g_autofree char *home = NULL;
  g_autofree char *path = NULL;
  g_autofree char *missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang, "Language of the console", "LANG" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Only this size", "1280x800" },
    { "scheme", 0, 0, G_OPTION_ARG_STRING, &scheme, "Only these colours", "light|dark" },
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &book, "A demo made before, of which a copy is shown",
      "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where the pictures go", "FOLDER" },
    { NULL },
  };
  Camera camera = { 0 };

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("desk-shots: %s\n", error->message);
      return 2;
    }

  gtk_init ();
  home = g_dir_make_tmp ("deskbell-shots-XXXXXX", NULL);
  path = g_build_filename (home, "demo.db", NULL);
  missing = g_build_filename (home, "none.db", NULL);
  if (book != NULL)
    copy_demo (book, path);
  else
    make_demo (path);

  camera.lang = lang != NULL ? lang : "en";
  camera.folder = folder != NULL ? folder : "shots";
  g_mkdir_with_parents (camera.folder, 0755);

  camera.scheme = "light";
  camera.width = 1280;
  camera.height = 800;
  take_start (&camera, missing);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%dx%d", sizes[i].width, sizes[i].height);

      if (size != NULL && !g_str_equal (size, name))
        continue;

      camera.width = sizes[i].width;
      camera.height = sizes[i].height;
      open_desk (&camera, path);
      for (int dark = 0; dark <= 1; dark++)
        {
          camera.scheme = dark ? "dark" : "light";
          if (scheme != NULL && !g_str_equal (scheme, camera.scheme))
            continue;

          desk_style_set_scheme (camera.scheme);
          take_all (&camera);
        }
      desk_test_desk_free (camera.desk);
    }

  g_unlink (path);
  g_rmdir (home);

  return 0;
}
