/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bookings-file.h"

#include <string.h>

#include "desk-amount.h"
#include "desk-complain.h"
#include "desk-csv-lines.h"
#include "desk-error.h"
#include "desk-file.h"

/* No number of persons, nights or days in this file can be larger. */
#define MAX_NUMBER 9999

/* The decimals a price in the file may have. */
#define ADR_DIGITS 2

/* The columns, in the order the data was published in; a file may have another. */
typedef enum
{
  HOTEL,
  IS_CANCELED,
  LEAD_TIME,
  YEAR,
  MONTH,
  WEEK,
  DAY,
  WEEKEND_NIGHTS,
  WEEK_NIGHTS,
  ADULTS,
  CHILDREN,
  BABIES,
  MEAL,
  COUNTRY,
  SEGMENT,
  CHANNEL,
  REPEATED,
  PREVIOUS_CANCELLATIONS,
  PREVIOUS_BOOKINGS,
  RESERVED_TYPE,
  ASSIGNED_TYPE,
  CHANGES,
  DEPOSIT_TYPE,
  AGENT,
  COMPANY,
  WAITING_DAYS,
  CUSTOMER_TYPE,
  ADR,
  PARKING,
  REQUESTS,
  STATUS,
  STATUS_DATE,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
  [HOTEL] = "hotel",
  [IS_CANCELED] = "is_canceled",
  [LEAD_TIME] = "lead_time",
  [YEAR] = "arrival_date_year",
  [MONTH] = "arrival_date_month",
  [WEEK] = "arrival_date_week_number",
  [DAY] = "arrival_date_day_of_month",
  [WEEKEND_NIGHTS] = "stays_in_weekend_nights",
  [WEEK_NIGHTS] = "stays_in_week_nights",
  [ADULTS] = "adults",
  [CHILDREN] = "children",
  [BABIES] = "babies",
  [MEAL] = "meal",
  [COUNTRY] = "country",
  [SEGMENT] = "market_segment",
  [CHANNEL] = "distribution_channel",
  [REPEATED] = "is_repeated_guest",
  [PREVIOUS_CANCELLATIONS] = "previous_cancellations",
  [PREVIOUS_BOOKINGS] = "previous_bookings_not_canceled",
  [RESERVED_TYPE] = "reserved_room_type",
  [ASSIGNED_TYPE] = "assigned_room_type",
  [CHANGES] = "booking_changes",
  [DEPOSIT_TYPE] = "deposit_type",
  [AGENT] = "agent",
  [COMPANY] = "company",
  [WAITING_DAYS] = "days_in_waiting_list",
  [CUSTOMER_TYPE] = "customer_type",
  [ADR] = "adr",
  [PARKING] = "required_car_parking_spaces",
  [REQUESTS] = "total_of_special_requests",
  [STATUS] = "reservation_status",
  [STATUS_DATE] = "reservation_status_date",
};

static const char *const months[] = {
  "January", "February", "March", "April", "May", "June", "July",
  "August", "September", "October", "November", "December",
};

static const char *const statuses[] = {
  [DESK_BOOKING_CHECK_OUT] = "Check-Out",
  [DESK_BOOKING_CANCELED] = "Canceled",
  [DESK_BOOKING_NO_SHOW] = "No-Show",
};

/**
 * DeskBookingsFile:
 * @base: the file as it lies on the disk, which knows how far it was read
 * @size: its size in bytes, 0 where that is not known
 * @columns: where each column stands in a line
 * @n_columns: how many columns a line has, ours and others
 * @ended: a packed file broke off
 * @why: (nullable): what is wrong with the row read last, its place the column
 */
struct _DeskBookingsFile
{
  GInputStream *base;
  gint64        size;
  DeskCsvLines *lines;
  guint         columns[N_COLUMNS];
  guint         n_columns;
  gboolean      ended;
  GError       *why;
};

void
desk_bookings_file_free (DeskBookingsFile *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->base);
  g_clear_pointer (&self->lines, desk_csv_lines_free);
  g_clear_error (&self->why);
  g_free (self);
}

