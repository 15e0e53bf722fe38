/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-desk.h"
#include "desk-whole-lines.h"

/* However much there is room for, and however far it is scrolled: no line of text is cut. */

#define WIDTH 300
#define N_LINES 40

typedef struct
{
  GtkWidget      *window;
  GtkWidget      *scroller;
  DeskWholeLines *lines;
  GtkWidget      *label;
  GtkWidget      *button;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("first");
  g_autoptr (GtkCssProvider) padding = gtk_css_provider_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (int i = 1; i < N_LINES; i++)
    g_string_append_printf (text, "\nline %d", i);
  self->window = gtk_window_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->lines = g_object_new (DESK_TYPE_WHOLE_LINES, NULL);
  self->label = gtk_label_new (text->str);
  self->button = gtk_button_new_with_label ("Why?\nReally.");

  /* As the arithmetic of an explanation has it. */
  gtk_css_provider_load_from_data (padding, "label { padding: 9px 12px; }", -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (self->label),
                                  GTK_STYLE_PROVIDER (padding),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_set_parent (box, GTK_WIDGET (self->lines));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->lines));
  gtk_widget_set_valign (self->scroller, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (self->window), self->scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, 400);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_test_settle (100);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GtkAdjustment *
get_adjustment (Fixture *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static void
set_height (Fixture *self,
            int      height)
{
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), height);
  desk_test_settle (60);
  g_assert_cmpint ((int) gtk_adjustment_get_page_size (get_adjustment (self)), ==, height);
}

static int
get_line_height (Fixture *self)
{
  int height;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (self->label)), NULL, &height);

  return height / N_LINES;
}

/* Where the line nearest to @edge begins. */
static double
find_line (Fixture *self,
           double   edge)
{
  PangoLayoutIter *iter = pango_layout_get_iter (gtk_label_get_layout (GTK_LABEL (self->label)));
  graphene_point_t origin;
  double nearest = 0;
  int x, y;

  g_assert_true (gtk_widget_compute_point (self->label, GTK_WIDGET (self->lines),
                                           &GRAPHENE_POINT_INIT (0, 0), &origin));
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  y += (int) origin.y;
  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if (ABS (y + (double) line.y / PANGO_SCALE - edge) < ABS (nearest - edge))
        nearest = y + (double) line.y / PANGO_SCALE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return nearest;
}

/* An edge is where a line begins, and not further from the edge of the view than one line. */
static void
check_edge (Fixture *self,
            double   edge,
            double   view)
{
  g_assert_cmpfloat (ABS (edge - find_line (self, edge)), <=, 1);
  g_assert_cmpfloat (ABS (edge - view), <=, get_line_height (self) + 1);
}

static void
test_heights (Fixture       *self,
              gconstpointer  data)
{
  int line_height = get_line_height (self);
  float top, bottom;

  for (int height = 4 * line_height; height < 6 * line_height; height += 5)
    {
      set_height (self, height);
      desk_whole_lines_get_seen (self->lines, &top, &bottom);
      g_assert_cmpfloat (top, ==, 0);
      check_edge (self, bottom, height);
    }
}

static void
test_scrolled (Fixture       *self,
               gconstpointer  data)
{
  int height = 5 * get_line_height (self) + 7;
  float top, bottom;

  set_height (self, height);
  for (int value = 1; value < 3 * get_line_height (self); value += 7)
    {
      gtk_adjustment_set_value (get_adjustment (self), value);
      desk_test_settle (30);
      desk_whole_lines_get_seen (self->lines, &top, &bottom);
      g_assert_cmpfloat (top, >=, value);
      check_edge (self, top, value);
      g_assert_cmpfloat (bottom, <=, value + height);
      check_edge (self, bottom, value + height);
    }
}

/* A button is one thing, however many lines its label has; at the end all is seen. */
static void
test_button (Fixture       *self,
             gconstpointer  data)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  graphene_rect_t bounds;
  double last;
  float top, bottom;

  set_height (self, 5 * get_line_height (self));
  last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  g_assert_true (gtk_widget_compute_bounds (self->button, GTK_WIDGET (self->lines), &bounds));

  gtk_adjustment_set_value (adjustment, last - bounds.size.height / 2);
  desk_test_settle (30);
  desk_whole_lines_get_seen (self->lines, &top, &bottom);
  g_assert_cmpfloat (bottom, <=, bounds.origin.y);

  gtk_adjustment_set_value (adjustment, last);
  desk_test_settle (30);
  desk_whole_lines_get_seen (self->lines, &top, &bottom);
  g_assert_cmpfloat (bottom, ==, bounds.origin.y + bounds.size.height);
}

/* Where nothing is whole, as much is shown as there is room for. */
static void
test_too_high (Fixture       *self,
               gconstpointer  data)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  graphene_rect_t bounds;
  float top, bottom;

  set_height (self, 5 * get_line_height (self));
  gtk_widget_set_size_request (self->button, -1, 10 * get_line_height (self));
  desk_test_settle (60);
  g_assert_true (gtk_widget_compute_bounds (self->button, GTK_WIDGET (self->lines), &bounds));
  gtk_adjustment_set_value (adjustment, bounds.origin.y + 20);
  desk_test_settle (30);
  desk_whole_lines_get_seen (self->lines, &top, &bottom);
  g_assert_cmpfloat (top, ==, gtk_adjustment_get_value (adjustment));
  g_assert_cmpfloat (bottom - top, ==, gtk_adjustment_get_page_size (adjustment));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *self, gconstpointer data);
  } cases[] = {
    { "/whole-lines/heights", test_heights },
    { "/whole-lines/scrolled", test_scrolled },
    { "/whole-lines/button", test_button },
    { "/whole-lines/too-high", test_too_high },
  };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);

  return g_test_run ();
}
