/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-error.h"
#include "desk-line.h"
#include "desk-explain.h"
#include "desk-test-aurora.h"
#include "desk-undo-detail.h"

/* Undoing: every verb back to where it was, until something leans on it. */

static const DeskTestStay anna = { "AM-0412A", "Anna Kowalska", 2, "[]", -2, 2, "412", "129.00" };

static gint64
arrive (DeskTestHouse **test)
{
  *test = desk_test_aurora_new ();
  return desk_test_aurora_arrive (*test, &anna);
}

static void
refuse_undo (DeskTestHouse *test,
             gint64         stay_id,
             gint64         entry_id,
             const char    *code)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_UNDO, stay_id);

  action->entry_id = entry_id;
  desk_test_aurora_refuse (test, action, code);
}

static gint64
newest_entry (DeskTestHouse *test)
{
  return desk_test_house_count (test, "audit_entry");
}

static gint64
balance (DeskTestHouse *test,
         gint64         stay_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskFolioView) view = desk_folio_view_load (test->house, stay_id, &error);

  g_assert_no_error (error);
  return view->balance_minor;
}

static gint64
at_departure (DeskTestHouse *test,
              gint64         stay_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayView) view = desk_stay_view_load (test->house, stay_id, &error);

  g_assert_no_error (error);
  return view->balance_departure;
}

/* A charge that was undone has no reason, and stays given. */
static gint64
given (DeskTestHouse *test)
{
  return desk_test_house_count (test, "giving WHERE reason <> '' AND value_minor > 0") -
         desk_test_house_count (test, "giving WHERE reason <> '' AND value_minor < 0");
}

static void
exec (DeskTestHouse *test,
      const char    *sql)
{
  g_autoptr (GError) error = NULL;

  desk_db_exec (desk_house_get_db (test->house), sql, &error);
  g_assert_no_error (error);
}

static void
pay (DeskTestHouse *test,
     gint64         stay_id,
     gint64         amount_minor)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_PAY, stay_id);

  action->code = g_strdup ("CARD");
  action->amount_minor = amount_minor;
  desk_test_aurora_do (test, action);
}

/* A charge comes back as a line of its own; the second undo finds nothing of hers. */
static void
test_post (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);

  desk_test_aurora_post (test, id, "BEER", 2, 0);
  desk_test_aurora_undo (test, id);
  desk_test_aurora_check (test, id, 1, "BEER charge 2 x 750 >0, BEER correction 2 x -750 >1");
  g_assert_cmpint (balance (test, id), ==, 0);
  refuse_undo (test, id, newest_entry (test), "undo-of-undo");
  refuse_undo (test, id, newest_entry (test) - 1, "already-undone");

  /* What was undone leans on nothing: the check-in goes as well. */
  desk_test_aurora_undo (test, id);
  g_assert_cmpint (desk_test_house_count (test, "stay WHERE state = 'booked'"), ==, 1);
  refuse_undo (test, id, 0, "nothing-to-undo");
}

static void
test_check_in (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  gint64 entry = newest_entry (test);
  g_autoptr (DeskAction) in = desk_action_new (DESK_VERB_CHECK_IN, id);
  g_autoptr (DeskAction) again = desk_action_new (DESK_VERB_UNDO, id);

  desk_test_aurora_post (test, id, "BEER", 1, 0);
  refuse_undo (test, id, entry, "acted-since");
  desk_test_aurora_undo (test, id);
  desk_test_aurora_undo (test, id);
  g_assert_cmpint (desk_test_house_count (test, "room WHERE occupied = 1"), ==, 0);
  g_assert_cmpint (desk_test_house_count (test, "stay WHERE arrived_at IS NOT NULL"), ==, 0);
  desk_test_aurora_do (test, in);
  g_assert_cmpint (desk_test_house_count (test, "room WHERE occupied = 1"), ==, 1);

  /* A payment does not lean on it: it may come before the guest. */
  entry = newest_entry (test);
  pay (test, id, 100);
  refuse_undo (test, id, 0, "payment-stays");
  again->entry_id = entry;
  desk_test_aurora_do (test, again);
  g_assert_cmpint (desk_test_house_count (test, "stay WHERE state = 'booked'"), ==, 1);
}

