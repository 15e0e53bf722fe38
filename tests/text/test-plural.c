/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-catalog.h"
#include "desk-error.h"
#include "desk-plural.h"

/* The integer samples of CLDR 48.2 for each form, in the order of the forms of
 * the language. "2-9" are all from 2 to 9. */
static const struct
{
  const char *lang;
  guint       form;
  const char *samples;
} sample_cases[] = {
  { "en", 0, "1" },
  { "en", 1, "0 2-16 100 1000 10000 100000 1000000" },
  { "fi", 0, "1" },
  { "fi", 1, "0 2-16 100 1000 10000 100000 1000000" },
  { "nb", 0, "1" },
  { "nb", 1, "0 2-16 100 1000 10000 100000 1000000" },
  { "ro", 0, "1" },
  { "ro", 1, "0 2-16 101 1001" },
  { "ro", 2, "20-35 100 1000 10000 100000 1000000" },
  { "lt", 0, "1 21 31 41 51 61 71 81 101 1001" },
  { "lt", 1, "2-9 22-29 102 1002" },
  { "lt", 2, "0 10-20 30 40 50 60 100 1000 10000 100000 1000000" },
  { "id", 0, "0-15 100 1000 10000 100000 1000000" },
};

static void
test_samples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sample_cases); i++)
    {
      const DeskCatalog *cat = desk_catalog_get (sample_cases[i].lang);
      g_auto (GStrv) samples = g_strsplit (sample_cases[i].samples, " ", -1);

      for (char **sample = samples; *sample != NULL; sample++)
        {
          char *end = NULL;
          guint64 first = g_ascii_strtoull (*sample, &end, 10);
          guint64 last = *end == '-' ? g_ascii_strtoull (end + 1, NULL, 10) : first;

          for (guint64 n = first; n <= last; n++)
            {
              g_test_message ("%s %" G_GUINT64_FORMAT, sample_cases[i].lang, n);
              g_assert_cmpuint (desk_catalog_get_form (cat, n), ==, sample_cases[i].form);
            }
        }
    }
}

static const struct
{
  const char *expression;
  guint64     n;
  guint       form;
} value_cases[] = {
  { "n", 3, 3 },
  { "1 + 2 * 2 - 1", 0, 4 },
  { "(1 + 2) * 2", 0, 6 },
  { "7 - 2 - 1", 0, 4 },
  { "n < 2", 1, 1 },
  { "n <= 1", 1, 1 },
  { "n >= 2", 1, 0 },
  { "n > 0 && n != 5", 5, 0 },
  { "!n", 0, 1 },
  { "!(n == 1) || 0", 1, 0 },
  { "n == 0 ? 1 : n == 1 ? 2 : 3", 1, 2 },
  { "n == 0 ? 1 : n == 1 ? 2 : 3", 9, 3 },
  { "n / 0 + n % 0", 9, 0 },
  { "n", 8, 0 },   /* no such form: the first is used */
  { "n", G_MAXUINT64, 0 },
};

static void
test_values (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (value_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskPlural) plural = NULL;
      g_autofree char *rule = NULL;

      g_test_message ("%s", value_cases[i].expression);
      rule = g_strdup_printf ("nplurals=8; plural=%s;", value_cases[i].expression);
      plural = desk_plural_new (rule, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (desk_plural_get_n_forms (plural), ==, 8);
      g_assert_cmpuint (desk_plural_select (plural, value_cases[i].n), ==, value_cases[i].form);
    }
}

static const char *const bad_rules[] = {
  "",
  "nplurals",
  "nplurals=",
  "nplurals=0; plural=0;",
  "nplurals=9; plural=0;",
  "nplurals=99999999999999999999; plural=0;",
  "nplurals=2; plural=",
  "nplurals=2; plural=;",
  "nplurals=2; plural=(n;",
  "nplurals=2; plural=n n;",
  "nplurals=2; plural=n ? 1;",
  "nplurals=2; plural=n ? 1 : ;",
  "nplurals=2; plural=n +;",
  "nplurals=2; plural=m;",
  "nplurals=2; plural=n = 1;",
  "nplurals=INTEGER; plural=EXPRESSION;",
};

static void
assert_refused (const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskPlural) plural = NULL;

  g_test_message ("%s", rule);
  plural = desk_plural_new (rule, &error);

  g_assert_null (plural);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
}

static void
test_refused (void)
{
  g_autofree char *brackets = g_strnfill (100000, '(');
  g_autofree char *nots = g_strnfill (100000, '!');
  g_autofree char *nested = g_strconcat ("nplurals=2; plural=", brackets, NULL);
  g_autofree char *negated = g_strconcat ("nplurals=2; plural=", nots, "n;", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_rules); i++)
    assert_refused (bad_rules[i]);

  assert_refused (nested);
  assert_refused (negated);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/plural/samples", test_samples);
  g_test_add_func ("/text/plural/values", test_values);
  g_test_add_func ("/text/plural/refused", test_refused);

  return g_test_run ();
}
