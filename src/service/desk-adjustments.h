/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-posting.h"

G_BEGIN_DECLS

/**
 * DeskAdjustmentFilter:
 * @from: first business date
 * @to: last business date; %DESK_DATE_NONE: to the end
 * @by: (nullable): login of who did it
 * @reason: (nullable): name of the reason
 * @room: (nullable): number of the room
 *
 * Which adjustments somebody wants to see.
 */
typedef struct
{
  DeskDate    from;
  DeskDate    to;
  const char *by;
  const char *reason;
  const char *room;
} DeskAdjustmentFilter;

/**
 * DeskAdjustment:
 * @posting_id: the line, or 0 where it stands on no folio
 * @giving_id: the giving, or 0 where none was recorded
 * @stay_id: or 0
 * @guest_name: (nullable)
 * @kind: correction, allowance, credit-note, goodwill, return, rate, upgrade …
 * @role: of who did it, where a giving was recorded
 * @allowed_by: (nullable): login of the second person
 * @policy: version of the set-up it was allowed under, or 0 where not recorded
 * @case_id: or 0
 * @room: (nullable): of the line it answers, or of the stay
 * @for_date: the night it is about, or %DESK_DATE_NONE
 * @line: number on its folio, or 0
 * @original: line it answers, or 0
 * @original_minor: what that line was
 * @amount_minor: what this one is; 0 where it stands on no folio
 * @right_minor: the line posted in its place, with a correction
 * @became_minor: what the original comes to after it
 * @value_minor: what the guest gained
 *
 * Something put right or given, with what it was and what it became.
 */
typedef struct
{
  gint64    posting_id;
  gint64    giving_id;
  gint64    entry_id;
  gint64    stay_id;
  gint64    folio_id;
  char     *confirmation;
  char     *guest_name;
  char     *kind;
  DeskDate  business_date;
  gint64    made_at;
  char     *by;
  DeskRole  role;
  char     *allowed_by;
  gint64    policy;
  gint64    case_id;
  char     *reason;
  char     *room;
  char     *code;
  DeskDate  for_date;
  gint64    quantity;
  int       line;
  int       original;
  gint64    original_minor;
  gint64    amount_minor;
  gint64    right_minor;
  gint64    became_minor;
  gint64    value_minor;
} DeskAdjustment;

/**
 * DeskAdjustmentSum:
 * @listed_minor: what the listed lines of the code come to
 * @right_minor: what was posted in their place
 * @ledger_minor: what the ledger says, added up another way
 */
typedef struct
{
  char   *code;
  gint64  n_lines;
  gint64  listed_minor;
  gint64  right_minor;
  gint64  ledger_minor;
} DeskAdjustmentSum;

/**
 * DeskAdjustmentTotals:
 * @sums: (element-type DeskAdjustmentSum): by code
 * @n_lines: how many lines put right or give
 * @effect_minor: what they come to, with what was posted in their place
 * @unposted_minor: what was given and stands on no folio
 * @n_unposted: how many of those there are
 * @first_id: number of the period's first line in the ledger, 0 where it has none
 * @last_id: number of its last line
 * @complete: no number is missing between them
 * @ties: complete, and every code's sum is the ledger's
 *
 * What all adjustments of a period come to, and whether that is the whole truth.
 */
typedef struct
{
  DeskDate   from;
  DeskDate   to;
  GPtrArray *sums;
  gint64     n_lines;
  gint64     effect_minor;
  gint64     n_unposted;
  gint64     unposted_minor;
  gint64     first_id;
  gint64     last_id;
  gboolean   complete;
  gboolean   ties;
} DeskAdjustmentTotals;

GPtrArray            *desk_adjustments_load       (DeskHouse                   *house,
                                                   const DeskAdjustmentFilter  *filter,
                                                   const DeskAdjustment        *after,
                                                   guint                        limit,
                                                   GError                     **error);
DeskAdjustmentTotals *desk_adjustments_total      (DeskHouse                   *house,
                                                   const DeskAdjustmentFilter  *filter,
                                                   GError                     **error);
void                  desk_adjustment_free        (DeskAdjustment              *self);
void                  desk_adjustment_totals_free (DeskAdjustmentTotals        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAdjustment, desk_adjustment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAdjustmentTotals, desk_adjustment_totals_free)

G_END_DECLS
