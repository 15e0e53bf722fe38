/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-verify.h"

#include <sodium.h>
#include <string.h>

#include "desk-audit-table.h"
#include "desk-error.h"
#include "desk-folio-table.h"
#include "desk-posting-table.h"
#include "desk-verify-private.h"

#define PAGE 250

/* Folios that are looked at together; most have no line or few. */
#define RUN 500

/*
 * Proving the ledger: the file, every folio's chain and totals, the chain of audit
 * entries up to where it stood at the start, the versions of the set-up, the seals,
 * the invoices. Read in short pages, so that no desk waits.
 */

/* A folio under way: what its lines come to so far. */
typedef struct
{
  const DeskFolioRecord *folio;
  guint8                 hash[DESK_HASH_SIZE];
  int                    line;
  gint64                 balance;
  gint64                 windows[9];
} Running;

void
desk_check_find_wrong (DeskCheck  *check,
                       const char *table,
                       gint64      id,
                       int         line,
                       const char *format,
                       ...)
{
  va_list arguments;

  if (!check->verdict->ok)
    return;
  va_start (arguments, format);
  check->verdict->ok = FALSE;
  check->verdict->table = g_strdup (table);
  check->verdict->id = id;
  check->verdict->line = line;
  check->verdict->why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

static gboolean
check_line (DeskCheck          *check,
            Running            *running,
            const DeskPosting  *line,
            GError            **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autofree char *hex = NULL;

  if (line->line != running->line + 1)
    {
      desk_check_find_wrong (check, "posting", line->id, running->line + 1,
                             "line %d is missing: line %d follows line %d", running->line + 1,
                             line->line, running->line);
      return TRUE;
    }
  if (!desk_posting_check (line, &wrong))
    {
      desk_check_find_wrong (check, "posting_step", line->id, line->line, "%s", wrong->message);
      return TRUE;
    }
  desk_chain_posting (running->hash, line, running->hash);
  if (memcmp (running->hash, line->hash, DESK_HASH_SIZE) != 0)
    {
      desk_check_find_wrong (check, "posting", line->id, line->line,
                             "line %d is not as it was written: its hash does not match",
                             line->line);
      return TRUE;
    }

  running->line = line->line;
  running->balance += line->amount_minor;
  running->windows[CLAMP (line->window, 0, 8)] += line->amount_minor;
  check->verdict->postings++;
  if (line->note_id == 0)
    {
      if (!sodium_is_zero (line->note_hash, DESK_HASH_SIZE))
        desk_check_find_wrong (check, "posting", line->id, line->line,
                               "line %d has the hash of a note but no note", line->line);
      return TRUE;
    }
  hex = desk_hash_to_string (line->note_hash);
  return desk_check_note (check, line->note_id, hex, error);
}

static void
check_windows (DeskCheck       *check,
               const Running   *running,
               const GPtrArray *windows)
{
  gint64 unclaimed = running->balance;
  guint i;

  for (i = 0; i < windows->len; i++)
    {
      const DeskWindowRecord *window = g_ptr_array_index (windows, i);

      unclaimed -= window->balance_minor;
      if (window->balance_minor != running->windows[CLAMP (window->number, 0, 8)])
        desk_check_find_wrong (check, "folio_window", running->folio->id, 0,
                               "window %d says another balance than its lines", window->number);
    }
  if (unclaimed != 0)
    desk_check_find_wrong (check, "folio_window", running->folio->id, 0, "a window is missing");
}

/* The folio must stand where its lines end, and where the audit saw it last. */
static gboolean
check_folio_end (DeskCheck      *check,
                 const Running  *running,
                 GError        **error)
{
  const DeskFolioRecord *folio = running->folio;
  g_autoptr (GPtrArray) windows = desk_folio_table_list_windows (check->db, folio->id, error);
  DeskAuditHead head;
  gboolean found;

  if (windows == NULL ||
      !desk_audit_table_find_head (check->db, folio->id, &found, &head, error))
    return FALSE;

  if (running->line != folio->last_line ||
      memcmp (running->hash, folio->head, DESK_HASH_SIZE) != 0)
    desk_check_find_wrong (check, "folio", folio->id, running->line + 1,
                           "the folio ends at line %d but says that it has %d", running->line,
                           folio->last_line);
  if (running->balance != folio->balance_minor)
    desk_check_find_wrong (check, "folio", folio->id, 0,
                           "the folio says another balance than its lines");
  check_windows (check, running, windows);

  if (found ? head.line != running->line || memcmp (head.head, running->hash, DESK_HASH_SIZE) != 0
            : running->line != 0)
    desk_check_find_wrong (check, "audit_head", folio->id, running->line,
                           "the folio ends at line %d, which no audit entry vouches for",
                           running->line);
  return TRUE;
}

static gboolean
check_folio (DeskCheck              *check,
             const DeskFolioRecord  *folio,
             GError                **error)
{
  Running running = { .folio = folio };

  while (check->verdict->ok)
    {
      g_autoptr (GPtrArray) lines =
        desk_posting_table_load_after (check->db, folio->id, running.line, PAGE, error);
      guint i;

      if (lines == NULL)
        return FALSE;
      for (i = 0; i < lines->len && check->verdict->ok; i++)
        {
          if (!check_line (check, &running, g_ptr_array_index (lines, i), error))
            return FALSE;
        }
      if (lines->len < PAGE)
        break;
    }
  if (check->verdict->ok && !check_folio_end (check, &running, error))
    return FALSE;
  if (!check->verdict->ok && check->verdict->folio == 0)
    check->verdict->folio = folio->id;
  return TRUE;
}

/* A run of folios is read at once, because letting go of the file and taking it again
 * costs more than a short bill; after so many lines others have their turn. */
static gboolean
check_run (DeskCheck  *check,
           gint64     *after,
           gint64      last,
           GError    **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_autoptr (GPtrArray) folios = NULL;
  gint64 before = check->verdict->postings;
  guint i;

  if (!desk_tx_begin_read (&tx, check->db, error))
    return FALSE;
  folios = desk_folio_table_list_used (check->db, *after, last, error);
  if (folios == NULL)
    return FALSE;
  for (i = 0; i < folios->len && check->verdict->ok; i++)
    {
      const DeskFolioRecord *folio = g_ptr_array_index (folios, i);

      if (!check_folio (check, folio, error))
        return FALSE;
      *after = folio->id;
      if (check->verdict->postings - before >= PAGE)
        return TRUE;
    }
  *after = last;
  return TRUE;
}

static gboolean
check_folios (DeskCheck  *check,
              GError    **error)
{
  gint64 after = 0;
  gint64 newest;

  if (!desk_folio_table_get_newest (check->db, &newest, error))
    return FALSE;
  while (check->verdict->ok && after < newest)
    {
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error) ||
          !check_run (check, &after, MIN (after + RUN, newest), error))
        return FALSE;
      if (check->progress != NULL)
        check->progress ((guint) check->verdict->postings,
                         (guint) MAX (check->n_postings, check->verdict->postings),
                         check->user_data);
    }
  return TRUE;
}

