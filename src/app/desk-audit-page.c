/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-page.h"

#include <string.h>

#include "desk-audit-columns.h"
#include "desk-audit-item.h"
#include "desk-choice.h"
#include "desk-field.h"
#include "desk-format.h"
#include "desk-intl.h"
#include "desk-reads-audit.h"
#include "desk-show.h"
#include "desk-template.h"
#include "desk-trouble.h"
#include "desk-window.h"

struct _DeskAuditPage
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *from;
  GtkWidget          *to;
  GtkWidget          *by;
  GtkWidget          *reason;
  GtkWidget          *tie;
  GtkWidget          *stack;
  GtkWidget          *trouble_label;
  GtkWidget          *list;
  GtkWidget          *more_button;
  GtkWidget          *chain;
  GtkSingleSelection *selection;
  GListStore         *store;

  /* Owned */
  DeskSession        *session;
  GCancellable       *cancellable;    /* (nullable): of the read on its way */

  /* State */
  gboolean            filled;         /* the choices are there */
  gboolean            loaded;
};

G_DEFINE_FINAL_TYPE (DeskAuditPage, desk_audit_page, GTK_TYPE_BOX)

static void
show_chain (DeskAuditPage *self)
{
  DeskAuditItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *chain = item != NULL ? desk_audit_item_dup_chain (item) : NULL;

  gtk_label_set_label (GTK_LABEL (self->chain), chain != NULL ? chain : "");
}

static void
on_selected_cb (GtkSingleSelection *selection,
                GParamSpec         *pspec,
                DeskAuditPage      *self)
{
  show_chain (self);
}

/* "lines 106–125 without a gap ✓" */
static char *
say_numbers (const DeskAdjustmentTotals *totals)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *first = desk_format_int (catalog, totals->first_id);
  g_autofree char *last = desk_format_int (catalog, totals->last_id);

  if (totals->first_id == 0)
    return g_strdup (_("nothing was posted"));

  /* Translators: numbers of lines in the ledger */
  return desk_fill (totals->complete ? _("lines {first}–{last} without a gap ✓")
                                     : _("lines {first}–{last}: a number is missing ✗"),
                    "first", first, "last", last, NULL);
}

/* Completeness first: a list that does not tie is an opinion. */
static char *
say_tie (DeskAuditPage              *self,
         const DeskAdjustmentTotals *totals)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  const DeskProperty *property = desk_session_get_property (self->session);
  g_autofree char *n = desk_format_int (catalog, totals->n_lines);
  g_autofree char *effect = desk_show_amount (catalog, property, totals->effect_minor);
  g_autofree char *unposted = desk_show_amount (catalog, property, totals->unposted_minor);
  g_autofree char *numbers = say_numbers (totals);
  g_autofree char *sum = NULL;
  g_autofree char *rest = NULL;

  /* Translators: how many lines put right or give, and what they come to together */
  sum = desk_fill (desk_catalog_ngettext (catalog, "{n} adjustment {sum}", "{n} adjustments {sum}",
                                          (gulong) totals->n_lines),
                   "n", n, "sum", effect, NULL);
  if (totals->n_unposted > 0)
    /* Translators: lower prices, better rooms: what was given without a line on a bill */
    rest = desk_fill (_("given on no folio {sum}"), "sum", unposted, NULL);

  return g_strjoin (" · ", sum,
                    totals->ties ? _("ties to the ledger ✓") : _("does not tie to the ledger ✗"),
                    numbers, rest, NULL);
}

static void
show_totals (DeskAuditPage              *self,
             const DeskAdjustmentTotals *totals)
{
  g_autofree char *text = say_tie (self, totals);

  gtk_label_set_label (GTK_LABEL (self->tie), text);
  desk_show_class (self->tie, "bad", !totals->ties);
}

static void
show_part (DeskAuditPage *self,
           DeskAuditPart *part)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  DeskProperty *property = desk_session_get_property (self->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < part->rows->len; i++)
    g_ptr_array_add (items, desk_audit_item_new (property, part->rows->pdata[i]));
  g_ptr_array_set_free_func (part->rows, NULL);

  if (part->totals != NULL)
    {
      g_list_store_splice (self->store, 0, n, items->pdata, items->len);
      show_totals (self, part->totals);
    }
  else
    {
      g_list_store_splice (self->store, n, 0, items->pdata, items->len);
    }

  gtk_widget_set_visible (self->more_button, part->more);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    desk_audit_page_get_n_rows (self) > 0 ? "list" : "empty");
  show_chain (self);
  self->loaded = TRUE;
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
on_part_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DeskAuditPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAuditPart) part = desk_worker_finish (result, &error);

  if (part != NULL)
    show_part (self, part);
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

/* Without a day it is the open one; one day alone is that day. */
static gboolean
get_query (DeskAuditPage   *self,
           DeskAuditQuery  *query,
           GError         **error)
{
  DeskDate today = desk_session_get_business_date (self->session);

  if (!get_day (self->from, today, &query->from, error) ||
      !get_day (self->to, query->from, &query->to, error))
    return FALSE;

  query->by = desk_choice_get (DESK_CHOICE (self->by));
  query->reason = desk_choice_get (DESK_CHOICE (self->reason));

  return TRUE;
}

