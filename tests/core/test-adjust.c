/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-adjust.h"
#include "desk-error.h"

/* Putting right: answers carry the taxes of what they answer, to the cent. */

static const char property_text[] =
  "[property]\nname=Test\ncurrency=EUR\nminor-digits=2\ntime-zone=Europe/Amsterdam\n"
  "business-date=2024-02-26\nvat-level=invoice\n"
  "[room 1]\ntype=STD\n[rate-plan P]\nprice=99.00\n"
  "[code ROOM]\nkind=charge\nclass=room\n"
  "[code BAR]\nkind=charge\nclass=bar\nprice=7.50\n"
  "[code DINNER]\nkind=charge\nclass=service\nprice=40.00\n"
  "[code CITY]\nkind=tax\ntax=city\n[code LEVY]\nkind=tax\ntax=levy\n"
  "[code SVC]\nkind=tax\ntax=svc\n[code FIXED]\nkind=tax\ntax=fixed\n"
  "[tax vat]\nclass=room\nkind=percent\nrate=9\nmode=inclusive\n"
  "[tax vat-high]\nclass=bar\nkind=percent\nrate=25.5\nmode=inclusive\n"
  "[tax city]\nclass=room\nkind=percent\nrate=12.5\nmode=exclusive\nround-at=night\nreducible=yes\n"
  "[tax fixed]\nclass=room\nkind=percent\nrate=1\nmode=exclusive\n"
  "[tax levy]\nclass=room\nkind=person-night\namount=2.00\n"
  "[tax svc]\nclass=service\nkind=percent\nrate=10\nmode=exclusive\nreducible=yes\n";

typedef struct
{
  DeskProperty *property;
  GPtrArray    *lines;
  DeskAdjuster *adjuster;
} Folio;

static const DeskProperty *
same_property (gint64   config,
               gpointer user_data)
{
  return user_data;
}

/* A night (lines 1 room 99.00, 2 fixed 0.91, 3 city 11.35, 4 levy 2.00), three
 * beers (line 5) and a dinner (6) with its service charge (7). */
static void
folio_init (Folio *folio)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskCharger) charger = NULL;
  DeskDate day = desk_date_from_dmy (26, 2, 2024);
  DeskChargerInfo info = { .config = 1, .folio_id = 1, .business_date = day, .arrival = day,
                           .adults = 1 };
  DeskAdjusterInfo adjust = { .business_date = day + 1, .arrival = day, .lookup = same_property };
  DeskNight night = { .date = day, .room = "1", .window = 1 };
  DeskChargeSpec spec = { .source = "desk", .quantity = 3, .unit_minor = 750, .window = 1,
                          .stay_date = day };

  folio->property = desk_property_parse (property_text, -1, "test.ini", &error);
  g_assert_no_error (error);
  info.property = folio->property;
  charger = desk_charger_new (&info);
  night.plan = desk_property_get_plan (folio->property, "P");
  g_assert_true (desk_charger_post_night (charger, &night, &error));
  spec.code = desk_property_get_code (folio->property, "BAR");
  g_assert_true (desk_charger_post (charger, &spec, NULL, &error));
  spec.code = desk_property_get_code (folio->property, "DINNER");
  spec.quantity = 1;
  spec.unit_minor = 4000;
  g_assert_true (desk_charger_post (charger, &spec, NULL, &error));
  folio->lines = desk_charger_steal_lines (charger);
  g_assert_cmpuint (folio->lines->len, ==, 7);

  adjust.lines = folio->lines;
  adjust.user_data = folio->property;
  folio->adjuster = desk_adjuster_new (&adjust);
}

static void
folio_clear (Folio *folio)
{
  desk_adjuster_free (folio->adjuster);
  g_ptr_array_unref (folio->lines);
  desk_property_unref (folio->property);
}

typedef struct
{
  const char *path;
  gboolean    replace;
  int         line;
  gint64      quantity;
  gint64      unit;
  const char *made;          /* "CODE kind amount >answers, …" */
} AdjustCase;

