/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-page.h"

#include "desk-amount.h"
#include "desk-audit-bar.h"
#include "desk-audit-decide.h"
#include "desk-audit-empty.h"
#include "desk-audit-export.h"
#include "desk-audit-filter.h"
#include "desk-audit-list.h"
#include "desk-audit-pane.h"
#include "desk-audit-tie.h"
#include "desk-decide.h"
#include "desk-format.h"
#include "desk-intl.h"
#include "desk-reads-audit.h"
#include "desk-show.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-window.h"

/* So many rows are there without being asked for. */
#define AT_ONCE 2000

struct _DeskAuditPage
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *head;
  GtkWidget          *tie;
  GtkWidget          *stack;
  GtkWidget          *trouble_label;
  GtkWidget          *try_again;
  GtkWidget          *empty;
  GtkWidget          *list;
  GtkWidget          *more_button;
  GtkWidget          *pane;
  GtkWidget          *bar;

  /* Owned */
  DeskSession        *session;
  GCancellable       *cancellable;    /* (nullable): of the reads on their way */
  char               *tie_text;       /* (nullable): before the ledger was added up */

  /* State */
  DeskAdjustmentFilter filter;        /* borrows its texts from the head */
  DeskDate            next;           /* first day of what follows, if any */
  guint               n_flagged;
  guint               n_open;
  gint64              rows_minor;
  gint64              decided_id;     /* an entry that is decided about in the line, or 0 */
  gboolean            replace;        /* the part on its way is the first */
  gboolean            rows_loaded;
  gboolean            totals_loaded;
};

G_DEFINE_FINAL_TYPE (DeskAuditPage, desk_audit_page, GTK_TYPE_BOX)

static void load_part (DeskAuditPage *self,
                       DeskDate       day);

/* Only where all that is accepted is on the screen. */
static gboolean
has_alike (DeskAuditPage *self)
{
  return desk_audit_filter_is_wide (&self->filter) &&
         self->filter.to - self->filter.from < DESK_DECIDE_MOST_DAYS &&
         desk_audit_list_has_alike (DESK_AUDIT_LIST (self->list), self->session);
}

static void
on_chosen_cb (DeskAuditPage *self)
{
  DeskAuditItem *item = desk_audit_page_get_item (self);

  desk_audit_pane_show (DESK_AUDIT_PANE (self->pane), item);
  desk_audit_bar_show (DESK_AUDIT_BAR (self->bar), self->session, item, has_alike (self));
}

/* Of the period the sum above is everybody's, whoever is looked at. */
static void
add_shown (DeskAuditPage *self,
           GStrvBuilder  *parts)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *n = desk_format_int (catalog, desk_audit_page_get_n_rows (self));
  g_autofree char *sum = desk_show_amount (catalog, desk_session_get_property (self->session),
                                           self->rows_minor);
  /* Translators: of the rows of the audit: how many of them are shown, and what those come to */
  g_autofree char *shown = desk_fill (_("shown: {n}, {sum}"), "n", n, "sum", sum, NULL);

  g_strv_builder_add (parts, shown);
}

/* What it all comes to, how much of it there is a reason to look at, and what waits. */
static void
show_tie (DeskAuditPage *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *n_open = desk_format_int (catalog, self->n_open);
  g_autofree char *flagged = desk_show_flagged (self->n_flagged);
  g_autofree char *open = NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *text = NULL;

  if (self->tie_text == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->tie), _("Adding up the ledger…"));
      return;
    }

  /* Translators: rows of the audit that wait for a decision of who reads */
  open = desk_fill (desk_catalog_ngettext (catalog, "{n} to decide", "{n} to decide",
                                           self->n_open),
                    "n", n_open, NULL);
  g_strv_builder_add (parts, self->tie_text);
  if (self->n_flagged > 0)
    g_strv_builder_add (parts, flagged);
  if (self->n_open > 0)
    g_strv_builder_add (parts, open);
  if (self->next == DESK_DATE_NONE &&
      (self->filter.open || desk_adjustment_filter_is_narrow (&self->filter)))
    add_shown (self, parts);
  texts = g_strv_builder_end (parts);
  text = g_strjoinv (" · ", texts);
  gtk_label_set_label (GTK_LABEL (self->tie), text);
}

static void
on_totals_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DeskAuditPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAdjustmentTotals) totals = desk_worker_finish (result, &error);

  if ((totals == NULL && desk_trouble_is_silent (error)) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;

  g_free (self->tie_text);
  if (totals != NULL)
    self->tie_text = desk_audit_tie_say (desk_session_get_property (self->session), totals);
  else
    self->tie_text = g_strdup (_("The ledger could not be added up ✗"));
  desk_show_class (self->tie, "bad", totals == NULL || !totals->ties);
  self->totals_loaded = TRUE;
  show_tie (self);
}

