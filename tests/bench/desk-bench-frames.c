/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>

#include "desk-bench-hotel.h"
#include "desk-bench-samples.h"
#include "desk-guests-page.h"
#include "desk-line-bar.h"
#include "desk-stay-page.h"
#include "desk-test-desk.h"

/* From a key to the frame with the answer in it. Each line that is printed is one
 * time: which, and how many nanoseconds. */

#define N_TYPED 40
#define N_OPENED 12
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
  gint64        stay_id;
  gboolean      answered;    /* what the key asked for has come */
  gboolean      painted;     /* and a frame was painted behind that */
  gboolean      bare_painted;
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
  desk_test_settle (PAUSE_MS);
  watch->answered = watch->painted = FALSE;
}

static void
end (Watch      *watch,
     const char *name,
     gint64      begun,
     gint64      worked)
{
  desk_test_wait (is_painted, watch, name);
  g_print ("%s %" G_GINT64_FORMAT "\n", name, desk_bench_now () - begun);
  g_print ("%s-work %" G_GINT64_FORMAT "\n", name, desk_bench_get_worked () - worked);
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
  for (i = 0; i < N_TYPED; i++)
    {
      g_autofree char *typed = dup_typed (watch, i);
      gint64 begun;
      gint64 worked;

      measure_bare (watch, typed);
      begin (watch);
      begun = desk_bench_now ();
      worked = desk_bench_get_worked ();
      desk_guests_page_search (page, typed);
      gtk_widget_add_tick_callback (GTK_WIDGET (page), found_cb, watch, NULL);
      end (watch, "guests", begun, worked);
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
  for (i = 0; i < N_TYPED; i++)
    {
      g_autofree char *typed = dup_typed (watch, i);
      gint64 begun;
      gint64 worked;

      begin (watch);
      begun = desk_bench_now ();
      worked = desk_bench_get_worked ();
      desk_line_bar_set_text (DESK_LINE_BAR (line), typed);
      gtk_widget_add_tick_callback (line, answer_cb, watch, NULL);
      end (watch, "line", begun, worked);
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

  for (i = 0; i < N_OPENED; i++)
    {
      gint64 begun;
      gint64 worked;

      desk_test_desk_open (watch->desk, OTHER_STAY);
      desk_test_settle (100);
      desk_test_desk_go (watch->desk, "today");
      desk_test_settle (200);
      begin (watch);
      begun = desk_bench_now ();
      worked = desk_bench_get_worked ();
      gtk_widget_activate_action (window, "win.open-stay", "x", watch->stay_id);
      gtk_widget_add_tick_callback (window, bill_cb, watch, NULL);
      end (watch, "bill", begun, worked);
    }
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

  setlocale (LC_ALL, "");
  if (argc != 4)
    {
      g_printerr ("desk-bench-frames: FILE GUESTS STAY\n");
      return 2;
    }
  watch.n_guests = (guint) atoi (argv[2]);
  watch.stay_id = atoi (argv[3]);
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
