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

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

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

  /* It stands for another stay, or the stay looks different now. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
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

/* Takes @row over. */
static DeskStayItem *
desk_stay_item_new (DeskProperty *property,
                    DeskStayRow  *row)
{
  DeskStayItem *self = g_object_new (DESK_TYPE_STAY_ITEM, NULL);

  self->row = row;
  self->property = desk_property_ref (property);

  return self;
}

/* Takes @row over. */
static void
desk_stay_item_set_row (DeskStayItem *self,
                        DeskProperty *property,
                        DeskStayRow  *row)
{
  desk_stay_row_free (self->row);
  self->row = row;
  desk_property_ref (property);
  desk_property_unref (self->property);
  self->property = property;
  g_signal_emit (self, signals[CHANGED], 0);
}

static const DeskStayRow *
peek_row (GListStore *store,
          guint       position)
{
  g_autoptr (DeskStayItem) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return item->row;
}

/* Whether both look the same in a list. */
static gboolean
is_same (const DeskStayRow *a,
         const DeskStayRow *b)
{
  return a->version == b->version && a->state == b->state && a->looks == b->looks &&
         a->balance_minor == b->balance_minor && a->above_minor == b->above_minor &&
         g_strcmp0 (a->room, b->room) == 0 && g_strcmp0 (a->room_clean, b->room_clean) == 0 &&
         g_strcmp0 (a->guest_name, b->guest_name) == 0;
}

/* Makes @n items at @position show the rows there, as many as @n_rows. A list makes and
 * lays out a widget for each new item, so those that are there are given another row. */
static void
replace_range (GListStore   *store,
               DeskProperty *property,
               GPtrArray    *rows,
               guint         position,
               guint         n,
               guint         n_rows)
{
  guint n_kept = MIN (n, n_rows);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = position; i < position + n_kept; i++)
    {
      g_autoptr (DeskStayItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      desk_stay_item_set_row (item, property, g_steal_pointer (&rows->pdata[i]));
    }
  for (guint i = position + n_kept; i < position + n_rows; i++)
    g_ptr_array_add (items, desk_stay_item_new (property, g_steal_pointer (&rows->pdata[i])));

  if (n != n_rows)
    g_list_store_splice (store, position + n_kept, n - n_kept, items->pdata, items->len);
}

/* Rows of the same stays that look different now. */
static void
refresh_range (GListStore   *store,
               DeskProperty *property,
               GPtrArray    *rows,
               guint         first,
               guint         end)
{
  for (guint i = first; i < end; i++)
    if (rows->pdata[i] != NULL && !is_same (peek_row (store, i), rows->pdata[i]))
      replace_range (store, property, rows, i, 1, 1);
}

/**
 * desk_stay_items_replace:
 * @store: a list of #DeskStayItem
 * @property: the house they stay in
 * @rows: (element-type DeskStayRow): emptied: the rows go over to the items
 *
 * Makes @store show @rows. What did not change is left alone, so that a list on
 * screen stays where it was scrolled to.
 */
void
desk_stay_items_replace (GListStore   *store,
                         DeskProperty *property,
                         GPtrArray    *rows)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint most = MIN (n_old, rows->len);
  guint head = 0;
  guint tail = 0;

  g_ptr_array_set_free_func (rows, (GDestroyNotify) desk_stay_row_free);
  while (head < most &&
         peek_row (store, head)->stay_id == ((DeskStayRow *) rows->pdata[head])->stay_id)
    head++;
  while (tail < most - head &&
         peek_row (store, n_old - 1 - tail)->stay_id ==
           ((DeskStayRow *) rows->pdata[rows->len - 1 - tail])->stay_id)
    tail++;

  if (head + tail < n_old || head + tail < rows->len)
    replace_range (store, property, rows, head, n_old - head - tail, rows->len - head - tail);
  refresh_range (store, property, rows, 0, head);
  refresh_range (store, property, rows, rows->len - tail, rows->len);

  g_ptr_array_set_size (rows, 0);
}

/**
 * desk_stay_items_append:
 * @store: a list of #DeskStayItem
 * @property: the house they stay in
 * @rows: (element-type DeskStayRow): its first ones go over to the items
 * @n: how many of them
 */
void
desk_stay_items_append (GListStore   *store,
                        DeskProperty *property,
                        GPtrArray    *rows,
                        guint         n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, desk_stay_item_new (property, g_steal_pointer (&rows->pdata[i])));
  g_ptr_array_remove_range (rows, 0, n);
  g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, items->pdata,
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
