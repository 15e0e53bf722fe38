/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-intl.h"
#include "desk-toast.h"

/* The last thing done here, and taking it back: planned and done like everything
 * else, and where it is refused the refusal names the way that is left. */

/* Money, invoices and undoing itself are not undone. */
static gboolean
is_undoable (const DeskOutcome *outcome)
{
  static const char *const lasting[] = { "pay", "out", "undo", "decide", NULL };

  return outcome->entry_id != 0 && !g_strv_contains (lasting, outcome->plan->verb);
}

/**
 * desk_window_tell_done:
 * @from: a widget of the window
 * @text: (nullable): what was done
 * @outcome: how
 *
 * Says what was done, and offers to take it back where that can be.
 */
void
desk_window_tell_done (GtkWidget         *from,
                       const char        *text,
                       const DeskOutcome *outcome)
{
  GtkRoot *root = gtk_widget_get_root (from);
  gboolean undoable = is_undoable (outcome);
  DeskWindow *self;

  if (!DESK_IS_WINDOW (root))
    return;

  self = DESK_WINDOW (root);
  g_clear_pointer (&self->deed_login, g_free);
  self->deed_entry_id = 0;
  if (undoable && desk_session_get_user (self->session) != NULL)
    {
      self->deed_login = g_strdup (desk_session_get_user (self->session)->login);
      self->deed_stay_id = outcome->plan->stay_id;
      self->deed_entry_id = outcome->entry_id;
    }

  if (text != NULL && undoable)
    desk_toast_tell_done (DESK_TOAST (self->status), text);
  else if (text != NULL)
    desk_toast_tell (DESK_TOAST (self->status), text);
}

/* What this person did here last; without it, what they did last on this stay. */
static DeskAction *
new_action (DeskWindow *self)
{
  const DeskUser *user = desk_session_get_user (self->session);
  DeskBill *bill = desk_window_get_bill (self);
  DeskAction *action;

  if (self->deed_entry_id != 0 && g_strcmp0 (self->deed_login, user->login) == 0)
    {
      action = desk_action_new (DESK_VERB_UNDO, self->deed_stay_id);
      action->entry_id = self->deed_entry_id;
      return action;
    }

  return bill != NULL ? desk_action_new (DESK_VERB_UNDO, desk_bill_get_row (bill)->stay_id) : NULL;
}

/**
 * desk_window_undo:
 * @self: a window with somebody signed in
 *
 * Takes back what was last done, if the house lets it; otherwise says what is left to do.
 */
void
desk_window_undo (DeskWindow *self)
{
  g_autoptr (DeskAction) action = new_action (self);

  if (action == NULL)
    desk_window_tell_refusal (self, _("You did nothing here that could be undone."));
  else
    desk_window_do_at_once (GTK_WIDGET (self), action);
}
