/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-vat-row-view.h"

#include "desk-format.h"
#include "desk-intl.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskVatRowView
{
  GtkBox     parent_instance;

  /* Template widgets */
  GtkWidget *name;
  GtkWidget *net;
  GtkWidget *vat;
  GtkWidget *gross;
};

G_DEFINE_FINAL_TYPE (DeskVatRowView, desk_vat_row_view, GTK_TYPE_BOX)

static void
desk_vat_row_view_class_init (DeskVatRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  desk_template_set (widget_class, DESK_UI ("desk-vat-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskVatRowView, name);
  gtk_widget_class_bind_template_child (widget_class, DeskVatRowView, net);
  gtk_widget_class_bind_template_child (widget_class, DeskVatRowView, vat);
  gtk_widget_class_bind_template_child (widget_class, DeskVatRowView, gross);
}

static void
desk_vat_row_view_init (DeskVatRowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static DeskVatRowView *
row_view_new (const char *name,
              const char *net,
              const char *vat,
              const char *gross)
{
  DeskVatRowView *self = g_object_new (DESK_TYPE_VAT_ROW_VIEW, NULL);

  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->net), net);
  gtk_label_set_label (GTK_LABEL (self->vat), vat);
  gtk_label_set_label (GTK_LABEL (self->gross), gross);

  return self;
}

GtkWidget *
desk_vat_row_view_new_heads (void)
{
  DeskVatRowView *self = row_view_new (C_("VAT", "Rate"), C_("VAT", "Net"), C_("VAT", "VAT"),
                                       C_("VAT", "Gross"));

  gtk_widget_add_css_class (GTK_WIDGET (self), "heads");

  return GTK_WIDGET (self);
}

GtkWidget *
desk_vat_row_view_new (const DeskVatRow   *row,
                       const DeskProperty *property)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *net = desk_show_amount (catalog, property, row->net_minor);
  g_autofree char *vat = desk_show_amount (catalog, property, row->vat_minor);
  g_autofree char *gross = desk_show_amount (catalog, property, row->gross_minor);
  g_autofree char *name = NULL;

  if (row->tax == NULL)
    name = g_strdup (_("Without VAT"));
  else
    name = desk_format_percent (catalog, row->rate);

  return GTK_WIDGET (row_view_new (name, net, vat, gross));
}
