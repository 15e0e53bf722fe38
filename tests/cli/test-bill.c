/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-test-tool.h"

/* Bills made from files, to the cent, as a stranger would check them. */

static void
write_data (DeskTestTool *tool,
            const char   *name,
            const char   *data)
{
  g_autofree char *text = desk_test_tool_read_data (data);

  desk_test_tool_write (tool, name, text);
}

static DeskTestTool *
new_example (void)
{
  DeskTestTool *tool = desk_test_tool_new ();

  write_data (tool, "property.ini", "example/property.ini");
  write_data (tool, "stays.json", "example/stays.json");
  desk_test_tool_run_ok (tool, "init --property property.ini");
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4711 --as anna import stays stays.json");
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4711 --as anna do '412 next in'");
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4712 --as nils night-audit --to 2024-02-28");
  return tool;
}

static void
test_example (void)
{
  g_autoptr (DeskTestTool) tool = new_example ();
  g_autofree char *text = desk_test_tool_read_data ("example/folio.json");
  g_autoptr (JsonNode) expected = json_from_string (text, NULL);
  g_autoptr (JsonNode) folio = desk_test_tool_run_json (tool, "folio AM-0226A");

  desk_test_json_assert_has (folio, expected, "folio");
}

static const char *const folio_members[] = {
  "stay", "confirmation", "currency", "vat_level", "balance", "windows", "invoices",
};
static const char *const window_members[] = { "window", "payer", "balance", "lines", "vat" };
static const char *const line_members[] = {
  "line", "posting", "business_date", "stay_date", "room", "code", "text", "quantity",
  "unit_price", "amount", "parent", "kind", "answers", "reason", "by", "allowed_by", "steps",
};
static const char *const step_members[] = {
  "op", "input", "rule", "rate", "mode", "rounding", "result",
};

static JsonObject *
first_of (JsonObject *object,
          const char *member)
{
  return json_array_get_object_element (json_object_get_array_member (object, member), 0);
}

static void
assert_members (JsonObject        *object,
                const char *const *members,
                guint              n_members)
{
  guint i;

  for (i = 0; i < n_members; i++)
    if (!json_object_has_member (object, members[i]))
      g_error ("no %s", members[i]);
  g_assert_cmpuint (json_object_get_size (object), ==, n_members);
}

/* The fields are those of the format, no more and no less. */
static void
test_shape (void)
{
  g_autoptr (DeskTestTool) tool = new_example ();
  g_autoptr (JsonNode) root = desk_test_tool_run_json (tool, "folio 412");
  JsonObject *folio = json_node_get_object (root);
  JsonObject *window = first_of (folio, "windows");
  JsonObject *line = first_of (window, "lines");

  assert_members (folio, folio_members, G_N_ELEMENTS (folio_members));
  assert_members (window, window_members, G_N_ELEMENTS (window_members));
  assert_members (line, line_members, G_N_ELEMENTS (line_members));
  assert_members (first_of (line, "steps"), step_members, G_N_ELEMENTS (step_members));

  /* 99.00 without 9 % is no whole number of cents; it stands as what it is. */
  g_assert_cmpstr (desk_test_json_text (root, "windows.0.lines.2.steps.1.input"), ==, "1.09");
  g_assert_cmpstr (desk_test_json_text (root, "windows.0.lines.2.steps.1.result"), ==, "9900/109");
  g_assert_cmpstr (desk_test_json_text (root, "windows.0.lines.2.steps.3.rounding"), ==,
                   "half-up/0.01");
  g_assert_cmpstr (desk_test_json_text (root, "windows.0.lines.2.steps.3.result"), ==, "11.35");
}

static DeskTestTool *
new_golden (const char *vat_level)
{
  DeskTestTool *tool = desk_test_tool_new ();
  g_autofree char *property = desk_test_tool_read_data ("amsterdam.ini");
  g_auto (GStrv) parts = g_strsplit (property, "vat-level=invoice", 2);
  g_autofree char *chosen = g_strconcat (parts[0], "vat-level=", vat_level, parts[1], NULL);

  desk_test_tool_write (tool, "property.ini", chosen);
  write_data (tool, "stays.json", "amsterdam.json");
  desk_test_tool_run_ok (tool, "init --property property.ini");
  desk_test_tool_run_ok (tool, "import stays stays.json");
  desk_test_tool_run_ok (tool, "do 'GOLDEN-2024 in'");
  desk_test_tool_run_ok (tool, "night-audit --to 2024-03-02");
  return tool;
}

/* A real invoice of a hotel in Amsterdam. */
static void
test_golden (void)
{
  static const char *const levies[] = { "11.35", "12.50", "17.09", "19.38", "21.67" };
  g_autoptr (DeskTestTool) tool = new_golden ("invoice");
  g_autoptr (JsonNode) folio = desk_test_tool_run_json (tool, "folio GOLDEN-2024");
  guint i;

  g_assert_cmpstr (desk_test_json_text (folio, "balance"), ==, "879.49");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.0.rate"), ==, "9");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.0.net"), ==, "731.65");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.0.vat"), ==, "65.85");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.0.gross"), ==, "797.50");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.1.tax"), ==, NULL);
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.1.rate"), ==, "0");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.1.net"), ==, "81.99");
  for (i = 0; i < G_N_ELEMENTS (levies); i++)
    {
      g_autofree char *path = g_strdup_printf ("windows.0.lines.%u.amount", i * 3 + 2);

      g_assert_cmpstr (desk_test_json_text (folio, path), ==, levies[i]);
    }
}

