/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stay-item.h"

#include <gtk/gtk.h>

struct _DeskStayItem
{
  GObject       parent_instance;

  /* Owned */
  DeskStayRow  *row;
  DeskProperty *property;
};

G_DEFINE_FINAL_TYPE (DeskStayItem, desk_stay_item, G_TYPE_OBJECT)

static void
desk_stay_item_finalize (GObject *object)
{
  DeskStayItem *self = DESK_STAY_ITEM (object);

  g_clear_pointer (&self->row, desk_stay_row_free);
  g_clear_pointer (&self->property, desk_property_unref);

  G_OBJECT_CLASS (desk_stay_item_parent_class)->finalize (object);
}

static void
desk_stay_item_class_init (DeskStayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_stay_item_finalize;
}

static void
desk_stay_item_init (DeskStayItem *self)
{
}

const DeskStayRow *
desk_stay_item_get_row (DeskStayItem *self)
{
  return self->row;
}

DeskProperty *
desk_stay_item_get_property (DeskStayItem *self)
{
  return self->property;
}

/**
 * desk_stay_items_replace:
 * @store: a list of #DeskStayItem
 * @property: the house they stay in
 * @rows: (element-type DeskStayRow): emptied: the rows go over to the items
 *
 * Makes @store show @rows, in one change.
 */
void
desk_stay_items_replace (GListStore   *store,
                         DeskProperty *property,
                         GPtrArray    *rows)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      DeskStayItem *item = g_object_new (DESK_TYPE_STAY_ITEM, NULL);

      item->row = rows->pdata[i];
      item->property = desk_property_ref (property);
      g_ptr_array_add (items, item);
    }

  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_set_size (rows, 0);
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata,
                       items->len);
}

/**
 * desk_stay_items_find:
 *
 * Returns: where in @items the stay is, or %GTK_INVALID_LIST_POSITION
 */
guint
desk_stay_items_find (GListModel *items,
                      gint64      stay_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (DeskStayItem) item = g_list_model_get_item (items, i);

      if (item->row->stay_id == stay_id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}
