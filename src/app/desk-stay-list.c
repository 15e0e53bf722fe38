/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-list.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-stay-cell.h"
#include "desk-template.h"

struct _DeskStayList
{
  GtkBox              parent_instance;

  /* Template widgets */
  GtkWidget          *title_label;
  GtkWidget          *count;
  GtkWidget          *stack;
  GtkWidget          *list;
  GtkWidget          *empty_label;
  GtkSingleSelection *selection;
  GListStore         *store;
};

G_DEFINE_FINAL_TYPE (DeskStayList, desk_stay_list, GTK_TYPE_BOX)

enum { PROP_0, PROP_TITLE, PROP_EMPTY, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
open_at (DeskStayList *self,
         guint         position)
{
  g_autoptr (DeskStayItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-stay", "x",
                                desk_stay_item_get_row (item)->stay_id);
}

static void
on_row_activated_cb (GtkListView  *list,
                     guint         position,
                     DeskStayList *self)
{
  open_at (self, position);
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
desk_stay_list_class_init (DeskStayListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_STAY_CELL);
  g_type_ensure (DESK_TYPE_STAY_ITEM);

  object_class->set_property = desk_stay_list_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY] = g_param_spec_string ("empty", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  desk_template_set (widget_class, DESK_UI ("desk-stay-list.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, count);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, list);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, selection);
  gtk_widget_class_bind_template_child (widget_class, DeskStayList, store);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
desk_stay_list_init (DeskStayList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * desk_stay_list_set_rows:
 * @self: a list
 * @property: the house
 * @rows: (element-type DeskStayRow): emptied: the rows go over to the list
 *
 * Shows other stays; the one that was selected stays selected where it is
 * still there.
 */
void
desk_stay_list_set_rows (DeskStayList *self,
                         DeskProperty *property,
                         GPtrArray    *rows)
{
  gint64 selected = desk_stay_list_get_selected (self);
  g_autofree char *count = desk_format_int (desk_app_get_catalog (), rows->len);
  guint position;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), rows->len > 0 ? "list" : "empty");
  gtk_label_set_label (GTK_LABEL (self->count), count);
  desk_stay_items_replace (self->store, property, rows);

  position = desk_stay_items_find (G_LIST_MODEL (self->store), selected);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
}

void
desk_stay_list_set_loading (DeskStayList *self)
{
  gtk_label_set_label (GTK_LABEL (self->count), "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
}

guint
desk_stay_list_get_n_items (DeskStayList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
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
