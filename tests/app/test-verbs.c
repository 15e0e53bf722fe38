/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "desk-article-list.h"
#include "desk-audit-page.h"
#include "desk-choice.h"
#include "desk-field.h"
#include "desk-line-card.h"
#include "desk-test-app.h"
#include "desk-test-aurora.h"

/* Putting right, giving, moving and leaving, as a clerk does them: by line, by form,
 * and taken back. The house is that of the scenarios. */

/* Longer than a plan must have been looked at. */
#define LOOK_MS 350

/* Slower than any scanner. */
#define KEY_MS 40

static const DeskTestStay anna = { "HO-C03S9", "Anna Kowalska", 2, "[]", -2, 2, "412", "129.00",
                                   NULL };

/* Two nights on the bill, and line 7 dearer than the list: nine lines in all. */
static void
set_up (DeskTestApp   *self,
        gconstpointer  login)
{
  self->test = desk_test_aurora_new ();
  self->stay_id = desk_test_aurora_arrive (self->test, &anna);
  desk_test_aurora_post (self->test, self->stay_id, "NUTS", 1, 0);
  desk_test_aurora_post (self->test, self->stay_id, "BEER", 1, 0);
  desk_test_aurora_close (self->test);
  desk_test_aurora_post (self->test, self->stay_id, "BEER", 1, 0);
  desk_test_aurora_post (self->test, self->stay_id, "NUTS", 1, 0);
  desk_test_aurora_post (self->test, self->stay_id, "BARNUTS", 1, 750);
  desk_test_aurora_close (self->test);

  self->desk = desk_test_desk_new (self->test->path, "en");
  desk_test_desk_wait_place (self->desk, "sign-in");
  desk_test_desk_sign_in (self->desk, login, g_str_equal (login, "tuula") ? "3333" : "1111");
  desk_test_desk_open (self->desk, self->stay_id);
  desk_test_app_wait_lines (self, 9);
}

static DeskLineBar *
get_line (DeskTestApp *self)
{
  return DESK_LINE_BAR (desk_window_get_line (self->desk->window));
}

static gint64
get_balance (DeskTestApp *self)
{
  return desk_bill_get_stay (desk_stay_page_get_bill (desk_test_app_get_stay (self)))->balance_now;
}

static GtkWidget *
open_form (DeskTestApp *self,
           const char  *action)
{
  desk_test_app_activate (self, action);

  return desk_test_app_wait_dialog (self, action);
}

static void
type_in (GtkWidget  *dialog,
         const char *field,
         const char *text)
{
  desk_field_set_text (DESK_FIELD (desk_test_find (dialog, field)), text);
}

static void
choose_in (GtkWidget  *dialog,
           const char *choice,
           const char *value)
{
  desk_choice_choose (DESK_CHOICE (desk_test_find (dialog, choice)), value);
}

typedef struct
{
  DeskTestApp *app;
  const char  *text;
} StatusWait;

static gboolean
has_status (gpointer data)
{
  StatusWait *wait = data;

  return strstr (desk_window_get_status (wait->app->desk->window), wait->text) != NULL;
}

static void
wait_status (DeskTestApp *self,
             const char  *text)
{
  StatusWait wait = { self, text };

  desk_test_wait (has_status, &wait, text);
}

/* Each verb in the line has a plan that can be done, or says why not. */
static void
test_line (DeskTestApp   *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *says;
    gboolean    refused;
  } lines[] = {
    { "412 fix 7 6.50 price", "7", FALSE },
    { "412 off 10% on 8 noise", "12.90", FALSE },
    { "412 move noise", "412 →", FALSE },
    { "412 rate 109 from tonight price: confirmation of 3 Aug", "109.00", FALSE },
    { "412 out card", "Check-out", TRUE },
    { "412 out card early", "Check-out", FALSE },
    { "412 pay -5 card", "Refund of €5.00", TRUE },
    { "412 off 40.00 noise", "40.00", FALSE },
    { "412 off 45.00 noise", "45.00", TRUE },
    { "412 undo", "Undo", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const DeskPlanned *planned;

      desk_test_desk_line (self->desk, lines[i].text);
      planned = desk_line_bar_get_planned (get_line (self));
      if (planned == NULL)
        g_error ("no plan for %s", lines[i].text);
      g_assert_nonnull (strstr (planned->sentence, lines[i].says));
      g_assert_cmpint (planned->refused[0] != NULL, ==, lines[i].refused);
      desk_line_bar_clear (get_line (self));
    }
  desk_test_app_wait_lines (self, 9);
}

