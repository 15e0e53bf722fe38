/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-error.h"
#include "desk-test-aurora.h"

/* Putting right: the scenarios of the front desk to the cent, and what is refused. */

static const DeskTestStay eero = { "HO-9H0B6", "Eero Vainionpää", 1, "[]", -3, 1,
                                   "218", "105.00", NULL };
static const DeskTestStay ieva = { "HO-ARJ2Q", "Ieva Kazlauskienė", 2, "[]", -3, 0,
                                   "507", "129.00", "109.00" };
static const DeskTestStay outi = { "HO-RBMZR", "Outi Koskiranta", 3, "[9]", -2, 1,
                                   "322", "189.00", NULL };
static const DeskTestStay ida = { "HO-FPRYX", "Ida Sørlie", 2, "[]", -1, 2,
                                  "402", "125.00", NULL };
static const DeskTestStay jonas = { "HO-GYANF", "Jonas Petrauskas", 1, "[]", -1, 1,
                                    "226", "95.00", NULL };
static const DeskTestStay wulandari = { "HO-J5WC1", "Wulandari", 2, "[]", -2, 1,
                                        "311", "110.00", NULL };

static gint64
departure_of (DeskTestHouse *test,
              gint64         stay_id)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_POST, stay_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = NULL;

  action->code = g_strdup ("BEER");
  plan = desk_action_plan (test->house, &test->context, action, &error);
  g_assert_no_error (error);
  return plan->departure_before;
}

/* Beer and nuts at the day before yesterday, and typed once more a day later. */
static gint64
charge_minibar_twice (DeskTestHouse *test)
{
  gint64 id = desk_test_aurora_arrive (test, &eero);

  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "BEER", 2, 0);
  desk_test_aurora_post (test, id, "NUTS", 1, 0);
  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "BEER", 2, 0);
  desk_test_aurora_post (test, id, "NUTS", 1, 0);
  desk_test_aurora_close (test);
  return id;
}

/* Stay 1: the minibar that was charged twice. */
static void
test_twice (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = charge_minibar_twice (test);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "7+8", "twice");

  desk_test_aurora_check_vat (test, id, 36000, 3854, 610);
  fix->none = TRUE;
  desk_test_aurora_do (test, fix);
  desk_test_aurora_check (test, id, 11, "BEER allowance 1 x -1500 >7, NUTS allowance 1 x -450 >8");
  desk_test_aurora_check_vat (test, id, 34050, 3800, 305);
  g_assert_cmpint (departure_of (test, id), ==, 44750);
  desk_test_aurora_refuse (test, fix, "already-nothing");

  desk_test_aurora_close (test);
  desk_test_aurora_check_vat (test, id, 44750, 5049, 305);
}

/* Stay 2: dearer than the confirmation; above what an associate may allow. */
static void
test_promised (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &ieva);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "1+3+6", NULL);
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  desk_test_aurora_close (test);
  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "FOOD", 1, 3100);
  desk_test_aurora_close (test);
  desk_test_aurora_check_vat (test, id, 43000, 4972, 0);

  /* The price is the confirmation's: the reason shows by itself. */
  fix->has_unit = TRUE;
  fix->unit_minor = 10900;
  desk_test_aurora_refuse (test, fix, "limit-action");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  plan = desk_action_plan (test->house, &test->context, fix, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->givings->len, ==, 3);
  g_assert_cmpstr (((DeskGiving *) g_ptr_array_index (plan->givings, 0))->reason, ==, "price");
  desk_test_aurora_do (test, fix);
  desk_test_aurora_check (test, id, 8,
                          "ROOMBB allowance 1 x -2000 >1, ROOMBB allowance 1 x -2000 >3, "
                          "ROOMBB allowance 1 x -2000 >6");
  desk_test_aurora_check_vat (test, id, 37000, 4258, 0);
  desk_test_aurora_refuse (test, fix, "no-change");
}

/* Stay 9: three persons or two; tonight's levy is right by itself. */
static void
test_levy (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &outi);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "2+4", NULL);
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  desk_test_aurora_close (test);
  desk_test_aurora_close (test);
  desk_test_aurora_check_vat (test, id, 39000, 4496, 0);

  fix->has_quantity = TRUE;
  fix->quantity = 2;
  desk_test_aurora_refuse (test, fix, "no-evidence");
  fix->text = g_strdup ("registration card");
  plan = desk_action_plan (test->house, &test->context, fix, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->departure_before, ==, 58500);
  g_assert_cmpint (plan->departure_after, ==, 57900);
  desk_test_aurora_do (test, fix);
  desk_test_aurora_check (test, id, 5, "LEVY allowance 1 x -200 >2, LEVY allowance 1 x -200 >4");
  desk_test_aurora_check_vat (test, id, 38600, 4496, 0);

  desk_test_aurora_close (test);
  desk_test_aurora_check (test, id, 7, "ROOMBB charge 1 x 18900 >0, LEVY tax 2 x 200 >0");
  desk_test_aurora_check_vat (test, id, 57900, 6744, 0);
}