static gboolean
fail_header (const char   *name,
             const char   *column,
             GError      **error,
             DeskMessage  *message)
{
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *where = g_strdup_printf ("%s:1: ", shown);

  desk_complain (error, DESK_ERROR_INVALID, desk_message_at (where, message));
  if (error != NULL)
    desk_error_set_place (*error, name, NULL, column, 1);
  return FALSE;
}

static gboolean
find_column (DeskBookingsFile *self,
             Column            column)
{
  guint i;

  for (i = 0; i < self->n_columns; i++)
    if (g_strcmp0 (desk_csv_lines_get_field (self->lines, i), column_names[column]) == 0)
      {
        self->columns[column] = i;
        return TRUE;
      }
  return FALSE;
}

static DeskMessage *
about_file (const char *why)
{
  DeskMessage *message = desk_message_new (NULL, N_("this is no file of bookings: {why}"));

  return desk_message_nest (message, "why", desk_message_new (NULL, why));
}

/* How a file is packed is part of it; the disk it lies on is not. */
static gboolean
is_badly_packed (const GError *why)
{
  return g_error_matches (why, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
         g_error_matches (why, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static DeskMessage *
about_packing (void)
{
  return desk_message_new (NULL, N_("the packed file is cut off or damaged here; nothing behind "
                                    "it can be read"));
}

/* The first line says which column stands where. */
static gboolean
read_header (DeskBookingsFile  *self,
             const char        *name,
             GError           **error)
{
  g_autoptr (GError) why = NULL;
  Column column;

  switch (desk_csv_lines_next (self->lines, &why))
    {
    case DESK_CSV_FAILED:
      if (is_badly_packed (why))
        return fail_header (name, NULL, error, about_packing ());
      g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "%s: %s", name, why->message);
      return FALSE;
    case DESK_CSV_END:
      return fail_header (name, NULL, error, desk_message_new (NULL, N_("the file is empty")));
    case DESK_CSV_BROKEN:
      return fail_header (name, NULL, error, about_file (desk_csv_lines_get_reason (self->lines)));
    case DESK_CSV_FIELDS:
    default:
      break;
    }

  self->n_columns = desk_csv_lines_get_n_fields (self->lines);
  if (!find_column (self, HOTEL) && !find_column (self, STATUS))
    return fail_header (name, NULL, error,
                        about_file (N_("its first line does not name the columns")));
  for (column = 0; column < N_COLUMNS; column++)
    if (!find_column (self, column))
      return fail_header (name, column_names[column], error,
                          desk_message_about (N_("there is no column {word}"),
                                              column_names[column]));
  return TRUE;
}

static DeskBookingsFile *
new_from_stream (GInputStream  *base,
                 gint64         size,
                 const char    *name,
                 GError       **error)
{
  g_autoptr (DeskBookingsFile) self = g_new0 (DeskBookingsFile, 1);
  g_autoptr (GInputStream) stream = NULL;

  self->base = g_object_ref (base);
  self->size = size;
  if (g_str_has_suffix (name, ".gz"))
    {
      g_autoptr (GZlibDecompressor) unpack =
        g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      stream = g_converter_input_stream_new (base, G_CONVERTER (unpack));
    }
  self->lines = desk_csv_lines_new (stream != NULL ? stream : base);
  return read_header (self, name, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * desk_bookings_file_open:
 * @path: a file; unpacked while it is read where its name ends in .gz
 * @error: return location for a #GError
 *
 * Opens the file and reads its header.
 *
 * Returns: (transfer full) (nullable): the file at its first row, or %NULL with
 *   %DESK_ERROR_NOT_FOUND, or %DESK_ERROR_INVALID and the column that is not there
 */
DeskBookingsFile *
desk_bookings_file_open (const char  *path,
                         GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) why = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (!desk_file_check (path, DESK_ERROR_INVALID, error))
    return NULL;
  stream = g_file_read (file, NULL, &why);
  if (stream == NULL)
    {
      g_set_error_literal (error, DESK_ERROR, DESK_ERROR_INVALID, why->message);
      if (error != NULL)
        desk_error_set_place (*error, path, NULL, NULL, 0);
      return NULL;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  return new_from_stream (G_INPUT_STREAM (stream), info != NULL ? g_file_info_get_size (info) : 0,
                          path, error);
}

/**
 * desk_bookings_file_new_bytes:
 * @bytes: a whole file
 * @name: what it is called in messages; packed where this ends in .gz
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the file at its first row, or %NULL with
 *   %DESK_ERROR_INVALID and the column that is not there
 */
DeskBookingsFile *
desk_bookings_file_new_bytes (GBytes      *bytes,
                              const char  *name,
                              GError     **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return new_from_stream (stream, (gint64) g_bytes_get_size (bytes), name, error);
}

static const char *
get_text (DeskBookingsFile *self,
          Column            column)
{
  return desk_csv_lines_get_field (self->lines, self->columns[column]);
}

/* What the file does not know it calls NULL. */
static const char *
get_known_text (DeskBookingsFile *self,
                Column            column)
{
  const char *text = get_text (self, column);

  return *text == '\0' || g_str_equal (text, "NULL") ? NULL : text;
}

static gboolean
fail_field (DeskBookingsFile *self,
            Column            column,
            DeskMessage      *message)
{
  desk_complain (&self->why, DESK_ERROR_INVALID, message);
  desk_error_set_place (self->why, NULL, NULL, column_names[column], 0);
  return FALSE;
}

static gboolean
read_number (DeskBookingsFile *self,
             Column            column,
             guint             max,
             guint            *out)
{
  const char *text = get_text (self, column);
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, max, &number, NULL))
    {
      DeskMessage *message = desk_message_about (N_("“{word}” is no whole number from 0 to {n}"),
                                                 text);

      return fail_field (self, column, desk_message_integer (message, "n", DESK_ARG_INT, max));
    }
  *out = (guint) number;
  return TRUE;
}

static gboolean
read_word (DeskBookingsFile   *self,
           Column              column,
           const char *const  *words,
           guint               n_words,
           guint              *out)
{
  const char *text = get_text (self, column);
  DeskMessage *message;
  guint i;

  for (i = 0; i < n_words; i++)
    if (g_str_equal (text, words[i]))
      {
        *out = i;
        return TRUE;
      }
  /* Translators: {word} stands in a file; {first} and {last} are the ends of a list of words */
  message = desk_message_about (N_("“{word}” is none of {first} … {last}"), text);
  desk_message_text (message, "first", words[0]);
  desk_message_text (message, "last", words[n_words - 1]);
  return fail_field (self, column, message);
}

static gboolean
read_arrival (DeskBookingsFile *self,
              DeskBookingRow   *row)
{
  guint year = 0;
  guint month = 0;
  guint day = 0;

  if (!read_number (self, YEAR, MAX_NUMBER, &year) ||
      !read_word (self, MONTH, months, G_N_ELEMENTS (months), &month) ||
      !read_number (self, DAY, 31, &day))
    return FALSE;

  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) (month + 1), (GDateYear) year))
    {
      g_autofree char *date = g_strdup_printf ("%u %s %u", day, months[month], year);

      return fail_field (self, DAY, desk_message_about (N_("the calendar has no {word}"), date));
    }
  row->arrival = desk_date_from_dmy ((int) day, (int) month + 1, (int) year);
  return TRUE;
}

