/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-books.h"


/*
 * The rules are written a second time here, in the database's words and not with
 * the program's functions. Each query counts what breaks its rule.
 */

/* The limits of desk-test-hotel.c: role, kind, amount. A role that is not named
 * may any amount. */
#define LIMITS                                                                            \
  "WITH limits (role, kind, most) AS (VALUES "                                            \
  "('associate', 'correction', 10000), ('night-auditor', 'correction', 10000), "          \
  "('supervisor', 'correction', 50000), "                                                 \
  "('associate', 'allowance', 3000), ('night-auditor', 'allowance', 3000), "              \
  "('supervisor', 'allowance', 20000), ('manager', 'allowance', 200000), "                \
  "('associate', 'goodwill', 5000), ('night-auditor', 'goodwill', 5000), "                \
  "('supervisor', 'goodwill', 15000), ('manager', 'goodwill', 100000), "                  \
  "('associate', 'goodwill-stay', 7500), ('night-auditor', 'goodwill-stay', 7500), "      \
  "('supervisor', 'goodwill-stay', 30000), "                                              \
  "('associate', 'goodwill-shift', 15000), ('night-auditor', 'goodwill-shift', 15000), "  \
  "('supervisor', 'goodwill-shift', 60000), "                                             \
  "('associate', 'goodwill-guest', 10000), ('night-auditor', 'goodwill-guest', 10000), "  \
  "('supervisor', 'goodwill-guest', 40000), "                                             \
  "('associate', 'rate', 4000), ('night-auditor', 'rate', 4000), "                        \
  "('supervisor', 'rate', 20000), "                                                       \
  "('associate', 'upgrade', 10000), ('night-auditor', 'upgrade', 10000), "                \
  "('supervisor', 'upgrade', 10000)) "

/* What had been given together with @g when something was given that passed the limit
 * of its role. An entry that takes back more than it gives passes none. */
#define BEYOND(kind, limit, together)                                                     \
  LIMITS "SELECT count(*) FROM giving AS g JOIN limits ON limits.role = g.role "          \
  "AND limits.kind = '" limit "' WHERE g.kind = '" kind "' "                              \
  "AND (SELECT sum (h.value_minor) FROM giving AS h "                                     \
  "WHERE h.kind = g.kind AND h.entry_id = g.entry_id) > 0 "                               \
  "AND (SELECT sum (h.value_minor) FROM giving AS h "                                     \
  "WHERE h.kind = g.kind AND h.entry_id <= g.entry_id AND " together ") > limits.most"

/* The same of what guests pay more since lines were put right. */
#define RAISED_BEYOND(kind, limit)                                                        \
  LIMITS "SELECT count(*) FROM giving AS g JOIN limits ON limits.role = g.role "          \
  "AND limits.kind = '" limit "' WHERE g.kind = '" kind "' AND "                          \
  "(SELECT sum (h.value_minor) FROM giving AS h "                                         \
  "WHERE h.kind = g.kind AND h.entry_id = g.entry_id) < 0 "                               \
  "AND (SELECT -sum (h.value_minor) FROM giving AS h WHERE h.kind = g.kind AND "          \
  "h.entry_id <= g.entry_id AND " ON_STAY " AND " BY_PERSON ") > limits.most"

#define BY_PERSON "h.made_by = g.made_by AND h.shift = g.shift"

/* The lines that were posted with an entry: those between the head it vouches for and the
 * one before. */
/* An undone check-in gives back the deposit that it had applied: nothing falls by that. */
#define LINES_OF(head)                                                                    \
  "(SELECT coalesce (sum (p.amount_minor), 0) FROM posting AS p WHERE p.folio_id = "      \
  head ".folio_id AND p.code <> 'DEPOSIT' AND "                                           \
  "p.line <= " head ".line AND p.line > (SELECT coalesce ("                               \
  "max (b.line), 0) FROM audit_head AS b WHERE b.folio_id = " head ".folio_id AND "       \
  "b.entry_id < " head ".entry_id))"

/* What cash went back by then beyond what came in cash, and by whom. */
#define CASH_BEYOND(role, most)                                                           \
  "SELECT count(*) FROM audit_head AS h JOIN audit_entry AS e ON e.id = h.entry_id "      \
  "JOIN folio AS f ON f.id = h.folio_id WHERE e.role IN (" role ") AND "                  \
  "(SELECT count(*) FROM posting AS p WHERE p.folio_id = h.folio_id AND p.code = 'CASH' " \
  "AND p.kind = 'payment' AND p.amount_minor > 0 AND p.posted_at = e.made_at) > 0 AND "   \
  "(SELECT sum (p.amount_minor) FROM posting AS p WHERE p.folio_id = h.folio_id AND "     \
  "p.code = 'CASH' AND p.line <= h.line) - (SELECT coalesce (sum (d.amount_minor), 0) "   \
  "FROM deposit AS d WHERE d.stay_id = f.stay_id AND d.tender = 'CASH') > " most
#define ON_STAY "h.stay_id = g.stay_id"

typedef struct
{
  const char *rule;
  const char *sql;
} Rule;

