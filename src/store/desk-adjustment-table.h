/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-authority.h"
#include "desk-date.h"
#include "desk-db.h"
#include "desk-posting-table.h"

G_BEGIN_DECLS

/**
 * DeskAdjustmentRecord:
 * @posting_id: the line, or 0 where it stands on no folio
 * @giving_id: the giving it is part of, or 0 where none was recorded
 * @entry_id: the audit entry it was done with
 * @stay_id: or 0
 * @guest_name: (nullable)
 * @kind: correction, allowance, credit-note, goodwill, return, rate, upgrade …; `refund`
 *   for money paid out; `undo` and `price` for what gave nothing and was changed all the same
 * @verb: (nullable): what it was done with
 * @role: of who did it
 * @allowed_by: (nullable): login of the second person
 * @policy: version of the set-up it was allowed under
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
 * @gift_minor: value of the whole giving, which several lines may share
 * @left_at: when the guest had left, or 0
 * @paid_with: (nullable): refund: tenders the guest had paid with before, by comma
 * @note_id: words with the line, or 0
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
  char     *verb;
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
  gint64    gift_minor;
  gint64    left_at;
  char     *paid_with;
  gint64    note_id;
} DeskAdjustmentRecord;

/**
 * DeskShiftCount:
 * @reason: (nullable): name of the reason; %NULL: no correction, but the person worked
 * @n: how many corrections for it, less those taken back
 *
 * What one person put right in one shift.
 */
typedef struct
{
  char     *login;
  DeskDate  business_date;
  char     *reason;
  gint64    n;
} DeskShiftCount;

DeskAdjustmentRecord *desk_adjustment_record_new   (void);
DeskAdjustmentRecord *desk_adjustment_record_copy  (const DeskAdjustmentRecord *self);
void                  desk_adjustment_record_free  (DeskAdjustmentRecord *self);
void                  desk_shift_count_free        (DeskShiftCount       *self);

/* Whole days, whichever way something was given; each list in the order it was done. */
GPtrArray *desk_adjustment_table_list_lines   (DeskDb    *db,
                                               DeskDate   from,
                                               DeskDate   to,
                                               GError   **error);
GPtrArray *desk_adjustment_table_list_givings (DeskDb    *db,
                                               DeskDate   from,
                                               DeskDate   to,
                                               GError   **error);
GPtrArray *desk_adjustment_table_list_refunds (DeskDb    *db,
                                               DeskDate   from,
                                               DeskDate   to,
                                               GError   **error);
GPtrArray *desk_adjustment_table_list_changes (DeskDb    *db,
                                               DeskDate   from,
                                               DeskDate   to,
                                               GError   **error);
GPtrArray *desk_adjustment_table_list_undos   (DeskDb    *db,
                                               DeskDate   from,
                                               DeskDate   to,
                                               GError   **error);
GPtrArray *desk_adjustment_table_count_shifts (DeskDb    *db,
                                               DeskDate   from,
                                               DeskDate   to,
                                               GError   **error);

gboolean   desk_adjustment_table_find_first_day
                                              (DeskDb    *db,
                                               DeskDate  *out,
                                               GError   **error);

/* Whether a number is missing. */
gboolean   desk_adjustment_table_count_entries (DeskDb          *db,
                                                gint64           after_id,
                                                gint64           last_id,
                                                DeskPostingRun  *out,
                                                GError         **error);
gboolean   desk_adjustment_table_find_gap      (DeskDb          *db,
                                                gint64           first_id,
                                                gint64           last_id,
                                                gint64          *out_id,
                                                GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAdjustmentRecord, desk_adjustment_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskShiftCount, desk_shift_count_free)

G_END_DECLS
