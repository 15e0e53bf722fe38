/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-charge.h"
#include "desk-error.h"
#include "desk-explain-private.h"
#include "desk-format.h"

/*
 * Explanations of bills that are made by the core alone, without a database, in
 * every language. The first is a real invoice of a hotel in Amsterdam, 2024.
 */

#define ROOM  "R777"
#define STAFF "zofia"
#define NBSP  "\302\240"

#define HEAD                                                                                       \
  "[property]\nname=Test\ncurrency=EUR\nminor-digits=2\ntime-zone=Europe/Amsterdam\n"              \
  "business-date=2024-02-26\n"
#define ROOMS                                                                                      \
  "[room 1]\ntype=STD\n"                                                                           \
  "[rate-plan BB]\nprice=109.00\npackage=BFST\nincluded=WIFI\n"                                    \
  "[code ROOM]\nkind=charge\nclass=room\ntext=Room\ntext[fi]=Huone\n"                              \
  "[code BFST]\nkind=charge\nclass=food\nprice=16.50\ntext=Breakfast\ntext[fi]=Aamiainen\n"        \
  "[code WIFI]\nkind=charge\nclass=other\nprice=0.00\ntext=Wi-Fi\n"                                \
  "[code TAXI]\nkind=charge\nclass=other\ntext=Taxi\n"                                             \
  "[code CARD]\nkind=payment\ntext=Card\n"
#define AMSTERDAM                                                                                  \
  ROOMS "[code CITYTAX]\nkind=tax\ntax=city\ntext=City tax\ntext[fi]=Matkailijavero\n"             \
  "[tax vat-9]\nclass=room;food\nkind=percent\nrate=9\nmode=inclusive\n"                           \
  "[tax city]\nclass=room\nkind=percent\nrate=12.5\nmode=exclusive\nround-at=night\nvat=no\n"

static const gint64 amsterdam_prices[] = { 9900, 10900, 14900, 16900, 18900, 0 };

/* A bill and all it is made from. */
typedef struct
{
  DeskProperty      *property;
  DeskFolioView      folio;
  DeskStayView       stay;
  DeskStayRow        row;
  DeskPromiseRecord  promise;
  DeskExplainSource  source;
  DeskDate           arrival;
} Bill;

static const DeskProperty *
lookup (gint64   config,
        gpointer property)
{
  return property;
}

static void
free_window (gpointer data)
{
  DeskWindowView *window = data;

  g_ptr_array_unref (window->vat);
  g_free (window);
}

static Bill *
bill_new (const char *property)
{
  g_autoptr (GError) error = NULL;
  Bill *bill = g_new0 (Bill, 1);

  bill->property = desk_property_parse (property, -1, "test", &error);
  g_assert_no_error (error);
  bill->arrival = desk_date_from_dmy (26, 2, 2024);
  bill->folio.confirmation = (char *) "AM-0226A";
  bill->folio.vat_level = bill->property->vat_level;
  bill->folio.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_posting_free);
  bill->folio.windows = g_ptr_array_new_with_free_func (free_window);
  bill->stay.row = &bill->row;
  bill->stay.plan = (char *) "BB";
  bill->stay.rate_shown = TRUE;
  bill->stay.nights = g_ptr_array_new_with_free_func (g_free);
  bill->promise.nights = g_array_new (FALSE, TRUE, sizeof (DeskPromiseNight));
  bill->source = (DeskExplainSource) { lookup, bill->property, bill->property, &bill->stay,
                                       &bill->folio, NULL };
  return bill;
}

static void
bill_free (Bill *bill)
{
  g_clear_pointer (&bill->folio.answers, g_ptr_array_unref);
  g_ptr_array_unref (bill->folio.lines);
  g_ptr_array_unref (bill->folio.windows);
  g_ptr_array_unref (bill->stay.nights);
  g_array_unref (bill->promise.nights);
  desk_property_unref (bill->property);
  g_free (bill);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bill, bill_free)

/* Moves what @charger made onto the bill. */
static void
take_lines (Bill        *bill,
            DeskCharger *charger)
{
  g_autoptr (GPtrArray) lines = desk_charger_steal_lines (charger);
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      DeskPosting *line = g_ptr_array_index (lines, i);

      line->id = 1000 + line->line;
      line->by = g_strdup (STAFF);
      line->posted_at = G_GINT64_CONSTANT (1708990000000000);
      bill->folio.balance_minor += line->amount_minor;
    }
  bill->stay.balance_now = bill->folio.balance_minor;
  bill->stay.balance_departure = bill->folio.balance_minor;
  g_ptr_array_extend_and_steal (bill->folio.lines, g_steal_pointer (&lines));
  desk_folio_view_sort_answers (&bill->folio);
}

