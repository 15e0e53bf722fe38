/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-line.h"
#include "desk-test-house.h"

/* What the desk sells besides, and words that clash on purpose. */
static const char more_property[] =
  "\n[code BEER]\nkind=charge\nclass=food\nprice=7.50\ntext=Minibar beer\n"
  "text[fi]=Minibaari, olut\nwords=öl\n"
  "\n[code BARBEER]\nkind=charge\nclass=food\nprice=8.00\ntext=Bar: beer\n"
  "\n[code ADAPTER]\nkind=charge\nprice=13.98\ntext=Travel adapter\n"
  "\n[code POST]\nkind=charge\nprice=1.00\ntext=Stamp\n";

#define STAY(conf, name, room, type, from, to, refs)                                        \
  "{\"confirmation\": \"" conf "\", \"guest\": {\"name\": \"" name "\", \"lang\": \"en\"},"   \
  " \"adults\": 1, \"children_ages\": [], \"arrival\": \"" from "\","                          \
  " \"departure\": \"" to "\", \"rate_plan\": \"FLEX\", \"collects\": \"hotel\","             \
  " \"rate_shown\": true, \"references\": [" refs "],"                                         \
  " \"nights\": [{\"date\": \"" from "\", \"room\": \"" room "\", \"room_type\": \"" type "\"}]}"

static const char stays[] =
  "[" STAY ("AM-0001", "Anna Kowalska", "412", "SUP", "2024-02-26", "2024-02-27", "")
  "," STAY ("AM-0002", "Anna Berg", "415", "DLX", "2024-02-26", "2024-02-27",
            "{\"kind\": \"agency\", \"value\": \"BK.77/1\"}")
  "," STAY ("AM-0003", "Bill Stone", "501", "SUP", "2024-02-26", "2024-02-27",
            "{\"kind\": \"agency\", \"value\": \"501\"}")
  "," STAY ("AM-0004", "Øyvind Why", "412", "SUP", "2024-02-27", "2024-02-28", "")
  "]";

/* What a line becomes: a canonical line, or an error and words of its message. */
typedef struct
{
  const char *text;
  const char *canonical;
  int         code;
  const char *says;
} LineCase;

