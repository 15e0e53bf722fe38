/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-error.h"
#include "desk-property.h"

static char *
load_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "example", "property.ini",
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static DeskProperty *
parse_example (void)
{
  g_autofree char *text = load_example ();
  g_autoptr (GError) error = NULL;
  DeskProperty *property = desk_property_parse (text, -1, "property.ini", &error);

  g_assert_no_error (error);
  return property;
}

static void
test_example (void)
{
  g_autoptr (DeskProperty) property = parse_example ();
  const DeskRoomSpec *room = desk_property_get_room (property, "412");
  const DeskRatePlan *plan = desk_property_get_plan (property, "BB");
  const DeskCode *breakfast = desk_property_get_code (property, "BFST");
  const DeskPackagePart *part = g_ptr_array_index (plan->package, 0);
  const DeskUserSpec *user = g_ptr_array_index (property->users, 1);
  const DeskLimit *limit = g_ptr_array_index (property->limits, 0);

  g_assert_true (desk_property_get_user (property, user->login) == user);
  g_assert_cmpstr (desk_property_say_user (property, user->login), ==, user->name);
  g_assert_null (desk_property_get_user (property, "gone"));
  g_assert_cmpstr (desk_property_say_user (property, "gone"), ==, "gone");
  g_assert_cmpstr (desk_property_say_user (property, NULL), ==, NULL);

  g_assert_cmpstr (property->name, ==, "Hotel Aan het Water");
  g_assert_cmpstr (property->currency, ==, "EUR");
  g_assert_cmpint (property->digits, ==, 2);
  g_assert_cmpint (property->business_date, ==, desk_date_from_dmy (26, 2, 2024));
  g_assert_cmpint (property->vat_level, ==, DESK_VAT_LEVEL_INVOICE);
  g_assert_cmpint (property->cash_step_minor, ==, 0);

  g_assert_cmpstr (room->type, ==, "SUP");
  g_assert_cmpstr (room->features[1], ==, "view");
  g_assert_true (desk_property_has_type (property, "DLX"));
  g_assert_false (desk_property_has_type (property, "STD"));

  g_assert_true (plan->has_price);
  g_assert_cmpint (plan->price_minor, ==, 10900);
  g_assert_cmpstr (plan->code, ==, "ROOM");
  g_assert_cmpstr (part->code, ==, "BFST");
  g_assert_cmpint (part->basis, ==, DESK_QUANTITY_ADULTS);
  g_assert_false (part->has_price);
  g_assert_cmpstr (plan->included[0], ==, "WIFI");

  g_assert_cmpint (breakfast->price_minor, ==, 1650);
  g_assert_cmpstr (desk_words_get (&breakfast->words, "fi", NULL), ==, "Aamiainen");
  g_assert_cmpstr (desk_words_get (&breakfast->words, "fi_FI", NULL), ==, "Aamiainen");
  g_assert_cmpstr (desk_words_get (&breakfast->words, "nb", NULL), ==, "Breakfast");
  g_assert_cmpstr (desk_words_get (&breakfast->words, NULL, "x"), ==, "Breakfast");
  g_assert_cmpstr (desk_words_get (&plan->words, "fi", "BB"), ==, "BB");

  g_assert_cmpint (limit->role, ==, DESK_ROLE_ASSOCIATE);
  g_assert_cmpstr (limit->kind, ==, "goodwill");
  g_assert_cmpint (limit->amount_minor, ==, 5000);
  g_assert_true (desk_rational_equal (limit->percent, desk_rational_from_int (15)));
  g_assert_cmpint (user->role, ==, DESK_ROLE_NIGHT_AUDITOR);
  g_assert_cmpstr (user->pin, ==, "4712");
  g_assert_cmpstr (desk_property_get_reason (property, "noise")->kinds[1], ==, "goodwill");
  g_assert_null (desk_property_get_code (property, "SPA"));
  g_assert_true (desk_property_get_code (property, "CASH")->cash);
  g_assert_false (desk_property_get_code (property, "CARD")->cash);
}

static void
test_example_taxes (void)
{
  g_autoptr (DeskProperty) property = parse_example ();
  const DeskTax *vat = desk_property_get_tax (property, "vat-9");
  const DeskTax *city = desk_property_get_tax (property, "city");

  g_assert_cmpuint (property->taxes->len, ==, 4);
  g_assert_cmpuint (vat->index, ==, 0);
  g_assert_cmpint (vat->mode, ==, DESK_TAX_INCLUSIVE);
  g_assert_true (vat->vat);
  g_assert_null (vat->code);
  g_assert_cmpint (vat->from, ==, DESK_DATE_NONE);
  g_assert_cmpint (vat->to, ==, desk_date_from_dmy (31, 12, 2025));
  g_assert_cmpint (vat->max_nights, ==, -1);
  g_assert_cmpint (vat->cap_minor, ==, -1);
  g_assert_cmpint (vat->step_minor, ==, 1);

  g_assert_cmpuint (city->index, ==, 3);
  g_assert_cmpint (city->mode, ==, DESK_TAX_EXCLUSIVE);
  g_assert_cmpint (city->round_at, ==, DESK_ROUND_AT_NIGHT);
  g_assert_cmpstr (city->rate_text, ==, "12.5");
  g_assert_true (city->rate.num == 25 && city->rate.den == 2);
  g_assert_false (city->vat);
  g_assert_true (city->reducible);
  g_assert_cmpstr (city->code, ==, "CITYTAX");
}

