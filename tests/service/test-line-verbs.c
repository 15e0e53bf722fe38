/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-line.h"
#include "desk-set-up.h"
#include "desk-test-house.h"

/* The verbs that put right, give, move and take back, as they are typed. */

static const char more_property[] =
  "\n[room 404]\ntype=SUP\nfeatures=quiet;low\n"
  "\n[room 218]\ntype=STD\nfeatures=Désk\n"
  "\n[code BEER]\nkind=charge\nclass=alcohol\nprice=7.50\ntext=Minibar beer\n"
  "\n[code CARD2]\nkind=charge\nclass=shop\nprice=1.00\ntext=Postcard\n"
  "\n[reason defect]\nkind=move;goodwill\nwords=vika;feil\ntext=Broken\n"
  "\n[reason twice]\nkind=correction;allowance\ntext=Charged twice\n"
  "\n[reason gate]\nkind=goodwill\nwords=parking;puomi\n"
  "\n[reason other]\nkind=goodwill\nwords=puomi\n"
  "\n[reason notused]\nkind=correction\ntext=Not consumed\ntext[fi]=Ei ollut käytetty\n";

#define STAY(conf, name, room, type)                                                        \
  "{\"confirmation\": \"" conf "\", \"guest\": {\"name\": \"" name "\", \"lang\": \"en\"},"   \
  " \"adults\": 1, \"children_ages\": [], \"arrival\": \"2024-02-26\","                        \
  " \"departure\": \"2024-02-28\", \"rate_plan\": \"FLEX\", \"collects\": \"hotel\","         \
  " \"rate_shown\": true, \"references\": [],"                                                 \
  " \"nights\": [{\"date\": \"2024-02-26\", \"room\": \"" room "\", \"room_type\": \"" type    \
  "\"}, {\"date\": \"2024-02-27\", \"room\": \"" room "\", \"room_type\": \"" type "\"}]}"

static const char stays[] =
  "[" STAY ("AM-0001", "Anna Kowalska", "412", "SUP") ","
  STAY ("AM-0002", "Eero Berg", "218", "STD") "]";

/* What a line becomes: a canonical line, or an error and words of its message. The
 * business date is Monday 26 February 2024. */
typedef struct
{
  const char *text;
  const char *canonical;
  int         code;
  const char *says;
} LineCase;

