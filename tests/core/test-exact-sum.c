/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-exact-sum.h"

static DeskRational
random_part (int max_den)
{
  DeskRational part;

  g_assert_true (desk_rational_make (g_test_rand_int_range (-1000000, 1000000),
                                     g_test_rand_int_range (1, max_den), &part, NULL));
  return part;
}

/* Where one denominator fits, the sum rounds as the one number it is. */
static void
test_small (void)
{
  int round;

  for (round = 0; round < 20000; round++)
    {
      g_autoptr (DeskExactSum) sum = desk_exact_sum_new ();
      DeskRational whole = DESK_RATIONAL_ZERO;
      gint64 expected;
      gint64 rounded;
      int i;

      for (i = 0; i < 5; i++)
        {
          DeskRational part = random_part (1000);

          g_assert_true (desk_exact_sum_add (sum, part, NULL));
          g_assert_true (desk_rational_add (whole, part, &whole, NULL));
        }
      g_assert_true (desk_rational_round (whole, (DeskRounding) (round % 4), 1 + round % 6,
                                          &expected, NULL));
      g_assert_true (desk_exact_sum_round (sum, (DeskRounding) (round % 4), 1 + round % 6,
                                           &rounded, NULL));
      g_assert_cmpint (rounded, ==, expected);
    }
}

static DeskExactSum *
many_primes (gboolean negative)
{
  DeskExactSum *sum = desk_exact_sum_new ();
  int den;

  /* n + 1/den for a hundred odd denominators: no common one fits 128 bits */
  for (den = 1001; den < 1201; den += 2)
    {
      DeskRational part = { negative ? -(DeskInt128) den - 1 : (DeskInt128) den + 1, den };

      g_assert_true (desk_rational_make (part.num, part.den, &part, NULL));
      g_assert_true (desk_exact_sum_add (sum, part, NULL));
    }
  return sum;
}

typedef struct
{
  const char   *path;
  gboolean      negative;
  DeskRounding  rounding;
  gint64        step;
  gint64        expected;
} LargeCase;

/* 100 + Σ 1/den = 100.0912… */
static const LargeCase large_cases[] = {
  { "/exact-sum/large/half-up", FALSE, DESK_ROUNDING_HALF_UP, 1, 100 },
  { "/exact-sum/large/up", FALSE, DESK_ROUNDING_UP, 1, 101 },
  { "/exact-sum/large/up-to-five", FALSE, DESK_ROUNDING_UP, 5, 105 },
  { "/exact-sum/large/down", FALSE, DESK_ROUNDING_DOWN, 1, 100 },
  { "/exact-sum/large/negative-up", TRUE, DESK_ROUNDING_UP, 1, -101 },
  { "/exact-sum/large/negative-down", TRUE, DESK_ROUNDING_DOWN, 1, -100 },
  { "/exact-sum/large/negative-even", TRUE, DESK_ROUNDING_HALF_EVEN, 1, -100 },
};

static void
test_large (gconstpointer data)
{
  const LargeCase *test = data;
  g_autoptr (DeskExactSum) sum = many_primes (test->negative);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  DeskRational value;
  gint64 rounded;

  g_assert_true (desk_exact_sum_round (sum, test->rounding, test->step, &rounded, &error));
  g_assert_no_error (error);
  g_assert_cmpint (rounded, ==, test->expected);
  g_assert_true (desk_exact_sum_show (sum, &value, &error));
  shown = desk_rational_to_decimal (value, 0, 4, NULL);
  g_assert_cmpstr (shown, ==, test->negative ? "-100.0912" : "100.0912");
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exact-sum/small", test_small);
  for (i = 0; i < G_N_ELEMENTS (large_cases); i++)
    g_test_add_data_func (large_cases[i].path, &large_cases[i], test_large);
  return g_test_run ();
}
