/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-fold.h"

static const struct
{
  const char *text;
  const char *key;
} fold_cases[] = {
  { "", "" },
  { "  \t\n ", "" },
  { "Smith", "smith" },
  { "  van   der\tBerg ", "van der berg" },
  { "O'Brien", "o brien" },
  { "O\u2019Brien", "o brien" },
  { "O\u02bcBrien", "o brien" },
  { "Müller-Lüdenscheidt", "muller ludenscheidt" },
  { "+358 (0)40-123 45", "358 0 40 123 45" },
  { "anna.k@example.org", "anna k example org" },
  { "Mureșanu", "muresanu" },
  { "Mureşanu", "muresanu" },            /* with the cedilla of old keyboards */
  { "MURES\u0326ANU", "muresanu" },
  { "Kazlauskienė", "kazlauskiene" },
  { "Žemaitytė", "zemaityte" },
  { "Sørlie", "sorlie" },
  { "SØRLIE", "sorlie" },
  { "Næss", "naess" },
  { "Åström", "astrom" },
  { "Łukasz", "lukasz" },
  { "ŁUKASZ", "lukasz" },
  { "Đorđević", "dordevic" },
  { "Þór Guðmundsson", "thor gudmundsson" },
  { "ÞÓR", "thor" },
  { "Weiß", "weiss" },
  { "WEIẞ", "weiss" },
  { "Œuvray", "oeuvray" },
  { "İstanbul", "istanbul" },
  { "Işık", "isik" },
  { "Əliyev", "eliyev" },
  { "Nguyễn Thị Hồng", "nguyen thi hong" },
  { "ﬁnn", "finn" },
  { "Ｙａｍａｄａ", "yamada" },
  { "Ελένη Παπάς", "ελενη παπασ" },
  { "Йорданка", "иорданка" },
  { "יוֹסֵף כהן", "יוסף כהן" },
  { "مُحَمَّد", "محمد" },
  { "\u202eمحمد\u202c", "محمد" },        /* marks of direction are not seen */
  { "山田 太郎", "山田 太郎" },
  { "がか", "がか" },                     /* two syllables, not one */
  { "김민준", "김민준" },
  { "हिन्दी", "हिन्दी" },
  { "room 👍 204", "room 204" },
  { "soft\u00adhyphen", "softhyphen" },
  { "M\xfcller", "m ller" },             /* Latin-1, not UTF-8 */
  { "\xff\xfe", "" },
  { "ab\xe2\x82", "ab" },                /* cut within a letter */
};

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fold_cases); i++)
    {
      g_autofree char *key = desk_fold (fold_cases[i].text);

      g_assert_cmpstr (key, ==, fold_cases[i].key);
    }
}

/* The key of a key is the key: what is stored can be looked up. */
static void
test_again (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fold_cases); i++)
    {
      g_autofree char *key = desk_fold (fold_cases[i].text);
      g_autofree char *again = desk_fold (key);

      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_cmpstr (again, ==, key);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *expected = g_strnfill (300, 'e');
  g_autofree char *key = NULL;
  g_autofree char *wide_key = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (name, "ệ");
  key = desk_fold (name->str);
  g_assert_cmpstr (key, ==, expected);

  /* The longest answer to one letter there is: eighteen. */
  g_string_truncate (name, 0);
  for (guint i = 0; i < 300; i++)
    g_string_append (name, "\ufdfa");
  wide_key = desk_fold (name->str);
  g_assert_true (g_utf8_validate (wide_key, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (wide_key, -1), >, 300 * 15);
}

static const struct
{
  const char *text;
  const char *words[4];
} word_cases[] = {
  { "", { NULL } },
  { " ,;- ", { NULL } },
  { "Sørlie", { "sorlie" } },
  { "Łukasz  van-Þór.", { "lukasz", "van", "thor" } },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      g_auto (GStrv) words = desk_fold_words (word_cases[i].text);

      g_assert_cmpstrv (words, (char **) word_cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold/names", test_fold);
  g_test_add_func ("/text/fold/again", test_again);
  g_test_add_func ("/text/fold/long", test_long);
  g_test_add_func ("/text/fold/words", test_words);

  return g_test_run ();
}
