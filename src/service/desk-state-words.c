/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-state-words.h"

#include <string.h>

/* What the codes of the record are called, for the window and the tool alike. */

/**
 * desk_say_role:
 * @catalog: the reader's language
 * @role: a role
 *
 * Returns: (transfer none): "Night auditor"; empty where nobody is signed in
 */
const char *
desk_say_role (const DeskCatalog *catalog,
               DeskRole           role)
{
  static const char *const names[] = {
    [DESK_ROLE_CASHIER] = NC_("role", "Cashier"),
    [DESK_ROLE_ASSOCIATE] = NC_("role", "Associate"),
    [DESK_ROLE_SUPERVISOR] = NC_("role", "Supervisor"),
    [DESK_ROLE_MANAGER] = NC_("role", "Manager"),
    [DESK_ROLE_NIGHT_AUDITOR] = NC_("role", "Night auditor"),
    [DESK_ROLE_ADMINISTRATOR] = NC_("role", "Administrator"),
  };

  if ((gsize) role >= G_N_ELEMENTS (names) || names[role] == NULL)
    return "";
  return desk_catalog_pgettext (catalog, "role", names[role]);
}

/**
 * desk_say_stay_state:
 * @catalog: the reader's language
 * @state: of a stay
 *
 * Returns: (transfer none): "In house"
 */
const char *
desk_say_stay_state (const DeskCatalog *catalog,
                     DeskStayState      state)
{
  static const char *const names[] = {
    [DESK_STAY_BOOKED] = NC_("stay", "Booked"),
    [DESK_STAY_IN_HOUSE] = NC_("stay", "In house"),
    [DESK_STAY_DEPARTED] = NC_("stay", "Departed"),
    [DESK_STAY_CANCELLED] = NC_("stay", "Cancelled"),
    [DESK_STAY_NO_SHOW] = NC_("stay", "Did not arrive"),
    [DESK_STAY_WALKED] = NC_("stay", "Sent to another hotel"),
  };

  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (names), "");

  return desk_catalog_pgettext (catalog, "stay", names[state]);
}

/**
 * desk_say_clean:
 * @catalog: the reader's language
 * @clean: (nullable): "dirty", "clean", "inspected", "pickup"
 *
 * Returns: (transfer none): what housekeeping says of the room
 */
const char *
desk_say_clean (const DeskCatalog *catalog,
                const char        *clean)
{
  static const struct
  {
    const char *clean;
    const char *name;
  } names[] = {
    { "dirty", NC_("room", "Dirty") },
    { "clean", NC_("room", "Clean") },
    { "inspected", NC_("room", "Inspected") },
    { "pickup", NC_("room", "Quick clean") },
  };
  guint i;

  if (clean == NULL)
    return desk_catalog_pgettext (catalog, "room", NC_("room", "No room yet"));
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (clean, names[i].clean) == 0)
      return desk_catalog_pgettext (catalog, "room", names[i].name);
  return desk_catalog_pgettext (catalog, "room", NC_("room", "Out of order"));
}

/**
 * desk_say_reason:
 * @catalog: the reader's language
 * @property: whose reasons they are
 * @reason: (nullable): code of a reason
 *
 * Returns: (transfer none): what the house calls it; the code where it has no such
 *   reason (any more), empty where there is none
 */
const char *
desk_say_reason (const DeskCatalog  *catalog,
                 const DeskProperty *property,
                 const char         *reason)
{
  const DeskReason *found = reason != NULL ? desk_property_get_reason (property, reason) : NULL;

  if (reason == NULL)
    return "";
  return found != NULL ? desk_words_get (&found->words, desk_catalog_get_language (catalog), reason)
                       : reason;
}
