/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-night-page.h"

#include "desk-confirm-window.h"
#include "desk-format.h"
#include "desk-intl.h"
#include "desk-night-line.h"
#include "desk-note.h"
#include "desk-reads.h"
#include "desk-show.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-window.h"
#include "desk-writes.h"

struct _DeskNightPage
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *date;
  GtkWidget          *flagged;
  GtkWidget          *summary;
  GtkWidget          *total;
  GtkWidget          *stack;
  GtkWidget          *empty;
  GtkWidget          *why_not;
  GtkWidget          *work;
  GtkWidget          *work_label;
  GtkWidget          *progress;
  GtkWidget          *verdict;
  GtkSingleSelection *selection;

  /* Owned */
  DeskSession        *session;
  DeskNightPlan          *night;          /* (nullable): before it was read */
  GCancellable       *cancellable;    /* (nullable): of the read on its way */
  GCancellable       *work_cancellable; /* (nullable): of the work at hand */
  char               *verdict_text;
};

G_DEFINE_FINAL_TYPE (DeskNightPage, desk_night_page, GTK_TYPE_BOX)

static void
update_actions (DeskNightPage *self)
{
  gboolean busy = desk_night_page_is_busy (self);
  gboolean may = desk_session_may (self->session, DESK_RIGHT_CLOSE_DAY);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "night.ask", may && !busy &&
                                 self->night != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "night.close", may && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "night.verify", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "night.stop", busy);
  gtk_widget_set_visible (self->work, busy);
  gtk_widget_set_visible (self->why_not, !may);
}

/* Before the day is closed somebody should have looked at it. */
static void
show_flagged (DeskNightPage *self)
{
  guint n = desk_night_plan_get_n_flagged (self->night);
  g_autofree char *text = desk_show_flagged (n);

  gtk_button_set_label (GTK_BUTTON (self->flagged), text);
  gtk_widget_set_visible (self->flagged, n > 0);
}

static void
show_night (DeskNightPage *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  GListModel *items = desk_night_plan_get_items (self->night);
  g_autofree char *date = desk_show_date (catalog, desk_night_plan_get_business_date (self->night),
                                          DESK_DATE_FULL);
  g_autofree char *total = desk_show_money (catalog, desk_night_plan_get_property (self->night),
                                            desk_night_plan_get_total (self->night));

  gtk_label_set_label (GTK_LABEL (self->date), date);
  gtk_label_set_label (GTK_LABEL (self->summary), desk_night_plan_get_summary (self->night));
  gtk_label_set_label (GTK_LABEL (self->total), total);
  gtk_single_selection_set_model (self->selection, items);
  gtk_label_set_label (GTK_LABEL (self->empty),
                       desk_night_plan_get_n_posted (self->night) > 0
                         ? _("Everything of tonight is posted. The day can be closed.")
                         : _("Nobody is in the house tonight. The day can be closed."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (items) > 0 ? "list" : "empty");
  show_flagged (self);
  update_actions (self);
}

static void
on_night_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (DeskNightPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskNightPlan) night = desk_worker_finish (result, &error);

  if (night == NULL)
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_set_object (&self->night, night);
  show_night (self);
}

static void
load (DeskNightPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk_session_get_user (self->session) == NULL || desk_night_page_is_busy (self))
    return;

  self->cancellable = g_cancellable_new ();
  desk_read_night (self->session, self->cancellable, on_night_read_cb, g_object_ref (self));
}

static void
on_changed_cb (DeskNightPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
show_progress (GObject *view,
               guint    done,
               guint    total)
{
  DeskNightPage *self = DESK_NIGHT_PAGE (view);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 total > 0 ? (double) done / total : 0);
}

static void
show_verdict (DeskNightPage *self,
              DeskNoteKind   kind,
              const char    *text)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->verdict)) != NULL)
    gtk_box_remove (GTK_BOX (self->verdict), child);

  g_free (self->verdict_text);
  self->verdict_text = g_strdup (text);
  gtk_widget_set_visible (self->verdict, text != NULL);
  if (text != NULL)
    gtk_box_append (GTK_BOX (self->verdict), desk_note_new (kind, text));
}

static void
begin_work (DeskNightPage *self,
            const char    *what)
{
  g_clear_object (&self->work_cancellable);
  self->work_cancellable = g_cancellable_new ();
  gtk_label_set_label (GTK_LABEL (self->work_label), what);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
  show_verdict (self, DESK_NOTE_GOOD, NULL);
  update_actions (self);
}

static void
end_work (DeskNightPage *self)
{
  g_clear_object (&self->work_cancellable);
  update_actions (self);
  load (self);
}

static void
on_closed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DeskNightPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer done = desk_worker_finish (result, &error);
  gboolean stopped = error != NULL && desk_trouble_is_silent (error);

  end_work (self);
  if (done != NULL)
    show_verdict (self, DESK_NOTE_GOOD, _("The day is closed. Good morning."));
  else if (stopped)
    show_verdict (self, DESK_NOTE_WARNING,
                  _("Stopped. What is posted stays posted; closing again goes on from here."));
  else
    desk_window_show_error (GTK_WIDGET (self), error);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DeskNightPage *self = DESK_NIGHT_PAGE (widget);
  g_autoptr (DeskProgress) progress = desk_progress_new (G_OBJECT (self), show_progress);

  begin_work (self, _("Posting the night"));
  desk_write_close_day (self->session, progress, self->work_cancellable, on_closed_cb,
                        g_object_ref (self));
}

