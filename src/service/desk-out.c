/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pay-private.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-hold.h"
#include "desk-invoice.h"
#include "desk-presence-table.h"
#include "desk-radar.h"
#include "desk-room-table.h"

/*
 * Checking out: what today's charges are still taxed, taxes that round on the
 * invoice, the rest paid where a tender is named; then one invoice for each window,
 * the room is free and dirty, nights not slept are given back, the bill is closed.
 */
#define N_WINDOWS 8

/**
 * Leaving:
 * @lines: (element-type DeskPosting): the folio as it is, and what is planned
 * @owed: by window number: what is open
 * @charged: by window number: whether there is anything to invoice
 */
typedef struct
{
  DeskBilling *billing;
  DeskPlan    *plan;
  DeskCharger *charger;
  GPtrArray   *lines;
  gint64       owed[N_WINDOWS + 1];
  gint64       total[N_WINDOWS + 1];
  gboolean     charged[N_WINDOWS + 1];
} Leaving;

static void
judge_stay (const DeskBilling *billing,
            DeskPlan          *plan)
{
  if (!g_str_equal (billing->stay->state, "in-house"))
    desk_plan_refuse (plan, desk_message_new ("not-in-house",
                                              N_("Only a guest who is in house checks out.")));
  else if (!billing->folio->open)
    desk_plan_refuse (plan, desk_message_new ("folio-closed", N_("The bill is closed.")));
}

/* Puts what the charger made into the plan; the plan owns it. */
static void
take_lines (Leaving *leaving)
{
  g_autoptr (GPtrArray) made = desk_charger_steal_lines (leaving->charger);
  guint i;

  for (i = 0; i < made->len; i++)
    g_ptr_array_add (leaving->lines, g_ptr_array_index (made, i));
  g_ptr_array_extend_and_steal (leaving->plan->lines, g_steal_pointer (&made));
}

static gboolean
sum_windows (Leaving  *leaving,
             GError  **error)
{
  guint i;

  memset (leaving->owed, 0, sizeof leaving->owed);
  memset (leaving->total, 0, sizeof leaving->total);
  memset (leaving->charged, 0, sizeof leaving->charged);
  for (i = 0; i < leaving->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (leaving->lines, i);
      int window = CLAMP (line->window, 1, N_WINDOWS);

      if (!desk_amount_add (leaving->owed[window], line->amount_minor, &leaving->owed[window],
                            error))
        return FALSE;
      if (!desk_posting_is_charge (line))
        continue;
      leaving->charged[window] = TRUE;
      if (!desk_amount_add (leaving->total[window], line->amount_minor, &leaving->total[window],
                            error))
        return FALSE;
    }
  return TRUE;
}

/* Taxes of today, as the night would post them for who does not sleep here, and the
 * roundings that wait for the invoice. */
static gboolean
post_rest (Leaving  *leaving,
           GError  **error)
{
  DeskBilling *billing = leaving->billing;
  int window;

  if (!desk_billing_add_date (billing, leaving->charger, billing->business_date, error) ||
      !desk_charger_post_night_taxes (leaving->charger, billing->business_date, error))
    return FALSE;
  take_lines (leaving);

  for (window = 1; window <= N_WINDOWS; window++)
    {
      if (!desk_charger_round_invoice (leaving->charger, leaving->lines, window,
                                       desk_house_lookup_property, billing->house, error))
        return FALSE;
    }
  take_lines (leaving);
  return sum_windows (leaving, error);
}

/* What is open in the window that was named is paid with the tender that was named. */
static gboolean
pay_rest (Leaving            *leaving,
          const DeskContext  *context,
          const DeskAction   *action,
          GError            **error)
{
  DeskPayment payment = { NULL, action->window, 0, TRUE };

  if (action->code == NULL)
    return TRUE;
  payment.tender =
    desk_action_find_code (action, leaving->billing, DESK_CODE_PAYMENT, error);
  if (payment.tender == NULL || !desk_action_check_window (action, error))
    return FALSE;
  payment.amount_minor = leaving->owed[action->window];
  if (payment.amount_minor == 0)
    return TRUE;

  if (!desk_payment_judge (leaving->billing, context, &payment, leaving->plan, error) ||
      !desk_payment_post (leaving->charger, &payment, error))
    return FALSE;
  take_lines (leaving);
  return sum_windows (leaving, error);
}

static void
judge_windows (Leaving    *leaving,
               const char *guest)
{
  int window;

  for (window = 1; window <= N_WINDOWS; window++)
    {
      gint64 owed = leaving->owed[window];
      DeskMessage *message;

      if (owed == 0)
        continue;
      message =
        owed > 0
          ? desk_message_new ("unsettled",
                              /* Translators: {window} is the number of a part of the bill */
                              N_("{amount} is still open in window {window}."))
          : desk_message_new ("credit-left",
                              /* Translators: {window} is the number of a part of the bill; the
                               * guest paid more than it comes to */
                              N_("{guest} has {amount} to the good in window {window}. Name "
                                 "what it was paid with, and it goes back there."));
      desk_message_text (message, "guest", guest);
      desk_message_integer (message, "amount", DESK_ARG_MONEY, ABS (owed));
      desk_plan_refuse (leaving->plan,
                        desk_message_integer (message, "window", DESK_ARG_INT, window));
    }
}