static DeskCharger *
new_charger (Bill         *bill,
             int           adults,
             const GArray *child_ages)
{
  DeskChargerInfo info = { bill->property, 1, 1, (int) bill->folio.lines->len, bill->arrival,
                           bill->arrival, adults, child_ages };

  return desk_charger_new (&info);
}

/* Posts one night for each price. */
static void
post_nights (Bill         *bill,
             DeskCharger  *charger,
             const gint64 *prices)
{
  g_autoptr (GError) error = NULL;
  int i;

  for (i = 0; prices[i] != 0; i++)
    {
      DeskNight night = { bill->arrival + i, ROOM, 1, desk_property_get_plan (bill->property, "BB"),
                          TRUE, prices[i], NULL };
      DeskNightRow *row = g_new0 (DeskNightRow, 1);

      row->date = bill->arrival + i;
      row->price_minor = prices[i];
      row->posted = TRUE;
      g_ptr_array_add (bill->stay.nights, row);
      desk_charger_post_night (charger, &night, &error);
      g_assert_no_error (error);
    }
}

static void
make_vat (Bill *bill)
{
  g_autoptr (GError) error = NULL;
  DeskWindowView *window = g_new0 (DeskWindowView, 1);

  window->number = 1;
  window->vat = desk_vat_table (bill->folio.lines, 0, bill->folio.vat_level, lookup, bill->property,
                                &error);
  g_assert_no_error (error);
  g_ptr_array_add (bill->folio.windows, window);
}

static Bill *
bill_new_nights (const char   *property,
                 const gint64 *prices,
                 int           adults,
                 const GArray *child_ages)
{
  Bill *bill = bill_new (property);
  g_autoptr (DeskCharger) charger = new_charger (bill, adults, child_ages);

  post_nights (bill, charger, prices);
  take_lines (bill, charger);
  make_vat (bill);
  return bill;
}

static DeskExplanation *
explain (const Bill       *bill,
         DeskExplainTopic  topic,
         int               line)
{
  g_autoptr (GError) error = NULL;
  DeskExplanation *explanation = desk_explain_from (&bill->source, topic, line, &error);

  g_assert_no_error (error);
  return explanation;
}

static char *
say (const Bill       *bill,
     DeskExplainTopic  topic,
     int               line,
     DeskExplainDepth  depth,
     const char       *lang)
{
  g_autoptr (DeskExplanation) explanation = explain (bill, topic, line);

  return desk_explain_join (explanation, bill->property, desk_catalog_get (lang), depth);
}

static void
assert_has_amount (const char *text,
                   const char *lang,
                   gint64      minor,
                   int         digits)
{
  g_autofree char *amount = desk_format_amount (desk_catalog_get (lang), minor, digits);

  if (strstr (text, amount) == NULL)
    g_error ("%s: \"%s\" does not say %s", lang, text, amount);
}

static void
test_golden (void)
{
  g_autoptr (Bill) bill = bill_new_nights (HEAD "vat-level=invoice\n" AMSTERDAM, amsterdam_prices,
                                           1, NULL);
  const char *const *languages = desk_catalog_list_languages ();
  guint n_languages = 0;

  for (; *languages != NULL; languages++, n_languages++)
    {
      g_autofree char *vat = say (bill, DESK_EXPLAIN_VAT, 0, DESK_EXPLAIN_ARITHMETIC, *languages);
      g_autofree char *levy = say (bill, DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_ARITHMETIC, *languages);
      guint i;

      assert_has_amount (vat, *languages, 79750, 2);
      assert_has_amount (vat, *languages, 6585, 2);
      assert_has_amount (vat, *languages, 6583, 2);
      assert_has_amount (levy, *languages, 8199, 2);
      assert_has_amount (levy, *languages, 8200, 2);
      for (i = 0; i < bill->folio.lines->len; i++)
        {
          const DeskPosting *line = g_ptr_array_index (bill->folio.lines, i);

          if (line->kind == DESK_POSTING_TAX)
            assert_has_amount (levy, *languages, line->amount_minor, 2);
        }
    }
  g_assert_cmpuint (n_languages, ==, 6);
}

