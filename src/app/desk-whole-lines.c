/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-whole-lines.h"

/* Holds one child, which is scrolled, and shows of it what is seen whole: a line of text that
 * is cut in half can be read wrong, and looks like the last one. */

/* Lines may touch, by parts of a pixel. */
#define SLACK 1

struct _DeskWholeLines
{
  GtkWidget      parent_instance;

  /* Owned */
  GtkAdjustment *adjustment;    /* (nullable): of what scrolls it, while it is in a window */
};

G_DEFINE_FINAL_TYPE (DeskWholeLines, desk_whole_lines, GTK_TYPE_WIDGET)

/* An edge of what is seen, in coordinates of @self; moves inwards past what it cuts. */
typedef struct
{
  GtkWidget *self;
  gboolean   bottom;
  float      y;
  gboolean   moved;
} Edge;

static void
pass (Edge  *edge,
      float  top,
      float  bottom)
{
  if (top >= edge->y - SLACK || bottom <= edge->y + SLACK)
    return;

  edge->y = edge->bottom ? top : bottom;
  edge->moved = TRUE;
}

/* Its text is placed within what its padding surrounds. */
static void
pass_label (Edge     *edge,
            GtkLabel *label)
{
  PangoLayoutIter *iter;
  graphene_point_t origin;
  float top;
  int x, y;

  if (!gtk_widget_compute_point (GTK_WIDGET (label), edge->self, &GRAPHENE_POINT_INIT (0, 0),
                                 &origin))
    return;

  top = origin.y;
  iter = pango_layout_get_iter (gtk_label_get_layout (label));
  gtk_label_get_layout_offsets (label, &x, &y);
  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      pass (edge, top + (float) y + (float) line.y / PANGO_SCALE,
            top + (float) y + (float) (line.y + line.height) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* What is pressed or typed in is one thing, whatever it is made of. */
static gboolean
is_one_thing (GtkWidget *widget)
{
  return gtk_widget_get_first_child (widget) == NULL || gtk_widget_get_focusable (widget) ||
         GTK_IS_EDITABLE (widget) || GTK_IS_ACTIONABLE (widget);
}

static void
pass_widget (Edge      *edge,
             GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_NATIVE (widget) ||
      !gtk_widget_compute_bounds (widget, edge->self, &bounds) ||
      bounds.origin.y >= edge->y || bounds.origin.y + bounds.size.height <= edge->y)
    return;

  if (GTK_IS_LABEL (widget))
    pass_label (edge, GTK_LABEL (widget));
  else if (is_one_thing (widget))
    pass (edge, bounds.origin.y, bounds.origin.y + bounds.size.height);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      pass_widget (edge, child);
}

/* As what stands beside a line may be cut where the line is not. */
static float
find_edge (DeskWholeLines *self,
           float           y,
           gboolean        bottom)
{
  Edge edge = { .self = GTK_WIDGET (self), .bottom = bottom, .y = y };

  do
    {
      edge.moved = FALSE;
      pass_widget (&edge, gtk_widget_get_first_child (GTK_WIDGET (self)));
    }
  while (edge.moved);

  return edge.y;
}

static void
desk_whole_lines_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  DeskWholeLines *self = DESK_WHOLE_LINES (widget);
  float top, bottom;

  desk_whole_lines_get_seen (self, &top, &bottom);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, top, (float) gtk_widget_get_width (widget),
                                               bottom - top));
  GTK_WIDGET_CLASS (desk_whole_lines_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
desk_whole_lines_root (GtkWidget *widget)
{
  DeskWholeLines *self = DESK_WHOLE_LINES (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (desk_whole_lines_parent_class)->root (widget);

  if (scroller == NULL)
    return;

  g_set_object (&self->adjustment,
                gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

static void
desk_whole_lines_unroot (GtkWidget *widget)
{
  DeskWholeLines *self = DESK_WHOLE_LINES (widget);

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, gtk_widget_queue_draw, self);
  g_clear_object (&self->adjustment);

  GTK_WIDGET_CLASS (desk_whole_lines_parent_class)->unroot (widget);
}

static void
desk_whole_lines_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_whole_lines_parent_class)->dispose (object);
}

static void
desk_whole_lines_class_init (DeskWholeLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_whole_lines_dispose;
  widget_class->snapshot = desk_whole_lines_snapshot;
  widget_class->root = desk_whole_lines_root;
  widget_class->unroot = desk_whole_lines_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
desk_whole_lines_init (DeskWholeLines *self)
{
}

/**
 * desk_whole_lines_get_seen:
 * @self: what is scrolled
 * @top: (out): where the first line that is seen whole begins, in coordinates of @self
 * @bottom: (out): where the last one ends
 *
 * Where nothing is whole, as on a window of a few pixels, all is shown that there is room for.
 */
void
desk_whole_lines_get_seen (DeskWholeLines *self,
                           float          *top,
                           float          *bottom)
{
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float first, last;

  *top = 0;
  *bottom = height;
  if (self->adjustment == NULL)
    return;

  *top = (float) gtk_adjustment_get_value (self->adjustment);
  *bottom = MIN (height, *top + (float) gtk_adjustment_get_page_size (self->adjustment));
  first = find_edge (self, *top, FALSE);
  last = find_edge (self, *bottom, TRUE);
  if (first < last)
    {
      *top = first;
      *bottom = last;
    }
}
