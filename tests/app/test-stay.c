/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-folio-row.h"
#include "desk-guest-page.h"
#include "desk-night-page.h"
#include "desk-test-app.h"

/* The number of none. */
#define NO_STAY 999999

/* A stay from its arrival to its bill, as a clerk takes it there. */

static void
test_check_in (DeskTestApp   *self,
               gconstpointer  data)
{
  desk_test_desk_open (self->desk, self->stay_id);
  g_assert_true (desk_test_app_is_enabled (self, "check-in"));
  g_assert_false (desk_test_app_is_enabled (self, "post"));
  g_assert_false (desk_test_app_is_enabled (self, "pay"));

  desk_test_app_check_in (self);
  g_assert_false (desk_test_app_is_enabled (self, "check-in"));
  g_assert_true (desk_test_app_is_enabled (self, "post"));
  g_assert_true (desk_test_app_is_enabled (self, "pay"));
  g_assert_cmpstr (desk_window_get_status (self->desk->window), !=, "");
}

static void
assert_told (DeskTestApp     *self,
             guint            keyval,
             GdkModifierType  held,
             const char      *why)
{
  GtkWidget *window = GTK_WIDGET (self->desk->window);

  g_assert_cmpint (desk_test_press_held (window, keyval, held), ==, why != NULL);
  g_assert_cmpstr (desk_window_get_status (self->desk->window), ==, why != NULL ? why : "");
  if (why != NULL)
    g_assert_true (desk_test_press (window, GDK_KEY_Escape));
}

/* Keys that do nothing now say why, in the words of the button. */
static void
test_why_not (DeskTestApp   *self,
              gconstpointer  data)
{
  static const char none[] = "No stay is open.";
  static const char expected[] = "Only for a guest who is expected.";
  static const char in_house[] = "Only while the guest is in the house.";
  const GdkModifierType control = GDK_CONTROL_MASK;
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  assert_told (self, GDK_KEY_p, control, none);
  assert_told (self, GDK_KEY_g, control, none);
  assert_told (self, GDK_KEY_t, control, none);
  assert_told (self, GDK_KEY_E, both, none);
  assert_told (self, GDK_KEY_p, GDK_ALT_MASK, NULL);
  assert_told (self, GDK_KEY_F3, 0, NULL);

  /* It is forgotten when it is true no longer. */
  desk_test_press_held (GTK_WIDGET (self->desk->window), GDK_KEY_p, control);
  desk_test_desk_open (self->desk, self->stay_id);
  g_assert_cmpstr (desk_window_get_status (self->desk->window), ==, "");
  assert_told (self, GDK_KEY_i, control, NULL);
  assert_told (self, GDK_KEY_p, control, in_house);
  assert_told (self, GDK_KEY_P, control | GDK_LOCK_MASK, in_house);
  assert_told (self, GDK_KEY_O, both, in_house);
  assert_told (self, GDK_KEY_d, control, "Nothing stands on the bill yet.");

  desk_test_app_check_in (self);
  desk_test_press (GTK_WIDGET (self->desk->window), GDK_KEY_Escape);
  assert_told (self, GDK_KEY_i, control, expected);
  desk_test_app_activate (self, "win.post");
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 1);
  desk_test_press (GTK_WIDGET (self->desk->window), GDK_KEY_Escape);
  assert_told (self, GDK_KEY_E, both, "Nothing is pointed out on this bill.");

  /* Nobody is at the desk: nothing is told. */
  desk_test_app_activate (self, "win.lock");
  assert_told (self, GDK_KEY_p, control, NULL);
}

/* Who may not do it is told so. */
static void
test_may_not (DeskTestApp   *self,
              gconstpointer  data)
{
  desk_test_desk_sign_in (self->desk, "adam", "4713");
  desk_test_desk_open (self->desk, self->stay_id);
  assert_told (self, GDK_KEY_i, GDK_CONTROL_MASK, "A colleague of the desk does this.");
}

/* What is said of the room that is assigned is not said beside another. */
static void
test_room_hint (DeskTestApp   *self,
                gconstpointer  data)
{
  DeskPlanWindow *dialog;
  GtkWidget *room, *hint;

  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_app_activate (self, "win.check-in");
  dialog = desk_test_app_wait_plan (self);
  room = desk_test_find (GTK_WIDGET (dialog), "room");
  hint = desk_test_find (GTK_WIDGET (dialog), "hint");
  g_assert_true (gtk_widget_get_visible (hint));
  gtk_editable_set_text (GTK_EDITABLE (room), "415");
  g_assert_false (gtk_widget_get_visible (hint));
  gtk_editable_set_text (GTK_EDITABLE (room), "412");
  g_assert_true (gtk_widget_get_visible (hint));
}

