/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-store-fixture.h"

/* What the database itself refuses, whatever the code above it does. */

typedef struct
{
  const char *name;
  const char *sql;
  const char *says;    /* NULL: it is allowed */
  int         code;
} TriggerCase;

#define ANOTHER_LINE(folio, line, quantity, date) \
  "INSERT INTO posting (id, folio_id, line, window_no, kind, config, code, business_date, " \
  "quantity, unit_minor, amount_minor, made_by, desk, posted_at, hash, steps) " \
  "VALUES (9, " folio ", " \
  line ", 1, 'charge', 1, 'BEER', '" date "', " quantity ", 750, 1500, 'mk', 'desk-1', 1, " \
  "randomblob (32), '[]')"

#define REFUSED(name, sql, says) { "/store/trigger/" name, sql, says, DESK_ERROR_REFUSED }
#define INVALID(name, sql) { "/store/trigger/" name, sql, "constraint", DESK_ERROR_INVALID }
#define EXISTS(name, sql) { "/store/trigger/" name, sql, "constraint", DESK_ERROR_EXISTS }
#define ORPHAN(name, sql) { "/store/trigger/" name, sql, "FOREIGN KEY", DESK_ERROR_STORAGE }
#define ALLOWED(name, sql) { "/store/trigger/" name, sql, NULL, 0 }

static const TriggerCase cases[] = {
  REFUSED ("posting/update", "UPDATE posting SET amount_minor = 1", "never changed"),
  REFUSED ("posting/delete", "DELETE FROM posting", "never deleted"),
  REFUSED ("posting/replace", "INSERT OR REPLACE INTO posting SELECT * FROM posting",
           "without a gap"),
  REFUSED ("posting/closed", ANOTHER_LINE ("2", "1", "2", "2026-09-04"), "closed"),
  REFUSED ("posting/gap", ANOTHER_LINE ("1", "3", "2", "2026-09-04"), "without a gap"),
  REFUSED ("posting/product", ANOTHER_LINE ("1", "2", "3", "2026-09-04"), "is not the amount"),
  REFUSED ("posting/other-day", ANOTHER_LINE ("1", "2", "2", "2026-09-03"), "open business date"),
  ALLOWED ("posting/next", ANOTHER_LINE ("1", "2", "2", "2026-09-04")),
  ORPHAN ("posting/no-folio", ANOTHER_LINE ("77", "1", "2", "2026-09-04")),
  REFUSED ("step/update", "UPDATE posting SET steps = '[]'", "never changed"),
  REFUSED ("folio/ahead", "UPDATE folio SET last_line = 2 WHERE id = 1", "last line"),
  REFUSED ("folio/head", "UPDATE folio SET head = zeroblob (32) WHERE id = 1", "last line"),
  REFUSED ("folio/delete", "DELETE FROM folio WHERE id = 2", "never deleted"),
  REFUSED ("folio/open-again", "UPDATE folio SET state = 'closed'; UPDATE folio SET state = 'open' "
           "WHERE id = 1", "never opened again"),
  REFUSED ("config/update", "UPDATE config SET text = ''", "never changed"),
  REFUSED ("config/delete", "DELETE FROM config", "never deleted"),
  REFUSED ("note/change", "UPDATE note SET text = 'four'", "only erased"),
  REFUSED ("note/delete", "DELETE FROM note", "only erased"),
  REFUSED ("note/erase-twice", "UPDATE note SET salt = NULL, text = NULL, erased_at = 1; "
           "UPDATE note SET erased_at = 2", "only erased"),
  ALLOWED ("note/erase", "UPDATE note SET salt = NULL, text = NULL, erased_at = 1"),
  INVALID ("note/half-erased", "UPDATE note SET text = NULL, erased_at = 1"),
  REFUSED ("day/back", "UPDATE property_state SET business_date = '2026-09-03'", "never goes back"),
  REFUSED ("promise/update", "UPDATE promise SET total_minor = 1", "never changed"),
  REFUSED ("promise/delete", "DELETE FROM promise", "never deleted"),
  REFUSED ("promise/night", "UPDATE promise_night SET price_minor = 1", "never changed"),
  REFUSED ("promise/night-gone", "DELETE FROM promise_night", "never deleted"),
  REFUSED ("night/again", "UPDATE stay_night SET posted = 0", "been posted"),
  REFUSED ("night/price", "UPDATE stay_night SET price_minor = 1", "been posted"),
  REFUSED ("night/gone", "DELETE FROM stay_night", "been posted"),
  ALLOWED ("night/room", "UPDATE stay_night SET room_id = NULL"),
  REFUSED ("invoice/update", "UPDATE invoice SET buyer_name = 'x'", "never changed"),
  REFUSED ("invoice/delete", "DELETE FROM invoice", "never deleted"),
  REFUSED ("invoice/line", "UPDATE invoice_line SET invoice_id = 1", "never changed"),
  REFUSED ("invoice/line-gone", "DELETE FROM invoice_line", "never changed"),
  REFUSED ("invoice/gap", "INSERT INTO invoice SELECT 2, series, 3, kind, folio_id, window_no, "
           "answers_id, business_date, issued_at, issued_by, config, lang, buyer_name, "
           "buyer_address, buyer_tax_number, reference, total_minor, content, digest FROM invoice",
           "no gap"),
  REFUSED ("series/jump", "UPDATE invoice_series SET last_number = 5", "go forward"),
  REFUSED ("series/back", "UPDATE invoice_series SET last_number = 2, last_date = '2026-09-03'",
           "go forward"),
  REFUSED ("series/delete", "DELETE FROM invoice_series", "never deleted"),
  REFUSED ("document/update", "UPDATE document SET kind = 'x'", "never changed"),
  REFUSED ("document/delete", "DELETE FROM document", "never deleted"),
  REFUSED ("voucher/update", "UPDATE voucher SET stay_id = 1", "never changed"),
  EXISTS ("voucher/twice", "INSERT INTO voucher SELECT 2, account_id, number, stay_id, for_date, "
          "persons, amount_minor, taken_at, taken_by FROM voucher"),
  REFUSED ("audit/update", "UPDATE audit_entry SET detail = ''", "never changed"),
  REFUSED ("audit/delete", "DELETE FROM audit_entry", "never deleted"),
  REFUSED ("audit/head", "UPDATE audit_head SET line = 0", "never changed"),
  REFUSED ("audit/head-gone", "DELETE FROM audit_head", "never deleted"),
  REFUSED ("chain/back", "UPDATE chain_head SET seq = 0", "only grows"),
  REFUSED ("chain/delete", "DELETE FROM chain_head", "only grows"),
  REFUSED ("seal/update", "UPDATE seal SET totals = 'x'", "never changed"),
  REFUSED ("seal/delete", "DELETE FROM seal", "never deleted"),
  REFUSED ("key/update", "UPDATE action_key SET digest = 'x'", "done once"),
  EXISTS ("key/twice", "INSERT INTO action_key SELECT * FROM action_key"),
  REFUSED ("case/step", "UPDATE case_step SET kind = 'x'", "never changed"),
  REFUSED ("case/step-gone", "DELETE FROM case_step", "never deleted"),
  REFUSED ("giving/update", "UPDATE giving SET value_minor = 0", "never changed"),
  REFUSED ("giving/delete", "DELETE FROM giving", "never deleted"),
  REFUSED ("disposition/update", "UPDATE disposition SET verdict = 'ask'", "never changed"),
  REFUSED ("disposition/delete", "DELETE FROM disposition", "never deleted"),
  REFUSED ("disposition/own", "INSERT INTO disposition (subject_id, n, verdict, role, made_at, "
           "made_by, entry_id) VALUES (1, 2, 'accept', 'supervisor', 1, 'mk', 1)", "their own"),
  REFUSED ("disposition/answer", "INSERT INTO disposition (subject_id, n, verdict, role, made_at, "
           "made_by, entry_id) VALUES (1, 2, 'answer', 'supervisor', 1, 'na', 1)", "their own"),
  INVALID ("disposition/no-time", "INSERT INTO disposition (subject_id, n, verdict, role, "
           "made_at, made_by, entry_id) VALUES (1, 2, 'ask', 'supervisor', 1, 'na', 1)"),
  REFUSED ("approval/again", "UPDATE approval SET used_entry = NULL", "used once"),
  INVALID ("approval/own", "INSERT INTO approval (id, plan_digest, config, channel, asked_by, "
           "asked_at, allowed_by, expires_at, version) "
           "VALUES (2, 'cd', 1, 'desk', 'mk', 1, 'mk', 2, 1)"),
  EXISTS ("room-night/two", "INSERT INTO room_night VALUES (1, '2026-09-04', 1, NULL)"),
  INVALID ("room-night/both", "INSERT INTO room_night VALUES (1, '2026-11-01', 1, 1)"),
  INVALID ("room-night/none", "INSERT INTO room_night VALUES (1, '2026-11-01', NULL, NULL)"),
  INVALID ("stay/backwards", "UPDATE stay SET departure = '2026-09-01'"),
  INVALID ("strict/type", "UPDATE room SET version = 'three'"),
};

