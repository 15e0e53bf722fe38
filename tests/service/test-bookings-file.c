/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-bookings-file.h"
#include "desk-error.h"
#include "desk-test-said.h"

#define HEADER \
  "hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number," \
  "arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children," \
  "babies,meal,country,market_segment,distribution_channel,is_repeated_guest," \
  "previous_cancellations,previous_bookings_not_canceled,reserved_room_type," \
  "assigned_room_type,booking_changes,deposit_type,agent,company,days_in_waiting_list," \
  "customer_type,adr,required_car_parking_spaces,total_of_special_requests," \
  "reservation_status,reservation_status_date\n"
#define PERSONS "City Hotel,0,6,2015,July,27,1,1,2,2,1,0"
#define ORIGIN ",BB,PRT,Online TA,TA/TO,0,0,0,A,D,0,No Deposit,9,NULL,0,Transient"
#define END ",98.5,0,1,Check-Out,2015-07-04"
#define ROW PERSONS ORIGIN END "\n"

/* A row as one case changes it. */
typedef struct
{
  const char *name;
  const char *row;
  const char *field;   /* NULL: it is a booking */
} RowCase;

static const RowCase row_cases[] = {
  { "plain", ROW, NULL },
  { "crlf", PERSONS ORIGIN END "\r\n", NULL },
  { "no-line-end", PERSONS ORIGIN END, NULL },
  { "quoted", "\"City Hotel\",\"0\",6,2015,\"July\",27,1,1,2,2,1,0" ORIGIN END "\n", NULL },
  { "spaces", " City Hotel ,0, 6,2015,July,27,1,1,2,2,1,0" ORIGIN END "\n", NULL },
  { "cut-off", PERSONS ORIGIN ",98.5,0,1,Check-O", "" },
  { "cut-off-date", PERSONS ORIGIN ",98.5,0,1,Check-Out,2015-07-0", "reservation_status_date" },
  { "one-too-many", PERSONS ORIGIN END ",1\n", "" },
  { "quote-open", "\"City Hotel,0,6" ORIGIN END "\n", "" },
  { "quote-inside", "City \"Hotel\"" ORIGIN END "\n", "" },
  { "carriage-return", "City\rHotel,0" ORIGIN END "\n", "" },
  { "not-utf8", "City \xe9,0,6,2015,July,27,1,1,2,2,1,0" ORIGIN END "\n", "" },
  { "no-hotel", ",0,6,2015,July,27,1,1,2,2,1,0" ORIGIN END "\n", "hotel" },
  { "month", "City Hotel,0,6,2015,Juli,27,1,1,2,2,1,0" ORIGIN END "\n", "arrival_date_month" },
  { "day", "City Hotel,0,6,2015,June,27,31,1,2,2,1,0" ORIGIN END "\n",
    "arrival_date_day_of_month" },
  { "leap-day", "City Hotel,0,6,2016,February,9,29,1,2,2,1,0" ORIGIN END "\n", NULL },
  { "no-leap-day", "City Hotel,0,6,2015,February,9,29,1,2,2,1,0" ORIGIN END "\n",
    "arrival_date_day_of_month" },
  { "nights", "City Hotel,0,6,2015,July,27,1,-1,2,2,1,0" ORIGIN END "\n",
    "stays_in_weekend_nights" },
  { "adults", "City Hotel,0,6,2015,July,27,1,1,2,two,1,0" ORIGIN END "\n", "adults" },
  { "adults-many", "City Hotel,0,6,2015,July,27,1,1,2,55,1,0" ORIGIN END "\n", NULL },
  { "adults-huge", "City Hotel,0,6,2015,July,27,1,1,2,99999999999999999999,1,0" ORIGIN END "\n",
    "adults" },
  { "children-na", "City Hotel,0,6,2015,July,27,1,1,2,2,NA,0" ORIGIN END "\n", NULL },
  { "babies-na", "City Hotel,0,6,2015,July,27,1,1,2,2,0,NA" ORIGIN END "\n", "babies" },
  { "price-negative", PERSONS ORIGIN ",-6.38,0,1,Check-Out,2015-07-04\n", NULL },
  { "price-fine", PERSONS ORIGIN ",6.385,0,1,Check-Out,2015-07-04\n", "adr" },
  { "price-comma", PERSONS ORIGIN ",\"6,38\",0,1,Check-Out,2015-07-04\n", "adr" },
  { "price-empty", PERSONS ORIGIN ",,0,1,Check-Out,2015-07-04\n", "adr" },
  { "status", PERSONS ORIGIN ",98.5,0,1,Gone,2015-07-04\n", "reservation_status" },
  { "status-contradicts", PERSONS ORIGIN ",98.5,0,1,No-Show,2015-07-04\n",
    "reservation_status" },
  { "status-date", PERSONS ORIGIN ",98.5,0,1,Check-Out,04.07.2015\n",
    "reservation_status_date" },
};

