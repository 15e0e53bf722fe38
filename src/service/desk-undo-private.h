/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-action-private.h"
#include "desk-audit-table.h"

G_BEGIN_DECLS

/**
 * DeskDeed:
 * @entry: (transfer none): the audit entry that recorded it
 * @plan: its effects
 * @numbers: (element-type gint): its lines
 * @undone: whether it was taken back
 *
 * Something that was done to a stay, read back from its record.
 */
typedef struct
{
  const DeskAuditRecord *entry;
  DeskPlan              *plan;
  GArray                *numbers;
  gboolean               undone;
} DeskDeed;

/**
 * DeskUndo:
 * @entries: (element-type DeskAuditRecord): everything done to the stay, oldest first
 * @deeds: (element-type DeskDeed): the same, read back
 * @folio: (element-type DeskPosting): its lines
 * @deed: (transfer none) (nullable): what is to be undone
 * @review: by who reviews it, not by who did it
 */
typedef struct
{
  DeskBilling       *billing;
  const DeskContext *context;
  DeskPlan          *plan;
  GPtrArray         *entries;
  GPtrArray         *deeds;
  GPtrArray         *folio;
  const DeskDeed    *deed;
  gboolean           review;
} DeskUndo;

const DeskPosting *desk_undo_get_line    (const DeskUndo  *self,
                                          int              number);
int                desk_undo_get_root    (const DeskUndo  *self,
                                          int              number);
void               desk_undo_say         (const DeskUndo  *self,
                                          const char      *guest);
gboolean           desk_undo_has_effect  (const DeskDeed  *deed,
                                          DeskEffectKind   kind);
gboolean           desk_undo_is_check_in (const DeskDeed  *deed);
gboolean           desk_undo_judge       (const DeskUndo  *self,
                                          GError         **error);
gboolean           desk_undo_judge_state (const DeskUndo  *self,
                                          GError         **error);

G_END_DECLS