static void
load (DeskAuditPage *self,
      gboolean       more)
{
  guint n = desk_audit_page_get_n_rows (self);
  g_autoptr (DeskAuditItem) last = NULL;
  g_autoptr (GError) error = NULL;
  DeskAuditQuery query = { 0 };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk_session_get_user (self->session) == NULL)
    return;
  if (!desk_session_may (self->session, DESK_RIGHT_FULL_RECORD))
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "not-yours");
      return;
    }

  self->loaded = FALSE;
  if (!get_query (self, &query, &error))
    {
      show_trouble (self, error);
      return;
    }

  if (more && n > 0)
    last = g_list_model_get_item (G_LIST_MODEL (self->store), n - 1);
  self->cancellable = g_cancellable_new ();
  desk_read_audit (self->session, &query, last != NULL ? desk_audit_item_get_row (last) : NULL,
                   self->cancellable, on_part_read_cb, g_object_ref (self));
}

static void
on_filter_changed_cb (GtkWidget     *widget,
                      DeskAuditPage *self)
{
  if (self->filled)
    load (self, FALSE);
}

static void
on_changed_cb (DeskAuditPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self, FALSE);
}

static void
reload_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  load (DESK_AUDIT_PAGE (widget), FALSE);
}

static void
more_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  load (DESK_AUDIT_PAGE (widget), TRUE);
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
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DeskAuditPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* Translators: {name} is the name of a file */
  text = desk_fill (_("Saved as {name}."), "name", name, NULL);
  desk_window_tell (GTK_WIDGET (self), text);
}

typedef struct
{
  DeskAuditPage *page;
  GFile         *file;
} Saving;

static void
on_csv_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (DeskAuditPage) self = saving->page;
  g_autoptr (GFile) file = saving->file;
  g_autoptr (GError) error = NULL;
  char *text = desk_worker_finish (result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       on_saved_cb, g_object_ref (self));
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
  DeskAuditQuery query = { 0 };
  Saving *saving;

  if (!get_query (self, &query, &error))
    {
      desk_window_show_error (GTK_WIDGET (self), error);
      return;
    }

  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (self);
  saving->file = g_object_ref (file);
  desk_read_audit_csv (self->session, &query, NULL, on_csv_read_cb, saving);
}

static void
on_file_chosen_cb (GtkNativeDialog *dialog,
                   int              response,
                   DeskAuditPage   *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      desk_audit_page_save (self, file);
    }

  g_object_unref (dialog);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  GtkFileChooserNative *chooser;

  /* The response lets go of it. */
  chooser = gtk_file_chooser_native_new (_("Export as CSV"),
                                         GTK_WINDOW (gtk_widget_get_root (widget)),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "adjustments.csv");
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_row_activated_cb (GtkColumnView *view,
                     guint          position,
                     DeskAuditPage *self)
{
  g_autoptr (DeskAuditItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  gint64 stay_id = desk_audit_item_get_row (item)->stay_id;

  if (stay_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-stay", "x", stay_id);
}

static void
fill_choices (DeskAuditPage *self)
{
  static const char *const kinds[] = { "correction", "allowance", "credit-note", "goodwill",
                                       "return", "rate", "move", NULL };
  DeskProperty *property = desk_session_get_property (self->session);

  if (self->filled || property == NULL)
    return;

  /* Translators: filter of a list: whoever it was */
  desk_choice_add (DESK_CHOICE (self->by), "", C_("audit", "Everybody"));
  for (guint i = 0; i < property->users->len; i++)
    {
      const DeskUserSpec *user = property->users->pdata[i];

      desk_choice_add (DESK_CHOICE (self->by), user->login, user->name);
    }
  desk_choice_add_reasons (DESK_CHOICE (self->reason), property, kinds);
  self->filled = TRUE;
}

static void
desk_audit_page_map (GtkWidget *widget)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (widget);

  GTK_WIDGET_CLASS (desk_audit_page_parent_class)->map (widget);

  fill_choices (self);
  load (self, FALSE);
}

static gboolean
desk_audit_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_AUDIT_PAGE (widget)->list);
}

static void
desk_audit_page_dispose (GObject *object)
{
  DeskAuditPage *self = DESK_AUDIT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (desk_audit_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  desk_template_set (widget_class, DESK_UI ("desk-audit-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, from);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, to);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, by);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, tie);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, list);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, chain);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, selection);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditPage, store);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
desk_audit_page_class_init (DeskAuditPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_AUDIT_ITEM);
  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_FIELD);

  G_OBJECT_CLASS (klass)->dispose = desk_audit_page_dispose;
  widget_class->map = desk_audit_page_map;
  widget_class->grab_focus = desk_audit_page_grab_focus;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "audit.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "audit.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "audit.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "audit.export", NULL, export_action);
}

static void
desk_audit_page_init (DeskAuditPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_audit_columns_add (GTK_COLUMN_VIEW (self->list));
}

GtkWidget *
desk_audit_page_new (DeskSession *session)
{
  DeskAuditPage *self = g_object_new (DESK_TYPE_AUDIT_PAGE, NULL);

  self->session = g_object_ref (session);
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

gboolean
desk_audit_page_is_loaded (DeskAuditPage *self)
{
  return self->loaded;
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
 * desk_audit_page_get_chain:
 *
 * Returns: (transfer none): how the selected row came about
 */
const char *
desk_audit_page_get_chain (DeskAuditPage *self)
{
  return gtk_label_get_label (GTK_LABEL (self->chain));
}