static const LineCase cases[] = {
  /* subjects */
  { "412 post beer", "AM-0001 post BEER", 0, NULL },
  { "412.2 post beer", "AM-0001 post BEER w2", 0, NULL },
  { "am-0001 post beer", "AM-0001 post BEER", 0, NULL },
  { "AM-0001.3 post beer", "AM-0001 post BEER w3", 0, NULL },
  { "#1 post beer", "AM-0001 post BEER", 0, NULL },
  { "BK.77/1 in", "AM-0002 in", 0, NULL },
  { "anna kowalska why", "AM-0001 why total", 0, NULL },
  { "KOWALSKA why", "AM-0001 why total", 0, NULL },
  { "\"bill stone\" in", "AM-0003 in", 0, NULL },
  { "412 anna why", "AM-0001 why total", 0, NULL },
  { "415 next in", "AM-0002 in", 0, NULL },
  { "415 in", "AM-0002 in", 0, NULL },
  { "415 in 501", "AM-0002 in 501", 0, NULL },
  { "anna why", NULL, DESK_ERROR_AMBIGUOUS, "Anna Berg (415, AM-0002)" },
  { "501 in", NULL, DESK_ERROR_AMBIGUOUS, "is a room, and the number of" },
  { "415 post beer", NULL, DESK_ERROR_NOT_FOUND, "415 next" },
  { "412 next in", NULL, DESK_ERROR_NOT_FOUND, "nobody who arrives" },
  { "999 post beer", NULL, DESK_ERROR_NOT_FOUND, "no room" },
  { "#99 post beer", NULL, DESK_ERROR_NOT_FOUND, NULL },
  { "nobody post beer", NULL, DESK_ERROR_NOT_FOUND, "nobody" },
  { "anna kow why", NULL, DESK_ERROR_NOT_FOUND, NULL },

  /* verbs and slips */
  { "412 wen 7", NULL, DESK_ERROR_USAGE,
    "\"wen\" is neither a command nor a guest in 412; nearest: why" },
  { "412 pots beer", NULL, DESK_ERROR_USAGE, "nearest: post" },
  { "412 gift bfast", NULL, DESK_ERROR_USAGE, "\"gift\" is neither a command" },
  { "AM-0001 zzz", NULL, DESK_ERROR_USAGE, "\"zzz\"" },
  { "post beer", "? post beer", 0, NULL },
  { "bill stone", "? bill stone", 0, NULL },
  { "? 412 post beer", "? 412 post beer", 0, NULL },
  { "", "? ", 0, NULL },

  /* post */
  { "412 post beer 2x", "AM-0001 post BEER 2x", 0, NULL },
  { "412 POST Öl 2X w3 at 5", "AM-0001 post BEER 2x at 5.00 w3", 0, NULL },
  { "412 post at 5 beer", NULL, DESK_ERROR_USAGE, "not understood after post" },
  { "412 post travel adapter 2x at 12,5", "AM-0001 post ADAPTER 2x at 12.50", 0, NULL },
  { "412 post minibaari olut", "AM-0001 post BEER", 0, NULL },
  { "412 post breakfast", "AM-0001 post BFST", 0, NULL },
  { "412 post bar", "AM-0001 post BARBEER", 0, NULL },
  { "412 post post", "AM-0001 post POST", 0, NULL },
  { "412 post beer 2 x", "AM-0001 post BEER 2x", 0, NULL },
  { "412 post beer 2 ×", "AM-0001 post BEER 2x", 0, NULL },
  { "412 post beer 10 %", NULL, DESK_ERROR_USAGE, "no percentage" },
  { "412 x", NULL, DESK_ERROR_USAGE, NULL },
  { "412 post beer at", NULL, DESK_ERROR_USAGE, "followed by the price" },
  { "412 post beer at much", NULL, DESK_ERROR_USAGE, "followed by the price" },
  { "412 post beer at 1.234", NULL, DESK_ERROR_INVALID, "1.23 or 1234?" },
  { "412 post beer 2x 3x", NULL, DESK_ERROR_USAGE, "one too many" },
  { "412.2 post beer w2", NULL, DESK_ERROR_USAGE, "named twice" },
  { "412 post beer 0x", NULL, DESK_ERROR_INVALID, "1x to 9999x" },
  { "412 post beer 10000x", NULL, DESK_ERROR_INVALID, "1x to 9999x" },
  { "412 post beer w9", NULL, DESK_ERROR_INVALID, "w1 to w8" },
  { "412 post beer 10%", NULL, DESK_ERROR_USAGE, "no percentage" },
  { "412 post beer sheet m-2181", "AM-0001 post BEER check M-2181", 0, NULL },
  { "412 post beer w2 check 8803 2x", "AM-0001 post BEER 2x check 8803 w2", 0, NULL },
  { "412 post beer sheet", NULL, DESK_ERROR_USAGE, "the number on the paper" },
  { "412 post beer check 88,03", NULL, DESK_ERROR_USAGE, "the number on the paper" },
  { "412 post beer check 1 sheet 2", NULL, DESK_ERROR_USAGE, "one too many" },
  { "412 post beer 5", NULL, DESK_ERROR_USAGE, "2x, at 12.50, w2 or sheet M-2181" },
  { "412 post beer 2", NULL, DESK_ERROR_USAGE, NULL },
  { "412 post beer -2x", NULL, DESK_ERROR_USAGE, NULL },
  { "412 post", NULL, DESK_ERROR_USAGE, "followed by an article" },
  { "412 post cash", NULL, DESK_ERROR_USAGE, "not understood" },
  { "412 post gold", NULL, DESK_ERROR_USAGE, "\"gold\" is not understood after post" },

  /* pay */
  { "412 pay all card", "AM-0001 pay all CARD", 0, NULL },
  { "412 pay 7,9 cash", "AM-0001 pay 7.90 CASH", 0, NULL },
  { "412 pay 12.50 cash: thanks", "AM-0001 pay 12.50 CASH", 0, NULL },
  { "412.3 pay 5 card", "AM-0001 pay 5.00 CARD w3", 0, NULL },
  { "412 pay 5", NULL, DESK_ERROR_USAGE, "CASH, CARD" },
  { "412 pay card", NULL, DESK_ERROR_USAGE, "an amount or all" },
  { "412 pay 1.234,50 cash", NULL, DESK_ERROR_INVALID, "not grouped" },
  { "412 pay 1,234 cash", NULL, DESK_ERROR_INVALID, "1.23 or 1234?" },
  { "412 pay 1.2345 cash", NULL, DESK_ERROR_INVALID, "2 decimals" },
  { "412 pay 5. cash", NULL, DESK_ERROR_INVALID, "before and after" },
  { "412 pay .5 cash", NULL, DESK_ERROR_INVALID, "before and after" },
  { "412 pay -5 cash", "AM-0001 pay -5.00 CASH", 0, NULL },
  { "412 pay \xe2\x88\x92" "5 cash", "AM-0001 pay -5.00 CASH", 0, NULL },
  { "412 pay -", NULL, DESK_ERROR_USAGE, NULL },
  { "412 pay --5 cash", NULL, DESK_ERROR_USAGE, NULL },
  { "412 why hold", "AM-0001 why hold", 0, NULL },
  { "AM-0001 in hold 150 card *4411", "AM-0001 in hold 150.00 CARD *4411", 0, NULL },
  { "AM-0001 in 412 *4411 card hold 150", "AM-0001 in 412 hold 150.00 CARD *4411", 0, NULL },
  { "AM-0001 in hold 150", NULL, DESK_ERROR_USAGE, "on which card" },
  { "AM-0001 in card", NULL, DESK_ERROR_USAGE, "on which card" },
  { "AM-0001 in hold card *4411", NULL, DESK_ERROR_USAGE, "followed by" },
  { "AM-0001 in hold 150 card *441", NULL, DESK_ERROR_INVALID, "four digits" },
  { "412 pay 99999999999999999999 cash", NULL, DESK_ERROR_INVALID, "too large" },
  { "412 pay 5 cash card", NULL, DESK_ERROR_USAGE, "already says a means of payment" },

  /* why */
  { "412 why 7", "AM-0001 why 7", 0, NULL },
  { "412 why 7 fi", "AM-0001 why 7 fi", 0, NULL },
  { "412 why levy lt", "AM-0001 why levy lt", 0, NULL },
  { "412 why lt levy", "AM-0001 why levy lt", 0, NULL },
  { "412 why balance", "AM-0001 why balance", 0, NULL },
  { "412 why 7 vat", NULL, DESK_ERROR_USAGE, "line 7 or vat" },
  { "412 why 7-9", NULL, DESK_ERROR_INVALID, "one line at a time" },
  { "412 why 0", NULL, DESK_ERROR_INVALID, "from 1" },
  { "412 why 7: because", NULL, DESK_ERROR_USAGE, "takes no text" },

  /* the form of a line */
  { "\"anna", NULL, DESK_ERROR_USAGE, "not closed" },
  { "412 \xff post", NULL, DESK_ERROR_USAGE, "UTF-8" },
  { "412 post\nbeer", NULL, DESK_ERROR_USAGE, "hidden character" },
  { "412 post be\u200b" "er", NULL, DESK_ERROR_USAGE, "hidden character" },
  { "412 post \xe2\x80\xae" "beer", NULL, DESK_ERROR_USAGE, "hidden character" },
};

