/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-amount.h"
#include "desk-charge.h"
#include "desk-vat.h"

/*
 * From a property file and nights to lines and a VAT table, to the cent. The
 * first case is a real invoice of a hotel in Amsterdam, 2024.
 */

#define HEAD                                                                                       \
  "[property]\nname=Test\ncurrency=EUR\nminor-digits=2\ntime-zone=Europe/Amsterdam\n"              \
  "business-date=2024-02-26\nvat-level=invoice\n"                                                  \
  "[room 1]\ntype=STD\n[rate-plan P]\nprice=100.00\n"                                              \
  "[code ROOM]\nkind=charge\nclass=room\n"

#define PART "[code BFST]\nkind=charge\nclass=food\nprice=16.50\n"

typedef struct
{
  const char *path;
  const char *property;      /* after HEAD */
  const char *prices;        /* one for each night from the arrival, 26 February 2024 */
  const char *package;       /* code of one part for each night, or NULL */
  int         adults;
  const char *child_ages;
  const char *lines;         /* "CODE quantity x unit, …" */
  const char *vat;           /* "tax net vat gross; …" */
} ChargeCase;

static const ChargeCase charge_cases[] = {
  { "/charge/amsterdam",
    PART "[code CITY]\nkind=tax\ntax=city\n"
         "[tax vat]\nclass=room;food\nkind=percent\nrate=9\nmode=inclusive\n"
         "[tax city]\nclass=room\nkind=percent\nrate=12.5\nmode=exclusive\nround-at=night\n",
    "99.00 109.00 149.00 169.00 189.00", "BFST", 1, "",
    "ROOM 1x99.00 BFST 1x16.50 CITY 1x11.35 ROOM 1x109.00 BFST 1x16.50 CITY 1x12.50 "
    "ROOM 1x149.00 BFST 1x16.50 CITY 1x17.09 ROOM 1x169.00 BFST 1x16.50 CITY 1x19.38 "
    "ROOM 1x189.00 BFST 1x16.50 CITY 1x21.67",
    "vat 731.65 65.85 797.50; - 81.99 0.00 81.99" },
  { "/charge/tax-on-service",
    "[code SVC]\nkind=tax\ntax=service\n[code PB1]\nkind=tax\ntax=pb1\n"
    "[tax service]\nclass=room\nkind=percent\nrate=10\nmode=exclusive\n"
    "[tax pb1]\nclass=room\nkind=percent\nrate=10\nmode=exclusive\nbase=net+service\nvat=yes\n",
    "850.00", NULL, 1, "",
    "ROOM 1x850.00 SVC 1x85.00 PB1 1x93.50",
    "pb1 935.00 93.50 1028.50; - 85.00 0.00 85.00" },
  { "/charge/own-tax",
    "[code SVC]\nkind=tax\ntax=service\n[code PB1]\nkind=tax\ntax=pb1\n"
    "[tax service]\nclass=room\nkind=percent\nrate=10\nmode=exclusive\nown-tax=pb1\n"
    "[tax pb1]\nclass=room\nkind=percent\nrate=10\nmode=exclusive\nvat=yes\n",
    "850.00", NULL, 1, "",
    "ROOM 1x850.00 SVC 1x85.00 PB1 1x8.50 PB1 1x85.00",
    "pb1 935.00 93.50 1028.50" },
  { "/charge/own-tax-by-night",
    "[code SVC]\nkind=tax\ntax=service\n[code PB1]\nkind=tax\ntax=pb1\n"
    "[tax service]\nclass=room\nkind=percent\nrate=10\nmode=exclusive\nown-tax=pb1\n"
    "[tax pb1]\nclass=room\nkind=percent\nrate=10\nmode=exclusive\nvat=yes\nround-at=night\n",
    "850.00", NULL, 1, "",
    "ROOM 1x850.00 SVC 1x85.00 PB1 1x93.50",
    "pb1 935.00 93.50 1028.50" },
  { "/charge/persons-and-ages",
    "[code LEVY]\nkind=tax\ntax=levy\n"
    "[tax levy]\nclass=room\nkind=person-night\namount=2.00\nmin-age=12\n",
    "100.00 100.00", NULL, 2, "12 11",
    "ROOM 1x100.00 LEVY 3x2.00 ROOM 1x100.00 LEVY 3x2.00",
    "- 212.00 0.00 212.00" },
  { "/charge/cap-and-nights",
    "[code LEVY]\nkind=tax\ntax=levy\n[code ROOMTAX]\nkind=tax\ntax=room-tax\n"
    "[tax levy]\nclass=room\nkind=person-night\namount=2.00\ncap=5.00\n"
    "[tax room-tax]\nclass=room\nkind=room-night\namount=1.00\nmax-nights=2\n",
    "10.00 10.00 10.00", NULL, 2, "",
    "ROOM 1x10.00 LEVY 2x2.00 ROOMTAX 1x1.00 ROOM 1x10.00 LEVY 1x1.00 ROOMTAX 1x1.00 ROOM 1x10.00",
    "- 37.00 0.00 37.00" },
  { "/charge/rate-changes",
    "[tax old]\nclass=room\nkind=percent\nrate=10\nmode=inclusive\nto=2024-02-26\n"
    "[tax new]\nclass=room\nkind=percent\nrate=21\nmode=inclusive\nfrom=2024-02-27\n",
    "110.00 121.00", NULL, 1, "",
    "ROOM 1x110.00 ROOM 1x121.00",
    "old 100.00 10.00 110.00; new 100.00 21.00 121.00" },
  { "/charge/per-stay",
    "[code FEE]\nkind=tax\ntax=fee\n[tax fee]\nclass=room\nkind=stay\namount=3.00\n",
    "10.00 10.00", NULL, 4, "",
    "ROOM 1x10.00 FEE 1x3.00 ROOM 1x10.00",
    "- 23.00 0.00 23.00" },
  { "/charge/at-invoice",
    "[code SALES]\nkind=tax\ntax=sales\n"
    "[tax sales]\nclass=room\nkind=percent\nrate=8.875\nmode=exclusive\n"
    "round-at=invoice\nvat=yes\n",
    "10.10 10.10", NULL, 1, "",
    "ROOM 1x10.10 SALES 1x0.90 ROOM 1x10.10 SALES 1x0.90",
    "sales 20.20 1.79 21.99" },
  { "/charge/gross-inside",
    "[tax g]\nclass=room\nkind=percent\nrate=20\nmode=inclusive\nbase=gross\n",
    "50.00", NULL, 1, "",
    "ROOM 1x50.00",
    "g 40.00 10.00 50.00" },
  { "/charge/nothing-is-not-posted",
    "[code ZERO]\nkind=tax\ntax=zero\n"
    "[tax zero]\nclass=room\nkind=percent\nrate=0\nmode=exclusive\nvat=yes\n",
    "0.00 5.00", NULL, 1, "",
    "ROOM 1x0.00 ROOM 1x5.00",
    "zero 5.00 0.00 5.00" },
  { "/charge/rounded-to-a-step",
    "[code TAX]\nkind=tax\ntax=up\n"
    "[tax up]\nclass=room\nkind=percent\nrate=7\nmode=exclusive\nround=up\nstep=0.05\n",
    "10.01", NULL, 1, "",
    "ROOM 1x10.01 TAX 1x0.75",
    "- 10.76 0.00 10.76" },
};

