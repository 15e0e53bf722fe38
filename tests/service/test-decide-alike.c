/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-adjustments.h"
#include "desk-explain.h"
#include "desk-line.h"
#include "desk-test-audit.h"

/* What nothing stands out about is accepted together: which rows, by whom, all or none, and
 * each with a decision of its own. */

#define NO_DRAW "[flag draw]\nactive=no\n"

static DeskPlan *
plan (DeskTestHouse *test,
      const char    *text)
{
  g_autoptr (DeskAction) action = desk_test_house_read_line (test, text);
  g_autoptr (GError) error = NULL;
  DeskPlan *plan = desk_action_plan (test->house, &test->context, action, &error);

  g_assert_no_error (error);
  return plan;
}

static char *
render (DeskTestHouse     *test,
        const DeskMessage *message)
{
  return desk_message_render (message, desk_catalog_get_default (),
                              desk_house_get_property (test->house));
}

/* What the plan says, and that it says the same once it was done. */
static void
assert_sentence (DeskTestHouse  *test,
                 const DeskPlan *plan,
                 const char     *expected)
{
  g_autofree char *sentence = render (test, plan->sentence);
  g_autofree char *done = render (test, desk_plan_get_done (plan));

  g_assert_cmpstr (sentence, ==, expected);
  g_assert_true (g_str_has_prefix (done, "Accepted: "));
  g_assert_cmpstr (done + strlen ("Accepted: "), ==, expected + strlen ("Accept "));
}