static void
test_goodwill (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) off = NULL;
  gint64 cases;
  int i;

  desk_test_aurora_post (test, id, "FOOD", 1, 3000);
  desk_test_aurora_close (test);
  off = desk_test_aurora_off (id, "2", "noise");
  off->percent = g_strdup ("10");

  /* The budget of a stay is 75.00: undone gifts do not count. */
  for (i = 0; i < 12; i++)
    {
      desk_test_aurora_do (test, off);
      g_assert_cmpint (given (test), ==, 1);
      g_assert_cmpint (balance (test, id), ==, 3000 + 12900 + 400 - 1290);
      desk_test_aurora_undo (test, id);
      g_assert_cmpint (given (test), ==, 0);
      g_assert_cmpint (balance (test, id), ==, 3000 + 12900 + 400);
    }
  cases = desk_test_house_count (test, "case_file");
  g_assert_cmpint (cases, >=, 1);
  desk_test_aurora_check_vat (test, id, 16300, 1891, 0);
}

static void
test_fix (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "1", "price");
  gint64 first;

  desk_test_aurora_post (test, id, "BARNUTS", 1, 950);
  first = newest_entry (test);
  fix->has_unit = TRUE;
  fix->unit_minor = 650;
  desk_test_aurora_do (test, fix);
  g_assert_cmpint (balance (test, id), ==, 650);
  refuse_undo (test, id, first, "acted-since");
  desk_test_aurora_undo (test, id);
  g_assert_cmpint (balance (test, id), ==, 950);
  desk_test_aurora_do (test, fix);
  g_assert_cmpint (balance (test, id), ==, 650);
  desk_test_aurora_undo (test, id);
  desk_test_aurora_undo (test, id);
  g_assert_cmpint (balance (test, id), ==, 0);
}

static void
test_rate (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) rate = desk_action_new (DESK_VERB_RATE, id);
  gint64 before = at_departure (test, id);

  rate->has_unit = TRUE;
  rate->unit_minor = 12400;
  rate->reason = g_strdup ("wait");
  desk_test_aurora_do (test, rate);
  g_assert_cmpint (at_departure (test, id), ==, before - 2000);
  desk_test_aurora_undo (test, id);
  g_assert_cmpint (at_departure (test, id), ==, before);
  g_assert_cmpint (given (test), ==, 0);
}

static void
move_to (DeskTestHouse *test,
         gint64         stay_id,
         const char    *room)
{
  g_autoptr (DeskAction) move = desk_action_new (DESK_VERB_MOVE, stay_id);

  move->room = g_strdup (room);
  move->reason = g_strdup ("noise");
  move->now = TRUE;
  desk_test_aurora_do (test, move);
}

static void
test_move (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  gint64 before = at_departure (test, id);

  exec (test, "UPDATE room SET clean = 'inspected' WHERE number IN ('402', '507', '601')");
  move_to (test, id, "507");
  g_assert_cmpint (desk_test_house_count (test, "room WHERE number = '507' AND occupied = 1"), ==,
                   1);
  desk_test_aurora_undo (test, id);
  g_assert_cmpint (desk_test_house_count (test, "room WHERE number = '412' AND occupied = 1"), ==,
                   1);
  g_assert_cmpint (desk_test_house_count (test, "room WHERE occupied = 1"), ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "room_night k JOIN room r ON r.id = k.room_id "
                                                "WHERE r.number = '412'"), ==, 4);
  g_assert_cmpint (at_departure (test, id), ==, before);

  /* Housekeeping cleaned the old room: then it stands. */
  move_to (test, id, "507");
  exec (test, "UPDATE room SET clean = 'clean' WHERE number = '412'");
  refuse_undo (test, id, 0, "housekeeping-done");
}

