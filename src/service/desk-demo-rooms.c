/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-rooms.h"

#include <string.h>

/*
 * Greedy: stays come in the order of their arrival, and each takes the room in which
 * it leaves the shortest gap after the stay before. Where the type is full the next
 * dearer or cheaper one has to do, as at any desk.
 */

typedef enum
{
  FREE,
  TAKEN,
  KEPT,   /* for a stay that was not asked for a type */
} State;

typedef struct
{
  const DeskRoomSpec *spec;
  gint64              price_minor;
  guint8             *nights;  /* a State for each night from the first */
} Room;

struct _DeskDemoRooms
{
  DeskDate  first;
  int       n_nights;
  GArray   *rooms;   /* Room */
};

/* What a room would do for a stay: the less the better, the first figure first. */
typedef struct
{
  gint64 from_type;   /* difference of the list prices, in minor units */
  gint64 other;       /* another type of that price */
  gint64 before;      /* nights it was empty */
  gint64 after;       /* nights until it is needed */
} Fit;

static void
room_clear (gpointer data)
{
  Room *room = data;

  g_free (room->nights);
}

/**
 * desk_demo_rooms_new:
 * @property: the set-up, which must outlive this
 * @plan: the rate plan whose list prices say which type is near to which
 * @first: the first night
 * @end: the day after the last one
 *
 * Returns: (transfer full): all rooms, free
 */
DeskDemoRooms *
desk_demo_rooms_new (const DeskProperty *property,
                     const char         *plan,
                     DeskDate            first,
                     DeskDate            end)
{
  const DeskRatePlan *rate_plan = desk_property_get_plan (property, plan);
  DeskDemoRooms *self = g_new0 (DeskDemoRooms, 1);
  guint i;

  self->first = first;
  self->n_nights = end - first;
  self->rooms = g_array_new (FALSE, TRUE, sizeof (Room));
  g_array_set_clear_func (self->rooms, room_clear);
  for (i = 0; i < property->rooms->len; i++)
    {
      Room room = { .spec = g_ptr_array_index (property->rooms, i) };

      room.nights = g_malloc0 ((gsize) self->n_nights);
      desk_rate_plan_get_list_price (rate_plan, room.spec->type, &room.price_minor);
      g_array_append_val (self->rooms, room);
    }
  return self;
}

void
desk_demo_rooms_free (DeskDemoRooms *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rooms);
  g_free (self);
}

/* Nights that are not of this plan are nobody's here. */
static void
clamp_nights (const DeskDemoRooms *self,
              DeskDate             from,
              DeskDate             till,
              int                 *begin,
              int                 *end)
{
  *begin = CLAMP (from - self->first, 0, self->n_nights);
  *end = CLAMP (till - self->first, 0, self->n_nights);
}

static gboolean
is_free (const Room *room,
         int         begin,
         int         end)
{
  for (; begin < end; begin++)
    {
      if (room->nights[begin] != FREE)
        return FALSE;
    }
  return TRUE;
}

static void
take (Room  *room,
      int    begin,
      int    end,
      State  state)
{
  for (; begin < end; begin++)
    room->nights[begin] = (guint8) state;
}

static Room *
find_room (DeskDemoRooms *self,
           const char    *number)
{
  guint i;

  for (i = 0; i < self->rooms->len; i++)
    {
      Room *room = &g_array_index (self->rooms, Room, i);

      if (strcmp (room->spec->number, number) == 0)
        return room;
    }
  return NULL;
}

/**
 * desk_demo_rooms_keep:
 * @self: the plan
 * @number: a room
 * @from: the first night
 * @till: the day after the last
 *
 * Gives a certain room.
 *
 * Returns: whether there is such a room, and it was free
 */
gboolean
desk_demo_rooms_keep (DeskDemoRooms *self,
                      const char    *number,
                      DeskDate       from,
                      DeskDate       till)
{
  Room *room = find_room (self, number);
  int begin;
  int end;

  clamp_nights (self, from, till, &begin, &end);
  if (room == NULL || !is_free (room, begin, end))
    return FALSE;
  take (room, begin, end, KEPT);
  return TRUE;
}

/**
 * desk_demo_rooms_is_kept:
 * @self: the plan
 * @number: a room
 * @night: a night
 *
 * Returns: whether it was given by desk_demo_rooms_keep()
 */
gboolean
desk_demo_rooms_is_kept (DeskDemoRooms *self,
                         const char    *number,
                         DeskDate       night)
{
  const Room *room = find_room (self, number);
  int begin;
  int end;

  clamp_nights (self, night, night + 1, &begin, &end);
  return room != NULL && begin < end && room->nights[begin] == KEPT;
}

static gint64
get_price (const DeskDemoRooms *self,
           const char          *type)
{
  guint i;

  for (i = 0; i < self->rooms->len; i++)
    {
      const Room *room = &g_array_index (self->rooms, Room, i);

      if (strcmp (room->spec->type, type) == 0)
        return room->price_minor;
    }
  return 0;
}

static gboolean
is_better (const Fit *fit,
           const Fit *best)
{
  if (fit->from_type != best->from_type)
    return fit->from_type < best->from_type;
  if (fit->other != best->other)
    return fit->other < best->other;
  if (fit->before != best->before)
    return fit->before < best->before;
  return fit->after < best->after;
}

static void
measure (const DeskDemoRooms *self,
         const Room          *room,
         int                  begin,
         int                  end,
         Fit                 *fit)
{
  while (begin > 0 && room->nights[begin - 1] == FREE)
    {
      begin--;
      fit->before++;
    }
  for (; end < self->n_nights && room->nights[end] == FREE; end++)
    fit->after++;
}

/**
 * desk_demo_rooms_take:
 * @self: the plan
 * @type: a room type
 * @from: the first night
 * @till: the day after the last
 *
 * Gives the room of that type that fits best, or one of the nearest type.
 *
 * Returns: (transfer none) (nullable): its number; %NULL where the house is full
 */
const char *
desk_demo_rooms_take (DeskDemoRooms *self,
                      const char    *type,
                      DeskDate       from,
                      DeskDate       till)
{
  gint64 price = get_price (self, type);
  Room *best = NULL;
  Fit best_fit = { 0 };
  int begin;
  int end;
  guint i;

  clamp_nights (self, from, till, &begin, &end);
  for (i = 0; i < self->rooms->len; i++)
    {
      Room *room = &g_array_index (self->rooms, Room, i);
      Fit fit = { 0 };

      if (!is_free (room, begin, end))
        continue;
      fit.from_type = ABS (room->price_minor - price);
      fit.other = strcmp (room->spec->type, type) != 0;
      measure (self, room, begin, end, &fit);
      if (best == NULL || is_better (&fit, &best_fit))
        {
          best = room;
          best_fit = fit;
        }
    }
  if (best == NULL)
    return NULL;
  take (best, begin, end, TAKEN);
  return best->spec->number;
}