typedef struct
{
  DeskTestApp *app;
  char        *before;
} RoomWait;

static gboolean
has_other_room (gpointer data)
{
  RoomWait *wait = data;
  const DeskPlanned *planned = desk_line_bar_get_planned (get_line (wait->app));

  return planned != NULL && g_strcmp0 (planned->sentence, wait->before) != 0;
}

static guint n_strokes;

/* One key in the line, with what GTK does with it where nobody takes it. */
static void
press (DeskTestApp *self,
       guint        keyval)
{
  GtkWidget *entry = desk_line_bar_get_entry (get_line (self));
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean taken = FALSE;

  n_strokes++;
  for (GtkWidget *at = entry; at != NULL && !taken; at = gtk_widget_get_parent (at))
    {
      taken = desk_test_press (at, keyval);
      if (DESK_IS_LINE_BAR (at))
        break;
    }

  if (!taken && keyval == GDK_KEY_Return)
    g_signal_emit_by_name (text, "activate");
  else if (!taken && g_unichar_isprint (letter))
    {
      char utf8[7] = "";

      g_unichar_to_utf8 (letter, utf8);
      g_signal_emit_by_name (text, "insert-at-cursor", utf8);
    }
  desk_test_settle (KEY_MS);
}

static gboolean
is_answered (gpointer data)
{
  return desk_line_bar_is_answered (get_line (data));
}

/* Types a task's line key by key and waits until it was seen. */
static void
type_line (DeskTestApp *self,
           const char  *text)
{
  n_strokes = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    press (self, gdk_unicode_to_keyval (g_utf8_get_char (at)));
  desk_test_wait (is_answered, self, text);
  desk_test_settle (LOOK_MS);
}

static void
test_strokes (DeskTestApp   *self,
              gconstpointer  data)
{
  /* Who is in 412: seen without another key. */
  desk_test_desk_go (self->desk, "today");
  type_line (self, "412");
  g_assert_cmpuint (n_strokes, ==, 3);
  desk_line_bar_clear (get_line (self));

  type_line (self, "412 why 7");
  press (self, GDK_KEY_Return);
  g_assert_cmpuint (n_strokes, ==, 10);
  desk_test_desk_wait_place (self->desk, "stay");
  desk_test_settle (100);
  g_assert_cmpint (desk_explain_pane_get_line (desk_stay_page_get_explain
                                                 (desk_test_app_get_stay (self))), ==, 7);

  desk_test_desk_go (self->desk, "today");
  type_line (self, "412 fix 7 6.50");
  press (self, GDK_KEY_Return);
  g_assert_cmpuint (n_strokes, ==, 15);
  desk_test_app_wait_lines (self, 10);

  desk_test_desk_go (self->desk, "today");
  type_line (self, "412 off 10% noise");
  press (self, GDK_KEY_Return);
  g_assert_cmpuint (n_strokes, ==, 18);
  wait_status (self, "Goodwill");

  desk_test_desk_go (self->desk, "today");
  type_line (self, "412 move noise");
  press (self, GDK_KEY_Return);
  g_assert_cmpuint (n_strokes, ==, 15);
  wait_status (self, "412 →");
}

static void
test_next_room (DeskTestApp   *self,
                gconstpointer  data)
{
  RoomWait wait = { self, NULL };

  type_line (self, "412 move noise");
  wait.before = g_strdup (desk_line_bar_get_planned (get_line (self))->sentence);
  press (self, GDK_KEY_Down);
  desk_test_wait (has_other_room, &wait, "the next room");
  desk_test_settle (LOOK_MS);
  g_free (wait.before);

  /* What is on the screen is what is done. */
  wait.before = g_strdup (desk_line_bar_get_planned (get_line (self))->done);
  press (self, GDK_KEY_Return);
  wait_status (self, wait.before);
  g_free (wait.before);
}

/* Somebody else was faster: nothing is done, and the new plan is shown. */
static void
test_stale (DeskTestApp   *self,
            gconstpointer  data)
{
  g_autofree char *digest = NULL;

  type_line (self, "412 off 10% noise");
  digest = g_strdup (desk_line_bar_get_planned (get_line (self))->plan->digest);
  desk_test_aurora_post (self->test, self->stay_id, "BEER", 1, 0);
  desk_line_bar_enter (get_line (self));
  wait_status (self, "Somebody changed this meanwhile");
  desk_test_app_wait_lines (self, 10);
  desk_test_settle (LOOK_MS);
  g_assert_cmpstr (desk_line_bar_get_text (get_line (self)), ==, "412 off 10% noise");
  g_assert_cmpstr (desk_line_bar_get_planned (get_line (self))->plan->digest, !=, digest);
}