static DeskTestHouse *
new_house (void)
{
  g_autofree char *property = g_strconcat (desk_test_property (), more_property, NULL);
  DeskTestHouse *fixture = desk_test_house_new_with (property);
  g_autoptr (DeskLine) line = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  desk_test_house_import (fixture, stays);
  line = desk_line_parse (fixture->house, "412 in", 0, desk_catalog_get_default (), &error);
  g_assert_no_error (error);
  outcome = desk_action_do (fixture->house, &fixture->context, line->action, NULL, NULL, &error);
  g_assert_no_error (error);
  return fixture;
}

static void
check_case (DeskTestHouse  *fixture,
            const LineCase *one)
{
  g_autofree char *shown = g_strescape (one->text, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = desk_line_parse (fixture->house, one->text, 0,
                                               desk_catalog_get_default (), &error);

  g_test_message ("%s", shown);
  if (one->canonical != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (line->canonical, ==, one->canonical);
      return;
    }
  g_assert_null (line);
  g_assert_error (error, DESK_ERROR, one->code);
  if (one->says != NULL && strstr (error->message, one->says) == NULL)
    g_error ("\"%s\" gives \"%s\" without \"%s\"", one->text, error->message, one->says);
}

static void
test_cases (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (fixture, &cases[i]);
}

/* What is canonical says the same when it is typed. */
static void
test_canonical (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskLine) line = NULL;

      if (cases[i].canonical == NULL)
        continue;
      line = desk_line_parse (fixture->house, cases[i].canonical, 0, desk_catalog_get_default (),
                              &error);
      g_assert_no_error (error);
      g_assert_cmpstr (line->canonical, ==, cases[i].canonical);
    }
}

