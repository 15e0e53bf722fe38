/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-article-list.h"
#include "desk-complain.h"
#include "desk-error.h"
#include "desk-field.h"
#include "desk-plan-form.h"
#include "desk-template.h"

/**
 * DeskPayForm:
 *
 * A payment: how much or all of it, with what, for which window.
 */
#define DESK_TYPE_PAY_FORM (desk_pay_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskPayForm, desk_pay_form, DESK, PAY_FORM, DeskPlanForm)

struct _DeskPayForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *all;
  GtkWidget    *amount;
  GtkWidget    *tenders;
  GtkWidget    *window;

  /* Owned */
  DeskProperty *property;
};

G_DEFINE_FINAL_TYPE (DeskPayForm, desk_pay_form, DESK_TYPE_PLAN_FORM)

static void
desk_pay_form_set_up (DeskPlanForm     *form,
                      DeskBill         *bill,
                      const DeskAction *action)
{
  DeskPayForm *self = DESK_PAY_FORM (form);
  gboolean all = action->all || action->amount_minor == 0;

  g_clear_pointer (&self->property, desk_property_unref);
  self->property = desk_property_ref (desk_bill_get_property (bill));
  desk_article_list_fill (DESK_ARTICLE_LIST (self->tenders), self->property, DESK_CODE_PAYMENT);
  if (action->code != NULL)
    desk_article_list_choose (DESK_ARTICLE_LIST (self->tenders), action->code);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all), all);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->window), CLAMP (action->window, 1, 8));
  if (!all)
    {
      g_autofree char *amount = desk_field_dup_amount (action->amount_minor,
                                                       self->property->digits);

      gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
    }
}

static gboolean
desk_pay_form_fill (DeskPlanForm  *form,
                    DeskAction    *action,
                    GError       **error)
{
  DeskPayForm *self = DESK_PAY_FORM (form);
  const char *code = desk_article_list_get_code (DESK_ARTICLE_LIST (self->tenders));
  g_autofree char *amount = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->amount)));

  if (code == NULL)
    return desk_complain (error, DESK_ERROR_NOT_FOUND,
                          desk_message_new (NULL, N_("the house takes no payments")));

  g_strstrip (amount);
  action->all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all));
  if (!action->all &&
      !desk_field_read_amount (amount, self->property->digits, &action->amount_minor, error))
    return FALSE;

  g_free (action->code);
  action->code = g_strdup (code);
  action->window = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->window));

  return TRUE;
}

static void
on_changed_cb (GtkWidget    *widget,
               DeskPlanForm *form)
{
  desk_plan_form_changed (form);
}

/* Who types an amount does not mean all. */
static void
on_amount_changed_cb (GtkEditable *editable,
                      DeskPayForm *self)
{
  if (*gtk_editable_get_text (editable) != '\0')
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all), FALSE);
  desk_plan_form_changed (DESK_PLAN_FORM (self));
}

static gboolean
desk_pay_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_PAY_FORM (widget)->tenders);
}

static void
desk_pay_form_finalize (GObject *object)
{
  g_clear_pointer (&DESK_PAY_FORM (object)->property, desk_property_unref);

  G_OBJECT_CLASS (desk_pay_form_parent_class)->finalize (object);
}

static void
desk_pay_form_class_init (DeskPayFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  g_type_ensure (DESK_TYPE_ARTICLE_LIST);

  G_OBJECT_CLASS (klass)->finalize = desk_pay_form_finalize;
  form_class->set_up = desk_pay_form_set_up;
  form_class->fill = desk_pay_form_fill;
  widget_class->grab_focus = desk_pay_form_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-pay-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskPayForm, all);
  gtk_widget_class_bind_template_child (widget_class, DeskPayForm, amount);
  gtk_widget_class_bind_template_child (widget_class, DeskPayForm, tenders);
  gtk_widget_class_bind_template_child (widget_class, DeskPayForm, window);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_changed_cb);
}

static void
desk_pay_form_init (DeskPayForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_pay_form_new (void)
{
  return g_object_new (DESK_TYPE_PAY_FORM, NULL);
}
