/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-credit.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-import-stays.h"
#include "desk-test-aurora.h"

/* What a card keeps ready: beside the amounts and never in them; and rooms for so many. */

static const char property_text[] =
  "[property]\nname=Hotel Aurora\ncurrency=EUR\nminor-digits=2\n"
  "time-zone=Europe/Helsinki\nbusiness-date=2026-09-02\nvat-level=invoice\n"
  "[room 412]\ntype=SUP\n[room 218]\ntype=STD\n[room 415]\ntype=DLX\nfeatures=quiet\n"
  "[room-type STD]\ncapacity=1\ntext=Standard\n[room-type DLX]\ntext=Deluxe\ntext[fi]=Ylellinen\n"
  "[feature quiet]\ntext=quiet side\ntext[fi]=hiljainen puoli\n"
  "[rate-plan FLEX]\nprice=129.00\ncode=ROOMBB\n"
  "[code ROOMBB]\nkind=charge\nclass=room\n[code CARD]\nkind=payment\ntext=Card\n"
  "[code CASH]\nkind=payment\n"
  "[tax vat-13.5]\nclass=room\nkind=percent\nrate=13.5\nmode=inclusive\n"
  "[reason noise]\nkind=move;goodwill\nfeatures=quiet\n"
  "[limit associate goodwill]\namount=50.00\n[limit associate goodwill-stay]\namount=75.00\n";

#define STAY(hold) \
  "[{\"confirmation\": \"HO-1\", \"guest\": {\"name\": \"Anna Kowalska\", \"lang\": \"en\"}," \
  " \"adults\": 2, \"arrival\": \"2026-09-02\", \"departure\": \"2026-09-03\"," \
  " \"rate_plan\": \"FLEX\", " hold "\"nights\": [" \
  "{\"date\": \"2026-09-02\", \"room\": \"412\", \"room_type\": \"SUP\", \"price\": \"129.00\"}]}]"
#define CARD_150 "\"hold\": {\"tender\": \"CARD\", \"card\": \"4411\", \"amount\": \"150.00\"}, "

static DeskTestHouse *
new_house (const char *stays)
{
  DeskTestHouse *test = desk_test_house_new_with (property_text);

  desk_test_house_import (test, stays);
  desk_test_house_sign_in_as (test, "aino", DESK_ROLE_ASSOCIATE);
  return test;
}

static DeskStayView *
load (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  DeskStayView *stay = desk_stay_view_load (test->house, 1, &error);

  g_assert_no_error (error);
  return stay;
}

static DeskAction *
new_check_in (gint64      hold_minor,
              const char *card,
              const char *tender)
{
  DeskAction *action = desk_action_new (DESK_VERB_CHECK_IN, 1);

  action->hold_minor = hold_minor;
  action->card = g_strdup (card);
  action->code = g_strdup (tender);
  return action;
}

static void
check_in (DeskTestHouse *test,
          gint64         hold_minor)
{
  g_autoptr (DeskAction) action =
    new_check_in (hold_minor, hold_minor > 0 ? "4411" : NULL, hold_minor > 0 ? "CARD" : NULL);

  desk_test_aurora_do (test, action);
}

static void
pay (DeskTestHouse *test,
     gint64         amount_minor)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_PAY, 1);

  action->code = g_strdup ("CARD");
  action->amount_minor = amount_minor;
  action->all = amount_minor == 0;
  desk_test_aurora_do (test, action);
}

