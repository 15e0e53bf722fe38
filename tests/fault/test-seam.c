/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-action.h"
#include "desk-close-day.h"
#include "desk-error.h"
#include "desk-test-books.h"
#include "desk-test-hotel.h"

/*
 * The disk is full, or cannot be read, at every point where an action touches the
 * file, one after the other. Each time nothing is changed, and afterwards the same
 * action can be done.
 */

/* In the short form the ledger is read after every so many failures. */
#define VERIFY_EVERY 25

typedef struct
{
  guint      left;         /* points that still go well */
  DeskError  code;
  gboolean   failed;
} Fault;

/**
 * Scene:
 * @verb: what is tried with a failing disk
 * @before: verbs that go before it, on the same stay
 */
typedef struct
{
  const char *path;
  DeskVerb    verb;
  DeskVerb    before[4];
  guint       n_before;
  DeskError   code;
} Scene;

static const Scene scenes[] = {
  { "/fault/seam/in", DESK_VERB_CHECK_IN, { 0 }, 0, DESK_ERROR_FULL },
  { "/fault/seam/post", DESK_VERB_POST, { DESK_VERB_CHECK_IN }, 1, DESK_ERROR_FULL },
  { "/fault/seam/post-unread", DESK_VERB_POST, { DESK_VERB_CHECK_IN }, 1, DESK_ERROR_STORAGE },
  { "/fault/seam/pay", DESK_VERB_PAY, { DESK_VERB_CHECK_IN, DESK_VERB_POST }, 2,
    DESK_ERROR_FULL },
  { "/fault/seam/fix", DESK_VERB_FIX, { DESK_VERB_CHECK_IN, DESK_VERB_POST }, 2,
    DESK_ERROR_FULL },
  { "/fault/seam/off", DESK_VERB_OFF, { DESK_VERB_CHECK_IN, DESK_VERB_POST }, 2,
    DESK_ERROR_FULL },
  { "/fault/seam/rate", DESK_VERB_RATE, { DESK_VERB_CHECK_IN }, 1, DESK_ERROR_FULL },
  { "/fault/seam/move", DESK_VERB_MOVE, { DESK_VERB_CHECK_IN }, 1, DESK_ERROR_FULL },
  { "/fault/seam/move-unread", DESK_VERB_MOVE, { DESK_VERB_CHECK_IN }, 1, DESK_ERROR_STORAGE },
  { "/fault/seam/out", DESK_VERB_OUT, { DESK_VERB_CHECK_IN, DESK_VERB_POST }, 2,
    DESK_ERROR_FULL },
  { "/fault/seam/undo-post", DESK_VERB_UNDO, { DESK_VERB_CHECK_IN, DESK_VERB_POST }, 2,
    DESK_ERROR_FULL },
  { "/fault/seam/undo-off", DESK_VERB_UNDO,
    { DESK_VERB_CHECK_IN, DESK_VERB_POST, DESK_VERB_OFF }, 3, DESK_ERROR_FULL },
  { "/fault/seam/undo-move", DESK_VERB_UNDO, { DESK_VERB_CHECK_IN, DESK_VERB_MOVE }, 2,
    DESK_ERROR_FULL },
};

/* A stay of the first day with several nights. */
#define STAY 3

static gboolean
fail_once (DeskDbPoint   point,
           const char   *sql,
           gpointer      user_data,
           GError      **error)
{
  Fault *fault = user_data;

  if (fault->failed || fault->left > 0)
    {
      fault->left -= fault->left > 0;
      return TRUE;
    }
  fault->failed = TRUE;
  g_set_error_literal (error, DESK_ERROR, (int) fault->code, "the disk fails in a test");
  return FALSE;
}

static DeskAction *
new_action (DeskVerb verb)
{
  DeskAction *action = desk_action_new (verb, STAY);
  const int first_line = 1;

  switch (verb)
    {
    case DESK_VERB_POST:
      action->code = g_strdup ("BFST");
      action->quantity = 3;
      action->text = g_strdup ("taken to the room");
      break;
    case DESK_VERB_PAY:
      action->code = g_strdup ("CASH");
      action->amount_minor = 1234;
      break;
    case DESK_VERB_FIX:
      action->lines = g_array_new (FALSE, FALSE, sizeof (int));
      g_array_append_val (action->lines, first_line);
      action->has_quantity = TRUE;
      action->quantity = 2;
      action->reason = g_strdup ("twice");
      action->text = g_strdup ("two of four on the sheet");
      break;
    case DESK_VERB_OFF:
      action->percent = g_strdup ("10");
      action->reason = g_strdup ("noise");
      break;
    case DESK_VERB_RATE:
      action->has_unit = TRUE;
      action->unit_minor = 9000;
      action->reason = g_strdup ("noise");
      break;
    case DESK_VERB_MOVE:
      action->room = g_strdup ("308");
      action->reason = g_strdup ("noise");
      break;
    case DESK_VERB_OUT:
      action->code = g_strdup ("CARD");
      action->now = TRUE;
      break;
    case DESK_VERB_CHECK_IN:
    case DESK_VERB_UNDO:
    default:
      break;
    }
  return action;
}

