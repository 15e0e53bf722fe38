/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-test-tool.h"

/* What goes wrong in the demo hotel, put right through the tool, to the cent: each walk
 * from the bill the guest complains of to the bill they pay. */

#define AINO "DESKBELL_PIN=1111 --demo --as aino"        /* associate */
#define MIKA "DESKBELL_PIN=2222 --demo --as mika"        /* supervisor */
#define KAARINA "DESKBELL_PIN=4444 --demo --as kaarina"  /* night auditor */

/* A line that is typed, and what the bill is after it. */
typedef struct
{
  const char *who;
  const char *line;
  const char *ref;            /* whose bill */
  const char *balance;
  const char *departure;      /* or NULL */
  const char *vat_reduced;    /* at 13.5 % */
  const char *vat_standard;   /* at 25.5 %, or NULL */
} Step;

static DeskTestTool *
new_demo (void)
{
  DeskTestTool *tool = desk_test_tool_new ();

  desk_test_tool_run_ok (tool, "init --demo --small --date 2026-09-04");
  return tool;
}

static void
check_bill (DeskTestTool *tool,
            const Step   *step)
{
  g_autofree char *line = g_strdup_printf ("--demo folio %s", step->ref);
  g_autoptr (JsonNode) folio = desk_test_tool_run_json (tool, line);

  g_assert_cmpstr (desk_test_json_text (folio, "balance"), ==, step->balance);
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.0.vat"), ==, step->vat_reduced);
  if (step->vat_standard != NULL)
    g_assert_cmpstr (desk_test_json_text (folio, "windows.0.vat.1.vat"), ==, step->vat_standard);
}

/* Previews, does what the preview showed, and looks at the bill. */
static void
walk (DeskTestTool *tool,
      const Step   *step)
{
  g_autofree char *preview_line = g_strdup_printf ("%s do '%s' --preview", step->who, step->line);
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) done = NULL;

  g_test_message ("%s", step->line);
  preview = desk_test_tool_run_json (tool, preview_line);
  g_assert_cmpint (tool->status, ==, 0);
  line = g_strdup_printf ("%s do '%s' --digest %s", step->who, step->line,
                          desk_test_json_text (preview, "digest"));
  done = desk_test_tool_run_json (tool, line);
  g_assert_cmpint (tool->status, ==, 0);
  g_assert_cmpstr (desk_test_json_text (done, "after.balance"), ==, step->balance);
  if (step->departure != NULL)
    g_assert_cmpstr (desk_test_json_text (done, "after.departure"), ==, step->departure);
  check_bill (tool, step);
}

static void
close_days (DeskTestTool *tool,
            const char   *until)
{
  g_autofree char *line = g_strdup_printf (KAARINA " night-audit --to %s", until);

  desk_test_tool_run_ok (tool, line);
  desk_test_tool_run_ok (tool, "--demo verify");
}

/* Refused with what is allowed, and nothing changed. */
static void
refuse (DeskTestTool *tool,
        const char   *line,
        const char   *code,
        const char   *allowed)
{
  g_autofree char *preview_line = g_strdup_printf (AINO " do '%s' --preview", line);
  g_autofree char *do_line = g_strdup_printf (AINO " do '%s'", line);
  g_autoptr (JsonNode) preview = desk_test_tool_run_json (tool, preview_line);

  g_assert_cmpint (tool->status, ==, 1);
  g_assert_cmpstr (desk_test_json_text (preview, "refused.0.code"), ==, code);
  g_assert_cmpstr (desk_test_json_text (preview, "refused.0.allowed"), ==, allowed);
  desk_test_tool_run (tool, do_line);
  g_assert_cmpint (tool->status, ==, 1);
}

