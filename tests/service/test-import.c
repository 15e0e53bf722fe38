/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-import-stays.h"
#include "desk-test-house.h"
#include "desk-test-said.h"
#include "desk-views.h"

/* One stay of one night, as each case of the table changes it. */
#define STAY(confirmation, plan, night) \
  "{\"confirmation\": \"" confirmation "\", \"guest\": {\"name\": \"Robin\"}, \"adults\": 1,\n" \
  "\"arrival\": \"2024-03-01\", \"departure\": \"2024-03-02\", \"rate_plan\": \"" plan "\",\n" \
  "\"nights\": [{\"date\": \"2024-03-01\"" night "}]}"
#define LIST(stays) "[\n" stays "\n]"
#define NIGHT(night) LIST (STAY ("C-1", "BB", night))

static DeskImportResult *
import (DeskTestHouse *test,
        const char    *text)
{
  g_autoptr (GError) error = NULL;
  const DeskStaysFile file = { text, -1, "/somewhere/stays.json" };
  DeskImportResult *result = desk_import_stays (test->house, &test->context, &file, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->rows, ==, result->imported + result->already + result->refused);
  g_assert_cmpint (result->refused, ==, result->errors->len);
  return result;
}

typedef struct
{
  const char *name;
  const char *text;
  const char *field;   /* NULL: imported */
} HouseCase;

static const HouseCase house_cases[] = {
  { "plain", NIGHT (", \"room\": \"412\""), NULL },
  { "no-room", NIGHT (""), NULL },
  { "only-type", NIGHT (", \"room_type\": \"DLX\""), NULL },
  { "other-type", NIGHT (", \"room\": \"412\", \"room_type\": \"DLX\""), NULL },
  { "plan", LIST (STAY ("C-1", "HB", "")), "rate_plan" },
  { "room", NIGHT (", \"room\": \"999\""), "nights[0].room" },
  { "room-type", NIGHT (", \"room_type\": \"PENT\""), "nights[0].room_type" },
  { "no-code", NIGHT (", \"package\": [{\"code\": \"SPA\"}]"), "nights[0].package[0].code" },
  { "tax-code", NIGHT (", \"package\": [{\"code\": \"CITYTAX\"}]"), "nights[0].package[0].code" },
  { "cash-code", NIGHT (", \"package\": [{\"code\": \"CASH\"}]"), "nights[0].package[0].code" },
  { "priceless", NIGHT (", \"package\": [{\"code\": \"ROOM\"}]"),
    "nights[0].package[0].unit_price" },
  { "too-much", NIGHT (", \"package\": [{\"code\": \"BFST\", \"quantity\": 9999, "
                       "\"unit_price\": \"9999999999999.99\"}]"), "nights" },
  { "form", NIGHT (", \"price\": 5"), "nights[0].price" },
};

static void
test_house_rules (gconstpointer data)
{
  const HouseCase *test_case = data;
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) result = import (test, test_case->text);
  const DeskImportError *refusal;

  if (test_case->field == NULL)
    {
      g_assert_cmpint (result->imported, ==, 1);
      return;
    }

  g_assert_cmpint (result->refused, ==, 1);
  refusal = g_ptr_array_index (result->errors, 0);
  g_assert_cmpstr (refusal->field, ==, test_case->field);
  g_assert_cmpint (refusal->line, ==, 2);
  g_assert_cmpstr (refusal->reason, !=, "");
  desk_test_assert_said (refusal->message);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
  g_assert_cmpint (desk_test_house_count (test, "guest"), ==, 0);
  g_assert_cmpint (desk_test_house_count (test, "room_night"), ==, 0);
}

static void
test_example (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) result = import (test, desk_test_stays ());
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayView) stay = NULL;
  g_autoptr (DeskFolioView) folio = NULL;
  const DeskNightRow *night;

  g_assert_cmpint (result->imported, ==, 1);
  stay = desk_stay_view_load (test->house, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stay->row->state, ==, DESK_STAY_BOOKED);
  g_assert_cmpstr (stay->row->room, ==, "412");
  g_assert_cmpint (stay->promised, ==, 26485);
  g_assert_cmpint (stay->balance_now, ==, 0);
  g_assert_cmpint (stay->balance_departure, ==, 26485);
  g_assert_cmpuint (stay->nights->len, ==, 2);
  night = g_ptr_array_index (stay->nights, 0);
  g_assert_cmpint (night->price_minor, ==, 9900);
  night = g_ptr_array_index (stay->nights, 1);
  g_assert_cmpint (night->price_minor, ==, 10900);

  folio = desk_folio_view_load (test->house, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (folio->lines->len, ==, 0);
  g_assert_cmpuint (folio->windows->len, ==, 1);
  g_assert_cmpstr (desk_folio_view_get_window (folio, 1)->payer, ==, "Robin Example");
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 2);
}

