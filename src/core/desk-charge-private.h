/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-charge.h"
#include "desk-tax.h"

G_BEGIN_DECLS

struct _DeskCharger
{
  /* Borrowed */
  DeskChargerInfo  info;

  /* Owned */
  GPtrArray       *known;    /* (element-type DeskPosting) (unowned): lines a night already has */
  GPtrArray       *made;     /* (element-type DeskPosting): lines of this action */

  /* State, one place for each tax of the set-up */
  gint64          *posted_minor;
  gboolean        *seen;
};

/* A tax about to be posted: its line is under way, @value not yet an amount. */
typedef struct
{
  const DeskTax *tax;
  DeskPosting   *posting;
  DeskRational   value;
} DeskTaxLine;

guint              desk_charger_n_lines    (const DeskCharger   *self);
const DeskPosting *desk_charger_line_at    (const DeskCharger   *self,
                                            guint                index);
DeskPosting       *desk_charger_new_posting (DeskCharger         *self,
                                             DeskPostingKind      kind,
                                             const DeskCode      *code,
                                             int                  window);
gboolean           desk_charger_keep       (DeskCharger         *self,
                                            DeskPosting         *posting,
                                            GError             **error);
DeskTaxLine        desk_charger_begin_tax  (DeskCharger         *self,
                                            const DeskTax       *tax,
                                            const DeskPosting   *base);
gboolean           desk_charger_cap_tax    (DeskCharger         *self,
                                            DeskTaxLine         *line,
                                            GError             **error);
gboolean           desk_charger_finish_tax (DeskCharger         *self,
                                            DeskTaxLine         *line,
                                            GError             **error);
gboolean           desk_tax_line_step      (DeskTaxLine         *line,
                                            DeskStepOp           op,
                                            const char          *rule,
                                            DeskRational         input,
                                            GError             **error);
gboolean           desk_tax_line_base      (DeskTaxLine         *line,
                                            const DeskPosting   *base,
                                            const DeskTaxSplit  *split,
                                            GError             **error);
gboolean           desk_tax_line_percent   (DeskTaxLine         *line,
                                            GError             **error);
gboolean           desk_tax_line_round     (DeskTaxLine         *line,
                                            GError             **error);
void               desk_charger_add_tax_steps (DeskPosting        *posting,
                                               const DeskTaxSplit *split);
char              *desk_line_rule          (const DeskPosting   *line);

G_END_DECLS
