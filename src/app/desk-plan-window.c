/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-plan-window.h"

#include "desk-error.h"
#include "desk-fill.h"
#include "desk-intl.h"
#include "desk-plan-view.h"
#include "desk-reads.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-whole-lines.h"
#include "desk-writes.h"

/* Of the window, in pixels. */
#define WIDTH 640

/* What is left to see of the window beneath, at least. */
#define BENEATH 32

struct _DeskPlanWindow
{
  GtkWindow     parent_instance;

  /* Template widgets */
  GtkWidget    *title_label;
  GtkWidget    *subtitle;
  GtkWidget    *form_slot;
  GtkWidget    *reason_box;
  GtkWidget    *reason;
  GtkWidget    *notice;
  GtkWidget    *plan_view;
  GtkWidget    *do_button;

  /* Borrowed */
  DeskPlanForm *form;           /* (nullable): a verb without inputs */

  /* Owned */
  DeskSession  *session;
  DeskBill     *bill;
  DeskAction   *action;
  DeskPlanned  *planned;        /* (nullable): the plan on the screen */
  GCancellable *cancellable;    /* (nullable): of the plan on its way */

  /* State */
  gboolean      doing;
  gboolean      changed_meanwhile;
};

G_DEFINE_FINAL_TYPE (DeskPlanWindow, desk_plan_window, GTK_TYPE_WINDOW)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What a verb is called, its inputs where it has any, and how high the plan below them
 * becomes: the others say all they need in the line. */
static const struct
{
  const char  *text;
  GtkWidget *(*new_form) (void);
  int          plan_height;
} verbs[] = {
  [DESK_VERB_CHECK_IN] = { NC_("verb", "Check in"), desk_check_in_form_new, 98 },
  [DESK_VERB_POST] = { NC_("verb", "Post a charge"), desk_post_form_new, 84 },
  [DESK_VERB_PAY] = { NC_("verb", "Pay"), desk_pay_form_new, 84 },
  [DESK_VERB_FIX] = { NC_("verb", "Put right"), desk_fix_form_new, 178 },
  [DESK_VERB_OFF] = { NC_("verb", "Give"), desk_off_form_new, 198 },
  [DESK_VERB_RATE] = { NC_("verb", "Change the price"), desk_rate_form_new, 178 },
  [DESK_VERB_MOVE] = { NC_("verb", "Move"), desk_move_form_new, 146 },
  [DESK_VERB_OUT] = { NC_("verb", "Check out"), desk_out_form_new, 172 },
  [DESK_VERB_UNDO] = { NC_("verb", "Undo"), NULL, 140 },
};

static void
update_actions (DeskPlanWindow *self)
{
  gboolean ready = desk_plan_window_is_ready (self);
  const char *why = !ready && self->planned != NULL ? self->planned->refused[0] : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.do", ready);
  gtk_widget_set_tooltip_text (self->do_button, why);
}

/* @text %NULL hides it. */
static void
tell (DeskPlanWindow *self,
      const char     *text,
      const char     *detail)
{
  gtk_widget_set_visible (self->notice, text != NULL);
  gtk_label_set_label (GTK_LABEL (self->notice), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->notice, detail);
}

static void
tell_error (DeskPlanWindow *self,
            const GError   *error)
{
  g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
  g_autofree char *text = desk_trouble_dup_text (trouble);

  tell (self, text, trouble->detail);
}

/* Whether saying why it is all right would let the plan pass. */
static gboolean
is_soft_stop (const DeskMessage *message)
{
  static const char *const codes[] = {
    "room-dirty", "room-out-of-service", "needs-reason", "do-not-move", "room-seen-occupied",
    "room-lacks", "too-many", "already-posted", "below-list", "overpaid", NULL,
  };

  return message->code != NULL && g_strv_contains (codes, message->code);
}

static gboolean
wants_reason (const DeskPlan *plan)
{
  for (guint i = 0; i < plan->refused->len; i++)
    if (is_soft_stop (plan->refused->pdata[i]))
      return TRUE;
  for (guint i = 0; i < plan->warnings->len; i++)
    if (is_soft_stop (plan->warnings->pdata[i]))
      return TRUE;

  return FALSE;
}

/* A reason is asked where there is something to override; what was typed stays. */
static void
show_plan (DeskPlanWindow *self)
{
  gboolean warned = self->planned != NULL && wants_reason (self->planned->plan);

  desk_plan_view_show (DESK_PLAN_VIEW (self->plan_view), self->planned);
  gtk_widget_set_visible (self->reason_box,
                          warned || *gtk_editable_get_text (GTK_EDITABLE (self->reason)) != '\0');
  if (self->changed_meanwhile)
    tell (self, _("Somebody changed this meanwhile. Nothing was done yet; here are the new "
                  "figures."), NULL);
  else
    tell (self, NULL, NULL);
  update_actions (self);
}

static void
on_planned_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DeskPlanWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskPlanned *planned = desk_worker_finish (result, &error);

  if (error != NULL && desk_trouble_is_silent (error))
    return;

  g_clear_pointer (&self->planned, desk_planned_free);
  self->planned = planned;
  show_plan (self);
  if (self->form != NULL)
    desk_plan_form_planned (self->form, self->session, self->action);
  if (error != NULL)
    tell_error (self, error);
}

static void
plan (DeskPlanWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  /* From here on the plan on the screen is not what is typed. */
  g_clear_pointer (&self->planned, desk_planned_free);
  update_actions (self);

  if (self->form != NULL && !desk_plan_form_fill (self->form, self->action, &error))
    {
      show_plan (self);
      if (error != NULL)
        tell_error (self, error);
      else
        tell (self, _("Fill in what is missing; then it shows here what will be done."), NULL);
      return;
    }

  g_strstrip (reason);
  g_free (self->action->override_reason);
  self->action->override_reason = *reason != '\0' ? g_steal_pointer (&reason) : NULL;

  self->cancellable = g_cancellable_new ();
  desk_read_plan (self->session, self->action, self->cancellable, on_planned_cb,
                  g_object_ref (self));
}

