/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-explain-pane.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-reads.h"
#include "desk-show.h"
#include "desk-tasks.h"
#include "desk-template.h"
#include "desk-whole-lines.h"
#include "desk-window.h"

struct _DeskExplainPane
{
  GtkBox            parent_instance;

  /* Template widgets */
  GtkWidget        *head;
  GtkWidget        *scroller;
  GtkWidget        *empty;
  GtkWidget        *answer;
  GtkWidget        *foot;
  GtkWidget        *title;
  GtkWidget        *amount;
  GtkWidget        *sentence;
  GtkWidget        *other;
  GtkWidget        *arithmetic;
  GtkWidget        *languages;
  GtkWidget        *record_button;
  GtkWidget        *record;
  GtkWidget        *line_tasks;
  GtkWidget        *fix;
  GtkWidget        *give;

  /* Owned */
  DeskSession      *session;
  DeskBill         *bill;         /* (nullable) */
  GCancellable     *cancellable;  /* (nullable): of the question on its way */
  char             *lang;         /* spoken now */

  /* State */
  DeskExplainTopic  topic;
  int               line;
};

G_DEFINE_FINAL_TYPE (DeskExplainPane, desk_explain_pane, GTK_TYPE_BOX)

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const DeskPosting *
get_line (DeskExplainPane *self)
{
  return self->topic == DESK_EXPLAIN_LINE
           ? desk_folio_view_get_line (desk_bill_get_folio (self->bill), self->line) : NULL;
}

/* What of the whole bill is explained. */
static char *
dup_topic (DeskExplainPane   *self,
           const DeskCatalog *catalog)
{
  switch (self->topic)
    {
    case DESK_EXPLAIN_TOTAL:
      return g_strdup (desk_catalog_gettext (catalog, N_("The whole bill")));
    case DESK_EXPLAIN_VAT:
      return g_strdup (desk_catalog_gettext (catalog, N_("VAT on this bill")));
    case DESK_EXPLAIN_LEVY:
      return g_strdup (desk_catalog_gettext (catalog, N_("City levy on this bill")));
    case DESK_EXPLAIN_PROMISED:
      return g_strdup (desk_catalog_gettext (catalog, N_("Promised and billed")));
    case DESK_EXPLAIN_BALANCE:
      return g_strdup (desk_catalog_gettext (catalog, N_("What is open")));
    case DESK_EXPLAIN_HOLD:
      return g_strdup (desk_catalog_gettext (catalog, N_("What the card holds")));
    case DESK_EXPLAIN_LINE:
      break;
    }
  return g_strdup ("");
}

/**
 * desk_explain_pane_dup_guest_title:
 * @self: a pane with a bill
 *
 * Returns: (transfer full): what is explained, as it is said to the guest in the language
 *   that is spoken
 */
char *
desk_explain_pane_dup_guest_title (DeskExplainPane *self)
{
  const DeskCatalog *catalog = desk_catalog_get (self->lang);
  const DeskPosting *line = get_line (self);

  return line != NULL ? desk_show_posting_to_guest (catalog, desk_bill_get_property (self->bill),
                                                    line)
                      : dup_topic (self, catalog);
}

static void
show_title (DeskExplainPane *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  const DeskPosting *line = get_line (self);
  g_autofree char *title = NULL;
  g_autofree char *amount = NULL;

  if (line == NULL)
    {
      title = dup_topic (self, catalog);
    }
  else
    {
      g_autofree char *number = desk_format_int (catalog, line->line);
      g_autofree char *what =
        desk_show_posting (catalog, desk_bill_get_property (self->bill), line);

      title = g_strdup_printf ("%s  %s", number, what);
      amount = desk_show_amount (catalog, desk_bill_get_property (self->bill), line->amount_minor);
    }

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->amount), amount != NULL ? amount : "");
  gtk_widget_set_visible (self->line_tasks, line != NULL);
}

static void
show_languages (DeskExplainPane *self)
{
  GtkWidget *button = gtk_widget_get_first_child (self->languages);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
      gboolean spoken = g_strcmp0 (g_variant_get_string (target, NULL), self->lang) == 0;

      desk_show_class (button, "chosen", spoken);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                                   spoken ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                          : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
show_part (DeskExplainPane *self,
           gboolean         answer)
{
  gtk_widget_set_visible (self->empty, !answer);
  gtk_widget_set_visible (self->answer, answer);
  gtk_widget_set_visible (self->head, answer);
  gtk_widget_set_visible (self->foot, answer);
}

/* An explanation is read from its beginning. */
static void
scroll_up (DeskExplainPane *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment
                              (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* A record is long: while nobody reads it, it takes no part in the layout. */
static void
show_record (DeskExplainPane *self,
             gboolean         shown)
{
  gtk_widget_set_visible (self->record, shown);
  gtk_button_set_label (GTK_BUTTON (self->record_button),
                        shown ? _("Hide the full record") : _("Show the full record"));
}

/* The guest reads the arithmetic on the page for guests; the record is for the house. */
static void
show_answers (DeskExplainPane *self,
              const GPtrArray *answers)
{
  const DeskSaid *read = desk_show_said (answers, self->sentence, self->other, self->arithmetic);

  gtk_label_set_label (GTK_LABEL (self->record), read->record != NULL ? read->record : "");
  gtk_widget_set_visible (self->record_button, read->record != NULL);
  if (read->record == NULL)
    show_record (self, FALSE);

  show_part (self, TRUE);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
on_explained_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskExplainPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = desk_worker_finish (result, &error);

  if (answers != NULL)
    show_answers (self, answers);
  else
    desk_window_show_error (GTK_WIDGET (self), error);
}

static void
ask (DeskExplainPane *self)
{
  const char *own = desk_catalog_get_language (desk_app_get_catalog ());
  const char *langs[] = { self->lang, NULL, NULL };
  const DeskQuestion question = { .topic = self->topic, .line = self->line, .langs = langs };

  if (g_strcmp0 (self->lang, own) != 0)
    langs[1] = own;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  show_title (self);
  show_languages (self);
  desk_read_explanation (self->session, self->bill, &question, self->cancellable, on_explained_cb,
                         g_object_ref (self));
}

static void
language_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  desk_explain_pane_set_language (DESK_EXPLAIN_PANE (widget),
                                  g_variant_get_string (parameter, NULL));
}

static void
record_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskExplainPane *self = DESK_EXPLAIN_PANE (widget);

  if (desk_explain_pane_may_see_record (self))
    show_record (self, !gtk_widget_get_visible (self->record));
}

static void
desk_explain_pane_dispose (GObject *object)
{
  DeskExplainPane *self = DESK_EXPLAIN_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->bill);
  g_clear_pointer (&self->lang, g_free);

  G_OBJECT_CLASS (desk_explain_pane_parent_class)->dispose (object);
}

