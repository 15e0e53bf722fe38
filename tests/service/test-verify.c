/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "desk-action.h"
#include "desk-close-day.h"
#include "desk-db.h"
#include "desk-error.h"
#include "desk-test-house.h"
#include "desk-verify.h"
#include "desk-views.h"

/*
 * Ten thousand tamperings, one at a time, by somebody who can write the file:
 * a value changed, a row removed, two rows exchanged, a tail cut off. Each must
 * be found. The tables are put back after each from copies beside them.
 */
#define N_TAMPERINGS 10000
#define PAGE_SIZE 4096

typedef struct
{
  const char *name;
  const char *key;           /* expression that picks a row */
} Table;

/* What the ledger and the record of what was done consist of. */
static const Table tables[] = {
  { "posting", "id" },
  { "audit_entry", "id" },
  { "audit_head", "entry_id * 1000 + folio_id" },
  { "seal", "entry_id" },
  { "note", "id" },
  { "invoice", "id" },
  { "invoice_line", "posting_id" },
  { "invoice_series", "length (name)" },
};

typedef struct
{
  DeskTestHouse *test;
  DeskDb        *db;
  char          *last;       /* the statement before, for the message */
  GPtrArray     *columns[G_N_ELEMENTS (tables)];
} Tamper;

static void
run (Tamper     *tamper,
     const char *format,
     ...) G_GNUC_PRINTF (2, 3);

static void
run (Tamper     *tamper,
     const char *format,
     ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  desk_db_exec (tamper->db, sql, &error);
  g_free (tamper->last);
  tamper->last = g_steal_pointer (&sql);
  if (error != NULL)
    g_test_message ("%s", tamper->last);
  g_assert_no_error (error);
}

static GPtrArray *
list_texts (DeskDb     *db,
            const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStmt) stmt = desk_db_prepare (db, sql, &error);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  gboolean row = TRUE;

  g_assert_no_error (error);
  while (desk_stmt_step (stmt, &row, &error) && row)
    g_ptr_array_add (texts, g_strdup (desk_stmt_get_text (stmt, 0)));
  g_assert_no_error (error);
  return texts;
}

static void
do_action (DeskTestHouse *test,
           DeskVerb       verb,
           const char    *code,
           const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskOutcome) outcome = NULL;
  g_autoptr (DeskAction) action =
    desk_action_new (verb, desk_find_one (test->house, "AM-0226A", &error));

  action->code = g_strdup (code);
  action->amount_minor = 5000;
  action->text = g_strdup (text);
  outcome = desk_action_do (test->house, &test->context, action, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
fill (DeskTestHouse *test)
{
  g_autoptr (GError) error = NULL;
  int i;

  desk_test_house_import (test, desk_test_stays ());
  do_action (test, DESK_VERB_CHECK_IN, NULL, NULL);
  do_action (test, DESK_VERB_POST, "BFST", "for a visitor");
  do_action (test, DESK_VERB_PAY, "CARD", NULL);
  for (i = 0; i < 2; i++)
    {
      DeskDate date = desk_date_from_dmy (26 + i, 2, 2024);

      g_assert_true (
        desk_close_day (test->house, &test->context, date, NULL, &error));
      g_assert_no_error (error);
    }
  do_action (test, DESK_VERB_OUT, "CARD", NULL);
}

/* Whoever tampers takes the guards away first. */
static void
open_doors (Tamper *tamper)
{
  g_autoptr (GPtrArray) triggers =
    list_texts (tamper->db, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
  guint i;

  run (tamper, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
               "PRAGMA ignore_check_constraints = ON;");
  for (i = 0; i < triggers->len; i++)
    run (tamper, "DROP TRIGGER %s", (char *) g_ptr_array_index (triggers, i));
  for (i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", tables[i].name);

      run (tamper, "CREATE TABLE kept_%s AS SELECT * FROM %s", tables[i].name, tables[i].name);
      tamper->columns[i] = list_texts (tamper->db, sql);
    }
}

static void
close_doors (Tamper *tamper)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_unref (tamper->columns[i]);
  g_free (tamper->last);
}

static void
put_back (Tamper *tamper)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (tables); i++)
    run (tamper, "DELETE FROM %s; INSERT INTO %s SELECT * FROM kept_%s;", tables[i].name,
         tables[i].name, tables[i].name);
}

