/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-choice.h"
#include "desk-import-window.h"
#include "desk-test-app.h"

/* Bringing in a file, as somebody does who has never done it: looked at, stopped, done
 * and done again, and what was refused kept. */

#define HEADER \
  "hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number," \
  "arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children," \
  "babies,meal,country,market_segment,distribution_channel,is_repeated_guest," \
  "previous_cancellations,previous_bookings_not_canceled,reserved_room_type," \
  "assigned_room_type,booking_changes,deposit_type,agent,company,days_in_waiting_list," \
  "customer_type,adr,required_car_parking_spaces,total_of_special_requests," \
  "reservation_status,reservation_status_date\n"
#define REST \
  ",BB,PRT,Online TA,TA/TO,0,0,0,A,A,0,No Deposit,9,NULL,0,Transient,98.5,0,1,Canceled,2024-01-04\n"
#define CITY "City Hotel,1,6,2024,March,10,5,1,2,2,0,0" REST
#define RESORT "Resort Hotel,1,6,2024,March,10,5,1,2,2,0,0" REST
#define NOBODY "City Hotel,1,6,2024,March,10,5,1,2,0,0,0" REST

/* A file of @text in the test's folder. */
static char *
write_file (DeskTestApp *self,
            const char  *name,
            const char  *text)
{
  char *path = g_build_filename (self->test->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
is_idle (gpointer window)
{
  return !desk_import_window_is_busy (window);
}

static void
wait_idle (DeskImportWindow *window)
{
  desk_test_wait (is_idle, window, "the import");
}

static DeskImportWindow *
open_window (DeskTestApp *self,
             const char  *path)
{
  DeskImportWindow *window =
    DESK_IMPORT_WINDOW (desk_import_window_new (self->desk->session, path));

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (desk_test_app_get_window (self)));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
assert_says (DeskImportWindow *window,
             const char       *words)
{
  const char *summary = desk_import_window_get_summary (window);

  if (strstr (summary, words) == NULL)
    g_error ("\"%s\" is not in \"%s\"", words, summary);
}

static gboolean
exists (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
test_bookings (DeskTestApp   *self,
               gconstpointer  login)
{
  g_autofree char *path = write_file (self, "rows.csv", HEADER CITY RESORT NOBODY CITY);
  g_autofree char *list = g_build_filename (self->test->folder, "refused.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (list);
  DeskImportWindow *window = open_window (self, path);
  gint64 before = desk_test_house_count (self->test, "stay");
  g_autofree char *saved = NULL;

  wait_idle (window);
  assert_says (window, "Stays that can come in: 3; already there: 0; refused: 1.");
  g_assert_cmpint (desk_test_house_count (self->test, "stay"), ==, before);

  desk_choice_choose (DESK_CHOICE (desk_test_find (GTK_WIDGET (window), "hotel")), "City Hotel");
  wait_idle (window);
  assert_says (window, "Stays that can come in: 2; already there: 0; refused: 1.");

  gtk_widget_activate_action (GTK_WIDGET (window), "import.do", NULL);
  wait_idle (window);
  assert_says (window, "Stays that came in: 2; already there: 0; refused: 1.");
  g_assert_cmpuint (desk_import_window_get_n_errors (window), ==, 1);
  g_assert_cmpint (desk_test_house_count (self->test, "stay"), ==, before + 2);

  desk_import_window_save (window, file);
  desk_test_wait (exists, file, "the list");
  desk_test_settle (50);
  g_assert_true (g_file_get_contents (list, &saved, NULL, NULL));
  g_assert_true (g_str_has_prefix (saved, "line,field,reason\r\n4,\"adults\",\""));
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_window (self, path);
  wait_idle (window);
  assert_says (window, "Stays that can come in: 1; already there: 2; refused: 1.");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Stopped, it says so; what is counted is in, and the rest comes with the next import. */
static void
test_stop (DeskTestApp   *self,
           gconstpointer  login)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autofree char *path = NULL;
  gint64 before = desk_test_house_count (self->test, "stay");
  DeskImportWindow *window;
  gint64 kept;
  guint i;

  for (i = 0; i < 800; i++)
    g_string_append (text, CITY);
  path = write_file (self, "rows.csv", text->str);
  window = open_window (self, path);
  wait_idle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "import.do", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "import.stop", NULL);
  wait_idle (window);
  assert_says (window, "Stopped. What came in is kept");
  kept = desk_test_house_count (self->test, "stay") - before;
  g_assert_cmpint (kept, <, 800);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_window (self, path);
  wait_idle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "import.do", NULL);
  wait_idle (window);
  g_assert_cmpint (desk_test_house_count (self->test, "stay"), ==, before + 800);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count (const char *text,
       const char *word)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

/* Whatever is no such file is said to be none, and nothing can be imported. */
static void
test_wrong (DeskTestApp   *self,
            gconstpointer  login)
{
  g_autofree char *path = write_file (self, "rows.csv", "hotel,adr\nCity Hotel,9\n");
  DeskImportWindow *window = open_window (self, path);

  wait_idle (window);
  assert_says (window, "there is no column is_canceled");
  g_assert_cmpuint (count (desk_import_window_get_summary (window), "rows.csv"), ==, 1);
  desk_choice_choose (DESK_CHOICE (desk_test_find (GTK_WIDGET (window), "kind")), "stays");
  wait_idle (window);
  assert_says (window, "rows.csv");
  gtk_widget_activate_action (GTK_WIDGET (window), "import.do", NULL);
  g_assert_false (desk_import_window_is_busy (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_stays (DeskTestApp   *self,
            gconstpointer  login)
{
  g_autofree char *path = write_file (self, "stays.json", desk_test_stays ());
  DeskImportWindow *window = open_window (self, path);

  wait_idle (window);
  assert_says (window, "Stays that can come in: 0; already there: 1; refused: 0.");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, DeskTestApp, MANAGER, desk_test_app_set_up, func, desk_test_app_tear_down)

  ADD ("/import/bookings", test_bookings);
  ADD ("/import/stop", test_stop);
  ADD ("/import/wrong", test_wrong);
  ADD ("/import/stays", test_stays);

  return g_test_run ();
}
