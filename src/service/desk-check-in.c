/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

#include "desk-amount.h"
#include "desk-hold.h"
#include "desk-move-private.h"
#include "desk-pay-private.h"
#include "desk-room-night-table.h"
#include "desk-room-table.h"
#include "desk-stay-summary.h"

/*
 * Checking in: the stay is in house, its room is occupied, and nights that were
 * missed are posted now. A guest who comes after the night was closed is charged
 * for it on the open business date, each line with the date of its own night.
 */

static gboolean
is_soiled (const DeskRoomRecord *room)
{
  return g_str_equal (room->clean, "dirty") || g_str_equal (room->clean, "pickup");
}

static void
judge_stay (const DeskBilling *billing,
            DeskPlan          *plan)
{
  const DeskStayRecord *stay = billing->stay;

  if (!g_str_equal (stay->state, "booked"))
    desk_plan_refuse (plan, desk_message_text (
                              desk_message_new (
                                "not-booked",
                                /* Translators: {confirmation} is a confirmation number */
                                N_("{confirmation} is not waiting to be checked in.")),
                              "confirmation", stay->confirmation));
  else if (stay->arrival > billing->business_date)
    desk_plan_refuse (
      plan, desk_message_integer (
              desk_message_new ("too-early",
                                /* Translators: {date} is the day of arrival */
                                N_("The stay begins on {date}; check-in is possible from then.")),
              "date", DESK_ARG_DATE, stay->arrival));
  else if (stay->departure > stay->arrival && stay->departure <= billing->business_date)
    desk_plan_refuse (plan,
                      desk_message_integer (
                        desk_message_new ("stay-over",
                                          /* Translators: {date} is the day of departure */
                                          N_("The stay ended on {date}; book the nights anew.")),
                        "date", DESK_ARG_DATE, stay->departure));
}

/* Somebody else in the room stops a check-in; a sharer of the same party does not. */
static gboolean
is_taken (DeskBilling           *billing,
          const DeskRoomRecord  *room,
          gboolean              *taken,
          GError               **error)
{
  g_autoptr (GPtrArray) sharers = NULL;
  guint i;

  *taken = room->occupied;
  if (!room->occupied)
    return TRUE;

  sharers = desk_stay_table_list_occupancy (desk_house_get_db (billing->house),
                                            billing->stay->occupancy_id, error);
  if (sharers == NULL)
    return FALSE;
  for (i = 0; i < sharers->len; i++)
    {
      const DeskStayRecord *sharer = g_ptr_array_index (sharers, i);

      if (g_str_equal (sharer->state, "in-house"))
        *taken = FALSE;
    }
  return TRUE;
}

/* What is not as it should be, and may be passed with a reason. */
static void
ask_why (const DeskRoomRecord *room,
         DeskPlan             *plan)
{
  const char *code = "room-dirty";
  const char *msgid;

  if (is_soiled (room) && room->rush)
    msgid = N_("Room {room} is not clean; housekeeping does it next. Wait, say why it is all "
               "right, or choose another.");
  else if (is_soiled (room))
    msgid = N_("Room {room} is not clean. Say why it is all right, or choose another.");
  else if (g_str_equal (room->service, "oos"))
    {
      code = "room-out-of-service";
      msgid = N_("Room {room} is out of service. Say why it is all right, or choose another.");
    }
  else
    return;
  desk_plan_refuse (plan, desk_message_text (desk_message_new (code, msgid), "room",
                                             room->number));
}

static void
tell_passed (const DeskRoomRecord *room,
             DeskPlan             *plan)
{
  if (is_soiled (room))
    desk_plan_warn (plan,
                    desk_message_text (desk_message_new ("room-dirty",
                                                         N_("Room {room} is not clean.")),
                                       "room", room->number));
  if (g_str_equal (room->service, "oos"))
    desk_plan_warn (plan,
                    desk_message_text (desk_message_new ("room-out-of-service",
                                                         N_("Room {room} is out of service.")),
                                       "room", room->number));
}

