/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <string.h>

#include "desk-audit-page.h"
#include "desk-guest-page.h"
#include "desk-import-window.h"
#include "desk-intl.h"
#include "desk-shortcuts.h"
#include "desk-tasks.h"
#include "desk-template.h"
#include "desk-toast.h"

static void
set_enabled (DeskWindow *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What needs an open bill, beside the tasks. */
static const char *const on_bill[] = { "radar", "why", "show-to-guest", NULL };

/* Why it cannot be done now, as its button says it; NULL where it can. */
static const char *
get_why_not (DeskWindow *self,
             const char *name,
             DeskBill   *bill)
{
  const char *why_not;

  if (!g_str_equal (name, "radar"))
    return desk_task_get_why_not (desk_task_find (name), self->session, bill);

  why_not = desk_task_get_why_not (desk_task_find ("fix"), self->session, bill);
  if (why_not == NULL && desk_bill_get_spots (bill)->len == 0)
    return _("Nothing is pointed out on this bill.");

  return why_not;
}

/* What was told of what was shown before may be true no longer. */
static void
forget_why_not (DeskWindow *self)
{
  if (self->why_not != NULL && g_str_equal (desk_window_get_status (self), self->why_not))
    desk_toast_hide (DESK_TOAST (self->status));
  self->why_not = NULL;
}

/* What may be done follows from who is here, what is shown and its state. */
void
desk_window_update_actions (DeskWindow *self)
{
  static const char *const at_desk[] = { "page", "flagged", "open-stay", "focus-line",
                                         "leave-line", "lock", "switch-person" };
  const char *place = gtk_stack_get_visible_child_name (GTK_STACK (self->places));
  gboolean desk = g_strcmp0 (place, "desk") == 0;
  gboolean guest = g_strcmp0 (place, "guest") == 0;
  DeskBill *bill = desk ? desk_window_get_bill (self) : NULL;
  const DeskTask *task;

  forget_why_not (self);
  for (guint i = 0; i < G_N_ELEMENTS (at_desk); i++)
    set_enabled (self, at_desk[i], desk);

  set_enabled (self, "lock", desk || guest);
  for (guint i = 0; (task = desk_task_get (i)) != NULL; i++)
    set_enabled (self, task->action, get_why_not (self, task->action, bill) == NULL);
  for (guint i = 0; on_bill[i] != NULL; i++)
    set_enabled (self, on_bill[i], get_why_not (self, on_bill[i], bill) == NULL);
  if (guest)
    set_enabled (self, "show-to-guest", TRUE);
  set_enabled (self, "undo", desk && desk_session_may (self->session, DESK_RIGHT_UNDO));
  set_enabled (self, "back", guest);
  set_enabled (self, "import", desk && desk_session_may (self->session, DESK_RIGHT_IMPORT));
}

/**
 * desk_window_tell_why_not:
 * @self: a window
 * @keyval: a key that nobody took
 * @state: what is held with it
 *
 * Who presses the keys of something that cannot be done now is told why, as who points at its
 * button is.
 *
 * Returns: whether there was something to tell
 */
gboolean
desk_window_tell_why_not (DeskWindow      *self,
                          guint            keyval,
                          GdkModifierType  state)
{
  const char *action = desk_shortcuts_find (keyval, state);
  DeskBill *bill = desk_window_get_bill (self);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *detailed = NULL;
  const char *name;

  if (action == NULL || !g_action_parse_detailed_name (action, &detailed, &target, NULL))
    return FALSE;

  name = strchr (detailed, '.') + 1;
  if (desk_task_find (name) == NULL && !g_strv_contains (on_bill, name))
    return FALSE;

  /* While the bill is read nothing is known yet. */
  if (bill == NULL && g_str_equal (desk_window_get_place (self), "stay"))
    return FALSE;

  self->why_not = get_why_not (self, name, bill);
  if (self->why_not != NULL)
    desk_window_tell_refusal (self, self->why_not);

  return self->why_not != NULL;
}

static void
page_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  desk_window_show_page (user_data, g_variant_get_string (parameter, NULL));
}

static void
flagged_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DeskWindow *self = user_data;

  desk_window_show_page (self, "audit");
  desk_audit_page_show_flagged (DESK_AUDIT_PAGE (desk_window_get_page (self, "audit")));
}

static void
questions_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  DeskWindow *self = user_data;

  desk_window_show_page (self, "audit");
  desk_audit_page_show_open (DESK_AUDIT_PAGE (desk_window_get_page (self, "audit")));
}

static void
open_stay_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  desk_window_open_stay (user_data, g_variant_get_int64 (parameter));
}

static void
focus_line_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_widget_grab_focus (DESK_WINDOW (user_data)->line);
}

static void
leave_line_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  desk_window_focus_page (user_data);
}

static void
lock_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  desk_session_set_user (DESK_WINDOW (user_data)->session, NULL);
}

static void
switch_person_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  DeskWindow *self = user_data;

  desk_window_keep_place (self);
  g_clear_pointer (&self->last_login, g_free);
  desk_session_set_user (self->session, NULL);
}

/* What is selected is what it is about, until somebody says otherwise. */
static void
task_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  DeskWindow *self = user_data;
  const DeskTask *task = desk_task_find (g_action_get_name (G_ACTION (action)));
  DeskFolioPane *folio = desk_stay_page_get_folio (desk_window_get_stay_page (self));
  DeskBill *bill = desk_window_get_bill (self);
  g_autoptr (DeskAction) wanted = desk_action_new (task->verb, desk_bill_get_row (bill)->stay_id);
  int line = desk_folio_pane_get_line (folio);

  wanted->window = desk_folio_pane_get_window (folio);
  if (task->on_line && line != 0)
    {
      wanted->lines = g_array_new (FALSE, FALSE, sizeof (gint));
      g_array_append_val (wanted->lines, line);
      wanted->base = DESK_OFF_LINES;
    }
  desk_window_open_plan (GTK_WIDGET (self), wanted);
}

