/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-adjust.h"
#include "desk-budget.h"
#include "desk-error.h"
#include "desk-giving-table.h"
#include "desk-test-aurora.h"
#include "desk-test-books.h"
#include "desk-verify.h"

/* Nobody gives beyond what their role may, in one piece or in many. */

static const DeskTestStay anna = { "HO-C03S9", "Anna Kowalska", 2, "[]", -3, 2,
                                   "412", "600.00", NULL };
static const DeskTestStay dorin = { "HO-Q4387", "Dorin Mureșanu", 1, "[]", -3, 2,
                                    "601", "600.00", NULL };
static const DeskTestStay ida = { "HO-FPRYX", "Ida Sørlie", 2, "[]", -3, 2,
                                  "402", "600.00", NULL };

static gint64
arrive (DeskTestHouse      *test,
        const DeskTestStay *stay)
{
  gint64 id = desk_test_aurora_arrive (test, stay);

  desk_test_aurora_post (test, id, "FOOD", 1, 50000);
  return id;
}

static void
give (DeskTestHouse *test,
      gint64         stay_id,
      gint64         amount_minor,
      const char    *refused)
{
  g_autoptr (DeskAction) off = desk_test_aurora_off (stay_id, NULL, "wait");

  off->amount_minor = amount_minor;
  if (refused != NULL)
    desk_test_aurora_refuse (test, off, refused);
  else
    desk_test_aurora_do (test, off);
}

static void
price (DeskTestHouse *test,
       gint64         stay_id,
       gint64         price_minor,
       const char    *reason,
       const char    *refused)
{
  g_autoptr (DeskAction) rate = desk_action_new (DESK_VERB_RATE, stay_id);

  rate->unit_minor = price_minor;
  rate->reason = g_strdup (reason);
  rate->till = DESK_TEST_T - 2;
  if (refused != NULL)
    desk_test_aurora_refuse (test, rate, refused);
  else
    desk_test_aurora_do (test, rate);
}

typedef struct
{
  DeskRole    role;
  const char *kind;
  gint64      amount;        /* -1: any */
} LimitCase;

static const LimitCase limit_cases[] = {
  { DESK_ROLE_ASSOCIATE, "goodwill", 5000 },
  { DESK_ROLE_SUPERVISOR, "goodwill", 15000 },
  { DESK_ROLE_MANAGER, "goodwill", 100000 },
  { DESK_ROLE_NIGHT_AUDITOR, "goodwill", 5000 },
  { DESK_ROLE_CASHIER, "goodwill", -1 },
  { DESK_ROLE_SUPERVISOR, "upgrade", 10000 },   /* takes the associate's */
  { DESK_ROLE_MANAGER, "upgrade", -1 },
  { DESK_ROLE_MANAGER, "goodwill-stay", -1 },
  { DESK_ROLE_ASSOCIATE, "transfer", -1 },
};

static void
test_limits (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (limit_cases); i++)
    {
      const DeskLimit *limit =
        desk_budget_find_limit (desk_house_get_property (test->house), limit_cases[i].role,
                                limit_cases[i].kind);

      if (limit_cases[i].amount < 0)
        g_assert_null (limit);
      else
        g_assert_cmpint (limit->amount_minor, ==, limit_cases[i].amount);
    }
}

/* 50 in one action, 75 on a stay; a supervisor goes on from there. */
static void
test_stay (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive (test, &anna);

  give (test, id, 5001, "limit-action");
  give (test, id, 5000, NULL);
  give (test, id, 2501, "limit-stay");
  give (test, id, 2500, NULL);
  give (test, id, 1, "limit-stay");
  desk_test_house_sign_in_as (test, "nils", DESK_ROLE_NIGHT_AUDITOR);
  give (test, id, 1, "limit-stay");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  give (test, id, 15001, "limit-action");
  give (test, id, 15000, NULL);
}

