/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-stays-file.h"
#include "desk-test-house.h"
#include "desk-test-said.h"

/* One stay with one night, as each case of the table changes it. */
#define STAY_HEAD \
  "[\n {\"confirmation\": \"C-1\", \"guest\": {\"name\": \"Robin\"}, \"adults\": 1,\n" \
  "  \"arrival\": \"2024-02-26\", \"departure\": \"2024-02-27\", \"rate_plan\": \"BB\""
#define NIGHT "\"date\": \"2024-02-26\", \"room\": \"412\""
#define STAY(more) STAY_HEAD more ", \"nights\": [{" NIGHT "}]}\n]"
#define STAY_NIGHTS(nights) STAY_HEAD ", \"nights\": " nights "}\n]"
#define STAY_NIGHT(more) STAY_NIGHTS ("[{" NIGHT more "}]")
#define STAY_PART(part) STAY_NIGHT (", \"package\": [" part "]")

typedef struct
{
  const char *name;
  const char *text;
  const char *field;   /* NULL: the stay is of the form it must have */
} FormCase;

#define GUEST(field, value) \
  "[{\"confirmation\": \"A\", \"guest\": {\"name\": \"R\", \"" field "\": \"" value "\"}}]"

static const FormCase form_cases[] = {
  { "plain", STAY (""), NULL },
  { "no-object", "[7]", "" },
  { "empty-object", "[{}]", "confirmation" },
  { "unknown-name", STAY (", \"smoking\": true"), "smoking" },
  { "doubled-name", STAY (", \"adults\": 2"), "adults" },
  { "doubled-inside", STAY_NIGHT (", \"price\": \"1.00\", \"price\": \"2.00\""), "price" },
  { "confirmation-number", "[{\"confirmation\": 5}]", "confirmation" },
  { "confirmation-empty", "[{\"confirmation\": \"\"}]", "confirmation" },
  { "confirmation-control", "[{\"confirmation\": \"A\\u0007\"}]", "confirmation" },
  { "guest-missing", "[{\"confirmation\": \"A\"}]", "guest" },
  { "guest-text", "[{\"confirmation\": \"A\", \"guest\": \"Robin\"}]", "guest" },
  { "guest-nameless", "[{\"confirmation\": \"A\", \"guest\": {}}]", "guest.name" },
  { "guest-blank", "[{\"confirmation\": \"A\", \"guest\": {\"name\": \" \"}}]", "guest.name" },
  { "guest-unknown", "[{\"confirmation\": \"A\", \"guest\": {\"nick\": \"R\"}}]", "guest.nick" },
  { "guest-turned", "[{\"confirmation\": \"A\", \"guest\": {\"name\": \"a\\u202eb\"}}]",
    "guest.name" },
  { "guest-phone", GUEST ("phone", "none"), "guest.phone" },
  { "guest-mail", GUEST ("mail", "example.org"), "guest.mail" },
  { "guest-mail-two", GUEST ("mail", "a@example.org, b@example.org"), "guest.mail" },
  { "guest-nationality", GUEST ("nationality", "fi"), "guest.nationality" },
  { "guest-nationality-long", GUEST ("nationality", "FINL"), "guest.nationality" },
  { "guest-lang", "[{\"confirmation\": \"A\", \"guest\": {\"name\": \"R\", \"lang\": \"?\"}}]",
    "guest.lang" },
  { "ages-fine", STAY (", \"children_ages\": [0, 17]"), NULL },
  { "ages-text", STAY (", \"children_ages\": [3, \"4\"]"), "children_ages[1]" },
  { "ages-high", STAY (", \"children_ages\": [121]"), "children_ages[0]" },
  { "ages-no-list", STAY (", \"children_ages\": 3"), "children_ages" },
  { "collects-other", STAY (", \"collects\": \"bank\""), "collects" },
  { "rate-shown-word", STAY (", \"rate_shown\": \"no\""), "rate_shown" },
  { "reference-fine", STAY (", \"references\": [{\"kind\": \"a\", \"value\": \"b\"}]"), NULL },
  { "reference-half", STAY (", \"references\": [{\"kind\": \"a\"}]"), "references[0].value" },
  { "reference-text", STAY (", \"references\": [\"b\"]"), "references[0]" },
  { "nights-object", STAY_NIGHTS ("{}"), "nights" },
  { "nights-none", STAY_NIGHTS ("[]"), "nights" },
  { "nights-two", STAY_NIGHTS ("[{" NIGHT "}, {\"date\": \"2024-02-27\"}]"), "nights[1].date" },
  { "night-other", STAY_NIGHTS ("[{\"date\": \"2024-02-27\"}]"), "nights[0].date" },
  { "night-undated", STAY_NIGHTS ("[{}]"), "nights[0].date" },
  { "night-day-first", STAY_NIGHTS ("[{\"date\": \"26.02.2024\"}]"), "nights[0].date" },
  { "night-unknown", STAY_NIGHT (", \"bed\": 1"), "nights[0].bed" },
  { "room-number", STAY_NIGHTS ("[{\"date\": \"2024-02-26\", \"room\": 412}]"), "nights[0].room" },
  { "price-fine", STAY_NIGHT (", \"price\": \"99.5\""), NULL },
  { "price-zero", STAY_NIGHT (", \"price\": \"0\""), NULL },
  { "price-number", STAY_NIGHT (", \"price\": 99.00"), "nights[0].price" },
  { "price-whole-number", STAY_NIGHT (", \"price\": 99"), "nights[0].price" },
  { "price-null", STAY_NIGHT (", \"price\": null"), NULL },
  { "promised-fine", STAY_NIGHT (", \"promised\": \"89.00\""), NULL },
  { "promised-number", STAY_NIGHT (", \"promised\": 89"), "nights[0].promised" },
  { "price-negative", STAY_NIGHT (", \"price\": \"-1.00\""), "nights[0].price" },
  { "price-minus-zero", STAY_NIGHT (", \"price\": \"-0\""), "nights[0].price" },
  { "price-comma", STAY_NIGHT (", \"price\": \"99,00\""), "nights[0].price" },
  { "price-grouped", STAY_NIGHT (", \"price\": \"1.000\""), "nights[0].price" },
  { "price-large", STAY_NIGHT (", \"price\": \"99999999999999999999\""), "nights[0].price" },
  { "package-none", STAY_NIGHT (", \"package\": []"), NULL },
  { "package-object", STAY_NIGHT (", \"package\": {}"), "nights[0].package" },
  { "part-fine", STAY_PART ("{\"code\": \"BFST\", \"quantity\": \"adults\"}"), NULL },
  { "part-no-code", STAY_PART ("{\"quantity\": 1}"), "nights[0].package[0].code" },
  { "part-none", STAY_PART ("{\"code\": \"B\", \"quantity\": 0}"),
    "nights[0].package[0].quantity" },
  { "part-word", STAY_PART ("{\"code\": \"B\", \"quantity\": \"2\"}"),
    "nights[0].package[0].quantity" },
  { "part-decimals", STAY_PART ("{\"code\": \"B\", \"quantity\": 1.0}"),
    "nights[0].package[0].quantity" },
  { "part-price", STAY_PART ("{\"code\": \"B\", \"unit_price\": 16.5}"),
    "nights[0].package[0].unit_price" },
};

