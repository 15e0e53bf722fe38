/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-date.h"
#include "desk-rational.h"

G_BEGIN_DECLS

/**
 * DeskPostingKind:
 *
 * What a line of a folio is. Only charge, tax, payment and rounding are made
 * before a day is put right; the others answer an earlier line.
 */
typedef enum
{
  DESK_POSTING_CHARGE,
  DESK_POSTING_TAX,
  DESK_POSTING_PAYMENT,
  DESK_POSTING_PAID_OUT,
  DESK_POSTING_ROUNDING,
  DESK_POSTING_CORRECTION,
  DESK_POSTING_ALLOWANCE,
  DESK_POSTING_CREDIT_NOTE,
  DESK_POSTING_GOODWILL,
  DESK_POSTING_RETURN,
  DESK_POSTING_TRANSFER,
} DeskPostingKind;

/**
 * DeskStepOp:
 * @DESK_STEP_TAKE: the arithmetic begins with @input (a price, a line's amount)
 * @DESK_STEP_TIMES: the result so far times @input (a quantity, persons)
 * @DESK_STEP_ADD: @input is added (the base another line brings, a tax's share)
 * @DESK_STEP_LESS: @input is taken off (what was posted before)
 * @DESK_STEP_NET: the result so far without the taxes inside it: divided by @input
 * @DESK_STEP_PERCENT: @rate per cent of @input, which is the result so far
 * @DESK_STEP_ROUND: @input, the result so far, rounded as @rounding says
 * @DESK_STEP_CAP: at most @input
 * @DESK_STEP_TAX: stands beside the arithmetic: the line carries tax @rule, in
 *   it or on it as @mode says; @input is the exact base and @result the exact share
 *
 * One step of the way from a source to the amount of a line.
 */
typedef enum
{
  DESK_STEP_TAKE,
  DESK_STEP_TIMES,
  DESK_STEP_ADD,
  DESK_STEP_LESS,
  DESK_STEP_NET,
  DESK_STEP_PERCENT,
  DESK_STEP_ROUND,
  DESK_STEP_CAP,
  DESK_STEP_TAX,
} DeskStepOp;

/**
 * DeskStep:
 * @rule: (nullable): where the number comes from: `night`, `plan:BB`,
 *   `code:BFST`, `desk`, `line:4`, `persons:2+1` (adults + children who count),
 *   or the name of a tax
 * @input: minor units where it is an amount, plain where it is a quantity or factor
 * @rate: (nullable): percent, "13.5"; several with `+`
 * @mode: (nullable): static string, `inclusive` or `exclusive`
 * @rounding: (nullable): `half-up/1`: the mode and the step in minor units
 * @result: the number after this step (of a tax step: the exact share)
 */
typedef struct
{
  DeskStepOp    op;
  char         *rule;
  DeskRational  input;
  char         *rate;
  const char   *mode;
  char         *rounding;
  DeskRational  result;
} DeskStep;

/**
 * DeskPosting:
 * @id: number in the ledger, 0 before it is written
 * @line: number within its folio, the first column everywhere
 * @config: version of the set-up it was made under
 * @tax: (nullable): of kind tax and rounding: the rule's name
 * @quantity: always: @quantity × @unit_minor = @amount_minor
 * @parent: line it stands under, or 0
 * @answers: line it answers, or 0
 * @check: (nullable): number of the check its group came from
 * @text: (nullable): words of its own, where the code's do not say it
 * @by: login of who did it
 * @allowed_by: (nullable): login of the second person
 * @posted_at: microseconds since 1970, UTC
 * @hash: of the folio's chain up to and including this line
 *
 * One line of a ledger: never edited, never deleted. Amounts are minor units of
 * the property's currency; what the guest owes is positive.
 */
typedef struct
{
  gint64           id;
  gint64           folio_id;
  int              line;
  int              window;
  DeskPostingKind  kind;
  gint64           config;
  char            *code;
  char            *tax_class;
  char            *tax;
  DeskDate         business_date;
  DeskDate         stay_date;
  char            *room;
  gint64           quantity;
  gint64           unit_minor;
  gint64           amount_minor;
  int              parent;
  int              answers;
  char            *check;
  char            *text;
  char            *reason;
  char            *by;
  char            *allowed_by;
  char            *desk;
  gint64           posted_at;
  gint64           note_id;
  guint8           note_hash[32];
  guint8           hash[32];
  GArray          *steps;         /* DeskStep */
} DeskPosting;

DeskPosting *desk_posting_new          (void);
void         desk_posting_free         (DeskPosting        *self);
DeskDate     desk_posting_get_day      (const DeskPosting  *self);
gboolean     desk_posting_check        (const DeskPosting  *self,
                                        GError            **error);
void         desk_posting_add_step     (DeskPosting        *self,
                                        DeskStepOp          op,
                                        const char         *rule,
                                        DeskRational        input,
                                        DeskRational        result);
DeskStep    *desk_posting_last_step    (DeskPosting        *self);
DeskStep    *desk_posting_get_step     (const DeskPosting  *self,
                                        guint               index);
gboolean        desk_posting_is_charge (const DeskPosting  *self);
const DeskStep *desk_posting_find_tax  (const DeskPosting  *self,
                                        const char         *tax);
gboolean     desk_step_run             (const DeskStep     *self,
                                        DeskRational        before,
                                        DeskRational       *after,
                                        GError            **error);
gboolean     desk_step_input_is_amount (DeskStepOp          op);
const char  *desk_step_op_to_string    (DeskStepOp          op);
gboolean     desk_step_op_parse        (const char         *text,
                                        DeskStepOp         *out);
const char  *desk_posting_kind_to_string (DeskPostingKind   kind);
gboolean     desk_posting_kind_parse   (const char         *text,
                                        DeskPostingKind    *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskPosting, desk_posting_free)

G_END_DECLS
