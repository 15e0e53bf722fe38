/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "desk-error.h"
#include "desk-test-aurora.h"

/* Nobody gives beyond the limit, through whichever door. */

static const char property_text[] =
  "[property]\nname=Doors\ncurrency=EUR\nminor-digits=2\n"
  "time-zone=Europe/Helsinki\nbusiness-date=2026-09-03\nvat-level=invoice\ncash-step=0.05\n"
  "[room 101]\ntype=STD\n[room 102]\ntype=STD\n[room 201]\ntype=SUP\n[room 301]\ntype=DLX\n"
  "[rate-plan FLEX]\nprice=119.00\nprice[STD]=119.00\nprice[SUP]=139.00\nprice[DLX]=169.00\n"
  "[code ROOM]\nkind=charge\nclass=room\n[code LEVY]\nkind=tax\ntax=levy\n"
  "[code BEER]\nkind=charge\nclass=bar\nprice=7.50\n[code FOOD]\nkind=charge\nclass=bar\n"
  "[code SMOKING]\nkind=charge\nprice=180.00\n"
  "[code CASH]\nkind=payment\n[code CARD]\nkind=payment\n[code DEPOSIT]\nkind=payment\n"
  "[tax vat]\nclass=room;bar\nkind=percent\nrate=13.5\nmode=inclusive\n"
  "[tax levy]\nclass=room\nkind=person-night\namount=2.00\nmode=exclusive\nmin-age=18\n"
  "reducible=no\n"
  "[reason noise]\nkind=move;goodwill\n[reason smoke]\nkind=move;goodwill\ncause=guest\n"
  "[reason twice]\nkind=correction;allowance\n[reason price]\nkind=correction;allowance\n"
  "[reason persons]\nkind=correction;allowance\n"
  "[limit associate correction]\namount=100.00\n[limit supervisor correction]\namount=500.00\n"
  "[limit associate allowance]\namount=30.00\n[limit supervisor allowance]\namount=200.00\n"
  "[limit associate upgrade]\namount=100.00\ntypes=1\n[limit supervisor upgrade]\ntypes=2\n"
  "[limit associate rate]\namount=40.00\n";

static const DeskTestStay guest = { "DO-0101A", "Ada Byron", 2, "[9]", -1, 2, "101", "119.00",
                                    "109.00" };

/* Who works here, and what each may put right on a stay alone; 0: any. */
static const struct
{
  const char *login;
  DeskRole    role;
  gint64      most;
} people[] = {
  { "aino", DESK_ROLE_ASSOCIATE, 10000 },
  { "kaarina", DESK_ROLE_NIGHT_AUDITOR, 10000 },
  { "mika", DESK_ROLE_SUPERVISOR, 50000 },
  { "tuula", DESK_ROLE_MANAGER, 0 },
};

static gint64
arrive (DeskTestHouse **test)
{
  *test = desk_test_house_new_with (property_text);
  desk_test_house_sign_in_as (*test, "aino", DESK_ROLE_ASSOCIATE);
  return desk_test_aurora_arrive (*test, &guest);
}

static void
be (DeskTestHouse *test,
    guint          who)
{
  desk_test_house_sign_in_as (test, people[who].login, people[who].role);
}

/* Does it, or finds it refused for @refused. */
static void
try (DeskTestHouse *test,
     DeskAction    *action,
     const char    *refused)
{
  g_autoptr (DeskAction) owned = action;

  if (refused != NULL)
    desk_test_aurora_refuse (test, owned, refused);
  else
    desk_test_aurora_do (test, owned);
}

static DeskAction *
new_undo (gint64 id)
{
  return desk_action_new (DESK_VERB_UNDO, id);
}

static DeskAction *
new_fix (gint64      id,
         const char *line,
         gint64      unit_minor)
{
  DeskAction *fix = desk_test_aurora_fix (id, line, "price");

  fix->none = unit_minor == 0;
  fix->has_unit = unit_minor != 0;
  fix->unit_minor = unit_minor;
  return fix;
}