/* Undone, the third adult is there again, and so is the levy; done again it is the same. */
static void
test_levy_undone (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &outi);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "2+4", "persons");
  g_autoptr (DeskAction) undo = desk_action_new (DESK_VERB_UNDO, id);

  desk_test_aurora_close (test);
  desk_test_aurora_close (test);
  fix->has_quantity = TRUE;
  fix->quantity = 2;
  desk_test_aurora_do (test, fix);
  g_assert_cmpint (departure_of (test, id), ==, 57900);
  desk_test_aurora_do (test, undo);
  g_assert_cmpint (departure_of (test, id), ==, 58500);
  desk_test_aurora_do (test, fix);
  g_assert_cmpint (departure_of (test, id), ==, 57900);
}

/* A gesture that was taken back says nothing about what was right to charge. */
static void
test_after_gesture (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = charge_minibar_twice (test);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, "9", "noise");
  g_autoptr (DeskAction) undo = desk_action_new (DESK_VERB_UNDO, id);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "9", "price");

  off->amount_minor = 1000;
  desk_test_aurora_do (test, off);
  desk_test_aurora_do (test, undo);
  fix->has_unit = TRUE;
  fix->unit_minor = 9500;
  desk_test_aurora_do (test, fix);
  desk_test_aurora_check (test, id, 13, "ROOMBB allowance 1 x -1000 >9");
  desk_test_aurora_refuse (test, fix, "no-change");
}

/* Stay 6: the nuts that were dear, on the same day: taken back and posted right. */
static void
test_open_day (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &ida);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "3", NULL);

  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "BARNUTS", 3, 950);
  desk_test_aurora_post (test, id, "BEER", 2, 0);
  desk_test_aurora_check_vat (test, id, 17250, 1826, 305);
  fix->has_unit = TRUE;
  fix->unit_minor = 650;
  desk_test_aurora_do (test, fix);
  desk_test_aurora_check (test, id, 5,
                          "BARNUTS correction 3 x -950 >3, BARNUTS charge 3 x 650 >0");
  desk_test_aurora_check_vat (test, id, 16350, 1719, 305);
  g_assert_cmpint (departure_of (test, id), ==, 42150);
  desk_test_aurora_close (test);
  desk_test_aurora_close (test);
  desk_test_aurora_check_vat (test, id, 42150, 4692, 305);
}

static void
test_open_day_one (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &jonas);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "3", "price");

  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "BARNUTS", 1, 950);
  fix->has_unit = TRUE;
  fix->unit_minor = 650;
  desk_test_aurora_do (test, fix);
  desk_test_aurora_check_vat (test, id, 10350, 1207, 0);
  desk_test_aurora_close (test);
  desk_test_aurora_check_vat (test, id, 20050, 2337, 0);
}

/* The same on the day after: only the difference, today. */
static void
test_closed_day (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &wulandari);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "3", "price");

  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "BARNUTS", 2, 950);
  desk_test_aurora_close (test);
  desk_test_aurora_check_vat (test, id, 24700, 2843, 0);
  fix->has_unit = TRUE;
  fix->unit_minor = 650;
  desk_test_aurora_do (test, fix);
  desk_test_aurora_check (test, id, 6, "BARNUTS allowance 2 x -300 >3");
  desk_test_aurora_check_vat (test, id, 24100, 2771, 0);
  desk_test_aurora_close (test);
  desk_test_aurora_check_vat (test, id, 35500, 4080, 0);
}

typedef struct
{
  const char *path;
  const char *lines;
  const char *reason;
  const char *text;
  gboolean    none;
  gint64      quantity;      /* 0: not said */
  gint64      unit;          /* -1: not said */
  const char *refused;       /* code, or NULL: the action itself is a mistake */
} RefusalCase;

/* Of a stay with 1 room, 2 levy, 3 beer with a check, 4 nuts, 5 card; today 6 food. */
static const RefusalCase refusal_cases[] = {
  { "/fix/refuse/without-evidence", "4", NULL, NULL, TRUE, 0, -1, "no-evidence" },
  { "/fix/refuse/a-gesture", "4", "noise", "loud", TRUE, 0, -1, "no-evidence" },
  { "/fix/refuse/the-one-with-its-check", "3", "twice", NULL, TRUE, 0, -1, "has-check" },
  { "/fix/refuse/a-payment", "5", "price", NULL, TRUE, 0, -1, "not-a-charge" },
  { "/fix/refuse/no-such-line", "99", "price", NULL, TRUE, 0, -1, "no-such-line" },
  { "/fix/refuse/price-of-a-levy", "2", "price", NULL, FALSE, 0, 100, "levy-price" },
  { "/fix/refuse/what-it-is-already", "4", "price", NULL, FALSE, 0, 450, "no-change" },
  { "/fix/refuse/above-the-limit", "1", "price", "of a colleague", TRUE, 0, -1, "limit-action" },
  { "/fix/refuse/nothing-said", "4", "price", NULL, FALSE, 0, -1, NULL },
  { "/fix/refuse/none-and-a-price", "4", "price", NULL, TRUE, 0, 100, NULL },
  { "/fix/refuse/below-zero", "4", "price", NULL, FALSE, 0, -2, NULL },
  { "/fix/refuse/named-twice", "4+4", "price", NULL, TRUE, 0, -1, NULL },
  { "/fix/refuse/unknown-reason", "4", "moon", NULL, TRUE, 0, -1, NULL },
};