/* Everything a file may say, in few lines; the broken files are made from it. */
static const char base[] =
  "[property]\n"
  "name=Hotel Aurora\n"
  "currency=EUR\n"
  "minor-digits=2\n"
  "time-zone=Europe/Helsinki\n"
  "business-date=2026-09-04\n"
  "vat-level=line\n"
  "address=Rantatie 1\\n00100 Helsinki\n"
  "cash-step=0.05\n"
  "\n"
  "# one room\n"
  "[room 101]\n"
  "type=STD\n"
  "floor=1\n"
  "features=quiet;sea view\n"
  "[room AB12c]\n"
  "type=SUP\n"
  "\n"
  "[rate-plan BB]\n"
  "text=Room with breakfast\n"
  "text[pt_BR]=Quarto\n"
  "price=119.00\n"
  "price[SUP]=139.00\n"
  "code=ROOM\n"
  "package=BFST:persons;PARK:2;BFST\n"
  "included=WIFI\n"
  "\n"
  "[code ROOM]\n"
  "kind=charge\n"
  "class=room\n"
  "[code BFST]\n"
  "kind=charge\n"
  "class=food\n"
  "price=14.00\n"
  "words=breakfast;aamiainen\n"
  "[code PARK]\n"
  "kind=charge\n"
  "price=10\n"
  "[code WIFI]\n"
  "kind=charge\n"
  "[code LEVY]\n"
  "kind=tax\n"
  "tax=levy;city;onlevy\n"
  "text=Levies\n"
  "[code CASH]\n"
  "kind=payment\n"
  "\n"
  "[tax vat]\n"
  "class=room;food\n"
  "kind=percent\n"
  "rate=13.50\n"
  "mode=inclusive\n"
  "[tax fund]\n"
  "class=room\n"
  "kind=percent\n"
  "rate=1\n"
  "mode=inclusive\n"
  "base=gross\n"
  "[tax levy]\n"
  "class=room\n"
  "kind=person-night\n"
  "amount=2.00\n"
  "min-age=18\n"
  "max-nights=5\n"
  "cap=20.00\n"
  "own-tax=onlevy;vat\n"
  "[tax city]\n"
  "class=room\n"
  "from=2026-01-01\n"
  "to=2026-12-31\n"
  "kind=percent\n"
  "rate=5\n"
  "mode=exclusive\n"
  "base=net+vat;fund\n"
  "round=half-even\n"
  "step=0.10\n"
  "round-at=invoice\n"
  "vat=yes\n"
  "reducible=yes\n"
  "[tax onlevy]\n"
  "kind=percent\n"
  "rate=10\n"
  "mode=exclusive\n"
  "\n"
  "[reason noise]\n"
  "kind=goodwill;move\n"
  "features=quiet\n"
  "words=loud\n"
  "[limit associate goodwill]\n"
  "amount=50.00\n"
  "percent=15\n"
  "[limit manager sweep]\n"
  "amount=500.00\n"
  "[user anna]\n"
  "name=Anna Bakker\n"
  "role=associate\n"
  "pin=4711\n";

/**
 * BrokenCase:
 * @from: text of the base
 * @to: what stands there instead
 * @down: how many lines below the beginning of @from the mistake is
 * @group: the group that is named
 * @key: the key that is named
 * @words: part of the message
 */
typedef struct
{
  const char *from;
  const char *to;
  int         down;
  const char *group;
  const char *key;
  const char *words;
} BrokenCase;

