/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-charge.h"

G_BEGIN_DECLS

/**
 * DeskVatRow:
 * @tax: (nullable): the rule's name; %NULL: what bears no VAT
 * @rate: the rate as on paper, "13.5"; "0" in the row without a rule
 * @by_line_minor: the VAT if it were rounded for each line: what the other
 *   setting of vat-level would give, for explaining the difference
 * @exact_vat: the sum before rounding; where it is too long to be kept, cut off
 *   after nine decimals: for showing only
 *
 * One row of a window's VAT table; amounts in minor units.
 */
typedef struct
{
  char         *tax;
  char         *rate;
  gint64        net_minor;
  gint64        vat_minor;
  gint64        gross_minor;
  gint64        by_line_minor;
  gint64        by_invoice_minor;
  DeskRational  exact_vat;
  guint         n_lines;
  gboolean      inclusive;
} DeskVatRow;

GPtrArray *desk_vat_table       (const GPtrArray     *lines,
                                 int                  window,
                                 DeskVatLevel         level,
                                 DeskPropertyLookup   lookup,
                                 gpointer             user_data,
                                 GError             **error);
void       desk_vat_row_free    (DeskVatRow          *self);
gboolean   desk_window_balance  (const GPtrArray     *lines,
                                 int                  window,
                                 gint64              *out_minor,
                                 GError             **error);

G_END_DECLS