/* What was decided about in the line does not wait any more: on to what does. */
static void
go_on (DeskAuditPage *self)
{
  DeskAuditItem *item = desk_audit_page_get_item (self);

  if (self->decided_id == 0 || item == NULL)
    return;
  if (desk_audit_item_get_record (item)->entry_id != self->decided_id)
    {
      self->decided_id = 0;
      return;
    }
  if (desk_audit_item_get_decision (item) == NULL || desk_audit_item_is_open (item))
    return;
  self->decided_id = 0;
  desk_audit_list_go_to_next_open (DESK_AUDIT_LIST (self->list));
}

/* The focus stays in the list while there is one, and never goes astray with it. */
static void
show_rows (DeskAuditPage *self)
{
  gboolean inside = gtk_widget_get_focus_child (self->stack) != NULL;
  gboolean followed = gtk_widget_get_focus_child (self->stack) == self->empty;
  gboolean any = desk_audit_page_get_n_rows (self) > 0;

  gtk_widget_set_visible (self->more_button, self->next != DESK_DATE_NONE && self->rows_loaded);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any                 ? "list"
                                                             : self->rows_loaded ? "empty"
                                                                                 : "loading");
  if (followed && any)
    gtk_widget_grab_focus (self->list);
  if (!any && self->rows_loaded)
    desk_audit_empty_show (DESK_AUDIT_EMPTY (self->empty), &self->filter);
  /* The last row that waited is gone. */
  if (inside && self->filter.open && !any)
    desk_audit_filter_focus_open (DESK_AUDIT_FILTER (self->head));
}

static void
take_page (DeskAuditPage      *self,
           DeskAdjustmentPage *page)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  DeskProperty *property = desk_session_get_property (self->session);
  g_autoptr (GError) error = NULL;
  gboolean replace = self->replace;

  for (guint i = 0; i < page->rows->len; i++)
    {
      g_ptr_array_add (items, desk_audit_item_new (property, page->rows->pdata[i],
                                                   self->filter.from == self->filter.to));
      desk_audit_item_follow (items->pdata[i], i > 0 ? items->pdata[i - 1] : NULL);
    }

  if (replace)
    {
      self->n_flagged = self->n_open = 0;
      self->rows_minor = 0;
    }
  if (!desk_amount_add (self->rows_minor, page->rows_minor, &self->rows_minor, &error))
    desk_window_show_error (GTK_WIDGET (self), error);
  self->n_flagged += page->n_flagged;
  self->n_open += page->n_open;
  self->next = page->next;
  self->replace = FALSE;
  self->rows_loaded = TRUE;
  desk_audit_list_take (DESK_AUDIT_LIST (self->list), items, replace);
}

static void
show_page (DeskAuditPage      *self,
           DeskAdjustmentPage *page)
{
  take_page (self, page);
  if (self->next != DESK_DATE_NONE && desk_audit_page_get_n_rows (self) < AT_ONCE)
    load_part (self, self->next);
  show_rows (self);
  go_on (self);
  show_tie (self);
}

/* Of what a filter cannot be the error itself says the word; to try again would not help. */
static gboolean
is_about_filter (const GError *error)
{
  return g_error_matches (error, DESK_ERROR, DESK_ERROR_USAGE) ||
         g_error_matches (error, DESK_ERROR, DESK_ERROR_INVALID) ||
         g_error_matches (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
}

/* No row is chosen behind it: a key would decide about what nobody sees. */
static void
show_trouble (DeskAuditPage *self,
              const GError  *error)
{
  g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
  g_autofree char *text = desk_trouble_dup_text (trouble);
  gboolean word = is_about_filter (error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_cancellable_cancel (self->cancellable);
  desk_audit_list_take (DESK_AUDIT_LIST (self->list), none, TRUE);
  gtk_label_set_label (GTK_LABEL (self->trouble_label), word ? trouble->detail : text);
  gtk_widget_set_tooltip_text (self->trouble_label, word ? text : trouble->detail);
  gtk_widget_set_visible (self->try_again, !word);
  gtk_label_set_label (GTK_LABEL (self->tie), "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "trouble");
}

static void
on_page_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskAuditPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAdjustmentPage) page = desk_worker_finish (result, &error);

  if (page != NULL)
    show_page (self, page);
  else if (g_error_matches (error, DESK_ERROR, DESK_ERROR_AUTHORITY))
    {
      gtk_label_set_label (GTK_LABEL (self->tie), "");
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "not-yours");
    }
  else if (!desk_trouble_is_silent (error))
    show_trouble (self, error);
}

