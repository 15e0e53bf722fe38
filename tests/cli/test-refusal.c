/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "desk-test-tool.h"

/* What the tool will not do: the status and the words say why, and nothing is
 * half done. */

typedef struct
{
  const char *line;
  int         status;
  const char *says;      /* on standard error, or on standard output where it is 0 */
} Case;

#define ANNA "DESKBELL_PIN=4711 --as anna "
#define NILS "DESKBELL_PIN=4712 --as nils "

static DeskTestTool *
new_house (const char *options)
{
  DeskTestTool *tool = desk_test_tool_new ();
  g_autofree char *property = desk_test_tool_read_data ("example/property.ini");
  g_autofree char *stays = desk_test_tool_read_data ("example/stays.json");
  g_autofree char *init = g_strconcat ("init --property property.ini ", options, NULL);

  desk_test_tool_write (tool, "property.ini", property);
  desk_test_tool_write (tool, "stays.json", stays);
  desk_test_tool_run_ok (tool, init);
  return tool;
}

static void
run_cases (DeskTestTool *tool,
           const Case   *cases,
           guint         n_cases)
{
  guint i;

  for (i = 0; i < n_cases; i++)
    {
      const char *said;

      desk_test_tool_run (tool, cases[i].line);
      said = cases[i].status == 0 ? tool->out : tool->err;
      g_test_message ("%s", cases[i].line);
      if (tool->status != cases[i].status || strstr (said, cases[i].says) == NULL)
        g_error ("%s gives %d: %s%s", cases[i].line, tool->status, tool->out, tool->err);
      if (cases[i].status != 0 && *tool->out != '\0')
        g_error ("%s prints %s", cases[i].line, tool->out);
    }
}

static const Case usage_cases[] = {
  { "", 2, "no command" },
  { "dance", 2, "\"dance\" is not a command" },
  { "config", 2, "check, apply, export" },
  { "import", 2, "stays" },
  { "folio", 2, "usage: deskbellctl folio REF" },
  { "folio 412 415", 2, "usage" },
  { "folio 412 --preview", 2, "does not take --preview" },
  { "folio 412 --nonsense", 2, "nonsense" },
  { "folio 412 --lang xx", 2, "--lang" },
  { "folio 412 --now 2024-02-26T12:00:00Z", 2, "--test-clock" },
  { "folio 412 --seed 1", 2, "--test-clock" },
  { "init", 2, "--property FILE or --demo" },
  { "init --demo --property property.ini", 2, "not both" },
  { "init --property property.ini --force", 2, "never overwritten" },
  { "init --property property.ini --now 2024-02-26T12:00:00Z", 2, "--test-clock" },
  { "explain AM-0226A nonsense", 2, "total, vat, levy" },
  { "explain AM-0226A --depth deep", 2, "--depth" },
  { "--as anna help help", 0, "Commands:" },
  { "--help", 0, "night-audit" },
  { "help", 0, "Exit status" },
  { "help do", 0, "412 post water 2x" },
  { "do --help", 0, "412 post water 2x" },
  { "help config check", 0, "property file" },
  { "help dance", 2, "not a command" },
  { "--version", 0, "deskbellctl 0" },
  { "--db nowhere.db today", 3, "nowhere.db" },
  { "--db property.ini today", 3, "property.ini" },
};

static void
test_usage (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");

  desk_test_tool_run_ok (tool, ANNA "import stays stays.json");
  run_cases (tool, usage_cases, G_N_ELEMENTS (usage_cases));
}