/* What the page points out, with what would be right filled in. */
static void
radar_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  DeskWindow *self = user_data;
  DeskBill *bill = desk_window_get_bill (self);
  guint number = (guint) g_variant_get_int32 (parameter);
  g_autoptr (DeskAction) wanted = desk_action_new (DESK_VERB_FIX,
                                                   desk_bill_get_row (bill)->stay_id);
  const DeskSpot *spot;

  if (number >= desk_bill_get_spots (bill)->len)
    return;

  spot = desk_bill_get_spots (bill)->pdata[number];
  wanted->lines = g_array_copy (spot->lines);
  wanted->none = spot->kind == DESK_SPOT_TWICE;
  wanted->has_unit = spot->kind == DESK_SPOT_ABOVE_PROMISE;
  wanted->unit_minor = spot->unit_minor;
  wanted->reason = g_strdup (spot->reason);
  desk_window_open_plan (GTK_WIDGET (self), wanted);
}

/* In a field with something in it the key is the field's. */
static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (user_data));

  if (GTK_IS_EDITABLE (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0')
    gtk_widget_activate_action (focus, "text.undo", NULL);
  else
    desk_window_undo (user_data);
}

static const struct
{
  const char       *word;
  DeskExplainTopic  topic;
} topics[] = {
  { "total", DESK_EXPLAIN_TOTAL },
  { "vat", DESK_EXPLAIN_VAT },
  { "levy", DESK_EXPLAIN_LEVY },
  { "promised", DESK_EXPLAIN_PROMISED },
  { "balance", DESK_EXPLAIN_BALANCE },
  { "hold", DESK_EXPLAIN_HOLD },
};

static void
why_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  DeskStayPage *page = desk_window_get_stay_page (user_data);
  const char *word = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (word, topics[i].word))
      desk_explain_pane_ask (desk_stay_page_get_explain (page), topics[i].topic, 0);
}

static void
show_explanation_to_guest (DeskWindow *self)
{
  DeskStayPage *page = desk_window_get_stay_page (self);
  DeskExplainPane *pane = desk_stay_page_get_explain (page);
  const char *lang = desk_explain_pane_get_language (pane);
  const char *const langs[] = { lang, NULL };
  const DeskQuestion question = { .topic = desk_explain_pane_get_topic (pane),
                                  .line = desk_explain_pane_get_line (pane), .langs = langs };
  g_autofree char *title = desk_explain_pane_dup_guest_title (pane);
  GtkWidget *guest;

  if (question.topic == DESK_EXPLAIN_LINE && question.line == 0)
    return;

  desk_window_show_place (self, "guest");
  guest = desk_window_get_page (self, "guest");
  desk_guest_page_show (DESK_GUEST_PAGE (guest), desk_stay_page_get_bill (page), &question, title);
  gtk_widget_grab_focus (guest);
}

static void
show_to_guest_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  DeskWindow *self = user_data;

  if (g_str_equal (desk_window_get_place (self), "guest"))
    {
      desk_window_show_place (self, "desk");
      gtk_widget_grab_focus (GTK_WIDGET (desk_stay_page_get_folio
                                           (desk_window_get_stay_page (self))));
    }
  else
    {
      show_explanation_to_guest (self);
    }
}

static void
show_import (DeskWindow *self,
             const char *path)
{
  GtkWidget *window = desk_import_window_new (self->session, path);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_import_chosen_cb (GtkNativeDialog *dialog,
                     int              response,
                     DeskWindow      *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL)
        show_import (self, path);
    }

  g_object_unref (dialog);
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser;

  /* The response lets go of it. */
  chooser = gtk_file_chooser_native_new (_("Choose a file of stays or bookings"),
                                         GTK_WINDOW (user_data), GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _("_Open"), _("_Cancel"));
  gtk_file_filter_set_name (filter, _("Stays (JSON) and bookings (CSV)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "csv.gz");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect (chooser, "response", G_CALLBACK (on_import_chosen_cb), user_data);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
back_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "show-to-guest", NULL);
}

static const GActionEntry entries[] = {
  { "page", page_action, "s" },
  { "flagged", flagged_action },
  { "questions", questions_action },
  { "open-stay", open_stay_action, "x" },
  { "focus-line", focus_line_action },
  { "leave-line", leave_line_action },
  { "lock", lock_action },
  { "switch-person", switch_person_action },
  { "check-in", task_action },
  { "post", task_action },
  { "pay", task_action },
  { "move", task_action },
  { "check-out", task_action },
  { "rate", task_action },
  { "fix", task_action },
  { "give", task_action },
  { "radar", radar_action, "i" },
  { "undo", undo_action },
  { "why", why_action, "s" },
  { "show-to-guest", show_to_guest_action },
  { "back", back_action },
  { "import", import_action },
};

void
desk_window_add_actions (DeskWindow *self)
{
  g_autoptr (GtkBuilder) shortcuts = desk_template_new_builder (DESK_UI ("desk-shortcuts.ui"));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_window_set_help_overlay
    (GTK_APPLICATION_WINDOW (self),
     GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (shortcuts, "shortcuts")));
}
