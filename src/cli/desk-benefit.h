/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-plan.h"

G_BEGIN_DECLS

/**
 * DeskBenefit:
 * @window: part of the bill
 * @payer: who pays it
 * @amount_minor: by how much it falls
 *
 * Who has what of a plan that puts right or gives.
 */
typedef struct
{
  int     window;
  char   *payer;
  gint64  amount_minor;
} DeskBenefit;

GPtrArray *desk_benefit_list (DeskHouse       *house,
                              const DeskPlan  *plan);

G_END_DECLS