static const Case rule_cases[] = {
  { "import stays stays.json", 1, "--as USER" },
  { "--as anna import stays stays.json", 1, "DESKBELL_PIN" },
  { "DESKBELL_PIN=9999 --as anna import stays stays.json", 1, "" },
  { "DESKBELL_PIN=4711 --as nobody import stays stays.json", 1, "" },
  { ANNA "import stays nowhere.json", 1, "nowhere.json" },
  { ANNA "import stays property.ini", 1, "property.ini" },
  { ANNA "import bookings nowhere.csv.gz", 1, "nowhere.csv.gz" },
  { ANNA "import bookings unpacked.csv.gz", 1, "unpacked.csv.gz:1: the packed file" },
  { ANNA "import stays stays.json", 0, "1 came in" },
  { ANNA "import stays stays.json", 0, "1 were there already" },
  { "init --property property.ini", 1, "is there already" },
  { "folio 415", 1, "" },
  { "folio nobody", 1, "" },
  { ANNA "do '412 wen 7'", 2, "nearest: why" },
  { ANNA "do 'robin'", 2, "no command in it" },
  { ANNA "do ''", 2, "the line is empty" },
  { ANNA "do ' '", 2, "412 post water 2x" },
  { ANNA "do '?'", 2, "the line is empty" },
  { ANNA "do '999 clean'", 1, "no room 999" },
  { ANNA "do '999 clean' --preview", 1, "no room 999" },
  { ANNA "do '412 post'", 1, "412 next" },
  { ANNA "do '412 next post bfst'", 1, "" },
  { ANNA "do '412 in'", 0, "Robin Example" },
  { ANNA "do '412 in'", 1, "AM-0226A" },
  { ANNA "do '412 post'", 2, "followed by an article" },
  { ANNA "do '412 post bfst at 1.234'", 1, "1.23 or 1234?" },
  { ANNA "do '412 pay 0 cash'", 1, "" },
  { "do '412 post bfst'", 1, "--as USER" },
  { "do '412 post bfst' --preview", 0, "16.50" },
  { "do '412 why'", 0, "" },
  { "night-audit", 1, "--as USER" },
  { ANNA "night-audit", 1, "night-auditor" },
  { NILS "night-audit --to 2024-02-25", 1, "26\u00a0February\u00a02024" },
  { NILS "night-audit --to 2024-13-25", 2, "2024-13-25" },
  { NILS "night-audit --to 2024-02-26", 0, "" },
  { "night-audit --preview", 0, "26\u00a0Feb\u00a02024" },
  { "explain 412 7", 1, "" },
  { NILS "config apply property.ini", 1, "" },
};

/* What people read is in their language; where nobody translated it, what it means is. */
static const Case language_cases[] = {
  { "--lang fi import stays stays.json", 1, "DESKBELL_PIN" },
  { "DESKBELL_PIN=9999 --lang fi --as anna import stays stays.json", 1, "Nimi ja PIN-koodi" },
  { ANNA "--lang fi import stays stays.json", 0, "" },
  { ANNA "--lang fi do '999 clean'", 1, "Huonetta 999 ei ole." },
  { ANNA "--lang fi do '412 out card'", 1, "" },
  { ANNA "--lang fi do '412 seen x'", 2, "asuttu tai tyhjä" },
  { "LC_ALL=fi_FI.UTF-8 folio 412 --nonsense", 2, "Tuntematon valitsin --nonsense" },
  { "--lang fi dance", 2, "”dance” ei ole komento" },
  { "--nonsense --lang fi folio 412", 2, "Tuntematon valitsin --nonsense" },
  { "LANGUAGE=lt LC_ALL=C.UTF-8 folio 412 --preview", 2, "folio neturi parametro --preview" },
  { "LANGUAGE=lt LC_ALL=C.UTF-8 folio", 2, "naudojimas: deskbellctl folio REF" },
  { "LANGUAGE=lt LC_ALL=C folio", 2, "usage: deskbellctl folio REF" },
  { "--lang lt --help", 0, "Komandos:" },
  { "--lang lt help folio", 0, "Sąskaita dalimis." },
  { "--lang fi help today", 0, "Saapuvat, talossa olevat ja lähtevät." },
  { "--lang nb help do", 0, "412 in                     sjekk inn den som kommer til 412" },
  { "--lang id help config", 2, "setelah config" },
  { "--lang ro init", 2, "init cere --property FILE" },
  { "--lang ro config check property.ini", 0, "Nu are nicio greșeală." },
  { "--lang lt config check broken.ini", 1, "ini:1: [property] minor-digits: trūksta rakto" },
  { "--lang fi config check broken.json", 1, ": sellaista ryhmää ei ole" },
  { ANNA "--lang lt import stays nowhere.json", 1, "failo nowhere.json nėra" },
  { ANNA "--lang lt import stays property.ini", 1, "Eilutė 1: " },
  { "--lang fi --db property.ini today", 3, "ei ole Deskbellin hotelli" },
  { ANNA "do '412 dirty'", 0, "" },
  { ANNA "do '412 rush'", 0, "" },
  { "today", 0, "1 room asked for: 412" },
  { "--json today", 0, "rooms_asked_for" },
  { "--lang fi users", 0, "Yöportieri" },
  { "--lang fi stay AM-0226A", 0, "Varattu" },
  { "LC_ALL=fi_FI.UTF-8 rooms", 0, "Puhdas" },
};

