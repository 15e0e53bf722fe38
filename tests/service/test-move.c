/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-action-private.h"
#include "desk-error.h"
#include "desk-move.h"
#include "desk-test-mover.h"

/* Moves: the two of the demo's script to the cent, prices, later nights, exchanges,
 * sharers, and that nobody ever loses a room. */

#define INSERT_WAKE_UP \
  "INSERT INTO request (id, kind, stay_id, room_id, department, state, made_at, made_by, " \
  "version) SELECT 77, 'wake-up', 1, id, 'desk', 'open', 1, 'anna', 1 FROM room " \
  "WHERE number = '412'"
#define WAKE_UP_ROOM \
  "SELECT CAST (r.number AS INTEGER) FROM request q JOIN room r ON r.id = q.room_id " \
  "WHERE q.id = 77"
#define SINDRE_OWES "SELECT balance_minor FROM folio WHERE stay_id = 2"

/* Stay 3: noise from the lift, and the quiet room is of a better type. */
static void
test_lift (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, NULL, "noise");
  g_autoptr (DeskPlan) shown = desk_mover_plan (test, action);
  g_autofree char *sentence = desk_mover_say (test, shown->sentence);
  g_autofree char *done = desk_mover_say (test, desk_plan_get_done (shown));
  g_autofree char *why = NULL;
  const DeskGiving *giving;

  g_assert_cmpstr (sentence, ==, "Move Anna Kowalska 412 → 415 (DLX), "
                                 "tonight to Sun\u00a06\u00a0Sep, 2 nights; the price stays.");
  g_assert_cmpstr (done, ==, "Moved: Anna Kowalska 412 → 415 (DLX), "
                             "tonight to Sun\u00a06\u00a0Sep, 2 nights; the price stays.");
  g_assert_nonnull (desk_mover_find (shown->warnings, "room-fits"));
  why = desk_mover_say (test, desk_mover_find (shown->warnings, "room-fits"));
  g_assert_cmpstr (why, ==, "Room 415 fits: DLX, clean, floor 4, quiet.");
  g_assert_nonnull (desk_mover_find (shown->warnings, "room-not-inspected"));
  g_assert_cmpint (shown->balance_after, ==, shown->balance_before);
  g_assert_cmpint (shown->departure_before, ==, 48600);
  g_assert_cmpint (shown->departure_after, ==, 48600);
  g_assert_cmpuint (shown->givings->len, ==, 1);
  giving = g_ptr_array_index (shown->givings, 0);
  g_assert_cmpstr (giving->kind, ==, "upgrade");
  g_assert_cmpint (giving->value_minor, ==, 6000);
  g_assert_cmpint (giving->quantity, ==, 2);

  desk_mover_run (test, INSERT_WAKE_UP);
  g_clear_pointer (&shown, desk_plan_free);
  {
    g_autoptr (DeskOutcome) outcome = desk_mover_act (test, action);

    g_assert_nonnull (desk_mover_find (outcome->plan->warnings, "requests-follow"));
  }
  g_assert_cmpint (desk_mover_get_room (test, 1, "03"), ==, 412);
  g_assert_cmpint (desk_mover_get_room (test, 1, "04"), ==, 415);
  g_assert_cmpint (desk_mover_get_room (test, 1, "05"), ==, 415);
  desk_mover_check_room (test, "412", "dirty", FALSE);
  desk_mover_check_room (test, "415", "clean", TRUE);
  g_assert_cmpint (desk_mover_ask (test, WAKE_UP_ROOM), ==, 415);
  g_assert_cmpint (desk_mover_ask (test, "SELECT count (*) FROM posting WHERE room = '412' "
                                   "AND folio_id = 1 AND code <> 'MINI'"), ==, 4);
  desk_mover_close_day (test);
  g_assert_cmpint (desk_mover_ask (test, "SELECT count (*) FROM posting WHERE room = '415' "
                                   "AND folio_id = 1"), ==, 2);
}

