/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-confirmation.h"

typedef struct
{
  guint       number;
  const char *text;
} MakeCase;

static const MakeCase make_cases[] = {
  { 0, "AU-00000" },
  { 1, "AU-00011" },
  { 30, "AU-000YY" },
  { 31, "AU-000Z0" },
  { 32, "AU-00101" },
  { 123456, "AU-3RJ0E" },
  { DESK_N_CONFIRMATIONS - 1, "AU-ZZZZ0" },
};

static void
test_make (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (make_cases); i++)
    {
      g_autofree char *text = desk_confirmation_make ("au", make_cases[i].number);

      g_assert_cmpstr (text, ==, make_cases[i].text);
      g_assert_true (desk_confirmation_check (text));
    }
}

typedef struct
{
  const char *typed;
  const char *normal;  /* %NULL: not ours */
} ReadCase;

static const ReadCase read_cases[] = {
  { "AU-3RJ0E", "AU-3RJ0E" },
  { "au-3rjoe", "AU-3RJ0E" },
  { "AU-OOOL1", "AU-00011" },
  { "AU-oooii", "AU-00011" },
  { "AU-ooolL", "AU-00011" },
  { "il-00000", "IL-00000" },
  { "AU-3RJ0F", NULL },
  { "AU-3SJ0E", NULL },
  { "AU-3RU0E", NULL },
  { "AU3RJ0E", NULL },
  { "AU-3RJ0", NULL },
  { "AU-3RJ0EE", NULL },
  { "A1-3RJ0E", NULL },
  { "AU_3RJ0E", NULL },
  { "412", NULL },
  { "", NULL },
};

static void
test_read (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *normal = desk_confirmation_normalize (read_cases[i].typed);

      g_assert_cmpstr (normal, ==, read_cases[i].normal);
      g_assert_cmpint (desk_confirmation_check (read_cases[i].typed), ==, normal != NULL);
    }
}

/* Any one character said wrong is noticed, except 0 and Z for each other: they are
 * 31 apart. */
static void
test_slips (void)
{
  static const char characters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  guint number;

  for (number = 0; number < DESK_N_CONFIRMATIONS; number += 9973)
    {
      int place;

      for (place = 3; place < 7; place++)
        {
          g_autofree char *text = desk_confirmation_make ("AU", number);
          char right = text[place];
          guint i;

          for (i = 0; characters[i] != '\0'; i++)
            {
              gboolean twins = (right == '0' && characters[i] == 'Z') ||
                               (right == 'Z' && characters[i] == '0');

              text[place] = characters[i];
              g_assert_cmpint (desk_confirmation_check (text), ==,
                               characters[i] == right || twins);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/confirmation/make", test_make);
  g_test_add_func ("/confirmation/read", test_read);
  g_test_add_func ("/confirmation/slips", test_slips);
  return g_test_run ();
}
