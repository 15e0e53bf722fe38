/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>

#include "desk-app.h"
#include "desk-window.h"

/* The console as it is, which goes away by itself when it can be used: the hotel
 * is open, and a frame with the sign-in page in it has been painted. */

#define LIMIT_S 30

static int status = EXIT_SUCCESS;

static gboolean
on_late_cb (gpointer unused)
{
  status = EXIT_FAILURE;
  g_application_quit (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static void
on_painted_cb (GdkFrameClock *clock,
               gpointer       window)
{
  const char *place = desk_window_get_place (DESK_WINDOW (window));

  if (g_str_equal (place, "loading"))
    return;
  if (!g_str_equal (place, "sign-in"))
    status = EXIT_FAILURE;
  g_application_quit (g_application_get_default ());
}

static void
on_realized_cb (GtkWidget *window,
                gpointer   unused)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (on_painted_cb), window, 0);
}

static void
on_window_added_cb (GtkApplication *application,
                    GtkWindow      *window,
                    gpointer        unused)
{
  if (DESK_IS_WINDOW (window))
    g_signal_connect (window, "realize", G_CALLBACK (on_realized_cb), NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (DeskApp) application = NULL;
  int ended;

  setlocale (LC_ALL, "");
  application = desk_app_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), NULL);
  g_timeout_add_seconds (LIMIT_S, on_late_cb, NULL);
  ended = g_application_run (G_APPLICATION (application), argc, argv);

  return ended != 0 ? ended : status;
}