/* Stay 4, in the evening: a lower type, charged as such from tonight on. */
static void
test_shower_by_evening (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (2, "106", "defect");
  g_autoptr (DeskOutcome) outcome = NULL;
  const DeskGiving *giving;

  action->price = DESK_MOVE_NEW;
  outcome = desk_mover_act (test, action);
  g_assert_cmpint (outcome->plan->balance_before, ==, 12100);
  g_assert_cmpint (outcome->plan->balance_after, ==, 12100);
  g_assert_cmpint (outcome->plan->departure_before, ==, 36300);
  g_assert_cmpint (outcome->plan->departure_after, ==, 32300);
  g_assert_cmpuint (outcome->plan->givings->len, ==, 1);
  giving = g_ptr_array_index (outcome->plan->givings, 0);
  g_assert_cmpstr (giving->kind, ==, "rate");
  g_assert_cmpint (giving->value_minor, ==, 4000);
  g_assert_true (giving->evidence);

  g_assert_cmpint (desk_mover_ask (test, "SELECT count (*) FROM request q JOIN room r "
                                   "ON r.id = q.room_id WHERE q.department = 'maintenance' "
                                   "AND r.number = '404'"), ==, 1);
  desk_mover_close_day (test);
  desk_mover_close_day (test);
  g_assert_cmpint (desk_mover_ask (test, SINDRE_OWES), ==, 32300);
  desk_test_assert_verifies (test->house);
}

/* Stay 4 again, at 03:10, when the night has been posted. */
static void
test_shower_after_close (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (2, "106", "defect");
  g_autoptr (DeskOutcome) outcome = NULL;
  const DeskPosting *line;

  desk_mover_close_day (test);
  test->now -= 14 * DESK_MOVER_HOUR;
  action->price = DESK_MOVE_NEW;
  action->now = TRUE;
  outcome = desk_mover_act (test, action);
  g_assert_cmpint (outcome->plan->balance_before, ==, 24200);
  g_assert_cmpint (outcome->plan->balance_after, ==, 22200);
  g_assert_cmpint (outcome->plan->departure_after, ==, 32300);
  g_assert_cmpuint (outcome->plan->lines->len, ==, 1);
  line = g_ptr_array_index (outcome->plan->lines, 0);
  g_assert_cmpint (line->kind, ==, DESK_POSTING_ALLOWANCE);
  g_assert_cmpint (line->amount_minor, ==, -2000);
  g_assert_cmpint (line->answers, ==, 3);
  g_assert_cmpstr (line->room, ==, "404");
  g_assert_cmpuint (outcome->plan->givings->len, ==, 2);
  desk_mover_check_room (test, "404", "dirty", FALSE);
  desk_mover_check_room (test, "106", "dirty", TRUE);
  g_assert_cmpint (desk_mover_get_room (test, 2, "04"), ==, 106);

  desk_mover_close_day (test);
  g_assert_cmpint (desk_mover_ask (test, SINDRE_OWES), ==, 32300);
  desk_test_assert_verifies (test->house);
}

/* In the afternoon "now" is tonight: the night that was slept stays as it was. */
static void
test_now_by_day (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (2, "106", "defect");
  g_autoptr (DeskOutcome) outcome = NULL;

  action->price = DESK_MOVE_NEW;
  action->now = TRUE;
  outcome = desk_mover_act (test, action);
  g_assert_cmpuint (outcome->plan->lines->len, ==, 0);
  g_assert_cmpint (desk_mover_get_room (test, 2, "03"), ==, 404);
  g_assert_cmpint (desk_mover_get_room (test, 2, "04"), ==, 106);
}

