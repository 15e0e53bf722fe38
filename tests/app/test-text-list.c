/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "desk-test-desk.h"
#include "desk-text-list.h"

/* Rows that draw their texts themselves, and the list that makes them only where they are
 * seen. */

#define N_LINES 1000
#define WIDTH 500
#define HEIGHT 300

/* More than fit in the window would be made for nothing. */
#define MOST_ROWS 40

enum { NUMBER, BADGE, NAME, BELOW, UNDER, AMOUNT, STATE, N_COLUMNS };

static const DeskTextColumn columns[N_COLUMNS] = {
  [NUMBER] = { 4,  1, DESK_TEXT_FIGURES, "no_such_colour" },
  [BADGE]  = { 0,  0, DESK_TEXT_BADGE, NULL },
  [NAME]   = { 20, 0, DESK_TEXT_STRETCHES | DESK_TEXT_STRONG, NULL },
  [BELOW]  = { 0,  0, DESK_TEXT_STRETCHES | DESK_TEXT_BELOW | DESK_TEXT_SMALL, NULL },
  [UNDER]  = { 0,  0, DESK_TEXT_STRETCHES | DESK_TEXT_BELOW | DESK_TEXT_UNDER, NULL },
  [AMOUNT] = { 10, 1, DESK_TEXT_FIGURES, NULL },
  [STATE]  = { 0,  1, DESK_TEXT_BELOW | DESK_TEXT_SMALL, NULL },
};

#define TEST_TYPE_ROW (test_row_get_type ())
G_DECLARE_FINAL_TYPE (TestRow, test_row, TEST, ROW, DeskTextRow)

struct _TestRow
{
  DeskTextRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TestRow, test_row, DESK_TYPE_TEXT_ROW)

static void
test_row_class_init (TestRowClass *klass)
{
  desk_text_row_class_set_columns (DESK_TEXT_ROW_CLASS (klass), columns, N_COLUMNS, 10);
}

static void
test_row_init (TestRow *self)
{
}

static void
show_line (DeskTextRow *row,
           gpointer     item)
{
  const char *text = gtk_string_object_get_string (item);

  desk_text_row_set_text (row, NUMBER, text);
  desk_text_row_set_text (row, NAME, "Somebody");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* A row in a window of its own. */
static DeskTextRow *
new_row (GtkTextDirection direction)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = g_object_new (TEST_TYPE_ROW, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_set_direction (row, direction);
  gtk_window_set_child (GTK_WINDOW (window), row);
  desk_text_row_set_text (DESK_TEXT_ROW (row), NUMBER, "412");
  desk_text_row_set_text (DESK_TEXT_ROW (row), BADGE, "D");
  desk_text_row_set_text (DESK_TEXT_ROW (row), NAME, "Anna Kowalska");
  desk_text_row_set_text (DESK_TEXT_ROW (row), BELOW, "2–6 Sep");
  desk_text_row_set_text (DESK_TEXT_ROW (row), AMOUNT, "486.00");
  gtk_window_present (GTK_WINDOW (window));
  desk_test_settle (100);

  return DESK_TEXT_ROW (row);
}

static void
destroy_window (gpointer widget)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (widget)));
}

static void
test_texts (void)
{
  static const struct { const char *set, *get; } cases[] = {
    { "a", "a" }, { "", NULL }, { "b", "b" }, { "b", "b" }, { NULL, NULL },
    { "två\nrader", "två\nrader" },
  };
  DeskTextRow *row = new_row (GTK_TEXT_DIR_LTR);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      desk_text_row_set_text (row, NAME, cases[i].set);
      g_assert_cmpstr (desk_text_row_get_text (row, NAME), ==, cases[i].get);
    }
  destroy_window (row);
}

static void
test_places (void)
{
  static const guint across[] = { NUMBER, BADGE, NAME, AMOUNT };
  DeskTextRow *row = new_row (GTK_TEXT_DIR_LTR);
  int width = gtk_widget_get_width (GTK_WIDGET (row));
  GdkRectangle name, below;
  int end = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (across); i++)
    {
      GdkRectangle place;

      desk_text_row_get_place (row, across[i], &place);
      g_assert_cmpint (place.width, >, 0);
      g_assert_cmpint (place.height, >, 0);
      g_assert_cmpint (place.x, >=, end);
      end = place.x + place.width;
    }
  g_assert_cmpint (end, ==, width);

  desk_text_row_get_place (row, NAME, &name);
  desk_text_row_get_place (row, BELOW, &below);
  g_assert_cmpint (below.x, ==, name.x);
  g_assert_cmpint (below.y, ==, name.y + name.height);

  /* One that is not there takes no place. */
  desk_text_row_set_text (row, BELOW, NULL);
  desk_text_row_set_text (row, BADGE, NULL);
  desk_text_row_get_place (row, BELOW, &below);
  g_assert_cmpint (below.height, ==, 0);
  g_assert_cmpint (below.width, >, name.width);
  destroy_window (row);
}

