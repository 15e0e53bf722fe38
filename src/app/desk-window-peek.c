/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-guests-page.h"
#include "desk-line-card.h"

/* The screen is half turned to the guest all day: values, limits and budgets are
 * shown only as long as Alt is held. */

static void
set_peek (DeskWindow *self,
          gboolean    peek)
{
  GtkWidget *guests = desk_window_get_page (self, "guests");

  desk_line_card_set_peek (DESK_LINE_CARD (self->card), peek);
  if (guests != NULL)
    desk_guest_history_set_peek (desk_guests_page_get_history (DESK_GUESTS_PAGE (guests)), peek);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskWindow            *self)
{
  if (keyval == GDK_KEY_Alt_L || keyval == GDK_KEY_Alt_R)
    set_peek (self, TRUE);

  return GDK_EVENT_PROPAGATE;
}

static void
on_key_released_cb (GtkEventControllerKey *controller,
                    guint                  keyval,
                    guint                  keycode,
                    GdkModifierType        state,
                    DeskWindow            *self)
{
  if (keyval == GDK_KEY_Alt_L || keyval == GDK_KEY_Alt_R)
    set_peek (self, FALSE);
}

/* Another window has the keys: whether Alt is released there is not told here. */
static void
on_active_cb (DeskWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    set_peek (self, FALSE);
}

void
desk_window_watch_peek (DeskWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_cb), NULL);
}
