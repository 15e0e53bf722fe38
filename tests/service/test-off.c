/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-error.h"
#include "desk-folio-table.h"
#include "desk-test-aurora.h"

/* Gestures: of what, to whom, and over which taxes, to the cent. */

static const DeskTestStay anna = { "HO-C03S9", "Anna Kowalska", 2, "[]", -2, 2,
                                   "412", "129.00", NULL };
static const DeskTestStay dorin = { "HO-Q4387", "Dorin Mureșanu", 1, "[]", -2, 1,
                                    "601", "135.00", NULL };

/* Stay 3 before the remedy: lines 1 to 9, T open. */
static gint64
arrive_anna (DeskTestHouse *test)
{
  g_autoptr (DeskAction) pay = NULL;
  gint64 id = desk_test_aurora_arrive (test, &anna);

  pay = desk_action_new (DESK_VERB_PAY, id);
  pay->code = g_strdup ("CARD");
  pay->amount_minor = 10000;
  desk_test_aurora_do (test, pay);
  desk_test_aurora_post (test, id, "NUTS", 1, 350);
  desk_test_aurora_post (test, id, "NUTS", 1, 0);
  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "FOOD", 1, 3800);
  desk_test_aurora_post (test, id, "BEER", 1, 800);
  desk_test_aurora_close (test);
  return id;
}

/* Stay 3: ten per cent of the night the lift kept her awake. */
static void
test_one_line (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive_anna (test);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, "8", "noise");
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  desk_test_aurora_check_vat (test, id, 22000, 3616, 163);
  off->percent = g_strdup ("10");
  plan = desk_action_plan (test->house, &test->context, off, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->departure_before, ==, 48600);
  g_assert_cmpint (plan->departure_after, ==, 47310);
  desk_test_aurora_do (test, off);
  desk_test_aurora_check (test, id, 10, "ROOMBB goodwill 1 x -1290 >8");
  desk_test_aurora_check_vat (test, id, 20710, 3462, 163);
  g_assert_cmpint (desk_test_house_count (test, "case_file"), ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "case_step"), ==, 1);

  desk_test_aurora_close (test);
  desk_test_aurora_close (test);
  desk_test_aurora_check_vat (test, id, 47310, 6531, 163);
}

/* The open case lends its topic, and no second one is opened; 10 % of what is left. */
static void
test_whole_stay (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive_anna (test);
  g_autoptr (DeskAction) line = desk_test_aurora_off (id, "8", "noise");
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, NULL, NULL);
  gint64 given = desk_test_house_count (test, "giving");

  off->percent = g_strdup ("10");
  desk_test_aurora_refuse (test, off, "reason-needed");
  line->percent = g_strdup ("10");
  desk_test_aurora_do (test, line);

  /* 10 % of 312.00 - 12.90 = 299.10, over 291.10 and 8.00 */
  desk_test_aurora_do (test, off);
  desk_test_aurora_check (test, id, 10,
                          "ROOMBB goodwill 1 x -1290 >8, ROOMBB goodwill 1 x -2911 >0, "
                          "BEER goodwill 1 x -80 >0");
  g_assert_cmpint (desk_test_house_count (test, "case_file"), ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "giving"), ==, given + 3);
}

/* Stay 9: the levy is left alone. */
static void
test_not_the_levy (void)
{
  static const DeskTestStay outi = { "HO-RBMZR", "Outi Koskiranta", 3, "[9]", -2, 1,
                                     "322", "189.00", NULL };
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &outi);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, NULL, "wait");

  desk_test_aurora_close (test);
  desk_test_aurora_close (test);
  off->percent = g_strdup ("10");
  desk_test_aurora_do (test, off);
  desk_test_aurora_check (test, id, 5, "ROOMBB goodwill 1 x -3780 >0");
}

static void
set_payer (DeskTestHouse *test,
           gint64         stay_id,
           const char    *payer)
{
  DeskDb *db = desk_house_get_db (test->house);
  g_autoptr (DeskFolioRecord) folio = NULL;
  g_autoptr (GPtrArray) windows = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (DeskTx) tx = { NULL };
  guint i;

  g_assert_true (desk_tx_begin (&tx, db, &error));
  desk_folio_table_find_for_stay (db, stay_id, &folio, &error);
  g_assert_no_error (error);
  windows = desk_folio_table_list_windows (db, folio->id, &error);
  for (i = 0; i < windows->len; i++)
    {
      DeskWindowRecord *window = g_ptr_array_index (windows, i);

      if (window->number != 2)
        continue;
      g_free (window->payer);
      window->payer = g_strdup (payer);
      g_assert_true (desk_folio_table_update_window (db, window, &error));
    }
  g_assert_true (desk_tx_commit (&tx, &error));
}

static void
post_to (DeskTestHouse *test,
         gint64         stay_id,
         const char    *code,
         int            window,
         gint64         unit_minor)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_POST, stay_id);

  action->code = g_strdup (code);
  action->window = window;
  action->has_unit = TRUE;
  action->unit_minor = unit_minor;
  action->text = g_strdup ("as agreed");
  desk_test_aurora_do (test, action);
}