/* With vat-level=line the two amounts change places. */
static void
test_by_line (void)
{
  g_autoptr (Bill) bill = bill_new_nights (HEAD "vat-level=line\n" AMSTERDAM, amsterdam_prices,
                                           1, NULL);
  g_autofree char *vat = say (bill, DESK_EXPLAIN_VAT, 0, DESK_EXPLAIN_ARITHMETIC, "en");
  g_autofree char *sentence = say (bill, DESK_EXPLAIN_VAT, 0, DESK_EXPLAIN_SENTENCE, "en");

  g_assert_cmpstr (vat, ==,
                   "VAT 9% in 797.50: 797.50 × 9 ÷ 109 = 65.8486…\n"
                   "Each line is rounded by itself, together: 65.83\n"
                   "Rounded once for the bill it would be 65.85.\n"
                   "Without VAT: 81.99");
  g_assert_cmpstr (sentence, ==, "Of the €879.49 on this bill, €65.83 is VAT.");
}

typedef struct
{
  DeskExplainTopic  topic;
  int               line;
  DeskExplainDepth  depth;
  const char       *lang;
  const char       *text;
} WordsCase;

/* The golden bill, word for word. */
static const WordsCase words_cases[] = {
  { DESK_EXPLAIN_LINE, 1, DESK_EXPLAIN_SENTENCE, "en",
    "Room, Mon\u00a026\u00a0Feb: €99.00. This is the price agreed for that night." },
  { DESK_EXPLAIN_LINE, 1, DESK_EXPLAIN_ARITHMETIC, "en",
    "Price agreed for the night: 99.00\nIn it: VAT 9%, 8.17\n"
    "Charged on it, on a line of its own: City tax\nIncluded in the price: Wi-Fi" },
  { DESK_EXPLAIN_LINE, 2, DESK_EXPLAIN_SENTENCE, "en",
    "Breakfast, Mon\u00a026\u00a0Feb: €16.50, as on our price list." },
  { DESK_EXPLAIN_LINE, 3, DESK_EXPLAIN_SENTENCE, "en",
    "City tax, Mon\u00a026\u00a0Feb: 12.5% of the price without tax is €11.35." },
  { DESK_EXPLAIN_LINE, 3, DESK_EXPLAIN_ARITHMETIC, "en",
    "Line 1: 99.00\nWithout tax (VAT 9%): 99.00 ÷ 1.09 = 90.8256…\n"
    "12.5% of 90.8256… = 11.3532…\nRounded to 0.01: 11.35" },
  { DESK_EXPLAIN_VAT, 0, DESK_EXPLAIN_ARITHMETIC, "en",
    "VAT 9% in 797.50: 797.50 × 9 ÷ 109 = 65.8486…\nRounded once for the bill: 65.85\n"
    "Rounded for each line it would be 65.83.\nWithout VAT: 81.99" },
  { DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_SENTENCE, "en", "City tax: €81.99 for 5 nights." },
  { DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_ARITHMETIC, "en",
    "City tax: 81.99\n"
    "Mon\u00a026\u00a0Feb: 12.5% of 90.8256… = 11.3532…, rounded: 11.35\n"
    "Tue\u00a027\u00a0Feb: 12.5% of 100.00 = 12.50\n"
    "Wed\u00a028\u00a0Feb: 12.5% of 136.6972… = 17.0871…, rounded: 17.09\n"
    "Thu\u00a029\u00a0Feb: 12.5% of 155.0458… = 19.3807…, rounded: 19.38\n"
    "Fri\u00a01\u00a0Mar: 12.5% of 173.3944… = 21.6743…, rounded: 21.67\n"
    "Each night is rounded by itself: 11.35 + 12.50 + 17.09 + 19.38 + 21.67 = 81.99\n"
    "Reckoned once on the whole it would be 82.00." },
  { DESK_EXPLAIN_TOTAL, 0, DESK_EXPLAIN_SENTENCE, "en", "Your bill comes to €879.49." },
  { DESK_EXPLAIN_TOTAL, 0, DESK_EXPLAIN_ARITHMETIC, "en",
    "Room: 715.00\nBreakfast: 82.50\nCity tax: 81.99\n"
    "Charges, taxes and levies together: 879.49\nLeft to pay: 879.49" },
  { DESK_EXPLAIN_BALANCE, 0, DESK_EXPLAIN_SENTENCE, "en", "€879.49 is left to pay." },
  { DESK_EXPLAIN_PROMISED, 0, DESK_EXPLAIN_SENTENCE, "en",
    "No total was promised for this stay; the bill comes to €879.49." },
  { DESK_EXPLAIN_LINE, 3, DESK_EXPLAIN_SENTENCE, "fi",
    "Matkailijavero, ma" NBSP "26.2.: 12,5" NBSP "% verottomasta hinnasta on 11,35" NBSP "€." },
  { DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_SENTENCE, "fi",
    "Matkailijavero: 81,99" NBSP "€, 5" NBSP "yötä." },
  { DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_SENTENCE, "nb",
    "City tax: 81,99" NBSP "€ for 5" NBSP "netter." },
  { DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_SENTENCE, "ro",
    "City tax: 81,99" NBSP "EUR pentru 5" NBSP "nopți." },
  { DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_SENTENCE, "lt",
    "City tax: 81,99" NBSP "€ už 5" NBSP "naktis." },
  { DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_SENTENCE, "id", "City tax: €81,99 untuk 5" NBSP "malam." },
};