static void
change_value (Tamper *tamper,
              guint   table)
{
  const Table *t = &tables[table];
  GPtrArray *columns = tamper->columns[table];
  const char *column =
    g_ptr_array_index (columns, g_test_rand_int_range (0, (int) columns->len));

  run (tamper,
       "UPDATE %s SET %s = CASE typeof (%s) WHEN 'integer' THEN %s + %d"
       " WHEN 'text' THEN %s || 'x' WHEN 'blob' THEN randomblob (32)"
       " ELSE (SELECT CASE type WHEN 'INTEGER' THEN 1 WHEN 'BLOB' THEN randomblob (32)"
       " ELSE 'x' END FROM pragma_table_info ('%s') WHERE name = '%s') END"
       " WHERE %s = (SELECT %s FROM %s ORDER BY random () LIMIT 1)",
       t->name, column, column, column, 100000 + g_test_rand_int_range (1, 1000), column, t->name,
       column, t->key, t->key, t->name);
}

static void
remove_row (Tamper *tamper,
            guint   table)
{
  const Table *t = &tables[table];

  run (tamper, "DELETE FROM %s WHERE %s = (SELECT %s FROM %s ORDER BY random () LIMIT 1)", t->name,
       t->key, t->key, t->name);
}

/* Two neighbouring lines, or two entries, exchange their places. */
static void
swap_rows (Tamper *tamper)
{
  if (g_test_rand_bit ())
    run (tamper, "UPDATE posting SET line = -line WHERE line IN (1, 2);"
                 "UPDATE posting SET line = 3 + line WHERE line < 0;");
  else
    run (tamper, "UPDATE audit_entry SET id = -id WHERE id IN (2, 3);"
                 "UPDATE audit_entry SET id = 5 + id WHERE id < 0;");
}

/* The newest lines go, and the folio is made to look as if they had never been. */
static void
cut_tail (Tamper *tamper)
{
  int from = g_test_rand_int_range (2, 8);

  if (g_test_rand_bit ())
    run (tamper, "DELETE FROM posting WHERE line >= %d;", from);
  else
    run (tamper, "DELETE FROM audit_head WHERE entry_id >= %d;"
                 "DELETE FROM audit_entry WHERE id >= %d;",
         from, from);
}

static void
test_tamperings (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  Tamper tamper = { test, NULL };
  guint i;

  fill (test);
  tamper.db = desk_house_get_db (test->house);
  open_doors (&tamper);
  for (i = 0; i < N_TAMPERINGS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskVerdict) verdict = NULL;
      g_autofree char *done = NULL;
      guint table = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (tables));

      run (&tamper, "BEGIN");
      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
          remove_row (&tamper, table);
          break;
        case 1:
          swap_rows (&tamper);
          break;
        case 2:
          cut_tail (&tamper);
          break;
        default:
          change_value (&tamper, table);
          break;
        }
      done = g_strdup (tamper.last);
      run (&tamper, "COMMIT");

      verdict = desk_verify (test->house, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      if (verdict->ok)
        g_test_message ("not found: %s", done);
      g_assert_false (verdict->ok);
      g_assert_nonnull (verdict->table);
      g_assert_nonnull (verdict->why);

      run (&tamper, "BEGIN");
      put_back (&tamper);
      run (&tamper, "COMMIT");
    }

  close_doors (&tamper);
}

typedef struct
{
  const char *path;
  const char *sql;
  const char *table;
  gint64      id;
  int         line;
} NameCase;