static gboolean
read_persons (DeskBookingsFile *self,
              DeskBookingRow   *row)
{
  guint children = 0;
  gboolean known = !g_str_equal (get_text (self, CHILDREN), "NA");

  if (!read_number (self, ADULTS, MAX_NUMBER, &row->adults) ||
      (known && !read_number (self, CHILDREN, MAX_NUMBER, &children)) ||
      !read_number (self, BABIES, MAX_NUMBER, &row->babies))
    return FALSE;

  row->children = known ? (int) children : -1;
  return TRUE;
}

static gboolean
read_price (DeskBookingsFile *self,
            DeskBookingRow   *row)
{
  g_autoptr (GError) why = NULL;

  return desk_amount_parse (get_text (self, ADR), ADR_DIGITS, &row->adr_hundredths, &why) ||
         fail_field (self, ADR, desk_message_of (why));
}

static gboolean
read_status (DeskBookingsFile *self,
             DeskBookingRow   *row)
{
  g_autoptr (GError) why = NULL;
  guint canceled = 0;
  guint status = 0;

  if (!read_number (self, IS_CANCELED, 1, &canceled) ||
      !read_word (self, STATUS, statuses, G_N_ELEMENTS (statuses), &status))
    return FALSE;
  if ((canceled == 1) != (status != DESK_BOOKING_CHECK_OUT))
    return fail_field (self, STATUS,
                       desk_message_integer (desk_message_about (N_("{word} and is_canceled {n} "
                                                                    "contradict each other"),
                                                                 statuses[status]),
                                             "n", DESK_ARG_INT, canceled));
  if (!desk_date_parse (get_text (self, STATUS_DATE), &row->status_date, &why))
    return fail_field (self, STATUS_DATE, desk_message_of (why));

  row->status = (DeskBookingStatus) status;
  return TRUE;
}

