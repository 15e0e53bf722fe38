/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

/* Both run inside a write transaction that the caller has begun and will
 * commit; what they write they read back and check before they return. */
gboolean desk_ledger_append_lines (DeskHouse          *house,
                                   const DeskContext  *context,
                                   gint64              folio_id,
                                   GPtrArray          *lines,
                                   GError            **error);
gboolean desk_ledger_append_entry (DeskHouse          *house,
                                   const DeskContext  *context,
                                   DeskEntry          *entry,
                                   GError            **error);

G_END_DECLS
