/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-adjustment-table.h"
#include "desk-audit-table.h"
#include "desk-change-table.h"
#include "desk-folio-table.h"
#include "desk-guest-history.h"
#include "desk-guest-search.h"
#include "desk-guest-table.h"
#include "desk-invoice-table.h"
#include "desk-lean-table.h"
#include "desk-posting-table.h"
#include "desk-room-night-table.h"
#include "desk-room-table.h"
#include "desk-stay-night-table.h"
#include "desk-stay-summary.h"
#include "desk-store-fixture.h"

/*
 * A search that reads a whole table is quick in every test and slow in the
 * tenth year. So each query is caught on its way to the engine, and the engine
 * is asked how it would go about it.
 */

static gboolean
on_prepare_cb (DeskDbPoint   point,
               const char   *sql,
               gpointer      user_data,
               GError      **error)
{
  GHashTable *queries = user_data;

  if (point == DESK_DB_POINT_PREPARE)
    g_hash_table_add (queries, g_strdup (sql));
  return TRUE;
}

#define CHECK(array) G_STMT_START { \
    g_autoptr (GPtrArray) list = (array); \
    g_assert_nonnull (list); \
  } G_STMT_END

static void
ask_lists (DeskDb *db)
{
  CHECK (desk_stay_summary_list (db, DESK_STAY_LIST_ARRIVALS, 1, NULL));
  CHECK (desk_stay_summary_list (db, DESK_STAY_LIST_IN_HOUSE, 1, NULL));
  CHECK (desk_stay_summary_list (db, DESK_STAY_LIST_DEPARTURES, 1, NULL));
  CHECK (desk_stay_summary_list_guest (db, 1, 1, 20, NULL));
  CHECK (desk_stay_summary_list_room (db, "218", 1, NULL));
  CHECK (desk_stay_summary_list_in_room (db, "218", 1, NULL));
  CHECK (desk_stay_summary_list_reference (db, "ab", 1, 20, NULL));
  CHECK (desk_invoice_table_list_folio (db, 1, NULL));
  CHECK (desk_stay_table_list_occupancy (db, 1, NULL));
  CHECK (desk_stay_table_list_persons (db, 1, NULL));
  CHECK (desk_stay_table_list_references (db, 1, NULL));
  CHECK (desk_stay_night_table_list (db, 1, NULL));
  CHECK (desk_folio_table_list_windows (db, 1, NULL));
  CHECK (desk_folio_table_list_used (db, 0, 20, NULL));
  CHECK (desk_posting_table_load_folio (db, 1, NULL));
  CHECK (desk_posting_table_load_date (db, 1, 1, NULL));
  CHECK (desk_posting_table_sum_by_tax (db, 1, NULL));
  CHECK (desk_posting_table_sum_answers (db, 1, 2, NULL));
  CHECK (desk_audit_table_list_stay (db, 1, NULL));
  CHECK (desk_change_table_list_since (db, 0, 20, NULL));
}

/* A common word takes another way than a rare one; of 200 guests "ee" is common. */
static void
ask_names (DeskDb *db)
{
  static const char *const one[] = { "ee", NULL };
  static const char *const three[] = { "ee", "va", "x", NULL };
  static const char *const common[] = { "common", "guest", NULL };
  const char *const *const words[] = { one, three, common, common + 1 };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (DeskStayHit));
  DeskGuestRecord like = { .search_name = (char *) "x", .phone_key = (char *) "1" };
  g_autoptr (GPtrArray) records = NULL;
  gboolean more;
  gint64 id;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const DeskGuestSearch search = { db, words[i], 1, 20 };

      g_assert_true (desk_guest_search_names (&search, hits, &more, NULL));
      g_assert_true (desk_guest_search_phone (&search, "3584012345678", hits, NULL));
      g_assert_true (desk_guest_search_number (&search, "ab", hits, NULL));
      g_assert_true (desk_guest_search_mail (&search, "ee", hits, NULL));
    }
  CHECK (desk_guest_search_list_present (db, 1, NULL));
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_present_record_free);
  g_assert_true (desk_guest_search_get_stay (db, 1, 1, records, NULL));
  CHECK (desk_guest_history_list_given (db, 1, 20, NULL));
  g_assert_true (desk_guest_history_sum_stay (db, 1, &id, NULL));
  g_assert_true (desk_guest_table_find_same (db, &like, &id, NULL));
}

static void
add_common_guests (DeskDb *db)
{
  gint64 i;

  for (i = 0; i < 200; i++)
    {
      const DeskGuestRecord guest = {
        .id = 1000 + i, .version = 1, .created_at = 1, .lang = (char *) "en",
        .name = (char *) "Guest Common", .search_name = (char *) "guest common",
      };

      g_assert_true (desk_guest_table_insert (db, &guest, NULL));
    }
}

/* What the audit reads, of whole days. */
static void
ask_audit (DeskDb *db)
{
  DeskPostingRun run;
  DeskDate day;
  gint64 gap;

  CHECK (desk_adjustment_table_list_lines (db, 1, 2, NULL));
  CHECK (desk_adjustment_table_list_givings (db, 1, 2, NULL));
  CHECK (desk_adjustment_table_list_refunds (db, 1, 2, NULL));
  CHECK (desk_adjustment_table_list_changes (db, 1, 2, NULL));
  CHECK (desk_adjustment_table_list_undos (db, 1, 2, NULL));
  CHECK (desk_adjustment_table_count_shifts (db, 1, 2, NULL));
  g_assert_true (desk_adjustment_table_find_first_day (db, &day, NULL));
  g_assert_true (desk_adjustment_table_count_entries (db, 1, 2, &run, NULL));
  g_assert_true (desk_adjustment_table_find_gap (db, 1, 2, &gap, NULL));
}