static void
assert_credit (DeskTestHouse *test,
               const char    *expected)
{
  g_autoptr (DeskStayView) stay = load (test);
  const DeskProperty *property = desk_house_get_property (test->house);
  g_autoptr (DeskMessage) credit = desk_credit_say (stay, property);
  g_autofree char *text =
    credit != NULL ? desk_message_render (credit, desk_catalog_get ("en"), property) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_why (DeskTestHouse    *test,
            DeskExplainDepth  depth,
            const char       *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayView) stay = load (test);
  g_autoptr (DeskFolioView) folio = desk_folio_view_load (test->house, 1, &error);
  g_autoptr (DeskExplanation) why =
    desk_explain (test->house, stay, folio, DESK_EXPLAIN_HOLD, 0, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = desk_explanation_render (why, test->house, desk_catalog_get ("en"), depth);
  g_assert_cmpstr (text, ==, expected);
}

/* From the booking to the morning after. */
static void
test_life (void)
{
  g_autoptr (DeskTestHouse) test = new_house (STAY (CARD_150));

  assert_credit (test, "Card ··4411 holds €150.00 (not a charge)");
  check_in (test, 0);
  desk_test_aurora_post (test, 1, "ROOMBB", 1, 10000);
  assert_credit (test, "Card ··4411 holds €150.00 (not a charge): today is covered");
  desk_test_aurora_close (test);
  assert_credit (test, "Card ··4411 holds €150.00 (not a charge): €79.00 short of today");
  assert_why (test, DESK_EXPLAIN_SENTENCE,
              "Your bank keeps €150.00 ready for us on your card ending in 4411. It is not a "
              "charge: nothing has been taken.");
  assert_why (test, DESK_EXPLAIN_ARITHMETIC,
              "Card ··4411: 150.00\nBalance now: 229.00\nNot covered by the hold: 79.00\n"
              "Balance at departure: 229.00");

  /* Part of it is not all of it. */
  pay (test, 10000);
  assert_credit (test, "Card ··4411 holds €150.00 (not a charge): today is covered");
  pay (test, 0);
  assert_credit (test, NULL);
  assert_why (test, DESK_EXPLAIN_SENTENCE,
              "Nothing is held on your card ending in 4411 any more: we released €150.00, and "
              "your bank shows it by about 10\u00a0September\u00a02026.");
  assert_why (test, DESK_EXPLAIN_ARITHMETIC, "");
  desk_test_assert_verifies (test->house);
}

static void
test_none (void)
{
  g_autoptr (DeskTestHouse) test = new_house (STAY (""));

  assert_credit (test, NULL);
  assert_why (test, DESK_EXPLAIN_SENTENCE, "Nothing is held on a card for this stay.");
  assert_why (test, DESK_EXPLAIN_RECORD, "");
}

/* Placed at the desk, taken back with the check-in, placed again; gone with the guest. */
static void
test_check_in (void)
{
  g_autoptr (DeskTestHouse) test = new_house (STAY (""));
  g_autoptr (DeskAction) undo = desk_action_new (DESK_VERB_UNDO, 1);
  g_autoptr (DeskAction) out = desk_action_new (DESK_VERB_OUT, 1);

  check_in (test, 15000);
  assert_credit (test, "Card ··4411 holds €150.00 (not a charge)");
  desk_test_aurora_do (test, undo);
  assert_credit (test, NULL);
  check_in (test, 20000);
  assert_credit (test, "Card ··4411 holds €200.00 (not a charge)");
  g_assert_cmpint (desk_test_house_count (test, "hold WHERE state = 'released'"), ==, 1);

  desk_test_aurora_close (test);
  out->code = g_strdup ("CARD");
  desk_test_aurora_do (test, out);
  assert_credit (test, NULL);
  g_assert_cmpint (desk_test_house_count (test, "hold WHERE state = 'released' "
                                          "AND visible_by = '2026-09-10'"), ==, 1);
  desk_test_assert_verifies (test->house);
}

/* A stay that goes on keeps its hold, though nothing is owed today. */
static void
test_stays_on (void)
{
  g_autoptr (DeskTestHouse) test = new_house (STAY (CARD_150));

  check_in (test, 0);
  desk_test_aurora_post (test, 1, "ROOMBB", 1, 10000);
  pay (test, 0);
  assert_credit (test, "Card ··4411 holds €150.00 (not a charge)");
}

static void
test_refused (void)
{
  static const struct
  {
    gint64      hold_minor;
    const char *card;
    const char *tender;
    int         code;
  } cases[] = {
    { 15000, NULL, "CARD", DESK_ERROR_INVALID },
    { 15000, "441", "CARD", DESK_ERROR_INVALID },
    { 15000, "44111", "CARD", DESK_ERROR_INVALID },
    { 15000, "44a1", "CARD", DESK_ERROR_INVALID },
    { 0, "4411", "CARD", DESK_ERROR_INVALID },
    { -1, "4411", "CARD", DESK_ERROR_INVALID },
    { 15000, "4411", "GOLD", DESK_ERROR_INVALID },
  };
  g_autoptr (DeskTestHouse) test = new_house (STAY (""));
  g_autoptr (DeskAction) cash = new_check_in (15000, "4411", "CASH");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskAction) action =
        new_check_in (cases[i].hold_minor, cases[i].card, cases[i].tender);
      g_autoptr (GError) error = NULL;

      g_assert_null (desk_action_plan (test->house, &test->context, action, &error));
      g_assert_true (error != NULL && error->domain == DESK_ERROR);
      if (error->code != cases[i].code)
        g_error ("case %u: %s", i, error->message);
    }
  desk_test_aurora_refuse (test, cash, "hold-cash");
  g_assert_cmpint (desk_test_house_count (test, "hold"), ==, 0);
}