/* A text that may goes on under the columns behind it, while nothing stands there. */
static void
test_under (void)
{
  DeskTextRow *row = new_row (GTK_TEXT_DIR_LTR);
  int width = gtk_widget_get_width (GTK_WIDGET (row));
  GdkRectangle name, below, under, amount;

  desk_text_row_set_text (row, UNDER, "no room yet");
  desk_text_row_get_place (row, NAME, &name);
  desk_text_row_get_place (row, BELOW, &below);
  desk_text_row_get_place (row, UNDER, &under);
  desk_text_row_get_place (row, AMOUNT, &amount);
  g_assert_cmpint (under.x, ==, name.x);
  g_assert_cmpint (under.x + under.width, ==, width);
  g_assert_cmpint (below.width, ==, name.width);
  g_assert_cmpint (amount.y, ==, name.y);
  g_assert_cmpint (amount.y + amount.height, <=, under.y);

  desk_text_row_set_text (row, STATE, "left");
  desk_text_row_get_place (row, UNDER, &under);
  g_assert_cmpint (under.width, ==, name.width);
  destroy_window (row);
}

/* Read from the right, the row is as seen in a mirror. */
static void
test_rtl (void)
{
  DeskTextRow *ltr = new_row (GTK_TEXT_DIR_LTR);
  DeskTextRow *rtl = new_row (GTK_TEXT_DIR_RTL);
  int width = gtk_widget_get_width (GTK_WIDGET (ltr));

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (rtl)), ==, width);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GdkRectangle there, here;

      desk_text_row_get_place (ltr, i, &there);
      desk_text_row_get_place (rtl, i, &here);
      g_assert_cmpint (here.width, ==, there.width);
      g_assert_cmpint (here.x, ==, width - there.x - there.width);
    }
  destroy_window (ltr);
  destroy_window (rtl);
}

static gboolean
has_tooltip (DeskTextRow *row)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);

  return GTK_WIDGET_GET_CLASS (row)->query_tooltip (GTK_WIDGET (row), 0, 0, TRUE, tooltip);
}

/* A name without end is cut short, moves nothing, and is shown whole to the pointer. */
static void
test_long_name (void)
{
  DeskTextRow *row = new_row (GTK_TEXT_DIR_LTR);
  g_autofree char *name = g_strnfill (300, 'W');
  GdkRectangle before, after, place;
  int least, least_before;

  g_assert_false (has_tooltip (row));
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &least_before, NULL, NULL,
                      NULL);
  desk_text_row_get_place (row, AMOUNT, &before);
  desk_text_row_set_text (row, NAME, name);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, least_before);

  desk_text_row_get_place (row, AMOUNT, &after);
  desk_text_row_get_place (row, NAME, &place);
  g_assert_true (gdk_rectangle_equal (&before, &after));
  g_assert_cmpint (place.x + place.width, <=, after.x);
  g_assert_true (has_tooltip (row));
  destroy_window (row);
}

typedef struct
{
  GtkWidget          *window;
  GtkWidget          *scroller;
  DeskTextList       *list;
  GtkSingleSelection *model;
} Fixture;

static GListModel *
new_lines (guint       n,
           const char *prefix)
{
  GtkStringList *lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (lines, g_strdup_printf ("%s%u", prefix, i));

  return G_LIST_MODEL (lines);
}

static void
set_up (Fixture       *self,
        gconstpointer  n)
{
  self->window = gtk_window_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->list = g_object_new (DESK_TYPE_TEXT_LIST, NULL);
  self->model = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->model, FALSE);
  gtk_single_selection_set_model (self->model, new_lines (GPOINTER_TO_UINT (n), "line "));
  g_object_unref (gtk_single_selection_get_model (self->model));

  desk_text_list_set_rows (self->list, TEST_TYPE_ROW, show_line);
  desk_text_list_set_model (self->list, self->model);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_window_set_child (GTK_WINDOW (self->window), self->scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_test_settle (100);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->model);
}