static const LineCase cases[] = {
  /* the examples of the grammar */
  { "412 out card", "AM-0001 out CARD", 0, NULL },
  { "412 move noise", "AM-0001 move noise", 0, NULL },
  { "412 move 415 keep noise", "AM-0001 move 415 keep noise", 0, NULL },
  { "412 move quiet+low keep from now noise: lift motor since 23:40",
    "AM-0001 move quiet+low keep from now noise", 0, NULL },
  { "412 rate 109 from tonight price: confirmation of 3 Aug",
    "AM-0001 rate 109.00 from 2024-02-26 price", 0, NULL },
  { "412 fix 7 6.50 price", "AM-0001 fix 7 6.50 price", 0, NULL },
  { "218 fix 2+4 2x", "AM-0002 fix 2+4 2x", 0, NULL },
  { "218 fix 7+8 none twice", "AM-0002 fix 7+8 none twice", 0, NULL },
  { "412 off 10% on 8 noise", "AM-0001 off 10% on 8 noise", 0, NULL },
  { "412.1 off 10 parking", "AM-0001 off 10.00 w1 gate", 0, NULL },
  { "412 off 10% noise", "AM-0001 off 10% noise", 0, NULL },
  { "412 off 10% on all parking", "AM-0001 off 10% on all gate", 0, NULL },
  { "412 swap 415 noise", "AM-0001 move 415 swap noise", 0, NULL },
  { "412 undo", "AM-0001 undo", 0, NULL },

  /* the refused ones */
  { "412 off 10%", NULL, DESK_ERROR_USAGE, "reason missing" },
  { "412 off 10% 20 noise", NULL, DESK_ERROR_USAGE, "both a percentage and an amount" },
  { "412 fix 7", NULL, DESK_ERROR_USAGE, "what would be right?" },
  { "412 fix 7 1.234", NULL, DESK_ERROR_INVALID, "1.23 or 1234?" },
  { "412 pay 1.234,50 cash", NULL, DESK_ERROR_INVALID, "not grouped" },
  { "412 move quiet dlx noise", NULL, DESK_ERROR_USAGE,
    "feature or type, not both; write dlx and choose" },
  { "999 move 415 noise", NULL, DESK_ERROR_NOT_FOUND, "no room" },
  { "412 wen 7", NULL, DESK_ERROR_USAGE,
    "\"wen\" is neither a command nor a guest in 412; nearest: why" },

  /* fix */
  { "412 fix 7-9 none", "AM-0001 fix 7-9 none", 0, NULL },
  { "412 fix 9+7 none twice", "AM-0001 fix 9+7 none twice", 0, NULL },
  { "412 fix 7+8+9 none", "AM-0001 fix 7-9 none", 0, NULL },
  { "412 fix 7 twice none", "AM-0001 fix 7 none twice", 0, NULL },
  { "412 fix 7 2x 6,5", "AM-0001 fix 7 6.50 2x", 0, NULL },
  { "412 fix 7 0", "AM-0001 fix 7 0.00", 0, NULL },
  { "412 fix 7 none not consumed", "AM-0001 fix 7 none notused", 0, NULL },
  { "412 fix 7 charged twice none", "AM-0001 fix 7 none twice", 0, NULL },
  { "412 fix 7 ei ollut kaytetty none: said so", "AM-0001 fix 7 none notused", 0, NULL },
  { "412 fix 7 none not twice", NULL, DESK_ERROR_USAGE, "\"not\" is not understood" },
  { "412 fix 7 none consumed", NULL, DESK_ERROR_USAGE,
    "a reason: Price other than agreed, Charged twice, Not consumed" },
  { "412 fix", NULL, DESK_ERROR_USAGE, "lines as in 7, 7-9 or 7+9" },
  { "412 fix 7,9 none", NULL, DESK_ERROR_USAGE, "\"7,9\" is not understood after fix" },
  { "412 fix 9-7 none", NULL, DESK_ERROR_INVALID, "the smaller first" },
  { "412 fix 7-8-9 none", NULL, DESK_ERROR_INVALID, "two numbers" },
  { "412 fix 2024-02-26 none", NULL, DESK_ERROR_INVALID, "two numbers" },
  { "412 fix 7+7 none", NULL, DESK_ERROR_INVALID, "named twice" },
  { "412 fix 7+ none", NULL, DESK_ERROR_INVALID, "numbered from 1" },
  { "412 fix 0 none", NULL, DESK_ERROR_INVALID, "numbered from 1" },
  { "412 fix 1-9999 none", NULL, DESK_ERROR_INVALID, "too many" },
  { "412 fix 7 none 5", NULL, DESK_ERROR_USAGE, "none says that nothing is right" },
  { "412 fix 7 5 6", NULL, DESK_ERROR_USAGE, "one too many" },
  { "412 fix 7 10%", NULL, DESK_ERROR_USAGE, "no percentage" },
  { "412.2 fix 7 none", NULL, DESK_ERROR_USAGE, "takes no window" },

  /* off */
  { "412 off 10 % noise", "AM-0001 off 10% noise", 0, NULL },
  { "412 off 7,5 % on 8 noise", "AM-0001 off 7.5% on 8 noise", 0, NULL },
  { "412 off 10pct noise", "AM-0001 off 10% noise", 0, NULL },
  { "412 off 7,50% noise", "AM-0001 off 7.5% noise", 0, NULL },
  { "412 off noise 10", NULL, DESK_ERROR_USAGE, "\"noise\" is not understood after off" },
  { "412 off 10 noise w2", "AM-0001 off 10.00 w2 noise", 0, NULL },
  { "412 off 10 on w2 noise", "AM-0001 off 10.00 w2 noise", 0, NULL },
  { "412 off 10 on rooms noise", "AM-0001 off 10.00 on rooms noise", 0, NULL },
  { "412 off 10 on drinks noise", "AM-0001 off 10.00 on drinks noise", 0, NULL },
  { "412.2 off 10 on rooms noise", NULL, DESK_ERROR_USAGE, "of one thing" },
  { "412 off 10 on 8 w2 noise", NULL, DESK_ERROR_USAGE, "of one thing" },
  { "412 off 10 noise on FOOD", "AM-0001 off 10.00 on food noise", 0, NULL },
  { "412 off 10 on alcohol noise", "AM-0001 off 10.00 on alcohol noise", 0, NULL },
  { "412 off 10 on 7-9 noise", "AM-0001 off 10.00 on 7-9 noise", 0, NULL },
  { "412 off 10 on 25.2. noise", "AM-0001 off 10.00 on 2024-02-25 noise", 0, NULL },
  { "412 off 10 on 25 feb noise", "AM-0001 off 10.00 on 2024-02-25 noise", 0, NULL },
  { "412 off 10 all noise", "AM-0001 off 10.00 on all noise", 0, NULL },
  { "412 off 10 vika", "AM-0001 off 10.00 defect", 0, NULL },
  { "412 off 10 Broken", "AM-0001 off 10.00 defect", 0, NULL },
  { "412 off 10 puomi", NULL, DESK_ERROR_AMBIGUOUS, "gate or other" },
  { "412 off 10 on everything noise", NULL, DESK_ERROR_USAGE, "as in: on 8" },
  { "412 off 10 on", NULL, DESK_ERROR_USAGE, "as in: on 8" },
  { "412 off 10 on 8 on 9 noise", NULL, DESK_ERROR_USAGE, "one too many" },
  { "412 off 10 noise defect", NULL, DESK_ERROR_USAGE, "one too many" },
  { "412.1 off 10 on w2 noise", NULL, DESK_ERROR_USAGE, "of one thing" },
  { "412 off 0 noise", NULL, DESK_ERROR_USAGE, "more than nothing" },
  { "412 off 0% noise", NULL, DESK_ERROR_INVALID, "at most 100" },
  { "412 off 101% noise", NULL, DESK_ERROR_INVALID, "at most 100" },
  { "412 off 1.234% noise", NULL, DESK_ERROR_INVALID, "1.23 or 1234?" },

  /* rate and days */
  { "412 rate list price", "AM-0001 rate list price", 0, NULL },
  { "412 rate 100 price from tomorrow till 2024-02-28",
    "AM-0001 rate 100.00 from 2024-02-27 till 2024-02-28 price", 0, NULL },
  { "412 rate 100 from mon price", "AM-0001 rate 100.00 from 2024-03-04 price", 0, NULL },
  { "412 rate 100 from tue price", "AM-0001 rate 100.00 from 2024-02-27 price", 0, NULL },
  { "412 rate 100 from SUN price", "AM-0001 rate 100.00 from 2024-03-03 price", 0, NULL },
  { "412 rate 100 from 29.2. price", "AM-0001 rate 100.00 from 2024-02-29 price", 0, NULL },
  { "412 rate 100 from 31.12. price", "AM-0001 rate 100.00 from 2023-12-31 price", 0, NULL },
  { "412 rate 100 from 9.9.2025 price", "AM-0001 rate 100.00 from 2025-09-09 price", 0, NULL },
  { "412 rate 100 from 3 mar till 5 mar price",
    "AM-0001 rate 100.00 from 2024-03-03 till 2024-03-05 price", 0, NULL },
  { "412 rate 100 from 31.2. price", NULL, DESK_ERROR_INVALID, "no such day" },
  { "412 rate 100 from 2024-13-01 price", NULL, DESK_ERROR_INVALID, "no such day" },
  { "412 rate 100 from 9.9 price", NULL, DESK_ERROR_USAGE, "followed by a day" },
  { "412 rate 100 from", NULL, DESK_ERROR_USAGE, "followed by a day" },
  { "412 rate 100 from tomorrow till 3 jan price",
    "AM-0001 rate 100.00 from 2024-02-27 till 2025-01-03 price", 0, NULL },
  { "412 rate 100 from tomorrow till 3.1. price",
    "AM-0001 rate 100.00 from 2024-02-27 till 2025-01-03 price", 0, NULL },
  { "412 rate 100 from tomorrow till today price", NULL, DESK_ERROR_USAGE, "later day" },
  { "412 rate 100", NULL, DESK_ERROR_USAGE, "reason missing" },
  { "412 rate price", NULL, DESK_ERROR_USAGE, "not understood after rate" },
  { "412 rate 10% price", NULL, DESK_ERROR_USAGE, "no percentage" },

  /* move */
  { "412 move", "AM-0001 move", 0, NULL },
  { "412 move dlx new noise", "AM-0001 move DLX new noise", 0, NULL },
  { "412 move desk at 99,5 noise", "AM-0001 move Désk at 99.50 noise", 0, NULL },
  { "412 move noise from tomorrow 415", "AM-0001 move 415 from 2024-02-27 noise", 0, NULL },
  { "412 move 415 swap", "AM-0001 move 415 swap", 0, NULL },
  { "412 move swap noise", NULL, DESK_ERROR_USAGE, "with which room" },
  { "412 move quiet+sauna", NULL, DESK_ERROR_USAGE, "\"sauna\" is no feature" },
  { "412 move 415 quiet", NULL, DESK_ERROR_USAGE, "says it all" },
  { "412 move 415 keep new", NULL, DESK_ERROR_USAGE, "one too many" },
  { "412 move 415 at", NULL, DESK_ERROR_USAGE, "price of a night" },
  { "412 move 415 501", NULL, DESK_ERROR_USAGE, "one too many" },
  { "412 move 999", NULL, DESK_ERROR_USAGE, "\"999\" is not understood after move" },
  { "412 swap dlx", NULL, DESK_ERROR_USAGE, "what can stand here: a room" },

  /* out and undo */
  { "412 out", "AM-0001 out", 0, NULL },
  { "412.2 out cash early", "AM-0001 out CASH w2 early", 0, NULL },
  { "412 out w2", "AM-0001 out w2", 0, NULL },
  { "412 out 50", NULL, DESK_ERROR_USAGE, "not understood after out" },
  { "412 undo: pressed by mistake", "AM-0001 undo", 0, NULL },
  { "412 undo 7", NULL, DESK_ERROR_USAGE, "nothing more" },
  { "412.1 undo", NULL, DESK_ERROR_USAGE, "takes no window" },
  { "undo", "undo", 0, NULL },
  { "? undo", "? undo", 0, NULL },
};