/* The same file twice doubles nothing; the same number told otherwise is refused. */
static void
test_again (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) first = import (test, NIGHT (", \"price\": \"5\""));
  g_autoptr (DeskImportResult) second = import (test, NIGHT (", \"price\":\"5.00\" "));
  g_autoptr (DeskImportResult) third = import (test, NIGHT (", \"price\": \"6\""));
  const DeskImportError *refusal;

  g_assert_cmpint (first->imported, ==, 1);
  g_assert_cmpint (second->already, ==, 1);
  g_assert_cmpint (third->refused, ==, 1);
  refusal = g_ptr_array_index (third->errors, 0);
  g_assert_cmpstr (refusal->field, ==, "confirmation");
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "folio"), ==, 1);
  /* One entry for the set-up and one for the only batch that wrote. */
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 2);
}

static void
test_room_taken (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) result =
    import (test, LIST (STAY ("C-1", "BB", ", \"room\": \"412\"") ",\n"
                        STAY ("C-2", "BB", ", \"room\": \"412\"") ",\n"
                        STAY ("C-3", "BB", ", \"room\": \"415\"")));
  const DeskImportError *refusal = g_ptr_array_index (result->errors, 0);

  g_assert_cmpint (result->imported, ==, 2);
  g_assert_cmpstr (refusal->field, ==, "nights[0].room");
  g_assert_cmpint (refusal->line, ==, 5);
  g_assert_nonnull (strstr (refusal->reason, "C-1"));
}

static void
test_dry_run (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImportResult) result = NULL;
  const DeskStaysFile file = { LIST (STAY ("C-1", "BB", ", \"room\": \"412\"") ",\n"
                                     STAY ("C-2", "BB", ", \"room\": \"412\"")),
                               -1, NULL, TRUE };

  result = desk_import_stays (test->house, &test->context, &file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->imported, ==, 1);
  g_assert_cmpint (result->refused, ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 1);
}

