/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-demo-days.h"
#include "desk-property.h"

G_BEGIN_DECLS

#define DESK_DEMO_MAX_CHILDREN 8

/**
 * DeskDemoStay:
 * @guest: an invented name
 * @language: static: spoken at the desk
 * @phone: (nullable): one that is nobody's
 * @mail: (nullable): the same
 * @country: (nullable): as the bookings have it
 * @lead_days: from the booking to the arrival
 * @booked: the day the booking was made, or the demo's first
 * @plan: static: rate plan
 * @type: static: the room type that was booked
 * @next_type: static: the one they slept in, in the end
 * @room: (nullable): where they sleep first; %NULL: assigned when they come
 * @moves: the day they get @next_room: that of arrival, before they come; or later; or
 *   %DESK_DATE_NONE
 * @price_minor: of a night
 * @tender: static: what they pay with
 * @card: its last digits
 * @reference: (nullable): number of the agency
 * @hold_minor: what the card keeps ready, or 0
 * @prepaid: paid in full when it was booked
 * @early: comes before the afternoon
 * @late: leaves after noon
 *
 * One stay of the bookings in the demo hotel.
 */
typedef struct
{
  char       *confirmation;
  char       *guest;
  const char *language;
  char       *phone;
  char       *mail;
  char       *country;
  int         adults;
  int         n_children;
  int         ages[DESK_DEMO_MAX_CHILDREN];
  int         lead_days;
  DeskDate    booked;
  DeskDate    arrival;
  DeskDate    departure;
  const char *plan;
  const char *type;
  const char *next_type;
  const char *room;
  const char *next_room;
  DeskDate    moves;
  gint64      price_minor;
  const char *tender;
  char        card[5];
  char       *reference;
  gint64      hold_minor;
  gboolean    parking;
  gboolean    prepaid;
  gboolean    early;
  gboolean    late;
} DeskDemoStay;

void desk_demo_life_add           (const DeskDemoStay  *stay,
                                   const DeskProperty  *property,
                                   GRand               *dice,
                                   DeskDemoDays        *days);
void desk_demo_life_number_checks (DeskDemoDays        *days,
                                   DeskDate             date,
                                   int                  number);

G_END_DECLS