static void
ask_pages (DeskDb *db)
{
  GPtrArray *page = NULL;
  GArray *ids = NULL;

  g_assert_true (desk_stay_table_page (db, 0, 20, &page, NULL));
  g_clear_pointer (&page, g_ptr_array_unref);
  g_assert_true (desk_stay_table_page_in_house (db, 0, 20, &ids, NULL));
  g_clear_pointer (&ids, g_array_unref);
  g_assert_true (desk_audit_table_page (db, 0, 20, &page, NULL));
  g_clear_pointer (&page, g_ptr_array_unref);
  g_assert_true (desk_invoice_table_page (db, 0, 20, &page, NULL));
  g_clear_pointer (&page, g_ptr_array_unref);
}

/* What the night reads, of many stays at once. */
static void
ask_in_house (DeskDb *db)
{
  g_autoptr (GArray) children = desk_stay_table_list_children (db, 0, 20, NULL);
  DeskFolioStanding standing;

  g_assert_nonnull (children);
  CHECK (desk_stay_table_list_in_house (db, 0, 20, NULL));
  CHECK (desk_stay_night_table_list_in_house (db, 1, 0, 20, NULL));
  CHECK (desk_folio_table_list_in_house (db, 0, 20, NULL));
  CHECK (desk_posting_table_list_date_in_house (db, 1, 0, 20, NULL));
  CHECK (desk_posting_table_sum_taxes_in_house (db, 0, 20, NULL));
  CHECK (desk_posting_table_load_run (db, 1, 20, NULL));
  g_assert_true (desk_stay_night_table_mark_run_posted (db, 1, 0, 20, 0, NULL));
  g_assert_true (desk_folio_table_get_standing (db, 1, &standing, NULL));
}

static void
ask_for_one (DeskDb *db)
{
  g_autoptr (DeskStayRecord) stay = NULL;
  g_autoptr (DeskRoomRecord) room = NULL;
  g_autoptr (DeskFolioRecord) folio = NULL;
  g_autoptr (DeskRoomNightHolder) holder = NULL;
  g_autoptr (DeskInvoiceRecord) invoice = NULL;
  g_autoptr (GArray) lines = desk_invoice_table_list_lines (db, 1, NULL);
  g_autoptr (DeskStaySummary) summary = desk_stay_summary_get (db, 1, 1, NULL);
  DeskAuditHead head;
  gboolean found;
  gint64 posted;
  DeskPostingRun run;
  DeskLean lean;
  gint64 due;

  g_assert_true (desk_stay_table_find (db, "HA-0001H", &stay, NULL));
  g_assert_true (desk_room_table_find (db, "218", &room, NULL));
  g_assert_true (desk_folio_table_find_for_stay (db, 1, &folio, NULL));
  g_assert_true (desk_room_night_table_find_next (db, 1, 1, 0, &holder, NULL));
  g_assert_true (desk_invoice_table_find (db, "INV", 1, &invoice, NULL));
  g_assert_true (desk_lean_table_count (db, 1, 1, &lean, NULL));
  g_assert_nonnull (lines);
  g_assert_true (desk_audit_table_find_head (db, 1, &found, &head, NULL));
  g_assert_true (desk_stay_night_table_count_due (db, 1, &posted, &due, NULL));
  g_assert_true (desk_posting_table_get_newest (db, &due, NULL));
  g_assert_true (desk_posting_table_count_run (db, 1, 2, &run, NULL));
}

/* What may be read from end to end: results of an inner query, never a table. */
static gboolean
is_inner (const char *detail)
{
  return strcmp (detail, "SCAN a") == 0 || strcmp (detail, "SCAN b") == 0 ||
         strcmp (detail, "SCAN hit") == 0 || strstr (detail, "CONSTANT ROW") != NULL ||
         g_str_has_prefix (detail, "SCAN (");
}

static void
assert_indexed (DeskDb     *db,
                const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, question, &error);
  gboolean row = TRUE;

  g_assert_no_error (error);
  while (desk_stmt_step (stmt, &row, &error) && row)
    {
      const char *detail = desk_stmt_get_text (stmt, 3);

      if (g_str_has_prefix (detail, "SCAN ") && !is_inner (detail))
        g_error ("%s\n%s", sql, detail);
    }
  g_assert_no_error (error);
}

static void
test_plans (StoreFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GHashTable) queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer sql;

  store_fixture_sample (fixture);
  add_common_guests (fixture->db);
  desk_db_set_fault (fixture->db, on_prepare_cb, queries);
  ask_lists (fixture->db);
  ask_names (fixture->db);
  ask_audit (fixture->db);
  ask_pages (fixture->db);
  ask_for_one (fixture->db);
  ask_in_house (fixture->db);
  desk_db_set_fault (fixture->db, NULL, NULL);
  g_assert_cmpuint (g_hash_table_size (queries), >, 30);

  g_hash_table_iter_init (&iter, queries);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    assert_indexed (fixture->db, sql);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/plans", test_plans);

  return g_test_run ();
}