static void
test_action (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = NULL;

  line = desk_line_parse (fixture->house, "412.2 post beer 3x at 5,25: for the road", 0,
                          desk_catalog_get_default (), &error);
  g_assert_no_error (error);
  g_assert_cmpint (line->kind, ==, DESK_LINE_ACTION);
  g_assert_cmpint (line->action->verb, ==, DESK_VERB_POST);
  g_assert_cmpstr (line->action->code, ==, "BEER");
  g_assert_cmpint (line->action->quantity, ==, 3);
  g_assert_true (line->action->has_unit);
  g_assert_cmpint (line->action->unit_minor, ==, 525);
  g_assert_cmpint (line->action->window, ==, 2);
  g_assert_cmpstr (line->action->text, ==, "for the road");
  g_assert_cmpint (line->action->stay_id, ==, line->stay_id);
}

/* With a stay open the subject may be left out, and a verb may come first. */
static void
test_open_stay (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = NULL;
  g_autoptr (DeskLine) other = NULL;

  line = desk_line_parse (fixture->house, "post beer", 1, desk_catalog_get_default (), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line->canonical, ==, "AM-0001 post BEER");

  other = desk_line_parse (fixture->house, "415 in", 1, desk_catalog_get_default (), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (other->canonical, ==, "AM-0002 in");
}

typedef struct
{
  const char *text;
  const char *classes;
} TokenCase;

static const TokenCase token_cases[] = {
  { "412 post beer 2x at 5 w2: note", "room verb article quantity price price window text" },
  { "412 anna why vat fi", "room name verb topic language" },
  { "412 wen 7", "room ? ?" },
  { "412 post beer gold 2x", "room verb article ? ?" },
  { "am-0001 pay all card", "number verb amount tender" },
  { "415 next in", "room party verb" },
  { "some words", "search search" },
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
          const DeskLineToken *token = &g_array_index (tokens, DeskLineToken, j);

          g_assert_cmpint (token->start, <, token->end);
          g_assert_cmpint (token->end, <=, (int) strlen (token_cases[i].text));
          g_string_append_printf (classes, "%s%s", j > 0 ? " " : "",
                                  token->word_class != NULL ? token->word_class : "?");
        }
      g_assert_cmpstr (classes->str, ==, token_cases[i].classes);
    }
}

/* In each language every word of the grammar is its own, and English goes on working. */
static void
test_languages (void)
{
  static const struct
  {
    const char *context;
    const char *english;
  } words[] = {
    { "verb", "in" }, { "verb", "out" }, { "verb", "move" }, { "verb", "swap" },
    { "verb", "rate" }, { "verb", "post" }, { "verb", "fix" }, { "verb", "off" },
    { "verb", "pay" }, { "verb", "why" }, { "verb", "undo" },
  };
  const char *const *languages = desk_catalog_list_languages ();
  g_autoptr (DeskTestHouse) fixture = new_house ();
  guint i;
  guint j;
  guint k;

  for (i = 0; languages[i] != NULL; i++)
    {
      const DeskCatalog *catalog = desk_catalog_get (languages[i]);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskLine) english = NULL;
      g_autoptr (DeskLine) own = NULL;
      g_autofree char *text = NULL;

      for (j = 0; j < G_N_ELEMENTS (words); j++)
        {
          const char *said = desk_catalog_pgettext (catalog, words[j].context, words[j].english);
          g_auto (GStrv) each = g_strsplit (said, " ", -1);

          for (k = 0; each[k] != NULL; k++)
            if (!g_hash_table_add (seen, g_strdup (each[k])))
              g_error ("%s: \"%s\" stands for two things", languages[i], each[k]);
        }
      desk_line_check_words (desk_house_get_property (fixture->house), catalog, &error);
      g_assert_no_error (error);
      english = desk_line_parse (fixture->house, "412 why", 0, catalog, &error);
      g_assert_no_error (error);
      text = g_strdup_printf ("412 %s %s", desk_catalog_pgettext (catalog, "verb", "why"),
                              desk_catalog_pgettext (catalog, "line", "total"));
      own = desk_line_parse (fixture->house, text, 0, catalog, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (own->canonical, ==, english->canonical);
    }
}

