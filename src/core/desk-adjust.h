/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-charge.h"
#include "desk-vat.h"

G_BEGIN_DECLS

/**
 * DeskAdjuster:
 *
 * Makes the lines that answer earlier ones: corrections, allowances, goodwill,
 * returns. An answer carries the code, the day, the room and the tax rules of the
 * line it answers, under the set-up that line was made under; the taxes on top
 * of it follow, as far as their rule lets them. It writes nothing.
 */
typedef struct _DeskAdjuster DeskAdjuster;

/**
 * DeskAdjusterInfo:
 * @lines: (element-type DeskPosting) (transfer none): the whole folio, in line order
 * @business_date: the open day
 * @arrival: arrival of the stay, or %DESK_DATE_NONE
 * @lookup: finds the set-up a line was made under
 * @user_data: for @lookup
 */
typedef struct
{
  const GPtrArray    *lines;
  DeskDate            business_date;
  DeskDate            arrival;
  DeskPropertyLookup  lookup;
  gpointer            user_data;
} DeskAdjusterInfo;

/**
 * DeskAnswer:
 * @kind: correction, allowance, goodwill, return …
 * @line: the line that is answered
 * @quantity: how many times @unit_minor
 * @unit_minor: what one falls (negative) or rises by
 * @reason: (nullable): name of the reason
 * @source: where the number comes from, the rule of the first step
 * @percent: (nullable): the number is so many per cent of what is left of @line
 * @base_minor: with @percent: what is left of it; with @has_right: what it comes to
 * @has_right: an error: @line should be @right_quantity × @right_unit_minor, and the
 *   number is that less @base_minor
 */
typedef struct
{
  DeskPostingKind  kind;
  int              line;
  gint64           quantity;
  gint64           unit_minor;
  const char      *reason;
  const char      *source;
  const char      *percent;
  gint64           base_minor;
  gboolean         has_right;
  gint64           right_quantity;
  gint64           right_unit_minor;
} DeskAnswer;

/**
 * DeskSpread:
 * @lines: (element-type gint): the charges it is given on
 * @amount_minor: what is given in all, more than 0, without the taxes on top
 * @reason: (nullable): name of the reason
 * @source: where the number comes from, the rule of the first step
 * @percent: (nullable): @amount_minor is so many per cent of @base_minor
 *
 * One amount given on several lines.
 */
typedef struct
{
  DeskPostingKind  kind;
  const GArray    *lines;
  gint64           amount_minor;
  const char      *reason;
  const char      *source;
  const char      *percent;
  gint64           base_minor;
} DeskSpread;

/* What is left of a line after all that answered it. */
typedef struct
{
  gint64 quantity;
  gint64 amount_minor;
} DeskLeft;

DeskAdjuster      *desk_adjuster_new         (const DeskAdjusterInfo  *info);
void               desk_adjuster_free        (DeskAdjuster            *self);
const DeskPosting *desk_adjuster_get_line    (const DeskAdjuster      *self,
                                              int                      line);
gboolean           desk_adjuster_get_left    (const DeskAdjuster      *self,
                                              int                      line,
                                              DeskLeft                *left,
                                              GError                 **error);
gboolean           desk_adjuster_answer      (DeskAdjuster            *self,
                                              const DeskAnswer        *answer,
                                              GError                 **error);
gboolean           desk_adjuster_replace     (DeskAdjuster            *self,
                                              const DeskAnswer        *answer,
                                              GError                 **error);
gboolean           desk_adjuster_sum_left    (const DeskAdjuster      *self,
                                              const GArray            *lines,
                                              gint64                  *out_minor,
                                              GError                 **error);
gboolean           desk_adjuster_spread      (DeskAdjuster            *self,
                                              const DeskSpread        *spread,
                                              GError                 **error);
gboolean           desk_lines_is_gesture     (const GPtrArray         *lines,
                                              const DeskPosting       *line);
void               desk_amount_spread        (gint64                   amount_minor,
                                              const gint64            *parts_minor,
                                              gint64                  *shares_minor,
                                              guint                    n);
const GPtrArray   *desk_adjuster_get_made    (const DeskAdjuster      *self);
GPtrArray         *desk_adjuster_steal_lines (DeskAdjuster            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAdjuster, desk_adjuster_free)

G_END_DECLS