/* Stay 1: the minibar that was charged twice. */
static void
test_twice (void)
{
  static const Step right = {
    AINO, "218 fix 7+8 none twice", "218", "340.50", "447.50", "38.00", "3.05",
  };
  static const Step end = { NULL, NULL, "218", "447.50", NULL, "50.49", "3.05" };
  g_autoptr (DeskTestTool) tool = new_demo ();

  walk (tool, &right);
  refuse (tool, "218 fix 7 none twice", "already-nothing", NULL);
  close_days (tool, "2026-09-05");
  check_bill (tool, &end);
}

/* Stay 2: dearer than the confirmation; a supervisor says so, and the bill is paid. */
static void
test_promised (void)
{
  static const Step right = {
    MIKA, "507 fix 1+3+6 109 price: confirmation", "507", "370.00", "370.00", "42.58", NULL,
  };
  static const Step out = { AINO, "507 out card", "HO-ARJ2Q", "0.00", "0.00", "42.58", NULL };
  g_autoptr (DeskTestTool) tool = new_demo ();

  refuse (tool, "507 fix 1+3+6 109 price: confirmation", "limit-action", "30.00");
  walk (tool, &right);
  walk (tool, &out);
  desk_test_tool_run_ok (tool, "--demo verify");
}

/* Stay 3: the lift. The room is better, the price stays, a tenth of the night is given. */
static void
test_lift (void)
{
  static const Step move = {
    AINO, "412 move noise", "415", "220.00", "486.00", "36.16", "1.63",
  };
  static const Step off = {
    AINO, "415 off 10% on 8 noise", "415", "207.10", "473.10", "34.62", "1.63",
  };
  static const Step end = { NULL, NULL, "415", "473.10", NULL, "65.31", "1.63" };
  g_autoptr (DeskTestTool) tool = new_demo ();
  g_autoptr (JsonNode) preview = desk_test_tool_run_json (tool, AINO
                                                          " do '412 move noise' --preview");
  g_autoptr (JsonNode) folio = NULL;

  g_assert_cmpstr (desk_test_json_text (preview, "givings.0.kind"), ==, "upgrade");
  g_assert_cmpstr (desk_test_json_text (preview, "givings.0.value"), ==, "60.00");
  walk (tool, &move);
  walk (tool, &off);
  close_days (tool, "2026-09-06");
  check_bill (tool, &end);

  folio = desk_test_tool_run_json (tool, "--demo folio 415");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.lines.7.room"), ==, "412");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.lines.9.kind"), ==, "goodwill");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.lines.10.room"), ==, "415");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.lines.12.room"), ==, "415");
}

/* Stay 4: a lower room type from tonight, or at ten past three after the day was closed. */
static void
test_shower (void)
{
  static const Step tonight = {
    AINO, "404 move 106 new defect: shower cold", "106", "121.00", "323.00", "14.15", NULL,
  };
  static const Step later = {
    AINO " --now 2026-09-05T00:10:00Z", "404 move 106 new from now defect", "106", "222.00",
    "323.00", "25.93", NULL,
  };
  static const Step end = { NULL, NULL, "106", "323.00", NULL, "37.70", NULL };
  g_autoptr (DeskTestTool) tool = new_demo ();
  g_autoptr (DeskTestTool) other = desk_test_tool_new ();
  g_autoptr (JsonNode) folio = NULL;

  walk (tool, &tonight);
  close_days (tool, "2026-09-06");
  check_bill (tool, &end);

  desk_test_tool_run_ok (other, "init --demo --small --date 2026-09-04 --test-clock");
  desk_test_tool_run_ok (other, KAARINA " night-audit --now 2026-09-05T00:05:00Z");
  walk (other, &later);
  desk_test_tool_run_ok (other, KAARINA " night-audit --now 2026-09-06T00:05:00Z");
  desk_test_tool_run_ok (other, "--demo verify");
  check_bill (other, &end);
  folio = desk_test_tool_run_json (other, "--demo folio 106");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.lines.2.room"), ==, "404");
  g_assert_cmpstr (desk_test_json_text (folio, "windows.0.lines.4.amount"), ==, "-20.00");
}

