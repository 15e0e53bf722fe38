/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-charge.h"
#include "desk-vat.h"

/* What settles a window: cash in coins that there are, and taxes rounded once. */

#define HEAD                                                                                       \
  "[property]\nname=Test\ncurrency=EUR\nminor-digits=2\ntime-zone=Europe/Amsterdam\n"              \
  "business-date=2024-02-26\nvat-level=invoice\ncash-step=%s\n"                                    \
  "[room 1]\ntype=STD\n[rate-plan P]\nprice=10.10\n"                                               \
  "[code ROOM]\nkind=charge\nclass=room\n"                                                         \
  "[code CASH]\nkind=payment\n[code COINS]\nkind=payment\ncash=yes\n"                              \
  "[code CHEQUE]\nkind=payment\ncash=no\n"

static DeskProperty *
parse (const char *step,
       const char *rest)
{
  g_autofree char *head = g_strdup_printf (HEAD, step);
  g_autofree char *text = g_strconcat (head, rest, NULL);
  g_autoptr (GError) error = NULL;
  DeskProperty *property = desk_property_parse (text, -1, "test.ini", &error);

  g_assert_no_error (error);
  return property;
}

static DeskCharger *
charger_for (const DeskProperty *property)
{
  DeskDate day = desk_date_from_dmy (26, 2, 2024);
  DeskChargerInfo info = { property, 1, 1, 0, day, day, 1, NULL, DESK_DATE_NONE };

  return desk_charger_new (&info);
}

typedef struct
{
  const char *path;
  const char *step;
  gint64      total;
  gint64      paid;       /* on the folio: with a minus */
  gint64      rounding;   /* 0: no line */
} CashCase;

static const CashCase cash_cases[] = {
  { "/settle/cash/down", "0.05", 2796, -2795, -1 },
  { "/settle/cash/back", "0.05", -1398, 1400, -2 },
  { "/settle/cash/up", "0.05", 1398, -1400, 2 },
  { "/settle/cash/half-away", "0.10", 1005, -1010, 5 },
  { "/settle/cash/half-away-back", "0.10", -1005, 1010, -5 },
  { "/settle/cash/exact", "0.05", 2795, -2795, 0 },
  { "/settle/cash/no-step", "0", 2796, -2796, 0 },
  { "/settle/cash/whole", "1.00", 2750, -2800, 50 },
};

static void
test_cash (gconstpointer data)
{
  const CashCase *cash = data;
  g_autoptr (DeskProperty) property = parse (cash->step, "");
  g_autoptr (DeskCharger) charger = charger_for (property);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  const DeskCode *tender = desk_property_get_code (property, "CASH");
  const DeskPosting *payment = desk_charger_round_cash (charger, tender, cash->total, 2, &error);
  const DeskPosting *rounding;

  g_assert_no_error (error);
  g_assert_cmpint (payment->amount_minor, ==, cash->paid);
  g_assert_cmpint (payment->kind, ==, DESK_POSTING_PAYMENT);
  lines = desk_charger_steal_lines (charger);
  g_assert_cmpuint (lines->len, ==, cash->rounding != 0 ? 2 : 1);
  if (cash->rounding == 0)
    return;

  rounding = g_ptr_array_index (lines, 1);
  g_assert_cmpint (rounding->kind, ==, DESK_POSTING_ROUNDING);
  g_assert_cmpint (rounding->amount_minor, ==, cash->rounding);
  g_assert_cmpint (rounding->amount_minor + cash->paid, ==, -cash->total);
  g_assert_cmpint (rounding->window, ==, 2);
  g_assert_cmpint (rounding->line, ==, 2);
  g_assert_cmpstr (rounding->code, ==, "CASH");
  g_assert_null (rounding->tax);
  g_assert_null (rounding->tax_class);
  g_assert_null (rounding->text);
}

