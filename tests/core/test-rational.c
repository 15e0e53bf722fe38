/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-error.h"
#include "desk-rational.h"

typedef struct
{
  const char   *path;
  const char   *value;
  DeskRounding  rounding;
  gint64        step;
  gint64        expected;
} RoundCase;

static const RoundCase round_cases[] = {
  { "/rational/round/half-up", "5/2", DESK_ROUNDING_HALF_UP, 1, 3 },
  { "/rational/round/half-up-negative", "-5/2", DESK_ROUNDING_HALF_UP, 1, -3 },
  { "/rational/round/below-half", "249/100", DESK_ROUNDING_HALF_UP, 1, 2 },
  { "/rational/round/half-even-down", "5/2", DESK_ROUNDING_HALF_EVEN, 1, 2 },
  { "/rational/round/half-even-up", "7/2", DESK_ROUNDING_HALF_EVEN, 1, 4 },
  { "/rational/round/half-even-step", "25/2", DESK_ROUNDING_HALF_EVEN, 5, 10 },
  { "/rational/round/half-even-step-odd", "15/2", DESK_ROUNDING_HALF_EVEN, 5, 10 },
  { "/rational/round/down", "-29/10", DESK_ROUNDING_DOWN, 1, -2 },
  { "/rational/round/up", "-21/10", DESK_ROUNDING_UP, 1, -3 },
  { "/rational/round/up-exact", "3", DESK_ROUNDING_UP, 1, 3 },
  { "/rational/round/step-5", "37", DESK_ROUNDING_HALF_UP, 5, 35 },
  { "/rational/round/step-5-tie", "75/2", DESK_ROUNDING_HALF_UP, 5, 40 },
  { "/rational/round/zero", "0", DESK_ROUNDING_UP, 5, 0 },
};

static void
test_round (gconstpointer data)
{
  const RoundCase *test = data;
  g_autoptr (GError) error = NULL;
  DeskRational value;
  gint64 rounded;

  g_assert_true (desk_rational_parse (test->value, &value, &error));
  g_assert_true (desk_rational_round (value, test->rounding, test->step, &rounded, &error));
  g_assert_cmpint (rounded, ==, test->expected);
}

typedef struct
{
  const char *path;
  const char *text;
  const char *written;      /* NULL: refused */
} ParseCase;

static const ParseCase parse_cases[] = {
  { "/rational/parse/integer", "42", "42" },
  { "/rational/parse/negative", "-7", "-7" },
  { "/rational/parse/decimal", "13.50", "27/2" },
  { "/rational/parse/fraction", "9900/109", "9900/109" },
  { "/rational/parse/reduced", "10/4", "5/2" },
  { "/rational/parse/empty", "", NULL },
  { "/rational/parse/sign-only", "-", NULL },
  { "/rational/parse/comma", "1,5", NULL },
  { "/rational/parse/zero-den", "1/0", NULL },
  { "/rational/parse/trailing", "1 ", NULL },
  { "/rational/parse/exponent", "1e3", NULL },
  { "/rational/parse/huge", "999999999999999999999999999999999999999999", NULL },
};

static void
test_parse (gconstpointer data)
{
  const ParseCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  DeskRational value;

  if (test->written == NULL)
    {
      g_assert_false (desk_rational_parse (test->text, &value, &error));
      g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
      return;
    }
  g_assert_true (desk_rational_parse (test->text, &value, &error));
  written = desk_rational_to_string (value);
  g_assert_cmpstr (written, ==, test->written);
}

typedef struct
{
  const char *path;
  const char *value;
  int         shift;
  int         max_digits;
  const char *decimal;
  gboolean    exact;
} DecimalCase;

static const DecimalCase decimal_cases[] = {
  { "/rational/decimal/amount", "9900", 2, 4, "99.00", TRUE },
  { "/rational/decimal/long", "990000/109", 2, 4, "90.8257", FALSE },
  { "/rational/decimal/half-cent", "19/2", 2, 4, "0.095", TRUE },
  { "/rational/decimal/plain", "109/100", 0, 6, "1.09", TRUE },
  { "/rational/decimal/negative", "-5", 2, 4, "-0.05", TRUE },
  { "/rational/decimal/no-digits", "1234", 0, 4, "1234", TRUE },
};

static void
test_decimal (gconstpointer data)
{
  const DecimalCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *decimal = NULL;
  DeskRational value;
  gboolean exact;

  g_assert_true (desk_rational_parse (test->value, &value, &error));
  decimal = desk_rational_to_decimal (value, test->shift, test->max_digits, &exact);
  g_assert_cmpstr (decimal, ==, test->decimal);
  g_assert_cmpint (exact, ==, test->exact);
}

static void
test_overflow (void)
{
  g_autoptr (GError) error = NULL;
  DeskRational big = { (DeskInt128) 1 << 100, 1 };
  DeskRational out = { 7, 1 };
  gint64 rounded = 7;

  g_assert_false (desk_rational_mul (big, big, &out, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (desk_rational_round (big, DESK_ROUNDING_HALF_UP, 1, &rounded, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (desk_rational_div (big, DESK_RATIONAL_ZERO, &out, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_OVERFLOW);
  g_assert_cmpint (rounded, ==, 7);
  g_assert_true (out.num == 7);
}

static DeskRational
random_rational (void)
{
  DeskRational out;

  g_assert_true (desk_rational_make (g_test_rand_int_range (-100000, 100000),
                                     g_test_rand_int_range (1, 2000), &out, NULL));
  return out;
}

/* (a + b) − b = a, (a × b) ÷ b = a, round (−a) = −round (a), and text comes back. */
static void
test_properties (void)
{
  int i;

  for (i = 0; i < 100000; i++)
    {
      g_autofree char *text = NULL;
      DeskRational a = random_rational ();
      DeskRational b = random_rational ();
      DeskRational minus = { -a.num, a.den };
      DeskRational out;
      gint64 up;
      gint64 down;

      g_assert_true (desk_rational_add (a, b, &out, NULL));
      g_assert_true (desk_rational_sub (out, b, &out, NULL));
      g_assert_true (desk_rational_equal (a, out));
      if (b.num != 0)
        {
          g_assert_true (desk_rational_mul (a, b, &out, NULL));
          g_assert_true (desk_rational_div (out, b, &out, NULL));
          g_assert_true (desk_rational_equal (a, out));
        }
      g_assert_true (desk_rational_round (a, (DeskRounding) (i % 4), 1 + i % 7, &up, NULL));
      g_assert_true (desk_rational_round (minus, (DeskRounding) (i % 4), 1 + i % 7, &down, NULL));
      g_assert_cmpint (up, ==, -down);
      text = desk_rational_to_string (a);
      g_assert_true (desk_rational_parse (text, &out, NULL));
      g_assert_true (desk_rational_equal (a, out));
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (round_cases); i++)
    g_test_add_data_func (round_cases[i].path, &round_cases[i], test_round);
  for (i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    g_test_add_data_func (parse_cases[i].path, &parse_cases[i], test_parse);
  for (i = 0; i < G_N_ELEMENTS (decimal_cases); i++)
    g_test_add_data_func (decimal_cases[i].path, &decimal_cases[i], test_decimal);
  g_test_add_func ("/rational/overflow", test_overflow);
  g_test_add_func ("/rational/properties", test_properties);
  return g_test_run ();
}
