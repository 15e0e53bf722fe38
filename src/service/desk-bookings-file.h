/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-chain.h"
#include "desk-date.h"

G_BEGIN_DECLS

/**
 * DeskBookingStatus:
 * @DESK_BOOKING_CHECK_OUT: the guest came, and left on the day of the status
 * @DESK_BOOKING_CANCELED: it was called off
 * @DESK_BOOKING_NO_SHOW: nobody came and nobody called
 */
typedef enum
{
  DESK_BOOKING_CHECK_OUT,
  DESK_BOOKING_CANCELED,
  DESK_BOOKING_NO_SHOW,
} DeskBookingStatus;

/**
 * DeskBookingRow:
 * @line: where it stands in the file, from 1; the header is line 1
 * @digest: over the texts of all its columns in the order of the header, so that line
 *   ends and quotation marks do not count
 * @hotel: such as "City Hotel"
 * @lead_days: how many days before the arrival it was booked
 * @children: -1 where the file does not know
 * @country: (nullable): as the file has it, mostly ISO 3166 alpha-3
 * @meal: BB, HB, FB, SC or Undefined
 * @agent: (nullable): a number
 * @company: (nullable): a number
 * @adr_hundredths: price of a night, in hundredths of the currency's unit
 *
 * One booking. The texts belong to the file and stand until the next row is read.
 */
typedef struct
{
  gint64             line;
  guint8             digest[DESK_HASH_SIZE];
  const char        *hotel;
  guint              lead_days;
  DeskDate           arrival;
  guint              weekend_nights;
  guint              week_nights;
  guint              adults;
  int                children;
  guint              babies;
  const char        *meal;
  const char        *country;
  const char        *segment;
  const char        *channel;
  gboolean           repeated;
  const char        *reserved_type;
  const char        *assigned_type;
  guint              changes;
  const char        *deposit_type;
  const char        *agent;
  const char        *company;
  guint              waiting_days;
  const char        *customer_type;
  gint64             adr_hundredths;
  guint              parking;
  guint              requests;
  DeskBookingStatus  status;
  DeskDate           status_date;
} DeskBookingRow;

/**
 * DeskBookingProblem:
 * @line: where the row stands in the file, from 1
 * @hotel: the hotel it says it is of, "" where that cannot be told; stands until the
 *   next row is read
 * @field: the column, "" where it is the whole line
 * @why: (transfer none): why it is no booking; stands until the next row is read
 */
typedef struct
{
  gint64        line;
  const char   *hotel;
  const char   *field;
  const GError *why;
} DeskBookingProblem;

/* What desk_bookings_file_next() found. */
typedef enum
{
  DESK_BOOKINGS_ROW,
  DESK_BOOKINGS_PROBLEM,
  DESK_BOOKINGS_END,
  DESK_BOOKINGS_FAILED,
} DeskBookingsNext;

/**
 * DeskBookingsFile:
 *
 * A file of the public "Hotel booking demand" data, one booking a line, read from its
 * beginning to its end in constant memory, whatever its size. A line that is no booking
 * is told and does not stop the reading. No value of this format holds a line break, so
 * that a quotation mark left open spoils its own line only.
 */
typedef struct _DeskBookingsFile DeskBookingsFile;

DeskBookingsFile *desk_bookings_file_open         (const char          *path,
                                                   GError             **error);
DeskBookingsFile *desk_bookings_file_new_bytes    (GBytes              *bytes,
                                                   const char          *name,
                                                   GError             **error);
DeskBookingsNext  desk_bookings_file_next         (DeskBookingsFile    *self,
                                                   DeskBookingRow      *row,
                                                   DeskBookingProblem  *problem,
                                                   GError             **error);
void              desk_bookings_file_get_progress (DeskBookingsFile    *self,
                                                   gint64              *read,
                                                   gint64              *size);
void              desk_bookings_file_free         (DeskBookingsFile    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBookingsFile, desk_bookings_file_free)

G_END_DECLS
