/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-adjustment-chain.h"
#include "desk-adjustments.h"
#include "desk-explain.h"
#include "desk-line.h"
#include "desk-test-aurora.h"
#include "desk-verify.h"
#include "desk-views.h"

/* What a reviewer makes of what was given: who may, what it needs, whom it waits for, and
 * that nothing is reversed which the guest holds already. */

static const DeskTestStay anna = { "HO-C03S9", "Anna Kowalska", 2, "[]", -1, 2,
                                   "412", "129.00", NULL };

static gint64
say (DeskTestHouse *test,
     const char    *text)
{
  g_autoptr (DeskAction) action = desk_test_house_read_line (test, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome = desk_action_do (test->house, &test->context, action, NULL,
                                                    NULL, &error);

  g_assert_no_error (error);
  return outcome->entry_id;
}

static gint64
decide (DeskTestHouse *test,
        gint64         entry_id,
        const char    *rest)
{
  g_autofree char *text = g_strdup_printf ("audit %" G_GINT64_FORMAT " %s", entry_id, rest);

  return say (test, text);
}

/* With what it is refused; nothing was written. */
static void
assert_refused (DeskTestHouse *test,
                gint64         entry_id,
                const char    *rest,
                const char    *code)
{
  g_autofree char *text = g_strdup_printf ("audit %" G_GINT64_FORMAT " %s", entry_id, rest);
  g_autoptr (DeskAction) action = desk_test_house_read_line (test, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = desk_action_plan (test->house, &test->context, action, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plan->refused->len, >, 0);
  g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (plan->refused, 0))->code, ==, code);
  g_assert_null (desk_action_do (test->house, &test->context, action, NULL, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
}

static void
assert_may_not (DeskTestHouse *test,
                gint64         entry_id,
                const char    *rest)
{
  g_autofree char *text = g_strdup_printf ("audit %" G_GINT64_FORMAT " %s", entry_id, rest);
  g_autoptr (DeskAction) action = desk_test_house_read_line (test, text);
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_action_do (test->house, &test->context, action, NULL, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
}

/* Aino gave Anna ten euros; the entry of it. */
static DeskTestHouse *
new_house (gint64 *entry_id)
{
  DeskTestHouse *test = desk_test_aurora_new ();

  desk_test_aurora_arrive (test, &anna);
  desk_test_aurora_close (test);
  *entry_id = say (test, "412 off 10 on 1 noise");
  return test;
}

static DeskAdjustment *
find_row (DeskTestHouse        *test,
          gint64                entry_id,
          gboolean              open_only,
          DeskAdjustmentPage  **page)
{
  const DeskAdjustmentFilter filter = { .from = DESK_TEST_T - 3, .open = open_only };
  g_autoptr (GError) error = NULL;
  guint i;

  *page = desk_adjustments_load_all (test->house, &test->context, &filter, NULL, &error);
  g_assert_no_error (error);
  for (i = 0; i < (*page)->rows->len; i++)
    {
      DeskAdjustment *row = g_ptr_array_index ((*page)->rows, i);

      if (row->record->entry_id == entry_id)
        return row;
    }
  return NULL;
}

/* Whether the row waits for who is signed in, and the last decision about it. */
static void
assert_row (DeskTestHouse *test,
            gint64         entry_id,
            gboolean       open,
            const char    *verdict)
{
  g_autoptr (DeskAdjustmentPage) all = NULL;
  g_autoptr (DeskAdjustmentPage) waiting = NULL;
  DeskAdjustment *row = find_row (test, entry_id, FALSE, &all);

  g_assert_nonnull (row);
  g_assert_cmpint (row->open, ==, open);
  g_assert_cmpstr (row->decision != NULL ? row->decision->verdict : NULL, ==, verdict);
  g_assert_cmpint (find_row (test, entry_id, TRUE, &waiting) != NULL, ==, open);
  g_assert_cmpuint (waiting->n_open, ==, waiting->rows->len);
}

/* What the day begins with, for who is signed in. */
static void
assert_asked (DeskTestHouse *test,
              guint          n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskToday) today = desk_today_load (test->house, &test->context, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (today->n_asked, ==, n);
}

static void
test_accept (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);

  /* Five rows are drawn where nothing differs: the only one is drawn, and waits today. */
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_row (test, entry_id, TRUE, NULL);
  decide (test, entry_id, "accept");
  assert_row (test, entry_id, FALSE, "accept");
  assert_refused (test, entry_id, "accept", "decided");
  desk_test_assert_verifies (test->house);
}

static void
test_question (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_refused (test, entry_id, "ask", "no-words");
  assert_refused (test, entry_id, "answer: the lift was loud", "not-asked");
  decide (test, entry_id, "ask: which noise was that?");
  assert_row (test, entry_id, FALSE, "ask");

  /* It waits for who did it, and nobody else answers. */
  desk_test_house_sign_in_as (test, "sanna", DESK_ROLE_ASSOCIATE);
  assert_refused (test, entry_id, "answer: no idea", "not-asked");
  assert_asked (test, 0);
  desk_test_house_sign_in_as (test, "aino", DESK_ROLE_ASSOCIATE);
  assert_asked (test, 1);
  assert_row (test, entry_id, TRUE, "ask");
  assert_refused (test, entry_id, "answer", "no-words");
  decide (test, entry_id, "answer: the lift motor, room 412 is beside it");
  assert_row (test, entry_id, FALSE, "answer");
  assert_asked (test, 0);

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_row (test, entry_id, TRUE, "answer");
  decide (test, entry_id, "accept");
  assert_row (test, entry_id, FALSE, "accept");
  desk_test_assert_verifies (test->house);
}

/* Unanswered it comes back on its day, and closing the day asks nobody. */
static void
test_comes_back (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_refused (test, entry_id, "ask till 2024-01-01: which noise?", "past");
  decide (test, entry_id, "ask: which noise was that?");
  assert_row (test, entry_id, FALSE, "ask");
  desk_test_aurora_close (test);
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_row (test, entry_id, TRUE, "ask");
}

static void
test_keep (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_refused (test, entry_id, "keep", "no-words");
  decide (test, entry_id, "keep: nobody else heard a noise");
  assert_row (test, entry_id, FALSE, "not-accepted");

  /* It goes on to the manager, who has the last word. */
  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  assert_row (test, entry_id, TRUE, "not-accepted");
  decide (test, entry_id, "keep: I spoke with Aino");
  assert_row (test, entry_id, FALSE, "not-accepted");
  desk_test_assert_verifies (test->house);
}

static void
test_reverse (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);
  g_autoptr (DeskAdjustmentPage) page = NULL;

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_refused (test, entry_id, "reverse", "no-words");
  decide (test, entry_id, "reverse: given to the wrong room");
  assert_row (test, entry_id, FALSE, "reverse");
  g_assert_true (find_row (test, entry_id, FALSE, &page)->undone);
  assert_refused (test, entry_id, "accept", "reversed");
  assert_refused (test, entry_id, "reverse: once more", "reversed");
  desk_test_assert_verifies (test->house);
}

/* What was paid since is the guest's. */
static void
test_reverse_late (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);

  say (test, "412 pay 20 card");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_refused (test, entry_id, "reverse: given to the wrong room", "paid-since");
  desk_test_aurora_close (test);
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  assert_refused (test, entry_id, "reverse: given to the wrong room", "day-closed");
  decide (test, entry_id, "keep: given to the wrong room");
}

