/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-test-tool.h"

/* One bill of the demo before anything is put right. */
typedef struct
{
  const char *ref;
  const char *balance;
  const char *vat_reduced;    /* at 13.5 % */
  const char *vat_standard;   /* at 25.5 %, or NULL */
} Bill;

static const Bill bills[] = {
  { "218", "360.00", "38.54", "6.10" },
  { "507", "430.00", "49.72", NULL },
  { "412", "220.00", "36.16", "1.63" },
  { "404", "121.00", "14.15", NULL },
  { "402", "172.50", "18.26", "3.05" },
  { "226", "106.50", "12.43", NULL },
  { "311", "247.00", "28.43", NULL },
  { "610", "411.50", "48.23", NULL },
  { "HO-MMZT4", "0.00", "14.81", NULL },
  { "305", "14.50", "0.42", "2.24" },
  { "HO-EF77C", "0.00", "34.97", NULL },
  { "133", "228.00", "26.64", "5.68" },
  { "322", "390.00", "44.96", NULL },
  { "716", "431.00", "29.62", NULL },
};

static void
check_bill (DeskTestTool *tool,
            const Bill   *bill)
{
  g_autofree char *line = g_strdup_printf ("--demo folio %s", bill->ref);
  g_autoptr (JsonNode) folio = desk_test_tool_run_json (tool, line);

  g_test_message ("%s", bill->ref);
  g_assert_cmpint (tool->status, ==, 0);
  g_assert_cmpstr (desk_test_json_text (folio, "balance"), ==, bill->balance);
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.0.vat"), ==, bill->vat_reduced);
  if (bill->vat_standard != NULL)
    g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.1.vat"), ==, bill->vat_standard);
}

static void
test_bills (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  g_autoptr (JsonNode) stay = NULL;
  g_autoptr (JsonNode) doubled = NULL;
  g_autoptr (JsonNode) dearer = NULL;
  guint i;

  desk_test_tool_run_ok (tool, "init --demo --small --date 2026-09-04");
  g_assert_nonnull (strstr (tool->out, "aino"));
  for (i = 0; i < G_N_ELEMENTS (bills); i++)
    check_bill (tool, &bills[i]);

  stay = desk_test_tool_run_json (tool, "--demo stay 412");
  g_assert_cmpstr (desk_test_json_text (stay, "balance_departure"), ==, "486.00");
  g_assert_cmpstr (desk_test_json_text (stay, "promised"), ==, "532.00");

  /* What looks wrong is told before anybody asks. */
  doubled = desk_test_tool_run_json (tool, "--demo stay 218");
  g_assert_cmpstr (desk_test_json_text (doubled, "radar.0.text"), ==,
                   "Lines 7 and 8 repeat lines 3 and 4 (same items, same quantity, 22 hours "
                   "apart, no sheet number).");
  g_assert_cmpstr (desk_test_json_text (doubled, "radar.0.amount"), ==, "19.50");
  desk_test_tool_run_ok (tool, "--demo stay 218");
  g_assert_nonnull (strstr (tool->out, "22 hours apart"));

  /* Re-priced after its confirmation: 3 × 109.00 and 3 × 4.00 were promised. */
  dearer = desk_test_tool_run_json (tool, "--demo stay 507");
  g_assert_cmpstr (desk_test_json_text (dearer, "promised"), ==, "339.00");
  g_assert_cmpstr (desk_test_json_text (dearer, "radar.0.text"), ==,
                   "€60.00 above the promise: lines 1, 3, 6");
  g_assert_cmpstr (desk_test_json_text (dearer, "radar.0.promised"), ==, "109.00");
  desk_test_tool_run_ok (tool, "--demo do '507 why promised'");
  g_assert_true (g_str_has_prefix (tool->out,
                                   "We promised €339.00 and what we confirmed comes to €399.00, "
                                   "which is €60.00 more. With €31.00 that was not in the "
                                   "confirmation, the bill comes to €430.00.\n"));
  desk_test_tool_run_ok (tool, "--demo verify");
}

static void
test_today (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();
  g_autoptr (JsonNode) today = NULL;
  JsonObject *lists;

  desk_test_tool_run_ok (tool, "init --demo --small --date 2026-09-04");
  today = desk_test_tool_run_json (tool, "--demo today");
  lists = json_node_get_object (today);
  g_assert_cmpstr (desk_test_json_text (today, "business_date"), ==, "2026-09-04");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (lists, "arrivals")), >, 4);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (lists, "in_house")), >, 9);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (lists, "departures")),
                    >, 4);
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=4444 --demo --as kaarina night-audit --to 2026-09-06");
  desk_test_tool_run_ok (tool, "--demo verify");
}

/* Made anew only when told to, whole or not at all. */
static void
test_again (void)
{
  g_autoptr (DeskTestTool) tool = desk_test_tool_new ();

  desk_test_tool_run_ok (tool, "init --demo --small --date 2026-09-04 --test-clock");
  desk_test_tool_run (tool, "init --demo --small");
  g_assert_cmpint (tool->status, ==, 1);
  desk_test_tool_run_ok (tool, "--demo today");
  g_assert_nonnull (strstr (tool->out, "TEST"));
  desk_test_tool_run_ok (tool, "init --demo --small --date 2026-10-25 --force");
  desk_test_tool_run_ok (tool, "--demo today");
  g_assert_null (strstr (tool->out, "TEST"));
  g_assert_nonnull (strstr (tool->out, "25\u00a0Oct\u00a02026"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/demo/bills", test_bills);
  g_test_add_func ("/cli/demo/today", test_today);
  g_test_add_func ("/cli/demo/again", test_again);
  return g_test_run ();
}
