/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fill.h"

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
  g_test_add_func ("/text/fill/arguments", test_arguments);

  return g_test_run ();
}