static DeskTestHouse *
new_house (void)
{
  g_autofree char *property = g_strconcat (desk_test_property (), more_property, NULL);
  DeskTestHouse *fixture = desk_test_house_new_with (property);
  static const char *const arrivals[] = { "412 in", "218 in" };
  guint i;

  desk_test_house_import (fixture, stays);
  for (i = 0; i < G_N_ELEMENTS (arrivals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskLine) line = desk_line_parse (fixture->house, arrivals[i], 0,
                                                   desk_catalog_get_default (), &error);
      g_autoptr (DeskOutcome) outcome = NULL;

      g_assert_no_error (error);
      outcome = desk_action_do (fixture->house, &fixture->context, line->action, NULL, NULL,
                                &error);
      g_assert_no_error (error);
    }
  return fixture;
}

static DeskLine *
parse (DeskTestHouse *fixture,
       const char    *text)
{
  g_autoptr (GError) error = NULL;
  DeskLine *line = desk_line_parse (fixture->house, text, 0, desk_catalog_get_default (), &error);

  g_assert_no_error (error);
  return line;
}

static void
test_cases (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskLine) line = desk_line_parse (fixture->house, cases[i].text, 0,
                                                   desk_catalog_get_default (), &error);
      g_autoptr (DeskLine) again = NULL;

      g_test_message ("%s", cases[i].text);
      if (cases[i].canonical == NULL)
        {
          g_assert_null (line);
          g_assert_error (error, DESK_ERROR, cases[i].code);
          if (strstr (error->message, cases[i].says) == NULL)
            g_error ("\"%s\" gives \"%s\"", cases[i].text, error->message);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (line->canonical, ==, cases[i].canonical);

      /* What is canonical says the same when it is typed. */
      again = parse (fixture, cases[i].canonical);
      g_assert_cmpstr (again->canonical, ==, cases[i].canonical);
    }
}