static DeskOutcome *
act (DeskTestHouse  *test,
     DeskVerb        verb,
     const char     *key,
     GError        **error)
{
  g_autoptr (DeskAction) action = new_action (verb);

  test->now += G_USEC_PER_SEC;
  return desk_action_do (test->house, &test->context, action, NULL, key, error);
}

static DeskTestHouse *
set_scene (const Scene *scene)
{
  DeskTestHouse *test = desk_test_hotel_new (2);
  guint i;

  for (i = 0; i < scene->n_before; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskOutcome) outcome = act (test, scene->before[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (outcome);
    }
  return test;
}

/* What is in the file is what was there before the failure. */
static void
assert_untouched (DeskTestHouse *test,
                  const char    *before,
                  guint          n_failures)
{
  g_autofree char *after = desk_test_dup_fingerprint (test->house);

  g_assert_cmpstr (before, ==, after);
  if (n_failures % VERIFY_EVERY != 0)
    return;
  desk_test_assert_books (test->house);
  desk_test_assert_verifies (test->house);
}

static void
test_seam (gconstpointer data)
{
  const Scene *scene = data;
  g_autoptr (DeskTestHouse) test = set_scene (scene);
  DeskDb *db = desk_house_get_db (test->house);
  g_autofree char *before = desk_test_dup_fingerprint (test->house);
  g_autofree char *after = NULL;
  guint n_failures;

  for (n_failures = 0;; n_failures++)
    {
      Fault fault = { n_failures, scene->code, FALSE };
      g_autoptr (DeskOutcome) outcome = NULL;
      g_autoptr (DeskOutcome) again = NULL;
      g_autoptr (GError) error = NULL;

      desk_db_set_fault (db, fail_once, &fault);
      outcome = act (test, scene->verb, "key", &error);
      desk_db_set_fault (db, NULL, NULL);
      if (!fault.failed)
        {
          g_assert_no_error (error);
          again = act (test, scene->verb, "key", &error);
          g_assert_no_error (error);
          g_assert_true (again->repeated);
          g_assert_cmpint (again->entry_id, ==, outcome->entry_id);
          break;
        }
      g_assert_null (outcome);
      g_assert_error (error, DESK_ERROR, (int) scene->code);
      assert_untouched (test, before, n_failures);
    }

  after = desk_test_dup_fingerprint (test->house);
  g_assert_cmpstr (before, !=, after);
  desk_test_assert_books (test->house);
  desk_test_assert_verifies (test->house);
  g_test_message ("%u points where the disk failed", n_failures);
}

/* Closing the day goes on where it was stopped, whatever had failed. */
static void
test_close_day (void)
{
  const Scene scene = { NULL, DESK_VERB_POST, { DESK_VERB_CHECK_IN, DESK_VERB_POST }, 2,
                        DESK_ERROR_FULL };
  g_autoptr (DeskTestHouse) test = set_scene (&scene);
  DeskDb *db = desk_house_get_db (test->house);
  gboolean closed = FALSE;
  guint n_failures;

  for (n_failures = 0; !closed; n_failures++)
    {
      Fault fault = { n_failures, DESK_ERROR_FULL, FALSE };
      g_autoptr (GError) error = NULL;

      desk_db_set_fault (db, fail_once, &fault);
      closed = desk_close_day (test->house, &test->context, desk_test_hotel_get_day (0), NULL,
                               &error);
      desk_db_set_fault (db, NULL, NULL);
      if (closed)
        g_assert_no_error (error);
      else
        g_assert_error (error, DESK_ERROR, DESK_ERROR_FULL);
      desk_test_assert_books (test->house);
      if (closed || n_failures % VERIFY_EVERY == 0)
        desk_test_assert_verifies (test->house);
    }
  g_assert_cmpint (desk_test_query (test->house, "SELECT count(*) FROM seal"), ==, 1);
  g_assert_cmpint (desk_test_query (test->house,
                                    "SELECT count(*) FROM stay_night WHERE posted = 1"),
                   ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (scenes); i++)
    g_test_add_data_func (scenes[i].path, &scenes[i], test_seam);
  g_test_add_func ("/fault/seam/close-day", test_close_day);
  return g_test_run ();
}