static DeskTextRow *
get_focused (Fixture *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  return TEST_IS_ROW (focus) ? DESK_TEXT_ROW (focus) : NULL;
}

/* As the key does. */
static void
press (Fixture    *self,
       const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->list));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger
                                                                       (shortcut));

          if (g_str_equal (trigger, key))
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                          GTK_WIDGET (self->list),
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
}

static gboolean
is_in_sight (Fixture *self,
             guint    position)
{
  GtkWidget *row = GTK_WIDGET (desk_text_list_get_row (self->list, position));
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (row) &&
         gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (self->list));
}

/* Each key leads to a row that has the focus at once and is in sight in the next frame. */
static void
test_keys (Fixture       *self,
           gconstpointer  data)
{
  static const struct { const char *key; int position; } cases[] = {
    { "Down", 0 }, { "Down", 1 }, { "Up", 0 }, { "Up", 0 }, { "End", N_LINES - 1 },
    { "Down", N_LINES - 1 }, { "Page_Up", -1 }, { "Page_Down", N_LINES - 1 }, { "Home", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint selected;
      g_autofree char *text = NULL;

      press (self, cases[i].key);
      selected = gtk_single_selection_get_selected (self->model);
      if (cases[i].position >= 0)
        g_assert_cmpuint (selected, ==, cases[i].position);
      text = g_strdup_printf ("line %u", selected);
      g_assert_nonnull (get_focused (self));
      g_assert_cmpstr (desk_text_row_get_text (get_focused (self), NUMBER), ==, text);
      g_assert_true (gtk_widget_get_state_flags (GTK_WIDGET (get_focused (self))) &
                     GTK_STATE_FLAG_SELECTED);
      desk_test_settle (60);
      g_assert_true (is_in_sight (self, selected));
      g_assert_cmpuint (desk_text_list_get_n_rows (self->list), <=, MOST_ROWS);
    }
}

/* What a screen reader is told. */
static void
test_accessible (Fixture       *self,
                 gconstpointer  data)
{
  GtkAccessible *row;

  press (self, "End");
  row = GTK_ACCESSIBLE (get_focused (self));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "line 999");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_POS_IN_SET, N_LINES);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_SET_SIZE, N_LINES);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_ROLE_LIST);
}

/* Whoever scrolls away keeps the focus, and comes back with the next key. */
static void
test_scroll (Fixture       *self,
             gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW
                                                                     (self->scroller));
  DeskTextRow *row;

  press (self, "Home");
  desk_test_settle (60);
  row = get_focused (self);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  desk_test_settle (60);
  g_assert_true (get_focused (self) == row);
  g_assert_cmpstr (desk_text_row_get_text (row, NUMBER), ==, "line 0");
  g_assert_false (is_in_sight (self, 0));

  press (self, "Down");
  desk_test_settle (60);
  g_assert_cmpstr (desk_text_row_get_text (get_focused (self), NUMBER), ==, "line 1");
  g_assert_true (is_in_sight (self, 1));
}

/* However far somebody scrolls: the row at the top is seen whole. */
static void
test_scroll_by_hand (Fixture       *self,
                     gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW
                                                                     (self->scroller));
  int row_height = (int) gtk_adjustment_get_step_increment (adjustment);

  for (int value = 1; value < 4 * row_height; value += row_height - 11)
    {
      guint top = (guint) ((value + row_height / 2) / row_height);

      gtk_adjustment_set_value (adjustment, value);
      desk_test_settle (60);
      g_assert_true (is_in_sight (self, top));
      g_assert_true (top == 0 || !is_in_sight (self, top - 1));
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
    }
}

/* No row is cut through at the end, and a list that becomes lower keeps the selected row in
 * sight; one that was scrolled away from stays away. */