/* Nothing is undone under what was paid, made, told or closed since. */
static void
test_leaning (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  gint64 charge;

  desk_test_aurora_post (test, id, "BEER", 1, 0);
  charge = newest_entry (test);
  exec (test, "INSERT INTO document VALUES (1, 'bill', 1, 1, 'en', 9e15, 'aino', 'd', x'00')");
  refuse_undo (test, id, 0, "paper-made");
  exec (test, "DROP TRIGGER document_no_delete; DELETE FROM document;"
              "INSERT INTO key_order SELECT 1, id, 1, 'new', 1, NULL, 9000000000000000, 'aino', "
              "'d' FROM room WHERE number = '412'");
  refuse_undo (test, id, 0, "key-made");
  exec (test, "DELETE FROM key_order");

  pay (test, id, 100);
  refuse_undo (test, id, 0, "payment-stays");
  refuse_undo (test, id, charge, "paid-since");
  desk_test_aurora_post (test, id, "BEER", 1, 0);
  desk_test_aurora_undo (test, id);
  desk_test_aurora_post (test, id, "BEER", 1, 0);
  charge = newest_entry (test);
  desk_test_aurora_close (test);
  refuse_undo (test, id, charge, "day-closed");
}

/* A colleague's charge is a supervisor's to undo; a gift only its giver's. */
static void
test_persons (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, "1", "noise");
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_UNDO, id);
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  desk_test_aurora_post (test, id, "FOOD", 1, 4000);
  desk_test_house_sign_in_as (test, "ella", DESK_ROLE_ASSOCIATE);
  refuse_undo (test, id, 0, "nothing-to-undo");
  refuse_undo (test, id, newest_entry (test), "not-yours");
  desk_test_house_sign_in_as (test, "aino", DESK_ROLE_ASSOCIATE);
  off->percent = g_strdup ("10");
  desk_test_aurora_do (test, off);
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  refuse_undo (test, id, newest_entry (test), "not-yours");
  desk_test_house_sign_in_as (test, "aino", DESK_ROLE_ASSOCIATE);
  desk_test_aurora_undo (test, id);
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  action->entry_id = newest_entry (test) - 2;
  desk_test_aurora_refuse (test, action, "no-evidence");
  action->text = g_strdup ("it was the other table");
  desk_test_aurora_do (test, action);
  g_assert_cmpint (balance (test, id), ==, 0);

  desk_test_house_sign_in_as (test, "c", DESK_ROLE_CASHIER);
  outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
  g_clear_error (&error);
  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  action->entry_id = 1;
  outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
}

/* After the invoice nothing goes back, and it says what to do instead. */
static void
test_after_out (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) out = desk_action_new (DESK_VERB_OUT, id);

  desk_test_aurora_post (test, id, "BEER", 1, 0);
  out->code = g_strdup ("CARD");
  out->now = TRUE;
  desk_test_aurora_do (test, out);
  refuse_undo (test, id, 0, "invoice-issued");
  refuse_undo (test, id, newest_entry (test) - 1, "folio-closed");
}

/* Sent twice an undo happens once. */
static void
test_repeated (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_UNDO, id);
  g_autoptr (DeskOutcome) first = NULL;
  g_autoptr (DeskOutcome) second = NULL;
  g_autoptr (GError) error = NULL;

  desk_test_aurora_post (test, id, "BEER", 1, 0);
  first = desk_action_do (test->house, &test->context, action, NULL, "u", &error);
  g_assert_no_error (error);
  second = desk_action_do (test->house, &test->context, action, NULL, "u", &error);
  g_assert_no_error (error);
  g_assert_true (second->repeated);
  g_assert_cmpuint (second->plan->lines->len, ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, 2);
}

/* Two parties who exchanged rooms are each back in their own. */
static void
test_swap (void)
{
  static const DeskTestStay other = { "AM-0507A", "Ieva Kazlauskiene", 1, "[]", -2, 1, "507",
                                      "109.00" };
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) swap = desk_action_new (DESK_VERB_MOVE, id);

  desk_test_aurora_arrive (test, &other);
  swap->room = g_strdup ("507");
  swap->reason = g_strdup ("noise");
  swap->swap = TRUE;
  swap->override_reason = g_strdup ("both asked for it");
  desk_test_aurora_do (test, swap);
  g_assert_cmpint (desk_test_house_count (test, "stay_night n JOIN room r ON r.id = n.room_id "
                                                "WHERE n.stay_id = 1 AND r.number = '507'"), >, 0);
  desk_test_aurora_undo (test, id);
  g_assert_cmpint (desk_test_house_count (test, "stay_night n JOIN room r ON r.id = n.room_id "
                                                "WHERE n.stay_id = 1 AND r.number = '412'"), ==, 4);
  g_assert_cmpint (desk_test_house_count (test, "room_night k JOIN room r ON r.id = k.room_id "
                                                "WHERE r.number = '507'"), ==, 3);
}

