/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-audit-page.h"
#include "desk-field.h"
#include "desk-night-page.h"
#include "desk-test-app.h"
#include "desk-test-audit.h"
#include "desk-test-aurora.h"

/* The audit page as a night manager works it: by key, each role with what it may see. */

static const char *const pins[][2] = {
  { "mk", "1111" }, { "mika", "4444" }, { "tuula", "5555" }, { "kaarina", "6666" },
  { "kassa", "7777" },
};

/* As long as a plan must have been on the screen. */
#define LOOK_MS 350

static void
set_up (DeskTestApp   *self,
        gconstpointer  login)
{
  self->test = desk_test_audit_new ("[flag draw]\nactive=no\n");
  self->desk = desk_test_desk_new (self->test->path, "en");
  desk_test_desk_wait_place (self->desk, "sign-in");
  for (guint i = 0; i < G_N_ELEMENTS (pins); i++)
    if (g_strcmp0 (login, pins[i][0]) == 0)
      desk_test_desk_sign_in (self->desk, pins[i][0], pins[i][1]);
}

static DeskAuditPage *
get_page (DeskTestApp *self)
{
  return DESK_AUDIT_PAGE (desk_window_get_page (self->desk->window, "audit"));
}

static gboolean
is_loaded (gpointer data)
{
  return desk_audit_page_is_loaded (get_page (data));
}

static void
go (DeskTestApp *self)
{
  desk_test_desk_go (self->desk, "audit");
  desk_test_wait (is_loaded, self, "the audit");
  desk_test_settle (50);
}

static gboolean
press (DeskTestApp *self,
       guint        keyval)
{
  gboolean taken = desk_test_press (GTK_WIDGET (get_page (self)), keyval);

  desk_test_settle (50);

  return taken;
}

static gboolean
has_19 (gpointer data)
{
  return is_loaded (data) && desk_audit_page_get_n_rows (get_page (data)) == 19;
}

static const char *
get_room (DeskTestApp *self)
{
  return desk_audit_item_get_record (desk_audit_page_get_item (get_page (self)))->room;
}

/* What Enter is about. */
static void
assert_focus_chosen (DeskTestApp *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->desk->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_page (self))));
  g_assert_true (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED);
}

/* The flags stand under one of their own, which has the word for who points at it or hears it. */
static void
check_titles (DeskTestApp *self)
{
  GtkWidget *view = desk_test_find (GTK_WIDGET (get_page (self)), "view");
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (view));

  g_assert_cmpstr (gtk_widget_get_tooltip_text (title), ==, "Why");
  gtk_test_accessible_assert_property (title, GTK_ACCESSIBLE_PROPERTY_LABEL, "Why");
  title = gtk_widget_get_next_sibling (title);
  g_assert_null (gtk_widget_get_tooltip_text (title));
}

/* Completeness first, then what there is a reason to look at. */
static void
test_keys (DeskTestApp   *self,
           gconstpointer  login)
{
  g_autofree char *name = NULL;
  g_autofree char *chain = NULL;
  const char *tie;

  go (self);
  check_titles (self);
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_page (self)), ==, 28);
  tie = desk_audit_page_get_tie (get_page (self));
  g_assert_nonnull (strstr (tie, "ledger by code"));
  g_assert_nonnull (strstr (tie, "without a gap ✓"));
  g_assert_nonnull (strstr (tie, "paid out 45.00"));
  g_assert_nonnull (strstr (tie, "19 flagged"));
  g_assert_null (strstr (tie, "✗"));

  g_assert_cmpstr (get_room (self), ==, "628");
  g_assert_true (press (self, GDK_KEY_j));
  g_assert_cmpstr (get_room (self), ==, "519");
  name = desk_audit_item_dup_name (desk_audit_page_get_item (get_page (self)));
  g_assert_nonnull (strstr (name, "the guest had left on"));
  g_assert_nonnull (strstr (name, ", Mika Korhonen"));
  g_assert_nonnull (strstr (name, "went out in cash"));
  g_assert_true (press (self, GDK_KEY_J));
  g_assert_true (press (self, GDK_KEY_k));
  g_assert_cmpstr (get_room (self), ==, "519");
  assert_focus_chosen (self);
  desk_test_settle (200);
  chain = desk_audit_page_dup_chain (get_page (self));
  g_assert_nonnull (strstr (chain, "139.00 → 94.00"));
  g_assert_nonnull (strstr (chain, "Mika Korhonen alone"));

  /* What is chosen stays chosen. */
  g_assert_true (press (self, GDK_KEY_f));
  desk_test_wait (has_19, self, "what is flagged");
  g_assert_cmpstr (get_room (self), ==, "519");
  assert_focus_chosen (self);
  g_assert_false (press (self, GDK_KEY_x));
}

