/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-verify.h"

#include <string.h>

#include "desk-chain-table.h"
#include "desk-close-day-private.h"
#include "desk-config-table.h"
#include "desk-error.h"
#include "desk-ledger-chain.h"
#include "desk-note-table.h"
#include "desk-posting-table.h"

#define PAGE 250

/*
 * Proving the ledger: the file, every folio's chain and totals, the chain of audit
 * entries up to where it stood at the start, the versions of the set-up, the seals.
 * Read in short pages, so that no desk waits. Every function returns FALSE only
 * where something could not be read; what is wrong goes into the verdict, the first only.
 */
typedef struct
{
  DeskDb           *db;
  DeskVerdict      *verdict;
  GCancellable     *cancellable;
  DeskProgressFunc  progress;
  gpointer          user_data;
  gint64            n_postings;
} Check;

/* A folio under way: what its lines come to so far. */
typedef struct
{
  const DeskFolioRecord *folio;
  guint8                 hash[DESK_HASH_SIZE];
  int                    line;
  gint64                 balance;
  gint64                 windows[9];
} Running;

static void G_GNUC_PRINTF (5, 6)
find_wrong (Check      *check,
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
check_note (Check              *check,
            gint64              note_id,
            const guint8       *hash,
            GError            **error)
{
  g_autoptr (DeskNoteRecord) note = desk_note_table_get (check->db, note_id, error);
  guint8 actual[DESK_HASH_SIZE];
  gsize length;
  const guint8 *salt;

  if (note == NULL)
    return FALSE;
  if (note->text == NULL)
    return TRUE;
  salt = g_bytes_get_data (note->salt, &length);
  desk_chain_note (salt, length, note->text, actual);
  if (memcmp (actual, hash, DESK_HASH_SIZE) != 0)
    find_wrong (check, "note", note_id, 0, "the note is not the one that was written");
  return TRUE;
}

static gboolean
check_line (Check              *check,
            Running            *running,
            const DeskPosting  *line,
            GError            **error)
{
  g_autoptr (GError) wrong = NULL;

  if (line->line != running->line + 1)
    {
      find_wrong (check, "posting", line->id, running->line + 1,
                  "line %d is missing: line %d follows line %d", running->line + 1, line->line,
                  running->line);
      return TRUE;
    }
  if (!desk_posting_check (line, &wrong))
    {
      find_wrong (check, "posting_step", line->id, line->line, "%s", wrong->message);
      return TRUE;
    }
  desk_chain_posting (running->hash, line, running->hash);
  if (memcmp (running->hash, line->hash, DESK_HASH_SIZE) != 0)
    {
      find_wrong (check, "posting", line->id, line->line,
                  "line %d is not as it was written: its hash does not match", line->line);
      return TRUE;
    }

  running->line = line->line;
  running->balance += line->amount_minor;
  running->windows[CLAMP (line->window, 0, 8)] += line->amount_minor;
  check->verdict->postings++;
  return line->note_id == 0 || check_note (check, line->note_id, line->note_hash, error);
}

static void
check_windows (Check           *check,
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
        find_wrong (check, "folio_window", running->folio->id, 0,
                    "window %d says another balance than its lines", window->number);
    }
  if (unclaimed != 0)
    find_wrong (check, "folio_window", running->folio->id, 0, "a window is missing");
}

/* The folio must stand where its lines end, and where the audit saw it last. */
static gboolean
check_folio_end (Check          *check,
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
    find_wrong (check, "folio", folio->id, running->line + 1,
                "the folio ends at line %d but says that it has %d", running->line,
                folio->last_line);
  if (running->balance != folio->balance_minor)
    find_wrong (check, "folio", folio->id, 0, "the folio says another balance than its lines");
  check_windows (check, running, windows);

  if (found ? head.line != running->line || memcmp (head.head, running->hash, DESK_HASH_SIZE) != 0
            : running->line != 0)
    find_wrong (check, "audit_head", folio->id, running->line,
                "the folio ends at line %d, which no audit entry vouches for", running->line);
  return TRUE;
}