static void
test_form (gconstpointer data)
{
  const FormCase *test = data;
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GError) error = NULL;
  const DeskFileElement *element;

  elements = desk_stays_file_read (test->text, strlen (test->text), 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (elements->len, ==, 1);
  element = g_ptr_array_index (elements, 0);
  if (test->field == NULL)
    {
      g_assert_no_error (element->error);
      g_assert_nonnull (element->stay);
      return;
    }

  g_assert_null (element->stay);
  g_assert_error (element->error, DESK_ERROR, DESK_ERROR_INVALID);
  g_assert_cmpstr (desk_error_get_place (element->error)->key, ==, test->field);
  g_assert_cmpint (desk_error_get_place (element->error)->line, >, 0);
  g_assert_cmpstr (element->error->message, !=, "");
  desk_test_assert_said (desk_error_get_message (element->error));
}

typedef struct
{
  const char *name;
  const char *text;
  int         line;
} BrokenCase;

static const BrokenCase broken_cases[] = {
  { "empty", "", 1 },
  { "only-space", " \n\n", 3 },
  { "object", "{}", 1 },
  { "number", "1", 1 },
  { "unclosed", "[\n{", 2 },
  { "cut-in-text", "[\n{\"confirmation", 2 },
  { "comma-at-end", "[{},\n]", 2 },
  { "two-lists", "[]\n[]", 2 },
  { "single-quotes", "[{'a': 1}]", 1 },
  { "comment", "[ /" "/ none\n]", 1 },
  { "bare-word", "[{\"a\":\nnope}]", 2 },
  { "leading-zero", "[01]", 1 },
  { "lonely-minus", "[-]", 1 },
  { "hexadecimal", "[0x10]", 1 },
  { "newline-in-text", "[\"a\nb\"]", 1 },
  { "bad-escape", "[\"\\x\"]", 1 },
  { "half-pair", "[\n\"\\ud800\"]", 2 },
  { "wrong-half", "[\"\\udc00\"]", 1 },
  { "nul-escape", "[\"\\u0000\"]", 1 },
  { "not-utf8", "[\n\n\"\xff\"]", 3 },
  { "escaped-name", "[{\"\\u0061\": 1}]", 1 },
  { "deep", "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]", 1 },
};