/* A charge of one's own that goes again a moment later counts as put right. */
static void
test_undo_own (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (DeskTestHouse) test = NULL;
      gint64 id = arrive (&test);
      gint64 most = people[i].most != 0 ? people[i].most : 900000;
      int round;

      be (test, i);
      for (round = 0; round < 2; round++)
        {
          desk_test_aurora_post (test, id, "FOOD", 1, most / 2);
          try (test, new_undo (id), NULL);
        }
      desk_test_aurora_post (test, id, "FOOD", 1, 1);
      try (test, new_undo (id), people[i].most != 0 ? "limit-action" : NULL);
      if (people[i].most != 0)
        try (test, new_fix (id, "5", 0), "limit-action");
    }
}

/* A gift that is undone is there again, once. */
static void
test_undo_gift (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  int round;

  desk_test_aurora_post (test, id, "FOOD", 1, 20000);
  for (round = 0; round < 3; round++)
    {
      try (test, new_fix (id, "1", 10000), NULL);
      try (test, new_undo (id), NULL);
    }
  try (test, new_fix (id, "1", 10000), NULL);
  desk_test_aurora_post (test, id, "BEER", 1, 0);
  try (test, new_undo (id), "limit-action");
}

static void
assert_given (DeskTestHouse *test,
              const char    *kind,
              gint64         minor)
{
  g_autofree char *more = g_strdup_printf (
    "(SELECT 1 FROM giving WHERE kind = '%s' GROUP BY kind HAVING sum (value_minor) = "
    "%" G_GINT64_FORMAT ")", kind, minor);

  g_assert_cmpint (desk_test_house_count (test, more), ==, 1);
}

/* What the guest pays more is limited alike, and is nobody's allowance. */
static void
test_raise (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (DeskTestHouse) test = NULL;
      gint64 id = arrive (&test);
      gint64 most = people[i].most != 0 ? people[i].most : 900000;
      g_autoptr (DeskAction) fix = new_fix (id, "1", 100 + most);
      g_autoptr (DeskPlan) plan = NULL;
      g_autoptr (GError) error = NULL;

      be (test, i);
      desk_test_aurora_post (test, id, "FOOD", 1, 100);
      if (people[i].most != 0)
        try (test, new_fix (id, "1", 101 + most), "limit-action");
      plan = desk_action_plan (test->house, &test->context, fix, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (plan->sentence->code, ==, "dearer");
      desk_test_aurora_do (test, fix);
      assert_given (test, "raise", -most);
      desk_test_aurora_post (test, id, "FOOD", 1, 100);
      if (people[i].most != 0)
        try (test, new_fix (id, "4", 101), "limit-action");

      /* Back where it was, the budget is as well. */
      try (test, new_fix (id, "3", 100), NULL);
      assert_given (test, "raise", 0);
      try (test, new_fix (id, "4", 200), NULL);
    }
}

/* What a colleague raised is not one's own slip: lowering it is given in full. */
static void
test_raised_by_another (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);

  desk_test_aurora_post (test, id, "FOOD", 1, 100);
  be (test, 3);
  try (test, new_fix (id, "1", 30000), NULL);
  be (test, 0);
  try (test, new_fix (id, "3", 100), "limit-action");
  try (test, new_fix (id, "3", 20000), NULL);
  assert_given (test, "correction", 10000);
}

/* After the close the difference is late, and so is its limit. */
static void
test_late (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);

  desk_test_aurora_post (test, id, "FOOD", 1, 10000);
  desk_test_aurora_close (test);
  try (test, new_fix (id, "1", 13001), "limit-action");
  try (test, new_fix (id, "1", 13000), NULL);
  assert_given (test, "late-raise", -3000);
  desk_test_aurora_check (test, id, 4, "FOOD correction 1 x 3000 >1");
  try (test, new_fix (id, "1", 6999), "limit-action");
  try (test, new_fix (id, "1", 7000), NULL);
  assert_given (test, "late-raise", 0);
  assert_given (test, "allowance", 3000);
}

static void
assert_evidence (DeskTestHouse *test,
                 DeskAction    *action,
                 const char    *shows)
{
  g_autoptr (DeskAction) owned = action;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlan) plan = NULL;
  g_autofree char *detail = NULL;

  g_clear_pointer (&owned->text, g_free);
  plan = desk_action_plan (test->house, &test->context, owned, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->refused->len, ==, 0);
  g_assert_cmpuint (plan->warnings->len, >=, 1);
  detail = desk_plan_describe (plan);
  g_test_message ("%s", detail);
  g_assert_nonnull (strstr (detail, shows));
  desk_test_aurora_do (test, owned);
}

