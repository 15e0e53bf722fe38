/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-adjustments.h"

G_BEGIN_DECLS

/**
 * DeskChainLink:
 * @title: static msgid: "Original", "Plan", "Replacement" …
 * @text: what is on record about it
 *
 * One step of how a row of the audit came about.
 */
typedef struct
{
  const char  *title;
  DeskMessage *text;
} DeskChainLink;

GPtrArray *desk_adjustment_chain_load (DeskHouse                   *house,
                                       const DeskContext           *reader,
                                       const DeskAdjustmentRecord  *record,
                                       GError                     **error);
void       desk_chain_link_free       (DeskChainLink               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskChainLink, desk_chain_link_free)

G_END_DECLS