/* What a language shows as an example can be typed in that language. */
static void
test_examples (void)
{
  static const struct
  {
    const char *word;
    const char *example;
  } words[] = {
    { "at", "at 12.50" }, { "sheet", "sheet M-2181" }, { "none", "none" },
    { "on", "on 8" }, { "list", "list" }, { "from", "from tonight" }, { "till", "till sun" },
    { "swap", "swap" }, { "early", "early" }, { "hold", "hold 150" },
  };
  const char *const *languages = desk_catalog_list_languages ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const DeskCatalog *catalog = desk_catalog_get (languages[i]);

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          g_auto (GStrv) own = g_strsplit (desk_catalog_pgettext (catalog, "line", words[j].word),
                                           " ", -1);
          g_auto (GStrv) shown = g_strsplit (desk_catalog_gettext (catalog, words[j].example),
                                             " ", -1);

          g_test_message ("%s: %s", languages[i], shown[0]);
          g_assert_true (g_strv_contains ((const char *const *) own, shown[0]));
        }
    }
}

/* A day that stands alone, on Monday 26 February 2024; what is none is NULL. */
static const struct
{
  const char *lang;
  const char *text;
  const char *day;
} days[] = {
  { "en", "2024-02-29", "2024-02-29" }, { "en", "29.2.", "2024-02-29" },
  { "en", "29.2", "2024-02-29" }, { "en", "29/2", "2024-02-29" }, { "en", "29/2/", "2024-02-29" },
  { "en", " 29.2 ", "2024-02-29" }, { "en", "29.2.2024", "2024-02-29" },
  { "en", "29/2/2024", "2024-02-29" }, { "en", "31.12", "2023-12-31" },
  { "en", "1/7", "2024-07-01" }, { "en", "9 sep", "2023-09-09" },
  { "en", "9\u00a0sep", "2023-09-09" }, { "en", "today", "2024-02-26" },
  { "en", "tomorrow", "2024-02-27" }, { "en", "mon", "2024-03-04" }, { "lt", "29.2", "2024-02-29" },
  { "fi", "ma", "2024-03-04" },
  { "en", "", NULL }, { "en", "30/2", NULL }, { "en", "0.1", NULL }, { "en", "9", NULL },
  { "en", ".9", NULL }, { "en", "9.", NULL }, { "en", "9..9", NULL }, { "en", "2024/02/29", NULL },
  { "en", "29.2.24", NULL }, { "en", "29.2.0024", NULL }, { "en", "29.2.2024.", NULL },
  { "en", "29.2: why", NULL }, { "en", "29.2 1.3", NULL }, { "en", "\"29.2\"", NULL },
  { "en", "29.2\u200b", NULL }, { "en", "perhaps", NULL },
};

static void
test_day (void)
{
  const DeskDate today = desk_date_from_dmy (26, 2, 2024);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      DeskDate day = DESK_DATE_NONE;
      gboolean is_day = desk_line_parse_day (days[i].text, today, desk_catalog_get (days[i].lang),
                                             &day, &error);

      g_test_message ("%s", days[i].text);
      g_assert_true (is_day == (days[i].day != NULL) && is_day == (error == NULL));
      text = is_day ? desk_date_to_string (day) : NULL;
      g_assert_cmpstr (text, ==, days[i].day);
    }
}

