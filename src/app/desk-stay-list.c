/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-list.h"

#include "desk-fill.h"
#include "desk-format.h"
#include "desk-intl.h"
#include "desk-stay-cell.h"
#include "desk-template.h"

/* Numbers under the title; the template has as many buttons. */
#define MOST_FILTERS 3

/* While somebody types, only what fits on a screen is shown; the rest of a long list follows in
 * small parts, so that the next letter does not wait for it. */
#define ROWS_AT_ONCE 20
#define ROWS_LATER   4
#define PAUSE_MS     120

struct _DeskStayList
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *title_label;
  GtkWidget          *count;
  GtkWidget          *stack;
  GtkWidget          *list;
  GtkWidget          *empty_label;
  GtkWidget          *chips;
  GtkWidget          *chip[MOST_FILTERS];
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GListStore         *store;

  /* Borrowed: static */
  const DeskStayFilter *filters;

  /* Owned */
  GPtrArray          *rest;       /* (nullable): DeskStayRow, to be shown later */
  DeskProperty       *property;   /* (nullable): of @rest */

  /* State */
  guint               rest_id;
  gint64              selected;   /* the stay that was told last */
  guint               n_filters;
  int                 filter;     /* which of them is pressed, -1: none */
};

G_DEFINE_FINAL_TYPE (DeskStayList, desk_stay_list, GTK_TYPE_BOX)

enum { PROP_0, PROP_TITLE, PROP_EMPTY, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
open_at (DeskStayList *self,
         guint         position)
{
  g_autoptr (DeskStayItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-stay", "x",
                                desk_stay_item_get_row (item)->stay_id);
}

static void
on_selected_cb (GtkSingleSelection *selection,
                GParamSpec         *pspec,
                DeskStayList       *self)
{
  self->selected = desk_stay_list_get_selected (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_row_activated_cb (GtkListView  *list,
                     guint         position,
                     DeskStayList *self)
{
  open_at (self, position);
}

static gboolean
fits (const DeskStayFilter *filter,
      const DeskStayRow    *row)
{
  return (filter->any == 0 || (row->looks & filter->any) != 0) &&
         (row->looks & filter->none) == 0;
}

static gboolean
filter_item (gpointer item,
             gpointer user_data)
{
  const DeskStayList *self = user_data;

  return self->filter < 0 ||
         fits (&self->filters[self->filter], desk_stay_item_get_row (DESK_STAY_ITEM (item)));
}

static guint
count_fitting (DeskStayList         *self,
               const DeskStayFilter *filter)
{
  GListModel *model = G_LIST_MODEL (self->store);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DeskStayItem) item = g_list_model_get_item (model, i);

      n += fits (filter, desk_stay_item_get_row (item));
    }

  return n;
}

/* Numbers of nothing are not shown, and cannot stay pressed. */
static void
update_filters (DeskStayList *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();

  for (guint i = 0; i < self->n_filters; i++)
    {
      guint n = count_fitting (self, &self->filters[i]);
      g_autofree char *count = desk_format_int (catalog, n);
      g_autofree char *label = desk_fill (_(self->filters[i].label), "n", count, NULL);

      gtk_button_set_label (GTK_BUTTON (self->chip[i]), label);
      gtk_widget_set_visible (self->chip[i], n > 0);
      if (n == 0 && self->filter == (int) i)
        desk_stay_list_set_filter (self, -1);
    }
  gtk_widget_set_visible (self->chips, self->n_filters > 0 &&
                                       g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0);
}

static void
on_chip_toggled_cb (GtkToggleButton *chip,
                    DeskStayList    *self)
{
  for (guint i = 0; i < self->n_filters; i++)
    {
      if (self->chip[i] != GTK_WIDGET (chip))
        continue;
      if (gtk_toggle_button_get_active (chip))
        desk_stay_list_set_filter (self, (int) i);
      else if (self->filter == (int) i)
        desk_stay_list_set_filter (self, -1);
    }
}

static void
desk_stay_list_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DeskStayList *self = DESK_STAY_LIST (object);
  const char *text = g_value_get_string (value);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (self->title_label), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      break;
    case PROP_EMPTY:
      gtk_label_set_label (GTK_LABEL (self->empty_label), text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
forget_rest (DeskStayList *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->rest, g_ptr_array_unref);
  g_clear_pointer (&self->property, desk_property_unref);
}

static void
desk_stay_list_dispose (GObject *object)
{
  forget_rest (DESK_STAY_LIST (object));

  G_OBJECT_CLASS (desk_stay_list_parent_class)->dispose (object);
}

static void
desk_stay_list_class_init (DeskStayListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_STAY_ITEM);

  object_class->dispose = desk_stay_list_dispose;
  object_class->set_property = desk_stay_list_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY] = g_param_spec_string ("empty", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Another stay is selected, or none any more. */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  desk_template_set (widget_class, DESK_UI ("desk-stay-list.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, count);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, list);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, chips);
  for (guint i = 0; i < MOST_FILTERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("chip_%u", i);

      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                 G_STRUCT_OFFSET (DeskStayList, chip) +
                                                   i * sizeof (GtkWidget *));
    }
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, selection);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, filtered);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, store);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
}

static void
desk_stay_list_init (DeskStayList *self)
{
  g_autoptr (GtkListItemFactory) cells = desk_stay_cell_new_factory ();
  g_autoptr (GtkFilter) filter = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), cells);
  self->filter = -1;
  filter = GTK_FILTER (gtk_custom_filter_new (filter_item, self, NULL));
  gtk_filter_list_model_set_filter (self->filtered, filter);
}

/**
 * desk_stay_list_set_filters:
 * @self: a list
 * @filters: (array length=n_filters): static; three at most
 *
 * Says what is counted under the title.
 */
