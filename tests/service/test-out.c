/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk-close-day.h"
#include "desk-error.h"
#include "desk-invoice-table.h"
#include "desk-room-table.h"
#include "desk-test-aurora.h"

/* Checking out: settled, invoiced without a gap, the room free; all of it or nothing. */

#define FIRST (desk_date_from_dmy (26, 2, 2024))

static gint64
find (DeskTestHouse *test,
      const char    *reference)
{
  g_autoptr (GError) error = NULL;
  gint64 id = desk_find_one (test->house, reference, &error);

  g_assert_no_error (error);
  return id;
}

/* Robin Example is in house; @days days are closed. */
static DeskTestHouse *
house_after (guint days)
{
  DeskTestHouse *test = desk_test_house_new ();
  g_autoptr (DeskAction) action = NULL;
  guint i;

  desk_test_house_import (test, desk_test_stays ());
  action = desk_action_new (DESK_VERB_CHECK_IN, find (test, "AM-0226A"));
  desk_test_aurora_do (test, action);
  for (i = 0; i < days; i++)
    desk_test_aurora_close (test);
  return test;
}

static DeskAction *
new_out (gint64      stay_id,
         const char *tender)
{
  DeskAction *action = desk_action_new (DESK_VERB_OUT, stay_id);

  action->code = g_strdup (tender);
  action->now = TRUE;
  return action;
}

static void
check_out (DeskTestHouse *test,
           gint64         stay_id,
           const char    *tender)
{
  g_autoptr (DeskAction) action = new_out (stay_id, tender);

  desk_test_aurora_do (test, action);
}

static DeskInvoiceRecord *
get_invoice (DeskTestHouse *test,
             gint64         number)
{
  g_autoptr (GError) error = NULL;
  DeskInvoiceRecord *invoice = NULL;

  desk_invoice_table_find (desk_house_get_db (test->house), "INV", number, &invoice, &error);
  g_assert_no_error (error);
  g_assert_nonnull (invoice);
  return invoice;
}

static void
assert_says (const DeskInvoiceRecord *invoice,
             const char              *part)
{
  if (strstr (invoice->content, part) == NULL)
    g_error ("\"%s\" is not in %s", part, invoice->content);
}

/* The invoice of a real hotel in Amsterdam, as issued. */
static void
test_amsterdam (void)
{
  static const char stays[] =
    "[{\"confirmation\": \"AM-0226B\", \"guest\": {\"name\": \"Sam Example\", \"lang\": \"fi\"},"
    " \"adults\": 1, \"children_ages\": [], \"arrival\": \"2024-02-26\","
    " \"departure\": \"2024-03-02\", \"rate_plan\": \"BB\", \"collects\": \"hotel\","
    " \"rate_shown\": true, \"references\": [], \"nights\": ["
    "{\"date\": \"2024-02-26\", \"room\": \"501\", \"room_type\": \"SUP\", \"price\": \"99.00\"},"
    "{\"date\": \"2024-02-27\", \"room\": \"501\", \"room_type\": \"SUP\", \"price\": \"109.00\"},"
    "{\"date\": \"2024-02-28\", \"room\": \"501\", \"room_type\": \"SUP\", \"price\": \"149.00\"},"
    "{\"date\": \"2024-02-29\", \"room\": \"501\", \"room_type\": \"SUP\", \"price\": \"169.00\"},"
    "{\"date\": \"2024-03-01\", \"room\": \"501\", \"room_type\": \"SUP\", \"price\": \"189.00\"}"
    "]}]";
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskInvoiceRecord) invoice = NULL;
  g_autoptr (DeskAction) in = NULL;
  int i;

  desk_test_house_import (test, stays);
  in = desk_action_new (DESK_VERB_CHECK_IN, find (test, "AM-0226B"));
  desk_test_aurora_do (test, in);
  for (i = 0; i < 5; i++)
    desk_test_aurora_close (test);
  check_out (test, in->stay_id, "CARD");

  invoice = get_invoice (test, 1);
  g_assert_cmpint (invoice->total_minor, ==, 87949);
  g_assert_cmpint (invoice->business_date, ==, FIRST + 5);
  g_assert_cmpstr (invoice->buyer_name, ==, "Sam Example");
  g_assert_cmpstr (invoice->lang, ==, "fi");
  assert_says (invoice, "\"net\":\"731.65\",\"vat\":\"65.85\",\"gross\":\"797.50\"");
  assert_says (invoice, "\"net\":\"81.99\",\"vat\":\"0.00\",\"gross\":\"81.99\"");
  assert_says (invoice, "\"total\":\"879.49\"");
  assert_says (invoice, "\"text\":\"Aamiainen\"");
  assert_says (invoice, "\"amount\":\"-879.49\"");
}

