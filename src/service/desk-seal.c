/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-chain.h"
#include "desk-close-day-private.h"
#include "desk-posting-table.h"

/*
 * The seal of a closed day: its last line, how many lines it has, and what they
 * come to by code, bound to the audit entry that closed it.
 */

/* Where the day before ended in the ledger. */
static gboolean
find_previous (DeskDb    *db,
               DeskDate   date,
               gint64    *last_posting,
               GError   **error)
{
  g_autoptr (DeskSealRecord) previous = NULL;

  if (!desk_seal_table_find (db, date - 1, &previous, error))
    return FALSE;
  *last_posting = previous != NULL ? previous->last_posting : 0;
  return TRUE;
}

/**
 * desk_seal_new:
 * @house: the property
 * @date: the day that is closed
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the day's totals, not written yet
 */
DeskSealRecord *
desk_seal_new (DeskHouse  *house,
               DeskDate    date,
               GError    **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskSealRecord) seal = g_new0 (DeskSealRecord, 1);
  g_autoptr (GPtrArray) sums = NULL;
  GString *totals;
  guint i;

  seal->business_date = date;
  if (!find_previous (db, date, &seal->last_posting, error))
    return NULL;
  sums = desk_posting_table_sum_by_code (db, seal->last_posting, error);
  if (sums == NULL)
    return NULL;

  totals = g_string_new (NULL);
  for (i = 0; i < sums->len; i++)
    {
      const DeskCodeSum *sum = g_ptr_array_index (sums, i);

      g_string_append_printf (totals, "%s %" G_GINT64_FORMAT "\n", sum->code, sum->amount_minor);
      seal->postings += sum->n_lines;
      seal->last_posting = MAX (seal->last_posting, sum->last_id);
    }
  seal->totals = g_string_free (totals, FALSE);
  return g_steal_pointer (&seal);
}

void
desk_seal_hash (const DeskSealRecord *seal,
                const guint8          entry_hash[32],
                guint8                out[32])
{
  g_autoptr (DeskHasher) hasher = desk_hasher_new (entry_hash);
  char date[DESK_DATE_LENGTH];

  desk_hasher_text (hasher, desk_date_print (seal->business_date, date));
  desk_hasher_int (hasher, seal->entry_id);
  desk_hasher_int (hasher, seal->last_posting);
  desk_hasher_int (hasher, seal->postings);
  desk_hasher_text (hasher, seal->totals);
  desk_hasher_int (hasher, seal->sealed_at);
  desk_hasher_text (hasher, seal->sealed_by);
  desk_hasher_finish (hasher, out);
}

/**
 * desk_seal_write:
 * @house: the property, with a write transaction open
 * @context: who closes the day
 * @seal: its totals; gets the rest
 * @entry_id: the audit entry that closes it
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set
 */
gboolean
desk_seal_write (DeskHouse          *house,
                 const DeskContext  *context,
                 DeskSealRecord     *seal,
                 gint64              entry_id,
                 GError            **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskAuditRecord) entry = desk_audit_table_get (db, entry_id, error);

  if (entry == NULL)
    return FALSE;
  seal->entry_id = entry_id;
  seal->sealed_at = context->now (context->source);
  seal->sealed_by = g_strdup (context->user);
  desk_seal_hash (seal, entry->hash, seal->hash);
  return desk_seal_table_insert (db, seal, error);
}
