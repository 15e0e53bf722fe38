/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-audit-table.h"
#include "desk-chain.h"

G_BEGIN_DECLS

/* Name of the row in chain_head that says where the audit chain stands. */
#define DESK_LEDGER_AUDIT_CHAIN "audit"

void desk_ledger_chain_entry (const guint8            previous[DESK_HASH_SIZE],
                              const DeskAuditRecord  *entry,
                              guint8                  out[DESK_HASH_SIZE]);

G_END_DECLS
