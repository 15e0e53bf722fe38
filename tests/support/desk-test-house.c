/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test-house.h"

#include <glib/gstdio.h>

#include "desk-import-stays.h"
#include "desk-line.h"
#include "desk-set-up.h"
#include "desk-verify.h"

/* 2024-02-26 14:00 UTC: the afternoon of the first business date. */
#define FIRST_NOON G_GINT64_CONSTANT (1708956000000000)

static gint64
read_clock (gpointer source)
{
  DeskTestHouse *self = source;

  return self->now;
}

static void
count_bytes (gpointer  source,
             guint8   *bytes,
             gsize     length)
{
  DeskTestHouse *self = source;
  gsize i;

  for (i = 0; i < length; i++)
    bytes[i] = self->counter++;
}

/**
 * desk_test_house_new_empty:
 *
 * Returns: (transfer full): a folder and a context, and no database yet
 */
DeskTestHouse *
desk_test_house_new_empty (void)
{
  DeskTestHouse *self = g_new0 (DeskTestHouse, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("deskbell-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "hotel.db", NULL);
  self->now = FIRST_NOON;
  self->context = (DeskContext){
    .now = read_clock,
    .random = count_bytes,
    .source = self,
    .user = "maria",
    .role = DESK_ROLE_MANAGER,
    .desk = "test",
    .lang = "en",
  };
  return self;
}

/**
 * desk_test_house_new_with:
 * @property: the text of a property file
 *
 * Returns: (transfer full): a hotel made from it, open
 */
DeskTestHouse *
desk_test_house_new_with (const char *property)
{
  DeskTestHouse *self = desk_test_house_new_empty ();
  const DeskSetUp options = { .test_clock = TRUE };
  g_autoptr (GError) error = NULL;

  desk_set_up_create (self->path, &(DeskSetUpFile){ property, -1, "property.ini" }, &options,
                      &self->context, &error);
  g_assert_no_error (error);
  self->house = desk_house_open (self->path, &error);
  g_assert_no_error (error);
  return self;
}

/**
 * desk_test_house_new:
 *
 * Returns: (transfer full): the hotel of desk_test_property(), open
 */
DeskTestHouse *
desk_test_house_new (void)
{
  return desk_test_house_new_with (desk_test_property ());
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
desk_test_house_free (DeskTestHouse *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->house, desk_house_close);
  g_chmod (self->folder, 0700);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * desk_test_house_sign_in_as:
 * @login: a static string
 *
 * Changes who acts from now on, without a PIN.
 */
void
desk_test_house_sign_in_as (DeskTestHouse *self,
                            const char    *login,
                            DeskRole       role)
{
  self->context.user = login;
  self->context.role = role;
}

/**
 * desk_test_house_import:
 * @stays: a stays file in which nothing is wrong
 */
void
desk_test_house_import (DeskTestHouse *self,
                        const char    *stays)
{
  g_autoptr (DeskImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  result = desk_import_stays (self->house, &self->context,
                              &(DeskStaysFile){ stays, -1, "stays.json", FALSE, NULL }, &error);
  g_assert_no_error (error);
  for (i = 0; i < result->errors->len; i++)
    {
      const DeskImportError *mistake = g_ptr_array_index (result->errors, i);

      g_error ("line %d, %s: %s", mistake->line, mistake->field, mistake->reason);
    }
}

/**
 * desk_test_house_count:
 * @table: name of a table
 *
 * Returns: how many rows it has
 */
gint64
desk_test_house_count (DeskTestHouse *self,
                       const char    *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (desk_house_get_db (self->house), sql, &error);
  gboolean row = FALSE;

  g_assert_no_error (error);
  desk_stmt_step (stmt, &row, &error);
  g_assert_no_error (error);
  g_assert_true (row);
  return desk_stmt_get_int64 (stmt, 0);
}

/**
 * desk_test_house_read_line:
 * @text: what somebody types, a second after the line before
 *
 * Returns: (transfer full): what the line asks for; it must ask for something to be done
 */
DeskAction *
desk_test_house_read_line (DeskTestHouse *self,
                           const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLine) line = desk_line_parse (self->house, text, 0, desk_catalog_get_default (),
                                               &error);

  g_assert_no_error (error);
  g_assert_cmpint (line->kind, ==, DESK_LINE_ACTION);
  self->now += G_USEC_PER_SEC;
  return g_steal_pointer (&line->action);
}

/**
 * desk_test_assert_verifies:
 *
 * Ends the test where the ledger or its record is not as it was written.
 */
void
desk_test_assert_verifies (DeskHouse *house)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskVerdict) verdict = desk_verify (house, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verdict->why, ==, NULL);
  g_assert_true (verdict->ok);
}
