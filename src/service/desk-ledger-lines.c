/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-ledger.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-chain.h"
#include "desk-counter-table.h"
#include "desk-error.h"
#include "desk-posting-table.h"

/*
 * Lines are written bill after bill, on one or on many, and then read back in one go:
 * they have the next numbers of the ledger, so they stand behind one another.
 */

/* A folio has windows 1 to 8. */
#define MAX_WINDOW 8

/* A bill as it stood, and what became of it. */
typedef struct
{
  gint64 folio_id;
  int    last_line;
  guint8 head[DESK_HASH_SIZE];
  guint  n_lines;
  gint64 balance_minor;   /* afterwards */
} Bill;

struct _DeskLedgerRun
{
  DeskHouse         *house;
  const DeskContext *context;
  gint64             first_id;
  guint              n_lines;
  GArray            *bills;      /* Bill */
};

/**
 * desk_ledger_run_new:
 * @house: the property, with a write transaction open
 * @context: who, when, where; must outlive the run
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): a run without lines, or %NULL with @error set
 */
DeskLedgerRun *
desk_ledger_run_new (DeskHouse          *house,
                     const DeskContext  *context,
                     GError            **error)
{
  DeskLedgerRun *self;
  gint64 last_id;

  if (!desk_counter_table_get (desk_house_get_db (house), "posting", &last_id, error))
    return NULL;

  self = g_new0 (DeskLedgerRun, 1);
  self->house = house;
  self->context = context;
  self->first_id = last_id + 1;
  self->bills = g_array_new (FALSE, FALSE, sizeof (Bill));
  return self;
}

/**
 * desk_ledger_run_free:
 * @self: (nullable): a run
 */
void
desk_ledger_run_free (DeskLedgerRun *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->bills);
  g_free (self);
}

/* Gives the lines what only the moment of writing knows: numbers, names, time, hash. Whoever
 * made a line has checked it; what is checked here is what stands in the file. */
static gboolean
complete_lines (DeskLedgerRun          *self,
                const DeskFolioRecord  *folio,
                GPtrArray              *lines,
                GError                **error)
{
  const DeskContext *context = self->context;
  const guint8 *previous = folio->head;
  gint64 now = context->now (context->source);
  guint i;

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
      line->id = self->first_id + self->n_lines + i;
      line->posted_at = now;
      g_free (line->by);
      line->by = g_strdup (context->user);
      g_free (line->desk);
      line->desk = g_strdup (context->desk);
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

/**
 * desk_ledger_run_add:
 * @self: a run
 * @folio: the folio as it stands; once in a run
 * @lines: (element-type DeskPosting): what is posted, numbered on from its last
 *   line; gets ids, time and hashes
 * @error: return location for a #GError
 *
 * Writes lines and the folio's new head.
 *
 * Returns: %FALSE with @error set; the caller then lets the transaction go
 */
gboolean
desk_ledger_run_add (DeskLedgerRun          *self,
                     const DeskFolioRecord  *folio,
                     GPtrArray              *lines,
                     GError                **error)
{
  Bill bill = { folio->id, folio->last_line, { 0 }, lines->len, 0 };

  if (lines->len == 0)
    return TRUE;
  if (!folio->open)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_REFUSED,
                           "the folio is closed: nothing can be posted on it");
      return FALSE;
    }

  memcpy (bill.head, folio->head, DESK_HASH_SIZE);
  if (!complete_lines (self, folio, lines, error) ||
      !write_lines (desk_house_get_db (self->house), folio, lines, &bill.balance_minor, error))
    return FALSE;
  g_array_append_val (self->bills, bill);
  self->n_lines += lines->len;
  return TRUE;
}

static gboolean
fail_read_back (int      line,
                GError **error)
{
  g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE,
               "line %d was not found in the file as it was written; nothing was changed", line);
  return FALSE;
}

/* Each line's steps, the chain from the head before, and totals that are the old ones plus
 * the new lines. */
static gboolean
check_bill (DeskDb              *db,
            const Bill          *bill,
            DeskPosting *const  *lines,
            GError             **error)
{
  DeskFolioStanding after;
  guint8 hash[DESK_HASH_SIZE];
  guint i;

  memcpy (hash, bill->head, DESK_HASH_SIZE);
  for (i = 0; i < bill->n_lines; i++)
    {
      desk_chain_posting (hash, lines[i], hash);
      if (!desk_posting_check (lines[i], error))
        return FALSE;
      if (memcmp (hash, lines[i]->hash, DESK_HASH_SIZE) != 0)
        return fail_read_back (bill->last_line + 1 + (int) i, error);
    }

  if (!desk_folio_table_get_standing (db, bill->folio_id, &after, error))
    return FALSE;
  if (after.last_line != bill->last_line + (int) bill->n_lines ||
      after.balance_minor != bill->balance_minor ||
      after.in_windows_minor != bill->balance_minor ||
      memcmp (after.head, hash, DESK_HASH_SIZE) != 0)
    return fail_read_back (after.last_line, error);
  return TRUE;
}

/**
 * desk_ledger_run_finish:
 * @self: a run, to which nothing more is added
 * @error: return location for a #GError
 *
 * Takes the numbers that the lines have, and reads back what was written: it must stand in
 * the file as it was meant.
 *
 * Returns: %FALSE with @error set; the caller then lets the transaction go
 */
gboolean
desk_ledger_run_finish (DeskLedgerRun  *self,
                        GError        **error)
{
  DeskDb *db = desk_house_get_db (self->house);
  g_autoptr (GPtrArray) lines = NULL;
  guint at = 0;
  guint i;

  if (self->n_lines == 0)
    return TRUE;
  if (!desk_counter_table_add (db, "posting", self->n_lines, error))
    return FALSE;

  lines = desk_posting_table_load_run (db, self->first_id, self->first_id + self->n_lines - 1,
                                       error);
  if (lines == NULL)
    return FALSE;
  if (lines->len != self->n_lines)
    return fail_read_back (g_array_index (self->bills, Bill, 0).last_line + 1, error);

  for (i = 0; i < self->bills->len; i++)
    {
      const Bill *bill = &g_array_index (self->bills, Bill, i);

      if (!check_bill (db, bill, (DeskPosting *const *) &lines->pdata[at], error))
        return FALSE;
      at += bill->n_lines;
    }
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
  g_autoptr (DeskFolioRecord) folio = NULL;
  g_autoptr (DeskLedgerRun) run = NULL;

  if (lines->len == 0)
    return TRUE;

  folio = desk_folio_table_get (desk_house_get_db (house), folio_id, error);
  if (folio != NULL)
    run = desk_ledger_run_new (house, context, error);
  return run != NULL &&
         desk_ledger_run_add (run, folio, lines, error) &&
         desk_ledger_run_finish (run, error);
}
