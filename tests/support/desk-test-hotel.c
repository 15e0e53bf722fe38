/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-hotel.h"

#include "desk-views.h"

static const char property_text[] =
  "[property]\n"
  "name=Hotel by the Station\n"
  "currency=EUR\n"
  "minor-digits=2\n"
  "time-zone=Europe/Helsinki\n"
  "business-date=2026-03-02\n"
  "vat-level=invoice\n"
  "cash-step=0.05\n"
  "\n"
  "[rate-plan FLEX]\n"
  "price=119.00\n"
  "price[STD]=119.00\n"
  "price[SUP]=139.00\n"
  "price[DLX]=169.00\n"
  "package=BFST:persons\n"
  "\n"
  "[rate-plan BARE]\n"
  "price=99.00\n"
  "price[STD]=99.00\n"
  "price[SUP]=119.00\n"
  "price[DLX]=149.00\n"
  "\n"
  "[code ROOM]\nkind=charge\nclass=room\ntext=Room\n\n"
  "[code BFST]\nkind=charge\nclass=food\nprice=14.00\ntext=Breakfast\n\n"
  "[code WATER]\nkind=charge\nclass=food\nprice=3.50\ntext=Minibar water\n\n"
  "[code BEER]\nkind=charge\nclass=alcohol\nprice=7.50\ntext=Minibar beer\n\n"
  "[code PARKING]\nkind=charge\nclass=parking\nprice=22.00\ntext=Parking\n\n"
  "[code FOOD]\nkind=charge\nclass=food\ntext=Restaurant\n\n"
  "[code DAMAGE]\nkind=charge\ntext=Damage\n\n"
  "[code LEVY]\nkind=tax\ntax=levy\ntext=City levy\n\n"
  "[code CASH]\nkind=payment\ncash=yes\ntext=Cash\n\n"
  "[code DEPOSIT]\nkind=payment\ntext=Deposit\n\n"
  "[code CARD]\nkind=payment\ntext=Card\n\n"
  "[tax vat-13.5]\nclass=room;food\nkind=percent\nrate=13.5\nmode=inclusive\nbase=net\n\n"
  "[tax vat-25.5]\nclass=alcohol;parking\nkind=percent\nrate=25.5\nmode=inclusive\nbase=net\n\n"
  "[tax levy]\nclass=room\nkind=person-night\namount=2.00\nmode=exclusive\nmin-age=18\n"
  "reducible=no\n\n"
  "[reason noise]\nkind=move;goodwill\nfeatures=quiet\ntext=Noise\n\n"
  "[reason wait]\nkind=goodwill\ntext=Long wait\n\n"
  "[reason twice]\nkind=correction;allowance;credit-note\ntext=Charged twice\n\n"
  "[reason price]\nkind=correction;allowance;credit-note\ntext=Price other than agreed\n\n"
  "[limit associate correction]\namount=100.00\n\n"
  "[limit supervisor correction]\namount=500.00\n\n"
  "[limit associate allowance]\namount=30.00\n\n"
  "[limit supervisor allowance]\namount=200.00\n\n"
  "[limit manager allowance]\namount=2000.00\n\n"
  "[limit associate goodwill]\namount=50.00\npercent=15\n\n"
  "[limit supervisor goodwill]\namount=150.00\npercent=50\n\n"
  "[limit manager goodwill]\namount=1000.00\n\n"
  "[limit associate goodwill-stay]\namount=75.00\n\n"
  "[limit supervisor goodwill-stay]\namount=300.00\n\n"
  "[limit associate goodwill-shift]\namount=150.00\n\n"
  "[limit supervisor goodwill-shift]\namount=600.00\n\n"
  "[limit associate goodwill-guest]\namount=100.00\n\n"
  "[limit supervisor goodwill-guest]\namount=400.00\n\n"
  "[limit associate rate]\namount=40.00\n\n"
  "[limit supervisor rate]\namount=200.00\n\n"
  "[limit associate upgrade]\namount=100.00\ntypes=1\n\n"
  "[limit associate refund]\namount=0.00\n\n"
  "[limit supervisor refund]\namount=200.00\n\n"
  "[user kim]\nname=Kim Berg\nrole=cashier\npin=4710\n\n"
  "[user anna]\nname=Anna Bakker\nrole=associate\npin=4711\n\n"
  "[user omar]\nname=Omar Said\nrole=associate\npin=4712\n\n"
  "[user sami]\nname=Sami Laine\nrole=supervisor\npin=4713\n\n"
  "[user maria]\nname=Maria Visser\nrole=manager\npin=4714\n\n"
  "[user nils]\nname=Nils Visser\nrole=night-auditor\npin=4715\n\n"
  "[user adam]\nname=Adam Mulder\nrole=administrator\npin=4716\n\n";