/* Nobody signs their own, in whichever role; who works at the desk decides nothing. */
static void
test_who (void)
{
  static const DeskRole reviewers[] = {
    DESK_ROLE_SUPERVISOR, DESK_ROLE_MANAGER, DESK_ROLE_NIGHT_AUDITOR,
  };
  static const DeskRole others[] = {
    DESK_ROLE_CASHIER, DESK_ROLE_ASSOCIATE, DESK_ROLE_ADMINISTRATOR,
  };
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (reviewers); i++)
    {
      desk_test_house_sign_in_as (test, "aino", reviewers[i]);
      assert_refused (test, entry_id, "accept", "own");
      assert_refused (test, entry_id, "keep: it was mine", "own");
      assert_refused (test, entry_id, "reverse: it was mine", "own");
      assert_row (test, entry_id, FALSE, NULL);
    }
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      desk_test_house_sign_in_as (test, "mika", others[i]);
      assert_may_not (test, entry_id, "accept");
      assert_may_not (test, entry_id, "keep: not mine");
      assert_may_not (test, entry_id, "reverse: not mine");
    }
}

/* Two reviewers at once: the second one's plan is an old one by then. */
static void
test_two (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);
  g_autoptr (DeskAction) action = NULL;
  g_autoptr (DeskPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("audit %" G_GINT64_FORMAT " accept", entry_id);

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  action = desk_test_house_read_line (test, text);
  plan = desk_action_plan (test->house, &test->context, action, &error);
  g_assert_no_error (error);
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  decide (test, entry_id, "keep: nobody else heard a noise");

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  g_assert_null (desk_action_do (test->house, &test->context, action, plan->digest, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
}

static const struct
{
  const char *text;
  DeskError   code;
  const char *message;
} slips[] = {
  { "audit 1", DESK_ERROR_USAGE, "missing" },
  { "audit 1 perhaps", DESK_ERROR_USAGE, "no decision" },
  { "audit 1 accept it", DESK_ERROR_USAGE, "not understood" },
  { "audit 1 accept till tomorrow", DESK_ERROR_USAGE, "not understood" },
  { "audit 1 ask till perhaps: why?", DESK_ERROR_USAGE, "followed by a day" },
  { "audit 99999 reverse: wrong room", DESK_ERROR_NOT_FOUND, "no entry 99999" },
};

static void
test_slips (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);
  g_autoptr (DeskAction) action = desk_test_house_read_line (test, "audit 99999 accept");
  g_autoptr (GError) missing = NULL;
  g_autoptr (DeskLine) search = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (desk_line_parse (test->house, slips[i].text, 0, desk_catalog_get_default (),
                                      &error));
      g_assert_error (error, DESK_ERROR, (int) slips[i].code);
      g_assert_nonnull (strstr (error->message, slips[i].message));
    }

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  g_assert_null (desk_action_plan (test->house, &test->context, action, &missing));
  g_assert_error (missing, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  /* A guest may be called so. */
  search = desk_line_parse (test->house, "audit smith", 0, desk_catalog_get_default (), NULL);
  g_assert_cmpint (search->kind, ==, DESK_LINE_FIND);
}

/* An entry that the audit does not list is nobody's to decide: one that gave nothing, such as
 * a charge, or money that came in. What was paid out is listed. */
static void
test_not_listed (void)
{
  static const char *const lines[] = { "412 post beer", "412 pay 600 card: for the bar" };
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);
  gint64 refund_id;
  guint i;

  desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (DeskAction) action = desk_action_new (DESK_VERB_DECIDE, 0);
      g_autoptr (GError) error = NULL;

      action->entry_id = say (test, lines[i]);
      desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
      g_assert_null (desk_action_plan (test->house, &test->context, action, &error));
      g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
      desk_test_house_sign_in_as (test, "tuula", DESK_ROLE_MANAGER);
    }
  refund_id = say (test, "412 pay -5 card");
  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  decide (test, refund_id, "accept");
}

