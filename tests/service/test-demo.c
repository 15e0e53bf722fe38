/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "desk-bookings-file.h"
#include "desk-demo.h"
#include "desk-format.h"
#include "desk-move.h"
#include "desk-test-aurora.h"
#include "desk-verify.h"

/* The full demo hotel, built once, against the bookings it was made from. */

#define FILES "/org/deskbell/Deskbell/demo/"
#define ORIGIN (desk_date_from_dmy (6, 9, 2016))
#define ASKED (desk_date_from_dmy (22, 11, 2026))

/* A Tuesday, as the day of the bookings was. */
#define T (desk_date_from_dmy (17, 11, 2026))

static DeskTestHouse *demo;

/* What the files say. */
typedef struct
{
  gint64 stays;
  gint64 nights;
  gint64 tonight;
  gint64 moved;      /* left before today, in another type than they booked */
} Counts;

/* The bill of a stay before anything is put right. */
typedef struct
{
  const char *ref;
  gint64      balance_minor;
  gint64      reduced_minor;     /* VAT at 13.5 % */
  gint64      standard_minor;    /* VAT at 25.5 % */
} Bill;

static const Bill bills[] = {
  { "218", 36000, 3854, 610 }, { "507", 43000, 4972, 0 }, { "412", 22000, 3616, 163 },
  { "404", 12100, 1415, 0 }, { "402", 17250, 1826, 305 }, { "226", 10650, 1243, 0 },
  { "311", 24700, 2843, 0 }, { "610", 41150, 4823, 0 }, { "HO-MMZT4", 0, 1481, 0 },
  { "305", 1450, 42, 224 }, { "HO-EF77C", 0, 3497, 0 }, { "133", 22800, 2664, 568 },
  { "322", 39000, 4496, 0 }, { "716", 43100, 2962, 0 },
};

static void
build (void)
{
  DeskDemo how = { .today = desk_demo_find_day (ASKED) };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (how.today, ==, T);
  demo = desk_test_house_new_empty ();
  demo->now = G_GINT64_CONSTANT (1795000000000000);
  desk_demo_build (demo->path, &how, &demo->context, &error);
  g_assert_no_error (error);
  demo->house = desk_house_open (demo->path, &error);
  g_assert_no_error (error);
  desk_test_house_sign_in_as (demo, "aino", DESK_ROLE_ASSOCIATE);
}