static void
on_form_changed_cb (DeskPlanWindow *self)
{
  self->changed_meanwhile = FALSE;
  plan (self);
}

static void
on_reason_changed_cb (GtkEditable    *editable,
                      DeskPlanWindow *self)
{
  plan (self);
}

static void
on_done_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DeskPlanWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome = desk_worker_finish (result, &error);

  self->doing = FALSE;
  if (outcome != NULL)
    {
      g_signal_emit (self, signals[DONE], 0, self->planned->done, outcome);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (g_error_matches (error, DESK_ERROR, DESK_ERROR_CHANGED))
    {
      self->changed_meanwhile = TRUE;
      plan (self);
      return;
    }

  tell_error (self, error);
  update_actions (self);
}

static void
do_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  DeskPlanWindow *self = DESK_PLAN_WINDOW (widget);
  DeskDeed deed;

  if (!desk_plan_window_is_ready (self))
    return;

  deed.action = self->action;
  deed.digest = self->planned->plan->digest;
  deed.key = self->planned->key;
  self->doing = TRUE;
  update_actions (self);
  desk_write_action (self->session, &deed, on_done_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
show_title (DeskPlanWindow *self)
{
  const DeskStayRow *row = desk_bill_get_row (self->bill);
  const char *verb = C_("verb", verbs[self->action->verb].text);
  g_autofree char *title = desk_fill ("{verb} · {name}", "verb", verb, "name", row->guest_name,
                                      NULL);
  g_autofree char *subtitle = row->room != NULL
                                ? g_strjoin (" · ", row->room, row->confirmation, NULL)
                                : g_strdup (row->confirmation);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  gtk_button_set_label (GTK_BUTTON (self->do_button), verb);
}

static int
measure_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &natural, NULL, NULL);

  return natural;
}

/* High enough for the inputs, as high as they are for a mouse or a finger, and for a plan that
 * is still to come; but never higher than the window beneath. */
static void
set_size (DeskPlanWindow *self,
          GtkWindow      *parent)
{
  GtkWindow *window = GTK_WINDOW (self);
  int height = measure_height (gtk_window_get_titlebar (window)) +
               measure_height (gtk_window_get_child (window)) +
               verbs[self->action->verb].plan_height;

  if (gtk_widget_get_height (GTK_WIDGET (parent)) > 0)
    height = MIN (height, gtk_widget_get_height (GTK_WIDGET (parent)) - BENEATH);
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_default_size (window, WIDTH, height);
}

static void
desk_plan_window_dispose (GObject *object)
{
  DeskPlanWindow *self = DESK_PLAN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->bill);
  g_clear_pointer (&self->action, desk_action_free);
  g_clear_pointer (&self->planned, desk_planned_free);

  G_OBJECT_CLASS (desk_plan_window_parent_class)->dispose (object);
}

static void
desk_plan_window_class_init (DeskPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_PLAN_VIEW);
  g_type_ensure (DESK_TYPE_WHOLE_LINES);

  G_OBJECT_CLASS (klass)->dispose = desk_plan_window_dispose;

  /**
   * DeskPlanWindow::done:
   * @sentence: what was done
   * @outcome: (type gpointer): the #DeskOutcome
   */
  signals[DONE] = g_signal_new ("done", DESK_TYPE_PLAN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);

  desk_template_set (widget_class, DESK_UI ("desk-plan-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskPlanWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanWindow, form_slot);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanWindow, reason_box);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanWindow, plan_view);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanWindow, do_button);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed_cb);
  gtk_widget_class_install_action (widget_class, "plan.do", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "plan.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "plan.do",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "plan.do",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "plan.cancel", NULL);
}

static void
desk_plan_window_init (DeskPlanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Whoever opens the full plan has turned the screen. */
  desk_plan_view_set_peek (DESK_PLAN_VIEW (self->plan_view), TRUE);
}

/**
 * desk_plan_window_new:
 * @parent: the window it is above
 * @session: the desk
 * @bill: whose
 * @action: what is known already of what shall be done
 */
GtkWidget *
desk_plan_window_new (GtkWindow        *parent,
                      DeskSession      *session,
                      DeskBill         *bill,
                      const DeskAction *action)
{
  DeskPlanWindow *self = g_object_new (DESK_TYPE_PLAN_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->bill = g_object_ref (bill);
  self->action = desk_action_copy (action);
  show_title (self);

  if (verbs[action->verb].new_form != NULL)
    {
      self->form = DESK_PLAN_FORM (verbs[action->verb].new_form ());
      gtk_box_append (GTK_BOX (self->form_slot), GTK_WIDGET (self->form));
      desk_plan_form_set_up (self->form, bill, action);
      g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_form_changed_cb), self);
      gtk_widget_grab_focus (GTK_WIDGET (self->form));
    }
  set_size (self, parent);
  plan (self);

  return GTK_WIDGET (self);
}

/**
 * desk_plan_window_is_ready:
 *
 * Trying what is refused and kept on record is doing something, as it is in the line.
 *
 * Returns: whether what is on the screen can be done
 */
gboolean
desk_plan_window_is_ready (DeskPlanWindow *self)
{
  return self->planned != NULL && !self->doing &&
         (self->planned->refused[0] == NULL ||
          desk_action_keeps_refusal (self->planned->plan));
}

const char *
desk_plan_window_get_sentence (DeskPlanWindow *self)
{
  return desk_plan_view_get_sentence (DESK_PLAN_VIEW (self->plan_view));
}