/* The chain of a row ends with what was decided and the words with it. */
static void
test_chain (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);
  g_autoptr (DeskAdjustmentPage) page = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) decided = g_string_new (NULL);
  guint i;

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  decide (test, entry_id, "ask: which noise was that?");
  links = desk_adjustment_chain_load (test->house, &test->context,
                                      find_row (test, entry_id, FALSE, &page)->record, &error);
  g_assert_no_error (error);
  for (i = 0; i < links->len; i++)
    {
      const DeskChainLink *link = g_ptr_array_index (links, i);
      g_autofree char *text = desk_message_render (link->text, desk_catalog_get_default (),
                                                   desk_house_get_property (test->house));

      if (g_str_equal (link->title, "Decided"))
        g_string_append_printf (decided, "%s|", text);
    }
  g_assert_true (g_str_has_prefix (decided->str, "asked by Mika Korhonen; comes back on "));
  g_assert_nonnull (strstr (decided->str, "“which noise was that?”"));
}

/* A decision that no entry vouches for is found. */
static void
test_forged (void)
{
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskVerdict) verdict = NULL;

  desk_db_exec (desk_house_get_db (test->house),
                "INSERT INTO disposition (subject_id, n, verdict, role, made_at, made_by, "
                "entry_id) SELECT max (id), 1, 'accept', 'manager', 1, 'tuula', max (id) "
                "FROM audit_entry", &error);
  g_assert_no_error (error);
  verdict = desk_verify (test->house, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (verdict->ok);
  g_assert_cmpstr (verdict->table, ==, "disposition");
}