static gboolean
read_filter (DeskAuditPage  *self,
             GError        **error)
{
  DeskDate from = self->filter.from;
  DeskDate to = self->filter.to;

  if (!desk_audit_filter_read (DESK_AUDIT_FILTER (self->head), &self->filter, error))
    return FALSE;
  if (self->filter.from != from || self->filter.to != to)
    g_clear_pointer (&self->tie_text, g_free);

  return TRUE;
}

static void
load_part (DeskAuditPage *self,
           DeskDate       day)
{
  self->rows_loaded = FALSE;
  desk_read_audit (self->session, &self->filter, day, self->cancellable, on_page_read_cb,
                   g_object_ref (self));
}

static void
load (DeskAuditPage *self)
{
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk_session_get_user (self->session) == NULL)
    return;

  self->rows_loaded = FALSE;
  self->totals_loaded = FALSE;
  if (!read_filter (self, &error))
    {
      show_trouble (self, error);
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->replace = TRUE;
  load_part (self, DESK_DATE_NONE);
  if (desk_session_may (self->session, DESK_RIGHT_AUDIT))
    {
      desk_read_audit_totals (self->session, &self->filter, self->cancellable, on_totals_read_cb,
                              g_object_ref (self));
      show_tie (self);
      return;
    }

  g_free (self->tie_text);
  self->tie_text = g_strdup (_("These are your own rows."));
  desk_show_class (self->tie, "bad", FALSE);
  self->totals_loaded = TRUE;
}

static void
on_filter_changed_cb (DeskAuditPage *self)
{
  load (self);
}

static void
on_changed_cb (DeskAuditPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
reload_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  load (DESK_AUDIT_PAGE (widget));
}

static void
more_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);

  if (self->next != DESK_DATE_NONE && self->rows_loaded)
    load_part (self, self->next);
}

/* In a field the keys are the field's; elsewhere on the page they are these. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   DeskAuditPage         *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const char *verdict;

  if (GTK_IS_EDITABLE (focus) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_j:
      desk_audit_list_move (DESK_AUDIT_LIST (self->list), 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_k:
      desk_audit_list_move (DESK_AUDIT_LIST (self->list), -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_e:
      return desk_audit_empty_follow (DESK_AUDIT_EMPTY (self->empty));
    case GDK_KEY_f:
      desk_audit_filter_toggle_flagged (DESK_AUDIT_FILTER (self->head));
      return GDK_EVENT_STOP;
    case GDK_KEY_d:
      desk_audit_filter_toggle_open (DESK_AUDIT_FILTER (self->head));
      return GDK_EVENT_STOP;
    default:
      verdict = desk_audit_decide_get_verdict (self->session, keyval);
      if (verdict == NULL)
        return GDK_EVENT_PROPAGATE;
      if (state & GDK_SHIFT_MASK)
        gtk_widget_activate_action (GTK_WIDGET (self), "audit.accept-alike", NULL);
      else
        gtk_widget_activate_action (GTK_WIDGET (self), "audit.decide", "s", verdict);
      return GDK_EVENT_STOP;
    }
}

static void
show_day_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DeskDate day = g_variant_get_int32 (parameter);

  desk_audit_page_set_days (DESK_AUDIT_PAGE (widget), day, day);
}

/**
 * desk_audit_page_save:
 * @self: a page
 * @file: where to
 *
 * Writes all that the filter lets through as CSV, not only the part that is shown.
 */
void
desk_audit_page_save (DeskAuditPage *self,
                      GFile         *file)
{
  g_autoptr (GError) error = NULL;

  if (read_filter (self, &error))
    desk_audit_export_save (GTK_WIDGET (self), self->session, &self->filter, file);
  else
    desk_window_show_error (GTK_WIDGET (self), error);
}

static void
on_file_chosen_cb (GFile    *file,
                   gpointer  user_data)
{
  desk_audit_page_save (DESK_AUDIT_PAGE (user_data), file);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  desk_audit_export_choose (widget, on_file_chosen_cb);
}

static void
decide_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);
  DeskAuditItem *item = desk_audit_page_get_item (self);

  self->decided_id = 0;
  if (item == NULL)
    return;
  if (desk_audit_decide (widget, item, g_variant_get_string (parameter, NULL)))
    desk_audit_list_go_to_next_open (DESK_AUDIT_LIST (self->list));
  else
    self->decided_id = desk_audit_item_get_record (item)->entry_id;
}

static void
accept_alike_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);
  DeskAuditItem *item = desk_audit_page_get_item (self);

  if (item != NULL && has_alike (self))
    desk_audit_decide_alike (widget, item, &self->filter,
                             desk_session_get_business_date (self->session));
}