static DeskBookingsFile *
open_text (const char  *text,
           gsize        length,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return desk_bookings_file_new_bytes (bytes, "bookings.csv", error);
}

static void
test_row (gconstpointer data)
{
  const RowCase *test = data;
  g_autofree char *text = g_strconcat (HEADER, test->row, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBookingsFile) file = open_text (text, strlen (text), &error);
  DeskBookingProblem problem = { 0 };
  DeskBookingRow row = { 0 };
  DeskBookingsNext next;

  g_assert_no_error (error);
  next = desk_bookings_file_next (file, &row, &problem, &error);
  g_assert_no_error (error);
  g_assert_cmpint (next, ==, test->field == NULL ? DESK_BOOKINGS_ROW : DESK_BOOKINGS_PROBLEM);
  if (test->field != NULL)
    {
      g_assert_cmpint (problem.line, ==, 2);
      g_assert_cmpstr (problem.field, ==, test->field);
      g_assert_true (g_utf8_validate (problem.why->message, -1, NULL));
      g_assert_cmpuint (strlen (problem.why->message), >, 0);
      desk_test_assert_said (desk_error_get_message (problem.why));
    }
  else
    {
      g_assert_cmpint (row.line, ==, 2);
      g_assert_cmpstr (row.hotel, ==, "City Hotel");
    }
  next = desk_bookings_file_next (file, &row, &problem, &error);
  g_assert_no_error (error);
  g_assert_cmpint (next, ==, DESK_BOOKINGS_END);
}

static void
test_values (void)
{
  const char text[] = "\xef\xbb\xbf" HEADER "\n" ROW;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBookingsFile) file = open_text (text, strlen (text), &error);
  DeskBookingProblem problem;
  DeskBookingRow row;
  char date[DESK_DATE_LENGTH];
  gint64 read, size;

  g_assert_no_error (error);
  g_assert_cmpint (desk_bookings_file_next (file, &row, &problem, &error), ==, DESK_BOOKINGS_ROW);
  g_assert_cmpint (row.line, ==, 3);
  g_assert_cmpstr (desk_date_print (row.arrival, date), ==, "2015-07-01");
  g_assert_cmpuint (row.weekend_nights, ==, 1);
  g_assert_cmpuint (row.week_nights, ==, 2);
  g_assert_cmpuint (row.adults, ==, 2);
  g_assert_cmpint (row.children, ==, 1);
  g_assert_cmpint (row.adr_hundredths, ==, 9850);
  g_assert_cmpstr (row.country, ==, "PRT");
  g_assert_cmpstr (row.reserved_type, ==, "A");
  g_assert_cmpstr (row.assigned_type, ==, "D");
  g_assert_cmpstr (row.agent, ==, "9");
  g_assert_null (row.company);
  g_assert_cmpint (row.status, ==, DESK_BOOKING_CHECK_OUT);
  g_assert_cmpstr (desk_date_print (row.status_date, date), ==, "2015-07-04");
  desk_bookings_file_get_progress (file, &read, &size);
  g_assert_cmpint (read, ==, size);
}

/* A row is the same one however it is written, and another with any other content. */
static void
test_digest (void)
{
  const char text[] =
    HEADER
    ROW
    "\"City Hotel\",0, 6,2015,July,27,1,1,2,2,1,0" ORIGIN END "\r\n"
    "City Hotel,0,7,2015,July,27,1,1,2,2,1,0" ORIGIN END "\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBookingsFile) file = open_text (text, strlen (text), &error);
  DeskBookingProblem problem;
  DeskBookingRow first, second, third;

  g_assert_cmpint (desk_bookings_file_next (file, &first, &problem, &error), ==, DESK_BOOKINGS_ROW);
  g_assert_cmpint (desk_bookings_file_next (file, &second, &problem, &error), ==,
                   DESK_BOOKINGS_ROW);
  g_assert_cmpint (desk_bookings_file_next (file, &third, &problem, &error), ==, DESK_BOOKINGS_ROW);
  g_assert_cmpmem (first.digest, DESK_HASH_SIZE, second.digest, DESK_HASH_SIZE);
  g_assert_cmpint (memcmp (first.digest, third.digest, DESK_HASH_SIZE), !=, 0);
}

/* A header that cannot be: what is said, and of which column. */
typedef struct
{
  const char *name;
  const char *text;
  const char *says;
  const char *column;
} HeaderCase;

static const HeaderCase header_cases[] = {
  { "empty", "", "the file is empty", NULL },
  { "garbage", "\x7f" "ELF\x02\x01\x01\n\xff\xfe", "does not name the columns", NULL },
  { "other-file", "name,price\nMinibar,3.50\n", "does not name the columns", NULL },
  { "quote", "hotel,\"is_canceled\n", "quotation mark", NULL },
  { "short", "hotel,is_canceled\n", "there is no column lead_time", "lead_time" },
};