static void
test_broken (gconstpointer data)
{
  const BrokenCase *test = data;
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GError) error = NULL;

  elements = desk_stays_file_read (test->text, strlen (test->text), 2, &error);
  g_assert_null (elements);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
  g_assert_cmpint (desk_error_get_place (error)->line, ==, test->line);
  desk_test_assert_said (desk_error_get_message (error));
}

static void
test_nul_byte (void)
{
  const char text[] = "[{\"a\": \"\0\"}]";
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_stays_file_read (text, sizeof text - 1, 2, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
}

/* Every element is judged, and each mistake has the line of its own. */
static void
test_lines (void)
{
  const char *text = "\xef\xbb\xbf[\n{},\n\n  {\"confirmation\":\n7}, {}\n]\n";
  const int lines[] = { 2, 4, 5 };
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  elements = desk_stays_file_read (text, strlen (text), 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (elements->len, ==, G_N_ELEMENTS (lines));
  for (i = 0; i < elements->len; i++)
    {
      const DeskFileElement *element = g_ptr_array_index (elements, i);

      g_assert_cmpint (desk_error_get_place (element->error)->line, ==, lines[i]);
    }
}

static DeskFileStay *
read_first (const char *text)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GError) error = NULL;
  DeskFileElement *element;

  elements = desk_stays_file_read (text, strlen (text), 2, &error);
  g_assert_no_error (error);
  element = g_ptr_array_index (elements, 0);
  g_assert_no_error (element->error);
  return g_steal_pointer (&element->stay);
}

static void
test_example (void)
{
  g_autoptr (DeskFileStay) stay = read_first (desk_test_stays ());
  const DeskFileNight *night;
  const DeskPackagePart *part;

  g_assert_cmpstr (stay->confirmation, ==, "AM-0226A");
  g_assert_cmpstr (stay->guest_name, ==, "Robin Example");
  g_assert_cmpint (stay->adults, ==, 1);
  g_assert_cmpuint (stay->references->len, ==, 1);
  g_assert_cmpuint (stay->nights->len, ==, 2);
  g_assert_true (stay->collects_hotel);

  night = g_ptr_array_index (stay->nights, 0);
  g_assert_true (night->has_price);
  g_assert_cmpint (night->price_minor, ==, 9900);
  part = g_ptr_array_index (night->package, 0);
  g_assert_cmpint (part->unit_minor, ==, 1650);

  night = g_ptr_array_index (stay->nights, 1);
  g_assert_false (night->has_price);
  g_assert_null (night->package);
}