static void
test_words (void)
{
  g_autoptr (Bill) bill = bill_new_nights (HEAD "vat-level=invoice\n" AMSTERDAM, amsterdam_prices,
                                           1, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (words_cases); i++)
    {
      const WordsCase *words = &words_cases[i];
      g_autofree char *text = say (bill, words->topic, words->line, words->depth, words->lang);

      g_assert_cmpstr (text, ==, words->text);
    }
}

/* A levy for each person and night, adults and some of the children. */
static void
test_person_night (void)
{
  static const gint64 prices[] = { 10000, 10000, 0 };
  g_autoptr (GArray) ages = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (Bill) bill = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *arithmetic = NULL;
  g_autofree char *levy = NULL;
  gint young = 4;
  gint old = 12;

  g_array_append_val (ages, young);
  g_array_append_val (ages, old);
  bill = bill_new_nights (HEAD "vat-level=invoice\n" ROOMS
                          "[code LEVY]\nkind=tax\ntax=head\ntext=City levy\n"
                          "[tax head]\nclass=room\nkind=person-night\namount=2.00\n"
                          "mode=exclusive\nmin-age=10\n", prices, 2, ages);

  sentence = say (bill, DESK_EXPLAIN_LINE, 3, DESK_EXPLAIN_SENTENCE, "en");
  g_assert_cmpstr (sentence, ==,
                   "City levy, Mon\u00a026\u00a0Feb: €2.00 a night for each of 3 persons, €6.00.");
  arithmetic = say (bill, DESK_EXPLAIN_LINE, 3, DESK_EXPLAIN_ARITHMETIC, "en");
  g_assert_cmpstr (arithmetic, ==,
                   "For one person and night: 2.00\n2 adults + 1 child: 2.00 × 3 = 6.00\n"
                   "Children under 10 years do not pay it.");
  levy = say (bill, DESK_EXPLAIN_LEVY, 0, DESK_EXPLAIN_ARITHMETIC, "en");
  g_assert_cmpstr (levy, ==,
                   "City levy: 12.00\n"
                   "Mon\u00a026\u00a0Feb, 2 adults + 1 child: 2.00 × 3 = 6.00\n"
                   "Tue\u00a027\u00a0Feb, 2 adults + 1 child: 2.00 × 3 = 6.00\n"
                   "2 nights, 2 adults + 1 child: 2.00 × 6 = 12.00");
}

/* A night lengthened, a taxi and a payment: each difference has its name, and what was
 * promised is compared with nothing else. */