static void
test_languages (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");

  desk_test_tool_write (tool, "broken.ini", "[property]\nname=X\ncurrency=EUR\n");
  desk_test_tool_write (tool, "broken.json",
                        "[{\"confirmation\": \"X\", \"guest\": {\"name\": \"X\"}, "
                        "\"adults\": 1, \"arrival\": \"2024-13-01\"}]");
  run_cases (tool, language_cases, G_N_ELEMENTS (language_cases));

  /* What is refused of a file is part of the answer; a program reads it in English. */
  desk_test_tool_run (tool, ANNA "--lang lt import stays broken.json");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_nonnull (strstr (tool->out, "broken.json:1: arrival: „2024-13-01“ nėra data: "));
  g_assert_nonnull (strstr (tool->err, "atmesta eilučių: 1 iš 1"));
  desk_test_tool_run (tool, ANNA "--lang lt --json import stays broken.json");
  g_assert_nonnull (strstr (tool->out, "is not a date"));
}

static void
test_rules (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");

  desk_test_tool_write (tool, "unpacked.csv.gz", DESK_TEST_BOOKING_COLUMNS);
  run_cases (tool, rule_cases, G_N_ELEMENTS (rule_cases));
  desk_test_tool_run_ok (tool, "verify");
}

/* A mistake in a file is named by file, group, key and line, for programs too. */
static void
test_json_error (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");
  g_autoptr (JsonNode) wrong_key = NULL;
  g_autoptr (JsonNode) usage = NULL;
  g_autoptr (JsonNode) option = NULL;
  g_autoptr (JsonNode) storage = NULL;

  desk_test_tool_write (tool, "bad.ini",
                        "[property]\nname=A\ncurrency=EUR\nminor-digits=2\n"
                        "time-zone=Europe/Oslo\nbusiness-date=2024-02-26\nvat-level=invoice\n"
                        "[code X]\nkind=charge\nprice=1.234\n");
  wrong_key = desk_test_tool_run_json (tool, "--db new.db init --property bad.ini");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_cmpstr (desk_test_json_text (wrong_key, "error.kind"), ==, "refused");
  g_assert_cmpstr (desk_test_json_text (wrong_key, "error.code"), ==, "invalid");
  g_assert_cmpstr (desk_test_json_text (wrong_key, "error.file"), ==, "bad.ini");
  g_assert_cmpstr (desk_test_json_text (wrong_key, "error.group"), ==, "code X");
  g_assert_cmpstr (desk_test_json_text (wrong_key, "error.key"), ==, "price");
  g_assert_cmpint (desk_test_json_int (wrong_key, "error.line"), ==, 10);
  g_assert_nonnull (strstr (tool->err, "bad.ini"));
  {
    g_autofree char *path = desk_test_tool_path (tool, "new.db");

    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }

  usage = desk_test_tool_run_json (tool, "do '412 wen 7'");
  g_assert_cmpint (tool->status, ==, 2);
  g_assert_cmpstr (desk_test_json_text (usage, "error.kind"), ==, "usage");
  g_assert_cmpstr (desk_test_json_text (usage, "error.file"), ==, NULL);

  option = desk_test_tool_run_json (tool, "--json --nonsense");
  g_assert_cmpint (tool->status, ==, 2);
  g_assert_cmpstr (desk_test_json_text (option, "error.kind"), ==, "usage");

  storage = desk_test_tool_run_json (tool, "--db nowhere.db today");
  g_assert_cmpint (tool->status, ==, 3);
  g_assert_cmpstr (desk_test_json_text (storage, "error.kind"), ==, "storage");
}

/* Sent twice with one key, it happens once. */
static void
test_key (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (JsonNode) third = NULL;
  g_autoptr (JsonNode) folio = NULL;

  desk_test_tool_run_ok (tool, ANNA "import stays stays.json");
  desk_test_tool_run_ok (tool, ANNA "do '412 in'");
  first = desk_test_tool_run_json (tool, ANNA "--key k1 do '412 post bfst 2x'");
  second = desk_test_tool_run_json (tool, ANNA "--key k1 do '412 post bfst 2x'");
  third = desk_test_tool_run_json (tool, ANNA "--key k2 do '412 post bfst'");
  folio = desk_test_tool_run_json (tool, "folio 412");

  g_assert_false (json_object_get_boolean_member (json_node_get_object (first), "repeated"));
  g_assert_true (json_object_get_boolean_member (json_node_get_object (second), "repeated"));
  g_assert_cmpint (desk_test_json_int (first, "entry"), ==, desk_test_json_int (second, "entry"));
  g_assert_cmpstr (desk_test_json_text (first, "digest"), ==,
                   desk_test_json_text (second, "digest"));
  g_assert_false (json_object_get_boolean_member (json_node_get_object (third), "repeated"));
  g_assert_cmpstr (desk_test_json_text (folio, "balance"), ==, "49.50");
}

