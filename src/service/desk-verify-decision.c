/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-disposition-table.h"
#include "desk-verify-private.h"

/*
 * What was decided about rows of the audit: each decision is the one its entry speaks of,
 * and there are no others.
 */

/* The decision that an entry speaks of as "17 2: ask -> answer". */
static gboolean
find_decision (DeskCheck              *check,
               gint64                  subject_id,
               int                     n,
               DeskDispositionRecord **out,
               GError                **error)
{
  g_autoptr (GPtrArray) decisions = desk_disposition_table_list (check->db, subject_id, error);

  *out = NULL;
  if (decisions != NULL && n >= 1 && (guint) n <= decisions->len)
    *out = desk_disposition_record_copy (g_ptr_array_index (decisions, n - 1));
  return decisions != NULL;
}

static gboolean
is_as_said (const DeskDispositionRecord *decision,
            const DeskAuditRecord       *entry,
            const char                  *said)
{
  g_autofree char *date = decision->due_date != DESK_DATE_NONE
                            ? desk_date_to_string (decision->due_date) : NULL;
  g_autofree char *is = g_strconcat (decision->verdict, date != NULL ? " " : NULL, date, NULL);

  return g_str_equal (is, said) && decision->entry_id == entry->id &&
         decision->role == entry->role && g_str_equal (decision->made_by, entry->made_by);
}

/**
 * desk_check_decision:
 * @check: a check under way
 * @entry: an entry of the audit
 * @subject: number of the entry it decides about
 * @rest: "2: ask -> answer"
 * @error: return location for a #GError
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_check_decision (DeskCheck              *check,
                     const DeskAuditRecord  *entry,
                     const char             *subject,
                     const char             *rest,
                     GError                **error)
{
  g_autoptr (DeskDispositionRecord) decision = NULL;
  gint64 subject_id = g_ascii_strtoll (subject, NULL, 10);
  const char *arrow = strstr (rest, " -> ");

  if (!find_decision (check, subject_id, atoi (rest), &decision, error))
    return FALSE;
  check->n_decisions++;
  if (decision == NULL || arrow == NULL ||
      !is_as_said (decision, entry, arrow + strlen (" -> ")))
    desk_check_find_wrong (check, "disposition", subject_id, 0,
                           "the decision about entry %" G_GINT64_FORMAT
                           " is not the one that entry %" G_GINT64_FORMAT " made",
                           subject_id, entry->id);
  return TRUE;
}

/**
 * desk_check_decisions:
 * @check: a check that has been through all entries up to @mark
 * @mark: the last of them
 * @error: return location for a #GError
 *
 * Finds decisions that no entry made.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
desk_check_decisions (DeskCheck  *check,
                      gint64      mark,
                      GError    **error)
{
  gint64 n;

  if (!desk_disposition_table_count (check->db, mark, &n, error))
    return FALSE;
  if (check->verdict->ok && n != check->n_decisions)
    desk_check_find_wrong (check, "disposition", 0, 0,
                           "%" G_GINT64_FORMAT " decisions are on record and %" G_GINT64_FORMAT
                           " were made", n, check->n_decisions);
  return TRUE;
}
