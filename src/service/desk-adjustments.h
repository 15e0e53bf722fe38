/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-adjustment-table.h"
#include "desk-disposition-table.h"
#include "desk-house.h"
#include "desk-message.h"

G_BEGIN_DECLS

/* Rows that nobody decided about are carried for so many days; then they are found by date. */
#define DESK_ADJUSTMENTS_CARRIED 13

/* What a row can be of, %NULL at the end. */
extern const char *const desk_adjustment_kinds[];

/**
 * DeskAdjustmentFilter:
 * @from: first business date
 * @to: last business date; %DESK_DATE_NONE: to the end
 * @by: (nullable): login of who did it
 * @reason: (nullable): name of the reason
 * @room: (nullable): number of the room
 * @kind: (nullable): correction, goodwill, rate …
 * @text: (nullable): words that all stand somewhere in the row, folded
 * @least_minor: what it is worth at least, either way; 0: any
 * @flagged: only what there is a reason to look at, and what was drawn
 * @open: only what waits for a decision or an answer of the reader
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
  const char *kind;
  const char *text;
  gint64      least_minor;
  gboolean    flagged;
  gboolean    open;
} DeskAdjustmentFilter;

/**
 * DeskAdjustment:
 * @record: what was done
 * @flags: (element-type DeskMessage): why somebody should look at it, by the code of the flag
 * @undone: taken back since
 * @drawn: nothing is odd about it; it was drawn at random
 * @mark: (nullable): who may not sign for it
 * @decision: (nullable): the last one about it
 * @open: it waits for the reader: to decide, or to answer
 *
 * A row of the audit.
 */
typedef struct
{
  DeskAdjustmentRecord *record;
  GPtrArray            *flags;
  gboolean              undone;
  gboolean              drawn;
  DeskMessage          *mark;

  DeskDispositionRecord *decision;
  gboolean               open;
} DeskAdjustment;

/**
 * DeskAdjustmentPage:
 * @rows: (element-type DeskAdjustment): of whole days, in the order they were done
 * @n_flagged: how many of these days' rows have a flag, whichever the filter lets through
 * @n_open: how many of them wait for the reader
 * @rows_minor: what the rows come to
 * @next: first day of the next page, or %DESK_DATE_NONE after the last
 */
typedef struct
{
  GPtrArray *rows;
  guint      n_flagged;
  guint      n_open;
  gint64     rows_minor;
  DeskDate   next;
} DeskAdjustmentPage;

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
 * @n_refunds: how often money was paid out
 * @refunds_minor: and how much
 * @first_id: number of the period's first line in the ledger, 0 where it has none
 * @last_id: number of its last line
 * @missing_id: the first number between them that no line has, or 0
 * @first_entry: number of the period's first entry in the audit record, or 0
 * @last_entry: number of its last entry
 * @complete: no number is missing between them, of lines and of entries
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
  gint64     n_refunds;
  gint64     refunds_minor;
  gint64     first_id;
  gint64     last_id;
  gint64     missing_id;
  gint64     first_entry;
  gint64     last_entry;
  gboolean   complete;
  gboolean   ties;
} DeskAdjustmentTotals;

/* Called between two parts of long work, when nothing is being read. */
typedef void (*DeskAdjustmentPause) (void);

DeskAdjustmentPage   *desk_adjustments_load       (DeskHouse                   *house,
                                                   const DeskContext           *reader,
                                                   const DeskAdjustmentFilter  *filter,
                                                   DeskDate                     day,
                                                   guint                        enough,
                                                   GError                     **error);
DeskAdjustmentPage   *desk_adjustments_load_all   (DeskHouse                   *house,
                                                   const DeskContext           *reader,
                                                   const DeskAdjustmentFilter  *filter,
                                                   GCancellable                *cancellable,
                                                   GError                     **error);
DeskAdjustmentPage   *desk_adjustments_load_before (DeskHouse                  *house,
                                                   const DeskContext           *reader,
                                                   DeskDate                     day,
                                                   GError                     **error);
GPtrArray            *desk_adjustments_list_days  (DeskHouse                   *house,
                                                   const DeskContext           *reader,
                                                   const DeskDate               days[2],
                                                   GError                     **error);
gboolean              desk_adjustments_have_entry (DeskHouse                   *house,
                                                   DeskDate                     day,
                                                   gint64                       entry_id,
                                                   gboolean                    *out,
                                                   GError                     **error);
gboolean              desk_adjustments_may_review (const DeskContext           *reader);
gboolean              desk_adjustments_count_flagged
                                                  (DeskHouse                   *house,
                                                   DeskDate                     day,
                                                   guint                       *out,
                                                   GError                     **error);
gboolean              desk_adjustment_filter_is_narrow
                                                  (const DeskAdjustmentFilter *self);
gint64                desk_adjustment_get_amount  (const DeskAdjustmentRecord  *record);
gboolean              desk_adjustment_follows     (const DeskAdjustmentRecord  *record,
                                                   const DeskAdjustmentRecord  *before);
char                 *desk_adjustment_dup_who     (const DeskAdjustmentRecord  *record,
                                                   const DeskProperty          *property);
void                  desk_adjustment_free        (DeskAdjustment              *self);
void                  desk_adjustment_page_free   (DeskAdjustmentPage          *self);

DeskAdjustmentTotals *desk_adjustments_total      (DeskHouse                   *house,
                                                   const DeskContext           *reader,
                                                   const DeskAdjustmentFilter  *filter,
                                                   GCancellable                *cancellable,
                                                   DeskAdjustmentPause          pause,
                                                   GError                     **error);
void                  desk_adjustment_totals_free (DeskAdjustmentTotals        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAdjustment, desk_adjustment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAdjustmentPage, desk_adjustment_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAdjustmentTotals, desk_adjustment_totals_free)

G_END_DECLS
