/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-style.h"
#include "desk-test-app.h"

/* The windows of plans as a mouse needs them and as a finger does: lists end between two rows,
 * every tender is there, and what stands beside a field stands in its middle. */

/* Above and below the rows of a list, at most. */
#define EDGES 12

/* In the room that the demo hotel is shown with. */
#define ROOM "412"

static void
open_desk (DeskTestApp *self,
           gboolean     touch)
{
  desk_style_set_touch (touch);
  self->test = desk_test_app_new_demo ();
  self->desk = desk_test_desk_new (self->test->path, "en");
  desk_test_desk_wait_place (self->desk, "sign-in");
  desk_test_desk_sign_in (self->desk, "aino", "1111");
  desk_test_desk_find (self->desk, ROOM);
}

static void
close_desk (DeskTestApp *self)
{
  desk_test_app_tear_down (self, NULL);
  desk_style_set_touch (FALSE);
}

static GtkWidget *
open_form (DeskTestApp *self,
           const char  *action)
{
  GtkWidget *dialog;

  desk_test_app_activate (self, action);
  dialog = desk_test_app_wait_dialog (self, action);
  desk_test_settle (400);

  return dialog;
}

/* The first thing of a kind below. */
static GtkWidget *
find_kind (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_kind (child, type);

  return found;
}

static int
get_height (GtkWidget *widget,
            GtkWidget *inside,
            int       *middle)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, inside, &bounds));
  if (middle != NULL)
    *middle = (int) (bounds.origin.y + bounds.size.height / 2);

  return (int) bounds.size.height;
}

/* How many rows a list shows; none of them in part. */
static int
count_rows (GtkWidget *dialog,
            GType      list_type)
{
  GtkWidget *scroller = desk_test_find (dialog, "scroller");
  GtkWidget *list = find_kind (scroller, list_type);
  GtkWidget *row = gtk_widget_get_first_child (list);
  GtkAdjustment *all = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  int height = get_height (row, list, NULL);
  int rest;

  g_assert_cmpint (height, >, 0);
  rest = (int) gtk_adjustment_get_page_size (all) % height;
  g_assert_cmpint (rest, <=, EDGES);

  return (int) gtk_adjustment_get_page_size (all) / height;
}

static void
check_beside (GtkWidget  *dialog,
              const char *check_id,
              const char *field_id)
{
  GtkWidget *check = gtk_widget_get_first_child (desk_test_find (dialog, check_id));
  GtkWidget *field = desk_test_find (dialog, field_id);
  int middle, middle_of_field;

  if (!GTK_IS_ENTRY (field) && !GTK_IS_SPIN_BUTTON (field))
    field = find_kind (field, GTK_TYPE_ENTRY);
  get_height (check, dialog, &middle);
  get_height (field, dialog, &middle_of_field);
  g_assert_cmpint (ABS (middle - middle_of_field), <=, 2);
}

/* Nobody has to look for a tender. */
static void
check_forms (gboolean touch)
{
  DeskTestApp self = { 0 };
  GtkWidget *dialog;

  open_desk (&self, touch);
  dialog = open_form (&self, "win.pay");
  g_assert_cmpint (count_rows (dialog, GTK_TYPE_LIST_VIEW), ==, 5);
  check_beside (dialog, "all", "amount");

  dialog = open_form (&self, "win.check-out");
  g_assert_cmpint (count_rows (dialog, GTK_TYPE_LIST_VIEW), ==, 5);
  check_beside (dialog, "early", "window");

  dialog = open_form (&self, "win.post");
  g_assert_cmpint (count_rows (dialog, GTK_TYPE_LIST_VIEW), ==, touch ? 5 : 6);

  dialog = open_form (&self, "win.move");
  g_assert_cmpint (count_rows (dialog, GTK_TYPE_LIST_BOX), ==, touch ? 3 : 4);
  check_beside (dialog, "swap", "room");
  g_assert_cmpint (gtk_widget_get_height (dialog), <,
                   gtk_widget_get_height (GTK_WIDGET (self.desk->window)));
  close_desk (&self);
}

static void
test_mouse (void)
{
  check_forms (FALSE);
}

static void
test_finger (void)
{
  check_forms (TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/touch/mouse", test_mouse);
  g_test_add_func ("/touch/finger", test_finger);

  return g_test_run ();
}
