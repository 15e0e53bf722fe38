/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-charge.h"
#include "desk-error.h"
#include "desk-tax.h"
#include "desk-vat.h"

/*
 * Properties over random set-ups and nights: every line's steps lead to its
 * amount, net and inclusive shares are the amount exactly, the VAT table accounts
 * for every line, and a step that was changed is noticed. A million lines.
 */
#define N_LINES 1000000
#define MAX_TAXES 6
#define MAX_INCLUSIVE 3

static const char *const classes[] = { "room", "food", "other" };
static const char *const roundings[] = { "half-up", "half-even", "down", "up" };

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

static void
append_percent (GString *text,
                int      index,
                int      n_inclusive)
{
  gboolean inclusive = index < n_inclusive;

  g_string_append_printf (text, "kind=percent\nrate=%d.%03d\nmode=%s\n", pick (25), pick (1000),
                          inclusive ? "inclusive" : "exclusive");
  if (index > 0 && pick (3) == 0)
    g_string_append_printf (text, "base=net+t%d\n",
                            pick (inclusive ? index : MIN (index, n_inclusive + 1)));
  else if (pick (3) == 0)
    g_string_append (text, "base=gross\n");
  if (!inclusive)
    {
      static const char *const levels[] = { "line", "night", "invoice" };

      g_string_append_printf (text, "round-at=%s\n", levels[pick (3)]);
    }
  if (pick (2) == 0)
    g_string_append_printf (text, "vat=%s\n", pick (2) == 0 ? "yes" : "no");
}

static void
append_tax (GString *text,
            int      index,
            int      n_inclusive,
            gboolean percent)
{
  static const char *const fixed[] = { "person-night", "room-night", "stay" };
  const char *kind = fixed[pick (3)];

  if (index >= n_inclusive)
    g_string_append_printf (text, "[code T%d]\nkind=tax\ntax=t%d\n", index, index);
  g_string_append_printf (text, "[tax t%d]\nclass=%s;other\n", index, classes[pick (2)]);
  if (percent)
    append_percent (text, index, n_inclusive);
  else
    g_string_append_printf (text, "kind=%s\namount=%d.%02d\n", kind, pick (5), pick (100));
  g_string_append_printf (text, "round=%s\nstep=0.%02d\n", roundings[pick (4)],
                          pick (2) == 0 ? 1 : 5);
  if (index >= n_inclusive && pick (3) == 0)
    g_string_append_printf (text, "cap=%d.00\n", pick (30));
  if ((percent || kind != fixed[2]) && pick (3) == 0)
    g_string_append_printf (text, "max-nights=%d\n", pick (5));
}

static DeskProperty *
random_property (void)
{
  g_autoptr (GString) text = g_string_new (
    "[property]\nname=Random\ncurrency=EUR\nminor-digits=2\ntime-zone=UTC\n"
    "business-date=2026-01-01\nvat-level=invoice\n[rate-plan P]\nprice=80.00\n"
    "package=BFST:adults;PARK\n[code ROOM]\nkind=charge\nclass=room\n"
    "[code BFST]\nkind=charge\nclass=food\nprice=11.90\n"
    "[code PARK]\nkind=charge\nclass=other\nprice=9.99\n");
  g_autoptr (GError) error = NULL;
  DeskProperty *property;
  int n = 1 + pick (MAX_TAXES);
  int n_inclusive = pick (MIN (n, MAX_INCLUSIVE) + 1);
  int i;

  for (i = 0; i < n; i++)
    append_tax (text, i, n_inclusive, i <= n_inclusive || pick (2) == 0);
  property = desk_property_parse (text->str, -1, "random.ini", &error);
  if (property == NULL)
    g_test_message ("%s", text->str);
  g_assert_no_error (error);
  return property;
}

static const DeskProperty *
same_property (gint64   config,
               gpointer user_data)
{
  return user_data;
}

/* net + inclusive shares = amount, to the last fraction */
static void
check_split (const DeskProperty *property,
             const DeskPosting  *line,
             DeskDate            arrival)
{
  g_autoptr (GError) error = NULL;
  DeskTaxQuery query = { property, line->tax_class, NULL, line->stay_date, arrival };
  g_autoptr (DeskTaxSplit) split = desk_tax_split_new (&query, line->amount_minor, &error);
  DeskRational sum = split->net;
  guint i;

  for (i = 0; i < split->shares->len; i++)
    {
      const DeskTaxShare *share = &g_array_index (split->shares, DeskTaxShare, i);

      if (share->tax->mode == DESK_TAX_INCLUSIVE)
        g_assert_true (desk_rational_add (sum, share->share, &sum, &error));
    }
  g_assert_no_error (error);
  g_assert_true (desk_rational_equal (sum, desk_rational_from_int (line->amount_minor)));
}

static void
check_tampered (DeskPosting *line)
{
  g_autoptr (GError) error = NULL;
  DeskStep *step = desk_posting_get_step (line, (guint) pick ((int) line->steps->len));
  DeskRational kept = step->result;

  step->result.num += step->result.den;
  g_assert_false (desk_posting_check (line, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
  step->result = kept;
}

static gint64
check_lines (DeskProperty *property,
             GPtrArray    *lines,
             DeskDate      arrival)
{
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      DeskPosting *line = g_ptr_array_index (lines, i);

      g_assert_true (desk_posting_check (line, &error));
      g_assert_cmpint (line->quantity * line->unit_minor, ==, line->amount_minor);
      if (line->kind == DESK_POSTING_CHARGE)
        check_split (property, line, arrival);
      else
        g_assert_cmpint (line->amount_minor, !=, 0);
      if (pick (50) == 0)
        check_tampered (line);
      sum += line->amount_minor;
    }
  return sum;
}

/* Where each line bears at most one tax that is VAT, the table is the bill. */
static void
check_table (DeskProperty *property,
             GPtrArray    *lines,
             gint64        sum)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    desk_vat_table (lines, 0, DESK_VAT_LEVEL_INVOICE, same_property, property, &error);
  gint64 balance;
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < rows->len; i++)
    {
      const DeskVatRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->net_minor + row->vat_minor, ==, row->gross_minor);
      if (row->tax == NULL)
        g_assert_cmpuint (i, ==, rows->len - 1);
    }
  g_assert_true (desk_window_balance (lines, 0, &balance, &error));
  g_assert_cmpint (balance, ==, sum);
}

static guint
run_stay (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskProperty) property = random_property ();
  g_autoptr (GArray) ages = g_array_new (FALSE, TRUE, sizeof (gint));
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (DeskCharger) charger = NULL;
  DeskDate arrival = desk_date_from_dmy (1, 1, 2026);
  int n_nights = 1 + pick (40);
  DeskChargerInfo info = { property, 1, 1, 0, arrival, arrival, pick (4), ages,
                           arrival + n_nights };
  int i;

  g_array_set_size (ages, (guint) pick (3));
  charger = desk_charger_new (&info);
  for (i = 0; i < n_nights; i++)
    {
      DeskNight night = { arrival + i, "1", 1 + pick (2), desk_property_get_plan (property, "P"),
                          pick (2) == 0, pick (30000), NULL };

      g_assert_true (desk_charger_post_night (charger, &night, &error));
      g_assert_no_error (error);
    }
  lines = desk_charger_steal_lines (charger);
  check_table (property, lines, check_lines (property, lines, arrival));
  return lines->len;
}

static void
test_random (void)
{
  guint n = 0;

  while (n < N_LINES)
    n += run_stay ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charge/random-lines", test_random);
  return g_test_run ();
}