static void
hash_row (DeskBookingsFile *self,
          DeskBookingRow   *row)
{
  const guint8 nothing_before[DESK_HASH_SIZE] = { 0 };
  g_autoptr (DeskHasher) hasher = desk_hasher_new (nothing_before);
  guint i;

  for (i = 0; i < self->n_columns; i++)
    desk_hasher_text (hasher, desk_csv_lines_get_field (self->lines, i));
  desk_hasher_finish (hasher, row->digest);
}

static gboolean
read_row (DeskBookingsFile *self,
          DeskBookingRow   *row)
{
  guint repeated;

  if (*get_text (self, HOTEL) == '\0')
    return fail_field (self, HOTEL, desk_message_new (NULL, N_("is missing")));
  if (!read_arrival (self, row) ||
      !read_number (self, LEAD_TIME, MAX_NUMBER, &row->lead_days) ||
      !read_number (self, WEEKEND_NIGHTS, MAX_NUMBER, &row->weekend_nights) ||
      !read_number (self, WEEK_NIGHTS, MAX_NUMBER, &row->week_nights) ||
      !read_persons (self, row) ||
      !read_number (self, REPEATED, 1, &repeated) ||
      !read_number (self, CHANGES, MAX_NUMBER, &row->changes) ||
      !read_number (self, WAITING_DAYS, MAX_NUMBER, &row->waiting_days) ||
      !read_price (self, row) ||
      !read_number (self, PARKING, MAX_NUMBER, &row->parking) ||
      !read_number (self, REQUESTS, MAX_NUMBER, &row->requests) ||
      !read_status (self, row))
    return FALSE;

  row->line = desk_csv_lines_get_line (self->lines);
  row->hotel = get_text (self, HOTEL);
  row->meal = get_text (self, MEAL);
  row->country = get_known_text (self, COUNTRY);
  row->segment = get_text (self, SEGMENT);
  row->channel = get_text (self, CHANNEL);
  row->repeated = repeated == 1;
  row->reserved_type = get_text (self, RESERVED_TYPE);
  row->assigned_type = get_text (self, ASSIGNED_TYPE);
  row->deposit_type = get_text (self, DEPOSIT_TYPE);
  row->agent = get_known_text (self, AGENT);
  row->company = get_known_text (self, COMPANY);
  row->customer_type = get_text (self, CUSTOMER_TYPE);
  hash_row (self, row);
  return TRUE;
}

/* A line that was cut off in its first value does not say which hotel it is of. */
static DeskBookingsNext
tell_problem (DeskBookingsFile   *self,
              DeskBookingProblem *problem)
{
  const char *hotel = desk_csv_lines_get_n_fields (self->lines) > 1 ? get_text (self, HOTEL) : NULL;
  const char *field = desk_error_get_place (self->why)->key;

  problem->line = desk_csv_lines_get_line (self->lines);
  problem->hotel = hotel != NULL && g_utf8_validate (hotel, -1, NULL) ? hotel : "";
  problem->field = field != NULL ? field : "";
  problem->why = self->why;
  return DESK_BOOKINGS_PROBLEM;
}

