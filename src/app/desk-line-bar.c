/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-line-bar.h"

#include "desk-reads-move.h"
#include "desk-scan-guard.h"
#include "desk-template.h"
#include "desk-window.h"
#include "desk-writes.h"

/* A plan that came or changed less than this ago has not been looked at yet. */
#define LOOK_US (300 * 1000)

struct _DeskLineBar
{
  GtkBox         parent_instance;

  /* Template widgets */
  GtkWidget     *entry;

  /* Owned */
  DeskSession   *session;
  DeskLineCard  *card;
  GCancellable  *cancellable;   /* (nullable): of the answer on its way */
  DeskTyped     *typed;         /* (nullable): the answer on the screen */
  GPtrArray     *history;       /* char: lines that were carried out */

  /* State */
  DeskScanGuard  guard;
  gint64         stay_id;       /* open beside the line, or 0 */
  gint64         shown_us;      /* when the answer on the screen came */
  guint          past;          /* how far back in the history; 0: not in it */
  gboolean       enter_waits;   /* Enter came before the answer did */
  gboolean       doing;
  gboolean       room_chosen;   /* another room than the one proposed */
  gboolean       begun;         /* a page began what stands there */
};

G_DEFINE_FINAL_TYPE (DeskLineBar, desk_line_bar, GTK_TYPE_BOX)

static void act (DeskLineBar *self);

static void
forget_answer (DeskLineBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->typed, desk_typed_free);
  self->enter_waits = FALSE;
  self->room_chosen = FALSE;
}

static gboolean
is_same_plan (DeskTyped *a,
              DeskTyped *b)
{
  return a != NULL && b != NULL && a->planned != NULL && b->planned != NULL &&
         g_strcmp0 (a->planned->plan->digest, b->planned->plan->digest) == 0;
}

/* The word at which a line stopped being understood is underlined, once it is typed. */
static void
mark_words (DeskLineBar *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const GArray *tokens = self->typed->tokens;

  for (guint i = 0; !self->typed->unfinished && i < tokens->len; i++)
    {
      const DeskLineToken *token = &g_array_index (tokens, DeskLineToken, i);
      PangoAttribute *underline;

      if (token->word_class != NULL)
        continue;
      underline = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
      underline->start_index = token->start;
      underline->end_index = token->end;
      pango_attr_list_insert (attributes, underline);
      break;
    }
  gtk_entry_set_attributes (GTK_ENTRY (self->entry), attributes);
}

static void
show_answer (DeskLineBar *self,
             DeskTyped   *typed)
{
  gboolean same = is_same_plan (self->typed, typed);

  g_clear_pointer (&self->typed, desk_typed_free);
  self->typed = typed;
  if (!same)
    self->shown_us = g_get_monotonic_time ();

  mark_words (self);
  desk_line_card_show (self->card, typed, desk_session_get_property (self->session));

  /* Reading is done at once; a plan is looked at first. */
  if (self->enter_waits && typed->planned == NULL)
    act (self);
  self->enter_waits = FALSE;
}

static void
on_line_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskLineBar) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskTyped *typed = desk_worker_finish (result, &error);

  if (typed != NULL)
    {
      g_clear_object (&self->cancellable);
      show_answer (self, typed);
    }
  else
    {
      desk_window_show_error (GTK_WIDGET (self), error);
    }
}

static void
ask (DeskLineBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  forget_answer (self);
  if (*text == '\0' || desk_session_get_user (self->session) == NULL)
    {
      desk_line_card_hide (self->card);
      return;
    }

  self->cancellable = g_cancellable_new ();
  desk_read_line (self->session, text, self->stay_id, self->cancellable, on_line_read_cb,
                  g_object_ref (self));
}

static void
on_text_changed_cb (GtkEditable *editable,
                    DeskLineBar *self)
{
  if (*gtk_editable_get_text (editable) == '\0')
    desk_scan_guard_reset (&self->guard);
  ask (self);
}

