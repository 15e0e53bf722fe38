/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-page.h"

#include "desk-audit-choices.h"
#include "desk-audit-columns.h"
#include "desk-audit-decide.h"
#include "desk-audit-empty.h"
#include "desk-audit-export.h"
#include "desk-audit-pane.h"
#include "desk-audit-tie.h"
#include "desk-field.h"
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
  GtkWidget          *from;
  GtkWidget          *to;
  GtkWidget          *search;
  GtkWidget          *room;
  GtkWidget          *by;
  GtkWidget          *kind;
  GtkWidget          *reason;
  GtkWidget          *least;
  GtkWidget          *flagged;
  GtkWidget          *open;
  GtkWidget          *tie;
  GtkWidget          *stack;
  GtkWidget          *trouble_label;
  GtkWidget          *empty;
  GtkWidget          *list;
  GtkWidget          *more_button;
  GtkWidget          *pane;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;
  GListStore         *store;

  /* Owned */
  DeskSession        *session;
  GCancellable       *cancellable;    /* (nullable): of the reads on their way */
  GPtrArray          *texts;          /* char: what the filter points to */
  char               *tie_text;       /* (nullable): before the ledger was added up */

  /* State */
  DeskAdjustmentFilter filter;
  DeskDate            next;           /* first day of what follows, if any */
  guint               n_flagged;
  guint               n_open;
  gboolean            filled;         /* the choices are there */
  gboolean            replace;        /* the part on its way is the first */
  gboolean            rows_loaded;
  gboolean            totals_loaded;
};

G_DEFINE_FINAL_TYPE (DeskAuditPage, desk_audit_page, GTK_TYPE_BOX)

static void load_part (DeskAuditPage *self,
                       DeskDate       day);

static void
on_selected_cb (GtkSingleSelection *selection,
                GParamSpec         *pspec,
                DeskAuditPage      *self)
{
  desk_audit_pane_show (DESK_AUDIT_PANE (self->pane),
                        gtk_single_selection_get_selected_item (selection));
}

/* What it all comes to, how much of it there is a reason to look at, and what waits. */
static void
show_tie (DeskAuditPage *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *n = desk_format_int (catalog, self->n_flagged);
  g_autofree char *n_open = desk_format_int (catalog, self->n_open);
  g_autofree char *flagged = NULL;
  g_autofree char *open = NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *text = NULL;

  if (self->tie_text == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->tie), _("Adding up the ledger…"));
      return;
    }

  /* Translators: rows of the audit that there is a reason to look at */
  flagged = desk_fill (desk_catalog_ngettext (catalog, "{n} flagged ⚑", "{n} flagged ⚑",
                                              self->n_flagged),
                       "n", n, NULL);
  /* Translators: rows of the audit that wait for a decision of who reads */
  open = desk_fill (desk_catalog_ngettext (catalog, "{n} to decide", "{n} to decide",
                                           self->n_open),
                    "n", n_open, NULL);
  g_strv_builder_add (parts, self->tie_text);
  if (self->n_flagged > 0)
    g_strv_builder_add (parts, flagged);
  if (self->n_open > 0)
    g_strv_builder_add (parts, open);
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

  if (totals == NULL && desk_trouble_is_silent (error))
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

/* The row that was chosen, where it is now. */
static void
choose_again (DeskAuditPage *self,
              DeskAuditItem *chosen)
{
  GListModel *model = G_LIST_MODEL (self->sorted);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DeskAuditItem) item = g_list_model_get_item (model, i);

      if (desk_audit_item_is_same (item, chosen))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

/* Whether all that happened on these days would be shown. */
static gboolean
is_wide (const DeskAdjustmentFilter *filter)
{
  return filter->by == NULL && filter->reason == NULL && filter->room == NULL &&
         filter->kind == NULL && filter->text == NULL && filter->least_minor == 0 &&
         !filter->flagged && !filter->open && filter->from == filter->to;
}

/* A day without rows is told, with one that has some. */
static void
show_empty (DeskAuditPage *self)
{
  desk_audit_empty_show (DESK_AUDIT_EMPTY (self->empty),
                         is_wide (&self->filter) ? self->filter.from : DESK_DATE_NONE,
                         self->filter.open);
}