static void
test_fix_and_undo (DeskTestApp   *self,
                   gconstpointer  data)
{
  gint64 before = get_balance (self);
  GtkWidget *dialog;

  desk_folio_pane_select_line (desk_stay_page_get_folio (desk_test_app_get_stay (self)), 7);
  dialog = open_form (self, "win.fix");
  g_assert_false (desk_plan_window_is_ready (DESK_PLAN_WINDOW (dialog)));
  type_in (dialog, "price", "6.50");
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 10);
  g_assert_cmpint (get_balance (self), ==, before - 100);

  desk_test_app_activate (self, "win.undo");
  wait_status (self, "Undone: the correction");
  desk_test_app_wait_lines (self, 11);
  g_assert_cmpint (get_balance (self), ==, before);
}

static void
test_off (DeskTestApp   *self,
          gconstpointer  data)
{
  gint64 before = get_balance (self);
  GtkWidget *dialog;

  desk_folio_pane_select_line (desk_stay_page_get_folio (desk_test_app_get_stay (self)), 8);
  dialog = open_form (self, "win.give");
  type_in (dialog, "much", "10%");
  choose_in (dialog, "reason", "noise");
  desk_test_app_wait_plan (self);
  g_assert_true (gtk_widget_get_visible (desk_test_find (dialog, "counts")));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (desk_test_find (dialog, "counts"))),
                            "50.00"));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (desk_test_find (dialog, "benefits"))),
                            "Anna Kowalska"));
  desk_test_app_wait_done (self);
  desk_test_app_wait_lines (self, 10);
  g_assert_cmpint (get_balance (self), ==, before - 1290);
}

/* What counts against a budget is not for the guest's eyes. */
static void
test_peek (DeskTestApp   *self,
           gconstpointer  data)
{
  GtkWidget *window = desk_test_app_get_window (self);
  GtkWidget *card, *counts;

  type_line (self, "412 off 10% on 8 noise");
  card = desk_test_find (window, "card");
  counts = desk_test_find (card, "counts");
  g_assert_false (gtk_widget_get_visible (counts));
  desk_line_card_set_peek (DESK_LINE_CARD (card), TRUE);
  g_assert_true (gtk_widget_get_visible (counts));
  desk_line_card_set_peek (DESK_LINE_CARD (card), FALSE);
  g_assert_false (gtk_widget_get_visible (counts));
}

static gboolean
is_labelled (GtkWidget  *widget,
             const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL;
       at = gtk_widget_get_next_sibling (at))
    if (is_labelled (at, text))
      return TRUE;

  return FALSE;
}

/* A name that was mistyped finds nobody, and says whom of today it is nearest to. */
static void
test_mistyped (DeskTestApp   *self,
               gconstpointer  data)
{
  static const char nearest[] = "Did you mean Anna Kowalska (412, HO-C03S9)?";
  GtkWidget *card = desk_test_find (desk_test_app_get_window (self), "card");
  GtkWidget *empty;

  type_line (self, "kovalska");
  g_assert_true (is_labelled (card, nearest));
  g_assert_cmpuint (desk_line_card_get_n_rows (DESK_LINE_CARD (card)), ==, 0);
  desk_line_bar_set_text (get_line (self), "");
  type_line (self, "zzyzx");
  g_assert_false (is_labelled (card, nearest));

  desk_window_search (desk_test_app_get_window (self), "kovalska");
  desk_test_settle (300);
  empty = desk_test_find (desk_window_get_page (self->desk->window, "guests"), "empty_label");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (empty)), nearest));
}

/* Beside what is refused stand who may and how they sign in, and the grey button says why. */
static void
test_who_may (DeskTestApp   *self,
              gconstpointer  data)
{
  GtkWidget *card = desk_test_find (desk_test_app_get_window (self), "card");
  GtkWidget *dialog, *button;

  type_line (self, "412 off 45.00 noise");
  g_assert_true (is_labelled (card, "A supervisor can do it. Switch person: Shift+Ctrl+P"));
  desk_line_bar_open_plan (get_line (self));
  desk_test_app_wait_dialog (self, "a plan");
  desk_test_settle (LOOK_MS);
  dialog = GTK_WIDGET (desk_window_get_dialog (self->desk->window));
  g_assert_true (is_labelled (dialog, "A supervisor can do it. Switch person: Shift+Ctrl+P"));
  button = desk_test_find (dialog, "do_button");
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), "is possible here"));
}