static const BrokenCase broken_cases[] = {
  /* The form of the file */
  { "# one room\n", "one room\n", 0, "property", NULL, "neither a group" },
  { "# one room\n", "=1\n", 0, "property", NULL, "neither a group" },
  { "# one room\n", "a b=1\n", 0, "property", NULL, "neither a group" },
  { "# one room\n", "text[=1\n", 0, "property", NULL, "neither a group" },
  { "# one room\n", "text[]=1\n", 0, "property", NULL, "neither a group" },
  { "# one room\n", "\xff\n", 0, NULL, NULL, "UTF-8" },
  { "# one room\n", "#\xc3\n", 0, NULL, NULL, "UTF-8" },
  { "# one room\n", "\x01=\n", 0, "property", NULL, "control character" },
  { "[room AB12c]\n", "[room AB\u200b12c]\n", 0, NULL, NULL, "nobody sees (U+200B)" },
  { "name=Hotel Aurora\n", "name=Hotel \u202earoruA\n", 0, "property", "name",
    "nobody sees (U+202E)" },
  { "name=Hotel Aurora\n", "name=Hotel\x1b[1m\n", 0, "property", "name",
    "control character in it (U+001B)" },
  { "name=Hotel Aurora\n", "na\ufeffme=Hotel\n", 0, "property", NULL, "nobody sees (U+FEFF)" },
  { "[property]\n", "name=x\n[property]\n", 0, NULL, "name", "before the first group" },
  { "[property]\n", "", 0, NULL, "name", "before the first group" },
  { "[room AB12c]\n", "[room AB12c\n", 0, NULL, NULL, "in brackets" },
  { "[room AB12c]\n", "[]\n", 0, NULL, NULL, "in brackets" },
  { "[room AB12c]\n", "[room AB12c] x\n", 0, NULL, NULL, "in brackets" },
  { "[room AB12c]\n", "[room [1]\n", 0, NULL, NULL, "in brackets" },
  { "[room AB12c]\n", "[room 101]\n", 0, "room 101", NULL, "given twice, first in line 12" },
  { "[user anna]\n", "[property]\n", 0, "property", NULL, "given twice" },
  { "floor=1\n", "floor=1\ntype=SUP\n", 1, "room 101", "type", "given twice, first in line 13" },
  { "text[pt_BR]=Quarto\n", "text[x]=a\ntext[x]=b\n", 1, "rate-plan BB", "text[x]", "twice" },
  { "[reason noise]\n", "[excuse noise]\n", 0, "excuse noise", NULL, "no such kind of group" },
  { "[reason noise]\n", "[Reason noise]\n", 0, "Reason noise", NULL, "no such kind of group" },
  { "[reason noise]\n", "[reason]\n", 0, "reason", NULL, "no name" },
  { "[reason noise]\n", "[reason a b]\n", 0, "reason a b", NULL, "1 to 64 characters" },
  { "[reason noise]\n", "[reason a:b]\n", 0, "reason a:b", NULL, "1 to 64 characters" },
  { "[reason noise]\n", "[property two]\n", 0, "property two", NULL, "has no name" },
  { "floor=1\n", "colour=red\n", 0, "room 101", "colour", "no such key" },
  { "floor=1\n", "text=x\n", 0, "room 101", "text", "no such key" },
  { "floor=1\n", "text[fi]=x\n", 0, "room 101", "text[fi]", "no such key" },
  { "name=Hotel Aurora\n", "name=x\nname[fi]=y\n", 1, "property", "name[fi]", "no such key" },
  { "vat-level=line\n", "vat-level=line\nEncoding=latin1\n", 1, "property", "Encoding", "no such" },

  /* [property] */
  { "name=Hotel Aurora\n", "", -1, "property", "name", "missing" },
  { "name=Hotel Aurora\n", "name=\n", 0, "property", "name", "empty" },
  { "name=Hotel Aurora\n", "name=a\\q\n", 0, "property", "name", "backslash" },
  { "name=Hotel Aurora\n", "name=a\\nb\n", 0, "property", "name", "one line" },
  { "features=quiet;sea view\n", "features=a\\q\n", 0, "room 101", "features", "backslash" },
  { "currency=EUR\n", "", -2, "property", "currency", "missing" },
  { "currency=EUR\n", "currency=eur\n", 0, "property", "currency", "three capital" },
  { "currency=EUR\n", "currency=EURO\n", 0, "property", "currency", "three capital" },
  { "minor-digits=2\n", "minor-digits=5\n", 0, "property", "minor-digits", "from 0 to 4" },
  { "minor-digits=2\n", "minor-digits=-1\n", 0, "property", "minor-digits", "from 0 to 4" },
  { "minor-digits=2\n", "minor-digits=two\n", 0, "property", "minor-digits", "from 0 to 4" },
  { "minor-digits=2\n", "minor-digits=1\n", 5, "property", "cash-step", "at most 1 decimals" },
  { "Europe/Helsinki\n", "Europe/Atlantis\n", 0, "property", "time-zone", "not a time zone" },
  { "Europe/Helsinki\n", "Europe/\n", 0, "property", "time-zone", "not a time zone" },
  { "Europe/Helsinki\n", "Europe\n", 0, "property", "time-zone", "not a time zone" },
  { "Europe/Helsinki\n", "+02:00\n", 0, "property", "time-zone", "not a time zone" },
  { "Europe/Helsinki\n", "Europe/../UTC\n", 0, "property", "time-zone", "not a time zone" },
  { "2026-09-04\n", "04.09.2026\n", 0, "property", "business-date", "not a date" },
  { "2026-09-04\n", "2026-02-29\n", 0, "property", "business-date", "no such day" },
  { "vat-level=line\n", "vat-level=night\n", 0, "property", "vat-level", "none of line, invoice" },
  { "vat-level=line\n", "", -6, "property", "vat-level", "missing" },
  { "cash-step=0.05\n", "cash-step=0.055\n", 0, "property", "cash-step", "at most 2 decimals" },

  /* [room N] */
  { "[room 101]\n", "[room 12345]\n", 0, "room 12345", NULL, "a room's number" },
  { "[room 101]\n", "[room ABC1]\n", 0, "room ABC1", NULL, "a room's number" },
  { "[room 101]\n", "[room A]\n", 0, "room A", NULL, "a room's number" },
  { "type=STD\n", "", -1, "room 101", "type", "missing" },
  { "type=STD\n", "type=Standard room\n", 0, "room 101", "type", "one word" },
  { "type=STD\n", "type=\n", 0, "room 101", "type", "one word" },
  { "features=quiet;sea view\n", "features=quiet;;view\n", 0, "room 101", "features", "empty" },
  { "features=quiet;sea view\n", "features=a;a\n", 0, "room 101", "features", "twice" },

  /* [rate-plan X] */
  { "price=119.00\n", "price=119,00\n", 0, "rate-plan BB", "price", "decimal sign is a point" },
  { "price=119.00\n", "price=-1.00\n", 0, "rate-plan BB", "price", "no sign" },
  { "price=119.00\n", "price=1e2\n", 0, "rate-plan BB", "price", "only digits" },
  { "price=119.00\n", "price=\n", 0, "rate-plan BB", "price", "a digit is missing" },
  { "price=119.00\n", "price=119.00 \n", 0, "rate-plan BB", "price", "no spaces" },
  { "price[SUP]=139.00\n", "price[SUP]=dear\n", 0, "rate-plan BB", "price[SUP]", "only digits" },
  { "price[SUP]=139.00\n", "price[DLX]=139.00\n", 0, "rate-plan BB", "price[DLX]",
    "no room is of the type \"DLX\"" },
  { "price[SUP]=139.00\n", "price[SUP=139.00\n", 0, "rate-plan BB", NULL, "neither" },
  { "code=ROOM\n", "code=SUITE\n", 0, "rate-plan BB", "code", "no code \"SUITE\"" },
  { "code=ROOM\n", "code=CASH\n", 0, "rate-plan BB", "code", "not a code of kind=charge" },
  { "PARK:2;BFST\n", "PARK:0\n", 0, "rate-plan BB", "package", "CODE:QUANTITY" },
  { "PARK:2;BFST\n", "PARK:1.5\n", 0, "rate-plan BB", "package", "CODE:QUANTITY" },
  { "PARK:2;BFST\n", "PARK:guests\n", 0, "rate-plan BB", "package", "CODE:QUANTITY" },
  { "PARK:2;BFST\n", "PARK:\n", 0, "rate-plan BB", "package", "CODE:QUANTITY" },
  { "PARK:2;BFST\n", "SPA\n", 0, "rate-plan BB", "package", "no code \"SPA\"" },
  { "PARK:2;BFST\n", "WIFI\n", 0, "rate-plan BB", "package", "has no price" },
  { "PARK:2;BFST\n", "CASH\n", 0, "rate-plan BB", "package", "not a code of kind=charge" },
  { "included=WIFI\n", "included=SAUNA\n", 0, "rate-plan BB", "included", "no code \"SAUNA\"" },

  /* [code X] */
  { "[code ROOM]\nkind=charge\n", "[code ROOM]\n", 0, "code ROOM", "kind", "missing" },
  { "[code ROOM]\nkind=charge\n", "[code ROOM]\nkind=sale\n", 1, "code ROOM", "kind", "none of" },
  { "class=room\n[code BFST]", "class=a;b\n[code BFST]", 0, "code ROOM", "class", "one word" },
  { "kind=payment\n", "kind=payment\nclass=a\n", 1, "code CASH", "class", "only kind=charge" },
  { "kind=payment\n", "kind=payment\ntax=city\n", 1, "code CASH", "tax", "only kind=tax" },
  { "kind=payment\n", "kind=payment\ncash=1\n", 1, "code CASH", "cash", "none of" },
  { "price=10\n", "price=10\ncash=yes\n", 1, "code PARK", "cash", "only kind=payment" },
  { "tax=levy;city;onlevy\n", "", -2, "code LEVY", "tax", "missing" },
  { "tax=levy;city;onlevy\n", "tax=\n", 0, "code LEVY", "tax", "names no tax" },
  { "tax=levy;city;onlevy\n", "tax=levy;town\n", 0, "code LEVY", "tax", "no tax \"town\"" },
  { "tax=levy;city;onlevy\n", "tax=levy;levy\n", 0, "code LEVY", "tax", "twice" },
  { "tax=levy;city;onlevy\n", "tax=levy;city;onlevy;vat\n", 0, "code LEVY", "tax", "inclusive" },
  { "[code CASH]\n", "[code TWO]\nkind=tax\ntax=city\n[code CASH]\n", 2, "code TWO", "tax",
    "under the code LEVY already" },

  /* [tax X] */
  { "kind=percent\nrate=13.50\n", "rate=13.50\n", -2, "tax vat", "kind", "missing" },
  { "kind=percent\nrate=13.50\n", "kind=vat\nrate=13.50\n", 0, "tax vat", "kind", "none of" },
  { "rate=13.50\n", "", -3, "tax vat", "rate", "missing" },
  { "rate=13.50\n", "rate=13,5\n", 0, "tax vat", "rate",
    "\"13,5\" is not a percent: one decimal point" },
  { "rate=13.50\n", "rate=13.5%\n", 0, "tax vat", "rate", "not a percent" },
  { "rate=13.50\n", "rate=-1\n", 0, "tax vat", "rate", "no sign" },
  { "rate=13.50\n", "rate=.5\n", 0, "tax vat", "rate", "not a percent" },
  { "rate=13.50\n", "rate=5.\n", 0, "tax vat", "rate", "not a percent" },
  { "rate=13.50\n", "rate=0.1234567\n", 0, "tax vat", "rate", "6 decimals" },
  { "rate=13.50\n", "rate=1000.000001\n", 0, "tax vat", "rate", "more than 1000" },
  { "rate=13.50\n", "rate=13.50\namount=1\n", 1, "tax vat", "amount", "a rate, not an amount" },
  { "amount=2.00\n", "rate=2\n", -3, "tax levy", "amount", "missing" },
  { "amount=2.00\n", "amount=2.00\nrate=2\n", 1, "tax levy", "rate", "only kind=percent" },
  { "amount=2.00\n", "amount=2.001\n", 0, "tax levy", "amount", "at most 2 decimals" },
  { "amount=2.00\n", "amount=2.00\nmode=inclusive\n", 1, "tax levy", "mode", "only kind=percent" },
  { "amount=2.00\n", "amount=2.00\nbase=net\n", 1, "tax levy", "base", "only kind=percent" },
  { "amount=2.00\n", "amount=2.00\nvat=no\n", 1, "tax levy", "vat", "only kind=percent" },
  { "amount=2.00\n", "amount=2.00\nround-at=line\n", 1, "tax levy", "round-at", "exclusive" },
  { "rate=13.50\nmode=inclusive\n", "rate=13.50\n", -3, "tax vat", "mode", "missing" },
  { "rate=13.50\nmode=inclusive\n", "rate=13.50\nmode=in\n", 1, "tax vat", "mode", "none of" },
  { "mode=inclusive\n", "mode=inclusive\nround-at=line\n", 1, "tax vat", "round-at", "exclusive" },
  { "mode=inclusive\n", "mode=inclusive\ncap=1\n", 1, "tax vat", "cap", "exclusive" },
  { "mode=inclusive\n", "mode=inclusive\nown-tax=fund\n", 1, "tax vat", "own-tax", "exclusive" },
  { "mode=inclusive\n", "mode=inclusive\nmin-age=1\n", 1, "tax vat", "min-age", "person-night" },
  { "base=net+vat;fund\n", "base=net+\n", 0, "tax city", "base", "names no tax" },
  { "base=net+vat;fund\n", "base=net+vat;;fund\n", 0, "tax city", "base", "no tax \"\"" },
  { "base=net+vat;fund\n", "base=net+town\n", 0, "tax city", "base", "no tax \"town\"" },
  { "base=net+vat;fund\n", "base=net+city\n", 0, "tax city", "base", "earlier" },
  { "base=net+vat;fund\n", "base=net+onlevy\n", 0, "tax city", "base", "earlier" },
  { "base=net+vat;fund\n", "base=net+levy\n", 0, "tax city", "base", "not of kind=percent" },
  { "base=net+vat;fund\n", "base=net+vat;vat\n", 0, "tax city", "base", "twice" },
  { "base=net+vat;fund\n", "base=total\n", 0, "tax city", "base", "none of net, gross" },
  { "[tax onlevy]\nkind=percent\nrate=10\nmode=exclusive\n",
    "[tax onlevy]\nkind=percent\nrate=10\nmode=inclusive\nbase=net+city\n", 4, "tax onlevy", "base",
    "inclusive tax cannot stand on \"city\"" },
  { "round=half-even\n", "round=nearest\n", 0, "tax city", "round", "none of half-up" },
  { "step=0.10\n", "step=0.00\n", 0, "tax city", "step", "more than 0" },
  { "step=0.10\n", "step=0.001\n", 0, "tax city", "step", "at most 2 decimals" },
  { "round-at=invoice\n", "round-at=stay\n", 0, "tax city", "round-at", "none of line" },
  { "max-nights=5\n", "max-nights=-1\n", 0, "tax levy", "max-nights", "whole number" },
  { "max-nights=5\n", "max-nights=1.5\n", 0, "tax levy", "max-nights", "whole number" },
  { "kind=person-night\namount=2.00\nmin-age=18\n", "kind=stay\namount=2.00\n", 2,
    "tax levy", "max-nights", "kind=stay" },
  { "kind=person-night\n", "kind=room-night\n", 2, "tax levy", "min-age", "person-night" },
  { "min-age=18\n", "min-age=151\n", 0, "tax levy", "min-age", "0 to 150" },
  { "cap=20.00\n", "cap=-20.00\n", 0, "tax levy", "cap", "no sign" },
  { "vat=yes\n", "vat=true\n", 0, "tax city", "vat", "none of no, yes" },
  { "reducible=yes\n", "reducible=1\n", 0, "tax city", "reducible", "none of no, yes" },
  { "to=2026-12-31\n", "to=2025-12-31\n", 0, "tax city", "to", "before it begins" },
  { "from=2026-01-01\n", "from=2026-1-1\n", 0, "tax city", "from", "not a date" },
  { "class=room;food\n", "class=room; food\n", 0, "tax vat", "class", "one word" },
  { "own-tax=onlevy;vat\n", "own-tax=town\n", 0, "tax levy", "own-tax", "no tax \"town\"" },
  { "own-tax=onlevy;vat\n", "own-tax=levy\n", 0, "tax levy", "own-tax", "not of kind=percent" },
  { "own-tax=onlevy;vat\n", "own-tax=\n", 0, "tax levy", "own-tax", "names no tax" },
  { "reducible=yes\n", "own-tax=city\n", 0, "tax city", "own-tax", "stand later" },
  { "[tax onlevy]\n", "[tax onlevy]\nown-tax=vat\n", -14, "tax levy", "own-tax", "of its own" },
  { "[tax onlevy]\nkind=percent\nrate=10\nmode=exclusive\n",
    "[tax onlevy]\nkind=percent\nrate=10\nmode=exclusive\nown-tax=city\n", -14,
    "tax levy", "own-tax", "of its own" },
  { "tax=levy;city;onlevy\n", "tax=levy;onlevy\n", 24, "tax city", NULL, "no code of kind=tax" },
  { "rate=1\nmode=inclusive\n", "rate=100\nmode=inclusive\n", 0, "tax fund", "rate", "less than" },

  /* [reason X], [limit ROLE KIND], [user X] */
  { "kind=goodwill;move\n", "", -1, "reason noise", "kind", "missing" },
  { "kind=goodwill;move\n", "kind=\n", 0, "reason noise", "kind", "names no kind" },
  { "kind=goodwill;move\n", "kind=goodwill;sorry\n", 0, "reason noise", "kind", "\"sorry\"" },
  { "kind=goodwill;move\n", "kind=goodwill;correction\n", 0, "reason noise", "kind", "never" },
  { "kind=goodwill;move\n", "kind=goodwill;move\ncause=nobody\n", 1, "reason noise", "cause",
    "\"nobody\"" },
  { "[limit associate goodwill]\n", "[limit associate goodwill]\ntypes=1\n", 1,
    "limit associate goodwill", "types", "only an upgrade" },
  { "[limit associate goodwill]\n", "[limit clerk goodwill]\n", 0, "limit clerk goodwill", NULL,
    "not a role" },
  { "[limit associate goodwill]\n", "[limit associate gifts]\n", 0, "limit associate gifts", NULL,
    "not a kind" },
  { "[limit associate goodwill]\n", "[limit associate]\n", 0, "limit associate", NULL,
    "ROLE KIND" },
  { "amount=500.00\n", "", -1, "limit manager sweep", NULL, "an amount, a percent or types" },
  { "percent=15\n", "percent=15%\n", 0, "limit associate goodwill", "percent", "not a percent" },
  { "name=Anna Bakker\n", "", -1, "user anna", "name", "missing" },
  { "role=associate\n", "role=boss\n", 0, "user anna", "role", "\"boss\" is not a role" },
  { "role=associate\n", "", -2, "user anna", "role", "missing" },
  { "pin=4711\n", "", -3, "user anna", "pin", "missing" },
  { "pin=4711\n", "pin=471\n", 0, "user anna", "pin", "4 to 32 characters" },
  { "pin=4711\n", "pin=123456789012345678901234567890123\n", 0, "user anna", "pin", "4 to 32" },

  /* [bookings] */
  { "[user anna]\n", "[bookings]\ntype[A]=PENT\n[user anna]\n", 1, "bookings", "type[A]",
    "no room is of the type" },
  { "[user anna]\n", "[bookings]\nplan[HB]=GONE\n[user anna]\n", 1, "bookings", "plan[HB]",
    "there is no rate plan" },
  { "[user anna]\n", "[bookings]\nplan=GONE\n[user anna]\n", 1, "bookings", "plan",
    "there is no rate plan" },
  { "[user anna]\n", "[bookings]\nhotel=City\n[user anna]\n", 1, "bookings", "hotel",
    "no such key" },
  { "[user anna]\n", "[bookings x]\n[user anna]\n", 0, "bookings x", NULL, "has no name" },
};