static const Rule rules[] = {
  { "a folio's balance is the sum of its lines",
    "SELECT count(*) FROM folio WHERE balance_minor <> coalesce ("
    "(SELECT sum (amount_minor) FROM posting WHERE folio_id = folio.id), 0)" },
  { "a folio's balance is the sum of its windows",
    "SELECT count(*) FROM folio WHERE balance_minor <> coalesce ("
    "(SELECT sum (balance_minor) FROM folio_window WHERE folio_id = folio.id), 0)" },
  { "a window's balance is the sum of its lines",
    "SELECT count(*) FROM folio_window AS w WHERE balance_minor <> coalesce ("
    "(SELECT sum (amount_minor) FROM posting WHERE folio_id = w.folio_id AND "
    "window_no = w.number), 0)" },
  { "a folio has as many lines as it says",
    "SELECT count(*) FROM folio WHERE last_line <> "
    "(SELECT count(*) FROM posting WHERE folio_id = folio.id)" },
  { "an entry vouches for each folio's last line",
    "SELECT count(*) FROM folio WHERE last_line <> coalesce ("
    "(SELECT max (line) FROM audit_head WHERE folio_id = folio.id), 0)" },
  { "each line stands in one entry",
    "SELECT (SELECT count(*) FROM posting) <> (SELECT coalesce (sum ("
    "(length (detail) - length (replace (char (10) || detail, char (10) || 'line ', '')) + 1) "
    "/ 6), 0) FROM audit_entry)" },
  { "no more is taken off a line than stood there",
    "SELECT count(*) FROM posting AS p WHERE answers IS NULL AND kind IN ('charge', 'tax') AND "
    "amount_minor > 0 AND amount_minor + coalesce ((SELECT sum (amount_minor) FROM posting AS a "
    "WHERE a.folio_id = p.folio_id AND a.answers = p.line), 0) < 0" },
  { "a room-night of a stay is its party's",
    "SELECT count(*) FROM stay_night AS n JOIN stay ON stay.id = n.stay_id "
    "JOIN property_state WHERE stay.state IN ('booked', 'in-house') AND "
    "n.date >= property_state.business_date AND n.room_id IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM room_night AS r WHERE r.room_id = n.room_id AND r.night = n.date AND "
    "r.occupancy_id = stay.occupancy_id)" },
  { "no two parties share a room-night",
    "SELECT count(*) FROM stay_night AS n JOIN stay ON stay.id = n.stay_id "
    "JOIN stay_night AS m ON m.room_id = n.room_id AND m.date = n.date "
    "JOIN stay AS other ON other.id = m.stay_id JOIN property_state "
    "WHERE n.date >= property_state.business_date AND other.occupancy_id <> stay.occupancy_id "
    "AND stay.state IN ('booked', 'in-house') AND other.state IN ('booked', 'in-house')" },
  { "no party loses its room",
    "SELECT count(*) FROM stay_night AS n JOIN stay ON stay.id = n.stay_id JOIN property_state "
    "WHERE stay.state IN ('booked', 'in-house') AND n.date >= property_state.business_date "
    "AND n.room_id IS NULL" },
  { "each party in house is in one room",
    "SELECT (SELECT count (DISTINCT occupancy_id) FROM stay WHERE state = 'in-house') <> "
    "(SELECT count(*) FROM room WHERE occupied = 1)" },
  { "what a guest leaves is paid",
    "SELECT count(*) FROM stay JOIN folio ON folio.stay_id = stay.id "
    "WHERE stay.state = 'departed' AND folio.balance_minor <> 0" },
  { "invoices are numbered without a gap",
    "SELECT count(*) FROM invoice AS i WHERE number > (SELECT min (number) FROM invoice AS f "
    "WHERE f.series = i.series) AND NOT EXISTS (SELECT 1 FROM invoice AS b "
    "WHERE b.series = i.series AND b.number = i.number - 1)" },
  { "days are closed one after the other",
    "SELECT count(*) FROM seal AS s JOIN property_state WHERE "
    "date (s.business_date, '+1 day') <> property_state.business_date AND NOT EXISTS "
    "(SELECT 1 FROM seal AS n WHERE n.business_date = date (s.business_date, '+1 day'))" },
  { "no gesture is beyond the limit",
    BEYOND ("goodwill", "goodwill", "h.entry_id = g.entry_id") },
  { "corrections are within the limit",
    BEYOND ("correction", "correction", ON_STAY " AND " BY_PERSON) },
  { "allowances are within the limit",
    BEYOND ("allowance", "allowance", ON_STAY " AND " BY_PERSON) },
  { "a stay is not given more than the limit", BEYOND ("goodwill", "goodwill-stay", ON_STAY) },
  { "a shift does not give more than the limit",
    BEYOND ("goodwill", "goodwill-shift", BY_PERSON) },
  { "a guest is not given more than the limit",
    BEYOND ("goodwill", "goodwill-guest", "h.guest_id = g.guest_id AND h.business_date >= "
                                          "date (g.business_date, '-30 days')") },
  { "what guests pay more is within the limit", RAISED_BEYOND ("raise", "correction") },
  { "so it is after the close", RAISED_BEYOND ("late-raise", "allowance") },
  { "what a bill falls by is on record as given, and nothing else is",
    "SELECT count(*) FROM audit_head AS h JOIN audit_entry AS e ON e.id = h.entry_id WHERE "
    "e.verb IN ('fix', 'off', 'undo', 'move') AND " LINES_OF ("h") " <> -coalesce ((SELECT "
    "sum (value_minor) FROM giving AS g WHERE g.entry_id = e.id AND g.kind IN ('correction', "
    "'allowance', 'goodwill', 'raise', 'late-raise')), 0)" },
  { "a shift does not end with the day, nor before one has slept",
    "SELECT count(*) FROM giving AS g JOIN giving AS h ON h.id = (SELECT max (b.id) FROM giving "
    "AS b WHERE b.made_by = g.made_by AND b.id < g.id) WHERE g.made_at - h.made_at < 39600000000 "
    "AND g.shift <> h.shift" },
  { "no deposit is applied that was not received",
    "SELECT count(*) FROM folio AS f WHERE (SELECT coalesce (-sum (amount_minor), 0) FROM posting "
    "AS p WHERE p.folio_id = f.id AND p.code = 'DEPOSIT') > (SELECT coalesce (sum (amount_minor), "
    "0) FROM deposit AS d WHERE d.stay_id = f.stay_id)" },
  { "no card gets back more than it paid",
    "SELECT count(*) FROM folio AS f WHERE (SELECT coalesce (sum (amount_minor), 0) FROM posting "
    "AS p WHERE p.folio_id = f.id AND p.code = 'CARD') > (SELECT coalesce (sum (amount_minor), 0) "
    "FROM deposit AS d WHERE d.stay_id = f.stay_id AND d.tender = 'CARD')" },
  { "an associate gives no cash that was not paid in cash",
    CASH_BEYOND ("'cashier', 'associate', 'night-auditor'", "5") },
  { "a supervisor gives little of it", CASH_BEYOND ("'supervisor'", "20005") },
  { "upgrades are by a type at most",
    "SELECT count(*) FROM giving AS g JOIN stay_night AS n ON n.stay_id = g.stay_id AND n.date = "
    "g.for_date WHERE g.kind = 'upgrade' AND g.value_minor > 0 AND g.role IN ('associate', "
    "'night-auditor') AND g.code = 'DLX' AND n.room_type = 'STD'" },
  { "prices are lowered within the limit", BEYOND ("rate", "rate", ON_STAY) },
  { "upgrades are within the limit", BEYOND ("upgrade", "upgrade", ON_STAY) },
  { "nobody gives who may not",
    "SELECT count(*) FROM giving WHERE role IN ('administrator', 'cashier', 'none')" },
};