/* A file that says it wrongly is refused by name of the field. */
static void
test_file (void)
{
  static const struct
  {
    const char *stays;
    const char *field;
  } cases[] = {
    { STAY ("\"hold\": {\"tender\": \"CARD\", \"card\": \"4411\"}, "), "hold.amount" },
    { STAY ("\"hold\": {\"tender\": \"CARD\", \"card\": \"4411\", \"amount\": \"0\"}, "),
      "hold.amount" },
    { STAY ("\"hold\": {\"tender\": \"CARD\", \"card\": \"x\", \"amount\": \"1\"}, "),
      "hold.card" },
    { STAY ("\"hold\": {\"tender\": \"CASH\", \"card\": \"4411\", \"amount\": \"1\"}, "),
      "hold.tender" },
    { STAY ("\"hold\": {\"tender\": \"GOLD\", \"card\": \"4411\", \"amount\": \"1\"}, "),
      "hold.tender" },
    { STAY ("\"hold\": {\"card\": \"4411\", \"amount\": \"1\"}, "), "hold.tender" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskTestHouse) test = desk_test_house_new_with (property_text);
      const DeskStaysFile file = { cases[i].stays, -1, "stays.json", FALSE, NULL };
      g_autoptr (DeskImportResult) result = NULL;
      g_autoptr (GError) error = NULL;

      result = desk_import_stays (test->house, &test->context, &file, &error);
      g_assert_no_error (error);
      g_assert_cmpint (result->refused, ==, 1);
      g_assert_cmpstr (((DeskImportError *) g_ptr_array_index (result->errors, 0))->field, ==,
                       cases[i].field);
    }
}

/* Two do not sleep in a room for one, unless somebody says why they may. */
static void
test_too_many (void)
{
  g_autoptr (DeskTestHouse) test = new_house (STAY (""));
  g_autoptr (DeskAction) in = desk_action_new (DESK_VERB_CHECK_IN, 1);
  g_autoptr (DeskAction) move = desk_action_new (DESK_VERB_MOVE, 1);
  g_autoptr (GError) error = NULL;

  desk_db_exec (desk_house_get_db (test->house), "UPDATE room SET clean = 'inspected'", &error);
  g_assert_no_error (error);
  in->room = g_strdup ("218");
  desk_test_aurora_refuse (test, in, "too-many");
  check_in (test, 0);
  move->room = g_strdup ("218");
  move->reason = g_strdup ("noise");
  desk_test_aurora_refuse (test, move, "too-many");
  move->override_reason = g_strdup ("they ask for it");
  desk_test_aurora_do (test, move);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry WHERE detail LIKE "
                                          "'%override % too-many%'"), ==, 1);
}