/* A name in Hebrew keeps its place behind the verb. */
static void
test_turned_name (DeskTestApp   *self,
                  gconstpointer  data)
{
  g_autofree char *turned = desk_test_dup_turned_stays ();
  g_autoptr (GError) error = NULL;

  desk_test_house_import (self->test, turned);
  desk_test_desk_open (self->desk, desk_find_one (self->test->house, "AM-0227Y", &error));
  g_assert_no_error (error);
  desk_test_app_activate (self, "win.check-in");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (desk_test_app_wait_plan (self))), ==,
                   "Check in · \u2068" DESK_TEST_TURNED "\u2069");
}

static void
test_post_and_pay (DeskTestApp   *self,
                   gconstpointer  data)
{
  DeskPlanWindow *dialog;
  DeskBill *bill;

  desk_test_app_check_in (self);

  desk_test_app_activate (self, "win.post");
  dialog = desk_test_app_wait_plan (self);
  g_assert_nonnull (strstr (desk_plan_window_get_sentence (dialog), "Breakfast"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (desk_test_find (GTK_WIDGET (dialog), "quantity")), 2);
  g_assert_false (desk_plan_window_is_ready (dialog));   /* not before the new plan is shown */
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 1);

  bill = desk_stay_page_get_bill (desk_test_app_get_stay (self));
  g_assert_cmpint (desk_bill_get_stay (bill)->balance_now, ==, 3300);
  g_assert_cmpint (desk_folio_pane_get_line (desk_stay_page_get_folio
                                               (desk_test_app_get_stay (self))), ==, 1);

  desk_test_app_activate (self, "win.pay");
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 2);
  bill = desk_stay_page_get_bill (desk_test_app_get_stay (self));
  g_assert_cmpint (desk_bill_get_stay (bill)->balance_now, ==, 0);
}

/* Who opens a stay from another page asks for its bill, and the page that comes up does not
 * ask for it again. */
static void
test_read_once (DeskTestApp   *self,
                gconstpointer  data)
{
  DeskWorker *worker = desk_session_get_worker (self->desk->session);
  guint n_jobs;

  desk_test_desk_go (self->desk, "today");
  desk_test_settle (50);
  n_jobs = desk_worker_get_n_jobs (worker);
  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_settle (50);
  g_assert_cmpuint (desk_worker_get_n_jobs (worker), ==, n_jobs + 1);

  /* Another desk may have been at it meanwhile. */
  desk_test_desk_go (self->desk, "today");
  desk_test_settle (50);
  n_jobs = desk_worker_get_n_jobs (worker);
  desk_test_desk_go (self->desk, "stay");
  desk_test_settle (50);
  g_assert_cmpuint (desk_worker_get_n_jobs (worker), ==, n_jobs + 1);
}

static gboolean
has_refusal_or_plan (gpointer data)
{
  GtkWindow *dialog = desk_window_get_dialog (((DeskTestApp *) data)->desk->window);

  return dialog != NULL && *desk_plan_window_get_sentence (DESK_PLAN_WINDOW (dialog)) != '\0';
}

/* What cannot be read or done leaves the button alone, and what was typed stays. */
static void
test_bad_amounts (DeskTestApp   *self,
                  gconstpointer  data)
{
  static const char *const amounts[] = { "1.234", "x", "-", "1.000,00" };
  GtkWidget *dialog, *entry;

  desk_test_app_check_in (self);
  desk_test_app_activate (self, "win.post");
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 1);

  desk_test_app_activate (self, "win.pay");
  desk_test_wait (has_refusal_or_plan, self, "the dialog");
  dialog = GTK_WIDGET (desk_window_get_dialog (self->desk->window));
  entry = desk_test_find (dialog, "amount");
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), amounts[i]);
      desk_test_settle (60);
      g_assert_false (desk_plan_window_is_ready (DESK_PLAN_WINDOW (dialog)));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, amounts[i]);
    }

  gtk_editable_set_text (GTK_EDITABLE (entry), "10.00");
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 2);
}

typedef struct
{
  DeskExplainPane *pane;
  char            *before;
} SentenceWait;