static void
test_which_is_cash (void)
{
  g_autoptr (DeskProperty) property = parse ("0.05", "");

  g_assert_true (desk_property_get_code (property, "CASH")->cash);
  g_assert_true (desk_property_get_code (property, "COINS")->cash);
  g_assert_false (desk_property_get_code (property, "CHEQUE")->cash);
  g_assert_false (desk_property_get_code (property, "ROOM")->cash);
  g_assert_nonnull (g_strstr_len (property->canonical, -1, "cash=yes"));
}

typedef struct
{
  const char *path;
  const char *tax;        /* further keys of [tax sales] */
  gint64      price;
  guint       nights;
  gint64      rounding;   /* 0: no line */
  gint64      vat;        /* of the window, after it */
} InvoiceCase;

static const InvoiceCase invoice_cases[] = {
  { "/settle/invoice/less", "rate=8.875\nvat=yes\n", 1010, 2, -1, 179 },
  { "/settle/invoice/more", "rate=8.875\nvat=yes\n", 1005, 3, 1, 268 },
  { "/settle/invoice/exact", "rate=10\nvat=yes\n", 1010, 2, 0, 202 },
  { "/settle/invoice/levy", "rate=8.875\n", 1010, 2, -1, 0 },
  { "/settle/invoice/capped", "rate=8.875\nvat=yes\ncap=2.67\n", 1005, 3, 0, 267 },
};

static const DeskProperty *
same_property (gint64   config,
               gpointer user_data)
{
  return user_data;
}

static void
test_invoice (gconstpointer data)
{
  const InvoiceCase *invoice = data;
  g_autofree char *rest = g_strconcat ("[code SALES]\nkind=tax\ntax=sales\n"
                                       "[tax sales]\nclass=room\nkind=percent\n"
                                       "mode=exclusive\nround-at=invoice\n",
                                       invoice->tax, NULL);
  g_autoptr (DeskProperty) property = parse ("0", rest);
  g_autoptr (DeskCharger) charger = charger_for (property);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  DeskDate day = desk_date_from_dmy (26, 2, 2024);
  const DeskVatRow *row;
  guint i;

  for (i = 0; i < invoice->nights; i++)
    {
      DeskNight night = { day + (DeskDate) i, "1", 1, desk_property_get_plan (property, "P"),
                          TRUE, invoice->price, NULL };

      g_assert_true (desk_charger_post_night (charger, &night, &error));
      g_assert_no_error (error);
    }
  lines = desk_charger_steal_lines (charger);
  g_assert_true (desk_charger_round_invoice (charger, lines, 2, same_property, property, &error));
  g_assert_true (desk_charger_round_invoice (charger, lines, 1, same_property, property, &error));
  g_assert_no_error (error);
  more = desk_charger_steal_lines (charger);
  g_assert_cmpuint (more->len, ==, invoice->rounding != 0);
  if (more->len > 0)
    {
      const DeskPosting *line = g_ptr_array_index (more, 0);

      g_assert_cmpint (line->kind, ==, DESK_POSTING_ROUNDING);
      g_assert_cmpint (line->amount_minor, ==, invoice->rounding);
      g_assert_cmpstr (line->code, ==, "SALES");
      g_assert_cmpstr (line->tax, ==, "sales");
      g_assert_cmpint (line->line, ==, lines->len + 1);
    }

  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&more));
  rows = desk_vat_table (lines, 0, DESK_VAT_LEVEL_INVOICE, same_property, property, &error);
  g_assert_no_error (error);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->vat_minor, ==, invoice->vat);

  /* A second time nothing is left to round. */
  g_assert_true (desk_charger_round_invoice (charger, lines, 1, same_property, property, &error));
  more = desk_charger_steal_lines (charger);
  g_assert_cmpuint (more->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (cash_cases); i++)
    g_test_add_data_func (cash_cases[i].path, &cash_cases[i], test_cash);
  g_test_add_func ("/settle/cash/which", test_which_is_cash);
  for (i = 0; i < G_N_ELEMENTS (invoice_cases); i++)
    g_test_add_data_func (invoice_cases[i].path, &invoice_cases[i], test_invoice);
  return g_test_run ();
}
