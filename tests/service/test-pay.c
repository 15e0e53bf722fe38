/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "desk-test-aurora.h"

/* Paying in coins and by card, and giving back to what it was paid with. */

#define LIMITS \
  "[limit associate refund]\namount=0.00\n[limit supervisor refund]\namount=200.00\n"

static const char limits[] = LIMITS;
static const char property_text[] =
  "[property]\nname=Hotel Aurora\ncurrency=EUR\nminor-digits=2\n"
  "time-zone=Europe/Helsinki\nbusiness-date=2026-09-02\nvat-level=invoice\ncash-step=0.05\n"
  "[room 133]\ntype=STD\n[room 134]\ntype=STD\n"
  "[rate-plan FLEX]\nprice=112.00\ncode=ROOMBB\n"
  "[code ROOMBB]\nkind=charge\nclass=room\n[code LEVY]\nkind=tax\ntax=levy\n"
  "[code ADAPTER]\nkind=charge\nclass=shop\nprice=13.98\n"
  "[code CASH]\nkind=payment\n[code CARD]\nkind=payment\n[code DEPOSIT]\nkind=payment\n"
  "[tax vat-13.5]\nclass=room\nkind=percent\nrate=13.5\nmode=inclusive\n"
  "[tax vat-25.5]\nclass=shop\nkind=percent\nrate=25.5\nmode=inclusive\n"
  "[tax levy]\nclass=room\nkind=person-night\namount=2.00\nmode=exclusive\nmin-age=18\n"
  LIMITS;

static const DeskTestStay amelia = { "AM-0133A", "Amelia Thornbury", 1, "[]", -2, 1, "133",
                                     "112.00" };

static gint64
arrive (DeskTestHouse **test)
{
  *test = desk_test_house_new_with (property_text);
  desk_test_house_sign_in_as (*test, "aino", DESK_ROLE_ASSOCIATE);
  return desk_test_aurora_arrive (*test, &amelia);
}

static DeskAction *
new_payment (gint64      stay_id,
             const char *tender,
             gint64      amount_minor)
{
  DeskAction *action = desk_action_new (DESK_VERB_PAY, stay_id);

  action->code = g_strdup (tender);
  action->amount_minor = amount_minor;
  action->all = amount_minor == 0;
  action->text = g_strdup ("as the guest wished");
  return action;
}

static void
pay (DeskTestHouse *test,
     gint64         stay_id,
     const char    *tender,
     gint64         amount_minor)
{
  g_autoptr (DeskAction) action = new_payment (stay_id, tender, amount_minor);

  desk_test_aurora_do (test, action);
}

static void
refuse_pay (DeskTestHouse *test,
            gint64         stay_id,
            const char    *tender,
            gint64         amount_minor,
            const char    *code)
{
  g_autoptr (DeskAction) action = new_payment (stay_id, tender, amount_minor);

  desk_test_aurora_refuse (test, action, code);
}

static void
assert_line (const DeskFolioView *view,
             int                  number,
             DeskPostingKind      kind,
             gint64               amount_minor)
{
  const DeskPosting *line = desk_folio_view_get_line (view, number);

  g_assert_nonnull (line);
  g_assert_cmpint (line->kind, ==, kind);
  g_assert_cmpint (line->amount_minor, ==, amount_minor);
}

/* One adapter back: 27.96 is paid with 27.95, and 13.98 comes back as 14.00. */
static void
test_adapter (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskFolioView) view = NULL;

  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "ADAPTER", 2, 0);
  pay (test, id, "CASH", 2796);
  desk_test_aurora_close (test);
  view = desk_test_aurora_load (test, id);
  g_assert_cmpint (view->balance_minor, ==, 22800);
  assert_line (view, 4, DESK_POSTING_PAYMENT, -2795);
  assert_line (view, 5, DESK_POSTING_ROUNDING, -1);
  desk_folio_view_free (g_steal_pointer (&view));

  /* The room is paid as well; then she is owed 13.98. */
  pay (test, id, "CARD", 22800 + 1398);
  pay (test, id, "CASH", 0);
  view = desk_test_aurora_load (test, id);
  g_assert_cmpint (view->balance_minor, ==, 0);
  assert_line (view, 9, DESK_POSTING_PAYMENT, 1400);
  assert_line (view, 10, DESK_POSTING_ROUNDING, -2);
  g_assert_cmpstr (desk_folio_view_get_line (view, 10)->code, ==, "CASH");
}

/* Money goes back to the tender it came with, and no further. */
/* What no bill will ask for is taken only with a word about what it is for. */
static void
test_beyond (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) action = new_payment (id, "CARD", 100000);

  g_clear_pointer (&action->text, g_free);
  desk_test_aurora_refuse (test, action, "overpaid");
  action->text = g_strdup (" .");
  desk_test_aurora_refuse (test, action, "overpaid");
  action->amount_minor = 10000;
  desk_test_aurora_do (test, action);
  action->amount_minor = 100000;
  g_free (action->text);
  action->text = g_strdup ("for the room of a friend");
  desk_test_aurora_do (test, action);
}

static void
test_to_the_payer (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskFolioView) view = NULL;

  pay (test, id, "CARD", 5000);
  pay (test, id, "CASH", 2000);
  refuse_pay (test, id, "CARD", -5001, "refund-to-payer");
  refuse_pay (test, id, "CARD", -7001, "refund-too-much");
  refuse_pay (test, id, "CARD", 0, "refund-to-payer");
  pay (test, id, "CARD", -3000);
  refuse_pay (test, id, "CARD", -2001, "refund-to-payer");
  pay (test, id, "CARD", -2000);
  pay (test, id, "CASH", 0);
  view = desk_test_aurora_load (test, id);
  g_assert_cmpint (view->balance_minor, ==, 0);
  refuse_pay (test, id, "CASH", 0, "nothing-to-pay");
  refuse_pay (test, id, "CASH", -100, "refund-too-much");
}