/* Whether somebody else of the party sleeps here that night. */
static gboolean
stays_on (const GPtrArray      *sharers,
          const DeskStayRecord *stay,
          DeskDate              night)
{
  guint i;

  for (i = 0; i < sharers->len; i++)
    {
      const DeskStayRecord *sharer = g_ptr_array_index (sharers, i);

      if (sharer->id != stay->id && sharer->arrival <= night && night < sharer->departure &&
          (g_str_equal (sharer->state, "in-house") || g_str_equal (sharer->state, "booked")))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_last_in_house (const GPtrArray      *sharers,
                  const DeskStayRecord *stay)
{
  guint i;

  for (i = 0; i < sharers->len; i++)
    {
      const DeskStayRecord *sharer = g_ptr_array_index (sharers, i);

      if (sharer->id != stay->id && g_str_equal (sharer->state, "in-house"))
        return FALSE;
    }
  return TRUE;
}

static DeskMessage *
say_early (const DeskBilling *billing,
           const char        *guest,
           gint64             n)
{
  DeskMessage *message = desk_message_new_plural (
    "early",
    /* Translators: {today} is the day the guest leaves, {date} the day that was agreed */
    "{guest} leaves on {today} instead of {date}: {n} night falls away.",
    "{guest} leaves on {today} instead of {date}: {n} nights fall away.", n);

  desk_message_text (message, "guest", guest);
  desk_message_integer (message, "today", DESK_ARG_DATE, billing->business_date);
  return desk_message_integer (message, "date", DESK_ARG_DATE, billing->stay->departure);
}

/* Somebody else's departure is not taken for this one's. */
static DeskMessage *
say_booked (const DeskBilling *billing,
            const char        *guest,
            gint64             n)
{
  DeskMessage *message = desk_message_new_plural (
    "not-due",
    /* Translators: {date} is the day of departure that was agreed */
    "{guest} stays until {date}. To leave early, say so: {n} night falls away.",
    "{guest} stays until {date}. To leave early, say so: {n} nights fall away.", n);

  desk_message_text (message, "guest", guest);
  return desk_message_integer (message, "date", DESK_ARG_DATE, billing->stay->departure);
}

/* Nights not slept fall away: nobody pays for them, and their rooms are free. */
static gboolean
release_nights (DeskBilling      *billing,
                const GPtrArray  *sharers,
                const char       *guest,
                gboolean          early,
                DeskPlan         *plan,
                GError          **error)
{
  gint64 n = 0;
  guint i;

  for (i = 0; i < billing->nights->len; i++)
    {
      DeskNightRecord *night = g_ptr_array_index (billing->nights, i);
      g_autoptr (DeskRoomRecord) room = NULL;
      g_autofree char *date = desk_date_to_string (night->date);

      if (night->posted || night->date < billing->business_date)
        continue;
      n++;
      night->posted = TRUE;
      if (night->room_id == 0 || stays_on (sharers, billing->stay, night->date))
        continue;
      room = desk_room_table_get (desk_house_get_db (billing->house), night->room_id, error);
      if (room == NULL)
        return FALSE;
      desk_plan_add_effect (plan, DESK_EFFECT_ROOM_NIGHT, billing->stay->occupancy_id, date,
                            room->number, NULL);
    }
  if (n > 0 && early)
    desk_plan_warn (plan, say_early (billing, guest, n));
  else if (n > 0)
    desk_plan_refuse (plan, say_booked (billing, guest, n));
  return TRUE;
}

/* The room the party is in by the clock: where it moved last, or that of its night. */
static gboolean
find_room (DeskBilling      *billing,
           DeskRoomRecord  **room,
           gboolean         *moved,
           GError          **error)
{
  DeskDb *db = desk_house_get_db (billing->house);
  g_autoptr (DeskPresenceRecord) presence = NULL;
  gint64 id = 0;
  guint i;

  if (!desk_presence_table_find_open (db, billing->stay->occupancy_id, &presence, error))
    return FALSE;
  *moved = presence != NULL;
  for (i = 0; i < billing->nights->len; i++)
    {
      const DeskNightRecord *night = g_ptr_array_index (billing->nights, i);

      if (night->room_id != 0 && (id == 0 || night->date <= billing->business_date))
        id = night->room_id;
    }
  if (presence != NULL)
    id = presence->room_id;
  if (id == 0)
    return TRUE;
  *room = desk_room_table_get (db, id, error);
  return *room != NULL;
}

static gboolean
leave_room (DeskBilling      *billing,
            const GPtrArray  *sharers,
            DeskPlan         *plan,
            GError          **error)
{
  g_autoptr (DeskRoomRecord) room = NULL;
  gboolean moved;

  if (!is_last_in_house (sharers, billing->stay))
    return TRUE;
  if (!find_room (billing, &room, &moved, error))
    return FALSE;
  if (room == NULL)
    return TRUE;

  desk_plan_add_version (plan, "room", room->id, room->version);
  if (room->occupied)
    desk_plan_add_effect (plan, DESK_EFFECT_ROOM_OCCUPIED, room->id, NULL, "1", "0");
  if (!g_str_equal (room->clean, "dirty"))
    desk_plan_add_effect (plan, DESK_EFFECT_ROOM_CLEAN, room->id, NULL, room->clean, "dirty");
  if (moved)
    desk_plan_add_effect (plan, DESK_EFFECT_PRESENCE, billing->stay->occupancy_id, NULL,
                          room->number, NULL);
  return TRUE;
}

/* One invoice for each window, and whose name is on it. */
static gboolean
plan_invoices (Leaving     *leaving,
               const char  *guest,
               GError     **error)
{
  DeskBilling *billing = leaving->billing;
  g_autoptr (GPtrArray) windows = desk_folio_table_list_windows (
    desk_house_get_db (billing->house), billing->folio->id, error);
  int number;

  if (windows == NULL)
    return FALSE;
  for (number = 1; number <= N_WINDOWS; number++)
    {
      g_autofree char *key = g_strdup_printf ("%d", number);

      if (!leaving->charged[number])
        continue;
      desk_plan_add_effect (leaving->plan, DESK_EFFECT_INVOICE, billing->folio->id, key, NULL,
                            DESK_INVOICE_SERIES);
      desk_plan_warn (
        leaving->plan,
        desk_message_integer (
          desk_message_text (
            desk_message_integer (
              desk_message_new ("invoice",
                                /* Translators: {window} is the number of a part of the bill,
                                 * {name} is who the invoice names as its buyer */
                                N_("Window {window}: the invoice over {amount} is made out to "
                                   "{name}.")),
              "window", DESK_ARG_INT, number),
            "name", desk_invoice_get_buyer (windows, number, guest)),
          "amount", DESK_ARG_MONEY, leaving->total[number]));
    }
  return TRUE;
}

static gboolean
plan_departure (Leaving     *leaving,
                const char  *guest,
                gboolean     early,
                GError     **error)
{
  DeskBilling *billing = leaving->billing;
  DeskPlan *plan = leaving->plan;
  g_autoptr (GPtrArray) sharers = desk_stay_table_list_occupancy (
    desk_house_get_db (billing->house), billing->stay->occupancy_id, error);

  if (sharers == NULL)
    return FALSE;
  desk_plan_add_effect (plan, DESK_EFFECT_STAY_STATE, billing->stay->id, NULL, "in-house",
                        "departed");
  if (!release_nights (billing, sharers, guest, early, plan, error) ||
      !leave_room (billing, sharers, plan, error) || !plan_invoices (leaving, guest, error) ||
      !desk_hold_plan_release (billing, plan, error))
    return FALSE;
  desk_plan_add_effect (plan, DESK_EFFECT_FOLIO_STATE, billing->folio->id, NULL, "open", "closed");
  return TRUE;
}

gboolean
desk_plan_out (DeskBilling        *billing,
               const DeskContext  *context,
               const DeskAction   *action,
               DeskPlan           *plan,
               GError            **error)
{
  Leaving leaving = { billing, plan, NULL, NULL, { 0 }, { 0 }, { 0 } };
  g_autofree char *guest = desk_billing_dup_guest_name (billing, error);
  g_autoptr (DeskCharger) charger = NULL;
  const GPtrArray *posted;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  DeskDate departure = billing->stay->departure;
  guint i;

  if (guest == NULL)
    return FALSE;
  judge_stay (billing, plan);
  plan->sentence = desk_message_text (desk_message_new ("out",
                                                        /* Translators: what checking out does */
                                                        N_("Check-out: {guest}.")),
                                      "guest", guest);
  if (plan->refused->len > 0)
    return TRUE;

  posted = desk_billing_get_lines (billing, error);
  if (posted == NULL)
    return FALSE;
  for (i = 0; i < posted->len; i++)
    g_ptr_array_add (lines, g_ptr_array_index (posted, i));

  /* Who leaves today does not sleep here tonight, whatever was booked. */
  billing->stay->departure = MIN (departure, billing->business_date);
  charger = desk_billing_new_charger (billing, NULL, error);
  billing->stay->departure = departure;
  if (charger == NULL)
    return FALSE;
  leaving.charger = charger;
  leaving.lines = lines;
  if (!post_rest (&leaving, error) || !pay_rest (&leaving, context, action, error))
    return FALSE;
  judge_windows (&leaving, guest);
  return desk_radar_warn (billing, plan, error) &&
         plan_departure (&leaving, guest, action->now, error);
}