static void
test_promised (void)
{
  g_autoptr (Bill) bill = bill_new (HEAD "vat-level=invoice\n" AMSTERDAM);
  g_autoptr (DeskCharger) charger = new_charger (bill, 1, NULL);
  g_autoptr (GError) error = NULL;
  DeskChargeSpec taxi = { desk_property_get_code (bill->property, "TAXI"), "desk", 1, 1800, 1,
                          bill->arrival, ROOM, 0, NULL, NULL };
  DeskPromiseNight told = { bill->arrival, 11550, 1135 };
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *total = NULL;

  post_nights (bill, charger, (const gint64[]) { 9900, 10900, 0 });
  g_assert_true (desk_charger_post (charger, &taxi, NULL, &error));
  g_assert_nonnull (desk_charger_new_payment (charger, desk_property_get_code (bill->property,
                                                                               "CARD"),
                                              10000, 1, &error));
  take_lines (bill, charger);
  g_array_append_val (bill->promise.nights, told);
  bill->stay.promised = 12685;
  bill->source.promise = &bill->promise;

  text = say (bill, DESK_EXPLAIN_PROMISED, 0, DESK_EXPLAIN_ARITHMETIC, "en");
  g_assert_cmpstr (text, ==,
                   "Promised in the confirmation: 126.85\n"
                   "Mon\u00a026\u00a0Feb: 115.50, as promised\n"
                   "Nights beyond the confirmation: 125.50\n"
                   "Taxes and levies: promised 11.35, billed 23.85, difference 12.50\n"
                   "Not part of the booking: Taxi, Mon\u00a026\u00a0Feb, 18.00\n"
                   "Billed, with the nights to come: 282.85\n"
                   "Paid until now: 100.00\n"
                   "Balance at departure: 182.85");
  sentence = say (bill, DESK_EXPLAIN_PROMISED, 0, DESK_EXPLAIN_SENTENCE, "en");
  g_assert_cmpstr (sentence, ==,
                   "What we confirmed comes to €126.85, as promised. With €156.00 that was not in "
                   "the confirmation, the bill comes to €282.85.");
  total = say (bill, DESK_EXPLAIN_TOTAL, 0, DESK_EXPLAIN_SENTENCE, "en");
  g_assert_cmpstr (total, ==,
                   "Your bill comes to €282.85; €100.00 is paid and €182.85 is left to pay.");
}

static void
add_answer (Bill            *bill,
            DeskPostingKind  kind,
            int              answers,
            gint64           amount)
{
  DeskPosting *posting = desk_posting_new ();

  posting->kind = kind;
  posting->line = (int) bill->folio.lines->len + 1;
  posting->answers = answers;
  posting->code = g_strdup ("ROOM");
  posting->quantity = 1;
  posting->unit_minor = amount;
  posting->amount_minor = amount;
  g_ptr_array_add (bill->folio.lines, posting);
  bill->folio.balance_minor += amount;
  bill->stay.balance_departure += amount;
}

/* Dinner was never promised: the room alone is dearer than the confirmation, until it is
 * put right; a gesture for the whole bill is named by itself. */
static void
test_same_basis (void)
{
  g_autoptr (Bill) bill = bill_new (HEAD "vat-level=invoice\n" AMSTERDAM);
  g_autoptr (DeskCharger) charger = new_charger (bill, 1, NULL);
  g_autoptr (GError) error = NULL;
  DeskChargeSpec dinner = { desk_property_get_code (bill->property, "TAXI"), "desk", 1, 3100, 1,
                            bill->arrival, ROOM, 0, NULL, NULL };
  DeskPromiseNight told = { bill->arrival, 9550, 1135 };
  g_autofree char *dearer = NULL;
  g_autofree char *right = NULL;
  g_autofree char *given = NULL;

  post_nights (bill, charger, (const gint64[]) { 9900, 0 });
  g_assert_true (desk_charger_post (charger, &dinner, NULL, &error));
  take_lines (bill, charger);
  g_array_append_val (bill->promise.nights, told);
  bill->stay.promised = 10685;
  bill->source.promise = &bill->promise;

  dearer = say (bill, DESK_EXPLAIN_PROMISED, 0, DESK_EXPLAIN_SENTENCE, "en");
  g_assert_cmpstr (dearer, ==,
                   "We promised €106.85 and what we confirmed comes to €126.85, which is €20.00 "
                   "more. With €31.00 that was not in the confirmation, the bill comes to "
                   "€157.85.");

  add_answer (bill, DESK_POSTING_ALLOWANCE, 1, -2000);
  right = say (bill, DESK_EXPLAIN_PROMISED, 0, DESK_EXPLAIN_SENTENCE, "en");
  g_assert_cmpstr (right, ==,
                   "What we confirmed comes to €106.85, as promised. With €31.00 that was not in "
                   "the confirmation, the bill comes to €137.85.");

  add_answer (bill, DESK_POSTING_GOODWILL, 0, -500);
  given = say (bill, DESK_EXPLAIN_PROMISED, 0, DESK_EXPLAIN_SENTENCE, "en");
  g_assert_cmpstr (given, ==,
                   "What we confirmed comes to €106.85, as promised. With €31.00 that was not in "
                   "the confirmation, less €5.00 as a gesture, the bill comes to €132.85.");

  /* What was put right again of the dinner is no part of the comparison either. */
  add_answer (bill, DESK_POSTING_CORRECTION, 4, -3100);
  add_answer (bill, DESK_POSTING_GOODWILL, 0, 500);
  g_clear_pointer (&right, g_free);
  right = say (bill, DESK_EXPLAIN_PROMISED, 0, DESK_EXPLAIN_SENTENCE, "en");
  g_assert_cmpstr (right, ==, "The bill comes to €106.85, as promised.");
}