static void
on_stepped_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DeskLineBar) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskPlanned *planned = desk_worker_finish (result, &error);

  if (planned == NULL)
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_free (self->typed->line->action->room);
  self->typed->line->action->room = g_strdup (planned->room);
  g_clear_pointer (&self->typed->planned, desk_planned_free);
  self->typed->planned = planned;
  self->shown_us = g_get_monotonic_time ();
  desk_line_card_show (self->card, self->typed, desk_session_get_property (self->session));
}

/* What was put aside is looked at again before anything is done. */
static void
ask_again (DeskLineBar *self)
{
  if (self->typed == NULL && self->cancellable == NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask (self);
}

/* The same move to the next room that fits, or to the same one as it is now. */
static void
step_room (DeskLineBar *self,
           int          step)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->room_chosen = TRUE;
  desk_read_move_step (self->session, self->typed->line->action, step, self->cancellable,
                       on_stepped_cb, g_object_ref (self));
}

/* The plan as it is now, of what was typed and chosen. */
static void
plan_again (DeskLineBar *self)
{
  if (self->room_chosen)
    step_room (self, 0);
  else
    ask (self);
}

/* The text stays as it is until it is known how it ended. */
static void
set_doing (DeskLineBar *self,
           gboolean     doing)
{
  self->doing = doing;
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !doing);
}

static void
on_done_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DeskLineBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome = desk_worker_finish (result, &error);

  set_doing (self, FALSE);
  if (outcome == NULL)
    {
      desk_window_show_error (GTK_WIDGET (self), error);

      /* What was typed is kept, with the plan as it is now. */
      plan_again (self);
      return;
    }

  if (self->typed != NULL && self->typed->planned != NULL)
    desk_window_tell_done (GTK_WIDGET (self), self->typed->planned->done, outcome);
  if (g_str_equal (outcome->plan->verb, "decide"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "audit");
  else if (outcome->plan->stay_id != 0)
    desk_window_open_stay (GTK_WIDGET (self), outcome->plan->stay_id);
  desk_line_bar_clear (self);
}

static void
remember (DeskLineBar *self)
{
  g_ptr_array_add (self->history, g_strdup (desk_line_bar_get_text (self)));
  self->past = 0;
}

static void
do_plan (DeskLineBar *self)
{
  const DeskDeed deed = { .action = self->typed->line->action,
                          .digest = self->typed->planned->plan->digest,
                          .key = self->typed->planned->key };

  remember (self);
  set_doing (self, TRUE);
  desk_write_action (self->session, &deed, on_done_cb, g_object_ref (self));
}

/**
 * desk_line_bar_open_plan:
 * @self: a line
 *
 * Opens the full plan of what is on the screen; nothing happens where that is no plan.
 */
void
desk_line_bar_open_plan (DeskLineBar *self)
{
  g_autoptr (DeskAction) action = NULL;

  if (self->typed == NULL || self->typed->planned == NULL ||
      self->typed->line->action->stay_id == 0)
    return;

  action = desk_action_copy (self->typed->line->action);

  remember (self);
  desk_line_bar_clear (self);
  desk_window_open_plan (GTK_WIDGET (self), action);
}

static void
open_found (DeskLineBar *self)
{
  gint64 stay_id = desk_line_card_get_selected (self->card);

  if (stay_id == 0)
    return;

  desk_line_bar_clear (self);
  desk_window_open_stay (GTK_WIDGET (self), stay_id);
}

static void
open_question (DeskLineBar *self)
{
  g_autoptr (DeskTyped) typed = g_steal_pointer (&self->typed);
  const DeskLine *line = typed->line;
  const DeskAsked asked = { .stay_id = line->stay_id, .topic = line->topic, .line = line->line,
                            .lang = line->lang };

  remember (self);
  desk_line_bar_clear (self);
  desk_window_explain (GTK_WIDGET (self), &asked);
}