static void
test_prices (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, "415", "noise");
  g_autoptr (DeskPlan) no_price = NULL;
  g_autoptr (DeskPlan) dearer = NULL;
  g_autoptr (DeskPlan) stated = NULL;
  g_autoptr (DeskPlan) cheap = NULL;
  const DeskGiving *giving;

  action->price = DESK_MOVE_AT;
  no_price = desk_mover_plan (test, action);
  g_assert_nonnull (desk_mover_find (no_price->refused, "price-needed"));

  action->price = DESK_MOVE_NEW;
  dearer = desk_mover_plan (test, action);
  g_assert_cmpint (dearer->departure_after, ==, 48600 + 2 * 4000);
  g_assert_cmpuint (dearer->givings->len, ==, 0);

  /* 10.00 more for what is worth 30.00 more. */
  action->price = DESK_MOVE_AT;
  action->has_unit = TRUE;
  action->unit_minor = 13900;
  stated = desk_mover_plan (test, action);
  g_assert_cmpint (stated->departure_after, ==, 48600 + 2 * 1000);
  giving = g_ptr_array_index (stated->givings, 0);
  g_assert_cmpstr (giving->kind, ==, "upgrade");
  g_assert_cmpint (giving->value_minor, ==, 4000);

  /* A better room for less: a gift, and nothing shows that it was due. */
  action->unit_minor = 10000;
  cheap = desk_mover_plan (test, action);
  g_assert_cmpuint (cheap->givings->len, ==, 2);
  giving = g_ptr_array_index (cheap->givings, 1);
  g_assert_cmpstr (giving->kind, ==, "rate");
  g_assert_cmpint (giving->value_minor, ==, 5800);
  g_assert_false (giving->evidence);
}

static void
test_later (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, "415", "noise");
  g_autoptr (DeskAction) again = desk_mover_new_action (1, "415", "noise");
  g_autoptr (DeskOutcome) ordered = NULL;
  g_autoptr (DeskOutcome) done = NULL;
  g_autoptr (DeskPlan) past = NULL;
  g_autoptr (DeskPlan) after = NULL;

  action->from = desk_date_from_dmy (3, 9, 2026);
  past = desk_mover_plan (test, action);
  g_assert_nonnull (desk_mover_find (past->refused, "move-past"));
  action->from = desk_date_from_dmy (6, 9, 2026);
  after = desk_mover_plan (test, action);
  g_assert_nonnull (desk_mover_find (after->refused, "no-night-left"));

  action->from = desk_date_from_dmy (5, 9, 2026);
  desk_mover_run (test, INSERT_WAKE_UP);
  ordered = desk_mover_act (test, action);
  g_assert_cmpint (desk_mover_ask (test, WAKE_UP_ROOM), ==, 412);
  g_assert_cmpint (desk_mover_get_room (test, 1, "04"), ==, 412);
  g_assert_cmpint (desk_mover_get_room (test, 1, "05"), ==, 415);
  desk_mover_check_room (test, "412", "dirty", TRUE);
  desk_mover_check_room (test, "415", "clean", FALSE);

  /* The day has come: the same line again takes them over. */
  desk_mover_close_day (test);
  done = desk_mover_act (test, again);
  g_assert_cmpint (desk_mover_ask (test, WAKE_UP_ROOM), ==, 415);
  desk_mover_check_room (test, "412", "dirty", FALSE);
  desk_mover_check_room (test, "415", "clean", TRUE);
  g_assert_cmpuint (done->plan->givings->len, ==, 0);
}

/* Before arrival rooms are reassigned without a reason, and nobody is disturbed. */
static void
test_booked (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (3, "415", NULL);
  g_autoptr (DeskOutcome) outcome = desk_mover_act (test, action);

  g_assert_cmpint (desk_mover_get_room (test, 3, "05"), ==, 415);
  g_assert_cmpint (desk_mover_get_room (test, 3, "06"), ==, 415);
  desk_mover_check_room (test, "415", "clean", FALSE);
  desk_mover_check_room (test, "510", "clean", FALSE);
}