static void
desk_audit_page_map (GtkWidget *widget)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);

  GTK_WIDGET_CLASS (desk_audit_page_parent_class)->map (widget);

  desk_audit_filter_prepare (DESK_AUDIT_FILTER (self->head));
  on_chosen_cb (self);
  load (self);
}

static gboolean
desk_audit_page_grab_focus (GtkWidget *widget)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);

  return gtk_widget_get_mapped (self->list)
           ? gtk_widget_grab_focus (self->list)
           : desk_audit_filter_focus_open (DESK_AUDIT_FILTER (self->head));
}

static void
desk_audit_page_dispose (GObject *object)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->tie_text, g_free);

  G_OBJECT_CLASS (desk_audit_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  desk_template_set (widget_class, DESK_UI ("desk-audit-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, head);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, tie);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, try_again);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, list);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, pane);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
}

static void
desk_audit_page_class_init (DeskAuditPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_AUDIT_BAR);
  g_type_ensure (DESK_TYPE_AUDIT_EMPTY);
  g_type_ensure (DESK_TYPE_AUDIT_FILTER);
  g_type_ensure (DESK_TYPE_AUDIT_LIST);
  g_type_ensure (DESK_TYPE_AUDIT_PANE);

  G_OBJECT_CLASS (klass)->dispose = desk_audit_page_dispose;
  widget_class->map = desk_audit_page_map;
  widget_class->grab_focus = desk_audit_page_grab_focus;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "audit.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "audit.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "audit.show-day", "i", show_day_action);
  gtk_widget_class_install_action (widget_class, "audit.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "audit.decide", "s", decide_action);
  gtk_widget_class_install_action (widget_class, "audit.accept-alike", NULL, accept_alike_action);
}

static void
desk_audit_page_init (DeskAuditPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_audit_page_new (DeskSession *session)
{
  DeskAuditPage *self = g_object_new (DESK_TYPE_AUDIT_PAGE, NULL);

  self->session = g_object_ref (session);
  desk_audit_filter_set_session (DESK_AUDIT_FILTER (self->head), session);
  desk_audit_empty_set_session (DESK_AUDIT_EMPTY (self->empty), session);
  desk_audit_pane_set_session (DESK_AUDIT_PANE (self->pane), session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * desk_audit_page_set_days:
 * @self: a page
 * @from: first business date
 * @to: last business date
 */
void
desk_audit_page_set_days (DeskAuditPage *self,
                          DeskDate       from,
                          DeskDate       to)
{
  desk_audit_filter_set_days (DESK_AUDIT_FILTER (self->head), from, to);
}

/**
 * desk_audit_page_show_flagged:
 * @self: a page
 *
 * Shows what there is a reason to look at on the open day.
 */
void
desk_audit_page_show_flagged (DeskAuditPage *self)
{
  desk_audit_filter_show_flagged (DESK_AUDIT_FILTER (self->head));
}

/**
 * desk_audit_page_show_open:
 * @self: a page
 *
 * Shows what waits for who is signed in: to decide, or to answer.
 */
void
desk_audit_page_show_open (DeskAuditPage *self)
{
  desk_audit_filter_show_open (DESK_AUDIT_FILTER (self->head));
}

/**
 * desk_audit_page_get_offer:
 *
 * Returns: (transfer none) (nullable): which earlier day is offered, where this one has no rows
 */
const char *
desk_audit_page_get_offer (DeskAuditPage *self)
{
  return desk_audit_empty_get_offer (DESK_AUDIT_EMPTY (self->empty));
}

gboolean
desk_audit_page_is_loaded (DeskAuditPage *self)
{
  return self->rows_loaded && self->totals_loaded;
}

guint
desk_audit_page_get_n_rows (DeskAuditPage *self)
{
  return desk_audit_list_get_n_rows (DESK_AUDIT_LIST (self->list));
}

/**
 * desk_audit_page_get_tie:
 *
 * Returns: (transfer none): whether the list is the whole truth, in words
 */
const char *
desk_audit_page_get_tie (DeskAuditPage *self)
{
  return gtk_label_get_label (GTK_LABEL (self->tie));
}

/**
 * desk_audit_page_dup_chain:
 *
 * Returns: (transfer full): how the selected row came about
 */
char *
desk_audit_page_dup_chain (DeskAuditPage *self)
{
  return desk_audit_pane_dup_chain (DESK_AUDIT_PANE (self->pane));
}

/**
 * desk_audit_page_get_item:
 *
 * Returns: (transfer none) (nullable): the selected row
 */
DeskAuditItem *
desk_audit_page_get_item (DeskAuditPage *self)
{
  return desk_audit_list_get_item (DESK_AUDIT_LIST (self->list));
}
