/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

/*
 * Where a levy was charged for too many persons, somebody was booked as older than
 * they are. Putting the levy right makes the last persons who count too young for it,
 * by a year, so that the nights to come are right by themselves.
 */

static gboolean
counts (const DeskPersonRecord *person,
        const DeskTax          *levy)
{
  return !person->child || person->age >= levy->min_age;
}

/* What the bill depends on follows at once, so that the plan shows the right departure. */
static void
use_persons (DeskBilling     *billing,
             const GPtrArray *persons)
{
  guint i;

  billing->stay->adults = 0;
  billing->stay->children = 0;
  g_array_set_size (billing->child_ages, 0);
  for (i = 0; i < persons->len; i++)
    {
      const DeskPersonRecord *person = g_ptr_array_index (persons, i);
      gint age = MAX (person->age, 0);

      if (person->child)
        {
          billing->stay->children++;
          g_array_append_val (billing->child_ages, age);
        }
      else
        {
          billing->stay->adults++;
        }
    }
}

static void
make_younger (DeskBilling      *billing,
              DeskPersonRecord *person,
              int               age,
              DeskPlan         *plan)
{
  g_autofree char *number = g_strdup_printf ("%d", person->n);
  g_autofree char *from = desk_person_describe (person);
  g_autofree char *to = NULL;

  person->child = TRUE;
  person->age = age;
  to = desk_person_describe (person);
  desk_plan_add_effect (plan, DESK_EFFECT_PERSON, billing->stay->id, number, from, to);
}

static void
tell (const DeskTax *levy,
      gint64         n,
      DeskPlan      *plan)
{
  desk_plan_warn (
    plan, desk_message_integer (
            desk_message_words (
              desk_message_new_plural (
                "persons",
                /* Translators: {levy} is the name of a tax for each person and night */
                "{levy} for the nights to come: {n} person.",
                "{levy} for the nights to come: {n} persons.", n),
              "levy", &levy->words, levy->name),
            "n", DESK_ARG_INT, n));
}

/* @counted is how many persons the levy is due for; the plan gets an effect for each
 * person who no longer counts, and says how many do. */
gboolean
desk_fix_persons (DeskBilling    *billing,
                  const DeskTax  *levy,
                  gint64          counted,
                  DeskPlan       *plan,
                  GError        **error)
{
  g_autoptr (GPtrArray) persons = desk_stay_table_list_persons (
    desk_house_get_db (billing->house), billing->stay->id, error);
  gint64 n = 0;
  guint i;

  if (persons == NULL)
    return FALSE;
  for (i = 0; i < persons->len; i++)
    n += counts (g_ptr_array_index (persons, i), levy);
  for (i = persons->len; i > 0 && n > counted && levy->min_age > 0; i--)
    {
      DeskPersonRecord *person = g_ptr_array_index (persons, i - 1);

      if (!counts (person, levy))
        continue;
      make_younger (billing, person, levy->min_age - 1, plan);
      n--;
    }
  if (plan->effects->len > 0)
    use_persons (billing, persons);
  tell (levy, n, plan);
  return TRUE;
}
