/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-folio-table.h"
#include "desk-house.h"
#include "desk-posting.h"

G_BEGIN_DECLS

/**
 * DeskEntry:
 * @verb: what was done: "set-up", "import", "in", "post", "close-day"
 * @stay_id: the stay it was done to, or 0
 * @detail: (nullable): what was done in full, one fact a line, never in a language
 * @plan_digest: (nullable): digest of the plan that was carried out
 * @folios: (element-type gint64) (nullable): the folios whose heads the entry vouches for
 * @id: (out): its number in the audit chain
 *
 * One entry of the audit chain.
 */
typedef struct
{
  const char   *verb;
  gint64        stay_id;
  const char   *detail;
  const char   *plan_digest;
  const GArray *folios;
  gint64        id;
} DeskEntry;

/**
 * DeskLedgerRun:
 *
 * Lines that one transaction writes on one folio after the other.
 */
typedef struct _DeskLedgerRun DeskLedgerRun;

/* All of them run inside a write transaction that the caller has begun and will
 * commit; what they write they read back and check before they return. */
gboolean       desk_ledger_append_lines (DeskHouse              *house,
                                         const DeskContext      *context,
                                         gint64                  folio_id,
                                         GPtrArray              *lines,
                                         GError                **error);
gboolean       desk_ledger_append_entry (DeskHouse              *house,
                                         const DeskContext      *context,
                                         DeskEntry              *entry,
                                         GError                **error);
DeskLedgerRun *desk_ledger_run_new      (DeskHouse              *house,
                                         const DeskContext      *context,
                                         GError                **error);
void           desk_ledger_run_free     (DeskLedgerRun          *self);
gboolean       desk_ledger_run_add      (DeskLedgerRun          *self,
                                         const DeskFolioRecord  *folio,
                                         GPtrArray              *lines,
                                         GError                **error);
gboolean       desk_ledger_run_finish   (DeskLedgerRun          *self,
                                         GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLedgerRun, desk_ledger_run_free)

G_END_DECLS
