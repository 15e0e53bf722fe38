/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-move-private.h"

#include "desk-presence-table.h"

/*
 * Who moves, from which night on, and where they are now.
 */

/* Until then the night that was closed is still being slept. */
#define NIGHT_ENDS_AT_HOUR 6

void
desk_party_free (DeskParty *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stays, g_ptr_array_unref);
  g_clear_pointer (&self->nights, g_array_unref);
  g_clear_pointer (&self->room, desk_room_record_free);
  g_free (self);
}

void
desk_move_free (DeskMove *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->party, desk_party_free);
  g_clear_pointer (&self->other, desk_party_free);
  g_clear_pointer (&self->to, desk_room_record_free);
  g_free (self);
}

/**
 * desk_party_has_room:
 * @self: a party
 * @date: a night
 * @room_id: a room, or 0
 *
 * Returns: whether that night is one of its nights to come and has that room
 */
gboolean
desk_party_has_room (const DeskParty *self,
                     DeskDate         date,
                     gint64           room_id)
{
  guint i;

  for (i = 0; i < self->nights->len; i++)
    {
      const DeskMoveNight *night = &g_array_index (self->nights, DeskMoveNight, i);

      if (night->date == date && night->room_id == room_id)
        return TRUE;
    }
  return FALSE;
}

static int
compare_nights (gconstpointer a,
                gconstpointer b)
{
  const DeskMoveNight *left = a;
  const DeskMoveNight *right = b;

  if (left->date != right->date)
    return left->date < right->date ? -1 : 1;
  return (left->room_id > right->room_id) - (left->room_id < right->room_id);
}

/* The nights of all its stays; @last_id is the room of the last night that was closed. */
static gboolean
add_nights (DeskBilling  *billing,
            DeskParty    *self,
            DeskDate      first,
            gint64       *last_id,
            GError      **error)
{
  DeskDb *db = desk_house_get_db (billing->house);
  guint i;
  guint j;

  for (i = 0; i < self->stays->len; i++)
    {
      const DeskStayRecord *stay = g_ptr_array_index (self->stays, i);
      g_autoptr (GPtrArray) nights = desk_stay_night_table_list (db, stay->id, error);

      if (nights == NULL)
        return FALSE;
      for (j = 0; j < nights->len; j++)
        {
          const DeskNightRecord *night = g_ptr_array_index (nights, j);
          DeskMoveNight one = { night->date, night->room_id };

          if (night->date == billing->business_date - 1 && night->room_id != 0)
            *last_id = night->room_id;
          if (night->date >= first && !desk_party_has_room (self, one.date, one.room_id))
            g_array_append_val (self->nights, one);
        }
    }
  g_array_sort (self->nights, compare_nights);
  return TRUE;
}

/* Where they are: where they moved to, else where they slept, else where they will. */
static gboolean
find_room (DeskDb     *db,
           DeskParty  *self,
           gboolean    is_now,
           gint64      last_id,
           GError    **error)
{
  g_autoptr (DeskPresenceRecord) presence = NULL;
  gint64 room_id = 0;

  if (is_now && !desk_presence_table_find_open (db, self->occupancy_id, &presence, error))
    return FALSE;
  if (presence != NULL)
    room_id = presence->room_id;
  else if (is_now)
    room_id = last_id;
  if (room_id == 0 && self->nights->len > 0)
    room_id = g_array_index (self->nights, DeskMoveNight, 0).room_id;
  if (room_id == 0)
    return TRUE;
  self->room = desk_room_table_get (db, room_id, error);
  return self->room != NULL;
}

/**
 * desk_party_load:
 * @billing: a stay, for its house and business date
 * @occupancy_id: who share a room
 * @first: the first night that is looked at
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the party, or %NULL where it could not be read
 */
DeskParty *
desk_party_load (DeskBilling  *billing,
                 gint64        occupancy_id,
                 DeskDate      first,
                 GError      **error)
{
  DeskDb *db = desk_house_get_db (billing->house);
  g_autoptr (DeskParty) self = g_new0 (DeskParty, 1);
  gint64 last_id = 0;
  guint i;

  self->occupancy_id = occupancy_id;
  self->nights = g_array_new (FALSE, FALSE, sizeof (DeskMoveNight));
  self->stays = desk_stay_table_list_occupancy (db, occupancy_id, error);
  if (self->stays == NULL)
    return NULL;
  for (i = self->stays->len; i > 0; i--)
    {
      const DeskStayRecord *stay = g_ptr_array_index (self->stays, i - 1);
      gboolean in_house = g_str_equal (stay->state, "in-house");

      self->in_house = self->in_house || in_house;
      if (!in_house && !g_str_equal (stay->state, "booked"))
        g_ptr_array_remove_index (self->stays, i - 1);
    }
  if (!add_nights (billing, self, first, &last_id, error) ||
      !find_room (db, self, self->in_house && first <= billing->business_date, last_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Whether it is still the night before the business date by the clock. */
static gboolean
is_before_morning (const DeskBilling *billing,
                   const DeskContext *context)
{
  const DeskProperty *property = desk_house_get_property (billing->house);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (property->time_zone);
  g_autoptr (GDateTime) morning = NULL;
  int day;
  int month;
  int year;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  desk_date_to_dmy (billing->business_date, &day, &month, &year);
  morning = g_date_time_new (zone, year, month, day, NIGHT_ENDS_AT_HOUR, 0, 0);
  return morning != NULL &&
         context->now (context->source) / G_USEC_PER_SEC < g_date_time_to_unix (morning);
}

/* The first night that changes. */
static void
find_first (DeskMove *self)
{
  const DeskBilling *billing = self->billing;
  const DeskAction *action = self->action;
  const DeskNightRecord *last = desk_billing_get_night (billing, billing->business_date - 1);

  self->first = MAX (billing->business_date, billing->stay->arrival);
  if (!action->now)
    {
      if (action->from != DESK_DATE_NONE)
        self->first = MAX (action->from, billing->stay->arrival);
      return;
    }
  if (g_str_equal (billing->stay->state, "in-house") && last != NULL && last->posted &&
      is_before_morning (billing, self->context))
    {
      self->first = last->date;
      self->after_close = TRUE;
    }
}

/**
 * desk_move_load:
 * @billing: the stay that moves
 * @context: who would move it
 * @action: where to, from when, why
 * @plan: what it becomes
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the move, nothing judged yet, or %NULL where
 *   something could not be read
 */
DeskMove *
desk_move_load (DeskBilling        *billing,
                const DeskContext  *context,
                const DeskAction   *action,
                DeskPlan           *plan,
                GError            **error)
{
  g_autoptr (DeskMove) self = g_new0 (DeskMove, 1);
  guint i;

  self->billing = billing;
  self->context = context;
  self->action = action;
  self->plan = plan;
  find_first (self);
  self->party = desk_party_load (billing, billing->stay->occupancy_id, self->first, error);
  if (self->party == NULL)
    return NULL;

  self->end = billing->stay->departure;
  for (i = 0; i < self->party->stays->len; i++)
    {
      const DeskStayRecord *stay = g_ptr_array_index (self->party->stays, i);

      self->end = MAX (self->end, stay->departure);
    }
  self->at_once = self->party->in_house && self->first <= billing->business_date;
  if (action->reason != NULL)
    self->reason = desk_property_get_reason (desk_house_get_property (billing->house),
                                             action->reason);
  return g_steal_pointer (&self);
}
