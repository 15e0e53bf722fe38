/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-plan.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_VERB_CHECK_IN,
  DESK_VERB_POST,
  DESK_VERB_PAY,
  DESK_VERB_FIX,
  DESK_VERB_OFF,
  DESK_VERB_RATE,
  DESK_VERB_MOVE,
  DESK_VERB_OUT,
  DESK_VERB_UNDO,
  DESK_VERB_ROOMS,
  DESK_VERB_DECIDE,
  DESK_VERB_ANSWER,
  DESK_VERB_REVERSE,
} DeskVerb;

/**
 * DeskDecision:
 * @DESK_DECISION_ASK: who did it is asked why, and the question comes back
 * @DESK_DECISION_KEEP: not accepted, but the guest keeps it; a manager hears of it
 *
 * What somebody who reviews makes of a row of the audit. To reverse it is a verb of its own,
 * since it writes lines on a bill.
 */
typedef enum
{
  DESK_DECISION_ACCEPT,
  DESK_DECISION_ASK,
  DESK_DECISION_KEEP,
} DeskDecision;

/**
 * DeskOffBase:
 *
 * Of what a gesture is reckoned: the complaining guest's own windows unless it
 * is said otherwise.
 */
typedef enum
{
  DESK_OFF_STAY,
  DESK_OFF_LINES,
  DESK_OFF_CLASS,
  DESK_OFF_WINDOW,
  DESK_OFF_DAY,
  DESK_OFF_ALL,
} DeskOffBase;

/**
 * DeskMovePrice:
 *
 * What a moved guest pays from then on: as agreed, the new type's list price, or
 * a stated price.
 */
typedef enum
{
  DESK_MOVE_KEEP,
  DESK_MOVE_NEW,
  DESK_MOVE_AT,
} DeskMovePrice;

/**
 * DeskRoomStatus:
 * @DESK_ROOM_STATUS_RUSH: housekeeping is asked to do it next
 * @DESK_ROOM_STATUS_OOO: out of order: nobody can have its nights
 * @DESK_ROOM_STATUS_OOS: out of service: better not, but possible
 * @DESK_ROOM_STATUS_BACK: in service again
 * @DESK_ROOM_STATUS_SEEN_OCCUPIED: housekeeping saw somebody, or their things
 *
 * What is said of rooms.
 */
typedef enum
{
  DESK_ROOM_STATUS_DIRTY,
  DESK_ROOM_STATUS_CLEAN,
  DESK_ROOM_STATUS_INSPECTED,
  DESK_ROOM_STATUS_PICKUP,
  DESK_ROOM_STATUS_RUSH,
  DESK_ROOM_STATUS_OOO,
  DESK_ROOM_STATUS_OOS,
  DESK_ROOM_STATUS_BACK,
  DESK_ROOM_STATUS_SEEN_OCCUPIED,
  DESK_ROOM_STATUS_SEEN_VACANT,
} DeskRoomStatus;

/**
 * DeskAction:
 * @stay_id: whose; 0: rooms, and the undo of it
 * @room: (nullable): check-in: another room than the one assigned
 * @code: post: the article; pay: the tender
 * @quantity: post: 1 or more
 * @has_unit: post: whether @unit_minor is given; otherwise the code's price
 * @window: 1 to 8
 * @check: (nullable): post: number of the check
 * @all: pay: the whole balance of the window, instead of @amount_minor
 * @override_reason: (nullable): why a soft stop is all right
 * @text: (nullable): a note
 * @lines: (element-type gint) (nullable): fix, off: numbers of lines
 * @has_quantity: fix: whether @quantity is what is right
 * @none: fix: the lines should not be there at all
 * @percent: (nullable): off: "10", instead of @amount_minor
 * @base: off: of what
 * @tax_class: (nullable): off: with %DESK_OFF_CLASS; several are parted by `;`
 * @from: rate, move, off: from that night on; %DESK_DATE_NONE: tonight
 * @till: rate: up to that night; %DESK_DATE_NONE: the last; rooms: the day it is back
 * @now: move: at once, not with tonight's price; out: before the day agreed
 * @list: rate: the list price instead of @unit_minor
 * @price: move: what is charged; move at: @unit_minor
 * @room_type: (nullable): move: a type instead of @room
 * @features: (nullable): move: what the room must have
 * @swap: move: the party in @room takes this one's
 * @reason: (nullable): name of a reason of the set-up
 * @entry_id: undo: the audit entry; 0: the newest of this person on this stay; decide,
 *   answer, reverse: the entry it is about
 * @card: (nullable): check-in: last four digits of the card that keeps @hold_minor ready;
 *   its kind is @code
 * @hold_minor: check-in: what it keeps ready; 0: nothing
 * @left: (nullable): move: what the old room is like: "dirty", "clean", "pickup" or "oos";
 *   %NULL: dirty
 * @rooms: (nullable): rooms: their numbers
 * @status: rooms: what is said of them
 * @decision: decide: what is made of it
 *
 * What somebody wants done, before it is a plan.
 */
typedef struct
{
  DeskVerb  verb;
  gint64    stay_id;
  char     *room;
  char     *code;
  gint64    quantity;
  gboolean  has_unit;
  gint64    unit_minor;
  int       window;
  char     *check;
  gboolean  all;
  gint64    amount_minor;
  char     *override_reason;
  char     *text;

  GArray        *lines;
  gboolean       has_quantity;
  gboolean       none;
  char          *percent;
  DeskOffBase    base;
  char          *tax_class;
  DeskDate       from;
  DeskDate       till;
  gboolean       now;
  gboolean       list;
  DeskMovePrice  price;
  char          *room_type;
  GStrv          features;
  gboolean       swap;
  char          *reason;
  gint64         entry_id;
  char          *card;
  gint64         hold_minor;
  char          *left;

  GStrv          rooms;
  DeskRoomStatus status;
  DeskDecision   decision;
} DeskAction;

/* What was done: @plan as it was executed; lines have their numbers. */
typedef struct
{
  DeskPlan *plan;
  gint64    entry_id;       /* audit entry */
  gboolean  repeated;       /* the key was known: nothing was done again */
} DeskOutcome;

DeskAction  *desk_action_new      (DeskVerb             verb,
                                   gint64               stay_id);
DeskAction  *desk_action_copy     (const DeskAction    *self);
void         desk_action_free     (DeskAction          *self);
DeskPlan    *desk_action_plan     (DeskHouse           *house,
                                   const DeskContext   *context,
                                   const DeskAction    *action,
                                   GError             **error);
DeskOutcome *desk_action_do       (DeskHouse           *house,
                                   const DeskContext   *context,
                                   const DeskAction    *action,
                                   const char          *digest,
                                   const char          *key,
                                   GError             **error);
void         desk_outcome_free    (DeskOutcome         *self);
char        *desk_action_new_key  (const DeskContext   *context);
gboolean     desk_action_keeps_refusal
                                  (const DeskPlan      *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAction, desk_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOutcome, desk_outcome_free)

G_END_DECLS
