/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-error.h"
#include "desk-test-mover.h"

/* What stops a move, and what passes a stop. */

/**
 * StopCase:
 * @before: (nullable): what has happened
 * @code: what it is refused for
 * @soft: whether a reason passes it
 */
typedef struct
{
  const char *path;
  gint64      stay_id;
  const char *room;
  const char *reason;
  const char *before;
  const char *code;
  gboolean    soft;
} StopCase;

#define SET_ROOM(what, number) "UPDATE room SET " what " WHERE number = '" number "'"

static const StopCase stop_cases[] = {
  { "/move/stop/no-such-room", 1, "999", "noise", NULL, "no-such-room", FALSE },
  { "/move/stop/same-room", 1, "412", "noise", NULL, "same-room", FALSE },
  { "/move/stop/no-reason", 1, "415", NULL, NULL, "reason-needed", FALSE },
  { "/move/stop/other-reason", 1, "415", "price", NULL, "reason-unknown", FALSE },
  { "/move/stop/unknown-reason", 1, "415", "moon", NULL, "reason-unknown", FALSE },
  { "/move/stop/departed", 1, "415", "noise", "UPDATE stay SET state = 'departed' WHERE id = 1",
    "stay-closed", FALSE },
  { "/move/stop/cancelled", 3, "415", NULL, "UPDATE stay SET state = 'cancelled' WHERE id = 3",
    "stay-closed", FALSE },
  { "/move/stop/out-of-order", 1, "415", "noise", SET_ROOM ("service = 'ooo'", "415"),
    "room-out-of-order", FALSE },
  { "/move/stop/retired", 1, "415", "noise", SET_ROOM ("retired = 1", "415"),
    "room-out-of-order", FALSE },
  { "/move/stop/taken", 1, "510", "noise", NULL, "room-taken", FALSE },
  { "/move/stop/occupied", 1, "229", "noise",
    "DELETE FROM room_night WHERE room_id = (SELECT id FROM room WHERE number = '229')",
    "room-occupied", FALSE },
  { "/move/stop/dirty", 1, "415", "noise", SET_ROOM ("clean = 'dirty'", "415"), "room-dirty",
    TRUE },
  { "/move/stop/pickup", 1, "415", "noise", SET_ROOM ("clean = 'pickup'", "415"), "room-dirty",
    TRUE },
  { "/move/stop/out-of-service", 1, "415", "noise", SET_ROOM ("service = 'oos'", "415"),
    "room-out-of-service", TRUE },
  { "/move/stop/seen-occupied", 1, "415", "noise", SET_ROOM ("hk_occupied = 1", "415"),
    "room-seen-occupied", TRUE },
  { "/move/stop/accessible", 2, "415", "defect", NULL, "room-lacks", TRUE },
  { "/move/stop/do-not-move", 1, "415", "noise", "UPDATE stay SET do_not_move = 1 WHERE id = 1",
    "do-not-move", TRUE },
};

static void
test_stop (gconstpointer data)
{
  const StopCase *one = data;
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (one->stay_id, one->room, one->reason);
  g_autoptr (DeskPlan) shown = NULL;
  g_autoptr (DeskPlan) passed = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (one->before != NULL)
    desk_mover_run (test, one->before);
  shown = desk_mover_plan (test, action);
  g_assert_cmpuint (shown->refused->len, >, 0);
  g_assert_cmpstr (((DeskMessage *) g_ptr_array_index (shown->refused, 0))->code, ==, one->code);
  g_assert_null (desk_action_do (test->house, &test->context, action, NULL, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);

  action->override_reason = g_strdup ("asked housekeeping by telephone");
  passed = desk_mover_plan (test, action);
  g_assert_cmpint (passed->refused->len > 0, ==, !one->soft);
  if (!one->soft)
    return;
  g_assert_nonnull (desk_mover_find (passed->warnings, one->code));
  outcome = desk_mover_act (test, action);
  g_assert_cmpint (desk_mover_ask (test, "SELECT count (*) FROM audit_entry WHERE verb = 'move' "
                                   "AND detail LIKE '%override%'"), ==, 1);
}

/* Whose night it is stands in the refusal. */
static void
test_taken_by (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, "510", "noise");
  g_autoptr (DeskPlan) shown = desk_mover_plan (test, action);
  g_autofree char *text = desk_mover_say (test, g_ptr_array_index (shown->refused, 0));

  g_assert_nonnull (strstr (text, "MV-3"));
  g_assert_nonnull (strstr (text, "swap"));
}

static void
test_arrival_waits (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (4, "510", "noise");
  g_autoptr (DeskPlan) shown = desk_mover_plan (test, action);
  g_autoptr (DeskPlan) later = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_cmpuint (shown->refused->len, ==, 0);
  g_assert_nonnull (desk_mover_find (shown->warnings, "arrival-next"));

  /* At night, when the day was closed, that arrival is today's. */
  desk_mover_close_day (test);
  test->now -= 14 * DESK_MOVER_HOUR;
  action->now = TRUE;
  later = desk_mover_plan (test, action);
  g_assert_nonnull (desk_mover_find (later->refused, "arrival-waits"));

  /* Nothing is left to be posted, and still he is in another room for the rest of it. */
  action->override_reason = g_strdup ("leaves at seven, she comes in the evening");
  outcome = desk_mover_act (test, action);
  g_assert_cmpint (desk_mover_get_room (test, 4, "04"), ==, 510);
  g_assert_cmpint (outcome->plan->departure_after, ==, outcome->plan->departure_before);
  desk_mover_check_room (test, "510", "dirty", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (stop_cases); i++)
    g_test_add_data_func (stop_cases[i].path, &stop_cases[i], test_stop);
  g_test_add_func ("/move/taken-by", test_taken_by);
  g_test_add_func ("/move/arrival-waits", test_arrival_waits);
  return g_test_run ();
}
