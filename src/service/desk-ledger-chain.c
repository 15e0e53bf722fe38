/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-ledger-chain.h"

/**
 * desk_ledger_chain_entry:
 * @previous: hash of the entry before, zeros for the first
 * @entry: an audit entry with its heads, by folio
 * @out: (out): its hash
 *
 * Chain v1 for the audit: the order of the fields is written down in src/README.md.
 */
void
desk_ledger_chain_entry (const guint8           previous[DESK_HASH_SIZE],
                         const DeskAuditRecord *entry,
                         guint8                 out[DESK_HASH_SIZE])
{
  g_autoptr (DeskHasher) hasher = desk_hasher_new (previous);
  char date[DESK_DATE_LENGTH];
  guint i;

  desk_hasher_int (hasher, entry->id);
  desk_hasher_int (hasher, entry->made_at);
  desk_hasher_text (hasher, desk_date_print (entry->business_date, date));
  desk_hasher_text (hasher, entry->made_by);
  desk_hasher_text (hasher, desk_role_to_string (entry->role));
  desk_hasher_text (hasher, entry->desk);
  desk_hasher_text (hasher, entry->verb);
  desk_hasher_int (hasher, entry->stay_id);
  desk_hasher_text (hasher, entry->plan_digest);
  desk_hasher_int (hasher, entry->config);
  desk_hasher_text (hasher, entry->allowed_by);
  desk_hasher_text (hasher, entry->detail);
  desk_hasher_int (hasher, entry->heads->len);
  for (i = 0; i < entry->heads->len; i++)
    {
      const DeskAuditHead *head = &g_array_index (entry->heads, DeskAuditHead, i);

      desk_hasher_int (hasher, head->folio_id);
      desk_hasher_int (hasher, head->line);
      desk_hasher_bytes (hasher, head->head, DESK_HASH_SIZE);
    }
  desk_hasher_finish (hasher, out);
}
