/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-style.h"
#include "desk-test-app.h"
#include "desk-test-walk.h"

/* Everything the console shows on the smallest screen, in one language: DESKBELL_TEST_LANG.
 * No word is cut short, nothing is laid over anything else or off the screen. */

#define SMALLEST_WIDTH 1024
#define SMALLEST_HEIGHT 768

/* What such a button has of padding */
#define FLUSH 8

typedef struct
{
  GHashTable *found;    /* (element-type utf8): what there is to complain of, here */
  GHashTable *told;     /* (element-type utf8): what was complained of before */
  guint       n_labels;
} Clip;

static void
clip_init (Clip *self)
{
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
clip_clear (Clip *self)
{
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->told);
}

/* What people, articles and reasons are called is as long as it is: such a text may end
 * in an ellipsis. What it stands in, and its id there. */
static const struct
{
  const char *parent;
  const char *id;
} free_texts[] = {
  { "GtkColumnViewCell", NULL },    /* of the audit, beside a pane that says it whole */
  { "DeskRoomCell", "name" },
  { "GtkBox", "detail" },           /* of a stay: ends in its number */
};

static gboolean
is_free_text (GtkWidget *label)
{
  const char *parent = G_OBJECT_TYPE_NAME (gtk_widget_get_parent (label));
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (label));

  for (guint i = 0; i < G_N_ELEMENTS (free_texts); i++)
    if (g_str_equal (free_texts[i].parent, parent) && g_strcmp0 (free_texts[i].id, id) == 0)
      return TRUE;

  return FALSE;
}

static void
complain (Clip       *self,
          GtkWidget  *widget,
          const char *what)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  g_hash_table_add (self->found,
                    g_strdup_printf ("a %s (%s) in a %s (%s) %s", G_OBJECT_TYPE_NAME (widget),
                                     gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)),
                                     G_OBJECT_TYPE_NAME (parent),
                                     gtk_buildable_get_buildable_id (GTK_BUILDABLE (parent)),
                                     what));
}

static void
check_label (Clip      *self,
             GtkWidget *label)
{
  self->n_labels++;
  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))) &&
      !is_free_text (label))
    {
      g_autofree char *what = g_strdup_printf ("cuts “%s” short",
                                               gtk_label_get_text (GTK_LABEL (label)));

      complain (self, label, what);
    }
}

/* A widget with less room than its minimum sticks out of what it stands in. What
 * scrolls may be higher than its window. */
static void
check_place (Clip      *self,
             GtkWidget *widget,
             GtkWidget *parent)
{
  graphene_rect_t own, room;
  float left, right, below;

  /* A row that has not been laid out yet has no room at all. */
  if (!gtk_widget_compute_bounds (widget, parent, &own) ||
      !gtk_widget_compute_bounds (parent, parent, &room) || room.size.width < 1)
    return;

  /* A button without a border stands further left, so that its words are in line. */
  left = room.origin.x - own.origin.x - (gtk_widget_has_css_class (widget, "small") ? FLUSH : 0);
  right = own.origin.x + own.size.width - room.origin.x - room.size.width;
  below = own.origin.y + own.size.height - room.origin.y - room.size.height;
  if (left > 1 || right > 1)
    complain (self, widget, "sticks out at a side");
  if (!GTK_IS_SCROLLABLE (parent) && (own.origin.y < room.origin.y - 1 || below > 1))
    complain (self, widget, "sticks out above or below");
}

