/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-toast.h"

#include "desk-shortcuts.h"
#include "desk-show.h"
#include "desk-template.h"

/* Long enough to read two lines while talking. */
#define SHOWN_SECONDS 8

struct _DeskToast
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *icon;
  GtkWidget *text;
  GtkWidget *undo_button;
  GtkWidget *detail_button;
  GtkWidget *detail;

  /* State */
  guint      hide_id;
};

G_DEFINE_FINAL_TYPE (DeskToast, desk_toast, GTK_TYPE_BOX)

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  desk_toast_hide (DESK_TOAST (widget));
}

static void
detail_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskToast *self = DESK_TOAST (widget);

  gtk_widget_set_visible (self->detail, !gtk_widget_get_visible (self->detail));
}

static gboolean
on_shown_long_enough_cb (gpointer user_data)
{
  DeskToast *self = user_data;

  self->hide_id = 0;
  desk_toast_hide (self);

  return G_SOURCE_REMOVE;
}

static void
desk_toast_dispose (GObject *object)
{
  g_clear_handle_id (&DESK_TOAST (object)->hide_id, g_source_remove);

  G_OBJECT_CLASS (desk_toast_parent_class)->dispose (object);
}

static void
desk_toast_class_init (DeskToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_toast_dispose;

  desk_template_set (widget_class, DESK_UI ("desk-toast.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskToast, icon);
  gtk_widget_class_bind_template_child (widget_class, DeskToast, text);
  gtk_widget_class_bind_template_child (widget_class, DeskToast, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DeskToast, detail_button);
  gtk_widget_class_bind_template_child (widget_class, DeskToast, detail);
  gtk_widget_class_install_action (widget_class, "toast.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "toast.detail", NULL, detail_action);
}

static void
desk_toast_init (DeskToast *self)
{
  g_autofree char *keys = desk_shortcuts_dup_label ("win.undo");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (self->undo_button, keys);
}

static void
show (DeskToast  *self,
      const char *text,
      gboolean    trouble)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                trouble ? "dialog-warning-symbolic" : "object-select-symbolic");
  desk_show_class (GTK_WIDGET (self), "trouble", trouble);
  gtk_widget_set_visible (self->detail, FALSE);
  gtk_widget_set_visible (self->undo_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
desk_toast_tell (DeskToast  *self,
                 const char *text)
{
  show (self, text, FALSE);
  gtk_widget_set_visible (self->detail_button, FALSE);
  self->hide_id = g_timeout_add_seconds (SHOWN_SECONDS, on_shown_long_enough_cb, self);
}

/* What can be taken back still, with the button that does it. */
void
desk_toast_tell_done (DeskToast  *self,
                      const char *text)
{
  desk_toast_tell (self, text);
  gtk_widget_set_visible (self->undo_button, TRUE);
}

void
desk_toast_tell_trouble (DeskToast         *self,
                         const DeskTrouble *trouble)
{
  g_autofree char *text = desk_trouble_dup_text (trouble);

  show (self, text, TRUE);
  gtk_label_set_label (GTK_LABEL (self->detail), trouble->detail != NULL ? trouble->detail : "");
  gtk_widget_set_visible (self->detail_button, trouble->detail != NULL);
}

void
desk_toast_hide (DeskToast *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * desk_toast_get_text:
 *
 * Returns: (transfer none): what is shown; "" where nothing is
 */
const char *
desk_toast_get_text (DeskToast *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (GTK_LABEL (self->text))
                                                    : "";
}
