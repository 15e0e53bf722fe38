/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-reads.h"
#include "desk-toast.h"
#include "desk-trouble.h"
#include "desk-writes.h"

/* What is of light consequence is done at once, because it can be taken back: planned,
 * done as planned, told; and where it is refused the refusal is told. */

typedef struct
{
  DeskWindow  *window;
  DeskAction  *action;
  DeskPlanned *planned;
} Doing;

static void
doing_free (Doing *self)
{
  g_object_unref (self->window);
  desk_action_free (self->action);
  g_clear_pointer (&self->planned, desk_planned_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Doing, doing_free)

static void
on_done_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Doing) doing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome = desk_worker_finish (result, &error);

  if (outcome == NULL)
    desk_window_show_error (GTK_WIDGET (doing->window), error);
  else
    desk_window_tell_done (GTK_WIDGET (doing->window), doing->planned->done, outcome);
}

void
desk_window_tell_refusal (DeskWindow *self,
                          const char *why)
{
  const DeskTrouble trouble = { .what = (char *) why };

  desk_toast_tell_trouble (DESK_TOAST (self->status), &trouble);
}

static void
on_planned_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Doing) doing = user_data;
  g_autoptr (GError) error = NULL;
  DeskSession *session;
  DeskDeed deed;

  doing->planned = desk_worker_finish (result, &error);
  if (doing->planned == NULL)
    {
      desk_window_show_error (GTK_WIDGET (doing->window), error);
      return;
    }
  if (doing->planned->refused[0] != NULL)
    {
      desk_window_tell_refusal (doing->window, doing->planned->refused[0]);
      return;
    }

  deed.action = doing->action;
  deed.digest = doing->planned->plan->digest;
  deed.key = doing->planned->key;
  session = doing->window->session;
  desk_write_action (session, &deed, on_done_cb, g_steal_pointer (&doing));
}

/**
 * desk_window_do_at_once:
 * @from: a widget of the window
 * @action: something that can be taken back
 *
 * Does it, if the house lets it, and offers to take it back.
 */
void
desk_window_do_at_once (GtkWidget        *from,
                        const DeskAction *action)
{
  GtkRoot *root = gtk_widget_get_root (from);
  Doing *doing;

  if (!DESK_IS_WINDOW (root))
    return;

  doing = g_new0 (Doing, 1);
  doing->window = g_object_ref (DESK_WINDOW (root));
  doing->action = desk_action_copy (action);
  desk_read_plan (doing->window->session, doing->action, NULL, on_planned_cb, doing);
}