static void
show_page (DeskAuditPage      *self,
           DeskAdjustmentPage *page)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  DeskProperty *property = desk_session_get_property (self->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  DeskAuditItem *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (DeskAuditItem) chosen = selected != NULL ? g_object_ref (selected) : NULL;
  gboolean followed;
  gboolean inside;

  for (guint i = 0; i < page->rows->len; i++)
    g_ptr_array_add (items, desk_audit_item_new (property, page->rows->pdata[i]));

  if (self->replace)
    self->n_flagged = self->n_open = 0;
  g_list_store_splice (self->store, self->replace ? 0 : n, self->replace ? n : 0, items->pdata,
                       items->len);
  choose_again (self, chosen);
  self->n_flagged += page->n_flagged;
  self->n_open += page->n_open;
  self->next = page->next;
  self->replace = FALSE;
  self->rows_loaded = TRUE;

  if (self->next != DESK_DATE_NONE && desk_audit_page_get_n_rows (self) < AT_ONCE)
    load_part (self, self->next);
  gtk_widget_set_visible (self->more_button, self->next != DESK_DATE_NONE && self->rows_loaded);
  inside = gtk_widget_get_focus_child (self->stack) != NULL;
  followed = gtk_widget_get_focus_child (self->stack) == self->empty;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    desk_audit_page_get_n_rows (self) > 0 ? "list"
                                    : self->rows_loaded ? "empty" : "loading");
  if (followed && desk_audit_page_get_n_rows (self) > 0)
    gtk_widget_grab_focus (self->list);
  if (desk_audit_page_get_n_rows (self) == 0 && self->rows_loaded)
    show_empty (self);
  /* The last row that waited is gone, and the focus must not go astray with it. */
  if (inside && self->filter.open && desk_audit_page_get_n_rows (self) == 0)
    gtk_widget_grab_focus (self->open);
  show_tie (self);
}

static void
show_trouble (DeskAuditPage *self,
              const GError  *error)
{
  g_autoptr (DeskTrouble) trouble = desk_trouble_new (error);
  g_autofree char *text = desk_trouble_dup_text (trouble);

  gtk_label_set_label (GTK_LABEL (self->trouble_label), text);
  gtk_widget_set_tooltip_text (self->trouble_label, trouble->detail);
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
get_day (GtkWidget  *field,
         DeskDate    otherwise,
         DeskDate   *out,
         GError    **error)
{
  g_autofree char *text = desk_field_dup_text (DESK_FIELD (field));

  *out = otherwise;

  return text == NULL || desk_date_parse (text, out, error);
}

/* The filter borrows it until it is read anew. */
static const char *
keep (DeskAuditPage *self,
      char          *text)
{
  if (text == NULL)
    return NULL;
  g_ptr_array_add (self->texts, text);

  return *text != '\0' ? text : NULL;
}

/* Without a day it is the open one; one day alone is that day. What waits for a decision is
 * carried along from the days before. */
static gboolean
read_filter (DeskAuditPage  *self,
             GError        **error)
{
  DeskDate today = desk_session_get_business_date (self->session);
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->open));
  DeskProperty *property = desk_session_get_property (self->session);
  DeskAdjustmentFilter *filter = &self->filter;
  DeskDate from;
  DeskDate to;

  if (!get_day (self->from, open ? today - DESK_ADJUSTMENTS_CARRIED : today, &from, error) ||
      !get_day (self->to, open ? today : from, &to, error))
    return FALSE;

  if (filter->from != from || filter->to != to)
    g_clear_pointer (&self->tie_text, g_free);
  g_ptr_array_set_size (self->texts, 0);
  *filter = (DeskAdjustmentFilter) { .from = from, .to = to };
  filter->by = desk_choice_get (DESK_CHOICE (self->by));
  filter->kind = desk_choice_get (DESK_CHOICE (self->kind));
  filter->reason = desk_choice_get (DESK_CHOICE (self->reason));
  filter->room = keep (self, desk_field_dup_text (DESK_FIELD (self->room)));
  filter->text = keep (self, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  filter->open = open;
  filter->flagged = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->flagged));
  if (!desk_field_get_amount (DESK_FIELD (self->least), property->digits, &filter->least_minor,
                              error))
    filter->least_minor = 0;

  return error == NULL || *error == NULL;
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
  if (!desk_session_may (self->session, DESK_RIGHT_AUDIT))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->flagged), FALSE);
  gtk_widget_set_visible (self->flagged, desk_session_may (self->session, DESK_RIGHT_AUDIT));
  gtk_button_set_label (GTK_BUTTON (self->open), desk_session_may (self->session, DESK_RIGHT_AUDIT)
                                                   ? C_("audit", "To decide")
                                                   : _("Questions to you"));
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
on_filter_changed_cb (GtkWidget     *widget,
                      DeskAuditPage *self)
{
  if (self->filled)
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

/* The row has the focus, so that Enter is about it. */
static void
move_selection (DeskAuditPage *self,
                int            step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);
  GtkWidget *rows = gtk_widget_get_last_child (self->list);
  gint64 next = (gint64) selected + step;

  if (n == 0 || selected == GTK_INVALID_LIST_POSITION || next < 0 || next >= n)
    return;
  gtk_single_selection_set_selected (self->selection, (guint) next);
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", (guint) next);
  gtk_widget_grab_focus (rows);
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
  GtkToggleButton *flagged = GTK_TOGGLE_BUTTON (self->flagged);
  GtkToggleButton *open = GTK_TOGGLE_BUTTON (self->open);
  const char *verdict;

  if (GTK_IS_EDITABLE (focus) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_j:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_k:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_e:
      return desk_audit_empty_follow (DESK_AUDIT_EMPTY (self->empty));
    case GDK_KEY_f:
      gtk_toggle_button_set_active (flagged, !gtk_toggle_button_get_active (flagged));
      return GDK_EVENT_STOP;
    case GDK_KEY_d:
      gtk_toggle_button_set_active (open, !gtk_toggle_button_get_active (open));
      return GDK_EVENT_STOP;
    default:
      verdict = desk_audit_decide_get_verdict (self->session, keyval);
      if (verdict == NULL)
        return GDK_EVENT_PROPAGATE;
      gtk_widget_activate_action (GTK_WIDGET (self), "audit.decide", "s", verdict);
      return GDK_EVENT_STOP;
    }
}