/* Cash to who paid by card: an associate nothing, a supervisor 200.00, cut as they like. */
static void
test_cash_limit (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);

  pay (test, id, "CARD", 50000);
  refuse_pay (test, id, "CASH", -5, "refund-limit");
  desk_test_house_sign_in_as (test, "nina", DESK_ROLE_NIGHT_AUDITOR);
  refuse_pay (test, id, "CASH", -5, "refund-limit");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  refuse_pay (test, id, "CASH", -20005, "refund-limit");
  pay (test, id, "CASH", -15000);
  refuse_pay (test, id, "CASH", -5005, "refund-limit");
  pay (test, id, "CASH", -5000);
  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  pay (test, id, "CASH", -25000);
}

/* Without a limit in the set-up, cash without a cash payment before is a manager's. */
static void
test_no_limit (void)
{
  g_autofree char *text = g_strndup (property_text,
                                     strlen (property_text) - strlen (limits));
  g_autoptr (DeskTestHouse) test = desk_test_house_new_with (text);
  gint64 id;

  desk_test_house_sign_in_as (test, "aino", DESK_ROLE_ASSOCIATE);
  id = desk_test_aurora_arrive (test, &amelia);
  pay (test, id, "CARD", 50000);
  refuse_pay (test, id, "CASH", -5, "refund-limit");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  refuse_pay (test, id, "CASH", -5, "refund-limit");
  desk_test_house_sign_in_as (test, "c", DESK_ROLE_CASHIER);
  refuse_pay (test, id, "CASH", -5, "refund-limit");
  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  pay (test, id, "CASH", -50000);
}

static void
assert_balance (DeskTestHouse *test,
                gint64         stay_id,
                gint64         balance_minor)
{
  g_autoptr (DeskFolioView) view = NULL;
  g_autoptr (GError) error = NULL;

  view = desk_folio_view_load (test->house, stay_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (view->balance_minor, ==, balance_minor);
}

/* Only what was received before arrival is a deposit, and it goes back where it came from. */
static void
test_deposit (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  gint64 with;
  g_autoptr (DeskAction) in = NULL;
  g_autoptr (DeskAction) undo = NULL;
  g_autoptr (GError) error = NULL;

  refuse_pay (test, id, "DEPOSIT", 1, "no-deposit");
  desk_test_house_import (test,
    "[{\"confirmation\": \"AM-0134A\", \"guest\": {\"name\": \"Ida\", \"lang\": \"en\"}, "
    "\"adults\": 1, \"arrival\": \"2026-09-02\", \"departure\": \"2026-09-03\", "
    "\"rate_plan\": \"FLEX\", \"nights\": [{\"date\": \"2026-09-02\", \"room\": \"134\"}], "
    "\"deposit\": {\"tender\": \"CARD\", \"received\": \"2026-08-05\", "
    "\"amount\": \"100.00\"}}]");
  with = desk_find_one (test->house, "AM-0134A", &error);
  g_assert_no_error (error);
  refuse_pay (test, with, "DEPOSIT", 10001, "deposit-used");
  pay (test, with, "DEPOSIT", 6000);
  refuse_pay (test, with, "DEPOSIT", 4001, "deposit-used");
  refuse_pay (test, with, "DEPOSIT", -6000, "refund-deposit");
  refuse_pay (test, with, "CARD", -6001, "refund-too-much");
  g_assert_cmpint (desk_test_house_count (test, "deposit WHERE state = 'held'"), ==, 1);

  /* Checking in applies what is left of it; taken back, it is kept as before. */
  in = desk_action_new (DESK_VERB_CHECK_IN, with);
  desk_test_aurora_do (test, in);
  assert_balance (test, with, -10000);
  g_assert_cmpint (desk_test_house_count (test, "deposit WHERE state = 'applied'"), ==, 1);
  undo = desk_action_new (DESK_VERB_UNDO, with);
  desk_test_aurora_do (test, undo);
  assert_balance (test, with, -6000);
  g_assert_cmpint (desk_test_house_count (test, "deposit WHERE state = 'held'"), ==, 1);
  desk_test_aurora_do (test, in);
  assert_balance (test, with, -10000);
  refuse_pay (test, with, "DEPOSIT", 1, "no-deposit");
  refuse_pay (test, with, "CASH", -5, "refund-limit");
  pay (test, with, "CARD", 5000);
  pay (test, with, "CARD", -15000);
  refuse_pay (test, with, "CARD", -1, "refund-too-much");
}

/* A part below half a coin would be given away by the rounding. */
static void
test_coins (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskFolioView) view = NULL;

  desk_test_aurora_post (test, id, "ADAPTER", 1, 0);
  refuse_pay (test, id, "CASH", 2, "below-coin");
  pay (test, id, "CARD", 1396);
  pay (test, id, "CASH", 0);
  view = desk_test_aurora_load (test, id);
  g_assert_cmpint (view->balance_minor, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pay/adapter", test_adapter);
  g_test_add_func ("/pay/beyond", test_beyond);
  g_test_add_func ("/pay/to-the-payer", test_to_the_payer);
  g_test_add_func ("/pay/cash-limit", test_cash_limit);
  g_test_add_func ("/pay/no-limit", test_no_limit);
  g_test_add_func ("/pay/deposit", test_deposit);
  g_test_add_func ("/pay/coins", test_coins);
  return g_test_run ();
}
