/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-folio-row.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"

#define INDENT 18
#define SPACING 10

enum { NUMBER, DAY, WHAT, ROOM, AMOUNT, N_COLUMNS };

/* The heads above them in desk-folio-pane.ui have the same widths. */
static const DeskTextColumn columns[N_COLUMNS] = {
  [NUMBER] = { 3,  1, DESK_TEXT_FIGURES, "desk_quiet" },
  [DAY]    = { 8,  0, DESK_TEXT_PLAIN, "desk_quiet" },
  [WHAT]   = { 0,  0, DESK_TEXT_STRETCHES, NULL },
  [ROOM]   = { 6,  0, DESK_TEXT_PLAIN, "desk_quiet" },
  [AMOUNT] = { 10, 1, DESK_TEXT_FIGURES, NULL },
};

struct _DeskFolioRow
{
  DeskTextRow   parent_instance;

  /* Owned */
  DeskLineItem *item;
};

G_DEFINE_FINAL_TYPE (DeskFolioRow, desk_folio_row, DESK_TYPE_TEXT_ROW)

/* What it is, with the number of its paper: a restaurant's check, housekeeping's sheet. */
static char *
dup_what (const DeskProperty *property,
          const DeskPosting  *line)
{
  g_autofree char *what = desk_show_posting (desk_app_get_catalog (), property, line);

  if (line->check == NULL)
    return g_steal_pointer (&what);

  return g_strjoin (" · ", what, line->check, NULL);
}

static void
show_line (DeskFolioRow *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  DeskBill *bill = desk_line_item_get_bill (self->item);
  const DeskProperty *property = desk_bill_get_property (bill);
  const DeskPosting *line = desk_line_item_get_posting (self->item);
  DeskTextRow *row = DESK_TEXT_ROW (self);
  gboolean payment = line->kind == DESK_POSTING_PAYMENT;
  g_autofree char *number = desk_format_int (catalog, line->line);
  g_autofree char *day = desk_show_date (catalog, desk_posting_get_day (line),
                                         DESK_DATE_DAY_MONTH);
  g_autofree char *what = dup_what (property, line);
  g_autofree char *amount = desk_show_amount (catalog, property, line->amount_minor);
  g_autofree char *label = NULL;
  guint depth = desk_bill_get_depth (bill, line);

  desk_text_row_set_text (row, NUMBER, number);
  desk_text_row_set_text (row, DAY, day);
  desk_text_row_set_text (row, WHAT, what);
  desk_text_row_set_indent (row, WHAT, INDENT * (int) depth);
  desk_text_row_set_text (row, ROOM, line->room);
  desk_text_row_set_text (row, AMOUNT, amount);
  desk_text_row_set_colour (row, AMOUNT, payment ? "desk_good" : NULL);
  desk_show_class (GTK_WIDGET (self), "under", depth > 0);

  /* Translators: spoken for a line of a bill: its number, the day, what it is, the amount */
  label = desk_fill (_("Line {number}, {day}, {what}, {amount}"), "number", number, "day", day,
                     "what", what, "amount", amount, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
desk_folio_row_dispose (GObject *object)
{
  g_clear_object (&DESK_FOLIO_ROW (object)->item);

  G_OBJECT_CLASS (desk_folio_row_parent_class)->dispose (object);
}

static void
desk_folio_row_class_init (DeskFolioRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_folio_row_dispose;

  desk_text_row_class_set_columns (DESK_TEXT_ROW_CLASS (klass), columns, N_COLUMNS, SPACING);
}

static void
desk_folio_row_init (DeskFolioRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "folio-row");
}

/**
 * desk_folio_row_show:
 * @row: a #DeskFolioRow
 * @item: (type DeskLineItem): the line to show
 *
 * For desk_text_list_set_rows().
 */
void
desk_folio_row_show (DeskTextRow *row,
                     gpointer     item)
{
  DeskFolioRow *self = DESK_FOLIO_ROW (row);

  if (g_set_object (&self->item, item))
    show_line (self);
}

/**
 * desk_folio_row_get_item:
 *
 * Returns: (transfer none) (nullable): the line it shows now
 */
DeskLineItem *
desk_folio_row_get_item (DeskFolioRow *self)
{
  return self->item;
}
