/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-format.h"

#define NBSP  "\u00a0"
#define MINUS "\u2212"
#define JOIN  "\u2060"

static const struct
{
  const char *lang;
  gint64      minor;
  const char *currency;
  int         digits;
  const char *text;
} money_cases[] = {
  { "en", 123450, "EUR", 2, "€1,234.50" },
  { "en", -5, "EUR", 2, MINUS JOIN "€0.05" },
  { "en", 123450, "NOK", 2, "NOK" NBSP "1,234.50" },
  { "en", 1234500, "IDR", 0, "IDR" NBSP "1,234,500" },
  { "en", 1234500, "KWD", 3, "KWD" NBSP "1,234.500" },
  { "fi", 123450, "EUR", 2, "1" NBSP "234,50" NBSP "€" },
  { "fi", -5, "EUR", 2, MINUS "0,05" NBSP "€" },
  { "fi", 123450, "NOK", 2, "1" NBSP "234,50" NBSP "NOK" },
  { "fi", 1234500, "KWD", 3, "1" NBSP "234,500" NBSP "KWD" },
  { "nb", 123450, "NOK", 2, "1" NBSP "234,50" NBSP "kr" },
  { "nb", -123450, "NOK", 2, MINUS "1" NBSP "234,50" NBSP "kr" },
  { "nb", 123450, "EUR", 2, "1" NBSP "234,50" NBSP "€" },
  { "ro", 123450, "EUR", 2, "1.234,50" NBSP "EUR" },
  { "ro", -123450, "RON", 2, MINUS "1.234,50" NBSP "RON" },
  { "lt", 123450, "EUR", 2, "1" NBSP "234,50" NBSP "€" },
  { "lt", -123450, "EUR", 2, MINUS "1" NBSP "234,50" NBSP "€" },
  { "id", 1234500, "IDR", 0, "Rp" NBSP "1.234.500" },
  { "id", -1234500, "IDR", 0, MINUS JOIN "Rp" NBSP "1.234.500" },
  { "id", 123450, "EUR", 2, "€1.234,50" },
  { "id", 1, "KWD", 3, "KWD" NBSP "0,001" },
  /* The digits are the caller's, whatever ICU thinks of the currency. */
  { "id", 123450, "IDR", 2, "Rp" NBSP "1.234,50" },
  { "en", 1234, "EUR", 0, "€1,234" },
  { "en", 0, "EUR", 2, "€0.00" },
  { "en", G_MAXINT64, "EUR", 2, "€92,233,720,368,547,758.07" },
  { "en", G_MININT64, "EUR", 2, MINUS JOIN "€92,233,720,368,547,758.08" },
  { "en", 9007199254740993, "EUR", 2, "€90,071,992,547,409.93" },   /* 2^53 + 1 */
};

static void
test_money (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (money_cases); i++)
    {
      const DeskCatalog *cat = desk_catalog_get (money_cases[i].lang);
      g_autofree char *text = desk_format_money (cat, money_cases[i].minor,
                                                 money_cases[i].currency, money_cases[i].digits);

      g_assert_cmpstr (text, ==, money_cases[i].text);
    }
}

static const struct
{
  const char *lang;
  const char *amount;    /* -1234567 in hundredths */
  const char *decimal;   /* 1234.8257 */
  const char *percent;   /* 13.5 */
  const char *integer;   /* -1234567 */
} number_cases[] = {
  { "en", MINUS "12,345.67", "1,234.8257", "13.5%", MINUS "1,234,567" },
  { "fi", MINUS "12" NBSP "345,67", "1" NBSP "234,8257", "13,5" NBSP "%",
    MINUS "1" NBSP "234" NBSP "567" },
  { "nb", MINUS "12" NBSP "345,67", "1" NBSP "234,8257", "13,5" NBSP "%",
    MINUS "1" NBSP "234" NBSP "567" },
  { "ro", MINUS "12.345,67", "1.234,8257",
    "13,5" NBSP "%", MINUS "1.234.567" },
  { "lt", MINUS "12" NBSP "345,67", "1" NBSP "234,8257", "13,5" NBSP "%",
    MINUS "1" NBSP "234" NBSP "567" },
  { "id", MINUS "12.345,67", "1.234,8257", "13,5%", MINUS "1.234.567" },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      const DeskCatalog *cat = desk_catalog_get (number_cases[i].lang);
      g_autofree char *amount = desk_format_amount (cat, -1234567, 2);
      g_autofree char *decimal = desk_format_decimal (cat, "1234.8257");
      g_autofree char *percent = desk_format_percent (cat, "13.5");
      g_autofree char *integer = desk_format_int (cat, -1234567);

      g_assert_cmpstr (amount, ==, number_cases[i].amount);
      g_assert_cmpstr (decimal, ==, number_cases[i].decimal);
      g_assert_cmpstr (percent, ==, number_cases[i].percent);
      g_assert_cmpstr (integer, ==, number_cases[i].integer);
    }
}