/* What is left of a stay when the guest has gone. */
static void
test_gone (void)
{
  g_autoptr (DeskTestHouse) test = house_after (2);
  gint64 id = find (test, "AM-0226A");
  g_autoptr (DeskFolioView) view = NULL;
  g_autoptr (DeskStayView) stay = NULL;
  g_autoptr (DeskToday) today = NULL;
  g_autoptr (DeskRoomRecord) room = NULL;
  g_autoptr (DeskAction) again = new_out (id, "CARD");
  g_autoptr (DeskAction) post = desk_action_new (DESK_VERB_POST, id);
  g_autoptr (DeskAction) pay = desk_action_new (DESK_VERB_PAY, id);
  g_autoptr (GError) error = NULL;
  const DeskInvoiceRow *invoice;

  check_out (test, id, "CARD");
  view = desk_test_aurora_load (test, id);
  g_assert_cmpint (view->balance_minor, ==, 0);
  g_assert_cmpuint (view->invoices->len, ==, 1);
  invoice = g_ptr_array_index (view->invoices, 0);
  g_assert_cmpstr (invoice->number, ==, "INV-1");
  g_assert_cmpstr (invoice->buyer_name, ==, "Robin Example");
  g_assert_cmpint (invoice->total_minor, ==, 26485);

  stay = desk_stay_view_load (test->house, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stay->row->state, ==, DESK_STAY_DEPARTED);
  g_assert_cmpint (stay->balance_departure, ==, 0);
  today = desk_today_load (test->house, &test->context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->departures->len + today->in_house->len, ==, 0);
  g_assert_true (
    desk_room_table_find (desk_house_get_db (test->house), "412", &room, &error));
  g_assert_false (room->occupied);
  g_assert_cmpstr (room->clean, ==, "dirty");

  post->code = g_strdup ("BFST");
  pay->code = g_strdup ("CARD");
  pay->amount_minor = 100;
  desk_test_aurora_refuse (test, again, "not-in-house");
  desk_test_aurora_refuse (test, post, "not-in-house");
  desk_test_aurora_refuse (test, pay, "not-open");
  desk_test_aurora_close (test);
  desk_test_assert_verifies (test->house);
}

/* Nights not slept fall away, and their rooms are free again. */
static void
test_early (void)
{
  g_autoptr (DeskTestHouse) test = house_after (1);
  gint64 id = find (test, "AM-0226A");
  g_autoptr (DeskAction) action = new_out (id, "CARD");
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (DeskFolioView) view = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (desk_test_house_count (test, "room_night WHERE night >= '2024-02-27'"), ==, 1);
  action->now = FALSE;
  desk_test_aurora_refuse (test, action, "not-due");
  action->now = TRUE;
  plan = desk_action_plan (test->house, &test->context, action, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (plan->warnings, 0))->code, ==, "early");
  g_assert_cmpint (plan->departure_before, >, plan->balance_before);
  g_assert_cmpint (plan->departure_after, ==, 0);
  check_out (test, id, "CARD");
  g_assert_cmpint (desk_test_house_count (test, "room_night WHERE night >= '2024-02-27'"), ==, 0);
  desk_test_aurora_close (test);
  desk_test_aurora_close (test);
  view = desk_test_aurora_load (test, id);
  g_assert_cmpuint (view->lines->len, ==, 4);
  desk_test_assert_verifies (test->house);
}

/* Who moved at once leaves the room they are in, and nobody is in the hotel any more. */
static void
test_moved (void)
{
  static const DeskTestStay anna = { "AM-0412A", "Anna Kowalska", 2, "[]", -2, 2, "412",
                                     "129.00" };
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &anna);
  g_autoptr (DeskAction) move = desk_action_new (DESK_VERB_MOVE, id);
  g_autoptr (GError) error = NULL;

  desk_db_exec (desk_house_get_db (test->house), "UPDATE room SET clean = 'inspected'", &error);
  g_assert_no_error (error);
  move->room = g_strdup ("507");
  move->reason = g_strdup ("noise");
  move->now = TRUE;
  desk_test_aurora_do (test, move);
  desk_test_aurora_close (test);
  check_out (test, id, "CARD");
  g_assert_cmpint (desk_test_house_count (test, "room WHERE occupied = 1"), ==, 0);
  g_assert_cmpint (desk_test_house_count (test, "room WHERE number = '507' AND clean = 'dirty'"),
                   ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "room_presence WHERE to_at IS NULL"), ==, 0);
  g_assert_cmpint (desk_test_house_count (test, "room_night WHERE night > '2026-09-02'"), ==, 0);
}

