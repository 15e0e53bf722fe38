/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-house.h"
#include "desk-message.h"
#include "desk-posting.h"
#include "desk-vat.h"

G_BEGIN_DECLS

/* What pages and the tool read. Each is a snapshot, free of the database. */

typedef enum
{
  DESK_STAY_BOOKED,
  DESK_STAY_IN_HOUSE,
  DESK_STAY_DEPARTED,
  DESK_STAY_CANCELLED,
  DESK_STAY_NO_SHOW,
  DESK_STAY_WALKED,
} DeskStayState;

/**
 * DeskLook:
 * @DESK_LOOK_CREDIT: leaves with money of the guest's in our hands
 * @DESK_LOOK_NOT_READY: the room is not done, or somebody is in it
 * @DESK_LOOK_NO_ROOM: arrives, and has no room yet
 * @DESK_LOOK_ABOVE_PROMISE: leaves, and is billed more than was promised
 * @DESK_LOOK_LATE: should have arrived before today
 * @DESK_LOOK_OVERDUE: should have left before today
 *
 * Why somebody should look at a row of today, the most pressing last.
 */
typedef enum
{
  DESK_LOOK_CREDIT        = 1 << 0,
  DESK_LOOK_NOT_READY     = 1 << 1,
  DESK_LOOK_NO_ROOM       = 1 << 2,
  DESK_LOOK_ABOVE_PROMISE = 1 << 3,
  DESK_LOOK_LATE          = 1 << 4,
  DESK_LOOK_OVERDUE       = 1 << 5,
} DeskLook;

typedef struct
{
  gint64         stay_id;
  gint64         guest_id;
  char          *confirmation;
  char          *guest_name;
  char          *lang;           /* the guest's language */
  char          *room;           /* (nullable): tonight's, or the first night's */
  char          *room_type;      /* (nullable) */
  char          *room_clean;     /* (nullable): dirty clean inspected pickup */
  gboolean       room_occupied;  /* somebody is in it now, whoever it is */
  DeskDate       arrival;
  DeskDate       departure;
  DeskStayState  state;
  int            adults;
  int            children;
  gint64         balance_minor;
  gint64         version;
  guint          looks;          /* DeskLook; in lists of today only, as is the next */
  gint64         above_minor;    /* billed above what was promised */
  gboolean       has_total;      /* in the history of a guest only, as is the next */
  gint64         total_minor;    /* what the stay came to */
} DeskStayRow;

typedef struct
{
  DeskDate   business_date;
  GPtrArray *arrivals;      /* DeskStayRow: booked, arriving today or late */
  GPtrArray *in_house;      /* DeskStayRow: staying on */
  GPtrArray *departures;    /* DeskStayRow: in house, due out today or before */
  GPtrArray *rush;          /* char: numbers of rooms that housekeeping is asked to do next */
  guint      n_asked;       /* questions of the audit that wait for who reads */
} DeskToday;

typedef struct
{
  DeskDate  date;
  char     *room;           /* (nullable) */
  char     *room_type;
  gint64    price_minor;
  gboolean  posted;
} DeskNightRow;

typedef struct
{
  char *kind;
  char *value;
} DeskReference;

/* What a card keeps ready for the stay, or kept: no charge, and part of no amount. */
typedef struct
{
  char     *tender;         /* a code of kind payment */
  char     *card;           /* last four digits */
  gint64    amount_minor;
  gboolean  placed;         /* it still does */
  gint64    placed_at;      /* microseconds UTC */
  gint64    released_at;    /* or 0 */
  DeskDate  visible_by;     /* when the bank shows that it is released, or none */
} DeskHoldRow;

typedef struct
{
  DeskStayRow *row;
  char        *plan;               /* rate plan's name */
  gboolean     collects_hotel;
  gboolean     rate_shown;
  GArray      *child_ages;         /* gint */
  GPtrArray   *references;         /* DeskReference */
  char        *note;               /* (nullable): what the desk should know; not for the guest */
  GPtrArray   *nights;             /* DeskNightRow */
  GPtrArray   *holds;              /* DeskHoldRow */
  gint64       balance_now;
  gint64       balance_departure;  /* with the nights to come and their taxes */
  gint64       promised;           /* total the confirmation promised */
  DeskDate     next_arrival;       /* who comes next into this room, or none */
  char        *next_confirmation;  /* (nullable) */
} DeskStayView;

typedef struct
{
  int        number;
  char      *payer;
  gint64     balance_minor;
  GPtrArray *vat;           /* DeskVatRow */
} DeskWindowView;

/* An invoice that was issued over a part of the bill. */
typedef struct
{
  gint64    id;
  char     *number;         /* as on paper: "INV-17" */
  int       window;
  char     *buyer_name;
  DeskDate  business_date;
  gint64    total_minor;
} DeskInvoiceRow;

typedef struct
{
  gint64        stay_id;
  gint64        folio_id;
  char         *confirmation;
  DeskVatLevel  vat_level;
  gint64        balance_minor;
  GPtrArray    *lines;      /* DeskPosting, in line order */
  GPtrArray    *answers;    /* DeskPosting (unowned): lines that answer another, by that one */
  GPtrArray    *windows;    /* DeskWindowView */
  GPtrArray    *invoices;   /* DeskInvoiceRow, by window */
} DeskFolioView;

GPtrArray     *desk_find            (DeskHouse      *house,
                                     const char     *text,
                                     guint           limit,
                                     gboolean       *more,
                                     GError        **error);
gboolean       desk_find_nearest    (DeskHouse      *house,
                                     const char     *text,
                                     DeskMessage   **nearest,
                                     GError        **error);
gint64         desk_find_one        (DeskHouse      *house,
                                     const char     *reference,
                                     GError        **error);
gint64         desk_find_guest      (DeskHouse      *house,
                                     const char     *reference,
                                     GError        **error);
DeskToday     *desk_today_load      (DeskHouse      *house,
                                     const DeskContext *reader,
                                     GError        **error);
DeskStayView  *desk_stay_view_load  (DeskHouse      *house,
                                     gint64          stay_id,
                                     GError        **error);
DeskFolioView *desk_folio_view_load (DeskHouse      *house,
                                     gint64          stay_id,
                                     GError        **error);
const DeskPosting    *desk_folio_view_get_line   (const DeskFolioView *self,
                                                  int                  line);
void           desk_folio_view_sort_answers      (DeskFolioView       *self);
const DeskPosting    *desk_folio_view_get_answer (const DeskFolioView *self,
                                                  int                  line,
                                                  guint                index);
const DeskWindowView *desk_folio_view_get_window (const DeskFolioView *self,
                                                  int                  number);
void           desk_stay_row_free   (DeskStayRow    *self);
void           desk_today_free      (DeskToday      *self);
void           desk_stay_view_free  (DeskStayView   *self);
void           desk_folio_view_free (DeskFolioView  *self);
const char    *desk_stay_state_to_string (DeskStayState state);
gboolean       desk_stay_state_parse     (const char    *text,
                                          DeskStayState *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStayRow, desk_stay_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskToday, desk_today_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStayView, desk_stay_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskFolioView, desk_folio_view_free)

G_END_DECLS
