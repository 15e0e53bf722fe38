/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-authority.h"
#include "desk-error.h"

/* One letter for each role that may: cashier, associate, supervisor, manager,
 * Night auditor, aDministrator. */
typedef struct
{
  DeskRight   right;
  const char *who;
} RightCase;

static const char letters[] = "-casmND";

static const RightCase right_cases[] = {
  { DESK_RIGHT_READ, "casmND" },
  { DESK_RIGHT_CHECK_IN, "asmN" },
  { DESK_RIGHT_POST, "asmN" },
  { DESK_RIGHT_PAY, "casmN" },
  { DESK_RIGHT_FIX, "asmN" },
  { DESK_RIGHT_GIVE, "asmN" },
  { DESK_RIGHT_RATE, "asmN" },
  { DESK_RIGHT_MOVE, "asmN" },
  { DESK_RIGHT_ROOMS, "asmN" },
  { DESK_RIGHT_CHECK_OUT, "asmN" },
  { DESK_RIGHT_UNDO, "asmN" },
  { DESK_RIGHT_IMPORT, "asmND" },
  { DESK_RIGHT_CLOSE_DAY, "smN" },
  { DESK_RIGHT_CONFIGURE, "mD" },
  { DESK_RIGHT_FULL_RECORD, "asmN" },
  { DESK_RIGHT_AUDIT, "smN" },
};

static void
test_rights (void)
{
  guint i;
  guint role;

  g_assert_cmpuint (G_N_ELEMENTS (right_cases), ==, DESK_N_RIGHTS);
  for (i = 0; i < G_N_ELEMENTS (right_cases); i++)
    {
      for (role = DESK_ROLE_NONE; role <= DESK_ROLE_ADMINISTRATOR; role++)
        {
          g_autoptr (GError) error = NULL;
          gboolean may = strchr (right_cases[i].who, letters[role]) != NULL;

          g_assert_cmpint (desk_role_may (role, right_cases[i].right), ==, may);
          g_assert_cmpint (desk_role_check (role, right_cases[i].right, &error), ==, may);
          if (!may)
            g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
        }
    }
}

static void
test_sentence (void)
{
  g_autoptr (GError) cashier = NULL;
  g_autoptr (GError) nobody = NULL;

  desk_role_check (DESK_ROLE_CASHIER, DESK_RIGHT_CLOSE_DAY, &cashier);
  g_assert_cmpstr (cashier->message, ==, "the role cashier may not close the day: "
                                         "ask supervisor, manager or night-auditor");
  desk_role_check (DESK_ROLE_NONE, DESK_RIGHT_CONFIGURE, &nobody);
  g_assert_cmpstr (nobody->message, ==, "nobody is signed in: to change the set-up, "
                                        "sign in as manager or administrator");
}

static void
test_names (void)
{
  DeskRole role;
  DeskRole out = DESK_ROLE_NONE;

  for (role = DESK_ROLE_CASHIER; role <= DESK_ROLE_ADMINISTRATOR; role++)
    {
      g_assert_true (desk_role_parse (desk_role_to_string (role), &out));
      g_assert_cmpint (out, ==, role);
    }
  g_assert_false (desk_role_parse ("none", &out));
  g_assert_false (desk_role_parse ("Manager", &out));
  g_assert_false (desk_role_parse ("", &out));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/authority/rights", test_rights);
  g_test_add_func ("/authority/sentence", test_sentence);
  g_test_add_func ("/authority/names", test_names);
  return g_test_run ();
}