static gboolean
has_other_sentence (gpointer data)
{
  SentenceWait *wait = data;

  return g_strcmp0 (desk_explain_pane_get_sentence (wait->pane), wait->before) != 0;
}

static gboolean
newest_line_has_focus (gpointer data)
{
  DeskTestApp *self = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->desk->window));
  DeskBill *bill = desk_stay_page_get_bill (desk_test_app_get_stay (self));

  return DESK_IS_FOLIO_ROW (focus) &&
         desk_line_item_get_posting (desk_folio_row_get_item (DESK_FOLIO_ROW (focus)))->line ==
           desk_bill_get_newest (bill);
}

/* The newest line has the focus when the bill is opened, so that the arrows lead
 * from there. */
static void
test_focus (DeskTestApp   *self,
            gconstpointer  data)
{
  desk_test_app_check_in (self);
  for (guint n = 1; n <= 3; n++)
    {
      desk_test_app_activate (self, "win.post");
      desk_test_app_wait_done (self);
      desk_test_app_wait_lines (self, n);
    }

  desk_test_desk_go (self->desk, "today");
  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_wait (newest_line_has_focus, self, "the newest line to have the focus");
}

static gboolean
has_bill (gpointer data)
{
  return desk_stay_page_get_bill (data) != NULL;
}

static gboolean
is_unmapped (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static gboolean
has_no_opacity (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_opacity (widget) < 0.5)
      return TRUE;

  return FALSE;
}

/* Of the stay before nothing is seen from the moment another is asked for. */
static void
test_other_stay (DeskTestApp   *self,
                 gconstpointer  data)
{
  DeskStayPage *page;
  GtkWidget *folio;

  desk_test_desk_open (self->desk, self->stay_id);
  page = desk_test_app_get_stay (self);
  folio = GTK_WIDGET (desk_stay_page_get_folio (page));
  g_assert_false (has_no_opacity (folio));
  g_assert_true (gtk_widget_get_mapped (folio));

  /* Asked for and left again, before anything was read */
  desk_stay_page_open (page, NO_STAY);
  g_assert_null (desk_stay_page_get_bill (page));
  g_assert_true (has_no_opacity (folio));
  desk_stay_page_open (page, self->stay_id);
  g_assert_true (has_no_opacity (folio));
  desk_test_wait (has_bill, page, "the bill");
  g_assert_false (has_no_opacity (folio));
  g_assert_true (gtk_widget_get_mapped (folio));

  /* One that is not there has the page say so. */
  desk_stay_page_open (page, NO_STAY);
  g_assert_true (has_no_opacity (folio));
  desk_test_wait (is_unmapped, folio, "the trouble");
  g_assert_false (has_no_opacity (folio));

  desk_stay_page_open (page, self->stay_id);
  desk_test_wait (has_bill, page, "the bill again");
  g_assert_true (gtk_widget_get_mapped (folio));
  desk_stay_page_open (page, 0);
  g_assert_false (gtk_widget_get_mapped (folio));
}

static gboolean
guest_sees_sentence (gpointer data)
{
  GtkWidget *page = desk_window_get_page (((DeskTestApp *) data)->desk->window, "guest");

  return *desk_guest_page_get_sentence (DESK_GUEST_PAGE (page)) != '\0';
}

/* Each language says it in its own way, as far as it has been translated. */
static void
test_explanation (DeskTestApp   *self,
                  gconstpointer  data)
{
  DeskExplainPane *pane;
  SentenceWait wait;
  GtkWidget *guest;
  const char *reckoned;

  desk_test_app_check_in (self);
  desk_test_app_activate (self, "win.post");
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 1);
  desk_test_settle (100);

  pane = desk_stay_page_get_explain (desk_test_app_get_stay (self));
  g_assert_cmpstr (desk_explain_pane_get_language (pane), ==, "en");
  g_assert_cmpint (desk_explain_pane_get_line (pane), ==, 1);
  g_assert_nonnull (strstr (desk_explain_pane_get_sentence (pane), "16.50"));

  wait.pane = pane;
  wait.before = g_strdup (desk_explain_pane_get_sentence (pane));
  gtk_widget_activate_action (GTK_WIDGET (pane), "explain.language", "s", "fi");
  g_assert_cmpstr (desk_explain_pane_get_language (pane), ==, "fi");
  desk_test_wait (has_other_sentence, &wait, "the sentence in Finnish");
  g_assert_nonnull (strstr (desk_explain_pane_get_sentence (pane), "16,50"));
  g_free (wait.before);

  wait.before = g_strdup (desk_explain_pane_get_sentence (pane));
  gtk_widget_activate_action (desk_test_app_get_window (self), "win.why", "s", "total");
  desk_test_wait (has_other_sentence, &wait, "the total");
  g_assert_cmpint (desk_explain_pane_get_topic (pane), ==, DESK_EXPLAIN_TOTAL);
  g_free (wait.before);

  /* Said in the guest's language, reckoned in the associate's, until the guest reads it. */
  g_assert_nonnull (strstr (desk_explain_pane_get_arithmetic (pane), ": 16.50"));
  desk_test_app_activate (self, "win.show-to-guest");
  guest = desk_window_get_page (self->desk->window, "guest");
  desk_test_wait (guest_sees_sentence, self, "what the guest reads");
  reckoned = gtk_label_get_label (GTK_LABEL (desk_test_find (guest, "arithmetic")));
  g_assert_nonnull (strstr (reckoned, ": 16,50"));
}

