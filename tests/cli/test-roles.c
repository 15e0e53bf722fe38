/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-test-tool.h"

/* Every role at every command: who may not is told who may, and nothing has changed. */

/* Each signs in by the letter of their role: cashier, associate, supervisor, manager,
 * night auditor, administrator. */
static const char people[] =
  "\n[reason match]\nkind=rate\n"
  "[user c]\nname=C\nrole=cashier\npin=5555\n"
  "[user a]\nname=A\nrole=associate\npin=5555\n"
  "[user s]\nname=S\nrole=supervisor\npin=5555\n"
  "[user m]\nname=M\nrole=manager\npin=5555\n"
  "[user n]\nname=N\nrole=night-auditor\npin=5555\n"
  "[user d]\nname=D\nrole=administrator\npin=5555\n";

#define AS(login) "DESKBELL_PIN=5555 --as " login " "

typedef struct
{
  const char *line;
  const char *who;       /* may */
  const char *looks;     /* (nullable): the same without doing it, for who may; @line: it reads */
} Case;

#define DO(words, who) { "do '" words "'", who, "do '" words "' --preview" }

static const Case cases[] = {
  { "import stays more.json", "asmnd", "import stays more.json --dry-run" },
  { "import bookings rows.csv", "asmnd", "import bookings rows.csv --dry-run" },
  { "config apply property.ini", "md", NULL },
  { "night-audit --to 2024-02-27", "smn", NULL },
  DO ("415 next in", "asmn"),
  DO ("412 post bfst", "asmn"),
  DO ("412 pay 5 cash", "casmn"),
  DO ("412 pay -1 cash", "casmn"),
  DO ("412 fix 1 16.00 price", "asmn"),
  DO ("412 off 1.00 noise", "asmn"),
  DO ("412 rate 108 from tomorrow match", "asmn"),
  DO ("412 move 415 keep noise", "asmn"),
  DO ("412 out early card", "asmn"),
  DO ("412 undo", "asmn"),
  DO ("415 dirty", "asmn"),
  DO ("412+415 inspected", "asmn"),
  DO ("415 ooo till 28 feb", "asmn"),
  DO ("415 seen occupied", "asmn"),
  DO ("undo", "asmn"),
  { "do 'audit 11 accept'", "smn", NULL },
  { "do 'audit 11 ask: why'", "smn", NULL },
  { "do 'audit 11 keep: why'", "smn", NULL },
  { "do 'audit 11 reverse: why'", "smn", NULL },
  { "do 'audit 11 answer: because'", "asmn", NULL },
  { "audit adjustments", "asmn", "audit adjustments" },
  { "explain 412 1 --depth record", "asmn", "explain 412 1 --depth record" },
  { "explain 412 1", "casmnd", "explain 412 1" },
  { "do '412 why 1'", "casmnd", "do '412 why 1'" },
  { "today", "casmnd", "today" },
  { "rooms", "casmnd", "rooms" },
  { "room 412", "casmnd", "room 412" },
  { "find robin", "casmnd", "find robin" },
  { "guest 412", "casmnd", "guest 412" },
  { "stay 412", "casmnd", "stay 412" },
  { "folio 412", "casmnd", "folio 412" },
  { "verify", "casmnd", "verify" },
};

/* All that a command could have changed; who signed in is on record in any case. */
static const char *const looks[] = {
  "today --json", "rooms --json", "room 412 --json", "room 415 --json", "folio AM-0226A --json",
  "stay AM-0226A --json", "guest AM-0226A --json", "audit adjustments --csv",
  "night-audit --preview --json", "config export", "find m --json", "do undo --preview",
};

/* Another stay in another room. */
static char *
swap (const char *text,
      const char *number,
      const char *other_number,
      const char *room,
      const char *other_room)
{
  g_autoptr (GString) swapped = g_string_new (text);

  g_string_replace (swapped, number, other_number, 0);
  g_string_replace (swapped, room, other_room, 0);
  return g_strdup (swapped->str);
}

static DeskTestTool *
new_house (void)
{
  DeskTestTool *tool = desk_test_tool_new ();
  g_autofree char *example = desk_test_tool_read_data ("example/property.ini");
  g_autofree char *stays = desk_test_tool_read_data ("example/stays.json");
  g_autofree char *property = g_strconcat (example, people, NULL);
  g_autofree char *more = swap (stays, "AM-0226A", "AM-0226B", "412", "415");

  desk_test_tool_write (tool, "property.ini", property);
  desk_test_tool_write (tool, "stays.json", stays);
  desk_test_tool_write (tool, "more.json", more);
  desk_test_tool_write (tool, "rows.csv", DESK_TEST_BOOKING_COLUMNS);
  desk_test_tool_run_ok (tool, "init --property property.ini");
  desk_test_tool_run_ok (tool, AS ("a") "import stays stays.json");
  desk_test_tool_run_ok (tool, AS ("a") "import stays more.json");
  desk_test_tool_run_ok (tool, AS ("a") "do '412 in'");
  desk_test_tool_run_ok (tool, AS ("a") "do '412 post bfst'");
  desk_test_tool_run_ok (tool, AS ("a") "do '412 off 1.00 noise'");
  return tool;
}

static char *
look_at_all (DeskTestTool *tool)
{
  GString *all = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      desk_test_tool_run (tool, looks[i]);
      g_string_append (all, tool->out);
    }
  return g_string_free (all, FALSE);
}

static gboolean
is_about_authority (const DeskTestTool *tool)
{
  return strstr (tool->out, "\"code\" : \"authority\"") != NULL;
}

static void
check_case (DeskTestTool *tool,
            const Case   *test,
            char          letter)
{
  gboolean may = strchr (test->who, letter) != NULL;
  g_autofree char *line = g_strdup_printf (AS ("%c") "--json %s", letter,
                                           may ? test->looks : test->line);

  if (may && test->looks == NULL)
    return;
  desk_test_tool_run (tool, line);
  if (is_about_authority (tool) == may || (!may && tool->status != 1) ||
      (!may && strstr (tool->err, "manager") == NULL))
    g_error ("%s gives %d: %s%s", line, tool->status, tool->out, tool->err);
}

static void
test_roles (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autofree char *before = look_at_all (tool);
  g_autofree char *after = NULL;
  const char *letter;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    for (letter = "casmnd"; *letter != '\0'; letter++)
      check_case (tool, &cases[i], *letter);
  after = look_at_all (tool);
  g_assert_cmpstr (after, ==, before);
}

/* What changes something needs somebody signed in, and the right PIN. */
static void
test_nobody (void)
{
  g_autoptr (DeskTestTool) tool = new_house ();
  g_autofree char *before = look_at_all (tool);
  g_autofree char *after = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean reads = g_strcmp0 (cases[i].looks, cases[i].line) == 0;

      desk_test_tool_run (tool, cases[i].line);
      if (tool->status != (reads ? 0 : 1))
        g_error ("%s gives %d: %s%s", cases[i].line, tool->status, tool->out, tool->err);
    }
  desk_test_tool_run (tool, "DESKBELL_PIN=9999 --as m do '412 post bfst'");
  g_assert_cmpint (tool->status, ==, 1);
  after = look_at_all (tool);
  g_assert_cmpstr (after, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/roles/each", test_roles);
  g_test_add_func ("/cli/roles/nobody", test_nobody);

  return g_test_run ();
}