/* What another desk gives shows, and the chosen row stays chosen. */
static void
test_live (DeskTestApp   *self,
           gconstpointer  login)
{
  go (self);
  press (self, GDK_KEY_j);
  press (self, GDK_KEY_j);
  press (self, GDK_KEY_j);
  g_assert_cmpstr (get_room (self), ==, "703");
  desk_test_audit_say (self->test, "sanna", "208 off 5.00 on 1 noise");
  desk_test_settle (700);
  desk_test_wait (is_loaded, self, "the list again");
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_page (self)), ==, 29);
  g_assert_cmpstr (get_room (self), ==, "703");
}

static gboolean
is_decided (gpointer data)
{
  DeskAuditItem *item = desk_audit_page_get_item (get_page (data));

  return is_loaded (data) && item != NULL && desk_audit_item_get_decision (item) != NULL;
}

static gint64
get_entry (DeskTestApp *self)
{
  return desk_audit_item_get_record (desk_audit_page_get_item (get_page (self)))->entry_id;
}

/* Back to the row that was left when it was decided about. */
static const char *
get_decision (DeskTestApp *self,
              gint64       entry_id)
{
  desk_test_settle (300);
  desk_test_wait (is_loaded, self, "the list again");
  for (guint i = 0; get_entry (self) != entry_id && i < 30; i++)
    press (self, GDK_KEY_k);

  desk_test_wait (is_decided, self, "the decision");
  return desk_audit_item_get_decision (desk_audit_page_get_item (get_page (self)));
}

static void
say_in_line (DeskTestApp *self,
             const char  *words)
{
  DeskLineBar *line = DESK_LINE_BAR (desk_window_get_line (self->desk->window));
  g_autofree char *text = g_strconcat (desk_line_bar_get_text (line), words, NULL);

  desk_test_desk_line (self->desk, text);
  desk_test_settle (LOOK_MS);
  desk_line_bar_enter (line);
  desk_test_settle (500);
  desk_test_wait (is_loaded, self, "the list again");
}

/* A accepts at once and goes on to the next that waits; what needs words begins in the line. */
static void
test_decide (DeskTestApp   *self,
             gconstpointer  login)
{
  GtkWidget *line = desk_window_get_line (self->desk->window);
  gint64 entry_id;

  go (self);
  g_assert_nonnull (strstr (desk_audit_page_get_tie (get_page (self)), "18 to decide"));
  press (self, GDK_KEY_j);
  g_assert_cmpstr (get_room (self), ==, "519");
  g_assert_true (desk_audit_item_is_open (desk_audit_page_get_item (get_page (self))));
  entry_id = get_entry (self);
  g_assert_true (press (self, GDK_KEY_a));
  g_assert_cmpint (get_entry (self), >, entry_id);
  g_assert_cmpstr (get_decision (self, entry_id), ==, "accepted by Kaarina Aho");

  g_assert_true (press (self, GDK_KEY_q));
  g_assert_true (g_str_has_prefix (desk_line_bar_get_text (DESK_LINE_BAR (line)), "audit "));
  g_assert_true (g_str_has_suffix (desk_line_bar_get_text (DESK_LINE_BAR (line)), " ask: "));
  say_in_line (self, "why in cash?");
  g_assert_true (g_str_has_prefix (get_decision (self, entry_id), "asked by Kaarina Aho"));
  g_assert_cmpstr (desk_line_bar_get_text (DESK_LINE_BAR (line)), ==, "");

  /* Who thinks better of it is back in the list. */
  g_assert_true (press (self, GDK_KEY_n));
  g_assert_true (gtk_widget_get_focus_child (line) != NULL);
  g_assert_true (desk_test_press (desk_line_bar_get_entry (DESK_LINE_BAR (line)),
                                  GDK_KEY_Escape));
  g_assert_cmpstr (desk_line_bar_get_text (DESK_LINE_BAR (line)), ==, "");
  assert_focus_chosen (self);

  /* Nobody's deed is nobody's to decide. */
  press (self, GDK_KEY_k);
  g_assert_cmpstr (get_room (self), ==, "628");
  g_assert_true (press (self, GDK_KEY_n));
  g_assert_cmpstr (desk_line_bar_get_text (DESK_LINE_BAR (line)), ==, "");
}

