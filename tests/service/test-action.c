/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "desk-action.h"
#include "desk-close-day.h"
#include "desk-error.h"
#include "desk-explain.h"
#include "desk-test-house.h"
#include "desk-views.h"

/* Acting at the desk: plan, do, refuse, repeat; the example's bill to the cent. */

static gint64
find_stay (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  gint64 id = desk_find_one (test->house, "AM-0226A", &error);

  g_assert_no_error (error);
  return id;
}

static DeskTestHouse *
house_with_stay (void)
{
  DeskTestHouse *test = desk_test_house_new ();

  desk_test_house_import (test, desk_test_stays ());
  return test;
}

static void
act (DeskTestHouse *test,
     DeskAction    *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome =
    desk_action_do (test->house, &test->context, action, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}

static void
check_in (DeskTestHouse *test)
{
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_CHECK_IN, find_stay (test));

  act (test, action);
}

static void
close_day (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  DeskDate date;

  g_assert_true (desk_house_get_business_date (test->house, &date, &error));
  g_assert_true (desk_close_day (test->house, &test->context, date, NULL, &error));
  g_assert_no_error (error);
}

static DeskFolioView *
folio (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  DeskFolioView *view = desk_folio_view_load (test->house, find_stay (test), &error);

  g_assert_no_error (error);
  return view;
}

/* The reference example: checked in, two nights closed, 264.85. */
static void
test_example (void)
{
  static const gint64 amounts[] = { 9900, 1650, 1135, 10900, 1650, 1250 };
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskFolioView) view = NULL;
  const DeskWindowView *window;
  const DeskVatRow *row;
  guint i;

  check_in (test);
  close_day (test);
  close_day (test);

  view = folio (test);
  g_assert_cmpint (view->balance_minor, ==, 26485);
  g_assert_cmpuint (view->lines->len, ==, G_N_ELEMENTS (amounts));
  for (i = 0; i < G_N_ELEMENTS (amounts); i++)
    g_assert_cmpint (((DeskPosting *) g_ptr_array_index (view->lines, i))->amount_minor, ==,
                     amounts[i]);
  window = desk_folio_view_get_window (view, 1);
  g_assert_cmpstr (window->payer, ==, "Robin Example");
  row = g_ptr_array_index (window->vat, 0);
  g_assert_cmpint (row->net_minor, ==, 22110);
  g_assert_cmpint (row->vat_minor, ==, 1990);
  desk_test_assert_verifies (test->house);
}

typedef struct
{
  const char *path;
  DeskVerb    verb;
  gboolean    in_house;      /* checked in before */
  const char *room;
  const char *code;
  gboolean    all;
  gint64      amount;
  gint64      quantity;
  DeskRole    role;
  const char *refused;       /* code of the refusal, or NULL */
  int         error;         /* or what the plan fails with; -1: it does not */
} RefusalCase;

