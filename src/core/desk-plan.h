/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-message.h"
#include "desk-posting.h"

G_BEGIN_DECLS

/**
 * DeskEffectKind:
 * @DESK_EFFECT_STAY_STATE: @id is the stay; from one state to another
 * @DESK_EFFECT_ROOM_CLEAN: @id is the room; cleanliness
 * @DESK_EFFECT_ROOM_OCCUPIED: @id is the room; "1" or "0", as the desk knows
 * @DESK_EFFECT_NIGHT_POSTED: @id is the stay, @key the night
 * @DESK_EFFECT_NIGHT_ROOM: @id is the stay, @key the night; the room changes; to %NULL: it is
 *   given back
 * @DESK_EFFECT_FOLIO_STATE: @id is the folio; "open" or "closed", after the lines are posted
 * @DESK_EFFECT_INVOICE: @id is the folio, @key the window; to the series, and once it is done
 *   the number and the digest
 * @DESK_EFFECT_ENTRY_STATE: @id is an audit entry; "done" or "undone"
 * @DESK_EFFECT_PERSON: @id is the stay, @key the person's number; "adult", or "child 17"
 *   with the age
 * @DESK_EFFECT_CASE_OPEN: @id is the stay; from none to the topic
 * @DESK_EFFECT_NIGHT_PRICE: @id is the stay, @key the night; minor units, %NULL: the plan's
 * @DESK_EFFECT_NIGHT_TYPE: @id is the stay, @key the night; the room type charged
 * @DESK_EFFECT_ROOM_NIGHT: @id is an occupancy, @key the night; all its stays go from one
 *   room to another, %NULL: none
 * @DESK_EFFECT_ROOM_SWAP: @id is the occupancy in room from, @key the night and the
 *   occupancy in room to, "2026-09-04/17"; they exchange rooms
 * @DESK_EFFECT_PRESENCE: @id is an occupancy, which is in another room from now on
 * @DESK_EFFECT_REQUEST_ROOM: @id is a request; the room it is for
 * @DESK_EFFECT_REQUEST: @id is the stay, @key the department; room to has something to be
 *   seen to, and no longer room from
 * @DESK_EFFECT_OVERRIDE: @id is the room or folio, @key the soft stop that somebody had a reason to
 *   pass; changes nothing
 * @DESK_EFFECT_EVIDENCE: @id is the folio, @key the line that is put right, or the night whose
 *   price is; to what shows that it is wrong: "price-list", "confirmation", "line-4", "persons",
 *   "own-slip", "told"; changes nothing
 * @DESK_EFFECT_HOLD: @id is the stay, @key what a card keeps ready, "CARD 4411 15000":
 *   tender, last digits, minor units; "placed" or "released", from %NULL: anew
 * @DESK_EFFECT_ROOM_SERVICE: @id is the room; "in", or "ooo 2026-09-09 defect": kind, day on
 *   which it is back and reason, "-" for none
 * @DESK_EFFECT_ROOM_SEEN: @id is the room; as housekeeping saw it: "1", "0", %NULL: nobody looked
 * @DESK_EFFECT_ROOM_RUSH: @id is the room; "1": wanted next
 * @DESK_EFFECT_DEPOSIT: @id is a deposit; "held" or "applied"
 * @DESK_EFFECT_DISPOSITION: @id is an audit entry, @key the number of the decision about it;
 *   from the decision before to this one: "accept", "ask 2026-09-05" with the day on which it
 *   comes back, "not-accepted", "reverse", "answer"
 *
 * What an action does besides posting lines.
 */
typedef enum
{
  DESK_EFFECT_STAY_STATE,
  DESK_EFFECT_ROOM_CLEAN,
  DESK_EFFECT_ROOM_OCCUPIED,
  DESK_EFFECT_NIGHT_POSTED,
  DESK_EFFECT_NIGHT_ROOM,
  DESK_EFFECT_FOLIO_STATE,
  DESK_EFFECT_INVOICE,
  DESK_EFFECT_ENTRY_STATE,
  DESK_EFFECT_PERSON,
  DESK_EFFECT_CASE_OPEN,
  DESK_EFFECT_NIGHT_PRICE,
  DESK_EFFECT_NIGHT_TYPE,
  DESK_EFFECT_ROOM_NIGHT,
  DESK_EFFECT_ROOM_SWAP,
  DESK_EFFECT_PRESENCE,
  DESK_EFFECT_REQUEST_ROOM,
  DESK_EFFECT_REQUEST,
  DESK_EFFECT_OVERRIDE,
  DESK_EFFECT_DEPOSIT,
  DESK_EFFECT_EVIDENCE,
  DESK_EFFECT_HOLD,
  DESK_EFFECT_ROOM_SERVICE,
  DESK_EFFECT_ROOM_SEEN,
  DESK_EFFECT_ROOM_RUSH,
  DESK_EFFECT_DISPOSITION,
} DeskEffectKind;

