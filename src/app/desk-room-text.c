/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-room-text.h"

#include <string.h>

#include "desk-intl.h"
#include "desk-show.h"

/**
 * desk_room_text_dup_family:
 * @name: "Anna Kowalska"
 *
 * Returns: (transfer full): the last word, which is what fits in a cell
 */
char *
desk_room_text_dup_family (const char *name)
{
  const char *space = strrchr (name, ' ');

  return g_strdup (space != NULL && space[1] != '\0' ? space + 1 : name);
}

/**
 * desk_room_text_dup_service:
 * @row: a room
 *
 * Returns: (nullable): "out of order until Wed 9 Sep", %NULL where it is in service
 */
char *
desk_room_text_dup_service (const DeskRackRow *row)
{
  gboolean order = g_str_equal (row->service, "ooo");
  g_autofree char *date = NULL;

  if (g_str_equal (row->service, "in"))
    return NULL;
  if (row->service_till == DESK_DATE_NONE)
    return g_strdup (order ? C_("room", "out of order") : C_("room", "out of service"));

  date = desk_show_date (desk_app_get_catalog (), row->service_till, DESK_DATE_WEEKDAY);
  if (order)
    /* Translators: {date} is the day on which the room can be used again */
    return desk_fill (C_("room", "out of order until {date}"), "date", date, NULL);
  return desk_fill (C_("room", "out of service until {date}"), "date", date, NULL);
}

/**
 * desk_room_text_dup_marks:
 * @row: a room
 * @day: the open business date
 *
 * Returns: ↑ somebody leaves today, ↓ somebody comes, ↕ both, ! wanted next, ⊘ out of service,
 *   ≠ not as the desk knows it
 */
char *
desk_room_text_dup_marks (const DeskRackRow *row,
                          DeskDate           day)
{
  gboolean out = desk_rack_row_is_due_out (row, day);

  return g_strconcat (desk_rack_row_get_discrepancy (row) != DESK_DISCREPANCY_NONE ? "≠" : "",
                      row->rush ? "!" : "",
                      g_str_equal (row->service, "oos") ? "⊘" : "",
                      out && row->due != NULL ? "↕" : out ? "↑" : row->due != NULL ? "↓" : "",
                      NULL);
}

static const char *
get_discrepancy (const DeskRackRow *row)
{
  switch (desk_rack_row_get_discrepancy (row))
    {
    case DESK_DISCREPANCY_SLEPT_IN:
      return C_("room", "slept in, no stay");
    case DESK_DISCREPANCY_VACANT:
      return C_("room", "vacant, stay in house");
    case DESK_DISCREPANCY_NONE:
      break;
    }

  return NULL;
}

static char *
dup_inside (const DeskRackRow *row,
            DeskDate           day)
{
  g_autofree char *date = desk_show_date (desk_app_get_catalog (), row->inside->departure,
                                          DESK_DATE_WEEKDAY);

  if (row->inside->departure <= day)
    /* Translators: {guest} is in the room and leaves today */
    return desk_fill (C_("room", "{guest} leaves today"), "guest", row->inside->guest_name, NULL);

  /* Translators: {guest} is in the room; {date} is the day of departure: "until Sun 6 Sep" */
  return desk_fill (C_("room", "{guest} until {date}"), "guest", row->inside->guest_name, "date",
                    date, NULL);
}

static void
add (GPtrArray *words,
     char      *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (words, text);
  else
    g_free (text);
}

static void
add_parties (GPtrArray         *words,
             const DeskRackRow *row,
             DeskDate           day)
{
  if (row->inside != NULL)
    add (words, dup_inside (row, day));
  if (row->due != NULL)
    /* Translators: {guest} comes into the room today */
    add (words, desk_fill (C_("room", "{guest} arrives"), "guest", row->due->guest_name, NULL));
  if (row->next != NULL)
    {
      g_autofree char *date = desk_show_date (desk_app_get_catalog (), row->next->arrival,
                                              DESK_DATE_WEEKDAY);

      /* Translators: who has the room after who has it tonight */
      add (words, desk_fill (C_("room", "next {guest}, {date}"), "guest", row->next->guest_name,
                             "date", date, NULL));
    }
}

/**
 * desk_room_text_dup_facts:
 * @row: a room
 * @day: the open business date
 * @separator: between them
 *
 * Returns: "occupied, dirty, Anna Kowalska until Sun 6 Sep": all there is to say
 */
char *
desk_room_text_dup_facts (const DeskRackRow *row,
                          DeskDate           day,
                          const char        *separator)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clean = g_utf8_strdown (desk_show_clean (row->clean), -1);

  add (words, g_strdup (row->occupied ? C_("room", "occupied") : C_("room", "vacant")));
  add (words, g_strdup (clean));
  add (words, desk_room_text_dup_service (row));
  add (words, g_strdup (row->rush ? C_("room", "wanted next") : NULL));
  add (words, g_strdup (get_discrepancy (row)));
  add_parties (words, row, day);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (separator, (char **) words->pdata);
}