static const DeskProperty *
same_property (gint64   config,
               gpointer user_data)
{
  return user_data;
}

static GArray *
parse_ages (const char *text)
{
  GArray *ages = g_array_new (FALSE, FALSE, sizeof (gint));
  g_auto (GStrv) words = g_strsplit (text, " ", 0);
  guint i;

  for (i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      gint age = (gint) g_ascii_strtoll (words[i], NULL, 10);

      g_array_append_val (ages, age);
    }
  return ages;
}

static GPtrArray *
make_package (const char *code)
{
  GPtrArray *package;

  if (code == NULL)
    return NULL;
  package = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_package_part_free);
  g_ptr_array_add (package, desk_package_part_new (code, DESK_QUANTITY_FIXED, 1));
  return package;
}

static char *
describe_lines (const GPtrArray *lines)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);
      g_autofree char *unit = desk_amount_format (line->unit_minor, 2);

      g_assert_cmpint (line->line, ==, i + 1);
      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT "x%s", i > 0 ? " " : "", line->code,
                              line->quantity, unit);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_vat (const GPtrArray *rows)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const DeskVatRow *row = g_ptr_array_index (rows, i);
      g_autofree char *net = desk_amount_format (row->net_minor, 2);
      g_autofree char *vat = desk_amount_format (row->vat_minor, 2);
      g_autofree char *gross = desk_amount_format (row->gross_minor, 2);

      g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? "; " : "",
                              row->tax != NULL ? row->tax : "-", net, vat, gross);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