/* What the digest is made of is what is said, not how it is laid out. */
static void
test_digest (void)
{
  g_autoptr (DeskFileStay) plain = read_first (STAY (""));
  g_autoptr (DeskFileStay) default_said = read_first (STAY (", \"collects\": \"hotel\""));
  g_autoptr (DeskFileStay) agency = read_first (STAY (", \"collects\": \"agency\""));
  g_autoptr (DeskFileStay) price = read_first (STAY_NIGHT (", \"price\": \"5\""));
  g_autoptr (DeskFileStay) same_price = read_first (STAY_NIGHT (", \"price\": \"5.00\""));
  g_autoptr (DeskFileStay) no_package = read_first (STAY_NIGHT (", \"package\": []"));

  g_assert_cmpstr (plain->digest, ==, default_said->digest);
  g_assert_cmpstr (price->digest, ==, same_price->digest);
  g_assert_cmpstr (plain->digest, !=, agency->digest);
  g_assert_cmpstr (plain->digest, !=, price->digest);
  g_assert_cmpstr (plain->digest, !=, no_package->digest);
}

typedef struct
{
  const char *name;
  const char *unit;     /* repeated */
  guint       times;
  gboolean    fine;
} NameCase;

static const NameCase name_cases[] = {
  { "one", "Ö", 1, TRUE },
  { "longest", "x", 300, TRUE },
  { "longest-wide", "名", 300, TRUE },
  { "too-long", "x", 301, FALSE },
  { "right-to-left", "יעל ", 20, TRUE },
  { "marks-of-direction", "\xe2\x80\xaf\xe2\x80\x8fنور", 5, TRUE },
  { "emoji", "\\ud83d\\ude00", 3, TRUE },
  { "tab", "a\\t", 1, FALSE },
};

static void
test_name (gconstpointer data)
{
  const NameCase *test = data;
  g_autoptr (GString) text = g_string_new ("[{\"confirmation\": \"N\", \"guest\": {\"name\": \"");
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GError) error = NULL;
  const DeskFileElement *element;
  guint i;

  for (i = 0; i < test->times; i++)
    g_string_append (text, test->unit);
  g_string_append (text, "\"}, \"adults\": 1, \"arrival\": \"2024-02-26\", "
                         "\"departure\": \"2024-02-26\", \"rate_plan\": \"BB\", \"nights\": []}]");

  elements = desk_stays_file_read (text->str, text->len, 2, &error);
  g_assert_no_error (error);
  element = g_ptr_array_index (elements, 0);
  if (test->fine)
    g_assert_no_error (element->error);
  else
    g_assert_cmpstr (desk_error_get_place (element->error)->key, ==, "guest.name");
}

/* Nothing that a broken disk or a careless hand makes of a file may crash. */
static void
test_mutations (void)
{
  const char *original = desk_test_stays ();
  gsize length = strlen (original);
  g_autoptr (GRand) random = g_rand_new_with_seed (20240226);
  guint round;

  for (round = 0; round < 10000; round++)
    {
      g_autofree char *text = g_memdup2 (original, length);
      gsize cut = g_rand_int_range (random, 0, 8) == 0
                    ? (gsize) g_rand_int_range (random, 0, (gint32) length)
                    : length;
      int n_changes = g_rand_int_range (random, 1, 6);
      g_autoptr (GPtrArray) elements = NULL;
      g_autoptr (GError) error = NULL;

      while (n_changes-- > 0)
        {
          gsize at = (gsize) g_rand_int_range (random, 0, (gint32) length);
          gsize from = (gsize) g_rand_int_range (random, 0, (gint32) length);

          text[at] = g_rand_boolean (random) ? (char) g_rand_int_range (random, 0, 256)
                                             : original[from];
        }
      elements = desk_stays_file_read (text, cut, 2, &error);
      g_assert_true ((elements == NULL) == (error != NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (form_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/stays-file/form/", form_cases[i].name, NULL);

      g_test_add_data_func (path, &form_cases[i], test_form);
    }
  for (i = 0; i < G_N_ELEMENTS (broken_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/stays-file/broken/", broken_cases[i].name, NULL);

      g_test_add_data_func (path, &broken_cases[i], test_broken);
    }
  for (i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/stays-file/name/", name_cases[i].name, NULL);

      g_test_add_data_func (path, &name_cases[i], test_name);
    }
  g_test_add_func ("/stays-file/broken/nul-byte", test_nul_byte);
  g_test_add_func ("/stays-file/lines", test_lines);
  g_test_add_func ("/stays-file/example", test_example);
  g_test_add_func ("/stays-file/digest", test_digest);
  g_test_add_func ("/stays-file/mutations", test_mutations);

  return g_test_run ();
}