/* Stay 9: three persons or two; the levy moves, the VAT does not. */
static void
test_persons (void)
{
  static const Step right = {
    AINO, "322 fix 2+4 2x: registration card", "322", "386.00", "579.00", "44.96", NULL,
  };
  static const Step end = { NULL, NULL, "322", "579.00", NULL, "67.44", NULL };
  g_autoptr (DeskTestTool) tool = new_demo ();

  walk (tool, &right);
  close_days (tool, "2026-09-05");
  check_bill (tool, &end);
}

/* The night's list of it all: complete, and the ledger's own sum. */
static void
test_audit (void)
{
  static const char *const lines[] = {
    AINO " do '218 fix 7+8 none twice'",
    MIKA " do '507 fix 1+3+6 109 price: confirmation'",
    AINO " do '412 move noise'",
    AINO " do '415 off 10% on 8 noise'",
    AINO " do '404 move 106 new defect: shower cold'",
    AINO " do '322 fix 2+4 2x: registration card'",
    AINO " do '226 fix 3 6.50 price: 6.50 on the menu'",
  };
  g_autoptr (DeskTestTool) tool = new_demo ();
  g_autoptr (JsonNode) audit = NULL;
  g_autoptr (JsonNode) own = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    desk_test_tool_run_ok (tool, lines[i]);

  audit = desk_test_tool_run_json (tool, "--demo audit adjustments");
  g_assert_cmpint (tool->status, ==, 0);
  g_assert_cmpstr (desk_test_json_text (audit, "effect"), ==, "-99.40");
  g_assert_cmpstr (desk_test_json_text (audit, "unposted"), ==, "100.00");
  g_assert_cmpint (desk_test_json_int (audit, "lines"), ==, 9);

  desk_test_tool_run_ok (tool, "--demo audit adjustments");
  g_assert_nonnull (strstr (tool->out, "ties to the ledger: yes"));
  g_assert_nonnull (strstr (tool->out, "without a gap"));
  g_assert_nonnull (strstr (tool->out, "8: 129.00 → 116.10"));

  own = desk_test_tool_run_json (tool, "--demo audit adjustments --by mika --reason price");
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (json_node_get_object (own), "rows")), ==, 3);
  g_assert_cmpstr (desk_test_json_text (own, "rows.0.original"), ==, "129.00");
  g_assert_cmpstr (desk_test_json_text (own, "rows.0.became"), ==, "109.00");
  g_assert_cmpstr (desk_test_json_text (own, "rows_amount"), ==, "-60.00");
  desk_test_tool_run_ok (tool, "--demo audit adjustments --by mika --reason price");
  g_assert_nonnull (strstr (tool->out, "shown: 3, −60.00\n"));

  desk_test_tool_run_ok (tool, "--demo audit adjustments --csv --room 412");
  g_assert_true (g_str_has_prefix (tool->out, "business_date,time,by,"));
  g_assert_nonnull (strstr (tool->out, ",HO-C03S9,Anna Kowalska,412,ROOMBB,2026-09-03,"));
  g_assert_true (g_str_has_suffix (tool->out, "\r\n"));

  desk_test_tool_run (tool, "--demo audit adjustments --from soon");
  g_assert_cmpint (tool->status, ==, 2);
  desk_test_tool_run (tool, "--demo audit adjustments --from 2026-09-05 --to 2026-09-04");
  g_assert_cmpint (tool->status, ==, 2);
}