/* What a refusal names is left of one of the limits that are shown beside it. */
static void
test_shown (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &anna);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, NULL, "wait");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = NULL;
  const DeskMessage *refused;
  const DeskBudget *share;

  desk_test_aurora_post (test, id, "FOOD", 1, 30000);
  give (test, id, 1000, NULL);
  off->amount_minor = 4000;
  plan = desk_action_plan (test->house, &test->context, off, &error);
  g_assert_no_error (error);
  refused = g_ptr_array_index (plan->refused, 0);
  g_assert_cmpstr (refused->code, ==, "limit-share");
  share = &g_array_index (plan->budgets, DeskBudget, plan->budgets->len - 1);
  g_assert_cmpstr (share->scope, ==, "share");
  g_assert_cmpint (share->limit_minor, ==, 4500);
  g_assert_cmpint (share->given_minor, ==, 1000);
  g_assert_cmpint (share->planned_minor, ==, 4000);
  g_assert_cmpint (refused->args[0].integer, ==, share->limit_minor - share->given_minor);
}

static void
assert_who (DeskTestHouse *test,
            gint64         id,
            gint64         amount_minor,
            const char    *expected)
{
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, NULL, "wait");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = NULL;
  const char *told = NULL;

  off->amount_minor = amount_minor;
  plan = desk_action_plan (test->house, &test->context, off, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < plan->warnings->len; i++)
    {
      const DeskMessage *message = g_ptr_array_index (plan->warnings, i);

      if (g_strcmp0 (message->code, DESK_PLAN_WHO_MAY) == 0)
        told = message->msgid;
    }
  g_assert_cmpstr (told, ==, expected);
}

/* Beside a limit stands who may, and nobody is sent to a colleague who may not either. */
static void
test_who (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive (test, &anna);

  assert_who (test, id, 5000, NULL);
  assert_who (test, id, 5001, "A supervisor can do it.");
  assert_who (test, id, 15001, "A manager can do it.");
  assert_who (test, id, 100001, NULL);
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_who (test, id, 15001, "A manager can do it.");
  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  assert_who (test, id, 15001, NULL);
}

/* 150 a shift over three stays; somebody else has their own. Closing the day is no rest. */
static void
test_shift (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 first = arrive (test, &anna);
  gint64 second = arrive (test, &dorin);
  gint64 third = arrive (test, &ida);

  give (test, first, 5000, NULL);
  give (test, second, 5000, NULL);
  give (test, third, 4000, NULL);
  give (test, second, 1001, "limit-shift");
  give (test, second, 1000, NULL);
  desk_test_house_sign_in_as (test, "otto", DESK_ROLE_ASSOCIATE);
  give (test, second, 1000, NULL);
  desk_test_aurora_close (test);
  desk_test_house_sign_in_as (test, "aino", DESK_ROLE_ASSOCIATE);
  give (test, second, 500, "limit-shift");
  test->now += 11 * G_TIME_SPAN_HOUR;
  give (test, second, 500, NULL);
}