static void
test_rate (DeskTestApp   *self,
           gconstpointer  data)
{
  GtkWidget *dialog = open_form (self, "win.rate");

  type_in (dialog, "price", "119.00");
  choose_in (dialog, "reason", "price");
  type_in (dialog, "text", "confirmation of 3 Aug");
  desk_test_app_wait_done (self);
  wait_status (self, "119.00");
}

static gboolean
lists_rooms (gpointer data)
{
  GtkWidget *rooms = desk_test_find (GTK_WIDGET (desk_window_get_dialog
                                               (((DeskTestApp *) data)->desk->window)), "rooms");

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (rooms), 1) != NULL;
}

static void
test_move (DeskTestApp   *self,
           gconstpointer  data)
{
  GtkWidget *dialog = open_form (self, "win.move");
  GtkListBox *rooms = GTK_LIST_BOX (desk_test_find (dialog, "rooms"));
  g_autofree char *room = NULL;

  choose_in (dialog, "reason", "noise");
  desk_test_wait (lists_rooms, self, "the rooms that fit");
  g_signal_emit_by_name (rooms, "row-activated", gtk_list_box_get_row_at_index (rooms, 1));
  room = desk_field_dup_text (DESK_FIELD (desk_test_find (dialog, "room")));
  g_assert_nonnull (room);
  desk_test_app_wait_done (self);
  wait_status (self, room);
}

static void
test_out (DeskTestApp   *self,
          gconstpointer  data)
{
  desk_test_desk_line (self->desk, "412 out card early");
  desk_test_settle (LOOK_MS);
  press (self, GDK_KEY_Return);
  desk_test_app_wait_plan (self);
  desk_test_app_wait_lines (self, 9);
  desk_test_app_wait_done (self);
  desk_test_app_wait_state (self, DESK_STAY_DEPARTED);
  g_assert_cmpint (get_balance (self), ==, 0);
  g_assert_false (desk_test_app_is_enabled (self, "fix"));
  g_assert_false (desk_test_app_is_enabled (self, "check-out"));
}

static const char *
get_tender (DeskPlanWindow *window)
{
  return desk_article_list_get_code (DESK_ARTICLE_LIST (desk_test_find (GTK_WIDGET (window),
                                                                        "tenders")));
}

/* What has the focus is what Space chooses. */
static void
press_space (DeskPlanWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_true (gtk_widget_activate_action (focus, "listitem.select", "(bb)", FALSE, FALSE));
}

/* The tender that was typed has the focus; none is taken for granted, but what a card keeps ready
 * is what is meant. */
static void
test_out_tender (DeskTestApp   *self,
                 gconstpointer  data)
{
  g_autoptr (DeskAction) out = desk_action_new (DESK_VERB_OUT, self->stay_id);
  DeskPlanWindow *window;

  out->now = TRUE;
  out->code = g_strdup ("MOBILE");
  desk_window_open_plan (GTK_WIDGET (self->desk->window), out);
  window = desk_test_app_wait_plan (self);
  press_space (window);
  g_assert_cmpstr (get_tender (window), ==, "MOBILE");
  gtk_window_close (GTK_WINDOW (window));
  desk_test_settle (LOOK_MS);

  g_clear_pointer (&out->code, g_free);
  desk_window_open_plan (GTK_WIDGET (self->desk->window), out);
  desk_test_app_wait_dialog (self, "a plan");
  window = DESK_PLAN_WINDOW (desk_window_get_dialog (self->desk->window));
  desk_test_settle (LOOK_MS);
  g_assert_cmpstr (get_tender (window), ==, NULL);
  g_assert_false (desk_plan_window_is_ready (window));
  press_space (window);
  g_assert_cmpstr (get_tender (window), ==, "CARD");
  g_assert_true (desk_test_app_wait_plan (self) == window);
}

static DeskAuditPage *
get_audit (DeskTestApp *self)
{
  return DESK_AUDIT_PAGE (desk_window_get_page (self->desk->window, "audit"));
}

static gboolean
is_audit_loaded (gpointer data)
{
  return desk_audit_page_is_loaded (get_audit (data));
}

