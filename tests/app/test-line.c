/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-test-app.h"

/* The line: what Enter does is what is on the screen. */

/* Longer than a plan must have been looked at. */
#define LOOK_MS 350

static DeskLineBar *
get_line (DeskTestApp *self)
{
  return DESK_LINE_BAR (desk_window_get_line (self->desk->window));
}

static void
test_find (DeskTestApp   *self,
           gconstpointer  data)
{
  static const char *const texts[] = { "robin", "exam", "AM-0226A" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      desk_test_desk_go (self->desk, "today");
      desk_test_desk_line (self->desk, texts[i]);
      desk_line_bar_enter (get_line (self));
      g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "stay");
      g_assert_cmpint (desk_stay_page_get_stay_id (desk_test_app_get_stay (self)), ==,
                       self->stay_id);
      g_assert_cmpstr (desk_line_bar_get_text (get_line (self)), ==, "");
    }
}

/* Enter before the answer is there opens what is found when it comes. */
static void
test_find_in_a_hurry (DeskTestApp   *self,
                      gconstpointer  data)
{
  desk_line_bar_set_text (get_line (self), "robin");
  desk_line_bar_enter (get_line (self));
  desk_test_desk_wait_place (self->desk, "stay");
}

static void
test_nothing_found (DeskTestApp   *self,
                    gconstpointer  data)
{
  desk_test_desk_line (self->desk, "nobody of that name");
  desk_line_bar_enter (get_line (self));
  desk_test_settle (50);
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "today");
  g_assert_cmpstr (desk_line_bar_get_text (get_line (self)), ==, "nobody of that name");
}

/* What fits more people than the card shows says so, until they are few. */
static void
test_more (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_app_new_demo ();
  g_autoptr (DeskTestDesk) desk = desk_test_desk_new (test->path, "en");
  GtkWidget *more = desk_test_find (GTK_WIDGET (desk->window), "more_found");

  desk_test_desk_wait_place (desk, "sign-in");
  desk_test_desk_sign_in (desk, "aino", "1111");
  desk_test_desk_line (desk, "ho-");
  g_assert_true (gtk_widget_get_visible (more));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (more)), ==,
                   "The first 8: type more to narrow it down");

  desk_test_desk_line (desk, "kowalska");
  g_assert_false (gtk_widget_get_visible (more));
}

static void
test_post (DeskTestApp   *self,
           gconstpointer  data)
{
  desk_test_app_check_in (self);
  desk_test_desk_line (self->desk, "412 post bfst 2x");

  /* Too early: it has not been looked at. */
  desk_line_bar_enter (get_line (self));
  desk_test_settle (LOOK_MS);
  g_assert_cmpstr (desk_line_bar_get_text (get_line (self)), ==, "412 post bfst 2x");
  desk_test_app_wait_lines (self, 0);

  desk_line_bar_enter (get_line (self));
  desk_test_app_wait_lines (self, 1);
  g_assert_cmpint (desk_bill_get_stay (desk_stay_page_get_bill
                                         (desk_test_app_get_stay (self)))->balance_now,
                   ==, 3300);
  g_assert_cmpstr (desk_line_bar_get_text (get_line (self)), ==, "");
}

/* Money is taken in the full plan only. */
static void
test_pay_opens_plan (DeskTestApp   *self,
                     gconstpointer  data)
{
  desk_test_app_check_in (self);
  desk_test_desk_line (self->desk, "412 post bfst");
  desk_test_settle (LOOK_MS);
  desk_line_bar_enter (get_line (self));
  desk_test_app_wait_lines (self, 1);

  desk_test_desk_line (self->desk, "412 pay all card");
  desk_test_settle (LOOK_MS);
  desk_line_bar_enter (get_line (self));
  desk_test_app_wait_plan (self);
  desk_test_settle (LOOK_MS);
  g_assert_nonnull (strstr (desk_plan_window_get_sentence (desk_test_app_wait_plan (self)),
                            "Card"));
  desk_test_app_wait_lines (self, 1);
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 2);
}

static gboolean
is_explained (gpointer data)
{
  DeskExplainPane *pane = desk_stay_page_get_explain (desk_test_app_get_stay (data));

  return desk_explain_pane_get_topic (pane) == DESK_EXPLAIN_TOTAL &&
         g_strcmp0 (desk_explain_pane_get_language (pane), "fi") == 0;
}

/* What is said to the guest, and beside it what it means to who sits at the desk: @own %NULL:
 * both speak the same language. The arithmetic is for who sits there. */
static void
check_said (DeskTestApp *self,
            const char  *said,
            const char  *own)
{
  GtkWidget *box = desk_test_find (GTK_WIDGET (self->desk->window), "said_box");
  GtkWidget *other = desk_test_find (box, "other");

  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (desk_test_find (box, "sentence"))),
                            said));
  g_assert_true (gtk_widget_get_visible (other) == (own != NULL));
  g_assert_true (own == NULL ||
                 g_str_has_prefix (gtk_label_get_label (GTK_LABEL (other)), own));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (desk_test_find (box, "arithmetic"))),
                            "Left to pay"));
}

/* The card begins where its field begins. */
static void
test_card (DeskTestApp   *self,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (self->desk->window);
  graphene_rect_t line, card;

  desk_test_desk_line (self->desk, "exam");
  desk_test_settle (LOOK_MS);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_line (self)), window, &line));
  g_assert_true (gtk_widget_compute_bounds (desk_test_find (window, "card"), window, &card));
  g_assert_cmpfloat (ABS (card.origin.x - line.origin.x), <, 2);
  g_assert_cmpfloat (card.size.width, >=, line.size.width - 2);
}