static int
line_of (const char *text,
         const char *place)
{
  int line = 1;

  for (; text < place; text++)
    line += *text == '\n';
  return line;
}

static void
check_broken (const BrokenCase *one)
{
  const char *place = strstr (base, one->from);
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  const DeskErrorPlace *where;

  g_assert_nonnull (place);
  text = g_string_new_len (base, place - base);
  g_string_append (text, one->to);
  g_string_append (text, place + strlen (one->from));

  g_assert_null (desk_property_parse (text->str, (gssize) text->len, "hotel.ini", &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
  g_test_message ("%s", error->message);
  where = desk_error_get_place (error);
  g_assert_cmpstr (where->file, ==, "hotel.ini");
  g_assert_cmpstr (where->group, ==, one->group);
  g_assert_cmpstr (where->key, ==, one->key);
  g_assert_cmpint (where->line, ==, line_of (base, place) + one->down);
  g_assert_nonnull (strstr (error->message, one->words));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strstr (error->message, "4711"));
}

static void
test_broken (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (broken_cases); i++)
    check_broken (&broken_cases[i]);
}

static void
test_message (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nameless = NULL;

  g_assert_null (desk_property_parse ("[property]\nname=\n", -1, "hotel.ini", &error));
  g_assert_cmpstr (error->message, ==, "hotel.ini:1: [property] currency: the key is missing");
  g_assert_null (desk_property_parse ("\n[tax x]\ncolour=1\n", -1, NULL, &nameless));
  g_assert_cmpstr (nameless->message, ==, "line 3: [tax x] colour: there is no such key");
}

