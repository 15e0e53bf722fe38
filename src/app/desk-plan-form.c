/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-plan-form.h"

G_DEFINE_ABSTRACT_TYPE (DeskPlanForm, desk_plan_form, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
desk_plan_form_class_init (DeskPlanFormClass *klass)
{
  /**
   * DeskPlanForm::changed:
   *
   * Something else was typed or chosen: the plan is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", DESK_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_plan_form_init (DeskPlanForm *self)
{
}

void
desk_plan_form_set_up (DeskPlanForm     *self,
                       DeskBill         *bill,
                       const DeskAction *action)
{
  DESK_PLAN_FORM_GET_CLASS (self)->set_up (self, bill, action);
}

gboolean
desk_plan_form_fill (DeskPlanForm  *self,
                     DeskAction    *action,
                     GError       **error)
{
  return DESK_PLAN_FORM_GET_CLASS (self)->fill (self, action, error);
}

/* Lets the form follow a plan that was made of it. */
void
desk_plan_form_planned (DeskPlanForm     *self,
                        DeskSession      *session,
                        const DeskAction *action)
{
  DeskPlanFormClass *klass = DESK_PLAN_FORM_GET_CLASS (self);

  if (klass->planned != NULL)
    klass->planned (self, session, action);
}

/**
 * desk_plan_form_print_lines:
 * @lines: (element-type gint) (nullable): numbers of lines
 *
 * Returns: (transfer full): "7+9", as it is typed
 */
char *
desk_plan_form_print_lines (const GArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "+" : "", g_array_index (lines, int, i));

  return g_string_free (text, FALSE);
}

/* Why something is done, in the house's words and in somebody's own. */
void
desk_plan_form_take_reason (DeskAction *action,
                            DeskChoice *reason,
                            DeskField  *text)
{
  g_free (action->reason);
  action->reason = g_strdup (desk_choice_get (reason));
  g_free (action->text);
  action->text = desk_field_dup_text (text);
}

/* For forms: tells that something was typed. */
void
desk_plan_form_changed (DeskPlanForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