static const RefusalCase refusal_cases[] = {
  { "/action/refuse/in-twice", DESK_VERB_CHECK_IN, TRUE, NULL, NULL, FALSE, 0, 1,
    DESK_ROLE_ASSOCIATE, "not-booked", -1 },
  { "/action/refuse/no-such-room", DESK_VERB_CHECK_IN, FALSE, "999", NULL, FALSE, 0, 1,
    DESK_ROLE_ASSOCIATE, "no-such-room", -1 },
  { "/action/refuse/post-before-arrival", DESK_VERB_POST, FALSE, NULL, "BFST", FALSE, 0, 1,
    DESK_ROLE_ASSOCIATE, "not-in-house", -1 },
  { "/action/refuse/post-without-price", DESK_VERB_POST, TRUE, NULL, "ROOM", FALSE, 0, 1,
    DESK_ROLE_ASSOCIATE, "price-needed", -1 },
  { "/action/refuse/post-a-payment", DESK_VERB_POST, TRUE, NULL, "CASH", FALSE, 0, 1,
    DESK_ROLE_ASSOCIATE, NULL, DESK_ERROR_INVALID },
  { "/action/refuse/post-nothing", DESK_VERB_POST, TRUE, NULL, "BFST", FALSE, 0, 0,
    DESK_ROLE_ASSOCIATE, NULL, DESK_ERROR_INVALID },
  { "/action/refuse/pay-with-breakfast", DESK_VERB_PAY, TRUE, NULL, "BFST", FALSE, 100, 1,
    DESK_ROLE_ASSOCIATE, NULL, DESK_ERROR_INVALID },
  { "/action/refuse/pay-nothing", DESK_VERB_PAY, TRUE, NULL, "CASH", FALSE, 0, 1,
    DESK_ROLE_ASSOCIATE, NULL, DESK_ERROR_INVALID },
  { "/action/refuse/pay-all-of-nothing", DESK_VERB_PAY, TRUE, NULL, "CASH", TRUE, 0, 1,
    DESK_ROLE_ASSOCIATE, "nothing-to-pay", -1 },
  { "/action/refuse/cashier-checks-in", DESK_VERB_CHECK_IN, FALSE, NULL, NULL, FALSE, 0, 1,
    DESK_ROLE_CASHIER, NULL, DESK_ERROR_AUTHORITY },
  { "/action/refuse/administrator-posts", DESK_VERB_POST, TRUE, NULL, "BFST", FALSE, 0, 1,
    DESK_ROLE_ADMINISTRATOR, NULL, DESK_ERROR_AUTHORITY },
  { "/action/refuse/nobody-pays", DESK_VERB_PAY, TRUE, NULL, "CASH", FALSE, 100, 1,
    DESK_ROLE_NONE, NULL, DESK_ERROR_AUTHORITY },
};

/* A refused action says why in its plan, and doing it anyway changes nothing. */
static void
test_refusal (gconstpointer data)
{
  const RefusalCase *refusal = data;
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskAction) action = desk_action_new (refusal->verb, find_stay (test));
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 postings;
  gint64 entries;
  int expected;

  if (refusal->in_house)
    check_in (test);
  desk_test_house_sign_in_as (test, "anna", refusal->role);
  action->room = g_strdup (refusal->room);
  action->code = g_strdup (refusal->code);
  action->all = refusal->all;
  action->amount_minor = refusal->amount;
  action->quantity = refusal->quantity;
  postings = desk_test_house_count (test, "posting");
  entries = desk_test_house_count (test, "audit_entry");

  plan = desk_action_plan (test->house, &test->context, action, &error);
  if (refusal->refused != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (plan->refused->len, ==, 1);
      g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (plan->refused, 0))->code, ==,
                       refusal->refused);
      sentence = desk_message_render (plan->sentence, desk_catalog_get_default (),
                                      desk_house_get_property (test->house));
      g_assert_null (strstr (sentence, " –"));    /* a room that is not there is not named */
    }
  else
    {
      g_assert_null (plan);
      g_assert_error (error, DESK_ERROR, refusal->error);
    }
  g_clear_error (&error);

  outcome = desk_action_do (test->house, &test->context, action, NULL, "key-1", &error);
  g_assert_null (outcome);
  expected = refusal->refused != NULL ? DESK_ERROR_REFUSED : refusal->error;
  g_assert_error (error, DESK_ERROR, expected);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, postings);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, entries);
  desk_test_assert_verifies (test->house);
}

/* The same key twice: once done, twice answered alike. */
static void
test_key (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskAction) action = NULL;
  g_autoptr (DeskOutcome) first = NULL;
  g_autoptr (DeskOutcome) second = NULL;
  g_autoptr (GError) error = NULL;

  check_in (test);
  action = desk_action_new (DESK_VERB_POST, find_stay (test));
  action->code = g_strdup ("BFST");
  first = desk_action_do (test->house, &test->context, action, NULL, "k", &error);
  second = desk_action_do (test->house, &test->context, action, NULL, "k", &error);
  g_assert_no_error (error);
  g_assert_false (first->repeated);
  g_assert_true (second->repeated);
  g_assert_cmpint (first->entry_id, ==, second->entry_id);
  g_assert_cmpstr (first->plan->digest, ==, second->plan->digest);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, 1);

  /* Another action is not taken for the one that was done. */
  action->quantity = 2;
  g_assert_null (desk_action_do (test->house, &test->context, action, NULL, "k", &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, 1);
}

