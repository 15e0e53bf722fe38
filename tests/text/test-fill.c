/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-catalog.h"
#include "desk-fill.h"
#include "desk-format.h"

static const struct
{
  const char *sentence;
  const char *pairs[5];
  const char *filled;
} fill_cases[] = {
  { "{amount} of {base}", { "amount", "9 %", "base", "100 €" }, "9 % of 100 €" },
  { "{base}: {amount}", { "amount", "9 %", "base", "100 €" }, "100 €: 9 %" },
  { "{a}{a}{b}{a}", { "a", "x", "b", "y" }, "xxyx" },
  { "nothing to fill", { "a", "x" }, "nothing to fill" },
  { "", { "a", "x" }, "" },
  { "{a}", { NULL }, "{a}" },
  { "{other} {a}", { "a", "x" }, "{other} x" },
  { "{a} {a", { "a", "x" }, "x {a" },
  { "{{a}}", { "a", "x" }, "{x}" },
  { "} {a} {", { "a", "x" }, "} x {" },
  { "{a }{ a}{}{A}", { "a", "x" }, "{a }{ a}{}{A}" },
  { "{amount}{amou}", { "amou", "x" }, "{amount}x" },
  { "{a} {b}", { "a", "{b}", "b", "{a}" }, "{b} {a}" },
  { "{a}|", { "a", "" }, "|" },
  { "Мөнх {名} ñ", { "名", "山田" }, "Мөнх 山田 ñ" },
  { "{who} 412", { "who", "יעל" }, "\u2068יעל\u2069 412" },
  { "till {day}.", { "day", "4 d." }, "till 4 d." },
  { "till {day}. Then", { "day", "4 d." }, "till 4 d. Then" },
  { "till {day}", { "day", "4 d." }, "till 4 d." },
  { "{day}, {day}; {day}?", { "day", "4 d." }, "4 d., 4 d.; 4 d.?" },
  { "{day}...", { "day", "4 d." }, "4 d...." },
  { "{day}.", { "day", "" }, "." },
  { "{day}.", { "day", "\u05e4.\u05e8." }, "\u2068\u05e4.\u05e8.\u2069" },
  { "{who}, {n}", { "who", "نور", "n", "7" }, "\u2068نور\u2069, 7" },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fill_cases); i++)
    {
      g_autofree char *filled = desk_fill_pairs (fill_cases[i].sentence, fill_cases[i].pairs);

      g_assert_cmpstr (filled, ==, fill_cases[i].filled);
    }
}

/* However a language writes a day, a sentence that ends in it has one full stop. */
static void
test_stops (void)
{
  const char *const *languages;

  for (languages = desk_catalog_list_languages (); *languages != NULL; languages++)
    for (guint style = 0; style < DESK_N_DATE_STYLES; style++)
      {
        g_autofree char *day = desk_format_date (desk_catalog_get (*languages), 2026, 9, 4, style);
        g_autofree char *end = desk_fill ("a {day}.", "day", day, NULL);
        g_autofree char *middle = desk_fill ("a {day}. B", "day", day, NULL);

        g_assert_true (g_str_has_prefix (end + strlen ("a "), day));
        g_assert_true (g_str_has_suffix (end, "."));
        g_assert_null (strstr (end, ".."));
        g_assert_true (g_str_has_suffix (middle, ". B"));
        g_assert_null (strstr (middle, ".."));
      }
}

static void
test_arguments (void)
{
  g_autofree char *two = desk_fill ("{amount} of {base}", "base", "100", "amount", "9", NULL);
  g_autofree char *none = desk_fill ("{amount}", NULL, NULL);
  g_autofree char *absent = desk_fill ("<{amount}>", "amount", NULL, NULL);

  g_assert_cmpstr (two, ==, "9 of 100");
  g_assert_cmpstr (none, ==, "{amount}");
  g_assert_cmpstr (absent, ==, "<>");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fill/pairs", test_pairs);
  g_test_add_func ("/text/fill/stops", test_stops);
  g_test_add_func ("/text/fill/arguments", test_arguments);

  return g_test_run ();
}
