/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-night-cell.h"

#include "desk-intl.h"
#include "desk-pool.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskNightCell
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *day;
  GtkWidget *room;
  GtkWidget *price;
  GtkWidget *posted;
};

G_DEFINE_FINAL_TYPE (DeskNightCell, desk_night_cell, GTK_TYPE_BOX)

static void
desk_night_cell_class_init (DeskNightCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-night-cell.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskNightCell, day);
  gtk_widget_class_bind_template_child (widget_class, DeskNightCell, room);
  gtk_widget_class_bind_template_child (widget_class, DeskNightCell, price);
  gtk_widget_class_bind_template_child (widget_class, DeskNightCell, posted);
}

static void
desk_night_cell_init (DeskNightCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_night_cell_show:
 * @self: a cell
 * @night: a night of a stay
 * @property: the house
 * @tonight: it is the coming one
 */
void
desk_night_cell_show (DeskNightCell      *self,
                      const DeskNightRow *night,
                      const DeskProperty *property,
                      gboolean            tonight)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *day = desk_show_date (catalog, night->date, DESK_DATE_WEEKDAY);
  g_autofree char *price = desk_show_amount (catalog, property, night->price_minor);

  gtk_label_set_label (GTK_LABEL (self->day), day);
  gtk_label_set_label (GTK_LABEL (self->room),
                       night->room != NULL ? night->room : night->room_type);
  gtk_label_set_label (GTK_LABEL (self->price), price);
  gtk_widget_set_visible (self->posted, night->posted);
  desk_show_class (GTK_WIDGET (self), "posted", night->posted);
  desk_show_class (GTK_WIDGET (self), "tonight", tonight);
  desk_pool_set_tooltip (GTK_WIDGET (self),
                         night->posted ? C_("night", "Posted") : C_("night", "To come"));
}
