/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pair.h"

/* Holds two children, one at each side; where there is no room for that, the second stands
 * below the first. */

#define BETWEEN 24
#define BELOW   8

struct _DeskPair
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskPair, desk_pair, GTK_TYPE_WIDGET)

static int
get_least (GtkWidget      *child,
           GtkOrientation  orientation)
{
  int least;

  gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);

  return least;
}

static gboolean
is_beside (GtkWidget *first,
           GtkWidget *second,
           int        width)
{
  return get_least (first, GTK_ORIENTATION_HORIZONTAL) + BETWEEN +
         get_least (second, GTK_ORIENTATION_HORIZONTAL) <= width;
}

static void
desk_pair_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int one = get_least (first, orientation);
  int other = get_least (second, orientation);

  *minimum = MAX (one, other);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = one + BETWEEN + other;
  else if (for_size < 0 || is_beside (first, second, for_size))
    *natural = *minimum;
  else
    *minimum = *natural = one + BELOW + other;
}

static void
desk_pair_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  GtkAllocation one = { 0, 0, width, height };
  GtkAllocation other = one;

  if (is_beside (first, second, width))
    {
      other.width = get_least (second, GTK_ORIENTATION_HORIZONTAL);
      one.width = width - BETWEEN - other.width;
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        one.x = other.width + BETWEEN;
      else
        other.x = one.width + BETWEEN;
    }
  else
    {
      one.height = get_least (first, GTK_ORIENTATION_VERTICAL);
      other.y = one.height + BELOW;
      other.height = MAX (height - other.y, get_least (second, GTK_ORIENTATION_VERTICAL));
    }
  gtk_widget_size_allocate (first, &one, -1);
  gtk_widget_size_allocate (second, &other, -1);
}

static GtkSizeRequestMode
desk_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_pair_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_pair_parent_class)->dispose (object);
}

static void
desk_pair_class_init (DeskPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_pair_dispose;
  widget_class->measure = desk_pair_measure;
  widget_class->size_allocate = desk_pair_size_allocate;
  widget_class->get_request_mode = desk_pair_get_request_mode;
}

static void
desk_pair_init (DeskPair *self)
{
}