static const char *const pieces[] = {
  "412", "415", "AM-0001", "#1", "anna", "kowalska", "in", "post", "pay", "why", "beer", "card",
  "all", "at", "2x", "w2", "7", "1.234", "12,50", "10%", "next", "fi", "vat", ":", "\"", "?", ".",
  "fix", "off", "rate", "move", "swap", "out", "undo", "7-9", "7+8", "none", "noise", "price",
  "on", "rooms", "list", "from", "till", "now", "tonight", "mon", "9.9.", "9", "sep", "last",
  "2024-02-27", "keep", "new", "quiet", "view+quiet", "dlx", "early", "412.2", "é", "–", "\t",
  "x", "9999999999999999999", "-1", "BK.77/1", "'", "\xf0\x9f\x98\x80",
};

static char *
random_line (void)
{
  static const char *const beginnings[] = {
    "412 fix 7 ", "412 off 10% ", "412 off 5 ", "412 move ", "412 rate 99 ", "412 out ",
    "412 post ", "412 pay 5 ",
  };
  GString *line = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 9);

  if (g_test_rand_int_range (0, 2) == 0)
    g_string_append (line, beginnings[g_test_rand_int_range (0, G_N_ELEMENTS (beginnings))]);
  while (n-- > 0)
    {
      if (g_test_rand_int_range (0, 6) == 0)
        g_string_append_c (line, (char) g_test_rand_int_range (1, 256));
      else
        g_string_append (line, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (g_test_rand_int_range (0, 5) > 0)
        g_string_append_c (line, ' ');
    }
  return g_string_free (line, FALSE);
}

static gboolean
has_verb (const char *text)
{
  static const char *const verbs[] = {
    "in", "post", "pay", "fix", "off", "rate", "move", "swap", "out", "undo",
  };
  g_autofree char *lower = g_ascii_strdown (text, -1);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strstr (lower, verbs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whatever is typed, an action comes only of a subject and a verb that were. */
static void
test_fuzz (void)
{
  g_autoptr (DeskTestHouse) fixture = new_house ();
  guint n_lines = g_test_thorough () ? 1000000 : 50000;
  guint n_actions = 0;
  guint i;

  for (i = 0; i < n_lines; i++)
    {
      g_autofree char *text = random_line ();
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskLine) line = desk_line_parse (fixture->house, text, 0,
                                                   desk_catalog_get_default (), &error);

      g_assert_true ((line == NULL) == (error != NULL));
      if (line == NULL || line->kind != DESK_LINE_ACTION)
        continue;
      n_actions++;
      g_assert_true (line->stay_id > 0 || line->action->verb == DESK_VERB_ROOMS ||
                     line->action->verb == DESK_VERB_UNDO);
      g_assert_true (has_verb (text) || line->action->verb == DESK_VERB_ROOMS);
      g_assert_cmpint (line->action->window, >=, 0);
      g_assert_cmpint (line->action->window, <=, 8);
      g_assert_cmpint (line->action->quantity, >=, 1);
      g_assert_true (line->action->verb != DESK_VERB_FIX || line->action->lines->len > 0);
      g_assert_true (line->action->verb != DESK_VERB_OFF || line->action->reason != NULL);
      g_assert_true (line->action->verb != DESK_VERB_RATE || line->action->reason != NULL);
      g_assert_cmpint (line->action->unit_minor, >=, 0);
      g_assert_cmpint (line->action->amount_minor, >=, 0);
    }
  g_test_message ("%u of %u lines were actions", n_actions, n_lines);
  g_assert_cmpuint (n_actions, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/cases", test_cases);
  g_test_add_func ("/line/canonical", test_canonical);
  g_test_add_func ("/line/action", test_action);
  g_test_add_func ("/line/open-stay", test_open_stay);
  g_test_add_func ("/line/tokens", test_tokens);
  g_test_add_func ("/line/languages", test_languages);
  g_test_add_func ("/line/examples", test_examples);
  g_test_add_func ("/line/day", test_day);
  g_test_add_func ("/line/fuzz", test_fuzz);
  return g_test_run ();
}