static void
test_golden_by_line (void)
{
  g_autoptr (DeskTestTool) tool = new_golden ("line");
  g_autoptr (JsonNode) folio = desk_test_tool_run_json (tool, "folio GOLDEN-2024");

  g_assert_cmpstr (desk_test_json_text (folio, "balance"), ==, "879.49");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.0.vat"), ==, "65.83");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.0.net"), ==, "731.67");
}

/* The same in every language: each answers, and the numbers are in it. */
static void
test_explain (void)
{
  static const char *const languages[] = { "en", "fi", "nb", "ro", "lt", "id" };
  g_autoptr (DeskTestTool) tool = new_golden ("invoice");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *line = g_strdup_printf ("explain GOLDEN-2024 levy --lang %s", languages[i]);
      g_autofree char *same = g_strdup_printf ("do 'GOLDEN-2024 why levy %s'", languages[i]);
      g_autoptr (JsonNode) answer = desk_test_tool_run_json (tool, line);
      g_autofree char *first = g_strdup (tool->out);
      g_autoptr (JsonNode) again = desk_test_tool_run_json (tool, same);

      g_assert_cmpstr (desk_test_json_text (answer, "topic"), ==, "levy");
      g_assert_cmpstr (desk_test_json_text (answer, "lang"), ==, languages[i]);
      g_assert_nonnull (strstr (first, i == 0 || i == 5 ? "81" : "81,99"));
      g_assert_cmpstr (tool->out, ==, first);
    }

  desk_test_tool_run_ok (tool, "explain GOLDEN-2024 vat --depth arithmetic");
  g_assert_nonnull (strstr (tool->out, "65.85"));
  g_assert_nonnull (strstr (tool->out, "65.83"));
  desk_test_tool_run_ok (tool, "explain GOLDEN-2024");
  g_assert_nonnull (strstr (tool->out, "879.49"));
}

static void
test_verify (void)
{
  g_autoptr (DeskTestTool) tool = new_example ();
  g_autoptr (JsonNode) verdict = desk_test_tool_run_json (tool, "verify");
  JsonObject *object = json_node_get_object (verdict);

  g_assert_cmpint (tool->status, ==, 0);
  g_assert_true (json_object_get_boolean_member (object, "ok"));
  g_assert_true (json_object_get_null_member (object, "first"));
  g_assert_cmpint (json_object_get_int_member (object, "postings"), ==, 6);

  desk_test_tool_run_ok (tool, "backup copy.db");
  desk_test_tool_run_ok (tool, "DESKBELL_DB=other.db restore copy.db");
  desk_test_tool_run_ok (tool, "DESKBELL_DB=other.db verify");
  desk_test_tool_run_ok (tool, "DESKBELL_DB=other.db folio 412");
  g_assert_nonnull (strstr (tool->out, "264.85"));
}

/* What people see: names of other scripts stay in their columns. */
static void
test_text (void)
{
  g_autoptr (DeskTestTool) tool = new_example ();

  desk_test_tool_run_ok (tool, "folio 412 --lang fi");
  g_assert_nonnull (strstr (tool->out, "Aamiainen"));
  g_assert_nonnull (strstr (tool->out, "109,00"));
  desk_test_tool_run_ok (tool, "LC_ALL=fi_FI.UTF-8 folio 412");
  g_assert_nonnull (strstr (tool->out, "109,00"));
  desk_test_tool_run_ok (tool, "today");
  g_assert_nonnull (strstr (tool->out, "Robin Example"));
  desk_test_tool_run_ok (tool, "find robin");
  g_assert_nonnull (strstr (tool->out, "AM-0226A"));
  desk_test_tool_run_ok (tool, "stay 412");
  g_assert_nonnull (strstr (tool->out, "BK-20240226-1"));
  desk_test_tool_run_ok (tool, "users");
  g_assert_nonnull (strstr (tool->out, "Night auditor"));
  g_assert_null (strstr (tool->out, "4711"));
  desk_test_tool_run_ok (tool, "config export");
  g_assert_nonnull (strstr (tool->out, "[code BFST]"));
  g_assert_null (strstr (tool->out, "4711"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/bill/example", test_example);
  g_test_add_func ("/cli/bill/shape", test_shape);
  g_test_add_func ("/cli/bill/golden", test_golden);
  g_test_add_func ("/cli/bill/golden-by-line", test_golden_by_line);
  g_test_add_func ("/cli/bill/explain", test_explain);
  g_test_add_func ("/cli/bill/verify", test_verify);
  g_test_add_func ("/cli/bill/text", test_text);
  return g_test_run ();
}
