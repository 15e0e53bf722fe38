/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-property.h"

G_BEGIN_DECLS

/**
 * DeskTaxShare:
 * @tax: the rule
 * @base: exact base in minor units
 * @share: exact tax in minor units: @base × rate, before rounding and cap
 */
typedef struct
{
  const DeskTax *tax;
  DeskRational   base;
  DeskRational   share;
} DeskTaxShare;

/**
 * DeskTaxQuery:
 * @property: the set-up
 * @tax_class: (nullable): class of the charge; ignored with @own_of
 * @own_of: (nullable): the tax whose own posting is asked about
 * @stay_date: the day that decides which rules are in force
 * @arrival: arrival of the stay, for rules that end after some nights;
 *   %DESK_DATE_NONE where there is no stay
 */
typedef struct
{
  const DeskProperty *property;
  const char         *tax_class;
  const DeskTax      *own_of;
  DeskDate            stay_date;
  DeskDate            arrival;
} DeskTaxQuery;

/**
 * DeskTaxSplit:
 * @shares: (element-type DeskTaxShare): every percent tax due, in file order
 * @net: the amount less all inclusive shares, unrounded
 * @factor: amount = @net × @factor; 1 where nothing is inclusive
 */
typedef struct
{
  GArray       *shares;
  DeskRational  net;
  DeskRational  factor;
} DeskTaxSplit;

gboolean            desk_tax_is_due       (const DeskTax       *tax,
                                           const DeskTaxQuery  *query);
gboolean            desk_tax_in_force     (const DeskTax       *tax,
                                           DeskDate             stay_date,
                                           DeskDate             arrival);
DeskTaxSplit       *desk_tax_split_new    (const DeskTaxQuery  *query,
                                           gint64               amount_minor,
                                           GError             **error);
void                desk_tax_split_free   (DeskTaxSplit        *self);
const DeskTaxShare *desk_tax_split_find   (const DeskTaxSplit  *self,
                                           guint                tax_index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTaxSplit, desk_tax_split_free)

G_END_DECLS