/* Something at random, of what a desk does all day. */
static DeskAction *
random_action (gint64 stay_id,
               int    n_lines)
{
  g_autofree char *line = g_strdup_printf ("%d", g_test_rand_int_range (1, n_lines + 1));
  DeskAction *action;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      action = desk_test_aurora_off (stay_id, line, "noise");
      action->percent = g_strdup_printf ("%d", g_test_rand_int_range (1, 60));
      return action;
    case 1:
      action = desk_test_aurora_fix (stay_id, line, "price");
      action->has_unit = TRUE;
      action->unit_minor = g_test_rand_int_range (0, 5000);
      return action;
    case 2:
      action = desk_test_aurora_fix (stay_id, line, "twice");
      action->none = TRUE;
      return action;
    case 3:
      action = desk_action_new (DESK_VERB_RATE, stay_id);
      action->has_unit = TRUE;
      action->unit_minor = g_test_rand_int_range (9000, 15000);
      action->reason = g_strdup ("wait");
      return action;
    default:
      action = desk_action_new (DESK_VERB_POST, stay_id);
      action->code = g_strdup (g_test_rand_bit () ? "BEER" : "BARNUTS");
      action->quantity = g_test_rand_int_range (1, 4);
      return action;
    }
}

/* Taxes on top of the price in every way there is: by line, on a tax, by night, capped,
 * on the invoice, and one that does not fall with its base. */
static const char taxed_text[] =
  "[property]\nname=Taxed\ncurrency=EUR\nminor-digits=2\n"
  "time-zone=Europe/Helsinki\nbusiness-date=2026-09-02\nvat-level=line\n"
  "[room 412]\ntype=SUP\n[rate-plan FLEX]\nprice=119.00\n"
  "[code ROOM]\nkind=charge\nclass=room\n"
  "[code BEER]\nkind=charge\nclass=bar\nprice=7.50\n"
  "[code BARNUTS]\nkind=charge\nclass=bar\nprice=6.50\n"
  "[code FOOD]\nkind=charge\nclass=bar\n"
  "[code SERVICE]\nkind=tax\ntax=service\n[code ONTOP]\nkind=tax\ntax=ontop\n"
  "[code CITY]\nkind=tax\ntax=city\n[code SALES]\nkind=tax\ntax=sales\n"
  "[code STATE]\nkind=tax\ntax=state\n[code CARD]\nkind=payment\n"
  "[tax inside]\nclass=room;bar\nkind=percent\nrate=9\nmode=inclusive\n"
  "[tax service]\nclass=bar\nkind=percent\nrate=7.3\nmode=exclusive\nown-tax=ontop\n"
  "[tax ontop]\nclass=none\nkind=percent\nrate=10\nmode=exclusive\n"
  "[tax city]\nclass=room;bar\nkind=percent\nrate=12.5\nmode=exclusive\nround-at=night\n"
  "[tax sales]\nclass=bar\nkind=percent\nrate=8.875\nmode=exclusive\nround-at=invoice\n"
  "vat=yes\n"
  "[tax state]\nclass=bar\nkind=percent\nrate=3\nmode=exclusive\ncap=2.00\nreducible=no\n"
  "[reason noise]\nkind=goodwill\n[reason wait]\nkind=goodwill\n"
  "[reason twice]\nkind=correction;allowance\n[reason price]\nkind=correction;allowance\n";

