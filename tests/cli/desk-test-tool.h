/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DeskTestTool:
 * @folder: a folder of its own, removed at the end; the tool runs in it
 * @status: exit status of the last run
 * @out: what it printed
 * @err: what it complained of
 *
 * The tool, started as a shell would start it, on hotel.db in its folder.
 */
typedef struct
{
  char *folder;
  int   status;
  char *out;
  char *err;
} DeskTestTool;

/* The first line of a file of bookings. */
#define DESK_TEST_BOOKING_COLUMNS \
  "hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number," \
  "arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children," \
  "babies,meal,country,market_segment,distribution_channel,is_repeated_guest," \
  "previous_cancellations,previous_bookings_not_canceled,reserved_room_type," \
  "assigned_room_type,booking_changes,deposit_type,agent,company,days_in_waiting_list," \
  "customer_type,adr,required_car_parking_spaces,total_of_special_requests," \
  "reservation_status,reservation_status_date\n"

DeskTestTool *desk_test_tool_new        (void);
void          desk_test_tool_free       (DeskTestTool  *self);
void          desk_test_tool_run        (DeskTestTool  *self,
                                         const char    *line);
void          desk_test_tool_run_ok     (DeskTestTool  *self,
                                         const char    *line);
JsonNode     *desk_test_tool_run_json   (DeskTestTool  *self,
                                         const char    *line);
GPtrArray    *desk_test_tool_list_commands
                                        (DeskTestTool  *self);
void          desk_test_tool_write      (DeskTestTool  *self,
                                         const char    *name,
                                         const char    *text);
char         *desk_test_tool_read_data  (const char    *name);
char         *desk_test_tool_path       (DeskTestTool  *self,
                                         const char    *name);
const char   *desk_test_json_text       (JsonNode      *root,
                                         const char    *path);
gint64        desk_test_json_int        (JsonNode      *root,
                                         const char    *path);
void          desk_test_json_assert_has (JsonNode      *whole,
                                         JsonNode      *part,
                                         const char    *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTestTool, desk_test_tool_free)

G_END_DECLS