static const AdjustCase adjust_cases[] = {
  { "/adjust/room-allowance", FALSE, 1, 1, -1000,
    "ROOM allowance -1000 >1, CITY allowance -114 >3" },
  { "/adjust/room-corrected", TRUE, 1, 1, 8900,
    "ROOM allowance -9900 >1, ROOM charge 8900 >0, FIXED tax 82 >0, CITY allowance -114 >3" },
  { "/adjust/beer-taken-back", FALSE, 5, 2, -750, "BAR allowance -1500 >5" },
  { "/adjust/beer-not-drunk", TRUE, 5, 0, 0, "BAR allowance -2250 >5" },
  { "/adjust/dinner-with-its-service", TRUE, 6, 0, 0,
    "DINNER allowance -4000 >6, SVC allowance -400 >7" },
  { "/adjust/dinner-dearer", FALSE, 6, 1, 500, "DINNER allowance 500 >6, SVC allowance 50 >7" },
  { "/adjust/levy-itself", FALSE, 4, 1, -200, "LEVY allowance -200 >4" },
};

static char *
describe (const GPtrArray *lines)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const DeskPosting *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s %s %" G_GINT64_FORMAT " >%d", i > 0 ? ", " : "",
                              line->code, desk_posting_kind_to_string (line->kind),
                              line->amount_minor, line->answers);
    }
  return g_string_free (text, FALSE);
}

static void
test_adjust (gconstpointer data)
{
  const AdjustCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) made = NULL;
  g_autofree char *text = NULL;
  DeskAnswer answer = { DESK_POSTING_ALLOWANCE, test->line, test->quantity, test->unit, "price",
                        "desk" };
  Folio folio;

  folio_init (&folio);
  if (test->replace)
    desk_adjuster_replace (folio.adjuster, &answer, &error);
  else
    desk_adjuster_answer (folio.adjuster, &answer, &error);
  g_assert_no_error (error);
  made = desk_adjuster_steal_lines (folio.adjuster);
  text = describe (made);
  g_assert_cmpstr (text, ==, test->made);
  folio_clear (&folio);
}