/* What the words become in the action. */
static void
test_actions (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  g_autoptr (DeskLine) fix = parse (fixture, "412 fix 2+4 2x twice: registration card");
  g_autoptr (DeskLine) off = parse (fixture, "412 off 10% on food noise: all night");
  g_autoptr (DeskLine) flat = parse (fixture, "412 off 10 noise");
  g_autoptr (DeskLine) drinks = parse (fixture, "412 off 10 on drinks noise");
  g_autoptr (DeskLine) extras = parse (fixture, "412 off 10 on extras noise");
  g_autoptr (DeskLine) move = parse (fixture, "412 move quiet+low at 99 from now noise");
  g_autoptr (DeskLine) rate = parse (fixture, "412 rate 109 till wed price");
  g_autoptr (DeskLine) out = parse (fixture, "412 out card early");

  g_assert_cmpint (fix->action->verb, ==, DESK_VERB_FIX);
  g_assert_cmpuint (fix->action->lines->len, ==, 2);
  g_assert_cmpint (g_array_index (fix->action->lines, int, 1), ==, 4);
  g_assert_true (fix->action->has_quantity && !fix->action->has_unit && !fix->action->none);
  g_assert_cmpint (fix->action->quantity, ==, 2);
  g_assert_cmpstr (fix->action->reason, ==, "twice");
  g_assert_cmpstr (fix->action->text, ==, "registration card");

  g_assert_cmpint (off->action->verb, ==, DESK_VERB_OFF);
  g_assert_cmpstr (off->action->percent, ==, "10");
  g_assert_cmpint (off->action->base, ==, DESK_OFF_CLASS);
  g_assert_cmpstr (off->action->tax_class, ==, "food");
  g_assert_cmpstr (drinks->action->tax_class, ==, "alcohol");
  g_assert_cmpstr (extras->action->tax_class, ==, "other;shop");
  g_assert_null (flat->action->percent);
  g_assert_cmpint (flat->action->amount_minor, ==, 1000);
  g_assert_cmpint (flat->action->base, ==, DESK_OFF_STAY);

  g_assert_cmpint (move->action->verb, ==, DESK_VERB_MOVE);
  g_assert_cmpstr (move->action->features[0], ==, "quiet");
  g_assert_cmpstr (move->action->features[1], ==, "low");
  g_assert_null (move->action->features[2]);
  g_assert_true (move->action->now && move->action->has_unit);
  g_assert_cmpint (move->action->price, ==, DESK_MOVE_AT);
  g_assert_cmpint (move->action->unit_minor, ==, 9900);

  g_assert_cmpint (rate->action->verb, ==, DESK_VERB_RATE);
  g_assert_cmpint (rate->action->unit_minor, ==, 10900);
  g_assert_cmpint (rate->action->from, ==, DESK_DATE_NONE);
  g_assert_cmpint (rate->action->till, ==, desk_date_from_dmy (28, 2, 2024));

  g_assert_cmpint (out->action->verb, ==, DESK_VERB_OUT);
  g_assert_cmpstr (out->action->code, ==, "CARD");
}