static void
test_countries (void)
{
  static const struct
  {
    const char *lang;
    const char *code;
    const char *name;
  } cases[] = {
    { "en", "PRT", "Portugal" }, { "en", "PT", "Portugal" }, { "en", "GBR", "United Kingdom" },
    { "fi", "DEU", "Saksa" }, { "nb", "DE", "Tyskland" }, { "ro", "DEU", "Germania" },
    { "lt", "DEU", "Vokietija" }, { "id", "DEU", "Jerman" }, { "lt", "TLS", "Rytų Timoras" },
    { "en", "XQX", "XQX" }, { "en", "", "" }, { "fi", "P\u0161", "P\u0161" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = desk_format_country (desk_catalog_get (cases[i].lang), cases[i].code);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static const struct
{
  const char *lang;
  gint64      minor;
  int         digits;
  const char *text;
} typed_cases[] = {
  { "en", 123450, 2, "1234.50" },
  { "fi", 123450, 2, "1234,50" },
  { "nb", 1900, 2, "19,00" },
  { "ro", 1900, 2, "19,00" },
  { "lt", -123450, 2, "-1234,50" },
  { "fi", -5, 2, "-0,05" },
  { "en", -5, 2, "-0.05" },
  { "id", 1234500, 0, "1234500" },
  { "id", 1234500, 3, "1234,500" },
  { "ro", 0, 2, "0,00" },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed_cases); i++)
    {
      g_autofree char *text = desk_format_typed (desk_catalog_get (typed_cases[i].lang),
                                                 typed_cases[i].minor, typed_cases[i].digits);

      g_assert_cmpstr (text, ==, typed_cases[i].text);
    }
}

static const struct
{
  const char *decimal;
  const char *plain;
} decimal_cases[] = {
  { "90.8257", "90.8257" },
  { "90.5", "90.5" },
  { "90", "90" },
  { "-0.0001", MINUS "0.0001" },
  { "+13.50", "13.5" },
  { "1.00000000000000000001", "1.00000000000000000001" },
  { "123456789012345678901234567890", "123,456,789,012,345,678,901,234,567,890" },
};

static void
test_decimals (void)
{
  const DeskCatalog *cat = desk_catalog_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (decimal_cases); i++)
    {
      g_autofree char *plain = desk_format_decimal (cat, decimal_cases[i].decimal);

      g_assert_cmpstr (plain, ==, decimal_cases[i].plain);
    }
}

/* 4 September 2026 is a Friday. */
static const struct
{
  const char *lang;
  const char *texts[DESK_N_DATE_STYLES];
  const char *time;
  const char *date_time;
} date_cases[] = {
  { "en",
    { "04/09/2026", "4\u00a0Sep", "4\u00a0Sep\u00a02026", "4\u00a0September\u00a02026",
      "Fri\u00a04\u00a0Sep", "Friday\u00a04\u00a0September\u00a02026" },
    "14:05", "4\u00a0Sep\u00a02026,\u00a014:05" },
  { "fi",
    { "4.9.2026", "4.9.", "4.9.2026", "4.\u00a0syyskuuta\u00a02026",
      "pe\u00a04.9.", "perjantai\u00a04.\u00a0syyskuuta\u00a02026" },
    "14.05", "4.9.2026\u00a014.05" },
  { "nb",
    { "04.09.2026", "4.\u00a0sep.", "4.\u00a0sep.\u00a02026", "4.\u00a0september\u00a02026",
      "fre.\u00a04.\u00a0sep.", "fredag\u00a04.\u00a0september\u00a02026" },
    "14:05", "4.\u00a0sep.\u00a02026,\u00a014:05" },
  { "ro",
    { "04.09.2026", "4\u00a0sept.", "4\u00a0sept.\u00a02026", "4\u00a0septembrie\u00a02026",
      "vin.,\u00a04\u00a0sept.", "vineri,\u00a04\u00a0septembrie\u00a02026" },
    "14:05", "4\u00a0sept.\u00a02026,\u00a014:05" },
  { "lt",
    { "2026-09-04", "09-04", "2026-09-04", "2026\u00a0m.\u00a0rugsėjo\u00a04\u00a0d.",
      "09-04,\u00a0pn", "2026\u00a0m.\u00a0rugsėjo\u00a04\u00a0d.,\u00a0penktadienis" },
    "14:05", "2026-09-04\u00a014:05" },
  { "id",
    { "04/09/2026", "4\u00a0Sep", "4\u00a0Sep\u00a02026", "4\u00a0September\u00a02026",
      "Jum,\u00a04\u00a0Sep", "Jumat,\u00a04\u00a0September\u00a02026" },
    "14.05", "4\u00a0Sep\u00a02026\u00a014.05" },
};

