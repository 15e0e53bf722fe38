/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tasks.h"

#include "desk-intl.h"
#include "desk-pool.h"
#include "desk-shortcuts.h"

static const DeskTask tasks[] = {
  { "check-in", DESK_VERB_CHECK_IN, DESK_RIGHT_CHECK_IN, FALSE },
  { "post", DESK_VERB_POST, DESK_RIGHT_POST, FALSE },
  { "pay", DESK_VERB_PAY, DESK_RIGHT_PAY, FALSE },
  { "move", DESK_VERB_MOVE, DESK_RIGHT_MOVE, FALSE },
  { "check-out", DESK_VERB_OUT, DESK_RIGHT_CHECK_OUT, FALSE },
  { "rate", DESK_VERB_RATE, DESK_RIGHT_RATE, FALSE },
  { "fix", DESK_VERB_FIX, DESK_RIGHT_FIX, TRUE },
  { "give", DESK_VERB_OFF, DESK_RIGHT_GIVE, TRUE },
};

/**
 * desk_task_get:
 *
 * Returns: (transfer none) (nullable): one after the other, %NULL after the last
 */
const DeskTask *
desk_task_get (guint n)
{
  return n < G_N_ELEMENTS (tasks) ? &tasks[n] : NULL;
}

/**
 * desk_task_find:
 *
 * Returns: (transfer none) (nullable): what the action does
 */
const DeskTask *
desk_task_find (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (g_str_equal (action, tasks[i].action))
      return &tasks[i];

  return NULL;
}

static const char *
get_state_why_not (const DeskTask *self,
                   DeskBill       *bill)
{
  DeskStayState state = desk_bill_get_row (bill)->state;

  switch (self->verb)
    {
    case DESK_VERB_CHECK_IN:
      return state == DESK_STAY_BOOKED ? NULL : _("Only for a guest who is expected.");
    case DESK_VERB_MOVE:
    case DESK_VERB_RATE:
      return state == DESK_STAY_BOOKED || state == DESK_STAY_IN_HOUSE
               ? NULL : _("The stay is over.");
    default:
      return state == DESK_STAY_IN_HOUSE ? NULL : _("Only while the guest is in the house.");
    }
}

/**
 * desk_task_get_why_not:
 * @self: (nullable): a task; %NULL: to look at the bill, which everybody may
 * @session: the desk
 * @bill: (nullable): what is shown
 *
 * Returns: (transfer none) (nullable): why it cannot be done now, in words the guest may
 *   read; %NULL where it can
 */
const char *
desk_task_get_why_not (const DeskTask *self,
                       DeskSession    *session,
                       DeskBill       *bill)
{
  if (bill == NULL)
    return _("No stay is open.");
  if (self == NULL)
    return NULL;
  if (!desk_session_may (session, self->right))
    return _("A colleague of the desk does this.");
  if (self->on_line && desk_bill_get_folio (bill)->lines->len == 0)
    return _("Nothing stands on the bill yet.");

  return get_state_why_not (self, bill);
}

/**
 * desk_task_tell:
 * @button: does something to the stay that is shown
 * @action: what, a name as in #DeskTask
 *
 * Tells the pointer why @button does nothing, or which keys do the same.
 */
void
desk_task_tell (GtkWidget   *button,
                const char  *action,
                DeskSession *session,
                DeskBill    *bill)
{
  g_autofree char *name = g_strconcat ("win.", action, NULL);
  g_autofree char *keys = desk_shortcuts_dup_label (name);
  const char *why_not = desk_task_get_why_not (desk_task_find (action), session, bill);

  desk_pool_set_tooltip (button, why_not != NULL ? why_not : keys);
}
