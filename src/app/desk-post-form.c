/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-article-list.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-field.h"
#include "desk-plan-form.h"
#include "desk-template.h"

/**
 * DeskPostForm:
 *
 * A charge: the article, how many, at which price, on which window.
 */
#define DESK_TYPE_POST_FORM (desk_post_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskPostForm, desk_post_form, DESK, POST_FORM, DeskPlanForm)

struct _DeskPostForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *articles;
  GtkWidget    *quantity;
  GtkWidget    *price;
  GtkWidget    *window;

  /* Owned */
  DeskProperty *property;
};

G_DEFINE_FINAL_TYPE (DeskPostForm, desk_post_form, DESK_TYPE_PLAN_FORM)

/* The house's price stands where another one may be typed. */
static void
show_price (DeskPostForm *self)
{
  const char *name = desk_article_list_get_code (DESK_ARTICLE_LIST (self->articles));
  const DeskCode *code = name != NULL ? desk_property_get_code (self->property, name) : NULL;
  g_autofree char *price = NULL;

  if (code != NULL && code->has_price)
    price = desk_field_dup_amount (code->price_minor, self->property->digits);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->price), price != NULL ? price : "");
}

static void
desk_post_form_set_up (DeskPlanForm     *form,
                       DeskBill         *bill,
                       const DeskAction *action)
{
  DeskPostForm *self = DESK_POST_FORM (form);

  g_clear_pointer (&self->property, desk_property_unref);
  self->property = desk_property_ref (desk_bill_get_property (bill));
  desk_article_list_fill (DESK_ARTICLE_LIST (self->articles), self->property, DESK_CODE_CHARGE);
  if (action->code != NULL)
    desk_article_list_choose (DESK_ARTICLE_LIST (self->articles), action->code);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->quantity), MAX (action->quantity, 1));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->window), CLAMP (action->window, 1, 8));
  if (action->has_unit)
    {
      g_autofree char *price = desk_field_dup_amount (action->unit_minor, self->property->digits);

      gtk_editable_set_text (GTK_EDITABLE (self->price), price);
    }
  show_price (self);
}

static gboolean
desk_post_form_fill (DeskPlanForm  *form,
                     DeskAction    *action,
                     GError       **error)
{
  DeskPostForm *self = DESK_POST_FORM (form);
  const char *code = desk_article_list_get_code (DESK_ARTICLE_LIST (self->articles));
  g_autofree char *price = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->price)));

  if (code == NULL)
    return desk_complain (error, DESK_ERROR_NOT_FOUND,
                          desk_message_new (NULL, N_("no article fits the search")));

  g_strstrip (price);
  action->has_unit = *price != '\0';
  if (action->has_unit &&
      !desk_field_read_amount (price, self->property->digits, &action->unit_minor, error))
    return FALSE;

  g_free (action->code);
  action->code = g_strdup (code);
  action->quantity = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->quantity));
  action->window = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->window));

  return TRUE;
}

static void
on_article_changed_cb (DeskArticleList *articles,
                       DeskPostForm    *self)
{
  /* While the list is being filled there is no house yet. */
  if (self->property == NULL)
    return;

  show_price (self);
  desk_plan_form_changed (DESK_PLAN_FORM (self));
}

static void
on_changed_cb (GtkWidget    *widget,
               DeskPlanForm *form)
{
  desk_plan_form_changed (form);
}

static gboolean
desk_post_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_POST_FORM (widget)->articles);
}

static void
desk_post_form_finalize (GObject *object)
{
  g_clear_pointer (&DESK_POST_FORM (object)->property, desk_property_unref);

  G_OBJECT_CLASS (desk_post_form_parent_class)->finalize (object);
}

static void
desk_post_form_class_init (DeskPostFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  g_type_ensure (DESK_TYPE_ARTICLE_LIST);

  G_OBJECT_CLASS (klass)->finalize = desk_post_form_finalize;
  form_class->set_up = desk_post_form_set_up;
  form_class->fill = desk_post_form_fill;
  widget_class->grab_focus = desk_post_form_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-post-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskPostForm, articles);
  gtk_widget_class_bind_template_child (widget_class, DeskPostForm, quantity);
  gtk_widget_class_bind_template_child (widget_class, DeskPostForm, price);
  gtk_widget_class_bind_template_child (widget_class, DeskPostForm, window);
  gtk_widget_class_bind_template_callback (widget_class, on_article_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
desk_post_form_init (DeskPostForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_post_form_new (void)
{
  return g_object_new (DESK_TYPE_POST_FORM, NULL);
}