static gboolean
check_folio (Check                  *check,
             const DeskFolioRecord  *listed,
             GError                **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_autoptr (DeskFolioRecord) folio = NULL;
  Running running = { 0 };

  if (!desk_tx_begin_read (&tx, check->db, error))
    return FALSE;
  folio = desk_folio_table_get (check->db, listed->id, error);
  if (folio == NULL)
    return FALSE;

  running.folio = folio;
  while (check->verdict->ok)
    {
      g_autoptr (GPtrArray) lines =
        desk_posting_table_load_after (check->db, folio->id, running.line, PAGE, error);
      guint i;

      if (lines == NULL)
        return FALSE;
      if (lines->len == 0)
        break;
      for (i = 0; i < lines->len && check->verdict->ok; i++)
        {
          if (!check_line (check, &running, g_ptr_array_index (lines, i), error))
            return FALSE;
        }
    }
  if (check->verdict->ok && !check_folio_end (check, &running, error))
    return FALSE;
  if (!check->verdict->ok && check->verdict->folio == 0)
    check->verdict->folio = folio->id;
  return TRUE;
}

static gboolean
check_folios (Check   *check,
              GError **error)
{
  gint64 after = 0;

  while (check->verdict->ok)
    {
      g_autoptr (GPtrArray) folios = NULL;
      guint i;

      if (g_cancellable_set_error_if_cancelled (check->cancellable, error) ||
          !desk_folio_table_page (check->db, after, PAGE, &folios, error))
        return FALSE;
      if (folios->len == 0)
        return TRUE;
      for (i = 0; i < folios->len && check->verdict->ok; i++)
        {
          const DeskFolioRecord *folio = g_ptr_array_index (folios, i);

          if (!check_folio (check, folio, error))
            return FALSE;
          after = folio->id;
        }
      if (check->progress != NULL)
        check->progress ((guint) check->verdict->postings,
                         (guint) MAX (check->n_postings, check->verdict->postings),
                         check->user_data);
    }
  return TRUE;
}

/* "note 7 <hash>": words that belong to an entry. */
static gboolean
check_entry_notes (Check                  *check,
                   const DeskAuditRecord  *entry,
                   GError                **error)
{
  g_auto (GStrv) lines = g_strsplit (entry->detail, "\n", 0);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
      g_autoptr (DeskNoteRecord) note = NULL;
      g_autofree char *hex = NULL;
      guint8 hash[DESK_HASH_SIZE];
      gsize length;
      const guint8 *salt;

      if (g_strv_length (words) != 3 || !g_str_equal (words[0], "note"))
        continue;
      note = desk_note_table_get (check->db, g_ascii_strtoll (words[1], NULL, 10), error);
      if (note == NULL)
        return FALSE;
      if (note->text == NULL)
        continue;
      salt = g_bytes_get_data (note->salt, &length);
      desk_chain_note (salt, length, note->text, hash);
      hex = desk_hash_to_string (hash);
      if (!g_str_equal (hex, words[2]))
        find_wrong (check, "note", note->id, 0, "the note is not the one that was written");
    }
  return TRUE;
}

static gboolean
check_entry (Check                  *check,
             const DeskAuditRecord  *entry,
             gint64                  expected_id,
             guint8                  hash[DESK_HASH_SIZE],
             GError                **error)
{
  if (entry->id != expected_id)
    {
      find_wrong (check, "audit_entry", expected_id, 0,
                  "entry %" G_GINT64_FORMAT " is missing", expected_id);
      return TRUE;
    }
  desk_ledger_chain_entry (hash, entry, hash);
  if (memcmp (hash, entry->hash, DESK_HASH_SIZE) != 0)
    find_wrong (check, "audit_entry", entry->id, 0,
                "entry %" G_GINT64_FORMAT " is not as it was written: its hash does not match",
                entry->id);
  check->verdict->entries++;
  return check_entry_notes (check, entry, error);
}

static gboolean
check_audit (Check         *check,
             gint64         mark,
             const guint8   mark_hash[DESK_HASH_SIZE],
             GError       **error)
{
  guint8 hash[DESK_HASH_SIZE] = { 0 };
  gint64 after = 0;

  while (check->verdict->ok && after < mark)
    {
      g_autoptr (GPtrArray) entries = NULL;
      guint i;

      if (g_cancellable_set_error_if_cancelled (check->cancellable, error) ||
          !desk_audit_table_page (check->db, after, PAGE, &entries, error))
        return FALSE;
      if (entries->len == 0)
        break;
      for (i = 0; i < entries->len && after < mark && check->verdict->ok; i++)
        {
          const DeskAuditRecord *entry = g_ptr_array_index (entries, i);

          if (!check_entry (check, entry, after + 1, hash, error))
            return FALSE;
          after = entry->id;
        }
    }
  if (check->verdict->ok && (after != mark || memcmp (hash, mark_hash, DESK_HASH_SIZE) != 0))
    find_wrong (check, "audit_entry", after + 1, 0,
                "the audit ends at entry %" G_GINT64_FORMAT " but reached %" G_GINT64_FORMAT,
                after, mark);
  return TRUE;
}

