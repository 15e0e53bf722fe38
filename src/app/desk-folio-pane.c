/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-folio-pane.h"

#include "desk-folio-row.h"
#include "desk-intl.h"
#include "desk-pool.h"
#include "desk-template.h"
#include "desk-text-list.h"
#include "desk-vat-row-view.h"
#include "desk-window-tab.h"

struct _DeskFolioPane
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *tabs;
  GtkWidget          *payer;
  GtkWidget          *stack;
  GtkWidget          *list;
  GtkWidget          *vat_box;
  GtkWidget          *vat_title;
  GtkWidget          *vat_rows;
  GtkSingleSelection *selection;

  /* Owned */
  DeskBill           *bill;     /* (nullable): before the first one */

  /* State */
  int                 window;
};

G_DEFINE_FINAL_TYPE (DeskFolioPane, desk_folio_pane, GTK_TYPE_BOX)

enum { LINE_SELECTED, LINE_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
has_invoice (const DeskFolioView *folio,
             int                  window)
{
  for (guint i = 0; i < folio->invoices->len; i++)
    if (((const DeskInvoiceRow *) folio->invoices->pdata[i])->window == window)
      return TRUE;

  return FALSE;
}

static void
show_vat (DeskFolioPane *self)
{
  const DeskFolioView *folio = desk_bill_get_folio (self->bill);
  const DeskWindowView *window = desk_folio_view_get_window (folio, self->window);

  gtk_widget_set_visible (self->vat_box, window != NULL && window->vat->len > 0);
  if (window == NULL || window->vat->len == 0)
    return;

  gtk_label_set_label (GTK_LABEL (self->vat_title),
                       folio->vat_level != DESK_VAT_LEVEL_INVOICE ? _("VAT line by line")
                       : has_invoice (folio, self->window)
                         ? _("VAT once per rate, as on the invoice")
                         : _("VAT once per rate, provisional until the invoice is made"));
  desk_vat_row_view_show_heads (DESK_VAT_ROW_VIEW (desk_pool_get (self->vat_rows, 0,
                                                                  DESK_TYPE_VAT_ROW_VIEW)));
  for (guint i = 0; i < window->vat->len; i++)
    {
      GtkWidget *row = desk_pool_get (self->vat_rows, i + 1, DESK_TYPE_VAT_ROW_VIEW);

      desk_vat_row_view_show (DESK_VAT_ROW_VIEW (row), window->vat->pdata[i],
                              desk_bill_get_property (self->bill));
    }
  desk_pool_end (self->vat_rows, window->vat->len + 1);
}

static void
show_window (DeskFolioPane *self,
             int            number)
{
  const DeskWindowView *window = desk_folio_view_get_window (desk_bill_get_folio (self->bill),
                                                             number);
  g_autoptr (GListModel) lines = desk_bill_new_lines (self->bill, number);
  g_autofree char *payer = NULL;
  GtkWidget *tab = gtk_widget_get_first_child (self->tabs);

  self->window = number;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (lines) > 0 ? "list" : "empty");
  gtk_single_selection_set_model (self->selection, lines);

  /* Translators: {payer} is who pays this window of the bill */
  payer = desk_fill (_("invoice to {payer}"), "payer", window != NULL ? window->payer : "", NULL);
  gtk_label_set_label (GTK_LABEL (self->payer), window != NULL ? payer : "");

  for (; tab != NULL; tab = gtk_widget_get_next_sibling (tab))
    desk_window_tab_set_shown (DESK_WINDOW_TAB (tab),
                               desk_window_tab_get_number (DESK_WINDOW_TAB (tab)) == number);
  show_vat (self);
}

static void
show_tabs (DeskFolioPane *self)
{
  const DeskFolioView *folio = desk_bill_get_folio (self->bill);

  for (guint i = 0; i < folio->windows->len; i++)
    {
      GtkWidget *tab = desk_pool_get (self->tabs, i, DESK_TYPE_WINDOW_TAB);

      desk_window_tab_show (DESK_WINDOW_TAB (tab), folio->windows->pdata[i],
                            desk_bill_get_property (self->bill));
    }
  desk_pool_end (self->tabs, folio->windows->len);
}

static void
window_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DeskFolioPane *self = DESK_FOLIO_PANE (widget);
  GListModel *lines;

  show_window (self, g_variant_get_int32 (parameter));
  lines = gtk_single_selection_get_model (self->selection);
  gtk_single_selection_set_selected (self->selection, g_list_model_get_n_items (lines) - 1);
}

static void
tell_line (DeskFolioPane *self)
{
  int line = desk_folio_pane_get_line (self);

  if (line != 0)
    g_signal_emit (self, signals[LINE_SELECTED], 0, line);
}