static GBytes *
get_file (const char *name)
{
  g_autofree char *path = g_strconcat (FILES, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
count_bookings (Counts *counts)
{
  g_autoptr (GBytes) bytes = get_file ("bookings.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBookingsFile) file = desk_bookings_file_new_bytes (bytes, "bookings.csv",
                                                                    &error);
  DeskBookingsNext next;
  DeskBookingRow row;
  DeskBookingProblem problem;

  g_assert_no_error (error);
  while ((next = desk_bookings_file_next (file, &row, &problem, &error)) == DESK_BOOKINGS_ROW)
    {
      DeskDate arrival = row.arrival - ORIGIN + T;
      DeskDate departure = arrival + (DeskDate) (row.weekend_nights + row.week_nights);

      counts->stays++;
      counts->nights += departure - arrival;
      counts->tonight += arrival <= T && T < departure;
      counts->moved += departure < T && strcmp (row.reserved_type, row.assigned_type) != 0;
    }
  g_assert_cmpint (next, ==, DESK_BOOKINGS_END);
}

static void
count_told (Counts     *counts,
            const char *name)
{
  g_autoptr (GBytes) bytes = get_file (name);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  JsonArray *stays = json_node_get_array (root);
  guint i;
  guint j;

  g_assert_no_error (error);
  counts->stays += json_array_get_length (stays);
  for (i = 0; i < json_array_get_length (stays); i++)
    {
      JsonObject *stay = json_array_get_object_element (stays, i);
      JsonArray *nights = json_object_get_array_member (stay, "nights");

      counts->nights += json_array_get_length (nights);
      for (j = 0; j < json_array_get_length (nights); j++)
        counts->tonight += strcmp (json_object_get_string_member (
                                     json_array_get_object_element (nights, j), "date"),
                                   "T") == 0;
    }
}

/* The first number a query answers; $1 is today. */
static gint64
ask (const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = desk_date_to_string (T);
  g_autoptr (DeskStmt) stmt = desk_db_prepare (desk_house_get_db (demo->house), sql, &error);
  gboolean row = FALSE;

  g_assert_no_error (error);
  if (strstr (sql, "$1") != NULL)
    desk_stmt_bind_text (stmt, 1, today, &error);
  desk_stmt_step (stmt, &row, &error);
  g_assert_no_error (error);
  g_assert_true (row);
  return desk_stmt_get_int64 (stmt, 0);
}

/* Every booking is there, with its nights, and whoever was moved was moved. */
static void
test_counts (void)
{
  Counts counts = { 0 };

  count_bookings (&counts);
  g_assert_cmpint (counts.stays, ==, 3709);
  g_assert_cmpint (counts.tonight, ==, 226);
  g_assert_cmpint (ask ("SELECT count (DISTINCT e.stay_id) FROM audit_entry e "
                        "JOIN stay s ON s.id = e.stay_id "
                        "WHERE e.verb = 'move' AND s.departure < $1"), ==, counts.moved);
  count_told (&counts, "stays.json");
  count_told (&counts, "stays-audit.json");
  g_assert_cmpint (ask ("SELECT count (*) FROM stay"), ==, counts.stays);
  g_assert_cmpint (ask ("SELECT count (*) FROM stay_night"), ==, counts.nights);
  g_assert_cmpint (ask ("SELECT count (*) FROM stay_night WHERE date = $1"), ==, counts.tonight);
  g_assert_cmpint (ask ("SELECT count (*) FROM room"), ==, 252);
}

/* Nobody is forgotten, and no room is given twice. */
static void
test_nights (void)
{
  g_assert_cmpint (ask ("SELECT count (*) FROM stay_night WHERE date < $1 AND posted = 0"), ==, 0);
  g_assert_cmpint (ask ("SELECT count (*) FROM stay_night WHERE date < $1 AND room_id IS NULL"),
                   ==, 0);
  g_assert_cmpint (ask ("SELECT count (*) FROM (SELECT 1 FROM stay_night "
                        "WHERE room_id IS NOT NULL GROUP BY room_id, date HAVING count (*) > 1)"),
                   ==, 0);
  g_assert_cmpint (ask ("SELECT count (*) FROM stay WHERE departure < $1 "
                        "AND state <> 'departed'"), ==, 0);
  g_assert_cmpint (ask ("SELECT count (*) FROM stay WHERE arrival < $1 AND state = 'booked'"),
                   ==, 0);
  g_assert_cmpint (ask ("SELECT count (*) FROM room r WHERE r.occupied <> EXISTS (SELECT 1 "
                        "FROM room_presence p WHERE p.room_id = r.id AND p.to_at IS NULL)"),
                   ==, 0);
}

static void
test_ledger (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskVerdict) verdict = desk_verify (demo->house, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->why, ==, NULL);
  g_assert_true (verdict->ok);
  g_assert_cmpint (ask ("SELECT sum (amount_minor) FROM posting"), ==,
                   ask ("SELECT sum (balance_minor) FROM folio"));
  g_assert_cmpint (ask ("SELECT count (*) FROM folio f JOIN stay s ON s.id = f.stay_id "
                        "WHERE s.state = 'departed' "
                        "AND (f.balance_minor <> 0 OR f.state <> 'closed')"),
                   ==, 0);
  g_assert_cmpint (ask ("SELECT count (*) FROM posting WHERE kind = 'tax' AND stay_date < $1"),
                   >, 8200);
}

static void
test_bills (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (bills); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 stay = desk_find_one (demo->house, bills[i].ref, &error);

      g_test_message ("%s", bills[i].ref);
      g_assert_no_error (error);
      desk_test_aurora_check_vat (demo, stay, bills[i].balance_minor, bills[i].reduced_minor,
                                  bills[i].standard_minor);
    }
}

