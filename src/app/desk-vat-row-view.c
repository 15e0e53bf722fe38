/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-vat-row-view.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"

#define SPACING 10

enum { NAME, NET, VAT, GROSS, N_COLUMNS };

static const DeskTextColumn columns[N_COLUMNS] = {
  [NAME]  = { 0,  0, DESK_TEXT_STRETCHES, NULL },
  [NET]   = { 10, 1, DESK_TEXT_FIGURES, NULL },
  [VAT]   = { 9,  1, DESK_TEXT_FIGURES, NULL },
  [GROSS] = { 10, 1, DESK_TEXT_FIGURES, NULL },
};

struct _DeskVatRowView
{
  DeskTextRow parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskVatRowView, desk_vat_row_view, DESK_TYPE_TEXT_ROW)

static void
desk_vat_row_view_class_init (DeskVatRowViewClass *klass)
{
  desk_text_row_class_set_columns (DESK_TEXT_ROW_CLASS (klass), columns, N_COLUMNS, SPACING);
}

static void
desk_vat_row_view_init (DeskVatRowView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "vat-row");
}

static void
show_texts (DeskVatRowView    *self,
            const char *const  texts[N_COLUMNS])
{
  g_autofree char *label = g_strjoin (", ", texts[NAME], texts[NET], texts[VAT], texts[GROSS],
                                      NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    desk_text_row_set_text (DESK_TEXT_ROW (self), i, texts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * desk_vat_row_view_show_heads:
 * @self: a row
 *
 * Says what stands in the rows below.
 */
void
desk_vat_row_view_show_heads (DeskVatRowView *self)
{
  const char *const texts[N_COLUMNS] = { C_("VAT", "Rate"), C_("VAT", "Net"), C_("VAT", "VAT"),
                                         C_("VAT", "Gross") };

  gtk_widget_add_css_class (GTK_WIDGET (self), "heads");
  show_texts (self, texts);
}

/**
 * desk_vat_row_view_show:
 * @self: a row
 * @row: the sums of one rate
 * @property: the house
 */
void
desk_vat_row_view_show (DeskVatRowView     *self,
                        const DeskVatRow   *row,
                        const DeskProperty *property)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *net = desk_show_amount (catalog, property, row->net_minor);
  g_autofree char *vat = desk_show_amount (catalog, property, row->vat_minor);
  g_autofree char *gross = desk_show_amount (catalog, property, row->gross_minor);
  g_autofree char *rate = row->tax != NULL ? desk_format_percent (catalog, row->rate) : NULL;
  const char *const texts[N_COLUMNS] = { rate != NULL ? rate : _("Without VAT"), net, vat, gross };

  show_texts (self, texts);
}