/**
 * desk_test_query:
 * @sql: a query of one number
 *
 * Returns: the number
 */
gint64
desk_test_query (DeskHouse  *house,
                 const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (desk_house_get_db (house), sql, &error);
  gboolean row = FALSE;

  g_assert_no_error (error);
  desk_stmt_step (stmt, &row, &error);
  g_assert_no_error (error);
  g_assert_true (row);
  return desk_stmt_get_int64 (stmt, 0);
}

/**
 * desk_test_assert_books:
 *
 * Ends the test where a rule of the house is broken.
 */
void
desk_test_assert_books (DeskHouse *house)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gint64 n_broken = desk_test_query (house, rules[i].sql);

      if (n_broken != 0)
        g_error ("%s: not so, %" G_GINT64_FORMAT " times", rules[i].rule, n_broken);
    }
}

/**
 * desk_test_dup_fingerprint:
 *
 * Returns: (transfer full): a text that is another one when anything was changed
 */
char *
desk_test_dup_fingerprint (DeskHouse *house)
{
  static const char *const parts[] = {
    "SELECT coalesce (sum (value), 0) FROM counter",
    "SELECT coalesce (max (seq), 0) FROM change",
    "SELECT count(*) FROM audit_entry",
    "SELECT count(*) FROM posting",
    "SELECT count(*) FROM posting_step",
    "SELECT count(*) FROM action_key",
    "SELECT count(*) FROM giving",
    "SELECT count(*) FROM note",
    "SELECT count(*) FROM invoice",
    "SELECT count(*) FROM case_file",
    "SELECT count(*) FROM request",
    "SELECT count(*) FROM room_presence",
    "SELECT coalesce (sum (version), 0) FROM stay",
    "SELECT coalesce (sum (version), 0) FROM folio",
    "SELECT coalesce (sum (version), 0) FROM room",
    "SELECT coalesce (sum (version), 0) FROM stay_night",
    "SELECT coalesce (sum (balance_minor * number), 0) FROM folio_window",
    "SELECT coalesce (sum (room_id * occupancy_id), 0) FROM room_night",
    "SELECT coalesce (sum (room_id + 3 * coalesce (price_minor, 7)), 0) FROM stay_night",
    "SELECT sum (occupied * id) FROM room",
  };
  GString *print = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (print, " %" G_GINT64_FORMAT, desk_test_query (house, parts[i]));
  return g_string_free (print, FALSE);
}