static void
test_best_fit (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) needs = desk_mover_new_action (2, NULL, "defect");
  g_autoptr (DeskAction) type = desk_mover_new_action (1, NULL, "noise");
  g_autoptr (DeskAction) none = desk_mover_new_action (1, NULL, "noise");
  g_autoptr (DeskAction) other = desk_mover_new_action (1, NULL, "defect");
  g_autoptr (DeskPlan) accessible = desk_mover_plan (test, needs);
  g_autoptr (DeskPlan) near = NULL;
  g_autoptr (DeskPlan) same = NULL;
  g_autoptr (DeskPlan) standard = NULL;
  g_autoptr (DeskPlan) nothing = NULL;
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = desk_mover_say (test, accessible->sentence);

  g_assert_nonnull (strstr (text, "404 → 106 (STD)"));

  type->room_type = g_strdup ("STD");
  g_assert_true (desk_move_list_rooms (test->house, &test->context, type, &rooms, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rooms->len, ==, 2);
  g_assert_cmpstr (((DeskMoveRoom *) g_ptr_array_index (rooms, 0))->number, ==, "233");
  g_assert_cmpint (((DeskMoveRoom *) g_ptr_array_index (rooms, 0))->upgrade_minor, ==, 0);
  standard = desk_mover_plan (test, type);
  g_assert_nonnull (desk_mover_find (standard->warnings, "room-lacks"));

  none->features = g_strsplit ("quiet;sauna", ";", -1);
  nothing = desk_mover_plan (test, none);
  g_assert_nonnull (desk_mover_find (nothing->refused, "no-room-fits"));

  /* The room on the same floor; but a better one is not given away for a shorter way. */
  desk_mover_run (test, "UPDATE room SET room_type = 'SUP', floor = '7' WHERE number = '233'");
  near = desk_mover_plan (test, other);
  g_clear_pointer (&text, g_free);
  text = desk_mover_say (test, near->sentence);
  g_assert_nonnull (strstr (text, "412 → 415 (DLX)"));
  desk_mover_run (test, "UPDATE room SET floor = '5' WHERE number = '415'");
  same = desk_mover_plan (test, other);
  g_clear_pointer (&text, g_free);
  text = desk_mover_say (test, same->sentence);
  g_assert_nonnull (strstr (text, "412 → 233 (SUP)"));
}

/* A room that somebody else could not do without comes last, but for who asks for what it has. */
static void
test_kept_back (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) anybody = desk_mover_new_action (1, NULL, "defect");
  g_autoptr (DeskAction) asks = desk_mover_new_action (1, NULL, "defect");
  g_autoptr (DeskPlan) quiet = NULL;
  g_autoptr (DeskPlan) accessible = NULL;
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *asked = NULL;

  desk_mover_run (test, "UPDATE room SET room_type = 'SUP', floor = '4' WHERE number = '106'");
  quiet = desk_mover_plan (test, anybody);
  text = desk_mover_say (test, quiet->sentence);
  g_assert_nonnull (strstr (text, "412 → 415 (DLX)"));
  g_assert_true (desk_move_list_rooms (test->house, &test->context, anybody, &rooms, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rooms->len, >, 1);
  g_assert_cmpstr (((DeskMoveRoom *) g_ptr_array_index (rooms, rooms->len - 1))->number, ==,
                   "106");

  asks->features = g_strsplit ("accessible", ";", -1);
  accessible = desk_mover_plan (test, asks);
  asked = desk_mover_say (test, accessible->sentence);
  g_assert_nonnull (strstr (asked, "412 → 106 (SUP)"));
}

static void
assert_occupied (DeskTestHouse *test,
                 const char    *room,
                 const char    *expected)
{
  g_autoptr (DeskAction) in = desk_action_new (DESK_VERB_CHECK_IN, 3);
  g_autoptr (DeskPlan) plan = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *fits = NULL;

  in->room = g_strdup (room);
  plan = desk_mover_plan (test, in);
  refused = desk_mover_say (test, desk_mover_find (plan->refused, "room-occupied"));
  g_assert_cmpstr (refused, ==, expected);
  fits = desk_mover_say (test, desk_mover_find (plan->warnings, "room-fits"));
  g_assert_true (g_str_has_prefix (fits, "Room 415 fits: "));
}

/* Who arrives and finds somebody in the room is told who, until when, and which room there is. */
static void
test_arrival (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();

  desk_mover_close_day (test);
  assert_occupied (test, "229",
                   "Room 229 is occupied until today: Petter Lundgaard. Choose another.");
  assert_occupied (test, "412",
                   "Room 412 is occupied until 6\u00a0September\u00a02026: Anna Kowalska. "
                   "Choose another.");
}

