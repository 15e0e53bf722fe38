/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-charge.h"
#include "desk-folio-table.h"
#include "desk-house.h"
#include "desk-stay-night-table.h"
#include "desk-stay-table.h"

G_BEGIN_DECLS

/**
 * DeskBilling:
 * @nights: (element-type DeskNightRecord): by date
 * @child_ages: (element-type gint)
 * @lines: (element-type DeskPosting): lines of the folio that chargers borrow
 * @all_lines: (element-type DeskPosting) (nullable): all of them, once somebody asked
 * @tax_sums: (element-type DeskTaxSum) (nullable): what the folio was taxed, where it was read
 * @only_date: the one date whose night and lines are here; %DESK_DATE_NONE: all nights are
 *
 * A stay with everything its bill depends on, read in the caller's transaction.
 */
typedef struct
{
  DeskHouse       *house;
  DeskDate         business_date;
  DeskStayRecord  *stay;
  DeskFolioRecord *folio;
  GPtrArray       *nights;
  GArray          *child_ages;
  GPtrArray       *lines;
  GPtrArray       *all_lines;
  GPtrArray       *tax_sums;
  DeskDate         only_date;
} DeskBilling;

DeskBilling           *desk_billing_load        (DeskHouse              *house,
                                                 gint64                  stay_id,
                                                 GError                **error);
GPtrArray             *desk_billing_list_in_house
                                                (DeskHouse              *house,
                                                 gint64                  after_stay,
                                                 guint                   limit,
                                                 GError                **error);
void                   desk_billing_free        (DeskBilling            *self);
const DeskNightRecord *desk_billing_get_night   (const DeskBilling      *self,
                                                 DeskDate                date);
const GPtrArray       *desk_billing_get_lines   (DeskBilling            *self,
                                                 GError                **error);
DeskCharger           *desk_billing_new_charger (DeskBilling            *self,
                                                 const GPtrArray        *already,
                                                 GError                **error);
gboolean               desk_billing_add_date    (DeskBilling            *self,
                                                 DeskCharger            *charger,
                                                 DeskDate                date,
                                                 GError                **error);
gboolean               desk_billing_post_night  (DeskBilling            *self,
                                                 DeskCharger            *charger,
                                                 const DeskNightRecord  *night,
                                                 GError                **error);
gboolean               desk_billing_forecast    (DeskBilling            *self,
                                                 const GPtrArray        *already,
                                                 gint64                 *departure_minor,
                                                 GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBilling, desk_billing_free)

G_END_DECLS