static DeskAction *
new_post (gint64      id,
          const char *check,
          const char *text)
{
  DeskAction *post = desk_action_new (DESK_VERB_POST, id);

  post->code = g_strdup ("BEER");
  post->check = g_strdup (check);
  post->text = g_strdup (text);
  return post;
}

/* A reason alone shows nothing; the list, the confirmation and the twin do. */
static void
test_evidence (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  DeskAction *bare = new_fix (id, "1", 0);

  desk_test_aurora_post (test, id, "BEER", 1, 900);
  g_clear_pointer (&bare->text, g_free);
  try (test, bare, "no-evidence");
  bare = new_fix (id, "1", 0);
  g_free (bare->text);
  bare->text = g_strdup (" . ");
  try (test, bare, "no-evidence");
  assert_evidence (test, new_fix (id, "1", 750), "evidence 1 1: - -> price-list");

  /* 4 has its sheet, 5 and 6 have none: only one of them is shown by it. */
  try (test, new_post (id, "M-1", NULL), NULL);
  try (test, new_post (id, NULL, NULL), NULL);
  desk_test_aurora_close (test);
  assert_evidence (test, new_fix (id, "5", 0), "evidence 1 5: - -> line-4");
  try (test, new_post (id, NULL, NULL), NULL);
  bare = new_fix (id, "9", 0);
  g_clear_pointer (&bare->text, g_free);
  try (test, bare, "no-evidence");

  /* The one with the sheet is the true one. */
  bare = desk_test_aurora_fix (id, "4", "twice");
  bare->none = TRUE;
  try (test, bare, "has-check");
  assert_evidence (test, new_fix (id, "6", 10900), "evidence 1 6: - -> confirmation");
}

/* Undone, what was raised or lowered is where it was, and so are the budgets. */
static void
test_undo_raise (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  int round;

  desk_test_aurora_post (test, id, "FOOD", 1, 100);
  for (round = 0; round < 3; round++)
    {
      try (test, new_fix (id, "1", 10100), NULL);
      try (test, new_undo (id), NULL);
      assert_given (test, "raise", 0);
    }
  g_assert_cmpint (desk_test_house_count (test, "giving WHERE kind = 'correction'"), ==, 0);
}

static DeskAction *
new_levy_fix (gint64      id,
              gint64      persons,
              const char *text)
{
  DeskAction *fix = desk_test_aurora_fix (id, "2", NULL);

  fix->none = persons == 0;
  fix->has_quantity = persons != 0;
  fix->quantity = persons;
  fix->text = g_strdup (text);
  return fix;
}

/* A levy is for persons: at most those who are there and old enough. */
static void
test_levy (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  DeskAction *priced = desk_test_aurora_fix (id, "2", "price");

  desk_test_aurora_close (test);
  priced->has_unit = TRUE;
  priced->unit_minor = 100;
  try (test, priced, "levy-price");
  try (test, new_levy_fix (id, 3, "they were three"), "levy-persons");
  try (test, new_levy_fix (id, 0, NULL), "no-evidence");
  try (test, new_levy_fix (id, 0, "exempt: diplomats"), NULL);
  assert_given (test, "allowance", 400);
}

/* One sheet is charged once, unless somebody says why. */
static void
test_check (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);

  try (test, new_post (id, "M-2181", NULL), NULL);
  try (test, new_post (id, "M-2181", NULL), "already-posted");
  try (test, new_post (id, "M-2182", NULL), NULL);
  try (test, new_post (id, "M-2181", "a second bottle on the same sheet"), NULL);
  try (test, new_fix (id, "3", 0), NULL);
  g_assert_cmpint (desk_test_house_count (test, "posting WHERE check_no = 'M-2181'"), ==, 3);
}