/* A price lowered is given as well; it has a budget of its own. */
static void
test_rate (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive (test, &anna);
  g_autoptr (DeskAction) list = desk_action_new (DESK_VERB_RATE, id);
  g_autoptr (DeskAction) late = desk_action_new (DESK_VERB_RATE, id);
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  /* two nights, T-3 and T-2 */
  price (test, id, 57999, "wait", "limit-rate");
  price (test, id, 58000, "wait", NULL);
  price (test, id, 58000, "wait", "no-change");
  price (test, id, 57999, "wait", "limit-rate");
  price (test, id, 57999, "sealed", "reason-unfit");
  price (test, id, 57999, NULL, "reason-needed");
  g_assert_cmpint (desk_test_house_count (test, "giving"), ==, 2);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, 1);

  /* With evidence it puts an error right. */
  list->list = TRUE;
  list->from = DESK_TEST_T + 1;
  list->reason = g_strdup ("price");
  desk_test_aurora_refuse (test, list, "limit-rate");
  list->text = g_strdup ("confirmation of 3 Aug");
  desk_test_aurora_refuse (test, list, "limit-action");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  plan = desk_action_plan (test->house, &test->context, list, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->departure_before - plan->departure_after, ==, 60000 - 11900);
  desk_test_aurora_do (test, list);

  desk_test_aurora_close (test);
  late->unit_minor = 100;
  late->till = DESK_TEST_T - 3;
  late->reason = g_strdup ("wait");
  desk_test_aurora_refuse (test, late, "no-nights");
  late->unit_minor = -1;
  g_assert_null (desk_action_plan (test->house, &test->context, late, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
}

/* What is charged below the list is given, and counts as a lowered price. */
static void
test_below_list (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive (test, &anna);
  g_autoptr (DeskAction) post = desk_action_new (DESK_VERB_POST, id);

  post->code = g_strdup ("BEER");
  post->quantity = 6;
  post->has_unit = TRUE;
  post->unit_minor = 0;
  desk_test_house_sign_in_as (test, "aino", DESK_ROLE_ASSOCIATE);
  desk_test_aurora_refuse (test, post, "below-list");
  post->text = g_strdup ("the first ones were warm");
  desk_test_aurora_refuse (test, post, "limit-rate");
  post->quantity = 5;
  desk_test_aurora_do (test, post);
  g_assert_cmpint (desk_test_house_count (test, "giving"), ==, 1);
  desk_test_aurora_refuse (test, post, "limit-rate");
}

/* Two desks plan from the same rest; the second is told, and gives nothing. */
static void
test_stale (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 first = arrive (test, &anna);
  gint64 second = arrive (test, &dorin);
  g_autoptr (DeskAction) off = desk_test_aurora_off (second, NULL, "wait");
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  off->amount_minor = 100;
  plan = desk_action_plan (test->house, &test->context, off, &error);
  g_assert_no_error (error);
  give (test, first, 5000, NULL);
  outcome = desk_action_do (test->house, &test->context, off, plan->digest, NULL, &error);
  g_assert_null (outcome);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
}

/* Every giving is a row with its entry, its line, its case and who gave it. */
static void
test_rows (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive (test, &anna);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const DeskGivingRecord *row;

  give (test, id, 1000, NULL);
  give (test, id, 200, NULL);
  rows = desk_giving_table_list (desk_house_get_db (test->house), DESK_TEST_T - 3, DESK_TEST_T, 0,
                                 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->kind, ==, "goodwill");
  g_assert_cmpstr (row->reason, ==, "wait");
  g_assert_cmpint (row->stay_id, ==, id);
  g_assert_cmpint (row->case_id, !=, 0);
  g_assert_cmpint (row->posting_id, !=, 0);
  g_assert_cmpint (row->value_minor, ==, 1000);
  g_assert_cmpstr (row->made_by, ==, "aino");
  g_assert_cmpint (row->role, ==, DESK_ROLE_ASSOCIATE);
  page = desk_giving_table_list (desk_house_get_db (test->house), DESK_TEST_T - 3, DESK_TEST_T,
                                 row->id, 10, &error);
  g_assert_cmpuint (page->len, ==, 1);
  none = desk_giving_table_list (desk_house_get_db (test->house), DESK_TEST_T, DESK_TEST_T, 0, 10,
                                 &error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Who may not give at all is told before anything is planned. */
static void
test_roles (void)
{
  static const DeskVerb given[] = { DESK_VERB_FIX, DESK_VERB_OFF, DESK_VERB_RATE };
  static const DeskRole roles[] = { DESK_ROLE_NONE, DESK_ROLE_CASHIER, DESK_ROLE_ADMINISTRATOR };
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive (test, &anna);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (given) * G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (DeskAction) action = desk_action_new (given[i / 3], id);
      g_autoptr (GError) error = NULL;

      desk_test_house_sign_in_as (test, "otso", roles[i % 3]);
      g_assert_null (desk_action_do (test->house, &test->context, action, NULL, NULL, &error));
      g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
    }
}

/* Who works in the random house, and how much goodwill each may give on a stay. */
static const struct
{
  const char *login;
  DeskRole    role;
  gint64      stay;
  gint64      shift;
} people[] = {
  { "aino", DESK_ROLE_ASSOCIATE, 7500, 15000 },
  { "otto", DESK_ROLE_ASSOCIATE, 7500, 15000 },
  { "nils", DESK_ROLE_NIGHT_AUDITOR, 7500, 15000 },
  { "mika", DESK_ROLE_SUPERVISOR, 30000, 60000 },
};

#define N_STEPS 240

static DeskAction *
random_action (gint64 stay_id,
               guint  n_lines)
{
  g_autofree char *line =
    g_strdup_printf ("%d", g_test_rand_int_range (1, (gint32) n_lines + 2));
  DeskAction *action;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      action = desk_test_aurora_fix (stay_id, line, "price");
      action->none = g_test_rand_bit ();
      action->has_unit = !action->none;
      action->unit_minor = g_test_rand_int_range (0, 6000);
      return action;
    case 1:
      action = desk_action_new (DESK_VERB_RATE, stay_id);
      action->unit_minor = g_test_rand_int_range (55000, 61000);
      action->reason = g_strdup ("wait");
      return action;
    case 2:
      return desk_action_new (DESK_VERB_UNDO, stay_id);
    case 3:
      action = desk_action_new (DESK_VERB_POST, stay_id);
      action->code = g_strdup (g_test_rand_bit () ? "BEER" : "NUTS");
      action->quantity = g_test_rand_int_range (1, 4);
      return action;
    default:
      action = desk_test_aurora_off (stay_id, g_test_rand_bit () ? line : NULL, "wait");
      if (g_test_rand_bit ())
        action->percent = g_strdup_printf ("%d", g_test_rand_int_range (1, 30));
      else
        action->amount_minor = g_test_rand_int_range (1, 6000);
      return action;
    }
}

/* No line falls below nothing, and what was given as goodwill is what the bill shows. */
static void
check_folio (DeskTestHouse *test,
             gint64         stay_id,
             guint         *n_lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskFolioView) view = desk_folio_view_load (test->house, stay_id, &error);
  DeskGivingQuery query = { .kind = "goodwill", .stay_id = stay_id };
  DeskAdjusterInfo info = { .lines = view->lines };
  g_autoptr (DeskAdjuster) adjuster = desk_adjuster_new (&info);
  gint64 shown = 0;
  gint64 given;
  guint i;

  g_assert_no_error (error);
  *n_lines = view->lines->len;
  for (i = 0; i < view->lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (view->lines, i);
      DeskLeft left;

      g_assert_true (desk_adjuster_get_left (adjuster, line->line, &left, &error));
      if (line->kind == DESK_POSTING_CHARGE)
        g_assert_cmpint (left.amount_minor, >=, 0);
      if (desk_lines_is_gesture (view->lines, line))
        shown -= line->amount_minor;
    }
  g_assert_true (desk_giving_table_sum_stay (desk_house_get_db (test->house), &query, &given,
                                             &error));
  g_assert_cmpint (given, ==, shown);
}

