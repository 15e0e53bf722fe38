/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-message.h"

G_BEGIN_DECLS

/* Rooms as the rack shows them. Each is a snapshot, free of the database. */

/**
 * DeskDiscrepancy:
 * @DESK_DISCREPANCY_SLEPT_IN: housekeeping saw somebody, and no stay is in the room
 * @DESK_DISCREPANCY_VACANT: housekeeping saw nobody, and a stay is in house there
 *
 * Where what was seen is not what the desk knows.
 */
typedef enum
{
  DESK_DISCREPANCY_NONE,
  DESK_DISCREPANCY_SLEPT_IN,
  DESK_DISCREPANCY_VACANT,
} DeskDiscrepancy;

/**
 * DeskRackParty:
 * @stay_id: the first of its stays
 * @guest_name: of that stay
 * @n_stays: how many share the room
 *
 * Who is in a room, or comes into it.
 */
typedef struct
{
  gint64    stay_id;
  gint64    occupancy_id;
  char     *confirmation;
  char     *guest_name;
  DeskDate  arrival;
  DeskDate  departure;
  guint     n_stays;
} DeskRackParty;

/**
 * DeskRackRow:
 * @clean: dirty, clean, inspected or pickup
 * @service: in, oos or ooo
 * @service_till: the day on which it is back, or %DESK_DATE_NONE
 * @service_reason: (nullable): name of a reason
 * @occupied: as the desk knows
 * @seen: as housekeeping saw: 1, 0, or -1: nobody looked
 * @rush: wanted next
 * @inside: (nullable): who is in the room now
 * @due: (nullable): who comes into it today, or is late
 * @next: (nullable): who has it after who has it tonight
 *
 * A room and the three facts about it.
 */
typedef struct
{
  gint64           room_id;
  char            *number;
  char            *room_type;
  char            *floor;
  GStrv            features;
  char            *clean;
  char            *service;
  DeskDate         service_till;
  char            *service_reason;
  gboolean         occupied;
  int              seen;
  gboolean         rush;
  DeskRackParty   *inside;
  DeskRackParty   *due;
  DeskRackParty   *next;
} DeskRackRow;

/* @rows: (element-type DeskRackRow): floor by floor, each in the order of its doors */
typedef struct
{
  DeskDate   business_date;
  GPtrArray *rows;
} DeskRack;

/**
 * DeskRoomNight:
 * @party: (nullable): whose it is
 * @blocked: it is nobody's to have
 *
 * One night of a room.
 */
typedef struct
{
  DeskDate       date;
  DeskRackParty *party;
  gboolean       blocked;
} DeskRoomNight;

/**
 * DeskRoomEvent:
 * @at: microseconds since 1970, UTC
 * @by: login
 * @undo: it took something back
 * @what: (element-type DeskMessage): what became of the room
 * @note: (nullable): what was said about it
 *
 * Something that was done to a room.
 */
typedef struct
{
  gint64     at;
  char      *by;
  gboolean   undo;
  GPtrArray *what;
  char      *note;
} DeskRoomEvent;

/* @nights: (element-type DeskRoomNight); @events: (element-type DeskRoomEvent): newest first */
typedef struct
{
  DeskDate     business_date;
  DeskRackRow *row;
  GPtrArray   *nights;
  GPtrArray   *events;
} DeskRoomView;

/* What rooms can be asked for by: dirty, clean …; %NULL-terminated */
extern const char *const desk_rack_states[];

/* desk-rack.c */
DeskRack        *desk_rack_load                (DeskHouse          *house,
                                                GError            **error);
void             desk_rack_free                (DeskRack           *self);
void             desk_rack_row_free            (DeskRackRow        *self);
void             desk_rack_party_free          (DeskRackParty      *self);
gboolean         desk_rack_row_is_due_out      (const DeskRackRow  *self,
                                                DeskDate            day);
gboolean         desk_rack_row_is              (const DeskRackRow  *self,
                                                DeskDate            day,
                                                const char         *state);
gboolean         desk_rack_row_has_words       (const DeskRackRow  *self,
                                                GStrv               words,
                                                const DeskProperty *property,
                                                const char         *lang);
DeskDiscrepancy  desk_rack_row_get_discrepancy (const DeskRackRow  *self);
const char      *desk_discrepancy_to_string    (DeskDiscrepancy     discrepancy);

/* desk-room-view.c */
DeskRoomView    *desk_room_view_load           (DeskHouse          *house,
                                                gint64              room_id,
                                                GError            **error);
DeskRoomView    *desk_room_view_load_number    (DeskHouse          *house,
                                                const char         *number,
                                                GError            **error);
void             desk_room_view_free           (DeskRoomView       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRack, desk_rack_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRackRow, desk_rack_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRackParty, desk_rack_party_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRoomView, desk_room_view_free)

G_END_DECLS