/* What the guest brought about is a manager's to give; that it was tried is kept. */
static void
test_guest_cause (void)
{
  static const char *const verbs[] = { "off", "rate", "move" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (people) * G_N_ELEMENTS (verbs); i++)
    {
      static const DeskVerb kinds[] = { DESK_VERB_OFF, DESK_VERB_RATE, DESK_VERB_MOVE };
      g_autoptr (DeskTestHouse) test = NULL;
      gint64 id = arrive (&test);
      guint who = i / G_N_ELEMENTS (verbs);
      g_autoptr (DeskAction) action = desk_action_new (kinds[i % G_N_ELEMENTS (verbs)], id);
      g_autoptr (DeskOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;

      desk_test_aurora_post (test, id, "SMOKING", 1, 0);
      desk_test_aurora_post (test, id, "FOOD", 1, 10000);
      action->amount_minor = action->verb == DESK_VERB_OFF ? 100 : 0;
      action->unit_minor = 11800;
      action->has_unit = action->verb == DESK_VERB_RATE;
      action->room = action->verb == DESK_VERB_MOVE ? g_strdup ("102") : NULL;
      action->override_reason = g_strdup ("it is all right");
      action->reason = g_strdup ("smoke");
      be (test, who);
      outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
      g_assert_true ((outcome != NULL) == (people[who].role == DESK_ROLE_MANAGER));
      g_assert_cmpint (desk_test_house_count (test, "audit_entry WHERE verb = 'refused'"), ==,
                       outcome == NULL);
      g_assert_cmpint (desk_test_house_count (test, "giving WHERE kind = 'refused' AND "
                                                    "value_minor = 0"), ==, outcome == NULL);
      g_test_message ("%s by %s", verbs[i % G_N_ELEMENTS (verbs)], people[who].login);
    }
}

/* Damages are no base of a gesture, not for a manager either; an attempt is nothing to undo. */
static void
test_damages (void)
{
  g_autoptr (DeskTestHouse) test = NULL;
  gint64 id = arrive (&test);
  g_autoptr (DeskAction) off = desk_test_aurora_off (id, "1", "smoke");
  g_autoptr (GError) error = NULL;

  desk_test_aurora_post (test, id, "SMOKING", 1, 0);
  off->amount_minor = 2000;
  g_assert_null (desk_action_do (test->house, &test->context, off, NULL, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  try (test, new_undo (id), "limit-action");
  be (test, 3);
  desk_test_aurora_refuse (test, off, "not-ours");
}

static DeskAction *
new_move (gint64      id,
          const char *room)
{
  DeskAction *move = desk_action_new (DESK_VERB_MOVE, id);

  move->room = g_strdup (room);
  move->reason = g_strdup ("noise");
  move->override_reason = g_strdup ("it is clean by now");
  return move;
}

/* By one type, or by two: however many moves it takes, and at arrival. */
static void
test_types (void)
{
  static const char *const refused[] = { "limit-types", "limit-types", NULL, NULL };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (DeskTestHouse) test = NULL;
      gint64 id = arrive (&test);

      be (test, i);
      try (test, new_move (id, "301"), refused[i]);
    }
  for (i = 0; i < 2; i++)
    {
      g_autoptr (DeskTestHouse) test = NULL;
      gint64 id = arrive (&test);
      DeskAction *in = desk_action_new (DESK_VERB_CHECK_IN, id);

      try (test, new_move (id, "201"), NULL);
      try (test, new_move (id, "301"), "limit-types");
      try (test, new_undo (id), NULL);
      try (test, new_undo (id), NULL);
      in->room = g_strdup (i == 0 ? "301" : "201");
      try (test, in, i == 0 ? "limit-types" : NULL);
      assert_given (test, "upgrade", i == 0 ? 0 : 3 * 2000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doors/undo-own", test_undo_own);
  g_test_add_func ("/doors/undo-gift", test_undo_gift);
  g_test_add_func ("/doors/undo-raise", test_undo_raise);
  g_test_add_func ("/doors/raise", test_raise);
  g_test_add_func ("/doors/raised-by-another", test_raised_by_another);
  g_test_add_func ("/doors/late", test_late);
  g_test_add_func ("/doors/evidence", test_evidence);
  g_test_add_func ("/doors/levy", test_levy);
  g_test_add_func ("/doors/check", test_check);
  g_test_add_func ("/doors/guest-cause", test_guest_cause);
  g_test_add_func ("/doors/damages", test_damages);
  g_test_add_func ("/doors/types", test_types);
  return g_test_run ();
}