static void
test_swap (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, "229", "noise");
  g_autoptr (DeskAction) nobody = desk_mover_new_action (1, "233", "noise");
  g_autoptr (DeskPlan) shown = desk_mover_plan (test, action);
  g_autoptr (DeskPlan) empty = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;

  g_assert_nonnull (desk_mover_find (shown->refused, "room-taken"));
  nobody->swap = TRUE;
  empty = desk_mover_plan (test, nobody);
  g_assert_nonnull (desk_mover_find (empty->refused, "swap-nobody"));

  action->swap = TRUE;
  outcome = desk_mover_act (test, action);
  g_assert_cmpint (desk_mover_get_room (test, 1, "03"), ==, 412);
  g_assert_cmpint (desk_mover_get_room (test, 1, "04"), ==, 229);
  g_assert_cmpint (desk_mover_get_room (test, 1, "05"), ==, 229);
  g_assert_cmpint (desk_mover_get_room (test, 4, "03"), ==, 229);
  g_assert_cmpint (desk_mover_get_room (test, 4, "04"), ==, 412);
  desk_mover_check_room (test, "412", "dirty", TRUE);
  desk_mover_check_room (test, "229", "dirty", TRUE);
  desk_mover_close_day (test);
  desk_test_assert_verifies (test->house);
}

/* One party is in house, the other comes tomorrow: only the nights both have. */
/* Who has what they cannot do without is not sent away from it, in the words of the house. */
static void
test_swap_needed (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, "404", "noise");
  g_autoptr (DeskPlan) shown = NULL;
  g_autofree char *text = NULL;

  action->swap = TRUE;
  shown = desk_mover_plan (test, action);
  text = desk_mover_say (test, desk_mover_find (shown->refused, "room-lacks"));
  g_assert_true (g_str_has_prefix (text, "Room 412 is not “step-free”."));
}

static void
test_swap_with_arrival (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, "510", "noise");
  g_autoptr (DeskOutcome) outcome = NULL;

  action->swap = TRUE;
  outcome = desk_mover_act (test, action);
  g_assert_cmpint (desk_mover_get_room (test, 1, "04"), ==, 510);
  g_assert_cmpint (desk_mover_get_room (test, 1, "05"), ==, 510);
  g_assert_cmpint (desk_mover_get_room (test, 3, "05"), ==, 412);
  g_assert_cmpint (desk_mover_get_room (test, 3, "06"), ==, 412);
  desk_mover_check_room (test, "412", "dirty", FALSE);
  desk_mover_check_room (test, "510", "clean", TRUE);
}

/* Who share a room move together, each with the own nights. */
static void
test_sharers (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, "415", "noise");
  g_autoptr (DeskOutcome) outcome = NULL;

  desk_mover_run (test, "DELETE FROM room_night WHERE occupancy_id = "
                  "(SELECT occupancy_id FROM stay WHERE id = 4)");
  desk_mover_run (test, "UPDATE room SET occupied = 0 WHERE number = '229'");
  desk_mover_run (test, "UPDATE stay SET occupancy_id = 1 WHERE id = 4");
  desk_mover_run (test, "UPDATE stay_night SET room_id = (SELECT id FROM room "
                        "WHERE number = '412') WHERE stay_id = 4");
  desk_mover_check_rooms (test);
  outcome = desk_mover_act (test, action);
  g_assert_cmpint (desk_mover_get_room (test, 1, "04"), ==, 415);
  g_assert_cmpint (desk_mover_get_room (test, 4, "03"), ==, 412);
  g_assert_cmpint (desk_mover_get_room (test, 4, "04"), ==, 415);
  g_assert_cmpint (((DeskGiving *) g_ptr_array_index (outcome->plan->givings, 0))->value_minor, ==,
                   6000);
}