/* What the first room is that the desk proposes. */
static void
check_proposal (const char *from,
                const char *feature,
                const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAction) action = NULL;
  g_autoptr (GPtrArray) rooms = NULL;
  const DeskMoveRoom *best;

  action = desk_action_new (DESK_VERB_MOVE, desk_find_one (demo->house, from, &error));
  g_assert_no_error (error);
  action->reason = g_strdup (feature == NULL ? "noise" : "defect");
  if (feature != NULL)
    action->features = g_strsplit (feature, ";", -1);
  desk_move_list_rooms (demo->house, &demo->context, action, &rooms, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rooms->len, >, 0);
  best = g_ptr_array_index (rooms, 0);
  g_assert_cmpstr (best->number, ==, to);
}

/* The full house leaves the scenarios the rooms they need, and no better ones. */
static void
test_rooms (void)
{
  check_proposal ("412", NULL, "415");
  check_proposal ("404", "accessible", "106");
  g_assert_cmpint (ask ("SELECT count (*) FROM room r JOIN room_night n ON n.room_id = r.id "
                        "WHERE n.night = $1 AND r.number IN ('229', '415', '106')"), ==, 0);
}

/* What the night's list is about: gestures just under the limit, and the minibar. */
static void
test_audit (void)
{
  g_assert_cmpint (ask ("SELECT sum (value_minor) FROM giving WHERE made_by = 'miro' "
                        "AND kind = 'goodwill'"), ==, 14500);
  g_assert_cmpint (ask ("SELECT count (*) FROM giving WHERE made_by = 'miro' "
                        "AND kind = 'correction'"), ==, 11);
  g_assert_cmpint (ask ("SELECT sum (value_minor) FROM giving WHERE made_by = 'miro' "
                        "AND kind = 'correction'"), ==, 9650);
  g_assert_cmpint (ask ("SELECT count (DISTINCT stay_id) FROM giving WHERE reason = 'nolift'"),
                   ==, 6);
  g_assert_cmpint (ask ("SELECT sum (value_minor) FROM giving WHERE reason = 'match'"), ==, 8000);
  g_assert_cmpint (ask ("SELECT sum (value_minor) FROM giving WHERE made_by = 'kaarina'"), ==,
                   1500);
}

/* Where the name of a tax says its rate, it does as each language writes it. */
static void
test_words (void)
{
  const char *const *langs = desk_catalog_list_languages ();
  const GPtrArray *taxes = desk_house_get_property (demo->house)->taxes;
  guint n_rates = 0;
  guint i;
  guint k;

  for (i = 0; i < taxes->len; i++)
    for (k = 0; langs[k] != NULL; k++)
      {
        const DeskTax *tax = g_ptr_array_index (taxes, i);
        const char *words = desk_words_get (&tax->words, langs[k], tax->name);
        g_autofree char *rate = desk_format_percent (desk_catalog_get (langs[k]), tax->rate_text);

        if (strchr (words, '%') == NULL)
          continue;
        g_assert_true (g_str_has_suffix (words, rate));
        n_rates++;
      }
  g_assert_cmpuint (n_rates, ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  build ();
  g_test_add_func ("/demo/words", test_words);
  g_test_add_func ("/demo/counts", test_counts);
  g_test_add_func ("/demo/nights", test_nights);
  g_test_add_func ("/demo/ledger", test_ledger);
  g_test_add_func ("/demo/bills", test_bills);
  g_test_add_func ("/demo/rooms", test_rooms);
  g_test_add_func ("/demo/audit", test_audit);
  status = g_test_run ();
  desk_test_house_free (demo);
  return status;
}
