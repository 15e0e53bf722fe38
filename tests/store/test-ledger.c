/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-action-key-table.h"
#include "desk-audit-table.h"
#include "desk-chain-table.h"
#include "desk-change-table.h"
#include "desk-chain.h"
#include "desk-config-table.h"
#include "desk-error.h"
#include "desk-folio-table.h"
#include "desk-posting-table.h"
#include "desk-store-fixture.h"

static DeskDate
day (const char *text)
{
  DeskDate date = DESK_DATE_NONE;

  g_assert_true (desk_date_parse (text, &date, NULL));
  return date;
}

static DeskRational
exact (gint64 num,
       gint64 den)
{
  DeskRational value;

  g_assert_true (desk_rational_make (num, den, &value, NULL));
  return value;
}

/* The second line of the sample's folio: a tax on its beer, with every field that may be set. */
static DeskPosting *
new_line (gint64 id,
          int    line)
{
  DeskPosting *posting = desk_posting_new ();
  DeskStep *step;

  posting->id = id;
  posting->folio_id = 1;
  posting->line = line;
  posting->window = 2;
  posting->kind = DESK_POSTING_TAX;
  posting->config = 1;
  posting->code = g_strdup ("LEVY");
  posting->tax_class = g_strdup ("levy");
  posting->tax = g_strdup ("CITY");
  posting->business_date = day ("2026-09-04");
  posting->stay_date = day ("2026-09-03");
  posting->room = g_strdup ("218");
  posting->quantity = 1;
  posting->unit_minor = -203;
  posting->amount_minor = -203;
  posting->parent = 1;
  posting->answers = 1;
  posting->check = g_strdup ("M-2181");
  posting->text = g_strdup ("lisävero");
  posting->reason = g_strdup ("twice");
  posting->by = g_strdup ("mk");
  posting->allowed_by = g_strdup ("tl");
  posting->desk = g_strdup ("desk-1");
  posting->posted_at = 1788000000000001;
  posting->note_id = 1;
  memset (posting->note_hash, 7, sizeof posting->note_hash);

  desk_posting_add_step (posting, DESK_STEP_TAKE, "line:1", exact (-1500, 1), exact (-1500, 1));
  desk_posting_add_step (posting, DESK_STEP_PERCENT, "CI\\T\"Y\x1fä", exact (0, 1),
                         exact (-405, 2));
  step = desk_posting_last_step (posting);
  step->rate = g_strdup ("13.5");
  step->mode = "exclusive";
  desk_posting_add_step (posting, DESK_STEP_ROUND, NULL, exact (0, 1), exact (-203, 1));
  step = desk_posting_last_step (posting);
  step->rounding = g_strdup ("half-up/1");
  return posting;
}

static void
assert_same (const DeskPosting *a,
             const DeskPosting *b)
{
  static const guint8 zeros[DESK_HASH_SIZE] = { 0 };
  guint8 hash_a[DESK_HASH_SIZE];
  guint8 hash_b[DESK_HASH_SIZE];

  /* The chain covers every field and every step, so equal hashes say equal lines. */
  desk_chain_posting (zeros, a, hash_a);
  desk_chain_posting (zeros, b, hash_b);
  g_assert_cmpmem (hash_a, sizeof hash_a, hash_b, sizeof hash_b);
  g_assert_cmpmem (a->hash, sizeof a->hash, b->hash, sizeof b->hash);
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpint (a->note_id, ==, b->note_id);
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
}

static void
test_round_trip (StoreFixture  *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPosting) written = new_line (2, 2);
  g_autoptr (DeskPosting) by_id = NULL;
  g_autoptr (DeskPosting) by_line = NULL;
  g_autoptr (GPtrArray) folio = NULL;
  g_autoptr (GPtrArray) date = NULL;

  store_fixture_sample (fixture);
  memset (written->hash, 9, sizeof written->hash);
  desk_posting_table_insert (fixture->db, written, &error);
  g_assert_no_error (error);

  by_id = desk_posting_table_get (fixture->db, 2, &error);
  g_assert_no_error (error);
  assert_same (by_id, written);
  by_line = desk_posting_table_get_line (fixture->db, 1, 2, &error);
  assert_same (by_line, written);

  folio = desk_posting_table_load_folio (fixture->db, 1, &error);
  g_assert_cmpuint (folio->len, ==, 2);
  g_assert_cmpuint (((DeskPosting *) folio->pdata[0])->steps->len, ==, 2);
  assert_same (folio->pdata[1], written);

  date = desk_posting_table_load_date (fixture->db, 1, day ("2026-09-03"), &error);
  g_assert_cmpuint (date->len, ==, 1);
  assert_same (date->pdata[0], written);

  g_assert_null (desk_posting_table_get_line (fixture->db, 1, 3, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
}

static void
test_pages (StoreFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GPtrArray) sums = NULL;
  gint64 newest;
  int after = 0;
  int n = 0;
  int line;

  store_fixture_sample (fixture);
  for (line = 2; line <= 10; line++)
    {
      g_autoptr (DeskPosting) posting = new_line (line, line);

      g_assert_true (desk_posting_table_insert (fixture->db, posting, NULL));
    }

  for (;;)
    {
      g_autoptr (GPtrArray) page = desk_posting_table_load_after (fixture->db, 1, after, 4, NULL);
      const DeskPosting *last;

      if (page->len == 0)
        break;
      last = page->pdata[page->len - 1];
      g_assert_cmpuint (last->steps->len, ==, 3);
      after = last->line;
      n += (int) page->len;
    }
  g_assert_cmpint (n, ==, 10);

  sums = desk_posting_table_sum_by_tax (fixture->db, 1, NULL);
  g_assert_cmpuint (sums->len, ==, 1);
  g_assert_cmpint (((DeskTaxSum *) sums->pdata[0])->amount_minor, ==, 9 * -203);
  g_assert_true (desk_posting_table_get_newest (fixture->db, &newest, NULL));
  g_assert_cmpint (newest, ==, 10);
}

