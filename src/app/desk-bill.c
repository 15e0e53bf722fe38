/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bill.h"

struct _DeskBill
{
  GObject        parent_instance;

  /* Owned */
  DeskProperty  *property;
  DeskStayView  *stay;
  DeskFolioView *folio;
  GPtrArray     *spots;   /* DeskSpot */
};

G_DEFINE_FINAL_TYPE (DeskBill, desk_bill, G_TYPE_OBJECT)

struct _DeskLineItem
{
  GObject            parent_instance;

  /* Owned */
  DeskBill          *bill;

  /* Borrowed from the bill */
  const DeskPosting *posting;
};

G_DEFINE_FINAL_TYPE (DeskLineItem, desk_line_item, G_TYPE_OBJECT)

static void
desk_bill_finalize (GObject *object)
{
  DeskBill *self = DESK_BILL (object);

  g_clear_pointer (&self->stay, desk_stay_view_free);
  g_clear_pointer (&self->folio, desk_folio_view_free);
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  g_clear_pointer (&self->property, desk_property_unref);

  G_OBJECT_CLASS (desk_bill_parent_class)->finalize (object);
}

static void
desk_bill_class_init (DeskBillClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_bill_finalize;
}

static void
desk_bill_init (DeskBill *self)
{
}

/**
 * desk_bill_new:
 * @property: the house
 * @stay: (transfer full): a stay
 * @folio: (transfer full): its folio
 * @spots: (transfer full) (element-type DeskSpot): what looks wrong on it
 */
DeskBill *
desk_bill_new (DeskProperty  *property,
               DeskStayView  *stay,
               DeskFolioView *folio,
               GPtrArray     *spots)
{
  DeskBill *self = g_object_new (DESK_TYPE_BILL, NULL);

  self->property = desk_property_ref (property);
  self->stay = stay;
  self->folio = folio;
  self->spots = spots;

  return self;
}

DeskProperty *
desk_bill_get_property (DeskBill *self)
{
  return self->property;
}

const DeskStayView *
desk_bill_get_stay (DeskBill *self)
{
  return self->stay;
}

const DeskFolioView *
desk_bill_get_folio (DeskBill *self)
{
  return self->folio;
}

const DeskStayRow *
desk_bill_get_row (DeskBill *self)
{
  return self->stay->row;
}

/**
 * desk_bill_get_spots:
 *
 * Returns: (transfer none) (element-type DeskSpot): what looks wrong on the bill
 */
const GPtrArray *
desk_bill_get_spots (DeskBill *self)
{
  return self->spots;
}

/**
 * desk_bill_get_newest:
 *
 * Returns: number of the newest line, 0 where there is none
 */
int
desk_bill_get_newest (DeskBill *self)
{
  const GPtrArray *lines = self->folio->lines;
  int newest = 0;

  for (guint i = 0; i < lines->len; i++)
    newest = MAX (newest, ((const DeskPosting *) lines->pdata[i])->line);

  return newest;
}

/**
 * desk_bill_get_depth:
 *
 * Returns: how many lines @posting stands under: 0 for one of its own. A tax of a
 *   whole night stands under nothing, but below the charges of that night.
 */
guint
desk_bill_get_depth (DeskBill          *self,
                     const DeskPosting *posting)
{
  const DeskPosting *line = posting;
  guint depth = 0;

  /* A line stands under an earlier one only, so this ends. */
  while (line != NULL && line->parent != 0)
    {
      const DeskPosting *parent = desk_folio_view_get_line (self->folio, line->parent);

      if (parent == NULL || parent->line >= line->line)
        break;
      line = parent;
      depth++;
    }

  return posting->kind == DESK_POSTING_TAX ? MAX (depth, 1) : depth;
}

/**
 * desk_bill_new_lines:
 * @self: a bill
 * @window: 1 to 8
 *
 * Returns: (transfer full): a list of #DeskLineItem: the lines of that window
 */
GListModel *
desk_bill_new_lines (DeskBill *self,
                     int       window)
{
  const GPtrArray *lines = self->folio->lines;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (DESK_TYPE_LINE_ITEM);

  for (guint i = 0; i < lines->len; i++)
    {
      const DeskPosting *posting = lines->pdata[i];
      DeskLineItem *item;

      if (posting->window != window)
        continue;

      item = g_object_new (DESK_TYPE_LINE_ITEM, NULL);
      item->bill = g_object_ref (self);
      item->posting = posting;
      g_ptr_array_add (items, item);
    }

  g_list_store_splice (store, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (store);
}

static void
desk_line_item_finalize (GObject *object)
{
  g_clear_object (&DESK_LINE_ITEM (object)->bill);

  G_OBJECT_CLASS (desk_line_item_parent_class)->finalize (object);
}

static void
desk_line_item_class_init (DeskLineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_line_item_finalize;
}

static void
desk_line_item_init (DeskLineItem *self)
{
}

const DeskPosting *
desk_line_item_get_posting (DeskLineItem *self)
{
  return self->posting;
}

DeskBill *
desk_line_item_get_bill (DeskLineItem *self)
{
  return self->bill;
}