typedef struct
{
  DeskEffectKind  kind;
  gint64          id;
  char           *key;
  char           *from;
  char           *to;
} DeskEffect;

/**
 * DeskGiving:
 * @kind: static word: the budget it counts against: `correction`, `allowance`,
 *   `goodwill`, `rate`, `upgrade`; `raise` and `late-raise`: a line of the open day, or of
 *   a closed one, was put right to the guest's cost
 * @reason: (nullable): name of the reason
 * @code: (nullable): code of what was given
 * @for_date: the night it is about, or %DESK_DATE_NONE
 * @line: index into the plan's lines, or -1
 * @quantity: how many
 * @value_minor: what the guest gains; negative where an undo takes it back
 * @cost_minor: what it costs the house
 * @evidence: whether something shows it was an error
 * @n_types: upgrade: how many room types better than what is paid
 *
 * Something the house gives, whichever way: every one counts in a budget and
 * stands in the night's list.
 */
typedef struct
{
  const char *kind;
  char       *reason;
  char       *code;
  DeskDate    for_date;
  int         line;
  gint64      quantity;
  gint64      value_minor;
  gint64      cost_minor;
  gboolean    evidence;
  int         n_types;
} DeskGiving;

/**
 * DeskBudget:
 * @kind: static word: the kind of limit: `goodwill`, `goodwill-stay` …
 * @scope: static word: what the limit is on: `action`, `stay`, `shift`, `guest`, `share`
 * @limit_minor: what this person may give alone
 * @given_minor: what of it was given before
 * @planned_minor: what this plan would give
 *
 * A limit that a plan counts against. Not for the guest's eyes.
 */
typedef struct
{
  const char *kind;
  const char *scope;
  gint64      limit_minor;
  gint64      given_minor;
  gint64      planned_minor;
} DeskBudget;

/* Code of what a plan says beside a limit that refuses it: who may do it. */
#define DESK_PLAN_WHO_MAY "who-may"

/**
 * DeskPlan:
 * @verb: static word: "in", "post", "pay", "close-day"
 * @stay_id: the stay it is about, or 0
 * @folio_id: its folio, or 0
 * @lines: (element-type DeskPosting): what will be posted
 * @effects: (element-type DeskEffect): what else will change
 * @givings: (element-type DeskGiving): what the house gives with it
 * @budgets: (element-type DeskBudget): the limits that what is given counts against
 * @versions: (element-type utf8): `stay 7 3`: kind, id and version of what was read
 * @warnings: (element-type DeskMessage): what the associate should know
 * @refused: (element-type DeskMessage): why it cannot be done; empty: it can
 * @sentence: what will be done, in one sentence
 * @done: (nullable): the same once it was done; %NULL where @sentence says both
 * @balance_before: of the folio, in minor units
 * @departure_before: what the balance will be at departure
 * @digest: hex; over effects, lines and versions, never texts, clock or statistics
 *
 * An action before it is done: what is shown is what is executed and recorded.
 */
typedef struct
{
  const char  *verb;
  gint64       stay_id;
  gint64       folio_id;
  GPtrArray   *lines;
  GPtrArray   *effects;
  GPtrArray   *givings;
  GArray      *budgets;
  GPtrArray   *versions;
  GPtrArray   *warnings;
  GPtrArray   *refused;
  DeskMessage *sentence;
  DeskMessage *done;
  gint64       balance_before;
  gint64       balance_after;
  gint64       departure_before;
  gint64       departure_after;
  char        *digest;
} DeskPlan;

DeskPlan *desk_plan_new         (const char      *verb);
void      desk_plan_say         (DeskPlan        *self,
                                 DeskMessage     *sentence,
                                 const char      *done);
const DeskMessage *
          desk_plan_get_done    (const DeskPlan  *self);
void      desk_plan_free        (DeskPlan        *self);
void      desk_plan_add_effect  (DeskPlan        *self,
                                 DeskEffectKind   kind,
                                 gint64           id,
                                 const char      *key,
                                 const char      *from,
                                 const char      *to);
DeskGiving *desk_plan_add_giving (DeskPlan      *self,
                                 const char      *kind,
                                 const char      *reason,
                                 gint64           value_minor);
void      desk_plan_add_version (DeskPlan        *self,
                                 const char      *kind,
                                 gint64           id,
                                 gint64           version);
void      desk_plan_warn        (DeskPlan        *self,
                                 DeskMessage     *message);
gboolean  desk_plan_is_note     (const DeskMessage *message);
void      desk_plan_refuse      (DeskPlan        *self,
                                 DeskMessage     *message);
void      desk_plan_seal        (DeskPlan        *self);
char     *desk_plan_describe    (const DeskPlan  *self);
const char *desk_effect_kind_to_string (DeskEffectKind kind);
gboolean  desk_effect_kind_parse (const char     *text,
                                  DeskEffectKind *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPlan, desk_plan_free)

G_END_DECLS
