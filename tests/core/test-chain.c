/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <sodium.h>
#include <string.h>

#include "desk-chain.h"

static const guint8 zero[DESK_HASH_SIZE] = { 0 };

/* Written apart from the hasher, as a stranger would from the description. */
static void
put_number (GByteArray *bytes,
            guint64     number)
{
  int shift;

  for (shift = 56; shift >= 0; shift -= 8)
    {
      guint8 byte = (guint8) (number >> shift);

      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
put_int (GByteArray *bytes,
         gint64      value)
{
  g_byte_array_append (bytes, (const guint8 *) "i", 1);
  put_number (bytes, (guint64) value);
}

static void
put_text (GByteArray *bytes,
          const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) (text != NULL ? "t" : "n"), 1);
  if (text == NULL)
    return;
  put_number (bytes, strlen (text));
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
}

static GByteArray *
begin (const guint8 previous[DESK_HASH_SIZE])
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) "\1", 1);
  return g_byte_array_append (bytes, previous, DESK_HASH_SIZE);
}

static char *
hash_of (const GByteArray *bytes)
{
  guint8 hash[DESK_HASH_SIZE];

  crypto_generichash (hash, sizeof hash, bytes->data, bytes->len, NULL, 0);
  return desk_hash_to_string (hash);
}

static DeskPosting *
breakfast_new (void)
{
  DeskPosting *self = desk_posting_new ();

  self->id = 901;
  self->folio_id = 17;
  self->line = 2;
  self->config = 1;
  self->code = g_strdup ("BFST");
  self->tax_class = g_strdup ("food");
  desk_date_parse ("2024-02-26", &self->business_date, NULL);
  desk_date_parse ("2024-02-26", &self->stay_date, NULL);
  self->room = g_strdup ("412");
  self->quantity = 2;
  self->unit_minor = 1650;
  self->amount_minor = 3300;
  self->parent = 1;
  self->by = g_strdup ("nils");
  self->desk = g_strdup ("desk-1");
  self->posted_at = G_GINT64_CONSTANT (1708988400000000);
  desk_posting_add_step (self, DESK_STEP_TAKE, "code:BFST", desk_rational_from_int (1650),
                         desk_rational_from_int (1650));
  desk_posting_add_step (self, DESK_STEP_TIMES, "persons:2+0", desk_rational_from_int (2),
                         desk_rational_from_int (3300));
  desk_posting_add_step (self, DESK_STEP_TAX, "vat-9",
                         (DeskRational){ 330000, 109 }, (DeskRational){ 29700, 109 });
  desk_posting_last_step (self)->rate = g_strdup ("9");
  desk_posting_last_step (self)->mode = "inclusive";
  return self;
}

static void
put_breakfast (GByteArray *bytes)
{
  static const char *const steps[] = {
    "take", "code:BFST", "1650", NULL, NULL, NULL, "1650",
    "times", "persons:2+0", "2", NULL, NULL, NULL, "3300",
    "tax", "vat-9", "330000/109", "9", "inclusive", NULL, "29700/109",
  };
  guint i;

  put_int (bytes, 901);
  put_int (bytes, 17);
  put_int (bytes, 2);
  put_int (bytes, 1);
  put_text (bytes, "charge");
  put_int (bytes, 1);
  put_text (bytes, "BFST");
  put_text (bytes, "food");
  put_text (bytes, NULL);           /* tax */
  put_text (bytes, "2024-02-26");
  put_text (bytes, "2024-02-26");
  put_text (bytes, "412");
  put_int (bytes, 2);
  put_int (bytes, 1650);
  put_int (bytes, 3300);
  put_int (bytes, 1);
  put_int (bytes, 0);               /* answers */
  put_text (bytes, NULL);           /* check */
  put_text (bytes, NULL);           /* text */
  put_text (bytes, NULL);           /* reason */
  put_text (bytes, "nils");
  put_text (bytes, NULL);           /* allowed_by */
  put_text (bytes, "desk-1");
  put_int (bytes, G_GINT64_CONSTANT (1708988400000000));
  put_int (bytes, 0);               /* note */
  put_text (bytes, NULL);
  put_int (bytes, 3);
  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    put_text (bytes, steps[i]);
}

#define BREAKFAST_HASH "ca702214f9c6d34929612c27f2377aa0ae2e85ecaa84d56cee99b96635fe59f4"
#define SECOND_HASH "687d033bd88d3d7f0ac8554233ae197a5f21a9fb260b2475f49efad95c2acafa"
#define NOTE_HASH "1cfff1c5edba2137ceff1847b47d379679f6e6117e3280dbb41d4cb74c367dc6"