static void
arrive_somewhere (DeskTestHouse **test,
                  const char     *property)
{
  if (property == NULL)
    {
      arrive (test);
      return;
    }
  *test = desk_test_house_new_with (property);
  desk_test_house_sign_in_as (*test, "aino", DESK_ROLE_ASSOCIATE);
  desk_test_aurora_arrive (*test, &anna);
}

/* Whatever was done, undoing it gives back the bill, the forecast and the budget. A manager
 * does it, whom no limit stops. */
static void
test_random (gconstpointer data)
{
  g_autoptr (DeskTestHouse) test = NULL;
  const gint64 id = 1;
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, 3 * sizeof (gint64));
  int i;

  arrive_somewhere (&test, data);
  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  desk_test_aurora_post (test, id, "FOOD", 1, 8000);
  desk_test_aurora_close (test);
  for (i = 0; i < 150; i++)
    {
      gint64 now[3] = { balance (test, id), at_departure (test, id), given (test) };
      g_autoptr (DeskAction) action = NULL;
      g_autoptr (DeskPlan) plan = NULL;
      g_autoptr (GError) error = NULL;

      if (before->len > 0 && g_test_rand_int_range (0, 5) < 2)
        {
          const gint64 *then = (gpointer) (before->data + (before->len - 1) * sizeof now);

          desk_test_aurora_undo (test, id);
          g_assert_cmpint (balance (test, id), ==, then[0]);
          g_assert_cmpint (at_departure (test, id), ==, then[1]);
          g_assert_cmpint (given (test), ==, then[2]);
          g_array_set_size (before, before->len - 1);
          continue;
        }
      action = random_action (id, (int) desk_test_house_count (test, "posting"));
      plan = desk_action_plan (test->house, &test->context, action, &error);
      if (plan == NULL || plan->refused->len > 0)
        continue;
      desk_test_aurora_do (test, action);
      g_array_append_vals (before, now, 1);
    }
  g_test_message ("%d lines, %d gifts", (int) desk_test_house_count (test, "posting"),
                  (int) desk_test_house_count (test, "giving"));
  g_assert_cmpint (desk_test_house_count (test, "posting"), >, 40);
}

/* What an entry says is read back as it was meant, whatever kind of effect. */
static void
test_detail (void)
{
  static const char *const keys[] = { NULL, "2026-09-04", "2026-09-04/17", "1" };
  static const char *const values[] = { NULL, "in-house", "412", "12900", "child 17",
                                        "INV-1 00ff", "noise: lift -> no sleep" };
  g_autoptr (DeskPlan) plan = desk_plan_new ("test");
  g_autoptr (DeskPlan) again = desk_plan_new ("test");
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autofree char *detail = NULL;
  g_autofree char *repeated = NULL;
  guint n;

  for (n = 0; n <= DESK_EFFECT_HOLD; n++)
    desk_plan_add_effect (plan, (DeskEffectKind) n, G_MAXINT64 - n,
                          keys[n % G_N_ELEMENTS (keys)], values[n % 5],
                          values[(n + 1) % G_N_ELEMENTS (values)]);
  detail = desk_plan_describe (plan);
  desk_detail_parse (detail, again, lines);
  repeated = desk_plan_describe (again);
  g_assert_cmpuint (again->effects->len, ==, n);
  g_assert_cmpstr (repeated, ==, detail);

  desk_detail_parse ("note 1 ff\nline 7 w1 charge X\ngiving goodwill - 1\n\nroom-clean\n"
                     "room-clean x\nroom-clean 1 - a\nsomething else\nline 8 w2 tax Y\n",
                     again, lines);
  g_assert_cmpuint (again->effects->len, ==, n);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (g_array_index (lines, gint, 1), ==, 8);
}