static void
test_lower (Fixture       *self,
            gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW
                                                                     (self->scroller));
  int row_height = (int) gtk_adjustment_get_step_increment (adjustment);
  guint last;

  press (self, "Home");
  desk_test_settle (60);
  last = (guint) ((int) gtk_adjustment_get_page_size (adjustment) / row_height) - 1;
  gtk_single_selection_set_selected (self->model, last);
  desk_test_settle (60);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_true (is_in_sight (self, last));

  for (int margin = row_height; margin < HEIGHT / 2; margin += row_height - 7)
    {
      gtk_widget_set_margin_bottom (self->scroller, margin);
      desk_test_settle (60);
      g_assert_true (is_in_sight (self, last));
      g_assert_cmpint ((int) gtk_adjustment_get_page_size (adjustment) % row_height, ==, 0);
      g_assert_cmpint ((int) gtk_adjustment_get_value (adjustment) % row_height, ==, 0);
    }

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  desk_test_settle (60);
  gtk_widget_set_margin_bottom (self->scroller, HEIGHT / 2);
  desk_test_settle (60);
  g_assert_false (is_in_sight (self, last));
}

/* Other lines, fewer or more: what was selected is told by the model alone, and the focus
 * stays in the list. */
static void
test_other_lines (Fixture       *self,
                  gconstpointer  data)
{
  static const guint numbers[] = { 3, 1, 500, 2 };

  press (self, "End");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GListModel) lines = new_lines (numbers[i], "other ");
      g_autofree char *text = g_strdup_printf ("other %u", numbers[i] - 1);

      gtk_single_selection_set_model (self->model, lines);
      gtk_single_selection_set_selected (self->model, numbers[i] - 1);
      g_assert_nonnull (get_focused (self));
      g_assert_cmpstr (desk_text_row_get_text (get_focused (self), NUMBER), ==, text);
      desk_test_settle (60);
      g_assert_cmpstr (desk_text_row_get_text (get_focused (self), NUMBER), ==, text);
      g_assert_true (is_in_sight (self, numbers[i] - 1));
    }
}

static void
on_activated_cb (DeskTextList *list,
                 guint         position,
                 guint        *activated)
{
  *activated = position;
}

static void
test_activate (Fixture       *self,
               gconstpointer  data)
{
  guint activated = GTK_INVALID_LIST_POSITION;

  g_signal_connect (self->list, "activate", G_CALLBACK (on_activated_cb), &activated);
  press (self, "Return");
  g_assert_cmpuint (activated, ==, GTK_INVALID_LIST_POSITION);
  press (self, "Down");
  press (self, "Down");
  press (self, "Return");
  g_assert_cmpuint (activated, ==, 1);
}

/* A bar to scroll with comes while something beside the list is laid out anew and what is
 * around the list keeps its size: the toolkit warns of whatever it paints without a place. */
static void
test_bar (Fixture       *self,
          gconstpointer  data)
{
  static const guint sizes[] = { N_LINES, 2, N_LINES, 0, N_LINES };
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *around = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("10");

  g_object_ref (self->scroller);
  gtk_window_set_child (GTK_WINDOW (self->window), page);
  gtk_box_append (GTK_BOX (page), label);
  gtk_box_append (GTK_BOX (page), around);
  gtk_box_append (GTK_BOX (around), self->scroller);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  g_object_unref (self->scroller);
  desk_test_settle (100);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GListModel) lines = new_lines (sizes[i], "line ");

      gtk_single_selection_set_model (self->model, lines);
      gtk_label_set_label (GTK_LABEL (label), i % 2 == 0 ? "11" : "10");
      desk_test_settle (60);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (self->list)), >, 0);
    }
}

/* Nothing to show, and nothing to go to. */
static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  static const char *const keys[] = { "Up", "Down", "Home", "End", "Page_Up", "Page_Down",
                                      "Return" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    press (self, keys[i]);
  g_assert_null (get_focused (self));
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (self->list)));
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } cases[] = {
    { "/text-list/keys", test_keys },
    { "/text-list/accessible", test_accessible },
    { "/text-list/scroll", test_scroll },
    { "/text-list/scroll-by-hand", test_scroll_by_hand },
    { "/text-list/lower", test_lower },
    { "/text-list/other-lines", test_other_lines },
    { "/text-list/activate", test_activate },
  };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/text-row/texts", test_texts);
  g_test_add_func ("/text-row/places", test_places);
  g_test_add_func ("/text-row/under", test_under);
  g_test_add_func ("/text-row/rtl", test_rtl);
  g_test_add_func ("/text-row/long-name", test_long_name);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, GUINT_TO_POINTER (N_LINES), set_up, cases[i].test,
                tear_down);
  g_test_add ("/text-list/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/text-list/bar", Fixture, NULL, set_up, test_bar, tear_down);

  return g_test_run ();
}
