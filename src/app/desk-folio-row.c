/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-folio-row.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-template.h"

#define INDENT 18

struct _DeskFolioRow
{
  GtkBox        parent_instance;

  /* Template widgets */
  GtkWidget    *number;
  GtkWidget    *day;
  GtkWidget    *what;
  GtkWidget    *room;
  GtkWidget    *amount;

  /* Owned */
  DeskLineItem *item;
};

G_DEFINE_FINAL_TYPE (DeskFolioRow, desk_folio_row, GTK_TYPE_BOX)

enum { PROP_0, PROP_ITEM, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
show_line (DeskFolioRow *self)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  DeskBill *bill = desk_line_item_get_bill (self->item);
  const DeskProperty *property = desk_bill_get_property (bill);
  const DeskPosting *line = desk_line_item_get_posting (self->item);
  g_autofree char *number = desk_format_int (catalog, line->line);
  g_autofree char *day = desk_show_date (catalog, desk_posting_get_day (line),
                                           DESK_DATE_DAY_MONTH);
  g_autofree char *what = desk_show_posting (catalog, property, line);
  g_autofree char *amount = desk_show_amount (catalog, property, line->amount_minor);
  g_autofree char *label = NULL;
  guint depth = desk_bill_get_depth (bill, line);

  if (line->check != NULL)
    {
      /* Translators: {what} is an article, {check} the number of a restaurant's check */
      char *text = desk_fill (_("{what}, check {check}"), "what", what, "check", line->check, NULL);

      g_free (what);
      what = text;
    }

  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->day), day);
  gtk_label_set_label (GTK_LABEL (self->what), what);
  gtk_widget_set_margin_start (self->what, INDENT * depth);
  gtk_label_set_label (GTK_LABEL (self->room), line->room != NULL ? line->room : "");
  gtk_label_set_label (GTK_LABEL (self->amount), amount);
  desk_show_class (GTK_WIDGET (self), "under", depth > 0);
  desk_show_class (GTK_WIDGET (self), "payment", line->kind == DESK_POSTING_PAYMENT);

  /* Translators: spoken for a line of a bill: its number, the day, what it is, the amount */
  label = desk_fill (_("Line {number}, {day}, {what}, {amount}"), "number", number, "day", day,
                     "what", what, "amount", amount, NULL);
  desk_show_row_label (GTK_WIDGET (self), label);
}

static void
desk_folio_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DeskFolioRow *self = DESK_FOLIO_ROW (object);

  if (g_set_object (&self->item, g_value_get_object (value)) && self->item != NULL)
    show_line (self);
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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_folio_row_set_property;
  object_class->dispose = desk_folio_row_dispose;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, DESK_TYPE_LINE_ITEM,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  desk_template_set (widget_class, DESK_UI ("desk-folio-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskFolioRow, number);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioRow, day);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioRow, what);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioRow, room);
  gtk_widget_class_bind_template_child (widget_class, DeskFolioRow, amount);
}

static void
desk_folio_row_init (DeskFolioRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