static void
test_header (gconstpointer data)
{
  const HeaderCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBookingsFile) file = open_text (test->text, strlen (test->text), &error);

  g_assert_null (file);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, test->says));
  g_assert_cmpint (desk_error_get_place (error)->line, ==, 1);
  g_assert_cmpstr (desk_error_get_place (error)->key, ==, test->column);
}

/* Each column that is taken away is the one that is named. */
static void
test_missing_column (void)
{
  g_autofree char *header = g_strndup (HEADER, strlen (HEADER) - 1);
  g_auto (GStrv) names = g_strsplit (header, ",", -1);
  guint i;

  g_assert_cmpuint (g_strv_length (names), ==, 32);
  for (i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_steal_pointer (&names[i]);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      names[i] = g_strdup ("other");
      text = g_strjoinv (",", names);
      g_assert_null (open_text (text, strlen (text), &error));
      g_assert_cmpstr (desk_error_get_place (error)->key, ==, name);
      g_free (names[i]);
      names[i] = g_steal_pointer (&name);
    }
}

/* One line that is far too long is one problem, and the next is read. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBookingsFile) file = NULL;
  DeskBookingProblem problem;
  DeskBookingRow row;

  g_string_set_size (text, strlen (HEADER) + 300000);
  memset (text->str + strlen (HEADER), 'x', 300000);
  g_string_append (text, "\n" ROW);
  file = open_text (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_bookings_file_next (file, &row, &problem, &error), ==,
                   DESK_BOOKINGS_PROBLEM);
  g_assert_cmpint (problem.line, ==, 2);
  g_assert_cmpint (desk_bookings_file_next (file, &row, &problem, &error), ==, DESK_BOOKINGS_ROW);
  g_assert_cmpint (row.line, ==, 3);
}

static GBytes *
pack (const char *text)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_packed (void)
{
  g_autoptr (GBytes) bytes = pack (HEADER ROW ROW);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 12);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBookingsFile) file = NULL;
  DeskBookingProblem problem;
  DeskBookingsNext next;
  DeskBookingRow row;
  guint n_rows = 0;

  file = desk_bookings_file_new_bytes (bytes, "bookings.csv.gz", &error);
  g_assert_no_error (error);
  while ((next = desk_bookings_file_next (file, &row, &problem, &error)) == DESK_BOOKINGS_ROW)
    n_rows++;
  g_assert_cmpint (next, ==, DESK_BOOKINGS_END);
  g_assert_cmpuint (n_rows, ==, 2);

  g_clear_pointer (&file, desk_bookings_file_free);
  file = desk_bookings_file_new_bytes (cut, "bookings.csv.gz", &error);
  g_assert_no_error (error);
  while ((next = desk_bookings_file_next (file, &row, &problem, &error)) == DESK_BOOKINGS_ROW)
    continue;
  g_assert_cmpint (next, ==, DESK_BOOKINGS_PROBLEM);
  g_assert_nonnull (strstr (problem.why->message, "cut off"));
  g_assert_cmpint (desk_bookings_file_next (file, &row, &problem, &error), ==, DESK_BOOKINGS_END);
  g_assert_no_error (error);
}

/* What is called packed and is not, or breaks off at once, is a mistake in the file. */
static void
test_not_packed (void)
{
  static const char *const texts[] = { HEADER ROW, "", "\x1f\x8b" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (desk_bookings_file_new_bytes (bytes, "bookings.csv.gz", &error));
      g_assert_error (error, DESK_ERROR, DESK_ERROR_INVALID);
      g_assert_nonnull (desk_error_get_message (error));
      g_assert_nonnull (strstr (error->message, "bookings.csv.gz:1: the packed file"));
      g_assert_cmpint (desk_error_get_place (error)->line, ==, 1);
    }
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_bookings_file_open ("/nowhere/bookings.csv", &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (row_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/bookings-file/row/", row_cases[i].name, NULL);

      g_test_add_data_func (path, &row_cases[i], test_row);
    }
  for (i = 0; i < G_N_ELEMENTS (header_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/bookings-file/header/", header_cases[i].name, NULL);

      g_test_add_data_func (path, &header_cases[i], test_header);
    }
  g_test_add_func ("/bookings-file/missing-column", test_missing_column);
  g_test_add_func ("/bookings-file/values", test_values);
  g_test_add_func ("/bookings-file/digest", test_digest);
  g_test_add_func ("/bookings-file/long-line", test_long_line);
  g_test_add_func ("/bookings-file/packed", test_packed);
  g_test_add_func ("/bookings-file/not-packed", test_not_packed);
  g_test_add_func ("/bookings-file/no-file", test_no_file);
  return g_test_run ();
}
