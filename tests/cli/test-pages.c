/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-test-tool.h"

/* What the pages of the window show, the tool prints: rooms, guests, the night, a file. */

#define ANNA "DESKBELL_PIN=4711 --as anna "

#define NIGHT(date, room, price) \
  "{\"date\": \"" date "\", \"room\": \"" room "\", \"price\": \"" price "\"}"
#define STAY(confirmation, name, room) \
  "{\"confirmation\": \"" confirmation "\", \"guest\": {\"name\": \"" name "\", \"phone\": " \
  "\"+48 601 234 567\", \"nationality\": \"POL\"}, \"adults\": 1, \"arrival\": " \
  "\"2024-02-26\", \"departure\": \"2024-02-28\", \"rate_plan\": \"BB\", \"nights\": [" \
  NIGHT ("2024-02-26", room, "0.00") ", " NIGHT ("2024-02-27", room, "109.00") "]}"

static DeskTestTool *
new_house (void)
{
  DeskTestTool *tool = desk_test_tool_new ();
  g_autofree char *property = desk_test_tool_read_data ("example/property.ini");

  desk_test_tool_write (tool, "property.ini", property);
  desk_test_tool_write (tool, "stays.json",
                        "[" STAY ("PAGE-1", "Łucja Żak", "412") ","
                        STAY ("PAGE-2", "יעל כהן", "415") "]");
  desk_test_tool_run_ok (tool, "init --property property.ini");
  desk_test_tool_run_ok (tool, ANNA "import stays stays.json");
  desk_test_tool_run_ok (tool, ANNA "do '412 next in'");
  return tool;
}

static void
assert_says (DeskTestTool *tool,
             const char   *line,
             const char   *says)
{
  desk_test_tool_run_ok (tool, line);
  if (strstr (tool->out, says) == NULL)
    g_error ("%s does not say \"%s\": %s", line, says, tool->out);
}

static void
test_rooms (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autoptr (JsonNode) all = desk_test_tool_run_json (tool, "rooms --json");
  g_autoptr (JsonNode) quiet = desk_test_tool_run_json (tool, "rooms QUI --json");
  g_autoptr (JsonNode) guest = desk_test_tool_run_json (tool, "rooms zak lucja --json");
  g_autoptr (JsonNode) deluxe = desk_test_tool_run_json (tool, "rooms --type DLX --json");

  assert_says (tool, "rooms", "1 of 2 occupied");
  g_assert_cmpint (desk_test_json_int (all, "counts.occupied"), ==, 1);
  g_assert_cmpint (desk_test_json_int (all, "counts.vacant"), ==, 1);
  g_assert_cmpstr (desk_test_json_text (quiet, "rooms.0.room"), ==, "412");
  g_assert_cmpstr (desk_test_json_text (guest, "rooms.0.room"), ==, "412");
  g_assert_cmpstr (desk_test_json_text (deluxe, "rooms.0.room"), ==, "415");

  assert_says (tool, "rooms zzz", "No room matches.");
  desk_test_tool_run (tool, "rooms --type NONE");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_nonnull (strstr (tool->err, "NONE"));
}

/* The three facts, until when and why, whose the nights are, and what was done. */
static void
test_room (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autoptr (JsonNode) room = NULL;

  desk_test_tool_run_ok (tool, ANNA "do '412 seen vacant'");
  assert_says (tool, "room 412", "Łucja Żak until Wed\u00a028\u00a0Feb");
  g_assert_nonnull (strstr (tool->out, "vacant, stay in house"));
  g_assert_nonnull (strstr (tool->out, "seen vacant"));
  g_assert_nonnull (strstr (tool->out, "28\u00a0Feb\u00a02024  free"));
  assert_says (tool, "room 415", "\u2068יעל כהן\u2069 arrives");
  g_assert_nonnull (strstr (tool->out, "Nothing was done here yet."));

  room = desk_test_tool_run_json (tool, "room 412 --json");
  g_assert_cmpstr (desk_test_json_text (room, "discrepancy"), ==, "vacant");
  g_assert_cmpstr (desk_test_json_text (room, "features.1"), ==, "view");
  g_assert_cmpstr (desk_test_json_text (room, "nights.1.guest.confirmation"), ==, "PAGE-1");
  g_assert_cmpstr (desk_test_json_text (room, "events.0.by"), ==, "anna");
  g_assert_cmpstr (desk_test_json_text (room, "events.0.what.0"), ==, "seen vacant");

  desk_test_tool_run (tool, "room 999");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_nonnull (strstr (tool->err, "There is no room 999."));
}