/* Beds for so many, and so many of them, with all who share the room. */
static gboolean
judge_beds (DeskBilling           *billing,
            const DeskRoomRecord  *room,
            const DeskAction      *action,
            DeskPlan              *plan,
            GError               **error)
{
  g_autoptr (GPtrArray) sharers = desk_stay_table_list_occupancy (
    desk_house_get_db (billing->house), billing->stay->occupancy_id, error);
  DeskMessage *stop;

  if (sharers == NULL)
    return FALSE;
  stop = desk_too_many_new (desk_house_get_property (billing->house), room, sharers);
  if (stop != NULL)
    desk_soft_stop (plan, action, room->id, stop);
  return TRUE;
}

/* Who is in the room, and until when: then it is known whether to wait. */
static gboolean
refuse_occupied (DeskBilling           *billing,
                 const DeskRoomRecord  *room,
                 DeskPlan              *plan,
                 GError               **error)
{
  g_autoptr (GPtrArray) inside =
    desk_stay_summary_list_in_room (desk_house_get_db (billing->house), room->number,
                                    billing->business_date, error);
  const DeskStaySummary *stay = NULL;
  DeskMessage *message;

  if (inside == NULL)
    return FALSE;
  if (inside->len > 0)
    stay = g_ptr_array_index (inside, 0);
  if (stay == NULL)
    message = desk_message_new ("room-occupied", N_("Room {room} is occupied. Choose another."));
  else if (stay->departure <= billing->business_date)
    message = desk_message_new ("room-occupied",
                                N_("Room {room} is occupied until today: {guest}. Choose "
                                   "another."));
  else
    message = desk_message_new ("room-occupied",
                                N_("Room {room} is occupied until {date}: {guest}. Choose "
                                   "another."));
  if (stay != NULL)
    {
      desk_message_text (message, "guest", stay->guest_name);
      desk_message_integer (message, "date", DESK_ARG_DATE, stay->departure);
    }
  desk_plan_refuse (plan, desk_message_text (message, "room", room->number));
  return TRUE;
}

static gboolean
judge_room (DeskBilling           *billing,
            const DeskRoomRecord  *room,
            const DeskAction      *action,
            DeskPlan              *plan,
            GError               **error)
{
  gboolean taken;

  if (!is_taken (billing, room, &taken, error))
    return FALSE;
  if (taken)
    return refuse_occupied (billing, room, plan, error) &&
           judge_beds (billing, room, action, plan, error);
  if (g_str_equal (room->service, "ooo") || room->retired)
    desk_plan_refuse (plan, desk_message_text (
                              desk_message_new ("room-out-of-order",
                                                N_("Room {room} is out of order. Choose another.")),
                              "room", room->number));
  else if (action->override_reason == NULL)
    ask_why (room, plan);
  else
    tell_passed (room, plan);
  return judge_beds (billing, room, action, plan, error);
}

/* Each night still to be slept goes to the room that was asked for. */
static gboolean
plan_other_room (DeskBilling           *billing,
                 const DeskRoomRecord  *room,
                 DeskPlan              *plan,
                 GError               **error)
{
  DeskDb *db = desk_house_get_db (billing->house);
  guint i;

  for (i = 0; i < billing->nights->len; i++)
    {
      DeskNightRecord *night = g_ptr_array_index (billing->nights, i);
      g_autoptr (DeskRoomNightHolder) holder = NULL;
      g_autoptr (DeskRoomRecord) from = NULL;
      g_autofree char *date = desk_date_to_string (night->date);

      if (night->posted || night->room_id == room->id)
        continue;
      if (!desk_room_night_table_find (db, room->id, night->date, &holder, error))
        return FALSE;
      if (holder != NULL && holder->occupancy_id != billing->stay->occupancy_id)
        {
          desk_plan_refuse (
            plan, desk_message_integer (
                    desk_message_text (
                      desk_message_new ("room-night-taken",
                                        N_("Room {room} is not free on the night of {date}.")),
                      "room", room->number),
                    "date", DESK_ARG_DATE, night->date));
          return TRUE;
        }
      if (night->room_id != 0)
        {
          from = desk_room_table_get (db, night->room_id, error);
          if (from == NULL)
            return FALSE;
        }
      desk_plan_add_effect (plan, DESK_EFFECT_NIGHT_ROOM, billing->stay->id, date,
                            from != NULL ? from->number : NULL, room->number);
      night->room_id = room->id;
    }
  return TRUE;
}

