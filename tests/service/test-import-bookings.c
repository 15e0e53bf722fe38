/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-error.h"
#include "desk-import-bookings.h"
#include "desk-note-table.h"
#include "desk-stay-night-table.h"
#include "desk-stay-table.h"
#include "desk-test-house.h"
#include "desk-test-said.h"
#include "desk-views.h"

#define HEADER \
  "hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number," \
  "arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children," \
  "babies,meal,country,market_segment,distribution_channel,is_repeated_guest," \
  "previous_cancellations,previous_bookings_not_canceled,reserved_room_type," \
  "assigned_room_type,booking_changes,deposit_type,agent,company,days_in_waiting_list," \
  "customer_type,adr,required_car_parking_spaces,total_of_special_requests," \
  "reservation_status,reservation_status_date\n"

/* When it begins, and a row around it as one case changes it. */
#define LATER "0,6,2024,March,10,5"
#define PAST "0,6,2024,February,8,20"
#define CALLED_OFF "1,6,2024,March,10,5"
#define MIDDLE ",Online TA,TA/TO,0,0,0,"
#define TAIL ",0,No Deposit,9,NULL,0,Transient,"
#define ROW(when, nights_persons, meal_country, type, price, end) \
  "City Hotel," when "," nights_persons "," meal_country MIDDLE type TAIL price ",0,1," end "\n"
#define PLAIN ROW (LATER, "1,2,2,0,0", "BB,PRT", "A,A", "98.5", "Check-Out,2024-03-08")

/* What a row becomes: the column it is refused for, or a state. */
typedef struct
{
  const char *name;
  const char *row;
  const char *field;       /* NULL: it comes in */
  const char *state;
  const char *guest;
  const char *note;        /* (nullable): words of the note */
} RowCase;

