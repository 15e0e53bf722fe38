/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-chain-table.h"
#include "desk-close-day-private.h"
#include "desk-config-table.h"
#include "desk-ledger-chain.h"
#include "desk-note-table.h"
#include "desk-verify-private.h"

#define PAGE 250

/*
 * The record of what was done: the chain of audit entries up to where it stood at
 * the start, and what entries vouch for beside the folios: notes, versions of the
 * set-up, the seals of closed days.
 */

gboolean
desk_check_note (DeskCheck   *check,
                 gint64       note_id,
                 const char  *hex,
                 GError     **error)
{
  g_autoptr (DeskNoteRecord) note = desk_note_table_get (check->db, note_id, error);
  g_autofree char *actual = NULL;
  guint8 hash[DESK_HASH_SIZE];
  gsize length;
  const guint8 *salt;

  if (note == NULL)
    return FALSE;
  if ((note->text == NULL) != (note->erased_at != 0))
    desk_check_find_wrong (check, "note", note_id, 0,
                           "note %" G_GINT64_FORMAT " is half erased", note_id);
  if (note->text == NULL)
    return TRUE;

  salt = g_bytes_get_data (note->salt, &length);
  desk_chain_note (salt, length, note->text, hash);
  actual = desk_hash_to_string (hash);
  if (!g_str_equal (actual, hex))
    desk_check_find_wrong (check, "note", note_id, 0, "note %" G_GINT64_FORMAT " was changed",
                           note_id);
  return TRUE;
}

/* A version of the set-up must be the text that was applied. */
static gboolean
check_config (DeskCheck   *check,
              gint64       config_id,
              const char  *hex,
              GError     **error)
{
  g_autoptr (DeskConfigRecord) config = desk_config_table_get (check->db, config_id, error);
  g_autofree char *stored = NULL;

  if (config == NULL)
    return FALSE;
  stored = desk_hash_to_string (config->digest);
  if (!g_str_equal (stored, hex))
    desk_check_find_wrong (check, "config", config_id, 0,
                           "version %" G_GINT64_FORMAT " of the set-up is not the one applied",
                           config_id);
  return TRUE;
}

/* The lines of an entry that name something by its hash: "note 7 <hash>", "config 2"
 * followed by "digest <hash>", "invoice 3 1: - -> INV-17 <hash>"; and its decisions:
 * "disposition 17 2: ask -> answer". */
static gboolean
check_detail (DeskCheck              *check,
              const DeskAuditRecord  *entry,
              GError                **error)
{
  g_auto (GStrv) lines = g_strsplit (entry->detail, "\n", 0);
  gint64 config_id = 0;
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
      guint n = g_strv_length (words);

      if (n == 3 && g_str_equal (words[0], "note") &&
          !desk_check_note (check, g_ascii_strtoll (words[1], NULL, 10), words[2], error))
        return FALSE;
      if (n == 3 && g_str_equal (words[0], "invoice") &&
          !desk_check_issued (check, entry->id, words[2], error))
        return FALSE;
      if (n == 3 && g_str_equal (words[0], "disposition") &&
          !desk_check_decision (check, entry, words[1], words[2], error))
        return FALSE;
      if (n == 2 && g_str_equal (words[0], "config"))
        config_id = g_ascii_strtoll (words[1], NULL, 10);
      if (n == 2 && g_str_equal (words[0], "digest") && config_id != 0 &&
          !check_config (check, config_id, words[1], error))
        return FALSE;
    }
  return TRUE;
}

/* Who closed a day left a seal. */
static gboolean
check_seal (DeskCheck              *check,
            const DeskAuditRecord  *entry,
            GError                **error)
{
  g_autoptr (DeskSealRecord) seal = NULL;
  g_autofree char *date = desk_date_to_string (entry->business_date);
  guint8 hash[DESK_HASH_SIZE];

  if (!desk_seal_table_find (check->db, entry->business_date, &seal, error))
    return FALSE;
  if (seal != NULL)
    desk_seal_hash (seal, entry->hash, hash);
  if (seal == NULL)
    desk_check_find_wrong (check, "seal", entry->id, 0, "the seal of %s is missing", date);
  else if (seal->entry_id != entry->id || memcmp (hash, seal->hash, DESK_HASH_SIZE) != 0)
    desk_check_find_wrong (check, "seal", entry->id, 0, "the seal of %s is not as it was made",
                           date);
  return TRUE;
}

static gboolean
check_entry (DeskCheck              *check,
             const DeskAuditRecord  *entry,
             gint64                  expected_id,
             guint8                  hash[DESK_HASH_SIZE],
             GError                **error)
{
  if (entry->id != expected_id)
    {
      desk_check_find_wrong (check, "audit_entry", expected_id, 0,
                             "entry %" G_GINT64_FORMAT " is missing", expected_id);
      return TRUE;
    }
  desk_ledger_chain_entry (hash, entry, hash);
  if (memcmp (hash, entry->hash, DESK_HASH_SIZE) != 0)
    {
      desk_check_find_wrong (check, "audit_entry", entry->id, 0,
                             "entry %" G_GINT64_FORMAT
                             " is not as it was written: its hash does not match",
                             entry->id);
      return TRUE;
    }
  check->verdict->entries++;
  if (g_str_equal (entry->verb, "close-day") && !check_seal (check, entry, error))
    return FALSE;
  return check_detail (check, entry, error);
}

gboolean
desk_check_audit (DeskCheck     *check,
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
    desk_check_find_wrong (check, "audit_entry", after + 1, 0,
                           "the audit ends at entry %" G_GINT64_FORMAT
                           " but reached %" G_GINT64_FORMAT,
                           after, mark);
  return desk_check_decisions (check, mark, error);
}

/* Where the audit chain stands now. Entries beyond the recorded end were put there by hand. */
gboolean
desk_check_read_mark (DeskCheck  *check,
                      gint64     *mark,
                      guint8      hash[DESK_HASH_SIZE],
                      GError    **error)
{
  g_auto (DeskTx) tx = { NULL };
  g_autoptr (GPtrArray) beyond = NULL;

  if (!desk_tx_begin_read (&tx, check->db, error) ||
      !desk_chain_table_get (check->db, DESK_LEDGER_AUDIT_CHAIN, mark, hash, error) ||
      !desk_audit_table_page (check->db, *mark, 1, &beyond, error))
    return FALSE;
  if (beyond->len > 0)
    desk_check_find_wrong (check, "audit_entry", *mark + 1, 0,
                           "entry %" G_GINT64_FORMAT " stands after the recorded end of the audit",
                           *mark + 1);
  return TRUE;
}

/* Each version's text must be the one its digest was made from. */
gboolean
desk_check_configs (DeskCheck  *check,
                    GError    **error)
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
        desk_check_find_wrong (check, "config", id, 0,
                               "version %" G_GINT64_FORMAT " of the set-up was changed", id);
    }
  return TRUE;
}