/* The same stay before its second night. */
static void
test_to_come (void)
{
  g_autoptr (Bill) bill = bill_new (HEAD "vat-level=invoice\n" AMSTERDAM);
  g_autoptr (DeskCharger) charger = new_charger (bill, 1, NULL);
  DeskPromiseNight told[] = { { bill->arrival, 11550, 1135 }, { bill->arrival + 1, 12550, 1250 } };
  DeskNightRow *night = g_new0 (DeskNightRow, 1);
  g_autofree char *balance = NULL;
  g_autofree char *promised = NULL;

  post_nights (bill, charger, (const gint64[]) { 9900, 0 });
  take_lines (bill, charger);
  night->date = bill->arrival + 1;
  night->price_minor = 10900;
  g_ptr_array_add (bill->stay.nights, night);
  bill->stay.balance_departure += 12550 + 1250;
  bill->stay.promised = 11550 + 1135 + 12550 + 1250;
  g_array_append_vals (bill->promise.nights, told, 2);
  bill->source.promise = &bill->promise;

  balance = say (bill, DESK_EXPLAIN_BALANCE, 0, DESK_EXPLAIN_ARITHMETIC, "en");
  g_assert_cmpstr (balance, ==,
                   "Charges, taxes and levies until now: 126.85\nPaid until now: 0.00\n"
                   "Balance now: 126.85\nTue\u00a027\u00a0Feb, room: 109.00\n"
                   "What comes with these nights, taxes included: 29.00\n"
                   "Balance at departure: 264.85");
  promised = say (bill, DESK_EXPLAIN_PROMISED, 0, DESK_EXPLAIN_ARITHMETIC, "en");
  g_assert_cmpstr (promised, ==,
                   "Promised in the confirmation: 264.85\n"
                   "Mon\u00a026\u00a0Feb: 115.50, as promised\n"
                   "Tue\u00a027\u00a0Feb, still to come: 125.50\n"
                   "Taxes and levies: 23.85, as promised\n"
                   "Billed, with the nights to come: 264.85\nPaid until now: 0.00\n"
                   "Balance at departure: 264.85");
}

static void
test_record (void)
{
  g_autoptr (Bill) bill = bill_new_nights (HEAD "vat-level=invoice\n" AMSTERDAM, amsterdam_prices,
                                           1, NULL);
  g_autofree char *text = say (bill, DESK_EXPLAIN_LINE, 3, DESK_EXPLAIN_RECORD, "en");

  g_assert_cmpstr (text, ==,
                   "Line 3, number 1003 in the ledger, window 1\nRoom " ROOM "\n"
                   "Posted by " STAFF ", 27\u00a0Feb\u00a02024,\u00a000:26\n"
                   "Business date 26\u00a0February\u00a02024\n"
                   "For the night of 26\u00a0February\u00a02024\n"
                   "Code CITYTAX: City tax\nSet-up version 1\n"
                   "Rule city: 12.5% of the price without tax, on top of it\n"
                   "Rounding: to 0.01, halves upwards\nRounded once for each night\n"
                   "Stays when the price is lowered afterwards");
}