/* One of two sharers leaves: the other keeps the room and its nights. */
static void
test_sharer (void)
{
  static const DeskTestStay anna = { "AM-0412A", "Anna Kowalska", 1, "[]", -2, 2, "412",
                                     "129.00" };
  static const DeskTestStay jan = { "AM-0412B", "Jan Kowalski", 1, "[]", -2, 2, "507", "0.00" };
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &anna);
  g_autoptr (GError) error = NULL;

  desk_test_aurora_arrive (test, &jan);
  desk_db_exec (desk_house_get_db (test->house),
                "DELETE FROM room_night WHERE occupancy_id = 2; UPDATE stay SET occupancy_id = 1;"
                "UPDATE stay_night SET room_id = (SELECT id FROM room WHERE number = '412')",
                &error);
  g_assert_no_error (error);
  desk_test_aurora_close (test);
  check_out (test, id, "CARD");
  g_assert_cmpint (desk_test_house_count (test, "room r WHERE number = '412' AND occupied = 1"),
                   ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "room_night"), ==, 4);
  check_out (test, id + 1, "CARD");
  g_assert_cmpint (desk_test_house_count (test, "room r WHERE number = '412' AND occupied = 1"),
                   ==, 0);
  g_assert_cmpint (desk_test_house_count (test, "room_night"), ==, 1);
}

/* A charge of the last day is still taxed, as the night would have done. */
static void
test_last_day (void)
{
  g_autoptr (DeskTestHouse) test = house_after (2);
  gint64 id = find (test, "AM-0226A");
  g_autoptr (DeskInvoiceRecord) invoice = NULL;
  g_autoptr (DeskFolioView) view = NULL;
  const DeskPosting *tax;

  desk_test_aurora_post (test, id, "ROOM", 1, 4000);
  check_out (test, id, "CARD");
  view = desk_test_aurora_load (test, id);
  tax = desk_folio_view_get_line (view, 8);
  g_assert_cmpstr (tax->code, ==, "CITYTAX");
  g_assert_cmpint (tax->amount_minor, ==, 459);
  invoice = get_invoice (test, 1);
  g_assert_cmpint (invoice->total_minor, ==, 26485 + 4000 + 459);
}

/* Each window is settled and invoiced apart, the company's in its own name. */
static void
test_windows (void)
{
  g_autoptr (DeskTestHouse) test = house_after (2);
  gint64 id = find (test, "AM-0226A");
  g_autoptr (DeskAction) post = desk_action_new (DESK_VERB_POST, id);
  g_autoptr (DeskAction) pay = desk_action_new (DESK_VERB_PAY, id);
  g_autoptr (DeskAction) out = new_out (id, NULL);
  g_autoptr (DeskInvoiceRecord) first = NULL;
  g_autoptr (DeskInvoiceRecord) second = NULL;
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  post->code = g_strdup ("BFST");
  post->window = 2;
  desk_test_aurora_do (test, post);
  desk_db_exec (desk_house_get_db (test->house),
                "UPDATE folio_window SET payer = 'Company', buyer_name = 'Company Oy', "
                "reference = 'PO 17' WHERE number = 2",
                &error);
  g_assert_no_error (error);

  plan = desk_action_plan (test->house, &test->context, out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->refused->len, ==, 2);
  desk_test_aurora_refuse (test, out, "unsettled");
  out->code = g_strdup ("CARD");
  desk_test_aurora_refuse (test, out, "unsettled");
  pay->code = g_strdup ("CARD");
  pay->window = 1;
  pay->all = TRUE;
  desk_test_aurora_do (test, pay);
  desk_test_aurora_refuse (test, out, "unsettled");
  out->window = 2;
  desk_test_aurora_do (test, out);

  first = get_invoice (test, 1);
  second = get_invoice (test, 2);
  g_assert_cmpint (first->window, ==, 1);
  g_assert_cmpint (second->window, ==, 2);
  g_assert_cmpstr (second->buyer_name, ==, "Company Oy");
  g_assert_cmpstr (second->reference, ==, "PO 17");
  g_assert_cmpint (second->total_minor, ==, 1650);
}