static void
test_broken_file (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;
  const DeskStaysFile file = { LIST (STAY ("C-1", "BB", "")) "x", -1, "stays.json" };

  g_assert_null (desk_import_stays (test->house, &test->context, &file, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
  g_assert_cmpint (desk_error_get_place (error)->line, ==, 5);
  g_assert_cmpstr (desk_error_get_place (error)->file, ==, "stays.json");
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
}

static void
test_authority (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GError) error = NULL;

  desk_test_house_sign_in_as (test, "", DESK_ROLE_NONE);
  g_assert_null (desk_import_stays (test->house, &test->context,
                                    &(DeskStaysFile){ "[]", -1, NULL, FALSE, NULL }, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
}

/* So many stays that there are several batches. */
static char *
make_many (guint n)
{
  GString *text = g_string_new ("[");
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n{\"confirmation\": \"M-%u\", \"guest\": {\"name\": \"Guest "
                            "Number%u\"}, \"adults\": 2, \"arrival\": \"2024-03-01\", "
                            "\"departure\": \"2024-03-02\", \"rate_plan\": \"BB\", \"nights\": "
                            "[{\"date\": \"2024-03-01\", \"room_type\": \"SUP\"}]}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "\n]\n");
  return g_string_free (text, FALSE);
}

static void
test_many (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *text = make_many (250);
  g_autoptr (DeskImportResult) first = import (test, text);
  g_autoptr (DeskImportResult) second = import (test, text);

  g_assert_cmpint (first->imported, ==, 250);
  g_assert_cmpint (second->already, ==, 250);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 250);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 1 + 3);
}

/* Cancels after some stays, as a person would: from inside the clock, which is
 * asked once for each batch and entry. */
typedef struct
{
  DeskTestHouse *test;
  GCancellable  *cancellable;
  guint          calls_left;
} Canceller;

static gint64
cancel_in_time (gpointer source)
{
  Canceller *self = source;

  if (self->calls_left-- == 1)
    g_cancellable_cancel (self->cancellable);
  return self->test->now;
}

static void
fill_with_zeros (gpointer  source,
                 guint8   *bytes,
                 gsize     length)
{
  memset (bytes, 0, length);
}

/* What was committed stays; importing again adds what is missing. */
static void
test_cancelled (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *text = make_many (250);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { test, cancellable, 3 };
  DeskContext context = test->context;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImportResult) rest = NULL;
  gint64 committed;

  context.now = cancel_in_time;
  context.random = fill_with_zeros;
  context.source = &canceller;
  g_assert_null (desk_import_stays (test->house, &context,
                                    &(DeskStaysFile){ text, -1, NULL, FALSE, cancellable },
                                    &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  committed = desk_test_house_count (test, "stay");
  g_assert_cmpint (committed % 100, ==, 0);
  g_assert_cmpint (committed, <, 250);

  rest = import (test, text);
  g_assert_cmpint (rest->already, ==, committed);
  g_assert_cmpint (rest->imported, ==, 250 - committed);
}

static gboolean
fail_when_told (DeskDbPoint   point,
                const char   *sql,
                gpointer      user_data,
                GError      **error)
{
  int *steps_left = user_data;

  if (point != DESK_DB_POINT_STEP && point != DESK_DB_POINT_COMMIT)
    return TRUE;
  if ((*steps_left)-- != 0)
    return TRUE;

  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_FULL, "the disk is full");
  return FALSE;
}

/* Wherever the disk fails, there is the whole stay or nothing of it. */
static void
test_full_disk (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  DeskDb *db = desk_house_get_db (test->house);
  gboolean done = FALSE;
  int steps;

  for (steps = 0; !done; steps++)
    {
      int steps_left = steps;
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskImportResult) result = NULL;

      desk_db_set_fault (db, fail_when_told, &steps_left);
      result = desk_import_stays (test->house, &test->context,
                                  &(DeskStaysFile){ desk_test_stays (), -1, NULL, FALSE, NULL },
                                  &error);
      desk_db_set_fault (db, NULL, NULL);
      done = steps_left >= 0;
      if (done)
        {
          g_assert_no_error (error);
          g_assert_cmpint (result->imported, ==, 1);
          continue;
        }

      g_assert_error (error, DESK_ERROR, DESK_ERROR_FULL);
      g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
      g_assert_cmpint (desk_test_house_count (test, "guest"), ==, 0);
      g_assert_cmpint (desk_test_house_count (test, "room_night"), ==, 0);
    }
  g_assert_cmpint (steps, >, 10);
}

/* A file that was damaged on its way never stops the house, and whatever is read
 * of it adds up. */
static void
test_mutations (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  const char *original = desk_test_stays ();
  gsize length = strlen (original);
  g_autoptr (GRand) random = g_rand_new_with_seed (412);
  guint round;

  for (round = 0; round < 10000; round++)
    {
      g_autofree char *text = g_strdup (original);
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) length);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskImportResult) result = NULL;

      /* Mostly letters and digits, so that many are still files of the form. */
      text[at] = g_rand_int_range (random, 0, 4) == 0 ? (char) g_rand_int_range (random, 0, 256)
                                                      : (char) g_rand_int_range (random, '0', 'z');
      result = desk_import_stays (test->house, &test->context,
                                  &(DeskStaysFile){ text, (gssize) length, NULL, TRUE, NULL },
                                  &error);
      if (result == NULL)
        g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
      else
        g_assert_cmpint (result->rows, ==, result->imported + result->already + result->refused);
    }
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (house_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/house/", house_cases[i].name, NULL);

      g_test_add_data_func (path, &house_cases[i], test_house_rules);
    }
  g_test_add_func ("/import/example", test_example);
  g_test_add_func ("/import/again", test_again);
  g_test_add_func ("/import/room-taken", test_room_taken);
  g_test_add_func ("/import/dry-run", test_dry_run);
  g_test_add_func ("/import/broken-file", test_broken_file);
  g_test_add_func ("/import/authority", test_authority);
  g_test_add_func ("/import/many", test_many);
  g_test_add_func ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/full-disk", test_full_disk);
  g_test_add_func ("/import/mutations", test_mutations);

  return g_test_run ();
}