/* Carries out what is on the screen. */
static void
act (DeskLineBar *self)
{
  const DeskTyped *typed = self->typed;

  if (self->doing)
    return;

  if (typed->line == NULL || typed->line->kind == DESK_LINE_FIND)
    open_found (self);
  else if (typed->said != NULL)
    open_question (self);
  else if (typed->planned == NULL)
    return;
  else if (desk_line_bar_needs_full_plan (typed->line->action))
    desk_line_bar_open_plan (self);
  else if ((typed->planned->refused[0] == NULL ||
            desk_action_keeps_refusal (typed->planned->plan)) &&
           g_get_monotonic_time () - self->shown_us >= LOOK_US)
    do_plan (self);
}

static void
on_scan_found_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DeskLineBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskFound) found = desk_worker_finish (result, &error);

  if (found == NULL)
    desk_window_show_error (GTK_WIDGET (self), error);
  else if (found->rows->len == 1)
    desk_window_open_stay (GTK_WIDGET (self), ((DeskStayRow *) found->rows->pdata[0])->stay_id);
  else
    desk_window_search (GTK_WIDGET (self), desk_line_bar_get_text (self));
  desk_line_bar_clear (self);
}

static void
on_entry_activated_cb (GtkEntry    *entry,
                       DeskLineBar *self)
{
  if (desk_scan_guard_is_scan (&self->guard, g_get_monotonic_time ()))
    {
      forget_answer (self);
      desk_read_find (self->session, desk_line_bar_get_text (self), 2, NULL, on_scan_found_cb,
                      g_object_ref (self));
      return;
    }

  desk_line_bar_enter (self);
}

static void
recall (DeskLineBar *self,
        int          step)
{
  guint past = (guint) CLAMP ((int) self->past + step, 0, (int) self->history->len);

  if (past == self->past)
    return;

  desk_line_bar_set_text (self, past > 0 ? self->history->pdata[self->history->len - past] : "");
  self->past = past;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskLineBar           *self)
{
  gboolean rows = desk_line_card_get_n_rows (self->card) > 0;
  gboolean leaves = self->begun || *desk_line_bar_get_text (self) == '\0';

  if (g_unichar_isprint (gdk_keyval_to_unicode (keyval)))
    desk_scan_guard_typed (&self->guard, g_get_monotonic_time ());

  switch (keyval)
    {
    case GDK_KEY_Escape:
      desk_line_bar_clear (self);
      if (leaves)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-line", NULL);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_Up:
      if (rows)
        desk_line_card_step (self->card, keyval == GDK_KEY_Down ? 1 : -1);
      else if (!self->doing && self->typed != NULL && self->typed->planned != NULL &&
               desk_line_bar_has_rooms (self->typed->line->action))
        step_room (self, keyval == GDK_KEY_Down ? 1 : -1);
      else
        recall (self, keyval == GDK_KEY_Up ? 1 : -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!(state & GDK_ALT_MASK) || self->typed == NULL || self->typed->planned == NULL)
        return GDK_EVENT_PROPAGATE;
      desk_line_bar_open_plan (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_changed_cb (DeskLineBar *self)
{
  if (self->typed != NULL && self->typed->planned != NULL && !self->doing)
    plan_again (self);
}

static void
desk_line_bar_dispose (GObject *object)
{
  DeskLineBar *self = DESK_LINE_BAR (object);

  forget_answer (self);
  g_clear_object (&self->session);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (desk_line_bar_parent_class)->dispose (object);
}

static void
desk_line_bar_finalize (GObject *object)
{
  g_ptr_array_unref (DESK_LINE_BAR (object)->history);

  G_OBJECT_CLASS (desk_line_bar_parent_class)->finalize (object);
}

static gboolean
desk_line_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_LINE_BAR (widget)->entry);
}

static void
desk_line_bar_class_init (DeskLineBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_line_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_line_bar_finalize;
  widget_class->grab_focus = desk_line_bar_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-line-bar.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskLineBar, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_again);
}