static void
desk_explain_pane_class_init (DeskExplainPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_explain_pane_dispose;

  /**
   * DeskExplainPane::answered:
   *
   * Another explanation is shown.
   */
  signals[ANSWERED] = g_signal_new ("answered", DESK_TYPE_EXPLAIN_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_WHOLE_LINES);

  desk_template_set (widget_class, DESK_UI ("desk-explain-pane.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, head);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, empty);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, answer);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, foot);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, title);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, amount);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, sentence);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, other);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, arithmetic);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, languages);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, record_button);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, record);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, line_tasks);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, fix);
  gtk_widget_class_bind_template_child (widget_class, DeskExplainPane, give);
  gtk_widget_class_install_action (widget_class, "explain.language", "s", language_action);
  gtk_widget_class_install_action (widget_class, "explain.record", NULL, record_action);
}

static void
desk_explain_pane_init (DeskExplainPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_explain_pane_set_session (DeskExplainPane *self,
                               DeskSession     *session)
{
  g_set_object (&self->session, session);
}

/**
 * desk_explain_pane_set_bill:
 * @self: a pane
 * @bill: what is asked about from now on
 *
 * On another stay's bill the guest's language is spoken again.
 */
void
desk_explain_pane_set_bill (DeskExplainPane *self,
                            DeskBill        *bill)
{
  const DeskStayRow *row = desk_bill_get_row (bill);

  if (self->bill == NULL || desk_bill_get_row (self->bill)->stay_id != row->stay_id)
    {
      g_free (self->lang);
      self->lang = g_strdup (desk_catalog_get_language (desk_catalog_get (row->lang)));
      self->topic = DESK_EXPLAIN_LINE;
      self->line = 0;
      show_part (self, FALSE);
    }

  g_set_object (&self->bill, bill);
  if (self->topic != DESK_EXPLAIN_LINE || self->line != 0)
    ask (self);
}

/**
 * desk_explain_pane_ask:
 * @self: a pane with a bill
 * @topic: what is asked
 * @line: number of a line, where @topic is a line
 */
void
desk_explain_pane_ask (DeskExplainPane  *self,
                       DeskExplainTopic  topic,
                       int               line)
{
  if (topic != self->topic || line != self->line)
    scroll_up (self);
  self->topic = topic;
  self->line = line;
  ask (self);
}

void
desk_explain_pane_set_language (DeskExplainPane *self,
                                const char      *lang)
{
  g_free (self->lang);
  self->lang = g_strdup (desk_catalog_get_language (desk_catalog_get (lang)));
  if (self->bill != NULL && (self->topic != DESK_EXPLAIN_LINE || self->line != 0))
    ask (self);
}

const char *
desk_explain_pane_get_language (DeskExplainPane *self)
{
  return self->lang;
}

DeskExplainTopic
desk_explain_pane_get_topic (DeskExplainPane *self)
{
  return self->topic;
}

int
desk_explain_pane_get_line (DeskExplainPane *self)
{
  return self->line;
}

/* Without its quotation marks it would be the same; tests and the guest's view read it. */
const char *
desk_explain_pane_get_sentence (DeskExplainPane *self)
{
  return gtk_label_get_label (GTK_LABEL (self->sentence));
}

const char *
desk_explain_pane_get_arithmetic (DeskExplainPane *self)
{
  return gtk_label_get_label (GTK_LABEL (self->arithmetic));
}

gboolean
desk_explain_pane_may_see_record (DeskExplainPane *self)
{
  return desk_session_may (self->session, DESK_RIGHT_FULL_RECORD);
}

/**
 * desk_explain_pane_tell_tasks:
 * @self: a pane with a bill
 *
 * Says of the buttons beside the line why they do nothing, or which key does the same.
 */
void
desk_explain_pane_tell_tasks (DeskExplainPane *self)
{
  desk_task_tell (self->fix, "fix", self->session, self->bill);
  desk_task_tell (self->give, "give", self->session, self->bill);
}