/* The plan that was shown is what is done, or nothing is. */
static void
test_preview (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");
  g_autoptr (JsonNode) plan = NULL;
  g_autoptr (JsonNode) refused = NULL;
  g_autofree char *line = NULL;

  desk_test_tool_run_ok (tool, ANNA "import stays stays.json");
  refused = desk_test_tool_run_json (tool, "do 'AM-0226A post bfst' --preview");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_nonnull (desk_test_json_text (refused, "refused.0.code"));

  desk_test_tool_run_ok (tool, ANNA "do '412 in'");
  plan = desk_test_tool_run_json (tool, "do '412 post bfst' --preview");
  g_assert_cmpint (tool->status, ==, 0);
  g_assert_cmpstr (desk_test_json_text (plan, "before.balance"), ==, "0.00");
  g_assert_cmpstr (desk_test_json_text (plan, "after.balance"), ==, "16.50");
  g_assert_cmpstr (desk_test_json_text (plan, "before.departure"), ==, "264.85");
  g_assert_cmpstr (desk_test_json_text (plan, "after.departure"), ==, "281.35");
  g_assert_cmpstr (desk_test_json_text (plan, "postings.0.amount"), ==, "16.50");

  line = g_strdup_printf (ANNA "do '412 post bfst' --digest %s",
                          desk_test_json_text (plan, "digest"));
  desk_test_tool_run_ok (tool, line);
  desk_test_tool_run (tool, line);
  g_assert_cmpint (tool->status, ==, 1);
}

/* Good rows come in, bad ones are named, and the status says so. */
static void
test_import (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");
  g_autofree char *stays = desk_test_tool_read_data ("example/stays.json");
  g_autofree char *mixed = NULL;
  g_autoptr (JsonNode) dry = NULL;
  g_autoptr (JsonNode) result = NULL;

  g_strchomp (stays);
  stays[strlen (stays) - 1] = '\0';
  mixed = g_strconcat (stays, ",\n {\"confirmation\": \"BAD-1\", \"adults\": \"two\"}\n]\n", NULL);
  desk_test_tool_write (tool, "mixed.json", mixed);

  dry = desk_test_tool_run_json (tool, ANNA "import stays mixed.json --dry-run");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_cmpint (desk_test_json_int (dry, "imported"), ==, 1);
  result = desk_test_tool_run_json (tool, ANNA "import stays mixed.json");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_cmpint (desk_test_json_int (result, "rows"), ==, 2);
  g_assert_cmpint (desk_test_json_int (result, "imported"), ==, 1);
  g_assert_cmpint (desk_test_json_int (result, "already"), ==, 0);
  g_assert_cmpint (desk_test_json_int (result, "refused"), ==, 1);
  g_assert_cmpint (desk_test_json_int (result, "errors.0.line"), >, 1);
  g_assert_nonnull (desk_test_json_text (result, "errors.0.field"));
  g_assert_nonnull (desk_test_json_text (result, "errors.0.reason"));
}

/* A given time and seed make two runs write the same; two actions still differ. */
static void
test_clock (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("--test-clock");

  desk_test_tool_run_ok (tool, ANNA "--now 2024-02-26T15:00:00Z --seed 7 import stays stays.json");
  desk_test_tool_run_ok (tool, ANNA "--now 2024-02-26T15:01:00Z --seed 7 do '412 in'");
  desk_test_tool_run_ok (tool, ANNA "--now 2024-02-26T15:02:00Z --seed 7 do '412 post bfst'");
  desk_test_tool_run_ok (tool, ANNA "--now 2024-02-26T15:02:00Z --seed 7 do '412 post bfst'");
  desk_test_tool_run_ok (tool, "folio 412");
  g_assert_nonnull (strstr (tool->out, "TEST"));
  g_assert_nonnull (strstr (tool->out, "33.00"));
  desk_test_tool_run (tool, "--now yesterday folio 412");
  g_assert_cmpint (tool->status, ==, 2);
  desk_test_tool_run (tool, "--seed x folio 412");
  g_assert_cmpint (tool->status, ==, 2);
}

