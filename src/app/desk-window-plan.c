/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-plan-window.h"

/* The plan that is open over the window: one at a time, about the stay that is
 * shown beneath it. */

static void
on_dialog_destroyed_cb (GtkWidget  *dialog,
                        DeskWindow *self)
{
  if (self->dialog == dialog)
    self->dialog = NULL;
}

static void
on_plan_done_cb (DeskPlanWindow *dialog,
                 const char     *sentence,
                 DeskOutcome    *outcome,
                 DeskWindow     *self)
{
  desk_window_tell_done (GTK_WIDGET (self), sentence, outcome);
}

static void
present_plan (DeskWindow       *self,
              DeskBill         *bill,
              const DeskAction *action)
{
  desk_window_close_dialog (self);
  self->dialog = desk_plan_window_new (GTK_WINDOW (self), self->session, bill, action);
  g_signal_connect_object (self->dialog, "destroy", G_CALLBACK (on_dialog_destroyed_cb), self, 0);
  g_signal_connect_object (self->dialog, "done", G_CALLBACK (on_plan_done_cb), self, 0);
  desk_window_watch_dialog (self, self->dialog);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

void
desk_window_close_dialog (DeskWindow *self)
{
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  self->dialog = NULL;
}

static void
on_loaded_cb (DeskStayPage *page,
              DeskWindow   *self)
{
  g_autoptr (DeskAction) action = g_steal_pointer (&self->waiting_action);

  g_signal_handlers_disconnect_by_func (page, on_loaded_cb, self);
  if (action != NULL && desk_stay_page_get_stay_id (page) == action->stay_id)
    present_plan (self, desk_stay_page_get_bill (page), action);
}

/**
 * desk_window_open_plan:
 * @from: a widget of the window
 * @action: what is known already of what shall be done
 *
 * Opens the stay, if it is not open, and the full plan over it.
 */
void
desk_window_open_plan (GtkWidget        *from,
                       const DeskAction *action)
{
  DeskWindow *self = DESK_WINDOW (gtk_widget_get_root (from));
  DeskStayPage *page = desk_window_get_stay_page (self);

  if (desk_stay_page_get_stay_id (page) == action->stay_id &&
      desk_window_get_bill (self) != NULL)
    {
      present_plan (self, desk_window_get_bill (self), action);
      return;
    }

  g_clear_pointer (&self->waiting_action, desk_action_free);
  self->waiting_action = desk_action_copy (action);
  g_signal_handlers_disconnect_by_func (page, on_loaded_cb, self);
  g_signal_connect_object (page, "loaded", G_CALLBACK (on_loaded_cb), self, 0);
  desk_window_open_stay (from, action->stay_id);
}
