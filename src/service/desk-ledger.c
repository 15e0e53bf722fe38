/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-ledger.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-audit-table.h"
#include "desk-chain-table.h"
#include "desk-chain.h"
#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-folio-table.h"
#include "desk-ledger-chain.h"
#include "desk-posting-table.h"
#include "desk-state-table.h"

/* A folio has windows 1 to 8. */
#define MAX_WINDOW 8

static gboolean
fail_read_back (int      line,
                GError **error)
{
  g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE,
               "line %d was not found in the file as it was written; nothing was changed", line);
  return FALSE;
}

/* Gives the lines what only the moment of writing knows: numbers, names, time, hash. */
static gboolean
complete_lines (DeskDb                 *db,
                const DeskContext      *context,
                const DeskFolioRecord  *folio,
                GPtrArray              *lines,
                GError                **error)
{
  const guint8 *previous = folio->head;
  gint64 now = context->now (context->source);
  gint64 id;
  guint i;

  if (!desk_counter_table_reserve (db, "posting", lines->len, &id, error))
    return FALSE;

  for (i = 0; i < lines->len; i++)
    {
      DeskPosting *line = g_ptr_array_index (lines, i);

      if (line->folio_id != folio->id || line->line != folio->last_line + 1 + (int) i)
        {
          g_set_error (error, DESK_ERROR, DESK_ERROR_CHANGED,
                       "line %d does not follow line %d of the folio; nothing was changed",
                       line->line, folio->last_line + (int) i);
          return FALSE;
        }
      line->id = id + i;
      line->posted_at = now;
      g_free (line->by);
      line->by = g_strdup (context->user);
      g_free (line->desk);
      line->desk = g_strdup (context->desk);
      if (!desk_posting_check (line, error))
        return FALSE;
      desk_chain_posting (previous, line, line->hash);
      previous = line->hash;
    }
  return TRUE;
}

/* Adds what the lines come to, once for each window they are in. */
static gboolean
add_to_windows (DeskDb           *db,
                gint64            folio_id,
                const GPtrArray  *lines,
                GError          **error)
{
  gint64 sums[MAX_WINDOW + 1] = { 0 };
  gboolean used[MAX_WINDOW + 1] = { FALSE };
  int number;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      number = CLAMP (line->window, 0, MAX_WINDOW);
      used[number] = TRUE;
      if (!desk_amount_add (sums[number], line->amount_minor, &sums[number], error))
        return FALSE;
    }
  for (number = 0; number <= MAX_WINDOW; number++)
    if (used[number] &&
        !desk_folio_table_add_to_window (db, folio_id, number, sums[number], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_lines (DeskDb                 *db,
             const DeskFolioRecord  *before,
             const GPtrArray        *lines,
             gint64                 *balance_minor,
             GError                **error)
{
  const DeskPosting *last = g_ptr_array_index (lines, lines->len - 1);
  DeskFolioRecord folio = *before;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      if (!desk_posting_table_insert (db, line, error) ||
          !desk_amount_add (folio.balance_minor, line->amount_minor, &folio.balance_minor, error))
        return FALSE;
    }
  folio.last_line = last->line;
  memcpy (folio.head, last->hash, DESK_HASH_SIZE);
  *balance_minor = folio.balance_minor;
  return add_to_windows (db, folio.id, lines, error) &&
         desk_folio_table_advance (db, &folio, error);
}

/* What stands in the file now must be what was meant: each line's steps, the
 * chain from the head before, and totals that are the old ones plus the new lines. */
static gboolean
read_back (DeskDb                 *db,
           const DeskFolioRecord  *before,
           guint                   n_lines,
           gint64                  balance_minor,
           GError                **error)
{
  g_autoptr (GPtrArray) lines =
    desk_posting_table_load_after (db, before->id, before->last_line, n_lines + 1, error);
  g_autoptr (DeskFolioRecord) after = NULL;
  g_autoptr (GPtrArray) windows = NULL;
  guint8 hash[DESK_HASH_SIZE];
  gint64 in_windows = 0;
  guint i;

  if (lines != NULL)
    after = desk_folio_table_get (db, before->id, error);
  if (after != NULL)
    windows = desk_folio_table_list_windows (db, before->id, error);
  if (windows == NULL)
    return FALSE;
  if (lines->len != n_lines)
    return fail_read_back (before->last_line + (int) n_lines, error);

  memcpy (hash, before->head, DESK_HASH_SIZE);
  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      desk_chain_posting (hash, line, hash);
      if (!desk_posting_check (line, error))
        return FALSE;
      if (memcmp (hash, line->hash, DESK_HASH_SIZE) != 0)
        return fail_read_back (line->line, error);
    }
  for (i = 0; i < windows->len; i++)
    in_windows += ((const DeskWindowRecord *) g_ptr_array_index (windows, i))->balance_minor;

  if (after->balance_minor != balance_minor || in_windows != balance_minor ||
      memcmp (after->head, hash, DESK_HASH_SIZE) != 0)
    return fail_read_back (after->last_line, error);
  return TRUE;
}

/**
 * desk_ledger_append_lines:
 * @house: the property, with a write transaction open
 * @context: who, when, where
 * @folio_id: the folio
 * @lines: (element-type DeskPosting): what is posted, numbered on from its last
 *   line; gets ids, time and hashes
 * @error: return location for a #GError
 *
 * Writes lines and the folio's new head, and reads them back.
 *
 * Returns: %FALSE with @error set; the caller then lets the transaction go
 */
gboolean
desk_ledger_append_lines (DeskHouse          *house,
                          const DeskContext  *context,
                          gint64              folio_id,
                          GPtrArray          *lines,
                          GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskFolioRecord) before = NULL;
  gint64 balance_minor;

  if (lines->len == 0)
    return TRUE;

  before = desk_folio_table_get (db, folio_id, error);
  if (before == NULL)
    return FALSE;
  if (!before->open)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_REFUSED,
                           "the folio is closed: nothing can be posted on it");
      return FALSE;
    }

  return complete_lines (db, context, before, lines, error) &&
         write_lines (db, before, lines, &balance_minor, error) &&
         read_back (db, before, lines->len, balance_minor, error);
}

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