/* What a night in @room lists for above the room it had; without one, the type booked. */
static gboolean
find_gain (DeskBilling            *billing,
           const DeskNightRecord  *night,
           const DeskRoomRecord   *room,
           gint64                 *out_minor,
           GError                **error)
{
  const DeskRatePlan *plan = desk_property_get_plan (desk_house_get_property (billing->house),
                                                     night->plan);
  g_autoptr (DeskRoomRecord) had = NULL;
  gint64 before;
  gint64 after;

  *out_minor = 0;
  if (night->room_id != 0)
    {
      had = desk_room_table_get (desk_house_get_db (billing->house), night->room_id, error);
      if (had == NULL)
        return FALSE;
    }
  if (plan != NULL &&
      desk_rate_plan_get_list_price (plan, had != NULL ? had->room_type : night->room_type,
                                     &before) &&
      desk_rate_plan_get_list_price (plan, room->room_type, &after))
    *out_minor = MAX (after - before, 0);
  return TRUE;
}

/* A better room is given, at arrival as in a move. */
static gboolean
give_better_room (DeskBilling           *billing,
                  const DeskRoomRecord  *room,
                  DeskPlan              *plan,
                  GError               **error)
{
  DeskGiving *giving = NULL;
  guint i;

  for (i = 0; i < billing->nights->len; i++)
    {
      const DeskNightRecord *night = g_ptr_array_index (billing->nights, i);
      gint64 gain;

      if (night->posted || night->room_id == room->id)
        continue;
      if (!find_gain (billing, night, room, &gain, error))
        return FALSE;
      if (gain == 0)
        continue;
      if (giving == NULL)
        {
          giving = desk_plan_add_giving (plan, "upgrade", NULL, 0);
          giving->code = g_strdup (room->room_type);
          giving->for_date = night->date;
          giving->quantity = 0;
        }
      giving->quantity++;
      giving->n_types = MAX (giving->n_types,
                             desk_rate_plan_count_types (
                               desk_property_get_plan (desk_house_get_property (billing->house),
                                                       night->plan),
                               night->room_type, room->room_type));
      if (!desk_amount_add (giving->value_minor, gain, &giving->value_minor, error))
        return FALSE;
    }
  return TRUE;
}

static const DeskNightRecord *
first_night_to_come (const DeskBilling *billing)
{
  guint i;

  for (i = 0; i < billing->nights->len; i++)
    {
      const DeskNightRecord *night = g_ptr_array_index (billing->nights, i);

      if (night->date >= billing->business_date)
        return night;
    }
  return NULL;
}

/* The room asked for, else the one assigned for tonight; *room is NULL where there is neither. */
static gboolean
find_room (DeskBilling       *billing,
           const DeskAction  *action,
           DeskRoomRecord   **room,
           DeskPlan          *plan,
           GError           **error)
{
  DeskDb *db = desk_house_get_db (billing->house);
  const DeskNightRecord *tonight = first_night_to_come (billing);

  *room = NULL;
  if (action->room != NULL)
    {
      if (!desk_room_table_find (db, action->room, room, error))
        return FALSE;
      if (*room == NULL)
        desk_plan_refuse (plan,
                          desk_message_text (desk_message_new ("no-such-room",
                                                               N_("There is no room {room}.")),
                                             "room", action->room));
      return TRUE;
    }
  if (tonight != NULL && tonight->room_id != 0)
    {
      *room = desk_room_table_get (db, tonight->room_id, error);
      return *room != NULL;
    }
  if (tonight != NULL)
    desk_plan_refuse (plan, desk_message_new ("no-room",
                                              N_("No room is assigned yet. Name one.")));
  return TRUE;
}