static void
test_no_such_line (void)
{
  g_autoptr (Bill) bill = bill_new_nights (HEAD "vat-level=invoice\n" AMSTERDAM, amsterdam_prices,
                                           1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_explain_from (&bill->source, DESK_EXPLAIN_LINE, 99, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
}

typedef struct
{
  const char   *exact;      /* in minor units */
  const char   *shown;
} ExactCase;

/* What goes on behind the shown decimals is cut, never rounded up. */
static const ExactCase exact_cases[] = {
  { "9900", "99.00" },
  { "0", "0.00" },
  { "-9900", "\u221299.00" },
  { "1225/2", "6.125" },
  { "990000/109", "90.8256…" },
  { "-990000/109", "\u221290.8256…" },
  { "4999999/1000000", "0.0499…" },
  { "1000000001/1000000", "10.00…" },
  { "1/100", "0.0001" },
  { "1/1000", "0.00…" },
};

static void
test_exact (void)
{
  g_autoptr (Bill) bill = bill_new (HEAD "vat-level=invoice\n" AMSTERDAM);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (exact_cases); i++)
    {
      g_autoptr (DeskMessage) message = desk_message_new (NULL, "{value}");
      g_autofree char *text = NULL;
      DeskRational value;

      g_assert_true (desk_rational_parse (exact_cases[i].exact, &value, NULL));
      desk_explain_put_exact (message, "value", value);
      text = desk_message_render (message, desk_catalog_get ("en"), bill->property);
      g_assert_cmpstr (text, ==, exact_cases[i].shown);
    }
}

/* A property with taxes of every sort, as the seed has it. */
static char *
random_property (void)
{
  static const char *const modes[] = { "half-up", "half-even", "down", "up" };
  static const char *const places[] = { "line", "night", "invoice" };
  static const char *const bases[] = { "net", "gross", "net+service" };
  GString *text = g_string_new (HEAD);
  int i;

  g_string_append (text, g_test_rand_bit () ? "vat-level=invoice\n" : "vat-level=line\n");
  g_string_append (text, ROOMS);
  g_string_append (text, "[code SVC]\nkind=tax\ntax=service\ntext=Service\n"
                         "[code LEVY]\nkind=tax\ntax=city;head;bed;once\ntext=Levy\n");
  for (i = 0; i < g_test_rand_int_range (1, 4); i++)
    g_string_append_printf (text, "[tax vat-%d]\nclass=%s\nkind=percent\nrate=%d.%d\n"
                                  "mode=inclusive\nround=%s\n",
                            i, g_test_rand_bit () ? "room" : "food",
                            g_test_rand_int_range (0, 30), g_test_rand_int_range (1, 10),
                            modes[g_test_rand_int_range (0, 4)]);
  g_string_append_printf (text, "[tax service]\nclass=room\nkind=percent\nrate=%d\n"
                                "mode=exclusive\n", g_test_rand_int_range (0, 20));
  g_string_append_printf (text, "[tax city]\nclass=room;food\nkind=percent\nrate=%d.5\n"
                                "mode=exclusive\nbase=%s\nround=%s\nround-at=%s\nvat=%s\n",
                          g_test_rand_int_range (0, 20), bases[g_test_rand_int_range (0, 3)],
                          modes[g_test_rand_int_range (0, 4)], places[g_test_rand_int_range (0, 3)],
                          g_test_rand_bit () ? "yes" : "no");
  if (g_test_rand_bit ())
    g_string_append_printf (text, "cap=%d.00\n", g_test_rand_int_range (0, 30));
  g_string_append_printf (text, "[tax head]\nclass=room\nkind=person-night\namount=%d.55\n"
                                "mode=exclusive\nmin-age=%d\nmax-nights=2\nstep=0.10\n",
                          g_test_rand_int_range (0, 5), g_test_rand_int_range (0, 18));
  g_string_append_printf (text, "[tax bed]\nclass=room\nkind=room-night\namount=%d.00\n"
                                "mode=exclusive\ncap=7.00\n", g_test_rand_int_range (0, 5));
  g_string_append (text, "[tax once]\nclass=room\nkind=stay\namount=3.00\nmode=exclusive\n");
  return g_string_free (text, FALSE);
}

static Bill *
random_bill (void)
{
  g_autofree char *property = random_property ();
  g_autoptr (GArray) ages = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskCharger) charger = NULL;
  gint64 prices[8] = { 0 };
  Bill *bill = bill_new (property);
  DeskChargeSpec dinner = { desk_property_get_code (bill->property, "BFST"), "desk",
                            g_test_rand_int_range (1, 5), g_test_rand_int_range (1, 9999), 1,
                            bill->arrival, ROOM, 0, g_test_rand_bit () ? "4711" : NULL, NULL };
  gint age;
  int i;

  for (i = 0; i < g_test_rand_int_range (0, 3); i++)
    {
      age = g_test_rand_int_range (0, 18);
      g_array_append_val (ages, age);
    }
  for (i = 0; i < g_test_rand_int_range (1, 7); i++)
    prices[i] = g_test_rand_int_range (1, 50000);

  charger = new_charger (bill, g_test_rand_int_range (1, 4), ages);
  g_assert_true (desk_charger_post (charger, &dinner, NULL, &error));
  post_nights (bill, charger, prices);
  g_assert_nonnull (desk_charger_new_payment (charger,
                                              desk_property_get_code (bill->property, "CARD"),
                                              g_test_rand_int_range (1, 90000), 1, &error));
  take_lines (bill, charger);
  make_vat (bill);
  bill->stay.promised = g_test_rand_int_range (1, 90000);
  return bill;
}

