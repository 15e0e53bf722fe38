/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>

#include "desk-bench-hotel.h"
#include "desk-audit-page.h"
#include "desk-bench-samples.h"
#include "desk-guests-page.h"
#include "desk-line-bar.h"
#include "desk-rooms-page.h"
#include "desk-stay-page.h"
#include "desk-test-desk.h"
#include "desk-today-page.h"

/* From a key to the frame with the answer in it. Each line that is printed is one
 * time: which, and how many nanoseconds. */

/* The slowest of a hundred is asked for, so there are some hundreds. */
#define N_TYPED 200
#define N_OPENED 30
#define N_SHOWN 8
#define PAUSE_MS 200

/* Any but the one that is measured. */
#define OTHER_STAY 2

/* Frames and answers as they come. */
typedef struct
{
  DeskTestDesk *desk;
  GtkWidget    *bare;
  GtkWidget    *bare_entry;
  guint         n_guests;
  guint         one_in;        /* of so many times it is done once */
  gint64        stay_id;
  gboolean      answered;    /* what the key asked for has come */
  gboolean      painted;     /* and a frame was painted behind that */
  gboolean      bare_painted;
  const char   *shown;       /* the page that is shown for the first time */
  gint64        begun;
  gint64        worked;
  gint64        stolen;
} Watch;

static gboolean
is_bill_shown (Watch *watch)
{
  DeskStayPage *page = DESK_STAY_PAGE (desk_window_get_page (watch->desk->window, "stay"));

  return desk_stay_page_get_stay_id (page) == watch->stay_id &&
         desk_stay_page_get_bill (page) != NULL;
}

static void
on_painted_cb (Watch *watch)
{
  watch->painted = watch->answered;
}

static void
on_bare_painted_cb (Watch *watch)
{
  watch->bare_painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return ((Watch *) data)->painted;
}

static gboolean
is_bare_painted (gpointer data)
{
  return ((Watch *) data)->bare_painted;
}

/* A letter in an empty window: what one frame costs. */
static void
measure_bare (Watch      *watch,
              const char *typed)
{
  gint64 begun;

  desk_test_settle (PAUSE_MS);
  watch->bare_painted = FALSE;
  begun = desk_bench_now ();
  gtk_editable_set_text (GTK_EDITABLE (watch->bare_entry), typed);
  desk_test_wait (is_bare_painted, watch, "an empty window");
  g_print ("bare %" G_GINT64_FORMAT "\n", desk_bench_now () - begun);
}

static void
begin (Watch *watch)
{
  watch->answered = watch->painted = FALSE;
  watch->stolen = desk_bench_get_stolen ();
  watch->worked = desk_bench_get_worked ();
  watch->begun = desk_bench_now ();
}

static void
end (Watch      *watch,
     const char *name)
{
  gint64 took;

  desk_test_wait (is_painted, watch, name);
  took = desk_bench_now () - watch->begun;
  g_print ("%s %" G_GINT64_FORMAT "\n", name, took);
  g_print ("%s-work %" G_GINT64_FORMAT "\n", name, desk_bench_get_worked () - watch->worked);
  if (desk_bench_get_stolen () == watch->stolen)
    g_print ("%s-alone %" G_GINT64_FORMAT "\n", name, took);
}

static char *
dup_typed (Watch *watch,
           guint  i)
{
  g_autofree char *name = desk_bench_name (i / 4 * 7919 % watch->n_guests);
  const char *family = strchr (name, ' ') + 1;

  return g_utf8_substring (family, 0, MIN ((glong) i % 4 + 1, g_utf8_strlen (family, -1)));
}

static gboolean
found_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  Watch *watch = data;

  watch->answered = desk_guests_page_is_answered (DESK_GUESTS_PAGE (widget));
  return watch->answered ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
type_at_guests (Watch *watch)
{
  DeskGuestsPage *page;
  guint i;

  desk_test_desk_go (watch->desk, "guests");
  desk_test_settle (500);
  page = DESK_GUESTS_PAGE (desk_window_get_page (watch->desk->window, "guests"));
  for (i = 0; i < N_TYPED / watch->one_in; i++)
    {
      g_autofree char *typed = dup_typed (watch, i);

      measure_bare (watch, typed);
      desk_test_settle (PAUSE_MS);
      begin (watch);
      desk_guests_page_search (page, typed);
      gtk_widget_add_tick_callback (GTK_WIDGET (page), found_cb, watch, NULL);
      end (watch, "guests");
    }
}

static gboolean
answer_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  Watch *watch = data;

  if (desk_line_bar_is_answered (DESK_LINE_BAR (widget)))
    watch->answered = TRUE;
  return watch->answered ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
type_at_line (Watch *watch)
{
  GtkWidget *line = desk_window_get_line (watch->desk->window);
  guint i;

  desk_test_desk_go (watch->desk, "today");
  desk_test_settle (500);
  for (i = 0; i < N_TYPED / watch->one_in; i++)
    {
      g_autofree char *typed = dup_typed (watch, i);

      desk_test_settle (PAUSE_MS);
      begin (watch);
      desk_line_bar_set_text (DESK_LINE_BAR (line), typed);
      gtk_widget_add_tick_callback (line, answer_cb, watch, NULL);
      end (watch, "line");
    }
  desk_line_bar_clear (DESK_LINE_BAR (line));
}