/* The first lines of a bill: the deposit, then the nights that were closed before. */
static gboolean
plan_lines (DeskBilling  *billing,
            DeskPlan     *plan,
            GError      **error)
{
  g_autoptr (DeskCharger) charger = desk_billing_new_charger (billing, NULL, error);
  g_autoptr (GPtrArray) lines = NULL;
  guint i;

  if (charger == NULL || !desk_deposit_apply (billing, charger, plan, error))
    return FALSE;
  for (i = 0; i < billing->nights->len; i++)
    {
      DeskNightRecord *night = g_ptr_array_index (billing->nights, i);
      g_autofree char *date = desk_date_to_string (night->date);

      if (night->posted || night->date >= billing->business_date)
        continue;
      if (!desk_billing_add_date (billing, charger, night->date, error) ||
          !desk_billing_post_night (billing, charger, night, error))
        return FALSE;
      desk_plan_add_effect (plan, DESK_EFFECT_NIGHT_POSTED, billing->stay->id, date, "0", "1");
      desk_plan_warn (
        plan, desk_message_integer (
                desk_message_new ("late-night",
                                  /* Translators: the guest arrived after that night was closed */
                                  N_("The night of {date} was closed before the guest came; it is "
                                     "posted now.")),
                "date", DESK_ARG_DATE, night->date));
      night->posted = TRUE;
    }

  lines = desk_charger_steal_lines (charger);
  g_ptr_array_extend_and_steal (plan->lines, g_steal_pointer (&lines));
  return TRUE;
}

/* Whether another room would do what this one does not, or the one there is not yet. */
static gboolean
wants_other_room (const DeskPlan *plan)
{
  static const char *const codes[] = {
    "no-room", "room-occupied", "room-out-of-order", "room-dirty", "room-out-of-service",
    "room-night-taken", NULL,
  };
  guint i;

  for (i = 0; i < plan->refused->len; i++)
    {
      const DeskMessage *message = g_ptr_array_index (plan->refused, i);

      if (message->code != NULL && g_strv_contains (codes, message->code))
        return TRUE;
    }
  return FALSE;
}

static DeskMessage *
new_sentence (const DeskBilling    *billing,
              const char           *guest,
              const DeskRoomRecord *room)
{
  DeskMessage *sentence =
    room != NULL
      /* Translators: what checking in will do */
      ? desk_message_text (desk_message_new ("in",
                                             N_("Check-in: {guest}, room {room}, until {date}.")),
                           "room", room->number)
      /* Translators: the same, where the guest has no room yet */
      : desk_message_new ("in", N_("Check-in: {guest}, until {date}."));

  desk_message_text (sentence, "guest", guest);

  return desk_message_integer (sentence, "date", DESK_ARG_DATE, billing->stay->departure);
}

gboolean
desk_plan_check_in (DeskBilling        *billing,
                    const DeskContext  *context,
                    const DeskAction   *action,
                    DeskPlan           *plan,
                    GError            **error)
{
  g_autofree char *guest = desk_billing_dup_guest_name (billing, error);
  g_autoptr (DeskRoomRecord) room = NULL;

  if (guest == NULL)
    return FALSE;
  judge_stay (billing, plan);
  if (plan->refused->len == 0 && !find_room (billing, action, &room, plan, error))
    return FALSE;
  if (room != NULL)
    {
      desk_plan_add_version (plan, "room", room->id, room->version);
      if (!judge_room (billing, room, action, plan, error) ||
          (action->room != NULL && (!give_better_room (billing, room, plan, error) ||
                                    !plan_other_room (billing, room, plan, error))))
        return FALSE;
    }

  if (wants_other_room (plan) && !desk_move_propose_now (billing, context, plan, error))
    return FALSE;

  plan->sentence = new_sentence (billing, guest, room);
  if (!desk_hold_plan (billing, action, plan, error))
    return FALSE;
  if (plan->refused->len > 0)
    return TRUE;

  desk_plan_add_effect (plan, DESK_EFFECT_STAY_STATE, billing->stay->id, NULL, "booked",
                        "in-house");
  if (room != NULL && !room->occupied)
    {
      desk_plan_add_effect (plan, DESK_EFFECT_ROOM_OCCUPIED, room->id, NULL, "0", "1");
      desk_plan_add_effect (plan, DESK_EFFECT_PRESENCE, billing->stay->occupancy_id, NULL, NULL,
                            room->number);
    }
  return plan_lines (billing, plan, error);
}
