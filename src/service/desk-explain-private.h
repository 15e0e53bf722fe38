/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-explain.h"
#include "desk-promise-table.h"

G_BEGIN_DECLS

/* What the files that explain share. They see a stay and its folio as snapshots,
 * and the set-up in the version a line was made under; nothing of a database. */

/**
 * DeskExplainSource:
 * @lookup: finds the set-up a line was made under
 * @user_data: handed to @lookup
 * @property: the set-up in force
 * @stay: (nullable): what was agreed; promise and balance cannot do without
 * @folio: what is posted
 * @promise: (nullable): what the guest was told, night by night
 */
typedef struct
{
  DeskPropertyLookup        lookup;
  gpointer                  user_data;
  const DeskProperty       *property;
  const DeskStayView       *stay;
  const DeskFolioView      *folio;
  const DeskPromiseRecord  *promise;
} DeskExplainSource;

DeskExplanation    *desk_explain_from      (const DeskExplainSource  *source,
                                            DeskExplainTopic          topic,
                                            int                       line,
                                            GError                  **error);
char               *desk_explain_join      (DeskExplanation          *self,
                                            const DeskProperty       *property,
                                            const DeskCatalog        *catalog,
                                            DeskExplainDepth          depth);

/* One file each */
DeskMessage        *desk_explain_line      (const DeskExplainSource  *source,
                                            const DeskPosting        *posting);
void                desk_explain_line_steps (const DeskExplainSource *source,
                                            const DeskPosting        *posting,
                                            GPtrArray                *rows);
void                desk_explain_steps     (const DeskExplainSource  *source,
                                            const DeskPosting        *posting,
                                            GPtrArray                *rows);
void                desk_explain_record    (const DeskExplainSource  *source,
                                            const DeskPosting        *posting,
                                            GPtrArray                *rows);
void                desk_explain_rule      (const DeskProperty       *property,
                                            const DeskTax            *tax,
                                            GPtrArray                *rows);
gboolean            desk_explain_vat       (const DeskExplainSource  *source,
                                            DeskExplanation          *out,
                                            GError                  **error);
gboolean            desk_explain_levy      (const DeskExplainSource  *source,
                                            DeskExplanation          *out,
                                            GError                  **error);
gboolean            desk_explain_total     (const DeskExplainSource  *source,
                                            DeskExplanation          *out,
                                            GError                  **error);
gboolean            desk_explain_balance   (const DeskExplainSource  *source,
                                            DeskExplanation          *out,
                                            GError                  **error);
gboolean            desk_explain_hold      (const DeskExplainSource  *source,
                                            DeskExplanation          *out,
                                            GError                  **error);
gboolean            desk_explain_promised  (const DeskExplainSource  *source,
                                            DeskExplanation          *out,
                                            GError                  **error);

/* What things are called */
const DeskProperty *desk_explain_property  (const DeskExplainSource  *source,
                                            const DeskPosting        *posting);
DeskMessage        *desk_explain_put_item  (DeskMessage              *message,
                                            const char               *name,
                                            const DeskProperty       *property,
                                            const DeskPosting        *posting);
DeskMessage        *desk_explain_put_tax   (DeskMessage              *message,
                                            const char               *name,
                                            const DeskProperty       *property,
                                            const char               *tax);
DeskMessage        *desk_explain_put_money (DeskMessage              *message,
                                            const char               *name,
                                            gint64                    minor);
DeskMessage        *desk_explain_put_amount (DeskMessage             *message,
                                            const char               *name,
                                            gint64                    minor);
DeskMessage        *desk_explain_put_exact (DeskMessage              *message,
                                            const char               *name,
                                            DeskRational              value);
DeskMessage        *desk_explain_put_day   (DeskMessage              *message,
                                            const char               *name,
                                            DeskDate                  date);
DeskMessage        *desk_explain_sum       (const gint64             *minor,
                                            guint                     n);

/* What steps say */
const DeskStep     *desk_explain_find_step (const DeskPosting        *posting,
                                            DeskStepOp                op);
gboolean            desk_explain_persons   (const DeskPosting        *posting,
                                            int                      *adults,
                                            int                      *children);
DeskMessage        *desk_explain_who       (int                       adults,
                                            int                       children);
gboolean            desk_explain_rounding  (const char               *text,
                                            DeskRounding             *rounding,
                                            gint64                   *step_minor);
gboolean            desk_explain_is_room   (const DeskPosting        *posting);
gboolean            desk_explain_measure_promise (const DeskFolioView     *folio,
                                                  const DeskPromiseRecord *promise,
                                                  gint64                  *above_minor,
                                                  GError                 **error);

G_END_DECLS