/* What there is nothing of, is said; who did it may be named as they are called. */
static void
test_filters (void)
{
  static const struct
  {
    const char *option;
    const char *error;
  } cases[] = {
    { "--by nobody", "--by \"nobody\" is none of these: aino, kaarina, " },
    { "--reason nose", "--reason \"nose\" is none of these: noise, " },
    { "--room 999", "--room \"999\" is none of these: " },
  };
  static const char *const same[] = {
    "aino", "Aino", "'Aino Lehtonen'", "'AINO  lehtönen'",
  };
  g_autoptr (DeskTestTool) tool = new_demo ();
  g_autofree char *before = NULL;
  g_autofree char *without = NULL;
  const char *own;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strconcat ("--demo audit adjustments ", cases[i].option, NULL);
      g_autoptr (JsonNode) json = NULL;

      desk_test_tool_run (tool, line);
      g_assert_cmpint (tool->status, ==, 2);
      g_assert_cmpstr (tool->out, ==, "");
      g_assert_nonnull (strstr (tool->err, cases[i].error));
      json = desk_test_tool_run_json (tool, line);
      g_assert_cmpint (tool->status, ==, 2);
      g_assert_cmpstr (desk_test_json_text (json, "error.kind"), ==, "usage");
    }
  desk_test_tool_run_ok (tool, AINO " do '412 off 10% on 8 noise'");
  for (i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *line = g_strconcat ("--demo audit adjustments --by ", same[i], NULL);

      desk_test_tool_run_ok (tool, line);
      g_assert_nonnull (strstr (tool->out, "shown: 1, −12.90"));
    }

  /* What she did stands under her login when her account is gone. */
  desk_test_tool_run_ok (tool, "--demo config export");
  own = strstr (tool->out, "[user aino]");
  before = g_strndup (tool->out, (gsize) (own - tool->out));
  without = g_strconcat (before, strstr (own, "\n[") + 1, NULL);
  desk_test_tool_write (tool, "gone.ini", without);
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=5555 --demo --as otso config apply gone.ini");
  desk_test_tool_run_ok (tool, "--demo audit adjustments --by aino");
  g_assert_nonnull (strstr (tool->out, "  aino "));
}

/* More than is left of it cannot be given, and nothing without a reason. */
static void
test_refused (void)
{
  g_autoptr (DeskTestTool) tool = new_demo ();
  g_autoptr (JsonNode) preview = desk_test_tool_run_json (
    tool, AINO " do '412 off 20 on drinks noise' --preview");

  g_assert_cmpint (tool->status, ==, 1);
  g_assert_cmpstr (desk_test_json_text (preview, "refused.0.code"), ==, "more-than-left");
  desk_test_tool_run (tool, AINO " do '412 off 10%'");
  g_assert_cmpint (tool->status, ==, 2);
  g_assert_nonnull (strstr (tool->err, "reason missing"));
}

/* A price put right for nights to come is listed too, and the list price is the type's. */
static void
test_rate (void)
{
  g_autoptr (DeskTestTool) tool = new_demo ();
  g_autoptr (JsonNode) preview = desk_test_tool_run_json (
    tool, MIKA " do '412 rate list price: as agreed' --preview");
  g_autoptr (JsonNode) audit = NULL;

  g_assert_cmpstr (desk_test_json_text (preview, "after.departure"), ==, "506.00");
  desk_test_tool_run_ok (tool, MIKA " do '412 rate 119 from tonight price: confirmation'");
  audit = desk_test_tool_run_json (tool, "--demo audit adjustments");
  g_assert_cmpstr (desk_test_json_text (audit, "unposted"), ==, "20.00");
  g_assert_cmpstr (desk_test_json_text (audit, "effect"), ==, "0.00");
}

/* Who left a room is still spoken of by it, and no longer in it. */
static void
test_last (void)
{
  g_autoptr (DeskTestTool) tool = new_demo ();

  desk_test_tool_run_ok (tool, "--demo do '305 last why total'");
  g_assert_nonnull (strstr (tool->out, "300.00"));
  desk_test_tool_run_ok (tool, "--demo do '305 why total'");
  g_assert_nonnull (strstr (tool->out, "14.50"));
  desk_test_tool_run (tool, "--demo do '412 last why total'");
  g_assert_cmpint (tool->status, ==, 1);
}