/* With a stay open the verb stands alone, and `undo` is the newest of mine there. */
static void
test_open_stay (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = desk_line_parse (fixture->house, "undo", 1,
                                               desk_catalog_get_default (), &error);

  g_assert_no_error (error);
  g_assert_cmpint (line->kind, ==, DESK_LINE_ACTION);
  g_assert_cmpint (line->action->verb, ==, DESK_VERB_UNDO);
  g_assert_cmpint (line->action->stay_id, ==, 1);
  g_assert_cmpint (line->action->entry_id, ==, 0);
}

typedef struct
{
  const char *text;
  const char *classes;
} TokenCase;

static const TokenCase token_cases[] = {
  { "412 fix 7-9 6.50 2x price: so", "room verb line amount quantity reason text" },
  { "412 off 10% on 9 sep noise", "room verb percent base base base reason" },
  { "412 move quiet+low keep from now noise", "room verb feature price day day reason" },
  { "412 rate list from 9.9. price", "room verb price day day reason" },
  { "412 move dlx swap", "room verb room type swap" },
  { "412 out card early", "room verb tender early" },
  { "412 off 10% gold", "room verb percent ?" },
  { "412 off 10% on", "room verb percent base" },
  { "412 rate list from", "room verb price day" },
  { "412 rate list from gold", "room verb price ? ?" },
  { "404 ooo till", "room status day" },
  { "412 fix 7 none not consumed", "room verb line none reason reason" },
};