static gboolean
has_2 (gpointer data)
{
  return is_loaded (data) && desk_audit_page_get_n_rows (get_page (data)) == 2;
}

static gboolean
has_none (gpointer data)
{
  return is_loaded (data) && desk_audit_page_get_n_rows (get_page (data)) == 0;
}

/* When the last row that waited is accepted the focus is not lost: the keys go on. */
static void
test_last (DeskTestApp   *self,
           gconstpointer  login)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = 0;

  go (self);
  press (self, GDK_KEY_d);
  desk_test_settle (300);
  desk_test_wait (is_loaded, self, "what waits");
  for (guint i = 0; i < desk_audit_page_get_n_rows (get_page (self)); i++)
    {
      gint64 entry_id = get_entry (self);

      if (entry_id != last)
        g_array_append_val (entries, entry_id);
      last = entry_id;
      press (self, GDK_KEY_j);
    }
  g_assert_cmpuint (entries->len, >, 5);
  for (guint i = 0; i + 1 < entries->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("audit %" G_GINT64_FORMAT " accept",
                                               g_array_index (entries, gint64, i));

      if (g_array_index (entries, gint64, i) != last)
        desk_test_audit_say (self->test, "tuula", line);
    }
  desk_test_wait (has_2, self, "both rows of the last entry");

  g_assert_true (press (self, GDK_KEY_k) && press (self, GDK_KEY_a));
  desk_test_wait (has_none, self, "an empty list");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->desk->window)) ==
                 desk_test_find (GTK_WIDGET (get_page (self)), "open"));
  g_assert_true (press (self, GDK_KEY_d));
  desk_test_settle (300);
  desk_test_wait (is_loaded, self, "all rows");
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_page (self)), ==, 28);
}

static void
go_to_room (DeskTestApp *self,
            const char  *room,
            guint        keyval)
{
  for (guint i = 0; g_strcmp0 (get_room (self), room) != 0 && i < 30; i++)
    press (self, keyval);
  g_assert_cmpstr (get_room (self), ==, room);
}

/* Behind the last row that waits come those that were passed over; also after words. */
static void
test_passed_over (DeskTestApp   *self,
                  gconstpointer  login)
{
  gint64 passed;

  go (self);
  press (self, GDK_KEY_j);
  passed = get_entry (self);
  go_to_room (self, "208", GDK_KEY_j);
  g_assert_true (press (self, GDK_KEY_q));
  say_in_line (self, "which price was it?");
  g_assert_cmpint (get_entry (self), ==, passed);
  assert_focus_chosen (self);
}

/* What bears one reason and has no flag is accepted together; how many, is seen in the line. */
static void
test_alike (DeskTestApp   *self,
            gconstpointer  login)
{
  DeskLineBar *line = DESK_LINE_BAR (desk_window_get_line (self->desk->window));
  GtkWidget *alike;
  gint64 entry_id;

  go (self);
  alike = desk_test_find (GTK_WIDGET (get_page (self)), "alike");
  g_assert_false (gtk_widget_get_mapped (alike));
  go_to_room (self, "615", GDK_KEY_j);
  g_assert_true (gtk_widget_get_mapped (alike));
  entry_id = get_entry (self);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "audit.accept-alike", NULL);
  g_assert_cmpstr (desk_line_bar_get_text (line), ==, "audit unflagged lift accept");
  desk_test_settle (LOOK_MS);
  g_assert_cmpstr (desk_line_bar_get_planned (line)->sentence, ==,
                   "Accept 6 rows of Fri\u00a04\u00a0Sep, Lift out of order: "
                   "−\u2060€120.00 together");
  say_in_line (self, "");
  g_assert_cmpstr (desk_line_bar_get_text (line), ==, "");
  g_assert_cmpstr (get_decision (self, entry_id), ==, "accepted by Kaarina Aho");
  g_assert_false (gtk_widget_get_mapped (alike));

  /* Not where others would be accepted than those on the screen. */
  go_to_room (self, "311", GDK_KEY_j);
  press (self, GDK_KEY_f);
  desk_test_wait (has_19, self, "what is flagged");
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "audit.accept-alike", NULL);
  g_assert_cmpstr (desk_line_bar_get_text (line), ==, "");
}