static void
check_text (const char *text,
            const char *lang,
            gboolean    for_guest)
{
  if (strpbrk (text, "{}") != NULL)
    g_error ("%s: a placeholder is left in \"%s\"", lang, text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (for_guest)
    {
      g_assert_null (strstr (text, ROOM));
      g_assert_null (strstr (text, STAFF));
    }
}

static void
check_topic (const Bill       *bill,
             DeskExplainTopic  topic,
             int               line,
             const char       *lang)
{
  g_autofree char *sentence = say (bill, topic, line, DESK_EXPLAIN_SENTENCE, lang);
  g_autofree char *arithmetic = say (bill, topic, line, DESK_EXPLAIN_ARITHMETIC, lang);
  g_autofree char *record = say (bill, topic, line, DESK_EXPLAIN_RECORD, lang);

  g_assert_cmpstr (sentence, !=, "");
  check_text (sentence, lang, TRUE);
  check_text (arithmetic, lang, TRUE);
  check_text (record, lang, FALSE);
}

static void
check_line (const Bill        *bill,
            const DeskPosting *line,
            const char        *lang)
{
  g_autofree char *sentence =
    say (bill, DESK_EXPLAIN_LINE, line->line, DESK_EXPLAIN_SENTENCE, lang);
  g_autofree char *arithmetic =
    say (bill, DESK_EXPLAIN_LINE, line->line, DESK_EXPLAIN_ARITHMETIC, lang);

  check_topic (bill, DESK_EXPLAIN_LINE, line->line, lang);
  if (line->kind == DESK_POSTING_PAYMENT)
    {
      /* Its sentence says all of it. */
      assert_has_amount (sentence, lang, -line->amount_minor, 2);
      g_assert_cmpstr (arithmetic, ==, "");
      return;
    }
  assert_has_amount (sentence, lang, line->amount_minor, 2);
  assert_has_amount (arithmetic, lang, line->amount_minor, 2);
}

/* The amounts of the rows of a total, without the two sums, are the balance. */
static void
check_total (const Bill *bill)
{
  g_autoptr (DeskExplanation) total = explain (bill, DESK_EXPLAIN_TOTAL, 0);
  gint64 sum = 0;
  guint i;

  for (i = 0; i < total->arithmetic->len; i++)
    {
      const DeskMessage *row = g_ptr_array_index (total->arithmetic, i);

      if (row->n_args == 2)
        sum += row->args[1].integer;
    }
  g_assert_cmpint (sum, ==, bill->folio.balance_minor);
}

static void
test_any_bill (void)
{
  int round;

  for (round = 0; round < 40; round++)
    {
      g_autoptr (Bill) bill = random_bill ();
      const char *const *languages = desk_catalog_list_languages ();

      check_total (bill);
      for (; *languages != NULL; languages++)
        {
          DeskExplainTopic topic;
          guint i;

          for (topic = DESK_EXPLAIN_TOTAL; topic <= DESK_EXPLAIN_BALANCE; topic++)
            check_topic (bill, topic, 0, *languages);
          for (i = 0; i < bill->folio.lines->len; i++)
            check_line (bill, g_ptr_array_index (bill->folio.lines, i), *languages);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/explain/golden", test_golden);
  g_test_add_func ("/explain/by-line", test_by_line);
  g_test_add_func ("/explain/words", test_words);
  g_test_add_func ("/explain/person-night", test_person_night);
  g_test_add_func ("/explain/promised", test_promised);
  g_test_add_func ("/explain/same-basis", test_same_basis);
  g_test_add_func ("/explain/to-come", test_to_come);
  g_test_add_func ("/explain/record", test_record);
  g_test_add_func ("/explain/no-such-line", test_no_such_line);
  g_test_add_func ("/explain/exact", test_exact);
  g_test_add_func ("/explain/any-bill", test_any_bill);

  return g_test_run ();
}