static const NameCase name_cases[] = {
  { "/verify/names/amount", "UPDATE posting SET text = 'x' WHERE line = 4", "posting", 4, 4 },
  { "/verify/names/step", "UPDATE posting SET steps = replace (steps, '\"]', '9\"]') WHERE id = 3",
    "posting_step", 3, 3 },
  { "/verify/names/entry", "UPDATE audit_entry SET detail = 'nothing' WHERE id = 3", "audit_entry",
    3, 0 },
  { "/verify/names/balance", "UPDATE folio SET balance_minor = 7", "folio", 1, 0 },
  { "/verify/names/window", "UPDATE folio_window SET balance_minor = 7", "folio_window", 1, 0 },
  { "/verify/names/set-up", "UPDATE config SET text = text || ' '", "config", 1, 0 },
  { "/verify/names/note", "UPDATE note SET text = 'no'", "note", 1, 0 },
  { "/verify/names/invoice-total", "UPDATE invoice SET total_minor = 0", "invoice", 1, 0 },
  { "/verify/names/invoice-content", "UPDATE invoice SET content = replace (content, '9', '8')",
    "invoice", 1, 0 },
  { "/verify/names/invoice-gone",
    "DELETE FROM invoice_line; DELETE FROM invoice; DELETE FROM invoice_series", "invoice", 0, 0 },
  { "/verify/names/invoice-line", "DELETE FROM invoice_line WHERE posting_id = 3", "invoice", 1,
    0 },
  { "/verify/names/series", "UPDATE invoice_series SET last_number = 2", "invoice_series", 0, 0 },
  { "/verify/names/end", "UPDATE chain_head SET seq = seq - 1", "audit_entry", 0, 0 },
};

/* The first row that is wrong is named. */
static void
test_names (gconstpointer data)
{
  const NameCase *name = data;
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  Tamper tamper = { test, NULL };

  fill (test);
  tamper.db = desk_house_get_db (test->house);
  open_doors (&tamper);
  run (&tamper, "%s", name->sql);
  verdict = desk_verify (test->house, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (verdict->ok);
  g_assert_false (verdict->damaged);
  g_assert_cmpstr (verdict->table, ==, name->table);
  if (name->id != 0)
    g_assert_cmpint (verdict->id, ==, name->id);
  g_assert_cmpint (verdict->line, ==, name->line);
  close_doors (&tamper);
}

/* A page of the file overwritten by a bad disk: told as damage, never as nothing. */
static void
test_damaged (void)
{
  guint page;

  for (page = 2; page < 12; page++)
    {
      g_autoptr (DeskTestHouse) test = desk_test_house_new ();
      g_autoptr (DeskVerdict) verdict = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = NULL;
      gsize length;

      fill (test);
      desk_house_close (g_steal_pointer (&test->house));
      g_assert_true (g_file_get_contents (test->path, &bytes, &length, &error));
      memset (bytes + page * PAGE_SIZE, 0xa5, PAGE_SIZE);
      g_assert_true (g_file_set_contents (test->path, bytes, (gssize) length, &error));

      test->house = desk_house_open (test->path, &error);
      if (test->house == NULL)
        {
          g_assert_error (error, DESK_ERROR, DESK_ERROR_DAMAGED);
          continue;
        }
      verdict = desk_verify (test->house, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_false (verdict->ok);
      g_assert_true (verdict->damaged);
    }
}

static void
test_untouched (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;

  fill (test);
  verdict = desk_verify (test->house, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->why, ==, NULL);
  g_assert_true (verdict->ok);
  g_assert_cmpint (verdict->postings, ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verify/untouched", test_untouched);
  for (i = 0; i < G_N_ELEMENTS (name_cases); i++)
    g_test_add_data_func (name_cases[i].path, &name_cases[i], test_names);
  g_test_add_func ("/verify/damaged", test_damaged);
  g_test_add_func ("/verify/tamperings", test_tamperings);
  return g_test_run ();
}
