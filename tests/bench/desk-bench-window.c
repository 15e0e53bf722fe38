/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

/* The least that a window of the toolkit costs: an empty one, gone when it was
 * painted once. */

static void
on_painted_cb (GdkFrameClock *clock,
               gpointer       application)
{
  g_application_quit (application);
}

static void
on_activated_cb (GApplication *application,
                 gpointer      unused)
{
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), gtk_entry_new ());
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_painted_cb), application);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application =
    gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activated_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