static gboolean
bill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Watch *watch = data;

  watch->answered = is_bill_shown (watch);
  return watch->answered ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* The long bill, each time from the page of today. */
static void
open_bill (Watch *watch)
{
  GtkWidget *window = GTK_WIDGET (watch->desk->window);
  guint i;

  for (i = 0; i < N_OPENED / watch->one_in; i++)
    {
      desk_test_desk_open (watch->desk, OTHER_STAY);
      desk_test_settle (100);
      desk_test_desk_go (watch->desk, "today");
      desk_test_settle (2 * PAUSE_MS);
      begin (watch);
      gtk_widget_activate_action (window, "win.open-stay", "x", watch->stay_id);
      gtk_widget_add_tick_callback (window, bill_cb, watch, NULL);
      end (watch, "bill");
    }
}

static gboolean
is_page_filled (Watch *watch)
{
  GtkWidget *page = desk_window_get_page (watch->desk->window, watch->shown);

  if (page == NULL)
    return FALSE;
  if (DESK_IS_TODAY_PAGE (page))
    return desk_today_page_is_loaded (DESK_TODAY_PAGE (page));
  if (DESK_IS_AUDIT_PAGE (page))
    return desk_audit_page_is_loaded (DESK_AUDIT_PAGE (page));

  return desk_rack_view_get_rack (desk_rooms_page_get_rack (DESK_ROOMS_PAGE (page))) != NULL;
}

static gboolean
page_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Watch *watch = data;

  watch->answered = is_page_filled (watch);
  return watch->answered ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
begin_page (Watch      *watch,
            const char *name)
{
  watch->shown = name;
  begin (watch);
  gtk_widget_add_tick_callback (GTK_WIDGET (watch->desk->window), page_cb, watch, NULL);
}

/* The PIN was right: before the window hears of it and shows the first page. */
static gboolean
signed_in_cb (GSignalInvocationHint *hint,
              guint                  n_values,
              const GValue          *values,
              gpointer               data)
{
  begin_page (data, "today");
  return TRUE;
}

/* In a new window each time, whose pages are made when they are looked at. */
static void
show_first (Watch      *watch,
            const char *path)
{
  static const char *const pages[] = { "rooms", "audit" };
  guint signal_id;
  gulong hook_id;
  guint i;

  watch->desk = desk_test_desk_new (path, "en");
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (watch->desk->window)),
                            "after-paint", G_CALLBACK (on_painted_cb), watch);
  signal_id = g_signal_lookup ("user-changed", DESK_TYPE_SESSION);
  hook_id = g_signal_add_emission_hook (signal_id, 0, signed_in_cb, watch, NULL);
  desk_test_desk_sign_in (watch->desk, "bench", "4711");
  g_signal_remove_emission_hook (signal_id, hook_id);
  end (watch, "today");

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      desk_test_settle (PAUSE_MS);
      begin_page (watch, pages[i]);
      desk_test_desk_go (watch->desk, pages[i]);
      end (watch, pages[i]);
    }
  desk_test_settle (PAUSE_MS);
  desk_test_desk_free (watch->desk);
}

static void
watch_frames (Watch *watch)
{
  GtkWidget *window = GTK_WIDGET (watch->desk->window);

  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint",
                            G_CALLBACK (on_painted_cb), watch);
  watch->bare = gtk_window_new ();
  watch->bare_entry = gtk_entry_new ();
  gtk_window_set_default_size (GTK_WINDOW (watch->bare), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (watch->bare), watch->bare_entry);
  gtk_window_present (GTK_WINDOW (watch->bare));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (watch->bare), "after-paint",
                            G_CALLBACK (on_bare_painted_cb), watch);
  desk_test_settle (300);
}

int
main (int    argc,
      char **argv)
{
  Watch watch = { 0 };
  guint i;

  setlocale (LC_ALL, "");
  if (argc != 5)
    {
      g_printerr ("desk-bench-frames: FILE GUESTS STAY ONE-IN\n");
      return 2;
    }
  watch.n_guests = (guint) atoi (argv[2]);
  watch.stay_id = atoi (argv[3]);
  watch.one_in = (guint) atoi (argv[4]);
  for (i = 0; i < MAX (N_SHOWN / watch.one_in, 1); i++)
    show_first (&watch, argv[1]);

  watch.desk = desk_test_desk_new (argv[1], "en");
  desk_test_desk_sign_in (watch.desk, "bench", "4711");
  desk_test_settle (300);

  watch_frames (&watch);
  type_at_guests (&watch);
  type_at_line (&watch);
  open_bill (&watch);

  gtk_window_destroy (GTK_WINDOW (watch.bare));
  desk_test_desk_free (watch.desk);
  return EXIT_SUCCESS;
}
