/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-action-private.h"

#include "desk-audit-table.h"
#include "desk-posting-table.h"
#include "desk-undo-detail.h"

/* An action that was sent twice is answered from the ledger as it was the first time. */

/* What the folio came to before and after these lines. */
static gboolean
recall_balance (DeskDb    *db,
                DeskPlan  *plan,
                GError   **error)
{
  g_autoptr (GPtrArray) all = desk_posting_table_load_folio (db, plan->folio_id, error);
  const DeskPosting *first;
  guint i;

  if (all == NULL)
    return FALSE;
  first = plan->lines->len > 0 ? g_ptr_array_index (plan->lines, 0) : NULL;
  for (i = 0; i < all->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (all, i);

      if (first == NULL || line->line < first->line)
        plan->balance_before += line->amount_minor;
      else if (line->line < first->line + (int) plan->lines->len)
        plan->balance_after += line->amount_minor;
    }
  plan->balance_after += plan->balance_before;
  return TRUE;
}

/**
 * desk_action_recall:
 * @house: the property, in a transaction
 * @entry_id: the audit entry of the action
 * @plan: gets what was done: lines and effects as they were written
 * @error: return location for a #GError
 *
 * Returns: %FALSE where the ledger could not be read
 */
gboolean
desk_action_recall (DeskHouse  *house,
                    gint64      entry_id,
                    DeskPlan   *plan,
                    GError    **error)
{
  DeskDb *db = desk_house_get_db (house);
  g_autoptr (DeskAuditRecord) entry = desk_audit_table_get (db, entry_id, error);
  g_autoptr (DeskFolioRecord) folio = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));
  guint i;

  if (entry == NULL || !desk_folio_table_find_for_stay (db, entry->stay_id, &folio, error))
    return FALSE;
  plan->stay_id = entry->stay_id;
  desk_detail_parse (entry->detail, plan, lines);
  if (folio == NULL)
    return TRUE;

  plan->folio_id = folio->id;
  for (i = 0; i < lines->len; i++)
    {
      DeskPosting *line =
        desk_posting_table_get_line (db, folio->id, g_array_index (lines, gint, i), error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (plan->lines, line);
    }
  return recall_balance (db, plan, error);
}