/* A plan that was shown before somebody else acted is not carried out. */
static void
test_stale (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskAction) action = NULL;
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (DeskPlan) again = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  check_in (test);
  action = desk_action_new (DESK_VERB_POST, find_stay (test));
  action->code = g_strdup ("BFST");
  plan = desk_action_plan (test->house, &test->context, action, &error);
  again = desk_action_plan (test->house, &test->context, action, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plan->digest, ==, again->digest);

  act (test, action);
  outcome = desk_action_do (test->house, &test->context, action, plan->digest, NULL, &error);
  g_assert_null (outcome);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, 1);
}

/* What the plan says of balance and departure is what comes true. */
static void
test_before_after (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskAction) post = NULL;
  g_autoptr (DeskAction) pay = NULL;
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (DeskFolioView) view = NULL;
  g_autoptr (GError) error = NULL;

  check_in (test);
  post = desk_action_new (DESK_VERB_POST, find_stay (test));
  post->code = g_strdup ("BFST");
  post->quantity = 2;
  plan = desk_action_plan (test->house, &test->context, post, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->balance_before, ==, 0);
  g_assert_cmpint (plan->balance_after, ==, 3300);
  g_assert_cmpint (plan->departure_before, ==, 26485);
  g_assert_cmpint (plan->departure_after, ==, 29785);
  act (test, post);

  pay = desk_action_new (DESK_VERB_PAY, find_stay (test));
  pay->code = g_strdup ("CARD");
  pay->all = TRUE;
  act (test, pay);
  view = folio (test);
  g_assert_cmpint (view->balance_minor, ==, 0);
  close_day (test);
  close_day (test);
  desk_folio_view_free (g_steal_pointer (&view));
  view = folio (test);
  g_assert_cmpint (view->balance_minor, ==, 29785 - 3300);
  desk_test_assert_verifies (test->house);
}

/* Who comes after the night was closed pays for it, dated by its own night. */
static void
test_late_arrival (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskFolioView) view = NULL;
  const DeskPosting *first;

  close_day (test);
  check_in (test);
  view = folio (test);
  g_assert_cmpuint (view->lines->len, ==, 3);
  first = g_ptr_array_index (view->lines, 0);
  g_assert_cmpint (first->business_date, ==, desk_date_from_dmy (27, 2, 2024));
  g_assert_cmpint (first->stay_date, ==, desk_date_from_dmy (26, 2, 2024));

  close_day (test);
  desk_folio_view_free (g_steal_pointer (&view));
  view = folio (test);
  g_assert_cmpint (view->balance_minor, ==, 26485);
  desk_test_assert_verifies (test->house);
}

/* Another room at check-in: its nights move along, the type charged does not. */
static void
test_other_room (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_CHECK_IN, find_stay (test));
  g_autoptr (DeskStayView) stay = NULL;
  g_autoptr (GError) error = NULL;
  const DeskNightRow *night;

  action->room = g_strdup ("415");
  act (test, action);
  stay = desk_stay_view_load (test->house, find_stay (test), &error);
  g_assert_no_error (error);
  night = g_ptr_array_index (stay->nights, 1);
  g_assert_cmpstr (night->room, ==, "415");
  g_assert_cmpstr (night->room_type, ==, "SUP");
  g_assert_cmpstr (stay->row->room, ==, "415");
}

/* Words about people are kept beside the ledger, and the ledger knows their hash. */
static void
test_note (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskAction) action = NULL;

  check_in (test);
  action = desk_action_new (DESK_VERB_POST, find_stay (test));
  action->code = g_strdup ("BFST");
  action->text = g_strdup ("taken to the room");
  act (test, action);
  g_assert_cmpint (desk_test_house_count (test, "note"), ==, 1);
  desk_test_assert_verifies (test->house);
}