/* The record is long and for the house: it has no place until somebody asks for it. */
static void
test_record (DeskTestApp   *self,
             gconstpointer  data)
{
  DeskExplainPane *pane;
  GtkWidget *button;
  GtkWidget *record;

  desk_test_app_check_in (self);
  desk_test_app_activate (self, "win.post");
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 1);
  desk_test_settle (100);

  pane = desk_stay_page_get_explain (desk_test_app_get_stay (self));
  button = desk_test_find (GTK_WIDGET (pane), "record_button");
  record = desk_test_find (GTK_WIDGET (pane), "record");
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_false (gtk_widget_get_mapped (record));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Show the full record");

  gtk_widget_activate_action (GTK_WIDGET (pane), "explain.record", NULL);
  desk_test_settle (50);
  g_assert_true (gtk_widget_get_mapped (record));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (record)), "Line 1"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Hide the full record");

  gtk_widget_activate_action (GTK_WIDGET (pane), "explain.record", NULL);
  g_assert_false (gtk_widget_get_mapped (record));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Show the full record");
}

static void
test_guest (DeskTestApp   *self,
            gconstpointer  data)
{
  const char *sentence;
  GtkWidget *amount;

  desk_test_app_check_in (self);
  desk_test_app_activate (self, "win.post");
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 1);
  desk_test_settle (100);

  desk_test_app_activate (self, "win.show-to-guest");
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "guest");
  desk_test_wait (guest_sees_sentence, self, "what the guest reads");
  sentence = desk_guest_page_get_sentence (DESK_GUEST_PAGE
                                             (desk_window_get_page (self->desk->window, "guest")));
  g_assert_null (strstr (sentence, "412"));
  g_assert_false (gtk_widget_get_visible (desk_window_get_line (self->desk->window)));
  amount = desk_test_find (desk_window_get_page (self->desk->window, "guest"), "amount");
  g_assert_true (gtk_widget_get_visible (amount));

  desk_test_app_activate (self, "win.back");
  g_assert_cmpstr (desk_window_get_place (self->desk->window), ==, "stay");

  /* What is open does not stand under the name of the whole bill. */
  desk_explain_pane_ask (desk_stay_page_get_explain (desk_test_app_get_stay (self)),
                         DESK_EXPLAIN_TOTAL, 0);
  desk_test_app_activate (self, "win.show-to-guest");
  g_assert_false (gtk_widget_get_visible (amount));
}

/* Turning the screen changes neither the line that is selected nor what was asked. */
static void
test_turn_back (DeskTestApp   *self,
                gconstpointer  data)
{
  DeskFolioPane *folio;
  DeskExplainPane *pane;

  desk_test_app_check_in (self);
  for (guint i = 1; i <= 3; i++)
    {
      desk_test_app_activate (self, "win.post");
      desk_test_app_wait_done (self);
      desk_test_app_wait_lines (self, i);
    }
  folio = desk_stay_page_get_folio (desk_test_app_get_stay (self));
  pane = desk_stay_page_get_explain (desk_test_app_get_stay (self));

  desk_folio_pane_select_line (folio, 2);
  desk_test_app_activate (self, "win.show-to-guest");
  desk_test_wait (guest_sees_sentence, self, "what the guest reads");
  desk_test_app_activate (self, "win.back");
  desk_test_settle (200);
  g_assert_cmpint (desk_folio_pane_get_line (folio), ==, 2);
  g_assert_cmpint (desk_explain_pane_get_line (pane), ==, 2);

  desk_explain_pane_ask (pane, DESK_EXPLAIN_TOTAL, 0);
  desk_test_app_activate (self, "win.show-to-guest");
  desk_test_wait (guest_sees_sentence, self, "what the guest reads");
  desk_test_app_activate (self, "win.back");
  desk_test_settle (200);
  g_assert_cmpint (desk_explain_pane_get_topic (pane), ==, DESK_EXPLAIN_TOTAL);
  g_assert_cmpint (desk_folio_pane_get_line (folio), ==, 2);

  /* Nor does what another desk does. */
  gtk_widget_activate_action (GTK_WIDGET (desk_test_app_get_stay (self)), "stay.reload", NULL);
  desk_test_settle (200);
  g_assert_cmpint (desk_explain_pane_get_topic (pane), ==, DESK_EXPLAIN_TOTAL);
  g_assert_cmpint (desk_folio_pane_get_line (folio), ==, 2);
}

