/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-billing.h"
#include "desk-plan.h"
#include "desk-views.h"

G_BEGIN_DECLS

/**
 * DeskSpotKind:
 * @DESK_SPOT_TWICE: repeats what stands on the bill already
 * @DESK_SPOT_ABOVE_PROMISE: dearer than the guest was told
 */
typedef enum
{
  DESK_SPOT_TWICE,
  DESK_SPOT_ABOVE_PROMISE,
} DeskSpotKind;

/**
 * DeskSpot:
 * @lines: (element-type gint): the lines that look wrong
 * @others: (element-type gint): the lines that they repeat, one each
 * @amount_minor: what the bill would fall by
 * @unit_minor: what the guest was told for each of the nights; 0 for what is charged twice
 * @reason: (nullable): name of the reason that fits
 * @say: what it is, in a sentence
 *
 * Something on a bill that looks wrong, from what is recorded alone. What is told about it
 * may be read by the guest.
 */
typedef struct
{
  DeskSpotKind  kind;
  GArray       *lines;
  GArray       *others;
  gint64        amount_minor;
  gint64        unit_minor;
  char         *reason;
  DeskMessage  *say;
} DeskSpot;

GPtrArray  *desk_radar_load          (DeskHouse            *house,
                                      const DeskStayView   *stay,
                                      const DeskFolioView  *folio,
                                      GError              **error);
gboolean    desk_radar_warn          (DeskBilling          *billing,
                                      DeskPlan             *plan,
                                      GError              **error);
const char *desk_spot_kind_to_string (DeskSpotKind          kind);

G_END_DECLS
