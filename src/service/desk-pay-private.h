/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action-private.h"

G_BEGIN_DECLS

/**
 * DeskPayment:
 * @tender: a code of kind payment
 * @window: whose bill
 * @amount_minor: what is to be paid; negative: to be given back
 * @all: it settles the window
 */
typedef struct
{
  const DeskCode *tender;
  int             window;
  gint64          amount_minor;
  gboolean        all;
} DeskPayment;

gboolean desk_payment_judge (DeskBilling        *billing,
                             const DeskContext  *context,
                             const DeskPayment  *payment,
                             DeskPlan           *plan,
                             GError            **error);
gboolean desk_deposit_apply (DeskBilling        *billing,
                             DeskCharger        *charger,
                             DeskPlan           *plan,
                             GError            **error);
gboolean desk_payment_post  (DeskCharger        *charger,
                             const DeskPayment  *payment,
                             GError            **error);

G_END_DECLS
