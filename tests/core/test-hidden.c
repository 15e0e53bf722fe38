/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-hidden.h"

static const struct
{
  const char *text;
  gunichar    hidden;
} cases[] = {
  { "", 0 },
  { "Anna Kowalska", 0 },
  { "Solveig Sørlie-Nilsen O'Brien", 0 },
  { "יעל כהן", 0 },
  { "\u200fنور", 0 },                 /* as an Arabic keyboard types it */
  { "می\u200cخواهم", 0 },             /* a joiner is part of the word */
  { "राम\u200d", 0 },
  { "🙂", 0 },
  { "a\tb", 0x09 },
  { "a\nb", 0x0a },
  { "a\x7f", 0x7f },
  { "a\xc2\x85", 0x85 },
  { "evil\u202egpj", 0x202e },
  { "\u202aa", 0x202a },
  { "a\u2028b", 0x2028 },
  { "\u2066a\u2069", 0x2066 },
  { "a\u200bb", 0x200b },
  { "\ufeff" "a", 0xfeff },
  { "a\U000e0041", 0xe0041 },
};

static void
test_find (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (desk_hidden_find (cases[i].text), ==, cases[i].hidden);
}

static void
test_mask (void)
{
  g_autofree char *plain = desk_hidden_mask ("Anna \u200fنور");
  g_autofree char *masked = desk_hidden_mask ("a\x1b[1m\u202e" "b\xff");

  g_assert_cmpstr (plain, ==, "Anna \u200fنور");
  g_assert_cmpstr (masked, ==, "a\ufffd[1m\ufffd" "b\ufffd");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hidden/find", test_find);
  g_test_add_func ("/hidden/mask", test_mask);

  return g_test_run ();
}
