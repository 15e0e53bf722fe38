/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-audit-page.h"
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
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (get_page (self)));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (each))
        g_signal_emit_by_name (each, "key-pressed", keyval, 0, 0, &taken);
    }
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

/* Completeness first, then what there is a reason to look at. */
static void
test_keys (DeskTestApp   *self,
           gconstpointer  login)
{
  g_autofree char *name = NULL;
  g_autofree char *chain = NULL;
  const char *tie;

  go (self);
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
  g_assert_nonnull (strstr (name, "went out in cash"));
  g_assert_true (press (self, GDK_KEY_J));
  g_assert_true (press (self, GDK_KEY_k));
  g_assert_cmpstr (get_room (self), ==, "519");
  desk_test_settle (200);
  chain = desk_audit_page_dup_chain (get_page (self));
  g_assert_nonnull (strstr (chain, "139.00 → 94.00"));
  g_assert_nonnull (strstr (chain, "mika alone"));

  /* What is chosen stays chosen. */
  g_assert_true (press (self, GDK_KEY_f));
  desk_test_wait (has_19, self, "what is flagged");
  g_assert_cmpstr (get_room (self), ==, "519");
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

/* A accepts at once and goes on to the next that waits; what needs words begins in the line. */
static void
test_decide (DeskTestApp   *self,
             gconstpointer  login)
{
  GtkWidget *line = desk_window_get_line (self->desk->window);
  g_autofree char *text = NULL;
  gint64 entry_id;

  go (self);
  g_assert_nonnull (strstr (desk_audit_page_get_tie (get_page (self)), "18 to decide"));
  press (self, GDK_KEY_j);
  g_assert_cmpstr (get_room (self), ==, "519");
  g_assert_true (desk_audit_item_is_open (desk_audit_page_get_item (get_page (self))));
  entry_id = get_entry (self);
  g_assert_true (press (self, GDK_KEY_a));
  g_assert_cmpint (get_entry (self), >, entry_id);
  g_assert_cmpstr (get_decision (self, entry_id), ==, "accepted by kaarina");

  g_assert_true (press (self, GDK_KEY_q));
  g_assert_true (g_str_has_prefix (desk_line_bar_get_text (DESK_LINE_BAR (line)), "audit "));
  g_assert_true (g_str_has_suffix (desk_line_bar_get_text (DESK_LINE_BAR (line)), " ask: "));
  text = g_strconcat (desk_line_bar_get_text (DESK_LINE_BAR (line)), "why in cash?", NULL);
  desk_test_desk_line (self->desk, text);
  desk_test_settle (LOOK_MS);
  desk_line_bar_enter (DESK_LINE_BAR (line));
  desk_test_settle (500);
  g_assert_true (g_str_has_prefix (get_decision (self, entry_id), "asked by kaarina"));
  g_assert_cmpstr (desk_line_bar_get_text (DESK_LINE_BAR (line)), ==, "");

  /* Nobody's deed is nobody's to decide. */
  press (self, GDK_KEY_k);
  g_assert_cmpstr (get_room (self), ==, "628");
  g_assert_true (press (self, GDK_KEY_n));
  g_assert_cmpstr (desk_line_bar_get_text (DESK_LINE_BAR (line)), ==, "");
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

/* A day without rows leads to the newest one that has some; a narrow filter does not. */
static void
test_empty (DeskTestApp   *self,
            gconstpointer  login)
{
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
  press (self, GDK_KEY_f);
  desk_test_wait (has_offer, self, "the day before, again");
  g_assert_true (press (self, GDK_KEY_e));
  desk_test_wait (has_27, self, "the rows of the day before");
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

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (flagged)), ==, "19 flagged ⚑");
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