/* What the plan tells besides, "code: words" each, and why it is refused. */
static void
assert_told (DeskTestHouse   *test,
             const GPtrArray *messages,
             const char      *expected)
{
  g_autoptr (GString) told = g_string_new (NULL);
  guint i;

  for (i = 0; i < messages->len; i++)
    {
      const DeskMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *text = render (test, message);

      g_string_append_printf (told, "%s: %s|", message->code, text);
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static DeskAdjustmentPage *
load_day (DeskTestHouse *test)
{
  const DeskAdjustmentFilter today = { DESK_TEST_T, DESK_TEST_T };
  g_autoptr (GError) error = NULL;
  DeskAdjustmentPage *page = desk_adjustments_load_all (test->house, &test->context, &today, NULL,
                                                        &error);

  g_assert_no_error (error);
  return page;
}

/* The rows for a reason, as "615 accept": room and last decision. */
static void
assert_rows (DeskTestHouse *test,
             const char    *reason,
             const char    *expected)
{
  g_autoptr (DeskAdjustmentPage) page = load_day (test);
  g_autoptr (GString) rows = g_string_new (NULL);
  guint i;

  for (i = 0; i < page->rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (page->rows, i);

      if (g_strcmp0 (row->record->reason, reason) == 0)
        g_string_append_printf (rows, "%s %s|", row->record->room,
                                row->decision != NULL ? row->decision->verdict : "-");
    }
  g_assert_cmpstr (rows->str, ==, expected);
}

static void
test_together (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new (NO_DRAW);
  g_autoptr (DeskPlan) planned = NULL;
  g_autoptr (DeskPlan) again = NULL;

  desk_test_house_sign_in_as (test, "kaarina", DESK_ROLE_NIGHT_AUDITOR);
  planned = plan (test, "audit unflagged lift accept");
  assert_sentence (test, planned,
                   "Accept 6 rows of Fri\u00a04\u00a0Sep, Lift out of order: "
                   "−\u2060€120.00 together");
  assert_told (test, planned->warnings, "");
  assert_told (test, planned->refused, "");
  g_assert_cmpuint (planned->effects->len, ==, 6);

  desk_test_audit_say (test, "kaarina", "audit unflagged lift accept");
  assert_rows (test, "lift", "615 accept|311 accept|322 accept|412 accept|421 accept|208 accept|");
  assert_rows (test, "noise", "519 -|214 -|527 -|633 -|421 -|");
  g_assert_cmpint (desk_test_house_count (test, "disposition"), ==, 6);
  again = plan (test, "audit unflagged lift accept");
  assert_told (test, again->refused,
               "none-alike: Nothing unflagged waits there for this reason.|");
  desk_test_assert_verifies (test->house);
}

/* What is one's own is left out and told, whichever role one has by now. */
static void
test_own (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new (NO_DRAW);
  g_autoptr (DeskPlan) planned = NULL;
  g_autoptr (DeskAction) action = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;

  desk_test_house_sign_in_as (test, "sanna", DESK_ROLE_SUPERVISOR);
  planned = plan (test, "audit unflagged lift accept");
  assert_sentence (test, planned,
                   "Accept 3 rows of Fri\u00a04\u00a0Sep, Lift out of order: "
                   "−\u2060€60.00 together");
  assert_told (test, planned->warnings,
               "left-own: 3 are left out: your own, and nobody signs their own.|");
  action = desk_test_house_read_line (test, "audit unflagged lift accept");
  outcome = desk_action_do (test->house, &test->context, action, planned->digest, NULL, &error);
  g_assert_no_error (error);
  assert_rows (test, "lift", "615 accept|311 accept|322 accept|412 -|421 -|208 -|");
  desk_test_assert_verifies (test->house);
}

/* What has a flag is looked at by itself; of the rest the night auditor's own is left. */
static void
test_flagged (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new (NO_DRAW);
  g_autoptr (DeskPlan) own = NULL;
  g_autoptr (DeskPlan) planned = NULL;

  desk_test_house_sign_in_as (test, "kaarina", DESK_ROLE_NIGHT_AUDITOR);
  own = plan (test, "audit unflagged noise accept");
  assert_told (test, own->refused, "none-alike: Nothing unflagged waits there for this reason.|");
  assert_told (test, own->warnings,
               "left-apart: 4 are left out: flagged or drawn, so they are looked at one by one.|"
               "left-own: 1 is left out: your own, and nobody signs their own.|");

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  planned = plan (test, "audit unflagged noise accept");
  assert_sentence (test, planned, "Accept 1 row of Fri\u00a04\u00a0Sep, Noise: −\u2060€15.00");
  desk_test_audit_say (test, "tuula", "audit unflagged noise accept");
  assert_rows (test, "noise", "519 -|214 -|527 -|633 -|421 accept|");
}

/* To stay below the rules must not be safe: what was drawn is looked at. */
static void
test_drawn (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new ("[flag draw]\nrows=3\n");
  g_autoptr (DeskAdjustmentPage) page = NULL;
  guint n_drawn = 0;
  guint i;

  desk_test_audit_say (test, "tuula", "audit unflagged lift accept");
  page = load_day (test);
  for (i = 0; i < page->rows->len; i++)
    {
      const DeskAdjustment *row = g_ptr_array_index (page->rows, i);

      if (g_strcmp0 (row->record->reason, "lift") != 0)
        continue;
      g_assert_cmpint (row->decision == NULL, ==, row->drawn);
      n_drawn += row->drawn;
    }
  g_assert_cmpuint (n_drawn, >, 0);
}

/* A decision that was made stays, and two reviewers at once do not decide twice. */
static void
test_decided (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new (NO_DRAW);
  g_autoptr (DeskAdjustmentPage) page = load_day (test);
  g_autoptr (DeskAction) action = NULL;
  g_autoptr (DeskPlan) old = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ask = NULL;
  guint i = 0;

  while (g_strcmp0 (((DeskAdjustment *) page->rows->pdata[i])->record->reason, "lift") != 0)
    i++;
  ask = g_strdup_printf ("audit %" G_GINT64_FORMAT " ask: which lift?",
                         ((DeskAdjustment *) page->rows->pdata[i])->record->entry_id);

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  old = plan (test, "audit unflagged lift accept");
  action = desk_test_house_read_line (test, "audit unflagged lift accept");
  desk_test_audit_say (test, "mika", ask);
  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  g_assert_null (desk_action_do (test->house, &test->context, action, old->digest, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);

  desk_test_audit_say (test, "tuula", "audit unflagged lift accept");
  assert_rows (test, "lift", "615 ask|311 accept|322 accept|412 accept|421 accept|208 accept|");
}

static void
test_who (void)
{
  static const DeskRole others[] = {
    DESK_ROLE_CASHIER, DESK_ROLE_ASSOCIATE, DESK_ROLE_ADMINISTRATOR,
  };
  g_autoptr (DeskTestHouse) test = desk_test_audit_new (NO_DRAW);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (DeskAction) action =
        desk_test_house_read_line (test, "audit unflagged lift accept");
      g_autoptr (GError) error = NULL;

      desk_test_house_sign_in_as (test, "mika", others[i]);
      g_assert_null (desk_action_do (test->house, &test->context, action, NULL, NULL, &error));
      g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
    }
  g_assert_cmpint (desk_test_house_count (test, "disposition"), ==, 0);
}

/* The open day, or the days that are named, of which there are not many. */
static void
test_days (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new (NO_DRAW);
  g_autoptr (DeskPlan) two = NULL;
  g_autoptr (DeskPlan) before = NULL;
  g_autoptr (DeskPlan) many = NULL;

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  two = plan (test, "audit unflagged unused accept from 3.9.");
  assert_sentence (test, two, "Accept 4 rows from Thu\u00a03\u00a0Sep to Fri\u00a04\u00a0Sep, "
                              "Not consumed: −\u2060€27.00 together");
  before = plan (test, "audit unflagged unused accept till 3.9.");
  assert_sentence (test, before, "Accept 2 rows of Thu\u00a03\u00a0Sep, Not consumed: "
                                 "−\u2060€13.50 together");
  many = plan (test, "audit unflagged unused accept till today from 4.8.");
  assert_told (test, many->refused, "many-days: At most 31 days are accepted together.|");
}

static const struct
{
  const char *text;
  DeskError   code;
  const char *message;
} slips[] = {
  { "audit unflagged", DESK_ERROR_USAGE, "which reason" },
  { "audit unflagged perhaps accept", DESK_ERROR_NOT_FOUND, "\"perhaps\" is no reason" },
  { "audit unflagged lift", DESK_ERROR_USAGE, "missing" },
  { "audit unflagged lift keep: why", DESK_ERROR_USAGE, "one by one" },
  { "audit unflagged lift reverse: why", DESK_ERROR_USAGE, "one by one" },
  { "audit unflagged lift accept it", DESK_ERROR_USAGE, "not understood" },
  { "audit unflagged lift accept from perhaps", DESK_ERROR_USAGE, "followed by a day" },
  { "audit unflagged lift accept till 1.9. till 2.9.", DESK_ERROR_USAGE, "not understood" },
};

static void
test_slips (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_audit_new (NO_DRAW);
  g_autoptr (DeskLine) search = NULL;
  g_autoptr (DeskLine) line = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (desk_line_parse (test->house, slips[i].text, 0, desk_catalog_get_default (),
                                      &error));
      g_assert_error (error, DESK_ERROR, (int) slips[i].code);
      g_assert_nonnull (strstr (error->message, slips[i].message));
    }
  /* A guest may be called so; and what was understood is kept in one form. */
  search = desk_line_parse (test->house, "audit \"unflagged\"", 0, desk_catalog_get_default (),
                            NULL);
  g_assert_cmpint (search->kind, ==, DESK_LINE_FIND);
  line = desk_line_parse (test->house, "Audit unflagged LIFT accept till today from 3 sep", 0,
                          desk_catalog_get_default (), NULL);
  g_assert_cmpstr (line->canonical, ==,
                   "audit unflagged lift accept from 2026-09-03 till 2026-09-04");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decide-alike/together", test_together);
  g_test_add_func ("/decide-alike/own", test_own);
  g_test_add_func ("/decide-alike/flagged", test_flagged);
  g_test_add_func ("/decide-alike/drawn", test_drawn);
  g_test_add_func ("/decide-alike/decided", test_decided);
  g_test_add_func ("/decide-alike/who", test_who);
  g_test_add_func ("/decide-alike/days", test_days);
  g_test_add_func ("/decide-alike/slips", test_slips);
  return g_test_run ();
}