static void
test_base (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskProperty) property = desk_property_parse (base, -1, "hotel.ini", &error);
  const DeskTax *levy;
  const DeskTax *city;
  const DeskRatePlan *plan;
  const DeskPackagePart *part;
  gint64 minor;

  g_assert_no_error (error);
  levy = desk_property_get_tax (property, "levy");
  city = desk_property_get_tax (property, "city");
  plan = desk_property_get_plan (property, "BB");

  g_assert_cmpstr (property->address, ==, "Rantatie 1\n00100 Helsinki");
  g_assert_cmpint (property->cash_step_minor, ==, 5);
  g_assert_cmpstr (desk_words_get (&plan->words, "pt_BR", NULL), ==, "Quarto");
  g_assert_true (desk_rate_plan_get_list_price (plan, "SUP", &minor));
  g_assert_cmpint (minor, ==, 13900);
  g_assert_true (desk_rate_plan_get_list_price (plan, "STD", &minor));
  g_assert_cmpint (minor, ==, 11900);
  g_assert_cmpuint (plan->package->len, ==, 3);
  part = g_ptr_array_index (plan->package, 1);
  g_assert_cmpint (part->quantity, ==, 2);
  part = g_ptr_array_index (plan->package, 2);
  g_assert_cmpint (part->basis, ==, DESK_QUANTITY_FIXED);
  g_assert_cmpint (part->quantity, ==, 1);
  g_assert_cmpstr (desk_property_get_code (property, "BFST")->words_typed[1], ==, "aamiainen");
  g_assert_cmpstr (desk_property_get_reason (property, "noise")->words_typed[0], ==, "loud");
  g_assert_cmpstr (desk_property_get_reason (property, "noise")->features[0], ==, "quiet");

  g_assert_cmpint (levy->kind, ==, DESK_TAX_PERSON_NIGHT);
  g_assert_cmpint (levy->mode, ==, DESK_TAX_EXCLUSIVE);
  g_assert_cmpstr (levy->rate_text, ==, "0");
  g_assert_cmpint (levy->min_age, ==, 18);
  g_assert_cmpint (levy->max_nights, ==, 5);
  g_assert_cmpint (levy->cap_minor, ==, 2000);
  g_assert_cmpuint (levy->own->len, ==, 2);
  g_assert_cmpuint (g_array_index (levy->own, guint, 0), ==, 4);
  g_assert_cmpuint (g_array_index (levy->own, guint, 1), ==, 0);
  g_assert_cmpint (city->base, ==, DESK_TAX_BASE_NET_PLUS);
  g_assert_cmpuint (city->plus->len, ==, 2);
  g_assert_cmpuint (g_array_index (city->plus, guint, 1), ==, 1);
  g_assert_cmpint (city->rounding, ==, DESK_ROUNDING_HALF_EVEN);
  g_assert_cmpint (city->step_minor, ==, 10);
  g_assert_cmpint (city->round_at, ==, DESK_ROUND_AT_INVOICE);
  g_assert_true (city->vat);
  g_assert_cmpstr (desk_property_get_tax (property, "vat")->rate_text, ==, "13.5");
}