static void
test_tokens (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  guint i;
  guint j;

  for (i = 0; i < G_N_ELEMENTS (token_cases); i++)
    {
      g_autoptr (GArray) tokens = desk_line_classify (fixture->house, token_cases[i].text, 0,
                                                      desk_catalog_get_default ());
      g_autoptr (GString) classes = g_string_new (NULL);

      for (j = 0; j < tokens->len; j++)
        {
          const char *one = g_array_index (tokens, DeskLineToken, j).word_class;

          g_string_append_printf (classes, "%s%s", j > 0 ? " " : "", one != NULL ? one : "?");
        }
      g_assert_cmpstr (classes->str, ==, token_cases[i].classes);
    }
}

/* What a line was taken for, as it is said to who typed it. */
static const struct
{
  const char *lang;
  const char *text;
  gint64      open;
  const char *echo;
} echo_cases[] = {
  { "en", "412 move noise", 0, "412 Anna Kowalska · move · Noise" },
  { "en", "move defect", 1, "412 Anna Kowalska · move · Broken" },
  { "en", "anna off 10% on 8 vika: lift", 0, "412 Anna Kowalska · off · 10% · on 8 · Broken" },
  { "en", "412 fix 7 none not consumed", 0, "412 Anna Kowalska · fix · 7 · none · Not consumed" },
  { "en", "412 why 7", 0, "412 Anna Kowalska · why · 7" },
  { "en", "404 ooo defect", 0, "404 ooo defect" },
  { "fi", "412 siirra vika", 0, "412 Anna Kowalska · siirrä · Broken" },
  { "fi", "412 off 10% on 8 vika", 0,
    "412 Anna Kowalska · hyvitä · 10% · kohteesta 8 · Broken" },
  { "lt", "412 why promised", 0, "412 Anna Kowalska · kodėl · žadėta" },
  { "lt", "412 kodel zadeta fi", 0, "412 Anna Kowalska · kodėl · žadėta · fi" },
  { "lt", "412 off 10% on rooms noise", 0,
    "412 Anna Kowalska · nuolaida · 10% · už kambariai · Noise" },
  { "lt", "412 rate 90 from tonight price", 0,
    "412 Anna Kowalska · kaina · 90 · nuo šiąnakt · Price other than agreed" },
  { "en", "415 in", 0, "415 \u2068" DESK_TEST_TURNED "\u2069 · in" },
  { "lt", "412 fix 7 none", 0, "412 Anna Kowalska · taisyk · 7 · šalin" },
};

