/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-property-private.h"

#include <string.h>

/* What the audit looks at: the thresholds of its flags. A house that says nothing has
 * the usual ones. */

#define MOST 100000

/**
 * Threshold:
 * @offset: where it stands in a #DeskFlagRule
 * @lowest: the smallest that makes sense
 */
typedef struct
{
  const char *key;
  gsize       offset;
  int         lowest;
} Threshold;

static const Threshold thresholds[] = {
  { "percent", G_STRUCT_OFFSET (DeskFlagRule, percent), 1 },
  { "times", G_STRUCT_OFFSET (DeskFlagRule, times), 1 },
  { "least", G_STRUCT_OFFSET (DeskFlagRule, least), 1 },
  { "days", G_STRUCT_OFFSET (DeskFlagRule, days), 1 },
  { "rows", G_STRUCT_OFFSET (DeskFlagRule, rows), 1 },
};

static const struct
{
  const char   *name;
  DeskFlagRule  usual;
} flags[DESK_N_FLAGS] = {
  [DESK_FLAG_NEAR_LIMIT] = { "near-limit", { TRUE, .percent = 90, .times = 3 } },
  [DESK_FLAG_SHIFT_SHARE] = { "shift-share", { TRUE, .percent = 90 } },
  [DESK_FLAG_AFTER_CHECK_OUT] = { "after-check-out", { TRUE } },
  [DESK_FLAG_CASH_BACK] = { "cash-back", { TRUE } },
  [DESK_FLAG_PRICE_LOWERED] = { "price-lowered", { TRUE, .percent = 100 } },
  [DESK_FLAG_MANY_CORRECTIONS] = { "many-corrections",
                                   { TRUE, .times = 3, .least = 5, .days = 30 } },
  [DESK_FLAG_SLEPT_IN] = { "slept-in", { TRUE } },
  [DESK_FLAG_DRAW] = { "draw", { TRUE, .rows = 5 } },
};

/**
 * desk_flag_to_string:
 * @kind: a flag
 *
 * Returns: (transfer none): its name in a property file
 */
const char *
desk_flag_to_string (DeskFlagKind kind)
{
  g_return_val_if_fail ((gsize) kind < DESK_N_FLAGS, NULL);

  return flags[kind].name;
}

/**
 * desk_flag_parse:
 * @text: a name
 * @out: (out): the flag
 *
 * Returns: %FALSE where there is no such flag
 */
gboolean
desk_flag_parse (const char   *text,
                 DeskFlagKind *out)
{
  guint i;

  for (i = 0; i < DESK_N_FLAGS; i++)
    {
      if (strcmp (flags[i].name, text) == 0)
        {
          *out = (DeskFlagKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * desk_flag_set_usual:
 * @rules: (out): the thresholds of a house that says nothing about them
 */
void
desk_flag_set_usual (DeskFlagRule rules[DESK_N_FLAGS])
{
  guint i;

  for (i = 0; i < DESK_N_FLAGS; i++)
    rules[i] = flags[i].usual;
}

static gboolean
read_threshold (const DeskGroup  *group,
                const Threshold  *threshold,
                DeskFlagRule     *rule,
                GError          **error)
{
  int *value = (int *) ((guint8 *) rule + threshold->offset);

  if (*value == 0)
    return desk_group_refuse (group, threshold->key, N_("this flag has no such threshold"), error);
  if (!desk_group_get_number (group, threshold->key, MOST, value, error))
    return FALSE;
  if (*value < threshold->lowest)
    return desk_group_fail_with (group, threshold->key, error,
                                 desk_message_integer (desk_message_new (NULL, N_("a threshold is "
                                                                                  "{n} or more")),
                                                       "n", DESK_ARG_INT, threshold->lowest));
  return TRUE;
}

/* Reads a [flag X]. */
gboolean
desk_property_read_flag (DeskProperty     *self,
                         const DeskGroup  *group,
                         GError          **error)
{
  DeskFlagKind kind;
  DeskFlagRule *rule;
  guint i;

  if (!desk_flag_parse (group->name, &kind))
    return desk_group_fail (group, NULL, error, N_("there is no such flag"));
  rule = &self->flags[kind];
  desk_property_add (self, group, NULL, rule);
  for (i = 0; i < G_N_ELEMENTS (thresholds); i++)
    {
      if (!read_threshold (group, &thresholds[i], rule, error))
        return FALSE;
    }
  return desk_group_get_flag (group, "active", &rule->active, error);
}