static void
test_posting (void)
{
  g_autoptr (DeskPosting) posting = breakfast_new ();
  g_autoptr (GByteArray) first = begin (zero);
  g_autoptr (GByteArray) second = NULL;
  guint8 head[DESK_HASH_SIZE];
  guint8 next[DESK_HASH_SIZE];
  g_autofree char *first_hex = NULL;
  g_autofree char *first_expected = NULL;
  g_autofree char *second_hex = NULL;
  g_autofree char *second_expected = NULL;

  desk_chain_posting (zero, posting, head);
  first_hex = desk_hash_to_string (head);
  put_breakfast (first);
  first_expected = hash_of (first);
  g_assert_cmpstr (first_hex, ==, first_expected);
  g_assert_cmpstr (first_hex, ==, BREAKFAST_HASH);

  desk_chain_posting (head, posting, next);
  second_hex = desk_hash_to_string (next);
  second = begin (head);
  put_breakfast (second);
  second_expected = hash_of (second);
  g_assert_cmpstr (second_hex, ==, second_expected);
  g_assert_cmpstr (second_hex, ==, SECOND_HASH);
}

static void change_line (DeskPosting *p) { p->line = 3; }
static void change_kind (DeskPosting *p) { p->kind = DESK_POSTING_RETURN; }
static void change_room (DeskPosting *p) { g_clear_pointer (&p->room, g_free); }
static void change_text (DeskPosting *p) { p->text = g_strdup (""); }
static void change_check (DeskPosting *p) { p->check = g_strdup ("M-1"); }
static void change_dates (DeskPosting *p) { p->stay_date++; }
static void change_none (DeskPosting *p) { p->stay_date = DESK_DATE_NONE; }
static void change_amount (DeskPosting *p) { p->amount_minor = -p->amount_minor; }
static void change_note (DeskPosting *p) { p->note_id = 5; }
static void change_rule (DeskPosting *p) { desk_posting_get_step (p, 1)->rule[0] = 'P'; }
static void change_share (DeskPosting *p) { desk_posting_get_step (p, 2)->result.num++; }
static void change_steps (DeskPosting *p) { g_array_set_size (p->steps, 2); }

static void (*const changes[]) (DeskPosting *) = {
  change_line, change_kind, change_room, change_text, change_check, change_dates, change_none,
  change_amount, change_note, change_rule, change_share, change_steps,
};

/* Each change gives a hash of its own. */
static void
test_change (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  g_hash_table_add (seen, g_strdup (BREAKFAST_HASH));
  for (i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (DeskPosting) posting = breakfast_new ();
      guint8 hash[DESK_HASH_SIZE];

      changes[i] (posting);
      desk_chain_posting (zero, posting, hash);
      g_assert_true (g_hash_table_add (seen, desk_hash_to_string (hash)));
    }
}

/* The hash of a line is made from it, never of itself. */
static void
test_own_hash (void)
{
  g_autoptr (DeskPosting) posting = breakfast_new ();
  guint8 hash[DESK_HASH_SIZE];
  g_autofree char *hex = NULL;

  memset (posting->hash, 7, sizeof posting->hash);
  memset (posting->note_hash, 7, sizeof posting->note_hash);   /* without a note: not looked at */
  desk_chain_posting (zero, posting, hash);
  hex = desk_hash_to_string (hash);
  g_assert_cmpstr (hex, ==, BREAKFAST_HASH);
}

static void
test_note (void)
{
  static const guint8 salt[16] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
  g_autoptr (GByteArray) bytes = begin (zero);
  guint8 hash[DESK_HASH_SIZE];
  g_autofree char *hex = NULL;
  g_autofree char *expected = NULL;

  desk_chain_note (salt, sizeof salt, "shower cold", hash);
  hex = desk_hash_to_string (hash);

  g_byte_array_append (bytes, (const guint8 *) "b", 1);
  put_number (bytes, sizeof salt);
  g_byte_array_append (bytes, salt, sizeof salt);
  put_text (bytes, "shower cold");
  expected = hash_of (bytes);
  g_assert_cmpstr (hex, ==, expected);
  g_assert_cmpstr (hex, ==, NOTE_HASH);
}

/* Fields never run into each other: what differs only in where one ends differs. */
static void
test_borders (void)
{
  static const char *const pairs[][2] = {
    { "ab", "c" }, { "a", "bc" }, { "abc", "" }, { "abc", NULL }, { NULL, "abc" }, { "", "abc" },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (DeskHasher) hasher = desk_hasher_new (zero);
      guint8 hash[DESK_HASH_SIZE];

      desk_hasher_text (hasher, pairs[i][0]);
      desk_hasher_text (hasher, pairs[i][1]);
      desk_hasher_finish (hasher, hash);
      g_assert_true (g_hash_table_add (seen, desk_hash_to_string (hash)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chain/posting", test_posting);
  g_test_add_func ("/chain/change", test_change);
  g_test_add_func ("/chain/own-hash", test_own_hash);
  g_test_add_func ("/chain/note", test_note);
  g_test_add_func ("/chain/borders", test_borders);
  return g_test_run ();
}