/* What is decided reads otherwise once it was. */
static void
test_says (void)
{
  static const struct
  {
    const char *rest;
    const char *plan;
    const char *done;
  } cases[] = {
    { "accept", "Accept entry %s by aino", "Accepted: entry %s by aino" },
    { "keep: too much", "Do not accept entry %s by aino; the guest keeps it",
      "Not accepted: entry %s by aino; the guest keeps it" },
    { "ask: why?", "Ask aino about entry %s; it comes back on ",
      "Asked: aino about entry %s; it comes back on " },
    { "answer: the lift", "Answer the question about entry %s",
      "Answered: the question about entry %s" },
  };
  gint64 entry_id;
  g_autoptr (DeskTestHouse) test = new_house (&entry_id);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry_id);
  guint i;

  desk_test_house_sign_in_as (test, "mika", DESK_ROLE_SUPERVISOR);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("audit %s %s", number, cases[i].rest);
      g_autoptr (DeskAction) action = desk_test_house_read_line (test, text);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskPlan) plan = desk_action_plan (test->house, &test->context, action, &error);
      g_autofree char *sentence = NULL;
      g_autofree char *done = NULL;
      g_autoptr (GString) expected = g_string_new (cases[i].plan);
      g_autoptr (GString) expected_done = g_string_new (cases[i].done);

      g_assert_no_error (error);
      sentence = desk_message_render (plan->sentence, desk_catalog_get_default (), NULL);
      done = desk_message_render (desk_plan_get_done (plan), desk_catalog_get_default (), NULL);
      g_string_replace (expected, "%s", number, 0);
      g_string_replace (expected_done, "%s", number, 0);
      g_assert_true (g_str_has_prefix (sentence, expected->str));
      g_assert_true (g_str_has_prefix (done, expected_done->str));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decide/says", test_says);
  g_test_add_func ("/decide/accept", test_accept);
  g_test_add_func ("/decide/question", test_question);
  g_test_add_func ("/decide/comes-back", test_comes_back);
  g_test_add_func ("/decide/keep", test_keep);
  g_test_add_func ("/decide/reverse", test_reverse);
  g_test_add_func ("/decide/reverse-late", test_reverse_late);
  g_test_add_func ("/decide/who", test_who);
  g_test_add_func ("/decide/two", test_two);
  g_test_add_func ("/decide/slips", test_slips);
  g_test_add_func ("/decide/not-listed", test_not_listed);
  g_test_add_func ("/decide/chain", test_chain);
  g_test_add_func ("/decide/forged", test_forged);
  return g_test_run ();
}
