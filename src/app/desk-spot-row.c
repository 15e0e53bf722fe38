/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-spot-row.h"

#include "desk-shortcuts.h"
#include "desk-template.h"

struct _DeskSpotRow
{
  GtkButton  parent_instance;

  /* Template widgets */
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (DeskSpotRow, desk_spot_row, GTK_TYPE_BUTTON)

static void
desk_spot_row_class_init (DeskSpotRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-spot-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskSpotRow, text);
}

static void
desk_spot_row_init (DeskSpotRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_spot_row_new:
 * @text: what looks wrong
 * @number: which of the bill's spots it is, from 0
 */
GtkWidget *
desk_spot_row_new (const char *text,
                   int         number)
{
  DeskSpotRow *self = g_object_new (DESK_TYPE_SPOT_ROW, NULL);

  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "i", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.radar");
  if (number == 0)
    {
      g_autofree char *keys = desk_shortcuts_dup_label ("win.radar(0)");

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), keys);
    }

  return GTK_WIDGET (self);
}

const char *
desk_spot_row_get_text (DeskSpotRow *self)
{
  return gtk_label_get_label (GTK_LABEL (self->text));
}