static void
on_selected_cb (GtkSingleSelection *selection,
                GParamSpec         *pspec,
                DeskFolioPane      *self)
{
  tell_line (self);
}

static void
on_row_activated_cb (DeskTextList  *list,
                     guint          position,
                     DeskFolioPane *self)
{
  g_signal_emit (self, signals[LINE_ACTIVATED], 0);
}

static gboolean
desk_folio_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_FOLIO_PANE (widget)->list);
}

static void
desk_folio_pane_dispose (GObject *object)
{
  g_clear_object (&DESK_FOLIO_PANE (object)->bill);

  G_OBJECT_CLASS (desk_folio_pane_parent_class)->dispose (object);
}

static void
desk_folio_pane_class_init (DeskFolioPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_TEXT_LIST);

  G_OBJECT_CLASS (klass)->dispose = desk_folio_pane_dispose;
  widget_class->grab_focus = desk_folio_pane_grab_focus;

  /**
   * DeskFolioPane::line-selected:
   * @line: its number
   */
  signals[LINE_SELECTED] = g_signal_new ("line-selected", DESK_TYPE_FOLIO_PANE, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * DeskFolioPane::line-activated:
   *
   * Somebody pressed Enter on the selected line, or clicked it twice.
   */
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", DESK_TYPE_FOLIO_PANE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-folio-pane.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskFolioPane, tabs);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioPane, payer);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioPane, list);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioPane, vat_box);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioPane, vat_title);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioPane, vat_rows);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioPane, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_install_action (widget_class, "folio.window", "i", window_action);
}

static void
desk_folio_pane_init (DeskFolioPane *self)
{
  self->window = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_text_list_set_rows (DESK_TEXT_LIST (self->list), DESK_TYPE_FOLIO_ROW, desk_folio_row_show);
  desk_text_list_set_model (DESK_TEXT_LIST (self->list), self->selection);
}

/**
 * desk_folio_pane_set_bill:
 * @self: a pane
 * @bill: what to show
 *
 * Shows a bill, or the same bill as it is now. On a new bill, and where the
 * newest line was selected, the newest line is selected; otherwise the line
 * that was, of which nothing is told: what was asked meanwhile still is.
 */
void
desk_folio_pane_set_bill (DeskFolioPane *self,
                          DeskBill      *bill)
{
  gboolean same = self->bill != NULL &&
                  desk_bill_get_row (self->bill)->stay_id == desk_bill_get_row (bill)->stay_id;
  int before = same ? desk_folio_pane_get_line (self) : 0;
  int line = before;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL &&
                       gtk_widget_is_visible (self->list);

  if (line == 0 || line == desk_bill_get_newest (self->bill))
    line = desk_bill_get_newest (bill);

  g_set_object (&self->bill, bill);
  show_tabs (self);
  g_signal_handlers_block_by_func (self->selection, on_selected_cb, self);
  if (line == 0)
    show_window (self, 1);
  desk_folio_pane_select_line (self, line);
  g_signal_handlers_unblock_by_func (self->selection, on_selected_cb, self);
  if (line != before)
    tell_line (self);

  /* The rows are new ones; the focus went with the old. */
  if (had_focus)
    desk_folio_pane_focus_line (self);
}

/**
 * desk_folio_pane_select_line:
 * @self: a pane with a bill
 * @line: its number; nothing happens where there is no such line
 *
 * Selects a line, in whatever window it is.
 */
void
desk_folio_pane_select_line (DeskFolioPane *self,
                             int            line)
{
  const DeskPosting *posting = desk_folio_view_get_line (desk_bill_get_folio (self->bill), line);
  GListModel *lines;

  if (posting == NULL)
    return;

  show_window (self, posting->window);
  lines = gtk_single_selection_get_model (self->selection);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (DeskLineItem) item = g_list_model_get_item (lines, i);

      if (desk_line_item_get_posting (item) == posting)
        {
          gtk_single_selection_set_selected (self->selection, i);
          desk_text_list_scroll_to (DESK_TEXT_LIST (self->list), i);
          break;
        }
    }
}

/**
 * desk_folio_pane_get_line:
 *
 * Returns: number of the selected line, 0 where there is none
 */
int
desk_folio_pane_get_line (DeskFolioPane *self)
{
  DeskLineItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? desk_line_item_get_posting (item)->line : 0;
}

int
desk_folio_pane_get_window (DeskFolioPane *self)
{
  return self->window;
}

/**
 * desk_folio_pane_focus_line:
 * @self: a pane
 *
 * Takes the focus to the line that is selected.
 */
void
desk_folio_pane_focus_line (DeskFolioPane *self)
{
  gtk_widget_grab_focus (self->list);
}
