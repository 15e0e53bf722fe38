/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-list.h"

#include "desk-audit-columns.h"
#include "desk-audit-decide.h"
#include "desk-template.h"

struct _DeskAuditList
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *view;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;
  GListStore         *store;
};

G_DEFINE_FINAL_TYPE (DeskAuditList, desk_audit_list, GTK_TYPE_BOX)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_selected_cb (GtkSingleSelection *selection,
                GParamSpec         *pspec,
                DeskAuditList      *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_row_activated_cb (GtkColumnView *view,
                     guint          position,
                     DeskAuditList *self)
{
  g_autoptr (DeskAuditItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  gint64 stay_id = desk_audit_item_get_record (item)->stay_id;

  if (stay_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-stay", "x", stay_id);
}

/* The toolkit would give the focus to the row that had it last: Enter is about the chosen one. */
static gboolean
focus_chosen (DeskAuditList *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (self->view);

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      return gtk_widget_grab_focus (row);

  return gtk_widget_grab_focus (rows);
}

/* The row that was chosen, where it is now; is it gone, then the one that is in its place. */
static void
choose_again (DeskAuditList *self,
              DeskAuditItem *chosen,
              guint          place)
{
  GListModel *model = G_LIST_MODEL (self->sorted);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; chosen != NULL && i < n; i++)
    {
      g_autoptr (DeskAuditItem) item = g_list_model_get_item (model, i);

      if (desk_audit_item_is_same (item, chosen))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
  if (chosen != NULL && n > 0)
    gtk_single_selection_set_selected (self->selection, MIN (place, n - 1));
}

/**
 * desk_audit_list_take:
 * @self: a list
 * @items: (element-type DeskAuditItem): rows
 * @replace: in the place of those that are there, otherwise behind them
 */
void
desk_audit_list_take (DeskAuditList *self,
                      GPtrArray     *items,
                      gboolean       replace)
{
  guint n = desk_audit_list_get_n_rows (self);
  guint place = gtk_single_selection_get_selected (self->selection);
  DeskAuditItem *selected = desk_audit_list_get_item (self);
  g_autoptr (DeskAuditItem) chosen = selected != NULL ? g_object_ref (selected) : NULL;
  gboolean focused = gtk_widget_get_focus_child (self->view) != NULL;

  g_list_store_splice (self->store, replace ? 0 : n, replace ? n : 0, items->pdata, items->len);
  choose_again (self, chosen, place);
  if (focused && items->len > 0)
    focus_chosen (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

guint
desk_audit_list_get_n_rows (DeskAuditList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

/**
 * desk_audit_list_get_item:
 *
 * Returns: (transfer none) (nullable): the chosen row
 */
DeskAuditItem *
desk_audit_list_get_item (DeskAuditList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * desk_audit_list_has_alike:
 * @self: a list
 * @session: who is signed in
 *
 * Returns: whether something else was done for the reason of the chosen row, and nothing
 *   stands out about either
 */
gboolean
desk_audit_list_has_alike (DeskAuditList *self,
                           DeskSession   *session)
{
  DeskAuditItem *chosen = desk_audit_list_get_item (self);
  GListModel *model = G_LIST_MODEL (self->store);

  if (chosen == NULL || !desk_audit_item_is_plain (chosen))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DeskAuditItem) item = g_list_model_get_item (model, i);
      const DeskAdjustmentRecord *record = desk_audit_item_get_record (item);

      if (desk_audit_item_is_plain (item) && desk_audit_decide_may (session, item) &&
          record->entry_id != desk_audit_item_get_record (chosen)->entry_id &&
          g_str_equal (record->reason, desk_audit_item_get_record (chosen)->reason))
        return TRUE;
    }

  return FALSE;
}

/**
 * desk_audit_list_move:
 * @self: a list
 * @step: so many rows down
 *
 * The row gets the focus, so that Enter is about it.
 */
void
desk_audit_list_move (DeskAuditList *self,
                      int            step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);
  GtkWidget *rows = gtk_widget_get_last_child (self->view);
  gint64 next = (gint64) selected + step;

  if (n == 0 || selected == GTK_INVALID_LIST_POSITION || next < 0 || next >= n)
    return;
  gtk_single_selection_set_selected (self->selection, (guint) next);
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", (guint) next);
  focus_chosen (self);
}

/**
 * desk_audit_list_go_to_next_open:
 * @self: a list
 *
 * Chooses the next row that waits, so that a key decides one after the other; behind the last
 * one those that were passed over.
 */
void
desk_audit_list_go_to_next_open (DeskAuditList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);
  guint selected = gtk_single_selection_get_selected (self->selection);

  for (guint i = 1; i < n; i++)
    {
      guint next = (selected + i) % n;
      g_autoptr (DeskAuditItem) item = g_list_model_get_item (model, next);

      if (desk_audit_item_is_open (item))
        {
          desk_audit_list_move (self, (int) next - (int) selected);
          return;
        }
    }
}

static gboolean
desk_audit_list_grab_focus (GtkWidget *widget)
{
  return focus_chosen (DESK_AUDIT_LIST (widget));
}

static void
desk_audit_list_class_init (DeskAuditListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_AUDIT_ITEM);

  widget_class->grab_focus = desk_audit_list_grab_focus;

  /**
   * DeskAuditList::chosen:
   *
   * Another row is chosen, or the same one was read anew.
   */
  signals[CHOSEN] = g_signal_new ("chosen", DESK_TYPE_AUDIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-audit-list.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskAuditList, view);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditList, selection);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditList, sorted);
  gtk_widget_class_bind_template_child (widget_class, DeskAuditList, store);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
desk_audit_list_init (DeskAuditList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_audit_columns_add (GTK_COLUMN_VIEW (self->view));
  gtk_sort_list_model_set_sorter (self->sorted,
                                  gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)));
}