/**
 * InclusiveCase:
 * @taxes: groups of inclusive taxes on the class room
 * @wrong: (nullable): the one that leaves no net
 */
typedef struct
{
  const char *taxes;
  const char *wrong;
} InclusiveCase;

#define INCLUSIVE "kind=percent\nmode=inclusive\nclass=room\n"

static const InclusiveCase inclusive_cases[] = {
  { "[tax a]\n" INCLUSIVE "base=gross\nrate=99.999999\n", NULL },
  { "[tax a]\n" INCLUSIVE "base=gross\nrate=60\n[tax b]\n" INCLUSIVE "base=gross\nrate=40\n",
    "tax b" },
  { "[tax a]\n" INCLUSIVE "base=gross\nrate=60\nto=2025-12-31\n"
    "[tax b]\n" INCLUSIVE "base=gross\nrate=40\nfrom=2026-01-01\n", NULL },
  { "[tax a]\n" INCLUSIVE "base=gross\nrate=60\nto=2026-01-01\n"
    "[tax b]\n" INCLUSIVE "base=gross\nrate=40\nfrom=2026-01-01\n", "tax b" },
  { "[tax a]\n" INCLUSIVE "base=gross\nrate=60\n[tax b]\n" INCLUSIVE "base=net+a\nrate=50\n",
    NULL },
  { "[tax a]\n" INCLUSIVE "base=gross\nrate=60\n[tax b]\n" INCLUSIVE "base=net+a\nrate=67\n",
    "tax b" },
  { "[tax a]\n" INCLUSIVE "rate=1000\n[tax b]\n" INCLUSIVE "base=net+a\nrate=1000\n", NULL },
  { "[tax a]\n" INCLUSIVE "base=gross\nrate=60\n"
    "[tax b]\nkind=percent\nmode=inclusive\nclass=food\nbase=gross\nrate=60\n", NULL },
  { "[tax a]\nkind=percent\nmode=inclusive\nbase=gross\nrate=100\n", "tax a" },
  { "[tax a]\n" INCLUSIVE "base=gross\nrate=60\n"
    "[tax b]\nkind=percent\nmode=inclusive\nclass=food\nbase=gross\nrate=60\n"
    "[tax c]\nkind=stay\namount=1\nown-tax=b;a\n[code C]\nkind=tax\ntax=c\n", "tax b" },
};

