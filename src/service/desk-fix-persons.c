/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fix-private.h"

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

/* How many count, how many might by what is not known of their age, and how many do by
 * what is known. */
typedef struct
{
  gint64 n;
  gint64 most;
  gint64 least;
} Party;

static gboolean
count_party (DeskBilling    *billing,
             const DeskTax  *levy,
             Party          *party,
             GError        **error)
{
  g_autoptr (GPtrArray) persons = desk_stay_table_list_persons (
    desk_house_get_db (billing->house), billing->stay->id, error);
  guint i;

  if (persons == NULL)
    return FALSE;
  for (i = 0; i < persons->len; i++)
    {
      const DeskPersonRecord *person = g_ptr_array_index (persons, i);

      party->n += counts (person, levy);
      party->most += counts (person, levy) || person->age < 0;
      party->least += person->age >= MAX (levy->min_age, 1);
    }
  return TRUE;
}

/**
 * desk_fix_judge_persons:
 * @self: putting right under way, which says for how many a levy is due
 * @line: the levy
 * @levy: its rule
 * @error: return location for a #GError
 *
 * Refuses a number that the persons of the stay and their ages speak against.
 *
 * Returns: %FALSE where they could not be read
 */
gboolean
desk_fix_judge_persons (DeskFix            *self,
                        const DeskPosting  *line,
                        const DeskTax      *levy,
                        GError            **error)
{
  gint64 said = self->action->quantity;
  Party party = { 0 };
  DeskMessage *message = NULL;

  if (!count_party (self->billing, levy, &party, error))
    return FALSE;
  if (said > party.most)
    message = desk_message_integer (
      desk_message_new_plural ("levy-persons",
                               "{levy} is due for at most {n} person of this stay.",
                               "{levy} is due for at most {n} persons of this stay.", party.most),
      "n", DESK_ARG_INT, party.most);
  else if (said < party.least)
    message = desk_message_integer (
      desk_message_new_plural ("levy-persons",
                               /* Translators: {levy} is a tax for each person and night */
                               "By age, {levy} is due for {n} person of this stay.",
                               "By age, {levy} is due for {n} persons of this stay.",
                               party.least),
      "n", DESK_ARG_INT, party.least);
  if (message != NULL)
    desk_plan_refuse (self->plan,
                      desk_message_words (message, "levy", &levy->words, levy->name));
  return TRUE;
}

/**
 * desk_fix_persons_show:
 * @self: putting right under way
 * @line: a levy
 * @shows: (out): whether the persons on record are as many as is said
 * @error: return location for a #GError
 *
 * Returns: %FALSE where they could not be read
 */
gboolean
desk_fix_persons_show (const DeskFix      *self,
                       const DeskPosting  *line,
                       gboolean           *shows,
                       GError            **error)
{
  const DeskTax *levy = desk_property_get_tax (self->property, line->tax);
  Party party = { 0 };

  *shows = FALSE;
  if (levy == NULL)
    return TRUE;
  if (!count_party (self->billing, levy, &party, error))
    return FALSE;
  *shows = party.n == self->action->quantity;
  return TRUE;
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
  gboolean changed = FALSE;
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
      changed = TRUE;
      n--;
    }
  if (changed)
    use_persons (billing, persons);
  tell (levy, n, plan);
  return TRUE;
}
