/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action-private.h"

G_BEGIN_DECLS

/**
 * DeskFix:
 * @property: the set-up in force
 * @folio: (element-type DeskPosting): all its lines
 * @own: (element-type DeskGivingRecord): what this person gave on the stay in their shift
 * @reason: (nullable): why
 *
 * Putting right under way: one action, line by line.
 */
typedef struct
{
  DeskBilling        *billing;
  const DeskAction   *action;
  const DeskProperty *property;
  DeskPlan           *plan;
  DeskAdjuster       *adjuster;
  const GPtrArray    *folio;
  GPtrArray          *own;
  const DeskReason   *reason;
} DeskFix;

/* desk-fix-line.c */
gboolean           desk_fix_judge_line     (DeskFix            *self,
                                            int                 number,
                                            GError            **error);
gboolean           desk_fix_line           (DeskFix            *self,
                                            int                 number,
                                            GError            **error);
gboolean           desk_fix_is_night_line  (const DeskPosting  *line);
gboolean           desk_fix_sum_change     (const DeskFix      *self,
                                            gint64             *out_minor);

/* desk-fix-giving.c */
gboolean           desk_fix_load_own       (DeskFix            *self,
                                            const DeskContext  *context,
                                            GError            **error);
void               desk_fix_add_givings    (DeskFix            *self,
                                            const DeskPosting  *line,
                                            guint               first,
                                            gint64              change_minor);

/* desk-fix-evidence.c */
gboolean           desk_fix_find_evidence  (DeskFix            *self,
                                            GError            **error);
const DeskPosting *desk_fix_find_twin      (const DeskFix      *self,
                                            const DeskPosting  *line);

/* desk-fix-twin.c */
const DeskPosting *desk_twin_find          (const GPtrArray    *lines,
                                            const DeskAdjuster *adjuster,
                                            const GArray       *named,
                                            const DeskPosting  *line);

/* desk-fix-persons.c */
gboolean           desk_fix_judge_persons  (DeskFix            *self,
                                            const DeskPosting  *line,
                                            const DeskTax      *levy,
                                            GError            **error);
gboolean           desk_fix_persons_show   (const DeskFix      *self,
                                            const DeskPosting  *line,
                                            gboolean           *shows,
                                            GError            **error);
gboolean           desk_fix_persons        (DeskBilling        *billing,
                                            const DeskTax      *levy,
                                            gint64              counted,
                                            DeskPlan           *plan,
                                            GError            **error);

G_END_DECLS