static void
test_guest (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autoptr (JsonNode) guest = NULL;

  desk_test_tool_run_ok (tool, ANNA "do '412 post bfst'");
  desk_test_tool_run_ok (tool, ANNA "do '412 off 2.00 noise'");
  assert_says (tool, "guest zak", "+48 601 234 567 · Poland");
  assert_says (tool, "--lang fi guest zak", "+48 601 234 567 · Puola");
  g_assert_nonnull (strstr (tool->out, "PAGE-1"));
  g_assert_nonnull (strstr (tool->out, "Noise"));
  assert_says (tool, "guest PAGE-2", "\u2068יעל כהן\u2069");
  g_assert_nonnull (strstr (tool->out, "Nothing so far."));

  guest = desk_test_tool_run_json (tool, "guest 412 --json");
  g_assert_cmpstr (desk_test_json_text (guest, "name"), ==, "Łucja Żak");
  g_assert_cmpstr (desk_test_json_text (guest, "stays.0.total"), ==, "14.50");
  g_assert_cmpstr (desk_test_json_text (guest, "given.0.value"), ==, "2.00");

  desk_test_tool_run (tool, "guest nobody");
  g_assert_cmpint (tool->status, ==, 1);
}

/* Several stays of one guest are no question who is meant. */
static void
test_returning (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  g_autofree char *property = desk_test_tool_read_data ("example/property.ini");

  desk_test_tool_write (tool, "property.ini", property);
  desk_test_tool_write (tool, "stays.json",
                        "[" STAY ("PAGE-1", "Łucja Żak", "412") ","
                        STAY ("PAGE-3", "Łucja Żak", "415") "]");
  desk_test_tool_run_ok (tool, "init --property property.ini");
  desk_test_tool_run_ok (tool, ANNA "import stays stays.json");

  desk_test_tool_run (tool, "stay zak");
  g_assert_cmpint (tool->status, ==, 2);
  assert_says (tool, "guest zak", "PAGE-1");
  g_assert_nonnull (strstr (tool->out, "PAGE-3"));
}

static void
test_night (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autoptr (JsonNode) night = NULL;

  assert_says (tool, "night-audit --preview", "1 stay to post · 1 to look at · 1 not arrived");
  g_assert_nonnull (strstr (tool->out, "The room is free of charge tonight."));
  night = desk_test_tool_run_json (tool, "night-audit --preview --json");
  g_assert_cmpstr (desk_test_json_text (night, "to_post.0.confirmation"), ==, "PAGE-1");
  g_assert_cmpstr (desk_test_json_text (night, "to_post.0.price"), ==, "0.00");
  g_assert_cmpstr (desk_test_json_text (night, "not_arrived.0.confirmation"), ==, "PAGE-2");

  assert_says (tool, "today", "יעל כהן");
  desk_test_tool_run_ok (tool, ANNA "do '415 dirty'");
  assert_says (tool, "today", "room not ready");
}

#define BOOKING(hotel, nights) \
  hotel ",0,342,2015,July,27,1,0," nights ",2,0,0,BB,PRT,Direct,Direct,0,0,0,C,C,3," \
  "No Deposit,NULL,NULL,0,Transient,50,0,0,Check-Out,2015-07-03\n"

/* Which hotels a file holds, and the list of what was refused, as the window saves it. */
static void
test_import (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autoptr (JsonNode) result = NULL;

  desk_test_tool_write (tool, "rows.csv",
                        DESK_TEST_BOOKING_COLUMNS BOOKING ("City Hotel", "2")
                        BOOKING ("Resort Hotel", "0"));
  desk_test_tool_run (tool, ANNA "import bookings rows.csv --dry-run");
  g_assert_nonnull (strstr (tool->out, "City Hotel, Resort Hotel"));
  desk_test_tool_run (tool, ANNA "import bookings rows.csv --dry-run --hotel 'Resort Hotel'");
  g_assert_null (strstr (tool->out, "City Hotel"));

  desk_test_tool_run (tool, ANNA "import bookings rows.csv --csv --hotel 'Resort Hotel'");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_true (g_str_has_prefix (tool->out, "line,field,reason\r\n3,\"stays_in_week_nights\","));
  result = desk_test_tool_run_json (tool, ANNA "import bookings rows.csv --dry-run --json");
  g_assert_cmpstr (desk_test_json_text (result, "hotels.1"), ==, "Resort Hotel");

  /* A name in somebody's file does not command the terminal. */
  desk_test_tool_write (tool, "rows.csv",
                        DESK_TEST_BOOKING_COLUMNS BOOKING ("City Hotel", "2")
                        BOOKING ("\033[2JHotel", "2"));
  desk_test_tool_run (tool, ANNA "import bookings rows.csv --dry-run");
  g_assert_nonnull (strstr (tool->out, "City Hotel, \ufffd[2JHotel"));
  g_assert_null (strchr (tool->out, '\033'));

  desk_test_tool_run (tool, ANNA "import bookings rows.csv --csv --json");
  g_assert_cmpint (tool->status, ==, 2);
  desk_test_tool_run (tool, "audit adjustments --least -1");
  g_assert_cmpint (tool->status, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/pages/rooms", test_rooms);
  g_test_add_func ("/cli/pages/room", test_room);
  g_test_add_func ("/cli/pages/guest", test_guest);
  g_test_add_func ("/cli/pages/returning", test_returning);
  g_test_add_func ("/cli/pages/night", test_night);
  g_test_add_func ("/cli/pages/import", test_import);

  return g_test_run ();
}