/* Taken back, the bill and the budget are as before. */
static void
test_undo (void)
{
  static const Step off = {
    AINO, "412 off 10% on 8 noise", "412", "207.10", "473.10", "34.62", "1.63",
  };
  static const Step undo = { AINO, "412 undo", "412", "220.00", "486.00", "36.16", "1.63" };
  g_autoptr (DeskTestTool) tool = new_demo ();
  g_autoptr (JsonNode) audit = NULL;

  walk (tool, &off);
  walk (tool, &undo);
  audit = desk_test_tool_run_json (tool, "--demo audit adjustments");
  g_assert_cmpstr (desk_test_json_text (audit, "effect"), ==, "0.00");
  g_assert_cmpstr (desk_test_json_text (audit, "unposted"), ==, "0.00");
  desk_test_tool_run_ok (tool, "--demo verify");
}

/* What nothing stands out about is accepted together. */
static void
test_unflagged (void)
{
  g_autoptr (DeskTestTool) tool = new_demo ();
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) audit = NULL;
  g_autofree char *set_up = NULL;

  desk_test_tool_run_ok (tool, "--demo config export");
  set_up = g_strconcat (tool->out, "\n[flag draw]\nactive=no\n", NULL);
  desk_test_tool_write (tool, "undrawn.ini", set_up);
  desk_test_tool_run_ok (tool, "DESKBELL_PIN=5555 --demo --as otso config apply undrawn.ini");
  desk_test_tool_run_ok (tool, AINO " do '412 off 10% on 8 noise'");
  desk_test_tool_run_ok (tool, MIKA " do '412 off 5 on 8 noise'");

  desk_test_tool_run (tool, AINO " do 'audit unflagged noise accept'");
  g_assert_cmpint (tool->status, ==, 1);
  preview = desk_test_tool_run_json (tool, MIKA " do 'audit unflagged noise accept' --preview");
  g_assert_cmpstr (desk_test_json_text (preview, "warnings.0.code"), ==, "left-own");
  desk_test_tool_run_ok (tool, MIKA " do 'audit unflagged noise accept'");
  g_assert_nonnull (strstr (tool->out, "Accepted: 1 row of Fri\u00a04\u00a0Sep, Noise: "
                                       "−\u2060€12.90\n"));
  audit = desk_test_tool_run_json (tool, "--demo audit adjustments");
  g_assert_cmpstr (desk_test_json_text (audit, "rows.0.decision"), ==, "accept");
  g_assert_cmpstr (desk_test_json_text (audit, "rows.0.by"), ==, "aino");
  g_assert_cmpstr (desk_test_json_text (audit, "rows.0.by_name"), ==, "Aino Lehtonen");
  g_assert_cmpstr (desk_test_json_text (audit, "rows.0.allowed_by_name"), ==, NULL);
  g_assert_cmpstr (desk_test_json_text (audit, "rows.0.decided_by"), ==, "mika");
  g_assert_cmpstr (desk_test_json_text (audit, "rows.0.decided_by_name"), ==, "Mika Korhonen");
  g_assert_cmpstr (desk_test_json_text (audit, "rows.1.decision"), ==, NULL);
  desk_test_tool_run_ok (tool, "--demo audit adjustments");
  g_assert_nonnull (strstr (tool->out, "  Aino Lehtonen "));
  g_assert_null (strstr (tool->out, "aino"));
  desk_test_tool_run_ok (tool, "--demo verify");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/scenarios/twice", test_twice);
  g_test_add_func ("/cli/scenarios/filters", test_filters);
  g_test_add_func ("/cli/scenarios/promised", test_promised);
  g_test_add_func ("/cli/scenarios/lift", test_lift);
  g_test_add_func ("/cli/scenarios/shower", test_shower);
  g_test_add_func ("/cli/scenarios/persons", test_persons);
  g_test_add_func ("/cli/scenarios/audit", test_audit);
  g_test_add_func ("/cli/scenarios/unflagged", test_unflagged);
  g_test_add_func ("/cli/scenarios/refused", test_refused);
  g_test_add_func ("/cli/scenarios/rate", test_rate);
  g_test_add_func ("/cli/scenarios/last", test_last);
  g_test_add_func ("/cli/scenarios/undo", test_undo);
  return g_test_run ();
}
