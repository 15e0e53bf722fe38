/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-about-window.h"

#include "desk-config.h"
#include "desk-template.h"

struct _DeskAboutWindow
{
  GtkWindow  parent_instance;

  /* Template widgets */
  GtkWidget *logo;
  GtkWidget *version;
};

G_DEFINE_FINAL_TYPE (DeskAboutWindow, desk_about_window, GTK_TYPE_WINDOW)

static void
desk_about_window_class_init (DeskAboutWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-about-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAboutWindow, logo);
  gtk_widget_class_bind_template_child (widget_class, DeskAboutWindow, version);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_about_window_init (DeskAboutWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->logo), DESK_APP_ID);
  gtk_label_set_label (GTK_LABEL (self->version), DESK_VERSION);
}

GtkWidget *
desk_about_window_new (GtkWindow *parent)
{
  return g_object_new (DESK_TYPE_ABOUT_WINDOW, "transient-for", parent, NULL);
}

const char *
desk_about_window_get_version (DeskAboutWindow *self)
{
  return gtk_label_get_label (GTK_LABEL (self->version));
}