static DeskNightPage *
get_night (DeskTestApp *self)
{
  return DESK_NIGHT_PAGE (desk_window_get_page (self->desk->window, "night"));
}

static gboolean
has_night (gpointer data)
{
  return desk_night_page_get_night (get_night (data)) != NULL;
}

static gboolean
has_verdict (gpointer data)
{
  DeskNightPage *page = get_night (data);

  return !desk_night_page_is_busy (page) && desk_night_page_get_verdict (page) != NULL;
}

static void
test_night (DeskTestApp   *self,
            gconstpointer  data)
{
  DeskDate before = desk_session_get_business_date (self->desk->session);
  DeskNightPlan *night;

  desk_test_app_check_in (self);
  desk_test_desk_go (self->desk, "night");
  desk_test_wait (has_night, self, "the night's plan");
  night = desk_night_page_get_night (get_night (self));
  g_assert_cmpuint (g_list_model_get_n_items (desk_night_plan_get_items (night)), ==, 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_night (self)), "night.close", NULL));
  g_assert_true (desk_night_page_is_busy (get_night (self)));
  desk_test_wait (has_verdict, self, "the day to be closed");
  desk_test_settle (300);
  g_assert_cmpint (desk_session_get_business_date (self->desk->session), ==, before + 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_night (self)), "night.verify", NULL));
  desk_test_wait (has_verdict, self, "the verdict");
  g_assert_nonnull (strstr (desk_night_page_get_verdict (get_night (self)), "as it was written"));

  /* Room, breakfast and city tax stand on the bill now. */
  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_app_wait_lines (self, 3);
}

/* An associate reads what tonight posts; somebody else closes the day. */
static void
test_night_rights (DeskTestApp   *self,
                   gconstpointer  data)
{
  DeskDate before = desk_session_get_business_date (self->desk->session);

  desk_test_desk_go (self->desk, "night");
  desk_test_wait (has_night, self, "the night's plan");
  gtk_widget_activate_action (GTK_WIDGET (get_night (self)), "night.close", NULL);
  g_assert_false (desk_night_page_is_busy (get_night (self)));
  g_assert_cmpint (desk_session_get_business_date (self->desk->session), ==, before);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    const char *login;
    void      (*func) (DeskTestApp *self, gconstpointer data);
  } tests[] = {
    { "/stay/check-in", ASSOCIATE, test_check_in },
    { "/stay/why-not", ASSOCIATE, test_why_not },
    { "/stay/may-not", NULL, test_may_not },
    { "/stay/room-hint", ASSOCIATE, test_room_hint },
    { "/stay/turned-name", ASSOCIATE, test_turned_name },
    { "/stay/post-and-pay", ASSOCIATE, test_post_and_pay },
    { "/stay/bad-amounts", ASSOCIATE, test_bad_amounts },
    { "/stay/focus", ASSOCIATE, test_focus },
    { "/stay/read-once", ASSOCIATE, test_read_once },
    { "/stay/other", ASSOCIATE, test_other_stay },
    { "/stay/explanation", ASSOCIATE, test_explanation },
    { "/stay/record", ASSOCIATE, test_record },
    { "/stay/guest", ASSOCIATE, test_guest },
    { "/stay/turn-back", ASSOCIATE, test_turn_back },
    { "/night/close-and-verify", NIGHT, test_night },
    { "/night/rights", ASSOCIATE, test_night_rights },
  };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DeskTestApp, tests[i].login, desk_test_app_set_up, tests[i].func,
                desk_test_app_tear_down);

  return g_test_run ();
}