/* Two desks want one room: the second is told whose it is. */
static void
test_race (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) first = desk_mover_new_action (1, "415", "noise");
  g_autoptr (DeskAction) second = desk_mover_new_action (4, "415", "noise");
  g_autoptr (DeskPlan) shown = desk_mover_plan (test, first);
  g_autoptr (DeskPlan) other_shown = desk_mover_plan (test, second);
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (DeskPlan) refreshed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  DeskHouse *other_desk = desk_house_open (test->path, &error);

  g_assert_no_error (error);
  outcome = desk_mover_act (test, first);
  g_assert_null (desk_action_do (other_desk, &test->context, second, other_shown->digest, NULL,
                                 &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CHANGED);
  g_assert_null (desk_action_do (other_desk, &test->context, second, NULL, NULL, &refused));
  g_assert_error (refused, DESK_ERROR, DESK_ERROR_REFUSED);
  desk_house_close (other_desk);
  refreshed = desk_mover_plan (test, second);
  g_assert_nonnull (desk_mover_find (refreshed->refused, "room-taken"));
  desk_mover_check_rooms (test);
}

/* Sent twice it happens once; and only who may. */
static void
test_once (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (1, "415", "noise");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) first =
    desk_action_do (test->house, &test->context, action, NULL, "once", &error);
  g_autoptr (DeskOutcome) second =
    desk_action_do (test->house, &test->context, action, NULL, "once", &error);

  g_assert_no_error (error);
  g_assert_true (second->repeated);
  g_assert_cmpint (first->entry_id, ==, second->entry_id);
  desk_test_house_sign_in_as (test, "cash", DESK_ROLE_CASHIER);
  g_assert_null (desk_action_plan (test->house, &test->context, action, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
}

static const char state[] =
  "SELECT 'night ' || stay_id || date || room_id || room_type || coalesce (price_minor, '-') "
  "FROM stay_night UNION ALL SELECT 'held ' || room_id || night || occupancy_id FROM room_night "
  "UNION ALL SELECT 'room ' || number || clean || occupied FROM room "
  "UNION ALL SELECT 'open ' || id || room_id FROM request WHERE state = 'open' ORDER BY 1";

/* What a move changed can be taken back from what it kept: from and to exchanged. */
static void
check_reversible (gint64         stay_id,
                  const char    *room,
                  const char    *reason,
                  DeskMovePrice  price,
                  gboolean       swap)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (stay_id, room, reason);
  g_autoptr (DeskPlan) back = desk_plan_new ("undo");
  g_autofree char *before = desk_mover_dump (test, state);
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (DeskTx) tx = { NULL };
  guint i;

  action->price = price;
  action->swap = swap;
  action->override_reason = g_strdup ("test");
  outcome = desk_mover_act (test, action);
  for (i = outcome->plan->effects->len; i > 0; i--)
    {
      const DeskEffect *effect = g_ptr_array_index (outcome->plan->effects, i - 1);

      desk_plan_add_effect (back, effect->kind, effect->id, effect->key, effect->to, effect->from);
    }
  g_assert_true (desk_tx_begin (&tx, desk_house_get_db (test->house), &error));
  desk_apply_plan (test->house, &test->context, back, &error);
  g_assert_no_error (error);
  g_assert_true (desk_tx_commit (&tx, &error));
  after = desk_mover_dump (test, state);
  g_assert_cmpstr (before, ==, after);
  desk_mover_check_rooms (test);
}

static void
test_reversible (void)
{
  check_reversible (1, "415", "noise", DESK_MOVE_KEEP, FALSE);
  check_reversible (2, "106", "defect", DESK_MOVE_NEW, FALSE);
  check_reversible (1, "229", "noise", DESK_MOVE_KEEP, TRUE);
  check_reversible (1, "510", "noise", DESK_MOVE_NEW, TRUE);
  check_reversible (3, "415", NULL, DESK_MOVE_KEEP, FALSE);
}

/* The desk's own way back, while nothing leans on the move. */
static void
test_undo (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) action = desk_mover_new_action (2, "106", "defect");
  g_autoptr (DeskAction) undo = desk_action_new (DESK_VERB_UNDO, 2);
  g_autofree char *before = desk_mover_dump (test, state);
  g_autofree char *after = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (DeskOutcome) undone = NULL;

  action->price = DESK_MOVE_NEW;
  outcome = desk_mover_act (test, action);
  undone = desk_mover_act (test, undo);
  after = desk_mover_dump (test, state);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (undone->plan->departure_before, ==, 32300);
  g_assert_cmpint (undone->plan->departure_after, ==, 36300);
}

