/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-action-private.h"
#include "desk-case-table.h"
#include "desk-change-table.h"
#include "desk-complain.h"
#include "desk-counter-table.h"

/* What putting right and giving change besides the folio. */

#define CHILD "child "

/**
 * desk_person_describe:
 * @person: one person of a stay
 *
 * Returns: (transfer full): "adult", or "child 17" with the age, as effects say it
 */
char *
desk_person_describe (const DeskPersonRecord *person)
{
  return person->child ? g_strdup_printf (CHILD "%d", MAX (person->age, 0)) : g_strdup ("adult");
}

/**
 * desk_person_parse_age:
 * @description: as made by desk_person_describe()
 *
 * Returns: the age of a child; -1: an adult
 */
int
desk_person_parse_age (const char *description)
{
  return g_str_has_prefix (description, CHILD)
           ? (int) g_ascii_strtoll (description + strlen (CHILD), NULL, 10) : -1;
}

static void
set_age (DeskPersonRecord *person,
         const char       *description)
{
  person->age = desk_person_parse_age (description);
  person->child = person->age >= 0;
}

static DeskPersonRecord *
find_person (const GPtrArray *persons,
             const char      *number)
{
  int n = (int) g_ascii_strtoll (number, NULL, 10);
  guint i;

  for (i = 0; i < persons->len; i++)
    {
      DeskPersonRecord *person = g_ptr_array_index (persons, i);

      if (person->n == n)
        return person;
    }
  return NULL;
}

/* A person is of another age than was booked; the stay's counts follow. */
gboolean
desk_apply_person (DeskDb            *db,
                   const DeskEffect  *effect,
                   GError           **error)
{
  g_autoptr (GPtrArray) persons = desk_stay_table_list_persons (db, effect->id, error);
  g_autoptr (DeskStayRecord) stay = NULL;
  g_autofree char *now = NULL;
  DeskPersonRecord *person;

  if (persons == NULL)
    return FALSE;
  person = find_person (persons, effect->key);
  now = person != NULL ? desk_person_describe (person) : NULL;
  if (now == NULL || g_strcmp0 (now, effect->from) != 0)
    return desk_complain_changed (error);

  stay = desk_stay_table_get (db, effect->id, error);
  if (stay == NULL)
    return FALSE;
  *(person->child ? &stay->children : &stay->adults) -= 1;
  set_age (person, effect->to);
  *(person->child ? &stay->children : &stay->adults) += 1;
  return desk_stay_table_update_person (db, effect->id, person, error) &&
         desk_stay_table_update (db, stay, error) &&
         desk_change_table_append (db, "stay", effect->id, error);
}

/* A stay has one open case at a time. */
gboolean
desk_apply_case_open (DeskDb             *db,
                      const DeskContext  *context,
                      const DeskEffect   *effect,
                      GError            **error)
{
  g_autoptr (DeskStayRecord) stay = desk_stay_table_get (db, effect->id, error);
  g_autoptr (DeskCaseRecord) open = NULL;
  g_autoptr (DeskCaseRecord) record = NULL;

  if (stay == NULL || !desk_case_table_find_open (db, effect->id, &open, error))
    return FALSE;
  if (open != NULL)
    return desk_complain_changed (error);

  record = g_new0 (DeskCaseRecord, 1);
  record->stay_id = stay->id;
  record->guest_id = stay->guest_id;
  record->topic = g_strdup (effect->to);
  record->channel = g_strdup ("desk");
  record->open = TRUE;
  record->opened_at = context->now (context->source);
  record->opened_by = g_strdup (context->user);
  record->version = 1;
  return desk_counter_table_next (db, "case_file", &record->id, error) &&
         desk_case_table_insert (db, record, error) &&
         desk_change_table_append (db, "case_file", record->id, error);
}