static gint64
arrive_with_charges (DeskTestHouse *test)
{
  g_autoptr (DeskAction) post = NULL;
  g_autoptr (DeskAction) pay = NULL;
  gint64 id = desk_test_aurora_arrive (test, &ida);

  desk_test_aurora_close (test);
  post = desk_action_new (DESK_VERB_POST, id);
  post->code = g_strdup ("BEER");
  post->check = g_strdup ("M-2181");
  desk_test_aurora_do (test, post);
  desk_test_aurora_post (test, id, "NUTS", 1, 0);
  pay = desk_action_new (DESK_VERB_PAY, id);
  pay->code = g_strdup ("CARD");
  pay->amount_minor = 1000;
  desk_test_aurora_do (test, pay);
  return id;
}

static void
test_refusal (gconstpointer data)
{
  const RefusalCase *refusal = data;
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = arrive_with_charges (test);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, refusal->lines, refusal->reason);
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_free (fix->text);
  fix->text = g_strdup (refusal->text);
  fix->none = refusal->none;
  fix->has_quantity = refusal->quantity != 0;
  fix->quantity = refusal->quantity;
  fix->has_unit = refusal->unit != -1;
  fix->unit_minor = refusal->unit;
  if (refusal->refused != NULL)
    {
      desk_test_aurora_refuse (test, fix, refusal->refused);
      return;
    }
  plan = desk_action_plan (test->house, &test->context, fix, &error);
  g_assert_null (plan);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
}

/* A price that was too low is raised with evidence, and nothing is given. */
static void
test_dearer (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = desk_test_aurora_arrive (test, &wulandari);
  g_autoptr (DeskAction) fix = desk_test_aurora_fix (id, "3", "price");
  gint64 given;

  desk_test_aurora_close (test);
  desk_test_aurora_post (test, id, "BARNUTS", 2, 100);
  desk_test_aurora_close (test);
  given = desk_test_house_count (test, "giving WHERE value_minor > 0");
  fix->has_unit = TRUE;
  fix->unit_minor = 650;
  desk_test_aurora_do (test, fix);
  desk_test_aurora_check (test, id, 6, "BARNUTS correction 2 x 550 >3");
  g_assert_cmpint (desk_test_house_count (test, "giving WHERE value_minor > 0"), ==, given);
}

/* An error in pieces is held against one limit; what a gesture gave is not given twice. */
static void
test_pieces (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_aurora_new ();
  gint64 id = charge_minibar_twice (test);
  g_autoptr (DeskAction) beer = desk_test_aurora_fix (id, "7", "twice");
  g_autoptr (DeskAction) room = desk_test_aurora_fix (id, "9", "price");
  g_autoptr (DeskAction) nuts = desk_test_aurora_fix (id, "8", "twice");
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, "8", "noise");

  beer->none = TRUE;
  desk_test_aurora_do (test, beer);
  room->has_unit = TRUE;
  room->unit_minor = 8999;
  desk_test_aurora_refuse (test, room, "limit-action");
  room->unit_minor = 9500;
  desk_test_aurora_do (test, room);

  off->amount_minor = 200;
  desk_test_aurora_do (test, off);
  nuts->none = TRUE;
  desk_test_aurora_do (test, nuts);
  desk_test_aurora_check (test, id, 11,
                          "BEER allowance 1 x -1500 >7, ROOMBB allowance 1 x -1000 >9, "
                          "NUTS goodwill 1 x -200 >8, NUTS allowance 1 x -250 >8");
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fix/stay-1-twice", test_twice);
  g_test_add_func ("/fix/stay-2-promised", test_promised);
  g_test_add_func ("/fix/stay-9-levy", test_levy);
  g_test_add_func ("/fix/levy-undone", test_levy_undone);
  g_test_add_func ("/fix/after-a-gesture", test_after_gesture);
  g_test_add_func ("/fix/stay-6-today", test_open_day);
  g_test_add_func ("/fix/stay-6-today-one", test_open_day_one);
  g_test_add_func ("/fix/stay-6-yesterday", test_closed_day);
  for (i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    g_test_add_data_func (refusal_cases[i].path, &refusal_cases[i], test_refusal);
  g_test_add_func ("/fix/dearer", test_dearer);
  g_test_add_func ("/fix/pieces", test_pieces);
  return g_test_run ();
}
