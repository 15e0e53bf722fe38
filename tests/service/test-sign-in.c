/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-error.h"
#include "desk-sign-in.h"
#include "desk-test-house.h"

#define MINUTE_US (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

static void
assert_refused (DeskTestHouse *test,
                const char    *login,
                const char    *pin,
                const char    *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskUser) user = desk_sign_in (test->house, &test->context, login, pin, &error);

  g_assert_null (user);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_SIGN_IN);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
assert_signed_in (DeskTestHouse *test,
                  const char    *login,
                  const char    *pin)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskUser) user = desk_sign_in (test->house, &test->context, login, pin, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (user->login, ==, login);
}

static void
test_right_pin (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  gint64 entries = desk_test_house_count (test, "audit_entry");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskUser) user = NULL;

  user = desk_sign_in (test->house, &test->context, "anna", "4711", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (user->name, ==, "Anna Bakker");
  g_assert_cmpint (user->role, ==, DESK_ROLE_ASSOCIATE);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, entries + 1);
}

/* Nothing tells a wrong name from a wrong PIN. */
static void
test_same_words (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) no_user = NULL;
  g_autoptr (GError) no_pin = NULL;

  g_assert_null (desk_sign_in (test->house, &test->context, "nobody", "4711", &no_user));
  g_assert_null (desk_sign_in (test->house, &test->context, "anna", "4712", &no_pin));
  g_assert_error (no_user, DESK_ERROR, DESK_ERROR_SIGN_IN);
  g_assert_error (no_pin, DESK_ERROR, DESK_ERROR_SIGN_IN);
  g_assert_cmpstr (no_user->message, ==, no_pin->message);
  assert_refused (test, "anna", "", "The name and the PIN*");
  assert_refused (test, "", "", "The name and the PIN*");
}

typedef struct
{
  int wrong;     /* PINs in a row */
  int minutes;   /* of the lock that follows */
} LockCase;

static const LockCase lock_cases[] = {
  { 5, 1 },
  { 6, 5 },
  { 7, 15 },
  { 8, 60 },
  { 9, 60 },
};

static void
test_locks (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  gint64 entries = desk_test_house_count (test, "audit_entry");
  int wrong = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lock_cases); i++)
    {
      g_autofree char *words = g_strdup_printf ("*in %d minute*", lock_cases[i].minutes);

      for (; wrong < lock_cases[i].wrong; wrong++)
        assert_refused (test, "anna", "0000", "The name and the PIN*");

      /* Not even the right PIN opens a lock, and trying makes it no longer. */
      assert_refused (test, "anna", "4711", words);
      assert_refused (test, "anna", "4711", words);
      test->now += lock_cases[i].minutes * MINUTE_US - 1;
      assert_refused (test, "anna", "4711", "*in 1 minute.");
      test->now += 1;
    }
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==,
                   entries + (gint64) G_N_ELEMENTS (lock_cases));

  /* The others are not concerned; the right PIN begins anew. */
  assert_signed_in (test, "nils", "4712");
  assert_signed_in (test, "anna", "4711");
  for (wrong = 0; wrong < 4; wrong++)
    assert_refused (test, "anna", "0000", "The name and the PIN*");
  assert_signed_in (test, "anna", "4711");
}

/* Many programs may sign one person in at the same moment. */
static void
test_at_once (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  int i;

  for (i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *hash = desk_sign_in_begin (test->house, &test->context, "anna", &error);

      g_assert_no_error (error);
    }
  assert_signed_in (test, "anna", "4711");
}

/* Who breaks off before the answer has used up an attempt all the same. */
static void
test_broken_off (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  int i;

  for (i = 0; i < 65; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *hash = desk_sign_in_begin (test->house, &test->context, "anna", &error);

      g_assert_no_error (error);
      g_assert_nonnull (hash);
    }
  assert_refused (test, "anna", "4711", "Too many*");
}

/* The fifth attempt may still be the right one. */
static void
test_fifth_right (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  int i;

  for (i = 0; i < 4; i++)
    assert_refused (test, "anna", "0000", "The name and the PIN*");
  assert_signed_in (test, "anna", "4711");
}

static void
test_list (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users = desk_sign_in_list (test->house, &error);
  const DeskUser *user;

  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, 4);
  user = g_ptr_array_index (users, 0);
  g_assert_cmpstr (user->login, ==, "adam");
}

static void
test_hash (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = desk_sign_in_hash_pin ("4711", &error);
  g_autofree char *again = desk_sign_in_hash_pin ("4711", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (hash, "$argon2id$v=19$m=19456,t=2,p=1$"));
  g_assert_cmpstr (hash, !=, again);
  g_assert_true (desk_sign_in_pin_matches (hash, "4711"));
  g_assert_false (desk_sign_in_pin_matches (hash, "47111"));
  g_assert_false (desk_sign_in_pin_matches ("", "4711"));
  g_assert_false (desk_sign_in_pin_matches ("4711", "4711"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sign-in/hash", test_hash);
  g_test_add_func ("/sign-in/right-pin", test_right_pin);
  g_test_add_func ("/sign-in/same-words", test_same_words);
  g_test_add_func ("/sign-in/locks", test_locks);
  g_test_add_func ("/sign-in/at-once", test_at_once);
  g_test_add_func ("/sign-in/broken-off", test_broken_off);
  g_test_add_func ("/sign-in/fifth-right", test_fifth_right);
  g_test_add_func ("/sign-in/list", test_list);

  return g_test_run ();
}