static void
test_echo (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  g_autofree char *turned = desk_test_dup_turned_stays ();

  desk_test_house_import (fixture, turned);
  for (gsize i = 0; i < G_N_ELEMENTS (echo_cases); i++)
    {
      const DeskCatalog *catalog = desk_catalog_get (echo_cases[i].lang);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskLine) line = desk_line_parse (fixture->house, echo_cases[i].text,
                                                   echo_cases[i].open, catalog, &error);
      g_autofree char *echo = NULL;

      g_assert_no_error (error);
      echo = desk_line_dup_echo (fixture->house, line, echo_cases[i].text, catalog, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (echo, ==, echo_cases[i].echo);
    }
}

/* Set-ups in which a word would be two things behind one verb, and both of them. */
typedef struct
{
  const char *more;
  const char *first;
  const char *second;
} ClashCase;

static const ClashCase clashes[] = {
  { "\n[reason double]\nkind=correction\n\n[room 7]\ntype=STD\nfeatures=double\n",
    "feature double", "reason double" },
  { "\n[reason loud]\nkind=move\nwords=vièw\n", "feature view", "reason loud" },
  { "\n[reason loud]\nkind=move\nwords=SUP\n", "room type SUP", "reason loud" },
  { "\n[reason loud]\nkind=move\nwords=412\n", "room 412", "reason loud" },
  { "\n[reason none]\nkind=correction\n", "the word none", "reason none" },
  { "\n[reason now]\nkind=goodwill\nwords=10%\n", "reason now", "a percentage as in 10%" },
  { "\n[reason keep]\nkind=move\n", "the word keep", "reason keep" },
  { "\n[reason till]\nkind=rate\n", "the word till", "reason till" },
  { "\n[reason all]\nkind=goodwill\n", "on 8", "reason all" },
  { "\n[reason r]\nkind=goodwill\nwords=2x\n", "2x", "reason r" },
  { "\n[code W2]\nkind=payment\ntext=Voucher two\n", "means of payment W2", "w2" },
  { "\n[code V]\nkind=payment\ntext=Early\n", "means of payment V", "the word early" },
  { "\n[room 8]\ntype=view\n", "room type view", "feature view" },
};

static void
test_clashes (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (clashes); i++)
    {
      g_autofree char *text = g_strconcat (desk_test_property (), clashes[i].more, NULL);
      g_autoptr (DeskTestHouse) empty = desk_test_house_new_empty ();
      const DeskSetUp options = { .test_clock = TRUE };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", clashes[i].more);
      g_assert_false (desk_set_up_create (empty->path, &(DeskSetUpFile){ text, -1, "property.ini" },
                                          &options, &empty->context, &error));
      g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
      if (strstr (error->message, clashes[i].first) == NULL ||
          strstr (error->message, clashes[i].second) == NULL)
        g_error ("\"%s\"", error->message);
      g_assert_false (g_file_test (empty->path, G_FILE_TEST_EXISTS));
    }
}

/* A change of the set-up is held to the same. */
static void
test_clash_applied (void)
{
  g_autoptr (DeskTestHouse) fixture = desk_test_house_new ();
  g_autofree char *text = g_strconcat (desk_test_property (), clashes[1].more, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (desk_set_up_apply (fixture->house, &fixture->context,
                                     &(DeskSetUpFile){ text, -1, "property.ini" }, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
  g_assert_cmpint (desk_house_get_config (fixture->house), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-verbs/cases", test_cases);
  g_test_add_func ("/line-verbs/actions", test_actions);
  g_test_add_func ("/line-verbs/open-stay", test_open_stay);
  g_test_add_func ("/line-verbs/tokens", test_tokens);
  g_test_add_func ("/line-verbs/echo", test_echo);
  g_test_add_func ("/line-verbs/clashes", test_clashes);
  g_test_add_func ("/line-verbs/clash-applied", test_clash_applied);
  return g_test_run ();
}