static gboolean
is_saved (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
test_audit (DeskTestApp   *self,
            gconstpointer  data)
{
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (self->stay_id, "7", "price");
  g_autofree char *path = g_build_filename (self->test->folder, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *csv = NULL;
  g_autofree char *chain = NULL;

  desk_test_desk_go (self->desk, "audit");
  desk_test_wait (is_audit_loaded, self, "the empty list");
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_audit (self)), ==, 0);

  fix->has_unit = TRUE;
  fix->unit_minor = 650;
  desk_test_aurora_do (self->test, fix);
  desk_test_settle (700);
  desk_test_wait (is_audit_loaded, self, "the list");
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_audit (self)), ==, 1);
  g_assert_nonnull (strstr (desk_audit_page_get_tie (get_audit (self)), "your own rows"));
  desk_test_settle (200);
  chain = desk_audit_page_dup_chain (get_audit (self));
  g_assert_nonnull (strstr (chain, "7.50 → 6.50"));

  desk_audit_page_save (get_audit (self), file);
  desk_test_wait (is_saved, path, "the file");
  desk_test_settle (100);
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_true (g_str_has_prefix (csv, "business_date,"));
  g_assert_nonnull (strstr (csv, "aino"));

  desk_audit_page_set_days (get_audit (self), DESK_TEST_T - 1, DESK_TEST_T - 1);
  desk_test_wait (is_audit_loaded, self, "the day before");
  g_assert_cmpuint (desk_audit_page_get_n_rows (get_audit (self)), ==, 0);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(gboolean *) user_data = desk_session_open_finish (DESK_SESSION (source), result, NULL);
}

static void
on_changed_cb (DeskSession *session,
               gboolean    *changed)
{
  *changed = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* What one desk does the other shows within half a second, both ways. */
static void
test_two_desks (DeskTestApp   *self,
                gconstpointer  data)
{
  g_autoptr (DeskSession) other = desk_session_new (self->test->path, "Desk 9");
  gboolean opened = FALSE;
  gboolean changed = FALSE;
  gint64 begun;

  desk_session_open_async (other, on_opened_cb, &opened);
  desk_test_wait (is_set, &opened, "the other desk");
  g_signal_connect (other, "changed", G_CALLBACK (on_changed_cb), &changed);

  type_line (self, "412 post beer");
  press (self, GDK_KEY_Return);
  wait_status (self, "BEER");
  begun = g_get_monotonic_time ();
  desk_test_wait (is_set, &changed, "the other desk to see it");
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_USEC_PER_SEC / 2);

  desk_test_app_wait_lines (self, 10);
  desk_test_aurora_post (self->test, self->stay_id, "NUTS", 1, 0);
  begun = g_get_monotonic_time ();
  desk_test_app_wait_lines (self, 11);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_USEC_PER_SEC / 2);

  /* A look that is on its way keeps the session, and would tell a place that is gone. */
  g_signal_handlers_disconnect_by_data (other, &changed);
  desk_session_close (other);
}

/* An entry takes what the line takes: either decimal sign, either minus, no groups. */
static void
test_amounts (void)
{
  static const struct
  {
    const char *text;
    gint64      minor;   /* -1: refused */
  } cases[] = {
    { "19,00", 1900 }, { "19.00", 1900 }, { "19", 1900 }, { "0,5", 50 }, { "-2,50", -250 },
    { "\u22122.50", -250 }, { "1.234", -1 }, { "1.234,50", -1 }, { "19,", -1 }, { "x", -1 },
    { "", -1 }, { "--1", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = -1;
      gboolean read = desk_field_read_amount (cases[i].text, 2, &minor, &error);

      g_assert_cmpint (minor, ==, cases[i].minor);
      g_assert_true (read == (error == NULL));
    }
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
    { "/verbs/line", test_line },
    { "/verbs/strokes", test_strokes },
    { "/verbs/next-room", test_next_room },
    { "/verbs/stale", test_stale },
    { "/verbs/fix-and-undo", test_fix_and_undo },
    { "/verbs/off", test_off },
    { "/verbs/peek", test_peek },
    { "/verbs/mistyped", test_mistyped },
    { "/verbs/who-may", test_who_may },
    { "/verbs/rate", test_rate },
    { "/verbs/move", test_move },
    { "/verbs/out", test_out },
    { "/verbs/out-tender", test_out_tender },
    { "/verbs/audit", test_audit },
    { "/verbs/two-desks", test_two_desks },
  };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/verbs/amounts", test_amounts);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DeskTestApp, "aino", set_up, tests[i].func,
                desk_test_app_tear_down);

  return g_test_run ();
}