typedef struct
{
  const char *path;
  const char *sql;
} TamperCase;

#define SWAP(this, that) "UPDATE posting SET steps = replace (steps, '" this "', '" that "')"

static const TamperCase tamper_cases[] = {
  { "/store/ledger/tampered/kind", "UPDATE posting SET kind = 'gift'" },
  { "/store/ledger/tampered/op", SWAP ("take", "guess") },
  { "/store/ledger/tampered/number", SWAP ("1500", "1/0") },
  { "/store/ledger/tampered/mode", SWAP ("null,null,\"750", "\"both\",null,\"750") },
  { "/store/ledger/tampered/space", SWAP (",[", ", [") },
  { "/store/ledger/tampered/escape", SWAP ("take", "\\u0074ake") },
  { "/store/ledger/tampered/short", SWAP (",null,null", ",null") },
  { "/store/ledger/tampered/cut", "UPDATE posting SET steps = substr (steps, 1, 40)" },
  { "/store/ledger/tampered/longer", "UPDATE posting SET steps = steps || ' '" },
};

/* Whoever drops the triggers and writes what no program of ours would is found out. */
static void
test_tampered (StoreFixture  *fixture,
               gconstpointer  data)
{
  const TamperCase *c = data;
  g_autoptr (GError) error = NULL;

  store_fixture_sample (fixture);
  g_assert_true (desk_db_exec (fixture->db, "DROP TRIGGER posting_no_update", NULL));
  g_assert_true (desk_db_exec (fixture->db, c->sql, &error));

  g_assert_null (desk_posting_table_load_folio (fixture->db, 1, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_TAMPERED);
}

static void
test_folio (StoreFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskFolioRecord) folio = NULL;
  g_autoptr (DeskPosting) posting = new_line (2, 2);
  g_autoptr (GPtrArray) windows = NULL;

  store_fixture_sample (fixture);
  g_assert_true (desk_folio_table_find_for_stay (fixture->db, 1, &folio, &error));
  g_assert_cmpint (folio->last_line, ==, 1);

  folio->last_line = 2;
  memset (folio->head, 9, sizeof folio->head);
  g_assert_false (desk_folio_table_update (fixture->db, folio, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  g_clear_error (&error);

  memset (posting->hash, 9, sizeof posting->hash);
  g_assert_true (desk_posting_table_insert (fixture->db, posting, &error));
  g_assert_true (desk_folio_table_update (fixture->db, folio, &error));
  g_assert_true (desk_folio_table_add_to_window (fixture->db, 1, 2, -203, &error));
  g_assert_true (desk_folio_table_add_to_window (fixture->db, 1, 1, 50, &error));

  windows = desk_folio_table_list_windows (fixture->db, 1, &error);
  g_assert_cmpuint (windows->len, ==, 2);
  g_assert_cmpint (((DeskWindowRecord *) windows->pdata[0])->balance_minor, ==, 1550);
  g_assert_cmpint (((DeskWindowRecord *) windows->pdata[1])->balance_minor, ==, -203);
}

static void
test_audit (StoreFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAuditRecord) entry = desk_audit_record_new ();
  g_autoptr (DeskAuditRecord) read = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) of_stay = NULL;
  DeskAuditHead head = { .folio_id = 1, .line = 2 };
  gboolean found;

  store_fixture_sample (fixture);
  entry->id = 2;
  entry->business_date = day ("2026-09-04");
  entry->made_by = g_strdup ("tl");
  entry->role = DESK_ROLE_SUPERVISOR;
  entry->desk = g_strdup ("desk-2");
  entry->verb = g_strdup ("refused");
  entry->detail = g_strdup ("nothing");
  g_array_append_val (entry->heads, head);
  desk_audit_table_append (fixture->db, entry, &error);
  g_assert_no_error (error);

  read = desk_audit_table_get (fixture->db, 2, &error);
  g_assert_cmpint (read->role, ==, DESK_ROLE_SUPERVISOR);
  g_assert_cmpint (read->stay_id, ==, 0);
  g_assert_cmpuint (read->heads->len, ==, 1);

  g_assert_true (desk_audit_table_page (fixture->db, 0, 10, &page, &error));
  g_assert_cmpuint (page->len, ==, 2);
  of_stay = desk_audit_table_list_stay (fixture->db, 1, &error);
  g_assert_cmpuint (of_stay->len, ==, 1);
  g_assert_true (desk_audit_table_find_head (fixture->db, 1, &found, &head, &error));
  g_assert_true (found);
  g_assert_cmpint (head.line, ==, 2);
  g_assert_true (desk_audit_table_find_head (fixture->db, 2, &found, &head, &error));
  g_assert_false (found);
}

