/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-night-line.h"

#include "desk-show.h"
#include "desk-template.h"

struct _DeskNightLine
{
  GtkBox         parent_instance;

  /* Template widgets */
  GtkWidget     *room;
  GtkWidget     *guest;
  GtkWidget     *remarks;
  GtkWidget     *price;
  GtkWidget     *total;

  /* Owned */
  DeskNightItem *item;
};

G_DEFINE_FINAL_TYPE (DeskNightLine, desk_night_line, GTK_TYPE_BOX)

enum { PROP_0, PROP_ITEM, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
show_item (DeskNightLine *self)
{
  const char *room = desk_night_item_get_room (self->item);
  const char *guest = desk_night_item_get_guest (self->item);
  const char *remarks = desk_night_item_get_remarks (self->item);
  const char *total = desk_night_item_get_total (self->item);
  g_autofree char *label = g_strjoin (", ", room != NULL ? room : "–", guest, total, remarks, NULL);

  gtk_label_set_label (GTK_LABEL (self->room), room != NULL ? room : "–");
  gtk_label_set_label (GTK_LABEL (self->guest), guest);
  gtk_label_set_label (GTK_LABEL (self->remarks), remarks != NULL ? remarks : "");
  gtk_widget_set_visible (self->remarks, remarks != NULL);
  gtk_label_set_label (GTK_LABEL (self->price), desk_night_item_get_price (self->item));
  gtk_label_set_label (GTK_LABEL (self->total), total);
  desk_show_row_label (GTK_WIDGET (self), label);
}

static void
desk_night_line_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DeskNightLine *self = DESK_NIGHT_LINE (object);

  if (g_set_object (&self->item, g_value_get_object (value)) && self->item != NULL)
    show_item (self);
}

static void
desk_night_line_dispose (GObject *object)
{
  g_clear_object (&DESK_NIGHT_LINE (object)->item);

  G_OBJECT_CLASS (desk_night_line_parent_class)->dispose (object);
}

static void
desk_night_line_class_init (DeskNightLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_night_line_set_property;
  object_class->dispose = desk_night_line_dispose;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, DESK_TYPE_NIGHT_ITEM,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  desk_template_set (widget_class, DESK_UI ("desk-night-line.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskNightLine, room);
  gtk_widget_class_bind_template_child (widget_class, DeskNightLine, guest);
  gtk_widget_class_bind_template_child (widget_class, DeskNightLine, remarks);
  gtk_widget_class_bind_template_child (widget_class, DeskNightLine, price);
  gtk_widget_class_bind_template_child (widget_class, DeskNightLine, total);
}

static void
desk_night_line_init (DeskNightLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