static void
test_dates (void)
{
  const gint64 instant = G_GINT64_CONSTANT (1788519900) * G_USEC_PER_SEC;   /* 11:05 UTC */

  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      const DeskCatalog *cat = desk_catalog_get (date_cases[i].lang);
      g_autofree char *time = desk_format_time (cat, instant, "Europe/Helsinki");
      g_autofree char *date_time = desk_format_date_time (cat, instant, "Europe/Helsinki",
                                                          DESK_DATE_MEDIUM);

      for (guint style = 0; style < DESK_N_DATE_STYLES; style++)
        {
          g_autofree char *text = desk_format_date (cat, 2026, 9, 4, style);

          g_assert_cmpstr (text, ==, date_cases[i].texts[style]);
        }

      g_assert_cmpstr (time, ==, date_cases[i].time);
      g_assert_cmpstr (date_time, ==, date_cases[i].date_time);
    }
}

static const struct
{
  int         year;
  int         month;
  int         day;
  const char *text;
} edge_cases[] = {
  { 1970, 1, 1, "Thursday\u00a01\u00a0January\u00a01970" },
  { 1969, 12, 31, "Wednesday\u00a031\u00a0December\u00a01969" },
  { 2024, 2, 29, "Thursday\u00a029\u00a0February\u00a02024" },
  { 2100, 3, 1, "Monday\u00a01\u00a0March\u00a02100" },
  { 9999, 12, 31, "Friday\u00a031\u00a0December\u00a09999" },
};

static void
test_edges (void)
{
  const DeskCatalog *cat = desk_catalog_get_default ();
  g_autofree char *before = desk_format_date_time (cat, -1, "UTC", DESK_DATE_SHORT);
  /* The hour that comes twice when summer time ends, and the next day in Asia. */
  g_autofree char *first = desk_format_time (cat, G_GINT64_CONSTANT (1792887300000000),
                                             "Europe/Helsinki");
  g_autofree char *second = desk_format_time (cat, G_GINT64_CONSTANT (1792890900000000),
                                              "Europe/Helsinki");
  g_autofree char *asia = desk_format_date_time (cat, G_GINT64_CONSTANT (1792887300000000),
                                                 "Asia/Makassar", DESK_DATE_SHORT);

  g_assert_cmpstr (before, ==, "31/12/1969,\u00a023:59");
  g_assert_cmpstr (first, ==, "03:15");
  g_assert_cmpstr (second, ==, "03:15");
  g_assert_cmpstr (asia, ==, "25/10/2026,\u00a008:15");

  for (gsize i = 0; i < G_N_ELEMENTS (edge_cases); i++)
    {
      g_autofree char *text = desk_format_date (cat, edge_cases[i].year, edge_cases[i].month,
                                                edge_cases[i].day, DESK_DATE_FULL);

      g_assert_cmpstr (text, ==, edge_cases[i].text);
    }
}

static gpointer
format_many (gpointer data)
{
  for (int i = 0; i < 200; i++)
    {
      const gsize which = i % G_N_ELEMENTS (money_cases);
      const DeskCatalog *cat = desk_catalog_get (money_cases[which].lang);
      g_autofree char *money = desk_format_money (cat, money_cases[which].minor,
                                                  money_cases[which].currency,
                                                  money_cases[which].digits);
      g_autofree char *date = desk_format_date (desk_catalog_get ("nb"), 2026, 9, 4,
                                                DESK_DATE_MEDIUM);

      g_assert_cmpstr (money, ==, money_cases[which].text);
      g_assert_cmpstr (date, ==, "4.\u00a0sep.\u00a02026");
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("format", format_many, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* A stay of a thousand lines: a date, a price and a sum on each. */
static void
test_speed (void)
{
  const DeskCatalog *cat = desk_catalog_get ("nb");
  double seconds;

  if (!g_test_perf ())
    {
      g_test_skip ("run with -m perf");
      return;
    }

  g_free (desk_format_money (cat, 1, "NOK", 2));
  g_free (desk_format_date (cat, 2026, 9, 4, DESK_DATE_WEEKDAY));

  g_test_timer_start ();
  for (int i = 0; i < 1000; i++)
    {
      g_free (desk_format_date (cat, 2026, 9, 1 + i % 30, DESK_DATE_WEEKDAY));
      g_free (desk_format_money (cat, 12345 * i, "NOK", 2));
      g_free (desk_format_amount (cat, 12345 * i, 2));
    }
  seconds = g_test_timer_elapsed ();

  g_test_minimized_result (seconds, "3000 values in %.2f ms", 1000 * seconds);
  g_assert_cmpfloat (seconds, <, 0.1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/format/threads", test_threads);
  g_test_add_func ("/text/format/money", test_money);
  g_test_add_func ("/text/format/numbers", test_numbers);
  g_test_add_func ("/text/format/countries", test_countries);
  g_test_add_func ("/text/format/typed", test_typed);
  g_test_add_func ("/text/format/decimals", test_decimals);
  g_test_add_func ("/text/format/dates", test_dates);
  g_test_add_func ("/text/format/edges", test_edges);
  g_test_add_func ("/text/format/speed", test_speed);

  return g_test_run ();
}