/* Days stand as the language writes them, and are typed as in the line. */
static void
test_days (DeskTestApp   *self,
           gconstpointer  login)
{
  static const char *const days[] = { "3.9.", "3.9", "3/9/2026", "3 sep", "2026-09-03" };
  GtkWidget *from;

  go (self);
  from = desk_test_find (GTK_WIDGET (get_page (self)), "from");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      desk_field_set_text (DESK_FIELD (from), days[i]);
      desk_test_wait (has_2, self, days[i]);
      desk_field_set_text (DESK_FIELD (from), NULL);
      desk_test_settle (200);
      desk_test_wait (is_loaded, self, "the open day");
      g_assert_cmpuint (desk_audit_page_get_n_rows (get_page (self)), ==, 28);
    }

  gtk_widget_activate_action (from, "filter.step", "i", -1);
  desk_test_wait (has_2, self, "the day before");
  {
    g_autofree char *text = desk_field_dup_text (DESK_FIELD (from));

    g_assert_cmpstr (text, ==, "3\u00a0Sep\u00a02026");
  }
}

static gboolean
shows_trouble (gpointer data)
{
  GtkWidget *stack = desk_test_find (GTK_WIDGET (get_page (data)), "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "trouble") == 0;
}

/* What a filter cannot be is said, and no key is about a row that is not seen. */
static void
test_unknown (DeskTestApp   *self,
              gconstpointer  login)
{
  static const struct
  {
    const char *field;
    const char *word;
    const char *says;
  } cases[] = {
    { "room", "999", "There is no room 999." },
    { "from", "someday", "\"someday\" is no day" },
    { "least", "much", "much" },
  };

  go (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *field = desk_test_find (GTK_WIDGET (get_page (self)), cases[i].field);
      GtkWidget *label = desk_test_find (GTK_WIDGET (get_page (self)), "trouble_label");

      desk_field_set_text (DESK_FIELD (field), cases[i].word);
      desk_test_wait (shows_trouble, self, cases[i].word);
      desk_test_settle (200);
      g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), cases[i].says));
      g_assert_cmpstr (desk_audit_page_get_tie (get_page (self)), ==, "");
      g_assert_null (desk_audit_page_get_item (get_page (self)));
      press (self, GDK_KEY_a);

      desk_field_set_text (DESK_FIELD (field), NULL);
      desk_test_wait (is_loaded, self, "the open day");
      desk_test_settle (50);
      g_assert_cmpuint (desk_audit_page_get_n_rows (get_page (self)), ==, 28);
      g_assert_nonnull (strstr (desk_audit_page_get_tie (get_page (self)), "18 to decide"));
    }
}

/* Two nights lowered in one go are two rows, which stand together however they are sorted. */
static void
test_together (DeskTestApp   *self,
               gconstpointer  login)
{
  const DeskAdjustmentFilter filter = { .kind = "rate" };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAdjustmentPage) page =
    desk_adjustments_load_all (self->test->house, NULL, &filter, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (page->rows->len, ==, 2);
  for (guint i = 0; i < page->rows->len; i++)
    {
      g_autofree char *why = NULL;
      DeskAuditItem *item = desk_audit_item_new (
        (DeskProperty *) desk_house_get_property (self->test->house), page->rows->pdata[i], TRUE);

      g_ptr_array_add (items, item);
      desk_audit_item_follow (item, i > 0 ? items->pdata[i - 1] : NULL);
      why = desk_audit_item_dup_text (item, DESK_AUDIT_WHY);
      g_assert_cmpint (g_str_has_prefix (why, "└"), ==, i == 1);
    }
  for (DeskAuditColumn column = 0; column < DESK_N_AUDIT_COLUMNS; column++)
    g_assert_cmpint (desk_audit_item_compare (items->pdata[0], items->pdata[1], column), ==, 0);
  g_assert_cmpstr (desk_audit_item_get_mark (items->pdata[1]), ==,
                   "Done in one go with the row above.");
}

static gboolean
has_offer (gpointer data)
{
  return desk_audit_page_get_offer (get_page (data)) != NULL;
}

static gboolean
has_27 (gpointer data)
{
  return is_loaded (data) && desk_audit_page_get_n_rows (get_page (data)) == 27;
}