static void
test_why (DeskTestApp   *self,
          gconstpointer  data)
{
  desk_test_app_check_in (self);
  desk_test_desk_go (self->desk, "today");
  desk_test_desk_line (self->desk, "412 why total fi");
  check_said (self, "Laskunne", "Your bill");
  desk_test_desk_line (self->desk, "412 why total en");
  check_said (self, "Your bill", NULL);
  desk_test_desk_line (self->desk, "412 why total fi");
  desk_line_bar_enter (get_line (self));
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "stay");
  desk_test_wait (is_explained, self, "the answer");
}

/* A line that is half typed or wrong does nothing, whatever is pressed. */
static void
test_half_typed (DeskTestApp   *self,
                 gconstpointer  data)
{
  static const char *const lines[] = { "412 post", "412 post nothinglikethis", "412 pay 1.000,00",
                                       "412 wen 7", "412 post bfst 0x",
                                       "412 fix 8 120 confirmation" };
  GtkWidget *echo = desk_test_find (GTK_WIDGET (self->desk->window), "echo");

  desk_test_app_check_in (self);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      desk_test_desk_line (self->desk, lines[i]);
      desk_test_settle (LOOK_MS);
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (echo))));
      desk_line_bar_enter (get_line (self));
      desk_test_settle (50);
      g_assert_null (desk_window_get_dialog (self->desk->window));
      desk_test_app_wait_lines (self, 0);
      desk_line_bar_clear (get_line (self));
    }
}

static gboolean
has_underline (GtkEntry *entry)
{
  g_autoslist (PangoAttribute) all = NULL;
  PangoAttrList *attributes = gtk_entry_get_attributes (entry);

  all = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;

  return all != NULL;
}

/* What can still become something is told what may follow; only then is it warned of. */
static void
test_hint (DeskTestApp   *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *look;
    gboolean    echo;
  } lines[] = {
    { "412 post", "quiet", FALSE },
    { "412 post bfst 2x w", "quiet", FALSE },
    { "412 post bfst 2x w ", "warn", TRUE },
    { "412 post nothinglikethis 2x", "warn", TRUE },
  };
  GtkEntry *entry = GTK_ENTRY (desk_line_bar_get_entry (get_line (self)));
  GtkWidget *window = GTK_WIDGET (self->desk->window);
  GtkWidget *echo = desk_test_find (window, "echo");

  desk_test_app_check_in (self);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *note;

      desk_test_desk_line (self->desk, lines[i].text);
      desk_test_settle (LOOK_MS);
      note = gtk_widget_get_first_child (desk_test_find (desk_test_find (window, "card"), "notes"));
      g_test_message ("%s", lines[i].text);
      g_assert_true (gtk_widget_has_css_class (note, lines[i].look));
      g_assert_cmpint (has_underline (entry), ==, lines[i].echo);
      g_assert_cmpint (gtk_widget_get_visible (echo), ==, lines[i].echo);
      g_assert_false (g_ascii_islower (*gtk_label_get_label (GTK_LABEL (echo))));
    }

  desk_test_desk_line (self->desk, "412 out card");
  desk_test_settle (LOOK_MS);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (echo)), " · out · "));
}

/* A message that stays is put away without the pointer. */
static void
test_put_away (DeskTestApp   *self,
               gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (self->desk->window);
  g_autoptr (GError) error = g_error_new_literal (DESK_ERROR, DESK_ERROR_STORAGE, "no disk");

  g_assert_false (desk_test_press (window, GDK_KEY_Escape));
  desk_window_show_error (GTK_WIDGET (get_line (self)), error);
  g_assert_cmpstr (desk_window_get_status (self->desk->window), !=, "");
  g_assert_true (desk_test_press (window, GDK_KEY_Escape));
  g_assert_cmpstr (desk_window_get_status (self->desk->window), ==, "");
}

static gboolean
is_answered (gpointer data)
{
  return desk_line_bar_is_answered (get_line (data));
}

/* What is typed outlives a look at another page; its answer does not lie over that page, and
 * nothing is done that is not on the screen. */
static void
test_put_aside (DeskTestApp   *self,
                gconstpointer  data)
{
  GtkWidget *card = desk_test_find (desk_test_app_get_window (self), "card");

  desk_test_desk_go (self->desk, "today");
  desk_test_desk_line (self->desk, "robin");
  g_assert_true (gtk_widget_get_visible (card));
  desk_test_desk_go (self->desk, "rooms");
  g_assert_false (gtk_widget_get_visible (card));
  g_assert_cmpstr (desk_line_bar_get_text (get_line (self)), ==, "robin");

  desk_line_bar_enter (get_line (self));
  desk_test_wait (is_answered, self, "the answer again");
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "rooms");
  desk_line_bar_enter (get_line (self));
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "stay");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*func) (DeskTestApp *self, gconstpointer data);
  } tests[] = {
    { "/line/find", test_find },
    { "/line/find-in-a-hurry", test_find_in_a_hurry },
    { "/line/nothing-found", test_nothing_found },
    { "/line/post", test_post },
    { "/line/pay-opens-plan", test_pay_opens_plan },
    { "/line/card", test_card },
    { "/line/why", test_why },
    { "/line/half-typed", test_half_typed },
    { "/line/hint", test_hint },
    { "/line/put-away", test_put_away },
    { "/line/put-aside", test_put_aside },
  };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DeskTestApp, ASSOCIATE, desk_test_app_set_up, tests[i].func,
                desk_test_app_tear_down);
  g_test_add_func ("/line/more", test_more);

  return g_test_run ();
}