static void
test_inclusive (void)
{
  const char *end = strstr (base, "cash-step");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (inclusive_cases); i++)
    {
      const InclusiveCase *one = &inclusive_cases[i];
      g_autofree char *head = g_strndup (base, (gsize) (end - base));
      g_autofree char *text = g_strconcat (head, one->taxes, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskProperty) property = desk_property_parse (text, -1, NULL, &error);

      if (one->wrong == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (property);
        }
      else
        {
          g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
          g_assert_cmpstr (desk_error_get_place (error)->group, ==, one->wrong);
          g_assert_cmpstr (desk_error_get_place (error)->key, ==, "rate");
        }
    }
}

static void
check_whole (const char *text,
             gsize       length,
             const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_property_parse (text, (gssize) length, "hotel.ini", &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpstr (desk_error_get_place (error)->file, ==, "hotel.ini");
}

/* What is wrong with a file as a whole. */
static void
test_whole (void)
{
  g_autofree char *large = g_strnfill (4 * 1024 * 1024 + 1, '\n');
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *long_group = g_strdup_printf ("%s[code %s]\nkind=payment\n", base, long_name);
  g_autofree char *long_text = g_strnfill (1001, 'x');
  g_autofree char *long_value = g_strdup_printf ("%s[code X]\nkind=payment\ntext=%s\n", base,
                                                 long_text);

  check_whole ("", 0, "[property]");
  check_whole ("# nothing\n", 10, "[property]");
  check_whole ("[property]\nname=a\0b\n", 20, "NUL");
  check_whole (large, strlen (large), "4 MiB");
  check_whole (long_group, strlen (long_group), "1 to 64 characters");
  check_whole (long_value, strlen (long_value), "1000 characters");
}

/* A byte order mark and line ends of another system change nothing. */
static void
test_line_ends (void)
{
  g_auto (GStrv) lines = g_strsplit (base, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);
  g_autofree char *text = g_strconcat ("\xef\xbb\xbf", joined, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskProperty) plain = desk_property_parse (base, -1, NULL, NULL);
  g_autoptr (DeskProperty) other = desk_property_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plain->canonical, ==, other->canonical);
}

