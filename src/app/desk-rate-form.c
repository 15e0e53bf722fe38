/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-choice.h"
#include "desk-field.h"
#include "desk-intl.h"
#include "desk-plan-form.h"
#include "desk-template.h"

/**
 * DeskRateForm:
 *
 * The price of nights to come.
 */
#define DESK_TYPE_RATE_FORM (desk_rate_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskRateForm, desk_rate_form, DESK, RATE_FORM, DeskPlanForm)

struct _DeskRateForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *from;
  GtkWidget    *till;
  GtkWidget    *what;
  GtkWidget    *price;
  GtkWidget    *reason;
  GtkWidget    *text;

  /* State */
  int           digits;
};

G_DEFINE_FINAL_TYPE (DeskRateForm, desk_rate_form, DESK_TYPE_PLAN_FORM)

static void
show_what (DeskRateForm *self)
{
  gtk_widget_set_visible (self->price,
                          g_strcmp0 (desk_choice_get (DESK_CHOICE (self->what)), "price") == 0);
}

static void
desk_rate_form_set_up (DeskPlanForm     *form,
                       DeskBill         *bill,
                       const DeskAction *action)
{
  DeskRateForm *self = DESK_RATE_FORM (form);
  static const char *const kinds[] = { "rate", "goodwill", "correction", "allowance", NULL };
  DeskProperty *property = desk_bill_get_property (bill);

  self->digits = property->digits;
  desk_choice_add_nights (DESK_CHOICE (self->from), bill);
  desk_choice_choose_date (DESK_CHOICE (self->from), action->from);
  /* Translators: to which night: the last one of the stay */
  desk_choice_add (DESK_CHOICE (self->till), "", C_("rate", "the last"));
  desk_choice_add_nights (DESK_CHOICE (self->till), bill);
  desk_choice_choose_date (DESK_CHOICE (self->till), action->till);
  desk_choice_add (DESK_CHOICE (self->what), "price", C_("rate", "Another price"));
  desk_choice_add (DESK_CHOICE (self->what), "list", C_("rate", "List price"));
  desk_choice_choose (DESK_CHOICE (self->what), action->list ? "list" : "price");
  if (!action->list && action->unit_minor != 0)
    {
      g_autofree char *price = desk_field_dup_amount (action->unit_minor, self->digits);

      desk_field_set_text (DESK_FIELD (self->price), price);
    }
  desk_choice_add_reasons (DESK_CHOICE (self->reason), property, kinds);
  desk_choice_choose (DESK_CHOICE (self->reason), action->reason);
  desk_field_set_text (DESK_FIELD (self->text), action->text);
  show_what (self);
}

static gboolean
desk_rate_form_fill (DeskPlanForm  *form,
                     DeskAction    *action,
                     GError       **error)
{
  DeskRateForm *self = DESK_RATE_FORM (form);
  action->list = g_strcmp0 (desk_choice_get (DESK_CHOICE (self->what)), "list") == 0;
  if (!action->list && !desk_field_get_amount (DESK_FIELD (self->price), self->digits,
                                               &action->unit_minor, error))
    return FALSE;

  action->from = desk_choice_get_date (DESK_CHOICE (self->from));
  action->till = desk_choice_get_date (DESK_CHOICE (self->till));
  desk_plan_form_take_reason (action, DESK_CHOICE (self->reason), DESK_FIELD (self->text));

  return TRUE;
}


static void
on_changed_cb (GtkWidget    *widget,
               DeskRateForm *self)
{
  show_what (self);
  desk_plan_form_changed (DESK_PLAN_FORM (self));
}

static gboolean
desk_rate_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_RATE_FORM (widget)->price);
}

static void
desk_rate_form_class_init (DeskRateFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_FIELD);

  form_class->set_up = desk_rate_form_set_up;
  form_class->fill = desk_rate_form_fill;
  widget_class->grab_focus = desk_rate_form_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-rate-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskRateForm, from);
  gtk_widget_class_bind_template_child (widget_class, DeskRateForm, till);
  gtk_widget_class_bind_template_child (widget_class, DeskRateForm, what);
  gtk_widget_class_bind_template_child (widget_class, DeskRateForm, price);
  gtk_widget_class_bind_template_child (widget_class, DeskRateForm, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskRateForm, text);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
desk_rate_form_init (DeskRateForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_rate_form_new (void)
{
  return g_object_new (DESK_TYPE_RATE_FORM, NULL);
}