/* A row whose form is wrong was put there by hand: the ledger names it better. */
static gboolean
is_about_form (const char *damage)
{
  return g_str_has_prefix (damage, "CHECK constraint") || strstr (damage, " value in ") != NULL;
}

static gboolean
check_orphans (DeskCheck  *check,
               GError    **error)
{
  g_autofree char *table = NULL;
  g_autofree char *why = NULL;
  gint64 id;

  if (!desk_db_find_orphan (check->db, &table, &id, &why, error))
    return FALSE;
  if (table != NULL)
    desk_check_find_wrong (check, table, id, 0, "%s", why);
  return TRUE;
}

static gboolean
run_checks (DeskCheck  *check,
            GError    **error)
{
  g_autofree char *damage = NULL;
  guint8 hash[DESK_HASH_SIZE];
  gint64 mark;

  if (!desk_db_check_file (check->db, &damage, error))
    return FALSE;
  if (damage != NULL && !is_about_form (damage))
    {
      desk_check_find_wrong (check, "file", 0, 0, "the file itself is damaged: %s", damage);
      check->verdict->damaged = TRUE;
      return TRUE;
    }
  if (!desk_posting_table_get_newest (check->db, &check->n_postings, error) ||
      !desk_check_read_mark (check, &mark, hash, error) || !check_folios (check, error) ||
      !desk_check_audit (check, mark, hash, error) || !desk_check_configs (check, error) ||
      !desk_check_invoices (check, error) || !check_orphans (check, error))
    return FALSE;
  if (damage != NULL)
    desk_check_find_wrong (check, "file", 0, 0, "%s", damage);
  return TRUE;
}

/* A row that is gone or cannot be read is a finding, not a failure to look. */
static gboolean
is_finding (const GError *failure)
{
  return g_error_matches (failure, DESK_ERROR, DESK_ERROR_DAMAGED) ||
         g_error_matches (failure, DESK_ERROR, DESK_ERROR_NOT_FOUND) ||
         g_error_matches (failure, DESK_ERROR, DESK_ERROR_TAMPERED) ||
         g_error_matches (failure, DESK_ERROR, DESK_ERROR_INVALID);
}

/**
 * desk_verify:
 * @house: the property
 * @cancellable: (nullable): stops between two pages
 * @progress: (nullable): told how many lines are checked
 * @user_data: for @progress
 * @error: return location for a #GError
 *
 * Checks the whole ledger, up to where it stood at the start. A row that cannot
 * be read any more counts as damage, not as an error.
 *
 * Returns: (transfer full) (nullable): the verdict, with the first thing that is
 *   wrong; %NULL with @error set where it was cancelled or the file is out of reach
 */
DeskVerdict *
desk_verify (DeskHouse         *house,
             GCancellable      *cancellable,
             DeskProgressFunc   progress,
             gpointer           user_data,
             GError           **error)
{
  g_autoptr (DeskVerdict) verdict = g_new0 (DeskVerdict, 1);
  g_autoptr (GError) failure = NULL;
  DeskCheck check = { desk_house_get_db (house), verdict, cancellable, progress, user_data, 0 };

  verdict->ok = TRUE;
  if (run_checks (&check, &failure))
    return g_steal_pointer (&verdict);

  if (is_finding (failure))
    {
      const DeskErrorPlace *place = desk_error_get_place (failure);

      verdict->damaged = g_error_matches (failure, DESK_ERROR, DESK_ERROR_DAMAGED);
      desk_check_find_wrong (&check, place->group != NULL ? place->group : "file", place->line, 0,
                             "%s", failure->message);
      return g_steal_pointer (&verdict);
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

void
desk_verdict_free (DeskVerdict *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self->why);
  g_free (self);
}