post_nights (DeskProperty     *property,
             const ChargeCase *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ages = parse_ages (test->child_ages);
  g_autoptr (GPtrArray) package = make_package (test->package);
  g_auto (GStrv) prices = g_strsplit (test->prices, " ", 0);
  DeskDate arrival = desk_date_from_dmy (26, 2, 2024);
  DeskChargerInfo info = { property, 1, 1, 0, arrival, arrival, test->adults, ages };
  g_autoptr (DeskCharger) charger = desk_charger_new (&info);
  guint i;

  for (i = 0; prices[i] != NULL; i++)
    {
      DeskNight night = { arrival + (DeskDate) i, "1", 1, desk_property_get_plan (property, "P"),
                          TRUE, 0, package };

      g_assert_true (desk_amount_parse (prices[i], 2, &night.price_minor, &error));
      g_assert_true (desk_charger_post_night (charger, &night, &error));
      g_assert_no_error (error);
    }
  return desk_charger_steal_lines (charger);
}

static void
test_charge (gconstpointer data)
{
  const ChargeCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (HEAD, test->property, NULL);
  g_autoptr (DeskProperty) property = desk_property_parse (text, -1, "test.ini", &error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *got_lines = NULL;
  g_autofree char *got_vat = NULL;

  g_assert_no_error (error);
  lines = post_nights (property, test);
  got_lines = describe_lines (lines);
  g_assert_cmpstr (got_lines, ==, test->lines);

  rows = desk_vat_table (lines, 0, DESK_VAT_LEVEL_INVOICE, same_property, property, &error);
  g_assert_no_error (error);
  got_vat = describe_vat (rows);
  g_assert_cmpstr (got_vat, ==, test->vat);
}

/* The same invoice where each line's VAT is rounded alone. */
static void
test_level_line (void)
{
  const ChargeCase *test = &charge_cases[0];
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (HEAD, test->property, NULL);
  g_autoptr (DeskProperty) property = desk_property_parse (text, -1, "test.ini", &error);
  g_autoptr (GPtrArray) lines = post_nights (property, test);
  g_autoptr (GPtrArray) rows = NULL;
  const DeskVatRow *row;

  rows = desk_vat_table (lines, 0, DESK_VAT_LEVEL_LINE, same_property, property, &error);
  g_assert_no_error (error);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->vat_minor, ==, 6583);
  g_assert_cmpint (row->net_minor, ==, 73167);
  g_assert_cmpint (row->by_invoice_minor, ==, 6585);
}

/* A cap is the stay's: what one window used up is not there for the other. */
static void
test_cap_over_windows (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (
    HEAD, "[code INV]\nkind=tax\ntax=inv\n[tax inv]\nclass=room\nkind=percent\nrate=10\n"
          "mode=exclusive\nround-at=invoice\nvat=yes\ncap=1.00\n", NULL);
  g_autoptr (DeskProperty) property = desk_property_parse (text, -1, "test.ini", &error);
  DeskDate day = desk_date_from_dmy (26, 2, 2024);
  DeskChargerInfo info = { property, 1, 1, 0, day, day, 1, NULL };
  g_autoptr (DeskCharger) charger = desk_charger_new (&info);
  g_autoptr (GPtrArray) lines = NULL;
  int window;

  for (window = 1; window <= 2; window++)
    {
      DeskChargeSpec spec = { desk_property_get_code (property, "ROOM"), "desk", 1, 900, window,
                              day };

      g_assert_true (desk_charger_post (charger, &spec, NULL, &error));
    }
  lines = desk_charger_steal_lines (charger);
  for (window = 1; window <= 2; window++)
    {
      g_autoptr (GPtrArray) rows =
        desk_vat_table (lines, window, DESK_VAT_LEVEL_INVOICE, same_property, property, &error);
      g_autofree char *vat = describe_vat (rows);

      g_assert_no_error (error);
      g_assert_cmpstr (vat, ==, window == 1 ? "inv 9.00 0.90 9.90" : "inv 9.00 0.10 9.10");
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (charge_cases); i++)
    g_test_add_data_func (charge_cases[i].path, &charge_cases[i], test_charge);
  g_test_add_func ("/charge/vat-level-line", test_level_line);
  g_test_add_func ("/charge/cap-over-windows", test_cap_over_windows);
  return g_test_run ();
}