static void
test_close_twice (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (GError) error = NULL;
  DeskDate date = desk_date_from_dmy (26, 2, 2024);

  check_in (test);
  close_day (test);
  g_assert_false (
    desk_close_day (test->house, &test->context, date, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, 3);
}

static void
cancel_at_once (guint    done,
                guint    total,
                gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* Stopped after the nights and before the seal, it goes on where it was. */
static void
test_close_resumed (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DeskDate date = desk_date_from_dmy (26, 2, 2024);

  check_in (test);
  g_assert_false (desk_close_day (test->house, &test->context, date,
                                  &(DeskWatch){ cancellable, cancel_at_once, cancellable },
                                  &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, 3);
  g_assert_cmpint (desk_test_house_count (test, "seal"), ==, 0);

  close_day (test);
  g_assert_cmpint (desk_test_house_count (test, "posting"), ==, 3);
  g_assert_cmpint (desk_test_house_count (test, "seal"), ==, 1);
  desk_test_assert_verifies (test->house);
}

static void
test_preview (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskCloseDayPlan) plan = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GError) error = NULL;
  const DeskNightPreview *stay;

  plan = desk_close_day_plan (test->house, &test->context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->stays->len, ==, 0);
  g_assert_cmpuint (plan->late->len, ==, 1);
  desk_close_day_plan_free (g_steal_pointer (&plan));

  check_in (test);
  plan = desk_close_day_plan (test->house, &test->context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->stays->len, ==, 1);
  g_assert_cmpint (plan->total_minor, ==, 12685);
  stay = g_ptr_array_index (plan->stays, 0);
  g_assert_cmpint (stay->room_minor, ==, 9900);
  g_assert_cmpuint (stay->remarks->len, ==, 0);
  g_assert_cmpuint (plan->due->len, ==, 0);
  desk_close_day_plan_free (g_steal_pointer (&plan));

  close_day (test);
  close_day (test);
  plan = desk_close_day_plan (test->house, &test->context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->stays->len, ==, 0);
  g_assert_cmpuint (plan->late->len, ==, 0);
  g_assert_cmpuint (plan->due->len, ==, 1);
  summary = desk_close_day_plan_dup_summary (plan, desk_catalog_get ("en"));
  g_assert_cmpstr (summary, ==, "0 stays to post · 1 not departed");
}

/* What a dialog hands over is held to what the line takes. */
static void
test_hidden (void)
{
  g_autoptr (DeskTestHouse) test = house_with_stay ();
  g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_POST, find_stay (test));
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = NULL;

  check_in (test);
  action->code = g_strdup ("BFST");
  action->text = g_strdup ("נלקח לחדר");
  plan = desk_action_plan (test->house, &test->context, action, &error);
  g_assert_no_error (error);

  g_free (action->text);
  action->text = g_strdup ("taken \u202eto the room");
  g_assert_null (desk_action_plan (test->house, &test->context, action, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (desk_action_do (test->house, &test->context, action, NULL, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_USAGE);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action/example", test_example);
  for (i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    g_test_add_data_func (refusal_cases[i].path, &refusal_cases[i], test_refusal);
  g_test_add_func ("/action/key", test_key);
  g_test_add_func ("/action/stale", test_stale);
  g_test_add_func ("/action/before-after", test_before_after);
  g_test_add_func ("/action/late-arrival", test_late_arrival);
  g_test_add_func ("/action/other-room", test_other_room);
  g_test_add_func ("/action/note", test_note);
  g_test_add_func ("/action/hidden", test_hidden);
  g_test_add_func ("/close-day/twice", test_close_twice);
  g_test_add_func ("/close-day/resumed", test_close_resumed);
  g_test_add_func ("/close-day/preview", test_preview);
  return g_test_run ();
}