/* Entries beyond the recorded end, where nobody was writing, were put there by hand. */
static gboolean
read_mark (Check    *check,
           gint64   *mark,
           guint8    hash[DESK_HASH_SIZE],
           GError  **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_autoptr (GPtrArray) beyond = NULL;

  if (!desk_tx_begin_read (&tx, check->db, error) ||
      !desk_chain_table_get (check->db, DESK_LEDGER_AUDIT_CHAIN, mark, hash, error) ||
      !desk_audit_table_page (check->db, *mark, 1, &beyond, error))
    return FALSE;
  if (beyond->len > 0)
    find_wrong (check, "audit_entry", *mark + 1, 0,
                "entry %" G_GINT64_FORMAT " stands after the recorded end of the audit", *mark + 1);
  return TRUE;
}

static gboolean
check_seals (Check   *check,
             GError **error)
{
  g_autoptr (GPtrArray) seals = desk_seal_table_list (check->db, error);
  guint i;

  if (seals == NULL)
    return FALSE;
  for (i = 0; i < seals->len; i++)
    {
      const DeskSealRecord *seal = g_ptr_array_index (seals, i);
      g_autoptr (DeskAuditRecord) entry = desk_audit_table_get (check->db, seal->entry_id, error);
      g_autofree char *date = desk_date_to_string (seal->business_date);
      guint8 hash[DESK_HASH_SIZE];

      if (entry == NULL)
        return FALSE;
      desk_seal_hash (seal, entry->hash, hash);
      if (memcmp (hash, seal->hash, DESK_HASH_SIZE) != 0)
        find_wrong (check, "seal", seal->entry_id, 0, "the seal of %s is not as it was made", date);
    }
  return TRUE;
}

static gboolean
check_configs (Check   *check,
               GError **error)
{
  const guint8 start[DESK_HASH_SIZE] = { 0 };
  gint64 newest;
  gint64 id;

  if (!desk_config_table_get_newest (check->db, &newest, error))
    return FALSE;
  for (id = 1; id <= newest; id++)
    {
      g_autoptr (DeskConfigRecord) config = desk_config_table_get (check->db, id, error);
      g_autoptr (DeskHasher) hasher = desk_hasher_new (start);
      guint8 hash[DESK_HASH_SIZE];

      if (config == NULL)
        return FALSE;
      desk_hasher_text (hasher, config->text);
      desk_hasher_finish (hasher, hash);
      if (memcmp (hash, config->digest, DESK_HASH_SIZE) != 0)
        find_wrong (check, "config", id, 0,
                    "version %" G_GINT64_FORMAT " of the set-up was changed", id);
    }
  return TRUE;
}

static gboolean
run_checks (Check   *check,
            GError **error)
{
  g_autofree char *damage = NULL;
  guint8 hash[DESK_HASH_SIZE];
  gint64 mark;

  if (!desk_db_check_file (check->db, &damage, error))
    return FALSE;
  if (damage != NULL)
    {
      find_wrong (check, "file", 0, 0, "the file itself is damaged: %s", damage);
      check->verdict->damaged = TRUE;
      return TRUE;
    }
  return desk_posting_table_get_newest (check->db, &check->n_postings, error) &&
         read_mark (check, &mark, hash, error) && check_folios (check, error) &&
         check_audit (check, mark, hash, error) && check_configs (check, error) &&
         check_seals (check, error);
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
  Check check = { desk_house_get_db (house), verdict, cancellable, progress, user_data, 0 };

  verdict->ok = TRUE;
  if (run_checks (&check, &failure))
    return g_steal_pointer (&verdict);

  if (g_error_matches (failure, DESK_ERROR, DESK_ERROR_DAMAGED) ||
      g_error_matches (failure, DESK_ERROR, DESK_ERROR_NOT_FOUND) ||
      g_error_matches (failure, DESK_ERROR, DESK_ERROR_INVALID))
    {
      verdict->damaged = g_error_matches (failure, DESK_ERROR, DESK_ERROR_DAMAGED);
      find_wrong (&check, "file", 0, 0, "%s", failure->message);
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