static DeskBookingsNext
tell_broken_line (DeskBookingsFile   *self,
                  DeskBookingProblem *problem)
{
  desk_complain (&self->why, DESK_ERROR_INVALID,
                 desk_message_new (NULL, desk_csv_lines_get_reason (self->lines)));
  return tell_problem (self, problem);
}

static DeskBookingsNext
tell_count (DeskBookingsFile   *self,
            guint               n_fields,
            DeskBookingProblem *problem)
{
  DeskMessage *message = desk_message_new (NULL, N_("values in the line: {n}; columns in the "
                                                    "header: {columns}"));

  desk_message_integer (message, "n", DESK_ARG_INT, n_fields);
  desk_message_integer (message, "columns", DESK_ARG_INT, self->n_columns);
  desk_complain (&self->why, DESK_ERROR_INVALID, message);
  return tell_problem (self, problem);
}

/* A packed file that was cut off ends like one that was not packed: with a line that is
 * no booking. The disk's mistakes are none of the file. */
static DeskBookingsNext
fail_read (DeskBookingsFile    *self,
           const GError        *why,
           DeskBookingProblem  *problem,
           GError             **error)
{
  gint64 line = desk_csv_lines_get_line (self->lines);

  if (!is_badly_packed (why))
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_STORAGE, "after line %" G_GINT64_FORMAT ": %s",
                   line, why->message);
      return DESK_BOOKINGS_FAILED;
    }

  self->ended = TRUE;
  desk_complain (&self->why, DESK_ERROR_INVALID, about_packing ());
  problem->line = line + 1;
  problem->hotel = "";
  problem->field = "";
  problem->why = self->why;
  return DESK_BOOKINGS_PROBLEM;
}

/**
 * desk_bookings_file_next:
 * @self: a file
 * @row: (out): the next booking, for %DESK_BOOKINGS_ROW
 * @problem: (out): why the next line is none, for %DESK_BOOKINGS_PROBLEM
 * @error: return location for a #GError
 *
 * Reads one line on. Lines with nothing on them are not told.
 *
 * Returns: what it found; %DESK_BOOKINGS_FAILED with %DESK_ERROR_STORAGE
 */
DeskBookingsNext
desk_bookings_file_next (DeskBookingsFile    *self,
                         DeskBookingRow      *row,
                         DeskBookingProblem  *problem,
                         GError             **error)
{
  g_autoptr (GError) why = NULL;
  guint n_fields;

  if (self->ended)
    return DESK_BOOKINGS_END;

  g_clear_error (&self->why);
  switch (desk_csv_lines_next (self->lines, &why))
    {
    case DESK_CSV_END:
      return DESK_BOOKINGS_END;
    case DESK_CSV_FAILED:
      return fail_read (self, why, problem, error);
    case DESK_CSV_BROKEN:
      return tell_broken_line (self, problem);
    case DESK_CSV_FIELDS:
    default:
      break;
    }

  n_fields = desk_csv_lines_get_n_fields (self->lines);
  if (n_fields != self->n_columns)
    return tell_count (self, n_fields, problem);
  if (!read_row (self, row))
    return tell_problem (self, problem);
  return DESK_BOOKINGS_ROW;
}

/**
 * desk_bookings_file_get_progress:
 * @self: a file
 * @read: (out): how many bytes were taken from it
 * @size: (out): how many it has, 0 where that is not known
 *
 * Counts the bytes of the packed file where it is packed.
 */
void
desk_bookings_file_get_progress (DeskBookingsFile *self,
                                 gint64           *read,
                                 gint64           *size)
{
  *read = G_IS_SEEKABLE (self->base) ? g_seekable_tell (G_SEEKABLE (self->base)) : 0;
  *size = self->size;
}