/* The heart of the page: a line's sentence and its arithmetic are read without scrolling. */
static void
check_explanation (Clip      *self,
                   GtkWidget *pane)
{
  GtkWidget *arithmetic = desk_test_find (pane, "arithmetic");
  GtkWidget *scroller = gtk_widget_get_ancestor (arithmetic, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (desk_explain_pane_get_topic (DESK_EXPLAIN_PANE (pane)) == DESK_EXPLAIN_LINE &&
      gtk_widget_get_mapped (arithmetic) &&
      gtk_widget_compute_bounds (arithmetic, scroller, &bounds) &&
      bounds.origin.y + bounds.size.height > (float) gtk_widget_get_height (scroller))
    complain (self, arithmetic, "is read by scrolling");
}

/* What can be asked of the whole bill is seen, whatever else is said on the page and below it. */
static void
check_question (Clip      *self,
                GtkWidget *widget)
{
  if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.why") == 0 &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL)
    complain (self, widget, "is found by scrolling");
}

static void
check_widget (Clip      *self,
              GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    check_label (self, widget);
  if (DESK_IS_EXPLAIN_PANE (widget))
    check_explanation (self, widget);
  if (GTK_IS_BUTTON (widget))
    check_question (self, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child))
      {
        check_place (self, child, widget);
        check_widget (self, child);
      }
}

static void
check_size (Clip           *self,
            GtkWidget      *window,
            GtkOrientation  orientation,
            int             room)
{
  g_autofree char *what = NULL;
  int minimum;

  gtk_widget_measure (window, orientation, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= room)
    return;

  what = g_strdup_printf ("needs %d of %d", minimum, room);
  complain (self, gtk_widget_get_first_child (window), what);
}

static gboolean
is_clean (Clip      *self,
          GtkWidget *window)
{
  g_hash_table_remove_all (self->found);
  check_size (self, window, GTK_ORIENTATION_HORIZONTAL, SMALLEST_WIDTH);
  check_size (self, window, GTK_ORIENTATION_VERTICAL, SMALLEST_HEIGHT);
  check_widget (self, window);

  return g_hash_table_size (self->found) == 0;
}

/* What is still being laid out is looked at again. */
static void
check (GtkWidget  *window,
       const char *name,
       gpointer    data)
{
  Clip *self = data;
  GHashTableIter iter;
  gpointer text;

  for (guint i = 0; i < 3 && !is_clean (self, window); i++)
    desk_test_settle (300);

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      g_test_fail ();
      if (g_hash_table_add (self->told, g_strdup (text)))
        g_test_message ("%s: %s", name, (char *) text);
    }
}

static DeskTestDesk *
open_smallest (DeskTestHouse *test)
{
  GSettings *settings = desk_app_get_settings ();

  g_settings_set_int (settings, "window-width", SMALLEST_WIDTH);
  g_settings_set_int (settings, "window-height", SMALLEST_HEIGHT);

  return desk_test_desk_new (test->path, g_getenv ("DESKBELL_TEST_LANG"));
}

static void
check_walk (gboolean touch)
{
  g_autoptr (DeskTestHouse) test = desk_test_app_new_demo ();
  g_autoptr (DeskTestDesk) desk = NULL;
  Clip clip = { 0 };

  clip_init (&clip);
  desk = open_smallest (test);
  desk_style_set_touch (touch);
  desk_test_walk (desk, check, &clip);
  desk_style_set_touch (FALSE);

  g_assert_cmpuint (clip.n_labels, >, 1000);
  clip_clear (&clip);
}

static void
test_pointer (void)
{
  check_walk (FALSE);
}

static void
test_touch (void)
{
  check_walk (TRUE);
}

static void
test_start (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new_empty ();
  g_autoptr (DeskTestDesk) desk = open_smallest (test);
  Clip clip = { 0 };

  clip_init (&clip);
  desk_test_walk_start (desk, check, &clip);
  g_assert_cmpuint (clip.n_labels, >, 0);
  clip_clear (&clip);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/clip/start", test_start);
  g_test_add_func ("/clip/touch", test_touch);

  /* Where targets are small there is more room for words; once is enough to see that. */
  if (g_strcmp0 (g_getenv ("DESKBELL_TEST_LANG"), "lt") == 0)
    g_test_add_func ("/clip/pointer", test_pointer);

  return g_test_run ();
}
