/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-backup.h"
#include "desk-error.h"
#include "desk-set-up.h"
#include "desk-sign-in.h"
#include "desk-test-house.h"

static const DeskSetUp plain = { FALSE, FALSE };

static char *
replace_text (const char *text,
              const char *from,
              const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (to, parts);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_create (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;
  DeskDate today = DESK_DATE_NONE;
  g_autofree char *today_text = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (test->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (desk_house_get_config (test->house), ==, 1);
  g_assert_cmpstr (desk_house_get_property (test->house)->name, ==, "Hotel Aan het Water");
  g_assert_true (desk_house_is_test_clock (test->house));
  desk_house_get_business_date (test->house, &today, &error);
  g_assert_no_error (error);
  today_text = desk_date_to_string (today);
  g_assert_cmpstr (today_text, ==, "2024-02-26");

  g_assert_cmpint (desk_test_house_count (test, "room"), ==, 3);
  g_assert_cmpint (desk_test_house_count (test, "user_account"), ==, 4);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "config WHERE text LIKE '%4711%'"), ==, 0);
}

static void
test_folder (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new_empty ();
  g_autofree char *folder = g_build_filename (test->folder, "deskbell", NULL);
  g_autofree char *path = g_build_filename (folder, "hotel.db", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  desk_set_up_create (path, &(DeskSetUpFile){ desk_test_property (), -1, "p" }, &plain,
                      &test->context, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

/* A mistake in the text is told with its place, and nothing is made. */
static void
test_bad_text (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new_empty ();
  g_autofree char *text = replace_text (desk_test_property (), "type=DLX", "typ=DLX");
  g_autofree char *path = g_build_filename (test->folder, "new", "hotel.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (desk_set_up_create (path, &(DeskSetUpFile){ text, -1, "property.ini" }, &plain,
                                      &test->context, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
  g_assert_cmpstr (desk_error_get_place (error)->key, ==, "typ");
  g_assert_cmpuint (count_files (test->folder), ==, 0);
}

/* What could not be made takes its folders away again: those it made itself, and no other. */
static void
test_deep_folder (void)
{
  static const struct
  {
    const char *there;    /* (nullable): made by somebody before */
    const char *letter;   /* (nullable): a file of theirs */
    const char *folder;
    const char *stays;    /* (nullable): the innermost folder that is there afterwards */
    const char *gone;
  } cases[] = {
    { NULL, NULL, "a/b/c", NULL, "a" },
    { "a", NULL, "a/b/c", "a", "a/b" },
    { "a/b", "a/b/letter.txt", "a/b/c", "a/b", "a/b/c" },
    { "a/b/c", NULL, "a/b/c", "a/b/c", NULL },
    { NULL, NULL, "a/b/../c", NULL, "a" },
  };
  g_autofree char *too_long = g_strnfill (300, 'x');
  guint i;

  for (i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      const gboolean as_folder = i % 2;
      g_autoptr (DeskTestHouse) test = desk_test_house_new_empty ();
      g_autofree char *path = g_build_filename (test->folder, cases[i / 2].folder, too_long,
                                                as_folder ? "hotel.db" : NULL, NULL);
      g_autofree char *there = g_build_filename (test->folder, cases[i / 2].there, NULL);
      g_autofree char *letter = g_build_filename (test->folder, cases[i / 2].letter, NULL);
      g_autofree char *stays = g_build_filename (test->folder, cases[i / 2].stays, NULL);
      g_autofree char *gone = g_build_filename (test->folder, cases[i / 2].gone, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_mkdir_with_parents (there, 0700), ==, 0);
      g_assert_true (cases[i / 2].letter == NULL || g_file_set_contents (letter, "Dear", -1, NULL));
      g_assert_false (desk_set_up_create (path, &(DeskSetUpFile){ desk_test_property (), -1, "p" },
                                          &plain, &test->context, &error));
      g_assert_cmpstr (desk_error_kind_name (error), ==, "storage");
      g_assert_true (g_file_test (stays, G_FILE_TEST_IS_DIR));
      g_assert_true (cases[i / 2].gone == NULL || !g_file_test (gone, G_FILE_TEST_EXISTS));
      g_assert_true (cases[i / 2].letter == NULL || g_file_test (letter, G_FILE_TEST_EXISTS));
    }
}

static void
test_exists (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  const DeskSetUp replace = { .replace = TRUE };
  g_autoptr (GError) error = NULL;

  desk_test_house_import (test, desk_test_stays ());
  g_assert_false (desk_set_up_create (test->path,
                                      &(DeskSetUpFile){ desk_test_property (), -1, "p" }, &plain,
                                      &test->context, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_EXISTS);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 1);
  g_clear_error (&error);

  g_clear_pointer (&test->house, desk_house_close);
  desk_set_up_create (test->path, &(DeskSetUpFile){ desk_test_property (), -1, "p" }, &replace,
                      &test->context, &error);
  g_assert_no_error (error);
  test->house = desk_house_open (test->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
}

/* Whatever the disk has room for, there is a whole house or nothing. */
static void
test_full_disk (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new_empty ();
  g_autofree char *folder = g_build_filename (test->folder, "deskbell", NULL);
  g_autofree char *path = g_build_filename (folder, "hotel.db", NULL);
  struct rlimit before;
  gboolean made = FALSE;
  rlim_t room;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (room = 0; !made; room += room < 8192 ? 1024 : room / 2)
    {
      const struct rlimit limit = { room, before.rlim_max };
      g_autoptr (GError) error = NULL;

      setrlimit (RLIMIT_FSIZE, &limit);
      made = desk_set_up_create (path, &(DeskSetUpFile){ desk_test_property (), -1, "p" }, &plain,
                                 &test->context, &error);
      setrlimit (RLIMIT_FSIZE, &before);
      if (made)
        break;

      g_assert_cmpstr (desk_error_kind_name (error), ==, "storage");
      g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
    }

  test->house = desk_house_open (path, NULL);
  g_assert_nonnull (test->house);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 1);
}

typedef struct
{
  const char *name;
  const char *content;   /* NULL: no file */
  DeskError   code;
} OpenCase;

static const OpenCase open_cases[] = {
  { "missing", NULL, DESK_ERROR_NOT_FOUND },
  { "empty", "", DESK_ERROR_NOT_DATABASE },
  { "text", "This is not a hotel, only a text that is long enough to have a header in it, "
            "which would be a hundred bytes of something else.", DESK_ERROR_NOT_DATABASE },
};

static void
test_open (gconstpointer data)
{
  const OpenCase *open_case = data;
  g_autoptr (DeskTestHouse) test = desk_test_house_new_empty ();
  g_autoptr (GError) error = NULL;

  if (open_case->content != NULL)
    g_assert_true (g_file_set_contents (test->path, open_case->content, -1, NULL));
  g_assert_null (desk_house_open (test->path, &error));
  g_assert_error (error, DESK_ERROR, (int) open_case->code);
  g_assert_nonnull (strstr (error->message, test->path));
}

/* Applies a changed text as the administrator. */
static gboolean
apply (DeskTestHouse  *test,
       const char     *text,
       GError        **error)
{
  desk_test_house_sign_in_as (test, "adam", DESK_ROLE_ADMINISTRATOR);
  return desk_set_up_apply (test->house, &test->context,
                            &(DeskSetUpFile){ text, -1, "property.ini" }, error);
}

static void
test_apply (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  const DeskProperty *before = desk_house_get_property (test->house);
  const DeskProperty *after;
  g_autofree char *priced = replace_text (desk_test_property (), "price=109.00", "price=119.00");
  g_autofree char *text = replace_text (priced, "pin=4711\n", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskUser) anna = NULL;

  apply (test, text, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_house_get_config (test->house), ==, 2);
  after = desk_house_get_property (test->house);
  g_assert_cmpint (desk_property_get_plan (after, "BB")->price_minor, ==, 11900);
  g_assert_true (desk_house_lookup_property (1, test->house) == before);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 2);

  anna = desk_sign_in (test->house, &test->context, "anna", "4711", &error);
  g_assert_no_error (error);
}

/* Another console on the same file takes the new version up. */
static void
test_refresh (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *text = replace_text (desk_test_property (), "price=109.00", "price=119.00");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskHouse) other = desk_house_open (test->path, &error);
  gint64 before;
  gint64 after;

  g_assert_no_error (error);
  desk_house_refresh (other, &before, &error);
  apply (test, text, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_house_get_config (other), ==, 1);
  desk_house_refresh (other, &after, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_house_get_config (other), ==, 2);
  g_assert_cmpint (after, >, before);
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *key;    /* of the error's place, or NULL */
} ApplyCase;

static const ApplyCase apply_cases[] = {
  { "currency", "currency=EUR", "currency=SEK", "currency" },
  { "digits", "minor-digits=2", "minor-digits=3", "minor-digits" },
  { "time-zone", "time-zone=Europe/Amsterdam", "time-zone=Europe/Helsinki", "time-zone" },
  { "business-date", "business-date=2024-02-26", "business-date=2024-02-27", "business-date" },
  { "room-with-nights", "[room 412]\ntype=SUP\nfloor=4\nfeatures=quiet;view\n", "", NULL },
  { "new-user-without-pin", "[user adam]", "[user ada]\nname=Ada\nrole=associate\n\n[user adam]",
    "pin" },
  { "nobody-configures", "role=administrator\npin=4713\n\n[user maria]\nname=Maria Visser\n"
    "role=manager", "role=associate", NULL },
  { "plan-in-use", "[rate-plan BB]\nprice=109.00\n", "[rate-plan BB]\n", NULL },
  { "plan-gone", "[rate-plan BB]", "[rate-plan BX]", NULL },
};

static void
test_apply_refused (gconstpointer data)
{
  const ApplyCase *apply_case = data;
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *text = replace_text (desk_test_property (), apply_case->from, apply_case->to);
  g_autoptr (GError) error = NULL;

  desk_test_house_import (test, desk_test_stays ());
  g_assert_false (apply (test, text, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  g_assert_cmpstr (desk_error_get_place (error)->key, ==, apply_case->key);
  g_assert_cmpint (desk_house_get_config (test->house), ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "config"), ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "room"), ==, 3);
}

static void
test_apply_authority (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;

  desk_test_house_sign_in_as (test, "anna", DESK_ROLE_ASSOCIATE);
  g_assert_false (desk_set_up_apply (test->house, &test->context,
                                     &(DeskSetUpFile){ desk_test_property (), -1, "p" }, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
}

/* Rooms and people come, go and come back. */
static void
test_apply_lists (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *no_room = replace_text (desk_test_property (), "[room 501]\ntype=SUP\nfloor=5\n",
                                           "[room 502]\ntype=DLX\n");
  g_autofree char *text = replace_text (no_room, "[user anna]\nname=Anna Bakker\n"
                                        "role=associate\npin=4711\n", "");
  g_autoptr (GError) error = NULL;

  apply (test, text, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_house_count (test, "room"), ==, 4);
  g_assert_cmpint (desk_test_house_count (test, "room WHERE retired = 1"), ==, 1);
  g_assert_null (desk_sign_in (test->house, &test->context, "anna", "4711", &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_SIGN_IN);
  g_clear_error (&error);

  apply (test, desk_test_property (), &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_house_count (test, "room WHERE retired = 0"), ==, 3);
  g_assert_cmpint (desk_test_house_count (test, "user_account WHERE active = 1"), ==, 4);
}

/* Root may write what is read-only for everybody else: the test gives that up. */
static void
test_open_to_read (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;
  DeskDate today = DESK_DATE_NONE;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_clear_pointer (&test->house, desk_house_close);
  g_assert_cmpint (g_chmod (test->path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (test->folder, 0500), ==, 0);

  g_assert_null (desk_house_open (test->path, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_READ_ONLY);
  g_clear_error (&error);

  test->house = desk_house_open_to_read (test->path, &error);
  g_assert_no_error (error);
  g_assert_true (desk_house_get_business_date (test->house, &today, &error));
  g_assert_no_error (error);

  g_assert_cmpint (g_chmod (test->folder, 0700), ==, 0);
}

static void
test_backup (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *copy = g_build_filename (test->folder, "copy.db", NULL);
  g_autofree char *kept = g_strconcat (test->path, ".before-restore", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  desk_backup_write (test->house, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  desk_backup_write (test->house, copy, &error);
  g_assert_no_error (error);

  desk_test_house_import (test, desk_test_stays ());
  g_clear_pointer (&test->house, desk_house_close);
  desk_backup_restore (copy, test->path, &error);
  g_assert_no_error (error);

  test->house = desk_house_open (test->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
  g_clear_pointer (&test->house, desk_house_close);

  test->house = desk_house_open (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 1);
}

/* What is no house of ours replaces nothing and is replaced by nothing. */
static void
test_backup_refused (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *letter = g_build_filename (test->folder, "letter.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (letter, "Dear guest, this is a letter.", -1, NULL));
  g_assert_false (desk_backup_write (test->house, letter, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (desk_backup_write (test->house, test->path, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_false (desk_backup_restore (letter, test->path, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_DATABASE);
  g_clear_error (&error);
  g_assert_false (desk_backup_restore ("/nonexistent/hotel.db", test->path, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  g_assert_cmpint (desk_test_house_count (test, "room"), ==, 3);
  g_clear_pointer (&test->house, desk_house_close);
  g_assert_cmpuint (count_files (test->folder), <=, 3);
}

static void
test_default_path (void)
{
  g_autofree char *hotel = desk_set_up_dup_default_path (FALSE);
  g_autofree char *demo = desk_set_up_dup_default_path (TRUE);

  g_assert_true (g_str_has_suffix (hotel, "/deskbell/hotel.db"));
  g_assert_true (g_str_has_suffix (demo, "/deskbell/demo.db"));
}

int
main (int    argc,
      char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/set-up/create", test_create);
  g_test_add_func ("/set-up/folder", test_folder);
  g_test_add_func ("/set-up/deep-folder", test_deep_folder);
  g_test_add_func ("/set-up/bad-text", test_bad_text);
  g_test_add_func ("/set-up/exists", test_exists);
  g_test_add_func ("/set-up/full-disk", test_full_disk);
  g_test_add_func ("/set-up/default-path", test_default_path);
  g_test_add_func ("/set-up/apply/plain", test_apply);
  g_test_add_func ("/set-up/apply/refresh", test_refresh);
  g_test_add_func ("/set-up/apply/authority", test_apply_authority);
  g_test_add_func ("/set-up/apply/lists", test_apply_lists);
  g_test_add_func ("/set-up/open-to-read", test_open_to_read);
  g_test_add_func ("/set-up/backup", test_backup);
  g_test_add_func ("/set-up/backup-refused", test_backup_refused);
  for (i = 0; i < G_N_ELEMENTS (open_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/set-up/open/", open_cases[i].name, NULL);

      g_test_add_data_func (path, &open_cases[i], test_open);
    }
  for (i = 0; i < G_N_ELEMENTS (apply_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/set-up/apply/refused/", apply_cases[i].name, NULL);

      g_test_add_data_func (path, &apply_cases[i], test_apply_refused);
    }

  return g_test_run ();
}
