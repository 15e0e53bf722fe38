/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

#include <string.h>

/* Who may what, and why: reasons, limits and users. */

#define MAX_TYPES 99

static const char *const reason_kinds[] = {
  "move", "correction", "allowance", "credit-note", "return", "goodwill", "rate", "transfer",
  "post", "pay", "refund", "paid-out", "cancellation", "no-show", "walk", "out-of-order",
  "upgrade", "undo", "override", "case", NULL,
};
/* Whose doing it is that something is put right or given. */
static const char *const causes[] = { "house", "guest", NULL };

/* What a limit may be on besides: the sum of a sweep, and goodwill over time. */
static const char *const limit_kinds[] = {
  "sweep", "goodwill-stay", "goodwill-shift", "goodwill-guest", NULL,
};

/* Reads a [reason X]. */
gboolean
desk_property_read_reason (DeskProperty     *self,
                           const DeskGroup  *group,
                           GError          **error)
{
  DeskReason *reason = g_new0 (DeskReason, 1);
  guint cause = 0;
  guint i;

  reason->name = g_strdup (group->name);
  desk_property_add (self, group, self->reasons, reason);

  if (!desk_group_require (group, "kind", error) ||
      !desk_group_get_set (group, "kind", &reason->kinds, error) ||
      !desk_group_get_set (group, "features", &reason->features, error) ||
      !desk_group_get_choice (group, "cause", causes, &cause, error) ||
      !desk_group_get_set (group, "words", &reason->words_typed, error) ||
      !desk_group_get_words (group, &reason->words, error))
    return FALSE;
  reason->guest_caused = g_str_equal (causes[cause], "guest");
  if (reason->kinds == NULL)
    return desk_group_fail (group, "kind", error, N_("the list names no kind"));

  for (i = 0; reason->kinds[i] != NULL; i++)
    {
      g_autofree char *quoted = desk_quote (reason->kinds[i]);

      if (!g_strv_contains (reason_kinds, reason->kinds[i]))
        return desk_group_fail_word (group, "kind", error, N_("{word} is not a kind of reason"),
                                     quoted);
    }
  if (g_strv_contains ((const char *const *) reason->kinds, "correction") &&
      g_strv_contains ((const char *const *) reason->kinds, "goodwill"))
    return desk_group_fail (group, "kind", error,
                            N_("a reason is for an error put right or for a gesture, never for "
                               "both"));
  if (reason->guest_caused && g_strv_contains ((const char *const *) reason->kinds, "correction"))
    return desk_group_fail (group, "cause", error,
                            N_("an error that is put right is the house's"));
  return TRUE;
}

/* Reads a [limit ROLE KIND]. */
gboolean
desk_property_read_limit (DeskProperty     *self,
                          const DeskGroup  *group,
                          GError          **error)
{
  DeskLimit *limit = g_new0 (DeskLimit, 1);
  const char *space = strchr (group->name, ' ');
  g_autofree char *role = NULL;

  desk_property_add (self, group, self->limits, limit);
  limit->percent = DESK_RATIONAL_ZERO;
  if (space == NULL)
    return desk_group_fail (group, NULL, error, N_("a limit is [limit ROLE KIND]"));
  role = g_strndup (group->name, (gsize) (space - group->name));
  limit->kind = g_strdup (space + 1);
  if (!desk_role_parse (role, &limit->role))
    return desk_group_fail (group, NULL, error, N_("the first word after limit is not a role"));
  if (!g_strv_contains (reason_kinds, limit->kind) && !g_strv_contains (limit_kinds, limit->kind))
    return desk_group_fail (group, NULL, error, N_("the second word after limit is not a kind"));

  limit->has_amount = desk_group_has (group, "amount");
  limit->has_percent = desk_group_has (group, "percent");
  limit->has_types = desk_group_has (group, "types");
  if (!limit->has_amount && !limit->has_percent && !limit->has_types)
    return desk_group_fail (group, NULL, error, N_("a limit has an amount, a percent or types"));
  if (limit->has_types && !g_str_equal (limit->kind, "upgrade"))
    return desk_group_fail (group, "types", error, N_("only an upgrade is counted in room types"));
  return desk_group_get_amount (group, "amount", &limit->amount_minor, error) &&
         desk_group_get_percent (group, "percent", &limit->percent, error) &&
         desk_group_get_number (group, "types", MAX_TYPES, &limit->types, error);
}

static gboolean
read_pin (DeskUserSpec     *user,
          const DeskGroup  *group,
          GError          **error)
{
  glong length;

  if (!desk_group_has (group, "pin"))
    return group->source->kind != DESK_SOURCE_FIRST || desk_group_require (group, "pin", error);
  /* A message never repeats a PIN. */
  if (!desk_group_get_text (group, "pin", &user->pin, NULL))
    return desk_group_fail (group, "pin", error, N_("a PIN has 4 to 32 characters"));
  length = g_utf8_strlen (user->pin, -1);
  if (length < 4 || length > 32)
    return desk_group_fail (group, "pin", error, N_("a PIN has 4 to 32 characters"));
  return TRUE;
}

/* Reads a [user X]. */
gboolean
desk_property_read_user (DeskProperty     *self,
                         const DeskGroup  *group,
                         GError          **error)
{
  DeskUserSpec *user = g_new0 (DeskUserSpec, 1);
  g_autofree char *role = NULL;
  g_autofree char *quoted = NULL;

  user->login = g_strdup (group->name);
  desk_property_add (self, group, self->users, user);

  if (!desk_group_get_title (group, "name", &user->name, error) ||
      !desk_group_require (group, "role", error) ||
      !desk_group_get_text (group, "role", &role, error))
    return FALSE;
  if (!desk_role_parse (role, &user->role))
    {
      quoted = desk_quote (role);
      return desk_group_fail_word (group, "role", error, N_("{word} is not a role"), quoted);
    }
  return read_pin (user, group, error);
}