/* Whatever anybody tries, in whatever order, with everything undone in between: what a
 * person gave that succeeded stays within what they may. */
static void
test_random (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  const gint64 stays[] = { arrive (test, &anna), arrive (test, &dorin), arrive (test, &ida) };
  guint n_lines[] = { 1, 1, 1 };
  guint done = 0;
  guint step;

  for (step = 0; step < N_STEPS; step++)
    {
      guint at = (guint) g_test_rand_int_range (0, 3);
      guint who = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (people));
      g_autoptr (DeskAction) action = random_action (stays[at], n_lines[at]);
      g_autoptr (DeskOutcome) outcome = NULL;
      g_autoptr (DeskVerdict) verdict = NULL;
      g_autoptr (GError) error = NULL;
      DeskGivingQuery query = { "goodwill", stays[at], 0, people[who].login,
                                DESK_TEST_T - 3 + (int) step / 50 };
      gint64 sum;

      if (step == 50 || step == 100)
        desk_test_aurora_close (test);
      desk_test_house_sign_in_as (test, people[who].login, people[who].role);
      outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
      if (outcome == NULL)
        {
          g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
          continue;
        }
      done++;
      check_folio (test, stays[at], &n_lines[at]);
      desk_test_assert_books (test->house);
      verdict = desk_verify (test->house, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (verdict->ok);
      if (action->verb != DESK_VERB_OFF)
        continue;
      desk_giving_table_sum_stay (desk_house_get_db (test->house), &query, &sum, &error);
      g_assert_cmpint (sum, <=, people[who].stay);
      desk_giving_table_sum_shift (desk_house_get_db (test->house), &query, &sum, &error);
      g_assert_cmpint (sum, <=, people[who].shift);
    }
  g_assert_cmpuint (done, >, N_STEPS / 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/limits", test_limits);
  g_test_add_func ("/budget/stay", test_stay);
  g_test_add_func ("/budget/shown", test_shown);
  g_test_add_func ("/budget/who", test_who);
  g_test_add_func ("/budget/shift", test_shift);
  g_test_add_func ("/budget/rate", test_rate);
  g_test_add_func ("/budget/below-list", test_below_list);
  g_test_add_func ("/budget/stale", test_stale);
  g_test_add_func ("/budget/rows", test_rows);
  g_test_add_func ("/budget/roles", test_roles);
  g_test_add_func ("/budget/random", test_random);
  return g_test_run ();
}
