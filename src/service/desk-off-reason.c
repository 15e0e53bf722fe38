/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

#include "desk-case-table.h"
#include "desk-complain.h"
#include "desk-error.h"

/*
 * Why something is put right or given. An error and a gesture never share a reason:
 * the set-up is refused where they would, so the reason tells one from the other.
 */

/* As many as a sentence names. */
#define MAX_REASONS 8

static gboolean
has_kind (const DeskReason *reason,
          const char       *kind)
{
  return g_strv_contains ((const char *const *) reason->kinds, kind);
}

gboolean
desk_reason_is_error (const DeskReason *reason)
{
  return has_kind (reason, "correction") || has_kind (reason, "allowance") ||
         has_kind (reason, "credit-note");
}

gboolean
desk_reason_is_gesture (const DeskReason *reason)
{
  return has_kind (reason, "goodwill") && !desk_reason_is_error (reason);
}

/* The reason that an action names; none where it names none. */
gboolean
desk_find_reason (DeskBilling        *billing,
                  const DeskAction   *action,
                  const DeskReason  **out,
                  GError            **error)
{
  *out = NULL;
  if (action->reason == NULL)
    return TRUE;
  *out = desk_property_get_reason (desk_house_get_property (billing->house), action->reason);
  if (*out == NULL)
    desk_complain_of (error, DESK_ERROR_INVALID,
                      N_("\"{word}\" is not a reason of this property"), action->reason);
  return *out != NULL;
}

/* The error reason that goes by @name, else the first there is: for what the desk can
 * see by itself, such as another price than the list's. */
const DeskReason *
desk_first_reason (const DeskProperty *property,
                   const char         *name)
{
  const DeskReason *named = desk_property_get_reason (property, name);
  guint i;

  if (named != NULL && has_kind (named, "correction"))
    return named;
  for (i = 0; i < property->reasons->len; i++)
    {
      const DeskReason *reason = g_ptr_array_index (property->reasons, i);

      if (has_kind (reason, "correction"))
        return reason;
    }
  return NULL;
}

/**
 * desk_judge_cause:
 * @context: who would give
 * @reason: (nullable): why
 * @plan: gets the refusal, which is kept on record where it is tried all the same
 *
 * What the guest brought about is no reason for the house to give, below a manager.
 *
 * Returns: whether it may be given for that reason
 */
gboolean
desk_judge_cause (const DeskContext *context,
                  const DeskReason  *reason,
                  DeskPlan          *plan)
{
  if (reason == NULL || !reason->guest_caused || context->role == DESK_ROLE_MANAGER)
    return TRUE;
  desk_plan_refuse (plan, desk_message_new (DESK_REFUSED_GUEST_CAUSE,
                                            N_("This reason lies with the guest: a manager may "
                                               "decide.")));
  return FALSE;
}

/**
 * desk_say_reasons:
 * @property: the set-up; must outlive the message
 * @kind: what they are good for: `goodwill`
 *
 * Returns: (transfer full) (nullable): the first of them as they are called in the reader's
 *   language, which may be typed; %NULL where there are none
 */
DeskMessage *
desk_say_reasons (const DeskProperty *property,
                  const char         *kind)
{
  DeskMessage *list = NULL;
  guint n = 0;
  guint i;

  for (i = 0; i < property->reasons->len && n < MAX_REASONS; i++)
    {
      const DeskReason *reason = g_ptr_array_index (property->reasons, i);
      DeskMessage *longer;

      if (!g_strv_contains ((const char *const *) reason->kinds, kind))
        continue;
      longer = desk_message_words (desk_message_new (NULL, n == 0 ? "{example}"
                                                                   : N_("{list}, {example}")),
                                   "example", &reason->words, reason->name);
      list = n == 0 ? longer : desk_message_nest (longer, "list", list);
      n++;
    }
  return list;
}

/* An open case lends its topic; without one the gesture opens one. */
static gboolean
use_case (DeskBilling        *billing,
          const DeskReason  **reason,
          DeskPlan           *plan,
          GError            **error)
{
  g_autoptr (DeskCaseRecord) open = NULL;
  const DeskReason *topic = NULL;

  if (!desk_case_table_find_open (desk_house_get_db (billing->house), billing->stay->id, &open,
                                  error))
    return FALSE;
  if (open != NULL)
    {
      desk_plan_add_version (plan, "case", open->id, open->version);
      topic = desk_property_get_reason (desk_house_get_property (billing->house), open->topic);
    }
  if (*reason == NULL && topic != NULL && desk_reason_is_gesture (topic))
    *reason = topic;
  if (*reason != NULL && open == NULL)
    desk_plan_add_effect (plan, DESK_EFFECT_CASE_OPEN, billing->stay->id, NULL, NULL,
                          (*reason)->name);
  return TRUE;
}

/* The reason of a gesture, with its case; a refusal where there is none. */
gboolean
desk_find_gesture (DeskBilling        *billing,
                   const DeskAction   *action,
                   const DeskReason  **out,
                   DeskPlan           *plan,
                   GError            **error)
{
  const DeskProperty *property = desk_house_get_property (billing->house);

  if (!desk_find_reason (billing, action, out, error))
    return FALSE;
  if (*out != NULL && !desk_reason_is_gesture (*out))
    {
      desk_plan_refuse (plan, desk_message_words (
                                desk_message_new (
                                  "not-a-gesture",
                                  /* Translators: {reason} is "Charged twice" or the like; fix
                                   * is a word typed at the desk, keep it */
                                  N_("{reason} is an error of ours: put it right with fix.")),
                                "reason", &(*out)->words, (*out)->name));
      return TRUE;
    }
  if (!use_case (billing, out, plan, error))
    return FALSE;
  if (*out == NULL)
    {
      DeskMessage *message = desk_message_new ("reason-needed",
                                               /* Translators: {reasons} are what can be chosen */
                                               N_("Say why: {reasons}."));
      DeskMessage *reasons = desk_say_reasons (property, "goodwill");

      desk_plan_refuse (plan, reasons != NULL ? desk_message_nest (message, "reasons", reasons)
                                              : desk_message_text (message, "reasons", "–"));
    }
  return TRUE;
}
