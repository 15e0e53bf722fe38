/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-private.h"

#include <string.h>

#include "desk-room-night-table.h"
#include "desk-room-table.h"

/*
 * Housekeeping goes round: before noon it has made up what was left early and the lower
 * floors, by two everything, and a little later what guests who moved have left. Then
 * somebody inspects the rooms that guests come into today.
 */

typedef struct
{
  int            minute;
  DeskRoomStatus status;
  const char    *floors;   /* static: (nullable): where rooms are made up for who stays */
} Round;

static const Round rounds[] = {
  { DESK_DEMO_TIME (11, 30), DESK_ROOM_STATUS_CLEAN, "1234" },
  { DESK_DEMO_TIME (11, 40), DESK_ROOM_STATUS_INSPECTED, NULL },
  { DESK_DEMO_TIME (14, 0), DESK_ROOM_STATUS_CLEAN, "1234567" },
  { DESK_DEMO_TIME (14, 8), DESK_ROOM_STATUS_CLEAN, NULL },
  { DESK_DEMO_TIME (14, 9), DESK_ROOM_STATUS_INSPECTED, NULL },
};

/* Who says so at the desk. */
#define BY "aino"

/**
 * desk_demo_rounds_add:
 * @days: gets the rounds
 * @date: of a day
 *
 * Adds the rounds of a day; which rooms they are about shows when they are made.
 */
void
desk_demo_rounds_add (DeskDemoDays *days,
                      DeskDate      date)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      DeskDemoLine *line = desk_demo_line_new (rounds[i].minute, BY, "housekeeping",
                                               DESK_VERB_ROOMS);

      line->action->status = rounds[i].status;
      desk_demo_days_add (days, date, line);
    }
}

static gboolean
is_cleaned (const DeskRoomRecord *room,
            const char           *floors)
{
  if (!g_str_equal (room->clean, "dirty") && !g_str_equal (room->clean, "pickup"))
    return FALSE;
  return !room->occupied || (floors != NULL && strstr (floors, room->floor) != NULL);
}

static gboolean
is_inspected (DeskDb                *db,
              const DeskRoomRecord  *room,
              DeskDate               date,
              gboolean              *inspected,
              GError               **error)
{
  g_autoptr (DeskRoomNightHolder) holder = NULL;

  *inspected = FALSE;
  if (room->occupied || !g_str_equal (room->clean, "clean"))
    return TRUE;
  if (!desk_room_night_table_find (db, room->id, date, &holder, error))
    return FALSE;
  *inspected = holder != NULL;
  return TRUE;
}

/**
 * desk_demo_rounds_fill:
 * @house: the demo
 * @date: its open day
 * @minute: of the round
 * @action: gets the rooms, or none where there is nothing to do
 * @error: return location for a #GError
 *
 * Returns: %FALSE where the rooms could not be read
 */
gboolean
desk_demo_rounds_fill (DeskHouse   *house,
                       DeskDate     date,
                       int          minute,
                       DeskAction  *action,
                       GError     **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (GPtrArray) rooms = desk_room_table_list (db, error);
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  const char *floors = NULL;
  gboolean any = FALSE;
  guint i;

  if (rooms == NULL)
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      if (rounds[i].minute == minute)
        floors = rounds[i].floors;
    }
  for (i = 0; i < rooms->len; i++)
    {
      const DeskRoomRecord *room = g_ptr_array_index (rooms, i);
      gboolean takes = is_cleaned (room, floors);

      if (action->status == DESK_ROOM_STATUS_INSPECTED &&
          !is_inspected (db, room, date, &takes, error))
        return FALSE;
      if (!takes)
        continue;
      g_strv_builder_add (numbers, room->number);
      any = TRUE;
    }
  if (any)
    action->rooms = g_strv_builder_end (numbers);
  return TRUE;
}