/* A day that has not begun by the clock is closed by who names its end; the preview says so. */
static void
test_early (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("--test-clock");

  desk_test_tool_run (tool, NILS "--now 2024-02-25T22:59:00Z night-audit");
  g_assert_cmpint (tool->status, ==, 1);
  g_assert_nonnull (strstr (tool->err, "26\u00a0February\u00a02024 has not begun by the clock. "
                                       "To close it all the same, say --to"));
  desk_test_tool_run_ok (tool, "--now 2024-02-25T22:59:00Z night-audit --preview");
  g_assert_nonnull (strstr (tool->out, "\n26\u00a0February\u00a02024 has not begun "
                                       "by the clock.\n"));
  desk_test_tool_run_ok (tool, NILS "--now 2024-02-25T23:00:00Z night-audit");
  desk_test_tool_run_ok (tool, "--now 2024-02-28T23:00:00Z night-audit --preview");
  g_assert_null (strstr (tool->out, "has not begun"));
  desk_test_tool_run_ok (tool, NILS "--now 2024-02-25T23:00:00Z night-audit --to 2024-02-28");
}

/* The folder is made for its user alone. */
static void
test_private (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");
  g_autofree char *folder = desk_test_tool_path (tool, "a");
  g_autofree char *file = g_build_filename (folder, "b", "hotel.db", NULL);
  GStatBuf buffer;

  desk_test_tool_run_ok (tool, "--db a/b/hotel.db init --property property.ini");
  g_assert_cmpint (g_stat (file, &buffer), ==, 0);
  g_assert_cmpint (buffer.st_mode & 0077, ==, 0);
  g_assert_cmpint (g_stat (folder, &buffer), ==, 0);
  g_assert_cmpint (buffer.st_mode & 0077, ==, 0);
}

static const Case pipe_cases[] = {
  { "init --property pipe --db new.db", 1, "pipe is no file" },
  { "config check pipe", 1, "pipe is no file" },
  { ANNA "import stays pipe", 1, "pipe is no file" },
  { ANNA "import bookings pipe", 1, "pipe is no file" },
  { "backup pipe", 1, "was left alone" },
  { "restore pipe", 3, "pipe is no file" },
  { "--lang fi config check .", 1, ". ei ole tiedosto" },
  { ANNA "--lang fi import stays .", 1, ". ei ole tiedosto" },
  { ANNA "--lang fi import bookings .", 1, ". ei ole tiedosto" },
  { ANNA "--lang fi import bookings ''", 1, "tiedostoa  ei ole" },
  { "--lang fi restore .", 3, ". ei ole tiedosto" },
  { "--db pipe restore hotel.db", 1, "was left alone" },
  { "--db pipe init --demo --small --force", 1, "was left alone" },
  { "--db pipe today", 3, "nothing was changed" },
};

/* What is no file is neither waited for nor replaced. */
static void
test_pipe (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");
  g_autofree char *pipe = desk_test_tool_path (tool, "pipe");
  GStatBuf buffer;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  run_cases (tool, pipe_cases, G_N_ELEMENTS (pipe_cases));
  g_assert_cmpint (g_lstat (pipe, &buffer), ==, 0);
  g_assert_true (S_ISFIFO (buffer.st_mode));
  desk_test_tool_run_ok (tool, "verify");
}

/* No file may grow, as on a full disk: nothing is half done, and it is said. */
static void
test_full (void)
{
  g_autoptr (DeskTestTool) tool = new_house ("");
  struct rlimit before;
  struct rlimit none;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  none = before;
  none.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  desk_test_tool_run (tool, ANNA "import stays stays.json");
  g_assert_cmpint (tool->status, ==, 3);
  g_assert_cmpstr (tool->err, !=, "");
  desk_test_tool_run (tool, "--db new.db init --demo --small");
  g_assert_cmpint (tool->status, ==, 3);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  desk_test_tool_run_ok (tool, "verify");
  desk_test_tool_run_ok (tool, ANNA "import stays stays.json");
  g_assert_nonnull (strstr (tool->out, "1 came in"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/refusal/usage", test_usage);
  g_test_add_func ("/cli/refusal/rules", test_rules);
  g_test_add_func ("/cli/refusal/languages", test_languages);
  g_test_add_func ("/cli/refusal/json-error", test_json_error);
  g_test_add_func ("/cli/refusal/key", test_key);
  g_test_add_func ("/cli/refusal/preview", test_preview);
  g_test_add_func ("/cli/refusal/import", test_import);
  g_test_add_func ("/cli/refusal/clock", test_clock);
  g_test_add_func ("/cli/refusal/early", test_early);
  g_test_add_func ("/cli/refusal/private", test_private);
  g_test_add_func ("/cli/refusal/pipe", test_pipe);
  g_test_add_func ("/cli/refusal/full", test_full);
  return g_test_run ();
}
