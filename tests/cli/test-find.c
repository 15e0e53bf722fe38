/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-test-tool.h"

/* What the tool finds, and that no name breaks its table. */

#define STAY_HEAD(confirmation) "{\"confirmation\": \"" confirmation "\", \"guest\": {"
#define STAY_TAIL \
  "}, \"adults\": 1, \"arrival\": \"2024-02-27\", \"departure\": \"2024-02-28\", " \
  "\"rate_plan\": \"BB\", \"nights\": [{\"date\": \"2024-02-27\", \"room_type\": \"SUP\"}]}"
#define STAY(confirmation, guest) STAY_HEAD (confirmation) guest STAY_TAIL

/* Of one who is in house or comes on the first day. */
#define STAY_IN(confirmation, room) \
  STAY_HEAD (confirmation) "\"name\": \"יעל כהן\"}, \"adults\": 1, \"arrival\": " \
  "\"2024-02-26\", \"departure\": \"2024-02-27\", \"rate_plan\": \"BB\", \"nights\": " \
  "[{\"date\": \"2024-02-26\", \"room\": \"" room "\"}]}"

static void
test_find (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  g_autofree char *property = desk_test_tool_read_data ("example/property.ini");
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *stays =
    g_strconcat ("[" STAY_HEAD ("LONG-1"), "\"name\": \"", long_name, "\"" STAY_TAIL ","
                 STAY ("REACH-1", "\"name\": \"Ewa Reach\", \"phone\": \"+48 601 234 567\"") ","
                 STAY ("TURN-1", "\"name\": \"יעל כהן\"") "]", NULL);
  g_auto (GStrv) lines = NULL;
  guint i;

  desk_test_tool_write (tool, "property.ini", property);
  desk_test_tool_write (tool, "stays.json", stays);
  desk_test_tool_run_ok (tool, "init --property property.ini");
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4711 --as anna import stays stays.json");

  desk_test_tool_run_ok (tool, "find xxx");
  g_assert_nonnull (strstr (tool->out, "xxx…"));
  g_assert_nonnull (strstr (tool->out, "LONG-1"));
  lines = g_strsplit (tool->out, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <, 132);

  desk_test_tool_run_ok (tool, "find 4567");
  g_assert_nonnull (strstr (tool->out, "REACH-1"));
  desk_test_tool_run_ok (tool, "find כהן");
  g_assert_nonnull (strstr (tool->out, "\u2068יעל כהן\u2069"));
}

/* Wherever a name stands beside a number, neither moves to the other's side. */
static void
test_apart (void)
{
  static const char *const lines[] = {
    "find כהן", "today", "rooms", "room 412", "guest 412", "stay 412", "folio 412",
    "night-audit --preview", "audit adjustments",
  };
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  g_autofree char *property = desk_test_tool_read_data ("example/property.ini");
  const char *at;
  guint i;

  desk_test_tool_write (tool, "property.ini", property);
  desk_test_tool_write (tool, "stays.json",
                        "[" STAY_IN ("T-1", "412") "," STAY_IN ("T-2", "415") "]");
  desk_test_tool_run_ok (tool, "init --property property.ini");
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4711 --as anna import stays stays.json");
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4711 --as anna do '412 next in'");
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4711 --as anna do '412 post bfst'");
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4711 --as anna do '412 off 1.00 noise'");
  g_assert_nonnull (strstr (tool->out, "\u2068יעל כהן\u2069: "));

  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      desk_test_tool_run_ok (tool, lines[i]);
      g_assert_nonnull (strstr (tool->out, "יעל"));
      for (at = strstr (tool->out, "יעל"); at != NULL; at = strstr (at + 1, "יעל"))
        if (!g_str_has_prefix (at - strlen ("\u2068"), "\u2068"))
          g_error ("%s has a name that is not set apart: %s", lines[i], tool->out);
    }

  desk_test_tool_run (tool, "stay יעל");
  g_assert_cmpint (tool->status, ==, 2);
  g_assert_nonnull (strstr (tool->err, "\u2068יעל כהן\u2069 (412, T-1); "));

  /* Letters are counted, not bytes: three are another name, one of four may be a slip. */
  desk_test_tool_run_ok (tool, "find כהם");
  g_assert_null (strstr (tool->out, "Did you mean"));
  desk_test_tool_run_ok (tool, "find כההן");
  g_assert_nonnull (strstr (tool->out, "Nobody was found.\nDid you mean \u2068"));
}

static void
test_turned (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  g_autofree char *property = desk_test_tool_read_data ("example/property.ini");

  desk_test_tool_write (tool, "property.ini", property);
  desk_test_tool_write (tool, "stays.json", "[" STAY ("T-1", "\"name\": \"a\\u202eb\"") "]");
  desk_test_tool_run_ok (tool, "init --property property.ini");
  desk_test_tool_run (tool, "DESKBELL_PIN=4711 --as anna import stays stays.json");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_true (strstr (tool->out, "U+202E") != NULL || strstr (tool->err, "U+202E") != NULL);
  desk_test_tool_run_ok (tool, "find a");
  g_assert_null (strstr (tool->out, "T-1"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/names", test_find);
  g_test_add_func ("/find/apart", test_apart);
  g_test_add_func ("/find/turned", test_turned);

  return g_test_run ();
}
