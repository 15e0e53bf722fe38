/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-intl.h"
#include "desk-field.h"
#include "desk-plan-form.h"
#include "desk-show.h"
#include "desk-template.h"

/**
 * DeskCheckInForm:
 *
 * Which room, where it is not the one assigned, and what a card keeps ready.
 */
#define DESK_TYPE_CHECK_IN_FORM (desk_check_in_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskCheckInForm, desk_check_in_form, DESK, CHECK_IN_FORM, DeskPlanForm)

struct _DeskCheckInForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *room;
  GtkWidget    *hint;
  GtkWidget    *tender;
  GtkWidget    *card;
  GtkWidget    *hold;

  /* Owned */
  char         *assigned;   /* the room the hint is about; "" where there is none yet */

  /* State */
  int           digits;
};

G_DEFINE_FINAL_TYPE (DeskCheckInForm, desk_check_in_form, DESK_TYPE_PLAN_FORM)

/* Card and amount are asked once a kind of card is chosen. */
static void
show_hold (DeskCheckInForm *self)
{
  gboolean held = desk_choice_get (DESK_CHOICE (self->tender)) != NULL;

  gtk_widget_set_visible (self->card, held);
  gtk_widget_set_visible (self->hold, held);
}

static void
set_up_hold (DeskCheckInForm  *self,
             DeskProperty     *property,
             const DeskAction *action)
{
  const DeskCatalog *catalog = desk_app_get_catalog ();
  g_autofree char *amount = NULL;

  desk_choice_add (DESK_CHOICE (self->tender), "", C_("hold", "Nothing"));
  for (guint i = 0; i < property->codes->len; i++)
    {
      const DeskCode *code = property->codes->pdata[i];

      if (code->kind == DESK_CODE_PAYMENT && !code->cash)
        desk_choice_add (DESK_CHOICE (self->tender), code->name,
                         desk_words_get (&code->words, desk_catalog_get_language (catalog),
                                         code->name));
    }
  if (action->hold_minor > 0)
    amount = desk_field_dup_amount (action->hold_minor, property->digits);
  desk_choice_choose (DESK_CHOICE (self->tender), action->code != NULL ? action->code : "");
  desk_field_set_text (DESK_FIELD (self->card), action->card);
  desk_field_set_text (DESK_FIELD (self->hold), amount);
  self->digits = property->digits;
  show_hold (self);
}

static void
desk_check_in_form_set_up (DeskPlanForm     *form,
                           DeskBill         *bill,
                           const DeskAction *action)
{
  DeskCheckInForm *self = DESK_CHECK_IN_FORM (form);
  const DeskStayRow *row = desk_bill_get_row (bill);
  const char *type = desk_property_say_room_type (
    desk_bill_get_property (bill), row->room_type,
    desk_catalog_get_language (desk_app_get_catalog ()));
  g_autofree char *hint = NULL;

  self->assigned = g_strdup (row->room != NULL ? row->room : "");
  gtk_editable_set_text (GTK_EDITABLE (self->room),
                         action->room != NULL ? action->room
                                              : row->room != NULL ? row->room : "");
  /* Where somebody is still in it, how clean it is helps nobody: the plan says who. */
  if (row->room != NULL)
    hint = g_strjoin (" · ", row->room, type != NULL ? type : "",
                      row->room_occupied ? NULL : desk_show_clean (row->room_clean), NULL);
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : desk_show_clean (NULL));
  set_up_hold (self, desk_bill_get_property (bill), action);
}

/* Without an error where a card was chosen and the rest is missing yet. */
static gboolean
take_hold (DeskCheckInForm  *self,
           DeskAction       *action,
           GError          **error)
{
  const char *tender = desk_choice_get (DESK_CHOICE (self->tender));

  g_clear_pointer (&action->code, g_free);
  g_clear_pointer (&action->card, g_free);
  action->hold_minor = 0;
  if (tender == NULL)
    return TRUE;

  action->code = g_strdup (tender);
  action->card = desk_field_dup_text (DESK_FIELD (self->card));

  return action->card != NULL &&
         desk_field_get_amount (DESK_FIELD (self->hold), self->digits, &action->hold_minor, error);
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

  return take_hold (self, action, error);
}

static void
on_hold_changed_cb (GtkWidget       *widget,
                    DeskCheckInForm *self)
{
  show_hold (self);
  desk_plan_form_changed (DESK_PLAN_FORM (self));
}

/* Of another room the plan says what there is to say. */
static void
on_room_changed_cb (GtkEditable     *room,
                    DeskCheckInForm *self)
{
  gtk_widget_set_visible (self->hint,
                          g_strcmp0 (gtk_editable_get_text (room), self->assigned) == 0);
  desk_plan_form_changed (DESK_PLAN_FORM (self));
}

static gboolean
desk_check_in_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_CHECK_IN_FORM (widget)->room);
}

static void
desk_check_in_form_finalize (GObject *object)
{
  g_free (DESK_CHECK_IN_FORM (object)->assigned);

  G_OBJECT_CLASS (desk_check_in_form_parent_class)->finalize (object);
}

static void
desk_check_in_form_class_init (DeskCheckInFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_check_in_form_finalize;
  form_class->set_up = desk_check_in_form_set_up;
  form_class->fill = desk_check_in_form_fill;
  widget_class->grab_focus = desk_check_in_form_grab_focus;

  g_type_ensure (DESK_TYPE_CHOICE);
  g_type_ensure (DESK_TYPE_FIELD);

  desk_template_set (widget_class, DESK_UI ("desk-check-in-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskCheckInForm, room);
  gtk_widget_class_bind_template_child (widget_class, DeskCheckInForm, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskCheckInForm, tender);
  gtk_widget_class_bind_template_child (widget_class, DeskCheckInForm, card);
  gtk_widget_class_bind_template_child (widget_class, DeskCheckInForm, hold);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hold_changed_cb);
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
