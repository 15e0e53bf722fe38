/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-house.h"

/* A small hotel by the water, and one stay in it: two nights, the first at a
 * price of its own, breakfast with both. Its bill is known to the cent. */

static const char property_text[] =
  "[property]\n"
  "name=Hotel Aan het Water\n"
  "currency=EUR\n"
  "minor-digits=2\n"
  "time-zone=Europe/Amsterdam\n"
  "business-date=2024-02-26\n"
  "vat-level=invoice\n"
  "\n"
  "[room 412]\n"
  "type=SUP\n"
  "floor=4\n"
  "features=quiet;view\n"
  "\n"
  "[room 415]\n"
  "type=DLX\n"
  "floor=4\n"
  "\n"
  "[room 501]\n"
  "type=SUP\n"
  "floor=5\n"
  "\n"
  "[rate-plan BB]\n"
  "price=109.00\n"
  "package=BFST:adults\n"
  "included=WIFI\n"
  "\n"
  "[rate-plan FLEX]\n"
  "price=109.00\n"
  "\n"
  "[code ROOM]\n"
  "kind=charge\n"
  "class=room\n"
  "text=Room\n"
  "\n"
  "[code BFST]\n"
  "kind=charge\n"
  "class=food\n"
  "price=16.50\n"
  "text=Breakfast\n"
  "text[fi]=Aamiainen\n"
  "\n"
  "[code WIFI]\n"
  "kind=charge\n"
  "class=other\n"
  "price=0.00\n"
  "text=Wi-Fi\n"
  "\n"
  "[code CITYTAX]\n"
  "kind=tax\n"
  "tax=city\n"
  "text=City tax\n"
  "\n"
  "[code CASH]\n"
  "kind=payment\n"
  "text=Cash\n"
  "\n"
  "[code CARD]\n"
  "kind=payment\n"
  "text=Card\n"
  "\n"
  "[tax vat-9]\n"
  "class=room;food\n"
  "to=2025-12-31\n"
  "kind=percent\n"
  "rate=9\n"
  "mode=inclusive\n"
  "base=net\n"
  "\n"
  "[tax vat-9-food]\n"
  "class=food\n"
  "from=2026-01-01\n"
  "kind=percent\n"
  "rate=9\n"
  "mode=inclusive\n"
  "base=net\n"
  "\n"
  "[tax vat-21-room]\n"
  "class=room\n"
  "from=2026-01-01\n"
  "kind=percent\n"
  "rate=21\n"
  "mode=inclusive\n"
  "base=net\n"
  "\n"
  "[tax city]\n"
  "class=room\n"
  "from=2024-01-01\n"
  "kind=percent\n"
  "rate=12.5\n"
  "mode=exclusive\n"
  "base=net\n"
  "round=half-up\n"
  "step=0.01\n"
  "round-at=night\n"
  "vat=no\n"
  "reducible=yes\n"
  "\n"
  "[reason noise]\n"
  "kind=move;goodwill\n"
  "text=Noise\n"
  "\n"
  "[reason price]\n"
  "kind=correction\n"
  "text=Price other than agreed\n"
  "\n"
  "[limit associate goodwill]\n"
  "amount=50.00\n"
  "percent=15\n"
  "\n"
  "[limit associate correction]\n"
  "amount=100.00\n"
  "\n"
  "[user anna]\n"
  "name=Anna Bakker\n"
  "role=associate\n"
  "pin=4711\n"
  "\n"
  "[user nils]\n"
  "name=Nils Visser\n"
  "role=night-auditor\n"
  "pin=4712\n"
  "\n"
  "[user adam]\n"
  "name=Adam Mulder\n"
  "role=administrator\n"
  "pin=4713\n"
  "\n"
  "[user maria]\n"
  "name=Maria Visser\n"
  "role=manager\n"
  "pin=4714\n";

static const char stays_text[] =
  "[\n"
  " {\n"
  "  \"confirmation\": \"AM-0226A\",\n"
  "  \"guest\": {\"name\": \"Robin Example\", \"lang\": \"en\"},\n"
  "  \"adults\": 1,\n"
  "  \"children_ages\": [],\n"
  "  \"arrival\": \"2024-02-26\",\n"
  "  \"departure\": \"2024-02-28\",\n"
  "  \"rate_plan\": \"BB\",\n"
  "  \"collects\": \"hotel\",\n"
  "  \"rate_shown\": true,\n"
  "  \"references\": [{\"kind\": \"agency\", \"value\": \"BK-20240226-1\"}],\n"
  "  \"nights\": [\n"
  "   {\"date\": \"2024-02-26\", \"room\": \"412\", \"room_type\": \"SUP\", \"price\": \"99.00\",\n"
  "    \"package\": [{\"code\": \"BFST\", \"quantity\": 1, \"unit_price\": \"16.50\"}]},\n"
  "   {\"date\": \"2024-02-27\", \"room\": \"412\", \"room_type\": \"SUP\"}\n"
  "  ]\n"
  " }\n"
  "]\n";

/* The property file that a test house is made from unless the test has its own. */
const char *
desk_test_property (void)
{
  return property_text;
}

/* Another for it, of a guest whose name is written from right to left: AM-0227Y, room 415. */
char *
desk_test_dup_turned_stays (void)
{
  GString *text = g_string_new (stays_text);

  g_string_replace (text, "AM-0226A", "AM-0227Y", 0);
  g_string_replace (text, "BK-20240226-1", "BK-20240226-2", 0);
  g_string_replace (text, "Robin Example", DESK_TEST_TURNED, 0);
  g_string_replace (text, "\"412\"", "\"415\"", 0);

  return g_string_free (text, FALSE);
}

/* A stays file for it. */
const char *
desk_test_stays (void)
{
  return stays_text;
}
