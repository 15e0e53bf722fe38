/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-plan-row.h"

#include "desk-show.h"
#include "desk-template.h"

struct _DeskPlanRow
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *what;
  GtkWidget *amount;
};

G_DEFINE_FINAL_TYPE (DeskPlanRow, desk_plan_row, GTK_TYPE_BOX)

static void
desk_plan_row_class_init (DeskPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-plan-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskPlanRow, what);
  gtk_widget_class_bind_template_child (widget_class, DeskPlanRow, amount);
}

static void
desk_plan_row_init (DeskPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_plan_row_new:
 * @what: what will be posted
 * @amount: how much
 * @under: whether it stands under the row before: a tax
 */
GtkWidget *
desk_plan_row_new (const char *what,
                   const char *amount,
                   gboolean    under)
{
  DeskPlanRow *self = g_object_new (DESK_TYPE_PLAN_ROW, NULL);

  gtk_label_set_label (GTK_LABEL (self->what), what);
  gtk_label_set_label (GTK_LABEL (self->amount), amount);
  desk_show_class (GTK_WIDGET (self), "under", under);

  return GTK_WIDGET (self);
}