static void
test_chain (StoreFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  guint8 hash[32] = { 1 };
  gint64 seq;

  g_assert_true (desk_chain_table_get (fixture->db, "audit", &seq, hash, &error));
  g_assert_cmpint (seq, ==, 0);
  g_assert_cmpint (hash[0], ==, 0);

  hash[0] = 5;
  g_assert_true (desk_chain_table_advance (fixture->db, "audit", 0, 1, hash, &error));
  g_assert_true (desk_chain_table_advance (fixture->db, "audit", 1, 2, hash, &error));
  g_assert_false (desk_chain_table_advance (fixture->db, "audit", 1, 2, hash, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_assert_true (desk_chain_table_get (fixture->db, "audit", &seq, hash, NULL));
  g_assert_cmpint (seq, ==, 2);
  g_assert_cmpint (hash[0], ==, 5);
}

static void
test_seal (StoreFixture  *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSealRecord) seal = NULL;
  g_autoptr (DeskSealRecord) none = NULL;

  store_fixture_sample (fixture);
  g_assert_true (desk_seal_table_find (fixture->db, day ("2026-09-03"), &seal, &error));
  g_assert_true (desk_seal_table_find (fixture->db, day ("2026-09-04"), &none, &error));
  g_assert_null (none);
  g_assert_false (desk_seal_table_insert (fixture->db, seal, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_EXISTS);

  seal->business_date++;
  g_assert_true (desk_seal_table_insert (fixture->db, seal, NULL));
}

static void
test_keys_and_changes (StoreFixture  *fixture,
                       gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskActionKeyRecord) known = NULL;
  g_autoptr (DeskActionKeyRecord) unknown = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gint64 seq;

  g_assert_true (desk_change_table_append (fixture->db, "stay", 7, &error));
  g_assert_true (desk_change_table_append (fixture->db, "folio", 8, &error));
  g_assert_true (desk_change_table_get_newest (fixture->db, &seq, &error));
  g_assert_cmpint (seq, ==, 2);
  changes = desk_change_table_list_since (fixture->db, 1, 100, &error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (((DeskChangeRecord *) changes->pdata[0])->ref_id, ==, 8);

  g_assert_true (desk_db_exec (fixture->db, "DELETE FROM change; DELETE FROM counter", &error));
  store_fixture_sample (fixture);
  g_assert_true (desk_action_key_table_find (fixture->db, "k1", &known, &error));
  g_assert_cmpint (known->entry_id, ==, 1);
  g_assert_true (desk_action_key_table_find (fixture->db, "k2", &unknown, &error));
  g_assert_null (unknown);
  g_assert_false (desk_action_key_table_insert (fixture->db, known, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_EXISTS);
}

static void
test_config (StoreFixture  *fixture,
             gconstpointer  unused)
{
  g_autoptr (DeskConfigRecord) config = NULL;
  gint64 newest;

  g_assert_true (desk_config_table_get_newest (fixture->db, &newest, NULL));
  g_assert_cmpint (newest, ==, 0);
  store_fixture_sample (fixture);
  config = desk_config_table_get (fixture->db, 1, NULL);
  g_assert_cmpstr (config->text, ==, "[property]");
  config->id = 2;
  g_assert_true (desk_config_table_insert (fixture->db, config, NULL));
  g_assert_true (desk_config_table_get_newest (fixture->db, &newest, NULL));
  g_assert_cmpint (newest, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/ledger/round-trip", test_round_trip);
  store_test_add ("/store/ledger/pages", test_pages);
  for (i = 0; i < G_N_ELEMENTS (tamper_cases); i++)
    g_test_add (tamper_cases[i].path, StoreFixture, &tamper_cases[i], store_fixture_set_up,
                test_tampered, store_fixture_tear_down);
  store_test_add ("/store/ledger/folio", test_folio);
  store_test_add ("/store/ledger/audit", test_audit);
  store_test_add ("/store/ledger/chain", test_chain);
  store_test_add ("/store/ledger/seal", test_seal);
  store_test_add ("/store/ledger/keys-and-changes", test_keys_and_changes);
  store_test_add ("/store/ledger/config", test_config);

  return g_test_run ();
}