void
desk_stay_list_set_filters (DeskStayList         *self,
                            const DeskStayFilter *filters,
                            guint                 n_filters)
{
  g_return_if_fail (n_filters <= MOST_FILTERS);

  self->filters = filters;
  self->n_filters = n_filters;
  update_filters (self);
}

/**
 * desk_stay_list_set_filter:
 * @self: a list
 * @filter: which of its filters, or -1 for all rows
 *
 * Shows only the rows of one kind, as pressing their number does.
 */
void
desk_stay_list_set_filter (DeskStayList *self,
                           int           filter)
{
  if (self->filter == filter)
    return;

  self->filter = filter;
  for (guint i = 0; i < self->n_filters; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[i]), filter == (int) i);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered),
                      GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_rows (DeskStayList *self,
           DeskProperty *property,
           GPtrArray    *rows,
           guint         n_rows)
{
  gint64 selected = desk_stay_list_get_selected (self);
  g_autofree char *count = desk_format_int (desk_app_get_catalog (), n_rows);
  guint position;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_rows > 0 ? "list" : "empty");
  gtk_label_set_label (GTK_LABEL (self->count), count);
  desk_stay_items_replace (self->store, property, rows);
  if (self->filter >= 0)
    gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered),
                        GTK_FILTER_CHANGE_DIFFERENT);
  update_filters (self);

  position = desk_stay_items_find (G_LIST_MODEL (self->selection), selected);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);

  /* The same item may stand for another stay now. */
  if (desk_stay_list_get_selected (self) != self->selected)
    on_selected_cb (self->selection, NULL, self);
}

/**
 * desk_stay_list_set_rows:
 * @self: a list
 * @property: the house
 * @rows: (element-type DeskStayRow): emptied: the rows go over to the list
 *
 * Shows other stays; the one that was selected stays selected where it is
 * still there, and the list where it was scrolled to.
 */
void
desk_stay_list_set_rows (DeskStayList *self,
                         DeskProperty *property,
                         GPtrArray    *rows)
{
  forget_rest (self);
  show_rows (self, property, rows, rows->len);
}

static gboolean
show_rest_cb (gpointer user_data)
{
  DeskStayList *self = user_data;

  desk_stay_items_append (self->store, self->property, self->rest,
                          MIN (ROWS_LATER, self->rest->len));
  if (self->rest->len > 0)
    return G_SOURCE_CONTINUE;

  self->rest_id = 0;
  forget_rest (self);
  return G_SOURCE_REMOVE;
}

static gboolean
begin_rest_cb (gpointer user_data)
{
  DeskStayList *self = user_data;

  self->rest_id = g_idle_add (show_rest_cb, self);
  return G_SOURCE_REMOVE;
}

/**
 * desk_stay_list_set_found:
 * @self: a list without filters
 * @property: the house
 * @rows: (element-type DeskStayRow): emptied: the rows go over to the list
 *
 * Does what desk_stay_list_set_rows() does while somebody types: what fits on a screen is
 * there at once, the rest a moment after the last key.
 */
void
desk_stay_list_set_found (DeskStayList *self,
                          DeskProperty *property,
                          GPtrArray    *rows)
{
  guint n_rows = rows->len;

  forget_rest (self);
  if (n_rows > ROWS_AT_ONCE)
    {
      self->property = desk_property_ref (property);
      self->rest = g_ptr_array_new_full (n_rows, (GDestroyNotify) desk_stay_row_free);
      for (guint i = ROWS_AT_ONCE; i < n_rows; i++)
        g_ptr_array_add (self->rest, g_steal_pointer (&rows->pdata[i]));
      g_ptr_array_set_size (rows, ROWS_AT_ONCE);
      self->rest_id = g_timeout_add (PAUSE_MS, begin_rest_cb, self);
    }
  show_rows (self, property, rows, n_rows);
}

/* How many are shown. */
guint
desk_stay_list_get_n_items (DeskStayList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/**
 * desk_stay_list_get_selected:
 *
 * Returns: the stay that is selected, 0 where there is none
 */
gint64
desk_stay_list_get_selected (DeskStayList *self)
{
  DeskStayItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? desk_stay_item_get_row (item)->stay_id : 0;
}

void
desk_stay_list_activate (DeskStayList *self,
                         guint         position)
{
  open_at (self, position);
}

/* The guest of the stay that is selected, 0 where there is none. */
gint64
desk_stay_list_get_selected_guest (DeskStayList *self)
{
  DeskStayItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? desk_stay_item_get_row (item)->guest_id : 0;
}

/**
 * desk_stay_list_step:
 * @self: a list
 * @step: 1 to the next stay, -1 to the one before
 */
void
desk_stay_list_step (DeskStayList *self,
                     int           step)
{
  int last = (int) desk_stay_list_get_n_items (self) - 1;
  guint position;

  if (last < 0)
    return;

  position = (guint) CLAMP ((int) gtk_single_selection_get_selected (self->selection) + step, 0,
                            last);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

void
desk_stay_list_open_selected (DeskStayList *self)
{
  open_at (self, gtk_single_selection_get_selected (self->selection));
}

/* Whether one of the rows has the focus. */
gboolean
desk_stay_list_has_focus (DeskStayList *self)
{
  return (gtk_widget_get_state_flags (self->list) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/**
 * desk_stay_list_focus:
 * @self: a list
 *
 * Gives the focus to the row that had it, or to the first.
 *
 * Returns: %FALSE where there is no row
 */
gboolean
desk_stay_list_focus (DeskStayList *self)
{
  return desk_stay_list_get_n_items (self) > 0 && gtk_widget_grab_focus (self->list);
}
