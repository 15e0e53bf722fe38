/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-user-button.h"

#include "desk-show.h"
#include "desk-template.h"

struct _DeskUserButton
{
  GtkButton  parent_instance;

  /* Template widgets */
  GtkWidget *initials;
  GtkWidget *name;
  GtkWidget *role;

  /* Owned */
  char      *login;
};

G_DEFINE_FINAL_TYPE (DeskUserButton, desk_user_button, GTK_TYPE_BUTTON)

/* The first letter of the first and of the last word. */
static char *
dup_initials (const char *name)
{
  const char *last = g_utf8_strrchr (name, -1, ' ');
  GString *initials = g_string_new (NULL);

  g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (name)));
  if (last != NULL && last[1] != '\0')
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (last + 1)));

  return g_string_free (initials, FALSE);
}

static void
desk_user_button_finalize (GObject *object)
{
  g_free (DESK_USER_BUTTON (object)->login);

  G_OBJECT_CLASS (desk_user_button_parent_class)->finalize (object);
}

static void
desk_user_button_class_init (DeskUserButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_user_button_finalize;

  desk_template_set (widget_class, DESK_UI ("desk-user-button.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskUserButton, initials);
  gtk_widget_class_bind_template_child (widget_class, DeskUserButton, name);
  gtk_widget_class_bind_template_child (widget_class, DeskUserButton, role);
}

static void
desk_user_button_init (DeskUserButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_user_button_new (const DeskUser *user)
{
  DeskUserButton *self = g_object_new (DESK_TYPE_USER_BUTTON, NULL);
  g_autofree char *initials = dup_initials (user->name);
  g_autofree char *label = g_strjoin (", ", user->name, desk_show_role (user->role), NULL);

  self->login = g_strdup (user->login);
  gtk_label_set_label (GTK_LABEL (self->initials), initials);
  gtk_label_set_label (GTK_LABEL (self->name), user->name);
  gtk_label_set_label (GTK_LABEL (self->role), desk_show_role (user->role));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", user->login);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "sign-in.choose");

  return GTK_WIDGET (self);
}

const char *
desk_user_button_get_login (DeskUserButton *self)
{
  return self->login;
}

const char *
desk_user_button_get_name (DeskUserButton *self)
{
  return gtk_label_get_label (GTK_LABEL (self->name));
}