static const RowCase row_cases[] = {
  { "plain", PLAIN, NULL, "booked", "Booking 2 (PRT)", "Agent: 9." },
  { "china", ROW (LATER, "1,2,2,0,0", "BB,CN", "A,A", "9", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (CHN)", NULL },
  { "china-alpha-3", ROW (LATER, "1,2,2,0,0", "BB,CHN", "A,A", "9", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (CHN)", NULL },
  { "timor", ROW (LATER, "1,2,2,0,0", "BB,TMP", "A,A", "9", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (TLS)", NULL },
  { "no-country", ROW (LATER, "1,2,2,0,0", "BB,NULL", "A,A", "9", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2", NULL },
  { "children-na", ROW (LATER, "1,2,2,NA,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (PRT)", "The number of children is not known." },
  { "meal-undefined", ROW (LATER, "1,2,2,0,0", "Undefined,PRT", "A,A", "9",
                           "Check-Out,2024-03-08"), NULL, "booked", "Booking 2 (PRT)",
    "Meal: Undefined." },
  { "adults-55", ROW (LATER, "1,2,55,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (PRT)", NULL },
  { "adults-100", ROW (LATER, "1,2,100,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-08"),
    "adults", NULL, NULL, NULL },
  { "children-alone", ROW (LATER, "1,2,0,2,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (PRT)", NULL },
  { "nobody", ROW (LATER, "1,2,0,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-08"), "adults",
    NULL, NULL, NULL },
  { "no-night", ROW (LATER, "0,0,2,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-05"),
    "stays_in_week_nights", NULL, NULL, NULL },
  { "price-negative", ROW (LATER, "1,2,2,0,0", "BB,PRT", "A,A", "-6.38", "Check-Out,2024-03-08"),
    "adr", NULL, NULL, NULL },
  { "price-zero", ROW (LATER, "1,2,2,0,0", "BB,PRT", "A,A", "0", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (PRT)", NULL },
  { "price-high", ROW (LATER, "1,2,2,0,0", "BB,PRT", "A,A", "5400", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (PRT)", NULL },
  { "price-too-high", ROW (LATER, "1,2,2,0,0", "BB,PRT", "A,A", "9999999999999.99",
                           "Check-Out,2024-03-08"), "nights", NULL, NULL, NULL },
  { "other-room", ROW (LATER, "1,2,2,0,0", "BB,PRT", "A,D", "9", "Check-Out,2024-03-08"), NULL,
    "booked", "Booking 2 (PRT)", "Room type: A. Given room type: D." },
  { "canceled", ROW (CALLED_OFF, "1,2,2,0,0", "BB,PRT", "A,A", "9", "Canceled,2024-01-04"), NULL,
    "cancelled", "Booking 2 (PRT)", NULL },
  { "no-show", ROW ("1,6,2024,February,8,20", "1,2,2,0,0", "BB,PRT", "A,A", "9",
                    "No-Show,2024-02-20"), NULL, "no-show", "Booking 2 (PRT)", NULL },
  { "departed", ROW (PAST, "1,2,2,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-02-23"), NULL,
    "departed", "Booking 2 (PRT)", NULL },
  { "left-early", ROW (PAST, "1,2,2,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-02-21"), NULL,
    "departed", "Booking 2 (PRT)", "Left on 2024-02-21." },
  { "in-the-middle", ROW (PAST, "2,5,2,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-02-27"), NULL,
    "booked", "Booking 2 (PRT)", NULL },
  { "bad-field", ROW (LATER, "1,2,two,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-08"),
    "adults", NULL, NULL, NULL },
  { "hidden-meal", ROW (LATER, "1,2,2,0,0", "B\u202eB,PRT", "A,A", "9", "Check-Out,2024-03-08"),
    "meal", NULL, NULL, NULL },
  { "hidden-country", ROW (LATER, "1,2,2,0,0", "BB,P\x1b[1m", "A,A", "9", "Check-Out,2024-03-08"),
    "country", NULL, NULL, NULL },
  { "hidden-number", ROW (LATER, "1,2,\u200b2,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-08"),
    "adults", NULL, NULL, NULL },
  { "cut-off", "City Hotel,0,6,2024,Mar", "", NULL, NULL, NULL },
};

/* An import of @text; @hotel and the rest of @order as the test says. */
static DeskImportResult *
import_with (DeskTestHouse      *test,
             const char         *text,
             DeskBookingsImport *order,
             GError            **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DeskBookingsFile) file = desk_bookings_file_new_bytes (bytes, "bookings.csv", error);
  DeskImportResult *result;

  g_assert_nonnull (file);
  order->file = file;
  order->name = "bookings.csv";
  result = desk_import_bookings (test->house, &test->context, order, error);
  order->file = NULL;
  if (result != NULL)
    {
      g_assert_cmpint (result->rows, ==, result->imported + result->already + result->refused);
      g_assert_cmpint (result->refused, ==, result->errors->len);
    }
  return result;
}

static DeskImportResult *
import (DeskTestHouse *test,
        const char    *text)
{
  DeskBookingsImport order = { 0 };
  g_autoptr (GError) error = NULL;
  DeskImportResult *result = import_with (test, text, &order, &error);

  g_assert_no_error (error);
  return result;
}

static void
check_stay (DeskTestHouse *test,
            const RowCase *test_case)
{
  DeskDb *db = desk_house_get_db (test->house);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayRecord) stay = desk_stay_table_get (db, 1, &error);
  g_autoptr (DeskStayView) view = desk_stay_view_load (test->house, 1, &error);
  g_autoptr (DeskFolioView) folio = desk_folio_view_load (test->house, 1, &error);
  g_autoptr (DeskNoteRecord) note = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (stay->state, ==, test_case->state);
  g_assert_cmpstr (view->row->guest_name, ==, test_case->guest);
  g_assert_cmpuint (folio->lines->len, ==, 0);
  note = desk_note_table_get (db, stay->note_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (view->note, ==, note->text);
  if (test_case->note != NULL)
    g_assert_nonnull (strstr (note->text, test_case->note));
}

static void
test_row (gconstpointer data)
{
  const RowCase *test_case = data;
  g_autofree char *text = g_strconcat (HEADER, test_case->row, NULL);
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) result = import (test, text);
  g_autoptr (DeskImportResult) again = NULL;
  const DeskImportError *refusal;

  g_assert_cmpint (result->rows, ==, 1);
  if (test_case->field == NULL)
    {
      g_assert_cmpint (result->imported, ==, 1);
      check_stay (test, test_case);
    }
  else
    {
      g_assert_cmpint (result->refused, ==, 1);
      refusal = g_ptr_array_index (result->errors, 0);
      g_assert_cmpint (refusal->line, ==, 2);
      g_assert_cmpstr (refusal->field, ==, test_case->field);
      g_assert_cmpstr (refusal->reason, !=, "");
      desk_test_assert_said (refusal->message);
      g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
      g_assert_cmpint (desk_test_house_count (test, "guest"), ==, 0);
      g_assert_cmpint (desk_test_house_count (test, "note"), ==, 0);
    }
  desk_test_assert_verifies (test->house);

  again = import (test, text);
  g_assert_cmpint (again->already, ==, result->imported);
  g_assert_cmpint (again->refused, ==, result->refused);
}

/* Everything the house keeps of one booking. */
static void
test_plain (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) result =
    import (test, HEADER ROW (LATER, "1,2,2,1,1", "BB,PRT", "A,A", "98.5", "Check-Out,2024-03-08"));
  DeskDb *db = desk_house_get_db (test->house);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStayRecord) stay = desk_stay_table_get (db, 1, &error);
  g_autoptr (GPtrArray) nights = desk_stay_night_table_list (db, 1, &error);
  g_autoptr (GPtrArray) persons = desk_stay_table_list_persons (db, 1, &error);
  g_autoptr (GPtrArray) references = desk_stay_table_list_references (db, 1, &error);
  g_autoptr (DeskStayView) view = desk_stay_view_load (test->house, 1, &error);
  const DeskReferenceRecord *reference = g_ptr_array_index (references, 0);
  const DeskNightRecord *night = g_ptr_array_index (nights, 2);
  guint i;

  g_assert_no_error (error);
  g_assert_cmpint (result->imported, ==, 1);
  g_assert_true (g_str_has_prefix (stay->confirmation, "HO-"));
  g_assert_cmpint (stay->departure - stay->arrival, ==, 3);
  g_assert_cmpint (stay->adults, ==, 2);
  g_assert_cmpint (stay->children, ==, 2);
  g_assert_cmpuint (nights->len, ==, 3);
  g_assert_cmpint (night->price_minor, ==, 9850);
  g_assert_cmpstr (night->plan, ==, "BB");
  g_assert_cmpstr (night->room_type, ==, "");
  g_assert_null (night->package);
  g_assert_cmpstr (reference->kind, ==, "booking");
  g_assert_cmpstr (reference->value, ==, "City Hotel 2");

  g_assert_cmpuint (persons->len, ==, 4);
  for (i = 0; i < persons->len; i++)
    {
      const DeskPersonRecord *person = g_ptr_array_index (persons, i);

      g_assert_cmpint (person->child, ==, i >= 2);
      g_assert_cmpint (person->age, ==, i == 3 ? 0 : -1);
    }

  /* Three nights with two breakfasts each, and the city tax on top of the room. */
  g_assert_cmpint (view->promised, >, 3 * (9850 + 2 * 1650));
}

/* A meal without a plan of its own: the first plan, and nothing beside the room. */
static void
test_meal (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) result =
    import (test, HEADER ROW (LATER, "0,1,2,0,0", "HB,PRT", "A,A", "98.5", "Check-Out,2024-03-06"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nights =
    desk_stay_night_table_list (desk_house_get_db (test->house), 1, &error);
  const DeskNightRecord *night = g_ptr_array_index (nights, 0);

  g_assert_cmpint (result->imported, ==, 1);
  g_assert_cmpstr (night->plan, ==, "BB");
  g_assert_cmpstr (night->package, ==, "[]");
}

#define MAP "\n[bookings]\ntype[A]=SUP\nplan[HB]=FLEX\n"

/* With a map, what it does not name is refused. */
static void
test_map (void)
{
  g_autofree char *property = g_strconcat (desk_test_property (), MAP, NULL);
  g_autoptr (DeskTestHouse) test = desk_test_house_new_with (property);
  g_autoptr (DeskImportResult) result =
    import (test, HEADER
                  ROW (LATER, "0,1,2,0,0", "HB,PRT", "A,A", "98.5", "Check-Out,2024-03-06")
                  ROW (LATER, "0,1,2,0,0", "BB,PRT", "L,A", "98.5", "Check-Out,2024-03-06"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nights =
    desk_stay_night_table_list (desk_house_get_db (test->house), 1, &error);
  const DeskNightRecord *night = g_ptr_array_index (nights, 0);
  const DeskImportError *refusal = g_ptr_array_index (result->errors, 0);

  g_assert_cmpint (result->imported, ==, 1);
  g_assert_cmpstr (night->room_type, ==, "SUP");
  g_assert_cmpstr (night->plan, ==, "FLEX");
  g_assert_cmpint (result->refused, ==, 1);
  g_assert_cmpint (refusal->line, ==, 3);
  g_assert_cmpstr (refusal->field, ==, "reserved_room_type");
}

/* Rows that are equal are bookings of their own: no guest is told from another. */
static void
test_duplicates (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) result = import (test, HEADER PLAIN PLAIN PLAIN);

  g_assert_cmpint (result->imported, ==, 3);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 3);
}

/* Known by hotel, line and content: another line or another content is another booking. */
static void
test_known (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (DeskImportResult) first = import (test, HEADER PLAIN);
  g_autoptr (DeskImportResult) crlf = import (test, "\xef\xbb\xbf" HEADER PLAIN "\r\n");
  g_autoptr (DeskImportResult) moved = import (test, HEADER "\n" PLAIN);
  g_autoptr (DeskImportResult) other =
    import (test, HEADER ROW (LATER, "1,2,2,0,0", "BB,PRT", "A,A", "99", "Check-Out,2024-03-08"));

  g_assert_cmpint (first->imported, ==, 1);
  g_assert_cmpint (crlf->already, ==, 1);
  g_assert_cmpint (moved->imported, ==, 1);
  g_assert_cmpint (other->imported, ==, 1);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 3);
}

static char *
make_many (guint n)
{
  GString *text = g_string_new (HEADER);
  guint i;

  for (i = 0; i < n; i++)
    g_string_append_printf (text, "City Hotel,1,%u,2024,March,10,5,1,2,2,0,0,BB,PRT" MIDDLE
                            "A,A" TAIL "98.5,0,1,Canceled,2024-01-04\n", i);
  return g_string_free (text, FALSE);
}

/* A file cut off inside a row, and then in whole. */
static void
test_cut_off (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *whole = make_many (500);
  g_autofree char *half = g_strndup (whole, strlen (whole) / 2);
  g_autoptr (DeskImportResult) first = import (test, half);
  g_autoptr (DeskImportResult) second = import (test, whole);
  g_autoptr (DeskImportResult) third = import (test, whole);

  g_assert_cmpint (first->refused, ==, 1);
  g_assert_cmpint (first->imported, >, 200);
  g_assert_cmpint (second->already, ==, first->imported);
  g_assert_cmpint (second->imported, ==, 500 - first->imported);
  g_assert_cmpint (third->already, ==, 500);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 500);
  desk_test_assert_verifies (test->house);
}

static void
cancel_at_once (guint    done,
                guint    total,
                gpointer cancellable)
{
  g_assert_cmpuint (done, <=, total);
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = make_many (500);
  DeskBookingsImport order = { .watch = { cancellable, cancel_at_once, cancellable } };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImportResult) first = import_with (test, text, &order, &error);
  g_autoptr (DeskImportResult) second = NULL;

  g_assert_no_error (error);
  g_assert_true (first->stopped);
  g_assert_cmpint (first->imported, >, 0);
  g_assert_cmpint (first->imported, <, 500);
  g_assert_cmpint (first->line, ==, first->imported + 1);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, first->imported);

  second = import (test, text);
  g_assert_false (second->stopped);
  g_assert_cmpint (second->already, ==, first->imported);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 500);
}

/* Fails at the commit of a later batch, as a full disk might. */
static gboolean
fail_commit (DeskDbPoint   point,
             const char   *sql,
             gpointer      n_left,
             GError      **error)
{
  guint *left = n_left;

  if (point != DESK_DB_POINT_COMMIT || (*left)-- > 1)
    return TRUE;
  g_set_error_literal (error, DESK_ERROR, DESK_ERROR_FULL, "the disk is full");
  return FALSE;
}

static void
test_disk_full (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  g_autofree char *text = make_many (500);
  DeskBookingsImport order = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImportResult) again = NULL;
  gint64 kept;
  guint left = 2;

  desk_db_set_fault (desk_house_get_db (test->house), fail_commit, &left);
  g_assert_null (import_with (test, text, &order, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_FULL);
  desk_db_set_fault (desk_house_get_db (test->house), NULL, NULL);
  kept = desk_test_house_count (test, "stay");
  g_assert_cmpint (kept, >, 0);
  g_assert_cmpint (kept, <, 500);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 1 + 1);

  again = import (test, text);
  g_assert_cmpint (again->already, ==, kept);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 500);
  desk_test_assert_verifies (test->house);
}

static void
test_dry_run (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  const char *text =
    HEADER PLAIN ROW (LATER, "0,0,2,0,0", "BB,PRT", "A,A", "9", "Check-Out,2024-03-05") PLAIN;
  DeskBookingsImport order = { .dry_run = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImportResult) dry = import_with (test, text, &order, &error);
  g_autoptr (DeskImportResult) wet = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (desk_test_house_count (test, "stay"), ==, 0);
  g_assert_cmpint (desk_test_house_count (test, "audit_entry"), ==, 1);
  wet = import (test, text);
  g_assert_cmpint (dry->rows, ==, wet->rows);
  g_assert_cmpint (dry->imported, ==, wet->imported);
  g_assert_cmpint (dry->already, ==, wet->already);
  g_assert_cmpint (dry->refused, ==, wet->refused);
}

static void
test_hotel (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  const char *text = HEADER PLAIN "Resort Hotel,0,6\n" PLAIN "Resort Hotel,,,\n" "City";
  DeskBookingsImport order = { .hotel = "City Hotel" };
  DeskBookingsImport wrong = { .hotel = "Seaside" };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskImportResult) result = import_with (test, text, &order, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->imported, ==, 2);
  /* What does not say its hotel is listed whoever asks. */
  g_assert_cmpint (result->refused, ==, 1);
  g_assert_cmpuint (result->hotels->len, ==, 1);

  g_assert_null (import_with (test, HEADER PLAIN, &wrong, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "City Hotel"));
}

static void
test_authority (void)
{
  g_autoptr (DeskTestHouse) test = desk_test_house_new ();
  DeskBookingsImport order = { 0 };
  g_autoptr (GError) error = NULL;

  desk_test_house_sign_in_as (test, "", DESK_ROLE_NONE);
  g_assert_null (import_with (test, HEADER PLAIN, &order, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_AUTHORITY);
}

int
main (int    argc,
      char **argv)
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (row_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import-bookings/row/", row_cases[i].name, NULL);

      g_test_add_data_func (path, &row_cases[i], test_row);
    }
  g_test_add_func ("/import-bookings/plain", test_plain);
  g_test_add_func ("/import-bookings/meal", test_meal);
  g_test_add_func ("/import-bookings/map", test_map);
  g_test_add_func ("/import-bookings/duplicates", test_duplicates);
  g_test_add_func ("/import-bookings/known", test_known);
  g_test_add_func ("/import-bookings/cut-off", test_cut_off);
  g_test_add_func ("/import-bookings/cancelled", test_cancelled);
  g_test_add_func ("/import-bookings/disk-full", test_disk_full);
  g_test_add_func ("/import-bookings/dry-run", test_dry_run);
  g_test_add_func ("/import-bookings/hotel", test_hotel);
  g_test_add_func ("/import-bookings/authority", test_authority);
  return g_test_run ();
}