/* What answered a line stays answered: it cannot be taken back whole again. */
static void
test_twice (void)
{
  g_autoptr (GError) error = NULL;
  DeskAnswer answer = { DESK_POSTING_RETURN, 5, 1, -750, NULL, "desk" };
  DeskLeft left;
  Folio folio;

  folio_init (&folio);
  g_assert_true (desk_adjuster_answer (folio.adjuster, &answer, &error));
  g_assert_true (desk_adjuster_get_left (folio.adjuster, 5, &left, &error));
  g_assert_cmpint (left.quantity, ==, 2);
  g_assert_cmpint (left.amount_minor, ==, 1500);
  g_assert_false (desk_adjuster_replace (folio.adjuster, &answer, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  g_clear_error (&error);
  answer.line = 99;
  g_assert_false (desk_adjuster_answer (folio.adjuster, &answer, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  folio_clear (&folio);
}

/* Giving back in random pieces whatever is left ends at nothing, and so do the taxes
 * that follow: no cent stays behind. */
static void
test_pieces (void)
{
  int round;

  for (round = 0; round < 2000; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) made = NULL;
      Folio folio;
      DeskLeft room = { 0, 9900 };
      DeskLeft city;
      guint i;

      folio_init (&folio);
      while (room.amount_minor > 0)
        {
          gint64 piece = g_test_rand_int_range (1, (int) room.amount_minor + 1);
          DeskAnswer answer = { DESK_POSTING_GOODWILL, 1, 1, -piece, "noise", "desk" };

          g_assert_true (desk_adjuster_answer (folio.adjuster, &answer, &error));
          g_assert_true (desk_adjuster_get_left (folio.adjuster, 1, &room, &error));
          g_assert_no_error (error);
        }
      g_assert_true (desk_adjuster_get_left (folio.adjuster, 3, &city, &error));
      g_assert_cmpint (city.amount_minor, ==, 0);
      made = desk_adjuster_steal_lines (folio.adjuster);
      for (i = 0; i < made->len; i++)
        g_assert_cmpint (((DeskPosting *) g_ptr_array_index (made, i))->line, ==, 8 + (int) i);
      folio_clear (&folio);
    }
}

typedef struct
{
  const char *path;
  gint64      amount;
  gint64      parts[3];
  gint64      shares[3];
} ShareCase;

static const ShareCase share_cases[] = {
  { "/spread/two-windows-of-ten", 1000, { 600, 3000 }, { 167, 833 } },
  { "/spread/finland", 3000, { 28600, 3850 }, { 2644, 356 } },
  { "/spread/norway", 20000, { 240000, 48500 }, { 16638, 3362 } },
  { "/spread/romania", 10000, { 90000, 6400 }, { 9336, 664 } },
  { "/spread/lithuania", 2500, { 18000, 5730 }, { 1896, 604 } },
  { "/spread/tie-to-the-larger", 3124, { 845, 30395 }, { 84, 3040 } },
  { "/spread/all-of-it", 700, { 100, 200, 400 }, { 100, 200, 400 } },
  { "/spread/one-cent", 1, { 5, 7, 7 }, { 0, 1, 0 } },
  { "/spread/nothing-left-of-one", 10, { 0, 20, 0 }, { 0, 10, 0 } },
  { "/spread/very-much", G_GINT64_CONSTANT (999999999999999),
    { G_GINT64_CONSTANT (999999999999999), G_GINT64_CONSTANT (999999999999999) },
    { G_GINT64_CONSTANT (500000000000000), G_GINT64_CONSTANT (499999999999999) } },
};

static void
test_share (gconstpointer data)
{
  const ShareCase *test = data;
  gint64 shares[3] = { 0 };
  guint i;

  desk_amount_spread (test->amount, test->parts, shares, 3);
  for (i = 0; i < 3; i++)
    g_assert_cmpint (shares[i], ==, test->shares[i]);
}

typedef struct
{
  const char *path;
  const char *lines;         /* one digit each */
  gint64      amount;
  const char *made;          /* NULL: refused */
} SpreadCase;

/* Room and dinner bear taxes on top and are answered line by line; beer is a group. */
static const SpreadCase spread_cases[] = {
  { "/spread/one-line", "5", 225, "BAR goodwill -225 >5" },
  { "/spread/a-group", "15", 1215, "ROOM goodwill -990 >1, CITY goodwill -113 >3, "
    "BAR goodwill -225 >0" },
  { "/spread/whole-bill", "1234567", 1615,
    "ROOM goodwill -990 >1, CITY goodwill -113 >3, BAR goodwill -225 >0, "
    "DINNER goodwill -400 >6, SVC goodwill -40 >7" },
  { "/spread/more-than-left", "5", 2251, NULL },
  { "/spread/a-levy", "4", 100, NULL },
  { "/spread/nothing", "5", 0, NULL },
};

static void
test_spread (gconstpointer data)
{
  const SpreadCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autofree char *text = NULL;
  DeskSpread spread = { DESK_POSTING_GOODWILL, lines, test->amount, "noise", "desk" };
  const char *digit;
  Folio folio;

  folio_init (&folio);
  for (digit = test->lines; *digit != '\0'; digit++)
    {
      gint line = *digit - '0';

      g_array_append_val (lines, line);
    }
  desk_adjuster_spread (folio.adjuster, &spread, &error);
  if (test->made == NULL)
    {
      g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
      folio_clear (&folio);
      return;
    }
  g_assert_no_error (error);
  made = desk_adjuster_steal_lines (folio.adjuster);
  text = describe (made);
  g_assert_cmpstr (text, ==, test->made);
  folio_clear (&folio);
}

/* What was spread over a window is not there to be given on its lines again. */
static void
test_spread_twice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint));
  const gint numbers[] = { 1, 5 };
  DeskSpread spread = { DESK_POSTING_GOODWILL, lines, 12150, "noise", "desk" };
  gint64 left;
  Folio folio;

  folio_init (&folio);
  g_array_append_vals (lines, numbers, 2);
  g_assert_true (desk_adjuster_sum_left (folio.adjuster, lines, &left, &error));
  g_assert_cmpint (left, ==, 12150);
  g_assert_true (desk_adjuster_spread (folio.adjuster, &spread, &error));
  g_array_remove_index (lines, 0);
  g_assert_true (desk_adjuster_sum_left (folio.adjuster, lines, &left, &error));
  g_assert_no_error (error);
  g_assert_cmpint (left, ==, 0);
  folio_clear (&folio);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (adjust_cases); i++)
    g_test_add_data_func (adjust_cases[i].path, &adjust_cases[i], test_adjust);
  for (i = 0; i < G_N_ELEMENTS (share_cases); i++)
    g_test_add_data_func (share_cases[i].path, &share_cases[i], test_share);
  for (i = 0; i < G_N_ELEMENTS (spread_cases); i++)
    g_test_add_data_func (spread_cases[i].path, &spread_cases[i], test_spread);
  g_test_add_func ("/spread/twice", test_spread_twice);
  g_test_add_func ("/adjust/twice", test_twice);
  g_test_add_func ("/adjust/pieces", test_pieces);
  return g_test_run ();
}