static void
ask_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  DeskNightPage *self = DESK_NIGHT_PAGE (widget);
  const DeskCatalog *catalog = desk_app_get_catalog ();
  DeskDate today = desk_night_plan_get_business_date (self->night);
  g_autofree char *date = desk_show_date (catalog, today, DESK_DATE_FULL);
  g_autofree char *next = desk_show_date (catalog, today + 1, DESK_DATE_FULL);
  g_autofree char *total = desk_show_money (catalog, desk_night_plan_get_property (self->night),
                                            desk_night_plan_get_total (self->night));
  /* Translators: {date} is a day in full, "Friday 4 September 2026" */
  g_autofree char *title = desk_fill (_("Close {date}?"), "date", date, NULL);
  /* Translators: {total} is an amount of money, {next} the day after in full */
  g_autofree char *text = desk_fill (_("{total} is posted, then the business date becomes {next}. "
                                       "Desks can go on working meanwhile. A closed day is not "
                                       "opened again."),
                                     "total", total, "next", next, NULL);
  const char *early = desk_night_plan_get_early (self->night);
  const char *summary = desk_night_plan_get_summary (self->night);
  g_autofree char *whole = early != NULL ? g_strjoin ("\n\n", early, summary, text, NULL)
                                         : g_strjoin ("\n\n", summary, text, NULL);
  const DeskConfirm confirm = { .title = title, .text = whole, .verb = _("Close the day"),
                                .action = "night.close" };

  gtk_window_present (GTK_WINDOW (desk_confirm_window_new (widget, &confirm)));
}

static char *
dup_verdict (const DeskVerdict *verdict)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *postings = desk_format_int (catalog, verdict->postings);
  g_autofree char *entries = desk_format_int (catalog, verdict->entries);

  if (verdict->ok)
    /* Translators: the ledger was checked; both are numbers */
    return desk_fill (_("The ledger is as it was written: {postings} lines and {entries} entries "
                        "of the audit were checked."),
                      "postings", postings, "entries", entries, NULL);

  if (verdict->damaged)
    return g_strdup (_("The file itself is damaged. Please go on with the last backup, and keep "
                       "the damaged file."));

  /* Translators: {table} and {why} are technical, in English */
  return desk_fill (_("The ledger is not as it was written. First wrong row: {table}: {why}. "
                      "Please leave everything as it is and call the manager."),
                    "table", verdict->table != NULL ? verdict->table : "–",
                    "why", verdict->why != NULL ? verdict->why : "–", NULL);
}

static void
on_verified_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DeskNightPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskVerdict) verdict = desk_worker_finish (result, &error);
  g_autofree char *text = NULL;

  end_work (self);
  if (verdict == NULL)
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  text = dup_verdict (verdict);
  show_verdict (self, verdict->ok ? DESK_NOTE_GOOD : DESK_NOTE_REFUSED, text);
}

static void
verify_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskNightPage *self = DESK_NIGHT_PAGE (widget);
  g_autoptr (DeskProgress) progress = desk_progress_new (G_OBJECT (self), show_progress);

  begin_work (self, _("Checking the ledger"));
  desk_write_verify (self->session, progress, self->work_cancellable, on_verified_cb,
                     g_object_ref (self));
}

static void
stop_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_cancellable_cancel (DESK_NIGHT_PAGE (widget)->work_cancellable);
}

static void
on_row_activated_cb (GtkListView   *list,
                     guint          position,
                     DeskNightPage *self)
{
  GListModel *items = gtk_single_selection_get_model (self->selection);
  g_autoptr (DeskNightItem) item = g_list_model_get_item (items, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-stay", "x",
                              desk_night_item_get_stay_id (item));
}

static void
desk_night_page_map (GtkWidget *widget)
{
  DeskNightPage *self = DESK_NIGHT_PAGE (widget);

  GTK_WIDGET_CLASS (desk_night_page_parent_class)->map (widget);

  update_actions (self);
  load (self);
}

static void
desk_night_page_dispose (GObject *object)
{
  DeskNightPage *self = DESK_NIGHT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->work_cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->night);
  g_clear_pointer (&self->verdict_text, g_free);

  G_OBJECT_CLASS (desk_night_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  desk_template_set (widget_class, DESK_UI ("desk-night-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, date);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, flagged);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, total);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, why_not);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, work);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, work_label);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, DeskNightPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
desk_night_page_class_init (DeskNightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_NIGHT_LINE);
  g_type_ensure (DESK_TYPE_NIGHT_ITEM);

  G_OBJECT_CLASS (klass)->dispose = desk_night_page_dispose;
  widget_class->map = desk_night_page_map;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "night.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "night.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "night.verify", NULL, verify_action);
  gtk_widget_class_install_action (widget_class, "night.stop", NULL, stop_action);
}

static void
desk_night_page_init (DeskNightPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_night_page_new (DeskSession *session)
{
  DeskNightPage *self = g_object_new (DESK_TYPE_NIGHT_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);

  return GTK_WIDGET (self);
}

/**
 * desk_night_page_get_night:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
DeskNightPlan *
desk_night_page_get_night (DeskNightPage *self)
{
  return self->night;
}

gboolean
desk_night_page_is_busy (DeskNightPage *self)
{
  return self->work_cancellable != NULL;
}

/**
 * desk_night_page_get_verdict:
 *
 * Returns: (transfer none) (nullable): how the last work ended
 */
const char *
desk_night_page_get_verdict (DeskNightPage *self)
{
  return self->verdict_text;
}