/* Stay 8: whose ten per cent? The company's window is not the guest's. */
static void
test_windows (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &dorin);
  g_autoptr (DeskAction) own = desk_test_aurora_off (id, NULL, "wait");
  g_autoptr (DeskAction) all = desk_test_aurora_off (id, NULL, "wait");
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  post_to (test, id, "FOOD", 1, 600);
  post_to (test, id, "BEER", 1, 3000);
  post_to (test, id, "FOOD", 2, 33300);
  post_to (test, id, "BEER", 2, 4400);
  set_payer (test, id, "Karelia Instruments Oy");

  all->base = DESK_OFF_ALL;
  all->percent = g_strdup ("10");
  plan = desk_action_plan (test->house, &test->context, all, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->balance_before - plan->balance_after, ==, 4130);
  g_assert_cmpuint (plan->warnings->len, ==, 1);
  g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (plan->warnings, 0))->code, ==,
                   "benefits-others");

  own->amount_minor = 1000;
  desk_test_aurora_do (test, own);
  desk_test_aurora_check (test, id, 5, "FOOD goodwill 1 x -167 >0, BEER goodwill 1 x -833 >0");
}

typedef struct
{
  const char *path;
  const char *lines;
  DeskOffBase base;
  const char *of;            /* class */
  const char *percent;
  gint64      amount;
  const char *reason;
  const char *refused;       /* NULL: a mistake of the action, "": not refused */
  gint64      given;
} OffCase;

/* Of stay 3's lines: rooms 129.00 twice, food 3.50 4.50 38.00, beer 8.00. */
static const OffCase off_cases[] = {
  { "/off/class", NULL, DESK_OFF_CLASS, "food", "10", 0, "noise", "", 460 },
  { "/off/day", NULL, DESK_OFF_DAY, NULL, "10", 0, "noise", "nothing-left", 0 },
  { "/off/window", NULL, DESK_OFF_WINDOW, NULL, "10", 0, "noise", "", 3120 },
  { "/off/two-lines", "6+7", DESK_OFF_LINES, NULL, "10", 0, "noise", "", 460 },
  { "/off/half-up", "2", DESK_OFF_LINES, NULL, "1", 0, "noise", "", 4 },
  { "/off/a-levy", "9", DESK_OFF_LINES, NULL, "10", 0, "noise", "not-ours", 0 },
  { "/off/a-payment", "1", DESK_OFF_LINES, NULL, "10", 0, "noise", "not-ours", 0 },
  { "/off/no-such-line", "99", DESK_OFF_LINES, NULL, "10", 0, "noise", "no-such-line", 0 },
  { "/off/more-than-left", "2", DESK_OFF_LINES, NULL, NULL, 351, "noise", "more-than-left", 0 },
  { "/off/an-error", "8", DESK_OFF_LINES, NULL, "10", 0, "price", "not-a-gesture", 0 },
  { "/off/no-reason", "8", DESK_OFF_LINES, NULL, "10", 0, NULL, "reason-needed", 0 },
  { "/off/nothing-of-that-class", NULL, DESK_OFF_CLASS, "shop", "10", 0, "noise",
    "nothing-left", 0 },
  { "/off/above-the-action", NULL, DESK_OFF_STAY, NULL, NULL, 5001, "noise", "limit-share", 0 },
  { "/off/above-the-share", NULL, DESK_OFF_STAY, NULL, "15.1", 0, "noise", "limit-share", 0 },
  { "/off/the-share", NULL, DESK_OFF_STAY, NULL, "15", 0, "noise", "", 4680 },
  { "/off/both", "8", DESK_OFF_LINES, NULL, "10", 100, "noise", NULL, 0 },
  { "/off/neither", "8", DESK_OFF_LINES, NULL, NULL, 0, "noise", NULL, 0 },
  { "/off/too-many-per-cent", "8", DESK_OFF_LINES, NULL, "101", 0, "noise", NULL, 0 },
  { "/off/unknown-reason", "8", DESK_OFF_LINES, NULL, "10", 0, "moon", NULL, 0 },
};

static void
test_off (gconstpointer data)
{
  const OffCase *off_case = data;
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive_anna (test);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, off_case->lines, off_case->reason);
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  off->base = off_case->base;
  off->tax_class = g_strdup (off_case->of);
  off->percent = g_strdup (off_case->percent);
  off->amount_minor = off_case->amount;
  if (off_case->refused != NULL && *off_case->refused != '\0')
    {
      desk_test_aurora_refuse (test, off, off_case->refused);
      return;
    }
  plan = desk_action_plan (test->house, &test->context, off, &error);
  if (off_case->refused == NULL)
    {
      g_assert_null (plan);
      g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (plan->balance_before - plan->balance_after, ==, off_case->given);
  desk_test_aurora_do (test, off);
}

/* One key, one gift. */
static void
test_key (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive_anna (test);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, "8", "noise");
  g_autoptr (DeskOutcome) first = NULL;
  g_autoptr (DeskOutcome) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 given = desk_test_house_count (test, "giving");

  off->amount_minor = 1000;
  first = desk_action_do (test->house, &test->context, off, NULL, "k", &error);
  second = desk_action_do (test->house, &test->context, off, NULL, "k", &error);
  g_assert_no_error (error);
  g_assert_true (second->repeated);
  g_assert_cmpint (desk_test_house_count (test, "giving"), ==, given + 1);
  g_assert_cmpint (desk_test_house_count (test, "case_file"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/off/stay-3-one-line", test_one_line);
  g_test_add_func ("/off/stay-3-whole", test_whole_stay);
  g_test_add_func ("/off/stay-9-not-the-levy", test_not_the_levy);
  g_test_add_func ("/off/stay-8-windows", test_windows);
  for (i = 0; i < G_N_ELEMENTS (off_cases); i++)
    g_test_add_data_func (off_cases[i].path, &off_cases[i], test_off);
  g_test_add_func ("/off/key", test_key);
  return g_test_run ();
}
