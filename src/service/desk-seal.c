/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-amount.h"
#include "desk-chain.h"
#include "desk-close-day-private.h"
#include "desk-posting-table.h"

#define PAGE 1000

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

static gboolean
add_to_total (GHashTable         *totals,
              const DeskPosting  *line,
              GError            **error)
{
  gint64 *sum = g_hash_table_lookup (totals, line->code);

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (totals, g_strdup (line->code), sum);
    }
  return desk_amount_add (*sum, line->amount_minor, sum, error);
}

static char *
describe_totals (GHashTable *totals)
{
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (totals), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);
  GList *item;

  for (item = codes; item != NULL; item = item->next)
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", (const char *) item->data,
                            *(gint64 *) g_hash_table_lookup (totals, item->data));
  return g_string_free (text, FALSE);
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
  g_autoptr (GHashTable) totals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  seal->business_date = date;
  if (!find_previous (db, date, &seal->last_posting, error))
    return NULL;

  while (TRUE)
    {
      g_autoptr (GPtrArray) lines = NULL;
      guint i;

      if (!desk_posting_table_page (db, seal->last_posting, PAGE, &lines, error))
        return NULL;
      if (lines->len == 0)
        break;
      for (i = 0; i < lines->len; i++)
        {
          const DeskPosting *line = g_ptr_array_index (lines, i);

          if (!add_to_total (totals, line, error))
            return NULL;
          seal->last_posting = line->id;
          seal->postings++;
        }
    }
  seal->totals = describe_totals (totals);
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