static const struct
{
  const char *name;
  const char *features;
} types[] = {
  { "STD", NULL },
  { "SUP", NULL },
  { "DLX", "quiet" },
};

/**
 * desk_test_hotel_dup_room:
 * @index: from 0
 *
 * Returns: (transfer full): the number of a room: 101 to 108 are STD, 201 to 208
 *   SUP, 301 to 308 DLX
 */
char *
desk_test_hotel_dup_room (guint index)
{
  return g_strdup_printf ("%u", 100 * (index % 3 + 1) + index / 3 % 8 + 1);
}

/**
 * desk_test_hotel_get_day:
 * @day: counted from 0
 *
 * Returns: the business date of that day
 */
DeskDate
desk_test_hotel_get_day (guint day)
{
  return desk_date_from_dmy (2, 3, 2026) + (DeskDate) day;
}

/**
 * desk_test_hotel_get_n_nights:
 * @index: of a stay, from 0
 *
 * Returns: for how many nights it is booked
 */
guint
desk_test_hotel_get_n_nights (guint index)
{
  return 1 + index % 7 % DESK_TEST_HOTEL_NIGHTS;
}

static char *
make_property (void)
{
  GString *text = g_string_new (property_text);
  guint i;

  for (i = 0; i < DESK_TEST_HOTEL_ROOMS; i++)
    {
      g_autofree char *number = desk_test_hotel_dup_room (i);

      g_string_append_printf (text, "[room %s]\ntype=%s\nfloor=%c\n", number, types[i % 3].name,
                              number[0]);
      if (types[i % 3].features != NULL)
        g_string_append_printf (text, "features=%s\n", types[i % 3].features);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
append_stay (GString *text,
             guint    index)
{
  guint day = index / DESK_TEST_HOTEL_ARRIVALS;
  guint n_nights = desk_test_hotel_get_n_nights (index);
  g_autofree char *room = desk_test_hotel_dup_room (index % DESK_TEST_HOTEL_ROOMS);
  g_autofree char *arrival = desk_date_to_string (desk_test_hotel_get_day (day));
  g_autofree char *departure = desk_date_to_string (desk_test_hotel_get_day (day + n_nights));
  g_autofree char *deposit = g_strdup_printf (
    "\"deposit\": {\"tender\": \"%s\", \"received\": \"2026-02-01\", \"amount\": \"60.00\"}, ",
    index % 8 == 0 ? "CASH" : "CARD");
  guint i;

  g_string_append_printf (
    text,
    "%s{\"confirmation\": \"T%05u\", \"guest\": {\"name\": \"Guest Number %u\", \"lang\": \"en\"}, "
    "\"adults\": %u, \"children_ages\": [%s], \"arrival\": \"%s\", \"departure\": \"%s\", "
    "\"rate_plan\": \"%s\", \"collects\": \"hotel\", \"rate_shown\": true, \"references\": [], "
    "%s\"nights\": [",
    index == 0 ? "" : ",\n", index + 1, index + 1, 1 + index % 2, index % 5 == 0 ? "7" : "",
    arrival, departure, index % 3 == 0 ? "BARE" : "FLEX", index % 4 == 0 ? deposit : "");
  for (i = 0; i < n_nights; i++)
    {
      g_autofree char *date = desk_date_to_string (desk_test_hotel_get_day (day + i));

      g_string_append_printf (text,
                              "%s{\"date\": \"%s\", \"room\": \"%s\", "
                              "\"room_type\": \"%s\"%s}",
                              i == 0 ? "" : ", ", date, room, types[index % 3].name,
                              index % 4 == 1 ? ", \"price\": \"105.00\"" : "");
    }
  g_string_append (text, "]}");
}

/**
 * desk_test_hotel_new:
 * @n_days: for how many days guests are to come
 *
 * Returns: (transfer full): the hotel, open, with all its stays booked
 */
DeskTestHouse *
desk_test_hotel_new (guint n_days)
{
  g_autofree char *property = make_property ();
  DeskTestHouse *self = desk_test_house_new_with (property);
  g_autoptr (GString) stays = g_string_new ("[\n");
  g_autoptr (GError) error = NULL;
  guint n_stays = n_days * DESK_TEST_HOTEL_ARRIVALS;
  g_autofree char *last = g_strdup_printf ("T%05u", n_stays);
  guint i;

  for (i = 0; i < n_stays; i++)
    append_stay (stays, i);
  g_string_append (stays, "\n]\n");
  desk_test_house_import (self, stays->str);

  /* Whoever acts at random names stays by number. */
  g_assert_cmpint (desk_find_one (self->house, last, &error), ==, n_stays);
  g_assert_no_error (error);
  return self;
}
