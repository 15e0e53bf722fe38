/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-choice.h"
#include "desk-field.h"
#include "desk-intl.h"
#include "desk-plan-form.h"
#include "desk-template.h"

/**
 * DeskFixForm:
 *
 * An error put right: which lines, what would be right, and what shows it.
 */
#define DESK_TYPE_FIX_FORM (desk_fix_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskFixForm, desk_fix_form, DESK, FIX_FORM, DeskPlanForm)

struct _DeskFixForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *lines;
  GtkWidget    *what;
  GtkWidget    *price;
  GtkWidget    *quantity;
  GtkWidget    *reason;
  GtkWidget    *text;

  /* State */
  int           digits;
};

G_DEFINE_FINAL_TYPE (DeskFixForm, desk_fix_form, DESK_TYPE_PLAN_FORM)

/* Only what is asked for can be typed. */
static void
show_what (DeskFixForm *self)
{
  const char *what = desk_choice_get (DESK_CHOICE (self->what));

  gtk_widget_set_visible (self->price, g_strcmp0 (what, "price") == 0);
  gtk_widget_set_visible (self->quantity, g_strcmp0 (what, "quantity") == 0);
}

static void
desk_fix_form_set_up (DeskPlanForm     *form,
                      DeskBill         *bill,
                      const DeskAction *action)
{
  DeskFixForm *self = DESK_FIX_FORM (form);
  static const char *const kinds[] = { "correction", "allowance", NULL };
  DeskProperty *property = desk_bill_get_property (bill);
  g_autofree char *lines = desk_plan_form_print_lines (action->lines);

  self->digits = property->digits;
  desk_field_set_text (DESK_FIELD (self->lines), lines);
  desk_choice_add (DESK_CHOICE (self->what), "price", C_("fix", "Another price"));
  desk_choice_add (DESK_CHOICE (self->what), "quantity", C_("fix", "Another quantity"));
  desk_choice_add (DESK_CHOICE (self->what), "none", C_("fix", "Nothing: it should not be there"));
  desk_choice_choose (DESK_CHOICE (self->what),
                      action->none ? "none" : action->has_quantity ? "quantity" : "price");
  if (action->has_unit)
    {
      g_autofree char *price = desk_field_dup_amount (action->unit_minor, self->digits);

      desk_field_set_text (DESK_FIELD (self->price), price);
    }
  if (action->has_quantity)
    {
      g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, action->quantity);

      desk_field_set_text (DESK_FIELD (self->quantity), quantity);
    }
  desk_choice_add_reasons (DESK_CHOICE (self->reason), property, kinds);
  desk_choice_choose (DESK_CHOICE (self->reason), action->reason);
  desk_field_set_text (DESK_FIELD (self->text), action->text);
  show_what (self);
}

static gboolean
desk_fix_form_fill (DeskPlanForm  *form,
                    DeskAction    *action,
                    GError       **error)
{
  DeskFixForm *self = DESK_FIX_FORM (form);
  const char *what = desk_choice_get (DESK_CHOICE (self->what));
  g_autoptr (GArray) lines = NULL;
  gint64 quantity = 0;

  if (!desk_field_get_lines (DESK_FIELD (self->lines), &lines, error))
    return FALSE;

  g_clear_pointer (&action->lines, g_array_unref);
  action->lines = g_steal_pointer (&lines);
  action->none = g_strcmp0 (what, "none") == 0;
  action->has_unit = g_strcmp0 (what, "price") == 0;
  action->has_quantity = g_strcmp0 (what, "quantity") == 0;
  if (action->has_unit && !desk_field_get_amount (DESK_FIELD (self->price), self->digits,
                                                  &action->unit_minor, error))
    return FALSE;
  if (action->has_quantity &&
      !desk_field_get_amount (DESK_FIELD (self->quantity), 0, &quantity, error))
    return FALSE;

  action->quantity = action->has_quantity ? quantity : 1;
  desk_plan_form_take_reason (action, DESK_CHOICE (self->reason), DESK_FIELD (self->text));

  return TRUE;
}


static void
on_changed_cb (GtkWidget   *widget,
               DeskFixForm *self)
{
  show_what (self);
  desk_plan_form_changed (DESK_PLAN_FORM (self));
}

static gboolean
desk_fix_form_grab_focus (GtkWidget *widget)
{
  DeskFixForm *self = DESK_FIX_FORM (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->price)      ? self->price
                                : gtk_widget_get_visible (self->quantity) ? self->quantity
                                                                          : self->text);
}

static void
desk_fix_form_class_init (DeskFixFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_FIELD);

  form_class->set_up = desk_fix_form_set_up;
  form_class->fill = desk_fix_form_fill;
  widget_class->grab_focus = desk_fix_form_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-fix-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskFixForm, lines);
  gtk_widget_class_bind_template_child (widget_class, DeskFixForm, what);
  gtk_widget_class_bind_template_child (widget_class, DeskFixForm, price);
  gtk_widget_class_bind_template_child (widget_class, DeskFixForm, quantity);
  gtk_widget_class_bind_template_child (widget_class, DeskFixForm, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskFixForm, text);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
desk_fix_form_init (DeskFixForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_fix_form_new (void)
{
  return g_object_new (DESK_TYPE_FIX_FORM, NULL);
}
