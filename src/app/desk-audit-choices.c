/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-audit-choices.h"

#include "desk-audit-item.h"
#include "desk-intl.h"

/* By what the list of the audit is narrowed. */

/* Reasons of these kinds stand in it. */
static const char *const reason_kinds[] = {
  "correction", "allowance", "credit-note", "goodwill", "return", "rate", "move", NULL,
};

/**
 * desk_audit_choices_fill:
 * @by: gets everybody of the house
 * @kind: gets every kind of row
 * @reason: gets every reason there may be
 * @property: the house
 */
void
desk_audit_choices_fill (DeskChoice   *by,
                         DeskChoice   *kind,
                         DeskChoice   *reason,
                         DeskProperty *property)
{
  /* Translators: filter of a list: whoever it was */
  desk_choice_add (by, "", C_("audit", "Everybody"));
  for (guint i = 0; i < property->users->len; i++)
    {
      const DeskUserSpec *user = property->users->pdata[i];

      desk_choice_add (by, user->login, user->name);
    }

  /* Translators: filter of a list: whatever it was */
  desk_choice_add (kind, "", C_("audit", "Everything"));
  for (guint i = 0; desk_adjustment_kinds[i] != NULL; i++)
    desk_choice_add (kind, desk_adjustment_kinds[i],
                     desk_audit_name_kind (desk_adjustment_kinds[i]));

  desk_choice_add_reasons (reason, property, reason_kinds);
}