static void
test_case (StoreFixture  *fixture,
           gconstpointer  data)
{
  const TriggerCase *c = data;
  g_autoptr (GError) error = NULL;

  store_fixture_sample (fixture);
  if (c->says == NULL)
    {
      desk_db_exec (fixture->db, c->sql, &error);
      g_assert_no_error (error);
      return;
    }

  g_assert_false (desk_db_exec (fixture->db, c->sql, &error));
  g_assert_error (error, DESK_ERROR, c->code);
  if (strstr (error->message, c->says) == NULL && c->code == DESK_ERROR_REFUSED)
    g_error ("%s: %s", c->name, error->message);
}

/* Each table that must not change is known to some case above by its triggers' number. */
static void
test_number (StoreFixture  *fixture,
             gconstpointer  unused)
{
  guint n_refused = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    n_refused += cases[i].code == DESK_ERROR_REFUSED && cases[i].says != NULL;

  g_assert_cmpint (store_query_int64 (fixture->db, "SELECT count (*) FROM sqlite_schema "
                                      "WHERE type = 'trigger'"), <=, n_refused);
}

int
main (int    argc,
      char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, StoreFixture, &cases[i], store_fixture_set_up, test_case,
                store_fixture_tear_down);
  store_test_add ("/store/trigger/number", test_number);

  return g_test_run ();
}