static void
check_canonical (const char *text)
{
  g_autoptr (DeskProperty) first = desk_property_parse (text, -1, NULL, NULL);
  g_autoptr (DeskProperty) again = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  g_assert_null (strstr (first->canonical, "pin="));
  g_assert_null (strstr (first->canonical, "#"));
  again = desk_property_parse_stored (first->canonical, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->canonical, ==, first->canonical);

  g_assert_cmpuint (again->users->len, ==, first->users->len);
  g_assert_null (((DeskUserSpec *) g_ptr_array_index (again->users, 0))->pin);
  g_assert_cmpuint (again->taxes->len, ==, first->taxes->len);
  for (i = 0; i < first->taxes->len; i++)
    {
      const DeskTax *a = g_ptr_array_index (first->taxes, i);
      const DeskTax *b = g_ptr_array_index (again->taxes, i);

      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpstr (a->rate_text, ==, b->rate_text);
      g_assert_cmpstr (a->code, ==, b->code);
    }
}

static void
test_canonical (void)
{
  g_autofree char *example = load_example ();
  g_autoptr (GError) error = NULL;

  check_canonical (example);
  check_canonical (base);

  /* Only the text of a database does without PINs. */
  g_assert_null (desk_property_parse_stored ("[user a]\nname=A\nrole=manager\n", &error));
  g_assert_cmpstr (error->message, ==, "line 1: [property]: the group is missing");
}

/* Spoils a few bytes, or cuts and doubles a piece. */
static void
mutate (GString *text,
        GRand   *random)
{
  static const char bytes[] = "[]=;:#\n\r\\ .,-+0123456789aZ\x01\x80\xff";
  int n = g_rand_int_range (random, 1, 6);

  while (n-- > 0 && text->len > 1)
    {
      gsize place = (gsize) g_rand_int_range (random, 0, (gint32) text->len);
      gsize wanted = (gsize) g_rand_int_range (random, 1, 80);
      gsize length = MIN (wanted, text->len - place);
      g_autofree char *piece = g_strndup (text->str + place, length);

      switch (g_rand_int_range (random, 0, 5))
        {
        case 0:
          g_string_erase (text, (gssize) place, (gssize) length);
          break;
        case 1:
          g_string_insert (text, (gssize) place, piece);
          break;
        case 2:
          g_string_insert_len (text, g_rand_int_range (random, 0, (gint32) text->len), piece,
                               (gssize) strlen (piece));
          break;
        case 3:
          g_string_insert_c (text, (gssize) place,
                             bytes[g_rand_int_range (random, 0, sizeof bytes)]);
          break;
        default:
          text->str[place] = bytes[g_rand_int_range (random, 0, sizeof bytes)];
          break;
        }
    }
}

static void
test_garbage (void)
{
  g_autofree char *example = load_example ();
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_parsed = 0;
  guint i;

  for (i = 0; i < 10000; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 2 == 0 ? example : base);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskProperty) property = NULL;

      mutate (text, random);
      property = desk_property_parse (text->str, (gssize) text->len, "hotel.ini", &error);
      if (property != NULL)
        {
          g_autoptr (DeskProperty) again = NULL;

          g_assert_no_error (error);
          again = desk_property_parse_stored (property->canonical, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (again->canonical, ==, property->canonical);
          n_parsed++;
        }
      else
        {
          g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
          g_assert_cmpint (desk_error_get_place (error)->line, >, 0);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
  g_test_message ("%u of %u mutations are files still", n_parsed, i);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/example", test_example);
  g_test_add_func ("/property/example-taxes", test_example_taxes);
  g_test_add_func ("/property/base", test_base);
  g_test_add_func ("/property/broken", test_broken);
  g_test_add_func ("/property/message", test_message);
  g_test_add_func ("/property/inclusive", test_inclusive);
  g_test_add_func ("/property/whole", test_whole);
  g_test_add_func ("/property/line-ends", test_line_ends);
  g_test_add_func ("/property/canonical", test_canonical);
  g_test_add_func ("/property/garbage", test_garbage);
  return g_test_run ();
}