/* What is proposed has beds enough, and says so in the reader's words. */
static void
test_words (void)
{
  g_autoptr (DeskTestHouse) test = new_house (STAY (""));
  g_autoptr (DeskAction) move = desk_action_new (DESK_VERB_MOVE, 1);
  g_autoptr (DeskPlan) plan = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const DeskMessage *why;

  check_in (test, 0);
  move->reason = g_strdup ("noise");
  plan = desk_action_plan (test->house, &test->context, move, &error);
  g_assert_no_error (error);
  why = g_ptr_array_index (plan->warnings, 0);
  g_assert_true (desk_plan_is_note (why));
  text = desk_message_render (why, desk_catalog_get ("fi"), desk_house_get_property (test->house));
  g_assert_nonnull (strstr (text, "415"));
  g_assert_nonnull (strstr (text, "Ylellinen"));
  g_assert_nonnull (strstr (text, "hiljainen puoli"));
}

/* What the room that is left is like, is said with the move and undone with it. */
static void
test_left (void)
{
  static const struct
  {
    const char *left;
    const char *clean;
    const char *service;
  } cases[] = {
    { NULL, "dirty", "in" },
    { "dirty", "dirty", "in" },
    { "clean", "clean", "in" },
    { "pickup", "pickup", "in" },
    { "oos", "dirty", "oos" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskTestHouse) test = new_house (STAY (""));
      g_autoptr (DeskAction) move = desk_action_new (DESK_VERB_MOVE, 1);
      g_autoptr (DeskAction) undo = desk_action_new (DESK_VERB_UNDO, 1);
      g_autofree char *where = g_strdup_printf ("room WHERE number = '412' AND clean = '%s' "
                                                "AND service = '%s'", cases[i].clean,
                                                cases[i].service);
      g_autoptr (GError) error = NULL;

      desk_db_exec (desk_house_get_db (test->house), "UPDATE room SET clean = 'inspected'", &error);
      g_assert_no_error (error);
      check_in (test, 0);
      move->room = g_strdup ("415");
      move->reason = g_strdup ("noise");
      move->now = TRUE;
      move->left = g_strdup (cases[i].left);
      desk_test_aurora_do (test, move);
      g_assert_cmpint (desk_test_house_count (test, where), ==, 1);
      desk_test_aurora_do (test, undo);
      g_assert_cmpint (desk_test_house_count (test, "room WHERE number = '412' AND "
                                              "clean = 'inspected' AND service = 'in'"), ==, 1);
      desk_test_assert_verifies (test->house);
    }
}

/* The limits a gift counts against stand in the plan, with what was given before. */
static void
test_budgets (void)
{
  g_autoptr (DeskTestHouse) test = new_house (STAY (""));
  g_autoptr (DeskAction) off = NULL;
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const DeskBudget *budget;

  check_in (test, 0);
  desk_test_aurora_post (test, 1, "ROOMBB", 1, 40000);
  off = desk_test_aurora_off (1, "1", "noise");
  off->amount_minor = 3000;
  desk_test_aurora_do (test, off);
  off->amount_minor = 1000;
  plan = desk_action_plan (test->house, &test->context, off, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->budgets->len, ==, 2);
  budget = &g_array_index (plan->budgets, DeskBudget, 0);
  g_assert_cmpstr (budget->scope, ==, "action");
  g_assert_cmpint (budget->limit_minor, ==, 5000);
  g_assert_cmpint (budget->given_minor, ==, 0);
  budget = &g_array_index (plan->budgets, DeskBudget, 1);
  g_assert_cmpstr (budget->kind, ==, "goodwill-stay");
  g_assert_cmpstr (budget->scope, ==, "stay");
  g_assert_cmpint (budget->limit_minor - budget->given_minor - budget->planned_minor, ==, 3500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hold/life", test_life);
  g_test_add_func ("/hold/none", test_none);
  g_test_add_func ("/hold/check-in", test_check_in);
  g_test_add_func ("/hold/stays-on", test_stays_on);
  g_test_add_func ("/hold/refused", test_refused);
  g_test_add_func ("/hold/file", test_file);
  g_test_add_func ("/hold/too-many", test_too_many);
  g_test_add_func ("/hold/words", test_words);
  g_test_add_func ("/hold/left", test_left);
  g_test_add_func ("/hold/budgets", test_budgets);

  return g_test_run ();
}