static void
desk_line_bar_init (DeskLineBar *self)
{
  self->history = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_line_bar_set_up:
 * @self: a line
 * @session: the desk
 * @card: where the answers are shown
 */
void
desk_line_bar_set_up (DeskLineBar  *self,
                      DeskSession  *session,
                      DeskLineCard *card)
{
  self->session = g_object_ref (session);
  self->card = g_object_ref (card);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The stay whose name may be left out of a line. */
void
desk_line_bar_set_stay (DeskLineBar *self,
                        gint64       stay_id)
{
  self->stay_id = stay_id;
}

void
desk_line_bar_clear (DeskLineBar *self)
{
  self->past = 0;
  self->begun = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  desk_scan_guard_reset (&self->guard);
  forget_answer (self);
  desk_line_card_hide (self->card);
}

void
desk_line_bar_set_text (DeskLineBar *self,
                        const char  *text)
{
  if (g_str_equal (desk_line_bar_get_text (self), text))
    return;

  /* The entry would first be empty, which hides the card. */
  g_signal_handlers_block_by_func (self->entry, on_text_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_handlers_unblock_by_func (self->entry, on_text_changed_cb, self);
  desk_scan_guard_reset (&self->guard);
  ask (self);
}

/**
 * desk_line_bar_begin:
 * @self: a line
 * @text: how what is to be said begins
 *
 * Leaves the rest to who types. Escape leads back to the page it came from, whose keys would
 * otherwise be typed here.
 */
void
desk_line_bar_begin (DeskLineBar *self,
                     const char  *text)
{
  desk_line_bar_set_text (self, text);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  self->begun = TRUE;
}

/**
 * desk_line_bar_put_aside:
 * @self: a line
 *
 * Another page is looked at: what is typed stays, its answer does not lie over the page. When
 * the line is come back to, it is asked again.
 */
void
desk_line_bar_put_aside (DeskLineBar *self)
{
  if (self->doing)
    return;

  forget_answer (self);
  desk_line_card_hide (self->card);
}

const char *
desk_line_bar_get_text (DeskLineBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * desk_line_bar_enter:
 * @self: a line
 *
 * What Enter does. Before the answer is there it waits for it, and then only
 * opens what was found: a plan wants to be seen first.
 */
void
desk_line_bar_enter (DeskLineBar *self)
{
  if (self->typed != NULL)
    act (self);
  else if (self->cancellable != NULL)
    self->enter_waits = TRUE;
  else
    ask (self);
}

gboolean
desk_line_bar_is_answered (DeskLineBar *self)
{
  return self->typed != NULL;
}

GtkWidget *
desk_line_bar_get_entry (DeskLineBar *self)
{
  return self->entry;
}

/**
 * desk_line_bar_needs_full_plan:
 * @action: what a line says
 *
 * Returns: whether Enter only opens the full plan: arrivals, payments and
 *   departures cannot be taken back with a key
 */
gboolean
desk_line_bar_needs_full_plan (const DeskAction *action)
{
  return action->verb == DESK_VERB_CHECK_IN || action->verb == DESK_VERB_PAY ||
         action->verb == DESK_VERB_OUT;
}

/**
 * desk_line_bar_has_rooms:
 * @action: what a line says
 *
 * Returns: whether the arrows lead to other rooms that fit
 */
gboolean
desk_line_bar_has_rooms (const DeskAction *action)
{
  return action->verb == DESK_VERB_MOVE && !action->swap;
}

/**
 * desk_line_bar_get_planned:
 *
 * Returns: (transfer none) (nullable): the plan on the screen
 */
const DeskPlanned *
desk_line_bar_get_planned (DeskLineBar *self)
{
  return self->typed != NULL ? self->typed->planned : NULL;
}
