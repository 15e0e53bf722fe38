/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-ledger.h"

#include <string.h>

#include "desk-audit-table.h"
#include "desk-chain-table.h"
#include "desk-chain.h"
#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-folio-table.h"
#include "desk-ledger-chain.h"
#include "desk-state-table.h"

static gboolean
collect_heads (DeskDb           *db,
               const GArray     *folios,
               DeskAuditRecord  *record,
               GError          **error)
{
  guint i;

  for (i = 0; folios != NULL && i < folios->len; i++)
    {
      DeskAuditHead head = { .folio_id = g_array_index (folios, gint64, i) };

      if (!desk_folio_table_get_head (db, head.folio_id, &head.line, head.head, error))
        return FALSE;
      g_array_append_val (record->heads, head);
    }
  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static gboolean
write_entry (DeskDb                 *db,
             const DeskAuditRecord  *record,
             gint64                  seq,
             const guint8            previous[DESK_HASH_SIZE],
             GError                **error)
{
  g_autoptr (DeskAuditRecord) written = NULL;
  guint8 hash[DESK_HASH_SIZE];

  if (!desk_audit_table_append (db, record, error) ||
      !desk_chain_table_advance (db, DESK_LEDGER_AUDIT_CHAIN, seq, record->id, record->hash, error))
    return FALSE;

  written = desk_audit_table_get (db, record->id, error);
  if (written == NULL)
    return FALSE;
  desk_ledger_chain_entry (previous, written, hash);
  if (memcmp (hash, record->hash, DESK_HASH_SIZE) != 0)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_STORAGE,
                           "the audit entry was not found in the file as it was written; "
                           "nothing was changed");
      return FALSE;
    }
  return TRUE;
}

/**
 * desk_ledger_append_entry:
 * @house: the property, with a write transaction open
 * @context: who, when, where, in which role
 * @entry: what was done; gets its id
 * @error: return location for a #GError
 *
 * Appends to the audit chain, vouching for the heads of the folios as they stand
 * now, and reads it back.
 *
 * Returns: %FALSE with @error set; the caller then lets the transaction go
 */
gboolean
desk_ledger_append_entry (DeskHouse          *house,
                          const DeskContext  *context,
                          DeskEntry          *entry,
                          GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskAuditRecord) record = desk_audit_record_new ();
  guint8 previous[DESK_HASH_SIZE];
  gint64 seq;

  if (entry->folios != NULL)
    g_array_sort ((GArray *) entry->folios, compare_ids);
  if (!desk_chain_table_get (db, DESK_LEDGER_AUDIT_CHAIN, &seq, previous, error) ||
      !desk_counter_table_next (db, "audit_entry", &record->id, error) ||
      !desk_state_table_get_business_date (db, &record->business_date, error) ||
      !collect_heads (db, entry->folios, record, error))
    return FALSE;

  record->made_at = context->now (context->source);
  record->made_by = g_strdup (context->user);
  record->role = context->role;
  record->desk = g_strdup (context->desk);
  record->verb = g_strdup (entry->verb);
  record->stay_id = entry->stay_id;
  record->plan_digest = g_strdup (entry->plan_digest);
  record->config = desk_house_get_config (house);
  record->detail = g_strdup (entry->detail != NULL ? entry->detail : "");
  desk_ledger_chain_entry (previous, record, record->hash);
  if (!write_entry (db, record, seq, previous, error))
    {
      g_prefix_error (error, "recording what was done: ");
      return FALSE;
    }
  entry->id = record->id;
  return TRUE;
}
