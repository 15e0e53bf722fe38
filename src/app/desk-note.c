/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-note.h"

#include "desk-template.h"

struct _DeskNote
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (DeskNote, desk_note, GTK_TYPE_BOX)

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [DESK_NOTE_WARNING] = { "dialog-warning-symbolic", "warn" },
  [DESK_NOTE_REFUSED] = { "action-unavailable-symbolic", "bad" },
  [DESK_NOTE_GOOD] = { "object-select-symbolic", "good" },
  [DESK_NOTE_PLAIN] = { "dialog-information-symbolic", "quiet" },
};

static void
desk_note_class_init (DeskNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-note.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskNote, icon);
  gtk_widget_class_bind_template_child (widget_class, DeskNote, label);
}

static void
desk_note_init (DeskNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_note_new (DeskNoteKind  kind,
               const char   *text)
{
  DeskNote *self = g_object_new (DESK_TYPE_NOTE, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), looks[kind].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[kind].css_class);
  gtk_label_set_label (GTK_LABEL (self->label), text);

  return GTK_WIDGET (self);
}
