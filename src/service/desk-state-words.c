/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-state-words.h"

#include <string.h>

#include "desk-fill.h"

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

/**
 * desk_say_date:
 * @catalog: the reader's language
 * @date: a day, or %DESK_DATE_NONE
 * @style: how much of it
 *
 * Returns: (transfer full): the day as the language writes it, or an empty text
 */
char *
desk_say_date (const DeskCatalog *catalog,
               DeskDate           date,
               DeskDateStyle      style)
{
  int day;
  int month;
  int year;

  if (date == DESK_DATE_NONE)
    return g_strdup ("");
  desk_date_to_dmy (date, &day, &month, &year);
  return desk_format_date (catalog, year, month, day, style);
}

static void
add_look (GStrvBuilder      *looks,
          const DeskCatalog *catalog,
          const char        *msgid)
{
  g_strv_builder_add (looks, desk_catalog_gettext (catalog, msgid));
}

/* Since when somebody should have left or come; %NULL where they still have time. */
static char *
dup_late (const DeskCatalog *catalog,
          const DeskStayRow *row)
{
  gboolean overdue = (row->looks & DESK_LOOK_OVERDUE) != 0;
  g_autofree char *date = NULL;

  if (!overdue && !(row->looks & DESK_LOOK_LATE))
    return NULL;
  date = desk_say_date (catalog, overdue ? row->departure : row->arrival, DESK_DATE_DAY_MONTH);
  /* Translators: a guest in house who should have left on {date} */
  return desk_fill (overdue ? desk_catalog_gettext (catalog, N_("was due out {date}"))
                            /* Translators: a guest who should have arrived on {date} */
                            : desk_catalog_gettext (catalog, N_("expected {date}")),
                    "date", date, NULL);
}

static char *
dup_above (const DeskCatalog  *catalog,
           const DeskProperty *property,
           const DeskStayRow  *row)
{
  g_autofree char *above = desk_format_amount (catalog, row->above_minor, property->digits);

  /* Translators: the bill has {amount} more on it than was promised for the nights */
  return desk_fill (desk_catalog_gettext (catalog, N_("{amount} above the promise")), "amount",
                    above, NULL);
}

/**
 * desk_say_looks:
 * @catalog: the reader's language
 * @property: whose currency is meant
 * @row: a stay of today
 *
 * Returns: (transfer full): why somebody should look, the most pressing reason first;
 *   empty where nobody need
 */
char *
desk_say_looks (const DeskCatalog  *catalog,
                const DeskProperty *property,
                const DeskStayRow  *row)
{
  g_autofree char *late = dup_late (catalog, row);
  g_autoptr (GStrvBuilder) looks = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (late != NULL)
    g_strv_builder_add (looks, late);
  if (row->looks & DESK_LOOK_ABOVE_PROMISE)
    {
      g_autofree char *above = dup_above (catalog, property, row);

      g_strv_builder_add (looks, above);
    }
  if (row->looks & DESK_LOOK_NO_ROOM)
    add_look (looks, catalog, N_("no room yet"));
  if (row->looks & DESK_LOOK_NOT_READY)
    add_look (looks, catalog, row->room_occupied ? N_("room still occupied")
                                                 : N_("room not ready"));
  if (row->looks & DESK_LOOK_CREDIT)
    /* Translators: the guest paid more than the bill comes to */
    add_look (looks, catalog, N_("money to give back"));

  texts = g_strv_builder_end (looks);
  return g_strjoinv (" · ", texts);
}
