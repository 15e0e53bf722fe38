/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-amount.h"
#include "desk-error.h"

typedef struct
{
  const char *text;
  int         digits;
  gint64      minor;
  const char *printed;  /* %NULL: refused */
} ParseCase;

static const ParseCase parse_cases[] = {
  { "12.50", 2, 1250, "12.50" },
  { "12.5", 2, 1250, "12.50" },
  { "12", 2, 1200, "12.00" },
  { "0", 2, 0, "0.00" },
  { "-0.00", 2, 0, "0.00" },
  { "-0.05", 2, -5, "-0.05" },
  { "007", 2, 700, "7.00" },
  { "1000", 0, 1000, "1000" },
  { "-3", 0, -3, "-3" },
  { "1.2345", 4, 12345, "1.2345" },
  { "0.001", 3, 1, "0.001" },
  { "9999999999999.99", 2, DESK_AMOUNT_MAX_MINOR, "9999999999999.99" },
  { "999999999999999", 0, DESK_AMOUNT_MAX_MINOR, "999999999999999" },
  { "10000000000000.00", 2, 0, NULL },
  { "1000000000000000", 0, 0, NULL },
  { "99999999999999999999999999", 2, 0, NULL },
  { "12.505", 2, 0, NULL },
  { "12.500", 2, 0, NULL },
  { "1.0", 0, 0, NULL },
  { "12,50", 2, 0, NULL },
  { "1,000.00", 2, 0, NULL },
  { "1 000", 2, 0, NULL },
  { "1.000.00", 2, 0, NULL },
  { ".5", 2, 0, NULL },
  { "5.", 2, 0, NULL },
  { ".", 2, 0, NULL },
  { "", 2, 0, NULL },
  { "-", 2, 0, NULL },
  { "--1", 2, 0, NULL },
  { "+1", 2, 0, NULL },
  { "1e3", 2, 0, NULL },
  { " 1", 2, 0, NULL },
  { "1 ", 2, 0, NULL },
  { "0x10", 2, 0, NULL },
  { "1.00EUR", 2, 0, NULL },
  { "\xc2\xa0" "1", 2, 0, NULL },
};

static void
test_parse (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *one = &parse_cases[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *printed = NULL;
      gint64 minor = 77;

      if (desk_amount_parse (one->text, one->digits, &minor, &error))
        {
          g_assert_cmpint (minor, ==, one->minor);
          printed = desk_amount_format (minor, one->digits);
          g_assert_cmpstr (printed, ==, one->printed);
        }
      else
        {
          g_assert_null (one->printed);
          g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
          g_assert_cmpint (minor, ==, 77);
        }
    }
}

/* A file may have anything there; what is said of it is a sentence, in UTF-8. */
static void
test_told (void)
{
  g_autofree char *ones = g_strnfill (5000, '1');
  g_autofree char *spoilt = g_strconcat ("5", ones, "\xf0", NULL);
  const struct
  {
    const char *text;
    int         digits;
    const char *told;
  } cases[] = {
    { "1.0", 0, "\"1.0\" is not an amount: this currency has no decimals" },
    { "1.005", 2, "\"1.005\" is not an amount: at most 2 decimals" },
    { "1\xf0", 2, "\"1\ufffd\" is not an amount: only digits and one decimal point" },
    { ones, 2,
      "\"1111111111111111111111111111111111111111…\" is not an amount: it is too large" },
    { spoilt, 2,
      "\"5111111111111111111111111111111111111111…\" is not an amount: it is too large" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor;

      g_assert_false (desk_amount_parse (cases[i].text, cases[i].digits, &minor, &error));
      g_assert_cmpstr (error->message, ==, cases[i].told);
    }
}

typedef gboolean (*Operation) (gint64 a, gint64 b, gint64 *out, GError **error);

typedef struct
{
  Operation run;
  gint64    a;
  gint64    b;
  gint64    result;
  int       code;   /* -1: none */
} CountCase;

static const CountCase count_cases[] = {
  { desk_amount_add, 12050, -2050, 10000, -1 },
  { desk_amount_add, DESK_AMOUNT_MAX_MINOR - 1, 1, DESK_AMOUNT_MAX_MINOR, -1 },
  { desk_amount_add, DESK_AMOUNT_MAX_MINOR, 1, 0, DESK_ERROR_OVERFLOW },
  { desk_amount_add, G_MAXINT64, 1, 0, DESK_ERROR_OVERFLOW },
  { desk_amount_sub, 5, 7, -2, -1 },
  { desk_amount_sub, -DESK_AMOUNT_MAX_MINOR, 1, 0, DESK_ERROR_OVERFLOW },
  { desk_amount_sub, G_MININT64, 1, 0, DESK_ERROR_OVERFLOW },
  { desk_amount_times, 1650, 2, 3300, -1 },
  { desk_amount_times, 1650, -1, -1650, -1 },
  { desk_amount_times, 1000000000, 1000000, 0, DESK_ERROR_OVERFLOW },
  { desk_amount_times, G_MAXINT64, 2, 0, DESK_ERROR_OVERFLOW },
};

static void
test_count (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      const CountCase *one = &count_cases[i];
      g_autoptr (GError) error = NULL;
      gint64 result = 77;

      if (one->run (one->a, one->b, &result, &error))
        {
          g_assert_cmpint (one->code, ==, -1);
          g_assert_cmpint (result, ==, one->result);
        }
      else
        {
          g_assert_error (error, DESK_ERROR, one->code);
          g_assert_cmpint (result, ==, 77);
        }
    }
}

static void
test_extremes (void)
{
  g_autofree char *lowest = desk_amount_format (G_MININT64, 2);
  g_autofree char *highest = desk_amount_format (G_MAXINT64, 4);

  g_assert_cmpstr (lowest, ==, "-92233720368547758.08");
  g_assert_cmpstr (highest, ==, "922337203685477.5807");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount/parse", test_parse);
  g_test_add_func ("/amount/told", test_told);
  g_test_add_func ("/amount/count", test_count);
  g_test_add_func ("/amount/extremes", test_extremes);
  return g_test_run ();
}