/* The price a move changed is foretold as it was, and the sentence says what goes back. */
static void
test_foretells (void)
{
  static const struct
  {
    DeskMovePrice  price;
    gint64         unit_minor;
    gboolean       now;
  } cases[] = {
    { DESK_MOVE_AT, 9900, TRUE }, { DESK_MOVE_AT, 9900, FALSE }, { DESK_MOVE_NEW, 0, TRUE },
    { DESK_MOVE_KEEP, 0, TRUE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskTestHouse) test = NULL;
      gint64 id = arrive (&test);
      g_autoptr (DeskAction) move = desk_action_new (DESK_VERB_MOVE, id);
      g_autoptr (DeskAction) undo_it = desk_action_new (DESK_VERB_UNDO, id);
      g_autoptr (DeskPlan) plan = NULL;
      g_autofree char *sentence = NULL;
      g_autoptr (GError) error = NULL;
      gint64 before = at_departure (test, id);

      desk_test_house_sign_in_as (test, "maria", DESK_ROLE_MANAGER);
      desk_db_exec (desk_house_get_db (test->house), "UPDATE room SET clean = 'inspected'", &error);
      g_assert_no_error (error);
      move->room = g_strdup ("507");
      move->reason = g_strdup ("noise");
      move->now = cases[i].now;
      move->price = cases[i].price;
      move->has_unit = cases[i].price == DESK_MOVE_AT;
      move->unit_minor = cases[i].unit_minor;
      desk_test_aurora_do (test, move);

      plan = desk_action_plan (test->house, &test->context, undo_it, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plan->refused->len, ==, 0);
      g_assert_cmpint (plan->departure_before, ==, at_departure (test, id));
      g_assert_cmpint (plan->departure_after, ==, before);
      sentence = desk_message_render (plan->sentence, desk_catalog_get ("en"),
                                      desk_house_get_property (test->house));
      g_assert_nonnull (strstr (sentence, "Undo the move 412 → 507 for Anna Kowalska, done "));
      g_assert_nonnull (strstr (sentence, " by maria."));
    }
}

/* Of money it is said how much. */
static void
test_says_amount (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_UNDO, id);
  g_autoptr (DeskPlan) plan = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;

  desk_test_aurora_post (test, id, "BEER", 2, 0);
  plan = desk_action_plan (test->house, &test->context, action, &error);
  g_assert_no_error (error);
  sentence = desk_message_render (plan->sentence, desk_catalog_get ("en"),
                                  desk_house_get_property (test->house));
  g_assert_nonnull (strstr (sentence, "Undo the charge of €15.00 for Anna Kowalska, done "));
  done = desk_message_render (desk_plan_get_done (plan), desk_catalog_get ("en"),
                              desk_house_get_property (test->house));
  g_assert_nonnull (strstr (done, "Undone: the charge of €15.00 for Anna Kowalska, done "));
}

/* Who types the old room is told where the party is. */
static void
test_old_room (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) move = desk_action_new (DESK_VERB_MOVE, id);
  g_autoptr (DeskLine) line = NULL;
  g_autoptr (GError) error = NULL;

  desk_db_exec (desk_house_get_db (test->house), "UPDATE room SET clean = 'inspected'", &error);
  g_assert_no_error (error);
  move->room = g_strdup ("507");
  move->reason = g_strdup ("noise");
  move->now = TRUE;
  desk_test_aurora_do (test, move);
  line = desk_line_parse (test->house, "412 undo", 0, desk_catalog_get ("en"), &error);
  g_assert_null (line);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Anna Kowalska moved to 507"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/post", test_post);
  g_test_add_func ("/undo/check-in", test_check_in);
  g_test_add_func ("/undo/goodwill", test_goodwill);
  g_test_add_func ("/undo/fix", test_fix);
  g_test_add_func ("/undo/rate", test_rate);
  g_test_add_func ("/undo/move", test_move);
  g_test_add_func ("/undo/foretells", test_foretells);
  g_test_add_func ("/undo/says-amount", test_says_amount);
  g_test_add_func ("/undo/old-room", test_old_room);
  g_test_add_func ("/undo/leaning", test_leaning);
  g_test_add_func ("/undo/persons", test_persons);
  g_test_add_func ("/undo/after-out", test_after_out);
  g_test_add_func ("/undo/repeated", test_repeated);
  g_test_add_func ("/undo/swap", test_swap);
  g_test_add_data_func ("/undo/random", NULL, test_random);
  g_test_add_data_func ("/undo/random-taxed", taxed_text, test_random);
  g_test_add_func ("/undo/detail", test_detail);
  return g_test_run ();
}