static gboolean
has_18 (gpointer data)
{
  return is_loaded (data) && desk_audit_page_get_n_rows (get_page (data)) == 18;
}

/* A day without rows leads to the newest one that has some; a narrow filter does not. */
static void
test_empty (DeskTestApp   *self,
            gconstpointer  login)
{
  GtkWidget *text;

  desk_test_aurora_close (self->test);
  desk_test_settle (700);
  go (self);
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_page (self)), ==, 0);
  desk_test_wait (has_offer, self, "the day before");
  g_assert_nonnull (strstr (desk_audit_page_get_offer (get_page (self)), "27 rows, 18 flagged"));

  press (self, GDK_KEY_f);
  desk_test_settle (300);
  g_assert_null (desk_audit_page_get_offer (get_page (self)));
  g_assert_false (press (self, GDK_KEY_e));
  text = desk_test_find (desk_test_find (GTK_WIDGET (get_page (self)), "empty"), "text");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (text)), ==, "No row matches.");
  press (self, GDK_KEY_f);
  desk_test_wait (has_offer, self, "the day before, again");
  g_assert_true (press (self, GDK_KEY_e));
  desk_test_wait (has_27, self, "the rows of the day before");

  /* Everybody's sum ties to the ledger; what is looked at has one of its own. */
  g_assert_null (strstr (desk_audit_page_get_tie (get_page (self)), "shown: "));
  press (self, GDK_KEY_f);
  desk_test_wait (has_18, self, "the flagged ones");
  g_assert_nonnull (strstr (desk_audit_page_get_tie (get_page (self)), "shown: 18, −"));
}

static gboolean
has_night (gpointer data)
{
  GtkWidget *page = desk_window_get_page (((DeskTestApp *) data)->desk->window, "night");

  return desk_night_page_get_night (DESK_NIGHT_PAGE (page)) != NULL;
}

/* The night says how many there are, and leads to them; to the desk it says nothing. */
static void
test_night (DeskTestApp   *self,
            gconstpointer  login)
{
  GtkWidget *flagged;

  desk_test_desk_go (self->desk, "night");
  desk_test_wait (has_night, self, "the night");
  flagged = desk_test_find (desk_window_get_page (self->desk->window, "night"), "flagged");
  if (g_strcmp0 (login, "mk") == 0)
    {
      g_assert_false (gtk_widget_get_visible (flagged));
      return;
    }

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (flagged)), ==, "19 flagged\302\240⚑");
  gtk_widget_activate (flagged);
  desk_test_settle (300);
  desk_test_wait (has_19, self, "what is flagged");
}

static void
test_own (DeskTestApp   *self,
          gconstpointer  login)
{
  go (self);
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_page (self)), ==, 14);
  g_assert_nonnull (strstr (desk_audit_page_get_tie (get_page (self)), "your own rows"));
}

static void
test_not_yours (DeskTestApp   *self,
                gconstpointer  login)
{
  desk_test_desk_go (self->desk, "audit");
  g_assert_false (gtk_widget_get_visible (desk_test_find (GTK_WIDGET (get_page (self)), "bar")));
  desk_test_settle (500);
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_page (self)), ==, 0);
  g_assert_false (desk_audit_page_is_loaded (get_page (self)));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    const char *login;
    void (*func) (DeskTestApp *, gconstpointer);
  } tests[] = {
    { "/audit/keys", "kaarina", test_keys },
    { "/audit/keys-manager", "tuula", test_keys },
    { "/audit/live", "mika", test_live },
    { "/audit/decide", "kaarina", test_decide },
    { "/audit/last", "kaarina", test_last },
    { "/audit/passed-over", "kaarina", test_passed_over },
    { "/audit/alike", "kaarina", test_alike },
    { "/audit/days", "kaarina", test_days },
    { "/audit/unknown", "kaarina", test_unknown },
    { "/audit/together", "kaarina", test_together },
    { "/audit/empty", "kaarina", test_empty },
    { "/audit/night", "kaarina", test_night },
    { "/audit/night-at-the-desk", "mk", test_night },
    { "/audit/own", "mk", test_own },
    { "/audit/not-yours", "kassa", test_not_yours },
  };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DeskTestApp, tests[i].login, set_up, tests[i].func,
                desk_test_app_tear_down);

  return g_test_run ();
}
