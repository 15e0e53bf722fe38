/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-choice.h"
#include "desk-field.h"
#include "desk-intl.h"
#include "desk-plan-form.h"
#include "desk-template.h"

/**
 * DeskOffForm:
 *
 * A gesture: how much, of what, and why.
 */
#define DESK_TYPE_OFF_FORM (desk_off_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskOffForm, desk_off_form, DESK, OFF_FORM, DeskPlanForm)

struct _DeskOffForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *much;
  GtkWidget    *base;
  GtkWidget    *lines;
  GtkWidget    *reason;
  GtkWidget    *text;

  /* State */
  int           digits;
  int           window;
};

G_DEFINE_FINAL_TYPE (DeskOffForm, desk_off_form, DESK_TYPE_PLAN_FORM)

static void
show_base (DeskOffForm *self)
{
  gtk_widget_set_visible (self->lines,
                          g_strcmp0 (desk_choice_get (DESK_CHOICE (self->base)), "lines") == 0);
}

static const struct
{
  const char  *value;
  DeskOffBase  base;
  const char  *text;
} bases[] = {
  { "lines", DESK_OFF_LINES, NC_("off", "These lines") },
  { "window", DESK_OFF_WINDOW, NC_("off", "This window of the bill") },
  { "stay", DESK_OFF_STAY, NC_("off", "All that the guest pays") },
  { "all", DESK_OFF_ALL, NC_("off", "The whole bill, whoever pays") },
};

static void
show_much (DeskOffForm      *self,
           const DeskAction *action)
{
  g_autofree char *text = NULL;

  if (action->percent != NULL)
    text = g_strconcat (action->percent, "%", NULL);
  else if (action->amount_minor != 0)
    text = desk_field_dup_amount (action->amount_minor, self->digits);
  desk_field_set_text (DESK_FIELD (self->much), text);
}

static void
desk_off_form_set_up (DeskPlanForm     *form,
                      DeskBill         *bill,
                      const DeskAction *action)
{
  DeskOffForm *self = DESK_OFF_FORM (form);
  static const char *const kinds[] = { "goodwill", NULL };
  DeskProperty *property = desk_bill_get_property (bill);
  g_autofree char *lines = desk_plan_form_print_lines (action->lines);

  self->digits = property->digits;
  self->window = action->window;
  show_much (self, action);
  desk_field_set_text (DESK_FIELD (self->lines), lines);
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    desk_choice_add (DESK_CHOICE (self->base), bases[i].value, C_("off", bases[i].text));

  /* A class of articles or a day is chosen in the line; it stays as it is. */
  if (action->base == DESK_OFF_CLASS || action->base == DESK_OFF_DAY)
    desk_choice_add (DESK_CHOICE (self->base), "as-typed", C_("off", "As it was typed"));
  desk_choice_choose (DESK_CHOICE (self->base), "as-typed");
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (bases[i].base == action->base)
      desk_choice_choose (DESK_CHOICE (self->base), bases[i].value);
  desk_choice_add_reasons (DESK_CHOICE (self->reason), property, kinds);
  desk_choice_choose (DESK_CHOICE (self->reason), action->reason);
  desk_field_set_text (DESK_FIELD (self->text), action->text);
  show_base (self);
}

/* "10%" or "12.50" */
static gboolean
take_much (DeskOffForm  *self,
           DeskAction   *action,
           GError      **error)
{
  g_autofree char *text = desk_field_dup_text (DESK_FIELD (self->much));

  if (text == NULL)
    return FALSE;

  g_clear_pointer (&action->percent, g_free);
  action->amount_minor = 0;
  if (!g_str_has_suffix (text, "%"))
    return desk_field_read_amount (text, self->digits, &action->amount_minor, error);

  text[strlen (text) - 1] = '\0';
  action->percent = g_strdup (g_strdelimit (g_strstrip (text), ",", '.'));

  return TRUE;
}

static gboolean
desk_off_form_fill (DeskPlanForm  *form,
                    DeskAction    *action,
                    GError       **error)
{
  DeskOffForm *self = DESK_OFF_FORM (form);
  const char *chosen = desk_choice_get (DESK_CHOICE (self->base));
  g_autoptr (GArray) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (g_strcmp0 (chosen, bases[i].value) == 0)
      action->base = bases[i].base;
  if (action->base == DESK_OFF_LINES &&
      !desk_field_get_lines (DESK_FIELD (self->lines), &lines, error))
    return FALSE;
  if (!take_much (self, action, error))
    return FALSE;

  if (lines != NULL)
    {
      g_clear_pointer (&action->lines, g_array_unref);
      action->lines = g_steal_pointer (&lines);
    }
  action->window = self->window;
  desk_plan_form_take_reason (action, DESK_CHOICE (self->reason), DESK_FIELD (self->text));

  return TRUE;
}


static void
on_changed_cb (GtkWidget   *widget,
               DeskOffForm *self)
{
  show_base (self);
  desk_plan_form_changed (DESK_PLAN_FORM (self));
}

static gboolean
desk_off_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_OFF_FORM (widget)->much);
}

static void
desk_off_form_class_init (DeskOffFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_FIELD);

  form_class->set_up = desk_off_form_set_up;
  form_class->fill = desk_off_form_fill;
  widget_class->grab_focus = desk_off_form_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-off-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskOffForm, much);
  gtk_widget_class_bind_template_child (widget_class, DeskOffForm, base);
  gtk_widget_class_bind_template_child (widget_class, DeskOffForm, lines);
  gtk_widget_class_bind_template_child (widget_class, DeskOffForm, reason);
  gtk_widget_class_bind_template_child (widget_class, DeskOffForm, text);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
desk_off_form_init (DeskOffForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_off_form_new (void)
{
  return g_object_new (DESK_TYPE_OFF_FORM, NULL);
}