/* What is given with a move counts in the budget of who gives it. */
static void
test_budget (void)
{
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  g_autoptr (DeskAction) better = desk_mover_new_action (1, "415", "noise");
  g_autoptr (DeskAction) lower = desk_mover_new_action (2, "106", "defect");
  g_autoptr (DeskPlan) shown = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (DeskOutcome) allowed = NULL;

  desk_test_house_sign_in_as (test, "anna", DESK_ROLE_ASSOCIATE);
  shown = desk_mover_plan (test, better);
  g_assert_nonnull (desk_mover_find (shown->refused, "limit-upgrade"));
  lower->price = DESK_MOVE_NEW;
  outcome = desk_mover_act (test, lower);

  desk_test_house_sign_in_as (test, "maria", DESK_ROLE_MANAGER);
  allowed = desk_mover_act (test, better);
  g_assert_cmpint (desk_mover_ask (test, "SELECT value_minor FROM giving WHERE kind = 'rate' "
                                         "AND made_by = 'anna' AND quantity = 2"), ==, 4000);
  g_assert_cmpint (desk_mover_ask (test, "SELECT value_minor FROM giving WHERE kind = 'upgrade' "
                                         "AND made_by = 'maria' AND quantity = 2"), ==, 6000);
}

/* Whatever is asked for, in whatever order: nobody loses a room or gets another's. */
static void
test_random (void)
{
  static const char *const rooms[] = { "106", "229", "233", "404", "412", "415", "510", NULL };
  g_autoptr (DeskTestHouse) test = desk_mover_new_house ();
  guint n_done = 0;
  guint n_undone = 0;
  guint i;

  for (i = 0; i < 400; i++)
    {
      g_autoptr (DeskAction) action =
        desk_mover_new_action (g_test_rand_int_range (1, 5), rooms[g_test_rand_int_range (0, 8)],
                               "defect");
      g_autoptr (DeskOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;

      action->override_reason = g_strdup ("test");
      action->swap = g_test_rand_bit ();
      action->price = (DeskMovePrice) g_test_rand_int_range (0, 3);
      action->has_unit = TRUE;
      action->unit_minor = g_test_rand_int_range (0, 20000);
      if (g_test_rand_bit ())
        action->from = desk_date_from_dmy (g_test_rand_int_range (3, 8), 9, 2026);
      if (g_test_rand_int_range (0, 5) == 0)
        action->verb = DESK_VERB_UNDO;
      outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
      if (outcome == NULL && action->verb == DESK_VERB_MOVE)
        g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
      n_undone += outcome != NULL && action->verb == DESK_VERB_UNDO;
      n_done += outcome != NULL;
      desk_mover_check_rooms (test);
    }
  g_assert_cmpuint (n_done, >, 20);
  g_assert_cmpuint (n_undone, >, 2);
  desk_test_assert_verifies (test->house);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/move/lift", test_lift);
  g_test_add_func ("/move/shower/evening", test_shower_by_evening);
  g_test_add_func ("/move/shower/after-close", test_shower_after_close);
  g_test_add_func ("/move/now-by-day", test_now_by_day);
  g_test_add_func ("/move/prices", test_prices);
  g_test_add_func ("/move/later", test_later);
  g_test_add_func ("/move/booked", test_booked);
  g_test_add_func ("/move/best-fit", test_best_fit);
  g_test_add_func ("/move/kept-back", test_kept_back);
  g_test_add_func ("/move/arrival", test_arrival);
  g_test_add_func ("/move/swap", test_swap);
  g_test_add_func ("/move/swap-with-arrival", test_swap_with_arrival);
  g_test_add_func ("/move/swap-needed", test_swap_needed);
  g_test_add_func ("/move/sharers", test_sharers);
  g_test_add_func ("/move/race", test_race);
  g_test_add_func ("/move/once", test_once);
  g_test_add_func ("/move/reversible", test_reversible);
  g_test_add_func ("/move/undo", test_undo);
  g_test_add_func ("/move/budget", test_budget);
  g_test_add_func ("/move/random", test_random);
  return g_test_run ();
}
