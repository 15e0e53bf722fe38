/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clamp.h"

/* Holds one child, no wider than the eye follows a row from its name to its
 * amount; on a wide screen the child stands in the middle. */

struct _DeskClamp
{
  GtkWidget parent_instance;

  /* State */
  int       maximum;    /* pixels; 0: as wide as there is room */
};

G_DEFINE_FINAL_TYPE (DeskClamp, desk_clamp, GTK_TYPE_WIDGET)

static void
desk_clamp_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  DeskClamp *self = DESK_CLAMP (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int least = 0;

  if (child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && self->maximum > 0 && for_size > self->maximum)
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = MAX (least, self->maximum);
    }
  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
desk_clamp_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  DeskClamp *self = DESK_CLAMP (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkAllocation place = { 0, 0, width, height };
  int least = 0;

  if (child == NULL)
    return;

  if (self->maximum > 0 && width > self->maximum)
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      place.width = MIN (width, MAX (least, self->maximum));
      place.x = (width - place.width) / 2;
    }
  gtk_widget_size_allocate (child, &place, baseline);
}

static void
desk_clamp_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_clamp_parent_class)->dispose (object);
}

static void
desk_clamp_class_init (DeskClampClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_clamp_dispose;
  widget_class->measure = desk_clamp_measure;
  widget_class->size_allocate = desk_clamp_size_allocate;
}

static void
desk_clamp_init (DeskClamp *self)
{
}

/**
 * desk_clamp_set_maximum:
 * @self: a clamp
 * @maximum: how wide its child may be, in pixels; 0: as wide as there is room
 *
 * A child that needs more gets more.
 */
void
desk_clamp_set_maximum (DeskClamp *self,
                        int        maximum)
{
  if (maximum == self->maximum)
    return;

  self->maximum = maximum;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
