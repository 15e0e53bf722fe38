/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-app.h"
#include "desk-line-bar.h"

/* How often it is looked whether somebody is still here. */
#define LOOK_SECONDS 10

void
desk_place_free (DeskPlace *self)
{
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_free (self->page);
  g_free (self->came_from);
  g_free (self->line);
  g_free (self);
}

/* What is unfinished is put away with the name of whose it is, and out of sight. */
void
desk_window_keep_place (DeskWindow *self)
{
  DeskPlace *place;

  if (self->last_login == NULL)
    return;

  place = g_new0 (DeskPlace, 1);
  place->page = g_strdup (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)));
  place->stay_id = desk_stay_page_get_stay_id (desk_window_get_stay_page (self));
  place->came_from = g_strdup (self->came_from);
  place->line = g_strdup (desk_line_bar_get_text (DESK_LINE_BAR (self->line)));
  place->dialog = g_steal_pointer (&self->dialog);
  if (place->dialog != NULL)
    gtk_widget_set_visible (place->dialog, FALSE);

  desk_line_bar_clear (DESK_LINE_BAR (self->line));
  g_hash_table_replace (self->kept, g_strdup (self->last_login), place);
}

void
desk_window_return_to_place (DeskWindow *self)
{
  const DeskUser *user = desk_session_get_user (self->session);
  DeskPlace *place = g_hash_table_lookup (self->kept, user->login);

  g_free (self->last_login);
  self->last_login = g_strdup (user->login);
  self->last_input_us = g_get_monotonic_time ();

  if (place == NULL || place->page == NULL)
    {
      desk_window_show_page (self, "today");
      return;
    }

  if (g_str_equal (place->page, "stay"))
    desk_stay_page_open (desk_window_get_stay_page (self), place->stay_id);
  desk_window_show_page (self, place->page);
  g_free (self->came_from);
  self->came_from = g_strdup (place->came_from);
  desk_line_bar_set_text (DESK_LINE_BAR (self->line), place->line);

  self->dialog = g_steal_pointer (&place->dialog);
  if (self->dialog != NULL)
    gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
on_input (DeskWindow *self)
{
  self->last_input_us = g_get_monotonic_time ();
}

static gboolean
on_event_cb (GtkEventControllerLegacy *controller,
             GdkEvent                 *event,
             DeskWindow               *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      on_input (self);
      break;
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

/* Never while the guest is being shown something. */
static gboolean
on_look_cb (gpointer user_data)
{
  DeskWindow *self = user_data;
  GSettings *settings = desk_app_get_settings ();
  gint64 minutes = settings != NULL ? g_settings_get_int (settings, "idle-lock-minutes") : 5;
  gint64 idle_us = g_get_monotonic_time () - self->last_input_us;

  if (g_str_equal (desk_window_get_place (self), "guest"))
    on_input (self);
  else if (desk_session_get_user (self->session) != NULL &&
           idle_us >= minutes * 60 * G_USEC_PER_SEC)
    desk_session_set_user (self->session, NULL);

  return G_SOURCE_CONTINUE;
}

/* What is typed into a dialog is somebody at the desk too. */
void
desk_window_watch_dialog (DeskWindow *self,
                          GtkWidget  *dialog)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_event_cb), self, 0);
  gtk_widget_add_controller (dialog, controller);
}

void
desk_window_watch_input (DeskWindow *self)
{
  desk_window_watch_dialog (self, GTK_WIDGET (self));
  on_input (self);
  self->idle_id = g_timeout_add_seconds (LOOK_SECONDS, on_look_cb, self);
}

void
desk_window_stop_watching (DeskWindow *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
}
