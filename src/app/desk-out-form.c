/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-article-list.h"
#include "desk-plan-form.h"
#include "desk-template.h"

/**
 * DeskOutForm:
 *
 * Leaving: what is left in a window is paid with the chosen tender; before the day agreed
 * only where that is said.
 */
#define DESK_TYPE_OUT_FORM (desk_out_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskOutForm, desk_out_form, DESK, OUT_FORM, DeskPlanForm)

struct _DeskOutForm
{
  DeskPlanForm  parent_instance;

  /* Template widgets */
  GtkWidget    *tenders;
  GtkWidget    *window;
  GtkWidget    *early;
};

G_DEFINE_FINAL_TYPE (DeskOutForm, desk_out_form, DESK_TYPE_PLAN_FORM)

/* Nights that nobody slept yet are all that leaving early is about. */
static gboolean
has_nights_to_come (const DeskStayView *stay)
{
  for (guint i = 0; i < stay->nights->len; i++)
    if (!((const DeskNightRow *) stay->nights->pdata[i])->posted)
      return TRUE;

  return FALSE;
}

/* What a card keeps ready is there to be paid from. Without one nobody has said how: what is open
 * is then refused rather than taken for cash. */
static const char *
find_tender (const DeskStayView *stay,
             const DeskAction   *action)
{
  if (action->code != NULL)
    return action->code;
  for (guint i = 0; i < stay->holds->len; i++)
    {
      const DeskHoldRow *hold = stay->holds->pdata[i];

      if (hold->placed)
        return hold->tender;
    }

  return NULL;
}

static void
desk_out_form_set_up (DeskPlanForm     *form,
                      DeskBill         *bill,
                      const DeskAction *action)
{
  DeskOutForm *self = DESK_OUT_FORM (form);

  desk_article_list_fill (DESK_ARTICLE_LIST (self->tenders), desk_bill_get_property (bill),
                          DESK_CODE_PAYMENT);
  desk_article_list_choose (DESK_ARTICLE_LIST (self->tenders),
                            find_tender (desk_bill_get_stay (bill), action));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->window), MAX (action->window, 1));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->early), action->now);
  gtk_widget_set_visible (self->early, has_nights_to_come (desk_bill_get_stay (bill)));
}

static gboolean
desk_out_form_fill (DeskPlanForm  *form,
                    DeskAction    *action,
                    GError       **error)
{
  DeskOutForm *self = DESK_OUT_FORM (form);

  g_free (action->code);
  action->code = g_strdup (desk_article_list_get_code (DESK_ARTICLE_LIST (self->tenders)));
  action->window = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->window));
  action->now = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->early));

  return TRUE;
}

static void
on_changed_cb (GtkWidget    *widget,
               DeskPlanForm *form)
{
  desk_plan_form_changed (form);
}

static gboolean
desk_out_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DESK_OUT_FORM (widget)->tenders);
}

static void
desk_out_form_class_init (DeskOutFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DeskPlanFormClass *form_class = DESK_PLAN_FORM_CLASS (klass);

  g_type_ensure (DESK_TYPE_ARTICLE_LIST);

  form_class->set_up = desk_out_form_set_up;
  form_class->fill = desk_out_form_fill;
  widget_class->grab_focus = desk_out_form_grab_focus;

  desk_template_set (widget_class, DESK_UI ("desk-out-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, DeskOutForm, tenders);
  gtk_widget_class_bind_template_child (widget_class, DeskOutForm, window);
  gtk_widget_class_bind_template_child (widget_class, DeskOutForm, early);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
desk_out_form_init (DeskOutForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_out_form_new (void)
{
  return g_object_new (DESK_TYPE_OUT_FORM, NULL);
}
