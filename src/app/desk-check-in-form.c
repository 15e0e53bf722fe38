/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-intl.h"
#include "desk-plan-form.h"
#include "desk-show.h"
#include "desk-template.h"

/**
 * DeskCheckInForm:
 *
 * Which room, where it is not the one assigned.
 */
#define DESK_TYPE_CHECK_IN_FORM (desk_check_in_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskCheckInForm, desk_check_in_form, DESK, CHECK_IN_FORM, DeskPlanForm)

struct _DeskCheckInForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *room;
  GtkWidget    *hint;
};

G_DEFINE_FINAL_TYPE (DeskCheckInForm, desk_check_in_form, DESK_TYPE_PLAN_FORM)

static void
desk_check_in_form_set_up (DeskPlanForm     *form,
                           DeskBill         *bill,
                           const DeskAction *action)
{
  DeskCheckInForm *self = DESK_CHECK_IN_FORM (form);
  const DeskStayRow *row = desk_bill_get_row (bill);
  g_autofree char *hint = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->room),
                         action->room != NULL ? action->room
                                              : row->room != NULL ? row->room : "");
  if (row->room != NULL)
    hint = g_strjoin (" · ", row->room, row->room_type != NULL ? row->room_type : "",
                      desk_show_clean (row->room_clean), NULL);
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : desk_show_clean (NULL));
}

static gboolean
desk_check_in_form_fill (DeskPlanForm  *form,
                         DeskAction    *action,
                         GError       **error)
{
  DeskCheckInForm *self = DESK_CHECK_IN_FORM (form);
  g_autofree char *room = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->room)));

  g_strstrip (room);
  g_free (action->room);
  action->room = *room != '\0' ? g_steal_pointer (&room) : NULL;

  return TRUE;
}

static void
on_changed_cb (GtkEditable  *editable,
               DeskPlanForm *form)
{
  desk_plan_form_changed (form);
}

static gboolean
desk_check_in_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_CHECK_IN_FORM (widget)->room);
}

static void
desk_check_in_form_class_init (DeskCheckInFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  form_class->set_up = desk_check_in_form_set_up;
  form_class->fill = desk_check_in_form_fill;
  widget_class->grab_focus = desk_check_in_form_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-check-in-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskCheckInForm, room);
  gtk_widget_class_bind_template_child (widget_class, DeskCheckInForm, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
desk_check_in_form_init (DeskCheckInForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_check_in_form_new (void)
{
  return g_object_new (DESK_TYPE_CHECK_IN_FORM, NULL);
}