/* A tax that is rounded on the invoice gets its line just before it. */
static void
test_round_at_invoice (void)
{
  static const char property[] =
    "[property]\nname=Test\ncurrency=EUR\nminor-digits=2\ntime-zone=Europe/Helsinki\n"
    "business-date=2026-09-02\nvat-level=invoice\n[room 133]\ntype=STD\n"
    "[rate-plan FLEX]\nprice=10.10\n[code ROOM]\nkind=charge\nclass=room\n"
    "[code SALES]\nkind=tax\ntax=sales\n[code CARD]\nkind=payment\n"
    "[tax sales]\nclass=room\nkind=percent\nrate=8.875\nmode=exclusive\nround-at=invoice\n"
    "vat=yes\n";
  static const DeskTestStay stay = { "AM-0133A", "Jo Doe", 1, "[]", -2, 0, "133", "10.10" };
  g_autoptr (DeskTestHouse) test = desk_test_house_new_with (property);
  g_autoptr (DeskInvoiceRecord) invoice = NULL;
  g_autoptr (DeskFolioView) view = NULL;
  gint64 id = desk_test_aurora_arrive (test, &stay);
  const DeskPosting *rounding;

  desk_test_aurora_close (test);
  desk_test_aurora_close (test);
  check_out (test, id, "CARD");
  view = desk_test_aurora_load (test, id);
  rounding = desk_folio_view_get_line (view, 5);
  g_assert_cmpint (rounding->kind, ==, DESK_POSTING_ROUNDING);
  g_assert_cmpint (rounding->amount_minor, ==, -1);
  invoice = get_invoice (test, 1);
  g_assert_cmpint (invoice->total_minor, ==, 2199);
  assert_says (invoice, "\"net\":\"20.20\",\"vat\":\"1.79\",\"gross\":\"21.99\"");
}

static void
test_roles (void)
{
  g_autoptr (DeskTestHouse) test = house_after (2);
  g_autoptr (DeskAction) action = new_out (find (test, "AM-0226A"), "CARD");
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  desk_test_house_sign_in_as (test, "c", DESK_ROLE_CASHIER);
  outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
  desk_test_house_sign_in_as (test, "nils", DESK_ROLE_NIGHT_AUDITOR);
  desk_test_aurora_do (test, action);
}

/* Sent twice it happens once, and the second answer is the first one. */
static void
test_repeated (void)
{
  g_autoptr (DeskTestHouse) test = house_after (2);
  g_autoptr (DeskAction) action = new_out (find (test, "AM-0226A"), "CARD");
  g_autoptr (DeskOutcome) first = NULL;
  g_autoptr (DeskOutcome) second = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  first = desk_action_do (test->house, &test->context, action, NULL, "k", &error);
  g_assert_no_error (error);
  second = desk_action_do (test->house, &test->context, action, NULL, "k", &error);
  g_assert_no_error (error);
  g_assert_true (second->repeated);
  g_assert_cmpuint (second->plan->lines->len, ==, first->plan->lines->len);
  g_assert_cmpint (((DeskPosting *) g_ptr_array_index (second->plan->lines, 0))->amount_minor, ==,
                   -26485);
  g_assert_cmpint (second->plan->balance_before, ==, 26485);
  g_assert_cmpint (second->plan->balance_after, ==, 0);
  g_assert_cmpuint (second->plan->effects->len, ==, first->plan->effects->len);
  for (i = 0; i < first->plan->effects->len; i++)
    {
      const DeskEffect *one = g_ptr_array_index (first->plan->effects, i);
      const DeskEffect *other = g_ptr_array_index (second->plan->effects, i);

      g_assert_cmpint (one->kind, ==, other->kind);
      g_assert_cmpint (one->id, ==, other->id);
      g_assert_cmpstr (one->key, ==, other->key);
      g_assert_cmpstr (one->from, ==, other->from);
      g_assert_cmpstr (one->to, ==, other->to);
    }
  g_assert_cmpint (desk_test_house_count (test, "invoice"), ==, 1);
}

static gboolean
fail_later_cb (DeskDbPoint   point,
               const char   *sql,
               gpointer      user_data,
               GError      **error)
{
  int *left = user_data;

  if ((point != DESK_DB_POINT_STEP && point != DESK_DB_POINT_COMMIT) || (*left)-- > 0)
    return TRUE;
  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_STORAGE, "the disk is gone");
  return FALSE;
}

