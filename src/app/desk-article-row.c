/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-article-row.h"

#include "desk-article-list.h"
#include "desk-show.h"
#include "desk-template.h"

struct _DeskArticleRow
{
  GtkBox           parent_instance;

  /* Template widgets */
  GtkWidget       *name;
  GtkWidget       *price;

  /* Owned */
  DeskArticleItem *item;
};

G_DEFINE_FINAL_TYPE (DeskArticleRow, desk_article_row, GTK_TYPE_BOX)

enum { PROP_0, PROP_ITEM, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
desk_article_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DeskArticleRow *self = DESK_ARTICLE_ROW (object);
  g_autofree char *name = NULL;
  g_autofree char *price = NULL;
  g_autofree char *label = NULL;

  if (!g_set_object (&self->item, g_value_get_object (value)) || self->item == NULL)
    return;

  g_object_get (self->item, "name", &name, "price", &price, NULL);
  label = g_strjoin (", ", name, *price != '\0' ? price : NULL, NULL);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->price), price);
  desk_show_row_label (GTK_WIDGET (self), label);
}

static void
desk_article_row_dispose (GObject *object)
{
  g_clear_object (&DESK_ARTICLE_ROW (object)->item);

  G_OBJECT_CLASS (desk_article_row_parent_class)->dispose (object);
}

static void
desk_article_row_class_init (DeskArticleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_article_row_set_property;
  object_class->dispose = desk_article_row_dispose;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, DESK_TYPE_ARTICLE_ITEM,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  desk_template_set (widget_class, DESK_UI ("desk-article-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskArticleRow, name);
  gtk_widget_class_bind_template_child (widget_class, DeskArticleRow, price);
}

static void
desk_article_row_init (DeskArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