/* A day back or on, or the open one; the range becomes that day. */
static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);
  DeskDate today = desk_session_get_business_date (self->session);
  DeskDate from = today;
  int step = g_variant_get_int32 (parameter);

  if (step != 0 && !get_day (self->from, today, &from, NULL))
    from = today;
  desk_audit_page_set_days (self, MIN (from + step, today), MIN (from + step, today));
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

/* The next row that waits, so that a key decides one after the other. */
static void
go_to_next_open (DeskAuditPage *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);
  guint selected = gtk_single_selection_get_selected (self->selection);

  for (guint i = selected + 1; i < n; i++)
    {
      g_autoptr (DeskAuditItem) item = g_list_model_get_item (model, i);

      if (desk_audit_item_is_open (item))
        {
          move_selection (self, (int) (i - selected));
          return;
        }
    }
}

static void
decide_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);
  DeskAuditItem *item = desk_audit_page_get_item (self);

  if (item != NULL && desk_audit_decide (widget, item, g_variant_get_string (parameter, NULL)))
    go_to_next_open (self);
}

static void
on_row_activated_cb (GtkColumnView *view,
                     guint          position,
                     DeskAuditPage *self)
{
  g_autoptr (DeskAuditItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  gint64 stay_id = desk_audit_item_get_record (item)->stay_id;

  if (stay_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-stay", "x", stay_id);
}

static void
fill_choices (DeskAuditPage *self)
{
  DeskProperty *property = desk_session_get_property (self->session);

  if (self->filled || property == NULL)
    return;

  desk_audit_choices_fill (DESK_CHOICE (self->by), DESK_CHOICE (self->kind),
                           DESK_CHOICE (self->reason), property);
  self->filled = TRUE;
}

static void
desk_audit_page_map (GtkWidget *widget)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);

  GTK_WIDGET_CLASS (desk_audit_page_parent_class)->map (widget);

  fill_choices (self);
  load (self);
}

static gboolean
desk_audit_page_grab_focus (GtkWidget *widget)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_mapped (self->list) ? self->list : self->open);
}

static void
desk_audit_page_dispose (GObject *object)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->tie_text, g_free);

  G_OBJECT_CLASS (desk_audit_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  desk_template_set (widget_class, DESK_UI ("desk-audit-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, from);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, to);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, search);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, room);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, by);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, kind);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, least);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, flagged);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, open);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, tie);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, list);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, pane);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, selection);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, store);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
desk_audit_page_class_init (DeskAuditPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_AUDIT_EMPTY);
  g_type_ensure (DESK_TYPE_AUDIT_ITEM);
  g_type_ensure (DESK_TYPE_AUDIT_PANE);
  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_FIELD);

  G_OBJECT_CLASS (klass)->dispose = desk_audit_page_dispose;
  widget_class->map = desk_audit_page_map;
  widget_class->grab_focus = desk_audit_page_grab_focus;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "audit.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "audit.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "audit.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "audit.show-day", "i", show_day_action);
  gtk_widget_class_install_action (widget_class, "audit.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "audit.decide", "s", decide_action);
}

static void
desk_audit_page_init (DeskAuditPage *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_audit_columns_add (GTK_COLUMN_VIEW (self->list));
  gtk_sort_list_model_set_sorter (self->sorted,
                                  gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->list)));
}

GtkWidget *
desk_audit_page_new (DeskSession *session)
{
  DeskAuditPage *self = g_object_new (DESK_TYPE_AUDIT_PAGE, NULL);

  self->session = g_object_ref (session);
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
  g_autofree char *first = desk_date_to_string (from);
  g_autofree char *last = desk_date_to_string (to);

  desk_field_set_text (DESK_FIELD (self->from), first);
  desk_field_set_text (DESK_FIELD (self->to), last);
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
  desk_field_set_text (DESK_FIELD (self->from), NULL);
  desk_field_set_text (DESK_FIELD (self->to), NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->flagged), TRUE);
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
  desk_field_set_text (DESK_FIELD (self->from), NULL);
  desk_field_set_text (DESK_FIELD (self->to), NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->open), TRUE);
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
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
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
  return gtk_single_selection_get_selected_item (self->selection);
}