/* Whatever statement fails, nothing of it has happened. */
static void
test_faults (void)
{
  g_autoptr (DeskTestHouse) test = house_after (2);
  DeskDb *db = desk_house_get_db (test->house);
  g_autoptr (DeskAction) action = new_out (find (test, "AM-0226A"), "CARD");
  gboolean done = FALSE;
  int after;

  for (after = 0; !done; after += 3)
    {
      g_autoptr (DeskOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;
      int left = after;

      desk_db_set_fault (db, fail_later_cb, &left);
      outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
      desk_db_set_fault (db, NULL, NULL);
      done = outcome != NULL;
      g_assert_cmpint (desk_test_house_count (test, "invoice"), ==, done);
      g_assert_cmpint (desk_test_house_count (test, "stay WHERE state = 'departed'"), ==, done);
      g_assert_cmpint (desk_test_house_count (test, "posting WHERE kind = 'payment'"), ==, done);
    }
  g_assert_cmpint (after, >, 60);
  desk_test_assert_verifies (test->house);
}

#define N_GUESTS 16

static char *
many_rooms (void)
{
  GString *text = g_string_new (
    "[property]\nname=Test\ncurrency=EUR\nminor-digits=2\ntime-zone=Europe/Helsinki\n"
    "business-date=2026-09-04\nvat-level=invoice\n[rate-plan FLEX]\nprice=10.10\n"
    "[code ROOM]\nkind=charge\nclass=room\n[code CARD]\nkind=payment\n");
  int i;

  for (i = 0; i < N_GUESTS; i++)
    g_string_append_printf (text, "[room %d]\ntype=STD\n", 100 + i);
  return g_string_free (text, FALSE);
}

/* A process of its own, with every second guest. */
static void
check_out_half (DeskTestHouse *test,
                const gint64  *stays,
                int            half)
{
  int i;

  test->house = desk_house_open (test->path, NULL);
  for (i = half; test->house != NULL && i < N_GUESTS; i += 2)
    {
      g_autoptr (DeskAction) action = new_out (stays[i], "CARD");
      g_autoptr (DeskOutcome) outcome =
        desk_action_do (test->house, &test->context, action, NULL, NULL, NULL);

      if (outcome == NULL)
        _exit (1);
    }
  _exit (test->house == NULL);
}

/* Two desks at once: the numbers have no gap and none twice. */
static void
test_race (void)
{
  g_autofree char *property = many_rooms ();
  g_autoptr (DeskTestHouse) test = desk_test_house_new_with (property);
  g_autoptr (GError) error = NULL;
  gint64 stays[N_GUESTS];
  pid_t children[2];
  int i;

  for (i = 0; i < N_GUESTS; i++)
    {
      g_autofree char *room = g_strdup_printf ("%d", 100 + i);
      g_autofree char *confirmation = g_strdup_printf ("AM-%04dA", i);
      DeskTestStay stay = { confirmation, "Jo Doe", 1, "[]", 0, 2, room, "10.10" };

      stays[i] = desk_test_aurora_arrive (test, &stay);
    }
  desk_test_aurora_close (test);
  g_clear_pointer (&test->house, desk_house_close);
  for (i = 0; i < 2; i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        check_out_half (test, stays, i);
    }
  for (i = 0; i < 2; i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_cmpint (status, ==, 0);
    }

  test->house = desk_house_open (test->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_house_count (test, "invoice"), ==, N_GUESTS);
  for (i = 1; i <= N_GUESTS; i++)
    desk_invoice_record_free (get_invoice (test, i));
  desk_test_assert_verifies (test->house);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/out/amsterdam", test_amsterdam);
  g_test_add_func ("/out/gone", test_gone);
  g_test_add_func ("/out/early", test_early);
  g_test_add_func ("/out/moved", test_moved);
  g_test_add_func ("/out/sharer", test_sharer);
  g_test_add_func ("/out/last-day", test_last_day);
  g_test_add_func ("/out/windows", test_windows);
  g_test_add_func ("/out/round-at-invoice", test_round_at_invoice);
  g_test_add_func ("/out/roles", test_roles);
  g_test_add_func ("/out/repeated", test_repeated);
  g_test_add_func ("/out/faults", test_faults);
  g_test_add_func ("/out/race", test_race);
  return g_test_run ();
}
