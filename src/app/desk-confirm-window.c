/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-confirm-window.h"

#include "desk-template.h"

struct _DeskConfirmWindow
{
  GtkWindow  parent_instance;

  /* Template widgets */
  GtkWidget *title_label;
  GtkWidget *text;
  GtkWidget *do_button;

  /* Owned */
  GtkWidget *asker;
  char      *action;
};

G_DEFINE_FINAL_TYPE (DeskConfirmWindow, desk_confirm_window, GTK_TYPE_WINDOW)

static void
do_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  DeskConfirmWindow *self = DESK_CONFIRM_WINDOW (widget);
  g_autoptr (GtkWidget) asker = g_object_ref (self->asker);
  g_autofree char *wanted = g_strdup (self->action);

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (asker, wanted, NULL);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
desk_confirm_window_dispose (GObject *object)
{
  DeskConfirmWindow *self = DESK_CONFIRM_WINDOW (object);

  g_clear_object (&self->asker);
  g_clear_pointer (&self->action, g_free);

  G_OBJECT_CLASS (desk_confirm_window_parent_class)->dispose (object);
}

static void
desk_confirm_window_class_init (DeskConfirmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_confirm_window_dispose;

  desk_template_set (widget_class, DESK_UI ("desk-confirm-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskConfirmWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConfirmWindow, text);
  gtk_widget_class_bind_template_child (widget_class, DeskConfirmWindow, do_button);
  gtk_widget_class_install_action (widget_class, "confirm.do", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "confirm.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "confirm.do", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "confirm.cancel", NULL);
}

static void
desk_confirm_window_init (DeskConfirmWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_confirm_window_new (GtkWidget         *asker,
                         const DeskConfirm *confirm)
{
  DeskConfirmWindow *self = g_object_new (DESK_TYPE_CONFIRM_WINDOW, NULL);

  self->asker = g_object_ref (asker);
  self->action = g_strdup (confirm->action);
  gtk_window_set_title (GTK_WINDOW (self), confirm->title);
  gtk_label_set_label (GTK_LABEL (self->title_label), confirm->title);
  gtk_label_set_label (GTK_LABEL (self->text), confirm->text);
  gtk_button_set_label (GTK_BUTTON (self->do_button), confirm->verb);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (asker)));

  return GTK_WIDGET (self);
}
